"""Which reports are due: from the reporting duties of the plans that bind the station (CONTRACT S3, PRODUCT 4).

No deadline is invented: where the plan prints no day, only the end of the period is known. Statistics follow their own
rules (``data/due_statistics.py``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from data.model import ObligationProgress, ObligationState
from data.periods import Cut, Period, PeriodType, span_of
from data.plan_definitions import Plan, ReportingDuty

if TYPE_CHECKING:
    from data.working_days import WorkingDays

_DATED = {
    "month": PeriodType.MONTH,
    "quarter": PeriodType.QUARTER,
    "half_year": PeriodType.HALF_YEAR,
    "nine_months": PeriodType.NINE_MONTHS,
    "year": PeriodType.YEAR,
}
"""Frequencies of duties that name a period; by_rule and five_years name none."""

# "xã" also stands in "thị xã" (a town above the communes) and in "bảo hiểm xã hội".
_COMMUNE = re.compile(r"(?<!thị )\bxã\b(?! hội\b)|\bphường\b|\bthị trấn\b|\btrạm\b", re.IGNORECASE)


class DueText(NamedTuple):
    """What one text says of when a report is due.

    Attributes:
        source_vi: The text: a plan, or a circular.
        printed: What it prints, for example "05 ngày làm việc".
        due_on: Last day for handing in by this text.
        certainty: A label of the research; empty for a plan, which was read itself.
        unsure: Years across which working days were counted although their list of days off is incomplete.
        part_vi: Which part of the text; empty where there is only one.
    """

    source_vi: str
    printed: str
    due_on: date
    certainty: str = ""
    unsure: tuple[int, ...] = ()
    part_vi: str = ""


class DueReport(NamedTuple):
    """A reporting duty for one period.

    Attributes:
        duty: The plan's own; for statistics one that says who, to whom and what in the same words.
        plan: The plan's id; empty for statistics.
        frequency: The duty's own word: month, quarter, half_year, nine_months, year, five_years or by_rule.
        period: The period reported on; None for by_rule and five_years.
        due_on: Last day for handing in, the earliest of all texts; else None.
        days_left: Days from today to ``due_on``, negative when it has passed; None without a day.
        is_background: Whether the duty names no commune or station: shown, not owed by the station.
        is_running: Whether the period has not ended yet.
        is_open: Whether the report is not yet recorded as done (an obligation state with the duty's id).
        cut: Which days the period counts.
        texts: Everything that says when it is due, the earliest first.
        is_day_off: Whether ``due_on`` is known to be no working day.
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
    cut: Cut = Cut.CALENDAR
    texts: tuple[DueText, ...] = ()
    is_day_off: bool = False

    @property
    def last_day(self) -> date | None:
        """Last day that the period counts."""
        return span_of(self.period, self.cut)[1] if self.period is not None else None

    @property
    def unsure(self) -> tuple[int, ...]:
        """Years whose list of days off is incomplete and could move ``due_on``; a later text cannot."""
        return self.texts[0].unsure if self.texts else ()

    @property
    def texts_differ(self) -> bool:
        """Whether the day is the earliest of several."""
        return len({text.due_on for text in self.texts}) > 1


class Terms(NamedTuple):
    """How periods and days are counted at the station.

    Attributes:
        today: The day in Vietnam.
        cuts: From which day on administrative reports are cut how, oldest first.
        days: Working days; None while they are not asked for.
    """

    today: date
    cuts: Sequence[tuple[date, Cut]] = ()
    days: WorkingDays | None = None

    def cut_of(self, period: Period) -> Cut:
        """How an administrative report on a period is cut: as of the last day of the named period."""
        cut = Cut.CALENDAR
        for day, later in self.cuts:
            cut = later if day <= period.last_day else cut
        return cut


class Turn(NamedTuple):
    """One time that a duty falls due, with what the station recorded of it."""

    frequency: str
    period: Period | None
    state: ObligationState | None
    cut: Cut = Cut.CALENDAR


def due_in_plans(
    plans: Iterable[Plan], states: Mapping[tuple[str, str], ObligationState], terms: Terms
) -> tuple[DueReport, ...]:
    """Reports due, the station's own first; dated ones by their day, then by the end of the period.

    Args:
        plans: The plans that bind the station.
        states: What the station recorded, by (duty's id, period's key).
        terms: Today, and how is counted.
    """
    reports = []
    for plan in plans:
        periods: dict[str, list[tuple[Period | None, Cut]]] = {}
        for duty in plan.reporting_duties:
            for frequency in duty.frequency:
                if frequency not in periods:
                    periods[frequency] = _periods(plan, frequency, terms)
                for period, cut in periods[frequency]:
                    state = states.get((duty.id, period.code if period else ""))
                    reports.append(_due(plan, duty, Turn(frequency, period, state, cut), terms))
    return ordered(reports)


def due_report(duty: ReportingDuty, plan: str, turn: Turn, texts: Iterable[DueText], terms: Terms) -> DueReport:
    """A duty's report of one period, due on the earliest day that its texts name."""
    period, known = turn.period, earliest_first(texts)
    due_on = known[0].due_on if known else None
    return DueReport(
        duty=duty,
        plan=plan,
        frequency=turn.frequency,
        period=period,
        due_on=due_on,
        days_left=(due_on - terms.today).days if due_on is not None else None,
        is_background=not names_station(duty.who_vi),
        is_running=period is not None and span_of(period, turn.cut)[1] >= terms.today,
        is_open=turn.state is None or turn.state.state is not ObligationProgress.DONE,
        cut=turn.cut,
        texts=known,
        is_day_off=due_on is not None and terms.days is not None and not terms.days.has(due_on),
    )


def earliest_first(texts: Iterable[DueText]) -> tuple[DueText, ...]:
    """Texts by their day; of the same day the certain one first."""
    return tuple(sorted(texts, key=lambda text: (text.due_on, bool(text.unsure), text.source_vi)))


def ordered(reports: Iterable[DueReport]) -> tuple[DueReport, ...]:
    """The station's own first; dated ones by their day, then by the end of the period."""
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


def newest_and_running(
    periods: Iterable[tuple[Period, Cut]], today: date
) -> tuple[tuple[Period, Cut] | None, tuple[Period, Cut] | None]:
    """Of named periods the one that ended last, and of those that run the one that ends first."""
    spans = [(*span_of(period, cut), (period, cut)) for period, cut in periods]
    ended = max((each for each in spans if each[1] < today), key=lambda each: each[1], default=None)
    running = min((each for each in spans if each[0] <= today <= each[1]), key=lambda each: each[1], default=None)
    return ended[2] if ended else None, running[2] if running else None


def _periods(plan: Plan, frequency: str, terms: Terms) -> list[tuple[Period | None, Cut]]:
    """The period that ended last and the one that runs, within the plan's years; None for an undated duty.

    A period that has ended stays until the same period of the next year has ended, too.
    """
    if frequency not in _DATED:
        return [(None, Cut.CALENDAR)]
    today = terms.today
    years = range(max(plan.first_year, today.year - 1), min(plan.last_year, today.year + 1) + 1)
    named = (period for year in years for period in _named(_DATED[frequency], year))
    ended, running = newest_and_running(((period, terms.cut_of(period)) for period in named), today)
    if ended is not None:
        again = ended[0].in_year(ended[0].year + 1)
        if span_of(again, terms.cut_of(again))[1] < today:
            ended = None
    return [each for each in (ended, running) if each is not None]


@cache
def _named(kind: PeriodType, year: int) -> tuple[Period, ...]:
    """The periods of one kind in a year."""
    if kind is PeriodType.NINE_MONTHS:
        return (Period(year, 1, 9),)
    return tuple(Period(year, first, first + kind.months - 1) for first in range(1, 13, kind.months))


def _due(plan: Plan, duty: ReportingDuty, turn: Turn, terms: Terms) -> DueReport:
    due_on = last_day_of(duty, turn.period) if turn.period is not None else None
    printed = duty.frequency_as_printed
    texts = [DueText(source_vi=plan.short_title_vi, printed=printed, due_on=due_on)] if due_on is not None else []
    return due_report(duty, plan.id, turn, texts, terms)


def _order(report: DueReport) -> tuple[bool, bool, date]:
    return report.is_background, report.period is None, report.due_on or report.last_day or date.max
