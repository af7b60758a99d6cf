"""Comparing a value with a target, and the gap in whole persons, doses, households (CONTRACT V6)."""

from __future__ import annotations

from math import ceil, floor
from typing import NamedTuple

from data.catalogue.expressions import divide
from data.model import Number


class Limit(NamedTuple):
    """What a value is held against.

    Attributes:
        operator: >=, >, <=, <, = or between (both ends included).
        value: The limit; the lower end of a band.
        high: The upper end of a band, else None.
    """

    operator: str
    value: Number
    high: Number | None = None


def meets(value: Number, limit: Limit) -> bool:
    """Whether an unrounded value meets the limit; strict operators stay strict."""
    match limit.operator:
        case ">=":
            return value >= limit.value
        case ">":
            return value > limit.value
        case "<=":
            return value <= limit.value
        case "<":
            return value < limit.value
        case "between":
            return limit.value <= value and (limit.high is None or value <= limit.high)
    return value == limit.value


def smallest_change(
    numerator: int, denominator: Number | None, factor: int, limit: Limit, *, is_share: bool
) -> int | None:
    """Smallest whole change of the numerator that makes the value meet the limit, all else fixed.

    Args:
        numerator: The counted persons, doses, ….
        denominator: Exact and above zero, or None where the formula has none.
        factor: 100 for per cent, ….
        limit: What the value is held against.
        is_share: Whether the numerator may not grow above the denominator.

    Returns:
        0 when the limit is met; None when no whole numerator between 0 (and the denominator, in a share) meets it.
    """
    below = 1 if denominator is None else denominator
    if meets(divide(numerator * factor, below), limit):
        return 0
    nearest = _nearest(numerator, limit, divide(limit.value * below, factor), below, factor)
    if nearest is None or nearest < 0 or (is_share and nearest > numerator and nearest > below):
        return None
    return abs(nearest - numerator)


def _nearest(numerator: int, limit: Limit, bound: Number, below: Number, factor: int) -> int | None:
    """The numerator nearest to the present one that meets the limit; ``bound`` is the limit as a numerator."""
    match limit.operator:
        case ">=":
            return ceil(bound)
        case ">":
            return floor(bound) + 1
        case "<=":
            return floor(bound)
        case "<":
            return ceil(bound) - 1
        case "between":
            if limit.high is None:
                return ceil(bound)
            high = floor(divide(limit.high * below, factor))
            low = ceil(bound)
            if low > high:
                return None
            return low if numerator < low else high
    return floor(bound) if bound == floor(bound) else None
