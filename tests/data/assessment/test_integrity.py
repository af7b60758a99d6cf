"""What the parts of a criteria set say of each other."""

from __future__ import annotations

import pytest

from data.assessment.integrity import faults_of, warnings_of
from data.assessment.reader import read_set
from data.catalogue import load_catalogue
from tests.data.assessment.set_trees import FAULTS, FIRST, GONE, HEADING, SHARE, TIERED, changed

CHOICE = {"data_element": "area_type"}
BED = {"data_element": "emergency_duty_24h"}
ONE_ZONE = {"list": [{"code": "1", "other_vi": "Xã đồng bằng"}]}


def found_in(*changes: tuple[str, object]) -> list[tuple[str, str]]:
    """Code and place of the faults of a changed set."""
    criteria_set, faults = read_set(changed(*changes))
    assert criteria_set is not None, faults
    return [(fault.code, fault.place) for fault in faults_of(criteria_set, load_catalogue())]


def doubts_in(*changes: tuple[str, object]) -> list[tuple[str, str]]:
    """Code and place of the warnings of a changed set, which must be sound."""
    criteria_set, faults = read_set(changed(*changes))
    assert criteria_set is not None, faults
    assert faults_of(criteria_set, load_catalogue()) == ()
    return [(fault.code, fault.place) for fault in warnings_of(criteria_set, load_catalogue())]


def tiers(*lines: str) -> list[dict[str, str]]:
    """Tiers as "comparator bound points"."""
    return [dict(zip(("comparator", "bound", "points"), line.split(), strict=True)) for line in lines]


def test_the_small_set_is_sound() -> None:
    assert found_in() == []
    assert doubts_in() == []


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ([("framework.valid_to", "2022-12-31")], ("criteria_days_wrong", "framework.valid_to")),
        ([("framework.point_step", "0.3")], ("criteria_step_not_allowed", "framework.point_step")),
        ([("framework.point_step", "2")], ("criteria_step_not_allowed", "framework.point_step")),
        ([("framework.point_step", "0")], ("criteria_step_not_allowed", "framework.point_step")),
        *(([("framework.id", f"THU{sign}1")], ("criteria_id_sign", "framework.id")) for sign in '/\\<>:*?|"'),
        ([("framework.total_points", "11")], ("criteria_total", "framework.total_points")),
        ([("framework.total_points", "0")], ("criteria_total_not_positive", "framework.total_points")),
        ([("pass_rule.total_min_percent", "101")], ("criteria_percent", "pass_rule.total_min_percent")),
        ([("pass_rule.total_min_percent", "0.8")], ("criteria_percent_tiny", "pass_rule.total_min_percent")),
        (
            [("pass_rule.each_criterion_min_percent", "-1")],
            ("criteria_percent", "pass_rule.each_criterion_min_percent"),
        ),
        ([("criteria", [])], ("criteria_none", "criteria")),
        ([("criteria[1].criterion", "1")], ("criteria_duplicate", "criteria[1].criterion")),
        ([(f"{TIERED}.code", "2.1")], ("criteria_duplicate", f"{TIERED}.code")),
        ([(f"{SHARE}.code", "2.1")], ("criteria_duplicate", f"{SHARE}.code")),
        ([(f"{FIRST}.code", "1")], ("criteria_duplicate", f"{FIRST}.code")),
        (
            [("criteria[1].max_points", "7"), ("framework.total_points", "11")],
            ("criteria_sum", "criteria[1].max_points"),
        ),
        ([(f"{SHARE}.max_points", "0.5")], ("criteria_sum", f"{HEADING}.max_points")),
        ([(f"{FIRST}.max_points", None)], ("criteria_points_missing", f"{FIRST}.max_points")),
        ([(f"{HEADING}.max_points", None)], ("criteria_points_missing", f"{HEADING}.max_points")),
        ([("criteria[0].max_points", None)], ("criteria_points_missing", "criteria[0].max_points")),
        ([("criteria[0].max_points", "-4")], ("criteria_negative", "criteria[0].max_points")),
        ([("criteria[0].items_complete", True)], ("criteria_items_missing", "criteria[0].items_complete")),
        (
            [("criteria[0].items", [{"code": "1.a", "text_vi": "x", "max_points": 5, "scoring": "manual"}])],
            ("criteria_sum_above", "criteria[0].max_points"),
        ),
        (
            [(f"{FIRST}.region_variants", [{"zone": 3, "max_points": 1}])],
            ("criteria_sum_there", "criteria[1].max_points"),
        ),
        (
            [(f"{FIRST}.knock_out", None), ("pass_rule.knock_out_items_known", True)],
            ("criteria_knock_out_unknown", f"{FIRST}.knock_out"),
        ),
    ],
)
def test_faults_of_the_table(changes: list[tuple[str, object]], expected: tuple[str, str]) -> None:
    assert expected in found_in(*changes)


@pytest.mark.parametrize(
    ("place", "value", "expected"),
    [
        (f"{FIRST}.max_points", "-2", ("criteria_negative", f"{FIRST}.max_points")),
        (f"{FIRST}.max_points", "2.2", ("criteria_off_step", f"{FIRST}.max_points")),
        (f"{TIERED}.tiers", [], ("criteria_tiers_missing", f"{TIERED}.tiers")),
        (f"{TIERED}.tiers", tiers(">= 90 1", ">= 95 2"), ("criteria_tier_unreachable", f"{TIERED}.tiers[1]")),
        (f"{TIERED}.tiers", tiers("<= 20 2", "<= 15 1"), ("criteria_tier_unreachable", f"{TIERED}.tiers[1]")),
        (f"{TIERED}.tiers", tiers(">= 95 2", "> 95 1"), ("criteria_tier_unreachable", f"{TIERED}.tiers[1]")),
        (f"{TIERED}.tiers", tiers(">= 95 2", ">= 95 1"), ("criteria_tier_unreachable", f"{TIERED}.tiers[1]")),
        (f"{TIERED}.tiers", tiers(">= 90 2", "= 95 1"), ("criteria_tier_unreachable", f"{TIERED}.tiers[1]")),
        (f"{TIERED}.tiers", tiers("= 95 2", "= 95 1"), ("criteria_tier_unreachable", f"{TIERED}.tiers[1]")),
        (f"{TIERED}.tiers", tiers("< 5 2", "= 5 1", "<= 5 1"), ("criteria_tier_unreachable", f"{TIERED}.tiers[2]")),
        (f"{TIERED}.tiers", tiers("= đủ 2", "= đủ 1"), ("criteria_tier_unreachable", f"{TIERED}.tiers[1]")),
        (f"{TIERED}.tiers", tiers(">= 90 2", "<= 50 1"), ("criteria_tier_directions", f"{TIERED}.tiers")),
        (f"{TIERED}.tiers", tiers(">= 90 2.5"), ("criteria_tier_above", f"{TIERED}.tiers[0].points")),
        (f"{TIERED}.tiers", tiers(">= 90 -1"), ("criteria_negative", f"{TIERED}.tiers[0].points")),
        (f"{TIERED}.tiers", tiers(">= 90 1.3"), ("criteria_off_step", f"{TIERED}.tiers[0].points")),
        (f"{TIERED}.tiers", tiers("= đủ 2", ">= 90 1"), ("criteria_tiers_mixed", f"{TIERED}.tiers")),
        (f"{SHARE}.target", GONE, ("criteria_target_missing", f"{SHARE}.target")),
        (f"{SHARE}.target", "0", ("criteria_target_missing", f"{SHARE}.target")),
        (f"{FAULTS}.per_fault", GONE, ("criteria_per_fault_missing", f"{FAULTS}.per_fault")),
        (f"{FAULTS}.per_fault", "-1", ("criteria_per_fault_missing", f"{FAULTS}.per_fault")),
        (f"{FAULTS}.per_fault", "0.3", ("criteria_off_step", f"{FAULTS}.per_fault")),
        (f"{FIRST}.binds", {"indicator": "gone"}, ("criteria_indicator_gone", f"{FIRST}.binds.indicator")),
        (f"{FIRST}.binds", {"data_element": "gone"}, ("criteria_element_gone", f"{FIRST}.binds.data_element")),
        (f"{TIERED}.binds", CHOICE, ("criteria_choice_needs_word", f"{TIERED}.tiers[0].bound")),
        (f"{SHARE}.binds", CHOICE, ("criteria_choice_scored", f"{SHARE}.scoring")),
        (
            f"{TIERED}.region_variants",
            [{"zone": 1, "tiers": tiers(">= 1 9")}],
            ("criteria_tier_above", f"{TIERED}.region_variants[0].tiers[0].points"),
        ),
        (
            f"{TIERED}.region_variants",
            [{"zone": 1}, {"zone": 1}],
            ("criteria_variant_twice", f"{TIERED}.region_variants[1]"),
        ),
        (
            f"{TIERED}.region_variants",
            [{"zone": 1}, {"zone": 1, "region": "mien_nui"}],
            ("criteria_variant_twice", f"{TIERED}.region_variants[1]"),
        ),
    ],
)
def test_faults_of_a_leaf(place: str, value: object, expected: tuple[str, str]) -> None:
    assert expected in found_in((place, value))


@pytest.mark.parametrize(
    ("binds", "bound", "code"),
    [
        (CHOICE, "huyen", "criteria_choice_unknown"),
        ({"indicator": "hospital_class_level"}, "V", "criteria_choice_unknown"),
        ({"indicator": "staff_count"}, "nhiều", "criteria_number_needs_bound"),
    ],
)
def test_words_must_fit_what_is_bound(binds: dict[str, str], bound: str, code: str) -> None:
    changes = [(f"{TIERED}.binds", binds), (f"{TIERED}.tiers", tiers(f"= {bound} 2"))]
    assert (code, f"{TIERED}.tiers[0].bound") in found_in(*changes)


@pytest.mark.parametrize(
    ("binds", "bound"),
    [
        (CHOICE, "phuong"),
        ({"indicator": "hospital_class_level"}, "III"),
        ({"data_element": "criteria_zone"}, "2"),
        ({"data_element": "emergency_duty_24h"}, "yes"),
        ({"indicator": "station_has_doctor"}, "1"),
    ],
)
def test_words_that_fit_are_fine(binds: dict[str, str], bound: str) -> None:
    assert found_in((f"{TIERED}.binds", binds), (f"{TIERED}.tiers", tiers(f"= {bound} 2"))) == []


@pytest.mark.parametrize(
    ("binds", "expected"),
    [
        ({"indicator": "staff_count"}, [("criteria_yes_no_figure", f"{FIRST}.scoring")]),
        ({"data_element": "criteria_zone"}, [("criteria_yes_no_figure", f"{FIRST}.scoring")]),
        (CHOICE, [("criteria_choice_scored", f"{FIRST}.scoring")]),
        ({"data_element": "emergency_duty_24h"}, []),
        ({"indicator": "station_has_doctor"}, []),
    ],
)
def test_yes_or_no_is_scored_from_a_boolean_alone(binds: dict[str, str], expected: list[tuple[str, str]]) -> None:
    assert found_in((f"{FIRST}.binds", binds)) == expected


@pytest.mark.parametrize(
    ("given", "condition", "is_faulty"),
    [
        (tiers("= tot 2"), "= kem", False),
        (tiers("= tot 2"), "< 50", True),
        (tiers(">= 5 2"), "= kem", True),
        (tiers(">= 5 2"), "< 50", False),
    ],
)
def test_a_knock_out_compares_what_is_answered(given: list[dict[str, str]], condition: str, *, is_faulty: bool) -> None:
    sign, bound = condition.split()
    knock_out = {"comparator": sign, "bound": bound}
    expected = [("criteria_knock_out_never", f"{TIERED}.knock_out.bound")] if is_faulty else []
    changes = [(f"{TIERED}.tiers", given), (f"{TIERED}.knock_out", knock_out), (f"{TIERED}.binds", None)]
    assert found_in(*changes) == expected


def test_the_sentence_names_the_scoring_that_has_no_use_for_a_field() -> None:
    criteria_set, _ = read_set(changed((f"{FIRST}.target", "0")))
    assert criteria_set is not None
    (doubt,) = warnings_of(criteria_set, load_catalogue())
    assert doubt.parameters == {"key": "target", "scoring": "yes_no", "of": "proportional"}


def test_a_fault_of_the_item_is_not_told_again_for_its_zone() -> None:
    variant = [{"zone": 1, "text_vi": "Ở vùng 1"}]
    found = found_in((f"{TIERED}.tiers[0].points", "9"), (f"{TIERED}.region_variants", variant))
    assert found == [("criteria_tier_above", f"{TIERED}.tiers[0].points")]


def test_points_may_move_between_items_of_a_zone() -> None:
    share = [{"zone": 1, "max_points": "1.5"}, {"zone": 1, "region": "dong_bang"}]
    changes = [
        (f"{FIRST}.region_variants", share[:1]),
        (f"{TIERED}.region_variants", [{"zone": 1, "max_points": "2.5"}]),
    ]
    assert found_in(*changes) == []


def test_items_with_the_numbers_of_criteria_are_fine_where_the_criterion_is_not_answered() -> None:
    assert found_in((f"{FIRST}.code", "2")) == []


def test_names_alone_need_no_points() -> None:
    changes = [("framework.completeness", "names_only"), ("criteria[0].max_points", None)]
    assert found_in(*changes) == []


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ([("framework.completeness", "full")], ("criteria_full_incomplete", "framework.completeness")),
        ([(f"{FIRST}.tiers", tiers(">= 1 2"))], ("criteria_unused", f"{FIRST}.tiers")),
        ([(f"{FIRST}.target", "0")], ("criteria_unused", f"{FIRST}.target")),
        ([(f"{FIRST}.per_fault", "1")], ("criteria_unused", f"{FIRST}.per_fault")),
        ([(f"{FIRST}.round_to_step", True)], ("criteria_unused", f"{FIRST}.round_to_step")),
        ([(f"{FIRST}.scoring", "manual"), (f"{FIRST}.binds", BED)], ("criteria_manual_bound", f"{FIRST}.binds")),
        (
            [("zones", ONE_ZONE), (f"{TIERED}.region_variants", [{"zone": 1}, {"zone": 3}])],
            ("criteria_zone_unlisted", f"{TIERED}.region_variants[1].zone"),
        ),
        ([(f"{TIERED}.tiers", tiers(">= 1 1"))], ("criteria_tiers_below", f"{TIERED}.tiers")),
        ([(f"{TIERED}.tiers", tiers(">= 9 1", ">= 1 2"))], ("criteria_tier_rises", f"{TIERED}.tiers[1].points")),
    ],
)
def test_warnings(changes: list[tuple[str, object]], expected: tuple[str, str]) -> None:
    assert doubts_in(*changes) == [expected]


WHOLE = [
    ("criteria[0].items_complete", True),
    ("criteria[0].items", [{"code": "1.1", "text_vi": "x", "max_points": 4, "scoring": "manual"}]),
]


@pytest.mark.parametrize(
    ("count", "expected"),
    [(4, []), (5, []), (6, [("criteria_count_differs", "framework.indicator_count")])],
)
def test_the_number_of_items_is_a_warning(count: int, expected: list[tuple[str, str]]) -> None:
    assert doubts_in(*WHOLE, ("framework.indicator_count", count)) == expected


def test_known_knock_outs_of_which_there_are_none_are_a_warning() -> None:
    known = ("pass_rule.knock_out_items_known", True)
    assert doubts_in(*WHOLE, known) == [("criteria_no_knock_outs", "pass_rule.knock_out_items_known")]
    assert doubts_in(*WHOLE, known, (f"{FIRST}.knock_out", True)) == []
