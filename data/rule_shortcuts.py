"""Where a validation rule may be broken, found for many periods at once; only there it is worked out in full.

This is what makes an import of 100,000 figures with all checks take a second. A column holds what one side of a rule
says in each period; where its cells alone do not settle that (not applicable, a total made of both sexes), the period
is unsure, and ``data/validation.py`` takes the closer look.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Collection, Iterable, Mapping, Set
from typing import NamedTuple

from data.catalogue.expressions import divide, evaluate, names_of, parse_expression
from data.definitions import DataElement, OverTime, ValidationRule
from data.model import Category, CellState, Number
from data.numbers import exact
from data.periods import Period, PeriodType

Cells = Mapping[tuple[str, str, str], tuple[str, str]]

Test = Callable[[Number, Number], bool | None]
"""(left, right) -> whether a rule holds between its two sides; None when it is skipped for these figures."""

SMALLEST_COMPARED = 20
"""Last year's values under this are not compared (``conventions.validation``)."""

_FIGURE = CellState.FIGURE.value
_DEFAULT, _SEXES = Category.DEFAULT.value, (Category.MALE.value, Category.FEMALE.value)


class Column(NamedTuple):
    """One side of a rule, by key of the period; a period in neither has nothing to compare.

    Attributes:
        numbers: What it surely says.
        unsure: Periods in which the full check has to tell.
    """

    numbers: Mapping[str, Number]
    unsure: Set[str] = frozenset()


def test_of(rule: ValidationRule) -> Test:
    """How the two sides of a rule are compared."""
    match rule.rule:
        case "not_above" | "parts_not_above":
            return operator.le
        case "near":
            return _near(exact(rule.tolerance_pct or "0"))
        case "yearly_change_pct":
            return _changed_little(exact(rule.maximum or "0"))
    return operator.eq


def _near(percent: Number) -> Test:
    def holds(left: Number, right: Number) -> bool | None:
        return None if right == 0 else _distance(left, right) * 100 <= percent * right

    return holds


def _changed_little(percent: Number) -> Test:
    def holds(this: Number, last: Number) -> bool | None:
        return None if last < SMALLEST_COMPARED else _distance(this, last) * 100 <= percent * last

    return holds


def _distance(left: Number, right: Number) -> Number:
    return left - right if left >= right else right - left


class Columns:
    """The columns of a station's figures over periods of one length, each made when it is first asked for."""

    def __init__(self, elements: Mapping[str, DataElement], cells: Cells, periods: Iterable[Period]) -> None:
        """Take the periods, and those a year before, which rules compare them with."""
        self._elements, self._cells = elements, cells
        self._year_before = {period.code: period.in_year(period.year - 1).code for period in periods}
        both = [each for period in periods for each in (period, period.in_year(period.year - 1))]
        self._periods = {period.code: period for period in both}
        self._parts: dict[PeriodType, list[str]] = {}
        self._typed: dict[tuple[str, str, PeriodType], Column] = {}
        self._totals: dict[str, Column] = {}

    def suspects(self, element: DataElement, rule: ValidationRule, test: Test) -> Collection[str]:
        """Keys of the periods in which a rule may be broken: surely all in which it is."""
        match rule.rule:
            case "range":
                return self._out_of_range(element, rule)
            case "equals_previous_period":
                return self._periods
            case "sex_sum":
                left, right = self._cells_of(element.code, _DEFAULT, element.frequency), self._both_sexes(element)
            case "yearly_change_pct":
                left = self._total(element.code)
                right = self._last_year(left)
            case "not_above":
                left, right = self._total(element.code), self._total(rule.element or "")
            case "parts_sum_to" | "parts_not_above":
                left, right = self._formula(rule.expression or ""), self._total(rule.total or "")
            case _:
                left, right = self._total(element.code), self._formula(rule.expression or "")
        return _broken(left, right, test) | left.unsure | right.unsure

    def _out_of_range(self, element: DataElement, rule: ValidationRule) -> set[str]:
        low = exact(rule.minimum or "0")
        high = None if rule.maximum is None else exact(rule.maximum)
        categories = (_DEFAULT, *_SEXES) if element.sex_disaggregated else (_DEFAULT,)
        columns = [self._cells_of(element.code, category, element.frequency) for category in categories]
        return {
            period
            for column in columns
            for period, value in column.numbers.items()
            if value < low or (high is not None and value > high)
        }

    def _cells_of(self, code: str, category: str, frequency: PeriodType) -> Column:
        """Cells of an element in the periods of a frequency; unsure where a cell holds no figure."""
        key = (code, category, frequency)
        if key not in self._typed:
            cells, numbers, others = self._cells, {}, set()
            for period in self._inside(frequency):
                cell = cells.get((code, period, category))
                if cell is not None:
                    if cell[0] == _FIGURE:
                        numbers[period] = exact(cell[1])
                    else:
                        others.add(period)
            self._typed[key] = Column(numbers, others)
        return self._typed[key]

    def _inside(self, frequency: PeriodType) -> list[str]:
        """Keys of the periods of a frequency that lie inside those of the columns."""
        if frequency not in self._parts:
            periods = self._periods.values()
            self._parts[frequency] = [part.code for period in periods for part in period.parts(frequency) or ()]
        return self._parts[frequency]

    def _both_sexes(self, element: DataElement) -> Column:
        male, female = (column.numbers for column in self._sexes(element))
        return Column({period: male[period] + female[period] for period in male.keys() & female.keys()})

    def _sexes(self, element: DataElement) -> list[Column]:
        return [self._cells_of(code, category, element.frequency) for code, category in _parts(element)]

    def _total(self, code: str) -> Column:
        if code not in self._totals:
            self._totals[code] = self._over_time(self._elements[code])
        return self._totals[code]

    def _over_time(self, element: DataElement) -> Column:
        """Totals of an element, where all own periods that count are typed."""
        own = self._typed_total(element)
        if own.numbers.keys() | own.unsure <= self._periods.keys():
            return own
        numbers, unsure = {}, set()
        for code, period in self._periods.items():
            pieces = _pieces(element, period)
            found = [own.numbers[piece] for piece in pieces if piece in own.numbers]
            if found and len(found) == len(pieces):
                numbers[code] = divide(sum(found), len(found)) if element.over_time is OverTime.AVERAGE else sum(found)
            elif not own.unsure.isdisjoint(pieces):
                unsure.add(code)
        return Column(numbers, unsure)

    def _typed_total(self, element: DataElement) -> Column:
        """Typed totals in the element's own periods; unsure where only its sexes are there."""
        total = self._cells_of(element.code, _DEFAULT, element.frequency)
        if not element.sex_disaggregated:
            return total
        there = set(total.unsure).union(*(sex.numbers.keys() | sex.unsure for sex in self._sexes(element)))
        return Column(total.numbers, there - total.numbers.keys())

    def _last_year(self, column: Column) -> Column:
        pairs = self._year_before.items()
        numbers = {period: column.numbers[before] for period, before in pairs if before in column.numbers}
        return Column(numbers, {period for period, before in pairs if before in column.unsure})

    def _formula(self, text: str) -> Column:
        node = parse_expression(text)
        parts = {name: self._total(name) for name in names_of(node)}
        numbers = {
            period: evaluate(node, {name: column.numbers[period] for name, column in parts.items()})
            for period in self._periods
            if all(period in column.numbers for column in parts.values())
        }
        return Column(numbers, frozenset[str]().union(*(column.unsure for column in parts.values())))


def _broken(left: Column, right: Column, test: Test) -> set[str]:
    others = right.numbers
    return {
        period
        for period, value in left.numbers.items()
        if (other := others.get(period)) is not None and test(value, other) is False
    }


def _parts(element: DataElement) -> tuple[tuple[str, str], ...]:
    """Where the sexes of an element are kept: element and category of each."""
    if element.male_element is None or element.female_element is None:
        return tuple((element.code, sex) for sex in _SEXES)
    return ((element.male_element, _DEFAULT), (element.female_element, _DEFAULT))


def _pieces(element: DataElement, period: Period) -> list[str]:
    """Keys of an element's own periods that decide its value over a longer one."""
    codes = [part.code for part in period.parts(element.frequency) or ()]
    if element.over_time is OverTime.LAST:
        return codes[-1:]
    return codes[:1] if element.over_time is OverTime.FIRST else codes
