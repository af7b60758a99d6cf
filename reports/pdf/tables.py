"""Tables as pieces: one per row, hairlines, repeated heads, figures aligned on the comma.

A row that is higher than a third of a page becomes one piece per line, so that even a cell of 20,000 words is printed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from data.printing import printed_points
from reports.document import Align, Cell, Row, Sums, Table
from reports.pdf.blocks import ASCENT, caption_piece
from reports.pdf.columns import PAD_X, Place, places_of, split
from reports.pdf.constants import (
    HAIRLINE,
    MM,
    PORTRAIT,
    REMARK,
    TABLE_BOLD,
    TABLE_GREY,
    TABLE_HEAD,
    TABLE_REMARK,
    TABLE_TEXT,
    Paper,
    Style,
)
from reports.pdf.fonts import Cleaner, face
from reports.pdf.pieces import Amounts, Mark, Piece, Rule, Tally, Text
from reports.pdf.wrap import balance, wrap

PAD_TOP, PAD_BOTTOM = 2.2, 3.0
PAD_JOINED = 0.8
LEADING = TABLE_TEXT.size * 1.15
TALL = 1 / 3
"""Share of a page's height from which a row may be torn between its lines."""


class Grid(NamedTuple):
    """All columns of a table, its head, the least height of its rows, and how many lines a row has at most in one."""

    places: tuple[Place, ...]
    head: Piece
    row_height: float
    most_lines: int


def table_pieces(table: Table, cleaner: Cleaner, paper: Paper = PORTRAIT) -> Iterator[Piece]:
    """Caption, head, rows, remarks; the first row never ends a page and the last one never begins one alone."""
    if table.caption:
        yield caption_piece(table.caption, cleaner, paper)
    rows = [_cleaned(row, cleaner) for row in (*table.rows, *((table.sums.total,) if table.sums else ()))]
    titles = [cleaner.clean(column.title) for column in table.columns]
    places = places_of(table.columns, titles, rows, paper.type_width)
    most_lines = int(paper.type_height * TALL / LEADING)
    grid = Grid(places, _head(titles, places, is_numbered=table.is_numbered), table.row_height * MM, most_lines)
    tally = _tally(table.sums, grid, cleaner) if table.sums else None
    yield Piece(grid.head.height, grid.head.marks, keeps_next=True)
    alone = {0, len(rows) - 2, len(rows) - (3 if table.sums else 2)} if len(rows) > 1 else set()
    for index, row in enumerate(rows):
        is_last = index == len(rows) - 1
        is_open = not is_last and rows[index + 1].is_joined
        is_held = not is_last and rows[index + 1].is_held
        pieces = _row_pieces(row, grid, is_open=is_open)
        if row.is_group or is_open or is_held or index in alone or (is_last and table.remarks):
            pieces[-1].keeps_next = True
        for piece in pieces:
            piece.tally = tally
        pieces[-1].amounts = row.amounts
        pieces[-1].is_total = tally is not None and is_last
        yield from pieces
    yield from _remark_pieces(table.remarks, cleaner, paper)


def _tally(sums: Sums, grid: Grid, cleaner: Cleaner) -> Tally:
    """What adds up the rows of each page, exactly, and prints the sums."""

    def row(amounts: Sequence[Amounts]) -> Piece:
        cells = [Cell()] * len(grid.places)
        cells[sums.label_column] = Cell(text=cleaner.clean(sums.page), is_bold=True)
        for column, parts in zip(sums.columns, zip(*amounts, strict=True), strict=True):
            cells[column] = Cell(text=printed_points(sum(parts)), is_bold=True)
        return _row_pieces(Row(cells=tuple(cells)), grid, is_open=False)[0]

    return Tally(row([(0,) * len(sums.columns)]).height, row)


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
    return replace(row, cells=cells)


def _head(titles: Sequence[str], places: Sequence[Place], *, is_numbered: bool) -> Piece:
    """The titles of the columns, each in the middle of its box, with the columns' numbers in boxes of their own."""
    wrapped = [balance(title, TABLE_HEAD, place.width - PAD_X) for title, place in zip(titles, places, strict=True)]
    end = max(len(lines) for lines in wrapped) * LEADING + PAD_TOP + PAD_BOTTOM
    marks: list[Mark] = [Rule(0, 0, _right(places), 0, HAIRLINE)]
    for lines, place in zip(wrapped, places, strict=True):
        top = (end - len(lines) * LEADING - 1) / 2
        for index, line in enumerate(lines):
            x = place.x + (place.width - line.width) / 2
            marks.append(Text(x, top + index * LEADING + TABLE_HEAD.size * ASCENT, line.text, TABLE_HEAD))
    height = end
    if is_numbered:
        marks.append(_lower_rule(places, end))
        height += LEADING + PAD_TOP + PAD_BOTTOM
        for number, place in enumerate(places, start=1):
            words = f"({number})"
            x = place.x + (place.width - face(TABLE_TEXT.face).width(words, TABLE_TEXT.size)) / 2
            marks.append(Text(x, end + PAD_TOP + TABLE_TEXT.size * ASCENT, words, TABLE_TEXT))
    return Piece(height, [*marks, *_frame(places, height), _lower_rule(places, height)])


def _frame(places: Sequence[Place], height: float) -> list[Mark]:
    edges = [*(place.x for place in places), _right(places)]
    return [Rule(x, 0, x, height, HAIRLINE) for x in edges]


def _lower_rule(places: Sequence[Place], height: float) -> Rule:
    return Rule(0, height, _right(places), height, HAIRLINE)


def _right(places: Sequence[Place]) -> float:
    return places[-1].x + places[-1].width


def _row_pieces(row: Row, grid: Grid, *, is_open: bool) -> list[Piece]:
    """The pieces of a row; an open one has no rule below it, since the next row belongs to it."""
    places = _group_places(grid.places) if row.is_group else grid.places
    columns = [_cell_lines(cell, place) for cell, place in zip(row.cells, places, strict=True)]
    count = max(len(lines) for lines in columns)
    if count > grid.most_lines:
        return _torn_row(columns, places, grid)
    top = PAD_JOINED if row.is_joined else PAD_TOP
    height = count * LEADING + top + (PAD_JOINED if is_open else PAD_BOTTOM)
    if height < grid.row_height:  # room for writing by hand; what is printed stands in its middle
        top, height = top + (grid.row_height - height) / 2, grid.row_height
    marks: list[Mark] = [mark for lines in columns for mark in _shifted(lines, 0, count, top)]
    rule = _lower_rule(places, height)
    marks += [*_frame(places, height), *(() if is_open else (rule,))]
    return [Piece(height, marks, head=grid.head, closing=(rule,) if is_open else ())]


def _group_places(places: Sequence[Place]) -> list[Place]:
    rest = Place(places[1].x, _right(places) - places[1].x, Align.LEFT, None)
    return [places[0], rest]


def _torn_row(columns: Sequence[Sequence[Text]], places: Sequence[Place], grid: Grid) -> list[Piece]:
    count = max(len(lines) for lines in columns)
    pieces = []
    for index in range(count):
        top = PAD_TOP if index == 0 else 0.0
        height = LEADING + top + (PAD_BOTTOM if index == count - 1 else 0.0)
        marks = [mark for lines in columns for mark in _shifted(lines, index, index + 1, top)]
        piece = Piece(height, [*marks, *_frame(places, height)], head=grid.head, closing=[_lower_rule(places, height)])
        piece.keeps_next = index in (0, count - 2)
        pieces.append(piece)
    pieces[-1].marks = [*pieces[-1].marks, _lower_rule(places, pieces[-1].height)]
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
        parts = split(words, place.align) or ((words, "") if len(words) == 1 else None)
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


def _remark_pieces(remarks: Sequence[str], cleaner: Cleaner, paper: Paper) -> Iterator[Piece]:
    lines = [line for remark in remarks for line in wrap(cleaner.clean(remark), REMARK, paper.type_width)]
    for index, line in enumerate(lines):
        mark = Text(0.0, REMARK.size * ASCENT, line.text, REMARK)
        before = 3.0 if index == 0 else 0.0
        yield Piece(LEADING, [mark], before=before, keeps_next=index < len(lines) - 1)
