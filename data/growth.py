"""Mean yearly growth over the years of a plan, by exact powers (CONTRACT V2, ``period_average``)."""

from __future__ import annotations

from decimal import Context, Decimal
from fractions import Fraction
from typing import NamedTuple

from data.calculation import Calculator, Formula
from data.catalogue.expressions import Name, Operation, divide
from data.model import IndicatorValue, Number, Status
from data.periods import Period

_PRECISION = Context(prec=40)
_SHOWN_DIGITS = Decimal("1e-20")
_STATUS_ORDER = (Status.NOT_STATION_LEVEL, Status.NOT_APPLICABLE, Status.MISSING, Status.NO_DENOMINATOR)


class GrowthMean(NamedTuple):
    """Growth from the start of the plan's first year to the end of its last complete year.

    Attributes:
        years: Complete years counted; 0 while the plan has none.
        ratio: Figure at the end / figure at the start, exact; None when a year is missing.
        value: The mean yearly growth, to print; its numerator is the change, its denominator the start.
    """

    years: int
    ratio: Number | None
    value: IndicatorValue


def is_growth(formula: Formula) -> bool:
    """Whether the formula has the shape (end - start) / start."""
    upper = formula.numerator
    return (
        isinstance(upper, Operation)
        and upper.operator == "-"
        and isinstance(upper.left, Name)
        and isinstance(formula.denominator, Name)
        and upper.right == formula.denominator
    )


def growth_mean(calculator: Calculator, indicator: str, years: range, period: Period) -> GrowthMean:
    """The mean over the complete years of a plan.

    Args:
        calculator: Formulas over the station's figures.
        indicator: A yearly growth (see ``is_growth``).
        years: The plan's years that are over in the period.
        period: The asked period, for the result.
    """
    if not years:
        return GrowthMean(0, None, calculator.value(indicator, period))
    span = Period(years[-1], 1, 12)
    yearly = [calculator.value(indicator, Period(year, 1, 12)) for year in years]
    status = next((status for status in _STATUS_ORDER if any(value.status is status for value in yearly)), Status.OK)
    first, last = yearly[0], yearly[-1]
    start, change, last_start = first.denominator, last.numerator, last.denominator
    if status is not Status.OK or start is None or change is None or last_start is None:
        missing = tuple(
            name if "@" in name else f"{name}@{value.period.code}" for value in yearly for name in value.missing
        )
        value = IndicatorValue(indicator, "total", period, span, status, missing=missing, first_year=years[0])
        return GrowthMean(len(years), None, value)
    end = last_start + change
    ratio = divide(end, start)
    mean = _mean(ratio, len(years), calculator.catalogue.indicators[indicator].factor)
    value = IndicatorValue(indicator, "total", period, span, Status.OK, end - start, start, mean, first_year=years[0])
    return GrowthMean(len(years), ratio, value)


def _mean(ratio: Number, years: int, factor: int) -> Number:
    """(ratio ** (1 / years) - 1) × factor; exact for one year, else to 20 decimals."""
    if years == 1:
        return (ratio - 1) * factor
    exact = _PRECISION.divide(Decimal(ratio.numerator), Decimal(ratio.denominator))
    root = _PRECISION.power(exact, _PRECISION.divide(Decimal(1), Decimal(years)))
    mean = _PRECISION.multiply(_PRECISION.subtract(root, Decimal(1)), Decimal(factor))
    return Fraction(mean.quantize(_SHOWN_DIGITS, context=_PRECISION))
