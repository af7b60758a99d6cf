"""How a cell of the entry grid is edited. Text only: what it means is decided by ``data.numbers`` alone."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from data.model import CellState
from ui.models.entry_model import StateRole
from ui.widgets.ledger_table import LedgerDelegate
from ui.widgets.text_fields import LineField

Index = QModelIndex | QPersistentModelIndex


class FigureEdit(LineField):
    """The editor of a cell: a plain line of text, right-aligned."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """An empty editor."""
        super().__init__(parent=parent)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.started_by_typing = True


class EntryDelegate(LedgerDelegate):
    """The editor of a cell follows the habits of a spreadsheet; ``entry_grid_paint`` does the drawing."""

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A line of text."""
        editor = FigureEdit(parent)
        editor.started_by_typing = bool(getattr(self.parent(), "opened_by_typing", False))
        editor.setAccessibleName(str(index.data(Qt.ItemDataRole.AccessibleTextRole)))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Start from what the cell holds; typing replaced it already."""
        if isinstance(editor, FigureEdit) and not editor.text():
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand the text on when it was changed; that of a draft always: it may be a figure by now."""
        if isinstance(editor, FigureEdit):
            editor.settle()
            text = editor.text()
            is_draft = index.data(StateRole) is CellState.DRAFT
            if text != str(index.data(Qt.ItemDataRole.EditRole) or "") or editor.isModified() or is_draft:
                model.setData(index, text)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        """Exactly over the cell."""
        editor.setGeometry(option.rect)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Arrows leave an editor that was opened by typing; nothing leaves it while a letter is composed."""
        if isinstance(editor, FigureEdit) and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if editor.is_composing:
                return False
            leave = getattr(self.parent(), "leave_editor", None)
            if leave is not None and leave(editor, event):
                return True
        return super().eventFilter(editor, event)
