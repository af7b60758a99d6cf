"""The pass rule (criteria.md 9.4): inclusive limits, nothing rounded, no verdict without ground."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from data.assessment.definitions import CriteriaSet
from data.assessment.entries import clause_text
from data.assessment.records import SELF_LAYER, Answer
from data.assessment.results import AssessmentVerdict, Result
from tests.data.assessment.table_builders import answers, criterion, leaf, scored, set_of, tree

MOST = (14, 10, 12, 9, 19, 12, 6, 11, 3, 4)
"""Points of the ten criteria of the set at the level of criteria; the table itself is made up."""


def ten_criteria(*, knock_out: bool = False, **rule: Any) -> CriteriaSet:  # noqa: ANN401
    """Ten criteria; the last one with two leaves, of which the second, of one point, is a knock-out where asked."""
    last = criterion(10, "4")
    if knock_out:
        last = criterion(10, "4", leaf("10.1", "manual", "3"), leaf("10.2", "manual", "1", knock_out=True))
    first = (criterion(number, str(most)) for number, most in enumerate(MOST[:-1], 1))
    return set_of(tree(*first, last, total="100", **rule))


def given_points(points: str) -> dict[str, Answer]:
    """Points of the ten criteria; the last one as "3+0" where it has leaves."""
    found = dict(zip(map(str, range(1, 11)), points.split(), strict=False))
    if "+" in found.get("10", ""):
        found["10.1"], _, found["10.2"] = found.pop("10").partition("+")
    return {item: Answer(item, SELF_LAYER, answer) for item, answer in found.items()}


def summed(result: Result) -> tuple[object, str, list[str]]:
    return result.total, result.verdict.value, [clause_text(clause) for clause in result.failed]


@pytest.mark.parametrize(
    ("points", "total", "verdict", "failed"),
    [
        ("11 8 10 7 15 10 5 9 2 3+0.5", Fraction(161, 2), "dat", []),
        ("11 8 10 7 15 10 5 9 2 2+1", 80, "dat", []),
        ("10.5 8 10 7 15 10 5 9 2 2+1", Fraction(159, 2), "khong_dat", ["total: 79.5 < 80"]),
        ("13 10 12 9 17 11 6 10 1 2+1", 92, "khong_dat", ["criterion 9: 1 < 1.5"]),
        ("13 9 11 8 16 11 5 10 1.5 2+1", Fraction(175, 2), "dat", []),
        ("14 10 12 9 19 12 6 11 3 3+0", 99, "khong_dat", ["knock_out 10.2"]),
        (
            "1 10 12 9 19 12 6 11 0 2+0",
            82,
            "khong_dat",
            ["criterion 1: 1 < 7", "criterion 9: 0 < 1.5", "knock_out 10.2"],
        ),
        (
            "0 0 0 0 0 0 0 0 3 3+1",
            7,
            "khong_dat",
            [
                "total: 7 < 80",
                *(
                    f"criterion {n}: 0 < {limit}"
                    for n, limit in zip(range(1, 9), ("7", "5", "6", "4.5", "9.5", "6", "3", "5.5"), strict=True)
                ),
            ],
        ),
    ],
)
def test_the_vectors_with_a_verified_list_of_knock_outs(
    points: str, total: object, verdict: str, failed: list[str]
) -> None:
    assert summed(scored(ten_criteria(knock_out=True), given_points(points))) == (total, verdict, failed)


def test_all_points_without_a_list_of_knock_outs_are_no_ground() -> None:
    result = scored(ten_criteria(knock_out_items_known=False), given_points("14 10 12 9 19 12 6 11 3 4"))
    assert summed(result) == (100, "chua_du_can_cu", [])
    assert result.knock_outs_unknown


def test_an_open_leaf_is_no_ground_and_what_must_fail_is_foreseen() -> None:
    result = scored(ten_criteria(knock_out=True), given_points("10 8 10 7 10 10 5 9 1 3"))
    assert (result.verdict, result.failed, result.unscored) == (
        AssessmentVerdict.NO_GROUND,
        (),
        ("10.1", "10.2"),
    )
    assert [clause_text(clause) for clause in result.foreseen] == ["total: 74 < 80", "criterion 9: 1 < 1.5"]


def test_a_knock_out_counts_only_where_the_rule_says_so() -> None:
    result = scored(ten_criteria(knock_out=True, no_knock_out=False), given_points("14 10 12 9 19 12 6 11 3 3+0"))
    assert summed(result) == (99, "dat", [])
    assert result.leaves[-1].knock_out_hit


def test_nothing_is_rounded_before_it_is_compared() -> None:
    item = leaf("1.1", "proportional", "10", target="3")
    table = set_of(tree(criterion(1, "10", item), each_criterion_min_percent=0, total_min_percent="66.67"))
    result = scored(table, answers(i1_1="2"))
    assert result.verdict is AssessmentVerdict.FAILED
    assert result.failed[0].value == Fraction(20, 3)


def test_what_applies_to_nobody_is_no_ground() -> None:
    item = leaf("1.1", not_applicable_rule="exclude_from_denominator")
    result = scored(set_of(tree(criterion(1, "10", item), denominator="applicable")), answers(i1_1="n/a"))
    assert (result.total, result.max_total, result.verdict) == (0, 0, AssessmentVerdict.NO_GROUND)


def test_the_printed_points_of_a_criterion_are_its_hundred_per_cent() -> None:
    item = leaf("1.1", region_variants=[{"zone": 2, "max_points": "8"}])
    full, applicable = (set_of(tree(criterion(1, "10", item), denominator=word)) for word in ("full", "applicable"))
    assert [scored(each, answers(i1_1="yes")).max_total for each in (full, applicable)] == [10, 8]
