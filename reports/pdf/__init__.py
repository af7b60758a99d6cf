"""ReportDocument -> PDF bytes, in the layout of Nghị định 30/2020/NĐ-CP.

Layout comes first and knows no canvas: blocks become pieces, pieces are put on pages, pages are drawn. So the number of
pages is known before the first one is drawn, and nothing long can break the layout.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from data.errors import UserError
from reports.document import (
    Appendix,
    Block,
    CopyBlock,
    FormPart,
    Heading,
    Minutes,
    Paragraph,
    ParagraphKind,
    RegisterPart,
    ReportDocument,
    Table,
    WritingLines,
)
from reports.pdf.blocks import heading_pieces, paragraph_pieces, writing_line_pieces
from reports.pdf.chart_pieces import chart_pieces
from reports.pdf.constants import LANDSCAPE, PORTRAIT, Paper
from reports.pdf.copies import copy_piece
from reports.pdf.draw import Artist, Sheet
from reports.pdf.flow import paginate
from reports.pdf.fonts import Cleaner
from reports.pdf.forms import form_head_pieces, signers_piece
from reports.pdf.front import appendix_pieces, foot_piece, head_piece, minutes_title_pieces, title_pieces
from reports.pdf.pieces import Page, Piece
from reports.pdf.signatures import minutes_foot_piece, signatures_piece
from reports.pdf.stamp import Stamp
from reports.pdf.tables import table_pieces
from reports.texts import text

Progress = Callable[[int, int], bool]
"""Called with (pages drawn, pages in all); answers whether to go on."""

_LISTED_CHARACTERS = 12


def render_pdf(document: ReportDocument, progress: Progress | None = None, stamp: Stamp | None = None) -> bytes:
    """Draw a report; a stamp puts its code on every page and its moment into the properties.

    Characters without a glyph are printed as hollow squares and listed at the end of the last appendix (or body).

    Raises:
        UserError: ``report_cancelled`` when ``progress`` answers no.
    """
    sheets = list(_sheets(document))
    artist = Artist(document, stamp)
    for index, sheet in enumerate(sheets, start=1):
        if progress is not None and not progress(index - 1, len(sheets)):
            raise UserError("report_cancelled")
        artist.draw(sheet, index, len(sheets))
    return artist.bytes()


def render_block(document: ReportDocument, earlier: Sequence[CopyBlock], stamp: Stamp) -> bytes:
    """The block of a copy alone, on one page, to be printed onto the last sheet of a photocopy.

    It stands where the photocopied document ends, without a page number and a line in the margin, since both are on the
    sheet already. Where it does not fit there it begins a sheet of its own, with the code in the margin.

    Args:
        document: What was photocopied, with the block as its ``copy_block``.
        earlier: Blocks of copies that stand below the document already.
        stamp: Code and moment.
    """
    sheet = list(_sheets(document, earlier))[-1]
    artist = Artist(document, stamp)
    artist.draw_added(sheet._replace(page=Page(placed=sheet.page.placed[-1:])), is_own=len(sheet.page.placed) == 1)
    return artist.bytes()


class _Part(NamedTuple):
    """Pieces with page numbers of their own, and the paper they stand on."""

    pieces: list[Piece]
    paper: Paper = PORTRAIT


def _sheets(document: ReportDocument, earlier: Sequence[CopyBlock] = ()) -> Iterator[Sheet]:
    cleaner = Cleaner()
    alone = [_form(form, cleaner) for form in document.forms]
    alone += [_register(register, cleaner) for register in document.registers]
    parts = alone or ([_body(document, cleaner)] if document.type_name else [])  # parts of a document have no body
    parts += [_minutes(minutes, cleaner) for minutes in document.minutes]
    parts += [_appendix(appendix, cleaner) for appendix in document.appendices] or ([] if parts else [_Part([])])
    blocks = [*earlier, *([] if document.copy_block is None else [document.copy_block])]
    copied = [copy_piece(block, cleaner, parts[-1].paper) for block in blocks]
    if cleaner.replaced:
        remark = Paragraph(text=_replaced_remark(cleaner), kind=ParagraphKind.REMARK)
        parts[-1].pieces.extend(paragraph_pieces(remark, cleaner, parts[-1].paper))
    parts[-1].pieces.extend(copied)
    for part in parts:
        for number, page in enumerate(paginate(part.pieces, part.paper.type_height), start=1):
            yield Sheet(number if number > 1 else 0, page, part.paper)


def _body(document: ReportDocument, cleaner: Cleaner) -> _Part:
    about = document.subject if document.is_letter else ""
    pieces = [head_piece(document.head, cleaner, about), *title_pieces(document, cleaner)]
    pieces += _pieces(document.blocks, cleaner)
    return _Part(_with_foot(pieces, foot_piece(document, cleaner)))


def _minutes(minutes: Minutes, cleaner: Cleaner) -> _Part:
    pieces = [head_piece(minutes.head, cleaner), *minutes_title_pieces(minutes, cleaner)]
    pieces += _pieces(minutes.blocks, cleaner)
    return _Part(_with_foot(pieces, minutes_foot_piece(minutes, cleaner)))


def _form(form: FormPart, cleaner: Cleaner) -> _Part:
    """A form; its last row never stays behind when those who sign go to another page."""
    pieces = [*form_head_pieces(form, cleaner), *_pieces(form.blocks, cleaner)]
    pieces[-1].keeps_next = True
    return _Part([*pieces, signers_piece(form, cleaner)])


def _register(register: RegisterPart, cleaner: Cleaner) -> _Part:
    pieces = [*form_head_pieces(register, cleaner, LANDSCAPE), *table_pieces(register.table, cleaner, LANDSCAPE)]
    return _Part(pieces, LANDSCAPE)


def _appendix(appendix: Appendix, cleaner: Cleaner) -> _Part:
    paper = LANDSCAPE if appendix.is_landscape else PORTRAIT
    pieces = [*appendix_pieces(appendix, cleaner, paper), *_pieces(appendix.blocks, cleaner, paper)]
    if appendix.signers:
        pieces = _with_foot(pieces, signatures_piece(appendix.signers, cleaner, paper))
    return _Part(pieces, paper)


def _with_foot(pieces: list[Piece], foot: Piece) -> list[Piece]:
    """The last two pieces stay with those who sign."""
    for piece in pieces[-2:]:
        piece.keeps_next = True
    return [*pieces, foot]


def _pieces(blocks: Iterable[Block], cleaner: Cleaner, paper: Paper = PORTRAIT) -> list[Piece]:
    return [piece for block in blocks for piece in _block_pieces(block, cleaner, paper)]


def _block_pieces(block: Block, cleaner: Cleaner, paper: Paper) -> Iterator[Piece]:
    match block:
        case Heading():
            yield from heading_pieces(block, cleaner, paper)
        case Paragraph():
            yield from paragraph_pieces(block, cleaner, paper)
        case WritingLines():
            yield from writing_line_pieces(block, paper)
        case Table():
            yield from table_pieces(block, cleaner, paper)
        case _:
            yield from chart_pieces(block, cleaner)


def _replaced_remark(cleaner: Cleaner) -> str:
    names = [f"U+{ord(letter):04X}" for letter in sorted(cleaner.replaced)]
    shown = ", ".join(names[:_LISTED_CHARACTERS])
    if len(names) > _LISTED_CHARACTERS:
        shown = f"{shown} {text('head.more_characters', count=len(names) - _LISTED_CHARACTERS)}"
    return text("head.replaced", characters=shown)
