"""The pages beside the list of frozen reports, or a panel about the chosen report in place of both."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ui import theme
from ui.screens.frozen_words import called
from ui.screens.report_panel import ReportPanel
from ui.widgets.heading import Heading
from ui.widgets.rows import in_row, made_button

if TYPE_CHECKING:
    from ui.screens.frozen_page import FrozenPage
    from ui.session import Session

LETTER, SCANS, COPIES = "letter", "scans", "copies"


def _letter(session: Session) -> ReportPanel:
    from ui.screens.report_letter import LetterPanel

    return LetterPanel(session)


def _scans(session: Session) -> ReportPanel:
    from ui.screens.report_scans import ScansPanel

    return ScansPanel(session)


def _copies(session: Session) -> ReportPanel:
    from ui.screens.report_copies import CopiesPanel

    return CopiesPanel(session)


BUILDERS: dict[str, Callable[[Session], ReportPanel]] = {LETTER: _letter, SCANS: _scans, COPIES: _copies}


class FrozenPanels(QObject):
    """Builds each panel when it is first opened, and goes back to the pages when it is left.

    Attributes:
        box: The right side of the page: the pages; a panel under its name takes the whole width.
    """

    def __init__(self, page: FrozenPage) -> None:
        """No panel is built yet."""
        super().__init__(page)
        self._page = page
        self._panels: dict[str, ReportPanel] = {}
        self._is_narrow = False
        self.stack = QStackedWidget()
        self.stack.addWidget(page.preview)
        self._head = Heading(factor=1.1)
        back = made_button(self.tr("Back to the pages (Esc)"), self.close)
        top = in_row(self._head, back, stretched=(self._head,))
        top.setContentsMargins(2 * theme.STEP, theme.HALF, 2 * theme.STEP, 0)
        self._top = QWidget()
        self._top.setLayout(top)
        self.box = QWidget()
        column = QVBoxLayout(self.box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._top)
        column.addWidget(self.stack, 1)
        self._top.hide()

    def titles(self) -> dict[str, str]:
        """What the panels are called."""
        return {
            LETTER: self.tr("Letter of correction"),
            SCANS: self.tr("Scanned pages and receipts"),
            COPIES: self.tr("Copies"),
        }

    @property
    def panel(self) -> ReportPanel | None:
        """The panel in front; None while the pages are."""
        shown = self.stack.currentWidget()
        return shown if isinstance(shown, ReportPanel) else None

    def open(self, name: str) -> None:
        """Show a panel about the chosen report."""
        page = self._page
        if page.row is None:
            return
        panel = self._panels.get(name)
        if panel is None:
            panel = self._panels[name] = BUILDERS[name](page.session)
            panel.left.connect(self.close)
            panel.left_for.connect(page.left_for)
            self.stack.addWidget(panel)
        panel.show_report(page.row.report.code)
        self.stack.setCurrentWidget(panel)
        self._head.setText(f"{self.titles()[name]}: {called(page.row)}")
        self._show_parts()
        panel.take_focus()

    def close(self) -> None:
        """Back to the pages."""
        self.stack.setCurrentWidget(self._page.preview)
        self._show_parts()
        self._page.take_focus()

    def fold(self, *, is_narrow: bool) -> None:
        """Fold the pages away where there is no room; a panel stays."""
        self._is_narrow = is_narrow
        self._show_parts()

    def _show_parts(self) -> None:
        has_panel = self.panel is not None
        self._top.setVisible(has_panel)
        self.box.setVisible(has_panel or not self._is_narrow)
        self._page.left.setVisible(not has_panel)
