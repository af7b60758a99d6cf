"""Working days: weekends, the list of days off, and what a year's list lacks."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest

from data.model import Setting
from data.settings import HOLIDAYS
from data.working_days import (
    Holiday,
    HolidayKind,
    Shortage,
    WorkingDays,
    holidays_of,
    holidays_text,
    proposal,
    shortages,
    with_day,
    without_day,
    working_days,
)

TET = tuple(Holiday(date(2024, 2, day), HolidayKind.TET) for day in (8, 9, 12, 13, 14))
LIST = (
    *proposal(2024),
    *TET,
    Holiday(date(2024, 4, 18), HolidayKind.HUNG_KINGS),
    Holiday(date(2024, 9, 3), HolidayKind.NATIONAL),
)
BRIDGE = (Holiday(date(2024, 4, 29), HolidayKind.OTHER), Holiday(date(2024, 5, 4), HolidayKind.WORKED))


def setting(year: int, *holidays: Holiday) -> Setting:
    return Setting(key=HOLIDAYS, valid_from=date(year, 1, 1), value=holidays_text(holidays))


def days(*holidays: Holiday) -> WorkingDays:
    """Working days with this list of 2024."""
    return working_days([setting(2024, *holidays), Setting(key="name", valid_from=date(2024, 1, 1), value="x")])


@pytest.mark.parametrize(
    ("last", "count", "expected"),
    [
        (date(2024, 1, 31), 5, date(2024, 2, 7)),  # over a weekend
        (date(2024, 2, 7), 1, date(2024, 2, 15)),  # Tết on both sides of a weekend
        (date(2024, 2, 29), 5, date(2024, 3, 7)),  # a leap day is the last of its month
        (date(2024, 2, 28), 1, date(2024, 2, 29)),  # and a working day like any other
        (date(2024, 8, 30), 1, date(2024, 9, 4)),  # a Friday before a weekend and two days off
        (date(2024, 8, 31), 5, date(2024, 9, 10)),  # a period that ends on a Saturday
        (date(2024, 12, 31), 1, date(2025, 1, 2)),  # a year without a list has 1 January off
    ],
)
def test_working_days_are_counted_from_the_day_after(last: date, count: int, expected: date) -> None:
    assert days(*LIST).after(last, count) == expected


def test_a_saturday_may_be_worked_instead_of_a_bridge() -> None:
    with_bridge, without = days(*LIST, *BRIDGE), days(*LIST)
    assert [with_bridge.has(date(2024, 4, 29)), with_bridge.has(date(2024, 5, 4))] == [False, True]
    assert [without.has(date(2024, 4, 29)), without.has(date(2024, 5, 4))] == [True, False]
    assert with_bridge.after(date(2024, 4, 30), 5) == date(2024, 5, 7)


def test_a_year_without_a_list_has_the_days_that_the_law_dates() -> None:
    known = days(*LIST)
    off = [day for day in (date(2027, 1, 1) + timedelta(days=n) for n in range(365)) if not known.has(day)]
    assert [day for day in off if day.weekday() < 5] == [
        date(2027, 1, 1),
        date(2027, 4, 30),
        date(2027, 5, 3),  # 1 May is a Saturday
        date(2027, 9, 2),
    ]


def test_a_list_stands_in_place_of_the_law() -> None:
    assert days(Holiday(date(2024, 3, 1), HolidayKind.OTHER)).has(date(2024, 1, 1))


def test_a_year_is_sure_when_its_list_is_complete() -> None:
    assert days(*LIST).unsure(date(2023, 12, 31), date(2025, 1, 2)) == (2023, 2025)
    assert days(*LIST[:-1]).unsure(date(2024, 1, 1), date(2024, 1, 8)) == (2024,)


def test_what_a_list_lacks_is_counted_against_the_law() -> None:
    assert shortages(LIST) == ()
    assert shortages([*proposal(2024), *TET[:3]]) == (
        Shortage(HolidayKind.TET, 3, 5),
        Shortage(HolidayKind.HUNG_KINGS, 0, 1),
        Shortage(HolidayKind.NATIONAL, 1, 2),
    )


@pytest.mark.parametrize(
    ("year", "expected"),
    [
        (2024, ["01-01", "04-30", "05-01", "09-02"]),
        (2022, ["01-01", "01-03", "04-30", "05-01", "05-02", "05-03", "09-02"]),  # Saturday, Saturday and Sunday
        (2023, ["01-01", "01-02", "04-30", "05-01", "05-02", "09-02", "09-04"]),  # the day after is a holiday, too
    ],
)
def test_only_what_the_law_dates_is_proposed(year: int, expected: list[str]) -> None:
    assert [f"{each.day:%m-%d}" for each in proposal(year)] == expected


def test_what_the_list_holds_is_not_proposed_again() -> None:
    assert proposal(2022, proposal(2022)) == ()
    own = Holiday(date(2022, 1, 5), HolidayKind.SUBSTITUTE)  # made up for on another day
    assert date(2022, 1, 3) not in [each.day for each in proposal(2022, [own])]
    assert date(2022, 5, 2) in [each.day for each in proposal(2022, [own])]


def test_a_day_gives_way_to_what_is_typed_on_it() -> None:
    day = date(2024, 2, 8)
    changed = with_day(LIST, Holiday(day, HolidayKind.OTHER, "Nghỉ theo thông báo của UBND"))
    assert [each.name for each in changed if each.day == day] == ["Nghỉ theo thông báo của UBND"]
    assert len(changed) == len(LIST)
    assert day not in [each.day for each in without_day(changed, day)]
    assert [each.day for each in changed] == sorted(each.day for each in changed)


def test_a_list_is_read_as_it_was_written() -> None:
    kept = setting(2024, *reversed(LIST), Holiday(date(2024, 6, 1), HolidayKind.OTHER, "Nghỉ"))
    assert holidays_of(kept)[0] == LIST[0]
    assert Holiday(date(2024, 6, 1), HolidayKind.OTHER, "Nghỉ") in holidays_of(kept)
    assert holidays_of(Setting(key=HOLIDAYS, valid_from=date(2024, 1, 1), value="")) == ()


def test_days_of_another_year_and_words_of_a_newer_program_do_no_harm() -> None:
    rows = [{"day": "2024-06-01", "kind": "culture_day"}, {"day": "2025-06-01", "kind": "tet"}]
    kept = Setting(key=HOLIDAYS, valid_from=date(2024, 1, 1), value=json.dumps(rows))
    assert holidays_of(kept) == (Holiday(date(2024, 6, 1), HolidayKind.OTHER),)
