"""Figures beside the element's own earlier ones: limits, their reasons, and when nothing is said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.definitions import DataElement, OverTime, ValueType
from data.model import Category
from data.periods import PeriodType, parse_period
from data.plausibility import (
    DEVIATION,
    LAST_YEAR,
    MEDIAN,
    POPULATION,
    REPEATED,
    STOCK,
    Hit,
    Plausibility,
    Reference,
)
from tests.builders import make_catalogue, make_element, make_figures, make_form

MONTH, QUARTER, YEAR = PeriodType.MONTH, PeriodType.QUARTER, PeriodType.YEAR
PEOPLE = make_element("population_end", frequency=QUARTER, over_time=OverTime.LAST)

Cells = Mapping[str, str | int | None]


def events(**changes: object) -> DataElement:
    return make_element("a", **{"frequency": QUARTER, "unit": "thứ", **changes})


def stock(**changes: object) -> DataElement:
    return events(over_time=OverTime.LAST, **changes)


def typed(values: Sequence[int | str], newest: str = "2024Q3") -> dict[str, int | str]:
    """An element's figures up to a period, oldest first."""
    cells: dict[str, int | str] = {}
    period = parse_period(newest)
    for value in reversed(values):
        cells[f"a@{period.code}"] = value
        period = period.previous()
    return cells


def check(
    element: DataElement, cells: Cells, period: str = "2024Q3", category: Category = Category.DEFAULT
) -> Hit | None:
    plausibility = Plausibility(make_catalogue((element, PEOPLE)))
    return plausibility.check(make_figures(cells), "a", parse_period(period), category)


def kind(element: DataElement, cells: Cells, period: str = "2024Q3") -> str | None:
    hit = check(element, cells, period)
    return None if hit is None else hit.kind


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ((40, 44, 38, 41, 43, 39, 410), MEDIAN),
        ((40, 44, 38, 41, 43, 39, 4), MEDIAN),
        ((40, 44, 38, 41, 43, 39, 52), None),
        ((40, 44, 38, 41, 43, 39, 30), None),
        ((0, 0, 0, 0, 0, 0, 0), None),
        ((0, 0, 0, 0, 0, 0, 2), None),
        ((0, 0, 0, 0, 0, 0, 10), MEDIAN),
        ((1, 0, 2, 1, 3, 0, 0), None),
        ((1, 0, 2, 1, 3, 0, 4), None),
        ((41, 410), LAST_YEAR),
        ((41, 40, 410), LAST_YEAR),
        ((41, 60), None),
    ],
)
def test_events_are_held_against_their_median(values: Sequence[int], found: str | None) -> None:
    assert kind(events(), typed(values)) == found


def test_a_hit_has_the_numbers_of_its_sentence() -> None:
    hit = check(events(), typed((40, 44, 41, 41, 43, 39, 412)))
    assert hit is not None
    assert (hit.element, hit.period, hit.category, hit.value) == ("a", "2024Q3", Category.DEFAULT, 412)
    assert (hit.reference, hit.times) == (Reference("2023Q3", 41), 10)
    assert (hit.limits.low, hit.limits.high, hit.limits.middle, hit.limits.known) == (23, 60, 41, 6)


@pytest.mark.parametrize(("value", "times"), [(410, 10), (430, 10), (440, 11), (123, 3), (122, None), (1, None)])
def test_times_are_said_from_three_times_on(value: int, times: int | None) -> None:
    hit = check(events(), typed((41, 41, 41, 41, value)))
    assert hit is not None
    assert hit.times == times


def test_zero_has_no_multiple() -> None:
    hit = check(events(), typed((0, 0, 0, 0, 50)))
    assert hit is not None
    assert hit.times is None


@pytest.mark.parametrize(("last_summer", "found"), [(200, None), (100, MEDIAN)])
def test_what_lies_near_the_same_period_of_last_year_is_the_season(last_summer: int, found: str | None) -> None:
    assert kind(events(), typed((100, 99, last_summer, 101, 100, 98, 200))) == found


def test_irregular_figures_have_wider_limits() -> None:
    assert kind(events(), typed((100, 101, 99, 100, 101, 99, 190))) == MEDIAN
    assert kind(events(), typed((100, 180, 30, 150, 60, 95, 190))) is None


@pytest.mark.parametrize(
    ("values", "value", "found"),
    [
        ((400, 1600) * 6, 2500, None),
        ((400, 1600) * 6, 2700, DEVIATION),
        ((1000, *(400, 1600) * 5), 2700, None),
        ((400, 1600) * 6, 3000, MEDIAN),
    ],
)
def test_standard_deviations_need_twelve_figures(values: Sequence[int], value: int, found: str | None) -> None:
    assert kind(events(), typed([*values, value])) == found


def test_figures_that_never_differed_may_go_a_quarter_up() -> None:
    assert kind(events(value_type=ValueType.DECIMAL), typed(["100"] * 12 + ["124"])) is None


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ((300, 302, 305, 307), None),
        ((300, 302, 305, 3070), STOCK),
        ((300, 302, 305, 30), STOCK),
        ((300, 350, 400, 450), None),
        ((5, 5, 5, 6), None),
        ((5, 5, 5, 55), STOCK),
        ((5, 50), STOCK),
    ],
)
def test_stocks_are_held_against_the_newest_figure(values: Sequence[int], found: str | None) -> None:
    assert kind(stock(), typed(values)) == found


def test_a_stock_names_the_newest_figure() -> None:
    hit = check(stock(), typed((300, 301, 302, 303, 3040)))
    assert hit is not None
    assert hit.reference == Reference("2024Q2", 303)


@pytest.mark.parametrize(
    ("values", "found"),
    [
        (("12.5", "12.6", "12.4", "125"), STOCK),
        (("12.5", "12.6", "12.4", "1.25"), STOCK),
        (("12.5", "12.6", "12.4", "12.9"), None),
        (("0.3", "0.3", "0.5"), None),
        (("0.3", "0.3", "3"), STOCK),
    ],
)
def test_decimals_have_limits_too(values: Sequence[str], found: str | None) -> None:
    assert kind(stock(value_type=ValueType.DECIMAL), typed(values)) == found


def test_limits_of_decimals_have_two_of_them() -> None:
    hit = check(events(value_type=ValueType.DECIMAL), typed(("40.5", "41", "39.5", "405")))
    assert hit is not None
    assert (hit.limits.low, hit.limits.high) == (Fraction(2803, 100), Fraction(5296, 100))


@pytest.mark.parametrize(
    ("unit", "value", "found"),
    [("người", 4100, None), ("người", 4101, POPULATION), ("lượt", 12300, None), ("lượt", 12301, POPULATION)],
)
def test_no_more_people_than_there_are_and_no_more_than_a_visit_a_month(
    unit: str, value: int, found: str | None
) -> None:
    cells = {"a@2024Q3": value, "population_end@2024Q1": 4100}
    assert kind(events(unit=unit), cells) == found


def test_a_cap_names_the_population() -> None:
    hit = check(events(unit="ca"), {"a@2024Q3": 99999, "population_end@2024Q3": 4100})
    assert hit is not None
    assert (hit.reference, hit.times, hit.limits.high) == (Reference("2024Q3", 4100), None, 12300)


@pytest.mark.parametrize(
    ("changes", "people"),
    [
        ({"unit": "người", "group": "district"}, {"population_end@2024Q3": 4100}),
        ({"unit": "giường"}, {"population_end@2024Q3": 4100}),
        ({"unit": "người"}, {"population_end@2024Q3": 0}),
        ({"unit": "người"}, {"population_end@2022Q3": 4100}),
        ({"unit": "người"}, {}),
    ],
)
def test_no_cap_for_other_areas_other_things_and_without_a_population(changes: Cells, people: Cells) -> None:
    assert kind(events(**changes), {"a@2024Q3": 9999, **people}) is None


def test_the_population_has_no_cap_of_its_own() -> None:
    plausibility = Plausibility(make_catalogue((PEOPLE,)))
    figures = make_figures({"population_end@2024Q3": 4100})
    assert plausibility.limits(figures, "population_end", parse_period("2024Q3")) == ()


def test_a_catalogue_without_a_population_has_no_caps() -> None:
    plausibility = Plausibility(make_catalogue((events(unit="người"),)))
    assert plausibility.limits(make_figures({"a@2024Q3": 9}), "a", parse_period("2024Q3")) == ()


@pytest.mark.parametrize(
    ("element", "values", "found"),
    [
        (events(), (420, 405, 411, 411), REPEATED),
        (events(), (20, 25, 21, 21), None),
        (events(), (420, 405, 411, 412), None),
        (stock(), (411, 411, 411, 411), None),
    ],
)
def test_many_events_as_many_as_the_period_before(
    element: DataElement, values: Sequence[int], found: str | None
) -> None:
    assert kind(element, typed(values)) == found


def test_a_repeated_figure_names_the_period_before() -> None:
    hit = check(events(), typed((420, 405, 411, 400, 411, 411)))
    assert hit is not None
    assert (hit.reference, hit.times) == (Reference("2024Q2", 411), None)


@pytest.mark.parametrize(
    ("day", "is_hit"),
    [
        (date(2024, 7, 1), False),
        (date(2024, 9, 30), False),
        (date(2024, 10, 1), True),
        (date(2024, 4, 2), False),
        (date(2024, 4, 1), True),
    ],
)
def test_nothing_is_compared_across_a_break_of_the_series(day: date, *, is_hit: bool) -> None:
    plausibility = Plausibility(make_catalogue((events(),)), [day])
    hit = plausibility.check(make_figures(typed((41, 40, 42, 41, 410))), "a", parse_period("2024Q3"))
    assert (hit is not None) is is_hit


def test_no_cap_by_a_population_before_a_break_of_the_series() -> None:
    figures = make_figures({"a@2024Q3": 9999, "population_end@2024Q2": 4100})
    plausibility = Plausibility(make_catalogue((events(unit="người"), PEOPLE)))
    period = parse_period("2024Q3")
    assert plausibility.check(figures, "a", period) is not None
    assert plausibility.with_breaks([date(2024, 7, 1)]).check(figures, "a", period) is None


def test_as_many_as_the_population_is_no_repetition() -> None:
    cells = {"a@2024Q3": 4100, "population_end@2024Q2": 4100}
    assert kind(events(unit="người"), cells) is None


@pytest.mark.parametrize("value_type", [ValueType.BOOLEAN, ValueType.CHOICE])
def test_words_are_never_hit(value_type: ValueType) -> None:
    assert kind(events(value_type=value_type), typed(("true", "true", "false"))) is None


@pytest.mark.parametrize("value", ["-", "?41o", None])
def test_what_is_no_figure_is_never_hit(value: str | None) -> None:
    assert kind(events(), {**typed((41, 41, 41), "2024Q2"), "a@2024Q3": value}) is None


def test_later_figures_say_nothing() -> None:
    assert kind(events(), {"a@2024Q3": 412, "a@2024Q4": 41, "a@2025Q1": 40}) is None


def test_figures_that_are_too_old_say_nothing() -> None:
    assert kind(events(frequency=YEAR), {"a@2024": 412, "a@2018": 41}, "2024") is None
    assert kind(events(frequency=YEAR), {"a@2024": 412, "a@2019": 41}, "2024") == LAST_YEAR


def test_each_sex_has_its_own_history() -> None:
    element = events(sex_disaggregated=True)
    cells = {f"a@{code}:{sex}": value for code in ("2024Q1", "2024Q2") for sex, value in (("male", 9), ("female", 90))}
    cells |= {"a@2024Q3:male": 90, "a@2024Q3:female": 92, "a@2024Q3": 182}
    assert check(element, cells, category=Category.FEMALE) is None
    assert check(element, cells, category=Category.MALE) is not None


def test_a_total_is_held_against_both_sexes_where_it_was_not_typed() -> None:
    element = events(sex_disaggregated=True)
    before = {"a@2024Q1:male": 20, "a@2024Q1:female": 22, "a@2024Q2:male": 19, "a@2024Q2:female": 22}
    hit = check(element, {**before, "a@2024Q3": 410})
    assert hit is not None
    assert hit.reference == Reference("2024Q2", 41)


def test_not_applicable_is_no_history() -> None:
    element = events(sex_disaggregated=True)
    assert check(element, {"a@2024Q2": "-", "a@2024Q3": 410}) is None


def test_the_hits_of_a_form_in_its_order() -> None:
    by_sex = make_element("b", frequency=QUARTER, unit="thứ", sex_disaggregated=True)
    plausibility = Plausibility(make_catalogue((events(), by_sex)))
    before = {f"{key}@{code}": 41 for key in ("a", "b") for code in ("2024Q1", "2024Q2")}
    cells = {**before, "a@2024Q3": 410, "b@2024Q3": 4, "b@2024Q2:female": 20, "b@2024Q3:female": 200}
    hits = plausibility.check_form(make_figures(cells), make_form("f", QUARTER, "b", "a"), parse_period("2024Q3"))
    assert [(hit.element, hit.category) for hit in hits] == [
        ("b", Category.DEFAULT),
        ("b", Category.FEMALE),
        ("a", Category.DEFAULT),
    ]


HISTORIES = st.lists(st.integers(0, 5000), min_size=1, max_size=14)


@given(st.integers(0, 10**12), st.sampled_from([events(), stock(), events(frequency=QUARTER, unit="người")]))
def test_never_a_hit_without_reference_figures(value: int, element: DataElement) -> None:
    assert check(element, {"a@2024Q3": value}) is None


@given(HISTORIES, st.randoms(use_true_random=False), st.integers(0, 50_000))
def test_the_order_of_the_cells_does_not_matter(values: list[int], order: object, value: int) -> None:
    cells = list(typed([*values, value]).items())
    shuffled = sorted(cells, key=lambda _: order.random())  # type: ignore[attr-defined]
    assert check(events(), dict(cells)) == check(events(), dict(shuffled))


@given(HISTORIES, st.sampled_from([events(), stock()]), st.integers(0, 50_000))
def test_a_hit_lies_outside_and_the_expected_inside(values: list[int], element: DataElement, value: int) -> None:
    hit = check(element, typed([*values, value]))
    if hit is not None and hit.kind != REPEATED:
        assert hit.limits.low <= hit.limits.middle <= hit.limits.high
        assert not hit.limits.low <= hit.value <= hit.limits.high


@given(st.integers(0, 5000), st.integers(1, 12), st.sampled_from([events(), stock()]))
def test_the_figure_of_always_is_never_outside(value: int, count: int, element: DataElement) -> None:
    assert kind(element, typed([value] * (count + 1))) in (None, REPEATED)


@given(HISTORIES, st.integers(0, 20_000), st.integers(0, 20_000))
def test_farther_away_is_no_better(values: list[int], one: int, other: int) -> None:
    """Limits have no holes: between two figures that are believed every figure is."""
    hits = [check(events(), typed([*values, value])) for value in (one, (one + other) // 2, other)]
    believed = [hit is None or hit.kind == REPEATED for hit in hits]
    assert believed[1] or not (believed[0] and believed[2])
