"""Paints the entry grid: one record per cell from the model, pens and fonts made once, only what has to be painted.

The view's own painting asks the model a dozen times per cell; with a hundred cells on the screen that alone takes
longer than a key may take.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPixmap, QRegion
from PySide6.QtWidgets import QTableView

from ui import icons, theme
from ui.models.entry_model import NAME, EntryModel
from ui.models.entry_texts import Look
from ui.widgets.ledger_table import frame_current

SIDE, TOP = theme.STEP, 3
SIGN = 12
_CENTRE = int(Qt.AlignmentFlag.AlignVCenter)
_LEFT = _CENTRE | int(Qt.AlignmentFlag.AlignLeft)
_RIGHT = _CENTRE | int(Qt.AlignmentFlag.AlignRight)
_WRAPPED = _LEFT | int(Qt.TextFlag.TextWordWrap)


class Span(NamedTuple):
    """A row or a column: its number, where it begins on the screen, and how long it is."""

    number: int
    start: int
    length: int


class GridPainter:
    """Paints cells of one view over one model."""

    def __init__(self, view: QTableView, model: EntryModel) -> None:
        """Nothing is prepared before the first painting."""
        self._view = view
        self._model = model
        self._prepared: tuple[object, ...] = ()
        self._colours: dict[str, QColor] = {}
        self._fonts: tuple[QFont, QFont, QFont] = (QFont(), QFont(), QFont())
        self._metrics: tuple[QFontMetrics, ...] = ()
        self._fitted: dict[tuple[str, int, int], str] = {}
        self._signs: dict[str, QPixmap] = {}

    def paint(self, region: QRegion) -> None:
        """Paint what lies in a region of the viewport."""
        self._prepare()
        painter = QPainter(self._view.viewport())
        for area in region:  # type: ignore[attr-defined]
            painter.setClipRect(area)
            painter.fillRect(area, self._colours["base"])
            self._paint_area(painter, area)
        painter.end()

    def _prepare(self) -> None:
        """Colours, fonts and their measures; kept until the scheme, the font or the screen is another."""
        scheme, font = theme.colours(), self._view.font()
        prepared = (scheme, font.key(), self._view.devicePixelRatioF())
        if prepared == self._prepared:
            return
        self._prepared = prepared
        self._colours = {name: QColor(value) for name, value in scheme._asdict().items()}
        figures = theme.tabular(font)
        strong = QFont(figures)
        strong.setWeight(QFont.Weight.Medium)
        self._fonts = (font, figures, strong)
        self._metrics = tuple(QFontMetrics(each) for each in self._fonts)
        self._fitted = {}
        self._signs = {}

    def _paint_area(self, painter: QPainter, area: QRect) -> None:
        rows, columns = self._rows(area), self._columns(area)
        look_at = self._model.look
        cells = [(look_at(row.number, column.number), row, column) for row in rows for column in columns]
        for look, row, column in cells:
            if look.is_draft or look.is_locked:
                ground = self._colours["draft_ground" if look.is_draft else "raised"]
                painter.fillRect(QRect(column.start, row.start, column.length, row.length), ground)
        self._paint_chosen(painter, rows, columns)
        self._paint_rules(painter, rows, columns)
        for look, row, column in cells:
            if look.text or look.sign:
                self._paint_text(painter, look, row, column)
        self._paint_frame(painter)

    def _rows(self, area: QRect) -> list[Span]:
        view, count = self._view, self._model.rowCount()
        first, last = view.rowAt(area.top()), view.rowAt(area.bottom())
        if first < 0:
            return []
        numbers = range(first, (last if last >= 0 else count - 1) + 1)
        return [Span(number, view.rowViewportPosition(number), view.rowHeight(number)) for number in numbers]

    def _columns(self, area: QRect) -> list[Span]:
        view, count = self._view, self._model.columnCount()
        first, last = view.columnAt(area.left()), view.columnAt(area.right())
        if first < 0:
            return []
        numbers = range(first, (last if last >= 0 else count - 1) + 1)
        return [Span(number, view.columnViewportPosition(number), view.columnWidth(number)) for number in numbers]

    def _paint_chosen(self, painter: QPainter, rows: list[Span], columns: list[Span]) -> None:
        """The ground of what is selected, over all others."""
        for chosen in self._view.selectionModel().selection():  # type: ignore[attr-defined]
            down = range(chosen.top(), chosen.bottom() + 1)
            across = range(chosen.left(), chosen.right() + 1)
            for row in (each for each in rows if each.number in down):
                for column in (each for each in columns if each.number in across):
                    cell = QRect(column.start, row.start, column.length, row.length)
                    painter.fillRect(cell, self._colours["tint"])

    def _paint_rules(self, painter: QPainter, rows: list[Span], columns: list[Span]) -> None:
        if not rows or not columns:
            return
        painter.setPen(QPen(self._colours["rule"], 1))
        left, right = columns[0].start, columns[-1].start + columns[-1].length - 1
        top, bottom = rows[0].start, rows[-1].start + rows[-1].length - 1
        for row in rows:
            painter.drawLine(left, row.start + row.length - 1, right, row.start + row.length - 1)
        for column in columns:
            if self._model.look(rows[0].number, column.number).is_part:
                painter.drawLine(column.start + column.length - 1, top, column.start + column.length - 1, bottom)

    def _paint_text(self, painter: QPainter, look: Look, row: Span, column: Span) -> None:
        left = column.start + SIDE * (3 if look.is_indented else 1)
        room = QRect(left, row.start + TOP, column.start + column.length - SIDE - left, row.length - 2 * TOP)
        if look.sign:
            painter.drawPixmap(QPointF(column.start + 3, row.start + (row.length - SIGN) / 2), self._sign(look.sign))
        font = 2 if look.is_strong else 1 if look.is_right else 0
        if look.note:
            self._paint_note(painter, look, room.adjusted(SIGN, 0, 0, 0))
        painter.setFont(self._fonts[font])
        painter.setPen(self._colours[look.colour])
        if column.number == NAME and not look.is_indented:
            painter.drawText(room, _WRAPPED, look.text)
        else:
            painter.drawText(room, _RIGHT if look.is_right else _LEFT, self._fit(look.text, room.width(), font))

    def _paint_note(self, painter: QPainter, look: Look, room: QRect) -> None:
        """A word between the sign and the text, if it fits."""
        taken = self._metrics[1].horizontalAdvance(look.text) + self._metrics[0].horizontalAdvance(look.note)
        if taken + SIDE <= room.width():
            painter.setFont(self._fonts[0])
            painter.setPen(self._colours["muted"])
            painter.drawText(room, _LEFT, look.note)

    def _fit(self, text: str, width: int, font: int) -> str:
        """The text, shortened where it is wider than its cell."""
        key = text, width, font
        known = self._fitted.get(key)
        if known is None:
            known = self._metrics[font].elidedText(text, Qt.TextElideMode.ElideRight, width)
            self._fitted[key] = known
        return known

    def _sign(self, name: str) -> QPixmap:
        known = self._signs.get(name)
        if known is None:
            colour = self._colours["accent" if name == "saving" else icons.VERDICT_COLOURS[name]]
            known = self._signs[name] = icons.pixmap(name, SIGN, self._view.devicePixelRatioF(), colour)
        return known

    def _paint_frame(self, painter: QPainter) -> None:
        """The frame of the current cell, while the grid has the keys."""
        index = self._view.currentIndex()
        if index.isValid() and self._view.hasFocus():
            frame_current(painter, self._view.visualRect(index))
