"""Validation rules held against figures (CONTRACT section 1, end). A rule annotates; it never changes a figure."""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import NamedTuple

from data.aggregation import NotApplicableType, element_over, read_cell
from data.catalogue.content import Catalogue
from data.catalogue.expressions import divide, evaluate, names_of, parse_expression
from data.definitions import DataElement, ValidationRule, ValueType
from data.figures import Figures, part_code
from data.model import Category, Number, RuleResult
from data.numbers import exact
from data.periods import Period, PeriodType
from data.rule_shortcuts import SMALLEST_COMPARED, Shortcut, shortcut_of

DEFAULT_YEARLY_CHANGE = ValidationRule(rule="yearly_change_pct", severity="warning", maximum="50")
"""For elements without a rule of this kind of their own."""

_NUMBERS = (ValueType.INTEGER, ValueType.DECIMAL)


class BoundRule(NamedTuple):
    """A rule with what it needs.

    Attributes:
        element: The data element that carries the rule.
        period_type: The longest own frequency among the elements of both sides.
        names: Other data elements that the rule reads.
        shortcut: Quick test that the rule is not broken, where there is one.
    """

    element: DataElement
    rule: ValidationRule
    period_type: PeriodType
    names: tuple[str, ...]
    shortcut: Shortcut | None = None


class Sides(NamedTuple):
    """Both sides of a rule, exact; or what is missing; or neither, when the rule does not apply."""

    left: Number | None = None
    right: Number | None = None
    missing: tuple[str, ...] = ()


class RuleBook:
    """All rules of the catalogue, ready to be held against figures."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Bind each rule to the period it is checked on."""
        self._elements = catalogue.data_elements
        self.rules = tuple(self._bind())
        self._by_type = {
            period_type: tuple(bound for bound in self.rules if bound.period_type is period_type)
            for period_type in PeriodType
        }

    def check(self, figures: Figures, period: Period, elements: Set[str] | None = None) -> list[RuleResult]:
        """Results of the rules that are checked on periods of this length, in catalogue order.

        Args:
            figures: The station's cells.
            period: A month, a quarter or a year; rules of other lengths give nothing.
            elements: Only rules that read one of these; None for all.

        Returns:
            Passed, failed and not-checkable results; nothing where a rule does not apply (no figure entered for a
            range, not all three of a sex sum typed, a part not applicable, last year under 20).
        """
        return list(self._results(figures, period, elements, only_broken=False))

    def broken(self, figures: Figures, period: Period, elements: Set[str] | None = None) -> list[RuleResult]:
        """The results of ``check`` that failed; quicker, since the others are never made."""
        return list(self._results(figures, period, elements, only_broken=True))

    def _results(
        self, figures: Figures, period: Period, elements: Set[str] | None, *, only_broken: bool
    ) -> Iterator[RuleResult]:
        cells, code, before = figures.cells, period.code, period.in_year(period.year - 1).code
        for bound in self._by_type[period.type]:
            if elements is None or bound.element.code in elements or not elements.isdisjoint(bound.names):
                if only_broken and bound.shortcut is not None and bound.shortcut(cells, code, before):
                    continue
                yield from self._check(figures, bound, period, only_broken=only_broken)

    def _bind(self) -> Iterator[BoundRule]:
        for element in self._elements.values():
            for rule in element.rules:
                names = self._names(rule)
                frequencies = [element.frequency, *(self._elements[name].frequency for name in names)]
                longest = max(frequencies, key=lambda frequency: frequency.months)
                shortcut = shortcut_of(element, rule) if len(set(frequencies)) == 1 else None
                yield BoundRule(element, rule, longest, names, shortcut)
            if element.value_type in _NUMBERS and all(rule.rule != "yearly_change_pct" for rule in element.rules):
                shortcut = shortcut_of(element, DEFAULT_YEARLY_CHANGE)
                yield BoundRule(element, DEFAULT_YEARLY_CHANGE, element.frequency, (), shortcut)

    def _names(self, rule: ValidationRule) -> tuple[str, ...]:
        """Other elements of a rule; male and female of a sex sum are categories, no elements."""
        if rule.rule == "sex_sum":
            return ()
        names = names_of(parse_expression(rule.expression)) if rule.expression else ()
        return tuple(dict.fromkeys([*names, *filter(None, (rule.element, rule.total))]))

    def _check(self, figures: Figures, bound: BoundRule, period: Period, *, only_broken: bool) -> Iterator[RuleResult]:
        element, rule = bound.element, bound.rule
        if rule.rule == "range":
            yield from _check_range(figures, element, rule, period, only_broken=only_broken)
            return
        sides = self._sides(figures, bound, period)
        if sides.missing:
            if not only_broken:
                yield RuleResult(element.code, rule, period.code, Category.DEFAULT, None, missing=sides.missing)
        elif sides.left is not None and sides.right is not None:
            passed = _holds(rule, sides.left, sides.right)
            if passed is False or (passed and not only_broken):
                yield RuleResult(element.code, rule, period.code, Category.DEFAULT, passed, sides.left, sides.right)

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


def _check_range(
    figures: Figures, element: DataElement, rule: ValidationRule, period: Period, *, only_broken: bool
) -> Iterator[RuleResult]:
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
            if not only_broken:
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


def _holds(rule: ValidationRule, left: Number, right: Number) -> bool | None:
    """Whether a rule holds between both sides; None when it is skipped for these figures."""
    match rule.rule:
        case "not_above" | "parts_not_above":
            return left <= right
        case "near":
            return (
                None if right == 0 else _distance(left, right) <= divide(exact(rule.tolerance_pct or "0") * right, 100)
            )
        case "yearly_change_pct":
            if right < SMALLEST_COMPARED:
                return None
            return _distance(left, right) <= divide(exact(rule.maximum or "0") * right, 100)
    return left == right


def _distance(left: Number, right: Number) -> Number:
    return left - right if left >= right else right - left
