"""Tự chấm điểm: the year's score by criterion and item, the appraisal's beside it, the verdict spelled out below.

The screen lays out and shows. What is typed goes to ``assessment_answers``, layers to ``assessment_layers``, the pages
that replace the table to ``assessment_pages``; everything is worked out off the GUI thread (``assessment_work``).
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QSplitter, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from data.assessment.records import SELF_LAYER
from data.errors import SoTramError
from data.model import Changes
from ui import theme
from ui.memory import restore_splitter, splitter_text
from ui.models.assessment_model import AssessmentModel
from ui.screens import assessment_words as said
from ui.screens.assessment_about import Beside, about_row
from ui.screens.assessment_answers import AssessmentAnswers
from ui.screens.assessment_deeds import AssessmentDeeds
from ui.screens.assessment_drafts import AssessmentDrafts
from ui.screens.assessment_layers import AssessmentLayers
from ui.screens.assessment_pages import AssessmentPages
from ui.screens.assessment_start_words import show_start
from ui.screens.assessment_trace import AssessmentTrace
from ui.screens.assessment_undo import AssessmentUndo
from ui.screens.assessment_views import views_of
from ui.screens.assessment_work import Sheet, Shown, heads_of, identity, work_out
from ui.screens.screen import Place, Screen
from ui.session import Session
from ui.widgets.assessment_foot import VerdictFoot
from ui.widgets.assessment_head import AssessmentHead
from ui.widgets.assessment_pane import AssessmentPane
from ui.widgets.assessment_start import AssessmentStart
from ui.widgets.assessment_table import ScoreTable
from ui.widgets.edge_line import EdgeLine
from ui.widgets.layer_form import LayerForm
from ui.widgets.reason_line import ReasonLine

NARROW_POINTS = 1000
YEARS_BACK = 6
CONCERNED = frozenset(
    (
        "data_value", "setting", "definition", "assessment", "assessment_layer", "assessment_answer", "evidence",
        "recognition", "item_choice", "obligation_state",
    )
)  # fmt: skip
"""Kinds of changes after which the table may look different."""


class AssessmentScreen(Screen):
    """The score table with its pane and foot; tabs beside it, pages in place of it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Build the widgets; the sheet is read when the screen is shown."""
        super().__init__(session, parent)
        self.sheet: Sheet | None = None
        self.layer = SELF_LAYER
        self._shown: Shown | None = None
        self.wanted_set, self._wanted_item = "", ""
        self._is_asked, self._is_stale, self.is_begun_here = False, True, False
        self.changes = 0  # counted, for tabs that read more than the sheet holds
        self.model = AssessmentModel(self)
        self.table = ScoreTable(self.tr("Score table"), self.model)
        self.head = AssessmentHead()
        self.tabs = QTabBar()
        self.pane = AssessmentPane()
        self.foot = VerdictFoot()
        self.line, self.reason, self.layer_form = EdgeLine(), ReasonLine(), LayerForm()
        self.start = AssessmentStart()
        self.trace = AssessmentTrace(session)
        self.views = views_of(self)
        self._lay_out()
        self.undo = AssessmentUndo(self)
        self.answers, self.drafts = AssessmentAnswers(self), AssessmentDrafts(self)
        self.layers = AssessmentLayers(self)
        self.pages = AssessmentPages(self)
        self.deeds = AssessmentDeeds(self)
        self._connect()

    # --- building --------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.table)
        self.splitter.addWidget(self.pane)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 0)
        self.splitter.setSizes([100 * theme.STEP, 42 * theme.STEP])
        scores = QWidget()
        _stacked(scores, (self.splitter, 3), (self.trace, 2), (self.foot, 0))
        self.tabs.setAccessibleName(self.tr("Parts of the assessment"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.bodies = QStackedWidget()
        for title, body in ((self.tr("Score table"), scores), *((view.title, view) for view in self.views)):
            self.tabs.addTab(title)
            self.bodies.addWidget(body)
        self.tabbed = QWidget()
        _stacked(self.tabbed, (self.tabs, 0), (self.bodies, 1), (self.layer_form, 0), (self.reason, 0))
        self.middle = QStackedWidget()
        self.middle.addWidget(self.tabbed)
        self.middle.addWidget(self.start)
        self.front = QWidget()
        _stacked(self.front, (self.head, 0), (self.middle, 1), (self.line, 0))
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.front)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.stack)

    def _connect(self) -> None:
        self.head.year_chosen.connect(self._choose_year)
        self.head.set_chosen.connect(self._choose_set)
        self.head.layer_chosen.connect(self.show_layer)
        self.tabs.currentChanged.connect(self._show_tab)
        self.tabs.currentChanged.connect(lambda _place: self.line.clear())
        self.table.moved.connect(self._show_row)
        self.table.ended.connect(lambda: self.line.say(self.tr("End of the table."), "done"))
        self.pane.followed.connect(self.deeds.follow)
        self.pane.left.connect(self.to_table)
        self.foot.next_asked.connect(self.deeds.next_open)
        self.start.begun.connect(self.deeds.begin)
        self.start.sets_asked.connect(lambda: self.pages.open("sets"))
        self.trace.closed.connect(self.deeds.close_trace)
        self.trace.cell_opened.connect(lambda cell: self.left_for.emit(Place("data_entry", cell=cell)))
        self.session.period_changed.connect(lambda _period: self._ask_anew())
        self.session.user_changed.connect(lambda _name: self._say_who())
        self.session.gate.turned.connect(self._say_who)
        self.session.bus.changed.connect(self._something_changed)
        for keys, action in self.deeds.shortcuts():
            shortcut = QShortcut(QKeySequence(keys), self.front)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(action)

    # --- coming and going ------------------------------------------------------------------------------------------

    def activate(self) -> None:
        """Ask anew when something has changed since."""
        if self._is_stale:
            self._ask()

    def take_focus(self) -> None:
        """The page in front, the table, or the button that begins."""
        page = self.stack.currentWidget()
        if page is not self.front and page is not None:
            self.pages.take_focus()
        elif self.middle.currentWidget() is self.start:
            button = self.start.begin if self.start.begin.isEnabled() else self.start.own
            button.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.tabs.currentIndex():
            self.views[self.tabs.currentIndex() - 1].take_focus()
        else:
            self.to_table()

    def go(self, place: Place) -> None:
        """Show an assessment's year, set and item, or one of its pages."""
        self.wanted_set, self._wanted_item = place.plan or self.wanted_set, place.target
        if place.form:
            self.pages.open(place.form, place.plan)
        else:
            self.pages.close()
        self._ask_anew()

    def finish(self) -> None:
        """Take what an open editor holds."""
        self.table.settle()

    def show_help(self) -> bool:
        """How points, dry run and the searches are reckoned, and the keys."""
        from ui.help_page import assessment_help, show_page

        show_page(self, self.tr("Help: self-assessment"), assessment_help(self.session.language))
        return True

    def save_state(self) -> dict[str, str]:
        """The set shown, the columns as they were made, the width of the pane, texts that were not taken."""
        code = self.sheet.criteria_set.id if self.sheet is not None and self.sheet.criteria_set is not None else ""
        looks = {"columns": self.table.widths.save(), "splitter": splitter_text(self.splitter)}
        return {"plan": code, **looks, "drafts": self.drafts.save()}

    def restore_state(self, state: dict[str, str]) -> None:
        """Show the set shown last, in the same columns."""
        self.wanted_set = state.get("plan", "")
        self.table.widths.restore(state.get("columns", ""))
        restore_splitter(self.splitter, state.get("splitter", ""))
        self.drafts.restore(state.get("drafts", ""))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the right pane away where there is no room."""
        super().resizeEvent(event)
        self.pane.setVisible(self.window().width() > NARROW_POINTS)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc that nobody else wants closes the tree, then the notice."""
        if event.key() == Qt.Key.Key_Escape and not self.trace.isHidden():
            self.deeds.close_trace()
        elif event.key() != Qt.Key.Key_Escape or not self.line.dismiss():
            super().keyPressEvent(event)

    def to_table(self) -> None:
        """The score table takes the keys."""
        if not self.table.currentIndex().isValid():
            self.table.go_to(self.model.next_leaf(-1, 1))
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def is_asking(self) -> bool:
        """Whether what is shown is about to be replaced."""
        return self._is_asked or self._is_stale

    # --- asking ----------------------------------------------------------------------------------------------------

    def _something_changed(self, changes: object, _origin: object) -> None:
        if getattr(changes, "kind", "") in CONCERNED:
            self.changes += 1
            self._ask_anew()

    def _ask_anew(self) -> None:
        self._is_stale = True
        if self.isVisible():
            self._ask()

    def _ask(self) -> None:
        """Work the sheet out; while that is under way another question waits for it."""
        if self._is_asked:
            return
        self._is_asked, self._is_stale = True, False
        session, year, code = self.session, self.session.period.year, self.wanted_set
        session.tasks.run(lambda _task: work_out(session, year, code), self._show, self._failed)

    def _failed(self, error: Exception) -> None:
        self._is_asked = False
        self.say_failed(error)

    def say_failed(self, error: Exception) -> None:
        """Say why something was refused; anything unexpected is a fault of ours."""
        if not isinstance(error, SoTramError):
            raise error
        self.line.say(self.session.messages.error(error), "error")

    # --- showing ---------------------------------------------------------------------------------------------------

    def _show(self, shown: Shown) -> None:
        self._is_asked = False
        if self._is_stale:
            self._ask()
            return
        before, self._shown, self.sheet = self.sheet, shown, shown.sheet
        if before is None or identity(before) != identity(shown.sheet):
            self.undo.forget()
            self.drafts.turn(before, shown.sheet)
            self.layer = SELF_LAYER
        if self.session.writer.is_empty:
            self.model.forget()
        if self.layer not in {layer.name for layer in shown.sheet.layers} and self.session.writer.is_empty:
            self.layer = SELF_LAYER
        self._show_head(shown.sheet)
        self._show_menu()
        self._show_body(shown)

    def _show_body(self, shown: Shown) -> None:
        sheet, had_keys = shown.sheet, self._has_start_keys()
        if sheet.criteria_set is None or sheet.assessed is None:
            show_start(self.start, sheet, can_write=self.session.is_writable)
            self.middle.setCurrentWidget(self.start)
            return
        was_elsewhere = self.middle.currentWidget() is not self.tabbed
        self.middle.setCurrentWidget(self.tabbed)
        self._show_layer_rows()
        if was_elsewhere and self.is_begun_here:
            self.tabs.setCurrentIndex(0)
            self.table.go_to(self.model.next_leaf(-1, 1))
        if was_elsewhere and (had_keys or self.is_begun_here):
            self.take_focus()
        self.is_begun_here = False
        if self._wanted_item:
            self.table.go_to(self.model.row_of(self._wanted_item))
            self._wanted_item = ""
        elif not self.table.currentIndex().isValid():
            self.table.go_to(self.model.next_leaf(-1, 1))
        self._show_tab(self.tabs.currentIndex())

    def _has_start_keys(self) -> bool:
        focused: QWidget | None = QApplication.focusWidget()
        return focused is not None and self.start.isAncestorOf(focused)

    def _show_head(self, sheet: Sheet) -> None:
        this = self.session.today.year
        years = sorted({*range(this - YEARS_BACK, this + 2), *sheet.years, sheet.year}, reverse=True)
        sets = [(each.criteria_set.id, each.criteria_set.title_vi) for each in sheet.choices if each.can_score]
        layers = heads_of(sheet) if sheet.assessed else ()
        self.head.show_choices(years, sets, layers)
        code = sheet.criteria_set.id if sheet.criteria_set is not None else ""
        self.head.choose(sheet.year, code, self.layer)
        parts = []
        if sheet.criteria_set is not None:
            shown = self.tr("Certainty: {certainty}").format(certainty=said.certainty(sheet.criteria_set))
            parts = [sheet.criteria_set.decision, shown]
            if not any(each.is_in_force for each in sheet.choices if each.criteria_set.id == code):
                parts.append(self.tr("not in force on 31 December of this year"))
        self.head.certainty.setText(" · ".join(part for part in parts if part))

    def _show_menu(self) -> None:
        self.head.fill_menu(self.pages.entries())

    def _show_layer_rows(self) -> None:
        shown = self._shown
        if shown is None or self.layer not in shown.rows:
            return
        self.model.may_answer = not self.answers.why_not()
        here = self.table.currentIndex()
        self.model.show_rows(shown.rows[self.layer], heads_of(shown.sheet), self.layer)
        if here.isValid() and not self.table.currentIndex().isValid():
            self.table.go_to(min(here.row(), len(self.model.rows) - 1))  # other columns: the line stays the same
        self._show_foot()
        self._show_row()

    def _show_foot(self) -> None:
        if self.sheet is None or self.layer not in self.sheet.results:
            return
        result = self.sheet.results[self.layer]
        word = (said.VERDICT_SIGNS[result.verdict], said.verdict(result.verdict))
        self.foot.show_verdict(said.total_line(result), word, said.why_no_ground(result))
        self.foot.show_clauses(said.clause_lines(result))
        count = len(result.unscored)
        self.foot.show_open(self.tr("%n not scored: next (F8)", "", count) if count else "")

    def _show_row(self) -> None:
        row = self.model.row_at(self.table.currentIndex())
        shown = self._shown
        if row is None or shown is None or self.pane.isHidden():
            return
        about = about_row(shown.sheet, row, Beside(self.layer, shown.hints, self.session.catalogue))
        self.pane.show_about(*about)
        if not self.trace.isHidden():
            self.trace.show_item(shown.sheet, row.code)

    def show_layer(self, name: str) -> None:
        """Show, and answer, another layer."""
        self.table.settle()
        self.layer = name
        self._show_layer_rows()
        self._show_tab(self.tabs.currentIndex())
        if self.sheet is not None and self.sheet.criteria_set is not None:
            self.head.choose(self.sheet.year, self.sheet.criteria_set.id, name)

    def tell_figures(self) -> None:
        """The recognised layer changed the year's figures (CONTRACT C3): screens that show figures ask again."""
        self.session.bus.changed.emit(Changes(kind="data_value"), self)

    def show_item(self, code: str) -> None:
        """Show an item in the table."""
        self.pages.close()
        self.tabs.setCurrentIndex(0)
        self.table.go_to(self.model.row_of(code))
        self.to_table()

    def _say_who(self) -> None:
        self.model.may_answer = not self.answers.why_not()
        self.model.show_again()

    # --- choosing --------------------------------------------------------------------------------------------------

    def _choose_year(self, year: int) -> None:
        self.line.clear()
        self.session.set_period(self.session.period.in_year(year))

    def _choose_set(self, code: str) -> None:
        self.line.clear()
        self.wanted_set = code
        self._ask_anew()

    def turn_tab(self, step: int) -> None:
        """Show the next tab, or the one before."""
        if self.middle.currentWidget() is self.tabbed:
            self.tabs.setCurrentIndex((self.tabs.currentIndex() + step) % self.tabs.count())
            self.take_focus()

    def _show_tab(self, place: int) -> None:
        self.bodies.setCurrentIndex(max(place, 0))
        if place > 0 and self.sheet is not None and self.sheet.assessed is not None:
            self.views[place - 1].show_sheet(self.sheet, self.layer)


def _stacked(holder: QWidget, *parts: tuple[QWidget, int]) -> None:
    """Lay parts under each other without gaps, each with its share of the height."""
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for widget, stretch in parts:
        column.addWidget(widget, stretch)
