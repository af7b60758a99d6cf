"""Points of leaves, one by one (CONTRACT section 3)."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from data.assessment.results import Place, Problem, Reading, Source
from data.errors import UserError
from data.model import Number, Status
from data.numbers import exact
from tests.data.assessment.table_builders import answers, criterion, leaf, one_leaf, scored, set_of, tiers, tree

HALF = Fraction(1, 2)
SHARE = tiers((">=", "95", "10"), (">=", "80", "5.5"), (">", "50", "2"))
CLASSES = tiers(("=", "xa", "10"), ("=", "phuong", "4"))
BOUND: dict[str, Any] = {"binds": {"indicator": "share"}}


def reading(
    value: str | None = None, status: Status = Status.OK, choice: str = "", *, is_gone: bool = False
) -> tuple[str, Reading]:
    """What the figures say to leaf 1.1."""
    number = None if value is None else exact(value)
    return "1.1", Reading(code="share", status=status, value=number, choice=choice, is_gone=is_gone)


@pytest.mark.parametrize(
    ("item", "answer", "points"),
    [
        ({}, "yes", 10),
        ({}, "no", 0),
        ({"scoring": "tiered", "tiers": SHARE}, "95", 10),
        ({"scoring": "tiered", "tiers": SHARE}, "94.999999", 5 + HALF),
        ({"scoring": "tiered", "tiers": SHARE}, "80", 5 + HALF),
        ({"scoring": "tiered", "tiers": SHARE}, "50", 0),
        ({"scoring": "tiered", "tiers": SHARE}, "50.000001", 2),
        ({"scoring": "tiered", "tiers": tiers(("<=", "2", "10"), ("<", "5", "3"))}, "2", 10),
        ({"scoring": "tiered", "tiers": tiers(("<=", "2", "10"), ("<", "5", "3"))}, "4.9", 3),
        ({"scoring": "tiered", "tiers": tiers(("<=", "2", "10"), ("<", "5", "3"))}, "5", 0),
        ({"scoring": "tiered", "tiers": tiers(("=", "3", "10"))}, "3", 10),
        ({"scoring": "tiered", "tiers": CLASSES}, "phuong", 4),
        ({"scoring": "tiered", "tiers": CLASSES}, "no", 0),
        ({"scoring": "proportional", "target": "90"}, "45", 5),
        ({"scoring": "proportional", "target": "90"}, "30", Fraction(10, 3)),
        ({"scoring": "proportional", "target": "90"}, "120", 10),
        ({"scoring": "proportional", "target": "90", "round_to_step": True}, "30", 3 + HALF),
        ({"scoring": "proportional", "target": "40", "round_to_step": True}, "1", HALF),
        ({"scoring": "manual"}, "9.5", 9 + HALF),
        ({"scoring": "deduction", "per_fault": "1.5"}, "2", 7),
        ({"scoring": "deduction", "per_fault": "1.5"}, "7", 0),
    ],
)
def test_points_of_an_answer(item: dict[str, Any], answer: str, points: Number) -> None:
    result = scored(one_leaf(**item), answers(i1_1=answer))
    found = result.leaves[0]
    assert (found.points, found.max_points, found.source, found.answer) == (points, 10, Source.ANSWER, answer)
    assert (result.total, result.unscored) == (points, ())


@pytest.mark.parametrize("answer", ["", "maybe", "1", "n/a"])
def test_what_is_no_answer_leaves_the_leaf_unscored(answer: str) -> None:
    result = scored(one_leaf(), answers(i1_1=answer))
    problem = Problem.NO_RULE_FOR_ABSENCE if answer == "n/a" else Problem.UNANSWERED
    assert (result.leaves[0].points, result.leaves[0].problem, result.unscored) == (None, problem, ("1.1",))


@pytest.mark.parametrize(
    ("rule", "denominator", "points", "most"),
    [
        ("full_points", "full", 4, 4),
        ("full_points", "applicable", 4, 4),
        ("zero", "full", 0, 4),
        ("zero", "applicable", 0, 4),
        ("exclude_from_denominator", "full", 0, 4),
        ("exclude_from_denominator", "applicable", 0, 0),
    ],
)
def test_a_leaf_that_does_not_apply_follows_its_rule(rule: str, denominator: str, points: int, most: int) -> None:
    items = leaf("1.1", points="4", not_applicable_rule=rule, knock_out=True), leaf("1.2", points="6")
    table = set_of(tree(criterion(1, "10", *items), denominator=denominator))
    result = scored(table, answers(i1_1="n/a", i1_2="yes"))
    found = result.leaves[0]
    assert (found.points, found.max_points, found.is_absent) == (points, most, True)
    assert found.knock_out_hit is (rule == "zero")
    assert (result.total, result.max_total) == (6 + points, 6 + most)


def test_a_figure_scores_its_leaf_and_stands_over_an_answer_without_a_reason() -> None:
    table = one_leaf(scoring="tiered", tiers=SHARE, **BOUND)
    for given in ({}, answers(i1_1="99"), answers(i1_1="99| ")):
        found = scored(table, given, reading("80")).leaves[0]
        assert (found.points, found.source, found.answer) == (5 + HALF, Source.FIGURE, "80")


@pytest.mark.parametrize(
    ("item", "points"),
    [({"scoring": "proportional", "target": "90"}, 0), ({"scoring": "deduction", "per_fault": "1"}, 10)],
)
def test_a_figure_below_zero_gives_neither_less_than_nothing_nor_more_than_all(
    item: dict[str, Any], points: Number
) -> None:
    """An indicator may be a difference: more left than came."""
    assert scored(one_leaf(**item, **BOUND), {}, reading("-3")).leaves[0].points == points


def test_an_answer_with_a_reason_stands_over_the_figure() -> None:
    table = one_leaf(scoring="tiered", tiers=SHARE, **BOUND)
    found = scored(table, answers(i1_1="99|sổ tay"), reading("80")).leaves[0]
    assert (found.points, found.source, found.answer, found.reason) == (10, Source.OVERRIDE, "99", "sổ tay")


def test_an_answer_counts_where_the_figures_give_nothing() -> None:
    table = one_leaf(scoring="tiered", tiers=SHARE, **BOUND)
    found = scored(table, answers(i1_1="99"), reading(status=Status.MISSING)).leaves[0]
    assert (found.points, found.source, found.problem) == (10, Source.ANSWER, None)


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ((), Problem.FIGURE_MISSING),
        ((reading(status=Status.MISSING),), Problem.FIGURE_MISSING),
        ((reading(status=Status.NOT_STATION_LEVEL),), Problem.FIGURE_MISSING),
        ((reading(status=Status.NO_DENOMINATOR),), Problem.NO_DENOMINATOR),
        ((reading(status=Status.MISSING, is_gone=True),), Problem.FIGURE_GONE),
        ((reading(choice="xa"),), Problem.FIGURE_MISSING),
    ],
)
def test_a_bound_leaf_without_a_figure_is_unscored(given: tuple[Any, ...], problem: Problem) -> None:
    result = scored(one_leaf(scoring="tiered", tiers=SHARE, **BOUND), {}, *given)
    assert (result.leaves[0].problem, result.unscored) == (problem, ("1.1",))


@pytest.mark.parametrize(("value", "answer", "points"), [("1", "yes", 10), ("0", "no", 0)])
def test_a_boolean_figure_is_yes_or_no(value: str, answer: str, points: int) -> None:
    found = scored(one_leaf(**BOUND), {}, reading(value)).leaves[0]
    assert (found.answer, found.points) == (answer, points)


def test_a_figure_of_another_kind_gives_no_points() -> None:
    assert scored(one_leaf(**BOUND), {}, reading("95")).leaves[0].problem is Problem.FIGURE_MISSING
    classes = one_leaf(scoring="tiered", tiers=CLASSES, **BOUND)
    assert scored(classes, {}, reading("1")).leaves[0].problem is Problem.FIGURE_MISSING


def test_a_choice_among_the_figures_is_compared_by_equality_or_as_the_number_it_is() -> None:
    classes = one_leaf(scoring="tiered", tiers=CLASSES, **BOUND)
    found = [scored(classes, {}, reading(choice=choice)).leaves[0] for choice in ("xa", "phuong", "dac_khu")]
    assert [(each.answer, each.points) for each in found] == [("xa", 10), ("phuong", 4), ("dac_khu", 0)]
    zones = one_leaf(scoring="tiered", tiers=tiers(("=", "3", "10"), ("=", "2", "6")), **BOUND)
    assert scored(zones, {}, reading(choice="2")).leaves[0].points == 6


def test_a_figure_that_does_not_apply_follows_the_rule() -> None:
    table = one_leaf(not_applicable_rule="full_points", **BOUND)
    found = scored(table, {}, reading(status=Status.NOT_APPLICABLE)).leaves[0]
    assert (found.points, found.source, found.is_absent) == (10, Source.FIGURE, True)


def test_points_given_by_hand_are_never_read_from_figures() -> None:
    table = one_leaf(scoring="manual", **BOUND)
    assert scored(table, {}, reading("7")).leaves[0].problem is Problem.UNANSWERED
    assert scored(table, answers(i1_1="6"), reading("7")).leaves[0].source is Source.ANSWER


@pytest.mark.parametrize(
    ("knock_out", "item", "answer", "is_hit"),
    [
        (True, {}, "no", True),
        (True, {}, "yes", False),
        (False, {}, "no", False),
        (True, {"scoring": "manual"}, "0", True),
        (True, {"scoring": "manual"}, "0.5", False),
        ({"comparator": "=", "bound": "no"}, {}, "no", True),
        ({"comparator": "=", "bound": "0"}, {}, "no", True),
        ({"comparator": "<", "bound": "50"}, {"scoring": "tiered", "tiers": SHARE}, "49.9", True),
        ({"comparator": "<", "bound": "50"}, {"scoring": "tiered", "tiers": SHARE}, "50", False),
        ({"comparator": "=", "bound": "phuong"}, {"scoring": "tiered", "tiers": CLASSES}, "phuong", True),
        ({"comparator": "=", "bound": "phuong"}, {"scoring": "tiered", "tiers": CLASSES}, "xa", False),
    ],
)
def test_knock_outs(knock_out: object, item: dict[str, Any], answer: str, is_hit: bool) -> None:
    found = scored(one_leaf(**item, knock_out=knock_out), answers(i1_1=answer)).leaves[0]
    assert found.knock_out_hit is is_hit


VARIANTS = [{"zone": 1, "max_points": "8"}, {"zone": 3, "applies": False}]


@pytest.mark.parametrize(
    ("zone", "points", "most", "problem"),
    [
        ("1", 8, 8, None),
        ("2", 10, 10, None),
        ("3", 0, 10, None),
        ("", None, 10, Problem.PLACE_UNKNOWN),
    ],
)
def test_a_leaf_reads_as_its_zone_says(zone: str, points: int | None, most: int, problem: Problem | None) -> None:
    table = one_leaf(region_variants=VARIANTS, not_applicable_rule="zero")
    found = scored(table, answers(i1_1="yes"), place=Place(zone=zone)).leaves[0]
    assert (found.points, found.max_points, found.problem) == (points, most, problem)


@pytest.mark.parametrize(
    ("variants", "place", "points"),
    [
        ([{"region": "mien_nui", "max_points": "8"}], Place(zone="2"), None),
        ([{"region": "mien_nui", "max_points": "8"}], Place(region="mien_nui"), 8),
        ([{"zone": 1, "max_points": "8"}, {"region": "mien_nui", "max_points": "6"}], Place(zone="1"), 8),
        ([{"zone": 1, "text_vi": "lời khác"}], Place(), 10),
        ([{"zone": 1, "not_applicable_rule": "zero"}], Place(), None),
    ],
)
def test_a_place_matters_only_where_it_changes_points(
    variants: list[dict[str, Any]], place: Place, points: int | None
) -> None:
    assert scored(one_leaf(region_variants=variants), answers(i1_1="yes"), place=place).leaves[0].points == points


def test_a_set_of_names_cannot_be_scored() -> None:
    named = criterion(1, "10")
    with pytest.raises(UserError, match="criteria_set_without_points") as refused:
        scored(set_of(tree({**named, "max_points": None})), {})
    assert refused.value.parameters == {"set": "BANG-THU", "criterion": "1"}
    with pytest.raises(UserError, match="criteria_set_without_points"):
        scored(set_of(tree(criterion(1, "10", {**leaf("1.1"), "max_points": None}))), {})
