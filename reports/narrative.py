"""What is proposed for a report's own texts, how linked figures print now, and the tables that texts are held to."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from data.catalogue.content import Catalogue
from data.narrative.links import Printed, Proposal
from data.narrative.linter import Tables
from data.queries import Store, report_texts
from reports.document import ReportDocument
from reports.printed_rows import tables_of
from reports.registry import find_report, make_report
from reports.report import ReportRequest, checked_period
from reports.sections.proposals import proposals_of


class Narrative(NamedTuple):
    """What the texts of one report can rest on.

    Attributes:
        proposals: In the order in which they are offered; none for a kind without rules.
        printed: How a linked figure prints now.
        tables: Every figure of the report outside its own texts.
    """

    proposals: tuple[Proposal, ...]
    printed: Printed
    tables: Tables


class _Said(NamedTuple):
    document: ReportDocument
    proposals: tuple[Proposal, ...] = ()
    printed: Printed = lambda link: link.printed


def narrative_of(store: Store, catalogue: Catalogue, request: ReportRequest) -> Narrative:
    """Work out everything for the texts of a report, from today's figures.

    Raises:
        UserError: As ``reports.registry.make_report``.
    """
    checked_period(find_report(request.kind), request)
    said = _MAKERS.get(request.kind, _without_rules)(store, catalogue, request)
    typed = [each.text for each in report_texts(store, request.text_key, request.period)]
    return Narrative(said.proposals, said.printed, tables_of(said.document, typed))


def _without_rules(store: Store, catalogue: Catalogue, request: ReportRequest) -> _Said:
    return _Said(make_report(store, catalogue, request))


def _of_plan(store: Store, catalogue: Catalogue, request: ReportRequest) -> _Said:
    from reports.definitions.plan_progress import collect, make_document
    from reports.sections.proposals_book import PlanBook
    from reports.sections.proposals_plan import PLAN_RULES

    given = collect(store, catalogue, request)
    book = PlanBook(period=given.period, results=given.results, writer=given.writer, breaks=given.station.series_breaks)
    return _Said(make_document(given), proposals_of(PLAN_RULES, book), book.printed)


def _of_assessment(store: Store, catalogue: Catalogue, request: ReportRequest) -> _Said:
    from reports.definitions.self_assessment import collect, make_document
    from reports.sections.proposals_assessment import ASSESSMENT_RULES, AssessmentBook

    given = collect(store, catalogue, request)
    choices = given.assessed.choices
    book = AssessmentBook(result=given.results[0], period=given.period.code, choices=choices)
    return _Said(make_document(given), proposals_of(ASSESSMENT_RULES, book), book.printed)


def _of_progress(store: Store, catalogue: Catalogue, request: ReportRequest) -> _Said:
    from reports.definitions.criteria_progress import collect, make_document
    from reports.sections.proposals_assessment import ASSESSMENT_RULES, AssessmentBook

    given = collect(store, catalogue, request)
    if given.status.result is None:
        return _Said(make_document(given))
    book = AssessmentBook(result=given.status.result, period=given.status.period.code)
    return _Said(make_document(given), proposals_of(ASSESSMENT_RULES, book), book.printed)


_MAKERS: dict[str, Callable[[Store, Catalogue, ReportRequest], _Said]] = {
    "plan_progress": _of_plan,
    "self_assessment": _of_assessment,
    "criteria_progress": _of_progress,
}
