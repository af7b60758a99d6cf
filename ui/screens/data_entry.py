"""Nhập số liệu: forms at the left, the grid, what is known of the cell at the right, what contradicts below.

The screen lays out, goes from form to form and takes what is typed. What else can be done with a form has a
module of its own beside it: ``entry_checks``, ``entry_paste``, ``entry_undo``.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from data import queries
from data.definitions import DataSet
from data.model import Category, DataValue
from data.periods import Period, parse_period
from ui import theme, words
from ui.memory import restore_splitter, splitter_text
from ui.models.entry_model import EntryModel
from ui.models.entry_rows import CellId, EntryForm, lay_out
from ui.models.form_model import FormModel
from ui.permissions import Deed, may, why_not
from ui.screens import entry_words
from ui.screens.entry_checks import EntryChecks
from ui.screens.entry_comment import EntryComment
from ui.screens.entry_completion import EntryCompletion
from ui.screens.entry_cumulative import EntryCumulative
from ui.screens.entry_find import EntryFind
from ui.screens.entry_forms import form_lines, set_kept
from ui.screens.entry_help import show_cell_help
from ui.screens.entry_late import EntryLate
from ui.screens.entry_paste import EntryPaste
from ui.screens.entry_plausible import EntryPlausible
from ui.screens.entry_prints import EntryPrints
from ui.screens.entry_rewind import EntryRewind
from ui.screens.entry_saving import EntrySaver
from ui.screens.entry_sheets import EntrySheets
from ui.screens.entry_typing import EntryTyping
from ui.screens.entry_undo import EntryUndo
from ui.screens.screen import Place, Screen
from ui.session import Session
from ui.unsaved import elsewhere, remedies
from ui.widgets.cell_pane import CellPane
from ui.widgets.edge_line import EdgeLine
from ui.widgets.entry_grid import EntryGrid
from ui.widgets.entry_head import EntryHead
from ui.widgets.form_list import FormList
from ui.widgets.sentence_list import SentenceList

NARROW_POINTS = 1000


class DataEntryScreen(Screen):
    """Figures are typed here; each accepted cell goes to the writer thread at once.

    ``form_shown(form)``: another form, or the same one anew. ``answered()``: a write of cells has ended, well or not.
    """

    form_shown = Signal(object)
    answered = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Build the widgets; forms are read when the screen is shown."""
        super().__init__(session, parent)
        self._same_last_year = True
        self._is_shown = False
        self._is_unsaved_said = False
        self._is_led = False
        self._left_at: dict[str, CellId] = {}
        self.form_model = FormModel(self)
        self.entry_model = EntryModel(self)
        self.entry_model.is_read_only = not session.is_writable
        session.gate.turned.connect(lambda: setattr(self.entry_model, "is_read_only", not session.is_writable))
        self.saver = EntrySaver(session, self.entry_model, self)
        self.forms = FormList(self.form_model)
        self.grid = EntryGrid(self.tr("Figures of the form"), self.entry_model)
        self.pane = CellPane()
        self.line = EdgeLine()
        self.sentences = SentenceList(self.tr("Contradictions"))
        self._lay_out()
        self.typing = EntryTyping(self)
        self.checks = EntryChecks(self)
        self.comments = EntryComment(self)
        self.plausible = EntryPlausible(self)
        self.cumulator = EntryCumulative(self)
        self.paster = EntryPaste(self)
        self.sheets = EntrySheets(self)
        self.prints = EntryPrints(self)
        self.undoer = EntryUndo(self)
        self.rewinder = EntryRewind(self)
        self.completion = EntryCompletion(self)
        self.late = EntryLate(self)
        self._connect()

    # --- building --------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.head = EntryHead()
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        self.finder = EntryFind(self)
        column.addWidget(self.finder)
        column.addWidget(self.grid, 1)
        column.addWidget(self.line)
        column.addWidget(self.sentences)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        for widget, stretch in ((self.forms, 0), (middle, 1), (self.pane, 0)):
            self.splitter.addWidget(widget)
            self.splitter.setStretchFactor(self.splitter.count() - 1, stretch)
        self._forms_width = 0
        self.splitter.setChildrenCollapsible(False)
        self.forms.setMinimumWidth(22 * theme.STEP)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.splitter)

    def _connect(self) -> None:
        self.forms.moved.connect(self._form_chosen)
        self.forms.entered.connect(self.take_focus)
        self.forms.keeping_asked.connect(self._toggle_kept)
        self.grid.ended.connect(self._form_ended)
        self.grid.refused.connect(self._say_read_only)
        self.saver.answered.connect(self._answered)
        self.session.unsaved.changed.connect(self._say_unsaved)
        self.head.compare.currentIndexChanged.connect(self._compare_changed)
        self.session.period_changed.connect(self._period_changed)
        self.session.bus.changed.connect(self._something_changed)
        for keys, action in (
            ("Ctrl+PgDown", lambda: self._next_form(1)),
            ("Ctrl+PgUp", lambda: self._next_form(-1)),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(action)

    # --- coming and going ------------------------------------------------------------------------------------------

    def activate(self) -> None:
        """Read the forms the first time, and show the first unfinished one."""
        if not self._is_shown:
            self._is_shown = True
            self.refresh_forms()
            self._choose_row(self.form_model.first_unfinished())

    def take_focus(self) -> None:
        """The first cell without a figure, or the cell left last."""
        if self.grid.currentIndex().isValid():
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self.grid.go_to():
            self.forms.setFocus(Qt.FocusReason.OtherFocusReason)

    def go(self, place: Place) -> None:
        """Show a form, or the cell's own."""
        code = place.form
        if place.cell is not None:
            code = self._form_of(place.cell)
            self.session.set_period(_period_for(place.cell, self.session.period))
        row = self.form_model.row_of(code)
        if row < 0 and code:
            self._leave_period(code)
            row = self.form_model.row_of(code)
        self._choose_row(row)
        form = self.entry_model.form
        cell = place.cell
        if cell is None and place.element and form is not None:
            cell = CellId(place.element, form.parts[0].code, Category.DEFAULT)
        self.grid.go_to(cell)

    def _leave_period(self, code: str) -> None:
        """A form that the shown period does not have is shown for the period around it that has."""
        data_set = self.session.catalogue.data_sets.get(code)
        if data_set is not None:
            self.session.set_period(self.session.period.around(data_set.frequency))

    def show_help(self) -> bool:
        """F1 on a cell: help for it."""
        return show_cell_help(self, self.grid)

    def save_state(self) -> dict[str, str]:
        """The form shown, and what stands beside it."""
        form = self.entry_model.form
        was_moved = self._forms_width not in (0, self.splitter.sizes()[0])
        state = {"splitter": splitter_text(self.splitter) if was_moved else ""}
        return state | {"form": form.data_set.code if form else "", "compare": str(self.head.compare.currentIndex())}

    def restore_state(self, state: dict[str, str]) -> None:
        """Show what was shown."""
        self.head.compare.setCurrentIndex(int(state.get("compare", "0") or 0))
        if state.get("splitter"):
            restore_splitter(self.splitter, state["splitter"])
            self._forms_width = -1  # the edge was moved by hand and stays

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the right pane away where there is no room."""
        super().resizeEvent(event)
        self.pane.setVisible(self.window().width() > NARROW_POINTS)
        self._share_width()

    def _share_width(self) -> None:
        """The names of the forms get the room they need where there is enough; who moved an edge keeps it there."""
        now = self.splitter.sizes()[0]
        if self._forms_width not in (0, now):
            return
        forms = min(self.forms.sizeHint().width(), self.width() // 4)
        pane = 31 * theme.STEP if self.pane.isVisibleTo(self) else 0
        self.splitter.setSizes([forms, self.width() - forms - pane - 2, pane])
        self._forms_width = self.splitter.sizes()[0]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc that nobody else wants leaves the question below the grid, then the notice."""
        if event.key() != Qt.Key.Key_Escape or not (self.plausible.dismiss() or self.line.dismiss()):
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Another text size: fit the columns."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.grid.fit()

    # --- forms -----------------------------------------------------------------------------------------------------

    def refresh_forms(self) -> None:
        """Show anew how far each form is."""
        self.form_model.show_lines(form_lines(self.session))
        self._share_width()

    def _period_changed(self, _period: Period) -> None:
        if not self._is_shown:
            return
        form = self.entry_model.form
        self.refresh_forms()
        row = self.form_model.row_of(form.data_set.code) if form else -1
        self._choose_row(row if row >= 0 else self.form_model.first_unfinished())
        if form is not None and row >= 0:
            self._show_form(form.data_set)

    def _choose_row(self, row: int) -> None:
        if row >= 0:
            self.forms.setCurrentIndex(self.form_model.index(row))

    def _row_after(self, step: int) -> int:
        """Row of the next (or the previous) form that is kept, or -1."""
        row, lines = self.forms.currentIndex().row() + step, self.form_model.lines
        while 0 <= row < len(lines) and not lines[row].is_kept:
            row += step
        return row if 0 <= row < len(lines) else -1

    def _next_form(self, step: int) -> None:
        row = self._row_after(step)
        if row >= 0:
            self._choose_row(row)
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _form_chosen(self, row: int) -> None:
        self._show_form(self.form_model.lines[row].data_set)

    def _form_of(self, cell: CellId) -> str:
        element = self.session.catalogue.data_elements[cell.data_element]
        return f"{element.group}.{element.frequency.value}"

    def _show_form(self, data_set: DataSet) -> None:
        self.grid.settle()
        self.typing.forget()
        self._remember_cell()
        form = lay_out(self.session.catalogue, data_set, self.session.period, same_last_year=self._same_last_year)
        codes = self.cumulator.periods_read(form)
        values = queries.data_values(self.session.store, codes, data_set.elements)
        self.entry_model.show_form(form, values)
        self.saver.overlay()
        self.head.title.show_text(f"{data_set.title_vi} · {words.period_name(form.whole)}")
        self.show_progress()
        self._go_to_kept_cell(form)
        if self.entry_model.is_read_only:
            self._say_read_only()
        self._say_unsaved()
        self.form_shown.emit(form)

    def _remember_cell(self) -> None:
        form, cell = self.entry_model.form, self.grid.current_cell()
        if form is not None and cell is not None:
            self._left_at[form.data_set.code] = cell

    def _go_to_kept_cell(self, form: EntryForm) -> None:
        """Where the form was left, at its first cell when Enter led here, else at the first one without a figure."""
        keys, kept = self.grid.hasFocus(), self._left_at.get(form.data_set.code)
        cell = form.cells()[0] if self._is_led else kept
        if not self.grid.go_to(cell, keys=keys):
            self.grid.go_to(keys=keys)

    def show_progress(self) -> None:
        """How much of the form is filled."""
        form = self.entry_model.form
        filled, needed = self.entry_model.filled()
        self.head.progress.setText(self.tr("{filled} of {needed} filled").format(filled=filled, needed=needed))
        if form is not None:
            drafts = len(self.entry_model.drafts())
            self.form_model.set_count(form.data_set.code, filled, needed, drafts)

    def _form_ended(self) -> None:
        """Enter in the last cell: straight on to the first cell of the next form; what was said there stays."""
        row, form = self._row_after(1), self.entry_model.form
        if row < 0 or form is None:
            if not self.typing.has_said:
                self.line.say(self.tr("End of the last form."), "done")
            return
        self._is_led = True
        with self.typing.keeping_said():
            self._choose_row(row)
        self._is_led = False
        if not self.typing.has_said and not self.line.isVisible():
            said = self.tr("“{form}” is at its end; this is the next form.")
            self.line.say(said.format(form=form.data_set.title_vi), "done")

    def _compare_changed(self, row: int) -> None:
        self._same_last_year = row == 0
        self.show_again()

    def show_again(self) -> None:
        """Read the form shown from the disk once more."""
        if self.entry_model.form is not None:
            self._show_form(self.entry_model.form.data_set)

    def _toggle_kept(self, row: int) -> None:
        line = self.form_model.lines[row]
        if not may(self.session, Deed.SETTINGS):
            self.line.say(why_not(self.session, Deed.SETTINGS))
            return
        set_kept(self.session, line.data_set.code, not line.is_kept, self.refresh_forms)

    # --- saving ----------------------------------------------------------------------------------------------------

    def save(self, values: Sequence[DataValue], *, kind: str = "") -> None:
        """Show values in their cells and send them to the disk; ``kind`` is what the change log calls it."""
        self.saver.save(values, kind=kind)
        self.show_progress()

    def _answered(self) -> None:
        """A write has ended, well or not."""
        self.show_progress()
        self._say_unsaved()
        self.answered.emit()

    def _say_unsaved(self) -> None:
        """How many figures are not on disk, why, and what can be done; the figures stay in their cells."""
        if len(self.session.unsaved):
            text = entry_words.unsaved(self.session)
            if self.line.text != text:
                self.line.ask(text, remedies(self.session), self.grid, takes_keys=False)
                self._is_unsaved_said = True
        elif self._is_unsaved_said:
            self._is_unsaved_said = False
            self.line.clear()

    def _say_read_only(self) -> None:
        """Nothing can be typed here: say why, and what to do instead."""
        if not self.entry_model.is_read_only:
            return
        self.line.ask(entry_words.read_only(self.session), [elsewhere(self.session)], self.grid, takes_keys=False)

    # --- knowing ---------------------------------------------------------------------------------------------------

    def _something_changed(self, changes: object, origin: object) -> None:
        if origin is self or not self._is_shown:
            return
        if getattr(changes, "kind", "") in ("data_value", "setting"):
            self.refresh_forms()
            form = self.entry_model.form
            if getattr(changes, "kind", "") == "data_value" and form is not None:
                self._show_form(form.data_set)


def _period_for(cell: CellId, shown: Period) -> Period:
    """The shown period when the cell stands in it, else the cell's own."""
    own = parse_period(cell.period)
    return shown if shown.contains(own) or own.contains(shown) else own
