"""Working days: neither Saturday nor Sunday nor a day off of the station's own list.

The law names most days off by the lunar calendar or leaves them to a decision of each year. Nothing of that is worked
out here: a year's list is complete when it holds as many days of each holiday as the law gives, and what was counted
across an incomplete year is marked. A year without a list has the days that the law dates by the solar calendar.
Source: Bộ luật Lao động 2019, Điều 111 khoản 3 and Điều 112 (from general knowledge, not verified).
"""

from __future__ import annotations

import enum
import json
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from data.model import Setting
from data.settings import HOLIDAYS, normalised

SATURDAY = 5
"""``date.weekday()`` from which on a day is no working day."""


class HolidayKind(enum.Enum):
    """What a day of the list is; the value is the word in the file."""

    NEW_YEAR = "new_year"
    TET = "tet"
    HUNG_KINGS = "hung_kings"
    VICTORY = "victory"
    LABOUR = "labour"
    NATIONAL = "national"
    SUBSTITUTE = "substitute"
    OTHER = "other"
    WORKED = "worked"


GIVEN = {
    HolidayKind.NEW_YEAR: 1,
    HolidayKind.TET: 5,
    HolidayKind.HUNG_KINGS: 1,
    HolidayKind.VICTORY: 1,
    HolidayKind.LABOUR: 1,
    HolidayKind.NATIONAL: 2,
}
"""Days of each holiday. Source: Bộ luật Lao động 2019, Điều 112 khoản 1."""

_FIXED = (
    (HolidayKind.NEW_YEAR, 1, 1),
    (HolidayKind.VICTORY, 4, 30),
    (HolidayKind.LABOUR, 5, 1),
    (HolidayKind.NATIONAL, 9, 2),
)
"""Holidays that the law dates by the solar calendar: kind, month, day."""


class Holiday(NamedTuple):
    """A day of the list.

    Attributes:
        kind: ``WORKED`` is a Saturday or Sunday that is worked on instead of another day; all others are days off.
        name: What a person wrote beside it.
    """

    day: date
    kind: HolidayKind
    name: str = ""


class Shortage(NamedTuple):
    """A holiday of which the list of a year holds fewer days than the law gives."""

    kind: HolidayKind
    known: int
    given: int


class WorkingDays(NamedTuple):
    """What is known of working days.

    Attributes:
        off: Days off that the lists name.
        worked: Saturdays and Sundays that are worked on.
        complete: Years whose list lacks nothing.
        listed: Years with a list of their own; in all others the days off are those that the law alone fixes.
    """

    off: frozenset[date] = frozenset()
    worked: frozenset[date] = frozenset()
    complete: frozenset[int] = frozenset()
    listed: frozenset[int] = frozenset()

    def has(self, day: date) -> bool:
        """Whether a day is a working day, as far as the lists say."""
        if day.weekday() >= SATURDAY:
            return day in self.worked
        return day not in (self.off if day.year in self.listed else _fixed_days(day.year))

    def after(self, day: date, count: int) -> date:
        """The working day that is ``count`` working days (1 or more) after a day."""
        while count:
            day += timedelta(days=1)
            count -= self.has(day)
        return day

    def unsure(self, first: date, last: date) -> tuple[int, ...]:
        """Years between two days whose list is incomplete, oldest first."""
        return tuple(year for year in range(first.year, last.year + 1) if year not in self.complete)


def working_days(settings: Iterable[Setting]) -> WorkingDays:
    """Working days by the lists of a station file."""
    lists = {each.valid_from.year: holidays_of(each) for each in settings if each.key == HOLIDAYS}
    days = [holiday for year in lists for holiday in lists[year]]
    return WorkingDays(
        off=frozenset(each.day for each in days if each.kind is not HolidayKind.WORKED),
        worked=frozenset(each.day for each in days if each.kind is HolidayKind.WORKED),
        complete=frozenset(year for year in lists if not shortages(lists[year])),
        listed=frozenset(lists),
    )


def holidays_of(setting: Setting) -> tuple[Holiday, ...]:
    """The list of a year, oldest day first; days of other years stand in their own lists and do not count."""
    days = (
        Holiday(date.fromisoformat(each["day"]), _kind_of(each["kind"]), each.get("name", ""))
        for each in json.loads(setting.value or "[]")
    )
    return tuple(sorted((each for each in days if each.day.year == setting.valid_from.year), key=_by_day))


def holidays_text(holidays: Iterable[Holiday]) -> str:
    """A list as the value of a setting."""
    rows = [
        {"day": each.day.isoformat(), "kind": each.kind.value, "name": normalised(each.name)}
        for each in sorted(holidays, key=_by_day)
    ]
    return json.dumps(rows, ensure_ascii=False)


def with_day(holidays: Sequence[Holiday], holiday: Holiday) -> tuple[Holiday, ...]:
    """The list with a day; what stood on the same day gives way to it."""
    return tuple(sorted([*without_day(holidays, holiday.day), holiday], key=_by_day))


def without_day(holidays: Sequence[Holiday], day: date) -> tuple[Holiday, ...]:
    """The list without a day."""
    return tuple(each for each in holidays if each.day != day)


def shortages(holidays: Iterable[Holiday]) -> tuple[Shortage, ...]:
    """What the list of a year lacks against the law, in the order of the law."""
    kinds = [each.kind for each in holidays]
    counted = (Shortage(kind, kinds.count(kind), given) for kind, given in GIVEN.items())
    return tuple(each for each in counted if each.known < each.given)


def proposal(year: int, known: Sequence[Holiday] = ()) -> tuple[Holiday, ...]:
    """What the law alone says of a year and the list does not hold yet.

    These are the days dated by the solar calendar, and for each of them on a Saturday or Sunday the next day that is
    none and no holiday. Days by the lunar calendar, the day beside 2 September, and exchanged days are decided each
    year: a person types them.
    """
    fixed = [Holiday(date(year, month, day), kind) for kind, month, day in _FIXED]
    taken = {each.day for each in (*known, *fixed)}
    substitutes = []
    for each in fixed:
        day = each.day
        if day.weekday() >= SATURDAY and not _is_made_up(day, known):
            while day.weekday() >= SATURDAY or day in taken:
                day += timedelta(days=1)
            taken.add(day)
            substitutes.append(Holiday(day, HolidayKind.SUBSTITUTE))
    there = {each.day for each in known}
    return tuple(sorted((each for each in (*fixed, *substitutes) if each.day not in there), key=_by_day))


@cache
def _fixed_days(year: int) -> frozenset[date]:
    return frozenset(each.day for each in proposal(year))


def _is_made_up(day: date, known: Iterable[Holiday]) -> bool:
    """Whether the list holds a substitute within a week of a day."""
    substitutes = (each.day for each in known if each.kind is HolidayKind.SUBSTITUTE)
    return any(day < each <= day + timedelta(days=7) for each in substitutes)


def _kind_of(word: str) -> HolidayKind:
    """The kind by its word; a word of a newer program is a day off all the same."""
    known = {kind.value: kind for kind in HolidayKind}
    return known.get(word, HolidayKind.OTHER)


def _by_day(holiday: Holiday) -> date:
    return holiday.day
