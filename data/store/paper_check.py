"""Proving the papers of a station file: every frozen byte is there and is what it was, and no number is missing."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from data.documents.codes import printed_code, short_code
from data.documents.records import FrozenReport
from data.documents.register import gaps
from data.errors import Fault, UserError
from data.store import report_loading
from data.store.report_files import file_names, load_file


def paper_faults(connection: sqlite3.Connection, place: str) -> Iterator[Fault]:
    """Everything that is wrong with frozen reports and the register.

    Yields:
        check_report_code (``report``): the code does not follow from the snapshot; check_report_file (``report``,
            ``part``): snapshot, PDF or signatures are gone or changed; check_report_unnamed (``digest``): bytes that no
            report names; check_number_gap (``number``, ``series``, ``year``); check_number_report (``number``,
            ``series``, ``year``): a number of a report that is not there.
    """
    named = set[str]()
    reports = report_loading.load_reports(connection)
    for report in reports:
        if report.code != short_code(report.snapshot):
            yield Fault("check_report_code", place, {"report": printed_code(report.code)})
        for part, digest in _parts(connection, report):
            named.add(digest)
            if not _is_whole(connection, digest):
                yield Fault("check_report_file", place, {"report": printed_code(report.code), "part": part})
    for digest in sorted(set(file_names(connection)) - named):
        yield Fault("check_report_unnamed", place, {"digest": digest[:12]})
    yield from _number_faults(connection, place, {report.code for report in reports})


def _parts(connection: sqlite3.Connection, report: FrozenReport) -> Iterator[tuple[str, str]]:
    """What a report consists of: the name of each part and its SHA-256."""
    yield "snapshot", report.snapshot
    yield "pdf", report.pdf
    for step in report_loading.load_steps(connection, report.code):
        if step.file:
            yield "signature", step.file


def _is_whole(connection: sqlite3.Connection, digest: str) -> bool:
    try:
        load_file(connection, digest)
    except UserError:
        return False
    return True


def _number_faults(connection: sqlite3.Connection, place: str, codes: set[str]) -> Iterator[Fault]:
    lines = report_loading.load_numbers(connection)
    for year, series, number in gaps(lines):
        yield Fault("check_number_gap", place, {"year": str(year), "series": series, "number": str(number)})
    for line in lines:
        if line.report and line.report not in codes:
            names = {"year": str(line.year), "series": line.series, "number": str(line.number)}
            yield Fault("check_number_report", place, names)
