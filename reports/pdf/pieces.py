"""Pieces of a page: what stands together, how high it is, and the marks that are drawn in it.

Measures are points. Inside a piece, ``x`` counts from the left edge of the type area and ``y`` downwards from the
piece's top; for text it is the base line.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from data.model import Number
from reports.document import Chart
from reports.pdf.constants import Style


class Text(NamedTuple):
    """A run of text; ``word_space`` widens every space of it."""

    x: float
    y: float
    text: str
    style: Style
    word_space: float = 0.0


class Rule(NamedTuple):
    """A solid line."""

    x: float
    y: float
    to_x: float
    to_y: float
    width: float


class Drawing(NamedTuple):
    """The rows ``start`` to ``end`` of a chart, with the lower left corner at ``x``, ``y``."""

    x: float
    y: float
    chart: Chart
    start: int
    end: int


Mark = Text | Rule | Drawing


class Place(NamedTuple):
    """A box that the outline of the PDF names, to be filled later (a signature)."""

    title: str
    x: float
    y: float
    to_x: float
    to_y: float


Amounts = tuple[Number, ...]


@dataclass(slots=True, eq=False)
class Tally:
    """The sums of a table's columns, page by page.

    Attributes:
        height: What a row of sums takes.
        row: Amounts of the rows on a page -> the row "Cộng trang".
        pages: How many pages were closed with such a row.
    """

    height: float
    row: Callable[[Sequence[Amounts]], Piece]
    pages: int = 0


@dataclass(slots=True, eq=False)
class Piece:
    """Marks that are never torn apart.

    Attributes:
        before: Space above, dropped at the top of a page.
        keeps_next: Stands on one page with the next piece.
        head: Repeated above the piece when it starts a page (the head of a table).
        closing: Marks added when the piece is the last of its page (the lower rule of a torn row).
        outline: (level, title) for the outline of the PDF.
        tear: Room left on the page -> the part that fits and the rest; None when nothing useful fits.
        tally: The sums that every page of this row's table ends with; ``amounts`` what the row adds to them.
        is_total: The row of the whole table: the sums of the last page come before it when there were others.
        places: Boxes for the outline of the PDF.
    """

    height: float
    marks: Sequence[Mark]
    before: float = 0.0
    keeps_next: bool = False
    head: Piece | None = None
    closing: Sequence[Mark] = ()
    outline: tuple[int, str] | None = None
    tear: Callable[[float], tuple[Piece, Piece] | None] | None = None
    tally: Tally | None = None
    amounts: Amounts = ()
    is_total: bool = False
    places: Sequence[Place] = ()


class Placed(NamedTuple):
    """A piece on its page; ``top`` counts down from the top of the type area."""

    top: float
    piece: Piece


@dataclass(slots=True, eq=False)
class Page:
    """What stands on a page, and how far down it reaches."""

    placed: list[Placed] = field(default_factory=list)
    used: float = 0.0
