"""What is due on a day, from the duties of the plans."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from data.catalogue import load_catalogue
from data.due import DueReport, Terms, due_in_plans, last_day_of, names_station
from data.model import ObligationProgress, ObligationState
from data.periods import Cut, Period, PeriodType
from data.plan_definitions import Plan
from data.working_days import WorkingDays
from tests.builders import make_duty, make_plan

PLAN = make_plan(first_year=2021, last_year=2025, reporting_duties=(make_duty("quarter", "half_year", "year"),))


def due(plan: Plan, today: date, *states: ObligationState) -> tuple[DueReport, ...]:
    """What is due of one plan."""
    return due_in_plans([plan], {(state.item_id, state.period): state for state in states}, Terms(today))


def periods(plan: Plan, today: date) -> list[str]:
    """Keys of the periods that are due."""
    return [report.period.code for report in due(plan, today) if report.period is not None]


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        ("UBND các xã, phường", True),
        ("Chủ tịch UBND các xã, thị trấn", True),
        ("Trạm Y tế", True),
        ("Ban chỉ đạo của XÃ", True),
        ("Bảo hiểm xã hội thành phố", False),
        ("UBND thị xã", False),
        ("UBND thị xã; UBND các xã", True),
        ("Trung tâm Y tế (Đoàn kiểm tra)", False),
        ("Sở Y tế", False),
    ],
)
def test_duty_of_the_station_names_communes_or_the_station(who: str, expected: bool) -> None:
    assert names_station(who) is expected


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2024, 10, 5), ["2023", "2024S1", "2024Q3", "2024Q4", "2024S2", "2024"]),
        (date(2024, 12, 31), ["2023", "2024S1", "2024Q3", "2024Q4", "2024S2", "2024"]),
        (date(2025, 1, 1), ["2024Q4", "2024S2", "2024", "2025Q1", "2025S1", "2025"]),
        (date(2021, 1, 1), ["2021Q1", "2021S1", "2021"]),
        (date(2026, 1, 15), ["2025Q4", "2025S2", "2025"]),
        (date(2026, 12, 31), ["2025Q4", "2025S2", "2025"]),
        (date(2027, 1, 1), []),
        (date(2020, 12, 31), []),
    ],
)
def test_last_and_running_period_within_the_plan_are_due(today: date, expected: list[str]) -> None:
    assert periods(PLAN, today) == expected


def test_nine_months_are_due_from_january_on_and_after_september() -> None:
    plan = make_plan(first_year=2023, last_year=2024, reporting_duties=(make_duty("nine_months"),))
    assert periods(plan, date(2024, 3, 1)) == ["2023M9", "2024M9"]
    assert periods(plan, date(2024, 9, 30)) == ["2023M9", "2024M9"]
    assert periods(plan, date(2024, 10, 1)) == ["2024M9"]
    assert periods(plan, date(2025, 9, 30)) == ["2024M9"]
    assert periods(plan, date(2025, 10, 1)) == []  # the same months of the next year have ended, too


def next_end(period: Period) -> date:
    """Last day of the period of the same kind that follows."""
    if period.type in (PeriodType.NINE_MONTHS, PeriodType.YEAR):
        return period.in_year(period.year + 1).last_day
    month = period.last_month % 12 + 1
    return Period(period.year + period.last_month // 12, month, month + period.type.months - 1).last_day


@pytest.mark.parametrize("frequency", ["quarter", "half_year", "nine_months", "year"])
def test_every_day_has_the_newest_ended_period(frequency: str) -> None:
    plan = make_plan(first_year=2000, last_year=2030, reporting_duties=(make_duty(frequency),))
    for day in (date(2023, 1, 1) + timedelta(days=number) for number in range(3 * 366)):
        ended = [report for report in due(plan, day) if not report.is_running]
        assert len(ended) == 1
        period = ended[0].period
        assert period is not None
        assert period.type is PeriodType(frequency)
        assert period.last_day < day
        assert day <= next_end(period)


def test_day_before_is_the_last_day() -> None:
    duty = make_duty("year", deadline="13/11", frequency_as_printed="định kỳ, trước ngày 13/11 hàng năm")
    assert last_day_of(duty, Period(2024, 1, 12)) == date(2024, 11, 12)
    plain = make_duty("year", deadline="13/11", frequency_as_printed="ngày 13/11 hàng năm")
    assert last_day_of(plain, Period(2024, 1, 12)) == date(2024, 11, 13)


def test_days_are_counted_to_a_printed_day_only() -> None:
    dated = make_duty("year", id="plan/rd2", deadline="13/11", frequency_as_printed="trước ngày 13/11")
    plan = make_plan(reporting_duties=(make_duty("year"), dated))
    first, second = due(plan, date(2024, 11, 15))
    assert (first.duty.id, first.due_on, first.days_left) == ("plan/rd2", date(2024, 11, 12), -3)
    assert (second.duty.id, second.due_on, second.days_left) == ("plan/rd1", None, None)


@pytest.mark.parametrize("frequency", ["by_rule", "five_years"])
def test_duty_without_a_period_has_no_date(frequency: str) -> None:
    (report,) = due(make_plan(reporting_duties=(make_duty(frequency),)), date(2040, 1, 1))
    assert (report.period, report.due_on, report.is_running, report.is_open) == (None, None, False, True)


@pytest.mark.parametrize(("progress", "is_open"), [("done", False), ("in_progress", True)])
def test_report_recorded_as_done_is_not_open(progress: str, is_open: bool) -> None:
    plan = make_plan(reporting_duties=(make_duty("year", "by_rule"),))
    done = [
        ObligationState(item_id="plan/rd1", period=period, state=ObligationProgress(progress))
        for period in ("2024", "")
    ]
    assert [report.is_open for report in due(plan, date(2024, 5, 1), *done)] == [is_open, is_open]


def test_duties_of_others_come_last() -> None:
    other = make_duty("quarter", id="plan/rd0", who_vi="Sở Y tế")
    reports = due(make_plan(reporting_duties=(other, make_duty("by_rule"))), date(2024, 5, 1))
    assert [report.is_background for report in reports] == [False, True, True]


def test_communes_of_the_plan_of_2023_owe_a_quarterly_report() -> None:
    """The one plan that makes the commune report by quarter; lao-cai-2024 lays nothing on it."""
    plans = load_catalogue().plans
    own = [report for report in due(plans["lao-cai-2023-ntm"], date(2023, 8, 1)) if not report.is_background]
    assert [(report.frequency, report.period and report.period.code) for report in own] == [
        ("quarter", "2023Q2"),
        ("quarter", "2023Q3"),
        ("by_rule", None),
    ]
    assert all(report.is_background for report in due(plans["lao-cai-2024"], date(2024, 8, 1)))
    assert all(report.is_background for report in due(plans["can-tho-2025-2030"], date(2026, 8, 1)))


FIFTEENTH = ((date(1900, 1, 1), Cut.FIFTEENTH),)


def cut_due(today: date, *cuts: tuple[date, Cut]) -> list[tuple[str, Cut, bool]]:
    """What is due of a quarterly duty where administrative reports are cut so."""
    plan = make_plan(first_year=2023, last_year=2026, reporting_duties=(make_duty("quarter"),))
    reports = due_in_plans([plan], {}, Terms(today, cuts))
    return [(each.period.code, each.cut, each.is_running) for each in reports if each.period is not None]


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2024, 9, 14), ["2024Q2", "2024Q3"]),
        (date(2024, 9, 15), ["2024Q3", "2024Q4"]),
        (date(2024, 12, 14), ["2024Q3", "2024Q4"]),
        (date(2024, 12, 15), ["2024Q4", "2025Q1"]),
        (date(2025, 1, 1), ["2024Q4", "2025Q1"]),
    ],
)
def test_a_quarter_cut_on_the_14th_ends_in_its_last_month(today: date, expected: list[str]) -> None:
    assert [code for code, _cut, _runs in cut_due(today, *FIFTEENTH)] == expected


def test_the_cut_holds_from_its_day_on() -> None:
    change = (date(2024, 7, 1), Cut.FIFTEENTH)
    assert cut_due(date(2024, 9, 20), change) == [
        ("2024Q3", Cut.FIFTEENTH, False),
        ("2024Q4", Cut.FIFTEENTH, True),
    ]
    assert cut_due(date(2024, 7, 2), change) == [
        ("2024Q2", Cut.CALENDAR, False),
        ("2024Q3", Cut.FIFTEENTH, True),
    ]
    back = (date(2024, 10, 1), Cut.CALENDAR)
    assert cut_due(date(2024, 9, 20), change, back) == [("2024Q3", Cut.FIFTEENTH, False)]  # Q4 begins on 1 October


def test_the_end_of_the_period_is_that_of_its_cut() -> None:
    plan = make_plan(first_year=2024, last_year=2024, reporting_duties=(make_duty("year", "by_rule"),))
    year, by_rule = due_in_plans([plan], {}, Terms(date(2024, 12, 10), FIFTEENTH))
    assert (year.last_day, by_rule.last_day) == (date(2024, 12, 14), None)
    assert (year.unsure, year.texts_differ) == ((), False)


def test_monthly_duties_of_a_plan_of_ones_own_are_due() -> None:
    plan = make_plan(first_year=2024, last_year=2024, reporting_duties=(make_duty("month"),))
    assert periods(plan, date(2024, 3, 1)) == ["202402", "202403"]


def test_a_printed_day_names_the_plan_and_its_words() -> None:
    dated = make_duty("year", deadline="13/11", frequency_as_printed="trước ngày 13/11 hằng năm")
    (report, *_others) = due(make_plan(reporting_duties=(dated,)), date(2024, 11, 1))
    (text,) = report.texts
    assert (text.source_vi, text.printed, text.due_on) == ("Kế hoạch", dated.frequency_as_printed, date(2024, 11, 12))


def test_a_printed_day_may_be_a_day_off() -> None:
    dated = make_duty("year", deadline="10/11", frequency_as_printed="ngày 10/11")
    plan = make_plan(reporting_duties=(dated,))
    (report, *_others) = due_in_plans([plan], {}, Terms(date(2024, 11, 1), days=WorkingDays()))
    assert (report.due_on, report.is_day_off) == (date(2024, 11, 10), True)  # a Sunday
