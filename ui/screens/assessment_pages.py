"""The pages in place of the score table (evidence, sets, recognition …), and the menu that opens them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.screens.criteria_page import SubPage
from ui.screens.screen import Place
from ui.session import Session
from ui.widgets.assessment_head import MenuEntry

if TYPE_CHECKING:
    from ui.screens.assessment import AssessmentScreen


def _evidence(session: Session) -> SubPage:
    from ui.screens.evidence import EvidencePage

    return EvidencePage(session)


def _sets(session: Session) -> SubPage:
    from ui.screens.criteria_sets import CriteriaSetsPage

    return CriteriaSetsPage(session)


def _recognition(session: Session) -> SubPage:
    from ui.screens.recognition import RecognitionPage

    return RecognitionPage(session)


def _comparison(session: Session) -> SubPage:
    from ui.screens.criteria_comparison import ComparisonPage

    return ComparisonPage(session)


def _zone(session: Session) -> SubPage:
    from ui.screens.zone import ZonePage

    return ZonePage(session)


BUILDERS: dict[str, Callable[[Session], SubPage]] = {
    "evidence": _evidence,
    "sets": _sets,
    "recognition": _recognition,
    "comparison": _comparison,
    "zone": _zone,
}


class AssessmentPages(QObject):
    """Builds each page when it is first opened, and goes back to the table when it is left."""

    def __init__(self, screen: AssessmentScreen) -> None:
        """No page is built yet."""
        super().__init__(screen)
        self._screen = screen
        self._pages: dict[str, SubPage] = {}

    def entries(self) -> tuple[MenuEntry | None, ...]:
        """The menu of the page."""
        screen = self._screen
        return (
            (self.tr("Evidence of the item"), "Ctrl+E", lambda: self.open("evidence")),
            (self.tr("Criteria sets: bring in, edit, hand over"), "", lambda: self.open("sets")),
            (self.tr("Zone of the station"), "", lambda: self.open("zone")),
            (self.tr("Compare years and sets"), "", lambda: self.open("comparison")),
            (self.tr("Decision of recognition"), "", lambda: self.open("recognition")),
            None,
            (self.tr("Describe this layer: scorer, day, remark"), "Ctrl+L", screen.layers.describe),
            (self.tr("Add the appraisal of another level"), "Ctrl+Shift+N", screen.layers.add),
            None,
            (self.tr("Print score sheet and minutes"), "", self.print_sheet),
        )

    def open(self, name: str, wanted: str = "") -> None:
        """Show a page about the year's assessment (by a set, else the one shown) and the item under the cursor."""
        screen = self._screen
        screen.table.settle()
        page = self._pages.get(name)
        if page is None:
            page = self._pages[name] = BUILDERS[name](screen.session)
            page.left.connect(self.close)
            page.left_for.connect(screen.left_for)
            screen.stack.addWidget(page)
        sheet, row = screen.sheet, screen.model.row_at(screen.table.currentIndex())
        code = sheet.criteria_set.id if sheet is not None and sheet.criteria_set is not None else ""
        page.show_about(
            screen.session.period.year, wanted or code, row.code if row is not None and row.kind == "leaf" else ""
        )
        screen.stack.setCurrentWidget(page)
        page.take_focus()

    def close(self) -> None:
        """Back to the table."""
        screen = self._screen
        if screen.stack.currentWidget() is not screen.front:
            screen.stack.setCurrentWidget(screen.front)
            screen.activate()
            screen.take_focus()

    def take_focus(self) -> None:
        """The page in front takes the keys."""
        page = self._screen.stack.currentWidget()
        if isinstance(page, SubPage):
            page.take_focus()

    def print_sheet(self) -> None:
        """The reports page with the score sheet of this assessment."""
        sheet = self._screen.sheet
        if sheet is not None and sheet.criteria_set is not None:
            place = Place("reports", form="self_assessment", plan=sheet.criteria_set.id)
            self._screen.left_for.emit(place)
