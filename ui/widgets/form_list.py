"""The list of forms beside the grid: sign, title, filled/needed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui import icons, theme
from ui.models.form_model import FormModel

SIGN = 16
_CENTRE = int(Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight) | _CENTRE
Index = QModelIndex | QPersistentModelIndex


class _FormDelegate(QStyledItemDelegate):
    """Draws a form; all of them are painted anew when something is said above them."""

    def __init__(self, parent: QListView) -> None:
        super().__init__(parent)
        self._list = parent
        self._fonts: tuple[str, QFont, QFont] = ("", QFont(), QFont())

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        rect, model = option.rect, self._list.model()
        assert isinstance(model, FormModel)
        line = model.lines[index.row()]
        is_chosen = index.row() == self._list.currentIndex().row()
        if is_chosen:
            painter.fillRect(rect, theme.colour("tint"))
        shade = {"done": "good", "lock": "good", "partly": "accent"}.get(line.state, "muted")
        corner = QPoint(rect.left() + theme.STEP, rect.center().y() - SIGN // 2 + 1)
        icons.put(painter, line.state, corner, SIGN, theme.colour(shade))
        count, metrics = model.count(line), option.fontMetrics
        room = rect.adjusted(2 * theme.STEP + SIGN, 0, -theme.STEP, 0)
        font, figures = self._both(option.font)
        painter.setPen(theme.colour("muted"))
        painter.setFont(figures)
        painter.drawText(room, _RIGHT, count)
        if line.is_kept:
            painter.setPen(theme.colour("text"))
        painter.setFont(font)
        room.setRight(room.right() - metrics.horizontalAdvance(count) - theme.STEP)
        title = metrics.elidedText(line.data_set.title_vi, Qt.TextElideMode.ElideMiddle, room.width())
        painter.drawText(room, _CENTRE, title)
        painter.setPen(theme.colour("rule"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if is_chosen and self._list.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
        painter.restore()

    def _both(self, font: QFont) -> tuple[QFont, QFont]:
        """The font, and the same with figures of one width; made once."""
        if self._fonts[0] != font.key():
            self._fonts = font.key(), QFont(font), theme.tabular(font)
        return self._fonts[1:]

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(20 * theme.STEP, option.fontMetrics.height() + int(1.5 * theme.STEP))


class FormList(QListView):
    """View of a ``FormModel``.

    ``entered()``: Enter or Right: the grid is to take the keys. ``keeping_asked(row)``: Ctrl+H: this form is to be
    kept, or no longer.
    """

    entered = Signal()
    keeping_asked = Signal(int)
    moved = Signal(int)

    def __init__(self, model: FormModel, parent: QWidget | None = None) -> None:
        """A list over a model."""
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(_FormDelegate(self))
        self.setAccessibleName(self.tr("Forms"))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._widest = self._measured()
        for changed in (model.modelReset, model.dataChanged):
            changed.connect(self._measure)

    def sizeHint(self) -> QSize:
        """Wide enough for the longest title with its count; layouts ask for it many times while a form is shown."""
        return self._widest

    def changeEvent(self, event: QEvent) -> None:
        """Another text size makes wider titles."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self.model() is not None:
            self._measure()

    def _measure(self, *_what: object) -> None:
        widest = self._measured()
        if widest != self._widest:
            self._widest = widest
            self.updateGeometry()

    def _measured(self) -> QSize:
        metrics, model = self.fontMetrics(), self.model()
        assert isinstance(model, FormModel)
        texts = [f"{line.data_set.title_vi}{model.count(line)}" for line in model.lines]
        longest = max((metrics.horizontalAdvance(text) for text in texts), default=0)
        return QSize(longest + 6 * theme.STEP + 2 * SIGN, 40 * theme.STEP)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Right go into the grid."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right):
            self.entered.emit()
        elif event.key() == Qt.Key.Key_H and control:
            self.keeping_asked.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def dataChanged(self, first: Index, last: Index, _roles: Sequence[int] = ()) -> None:  # noqa: N802 - Qt's own name
        """Paint the changed lines anew; all are of one height, so that nothing has to be laid out (Qt lays out all)."""
        for row in range(first.row(), last.row() + 1):
            self.update(self.model().index(row, 0))

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802 - Qt's own name
        """Say which form is current."""
        super().currentChanged(current, previous)
        if current.isValid():
            self.moved.emit(current.row())
