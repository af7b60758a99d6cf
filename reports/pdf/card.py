"""A sheet of keys: two columns on one A4 page, set as large as it fits."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

from reports.document import Head, KeyCard, KeySection, ReportDocument, Signature
from reports.pdf.blocks import ASCENT
from reports.pdf.constants import HAIRLINE, MM, TYPE_HEIGHT, TYPE_WIDTH, Style
from reports.pdf.draw import Artist, Sheet
from reports.pdf.fonts import Cleaner
from reports.pdf.pieces import Mark, Page, Piece, Placed, Rule, Text
from reports.pdf.wrap import wrap

LARGEST, SMALLEST, STEP = 11.5, 5.5, 0.25
TITLE = Style("bold", 16)
TITLE_HEIGHT = 12 * MM
GUTTER = 8 * MM
COLUMN = (TYPE_WIDTH - GUTTER) / 2
KEY_SHARE = 0.36
LEADING, SECTION_GAP, ROW_GAP = 1.18, 0.9, 0.28
MOST_SECTIONS = 12
"""So many sections are weighed against each other; more simply follow."""


class Measures(NamedTuple):
    """The sizes that follow from the size of the text."""

    size: float

    @property
    def text(self) -> Style:
        """What a key does."""
        return Style("regular", self.size)

    @property
    def key(self) -> Style:
        """The key."""
        return Style("bold", self.size)

    @property
    def head(self) -> Style:
        """The place where keys work."""
        return Style("bold", self.size * 1.15)

    @property
    def line(self) -> float:
        """From one line to the next."""
        return self.size * LEADING


def render_card(card: KeyCard) -> bytes:
    """Draw the card; what is too much even in the smallest type goes on to a second page."""
    cleaner = Cleaner()
    clean = KeyCard(title=cleaner.clean(card.title), sections=tuple(_cleaned(each, cleaner) for each in card.sections))
    columns = _columns(clean)
    title = Piece(TITLE_HEIGHT, [Text(0.0, TITLE.size * ASCENT, clean.title, TITLE)], outline=(0, clean.title))
    artist = Artist(_properties(card.title))
    pairs = [columns[index : index + 2] for index in range(0, len(columns), 2)]
    for number, pair in enumerate(pairs, start=1):
        placed = [Placed(0.0, title)]
        for place, column in enumerate(pair):
            placed += [Placed(top + TITLE_HEIGHT, _moved(piece, place * (COLUMN + GUTTER))) for top, piece in column]
        artist.draw(Sheet(0, Page(placed)), number, len(pairs))
    return artist.bytes()


def _cleaned(section: KeySection, cleaner: Cleaner) -> KeySection:
    keys = tuple((cleaner.clean(key), cleaner.clean(what)) for key, what in section.keys)
    return KeySection(title=cleaner.clean(section.title), keys=keys)


def _columns(card: KeyCard) -> list[list[Placed]]:
    """The sections in two columns, in the largest type that allows it; else torn over as many as it takes."""
    room, size = TYPE_HEIGHT - TITLE_HEIGHT, LARGEST
    while size >= SMALLEST:
        measures = Measures(size)
        pairs = (_distributed(half, measures, room) for half in _halves(card, measures))
        columns = [column for pair in pairs for column in pair]
        if len(columns) <= 2:
            return columns
        size -= STEP
    return _distributed(card, Measures(SMALLEST), room)


def _halves(card: KeyCard, measures: Measures) -> Iterator[KeyCard]:
    """The sections, each whole and in their order, in two parts about equally high; the first one leads the first."""
    sections = card.sections[:MOST_SECTIONS]
    heights = [sum(piece.before + piece.height for piece in _pieces(section, measures)) for section in sections]
    ways = list(product((0, 1), repeat=max(len(sections) - 1, 0)))

    def higher(way: tuple[int, ...]) -> float:
        right = sum(height for height, side in zip(heights, (0, *way), strict=False) if side)
        return max(right, sum(heights) - right)

    best = (0, *min(ways, key=higher))
    for side in (0, 1):
        chosen = [section for section, own in zip(sections, best, strict=False) if own == side]
        rest = card.sections[MOST_SECTIONS:] if side else ()
        if chosen or rest:
            yield KeyCard(title=card.title, sections=(*chosen, *rest))


def _distributed(card: KeyCard, measures: Measures, room: float) -> list[list[Placed]]:
    """Sections from top to bottom; one is torn only when it is higher than a column, and never behind its head."""
    columns: list[list[Placed]] = [[]]
    used = 0.0
    for section in card.sections:
        pieces = list(_pieces(section, measures))
        whole = sum(piece.height for piece in pieces)
        for number, piece in enumerate(pieces):
            together = whole if number == 0 and whole <= room else sum(each.height for each in pieces[number:][:2])
            needed = together if number == 0 else piece.height
            if columns[-1] and used + piece.before + needed > room:
                columns.append([])
                used = 0.0
            used += piece.before if columns[-1] else 0.0
            columns[-1].append(Placed(used, piece))
            used += piece.height
    return columns


def _pieces(section: KeySection, measures: Measures) -> Iterator[Piece]:
    """The head of a section with a rule under it, and a piece for each key."""
    head = measures.head
    height = head.size * LEADING + measures.size * ROW_GAP
    marks: list[Mark] = [
        Text(0.0, head.size * ASCENT, section.title, head),
        Rule(0.0, height - measures.size * ROW_GAP / 2, COLUMN, height - measures.size * ROW_GAP / 2, HAIRLINE),
    ]
    yield Piece(height, marks, before=measures.size * SECTION_GAP)
    for key, what in section.keys:
        yield _row(key, what, measures)


def _row(key: str, what: str, measures: Measures) -> Piece:
    width = COLUMN * KEY_SHARE
    marks: list[Mark] = []
    count = 0
    for x, words, style, room in (
        (0.0, key, measures.key, width - 2 * MM),
        (width, what, measures.text, COLUMN - width),
    ):
        lines = wrap(words, style, room)
        count = max(count, len(lines))
        marks += [
            Text(x, index * measures.line + style.size * ASCENT, line.text, style) for index, line in enumerate(lines)
        ]
    return Piece(count * measures.line + measures.size * ROW_GAP, marks)


def _moved(piece: Piece, right: float) -> Piece:
    """The same marks further to the right."""
    marks: list[Mark] = [
        mark._replace(x=mark.x + right, to_x=mark.to_x + right)
        if isinstance(mark, Rule)
        else mark._replace(x=mark.x + right)
        for mark in piece.marks
    ]
    return Piece(piece.height, marks)


def _properties(title: str) -> ReportDocument:
    """What the PDF says of itself."""
    return ReportDocument(
        kind="key_card",
        head=Head(parent_body="", issuer="Sổ Trạm", symbol="", place=""),
        type_name="Sổ Trạm",
        subject=title,
        addressees=(),
        has_addressees=False,
        blocks=(),
        recipients=(),
        signature=Signature(prefix="", post="", name=""),
    )
