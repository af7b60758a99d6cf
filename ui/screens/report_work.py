"""The long work behind the report screen: making the PDF, writing it; touches no widget."""

from __future__ import annotations

from pathlib import Path

from data.exchange.files import replace_file
from reports.report import ReportRequest, SetName
from ui.output_files import check_output
from ui.session import Session
from ui.tasks import Task

PLAN_KIND = "plan_progress"

FILE_NAMES = {
    PLAN_KIND: "Bao-cao",
    "self_assessment": "Tu-cham-diem",
    "criteria_progress": "Tien-do-tieu-chi",
    "new_rural_health": "Nong-thon-moi",
}
"""How the PDF of each kind is called."""


def sets_of(session: Session, kind: str) -> tuple[SetName, ...]:
    """The criteria sets that a kind of report can be made for."""
    from reports.registry import find_report

    return find_report(kind).sets(session.store)


def pdf_bytes(session: Session, request: ReportRequest, task: Task) -> bytes:
    """The report as PDF.

    Raises:
        Cancelled: The task was asked to stop.
        UserError: The period is none of this report's, or what else the kind refuses.
    """
    from reports.registry import render_report

    def go_on(done: int, whole: int) -> bool:
        task.progress(done, whole)
        return True

    return render_report(session.store, session.catalogue, request, go_on)


def draft(session: Session, request: ReportRequest) -> tuple[str, str]:
    """The report for a word processor: as HTML and as plain text."""
    from reports.registry import make_report
    from ui.report_html import document_html, document_text

    document = make_report(session.store, session.catalogue, request)
    return document_html(document), document_text(document)


def write_file(path: Path, data: bytes) -> Path:
    """Replace a file in one step; the old one stays as it is when that fails.

    Raises:
        UserError: As ``check_output``.
        EnvironmentFault: What the disk or folder does not allow.
    """
    check_output(path)
    replace_file(path, data)
    return path
