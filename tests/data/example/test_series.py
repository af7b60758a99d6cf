"""Parts add up and never exceed their whole."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from data.example.series import loosened, path, split, spread, uneven

wholes = st.lists(st.integers(0, 400), min_size=1, max_size=12).filter(any)


@given(wholes, st.data())
def test_a_spread_total_adds_up_and_fits_under_its_whole(whole: list[int], data: st.DataObject) -> None:
    total = data.draw(st.integers(0, sum(whole)))
    parts = spread(total, whole)
    assert sum(parts) == total
    assert all(part <= limit for part, limit in zip(parts, whole, strict=True))


@given(wholes, st.data())
def test_a_loosened_part_still_fits_under_its_whole(whole: list[int], data: st.DataObject) -> None:
    total = data.draw(st.integers(0, sum(whole)))
    parts = spread(total, loosened(tuple(whole), total, "row"))
    assert all(part <= limit for part, limit in zip(parts, whole, strict=True))


@given(st.integers(0, 5000), st.integers(0, 5000), st.data())
def test_the_sexes_of_a_part_fit_under_the_sexes_of_its_whole(male: int, female: int, data: st.DataObject) -> None:
    total = data.draw(st.integers(0, male + female))
    parts = split(total, male, female)
    assert sum(parts) == total
    assert parts[0] <= male
    assert parts[1] <= female


def test_a_path_ends_where_it_should() -> None:
    assert path(735, 742, 4) == (737, 739, 740, 742)


def test_a_falling_path_stays_under_a_rising_one() -> None:
    assert path(10, 7, 4) == (9, 9, 8, 7)


def test_uneven_periods_belong_to_their_name() -> None:
    assert uneven("births 2022", 12) == uneven("births 2022", 12)
    assert uneven("births 2022", 12) != uneven("births 2023", 12)


def test_nothing_is_spread_over_an_empty_whole() -> None:
    assert spread(0, (0, 0, 0)) == (0, 0, 0)


def test_where_nobody_is_known_by_sex_all_are_female() -> None:
    assert split(5, 0, 0) == (0, 5)
