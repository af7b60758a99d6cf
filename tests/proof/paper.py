"""Figures on paper and screen: half-up, Vietnamese form, as many decimals as the verdict needs.

Source: CONTRACT P9; ``conventions.number_format`` and ``conventions.arithmetic`` of the research.
"""

from fractions import Fraction

MOST_DECIMALS = 6
Limits = tuple[Fraction, ...]


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


def decimals_needed(value: Fraction, decimals: int, limits: Limits) -> int:
    """Give as many decimals as it takes to stand on the right side of the target, up to 6.

    A figure below the target is printed below it and one above it above it: 97,96 against "> 98"
    is 97,96 and not 98,0 (PRODUCT section 5).
    """
    while decimals < MOST_DECIMALS and not _same_sides(round_half_up(value, decimals), value, limits):
        decimals += 1
    return decimals


def _same_sides(rounded: Fraction, value: Fraction, limits: Limits) -> bool:
    return all(_side(rounded, limit) == _side(value, limit) for limit in limits)


def _side(value: Fraction, limit: Fraction) -> str:
    if value == limit:
        return "on"
    return "below" if value < limit else "above"


def printed(
    status: str,
    value: Fraction | None,
    decimals: int,
    limits: Limits = (),
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
    return vietnamese(value, decimals_needed(value, decimals, limits))
