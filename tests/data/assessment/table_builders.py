"""Score tables to test with, as neutral trees: always "BẢNG THỬ", never those of a decision."""

from __future__ import annotations

from typing import Any

from data.assessment.definitions import CriteriaSet
from data.assessment.reader import read_set
from data.assessment.records import SELF_LAYER, Answer
from data.assessment.results import Place, Reading, Result
from data.assessment.scoring import score

MOUNTAIN_2 = Place(zone="2", region="mien_nui")


def leaf(code: str, scoring: str = "yes_no", points: str = "10", **changes: Any) -> dict[str, Any]:
    """A leaf of the tree."""
    return {"code": code, "text_vi": f"Nội dung {code}", "max_points": points, "scoring": scoring, **changes}


def tiers(*steps: tuple[str, str, str]) -> list[dict[str, str]]:
    """Tiers from (comparator, bound, points)."""
    return [{"comparator": sign, "bound": bound, "points": points} for sign, bound, points in steps]


def criterion(number: int, points: str, *items: dict[str, Any]) -> dict[str, Any]:
    """A criterion with all its items, or one that is answered by its number where there are none."""
    named = {"criterion": number, "name_vi": f"Tiêu chí {number}", "max_points": points}
    return {**named, "items_complete": bool(items), "items": list(items)}


def tree(*criteria: dict[str, Any], total: str = "10", **rule: Any) -> dict[str, Any]:
    """A whole table; keywords change its pass rule."""
    framework = {
        **{"id": "BANG-THU", "title_vi": "BẢNG THỬ", "decision": "BẢNG THỬ, không phải văn bản"},
        **{"valid_from": "2023-01-01", "valid_to": None, "total_points": total, "point_step": "0.5"},
    }
    pass_rule = {
        **{"total_min_percent": 80, "each_criterion_min_percent": 50, "no_knock_out": True},
        **{"knock_out_items_known": True, "denominator": "full", **rule},
    }
    return {
        "schema": "criteria/1",
        "framework": framework,
        "pass_rule": pass_rule,
        "certainty": "bảng thử",
        "criteria": list(criteria),
    }


def set_of(table: dict[str, Any]) -> CriteriaSet:
    """The set of a tree without faults of form."""
    found, faults = read_set(table)
    assert found is not None, faults
    return found


def one_leaf(**item: Any) -> CriteriaSet:
    """A table of one criterion with one leaf "1.1" of 10 points."""
    return set_of(tree(criterion(1, "10", leaf("1.1", **item))))


def answers(**given: str) -> dict[str, Answer]:
    """Answers by item from keywords: ``i1_1="yes"``, with a reason after a bar: ``i1_1="yes|vì sao"``."""
    found = {}
    for key, text in given.items():
        item, (answer, _, reason) = key.removeprefix("i").replace("_", "."), text.partition("|")
        found[item] = Answer(item, SELF_LAYER, answer, reason)
    return found


def scored(
    criteria_set: CriteriaSet, given: dict[str, Answer], *readings: tuple[str, Reading], place: Place = MOUNTAIN_2
) -> Result:
    """The self score."""
    return score(criteria_set, SELF_LAYER, given, dict(readings), place)
