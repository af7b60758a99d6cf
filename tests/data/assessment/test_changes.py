"""What a new version of a set changes, item by item."""

from __future__ import annotations

import pytest

from data.assessment.changes import SetChange, set_changes
from data.assessment.reader import read_set
from tests.data.assessment.set_trees import FIRST, GONE, TIERED, changed


def changes(*made: tuple[str, object]) -> tuple[SetChange, ...]:
    """What a changed tree changes of the small one."""
    before, after = read_set(changed())[0], read_set(changed(*made))[0]
    assert before is not None
    assert after is not None
    return set_changes(before, after)


def test_the_same_changes_nothing() -> None:
    assert changes() == ()


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (("framework.valid_to", None), ("", "framework.valid_to", "2030-12-31", "null")),
        (("pass_rule.total_min_percent", "82.5"), ("", "pass_rule.total_min_percent", "80", "82,5")),
        (("pass_rule.no_knock_out", False), ("", "pass_rule.no_knock_out", "true", "false")),
        (("source", ["a", "b"]), ("", "source", "", "a; b")),
        (("criteria[0].max_points", "3.5"), ("1", "max_points", "4", "3,5")),
        ((f"{FIRST}.text_vi", "Khác"), ("2.1", "text_vi", "Có hay không", "Khác")),
        ((f"{FIRST}.scoring", "manual"), ("2.1", "scoring", "yes_no", "manual")),
        ((f"{FIRST}.knock_out", True), ("2.1", "knock_out", "", "true")),
        ((f"{FIRST}.knock_out", {"comparator": "<=", "bound": "0.5"}), ("2.1", "knock_out", "", "≤ 0,5")),
        ((f"{FIRST}.binds", {"indicator": "x"}), ("2.1", "binds", "", "indicator: x")),
        ((f"{TIERED}.tiers[1]", GONE), ("2.2", "tiers", "≥ 95: 2; ≥ 90: 1", "≥ 95: 2")),
        ((f"{TIERED}.evidence", ["Sổ"]), ("2.2", "evidence", "", "Sổ")),
    ],
)
def test_one_field(made: tuple[str, object], expected: tuple[str, str, str, str]) -> None:
    (change,) = changes(made)
    assert (change.kind, change.code, change.field, change.before, change.after) == ("changed", *expected)


def test_a_variant_is_told_field_by_field() -> None:
    variant = {"zone": 3, "region": "mien_nui", "tiers": [{"comparator": ">=", "bound": 80, "points": 2}]}
    found = changes((f"{TIERED}.region_variants", [variant]))
    assert [(change.field, change.after) for change in found] == [
        ("region_variants@3/mien_nui", "true"),
        ("tiers@3/mien_nui", "≥ 80: 2"),
    ]


def test_items_come_and_go() -> None:
    new = {"code": "2.9", "text_vi": "Mới", "max_points": 2, "scoring": "manual"}
    assert changes((FIRST, new)) == (
        SetChange(kind="added", code="2.9", name="Mới", after="2"),
        SetChange(kind="removed", code="2.1", name="Có hay không", before="2"),
    )


def test_criteria_come_and_go() -> None:
    found = changes(("criteria[0].criterion", "3"))
    assert [(change.kind, change.code, change.name) for change in found] == [
        ("added", "3", "Một"),
        ("removed", "1", "Một"),
    ]


def test_an_item_that_moves_says_where_to() -> None:
    tree = changed()
    moved = tree["criteria"][1]["items"].pop(1)
    tree["criteria"][1]["items"][1]["items"].append(moved)
    before, after = read_set(changed())[0], read_set(tree)[0]
    assert before is not None
    assert after is not None
    found = set_changes(before, after)
    assert [(change.code, change.field, change.before, change.after) for change in found] == [
        ("2.2", "parent", "2", "2.3"),
        ("", "order", "", ""),
    ]


def test_other_order_alone() -> None:
    items = changed()["criteria"][1]["items"]
    found = changes(("criteria[1].items", [items[1], items[0], items[2]]))
    assert found == (SetChange(kind="changed", field="order"),)
