"""What the panel of copies asks and makes, off the GUI thread; touches no widget."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from data import queries, report_commands, report_queries
from data.documents.records import DocumentNumber, FrozenReport
from data.documents.register import number_text
from data.exchange.csv_rows import read_file
from reports.copies import (
    CopyOrder,
    copies_made,
    copy_line,
    copy_pdf,
    electronic_copy,
    extract_pdf,
    is_signed,
    require_signed,
)
from reports.correction_letter import frozen_document
from reports.document import CopyKind
from reports.extracts import Part, parts_of
from reports.signing import SignResult
from ui.screens.frozen_signing import key_of
from ui.screens.report_scans_work import SCAN
from ui.session import Session
from ui.tasks import Task
from ui.widgets.report_sign_form import SignTyped


class Copying(NamedTuple):
    """What is known of a report when copies of it are made.

    Attributes:
        recipients: Those of the settings today.
        scan: Path of the newest PDF with its signed pages; empty where none is attached.
        is_signed: Whether there is anything that can be copied.
    """

    report: FrozenReport
    parts: tuple[Part, ...]
    made: tuple[DocumentNumber, ...]
    recipients: tuple[str, ...]
    scan: str = ""
    is_signed: bool = False


def copying_of(session: Session, code: str) -> Copying:
    """What is known of a report.

    Raises:
        UserError: report_unknown, report_file_lost.
    """
    store = session.store
    report = report_queries.frozen_report(store, code)
    attached = report_queries.attachments(store, code)
    scans = [each.path for each in attached if each.kind == SCAN and each.path.lower().endswith(".pdf")]
    return Copying(
        report=report,
        parts=parts_of(frozen_document(store, report)),
        made=copies_made(store, report),
        recipients=queries.profile_on(store, session.today).recipients,
        scan=scans[-1] if scans else "",
        is_signed=is_signed(store, report),
    )


def made_copy(session: Session, order: CopyOrder, task: Task) -> bytes:
    """The pages of a copy for paper.

    Raises:
        Cancelled: The task was asked to stop.
        UserError: As ``copy_pdf``.
    """

    def go_on(done: int, whole: int) -> bool:
        task.progress(done, whole)
        return True

    return copy_pdf(session.store, order, go_on)


def numbered_copy(session: Session, order: CopyOrder) -> DocumentNumber:
    """The line of the register that a copy gets now.

    Raises:
        UserError: As ``copy_line`` and ``give_number``.
    """
    return report_commands.give_number(session.store, copy_line(session.store, order), session.by())


def signed_copy(session: Session, order: CopyOrder, scan: str, typed: SignTyped) -> SignResult:
    """An electronic copy: an extract, or the scan of the signed pages, with the agency's signature in the corner.

    Raises:
        UserError: As ``reports.signing.sign``; copy_unsigned (``report``); file_missing.
        EnvironmentFault: As ``reports.signing.sign``.
    """
    from reports.signing import sign

    require_signed(session.store, order.report)
    is_extract = order.kind is CopyKind.EXTRACT
    pdf = extract_pdf(session.store, order) if is_extract else read_file(Path(scan))
    agency = queries.profile_on(session.store, order.day).name
    request = electronic_copy(pdf, key_of(typed), order, agency)
    return sign(request._replace(tsa=typed.tsa))


def made_words(line: DocumentNumber) -> str:
    """A copy of the register in one line."""
    receivers = ", ".join(line.receivers.splitlines())
    day = f"{line.day:%d/%m/%Y}" if line.day is not None else ""
    return " · ".join(part for part in (number_text(line.number, line.symbol), day, receivers, line.note) if part)
