"""Cells of a table drawn without asking the style: what a cell looks like is asked of the model once.

Qt's own delegate asks for a dozen roles and goes through the style sheet for each cell; a full window of a table took
ten times the sixteen milliseconds that drawing may take. The look is that of ``LedgerDelegate``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Protocol

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPixmap
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QTableView

from ui import icons, theme
from ui.models.cell_look import CellLook
from ui.widgets.ledger_table import LedgerDelegate, frame_current

Index = QModelIndex | QPersistentModelIndex
SIGN = 16
SIDE, TOP = theme.STEP, 4
MIDDLE = 128
HAIR = 2
"""Letters are not whole points wide: a text that just fits is counted as one that does not."""


class LookingModel(Protocol):
    """A model that says what its cells look like."""

    def look_at(self, row: int, column: int) -> CellLook:
        """The look of a cell."""


class PlainDelegate(LedgerDelegate):
    """Draws the cells of a ``LookingModel``; colours and pictures are made once for each scheme."""

    def __init__(self, table: QTableView) -> None:
        """Draw the cells of a table."""
        super().__init__(table)
        self._colours: dict[tuple[bool, str], QColor] = {}
        self._pictures: dict[tuple[bool, str, float], QPixmap] = {}
        self._bold: tuple[str, QFont] = ("", QFont())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, sign, text, rule and frame."""
        model: Any = index.model()
        look: CellLook = model.look_at(index.row(), index.column())
        has_focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
        whole, is_dark = QRect(option.rect), option.palette.base().color().lightness() < MIDDLE
        if has_focus or option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(whole, self._colour(is_dark, "tint"))
        elif look.ground:
            painter.fillRect(whole, self._colour(is_dark, look.ground))
        room = whole.adjusted(SIDE, TOP, -SIDE, -TOP)
        if look.sign:
            ratio = painter.device().devicePixelRatioF()
            painter.drawPixmap(room.left() - 2, room.top(), self._picture(is_dark, look.sign, ratio))
            room.setLeft(room.left() + SIGN + theme.HALF)
        if look.text:
            painter.setFont(self._bold_of(option.font) if look.is_bold else option.font)
            painter.setPen(self._colour(is_dark, look.colour))
            _draw_text(painter, room, look)
        painter.setPen(self._colour(is_dark, "rule"))
        painter.drawLine(whole.bottomLeft(), whole.bottomRight())
        if has_focus:
            frame_current(painter, whole)

    def _colour(self, is_dark: bool, name: str) -> QColor:
        key = (is_dark, name)
        if key not in self._colours:
            self._colours[key] = QColor(getattr(theme.DARK if is_dark else theme.LIGHT, name))
        return self._colours[key]

    def _picture(self, is_dark: bool, name: str, ratio: float) -> QPixmap:
        key = (is_dark, name, ratio)
        if key not in self._pictures:
            self._pictures[key] = icons.pixmap(name, SIGN, ratio)
        return self._pictures[key]

    def _bold_of(self, font: QFont) -> QFont:
        if self._bold[0] != font.key():
            self._bold = (font.key(), theme.scaled(font, 1, bold=True))
        return self._bold[1]


_RIGHT, _LEFT, _WRAPS = (
    int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop),
    int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop),
    int(Qt.TextFlag.TextWordWrap),
)


def _draw_text(painter: QPainter, room: QRect, look: CellLook) -> None:
    side = _RIGHT if look.is_right else _LEFT
    if look.wraps:
        painter.drawText(room, side | _WRAPS, look.text)
        return
    metrics = painter.fontMetrics()
    is_long = metrics.horizontalAdvance(look.text) > room.width()
    shown = metrics.elidedText(look.text, Qt.TextElideMode.ElideRight, room.width()) if is_long else look.text
    painter.drawText(room, side, shown)


def fit_rows(table: QTableView, model: LookingModel) -> None:
    """Every line as high as the highest of its cells; a joined line has its first cell alone."""
    plain = table.fontMetrics()
    bold = QFontMetrics(theme.scaled(table.font(), 1, bold=True))
    one = plain.height() + 2 * TOP
    widths = [(column, table.columnWidth(column)) for column in range(table.model().columnCount())]
    widths = [(column, width) for column, width in widths if width]
    whole = table.viewport().width()
    for row in range(table.model().rowCount()):
        height = one
        for column, width in [(0, whole)] if table.columnSpan(row, 0) > 1 else widths:
            look = model.look_at(row, column)
            if look.wraps and look.text:
                height = max(height, _height(look, bold if look.is_bold else plain, width))
        if table.rowHeight(row) != height:
            table.setRowHeight(row, height)


def _height(look: CellLook, metrics: QFontMetrics, width: int) -> int:
    room = width - 2 * SIDE - HAIR - (SIGN + theme.HALF if look.sign else 0)
    if "\n" not in look.text and metrics.horizontalAdvance(look.text) <= room:
        return 0
    used = metrics.boundingRect(QRect(0, 0, max(room, 1), 10_000), _WRAPS, look.text)
    return used.height() + 2 * TOP


def widest(table: QTableView, model: LookingModel, column: int, letters: int) -> int:
    """Room for the longest text of a column on one line, up to a number of letters, with its sign; and for its head."""
    plain = table.fontMetrics()
    bold = QFontMetrics(theme.scaled(table.font(), 1, bold=True))
    head = str(table.model().headerData(column, Qt.Orientation.Horizontal) or "")
    most = 0
    for kind in {(look.text, look.sign != "", look.is_bold) for look in _column(table, model, column)}:
        text, has_sign, is_bold = kind
        extra = SIGN + theme.HALF if has_sign else 0
        most = max(most, (bold if is_bold else plain).horizontalAdvance(text) + extra)
    most = min(most, letters * plain.averageCharWidth())
    return max(most, plain.horizontalAdvance(head)) + 2 * SIDE + HAIR


def _column(table: QTableView, model: LookingModel, column: int) -> Iterator[CellLook]:
    rows = range(table.model().rowCount())
    return (model.look_at(row, column) for row in rows if table.columnSpan(row, 0) == 1)
