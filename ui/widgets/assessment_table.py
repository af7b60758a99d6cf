"""The score table's keys: typing answers, Enter goes down to the next leaf, F2 edits, Del takes an answer back."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.models.assessment_model import (
    ANSWER,
    MAXIMUM,
    NUMBER,
    POINTS,
    TEXT,
    AssessmentModel,
    DraftRole,
)
from ui.widgets.entry_delegate import FigureEdit
from ui.widgets.entry_keys import would_change
from ui.widgets.ledger_table import LedgerTable
from ui.widgets.plain_cells import PlainDelegate, fit_rows, widest
from ui.widgets.text_fields import is_held_back

Index = QModelIndex | QPersistentModelIndex
WIDEST = {NUMBER: 8, MAXIMUM: 8, ANSWER: 18, POINTS: 12}
LAYER_LETTERS, TEXT_LETTERS = 12, 24
"""Letters that the column of another layer takes at most, and that the text keeps at least."""
ANSWER_LETTERS = 14
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ScoreDelegate(PlainDelegate):
    """A plain line of text over the answer; what it means is decided elsewhere."""

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A line of text."""
        editor = FigureEdit(parent)
        editor.setAlignment(Qt.AlignmentFlag.AlignLeft)
        editor.started_by_typing = bool(getattr(self.parent(), "opened_by_typing", False))
        editor.setAccessibleName(str(index.data(Qt.ItemDataRole.AccessibleTextRole)))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Start from the answer; typing replaced it already."""
        if isinstance(editor, FigureEdit) and not editor.text():
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand the text on when it was changed; one that was refused always."""
        if isinstance(editor, FigureEdit):
            text = typed_text(editor, index)
            if text is not None:
                model.setData(index, text)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        """Over the top line of the cell."""
        height = min(option.rect.height(), editor.sizeHint().height())
        editor.setGeometry(option.rect.x(), option.rect.y(), option.rect.width(), height)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Enter, Tab and arrows leave an editor; nothing leaves it while a letter is composed."""
        if isinstance(editor, FigureEdit) and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if editor.is_composing:
                return False
            table = self.parent()
            if isinstance(table, ScoreTable) and table.leave_editor(editor, event):
                return True
        return super().eventFilter(editor, event)


def typed_text(editor: FigureEdit, index: Index) -> str | None:
    """What was typed over an answer; None where nothing was. What was refused before is always handed on."""
    editor.settle()
    is_other = editor.text() != str(index.data(Qt.ItemDataRole.EditRole) or "")
    return editor.text() if is_other or editor.isModified() or index.data(DraftRole) else None


class ScoreTable(LedgerTable):
    """View of an ``AssessmentModel``.

    ``moved(code, kind)``: the cursor stands on another line. ``cleared(codes)``: Del on these leaves. ``refused()``:
    somebody wants to type where that is not possible. ``choices_wanted()``: Alt+Down. ``ended()``: Enter at the end.
    """

    moved = Signal()
    cleared = Signal(list)
    refused = Signal()
    choices_wanted = Signal()
    ended = Signal()

    def __init__(self, name: str, model: AssessmentModel, parent: QWidget | None = None) -> None:
        """A table over a model."""
        super().__init__(name, model, parent)
        self.opened_by_typing = False
        self.setItemDelegate(ScoreDelegate(self))
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.widened.connect(self.fit)
        model.modelReset.connect(self.fit)

    @property
    def score_model(self) -> AssessmentModel:
        """The model, by its own type."""
        model = self.model()
        assert isinstance(model, AssessmentModel)
        return model

    def fit(self) -> None:
        """Every column as wide as what it holds; the text takes what is left, and wraps."""
        model, letter = self.score_model, self.fontMetrics().averageCharWidth()
        taken = 0
        for column in range(model.columnCount()):
            if column != TEXT:
                width = widest(self, model, column, WIDEST.get(column, LAYER_LETTERS))
                self.setColumnWidth(column, max(width, ANSWER_LETTERS * letter) if column == ANSWER else width)
                taken += self.columnWidth(column)
        self.setColumnWidth(TEXT, max(self.viewport().width() - taken, TEXT_LETTERS * letter))
        fit_rows(self, model)

    def changeEvent(self, event: QEvent) -> None:
        """Another text size: fit the columns."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "opened_by_typing"):
            self.fit()

    # --- moving ------------------------------------------------------------------------------------------------------

    def go_to(self, row: int) -> None:
        """Put the cursor on the answer of a line, in sight with the line below."""
        if row >= 0:
            self.setCurrentIndex(self.score_model.index(row, ANSWER))
            below = min(row + 1, self.score_model.rowCount() - 1)
            self.scrollTo(self.score_model.index(below, ANSWER))
            self.scrollTo(self.currentIndex())

    def advance(self, step: int) -> None:
        """To the next leaf, or back."""
        row = self.score_model.next_leaf(self.currentIndex().row(), step)
        if row >= 0:
            self.go_to(row)
        elif step > 0:
            self.ended.emit()

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802 - Qt's own name
        """Say which line is current."""
        super().currentChanged(current, previous)
        if current.row() != previous.row():
            self.moved.emit()

    # --- keys --------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the module's docstring."""
        editor = self.open_editor()
        if editor is not None and editor.is_composing and is_held_back(event):
            return
        if self._is_editing() or not self._press(event):
            super().keyPressEvent(event)

    def _press(self, event: QKeyEvent) -> bool:
        key, model = event.key(), self.score_model
        if key in _ENTERS and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.advance(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
            return True
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier or not would_change(event):
            return False
        index = self.currentIndex().siblingAtColumn(ANSWER)
        if not model.flags(index) & Qt.ItemFlag.ItemIsEditable:
            self.refused.emit()
            return True
        if self.currentIndex().column() != ANSWER:
            self.setCurrentIndex(index)
        if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            rows = sorted({each.row() for each in self.selectedIndexes()} | {index.row()})
            self.cleared.emit([model.rows[row].code for row in rows if model.rows[row].kind == "leaf"])
            return True
        if key == Qt.Key.Key_Down:
            self.choices_wanted.emit()
            return True
        return False

    def leave_editor(self, editor: FigureEdit, event: QKeyEvent) -> bool:
        """Take the text and move on, when the key says so; False leaves the key to the editor."""
        key = event.key()
        is_back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier) or key in (
            Qt.Key.Key_Up,
            Qt.Key.Key_Backtab,
        )
        leaving = (*_ENTERS, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Up, Qt.Key.Key_Down)
        if key not in leaving:
            return False
        index = self.currentIndex()
        text = typed_text(editor, index)
        self.closeEditor(editor, QStyledItemDelegate.EndEditHint.NoHint)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if text is not None:  # after the editor has gone: a question that follows may take the keys
            self.model().setData(index, text)
        if not self.is_held:
            self.advance(-1 if is_back else 1)
        return True

    @property
    def is_held(self) -> bool:
        """Whether the cursor has to stay: the text just typed was refused, or a reason is asked."""
        return bool(self.currentIndex().data(DraftRole))

    def open_editor(self) -> FigureEdit | None:
        """The editor that is open; while the first letter is composed it has not the keys yet."""
        if not self._is_editing():
            return None
        editors = self.viewport().findChildren(FigureEdit)
        return next((each for each in editors if not each.isHidden()), None)  # one just closed dies a moment later

    def settle(self) -> None:
        """Take what an open editor holds: something else is about to be shown."""
        editor = self.open_editor()
        if editor is not None:
            self.commitData(editor)
            self.closeEditor(editor, QStyledItemDelegate.EndEditHint.NoHint)

    def edit(self, *arguments: object) -> bool:  # type: ignore[override]
        """Remember whether the editor is opened by typing."""
        self.opened_by_typing = len(arguments) == 3 and arguments[1] == QAbstractItemView.EditTrigger.AnyKeyPressed
        return bool(super().edit(*arguments))  # type: ignore[call-overload]

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Give the keys away; a first letter that is still composed is taken."""
        editor = self.open_editor()
        if editor is not None and editor.is_composing:
            self.settle()
        super().focusOutEvent(event)
