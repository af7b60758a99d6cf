"""Values beside each other are compared as they are printed."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from data.narrative.facts import HIGHER, LOWER, change, is_broken, worse_run
from data.periods import parse_period


@pytest.mark.parametrize(
    ("before", "now", "difference"),
    [
        (Fraction(9504, 100), Fraction(9496, 100), 0),
        (Fraction(9504, 100), Fraction(9495, 100), 0),
        (Fraction(925, 10), Fraction(952, 10), Fraction(27, 10)),
        (5, 3, -2),
    ],
)
def test_a_change_is_that_of_the_printed_figures(before: Fraction, now: Fraction, difference: Fraction) -> None:
    assert change(before, now, 1) == difference


@pytest.mark.parametrize(("day", "broken"), [("2023-07-01", False), ("2023-07-02", True), ("2024-09-30", True)])
def test_a_break_between_the_two_periods_counts(day: str, broken: bool) -> None:
    before, now = parse_period("2023Q3"), parse_period("2024Q3")
    assert is_broken([date.fromisoformat(day)], before, now) is broken


@pytest.mark.parametrize(
    ("values", "direction", "years"),
    [
        ((95, 94, 93, 92), HIGHER, (2021, 2022, 2023, 2024)),
        ((90, 95, 94, 93, 92), HIGHER, (2021, 2022, 2023, 2024)),
        ((95, 94, 94, 92), HIGHER, ()),
        ((95, None, 93, 92), HIGHER, ()),
        ((94, 93, 92), HIGHER, ()),
        ((1, 2, 3, 4), LOWER, (2021, 2022, 2023, 2024)),
        ((1, 2, 3, 4), HIGHER, ()),
        ((4, 3, 2, 1), "target_band", ()),
    ],
)
def test_a_run_of_worse_years(values: tuple[int | None, ...], direction: str, years: tuple[int, ...]) -> None:
    first = 2025 - len(values)
    assert worse_run([(first + place, value) for place, value in enumerate(values)], direction, 0) == years
