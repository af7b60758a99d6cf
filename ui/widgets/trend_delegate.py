"""The trend of a target as bars in its cell, with the target as a line across."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyleOptionViewItem

from data.model import Number
from ui import theme
from ui.models.target_model import RowRole, TargetRow
from ui.widgets.ledger_table import LedgerDelegate

WIDTH, GAP = 10, 3
MOST_YEARS = 6


class TrendDelegate(LedgerDelegate):
    """Draws bars instead of the cell's text."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """No text: it is drawn."""
        super().initStyleOption(option, index)
        option.text = ""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the cell, then the bars."""
        super().paint(painter, option, index)
        row = index.data(RowRole)
        if not isinstance(row, TargetRow) or not row.trend:
            return
        values: list[Number | None] = [value for _year, value, _printed in row.trend[-MOST_YEARS:]]
        known: list[Number] = [max(value, -value) for value in [*values, row.limit] if value is not None]
        top = max(known, default=0)
        if not top:
            return
        painter.save()
        height = min(option.rect.height() - theme.STEP, 3 * theme.STEP)
        field = QRectF(option.rect.left() + theme.HALF, option.rect.top() + theme.HALF, 0, height)
        for place, value in enumerate(values):
            left = field.left() + place * (WIDTH + GAP)
            if value is None:
                painter.setPen(QPen(theme.colour("control"), 1, Qt.PenStyle.DotLine))
                painter.drawLine(int(left), int(field.bottom()), int(left + WIDTH), int(field.bottom()))
                continue
            bar = max(float(Fraction(max(value, -value)) / Fraction(top)) * height, 1.0)
            colour = theme.colour("accent" if place == len(values) - 1 else "control")
            painter.fillRect(QRectF(left, field.bottom() - bar, WIDTH, bar), colour)
        if row.limit is not None:
            y = int(field.bottom() - float(Fraction(row.limit) / Fraction(top)) * height)
            painter.setPen(QPen(theme.colour("text"), 1, Qt.PenStyle.DashLine))
            right = int(field.left() + len(values) * (WIDTH + GAP))
            painter.drawLine(int(field.left()) - 2, y, right, y)
        painter.restore()
