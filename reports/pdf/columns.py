"""Columns of a table: as wide as their content needs, figures aligned on the comma."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reports.document import Align, Cell, Column, Row
from reports.pdf.constants import MM, TABLE_HEAD, TABLE_REMARK, TABLE_TEXT, Style
from reports.pdf.fonts import face
from reports.pdf.wrap import balance

PAD_X = 1.1 * MM
MEASURED = 200
"""Letters of a cell that are measured: a longer text needs more than a line in any column."""
MOST_GROWTH = 1.3
"""How far a column grows beyond its share for words that must not be broken."""

_FIGURE = re.compile(r"([<>≥≤] ?)?[-−]?\d[\d.]*")
_DECIMALS = re.compile(r"(,\d+)?[%‰]?")


class Place(NamedTuple):
    """A column on the page: left edge, width, alignment, and where figures are aligned (None: nowhere)."""

    x: float
    width: float
    align: Align
    anchor: float | None


def places_of(
    columns: Sequence[Column], titles: Sequence[str], rows: Sequence[Row], type_width: float
) -> tuple[Place, ...]:
    """Where the columns stand: shares of the width, what some do not need given to those that break lines."""
    cells = [[row.cells[index] for row in rows if not row.is_group] for index in range(len(columns))]
    scale = type_width / sum(column.width for column in columns)
    leasts = [max(_least(own), _widest_word(title)) for own, title in zip(cells, titles, strict=True)]
    shares = widened([column.width * scale for column in columns], leasts)
    needs = [
        max(_title_need(title, share), *(_cell_needs(own, column.align)), share if column.keeps_share else 0.0)
        for title, share, own, column in zip(titles, shares, cells, columns, strict=True)
    ]
    places = []
    x = 0.0
    for column, width, own in zip(columns, fitted(shares, needs), cells, strict=True):
        places.append(Place(x, width, column.align, _anchor(own, column.align, width)))
        x += width
    return tuple(places)


def widened(shares: Sequence[float], leasts: Sequence[float]) -> list[float]:
    """Shares with room for what must not be broken ("132 người", "I.2(12);"), at the cost of the widest column."""
    wide = [max(share, min(least, share * MOST_GROWTH)) for share, least in zip(shares, leasts, strict=True)]
    wide[wide.index(max(wide))] -= sum(wide) - sum(shares)
    return wide


def _least(cells: Sequence[Cell]) -> float:
    words = {word for cell in cells for word in cell.text[:MEASURED].replace("/", "/ ").split(" ")}
    return max((_width(word, TABLE_TEXT) + 2 * PAD_X for word in words), default=0.0)


def _widest_word(title: str) -> float:
    """What the longest syllable of a head needs, so that it never touches the rules beside it."""
    return max(_width(word, TABLE_HEAD) for word in title.split(" ")) + 2 * PAD_X


def fitted(shares: Sequence[float], needs: Sequence[float]) -> list[float]:
    """Widths with the sum of the shares: what some columns do not need goes to those that need more, by how much."""
    widths = [min(share, need) for share, need in zip(shares, needs, strict=True)]
    spare = sum(shares) - sum(widths)
    lacks = [need - width for need, width in zip(needs, widths, strict=True)]
    lacking = sum(lacks)
    if lacking > spare:
        return [width + spare * lack / lacking for width, lack in zip(widths, lacks, strict=True)]
    total = sum(needs)
    return [need * sum(shares) / total for need in needs]


def _title_need(title: str, share: float) -> float:
    """What a title needs for the lines that its share of the width gives it."""
    return max(line.width for line in balance(title, TABLE_HEAD, share - PAD_X)) + 2 * PAD_X


def _cell_needs(cells: Sequence[Cell], align: Align) -> Iterator[float]:
    yield 0.0
    for cell in cells:
        yield _width(cell.text[:MEASURED], TABLE_TEXT) + 2 * PAD_X
        for remark in cell.remarks:
            yield _width(remark[:MEASURED], TABLE_REMARK) + 2 * PAD_X
    known = _extents(cells, align)
    if known:
        yield max(each[0] for each in known) + max(each[2] for each in known) + 2 * PAD_X


def _extents(cells: Sequence[Cell], align: Align) -> list[tuple[float, float, float]]:
    """Of each figure: before the comma (or stroke), decimals and sign, all that stands after it."""
    parts = filter(None, (split(cell.text, align) for cell in cells))
    return [
        (_width(left, TABLE_TEXT), _width(_tail(right, align), TABLE_TEXT), _width(right, TABLE_TEXT))
        for left, right in parts
    ]


def _tail(right: str, align: Align) -> str:
    match = _DECIMALS.match(right) if align is Align.COMMA else None
    return match[0] if match else right


def _anchor(cells: Sequence[Cell], align: Align, width: float) -> float | None:
    """Where the whole part of figures ends: the figures stand in the middle, as far as their units have room."""
    room = width - 2 * PAD_X
    known = [each for each in _extents(cells, align) if each[0] + each[2] <= room]
    if not known:
        return None
    before, decimals, after = (max(each[index] for each in known) for index in range(3))
    middle = (width - before - decimals) / 2 + before
    return max(min(middle, width - PAD_X - after), PAD_X + before)


def split(words: str, align: Align) -> tuple[str, str] | None:
    """A figure where it is aligned: at its comma, or at its stroke."""
    if align is Align.SLASH:
        left, stroke, right = words.partition("/")
        return (left, stroke + right) if stroke else None
    match = _FIGURE.match(words) if align is Align.COMMA else None
    return (match[0], words[match.end() :]) if match else None


def _width(words: str, style: Style) -> float:
    return face(style.face).width(words, style.size)
