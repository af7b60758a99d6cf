"""Freezing a report: one immutable snapshot, the PDF drawn from it, its number; all kept in one transaction.

The snapshot holds the laid-out document beside what it was made of, so that drawing it again needs nothing else
(CONTRACT sections 2 and 4).
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from typing import NamedTuple

from data import __version__, queries, report_commands, report_queries
from data.catalogue.content import Catalogue
from data.documents.codes import Tree, canonical, hash_of, printed_code, short_code
from data.documents.records import (
    ELECTRONIC,
    DocumentNumber,
    FrozenReport,
    NumberState,
    ReportCheck,
)
from data.documents.register import next_number, series_of
from data.errors import FaultsError, UserError
from data.model import Attribution, DataValue
from data.periods import parse_period
from data.report_commands import Freezing
from reports.check_list import OpenPoints, by_hand, open_points
from reports.days import day_text
from reports.document import Paragraph, ReportDocument
from reports.freeze_refusals import (
    MOST_NAMED,
    ReportNotReady,
    differences,
    open_faults,
    refuse_earlier_day,
    refuse_future,
    refuse_other_issuer,
)
from reports.registry import find_report
from reports.report import Basis, ReportRequest, checked_period
from reports.sections.letter import in_way, keeper_of
from reports.texts import text
from reports.tree import document_of, tree_of

FORMAT = "1"
VIETNAM = timezone(timedelta(hours=7))
_TRIES = 3

Progress = Callable[[int, int], bool]


class Order(NamedTuple):
    """What is to be frozen, and how.

    Attributes:
        way: PAPER or ELECTRONIC numbering.
        reason: Why it is frozen although something is open, or why it replaces the one before; empty without need.
    """

    request: ReportRequest
    way: str
    reason: str = ""


class Draft(NamedTuple):
    """A report made of today's figures, with what it rests on.

    Attributes:
        digest: SHA-256 of the document and the figures behind it: the same as long as neither changes.
        seen: Id of the newest action before anything was read.
    """

    request: ReportRequest
    document: ReportDocument
    basis: Basis
    inputs: dict[str, Tree]
    digest: str
    points: OpenPoints
    seen: int


class Frozen(NamedTuple):
    """A frozen report with its PDF; ``is_new`` is False when nothing had changed since it was frozen."""

    report: FrozenReport
    pdf: bytes
    is_new: bool


def make_draft(store: queries.Store, catalogue: Catalogue, request: ReportRequest) -> Draft:
    """A report of today's figures with its check list.

    Raises:
        UserError: As ``reports.registry.make_report``.
    """
    seen = queries.chain_head(store).action_id
    report = find_report(request.kind)
    checked_period(report, request)
    document = report.document(store, catalogue, request)
    basis = report.basis(store, catalogue, request)
    cells = _cells_behind(store, basis, request)
    inputs = _inputs(store, basis, request, cells)
    held = [list(value[:-1]) for value in cells]  # without the comments
    digest = hash_of(canonical({"document": tree_of(document), "figures": tree_of(held)}))
    points = open_points(store, catalogue, basis, request)
    points = points._replace(details=(*points.details, *by_hand(document)))
    return Draft(request, document, basis, inputs, digest, points, seen)


def freeze(
    store: queries.Store, catalogue: Catalogue, order: Order, by: Attribution, progress: Progress | None = None
) -> Frozen:
    """Freeze a report, or hand out the one that was frozen when nothing changed since.

    Raises:
        UserError: As ``make_draft``; report_changed_meanwhile; report_cancelled when ``progress`` answers no;
            report_other_issuer (``issuer``); report_period_future (``period``);
            freeze_clock_wrong (``day``, ``number``, ``last``).
        ReportNotReady: Something is open and no reason is given.
        FaultsError: report_differs: figures or words changed since it was frozen, and no reason is given. The faults
            name what.
    """
    return _freeze(store, catalogue, order, by._replace(reason=order.reason.strip()), _Drawing(progress, _TRIES))


def is_same(store: queries.Store, catalogue: Catalogue, draft: Draft, frozen: FrozenReport) -> bool:
    """Whether a frozen report still says what today's figures say, with the station's details as of its own day.

    Words that only another version of the program puts otherwise do not count.
    """
    kept = json.loads(report_queries.snapshot_bytes(store, frozen))
    if kept["draft"] == draft.digest:
        return True
    day = date.fromisoformat(kept["asked"]["day"])
    if day != draft.request.day:
        return is_same(store, catalogue, make_draft(store, catalogue, replace(draft.request, day=day)), frozen)
    return bool(kept["program"] != __version__ and kept["inputs"] == json.loads(canonical(draft.inputs)))


def render_snapshot(snapshot: bytes, progress: Progress | None = None) -> bytes:
    """The PDF of a snapshot, drawn anew: the same bytes as were frozen, as long as the program draws alike.

    Raises:
        UserError: snapshot_unreadable: made by a program that this one does not understand.
    """
    from reports.pdf import render_pdf
    from reports.pdf.stamp import Stamp

    try:
        tree = json.loads(snapshot)
        document = document_of(tree["document"])
        at = datetime.fromisoformat(tree["frozen"]["at"])
    except (ValueError, KeyError, TypeError) as error:
        raise UserError("snapshot_unreadable") from error
    return render_pdf(document, progress, Stamp(printed_code(short_code(hash_of(snapshot))), at))


def is_redrawn(store: queries.Store, frozen: FrozenReport) -> bool:
    """Whether drawing a snapshot anew gives the frozen bytes.

    Where another version of the program draws otherwise, the stored PDF is the truth.

    Raises:
        UserError: report_file_lost (``digest``).
    """
    snapshot = report_queries.snapshot_bytes(store, frozen)
    try:
        return hash_of(render_snapshot(snapshot)) == frozen.pdf
    except UserError as error:
        if error.code != "snapshot_unreadable":
            raise
        return False


class _Drawing(NamedTuple):
    """How the drawing is watched, and how often it is begun anew when something happens meanwhile."""

    progress: Progress | None
    tries: int


def _freeze(store: queries.Store, catalogue: Catalogue, order: Order, by: Attribution, drawing: _Drawing) -> Frozen:
    day = by.now.astimezone(VIETNAM).date()
    refuse_future(order.request, day)
    draft = make_draft(store, catalogue, replace(order.request, day=day))
    before = report_queries.standing_report(store, order.request.key)
    if before is not None:
        if is_same(store, catalogue, draft, before):
            return Frozen(before, report_queries.pdf_bytes(store, before), False)
        if not order.reason.strip():
            faults = differences(store, catalogue, before)
            raise FaultsError("report_differs", faults[:MOST_NAMED], total=len(faults))
    if order.way == ELECTRONIC:
        refuse_other_issuer(draft.document.head, queries.profile_on(store, draft.request.details_day))
    _refuse_open(store, catalogue, draft, order)
    try:
        return _frozen(store, catalogue, _Making(draft, order, before, by), drawing.progress)
    except UserError as error:
        if error.code not in ("report_changed_meanwhile", "number_taken") or drawing.tries == 1:
            raise
    return _freeze(store, catalogue, order, by, drawing._replace(tries=drawing.tries - 1))


class _Making(NamedTuple):
    draft: Draft
    order: Order
    before: FrozenReport | None
    by: Attribution


def _frozen(store: queries.Store, catalogue: Catalogue, making: _Making, progress: Progress | None) -> Frozen:
    """Draw and keep a report."""
    draft, order, before, by = making
    day = by.now.astimezone(VIETNAM).date()
    number = _number(store, making) if order.way == ELECTRONIC else None
    document = _final(store, making, number)
    at = by.now.astimezone(UTC).replace(microsecond=0)
    tree: dict[str, Tree] = {
        "format": FORMAT,
        "program": __version__,
        "catalogue": catalogue.version,
        "asked": tree_of(draft.request),
        "station": {"code": queries.station_code(store), "file": queries.chain_head(store).file_id},
        "frozen": {"at": at.isoformat(), "by": by.user, "way": order.way, "reason": order.reason.strip()},
        "supersedes": before.code if before is not None else "",
        "draft": draft.digest,
        "inputs": draft.inputs,
        "definitions": _definitions(catalogue, draft.basis),
        "document": tree_of(document),
    }
    snapshot = canonical(tree)
    pdf = render_snapshot(snapshot, progress)
    digest = hash_of(snapshot)
    report = FrozenReport(
        code=short_code(digest),
        key=order.request.key,
        snapshot=digest,
        pdf=hash_of(pdf),
        way=order.way,
        supersedes=before.code if before is not None else "",
        reason=order.reason.strip(),
        elements=tuple(sorted(draft.basis.elements)),
        first_year=draft.basis.first_year,
    )
    line = number._replace(report=report.code) if number is not None else None
    check = ReportCheck(order.request.key, draft.digest, json.dumps(draft.points.findings), order.reason.strip())
    report_commands.freeze(store, Freezing(report, snapshot, pdf, day, line, draft.seen, check), by)
    return Frozen(report_queries.frozen_report(store, report.code), pdf, True)


def _number(store: queries.Store, making: _Making) -> DocumentNumber:
    """The line that the register gets: the next number of the report's series in the year of freezing."""
    document, by = making.draft.document, making.by
    day = by.now.astimezone(VIETNAM).date()
    series = series_of(document.head.symbol)
    lines = report_queries.numbers(store, day.year)
    refuse_earlier_day(lines, series, day)
    return DocumentNumber(
        year=day.year,
        series=series,
        number=next_number(lines, day.year, series),
        state=NumberState.RESERVED,
        symbol=document.head.symbol,
        day=day,
        title=f"{document.type_name.capitalize()}: {document.subject}",
        signer=document.signature.name,
        receivers="\n".join(document.addressees),
        kept_by=keeper_of(queries.profile_on(store, day)),
        reason=text("freeze.reserved"),
    )


def _final(store: queries.Store, making: _Making, number: DocumentNumber | None) -> ReportDocument:
    """The document as it is frozen: no draft any more, with its number, naming the report that it replaces."""
    document = making.draft.document
    marks = tuple(mark for mark in document.marks if mark != text("head.draft"))
    head = document.head
    if number is not None:
        head = replace(head, number=number.number, day=number.day)
    blocks = document.blocks
    if making.before is not None:
        blocks = (Paragraph(text=_replaces(store, making.before, making.order.reason.strip())), *blocks)
    profile = queries.profile_on(store, making.draft.request.details_day)
    return in_way(replace(document, head=head, marks=marks, blocks=blocks), profile, making.order.way)


def _replaces(store: queries.Store, before: FrozenReport, reason: str) -> str:
    """The sentence that names the replaced report: by its number and day where it has them, always by its code."""
    line = report_queries.number_of(store, before.code)
    code, reason = printed_code(before.code), reason.rstrip(" .")
    if line is None or line.day is None:
        return text("freeze.replaces_code", code=code, reason=reason)
    number = f"{line.number:02d}/{line.symbol}"
    return text("freeze.replaces", number=number, day=day_text(line.day), code=code, reason=reason)


def _cells_behind(store: queries.Store, basis: Basis, request: ReportRequest) -> list[DataValue]:
    """The cells behind the report, with their comments."""
    values = queries.data_values(store, elements=basis.elements)
    return report_queries.values_behind(values, basis.first_year, request.period)


def _inputs(store: queries.Store, basis: Basis, request: ReportRequest, cells: list[DataValue]) -> dict[str, Tree]:
    """What was typed and set: cells, texts, notes, details of the station."""
    period = parse_period(request.period)
    years = range(basis.first_year, period.year + 1)
    notes = [note for note in queries.rule_notes(store) if note.element in basis.elements]
    return {
        "figures": [tree_of(list(value)) for value in cells],
        "profile": tree_of(queries.profile_on(store, request.details_day)),
        "station": tree_of(queries.station_on(store, period.last_day)),
        "texts": tree_of(queries.report_texts(store, request.text_key, request.period)),
        "notes": tree_of(notes),
        "completions": tree_of([each for each in queries.completions(store) if int(each.period[:4]) in years]),
        "recorded": tree_of(basis.recorded),
    }


def _definitions(catalogue: Catalogue, basis: Basis) -> Tree:
    """Everything in full that says what the figures mean (CONTRACT C1)."""
    return {
        "indicators": {code: tree_of(catalogue.indicators[code]) for code in sorted(basis.indicators)},
        "data_elements": {code: tree_of(catalogue.data_elements[code]) for code in sorted(basis.elements)},
        "made_for": tree_of(basis.definition),
    }


def _refuse_open(store: queries.Store, catalogue: Catalogue, draft: Draft, order: Order) -> None:
    """Something open needs a reason: given now, or when the same figures were checked."""
    if draft.points.is_passed or order.reason.strip():
        return
    checked = report_queries.check_of(store, order.request.key)
    if checked is not None and checked.digest == draft.digest and checked.reason:
        return
    raise ReportNotReady(draft.points, open_faults(catalogue, draft.points))
