"""ReportDocument -> PDF bytes, in the layout of Nghị định 30/2020/NĐ-CP.

Layout comes first and knows no canvas: blocks become pieces, pieces are put on pages, pages are drawn. So the number of
pages is known before the first one is drawn, and nothing long can break the layout.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from data.errors import UserError
from reports.document import Block, FormPart, Heading, Paragraph, ParagraphKind, ReportDocument, Table, WritingLines
from reports.pdf.blocks import heading_pieces, paragraph_pieces, writing_line_pieces
from reports.pdf.chart_pieces import chart_pieces
from reports.pdf.constants import TYPE_HEIGHT
from reports.pdf.draw import Artist, Sheet
from reports.pdf.flow import paginate
from reports.pdf.fonts import Cleaner
from reports.pdf.forms import form_head_pieces, signers_piece
from reports.pdf.front import appendix_pieces, foot_piece, head_piece, title_pieces
from reports.pdf.pieces import Piece
from reports.pdf.tables import table_pieces
from reports.texts import text

Progress = Callable[[int, int], bool]
"""Called with (pages drawn, pages in all); answers whether to go on."""

_LISTED_CHARACTERS = 12


def render_pdf(document: ReportDocument, progress: Progress | None = None) -> bytes:
    """Draw a report.

    Characters without a glyph are printed as hollow squares and listed at the end of the last appendix (or body).

    Raises:
        UserError: ``report_cancelled`` when ``progress`` answers no.
    """
    sheets = list(_sheets(document))
    artist = Artist(document)
    for index, sheet in enumerate(sheets, start=1):
        if progress is not None and not progress(index - 1, len(sheets)):
            raise UserError("report_cancelled")
        artist.draw(sheet, index, len(sheets))
    return artist.bytes()


def _sheets(document: ReportDocument) -> Iterator[Sheet]:
    cleaner = Cleaner()
    parts = [_form(form, cleaner) for form in document.forms] or [_body(document, cleaner)]
    parts += [
        _appendix_part(appendix.blocks, appendix_pieces(appendix, cleaner), cleaner) for appendix in document.appendices
    ]
    if cleaner.replaced:
        remark = Paragraph(text=_replaced_remark(cleaner), kind=ParagraphKind.REMARK)
        parts[-1] += list(paragraph_pieces(remark, cleaner))
    for part in parts:
        for number, page in enumerate(paginate(part, TYPE_HEIGHT), start=1):
            yield Sheet(number if number > 1 else 0, page)


def _body(document: ReportDocument, cleaner: Cleaner) -> list[Piece]:
    pieces = [head_piece(document.head, cleaner), *title_pieces(document, cleaner)]
    for block in document.blocks:
        pieces += _block_pieces(block, cleaner)
    for piece in pieces[-2:]:
        piece.keeps_next = True
    return [*pieces, foot_piece(document, cleaner)]


def _form(form: FormPart, cleaner: Cleaner) -> list[Piece]:
    """A form; its last row never stays behind when those who sign go to another page."""
    pieces = list(form_head_pieces(form, cleaner))
    for block in form.blocks:
        pieces += _block_pieces(block, cleaner)
    pieces[-1].keeps_next = True
    return [*pieces, signers_piece(form, cleaner)]


def _appendix_part(blocks: Iterable[Block], start: Iterable[Piece], cleaner: Cleaner) -> list[Piece]:
    pieces = list(start)
    for block in blocks:
        pieces += _block_pieces(block, cleaner)
    return pieces


def _block_pieces(block: Block, cleaner: Cleaner) -> Iterator[Piece]:
    match block:
        case Heading():
            yield from heading_pieces(block, cleaner)
        case Paragraph():
            yield from paragraph_pieces(block, cleaner)
        case WritingLines():
            yield from writing_line_pieces(block)
        case Table():
            yield from table_pieces(block, cleaner)
        case _:
            yield from chart_pieces(block, cleaner)


def _replaced_remark(cleaner: Cleaner) -> str:
    names = [f"U+{ord(letter):04X}" for letter in sorted(cleaner.replaced)]
    shown = ", ".join(names[:_LISTED_CHARACTERS])
    if len(names) > _LISTED_CHARACTERS:
        shown = f"{shown} {text('head.more_characters', count=len(names) - _LISTED_CHARACTERS)}"
    return text("head.replaced", characters=shown)
