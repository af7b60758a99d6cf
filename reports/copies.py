"""Copies of a frozen report: sao y, sao lục, trích sao; on paper with their block, electronic with words in the corner.

A copy carries the code of its report on every page and is none of the frozen bytes: the code leads to them.
Source: Nghị định 30/2020/NĐ-CP, Điều 25 (kinds of copies: a full copy of an electronic original is its print, one of a
paper original its photocopy, sao lục a copy of a sao y) and Phụ lục I, Phần II.
"""

from __future__ import annotations

import enum
import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from data import queries, report_queries
from data.documents.codes import printed_code
from data.documents.records import ELECTRONIC, PAPER, DocumentNumber, FrozenReport, NumberState, StepKind
from data.documents.register import COPIES, symbol_in
from data.errors import UserError
from data.model import Profile
from reports.correction_letter import frozen_document, name_of
from reports.document import CopyBlock, CopyKind, Head, ReportDocument
from reports.extracts import extract_of, parts_of
from reports.sections.letter import head_of, in_way, keeper_of, seal_size_of, signature_of
from reports.signing import Pkcs11Key, Pkcs12Key, Role, SignRequest, copy_words
from reports.texts import text

if TYPE_CHECKING:
    from pypdf import PdfWriter

Progress = Callable[[int, int], bool]


class Source(enum.Enum):
    """What a copy on paper is made of.

    PAGES: the pages of the electronic original, with its signatures as they are seen. BLOCK: a photocopy, to which the
    block alone is printed. PARTS: chosen parts, made anew with the full layout.
    """

    PAGES = "pages"
    BLOCK = "block"
    PARTS = "parts"


class CopyOrder(NamedTuple):
    """A copy that is asked for.

    Attributes:
        at: When it is made; its day is that of the copy.
        number: The line of the register that it bears; None leaves room for the number.
        recipients: Who gets it, one for each; ``parts`` are keys of what an extract has.
    """

    report: FrozenReport
    kind: CopyKind
    at: datetime
    day: date
    number: DocumentNumber | None = None
    recipients: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()


def source_of(report: FrozenReport, kind: CopyKind) -> Source:
    """What a copy of a kind is made of: a paper original and a sao y are photocopied."""
    if kind is CopyKind.EXTRACT:
        return Source.PARTS
    is_print = kind is CopyKind.FULL and report.way == ELECTRONIC
    return Source.PAGES if is_print else Source.BLOCK


def copy_document(store: queries.Store, order: CopyOrder, way: str = PAPER) -> ReportDocument:
    """A copy as a document.

    Args:
        store: The station file.
        order: What is asked for.
        way: PAPER or ELECTRONIC: what the copy is, whatever its report is.

    Raises:
        UserError: copy_needs_parts: an extract of nothing; report_file_lost (``digest``).
    """
    document = frozen_document(store, order.report)
    if source_of(order.report, order.kind) is not Source.BLOCK:  # what was printed before it was numbered by hand
        document = numbered(store, order.report, document)
    if source_of(order.report, order.kind) is Source.PARTS:
        profile = queries.profile_on(store, document.head.day or order.day)
        document = in_way(extract_of(document, order.parts), profile, way, document.head)
        line, signature = report_queries.number_of(store, order.report.code), document.signature
        if line is not None and not signature.name:  # the register knows who signed over the dots
            document = replace(document, signature=replace(signature, name=line.signer))
    return replace(document, copy_block=_block(queries.profile_on(store, order.day), order))


def copy_pdf(store: queries.Store, order: CopyOrder, progress: Progress | None = None) -> bytes:
    """A copy as PDF for paper: the report's code on every page, and its signatures as they are seen on the original.

    To a photocopy the block alone is printed, onto its last sheet.

    Raises:
        UserError: As ``copy_document``; report_cancelled when ``progress`` answers no.
    """
    from reports.pdf import render_block, render_pdf
    from reports.pdf.stamp import Stamp

    document, stamp = copy_document(store, order), Stamp(printed_code(order.report.code), order.at)
    if source_of(order.report, order.kind) is Source.BLOCK:
        return render_block(document, _earlier_blocks(store, order), stamp)
    pdf = render_pdf(document, progress, stamp)
    if source_of(order.report, order.kind) is Source.PAGES:
        return with_signatures_seen(pdf, report_queries.signed_pdf(store, order.report))
    return pdf


def extract_pdf(store: queries.Store, order: CopyOrder, progress: Progress | None = None) -> bytes:
    """An extract as PDF without the block of paper copies: ready for the agency's signature in the corner.

    Raises:
        UserError: As ``copy_pdf``.
    """
    from reports.pdf import render_pdf
    from reports.pdf.stamp import Stamp

    document = replace(copy_document(store, order, ELECTRONIC), copy_block=None)
    return render_pdf(document, progress, Stamp(printed_code(order.report.code), order.at))


def electronic_copy(pdf: bytes, key: Pkcs12Key | Pkcs11Key, order: CopyOrder, agency: str) -> SignRequest:
    """What is signed to make a PDF (a scan, or an extract) an electronic copy: form, agency and time in the corner."""
    words = copy_words(form_words(order.kind), agency)
    return SignRequest(pdf=pdf, key=key, role=Role.AGENCY, now=order.at, corner=words)


def is_signed(store: queries.Store, report: FrozenReport) -> bool:
    """Whether a report was signed on paper or digitally, whatever became of it later."""
    kinds = {step.kind for step in report_queries.steps(store, report.code)}
    return not kinds.isdisjoint({StepKind.SIGN_PAPER, StepKind.SIGN_DIGITAL})


def require_signed(store: queries.Store, report: FrozenReport) -> None:
    """Only what was signed can be copied.

    Raises:
        UserError: copy_unsigned (``report``).

    Source: Nghị định 30/2020/NĐ-CP, Điều 25: a copy is made of an original, and an original is signed (Điều 3).
    """
    if not is_signed(store, report):
        raise UserError("copy_unsigned", report=printed_code(report.code))


def copy_line(store: queries.Store, order: CopyOrder) -> DocumentNumber:
    """The line of the register that a copy gets, with number 0 for the next one; all kinds share one series.

    Raises:
        UserError: copy_unsigned (``report``); report_file_lost (``digest``).
    """
    require_signed(store, order.report)
    profile, document = queries.profile_on(store, order.day), frozen_document(store, order.report)
    title = text(
        "copy.title",
        form=form_words(order.kind).capitalize(),
        name=name_of(store, order.report),
        subject=document.subject,
    )
    chosen = [part.title for part in parts_of(document) if part.key in order.parts]
    return DocumentNumber(
        year=order.day.year,
        series=COPIES,
        number=0,
        state=NumberState.ISSUED,
        symbol=copy_symbol(profile, order.kind),
        day=order.day,
        title=title,
        signer=profile.signer_name,
        receivers="\n".join(order.recipients),
        kept_by=keeper_of(profile),
        note="; ".join(chosen),
    )


def copies_made(store: queries.Store, report: FrozenReport) -> tuple[DocumentNumber, ...]:
    """The copies of a report that stand in the register, newest last."""
    code = printed_code(report.code)
    return tuple(each for each in report_queries.numbers(store) if each.series == COPIES and code in each.title)


def copy_symbol(profile: Profile, kind: CopyKind) -> str:
    """The type in front of the station: SY-TYT, SL-TYT or TrS-TYT; dots while the station has no symbol."""
    return symbol_in(kind.value, profile.document_symbol) or kind.value + "-…"


def form_words(kind: CopyKind) -> str:
    """The form of a copy as it is printed: SAO Y, SAO LỤC, TRÍCH SAO."""
    return text(f"copy.{kind.value}")


def numbered(store: queries.Store, report: FrozenReport, document: ReportDocument) -> ReportDocument:
    """The document with the number and day that were written on it by hand, as the register has them."""
    line = report_queries.number_of(store, report.code)
    if document.head.number or line is None or line.state is not NumberState.ISSUED:
        return document
    head = replace(document.head, number=line.number, day=line.day, symbol=line.symbol or document.head.symbol)
    return replace(document, head=head)


def copy_form_in(pdf: bytes) -> str:
    """The form of copy that stands in a line of its own on the last page of a PDF, or in the corner of the first.

    Anybody can print these words: they tell what a file says it is, and prove nothing.
    """
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        pages = PdfReader(io.BytesIO(pdf)).pages
        lines = [line.strip() for line in f"{pages[-1].extract_text()}\n{pages[0].extract_text()}".splitlines()]
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, OSError, RecursionError):
        return ""
    forms = [form_words(kind) for kind in CopyKind]
    return next((form for form in forms if any(line == form or line.endswith(f" {form}") for line in lines)), "")


def with_signatures_seen(pdf: bytes, signed: bytes) -> bytes:
    """A PDF with what the signatures of another one look like drawn onto the same pages; no signature goes with it."""
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=io.BytesIO(pdf))
    for index, page in enumerate(PdfReader(io.BytesIO(signed)).pages):
        for annotation in page.get("/Annots") or ():
            widget = annotation.get_object()
            look = widget.get("/AP", {}).get("/N")
            if widget.get("/FT") != "/Sig" or look is None or index >= len(writer.pages):
                continue
            _draw(writer, index, look.get_object(), [float(each) for each in widget["/Rect"]])
    drawn = io.BytesIO()
    writer.write(drawn)
    return drawn.getvalue()


def _draw(writer: PdfWriter, page_index: int, look: Any, place: list[float]) -> None:  # noqa: ANN401 - pypdf's own
    """Put an appearance onto a page, in its place."""
    from pypdf.generic import ArrayObject, DecodedStreamObject, DictionaryObject, NameObject

    page = writer.pages[page_index]
    left, bottom, right, top = place
    corners = [float(each) for each in look["/BBox"]]  # any two that lie across from each other
    x, to_x = sorted(corners[0::2])
    y, to_y = sorted(corners[1::2])
    wide, high = (right - left) / (to_x - x), (top - bottom) / (to_y - y)
    resources: Any = page["/Resources"].get_object()
    forms = resources.setdefault(NameObject("/XObject"), DictionaryObject()).get_object()
    name = f"/Seen{len(forms)}"
    forms[NameObject(name)] = writer._add_object(look.clone(writer))
    before, after = DecodedStreamObject(), DecodedStreamObject()
    before.set_data(b"q\n")
    after.set_data(
        f"\nQ q {wide:.5f} 0 0 {high:.5f} {left - x * wide:.4f} {bottom - y * high:.4f} cm {name} Do Q\n".encode()
    )
    old = page["/Contents"].get_object()
    drawn = list(old) if isinstance(old, ArrayObject) else [page.raw_get("/Contents")]
    page[NameObject("/Contents")] = ArrayObject([writer._add_object(before), *drawn, writer._add_object(after)])


def _earlier_blocks(store: queries.Store, order: CopyOrder) -> tuple[CopyBlock, ...]:
    """The block that a photocopied sao y ends with: as the register has the newest one, or like that of the copy."""
    if order.kind is not CopyKind.OF_COPY:
        return ()
    lines = [each for each in copies_made(store, order.report) if each.symbol.startswith(f"{CopyKind.FULL.value}-")]
    line = lines[-1] if lines else None
    recipients = tuple(line.receivers.splitlines()) if line is not None else order.recipients
    earlier = order._replace(kind=CopyKind.FULL, number=line, recipients=recipients)
    day = line.day if line is not None and line.day is not None else order.day
    return (_block(queries.profile_on(store, day), earlier),)


def _block(profile: Profile, order: CopyOrder) -> CopyBlock:
    """Who copied, the number, place and day, who signs and who gets it."""
    head = Head(
        parent_body="",
        issuer=profile.issuer or profile.name,
        symbol=order.number.symbol if order.number is not None else copy_symbol(profile, order.kind),
        number=order.number.number if order.number is not None else 0,
        place=head_of(profile).place,
        day=order.number.day if order.number is not None else None,
    )
    recipients = [text("copy.recipient", name=name) for name in order.recipients]
    archive = text("head.archive", archive=keeper_of(profile))
    return CopyBlock(
        kind=order.kind,
        head=head,
        signature=signature_of(profile),
        recipients=(*recipients, archive),
        seal_size=seal_size_of(profile),
    )
