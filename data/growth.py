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


class GrowthMean(NamedTuple):
    """Growth from the start of the plan's first year to the end of its last complete year.

    Attributes:
        years: Complete years counted; 0 while the plan has none.
        ratio: Figure at the end / figure at the start, exact; None when a year is missing.
        value: The mean yearly growth, to print; its numerator is the end, its denominator the start.
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


def growth_mean(calculator: Calculator, indicator: str, first_year: int, period: Period) -> GrowthMean:
    """The mean over the plan's complete years up to the period (the year before, for a period inside a year)."""
    last_year = period.year if period.is_year else period.year - 1
    span = Period(last_year, 1, 12)
    yearly = [calculator.value(indicator, Period(year, 1, 12)) for year in range(first_year, last_year + 1)]
    if not yearly:
        return GrowthMean(0, None, calculator.value(indicator, period))
    bad = [value for value in yearly if value.status is not Status.OK]
    if bad:
        missing = tuple(
            name if "@" in name else f"{name}@{value.period.code}" for value in bad for name in value.missing
        )
        return GrowthMean(
            len(yearly), None, IndicatorValue(indicator, "total", period, span, bad[0].status, missing=missing)
        )
    first, last = yearly[0], yearly[-1]
    end, start = _sum(last.numerator, last.denominator), first.denominator
    if start is None or end is None or start == 0:
        return GrowthMean(len(yearly), None, IndicatorValue(indicator, "total", period, span, Status.NO_DENOMINATOR))
    ratio = divide(end, start)
    factor = calculator.catalogue.indicators[indicator].factor
    mean = _mean(ratio, len(yearly), factor)
    value = IndicatorValue(indicator, "total", period, span, Status.OK, end, start, mean)
    return GrowthMean(len(yearly), ratio, value)


def _sum(change: Number | None, start: Number | None) -> Number | None:
    """The end of a year: its start plus its change."""
    return None if change is None or start is None else change + start


def _mean(ratio: Number, years: int, factor: int) -> Number:
    """(ratio ** (1 / years) - 1) × factor; exact for one year, else to 20 decimals."""
    if years == 1:
        return (ratio - 1) * factor
    exact = _PRECISION.divide(Decimal(ratio.numerator), Decimal(ratio.denominator))
    root = _PRECISION.power(exact, _PRECISION.divide(Decimal(1), Decimal(years)))
    mean = _PRECISION.multiply(_PRECISION.subtract(root, Decimal(1)), Decimal(factor))
    return Fraction(mean.quantize(_SHOWN_DIGITS, context=_PRECISION))
