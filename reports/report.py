"""What a report definition offers to the registry."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from data.catalogue.content import Catalogue
from data.periods import PeriodType
from data.queries import Store
from reports.document import ReportDocument


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRequest:
    """Which report is asked for.

    Attributes:
        kind: Code of the report, for example ``plan_progress``.
        period: Key of the period, for example ``2024Q3``.
        plan: Id of the plan, for reports on a plan.
    """

    kind: str
    period: str
    plan: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One kind of report: its code, the periods it is made for, and how it is made.

    Attributes:
        needs_plan: Whether the request must name a plan.
        document: Store, catalogue and request -> the report as plain data.
    """

    kind: str
    needs_plan: bool
    period_types: tuple[PeriodType, ...]
    document: Callable[[Store, Catalogue, ReportRequest], ReportDocument]
