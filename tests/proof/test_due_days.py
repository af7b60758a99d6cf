"""The due list of every day of three years is that of the independent evaluator; so are the periods of both systems."""

from datetime import date, timedelta

import pytest

from data.catalogue import load_catalogue
from data.due import DueReport, Terms
from data.due_statistics import due_everywhere
from data.model import Setting
from data.periods import Cut, parse_period, span_of
from data.settings import HOLIDAYS
from data.statistics_rules import load_rules
from data.working_days import Holiday, HolidayKind, WorkingDays, holidays_text, working_days
from tests.proof import due_days
from tests.proof.due_days import Holidays

DAYS = [date(2024, 1, 1) + timedelta(days=number) for number in range(1096)]

OFF = {
    HolidayKind.NEW_YEAR: "2024-01-01 2025-01-01 2026-01-01",
    HolidayKind.TET: (
        "2024-02-08 2024-02-09 2024-02-12 2024-02-13 2024-02-14 2025-01-27 2025-01-28 2025-01-29 2025-01-30 2025-01-31 "
        "2026-02-16 2026-02-17 2026-02-18 2026-02-19 2026-02-20"
    ),
    HolidayKind.HUNG_KINGS: "2024-04-18 2025-04-07 2026-04-26",
    HolidayKind.VICTORY: "2024-04-30 2025-04-30 2026-04-30",
    HolidayKind.LABOUR: "2024-05-01 2025-05-01 2026-05-01",
    HolidayKind.NATIONAL: "2024-09-02 2024-09-03 2025-09-01 2025-09-02 2026-09-01 2026-09-02",
    HolidayKind.SUBSTITUTE: "2026-04-27",
    HolidayKind.OTHER: "2024-04-29 2025-05-02 2026-01-02 2026-08-31",
    HolidayKind.WORKED: "2024-05-04 2025-04-26 2026-01-10 2026-08-22",
}
"""Three years as a station may have typed them: bridges, worked Saturdays, a holiday on a Sunday."""


def typed() -> tuple[WorkingDays, Holidays]:
    """The same lists for both sides; 2027 has none."""
    days = [Holiday(date.fromisoformat(day), kind) for kind, text in OFF.items() for day in text.split()]
    settings = [
        Setting(
            key=HOLIDAYS, valid_from=date(year, 1, 1), value=holidays_text(day for day in days if day.day.year == year)
        )
        for year in (2024, 2025, 2026)
    ]
    off = {each.day for each in days if each.kind is not HolidayKind.WORKED} | {date(2027, 1, 1)}
    worked = {each.day for each in days if each.kind is HolidayKind.WORKED}
    return working_days(settings), Holidays(frozenset(off), frozenset(worked), frozenset({2024, 2025, 2026}))


def row(report: DueReport) -> tuple[object, ...]:
    key = report.period.code if report.period else ""
    left = report.days_left, report.is_running, report.texts_differ, report.unsure
    return (report.duty.id, key, report.due_on, *left)


@pytest.mark.parametrize("cut", list(Cut))
def test_every_day_of_three_years_has_the_due_list_of_the_evaluator(cut: Cut) -> None:
    plans, rules = list(load_catalogue().plans.values()), load_rules()
    ours, theirs = typed() if cut is Cut.CALENDAR else (WorkingDays(), Holidays())
    for today in DAYS:
        terms = Terms(today, [(date(1900, 1, 1), cut)], ours)
        found = due_everywhere(plans, rules, {}, terms)
        expected = due_days.expected_statistics(today, theirs) | due_days.expected_plans(today, cut is Cut.FIFTEENTH)
        assert {row(report) for report in found} == expected, today
        assert len(found) == len(expected), today


@pytest.mark.parametrize("cut", list(Cut))
@pytest.mark.parametrize("kind", due_days.KINDS)
def test_every_day_lies_in_the_period_that_the_evaluator_names(cut: Cut, kind: str) -> None:
    written = due_days.spans(kind, cut is Cut.FIFTEENTH)
    for first, last, key in written:
        assert span_of(parse_period(key), cut) == (first, last)
    for today in DAYS:
        assert sum(first <= today <= last for first, last, _key in written) == 1
