"""Slips of the hand: each kind with its figure, what is never proposed, and in which order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.catalogue.content import Catalogue
from data.definitions import DataElement, OverTime, ValueType
from data.model import Category
from data.numbers import exact
from data.periods import PeriodType, parse_period
from data.plausibility import Plausibility
from data.slips import (
    CUMULATIVE,
    DECIMAL_LOST,
    EXTRA_DIGIT,
    NEIGHBOUR,
    POINT_MOVED,
    REPEATED,
    SWAPPED,
    TEN_TIMES,
    TENTH,
    RulesByElement,
    Slip,
    Slips,
)
from tests.builders import make_catalogue, make_element, make_figures, make_form, make_rule

QUARTER = PeriodType.QUARTER
PERIODS = ("2023Q1", "2023Q2", "2023Q3", "2023Q4", "2024Q1", "2024Q2")
NOW = "2024Q3"

Cells = dict[str, str | int | None]


def row(code: str, **changes: object) -> DataElement:
    return make_element(code, **{"frequency": QUARTER, "unit": "thứ", **changes})


def history(code: str, values: Sequence[int | str], category: str = "") -> Cells:
    """Six figures up to the second quarter of 2024."""
    return {f"{code}@{period}{category}": value for period, value in zip(PERIODS, values, strict=True)}


def catalogue(*elements: DataElement) -> Catalogue:
    form = make_form("form", QUARTER, *(element.code for element in elements))
    return make_catalogue(elements)._replace(data_sets={"form": form})


def proposals(elements: tuple[DataElement, ...], cells: Mapping[str, str | int | None], key: str = "") -> list[Slip]:
    found = Slips(catalogue(*elements)).proposals(make_figures(cells), ("a", NOW, key or "default"))
    return list(found)


def pairs(elements: tuple[DataElement, ...], cells: Mapping[str, str | int | None]) -> list[tuple[str, str]]:
    return [(slip.kind, slip.value) for slip in proposals(elements, cells)]


FORTY = history("a", (40, 44, 41, 42, 39, 41))
DECIMALS = history("a", ("12.5", "13", "11.5", "12.25", "12.5", "12"))


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        (410, [(TEN_TIMES, "41")]),
        (412, [(EXTRA_DIGIT, "41")]),
        (422, [(EXTRA_DIGIT, "42")]),
        (443, [(EXTRA_DIGIT, "43"), (EXTRA_DIGIT, "44")]),
        (14, [(SWAPPED, "41")]),
        (4, [(TENTH, "40")]),
        (401, [(SWAPPED, "41"), (EXTRA_DIGIT, "40")]),
        (9999, []),
        (41, []),
        (45, []),
    ],
)
def test_slips_of_whole_figures(typed: int, found: list[tuple[str, str]]) -> None:
    assert pairs((row("a"),), {**FORTY, f"a@{NOW}": typed}) == found


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("125", [(DECIMAL_LOST, "12.5")]),
        ("1225", [(DECIMAL_LOST, "12.25")]),
        ("125.5", [(POINT_MOVED, "12.55")]),
        ("1.25", [(POINT_MOVED, "12.5")]),
        ("51.5", [(SWAPPED, "15.5")]),
        ("12.75", []),
    ],
)
def test_slips_of_decimals(typed: str, found: list[tuple[str, str]]) -> None:
    element = row("a", value_type=ValueType.DECIMAL)
    assert pairs((element,), {**DECIMALS, f"a@{NOW}": typed}) == found


def test_the_year_so_far_instead_of_the_quarter() -> None:
    assert pairs((row("a"),), {**FORTY, f"a@{NOW}": 122})[0] == (CUMULATIVE, "42")


@pytest.mark.parametrize(
    "cells",
    [
        {**FORTY, "a@2024Q1": None, f"a@{NOW}": 122},
        {**FORTY, "a@2024Q1": 400, f"a@{NOW}": 122},
    ],
)
def test_no_year_so_far_where_a_quarter_is_missing_or_larger(cells: Cells) -> None:
    assert CUMULATIVE not in [kind for kind, _ in pairs((row("a"),), cells)]


def test_the_first_quarter_and_a_stock_are_never_cumulative() -> None:
    figures = make_figures({f"a@{period}": 41 for period in PERIODS[:4]} | {"a@2024Q1": 88})
    assert Slips(catalogue(row("a"))).proposals(figures, ("a", "2024Q1", "default")) == ()
    assert pairs((row("a", over_time=OverTime.LAST),), {**FORTY, f"a@{NOW}": 122}) == []


BESIDE = history("b", (900, 905, 910, 899, 904, 907))


@pytest.mark.parametrize("order", [("a", "b"), ("b", "a")])
def test_two_rows_that_changed_places(order: tuple[str, str]) -> None:
    cells = {**FORTY, **BESIDE, f"a@{NOW}": 906, f"b@{NOW}": 43}
    rows = tuple(row(code) for code in order)
    assert proposals(rows, cells) == [Slip(NEIGHBOUR, "43", "b")]


def test_the_figure_of_the_row_beside_stands_here_too() -> None:
    cells = {**FORTY, **BESIDE, f"a@{NOW}": 906, f"b@{NOW}": 906}
    (slip,) = proposals((row("a"), row("b")), cells)
    assert slip == Slip(NEIGHBOUR, "", "b")
    assert slip.sentence == "neighbour_unknown"


def test_small_figures_stand_in_many_cells() -> None:
    cells = {**FORTY, "a@2024Q2": 9, **BESIDE, f"a@{NOW}": 9, f"b@{NOW}": 9}
    assert {slip.kind for slip in proposals((row("a"), row("b")), cells)} <= {TENTH}


@pytest.mark.parametrize(
    ("other", "cells"),
    [
        (row("b"), {**BESIDE}),
        (row("b"), {f"b@{NOW}": 43}),
        (row("b"), {**history("b", (41, 40, 42, 41, 40, 41)), f"b@{NOW}": 43}),
        (row("b", value_type=ValueType.DECIMAL), {**BESIDE, f"b@{NOW}": 43}),
    ],
)
def test_no_neighbour_that_is_blank_unknown_fits_itself_or_is_of_another_type(other: DataElement, cells: Cells) -> None:
    assert proposals((row("a"), other), {**FORTY, **cells, f"a@{NOW}": 906}) == []


def test_an_element_without_a_form_has_no_neighbours() -> None:
    slips = Slips(make_catalogue((row("a"), row("b"))))
    figures = make_figures({**FORTY, f"a@{NOW}": 906, f"b@{NOW}": 906})
    assert slips.proposals(figures, ("a", NOW, "default")) == ()


def test_last_period_again() -> None:
    cells = {**history("a", (420, 405, 411, 399, 402, 417)), f"a@{NOW}": 417}
    (slip,) = (slip for slip in proposals((row("a"),), cells) if slip.kind == REPEATED)
    assert slip == Slip(REPEATED, "", "2024Q2")
    assert slip.sentence == "repeated_unknown"
    cells = {**cells, f"a@{NOW}": 4170}
    assert REPEATED not in [slip.kind for slip in proposals((row("a"),), cells)]


def test_a_proposal_has_the_sentence_of_its_kind() -> None:
    assert Slip(TEN_TIMES, "41").sentence == "ten_times"


SEX_SUM = row("a", sex_disaggregated=True, rules=(make_rule("sex_sum", expression="male + female"),))
SEXES: Cells = {f"a@{NOW}:male": 19, f"a@{NOW}:female": 24}


def test_a_broken_rule_alone_is_enough() -> None:
    assert pairs((SEX_SUM,), {**SEXES, f"a@{NOW}": 34}) == [(SWAPPED, "43")]


def test_a_slip_in_one_sex_breaks_the_sum_there() -> None:
    cells = {f"a@{NOW}": 43, f"a@{NOW}:male": 190, f"a@{NOW}:female": 24}
    assert proposals((SEX_SUM,), cells, "male") == [Slip(TEN_TIMES, "19")]


def test_rules_on_the_total_do_not_concern_a_sex() -> None:
    element = row("a", sex_disaggregated=True, rules=(make_rule("not_above", element="b"),))
    cells = {f"a@{NOW}": 43, f"a@{NOW}:male": 19, f"b@{NOW}": 34}
    assert proposals((element, row("b")), cells, "male") == []


def test_what_would_break_a_rule_is_not_proposed() -> None:
    part = row("a", rules=(make_rule("not_above", element="b"),))
    figures = {**FORTY, f"a@{NOW}": 410, f"b@{NOW}": 40}
    assert pairs((part, row("c"), row("b")), figures) == []
    assert pairs((part, row("c"), row("b")), {**figures, f"b@{NOW}": 41}) == [(TEN_TIMES, "41")]


def test_rules_of_other_elements_that_read_this_one_count() -> None:
    part = row("b", rules=(make_rule("not_above", element="a"),))
    cells: Cells = {f"a@{NOW}": 4, f"b@{NOW}": 39}
    assert pairs((row("a"), row("c"), part), cells) == [(TENTH, "40")]


def test_rules_over_a_longer_period_count() -> None:
    year = make_element("b", rules=(make_rule("not_above", element="a"),))
    cells: Cells = {"a@2024Q1": 10, "a@2024Q2": 10, f"a@{NOW}": 1, "a@2024Q4": 10, "b@2024": 40}
    assert pairs((row("a"), year), cells) == [(TENTH, "10")]


def test_rules_over_sexes_in_elements_of_their_own() -> None:
    total = row("b", sex_disaggregated=True, male_element="a", female_element="c")._replace(rules=SEX_SUM.rules)
    equals = make_rule("parts_sum_to", expression="a + c", total="b")
    cells: Cells = {f"a@{NOW}": 91, f"c@{NOW}": 24, f"b@{NOW}": 43}
    assert pairs((row("a"), row("d"), total, row("c", rules=(equals,))), cells) == [(SWAPPED, "19")]


def test_nothing_is_proposed_for_what_is_not_questioned() -> None:
    assert proposals((row("a"),), {f"a@{NOW}": 410}) == []
    assert proposals((row("a"),), {**FORTY, f"a@{NOW}": None}) == []
    assert proposals((row("a"),), {**FORTY, f"a@{NOW}": "?41o"}) == []
    assert proposals((row("a", value_type=ValueType.BOOLEAN),), {f"a@{NOW}": "true"}) == []


def test_the_nearest_to_what_is_expected_comes_first() -> None:
    cells = {**history("a", (21, 20, 23, 22, 19, 20)), f"a@{NOW}": 210}
    assert [slip.value for slip in proposals((row("a"),), cells)] == ["21"]
    cells = {**history("a", (120, 110, 131, 120, 118, 122)), f"a@{NOW}": 1210}
    assert proposals((row("a"),), cells)[0].kind == TEN_TIMES


def test_a_figure_is_proposed_once() -> None:
    cells = {**FORTY, f"a@{NOW}": 400}
    assert pairs((row("a"),), cells) == [(TEN_TIMES, "40")]


def test_a_figure_of_too_many_digits_is_not_proposed() -> None:
    huge = 10**11 * 5
    cells = {**history("a", (huge,) * 6), f"a@{NOW}": huge // 4}
    assert all(len(slip.value) <= 12 for slip in proposals((row("a"),), cells))


def test_nothing_is_compared_across_a_break_of_the_series() -> None:
    rule = make_rule("yearly_change_pct", maximum="15")
    slips = Slips(catalogue(row("a", rules=(rule,))))
    figures = make_figures({"a@2023Q3": 41, **FORTY, f"a@{NOW}": 410})
    key = ("a", NOW, "default")
    assert slips.with_breaks([date(2024, 7, 1)]).proposals(figures, key) == ()
    assert slips.with_breaks([date(2022, 7, 1)]).proposals(figures, key) == (Slip(TEN_TIMES, "41"),)
    assert slips.proposals(figures, key) == (Slip(TEN_TIMES, "41"),)


def test_books_of_rules_are_made_once() -> None:
    rules = RulesByElement(catalogue(SEX_SUM))
    figures = make_figures({**SEXES, f"a@{NOW}": 34})
    near = rules.near(figures, "a", parse_period(NOW))
    assert near == figures.cells
    assert [rules.is_broken(near, ("a", NOW, "default"), text) for text in ("34", "43")] == [True, False]


FIGURES = st.lists(st.integers(0, 3000), min_size=6, max_size=6)


@given(FIGURES, st.integers(0, 30_000))
def test_proposals_lie_inside_the_limits_and_break_no_rule(values: list[int], typed: int) -> None:
    whole = row("a", rules=(make_rule("range", minimum="0", maximum="2500"),))
    cells = {**history("a", values), f"a@{NOW}": typed}
    figures, book = make_figures(cells), catalogue(whole)
    limits = Plausibility(book).limits(figures, "a", parse_period(NOW), Category.DEFAULT)
    for slip in Slips(book).proposals(figures, ("a", NOW, "default")):
        if slip.value:
            assert slip.value != str(typed)
            assert exact(slip.value) <= 2500
            assert all(each.low <= exact(slip.value) <= each.high for each in limits)


@given(FIGURES, st.integers(0, 30_000), st.randoms(use_true_random=False))
def test_the_order_of_the_cells_does_not_matter(values: list[int], typed: int, order: object) -> None:
    cells = {**history("a", values), f"a@{NOW}": typed}
    shuffled = dict(sorted(cells.items(), key=lambda _: order.random()))  # type: ignore[attr-defined]
    assert proposals((row("a"),), cells) == proposals((row("a"),), shuffled)


@given(st.integers(30, 3000))
def test_a_zero_too_many_is_always_seen(value: int) -> None:
    cells = {**history("a", (value,) * 6), f"a@{NOW}": value * 10}
    assert (TEN_TIMES, str(value)) in pairs((row("a"),), cells)
