"""Layers, years and sets side by side."""

from __future__ import annotations

from typing import Any

from data.assessment.comparison import criteria_side_by_side, layer_differences, layers_side_by_side, totals
from data.assessment.definitions import CriteriaSet
from data.assessment.records import Answer
from data.assessment.results import Place, Result
from data.assessment.scoring import score
from data.catalogue.content import Catalogue
from tests.builders import make_catalogue
from tests.data.assessment.table_builders import criterion, set_of, tree

CATALOGUE: Catalogue = make_catalogue(())._replace(criteria_4667_to_1300={1: 1, 2: None, 3: 2})


def result(criteria_set: CriteriaSet, *points: str, layer: str = "tu_cham") -> Result:
    """The criteria answered with these points, in their order; "" leaves one open."""
    given = {str(number): Answer(str(number), layer, each) for number, each in enumerate(points, 1)}
    return score(criteria_set, layer, given, {}, Place())


def table(code: str, *most: str) -> CriteriaSet:
    """A set of this id with criteria of these points."""
    made: dict[str, Any] = tree(*(criterion(number, each) for number, each in enumerate(most, 1)))
    return set_of(made)._replace(id=code)


PLAIN = table("BANG-THU", "10", "4")


def test_layers_differ_item_by_item() -> None:
    own, team = result(PLAIN, "8", "4"), result(PLAIN, "6.5", "4", layer="Sở Y tế")
    assert [(row.item.code, row.is_different) for row in layers_side_by_side([own, team])] == [
        ("1", True),
        ("2", False),
    ]
    (row,) = layer_differences([own, team])
    assert [leaf.points for leaf in row.leaves] == [8, row.leaves[1].points]
    assert row.difference == row.leaves[1].points - 8  # type: ignore[operator]


def test_an_open_leaf_is_no_difference() -> None:
    results = [result(PLAIN, "8", "4"), result(PLAIN, "", "4")]
    (row, other) = layers_side_by_side(results)
    assert (row.difference, row.is_different, row.is_open, other.is_open) == (None, False, True, False)
    assert layer_differences(results) == ()
    assert totals([result(PLAIN, "8", "4"), result(PLAIN, "", "4")]) == (12, None)


def test_years_of_one_set_stand_side_by_side() -> None:
    rows = criteria_side_by_side([result(PLAIN, "5", "4"), result(PLAIN, "", "3"), result(PLAIN, "8", "2")], CATALOGUE)
    assert [(row.number, row.difference, row.share_difference) for row in rows] == [("1", 3, 30), ("2", -2, -50)]
    assert rows[0].shares == (50, None, 80)


def test_different_points_are_compared_by_their_share_alone() -> None:
    (row, _) = criteria_side_by_side([result(PLAIN, "5", "4"), result(table("KHAC", "20", "4"), "18", "4")], CATALOGUE)
    assert (row.difference, row.share_difference) == (None, 40)


def test_criteria_follow_their_successors() -> None:
    old, new = result(table("4667-THU", "10", "6", "4"), "5", "6", "4"), result(table("1300-THU", "10", "4"), "8", "3")
    forward = criteria_side_by_side([old, new], CATALOGUE)
    assert [(row.number, [each and each.criterion.number for each in row.points]) for row in forward] == [
        ("1", ["1", "1"]),
        ("2", ["3", "2"]),
        ("2", ["2", None]),
    ]
    assert [row.difference for row in forward] == [3, -1, None]
    backward = criteria_side_by_side([new, old], CATALOGUE)
    assert [[each and each.criterion.number for each in row.points] for row in backward] == [
        ["1", "1"],
        [None, "2"],
        ["2", "3"],
    ]


def test_a_criterion_without_points_to_get_has_no_share() -> None:
    rows = criteria_side_by_side([result(table("A", "0", "4"), "0", "4")], CATALOGUE)
    assert rows[0].shares == (None,)
    assert criteria_side_by_side([], CATALOGUE) == ()
