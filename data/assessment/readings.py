"""What the station's figures say to the bound leaves of a set, for the assessed year: the same engine as indicators.

Each leaf reads the total; a set knows no verdict by sex. Source: CONTRACT P1-P7, section 3 (``binds``).
"""

from __future__ import annotations

from data.aggregation import NotApplicableType, choice_over
from data.assessment.definitions import Binding, CriteriaSet, leaves
from data.assessment.results import Reading
from data.calculation import Calculator
from data.definitions import ValueType
from data.model import Status
from data.periods import Period


def readings_of(
    criteria_set: CriteriaSet, calculator: Calculator, year: int, period: Period | None = None
) -> dict[str, Reading]:
    """Item code -> reading, for every bound leaf.

    Args:
        criteria_set: The set; several leaves may be bound to one figure.
        calculator: The catalogue's formulas over the station's figures, those of the year among them.
        year: The assessed year; a figure of a shorter frequency is taken over its twelve months.
        period: Over what to read instead, for points so far: 1 January to the end of a quarter.
    """
    span = period or Period(year, 1, 12)
    return {
        item.code: reading_of(item.binds, calculator, span)
        for _, item in leaves(criteria_set)
        if item.binds is not None
    }


def reading_of(binding: Binding, calculator: Calculator, period: Period) -> Reading:
    """The reading of one binding; a code that the catalogue does not hold (any more) ``is_gone``."""
    if binding.indicator:
        if binding.indicator not in calculator.catalogue.indicators:
            return Reading(code=binding.indicator, status=Status.MISSING, is_gone=True)
        return _indicator(binding.indicator, calculator, period)
    if binding.data_element not in calculator.catalogue.data_elements:
        return Reading(code=binding.data_element, status=Status.MISSING, is_gone=True)
    return _element(binding.data_element, calculator, period)


def _indicator(code: str, calculator: Calculator, period: Period) -> Reading:
    found = calculator.value(code, period)
    return Reading(
        code=code, status=found.status, value=found.value, choice=found.choice or "", missing=tuple(found.missing)
    )


def _element(code: str, calculator: Calculator, period: Period) -> Reading:
    element = calculator.catalogue.data_elements[code]
    if element.value_type is ValueType.CHOICE:
        choice = choice_over(calculator.figures, element, period).reading
        if isinstance(choice, NotApplicableType):
            return Reading(code=code, status=Status.NOT_APPLICABLE)
        if choice is None:
            return Reading(code=code, status=Status.MISSING, missing=(code,))
        return Reading(code=code, status=Status.OK, choice=choice)
    found = calculator.element(code, period)
    if isinstance(found.reading, NotApplicableType):
        return Reading(code=code, status=Status.NOT_APPLICABLE)
    if found.reading is None:
        return Reading(code=code, status=Status.MISSING, missing=found.missing)
    return Reading(code=code, status=Status.OK, value=found.reading)
