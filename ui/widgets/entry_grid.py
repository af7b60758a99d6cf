"""The entry grid: Excel's keys, in the order of the form.

Typing replaces and keeps the first key; F2 edits; Enter goes down in form order, Tab across; Del means not reported,
``-`` not applicable; Ctrl+' takes the compared figure over; Ctrl+C and Ctrl+V carry blocks; Alt+Down lists the choices.
"""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
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
from ui.models.entry_model import COMPARED, FIRST_PART, NAME, NUMBER, UNIT, EntryModel
from ui.models.entry_rows import CellId
from ui.widgets.entry_delegate import EntryDelegate, FigureEdit
from ui.widgets.entry_frozen import FrozenColumns, uncovered
from ui.widgets.entry_grid_paint import GridPainter
from ui.widgets.ledger_table import LedgerTable

Index = QModelIndex | QPersistentModelIndex
HAIR = 4
"""Letters are not whole points wide: a name that just fits is counted as one that does not."""
_ARROWS = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}


class EntryGrid(LedgerTable):
    """View of an ``EntryModel``.

    ``moved(cell)``: another cell is the current one (or None). ``pasted(block)``: a block of texts is to be put down
    from the current cell on. ``ended()``: Enter was pressed in the last cell of the form. ``refused()``: somebody
    wants to type, and the file is open for reading only.
    """

    moved = Signal(object)
    pasted = Signal(object)
    ended = Signal()
    refused = Signal()

    def __init__(self, name: str, model: EntryModel, parent: QWidget | None = None) -> None:
        """A grid over a model."""
        super().__init__(name, model, parent)
        self.opened_by_typing = False
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
        model = self.entry_model
        if model.form is None:
            return
        metrics = QFontMetrics(self.font())
        least = 20 * metrics.averageCharWidth()
        names = [metrics.horizontalAdvance(row.element.name_vi) for row in model.form.rows]
        most = max(names, default=least) + 4 * theme.STEP
        taken = sum(self.columnWidth(column) for column in range(model.columnCount()) if column != NAME)
        self.setColumnWidth(NAME, max(least, min(most, self.viewport().width() - taken)))
        self._fit_rows(metrics)
        self.frozen.follow()

    def _fit_rows(self, metrics: QFontMetrics) -> None:
        """A name that is longer than its column wraps; the other lines stay one line high."""
        model = self.entry_model
        room = QRect(0, 0, self.columnWidth(NAME) - 2 * theme.STEP - HAIR, 10_000)
        one = metrics.height() + theme.STEP
        for place, row in enumerate(model.form.rows if model.form else ()):
            height = one
            if not row.is_part and metrics.horizontalAdvance(row.element.name_vi) > room.width():
                used = metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), row.element.name_vi)
                height = max(one, used.height() + theme.STEP)
            if self.rowHeight(place) != height:
                self.setRowHeight(place, height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The name column follows the width."""
        super().resizeEvent(event)
        self._fit_name()

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
        """Give the keys away."""
        QAbstractScrollArea.focusOutEvent(self, event)
        self.update(self.currentIndex())

    # --- moving ----------------------------------------------------------------------------------------------------

    def go_to(self, cell: CellId | None = None, *, keys: bool = True) -> bool:
        """Put the cursor on a cell (the first one without a figure when none is named); with ``keys`` take them."""
        model = self.entry_model
        index = model.index_of(cell) if cell is not None else self._first_empty()
        if not index.isValid():
            return False
        self.setCurrentIndex(index)
        self.scrollTo(index)
        if keys:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _first_empty(self) -> QModelIndex:
        form = self.entry_model.form
        if form is None or not form.rows:
            return QModelIndex()
        for column, part in enumerate(form.parts, start=FIRST_PART):
            for place, row in enumerate(form.rows):
                if not row.is_part and not self.entry_model.is_filled(row, part):
                    return self.entry_model.index(place, column)
        return self.entry_model.index(0, FIRST_PART)

    def next_in_form(self, index: QModelIndex, step: int) -> QModelIndex:
        """The cell after (or before) this one in form order: down the column, then the next column's top."""
        model = self.entry_model
        if model.form is None:
            return QModelIndex()
        row, column = index.row() + step, index.column()
        if row >= model.rowCount():
            row, column = 0, column + 1
        elif row < 0:
            row, column = model.rowCount() - 1, column - 1
        candidate = model.index(row, column)
        return candidate if model.cell(candidate) is not None else QModelIndex()

    def scrollTo(  # noqa: N802 - Qt's own name
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Bring a cell into sight, beside the frozen columns."""
        super().scrollTo(index, hint)
        if index.isValid():
            uncovered(self, self.frozen, index)

    def _advance(self, step: int) -> None:
        target = self.next_in_form(self.currentIndex(), step)
        if target.isValid():
            self.setCurrentIndex(target)
        elif step > 0:
            self.ended.emit()

    def _across(self, step: int) -> None:
        index = self.currentIndex()
        target = index.siblingAtColumn(index.column() + step)
        if self.entry_model.cell(target) is None:
            row = index.row() + step
            parts = len(self.entry_model.form.parts) if self.entry_model.form else 0
            target = self.entry_model.index(row, FIRST_PART if step > 0 else FIRST_PART + parts - 1)
        if target.isValid():
            self.setCurrentIndex(target)

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802 - Qt's own name
        """Say which cell is current."""
        super().currentChanged(current, previous)
        self.moved.emit(self.entry_model.cell(current))

    # --- keys ------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the module's docstring."""
        if self._is_editing():
            super().keyPressEvent(event)
            return
        key, is_shift = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if self.entry_model.is_read_only and _would_change(event):
            self.refused.emit()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self._paste()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._advance(-1 if is_shift else 1)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._clear()
        elif key == Qt.Key.Key_Apostrophe and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._take_compared()
        elif key == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.list_choices()
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self._across(-1 if key == Qt.Key.Key_Backtab else 1)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._go_end(key == Qt.Key.Key_Home, event.modifiers())
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the editor, where there is one."""
        if self.entry_model.is_read_only:
            self.refused.emit()
        super().mouseDoubleClickEvent(event)

    def focusNextPrevChild(self, is_next: bool) -> bool:  # noqa: N802 - Qt's own name
        """Tab goes across the cells; Ctrl+Tab and F6 leave the grid."""
        return False if self.currentIndex().isValid() else super().focusNextPrevChild(is_next)

    def leave_editor(self, editor: FigureEdit, event: QKeyEvent) -> bool:
        """Accept the text and move on, when the key says so; False leaves the key to the editor."""
        key, modifiers = event.key(), event.modifiers()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._accept(editor)
            self._advance(-1 if modifiers & Qt.KeyboardModifier.ShiftModifier else 1)
            return True
        if key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self._accept(editor)
            self._across(-1 if key == Qt.Key.Key_Backtab else 1)
            return True
        vertical = key in (Qt.Key.Key_Up, Qt.Key.Key_Down)
        if (
            key in _ARROWS
            and (vertical or editor.started_by_typing)
            and not modifiers & Qt.KeyboardModifier.ShiftModifier
        ):
            self._accept(editor)
            down, right = _ARROWS[Qt.Key(key)]
            self._step(down, right)
            return True
        return False

    def edit(self, *arguments: object) -> bool:  # type: ignore[override]
        """Remember whether the editor is opened by typing (arrows then leave it) or by F2 (arrows move inside)."""
        self.opened_by_typing = len(arguments) == 3 and arguments[1] == QAbstractItemView.EditTrigger.AnyKeyPressed
        return bool(super().edit(*arguments))  # type: ignore[call-overload]

    def _accept(self, editor: FigureEdit) -> None:
        self.commitData(editor)
        self.closeEditor(editor, QStyledItemDelegate.EndEditHint.NoHint)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _step(self, down: int, right: int) -> None:
        index = self.currentIndex()
        target = self.entry_model.index(index.row() + down, index.column() + right)
        if target.isValid():
            self.setCurrentIndex(target)

    def _go_end(self, is_home: bool, modifiers: Qt.KeyboardModifier) -> None:
        model, index = self.entry_model, self.currentIndex()
        if model.form is None or not index.isValid():
            return
        row = index.row()
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            row = 0 if is_home else model.rowCount() - 1
        column = FIRST_PART if is_home else FIRST_PART + len(model.form.parts) - 1
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(model.index(row, column), flag)

    # --- doing -----------------------------------------------------------------------------------------------------

    def _clear(self) -> None:
        for index in self.selectedIndexes():
            if self.entry_model.cell(index) is not None and index.data(Qt.ItemDataRole.EditRole):
                self.entry_model.setData(index, "")

    def _take_compared(self) -> None:
        index = self.currentIndex()
        text = index.siblingAtColumn(COMPARED).data()
        if text and not str(text).startswith("("):
            self.entry_model.setData(index, str(text))

    def _paste(self) -> None:
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


def _would_change(event: QKeyEvent) -> bool:
    """Whether a key would change a cell: a letter, F2, Del, Backspace, Ctrl+V, Ctrl+', Alt+Down."""
    key, modifiers = event.key(), event.modifiers()
    if modifiers & Qt.KeyboardModifier.ControlModifier:
        return key in (Qt.Key.Key_V, Qt.Key.Key_Apostrophe)
    if modifiers & Qt.KeyboardModifier.AltModifier:
        return bool(key == Qt.Key.Key_Down)
    is_letter = bool(event.text()) and event.text().isprintable()
    return is_letter or key in (Qt.Key.Key_F2, Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
