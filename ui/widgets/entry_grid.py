"""The entry grid: Excel's keys (``entry_keys``), in the order of the form (``entry_moves``).

Typing replaces and keeps the first key; F2 edits; Enter goes down in form order, Tab across; Del means not reported,
``-`` not applicable; Ctrl+' takes the last period's figure over; Ctrl+C and Ctrl+V carry blocks; Alt+Down lists the
choices.
"""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QHeaderView,
    QMenu,
    QStyledItemDelegate,
    QWidget,
)

from data.definitions import ValueType
from ui import clipboard, theme, words
from ui.models.entry_model import COMPARED, NAME, NUMBER, UNIT, EntryModel
from ui.models.entry_rows import CellId
from ui.widgets import entry_keys, entry_moves
from ui.widgets.entry_delegate import EntryDelegate, FigureEdit
from ui.widgets.entry_frozen import FrozenColumns, uncovered
from ui.widgets.entry_grid_paint import GridPainter
from ui.widgets.ledger_table import LedgerTable
from ui.widgets.text_fields import is_held_back

Index = QModelIndex | QPersistentModelIndex
MOST_ROUNDS = 3
LEAST_LETTERS = 16
"""The name of a row keeps room for so many; three months, their total and a bar fit beside it in the first window."""
HAIR = 4
"""Letters are not whole points wide: a name that just fits is counted as one that does not."""


class EntryGrid(LedgerTable):
    """View of an ``EntryModel``.

    ``moved(cell)``: another cell is the current one (or None). ``pasted(block)``: a block of texts is to be put down
    from the current cell on. ``ended()``: Enter was pressed in the last cell of the form. ``refused()``: somebody
    wants to type, and the file is open for reading only. ``cleared(cells)``: these are to be not reported.
    ``previous_wanted(cell)``: Ctrl+': the last period's figure is wanted there. ``day_typed()``: Ctrl+; in a cell.
    """

    moved = Signal(object)
    pasted = Signal(object)
    ended = Signal()
    refused = Signal()
    cleared = Signal(list)
    previous_wanted = Signal(object)
    day_typed = Signal()

    def __init__(self, name: str, model: EntryModel, parent: QWidget | None = None) -> None:
        """A grid over a model."""
        super().__init__(name, model, parent)
        self.opened_by_typing = False
        self._is_fitting = False
        self.setItemDelegate(EntryDelegate(self))
        self._painter = GridPainter(self, model)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.horizontalHeader().setMinimumSectionSize(theme.STEP)
        self.frozen = FrozenColumns(self, model)
        model.modelReset.connect(self.fit)

    @property
    def entry_model(self) -> EntryModel:
        """The model, by its own type."""
        model = self.model()
        assert isinstance(model, EntryModel)
        return model

    # --- layout ----------------------------------------------------------------------------------------------------

    def fit(self) -> None:
        """Widths from the text size; the name takes what is left."""
        model = self.entry_model
        if model.form is None:
            return
        metrics = QFontMetrics(self.font())
        digit = metrics.horizontalAdvance("0")
        note = metrics.horizontalAdvance("000.000" + model.unsaved_word) + 6 * theme.STEP
        compared = max(digit * 10, metrics.horizontalAdvance("00.000.000") + 3 * theme.STEP)
        figures = max(compared, note)
        if model.form.has_total:
            figures = compared = metrics.horizontalAdvance("000.000") + 2 * theme.STEP
        units = [metrics.horizontalAdvance(row.element.unit) for row in model.form.rows if row.element.unit != "choice"]
        self.verticalHeader().setDefaultSectionSize(metrics.height() + theme.STEP)
        self.setColumnWidth(NUMBER, digit * 3 + 2 * theme.STEP)
        self.setColumnWidth(UNIT, min(max(units, default=digit * 4) + 3 * theme.STEP, digit * 14))
        for column in range(COMPARED, model.columnCount()):
            self.setColumnWidth(column, compared if column == COMPARED else figures)
        if model.form.has_total:
            total = metrics.horizontalAdvance("(0.000) 0/00") + 2 * theme.STEP
            self.setColumnWidth(model.columnCount() - 1, total)
        self._fit_name()

    def _fit_name(self) -> None:
        """Other heights can show or hide the bar for scrolling, and with it change the width: fit until it stays."""
        if self._is_fitting:
            return
        self._is_fitting = True
        for _round in range(MOST_ROUNDS):
            width = self.viewport().width()
            self._fit_to_width()
            if self.viewport().width() == width:
                break
        self._is_fitting = False
        self.frozen.follow()

    def _fit_to_width(self) -> None:
        model = self.entry_model
        if model.form is None:
            return
        metrics = QFontMetrics(self.font())
        least = LEAST_LETTERS * metrics.averageCharWidth()
        names = [metrics.horizontalAdvance(words.name_of(row.element)) for row in model.form.rows]
        most = max(names, default=least) + 4 * theme.STEP
        taken = sum(self.columnWidth(column) for column in range(model.columnCount()) if column != NAME)
        self.setColumnWidth(NAME, max(least, min(most, self.viewport().width() - taken)))
        self._fit_rows(metrics)

    def _fit_rows(self, metrics: QFontMetrics) -> None:
        """A name that is longer than its column wraps; the other lines stay one line high."""
        model = self.entry_model
        room = QRect(0, 0, self.columnWidth(NAME) - 2 * theme.STEP - HAIR, 10_000)
        one = metrics.height() + theme.STEP
        for place, row in enumerate(model.form.rows if model.form else ()):
            height = one
            if not row.is_part and metrics.horizontalAdvance(words.name_of(row.element)) > room.width():
                used = metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), words.name_of(row.element))
                height = max(one, used.height() + theme.STEP)
            if self.rowHeight(place) != height:
                self.setRowHeight(place, height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The name column follows the width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit_name()
        else:
            self.frozen.follow()

    # --- painting --------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what has to be painted, without asking the model role by role."""
        self.paint_region(event.region())

    def paint_region(self, region: QRegion) -> None:
        """Paint the cells in a region of the viewport."""
        self._painter.paint(region)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Take the keys; of the cells only the current one looks different (Qt would paint them all)."""
        QAbstractScrollArea.focusInEvent(self, event)
        index = self.currentIndex()
        is_typed = index.isValid() and self.entry_model.cell(index) is not None
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, is_typed)
        self.update(index)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Give the keys away; a first letter that is still composed is taken into its cell."""
        editor = self.open_editor()
        if editor is not None and editor.is_composing:
            self.commitData(editor)
            self.closeEditor(editor, QStyledItemDelegate.EndEditHint.NoHint)
        QAbstractScrollArea.focusOutEvent(self, event)
        self.update(self.currentIndex())

    # --- moving ----------------------------------------------------------------------------------------------------

    def go_to(self, cell: CellId | None = None, *, keys: bool = True) -> bool:
        """Put the cursor on a cell (the first one without a figure when none is named); with ``keys`` take them."""
        model = self.entry_model
        index = model.index_of(cell) if cell is not None else entry_moves.first_empty(model)
        if not index.isValid():
            return False
        self.setCurrentIndex(index)
        self.scrollTo(index)
        if keys:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def current_cell(self) -> CellId | None:
        """The typed cell under the cursor."""
        return self.entry_model.cell(self.currentIndex())

    def scrollTo(  # noqa: N802 - Qt's own name
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Bring a cell into sight, beside the frozen columns."""
        super().scrollTo(index, hint)
        if index.isValid():
            uncovered(self, self.frozen, index)

    def advance(self, step: int) -> None:
        """On in form order, or back."""
        target = entry_moves.next_in_form(self.entry_model, self.currentIndex(), step)
        if target.isValid():
            self.setCurrentIndex(target)
        elif step > 0:
            self.ended.emit()

    def go_across(self, step: int) -> None:
        """To the cell beside, or back."""
        self._go(entry_moves.across(self.entry_model, self.currentIndex(), step))

    def step(self, down: int, right: int) -> None:
        """One line or column further."""
        index = self.currentIndex()
        self._go(self.entry_model.index(index.row() + down, index.column() + right))

    def go_end(self, *, is_home: bool, is_whole: bool) -> None:
        """First or last cell of the line, or of the form."""
        self._go(entry_moves.line_end(self.entry_model, self.currentIndex(), is_home=is_home, is_whole=is_whole))

    def go_to_edge(self, down: int, right: int) -> None:
        """To the edge of what is filled."""
        self._go(entry_moves.block_edge(self.entry_model, self.currentIndex(), down, right))

    def _go(self, target: QModelIndex) -> None:
        if target.isValid():
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(target, flag)

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802 - Qt's own name
        """Say which cell is current."""
        super().currentChanged(current, previous)
        self.moved.emit(self.entry_model.cell(current))

    # --- keys ------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the module's docstring."""
        editor = self.open_editor()
        if editor is not None and editor.is_composing and is_held_back(event):
            return
        if self._is_editing():
            super().keyPressEvent(event)
            return
        if not self.entry_model.may_change(self.currentIndex()) and entry_keys.would_change(event):
            self.refused.emit()
        elif not entry_keys.press(self, event):
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the editor, where there is one."""
        if not self.entry_model.may_change(self.currentIndex()):
            self.refused.emit()
        super().mouseDoubleClickEvent(event)

    def focusNextPrevChild(self, is_next: bool) -> bool:  # noqa: N802 - Qt's own name
        """Tab goes across the cells; Ctrl+Tab and F6 leave the grid."""
        return False if self.currentIndex().isValid() else super().focusNextPrevChild(is_next)

    def leave(self, *, is_next: bool) -> None:
        """Ctrl+Tab: give the keys to the next field or button."""
        super().focusNextPrevChild(is_next)

    def leave_editor(self, editor: FigureEdit, event: QKeyEvent) -> bool:
        """Accept the text and move on, when the key says so; False leaves the key to the editor."""
        return entry_keys.leave_editor(self, editor, event)

    def edit(self, *arguments: object) -> bool:  # type: ignore[override]
        """Remember whether the editor is opened by typing (arrows then leave it) or by F2 (arrows move inside)."""
        self.opened_by_typing = len(arguments) == 3 and arguments[1] == QAbstractItemView.EditTrigger.AnyKeyPressed
        return bool(super().edit(*arguments))  # type: ignore[call-overload]

    def accept(self, editor: FigureEdit) -> None:
        """Take what an editor holds."""
        self.commitData(editor)
        self.give_up(editor)

    def settle(self) -> None:
        """Take what an open editor holds: the form is about to change."""
        editor = self.open_editor()
        if editor is not None:
            self.accept(editor)

    def open_editor(self) -> FigureEdit | None:
        """The editor that is open; while the first letter of a cell is composed it has not the keys yet."""
        if not self._is_editing():
            return None
        return next(iter(self.viewport().findChildren(FigureEdit)), None)

    def give_up(self, editor: FigureEdit) -> None:
        """Close an editor; what it holds is forgotten unless it was taken."""
        self.closeEditor(editor, QStyledItemDelegate.EndEditHint.NoHint)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- doing -----------------------------------------------------------------------------------------------------

    def clear_selected(self) -> None:
        """Del: the selected cells are not reported."""
        cells = [self.entry_model.cell(index) for index in self.selectedIndexes()]
        self.cleared.emit([cell for cell in cells if cell is not None])

    def paste(self) -> None:
        """Ctrl+V: put the clipboard down from here."""
        text = QGuiApplication.clipboard().text()
        if text and self.currentIndex().isValid():
            self.pasted.emit(clipboard.read_block(text))

    def list_choices(self) -> None:
        """The choices of the current cell as a menu, for booleans and choices."""
        index = self.currentIndex()
        row = self.entry_model.row(index)
        if row is None or self.entry_model.cell(index) is None:
            return
        codes = ("true", "false") if row.element.value_type is ValueType.BOOLEAN else row.element.choices
        if not codes:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for number, code in enumerate(codes, start=1):
            action = menu.addAction(f"&{number}  {words.choice(code)}")
            action.triggered.connect(lambda _checked=False, code=code: self.entry_model.setData(index, code))
        place = self.visualRect(index).bottomLeft()
        menu.popup(self.viewport().mapToGlobal(QPoint(place)))
        menu.setActiveAction(menu.actions()[0])

    def header(self) -> QHeaderView:
        """The horizontal head (for remembering widths)."""
        return self.horizontalHeader()
