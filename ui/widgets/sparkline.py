"""The last periods of one figure as a small line of bars, with the newest one marked."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from data.model import Number
from ui import theme

GAP = 2.0


class Bars(NamedTuple):
    """Values, oldest first; None leaves a gap.

    Attributes:
        target: What the figures are held against, in their own scale.
        is_everywhere: Whether the target holds for all periods; else it is drawn over the newest bar alone.
    """

    values: tuple[Number | None, ...] = ()
    target: Number | None = None
    is_everywhere: bool = True


class Sparkline(QWidget):
    """Small bars, the newest one marked; a target may be drawn as a line across."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """An empty line."""
        super().__init__(parent)
        self._bars = Bars()
        self.setMinimumHeight(5 * theme.STEP)

    def show_bars(self, bars: Bars, description: str) -> None:
        """Show values; ``description`` says the same in words, for those who cannot see the bars."""
        self._bars = bars
        self.setAccessibleName(description)
        self.setToolTip(description)
        self.update()

    def sizeHint(self) -> QSize:
        """Five steps high."""
        return QSize(24 * theme.STEP, 6 * theme.STEP)

    def heights(self) -> list[float | None]:
        """Height of each bar as a share of the field, 0 to 1; None where there is no figure."""
        top = self._top()
        if top <= 0:
            return [None if value is None else 0.0 for value in self._bars.values]
        return [None if value is None else float(Fraction(value) / top) for value in self._bars.values]

    def _top(self) -> Number:
        return max((value for value in (*self._bars.values, self._bars.target) if value is not None), default=0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bars, the base line, and the target."""
        painter = QPainter(self)
        field = QRectF(self.rect()).adjusted(0, 2, 0, -2)
        heights = self.heights()
        if heights:
            self._draw_bars(painter, field, heights)
        painter.setPen(QPen(theme.colour("control"), 1))
        painter.drawLine(field.bottomLeft(), field.bottomRight())
        if self._bars.target is not None and heights:
            self._draw_target(painter, field, len(heights))
        painter.end()

    def _draw_bars(self, painter: QPainter, field: QRectF, heights: list[float | None]) -> None:
        width = _width(field, len(heights))
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

    def _draw_target(self, painter: QPainter, field: QRectF, count: int) -> None:
        top, target = self._top(), self._bars.target
        if top <= 0 or target is None:
            return
        y = int(field.bottom() - float(Fraction(target) / top) * field.height())
        width = _width(field, count)
        right = field.left() + count * (width + GAP)
        left = field.left() if self._bars.is_everywhere else right - width - 2 * GAP
        painter.setPen(QPen(theme.colour("text"), 1, Qt.PenStyle.DashLine))
        painter.drawLine(int(left), y, int(right), y)


def _width(field: QRectF, count: int) -> float:
    """Width of one bar."""
    return float(min((field.width() - GAP * (count - 1)) / count, 3.0 * theme.STEP))
