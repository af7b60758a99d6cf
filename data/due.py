"""Which reports are due: from the reporting duties of the plans that bind the station (CONTRACT S3, PRODUCT 4).

No deadline is invented: where the plan prints no day, only the end of the period is known.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from data.model import ObligationProgress, ObligationState
from data.periods import Period, PeriodType
from data.plan_definitions import Plan, ReportingDuty

_DATED = {
    "quarter": PeriodType.QUARTER,
    "half_year": PeriodType.HALF_YEAR,
    "nine_months": PeriodType.NINE_MONTHS,
    "year": PeriodType.YEAR,
}
"""Frequencies of duties that name a period; by_rule and five_years name none."""

# "xã" also stands in "thị xã" (a town above the communes) and in "bảo hiểm xã hội".
_COMMUNE = re.compile(r"(?<!thị )\bxã\b(?! hội\b)|\bphường\b|\bthị trấn\b|\btrạm\b", re.IGNORECASE)


class DueReport(NamedTuple):
    """A reporting duty for one period.

    Attributes:
        frequency: The duty's own word: quarter, half_year, nine_months, year, five_years or by_rule.
        period: The period reported on; None for by_rule and five_years.
        due_on: Last day for handing in, where the plan prints a day; else None.
        days_left: Days from today to ``due_on``, negative when it has passed; None without a day.
        is_background: Whether the duty names no commune or station: shown, not owed by the station.
        is_running: Whether the period has not ended yet.
        is_open: Whether the report is not yet recorded as done (an obligation state with the duty's id).
    """

    duty: ReportingDuty
    plan: str
    frequency: str
    period: Period | None
    due_on: date | None
    days_left: int | None
    is_background: bool
    is_running: bool
    is_open: bool


class _Turn(NamedTuple):
    """One time that a duty falls due, with what the station recorded of it."""

    frequency: str
    period: Period | None
    state: ObligationState | None


def due_in_plans(
    plans: Iterable[Plan], states: Mapping[tuple[str, str], ObligationState], today: date
) -> tuple[DueReport, ...]:
    """Reports due, the station's own first; dated ones by their day, then by the end of the period.

    Args:
        plans: The plans that bind the station.
        states: What the station recorded, by (duty's id, period's key).
        today: The day in Vietnam.
    """
    reports = [
        _due(plan, duty, _Turn(frequency, period, states.get((duty.id, period.code if period else ""))), today)
        for plan in plans
        for duty in plan.reporting_duties
        for frequency in duty.frequency
        for period in _periods(plan, frequency, today)
    ]
    return tuple(sorted(reports, key=_order))


def names_station(who_vi: str) -> bool:
    """Whether a duty names communes, wards, townships or the station."""
    return _COMMUNE.search(who_vi) is not None


def last_day_of(duty: ReportingDuty, period: Period) -> date | None:
    """Last day for a report where the plan prints a day: "trước ngày 13/11" is 12/11 (CONTRACT section 1)."""
    if not duty.deadline:
        return None
    day, month = (int(part) for part in duty.deadline.split("/"))
    printed = date(period.year, month, day)
    return printed - timedelta(days=1) if "trước" in duty.frequency_as_printed.lower() else printed


def _periods(plan: Plan, frequency: str, today: date) -> list[Period | None]:
    """The period that ended last and the one that runs, within the plan's years; None for an undated duty.

    A period that has ended stays until the same period of the next year has ended, too.
    """
    if frequency not in _DATED:
        return [None]
    running = Period(today.year, today.month, today.month).around(_DATED[frequency])
    if running.last_day < today:  # nine months, seen from October on
        running = running.in_year(today.year + 1)
    ended = running.previous()
    while ended.year > plan.last_year:
        ended = ended.previous()
    found: list[Period | None] = []
    if plan.first_year <= ended.year and today <= ended.in_year(ended.year + 1).last_day:
        found.append(ended)
    if plan.first_year <= running.year <= plan.last_year and running.first_day <= today:
        found.append(running)
    return found


def _due(plan: Plan, duty: ReportingDuty, turn: _Turn, today: date) -> DueReport:
    period = turn.period
    due_on = last_day_of(duty, period) if period is not None else None
    return DueReport(
        duty=duty,
        plan=plan.id,
        frequency=turn.frequency,
        period=period,
        due_on=due_on,
        days_left=(due_on - today).days if due_on is not None else None,
        is_background=not names_station(duty.who_vi),
        is_running=period is not None and period.last_day >= today,
        is_open=turn.state is None or turn.state.state is not ObligationProgress.DONE,
    )


def _order(report: DueReport) -> tuple[bool, bool, date]:
    end = report.period.last_day if report.period is not None else date.max
    return report.is_background, report.period is None, report.due_on or end
