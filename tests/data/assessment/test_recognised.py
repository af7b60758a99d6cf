"""The three figures that come from the recognised layer (CONTRACT C3)."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from data.assessment.recognised import recognised_values
from data.assessment.records import Layer
from data.assessment.results import AssessmentVerdict, Result
from data.model import CellState, Number
from tests.data.assessment.rural_builders import make_result

LAYER = Layer(year=2024, criteria_set="THU", name="Sở Y tế", place=1, scored_on=date(2024, 12, 5), is_recognised=True)


def values(result: Result, layer: Layer = LAYER) -> dict[str, str]:
    """Values by element."""
    return {each.data_element: each.value for each in recognised_values(result, layer)}


def test_score_criteria_below_their_limit_and_knock_outs() -> None:
    expected = {"criteria_score": "86.5", "criteria_groups_below_half": "1", "criteria_fatal_fails": "1"}
    assert values(make_result()) == expected


def test_each_figure_says_which_layer_and_day_it_comes_from() -> None:
    (first, *_) = recognised_values(make_result(), LAYER)
    assert (first.period, first.state) == ("2024", CellState.FIGURE)
    assert first.comment == "Thẩm định: Sở Y tế, 05/12/2024 (THU)"
    (undated, *_) = recognised_values(make_result(), LAYER._replace(scored_on=None))
    assert undated.comment == "Thẩm định: Sở Y tế (THU)"


def test_a_set_that_names_no_knock_outs_says_nothing_of_them() -> None:
    found = values(make_result(knock_outs_unknown=True, verdict=AssessmentVerdict.NO_GROUND))
    assert found == {"criteria_score": "86.5", "criteria_groups_below_half": "1"}


@pytest.mark.parametrize("changes", [{"unscored": ("1.1",)}, {"max_total": 0}])
def test_half_a_score_is_no_figure(changes: dict[str, Any]) -> None:
    assert values(make_result(**changes)) == {}


@pytest.mark.parametrize(
    ("total", "most", "expected"), [(40, 50, "80"), (Fraction(79, 2), 60, "65.833333"), (Fraction(2, 3), 90, "0.74074")]
)
def test_points_of_a_table_with_another_sum_are_cut_and_never_lifted(total: Number, most: int, expected: str) -> None:
    assert values(make_result(total=total, max_total=most))["criteria_score"] == expected
