"""Tables as pieces: one per row, hairlines, repeated heads, figures aligned on the comma.

A row that is higher than a third of a page becomes one piece per line, so that even a cell of 20,000 words is printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reports.document import Align, Cell, Column, Row, Table
from reports.pdf.blocks import ASCENT, caption_piece
from reports.pdf.constants import (
    HAIRLINE,
    MM,
    REMARK,
    TABLE_BOLD,
    TABLE_GREY,
    TABLE_HEAD,
    TABLE_REMARK,
    TABLE_TEXT,
    TYPE_HEIGHT,
    TYPE_WIDTH,
    Style,
)
from reports.pdf.fonts import Cleaner, face
from reports.pdf.pieces import Mark, Piece, Rule, Text
from reports.pdf.wrap import wrap

PAD_X, PAD_TOP, PAD_BOTTOM = 1.1 * MM, 2.2, 3.0
LEADING = TABLE_TEXT.size * 1.15
TALL = int(TYPE_HEIGHT / 3 / LEADING)

_FIGURE = re.compile(r"([<>≥≤] ?)?[-−]?\d[\d.]*")


class Place(NamedTuple):
    """A column on the page: left edge, width, alignment, and where figures are aligned (None: nowhere)."""

    x: float
    width: float
    align: Align
    anchor: float | None


class Grid(NamedTuple):
    """All columns of a table and its head."""

    places: tuple[Place, ...]
    head: Piece


def table_pieces(table: Table, cleaner: Cleaner) -> Iterator[Piece]:
    """Caption, head, rows, remarks."""
    if table.caption:
        yield caption_piece(table.caption, cleaner)
    rows = [_cleaned(row, cleaner) for row in table.rows]
    grid = _grid(table.columns, rows, cleaner)
    yield Piece(grid.head.height, grid.head.marks, keeps_next=True)
    for index, row in enumerate(rows):
        pieces = _row_pieces(row, grid)
        if row.is_group or (index == len(rows) - 1 and table.remarks):
            pieces[-1].keeps_next = True
        yield from pieces
    yield from _remark_pieces(table.remarks, cleaner)


def _cleaned(row: Row, cleaner: Cleaner) -> Row:
    cells = tuple(
        Cell(
            text=cleaner.clean(cell.text),
            remarks=tuple(cleaner.clean(remark) for remark in cell.remarks),
            is_grey=cell.is_grey,
            is_bold=cell.is_bold,
        )
        for cell in row.cells
    )
    return Row(cells=cells, is_group=row.is_group)


def _grid(columns: Sequence[Column], rows: Sequence[Row], cleaner: Cleaner) -> Grid:
    scale = TYPE_WIDTH / sum(column.width for column in columns)
    places = []
    x = 0.0
    for index, column in enumerate(columns):
        width = column.width * scale
        cells = [row.cells[index] for row in rows if not row.is_group]
        places.append(Place(x, width, column.align, _anchor(cells, column.align, width)))
        x += width
    return Grid(tuple(places), _head([cleaner.clean(column.title) for column in columns], places))


def _anchor(cells: Sequence[Cell], align: Align, width: float) -> float | None:
    """Where the whole part of figures ends, so that the widest figures stand in the middle of the column."""
    if align not in (Align.COMMA, Align.SLASH):
        return None
    parts = [_split(cell.text, align) for cell in cells]
    font, size = face(TABLE_TEXT.face), TABLE_TEXT.size
    known = [(font.width(left, size), font.width(right, size)) for left, right in filter(None, parts)]
    known = [(left, right) for left, right in known if left + right <= width - 2 * PAD_X]
    if not known:
        return None
    before, after = max(left for left, _ in known), max(right for _, right in known)
    if before + after > width - 2 * PAD_X:
        return width - PAD_X - after
    return (width - before - after) / 2 + before


def _split(words: str, align: Align) -> tuple[str, str] | None:
    if align is Align.SLASH:
        left, stroke, right = words.partition("/")
        return (left, stroke + right) if stroke else None
    match = _FIGURE.match(words)
    return (match[0], words[match.end() :]) if match else None


def _head(titles: Sequence[str], places: Sequence[Place]) -> Piece:
    wrapped = [wrap(title, TABLE_HEAD, place.width - PAD_X) for title, place in zip(titles, places, strict=True)]
    height = max(len(lines) for lines in wrapped) * LEADING + PAD_TOP + PAD_BOTTOM
    marks: list[Mark] = [Rule(0, 0, TYPE_WIDTH, 0, HAIRLINE)]
    for lines, place in zip(wrapped, places, strict=True):
        top = (height - len(lines) * LEADING - 1) / 2
        for index, line in enumerate(lines):
            x = place.x + (place.width - line.width) / 2
            marks.append(Text(x, top + index * LEADING + TABLE_HEAD.size * ASCENT, line.text, TABLE_HEAD))
    return Piece(height, [*marks, *_frame(places, height), _lower_rule(height)])


def _frame(places: Sequence[Place], height: float) -> list[Mark]:
    edges = [*(place.x for place in places), TYPE_WIDTH]
    return [Rule(x, 0, x, height, HAIRLINE) for x in edges]


def _lower_rule(height: float) -> Rule:
    return Rule(0, height, TYPE_WIDTH, height, HAIRLINE)


def _row_pieces(row: Row, grid: Grid) -> list[Piece]:
    places = _group_places(grid.places) if row.is_group else grid.places
    columns = [_cell_lines(cell, place) for cell, place in zip(row.cells, places, strict=True)]
    count = max(len(lines) for lines in columns)
    if count > TALL:
        return _torn_row(columns, places, grid)
    marks = [mark for lines in columns for mark in _shifted(lines, 0, count, PAD_TOP)]
    height = count * LEADING + PAD_TOP + PAD_BOTTOM
    return [Piece(height, [*marks, *_frame(places, height), _lower_rule(height)], head=grid.head)]


def _group_places(places: Sequence[Place]) -> list[Place]:
    rest = Place(places[1].x, TYPE_WIDTH - places[1].x, Align.LEFT, None)
    return [places[0], rest]


def _torn_row(columns: Sequence[Sequence[Text]], places: Sequence[Place], grid: Grid) -> list[Piece]:
    count = max(len(lines) for lines in columns)
    pieces = []
    for index in range(count):
        top = PAD_TOP if index == 0 else 0.0
        height = LEADING + top + (PAD_BOTTOM if index == count - 1 else 0.0)
        marks = [mark for lines in columns for mark in _shifted(lines, index, index + 1, top)]
        piece = Piece(height, [*marks, *_frame(places, height)], head=grid.head, closing=[_lower_rule(height)])
        piece.keeps_next = index in (0, count - 2)
        pieces.append(piece)
    pieces[-1].marks = [*pieces[-1].marks, _lower_rule(pieces[-1].height)]
    pieces[-1].closing = ()
    return pieces


def _shifted(lines: Sequence[Text], start: int, end: int, top: float) -> Iterator[Text]:
    """Lines ``start`` to ``end`` of a cell; until here their ``y`` is the number of the line."""
    for line in lines[start:end]:
        yield line._replace(y=top + (line.y - start) * LEADING + TABLE_TEXT.size * ASCENT)


def _cell_lines(cell: Cell, place: Place) -> list[Text]:
    style = TABLE_BOLD if cell.is_bold else TABLE_GREY if cell.is_grey else TABLE_TEXT
    lines = _aligned(cell.text, style, place) if cell.text else []
    for remark in cell.remarks:
        lines += _wrapped(remark, TABLE_REMARK, place, len(lines))
    return lines


def _aligned(words: str, style: Style, place: Place) -> list[Text]:
    if place.anchor is not None:
        parts = _split(words, place.align) or ((words, "") if len(words) == 1 else None)
        if parts is not None:
            font = face(style.face)
            x = place.anchor - font.width(parts[0], style.size)
            if x >= PAD_X / 2 and place.anchor + font.width(parts[1], style.size) <= place.width - PAD_X / 2:
                return [Text(place.x + x, 0, words, style)]
    if place.align is Align.SLASH:
        words = words.replace("/", "/ ")
    return _wrapped(words, style, place, 0)


def _wrapped(words: str, style: Style, place: Place, start: int) -> list[Text]:
    room = place.width - 2 * PAD_X
    lines = []
    for index, line in enumerate(wrap(words, style, room)):
        slack = 0.0 if place.align is Align.LEFT else room - line.width
        if place.align not in (Align.LEFT, Align.RIGHT):
            slack /= 2
        lines.append(Text(place.x + PAD_X + slack, start + index, line.text, style))
    return lines


def _remark_pieces(remarks: Sequence[str], cleaner: Cleaner) -> Iterator[Piece]:
    lines = [line for remark in remarks for line in wrap(cleaner.clean(remark), REMARK, TYPE_WIDTH)]
    for index, line in enumerate(lines):
        mark = Text(0.0, REMARK.size * ASCENT, line.text, REMARK)
        before = 3.0 if index == 0 else 0.0
        yield Piece(LEADING, [mark], before=before, keeps_next=index < len(lines) - 1)
