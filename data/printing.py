"""Figures as they are printed: one place for screen, paper and JSON (CONTRACT P9, V6, V8)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from data.calculation import Calculator
from data.catalogue.content import Catalogue
from data.catalogue.expressions import divide
from data.definitions import Indicator
from data.gap import Limit, meets
from data.model import IndicatorValue, Number, Status, TargetResult
from data.numbers import NOT_APPLICABLE_SIGN, NOT_REPORTED_SIGN, format_number, format_typed, round_half_up
from data.plan_definitions import Target

MOST_DECIMALS = 6
SMALL_DENOMINATOR = 100
_POINT_DECIMALS = 2
_LIMIT_DECIMALS = 16
"""A per cent has six decimals, points have six: their share has no more than these."""

_SIGNS = {">=": "≥ ", ">": "> ", "<=": "≤ ", "<": "< ", "=": "= "}
_UNITS_WITHOUT_SPACE = ("%", "‰")
_YES, _NO = "có", "không"
_WORDS_WITHOUT_FIGURE = {
    "increase": "tăng so với cùng kỳ năm trước",
    "decrease": "giảm so với cùng kỳ năm trước",
    "manual": "không nêu số",
}


class Gap(NamedTuple):
    """A gap in words to be: ``kind`` is ``short`` ("còn thiếu"), ``over`` ("vượt") or ``unreachable``."""

    kind: str
    number: str
    noun: str


def limit_of(result: TargetResult) -> Limit | None:
    """What a result's values were held against; None when nothing was compared."""
    if result.previous is not None:
        return Limit(">" if result.operator == "increase" else "<", result.previous)
    if result.target_value is None or result.operator not in (*_SIGNS, "between"):
        return None
    return Limit(result.operator, result.target_value, result.target_high)


def printed_value(indicator: Indicator, value: IndicatorValue, limit: Limit | None = None) -> str:
    """An indicator's figure without unit.

    As many decimals as the catalogue says, then as many more (up to 6) as it takes until the printed figure stands
    below, on or above the limit just as the exact one does: 97,96 against "> 98" does not print 98,0.
    "…" for missing, "–" where there is nothing to count.
    """
    if value.choice is not None:
        return value.choice
    if value.value is None:
        return NOT_REPORTED_SIGN if value.status is Status.MISSING else NOT_APPLICABLE_SIGN
    return printed_number(value.value, indicator.decimals, limit)


def printed_number(value: Number, decimals: int, limit: Limit | None = None) -> str:
    """A number with enough decimals not to contradict the limit."""
    return printed_among(value, decimals, () if limit is None else _bounds(limit))


def printed_among(value: Number, decimals: int, bounds: Sequence[Number]) -> str:
    """A number with enough decimals to stand on the same side of every bound as the exact one does."""
    while decimals < MOST_DECIMALS and not _same_side(value, decimals, bounds):
        decimals += 1
    return format_number(value, decimals)


def printed_points(points: Number, limit: Number | None = None) -> str:
    """Points of an assessment without unit: the decimals they have, two at most, more where the limit asks for it.

    79,75 against 80 prints 79,75; a share such as 16/3 prints 5,33; 1,33316 against 1,3332 prints 1,33. However many
    decimals it takes, the printed points stand below, on or above the limit that ``printed_limit`` prints.
    """
    decimals = next((count for count in range(_POINT_DECIMALS) if points * 10**count % 1 == 0), _POINT_DECIMALS)
    while limit is not None and decimals < _LIMIT_DECIMALS:
        if _order(round_half_up(points, decimals), limit) == _order(points, limit):
            break
        decimals += 1
    return format_number(points, decimals)


def printed_limit(limit: Number) -> str:
    """What points are held against, exactly: a per cent of points is a decimal number that ends. 1,3332; 2,125; 80."""
    decimals = 0
    while limit * 10**decimals % 1 and decimals < _LIMIT_DECIMALS:
        decimals += 1
    return format_number(limit, decimals)


def with_unit(indicator: Indicator, text: str) -> str:
    """A printed figure with its unit: "95,0%", "412 người", "Có", "hạng II"."""
    if text in (NOT_REPORTED_SIGN, NOT_APPLICABLE_SIGN):
        return text
    if indicator.unit == "boolean":
        return _YES.capitalize() if text != "0" else _NO.capitalize()
    return _joined(indicator, text)


def printed_target(target: Target, indicator: Indicator) -> str:
    """The target as the plan prints it, else sign and value (CONTRACT V8).

    Args:
        target: The target.
        indicator: The target's own indicator, not a yardstick's.
    """
    if target.printed:
        return target.printed
    value = target.value or target.compare_value
    maintained = "duy trì " if target.operator == "maintain" else ""
    if value is None:
        words = _WORDS_WITHOUT_FIGURE[target.compare_as]
        return f"{maintained}({words})" if maintained else words
    high = target.value_high or target.compare_high
    figure = f"{format_typed(value)}–{format_typed(high)}" if high else format_typed(value)
    if indicator.unit == "boolean":
        return maintained + (_YES if value == "1" else _NO)
    sign = "" if maintained or high or target.compare_as == "ask" or target.unit == "class" else _sign(target)
    return maintained + sign + _joined(indicator, figure)


def gap_of(result: TargetResult, calculator: Calculator) -> Gap | None:
    """The gap's number and noun; None when the target is met or a gap has no meaning."""
    limit = limit_of(result)
    if result.is_unreachable and limit is not None:
        return Gap("unreachable", "", "")
    if not result.gap or limit is None:
        return None
    values = [each.value for each in result.by_sex or (result.value,) if each.value is not None]
    short = limit.operator in (">=", ">") or any(
        limit.operator in ("=", "between") and value < limit.value for value in values
    )
    noun = gap_noun(calculator.catalogue, calculator.formula(result.value.indicator).upper)
    return Gap("short" if short else "over", format_number(result.gap, 0), noun)


def gap_noun(catalogue: Catalogue, elements: tuple[str, ...]) -> str:
    """Unit of what the numerator counts: "người", "trẻ", "hộ"."""
    return catalogue.data_elements[elements[0]].unit


def is_small_number(indicator: Indicator, value: IndicatorValue, limit: Limit | None) -> bool:
    """Whether "Số nhỏ, tỷ lệ dao động mạnh" stands beside the value.

    The denominator is under 100, or one event more or fewer turns the verdict: 1 case against "< 8 per 100.000".

    Source: ``conventions.small_numbers``; CONTRACT V6 for one event fewer.
    """
    numerator, denominator = value.numerator, value.denominator
    if not indicator.small_numbers or numerator is None or not denominator:
        return False
    if denominator < SMALL_DENOMINATOR:
        return True
    if limit is None or value.value is None:
        return False
    beside = (divide(max(count, 0) * indicator.factor, denominator) for count in (numerator - 1, numerator + 1))
    return any(meets(each, limit) != meets(value.value, limit) for each in beside)


def _bounds(limit: Limit) -> tuple[Number, ...]:
    return (limit.value,) if limit.high is None else (limit.value, limit.high)


def _same_side(value: Number, decimals: int, bounds: Sequence[Number]) -> bool:
    """Whether the rounded figure lies below, on or above each bound just as the exact one does."""
    rounded = round_half_up(value, decimals)
    return all(
        (rounded < bound, rounded > bound) == (value < bound, value > bound)
        for bound in bounds
        if value != bound or round_half_up(bound, MOST_DECIMALS) == bound  # 1/3 can never be printed on its own line
    )


def _order(value: Number, bound: Number) -> int:
    return (value > bound) - (value < bound)


def _sign(target: Target) -> str:
    return _SIGNS.get(target.operator, _SIGNS.get(target.compare_as, ""))


def _joined(indicator: Indicator, text: str) -> str:
    if indicator.unit == "class":
        return f"{indicator.unit_vi} {text}"
    space = "" if indicator.unit_vi in _UNITS_WITHOUT_SPACE else " "
    return f"{text}{space}{indicator.unit_vi}"
