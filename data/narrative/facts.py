"""What two and more values of an indicator say beside each other: change over a year, a run of worse years. Pure.

Values are compared as they are printed: what looks the same on paper is called unchanged.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise

from data.model import Number
from data.numbers import round_half_up
from data.periods import Period

HIGHER, LOWER = "higher_better", "lower_better"
RUN = 3
"""How many times running a value must be worse than in the year before."""


def change(before: Number, now: Number, decimals: int) -> Number:
    """Difference of two values as they are printed with so many decimals; above zero for an increase."""
    return round_half_up(now, decimals) - round_half_up(before, decimals)


def is_broken(breaks: Iterable[date], before: Period, now: Period) -> bool:
    """Whether the figures' meaning changed between two periods (CONTRACT S2)."""
    return any(before.first_day < day <= now.last_day for day in breaks)


def is_worse(before: Number, now: Number, direction: str) -> bool:
    """Whether a value is worse than the one before; False for a direction that knows no worse (a band)."""
    return (direction == HIGHER and now < before) or (direction == LOWER and now > before)


def worse_run(years: Sequence[tuple[int, Number | None]], direction: str, decimals: int) -> tuple[int, ...]:
    """The newest years, one more than ``RUN``, when each of them but the first is worse than the year before.

    Args:
        years: Values of the same period, year after year, the newest last; None where there is none.
        direction: Of the indicator.
        decimals: As printed.

    Returns:
        The years, oldest first; empty when the run is shorter or a value is missing.
    """
    newest = years[-(RUN + 1) :]
    values = [round_half_up(value, decimals) for _, value in newest if value is not None]
    if len(values) <= RUN:
        return ()
    is_run = all(is_worse(before, now, direction) for before, now in pairwise(values))
    return tuple(year for year, _ in newest) if is_run else ()
