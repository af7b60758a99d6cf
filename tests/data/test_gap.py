"""The smallest whole change that turns a verdict (CONTRACT V6), also against trying every number."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.gap import Limit, meets, smallest_change


@pytest.mark.parametrize(
    ("numerator", "denominator", "limit", "change"),
    [
        (94, 100, Limit(">=", 95), 1),
        (95, 100, Limit(">=", 95), 0),
        (95, 100, Limit(">", 95), 1),
        (96, 100, Limit(">", 95), 0),
        (100, 100, Limit(">", 100), None),
        (12, 100, Limit("<=", 10), 2),
        (12, 100, Limit("<", 10), 3),
        (9, 100, Limit("<", 10), 0),
        (1, 100, Limit("<", 0), None),
        (40, 100, Limit("=", 50), 10),
        (40, 100, Limit("=", Fraction(101, 2)), None),
        (40, 100, Limit("between", 50, 60), 10),
        (70, 100, Limit("between", 50, 60), 10),
        (1, 3, Limit("between", 50, 60), None),
        (40, 100, Limit("between", 50), 10),
        (200, 100, Limit("<=", 150), 50),
        (3, None, Limit("=", 0), 3),
        (1, Fraction(8199, 2), Limit("<=", 100), 0),
    ],
)
def test_the_gap_of_a_share(numerator: int, denominator: int | None, limit: Limit, change: int | None) -> None:
    factor = 100 if denominator else 1
    assert smallest_change(numerator, denominator, factor, limit, is_share=True) == change


def test_one_case_can_be_too_many_for_a_small_commune() -> None:
    assert smallest_change(1, 4127, 100_000, Limit("<", 8), is_share=False) == 1


@given(
    st.integers(0, 60),
    st.integers(1, 40),
    st.sampled_from([">=", ">", "<=", "<", "=", "between"]),
    st.fractions(0, 120, max_denominator=10),
    st.booleans(),
)
def test_the_gap_is_the_nearest_number_that_meets(
    numerator: int, denominator: int, operator: str, bound: Fraction, is_share: bool
) -> None:
    limit = Limit(operator, bound, bound + 7 if operator == "between" else None)
    reachable = [
        abs(tried - numerator)
        for tried in range(0, 200)
        if meets(Fraction(tried * 100, denominator), limit) and not (is_share and tried > max(denominator, numerator))
    ]
    expected = min(reachable) if reachable else None
    assert smallest_change(numerator, denominator, 100, limit, is_share=is_share) == expected
