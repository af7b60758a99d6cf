"""What a report definition offers to the registry."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from data.catalogue.content import Catalogue
from data.documents.records import ReportKey
from data.errors import UserError
from data.periods import Period, PeriodType, parse_period
from data.queries import Store
from reports.document import ReportDocument


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRequest:
    """Which report is asked for.

    Attributes:
        kind: Code of the report, for example ``plan_progress``.
        period: Key of the period, for example ``2024Q3``.
        plan: Id of the plan, for reports on a plan.
        criteria_set: Id of the criteria set, for reports on a set.
        day: Day of the document, on which its head, receivers and signer hold (CONTRACT S2); None for a draft without a
            trace of the clock, which takes the last day of its period.
    """

    kind: str
    period: str
    plan: str = ""
    criteria_set: str = ""
    day: date | None = None

    @property
    def details_day(self) -> date:
        """The day as of which the station's details for documents stand in the report."""
        return self.day or parse_period(self.period).last_day

    @property
    def key(self) -> ReportKey:
        """Which report this is, in the register of frozen ones."""
        return ReportKey(self.kind, self.plan or self.criteria_set, self.period)

    @property
    def text_key(self) -> str:
        """Under what a person's own words are kept: the plan, or kind and set where a report is made for a set."""
        return self.plan or f"{self.kind}/{self.criteria_set}"


class SetName(NamedTuple):
    """A set that a kind of report can be made for.

    Attributes:
        is_own: Whether the station entered it itself.
        years: First and last year that it is in force; None where it does not say.
    """

    id: str
    title: str
    is_own: bool
    years: tuple[int, int] | None = None

    def is_for(self, year: int) -> bool:
        """Whether the set is in force in a year, as far as it says."""
        return self.years is None or self.years[0] <= year <= self.years[1]


class Basis(NamedTuple):
    """What a report rests on, for its snapshot and its check list.

    Attributes:
        indicators: Codes of the indicators that it says.
        elements: Codes of the data elements behind every figure in it, in years since ``first_year``.
        needed: Those of them that the station itself has to report for the period.
        definition: The plan or set that the report is made for.
        recorded: What else the station recorded and the report says, by name.
    """

    indicators: frozenset[str]
    elements: frozenset[str]
    needed: frozenset[str]
    first_year: int
    definition: object
    recorded: Mapping[str, object]


def no_sets(_store: Store) -> tuple[SetName, ...]:
    """For a kind that is made for no set."""
    return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One kind of report: its code, the periods it is made for, and how it is made.

    Attributes:
        needs_plan: Whether the request must name a plan.
        needs_set: Whether the request must name a criteria set.
        sets: The sets that may be named.
        document: Store, catalogue and request -> the report as plain data.
        basis: Store, catalogue and request -> what that rests on.
    """

    kind: str
    period_types: tuple[PeriodType, ...]
    document: Callable[[Store, Catalogue, ReportRequest], ReportDocument]
    basis: Callable[[Store, Catalogue, ReportRequest], Basis]
    needs_plan: bool = False
    needs_set: bool = False
    sets: Callable[[Store], tuple[SetName, ...]] = no_sets


_PERIOD_FAULTS = {
    (PeriodType.YEAR,): "report_year_only",
    (PeriodType.QUARTER,): "report_quarter_only",
    (PeriodType.HALF_YEAR, PeriodType.YEAR): "report_half_year_or_year",
}
"""Periods of a kind of report -> how any other one is refused."""


def missing_part(report: Report, request: ReportRequest) -> str:
    """What the kind asks for and the request does not name: ``--plan``, ``--set``, or nothing."""
    if report.needs_plan and not request.plan:
        return "--plan"
    return "--set" if report.needs_set and not request.criteria_set else ""


def checked_period(report: Report, request: ReportRequest) -> Period:
    """The period of a request that fits its kind: it names what the kind asks for, and nothing else.

    Raises:
        UserError: report_plan_missing, report_set_missing, report_needs_no_plan, report_needs_no_set (``kind``),
            period_unknown, report_period_wrong, report_year_only, report_quarter_only, report_half_year_or_year
            (``kind``, ``period``).
    """
    kind = report.kind
    match missing_part(report, request):
        case "--plan":
            raise UserError("report_plan_missing", kind=kind)
        case "--set":
            raise UserError("report_set_missing", kind=kind)
    if request.plan and not report.needs_plan:
        raise UserError("report_needs_no_plan", kind=kind)
    if request.criteria_set and not report.needs_set:
        raise UserError("report_needs_no_set", kind=kind)
    period = parse_period(request.period)
    if period.type not in report.period_types:
        code = _PERIOD_FAULTS.get(report.period_types, "report_period_wrong")
        raise UserError(code, kind=kind, period=period.code)
    return period
