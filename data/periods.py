"""Periods: ``202401``, ``2024Q1``, ``2024S1``, ``2024M9`` (first nine months), ``2024``.

A period is always the named calendar period (CONTRACT P8). Nothing here looks at today's date.
"""

from __future__ import annotations

import enum
import re
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from data.errors import UserError


class PeriodType(enum.Enum):
    """Length of a period; the value is the word of the catalogue."""

    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    NINE_MONTHS = "nine_months"
    YEAR = "year"

    @property
    def months(self) -> int:
        """Number of months."""
        return _MONTHS[self]


_MONTHS = {
    PeriodType.MONTH: 1,
    PeriodType.QUARTER: 3,
    PeriodType.HALF_YEAR: 6,
    PeriodType.NINE_MONTHS: 9,
    PeriodType.YEAR: 12,
}


class Cut(enum.Enum):
    """Which days a named period counts (CONTRACT P8); the value is the word of the settings.

    Source: Nghị định 09/2019/NĐ-CP, Điều 12 for administrative periodic reports (15th to 14th), which says that it does
    not apply to statistics (Điều 1 khoản 2a): those count calendar months.
    """

    CALENDAR = "calendar"
    FIFTEENTH = "fifteenth"


FIRST_YEAR, LAST_YEAR = 1900, 2999

_SHAPE = re.compile(r"(\d{4})(?:(0[1-9]|1[0-2])|Q([1-4])|S([12])|(M9))?", re.ASCII)


class Period(NamedTuple):
    """A named calendar period.

    Attributes:
        year: Calendar year.
        first_month: First month, 1 to 12.
        last_month: Last month, 1 to 12.
    """

    year: int
    first_month: int
    last_month: int

    @property
    def type(self) -> PeriodType:
        """Length of the period."""
        return _TYPES[self.last_month - self.first_month + 1]

    @property
    def code(self) -> str:
        """The key of the period, for example ``2024Q1``."""
        return _code(self)

    @property
    def first_day(self) -> date:
        """First calendar day."""
        return date(self.year, self.first_month, 1)

    @property
    def last_day(self) -> date:
        """Last calendar day."""
        if self.last_month == 12:
            return date(self.year, 12, 31)
        return date(self.year, self.last_month + 1, 1) - timedelta(days=1)

    @property
    def is_year(self) -> bool:
        """Whether the period is a whole year."""
        return self.first_month == 1 and self.last_month == 12

    def in_year(self, year: int) -> Period:
        """The same period of another year."""
        return Period(year, self.first_month, self.last_month)

    def previous(self) -> Period:
        """The period of the same length just before (for nine months: of the year before)."""
        length = self.last_month - self.first_month + 1
        if length in (9, 12) or self.first_month == 1:
            if length in (9, 12):
                return self.in_year(self.year - 1)
            return Period(self.year - 1, 13 - length, 12)
        return Period(self.year, self.first_month - length, self.first_month - 1)

    def around(self, period_type: PeriodType) -> Period:
        """The period of the given type that holds the last month of this one."""
        length = period_type.months
        if length == 9:
            return Period(self.year, 1, 9)
        first = (self.last_month - 1) // length * length + 1
        return Period(self.year, first, first + length - 1)

    def contains(self, other: Period) -> bool:
        """Whether the other period lies inside this one."""
        return self.year == other.year and self.first_month <= other.first_month and other.last_month <= self.last_month

    def parts(self, period_type: PeriodType) -> tuple[Period, ...] | None:
        """Sub-periods of the given type that make up this period exactly, oldest first, else None."""
        return _parts(self, period_type)


_TYPES = {
    1: PeriodType.MONTH,
    3: PeriodType.QUARTER,
    6: PeriodType.HALF_YEAR,
    9: PeriodType.NINE_MONTHS,
    12: PeriodType.YEAR,
}


@cache
def _code(period: Period) -> str:
    length = period.last_month - period.first_month + 1
    if length == 12:
        return str(period.year)
    if length == 9:
        return f"{period.year}M9"
    if length == 6:
        return f"{period.year}S{period.last_month // 6}"
    if length == 3:
        return f"{period.year}Q{period.last_month // 3}"
    return f"{period.year}{period.first_month:02d}"


@cache
def _parts(period: Period, period_type: PeriodType) -> tuple[Period, ...] | None:
    length = period_type.months
    whole = period.last_month - period.first_month + 1
    if length == 9:
        return (period,) if whole == 9 else None
    if (period.first_month - 1) % length or whole % length:
        return None
    starts = range(period.first_month, period.last_month + 1, length)
    return tuple(Period(period.year, start, start + length - 1) for start in starts)


@cache
def parse_period(text: str) -> Period:
    """Read a period's key.

    Raises:
        UserError: ``period_unknown`` when the text is no period.
    """
    match = _SHAPE.fullmatch(text)
    if match is None or not FIRST_YEAR <= int(match[1]) <= LAST_YEAR:
        raise UserError("period_unknown", period=text[:40])
    year = int(match[1])
    if match[2]:
        return Period(year, int(match[2]), int(match[2]))
    if match[3]:
        return Period(year, int(match[3]) * 3 - 2, int(match[3]) * 3)
    if match[4]:
        return Period(year, int(match[4]) * 6 - 5, int(match[4]) * 6)
    return Period(year, 1, 9) if match[5] else Period(year, 1, 12)


def span_of(period: Period, cut: Cut) -> tuple[date, date]:
    """First and last day that a named period counts.

    The 15th of the month before it to the 14th of its last month where the cut says so. Nghị định 09/2019 names no nine
    months; they are cut alike.
    """
    if cut is Cut.CALENDAR:
        return period.first_day, period.last_day
    before = period.first_day - timedelta(days=1)
    return before.replace(day=15), date(period.year, period.last_month, 14)


def year_to_date(period: Period) -> Period:
    """1 January to the end of the period (CONTRACT P6). It may be of a length that has no key of its own."""
    return Period(period.year, 1, period.last_month)


def month_code(year: int, month: int) -> str:
    """Key of one month."""
    return f"{year}{month:02d}"
