"""What "Kiểm tra bản in" asks of the file, off the GUI thread; touches no widget."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from data import report_queries
from data.errors import SoTramError
from data.exchange.csv_rows import read_file
from reports.verifying import Outcome, Verified, verify_against, verify_code
from ui.session import Session
from ui.trusted_roots import roots_in


class Checked(NamedTuple):
    """What was found out.

    Attributes:
        pages: The frozen report with its signatures, to be compared with; empty where there is none.
        name: Name of the file that was checked; empty for a code typed from paper.
        form: The form of copy that the file says it is: "SAO Y"; empty for the report itself.
        fault: Why the frozen pages cannot be shown, where they cannot.
    """

    found: Verified
    pages: bytes = b""
    name: str = ""
    form: str = ""
    fault: SoTramError | None = None


def check_code(session: Session, typed: str) -> Checked:
    """The report that a code belongs to, with its pages."""
    return _with_pages(session, Checked(verify_code(session.store, typed)))


def check_file(session: Session, path: Path, roots: str) -> Checked:
    """What a PDF is, held against the file's frozen reports; ``roots`` is the folder of trusted authorities, or empty.

    Raises:
        UserError: As ``read_file`` and ``roots_in``.
        EnvironmentFault: As ``read_file``.
    """
    from reports.copies import copy_form_in

    pdf = read_file(path)
    found = verify_against(session.store, pdf, roots_in(roots or None), session.clock())
    form = copy_form_in(pdf) if found.outcome is Outcome.CHANGED else ""
    return _with_pages(session, Checked(found, name=path.name, form=form))


def _with_pages(session: Session, checked: Checked) -> Checked:
    report = checked.found.report
    if report is None:
        return checked
    try:
        return checked._replace(pages=report_queries.signed_pdf(session.store, report))
    except SoTramError as error:
        return checked._replace(fault=error)
