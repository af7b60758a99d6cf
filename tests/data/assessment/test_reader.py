"""A neutral tree -> a criteria set: what is read, and what is refused with its place."""

from __future__ import annotations

import unicodedata
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from data.assessment.definitions import (
    Condition,
    CriteriaSet,
    KnockOut,
    NotApplicableRule,
    Scoring,
    Tier,
    in_place,
    leaves,
)
from data.assessment.reader import read_set
from tests.data.assessment.set_trees import FAULTS, FIRST, GONE, HEADING, SHARE, TIERED, changed, small_tree


def read(*changes: tuple[str, object]) -> CriteriaSet:
    """The set of a changed tree, which must be sound."""
    found, faults = read_set(changed(*changes))
    assert found is not None, faults
    return found


def test_a_set_is_read_exactly() -> None:
    found = read()
    assert (found.id, found.total_points, found.point_step) == ("THU", 10, Fraction(1, 2))
    assert [item.code for _, item in leaves(found)] == ["1", "2.1", "2.2", "2.3.1", "2.3.2"]
    second = found.criteria[1].items[1]
    assert second.scored.tiers[0] == Tier(Condition(">=", 95), 2)
    assert found.criteria[1].items[2].scored.scoring is None
    assert found.criteria[1].items[2].items[1].scored.per_fault == Fraction(1, 2)


@pytest.mark.parametrize("points", ["6", 6, "6.0", Decimal("6"), Decimal("6.00")])
def test_numbers_may_be_plain_or_quoted(points: object) -> None:
    assert read(("criteria[1].max_points", points)) == read()


def test_texts_come_to_nfc_without_hidden_signs() -> None:
    apart = unicodedata.normalize("NFD", " Có hay\u200b không ")
    assert read((f"{FIRST}.text_vi", apart)).criteria[1].items[0].text_vi == "Có hay không"


@pytest.mark.parametrize(
    ("said", "known", "knock_out"),
    [
        (True, True, KnockOut()),
        (False, True, None),
        (None, False, None),
        ({"comparator": "<", "bound": "50"}, True, KnockOut(Condition("<", 50))),
        ({"comparator": "≤", "bound": 50}, True, KnockOut(Condition("<=", 50))),
        ({"comparator": "=", "bound": "no"}, True, KnockOut(Condition("=", 0))),
        ({"comparator": "=", "bound": True}, True, KnockOut(Condition("=", 1))),
    ],
)
def test_knock_outs(said: object, known: bool, knock_out: KnockOut | None) -> None:
    item = read((f"{FIRST}.knock_out", said)).criteria[1].items[0]
    assert (item.knock_out_known, item.scored.knock_out) == (known, knock_out)


def test_words_are_choices_where_nothing_is_bound() -> None:
    tiers = [{"comparator": "=", "bound": word, "points": 1} for word in ("yes", "một phần", False)]
    item = read((f"{TIERED}.tiers", tiers)).criteria[1].items[1]
    assert [tier.condition.choice for tier in item.scored.tiers] == ["yes", "một phần", "no"]


def test_words_are_figures_where_something_is_bound() -> None:
    tiers = [{"comparator": "=", "bound": "yes", "points": 1}]
    item = read((f"{TIERED}.tiers", tiers), (f"{TIERED}.binds", {"data_element": "x"})).criteria[1].items[1]
    assert item.scored.tiers[0].condition == Condition("=", 1)


def test_a_variant_is_whole() -> None:
    variant = {"zone": 3, "tiers": [{"comparator": ">=", "bound": 80, "points": 2}], "not_applicable_rule": "zero"}
    item = read((f"{TIERED}.region_variants", [variant]), (f"{TIERED}.evidence", ["Sổ"])).criteria[1].items[1]
    there = in_place(item, "3", "")
    assert there.scored == item.scored._replace(tiers=(Tier(Condition(">=", 80), 2),))
    assert (there.text_vi, there.evidence) == (item.text_vi, ("Sổ",))
    assert there.not_applicable_rule is NotApplicableRule.ZERO
    assert in_place(item, "2", "").not_applicable_rule is None


def test_a_variant_can_be_for_a_region_and_not_apply_at_all() -> None:
    variant = {"region": "mien_nui", "applies": False, "scoring": "manual", "knock_out": None}
    item = read((f"{FIRST}.region_variants", [variant])).criteria[1].items[0]
    scored = in_place(item, "1", "mien_nui").scored
    assert (scored.applies, scored.scoring, item.knock_out_known) == (False, Scoring.MANUAL, False)


def test_a_heading_has_other_points_in_a_zone() -> None:
    item = read((f"{HEADING}.region_variants", [{"zone": "1", "max_points": 3}])).criteria[1].items[2]
    assert in_place(item, "1", "").scored.max_points == 3


FAULTY: list[tuple[str, object, str, str]] = [
    ("schema", GONE, "criteria_missing_key", "schema"),
    ("schema", "criteria/2", "criteria_schema", "schema"),
    ("framework", GONE, "criteria_missing_key", "framework"),
    ("framework", "x", "criteria_not_table", "framework"),
    ("pass_rule", GONE, "criteria_missing_key", "pass_rule"),
    ("certainty", GONE, "criteria_missing_key", "certainty"),
    ("certainty", " ", "criteria_empty_text", "certainty"),
    ("criteria", GONE, "criteria_missing_key", "criteria"),
    ("criteria", {"a": "b"}, "criteria_not_list", "criteria"),
    ("criteria[0]", "x", "criteria_not_table", "criteria[0]"),
    ("notes", "x", "criteria_unknown_key", "notes"),
    *((f"framework.{key}", GONE, "criteria_missing_key", f"framework.{key}") for key in ("id", "title_vi", "decision")),
    *((f"framework.{key}", GONE, "criteria_missing_key", f"framework.{key}") for key in ("valid_from", "valid_to")),
    *((f"framework.{key}", GONE, "criteria_missing_key", f"framework.{key}") for key in ("total_points", "point_step")),
    ("framework.id", "a\nb", "criteria_hidden_sign", "framework.id"),
    ("framework.id", "a\x07b", "criteria_hidden_sign", "framework.id"),
    ("framework.id", "a\u202eb", "criteria_hidden_sign", "framework.id"),
    ("framework.id", "a\u2066b", "criteria_hidden_sign", "framework.id"),
    ("framework.id", "x" * 61, "criteria_text_long", "framework.id"),
    ("framework.title_vi", True, "criteria_not_text", "framework.title_vi"),
    ("framework.title_vi", "a\x07b", "criteria_hidden_sign", "framework.title_vi"),
    ("framework.valid_from", "09/03/2023", "criteria_not_day", "framework.valid_from"),
    ("framework.valid_from", "2023-02-30", "criteria_not_day", "framework.valid_from"),
    ("framework.valid_to", 20301231, "criteria_not_day", "framework.valid_to"),
    ("framework.indicator_count", "4.5", "criteria_number_outside", "framework.indicator_count"),
    ("framework.completeness", "half", "criteria_bad_word", "framework.completeness"),
    ("framework.correction_applied", "maybe", "criteria_not_flag", "framework.correction_applied"),
    *(
        (f"pass_rule.{key}", GONE, "criteria_missing_key", f"pass_rule.{key}")
        for key in ("no_knock_out", "denominator")
    ),
    ("pass_rule.total_min_percent", GONE, "criteria_missing_key", "pass_rule.total_min_percent"),
    ("pass_rule.each_criterion_min_percent", GONE, "criteria_missing_key", "pass_rule.each_criterion_min_percent"),
    ("pass_rule.knock_out_items_known", GONE, "criteria_missing_key", "pass_rule.knock_out_items_known"),
    ("pass_rule.denominator", "some", "criteria_bad_word", "pass_rule.denominator"),
    ("recognition", {}, "criteria_missing_key", "recognition.term_years"),
    ("recognition", {"term_years": 0}, "criteria_number_outside", "recognition.term_years"),
    ("zones", {"list": [{"delta_midland": {}}]}, "criteria_missing_key", "zones.list[0].code"),
    ("zones", {"list": [{"code": "4"}]}, "criteria_bad_word", "zones.list[0].code"),
    ("source", ["a", ""], "criteria_empty_text", "source[1]"),
    ("source", [True], "criteria_not_text", "source[0]"),
    *((f"criteria[0].{key}", GONE, "criteria_missing_key", f"criteria[0].{key}") for key in ("criterion", "name_vi")),
    *((f"criteria[0].{key}", GONE, "criteria_missing_key", f"criteria[0].{key}") for key in ("max_points",)),
    ("criteria[0].items_complete", GONE, "criteria_missing_key", "criteria[0].items_complete"),
    ("criteria[0].weight", "2", "criteria_unknown_key", "criteria[0].weight"),
    *((f"{FIRST}.{key}", GONE, "criteria_missing_key", f"{FIRST}.{key}") for key in ("code", "text_vi")),
    *((f"{FIRST}.{key}", GONE, "criteria_missing_key", f"{FIRST}.{key}") for key in ("max_points", "scoring")),
    (f"{FIRST}.scoring", "guess", "criteria_bad_word", f"{FIRST}.scoring"),
    (f"{FIRST}.colour", "red", "criteria_unknown_key", f"{FIRST}.colour"),
    (f"{FIRST}.max_points", "2,5", "criteria_not_number", f"{FIRST}.max_points"),
    (f"{FIRST}.max_points", 2.5, "criteria_not_number", f"{FIRST}.max_points"),
    (f"{FIRST}.max_points", "1e3", "criteria_not_number", f"{FIRST}.max_points"),
    (f"{FIRST}.max_points", True, "criteria_not_number", f"{FIRST}.max_points"),
    (f"{FIRST}.effort", 6, "criteria_number_outside", f"{FIRST}.effort"),
    (f"{FIRST}.effort", 0, "criteria_number_outside", f"{FIRST}.effort"),
    (f"{FIRST}.evidence", {"a": "b"}, "criteria_not_list", f"{FIRST}.evidence"),
    (f"{FIRST}.not_applicable_rule", "skip", "criteria_bad_word", f"{FIRST}.not_applicable_rule"),
    (f"{FIRST}.knock_out", "perhaps", "criteria_not_flag", f"{FIRST}.knock_out"),
    (f"{FIRST}.knock_out", {"comparator": "<"}, "criteria_missing_key", f"{FIRST}.knock_out.bound"),
    (f"{FIRST}.knock_out", ["x"], "criteria_not_table", f"{FIRST}.knock_out"),
    (f"{FIRST}.binds", {}, "criteria_binds_one", f"{FIRST}.binds"),
    (f"{FIRST}.binds", {"indicator": "a", "data_element": "b"}, "criteria_binds_one", f"{FIRST}.binds"),
    (f"{FIRST}.binds", {"plan": "a"}, "criteria_unknown_key", f"{FIRST}.binds.plan"),
    (f"{TIERED}.tiers[0].comparator", "~", "criteria_bad_word", f"{TIERED}.tiers[0].comparator"),
    (f"{TIERED}.tiers[0].comparator", GONE, "criteria_missing_key", f"{TIERED}.tiers[0].comparator"),
    (f"{TIERED}.tiers[0].points", GONE, "criteria_missing_key", f"{TIERED}.tiers[0].points"),
    (f"{TIERED}.tiers[0].points", "nhiều", "criteria_not_number", f"{TIERED}.tiers[0].points"),
    (f"{TIERED}.tiers[0].bound", "day_du", "criteria_choice_compared", f"{TIERED}.tiers[0].bound"),
    (f"{TIERED}.tiers[0].bound", "95%", "criteria_not_number", f"{TIERED}.tiers[0].bound"),
    (f"{TIERED}.tiers[0].bound", ["95"], "criteria_not_number", f"{TIERED}.tiers[0].bound"),
    (f"{TIERED}.region_variants", [{"tiers": []}], "criteria_variant_nowhere", f"{TIERED}.region_variants[0]"),
    (f"{TIERED}.region_variants", [{"zone": 4}], "criteria_bad_word", f"{TIERED}.region_variants[0].zone"),
    (
        f"{TIERED}.region_variants",
        [{"zone": 1, "code": "x"}],
        "criteria_unknown_key",
        f"{TIERED}.region_variants[0].code",
    ),
    (f"{HEADING}.tiers", [{}], "criteria_heading_scores", f"{HEADING}.tiers"),
    (f"{HEADING}.knock_out", True, "criteria_heading_scores", f"{HEADING}.knock_out"),
    (f"{SHARE}.round_to_step", "maybe", "criteria_not_flag", f"{SHARE}.round_to_step"),
    (f"{FAULTS}.certainty", "x" * 5001, "criteria_text_long", f"{FAULTS}.certainty"),
]


@pytest.mark.parametrize(("place", "value", "code", "at"), FAULTY)
def test_faults_are_named_by_their_place(place: str, value: object, code: str, at: str) -> None:
    found, faults = read_set(changed((place, value)))
    assert found is None
    assert (code, at) in [(fault.code, fault.place) for fault in faults]


def test_all_faults_are_told_once_each() -> None:
    tree = changed(
        ("certainty", GONE), (f"{TIERED}.tiers[0].points", "x"), (f"{TIERED}.region_variants", [{"zone": 1}])
    )
    _, faults = read_set(tree)
    assert [(fault.code, fault.place) for fault in faults] == [
        ("criteria_missing_key", "certainty"),
        ("criteria_not_number", f"{TIERED}.tiers[0].points"),
    ]


def test_a_value_taken_over_by_a_variant_is_at_fault_where_it_stands() -> None:
    _, faults = read_set(changed((f"{TIERED}.region_variants", [{"zone": 1, "tiers": [{"comparator": "?"}]}])))
    assert {fault.place.removeprefix(f"{TIERED}.region_variants[0].") for fault in faults} == {
        "tiers[0].comparator",
        "tiers[0].bound",
        "tiers[0].points",
    }


def test_an_item_within_itself_is_refused() -> None:
    tree = small_tree()
    heading = tree["criteria"][1]["items"][2]
    heading["items"].append(heading)
    found, faults = read_set(tree)
    assert found is None
    assert "criteria_circular" in {fault.code for fault in faults}


def test_items_cannot_go_on_for_ever() -> None:
    item: dict[str, Any] = {"code": "x", "text_vi": "x", "max_points": 1, "scoring": "manual"}
    for number in range(40):
        item = {"code": f"{number}", "text_vi": "x", "max_points": 1, "items": [item]}
    _, faults = read_set(changed(("criteria[1].items", [item])))
    assert "criteria_circular" in {fault.code for fault in faults}


@pytest.mark.parametrize(
    ("said", "code"),
    [("Trạm", "station"), ("trung tâm y tế", "health_centre"), ("UBND xã", "commune"), ("Hội Phụ nữ", "Hội Phụ nữ")],
)
def test_who_acts_is_known_by_the_usual_words(said: str, code: str) -> None:
    found = read((f"{FIRST}.responsible", said), ("criteria[0].responsible", said))
    assert [item.responsible for _, item in leaves(found)][:2] == [code, code]


def test_one_source_needs_no_list() -> None:
    assert read(("source", "Trang A")).source == ("Trang A",)


@pytest.mark.parametrize("tree", [None, "x", [], 4])
def test_anything_else_is_no_set(tree: object) -> None:
    found, faults = read_set(tree)
    assert found is None
    assert faults[0].code == "criteria_not_table"
