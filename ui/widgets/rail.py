"""The rail at the left: one entry for each screen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui import icons, theme

ICON = 20


class _RailDelegate(QStyledItemDelegate):
    def __init__(self, rail: QListWidget) -> None:
        super().__init__(rail)
        self._rail = rail

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        # The option's own state would load all of QStyle's enumerations before the first paint (5 ms).
        is_chosen = index.row() == self._rail.currentRow()
        has_focus = is_chosen and self._rail.hasFocus()
        painter.save()
        if is_chosen:
            painter.fillRect(option.rect, theme.colour("tint"))
            painter.fillRect(option.rect.left(), option.rect.top(), 3, option.rect.height(), theme.colour("accent"))
        colour = theme.colour("accent" if is_chosen else "muted")
        corner = QPoint(option.rect.left() + 3 * theme.HALF, option.rect.center().y() - ICON // 2 + 1)
        icons.put(painter, str(index.data(Qt.ItemDataRole.UserRole)), corner, ICON, colour)
        painter.setPen(theme.colour("text"))
        painter.setFont(theme.scaled(option.font, 1.0, bold=is_chosen))
        words = option.rect.adjusted(int(2.5 * theme.STEP) + ICON, 0, -theme.HALF, 0)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), str(index.data()))
        if has_focus:
            painter.setPen(theme.colour("accent"))
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        bold = theme.scaled(option.font, 1.0, bold=True)
        width = QFontMetrics(bold).horizontalAdvance(str(index.data())) + ICON + 4 * theme.STEP
        return QSize(width, option.fontMetrics.height() + 2 * theme.STEP)


class Rail(QListWidget):
    """Names of the screens with their icons.

    ``chosen(row)``: a screen was chosen. ``entered()``: Enter or Right was pressed, the screen is to take the keys.
    """

    chosen = Signal(int)
    entered = Signal()

    def __init__(self, entries: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        """``entries``: (icon's name, text) from top to bottom."""
        super().__init__(parent)
        self.setAccessibleName(self.tr("Screens"))
        self.setItemDelegate(_RailDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for number, (name, text) in enumerate(entries, start=1):
            item = QListWidgetItem(text, self)
            item.setData(Qt.ItemDataRole.UserRole, name)
            item.setToolTip(f"{text} (Ctrl+{number})")
        self.currentRowChanged.connect(self.chosen)
        self.fit()

    def fit(self) -> None:
        """As wide as the longest text."""
        self.setFixedWidth(max(self.sizeHintForColumn(0), 10 * theme.STEP))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Right go into the screen."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right):
            self.entered.emit()
        else:
            super().keyPressEvent(event)
