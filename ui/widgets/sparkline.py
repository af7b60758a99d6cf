"""The last periods of one figure as a small line of bars, with the newest one marked."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from data.model import Number
from ui import theme

GAP = 2.0


class Sparkline(QWidget):
    """Bars for values, oldest first; None leaves a gap. A target may be drawn as a line across."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """An empty line."""
        super().__init__(parent)
        self._values: tuple[Number | None, ...] = ()
        self._target: Number | None = None
        self.setMinimumHeight(5 * theme.STEP)

    def show_values(self, values: Sequence[Number | None], description: str, target: Number | None = None) -> None:
        """Show values; ``description`` says the same in words, for those who cannot see the bars."""
        self._values = tuple(values)
        self._target = target
        self.setAccessibleName(description)
        self.setToolTip(description)
        self.update()

    def sizeHint(self) -> QSize:
        """Five steps high."""
        return QSize(24 * theme.STEP, 6 * theme.STEP)

    def heights(self) -> list[float | None]:
        """Height of each bar as a share of the field, 0 to 1; None where there is no figure."""
        known = [value for value in (*self._values, self._target) if value is not None]
        top = max(known, default=0)
        if top <= 0:
            return [None if value is None else 0.0 for value in self._values]
        return [None if value is None else float(Fraction(value) / top) for value in self._values]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bars, the base line, and the target."""
        painter = QPainter(self)
        field = QRectF(self.rect()).adjusted(0, 2, 0, -2)
        heights = self.heights()
        if heights:
            self._draw_bars(painter, field, heights)
        painter.setPen(QPen(theme.colour("control"), 1))
        painter.drawLine(field.bottomLeft(), field.bottomRight())
        if self._target is not None and heights:
            self._draw_target(painter, field)
        painter.end()

    def _draw_bars(self, painter: QPainter, field: QRectF, heights: list[float | None]) -> None:
        width = min((field.width() - GAP * (len(heights) - 1)) / len(heights), 3.0 * theme.STEP)
        last = max((place for place, share in enumerate(heights) if share is not None), default=-1)
        for place, share in enumerate(heights):
            left = field.left() + place * (width + GAP)
            if share is None:
                painter.setPen(QPen(theme.colour("control"), 1, Qt.PenStyle.DotLine))
                painter.drawLine(int(left), int(field.bottom()) - 3, int(left + width), int(field.bottom()) - 3)
                continue
            height = max(share * field.height(), 1.0)
            colour = theme.colour("accent" if place == last else "control")
            painter.fillRect(QRectF(left, field.bottom() - height, width, height), colour)

    def _draw_target(self, painter: QPainter, field: QRectF) -> None:
        known = [value for value in (*self._values, self._target) if value is not None]
        top = max(known)
        if top > 0 and self._target is not None:
            y = field.bottom() - float(Fraction(self._target) / top) * field.height()
            painter.setPen(QPen(theme.colour("text"), 1, Qt.PenStyle.DashLine))
            painter.drawLine(int(field.left()), int(y), int(field.right()), int(y))
