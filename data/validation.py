"""Validation rules held against figures (CONTRACT section 1, end). A rule annotates; it never changes a figure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from copy import copy
from datetime import date
from typing import NamedTuple

from data.aggregation import NotApplicableType, element_over, read_cell
from data.catalogue.content import Catalogue
from data.catalogue.expressions import evaluate, names_of, parse_expression
from data.definitions import DataElement, ValidationRule, ValueType
from data.figures import Figures, part_code
from data.model import Category, Number, RuleResult
from data.numbers import exact
from data.periods import Period, PeriodType
from data.rule_shortcuts import Columns, Test, test_of

DEFAULT_YEARLY_CHANGE = ValidationRule(rule="yearly_change_pct", severity="warning", maximum="50")
"""For elements without a rule of this kind of their own."""

_COMPARED_WITH_BEFORE = ("yearly_change_pct", "equals_previous_period")

_NUMBERS = (ValueType.INTEGER, ValueType.DECIMAL)


class BoundRule(NamedTuple):
    """A rule with what it needs.

    Attributes:
        element: The data element that carries the rule.
        period_type: The longest own frequency among the elements of both sides.
        names: Other data elements that the rule reads.
        test: How its two sides are compared.
    """

    element: DataElement
    rule: ValidationRule
    period_type: PeriodType
    names: tuple[str, ...]
    test: Test

    def reads_any(self, elements: Set[str]) -> bool:
        """Whether the rule reads one of these data elements."""
        return self.element.code in elements or not elements.isdisjoint(self.names)


class Sides(NamedTuple):
    """Both sides of a rule, exact; or what is missing; or neither, when the rule does not apply."""

    left: Number | None = None
    right: Number | None = None
    missing: tuple[str, ...] = ()


class RuleBook:
    """All rules of the catalogue, ready to be held against figures."""

    def __init__(self, catalogue: Catalogue, breaks: Iterable[date] = ()) -> None:
        """Bind each rule to the period it is checked on.

        Args:
            catalogue: Data elements with their rules.
            breaks: Days on which the figures' meaning changed; comparisons across one are not judged (CONTRACT S2).
        """
        self._breaks = tuple(breaks)
        self._elements = catalogue.data_elements
        self.rules = tuple(self._bind())
        self._by_type = {
            period_type: tuple(bound for bound in self.rules if bound.period_type is period_type)
            for period_type in PeriodType
        }

    def with_breaks(self, breaks: Iterable[date]) -> RuleBook:
        """The same rules for a station whose series broke on these days; nothing is bound anew."""
        book = copy(self)
        book._breaks = tuple(breaks)
        return book

    def check(self, figures: Figures, period: Period, elements: Set[str] | None = None) -> list[RuleResult]:
        """Results of the rules that are checked on periods of this length, in catalogue order.

        Args:
            figures: The station's cells.
            period: A month, a quarter or a year; rules of other lengths give nothing.
            elements: Only rules that read one of these; None for all.

        Returns:
            Passed, failed and not-checkable results; nothing where a rule does not apply (no figure entered for a
            range, not all three of a sex sum typed, a part not applicable, last year under 20). A comparison across a
            break of the series that would fail has both sides and is neither passed nor failed (CONTRACT S2).
        """
        return [
            result
            for bound in self._by_type[period.type]
            if elements is None or bound.reads_any(elements)
            for result in self._check(figures, bound, period)
        ]

    def broken(self, figures: Figures, wanted: Mapping[Period, Set[str]]) -> list[RuleResult]:
        """The results of ``check`` that failed; quick for many periods, since the others are never made.

        Args:
            figures: The station's cells.
            wanted: The periods, each with data elements: only rules that read one of them.

        Returns:
            In the order of the periods, those of one period in catalogue order.
        """
        found: dict[Period, list[RuleResult]] = {period: [] for period in wanted}
        for period_type in {period.type for period in wanted}:
            periods = {period.code: period for period in wanted if period.type is period_type}
            columns = Columns(self._elements, figures.cells, periods.values())
            for bound in self._by_type[period_type]:
                suspects = columns.suspects(bound.element, bound.rule, bound.test)
                for period in [periods[code] for code in suspects if code in periods]:
                    if bound.reads_any(wanted[period]):
                        results = self._check(figures, bound, period)
                        found[period] += [result for result in results if result.passed is False]
        return [result for results in found.values() for result in results]

    def _bind(self) -> Iterator[BoundRule]:
        for element in self._elements.values():
            for rule in element.rules:
                names = self._names(rule)
                frequencies = [element.frequency, *(self._elements[name].frequency for name in names)]
                longest = max(frequencies, key=lambda frequency: frequency.months)
                yield BoundRule(element, rule, longest, names, test_of(rule))
            if element.value_type in _NUMBERS and all(rule.rule != "yearly_change_pct" for rule in element.rules):
                rule = DEFAULT_YEARLY_CHANGE
                yield BoundRule(element, rule, element.frequency, (), test_of(rule))

    def _names(self, rule: ValidationRule) -> tuple[str, ...]:
        """Other elements of a rule; male and female of a sex sum are categories, no elements."""
        if rule.rule == "sex_sum":
            return ()
        names = names_of(parse_expression(rule.expression)) if rule.expression else ()
        return tuple(dict.fromkeys([*names, *filter(None, (rule.element, rule.total))]))

    def _check(self, figures: Figures, bound: BoundRule, period: Period) -> Iterator[RuleResult]:
        element, rule = bound.element, bound.rule
        if rule.rule == "range":
            yield from _check_range(figures, element, rule, period)
            return
        sides = self._sides(figures, bound, period)
        if sides.missing:
            yield RuleResult(element.code, rule, period.code, Category.DEFAULT, None, missing=sides.missing)
        elif sides.left is not None and sides.right is not None:
            passed = bound.test(sides.left, sides.right)
            if passed is False and self._crosses_break(rule, period):
                yield RuleResult(element.code, rule, period.code, Category.DEFAULT, None, sides.left, sides.right)
            elif passed is not None:
                yield RuleResult(element.code, rule, period.code, Category.DEFAULT, passed, sides.left, sides.right)

    def _crosses_break(self, rule: ValidationRule, period: Period) -> bool:
        """Whether a rule compares with a period before the day on which the figures' meaning changed (CONTRACT S2)."""
        if rule.rule not in _COMPARED_WITH_BEFORE:
            return False
        before = period.previous() if rule.rule == "equals_previous_period" else period.in_year(period.year - 1)
        return any(before.first_day < day <= period.last_day for day in self._breaks)

    def _sides(self, figures: Figures, bound: BoundRule, period: Period) -> Sides:
        element, rule = bound.element, bound.rule
        match rule.rule:
            case "sex_sum":
                return _sex_sides(figures, element, period)
            case "equals_previous_period":
                return _join(
                    self._total(figures, element.code, period),
                    self._total(figures, rule.element or "", period.previous()),
                )
            case "yearly_change_pct":
                before = period.in_year(period.year - 1)
                return _join(self._total(figures, element.code, period), self._total(figures, element.code, before))
            case "not_above":
                right = self._total(figures, rule.element or "", period)
            case "parts_sum_to" | "parts_not_above":
                left = self._expression(figures, rule.expression or "", period)
                return _join(left, self._total(figures, rule.total or "", period))
            case _:
                right = self._expression(figures, rule.expression or "", period)
        return _join(self._total(figures, element.code, period), right)

    def _total(self, figures: Figures, code: str, period: Period) -> Sides:
        """An element's total, complete, as a left side."""
        element = self._elements[code]
        if element.frequency is period.type:  # one typed cell, which is its own total whatever adds up over time
            cell = read_cell(figures, code, period.code)
            if cell is not None and not isinstance(cell, NotApplicableType):
                return Sides(left=cell)
        value = element_over(figures, element, period)
        if value.reading is None:
            return Sides(missing=tuple(name if "@" in name else f"{name}@{period.code}" for name in value.missing))
        return Sides() if isinstance(value.reading, NotApplicableType) else Sides(left=value.reading)

    def _expression(self, figures: Figures, text: str, period: Period) -> Sides:
        """A formula over complete totals, as a left side; does not apply where a part is not applicable."""
        node = parse_expression(text)
        parts = {name: self._total(figures, name, period) for name in names_of(node)}
        missing = tuple(name for part in parts.values() for name in part.missing)
        numbers = {name: part.left for name, part in parts.items() if part.left is not None}
        if missing or len(numbers) < len(parts):
            return Sides(missing=missing)
        return Sides(left=evaluate(node, numbers))


def check_rules(
    catalogue: Catalogue, figures: Figures, period: Period, elements: Set[str] | None = None
) -> list[RuleResult]:
    """Results of the rules that are checked on periods of this length; see ``RuleBook.check``."""
    return RuleBook(catalogue).check(figures, period, elements)


def _join(left: Sides, right: Sides) -> Sides:
    return Sides(left.left, right.left, left.missing + right.missing)


def _check_range(figures: Figures, element: DataElement, rule: ValidationRule, period: Period) -> Iterator[RuleResult]:
    """Each entered cell, and each sex, between the limits."""
    for category in Category:
        value = read_cell(figures, element.code, period.code, category.value)
        if value is None or isinstance(value, NotApplicableType):
            continue
        for limit, too_far in ((rule.minimum, -1), (rule.maximum, 1)):
            bound = exact(limit) if limit is not None else value
            if (value - bound) * too_far > 0:
                yield RuleResult(element.code, rule, period.code, category, passed=False, left=value, right=bound)
                break
        else:
            yield RuleResult(element.code, rule, period.code, category, passed=True, left=value, right=value)


def _sex_sides(figures: Figures, element: DataElement, period: Period) -> Sides:
    """The typed total beside male + female, when all three are typed."""
    total = read_cell(figures, element.code, period.code)
    sexes = [
        read_cell(figures, code, period.code, sex if code == element.code else "default")
        for sex in ("male", "female")
        for code in (part_code(element, sex),)
    ]
    numbers = [each for each in (total, *sexes) if each is not None and not isinstance(each, NotApplicableType)]
    return Sides(numbers[0], numbers[1] + numbers[2]) if len(numbers) == 3 else Sides()


def rule_key(rule: ValidationRule) -> str:
    """The name of a rule among those of its element: its kind and its right side, ``not_above:pop_under_1``."""
    limits = ".." if rule.rule == "range" else ""
    sides = (rule.minimum, limits, rule.maximum, rule.expression, rule.element, rule.total, rule.tolerance_pct)
    return f"{rule.rule}:{' '.join(part for part in sides if part)}"
