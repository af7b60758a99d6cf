"""Number and name of each line stay in sight while the months scroll under them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView

from ui.models.entry_model import NAME, UNIT, EntryModel
from ui.widgets.entry_grid_paint import GridPainter

Index = QModelIndex | QPersistentModelIndex


class FrozenColumns(QTableView):
    """The first columns of a grid once more, over its left edge; hidden while the grid is not scrolled sideways."""

    def __init__(self, grid: QTableView, model: EntryModel) -> None:
        """Lie over a grid, hidden."""
        super().__init__(grid)
        self._grid = grid
        self.setModel(model)
        self.setSelectionModel(grid.selectionModel())
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(grid.verticalScrollMode())
        self.setHorizontalScrollMode(grid.horizontalScrollMode())
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(grid.verticalHeader().minimumSectionSize())
        self.horizontalHeader().setMinimumSectionSize(grid.horizontalHeader().minimumSectionSize())
        self.horizontalHeader().setDefaultAlignment(grid.horizontalHeader().defaultAlignment())
        self.horizontalHeader().setHighlightSections(False)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._painter = GridPainter(self, model)
        self.hide()
        grid.horizontalScrollBar().valueChanged.connect(self.follow)
        grid.verticalScrollBar().valueChanged.connect(self._follow_down)
        grid.verticalHeader().sectionResized.connect(lambda row, _old, new: self.setRowHeight(row, new))

    def width_shown(self) -> int:
        """How much of the grid lies under it when it is shown."""
        return sum(self._grid.columnWidth(column) for column in range(NAME + 1))

    def follow(self) -> None:
        """Take the grid's place, widths and heights; show only while something is scrolled away."""
        grid = self._grid
        if grid.horizontalScrollBar().value() == 0:
            self.hide()
            return
        for column in range(self.model().columnCount()):
            self.setColumnHidden(column, column >= UNIT)
            if column < UNIT:
                self.setColumnWidth(column, grid.columnWidth(column))
        for row in range(self.model().rowCount()):
            self.setRowHeight(row, grid.rowHeight(row))
        head = grid.horizontalHeader()
        self.horizontalHeader().setFixedHeight(head.height())
        viewport = grid.viewport().geometry()
        self.setGeometry(viewport.left(), head.y(), self.width_shown(), viewport.height() + head.height())
        self.show()
        self.raise_()
        self._follow_down()

    def _follow_down(self) -> None:
        if self.isVisible():
            self.verticalScrollBar().setValue(self._grid.verticalScrollBar().value())

    def scrollTo(self, index: Index, hint: object = None) -> None:  # noqa: N802 - Qt's own name
        """The grid scrolls, never this."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Like the grid."""
        self._painter.paint(event.region())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click goes to the line in the grid."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self._grid.setCurrentIndex(index)
            self._grid.setFocus(Qt.FocusReason.MouseFocusReason)

    def wheelEvent(self, event: QEvent) -> None:
        """The wheel scrolls the grid."""
        self._grid.wheelEvent(event)  # type: ignore[arg-type]


def uncovered(grid: QTableView, frozen: FrozenColumns, index: Index) -> None:
    """Scroll the grid so far that a cell does not lie under the frozen columns."""
    if index.column() < UNIT or not frozen.isVisible():
        return
    place: QRect = grid.visualRect(index)
    hidden = frozen.width_shown() - place.left()
    if hidden > 0:
        bar = grid.horizontalScrollBar()
        bar.setValue(bar.value() - hidden)
