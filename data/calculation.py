"""Indicator values: numerator / denominator × factor, exactly (CONTRACT P5–P7). Pure functions over figures."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from data.aggregation import ElementValue, NotApplicableType, choice_over, element_over
from data.catalogue.content import Catalogue
from data.catalogue.expressions import Name, Node, divide, evaluate, names_of, parse_expression
from data.definitions import DataElement, Indicator, Level, OverTime, ValueType
from data.figures import Figures
from data.model import IndicatorValue, Number, Status
from data.periods import Period, PeriodType, year_to_date

CATEGORIES = ("total", "male", "female")


class Formula(NamedTuple):
    """A parsed indicator formula.

    Attributes:
        numerator, denominator: Nodes; ``denominator`` None where the formula has none.
        upper: Data elements of the numerator, each once.
        elements: Data elements of both, numerator first, each once.
        is_cumulative: Whether it is counted from 1 January inside the year (CONTRACT P6).
        choice: Code of the data element whose choice is the indicator, or empty.
    """

    numerator: Node
    denominator: Node | None
    upper: tuple[str, ...]
    elements: tuple[str, ...]
    is_cumulative: bool
    choice: str


def formula_of(indicator: Indicator, elements: Mapping[str, DataElement]) -> Formula:
    """Parse an indicator's formula and settle how it is counted inside the year."""
    parsed = _parse(indicator.numerator, indicator.denominator)
    adds_up = all(elements[code].over_time is OverTime.SUM for code in parsed.upper)
    below_adds_up = all(elements[code].over_time is OverTime.SUM for code in parsed.lower)
    is_cumulative = indicator.frequency is PeriodType.YEAR or (adds_up and bool(parsed.lower) and not below_adds_up)
    is_choice = isinstance(parsed.numerator, Name) and elements[parsed.numerator.code].value_type is ValueType.CHOICE
    return Formula(
        parsed.numerator,
        parsed.denominator,
        parsed.upper,
        parsed.elements,
        is_cumulative,
        parsed.upper[0] if is_choice else "",
    )


class _Parsed(NamedTuple):
    """Both sides of a formula, and the data elements of each."""

    numerator: Node
    denominator: Node | None
    upper: tuple[str, ...]
    lower: tuple[str, ...]
    elements: tuple[str, ...]


@cache
def _parse(numerator: str, denominator: str | None) -> _Parsed:
    above = parse_expression(numerator)
    below = parse_expression(denominator) if denominator is not None else None
    upper, lower = names_of(above), names_of(below) if below is not None else ()
    return _Parsed(above, below, upper, lower, tuple(dict.fromkeys(upper + lower)))


class Calculator:
    """The catalogue's formulas over one station's figures.

    Results are kept, so that asking twice costs nothing; make a new calculator when a figure changes.
    """

    def __init__(self, catalogue: Catalogue, figures: Figures) -> None:
        """Hold the definitions and the figures."""
        self.catalogue = catalogue
        self.figures = figures
        self._formulas: dict[str, Formula] = {}
        self._elements: dict[tuple[str, Period, str], ElementValue] = {}
        self._values: dict[tuple[str, Period, str], IndicatorValue] = {}

    def formula(self, indicator: str) -> Formula:
        """The parsed formula of an indicator."""
        formula = self._formulas.get(indicator)
        if formula is None:
            definition = self.catalogue.indicators[indicator]
            formula = self._formulas[indicator] = formula_of(definition, self.catalogue.data_elements)
        return formula

    def span(self, indicator: str, period: Period) -> Period:
        """The months counted for a period (CONTRACT P6)."""
        return year_to_date(period) if self.formula(indicator).is_cumulative else period

    def element(self, code: str, span: Period, category: str = "total") -> ElementValue:
        """A data element over a span."""
        key = (code, span, category)
        value = self._elements.get(key)
        if value is None:
            definition = self.catalogue.data_elements[code]
            value = self._elements[key] = element_over(self.figures, definition, span, category)
        return value

    def value(self, indicator: str, period: Period, category: str = "total") -> IndicatorValue:
        """An indicator for a period and a category (``total``, ``male``, ``female``), unrounded."""
        key = (indicator, period, category)
        value = self._values.get(key)
        if value is None:
            value = self._values[key] = self._work_out(indicator, period, category)
        return value

    def values(self, period: Period) -> list[IndicatorValue]:
        """All indicators of the catalogue: the total, and both sexes where the catalogue names sex."""
        return [
            self.value(indicator.code, period, category)
            for indicator in self.catalogue.indicators.values()
            for category in (CATEGORIES if indicator.by_sex else CATEGORIES[:1])
        ]

    def _work_out(self, indicator: str, period: Period, category: str) -> IndicatorValue:
        definition = self.catalogue.indicators[indicator]
        formula = self.formula(indicator)
        span = self.span(indicator, period)
        if definition.level is not Level.STATION:
            return IndicatorValue(indicator, category, period, span, Status.NOT_STATION_LEVEL)
        if formula.choice:
            return self._choose(definition, period, span, formula.choice)
        inputs = {code: self.element(code, span, category) for code in formula.elements}
        if any(isinstance(each.reading, NotApplicableType) for each in inputs.values()):
            return IndicatorValue(indicator, category, period, span, Status.NOT_APPLICABLE)
        numbers = _numbers(inputs)
        if len(numbers) < len(inputs):
            return self._missing(definition, period, category, inputs)
        numerator, denominator, value = _quotient(definition, formula, numbers)
        return IndicatorValue(
            indicator,
            category,
            period,
            span,
            Status.OK if value is not None else Status.NO_DENOMINATOR,
            numerator,
            denominator,
            value,
            borrowed=tuple((code, each.borrowed) for code, each in inputs.items() if each.borrowed),
        )

    def _missing(
        self,
        definition: Indicator,
        period: Period,
        category: str,
        inputs: Mapping[str, ElementValue],
    ) -> IndicatorValue:
        """The result while something is missing: names, "2/3", and the value of what is there (CONTRACT P5)."""
        code, least = min(inputs.items(), key=lambda pair: pair[1].reported / pair[1].needed)
        numbers = _numbers(inputs, provisional=True)
        whole = len(numbers) == len(inputs)
        provisional = _quotient(definition, self.formula(definition.code), numbers)[2] if whole else None
        return IndicatorValue(
            definition.code,
            category,
            period,
            self.span(definition.code, period),
            Status.MISSING,
            missing=tuple(name for each in inputs.values() for name in each.missing),
            reported=(least.reported, least.needed),
            reported_type=self.catalogue.data_elements[code].frequency,
            provisional=provisional,
        )

    def _choose(self, definition: Indicator, period: Period, span: Period, element: str) -> IndicatorValue:
        """A choice stands as it is; numerator and value are null (CONTRACT P7)."""
        choice, borrowed = choice_over(self.figures, self.catalogue.data_elements[element], span)
        if isinstance(choice, NotApplicableType):
            return IndicatorValue(definition.code, "total", period, span, Status.NOT_APPLICABLE)
        if choice is None:
            return IndicatorValue(
                definition.code,
                "total",
                period,
                span,
                Status.MISSING,
                missing=(element,),
                reported=(0, 1),
                reported_type=self.catalogue.data_elements[element].frequency,
            )
        found = ((element, borrowed),) if borrowed else ()
        return IndicatorValue(definition.code, "total", period, span, Status.OK, choice=choice, borrowed=found)


def _numbers(inputs: Mapping[str, ElementValue], *, provisional: bool = False) -> dict[str, Number]:
    """The numbers that are there; with ``provisional`` also those of partly reported elements."""
    numbers: dict[str, Number] = {}
    for code, each in inputs.items():
        reading = each.provisional if provisional and each.reading is None else each.reading
        if reading is not None and not isinstance(reading, NotApplicableType):
            numbers[code] = reading
    return numbers


def _quotient(
    definition: Indicator, formula: Formula, figures: Mapping[str, Number]
) -> tuple[Number, Number | None, Number | None]:
    """Numerator, denominator and value; the value is None when the denominator is zero."""
    numerator = evaluate(formula.numerator, figures)
    if formula.denominator is None:
        return numerator, None, numerator * definition.factor
    denominator = evaluate(formula.denominator, figures)
    if denominator == 0:
        return numerator, denominator, None
    return numerator, denominator, divide(numerator * definition.factor, denominator)
