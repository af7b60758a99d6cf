"""What the keys and links of the score table do: begin a year, go to what is open, explain a figure."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from data import assessment_commands
from data.assessment.records import Assessment
from ui.models.assessment_model import LEAF
from ui.screens.assessment_about import EVIDENCE_LINK, REASON_LINK, TRACE_LINK, ZONE_LINK

if TYPE_CHECKING:
    from ui.screens.assessment import AssessmentScreen


class AssessmentDeeds(QObject):
    """Acts on the line under the cursor of its screen."""

    def __init__(self, screen: AssessmentScreen) -> None:
        """Nothing is under way."""
        super().__init__(screen)
        self._screen = screen

    def shortcuts(self) -> tuple[tuple[str, Callable[[], object]], ...]:
        """The keys of the page, and what each does."""
        screen = self._screen
        return (
            ("F8", self.next_open),
            ("F9", self.explain),
            ("Shift+F2", screen.answers.write_reason),
            ("Ctrl+Z", screen.undo.take_back),
            ("Ctrl+Y", screen.undo.do_again),
            ("Ctrl+Shift+Z", screen.undo.do_again),
            ("Ctrl+L", screen.layers.describe),
            ("Ctrl+Shift+N", screen.layers.add),
            ("Ctrl+E", lambda: screen.pages.open("evidence")),
            ("Alt+Return", lambda: screen.pane.setFocus(Qt.FocusReason.ShortcutFocusReason)),
            ("Ctrl+PgDown", lambda: screen.turn_tab(1)),
            ("Ctrl+PgUp", lambda: screen.turn_tab(-1)),
        )

    def begin(self) -> None:
        """Begin the assessment of the year by the set that is shown."""
        sheet = self._screen.sheet
        if sheet is None or sheet.criteria_set is None:
            return
        head = Assessment(sheet.year, sheet.criteria_set.id, sheet.criteria_set.version)
        self._screen.wanted_set, self._screen.is_begun_here = head.criteria_set, True
        store, by = self._screen.session.store, self._screen.session.by()
        self._screen.session.write(
            lambda: assessment_commands.start_assessment(store, head, by),
            failed=self._screen.say_failed,
            origin=self._screen,
        )

    def next_open(self) -> None:
        """F8: the next item without points, from the cursor on, then from the top."""
        if self._screen.sheet is None or self._screen.layer not in self._screen.sheet.results:
            return
        waiting = [self._screen.model.row_of(code) for code in self._screen.sheet.results[self._screen.layer].unscored]
        here = self._screen.table.currentIndex().row()
        row = next((each for each in waiting if each > here), waiting[0] if waiting else -1)
        if row < 0:
            self._screen.line.say(self.tr("Every item has its points."), "done")
            return
        self._screen.tabs.setCurrentIndex(0)
        self._screen.table.go_to(row)
        self._screen.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def explain(self) -> None:
        """F9: the tree of the figure that the item scores itself from."""
        row = self._screen.model.row_at(self._screen.table.currentIndex())
        if row is None or self._screen.sheet is None:
            return
        if row.kind != LEAF or row.code not in self._screen.sheet.readings:
            self._screen.line.say(self.tr("This line is not scored from a figure of the station."), "warning")
            return
        self._screen.foot.hide()
        self._screen.trace.show_item(self._screen.sheet, row.code)
        self._screen.trace.show()
        self._screen.trace.tree.setFocus(Qt.FocusReason.OtherFocusReason)
        self._screen.table.scrollTo(self._screen.table.currentIndex())

    def close_trace(self) -> None:
        """Back to the table, with its foot."""
        self._screen.trace.hide()
        self._screen.foot.show()
        self._screen.to_table()

    def follow(self, link: str) -> None:
        """A link of the pane was followed."""
        actions: dict[str, Callable[[], object]] = {
            TRACE_LINK: self.explain,
            REASON_LINK: self._screen.answers.write_reason,
            EVIDENCE_LINK: lambda: self._screen.pages.open("evidence"),
            ZONE_LINK: lambda: self._screen.pages.open("zone"),
        }
        actions[link]()
