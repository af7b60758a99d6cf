"""The kinds of rows the example's tables are made of, and how each becomes cells.

Frequency and sexes come from the catalogue; a table gives yearly figures only. A row may be *of* another row: then it
is spread like that row and can exceed it in no period and for no sex.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from data.definitions import ValueType
from data.example.series import Series, loosened, path, split, spread, uneven
from data.example.sheet import YEARS, Sheet, Typed, whole_year
from data.model import Category

Pair = tuple[int, int]
SEXES = (Category.MALE, Category.FEMALE)


@dataclass(frozen=True, slots=True)
class Flow:
    """Events: a total for each year, spread over the year's own periods.

    Attributes:
        yearly: Total of each year, or (male, female).
        of: The row it is part of.
        besides: A row of the same whole that it must fit in beside.
        male_pct: Male share, for a total that is part of no row kept by sex.
    """

    code: str
    yearly: tuple[int | Pair, ...]
    of: str = ""
    besides: str = ""
    male_pct: int = 50


@dataclass(frozen=True, slots=True)
class Stock:
    """A level: its value at the end of the year before the first and of each year, a straight path in between.

    Attributes:
        ends: One more value than there are years.
        of: The row whose sexes it shares.
        male_pct: Male share where ``of`` is empty.
    """

    code: str
    ends: tuple[int, ...]
    of: str = ""
    male_pct: int = 50


@dataclass(frozen=True, slots=True)
class Fixed:
    """The same value in every period of a year; pairs are (male, female)."""

    code: str
    yearly: tuple[Typed | Pair, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """A value for each own period of all years, oldest first; pairs are (male, female)."""

    code: str
    values: tuple[Typed | Pair, ...]


@dataclass(frozen=True, slots=True)
class Sum:
    """The sum of other rows, period by period."""

    code: str
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dash:
    """Not applicable in every period."""

    code: str


Row = Flow | Stock | Fixed | Listed | Sum | Dash


def fill(sheet: Sheet, rows: Iterable[Row]) -> None:
    """Work out the rows in order; a row can be *of* an earlier one only."""
    for row in rows:
        match row:
            case Flow():
                _fill_flow(sheet, row)
            case Stock():
                _fill_stock(sheet, row)
            case Fixed():
                _fill_listed(sheet, row.code, _repeated(sheet, row))
            case Listed():
                _fill_listed(sheet, row.code, row.values)
            case Sum():
                _fill_sum(sheet, row)
            case _:
                _fill_dashes(sheet, row)


def _has_sexes(sheet: Sheet, code: str) -> bool:
    """Whether the element keeps male and female in its own cells."""
    element = sheet.elements[code]
    return element.sex_disaggregated and element.male_element is None


def _fill_flow(sheet: Sheet, row: Flow) -> None:
    for year, yearly in zip(YEARS, row.yearly, strict=True):
        if not _has_sexes(sheet, row.code):
            total = yearly if isinstance(yearly, int) else sum(yearly)
            parts = _spread_flow(sheet, row, year, total)
            for period, value in zip(sheet.periods(row.code, year), parts, strict=True):
                sheet.put(row.code, period, value)
            continue
        pair = _yearly_sexes(sheet, row, year, yearly)
        male, female = (_spread_flow(sheet, row, year, total, sex) for total, sex in zip(pair, SEXES, strict=True))
        for period, one, other in zip(sheet.periods(row.code, year), male, female, strict=True):
            sheet.put_sexes(row.code, period, one, other)


def _spread_flow(sheet: Sheet, row: Flow, year: int, total: int, category: Category = Category.DEFAULT) -> Series:
    """The year's total over the row's own periods; a part follows its whole loosely where there is room."""
    weights = _weights(sheet, row, year, category)
    name = f"{row.code} {year} {category.value}"
    return spread(total, loosened(weights, total, name) if row.of else weights)


def _weights(sheet: Sheet, row: Flow, year: int, category: Category) -> Series:
    """What the year's total is spread by: the row it is part of, less the row beside it, or uneven periods."""
    periods = sheet.periods(row.code, year)
    if not row.of:
        return uneven(f"{row.code} {year} {category.value}", len(periods))
    whole = sheet.added_up(row.of, periods, category)
    if not row.besides:
        return whole
    taken = sheet.added_up(row.besides, periods, category)
    return tuple(one - other for one, other in zip(whole, taken, strict=True))


def _yearly_sexes(sheet: Sheet, row: Flow, year: int, yearly: int | Pair) -> Pair:
    """The year's male and female totals."""
    if isinstance(yearly, tuple):
        return yearly
    if not row.of:
        return split(yearly, row.male_pct, 100 - row.male_pct)
    element = sheet.elements[row.of]
    if element.over_time.value == "sum":
        male, female = (sum(sheet.added_up(row.of, (whole_year(year),), sex)) for sex in SEXES)
    else:
        male, female = (sheet.latest(row.of, sheet.periods(row.of, year)[-1], sex) for sex in SEXES)
    return split(yearly, male, female)


def _fill_stock(sheet: Sheet, row: Stock) -> None:
    for start, year, end in zip(row.ends, YEARS, row.ends[1:], strict=False):
        periods = sheet.periods(row.code, year)
        for period, value in zip(periods, path(start, end, len(periods)), strict=True):
            if not _has_sexes(sheet, row.code):
                sheet.put(row.code, period, value)
                continue
            shares = (row.male_pct, 100 - row.male_pct)
            if row.of:
                shares = (sheet.latest(row.of, period, SEXES[0]), sheet.latest(row.of, period, SEXES[1]))
            sheet.put_sexes(row.code, period, *split(value, *shares))


def _repeated(sheet: Sheet, row: Fixed) -> tuple[Typed | Pair, ...]:
    """A value for every own period from a value for every year."""
    return tuple(value for year, value in zip(YEARS, row.yearly, strict=True) for _ in sheet.periods(row.code, year))


def _fill_listed(sheet: Sheet, code: str, values: tuple[Typed | Pair, ...]) -> None:
    periods = [period for year in YEARS for period in sheet.periods(code, year)]
    for period, value in zip(periods, values, strict=True):
        if isinstance(value, tuple):
            sheet.put_sexes(code, period, *value)
        else:
            sheet.put(code, period, value)


def _fill_sum(sheet: Sheet, row: Sum) -> None:
    for year in YEARS:
        for period in sheet.periods(row.code, year):
            if sheet.elements[row.code].value_type is ValueType.DECIMAL:
                sheet.put(row.code, period, sheet.decimal_sum(row.parts, period))
            elif _has_sexes(sheet, row.code):
                male, female = (sum(sheet.read(code, period, sex) for code in row.parts) for sex in SEXES)
                sheet.put_sexes(row.code, period, male, female)
            else:
                sheet.put(row.code, period, sum(sheet.read(code, period) for code in row.parts))


def _fill_dashes(sheet: Sheet, row: Dash) -> None:
    for year in YEARS:
        for period in sheet.periods(row.code, year):
            sheet.put_dash(row.code, period)
