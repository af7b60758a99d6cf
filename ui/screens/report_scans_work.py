"""What the panel of scans asks and writes, off the GUI thread; touches no widget."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from data import report_commands, report_queries
from data.assessment.evidence import FileState
from data.assessment.records import Evidence
from data.documents.records import Attachment
from data.model import Changes
from ui.session import Session
from ui.tasks import Task

SCAN, RECEIPT = "scan", "receipt"
KINDS = (SCAN, RECEIPT)
"""What is attached by hand; the PDF with its signatures is attached when it is saved."""


class Scan(NamedTuple):
    """A file on record, and how it looks now; None: as far as it shows, it is as it was, and it was not read."""

    attachment: Attachment
    state: FileState | None = None


def scans_of(session: Session, code: str) -> tuple[Scan, ...]:
    """The files of a report, each glanced at."""
    from data.exchange.evidence_files import glance

    attached = report_queries.attachments(session.store, code)
    return tuple(Scan(each, glance(_paper(each))) for each in attached)


def checked_scans(session: Session, code: str, task: Task) -> tuple[Scan, ...]:
    """The files of a report, each read from end to end.

    Raises:
        Cancelled: When a person stops it.
    """
    from data.exchange.evidence_files import state_of

    attached = report_queries.attachments(session.store, code)
    whole, done = sum(each.size for each in attached) or 1, 0
    found: list[Scan] = []
    for each in attached:
        before = done

        def told(read: int, _of: int, before: int = before) -> None:
            task.progress(min(before + read, whole), whole)

        found.append(Scan(each, state_of(_paper(each), told)))
        done += each.size
    return tuple(found)


def seen_file(wanted: Attachment, folder: Path, task: Task) -> Attachment:
    """The attachment with size and SHA-256 of its file; a relative path is one beside the station file.

    Raises:
        UserError: As ``evidence_files.look``.
        EnvironmentFault: As ``evidence_files.look``.
    """
    from data.exchange.evidence_files import look

    path = folder / wanted.path.strip().strip('"').removeprefix("file://")
    seen = look(path, task.progress)
    return wanted._replace(path=str(path), size=seen.size, sha256=seen.sha256)


def attach(session: Session, attachment: Attachment) -> Changes:
    """Put a file on record.

    Raises:
        UserError: As ``report_commands.attach``.
    """
    return report_commands.attach(session.store, attachment, session.by())


def _paper(attachment: Attachment) -> Evidence:
    """The same file as those who look at files of evidence know it."""
    return Evidence(
        year=0,
        criteria_set="",
        item="",
        title="",
        path=attachment.path,
        size=attachment.size,
        sha256=attachment.sha256,
    )
