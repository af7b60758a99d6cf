"""What the page of frozen reports asks of the file, off the GUI thread; touches no widget."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from data import queries, report_queries
from data.documents.changes import CellChange
from data.documents.records import (
    Attachment,
    DocumentNumber,
    FrozenReport,
    NumberState,
    ReportStep,
    StepKind,
)
from data.documents.register import next_number, number_text, series_of
from data.documents.states import ReportState, is_standing, state_of
from data.due import names_station
from data.errors import UserError
from data.model import ObligationProgress
from data.periods import parse_period
from reports.copies import with_signatures_seen
from reports.document import ReportDocument
from reports.tree import document_of
from ui.screens.report_work import PLAN_KIND, sets_of
from ui.session import Session
from ui.tasks import Task
from ui.words import LOCAL

LONG_DAYS = 7
"""After so many days a report with a printed number that nobody signed is spoken of."""

SIGNED = "signed"
"""Kind of the attachment that says where the PDF with its signatures was saved."""


REPORTING, BY_RULE = "report", "by_rule"
"""A plan's duty to report, and the frequency of one that names no period."""

UNSAID = " (không nêu rõ)"
"""Remark of the catalogue behind a receiver that the plan does not name: nothing to print."""


class Duty(NamedTuple):
    """A duty to report that handing in a report can fulfil.

    Attributes:
        is_own: Whether it names the report's kind of period, and the station's kind of body or is the only such duty.
    """

    item_id: str
    content: str
    receiver: str
    is_own: bool


class ReportRow(NamedTuple):
    """A frozen report with what became of it.

    Attributes:
        title: What the plan or set is called; its id where nobody knows it any more.
        replaced_by: Code of the report that replaced it; empty otherwise.
    """

    report: FrozenReport
    steps: tuple[ReportStep, ...]
    title: str
    number: DocumentNumber | None = None
    replaced_by: str = ""

    @property
    def state(self) -> ReportState:
        """Where it stands."""
        return state_of(self.steps)

    @property
    def is_standing(self) -> bool:
        """Whether it counts: neither replaced nor cancelled."""
        return is_standing(self.state)

    @property
    def signed_as(self) -> frozenset[str]:
        """Whose digital signatures it has: head, agency."""
        return frozenset(step.means for step in self.steps if step.kind is StepKind.SIGN_DIGITAL)


class Orphans(NamedTuple):
    """What was begun and not ended, by the codes of the reports.

    Attributes:
        numbers: Numbers that were reserved and belong to no document.
        unsigned: Reports whose number is printed, and that nobody signed for long.
        replaced: Reports that were handed in and replaced by one that was not: (old, new).
        lost: Where a PDF with signatures was saved and is no more.
    """

    numbers: tuple[DocumentNumber, ...] = ()
    unsigned: tuple[str, ...] = ()
    replaced: tuple[tuple[str, str], ...] = ()
    lost: tuple[tuple[str, str], ...] = ()


class Found(NamedTuple):
    """The frozen reports, newest first, and what was begun and not ended."""

    rows: tuple[ReportRow, ...] = ()
    orphans: Orphans = Orphans()


class Shown(NamedTuple):
    """A report in full: its pages with all signatures, its document, where the signed PDF was saved.

    Attributes:
        pages: The PDF to look at, with its signatures drawn onto the pages: the preview draws none by itself.
    """

    row: ReportRow
    pdf: bytes
    document: ReportDocument
    attachments: tuple[Attachment, ...] = ()
    pages: bytes = b""


def found_in(session: Session) -> Found:
    """All frozen reports of the file."""
    store = session.store
    reports = report_queries.frozen_reports(store)
    steps: dict[str, list[ReportStep]] = {}
    for step in report_queries.steps(store):
        steps.setdefault(step.report, []).append(step)
    numbers = {each.report: each for each in report_queries.numbers(store) if each.report}
    after = {report.supersedes: report.code for report in reports if report.supersedes}
    titles = subject_titles(session, {report.key.kind for report in reports})
    rows = [
        ReportRow(
            report=report,
            steps=tuple(steps.get(report.code, ())),
            title=titles.get((report.key.kind, report.key.subject), report.key.subject),
            number=numbers.get(report.code),
            replaced_by=after.get(report.code, ""),
        )
        for report in reversed(reports)
    ]
    return Found(tuple(rows), orphans_among(session, rows))


def subject_titles(session: Session, kinds: Iterable[str]) -> Mapping[tuple[str, str], str]:
    """What plans and sets are called, by kind of report and id."""
    plans = session.catalogue.plans.values()
    titles = {(PLAN_KIND, plan.id): plan.short_title_vi for plan in plans}
    for kind in kinds:
        if kind != PLAN_KIND:
            titles |= {(kind, each.id): each.title for each in sets_of(session, kind)}
    return titles


def orphans_among(session: Session, rows: Iterable[ReportRow]) -> Orphans:
    """What was begun and not ended."""
    known = {row.report.code: row for row in rows}
    numbers = report_queries.numbers(session.store)
    long_ago = session.today - timedelta(days=LONG_DAYS)
    handed_in = {code for code, row in known.items() if any(step.kind is StepKind.SUBMIT for step in row.steps)}
    papers = report_queries.attachments(session.store)
    return Orphans(
        numbers=tuple(each for each in numbers if each.state is NumberState.RESERVED and not each.report),
        unsigned=tuple(code for code, row in known.items() if _waits_for_signature(row, long_ago)),
        replaced=tuple(
            (code, row.replaced_by)
            for code, row in known.items()
            if code in handed_in and row.replaced_by and _waits(known.get(row.replaced_by), handed_in)
        ),
        lost=tuple((each.report, each.path) for each in papers if each.kind == SIGNED and not Path(each.path).exists()),
    )


def _waits_for_signature(row: ReportRow, long_ago: date) -> bool:
    at = row.report.stored_at
    is_printed = row.number is not None and row.number.state is NumberState.RESERVED
    return is_printed and row.state is ReportState.FROZEN and at is not None and at.astimezone(LOCAL).date() <= long_ago


def _waits(row: ReportRow | None, handed_in: set[str]) -> bool:
    return row is not None and row.is_standing and row.report.code not in handed_in


def shown_of(session: Session, row: ReportRow) -> Shown:
    """A report in full.

    Raises:
        UserError: report_file_lost (``digest``), snapshot_unreadable.
    """
    store, report = session.store, row.report
    papers, pdf = report_queries.attachments(store, report.code), report_queries.signed_pdf(store, report)
    pages = with_signatures_seen(pdf, pdf) if row.signed_as else pdf
    return Shown(row, pdf, frozen_document(session, report), papers, pages)


def frozen_document(session: Session, report: FrozenReport) -> ReportDocument:
    """The document as it was frozen.

    Raises:
        UserError: report_file_lost (``digest``), snapshot_unreadable.
    """
    try:
        return document_of(json.loads(report_queries.snapshot_bytes(session.store, report))["document"])
    except (ValueError, KeyError, TypeError) as error:
        raise UserError("snapshot_unreadable") from error


def number_line(shown: Shown, day: date, state: NumberState, reason: str) -> DocumentNumber:
    """The line that the register gets for a report on paper; its number is given when it is written."""
    document = shown.document
    return DocumentNumber(
        year=day.year,
        series=series_of(document.head.symbol),
        number=0,
        state=state,
        symbol=document.head.symbol,
        day=day,
        title=f"{document.type_name.capitalize()}: {document.subject}",
        signer=document.signature.name or _signed_by(shown.row.steps),
        receivers="\n".join(document.addressees),
        reason=reason,
        report=shown.row.report.code,
    )


def _signed_by(steps: Iterable[ReportStep]) -> str:
    """Who signed on paper, as the step says; empty while nobody did."""
    return next((step.party for step in steps if step.kind is StepKind.SIGN_PAPER), "")


def number_foreseen(session: Session, symbol: str, year: int) -> str:
    """The number that the next document of a symbol gets, as it will be printed."""
    series = series_of(symbol)
    number = next_number(report_queries.numbers(session.store, year), year, series)
    return number_text(number, symbol)


def differences(session: Session, report: FrozenReport) -> tuple[CellChange, ...]:
    """Cells behind a report that hold something else now."""
    return report_queries.changes_since(session.store, report)


def difference_counts(session: Session, rows: Iterable[ReportRow], task: Task) -> dict[str, int]:
    """How many cells changed behind each report that counts, by its code; unreadable ones are left out."""
    standing = [row.report for row in rows if row.is_standing]
    found: dict[str, int] = {}
    for place, report in enumerate(standing):
        task.progress(place, len(standing))
        try:
            found[report.code] = len(differences(session, report))
        except UserError:  # told when the report itself is shown
            continue
    return found


def duties_for(session: Session, report: FrozenReport) -> tuple[Duty, ...]:
    """What the plan has reported on the report's period and is not recorded as done: the station's own first."""
    plan = session.catalogue.plans.get(report.key.subject) if report.key.kind == PLAN_KIND else None
    if plan is None:
        return ()
    kind = parse_period(report.key.period).type.value
    done = {
        each.item_id
        for each in queries.reports_sent(session.store)
        if each.period == report.key.period and each.state is ObligationProgress.DONE
    }
    owed = [
        duty
        for duty in plan.reporting_duties
        if duty.kind == REPORTING and (kind in duty.frequency or BY_RULE in duty.frequency)
    ]
    own = {duty.id for duty in owed if kind in duty.frequency and (len(owed) == 1 or names_station(duty.who_vi))}
    duties = [
        Duty(duty.id, duty.content_vi, duty.to_vi.replace(UNSAID, ""), duty.id in own)
        for duty in owed
        if duty.id not in done
    ]
    return tuple(sorted(duties, key=lambda duty: not duty.is_own))
