"""Everything that is asked of the papers in a station file; nothing here changes it."""

from __future__ import annotations

import json
from collections.abc import Sequence

from data import queries
from data.documents import register
from data.documents.changes import Cell, CellChange, Held, cells_of, changed_cells
from data.documents.records import (
    Attachment,
    DocumentNumber,
    FrozenReport,
    ReportCheck,
    ReportKey,
    ReportStep,
    SentenceLink,
)
from data.documents.states import ReportState, is_standing, state_of
from data.errors import UserError
from data.model import Category, CellState, DataValue
from data.periods import parse_period
from data.store import report_files, report_loading
from data.store.database import Store


def frozen_reports(store: Store) -> tuple[FrozenReport, ...]:
    """All frozen reports, oldest first."""
    with store.reading():
        return report_loading.load_reports(store.connection)


def frozen_report(store: Store, code: str) -> FrozenReport:
    """A frozen report by its short code (ten letters).

    Raises:
        UserError: report_unknown (``report``).
    """
    with store.reading():
        found = report_loading.load_reports(store.connection, code)
    if not found:
        raise UserError("report_unknown", report=code)
    return found[0]


def steps(store: Store, code: str | None = None) -> tuple[ReportStep, ...]:
    """Steps of a report, or of all reports, in their order."""
    with store.reading():
        return report_loading.load_steps(store.connection, code)


def states(store: Store) -> dict[str, ReportState]:
    """Where every frozen report stands, by code."""
    done: dict[str, list[ReportStep]] = {}
    for step in steps(store):
        done.setdefault(step.report, []).append(step)
    return {code: state_of(found) for code, found in done.items()}


def standing_report(store: Store, key: ReportKey) -> FrozenReport | None:
    """The newest frozen report of a kind, subject and period that is neither superseded nor cancelled."""
    now = states(store)
    found = [report for report in frozen_reports(store) if report.key == key and is_standing(now[report.code])]
    return found[-1] if found else None


def check_of(store: Store, key: ReportKey) -> ReportCheck | None:
    """The newest check of a draft; None when it was never checked."""
    with store.reading():
        return report_loading.load_check(store.connection, key)


def snapshot_bytes(store: Store, report: FrozenReport) -> bytes:
    """The snapshot of a report.

    Raises:
        UserError: report_file_lost (``digest``).
    """
    with store.reading():
        return report_files.load_file(store.connection, report.snapshot)


def pdf_bytes(store: Store, report: FrozenReport) -> bytes:
    """The frozen PDF, byte for byte.

    Raises:
        UserError: report_file_lost (``digest``).
    """
    with store.reading():
        return report_files.load_file(store.connection, report.pdf)


def signed_pdf(store: Store, report: FrozenReport) -> bytes:
    """The frozen PDF with all signatures that are recorded; the frozen one where there are none.

    Raises:
        UserError: report_file_lost (``digest``).
    """
    appended = [step.file for step in steps(store, report.code) if step.file]
    with store.reading():
        connection = store.connection
        frozen = report_files.load_file(connection, report.pdf)
        return frozen + (report_files.load_file(connection, appended[-1]) if appended else b"")


def numbers(store: Store, year: int | None = None) -> tuple[DocumentNumber, ...]:
    """The register of a year, or of all, by year, series and number."""
    with store.reading():
        return report_loading.load_numbers(store.connection, year)


def number_of(store: Store, code: str) -> DocumentNumber | None:
    """The newest line of the register that belongs to a report."""
    found = [each for each in numbers(store) if each.report == code]
    return found[-1] if found else None


def next_number(store: Store, year: int, series: str) -> int:
    """The number that the next document of a series gets."""
    return register.next_number(numbers(store, year), year, series)


def attachments(store: Store, code: str | None = None) -> tuple[Attachment, ...]:
    """Files that belong to a report, or to all."""
    with store.reading():
        return report_loading.load_attachments(store.connection, code)


def sentences(store: Store, plan: str, period: str) -> tuple[SentenceLink, ...]:
    """Linked sentences of a report's own text."""
    with store.reading():
        return report_loading.load_sentences(store.connection, plan, period)


def changes_since(store: Store, report: FrozenReport) -> tuple[CellChange, ...]:
    """Cells behind a frozen report that hold something else now, with who changed them last and why.

    Raises:
        UserError: report_file_lost (``digest``).
    """
    frozen = frozen_cells(snapshot_bytes(store, report))
    values = queries.data_values(store, elements=report.elements)
    now = cells_of(values_behind(values, report.first_year, report.key.period))
    return tuple(_attributed(store, change) for change in changed_cells(frozen, now))


def values_behind(values: Sequence[DataValue], first_year: int, period_code: str) -> list[DataValue]:
    """The cells that a report on a period can say: from its oldest year on, none of a period that begins after it."""
    last_day = parse_period(period_code).last_day
    begins = {code: parse_period(code).first_day for code in {value.period for value in values}}
    return [value for value in values if begins[value.period].year >= first_year and begins[value.period] <= last_day]


def frozen_cells(snapshot: bytes) -> dict[Cell, Held]:
    """The figures of a snapshot, by cell."""
    rows = json.loads(snapshot)["inputs"]["figures"]
    return {Cell(row[0], row[1], Category(row[2])): (CellState(row[3]), row[4]) for row in rows}


def _attributed(store: Store, change: CellChange) -> CellChange:
    entries = queries.history(store, *change.cell)
    if not entries:
        return change
    return change._replace(at=entries[0].at, who=entries[0].who, why=entries[0].why)
