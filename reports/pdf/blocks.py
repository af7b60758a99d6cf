"""Headings, paragraphs, dotted lines and captions as pieces.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.6: body justified, first line 10 mm, at least 6 pt between
paragraphs, sections numbered I., II. in bold capitals.
"""

from __future__ import annotations

from collections.abc import Iterator

from reports.document import Heading, Paragraph, ParagraphKind, WritingLines
from reports.pdf.constants import (
    BODY,
    BODY_LEADING,
    CAPTION,
    FIRST_LINE,
    HEADING,
    MM,
    PARAGRAPH_GAP,
    PORTRAIT,
    REMARK,
    Paper,
    Style,
)
from reports.pdf.fonts import Cleaner, face
from reports.pdf.pieces import Piece, Text
from reports.pdf.wrap import Line, balance, wrap

ASCENT = 0.95
"""Base line below the top of a line, as a share of the size."""


def paragraph_pieces(paragraph: Paragraph, cleaner: Cleaner, paper: Paper = PORTRAIT) -> Iterator[Piece]:
    """The lines of a paragraph; its first two and last two lines stay together."""
    if paragraph.kind is ParagraphKind.FILLED:
        yield from _filled(cleaner.clean(paragraph.text).strip(), paper)
        return
    style = REMARK if paragraph.kind is ParagraphKind.REMARK else BODY
    indent = 0.0 if paragraph.kind is ParagraphKind.REMARK else FIRST_LINE
    pieces: list[Piece] = []
    for text in paragraph.text.splitlines():
        cleaned = cleaner.clean(text).strip()
        if cleaned:
            pieces += _lines(wrap(cleaned, style, paper.type_width, indent), style, indent, paper)
    if pieces and paragraph.keeps_next:
        pieces[-1].keeps_next = True
    yield from pieces


def _filled(text: str, paper: Paper) -> Iterator[Piece]:
    """The words, and dots from their end to the right margin."""
    font, size = face(BODY.face), BODY.size
    *above, last = wrap(text, BODY, paper.type_width, FIRST_LINE)
    start = 0.0 if above else FIRST_LINE
    space = font.width(" ", size)
    room = paper.type_width - start - last.width - space
    dots = "." * int(room / font.width(".", size))
    yield from _lines([*above, Line(f"{last.text} {dots}", paper.type_width - start, True)], BODY, FIRST_LINE, paper)


def _lines(lines: list[Line], style: Style, indent: float, paper: Paper) -> Iterator[Piece]:
    count = len(lines)
    for index, line in enumerate(lines):
        start = indent if index == 0 else 0.0
        room = paper.type_width - start - line.width
        spaces = line.text.count(" ") + line.text.count("\u00a0")
        stretch = room / spaces if spaces and not line.is_last else 0.0
        yield Piece(
            style.size * BODY_LEADING,
            [Text(start, style.size * ASCENT, line.text, style, stretch)],
            before=PARAGRAPH_GAP if index == 0 else 0.0,
            keeps_next=index == 0 < count - 1 or index == count - 2,
        )


def heading_pieces(heading: Heading, cleaner: Cleaner, paper: Paper = PORTRAIT) -> Iterator[Piece]:
    """A heading, kept with what follows it."""
    text = cleaner.clean(heading.text)
    if heading.level == 1:
        text = text.upper()
    for index, line in enumerate(wrap(text, HEADING, paper.type_width, FIRST_LINE)):
        start = FIRST_LINE if index == 0 else 0.0
        yield Piece(
            HEADING.size * BODY_LEADING,
            [Text(start, HEADING.size * ASCENT, line.text, HEADING)],
            before=(12.0 if heading.level == 1 else 8.0) if index == 0 else 0.0,
            keeps_next=True,
            outline=(heading.level - 1, text) if index == 0 else None,
        )


def writing_line_pieces(lines: WritingLines, paper: Paper = PORTRAIT) -> Iterator[Piece]:
    """Dotted lines over the full width; as in a paragraph the first two and the last two stay together."""
    dots = "." * int(paper.type_width / face(BODY.face).width(".", BODY.size))
    for index in range(lines.count):
        yield Piece(
            BODY.size * BODY_LEADING,
            [Text(0.0, BODY.size * ASCENT, dots, BODY)],
            before=PARAGRAPH_GAP,
            keeps_next=index == 0 < lines.count - 1 or index == lines.count - 2,
        )


def caption_piece(text: str, cleaner: Cleaner, paper: Paper = PORTRAIT) -> Piece:
    """The caption above a table or a chart, centred and kept with it."""
    lines = balance(cleaner.clean(text), CAPTION, paper.type_width - 10 * MM)
    return centred(lines, CAPTION, before=10.0, after=4.0, paper=paper)


def centred(
    lines: list[Line], style: Style, *, before: float = 0.0, after: float = 0.0, paper: Paper = PORTRAIT
) -> Piece:
    """Lines centred on the type area, kept with what follows."""
    leading = style.size * BODY_LEADING
    marks = [
        Text((paper.type_width - line.width) / 2, index * leading + style.size * ASCENT, line.text, style)
        for index, line in enumerate(lines)
    ]
    return Piece(leading * len(lines) + after, marks, before=before, keeps_next=True)
