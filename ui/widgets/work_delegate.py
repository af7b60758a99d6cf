"""How states and notes of the plan's work are drawn and typed."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QMenu, QStyleOptionViewItem, QWidget

from ui import icons, theme
from ui.models.work_model import SIGNS, STATE, STATES, ProgressRole, WorkModel, progress_word
from ui.widgets.ledger_table import LedgerDelegate, LedgerTable

Index = QModelIndex | QPersistentModelIndex
SIGN = 16


class StateDelegate(LedgerDelegate):
    """A sign before the word; a list of the four states to choose from."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Room for the sign, where there is one."""
        super().initStyleOption(option, index)
        if index.data(ProgressRole) is not None:
            option.rect.setLeft(option.rect.left() + SIGN + theme.HALF)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the word, then the sign."""
        super().paint(painter, option, index)
        progress = index.data(ProgressRole)
        if progress is not None:
            name = SIGNS[progress]
            shade = theme.colour(icons.VERDICT_COLOURS.get(name, "muted"))
            icons.draw(painter, name, QRectF(option.rect.left() + 3, option.rect.top() + 2, SIGN, SIGN), shade)

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A list of the four states."""
        editor = QComboBox(parent)
        editor.setAccessibleName(str(index.data(Qt.ItemDataRole.AccessibleTextRole)))
        for progress in STATES:
            editor.addItem(progress_word(progress), progress)
        editor.activated.connect(lambda _row: self.commitData.emit(editor))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Start from the recorded state."""
        if isinstance(editor, QComboBox):
            progress = index.data(ProgressRole)
            editor.setCurrentIndex(STATES.index(progress) if progress in STATES else -1)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand the chosen state on."""
        if isinstance(editor, QComboBox) and editor.currentIndex() >= 0:
            model.setData(index, STATES[editor.currentIndex()])


class WorkTable(LedgerTable):
    """Typing 1 to 4 in the state column records it; a note is typed in place; Alt+Down lists the states."""

    def __init__(self, name: str, model: WorkModel, parent: QWidget | None = None) -> None:
        """A table over a model."""
        super().__init__(name, model, parent)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.setItemDelegateForColumn(STATE, StateDelegate(self))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the class's docstring; Enter goes down."""
        index = self.currentIndex()
        places = {Qt.Key.Key_1: 0, Qt.Key.Key_2: 1, Qt.Key.Key_3: 2, Qt.Key.Key_4: 3}
        key = Qt.Key(event.key())
        if index.isValid() and index.column() == STATE and key in places:
            self.model().setData(index, STATES[places[key]])
        elif key == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.list_states()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self._is_editing():
            self.setCurrentIndex(
                index.siblingAtRow(index.row() + 1) if index.row() + 1 < self.model().rowCount() else index
            )
        else:
            super().keyPressEvent(event)

    def list_states(self) -> None:
        """The four states as a menu under the current row's state."""
        index = self.currentIndex().siblingAtColumn(STATE)
        if not index.isValid():
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for number, progress in enumerate(STATES, start=1):
            action = menu.addAction(f"&{number}  {progress_word(progress)}")
            action.triggered.connect(lambda _checked=False, value=progress: self.model().setData(index, value))
        menu.popup(self.viewport().mapToGlobal(self.visualRect(index).bottomLeft()))
        menu.setActiveAction(menu.actions()[0])
