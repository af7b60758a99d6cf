"""The due list drawn: bold headings with a rule, lines with a sign, a quiet second line, and a word at the right."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui import icons, theme
from ui.models.agenda_model import AgendaLine, AgendaModel, LineRole

SIGN = 16
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_WRAP = Qt.TextFlag.TextWordWrap


class _AgendaDelegate(QStyledItemDelegate):
    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self._width = 0
        self._heights: dict[tuple[AgendaLine, float], int] = {}

    def set_width(self, width: int) -> None:
        """Take the width of a line; asking the view for its viewport costs 16 ms the first time."""
        self._width = width
        self._heights = {}

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        line: AgendaLine = index.data(LineRole)
        painter.save()
        if line.kind == "head":
            self._head(painter, option, line)
        else:
            self._item(painter, option, line, is_current=index.row() == self._view.currentIndex().row())
        painter.restore()

    def _head(self, painter: QPainter, option: QStyleOptionViewItem, line: AgendaLine) -> None:
        painter.setFont(theme.scaled(option.font, 1.1, bold=True))
        painter.setPen(theme.colour("text"))
        room = option.rect.adjusted(theme.STEP, 0, -theme.STEP, -theme.HALF)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom), line.title)
        painter.setPen(theme.colour("muted"))
        painter.setFont(option.font)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom), line.side)
        painter.setPen(QPen(theme.colour("control"), 1))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())

    def _item(self, painter: QPainter, option: QStyleOptionViewItem, line: AgendaLine, *, is_current: bool) -> None:
        if is_current:
            painter.fillRect(option.rect, theme.colour("tint"))
        room = _room(option.rect)
        metrics = option.fontMetrics
        if line.sign:
            top = room.top() + (metrics.height() - SIGN) / 2
            shade = theme.colour(icons.VERDICT_COLOURS.get(line.sign, "muted"))
            icons.draw(painter, line.sign, QRectF(option.rect.left() + theme.STEP, top, SIGN, SIGN), shade)
        side = theme.tabular(option.font)
        painter.setFont(side)
        painter.setPen(theme.colour(line.shade))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop), line.side)
        room.setRight(room.right() - _side_width(metrics, line))
        painter.setFont(option.font)
        painter.setPen(theme.colour("text" if line.kind == "item" else "muted"))
        used = painter.drawText(room, int(_LEFT | _WRAP), line.title)
        if line.detail:
            below = QRect(room.left(), _bottom(used) + 1, room.width(), room.height())
            painter.setPen(theme.colour("muted"))
            painter.drawText(below, int(_LEFT | _WRAP), line.detail)
        painter.setPen(QPen(theme.colour("rule"), 1))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        if is_current and self._view.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRect(option.rect.adjusted(1, 1, -1, -1))

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Measured once for each width: Qt asks three times before the first paint."""
        line: AgendaLine = index.data(LineRole)
        metrics = option.fontMetrics
        if line.kind == "head":
            return QSize(self._width, metrics.height() * 2 + (theme.STEP if index.row() else 0))
        if not self._width:  # not laid out yet
            return QSize(0, metrics.height())
        key = (line, option.font.pointSizeF())
        if key not in self._heights:
            self._heights[key] = self._height(metrics, line)
        return QSize(self._width, self._heights[key])

    def _height(self, metrics: QFontMetrics, line: AgendaLine) -> int:
        room = _room(QRect(0, 0, self._width, 10_000))
        room.setRight(room.right() - _side_width(metrics, line))
        height = metrics.boundingRect(room, int(_LEFT | _WRAP), line.title).height()
        if line.detail:
            height += 1 + metrics.boundingRect(room, int(_LEFT | _WRAP), line.detail).height()
        return int(height + 1.5 * theme.STEP)


def _room(rect: QRect) -> QRect:
    return rect.adjusted(2 * theme.STEP + SIGN, int(0.75 * theme.STEP), -theme.STEP, 0)


def _side_width(metrics: QFontMetrics, line: AgendaLine) -> int:
    return metrics.horizontalAdvance(line.side) + 3 * theme.STEP if line.side else 0


def _bottom(used: object) -> int:
    """Lower edge of a drawn text (PySide returns its rectangle)."""
    return int(used.bottom()) if isinstance(used, QRect) else 0


class AgendaView(QListView):
    """View of an ``AgendaModel``.

    ``opened(place)``: Enter or a double click on a line that leads somewhere. ``chosen(report or None)``: the cursor
    stands on another line.
    """

    opened = Signal(object)
    chosen = Signal(object)

    def __init__(self, name: str, model: AgendaModel, parent: QWidget | None = None) -> None:
        """A list called ``name``."""
        super().__init__(parent)
        self.setModel(model)
        self._lines_drawn = _AgendaDelegate(self)
        self.setItemDelegate(self._lines_drawn)
        self.setAccessibleName(name)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.doubleClicked.connect(self._open)
        model.modelReset.connect(self._choose_first)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; arrows step over headings."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right):
            self._open(self.currentIndex())
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._walk(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._go_to_end(last=event.key() == Qt.Key.Key_End)
        elif event.key() in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            super().keyPressEvent(event)
            self._leave_heading(1 if event.key() == Qt.Key.Key_PageDown else -1)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines wrap anew."""
        self._lines_drawn.set_width(event.size().width())
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def currentChanged(  # noqa: N802 - Qt's own name
        self, current: QModelIndex | QPersistentModelIndex, before: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Say which report the cursor stands on."""
        super().currentChanged(current, before)
        lines = self._lines()
        self.chosen.emit(lines[current.row()].report if 0 <= current.row() < len(lines) else None)

    def _lines(self) -> list[AgendaLine]:
        model = self.model()
        return model.lines if isinstance(model, AgendaModel) else []

    def _walk(self, step: int) -> None:
        lines, row = self._lines(), self.currentIndex().row() + step
        while 0 <= row < len(lines) and lines[row].kind != "item":
            row += step
        if 0 <= row < len(lines):
            self._choose(row)

    def _go_to_end(self, *, last: bool) -> None:
        """The first or last line that is no heading; a heading above the first one comes into sight, too."""
        items = [row for row, line in enumerate(self._lines()) if line.kind == "item"]
        if items:
            self._choose(items[-1 if last else 0])
            (self.scrollToBottom if last else self.scrollToTop)()

    def _leave_heading(self, step: int) -> None:
        """A page further may end at a heading: on to the next line that is none, or back to the last one."""
        lines, row = self._lines(), self.currentIndex().row()
        if 0 <= row < len(lines) and lines[row].kind != "item":
            self._walk(step)
            if self.currentIndex().row() == row:
                self._walk(-step)

    def _choose_first(self) -> None:
        """The first thing that is still to be done."""
        items = [(line.sign == "done", row) for row, line in enumerate(self._lines()) if line.kind == "item"]
        if items:
            self._choose(min(items)[1])

    def _choose(self, row: int) -> None:
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(self.model().index(row, 0), flag)

    def _open(self, index: QModelIndex) -> None:
        lines = self._lines()
        if 0 <= index.row() < len(lines) and lines[index.row()].place is not None:
            self.opened.emit(lines[index.row()].place)
