"""A result in the form that other programs read."""

from __future__ import annotations

import json
from typing import Any

from data.assessment.entries import Scene, assessment_entry, clause_text
from data.assessment.results import Clause, Place, Reading, Result
from data.model import Status
from tests.data.assessment.table_builders import answers, criterion, leaf, scored, set_of, tree

TABLE = set_of(
    tree(
        criterion(
            1,
            "10",
            leaf("1.1", "proportional", "8", target="3"),
            leaf("1.2", points="2", binds={"data_element": "duty"}),
        )
    )
)
SCENE = Scene("TYT_TA_PHOI", 2024, Place(zone="2"))


def read(result: Result) -> dict[str, Any]:
    """The entry as another program reads it."""
    found: dict[str, Any] = json.loads(json.dumps(assessment_entry(result, SCENE)))
    return found


def test_figures_are_decimal_strings_and_what_is_open_is_null() -> None:
    missing = Reading(code="duty", status=Status.MISSING, missing=("duty",))
    entry = read(scored(TABLE, answers(i1_1="2|sổ"), ("1.2", missing)))
    first, second = entry["items"]
    assert first == {
        **{"item": "1.1", "criterion": "1", "points": "5.3333333333333333333", "max_points": "8", "answer": "2"},
        **{"source": "answer", "knock_out_hit": False, "reason": "sổ", "problem": None, "figure": None, "missing": []},
    }
    assert second == {
        **{"item": "1.2", "criterion": "1", "points": None, "max_points": "2", "answer": None, "source": None},
        **{"knock_out_hit": False, "reason": None, "problem": "figure_missing", "figure": "duty", "missing": ["duty"]},
    }
    assert (entry["total"], entry["unscored"], entry["zone"], entry["region"]) == (
        "5.3333333333333333333",
        ["1.2"],
        "2",
        None,
    )


def test_a_criterion_has_no_points_while_none_of_its_leaves_has() -> None:
    entry = read(scored(TABLE, {}))
    (only,) = entry["criteria"]
    assert (only["points"], only["max_points"], only["unscored"]) == (None, "10", "2")
    assert (entry["total"], entry["verdict"]) == ("0", "chua_du_can_cu")


def test_clauses_are_named() -> None:
    clauses = [Clause("total", "", 79, 80), Clause("criterion", "9", 1, 2), Clause("knock_out", "10.2", 0, 0)]
    assert [clause_text(clause) for clause in clauses] == ["total: 79 < 80", "criterion 9: 1 < 2", "knock_out 10.2"]
