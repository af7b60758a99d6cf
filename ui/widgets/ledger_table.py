"""A table as a ledger: thin rules, no boxes; its cells can be copied into Word and Excel."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui import clipboard, theme
from ui.widgets.column_widths import ColumnWidths

Index = QModelIndex | QPersistentModelIndex
SIDE_PADDING, TOP_PADDING = 5, 3


class LedgerDelegate(QStyledItemDelegate):
    """Draws a cell with a thin rule under it and an unmistakable frame when it is the current one."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw ground, text, rule and frame."""
        has_focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
        if option.state & QStyle.StateFlag.State_Selected or has_focus:
            painter.fillRect(option.rect, theme.colour("tint"))
        option.state &= ~(QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_Selected)
        whole = QRect(option.rect)
        option.rect = whole.adjusted(SIDE_PADDING, TOP_PADDING, -SIDE_PADDING, -TOP_PADDING)
        super().paint(painter, option, index)
        option.rect = whole
        painter.save()
        painter.setPen(QPen(theme.colour("rule"), 1))
        painter.drawLine(whole.bottomLeft(), whole.bottomRight())
        if has_focus:
            frame_current(painter, whole)
        painter.restore()

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Icons stand at the first line."""
        super().initStyleOption(option, index)
        option.decorationAlignment = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Room for the padding."""
        option.rect.setWidth(option.rect.width() - 2 * SIDE_PADDING)
        size = super().sizeHint(option, index)
        return QSize(size.width() + 2 * SIDE_PADDING, size.height() + 2 * TOP_PADDING)


def frame_current(painter: QPainter, whole: QRect) -> None:
    """The frame of the current cell: two points of the accent colour."""
    painter.setPen(QPen(theme.colour("accent"), 2))
    painter.drawRect(whole.adjusted(1, 1, -1, -1))


class LedgerTable(QTableView):
    """Read-only or editable table without a vertical head.

    ``opened(index)``: Enter, or a double click on a cell that cannot be edited. ``widened()``: its width changed.
    """

    opened = Signal(QModelIndex)
    widened = Signal()

    def __init__(self, name: str, model: QAbstractItemModel, parent: QWidget | None = None) -> None:
        """A table over a model, called ``name`` for those who hear it."""
        super().__init__(parent)
        self.setModel(model)
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setItemDelegate(LedgerDelegate(self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(3 * theme.STEP)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.widths = ColumnWidths(self)
        self.doubleClicked.connect(self.opened)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell when the width changed: only now is it known what the columns can share."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.widened.emit()

    def setColumnWidth(self, column: int, width: int) -> None:  # noqa: N802 - Qt's own name
        """Fit a column, unless a person set its width by hand."""
        super().setColumnWidth(column, self.widths.chosen(column, width))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Ctrl+C copies."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_selection()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self._is_editing():
            self.opened.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def copy_selection(self) -> None:
        """Copy the selected cells, or everything when only one cell is selected."""
        indexes = self.selectedIndexes()
        rows = sorted({index.row() for index in indexes})
        columns = sorted({index.column() for index in indexes}, key=self.horizontalHeader().visualIndex)
        if len(indexes) <= 1:
            rows = list(range(self.model().rowCount()))
            columns = [column for column in range(self.model().columnCount()) if not self.isColumnHidden(column)]
        clipboard.copy_model(self.model(), rows, columns)

    def _is_editing(self) -> bool:
        return self.state() == QAbstractItemView.State.EditingState
