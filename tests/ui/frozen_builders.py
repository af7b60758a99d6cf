"""A frozen report of a small station, without the figures and pages of a real one."""

from __future__ import annotations

from data import queries, report_commands
from data.documents.codes import Tree, canonical, hash_of, short_code
from data.documents.records import PAPER, FrozenReport, ReportKey
from data.model import Attribution
from data.report_commands import Freezing
from reports.document import ReportDocument
from reports.pdf import render_pdf
from reports.tree import tree_of
from tests.reports.builders import make_report
from tests.ui.conftest import NOW
from ui.session import Session

BY = Attribution(user="Lan", now=NOW)
KEY = ReportKey("plan_progress", "lao-cai-2024", "2024Q3")


def freeze_small(session: Session, document: ReportDocument | None = None, way: str = PAPER) -> FrozenReport:
    """A frozen report: the figure of the population, and a document."""
    drawn = document or make_report(marks=())
    figures: Tree = [["population_end", "2024Q3", "default", "figure", "4127", ""]]
    snapshot = canonical({"inputs": {"figures": figures}, "document": tree_of(drawn)})
    pdf = render_pdf(drawn)
    digest = hash_of(snapshot)
    report = FrozenReport(
        code=short_code(digest),
        key=KEY,
        snapshot=digest,
        pdf=hash_of(pdf),
        way=way,
        elements=("population_end",),
        first_year=2024,
    )
    seen = queries.chain_head(session.store).action_id
    report_commands.freeze(session.store, Freezing(report, snapshot, pdf, NOW.date(), None, seen), BY)
    return report


def frozen_code(session: Session) -> str:
    """Code of a small frozen report."""
    return freeze_small(session).code
