"""Figures on paper and screen: half-up, Vietnamese form, as many decimals as the verdict needs.

Source: CONTRACT P9; ``conventions.number_format`` and ``conventions.arithmetic`` of the research.
"""

from collections.abc import Callable
from fractions import Fraction

MOST_DECIMALS = 6
Comparison = Callable[[Fraction], bool]


def round_half_up(value: Fraction, decimals: int) -> Fraction:
    """Round to so many decimals; a half goes away from zero."""
    scale = 10**decimals
    whole = (abs(value) * scale * 2 + 1) // 2
    return Fraction(whole if value >= 0 else -whole, scale)


def vietnamese(value: Fraction, decimals: int) -> str:
    """Write a figure as ``1.234,5``."""
    rounded = round_half_up(value, decimals)
    sign = "-" if rounded < 0 else ""
    whole, rest = divmod(abs(rounded), 1)
    text = f"{int(whole):,}".replace(",", ".")
    if decimals:
        text += f",{int(rest * 10**decimals):0{decimals}d}"
    return sign + text


def decimals_needed(value: Fraction, decimals: int, comparison: Comparison | None) -> int:
    """Give as many decimals as it takes to stand on the right side of the target, up to 6."""
    if comparison is None:
        return decimals
    truth = comparison(value)
    while decimals < MOST_DECIMALS and comparison(round_half_up(value, decimals)) != truth:
        decimals += 1
    return decimals


def printed(
    status: str,
    value: Fraction | None,
    decimals: int,
    comparison: Comparison | None = None,
    choice: str | None = None,
) -> str:
    """Write an indicator: not reported "…", nothing to report "–", else choice or figure (P7, P9)."""
    if status == "missing":
        return "…"
    if status != "ok":
        return "–"
    if choice is not None:
        return choice
    assert value is not None
    return vietnamese(value, decimals_needed(value, decimals, comparison))
