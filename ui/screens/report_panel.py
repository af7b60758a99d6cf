"""What the panels about one frozen report have in common: which report it is, and when they ask again."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.screens.criteria_page import SubPage
from ui.session import Session

CHANGED_BY = frozenset(("report", "report_step", "report_attachment", "document_number"))


class ReportPanel(SubPage):
    """A part of a page, about one report.

    Attributes:
        code: Code of the report; empty before the first one.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """An empty panel without a heading of its own."""
        super().__init__(session, "", parent)
        self.heading.hide()
        self.back.hide()
        self.code = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)  # behind others it asks for no room
        session.bus.changed.connect(self._something_changed)

    def show_report(self, code: str) -> None:
        """Show what belongs to a report."""
        if code != self.code:
            self.code = code
            self.line.clear()
            self.forget()
        self.show_values()

    def forget(self) -> None:
        """Another report is shown: what was chosen for the one before is of no use."""

    def activate(self) -> None:
        """The panel came to the front."""
        self.show_values()

    def _something_changed(self, changes: object, origin: object) -> None:
        if origin is not self and self.isVisible() and getattr(changes, "kind", "") in CHANGED_BY:
            self.show_values()
