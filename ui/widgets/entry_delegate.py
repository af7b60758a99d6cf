"""How a cell of the entry grid is drawn and edited. Text only: what it means is decided by ``data.numbers`` alone."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QLineEdit, QStyleOptionViewItem, QWidget

from data.model import CellState
from ui import icons, theme
from ui.models.entry_model import FIRST_PART, NAME, FlagRole, PartRole, PendingRole, StateRole
from ui.widgets.ledger_table import LedgerDelegate

Index = QModelIndex | QPersistentModelIndex
MARK = 12


class FigureEdit(QLineEdit):
    """The editor of a cell: a plain line of text, right-aligned.

    Nothing is committed while an input method composes a letter.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        """An empty editor."""
        super().__init__(parent)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setFrame(False)
        self.is_composing = False
        self.started_by_typing = True
        self.setStyleSheet(
            f"border: 2px solid {theme.colours().accent}; border-radius: 0; padding: 0 4px;"
            f" background: {theme.colours().base};"
        )

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Remember whether a letter is being composed."""
        self.is_composing = bool(event.preeditString())
        super().inputMethodEvent(event)


class EntryDelegate(LedgerDelegate):
    """Draws state, mark and flag of a cell; its editor follows the habits of a spreadsheet."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the cell as in a ledger; the typed columns stand between rules."""
        if index.data(StateRole) is CellState.DRAFT:
            painter.fillRect(option.rect, theme.colour("draft_ground"))
        super().paint(painter, option, index)
        painter.save()
        if index.data(PartRole):
            painter.setPen(QPen(theme.colour("rule"), 1))
            painter.drawLine(option.rect.topRight(), option.rect.bottomRight())
        self._draw_marks(painter, option, index)
        painter.restore()

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Tabular figures; sexes indented; typed figures a little stronger than the rest."""
        super().initStyleOption(option, index)
        if index.column() >= FIRST_PART - 1:
            option.font = theme.tabular(option.font)
        if index.data(PartRole) and index.data(StateRole) is CellState.FIGURE:
            option.font.setWeight(option.font.Weight.Medium)
        if index.column() == NAME and option.text.startswith("– "):
            option.rect.setLeft(option.rect.left() + 2 * theme.STEP)

    def _draw_marks(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        flag = index.data(FlagRole)
        field = QRectF(option.rect.left() + 3, option.rect.center().y() - MARK / 2 + 1, MARK, MARK)
        if index.data(PendingRole):
            icons.draw(painter, "saving", field, theme.colour("accent"))
        elif flag:
            icons.draw(painter, flag, field, theme.colour(icons.VERDICT_COLOURS[flag]))
        elif index.data(StateRole) is CellState.DRAFT:
            icons.draw(painter, "error", field, theme.colour("bad"))

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
        """Hand the text on when it was changed, or when the cell is to be accepted again."""
        if isinstance(editor, FigureEdit) and not editor.is_composing:
            text = editor.text()
            if text != str(index.data(Qt.ItemDataRole.EditRole) or "") or editor.isModified():
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
