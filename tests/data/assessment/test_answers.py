"""What an answer may be, and what people type for it."""

from __future__ import annotations

from typing import Any

import pytest

from data.assessment.answers import answer_fault, canonical_answer, typed_answer
from data.assessment.definitions import CriteriaSet, leaves
from data.assessment.records import SELF_LAYER, Answer
from data.assessment.results import Place
from tests.data.assessment.table_builders import criterion, leaf, one_leaf, set_of, tiers, tree

NUMBER: dict[str, Any] = {"scoring": "tiered", "tiers": tiers((">=", "95", "10"))}
CHOICE: dict[str, Any] = {"scoring": "tiered", "tiers": tiers(("=", "loai_a", "10"), ("=", "loai_b", "4"))}
BAD = {"comparator": "=", "bound": "kem"}
WORST: dict[str, Any] = {**CHOICE, "knock_out": BAD}
WORDS: dict[str, Any] = {"scoring": "tiered", "tiers": tiers(("=", "yes", "10"), ("=", "mot_phan", "4"))}


def fault(criteria_set: CriteriaSet, item: str, answer: str, place: Place | None = None) -> str:
    """Code of what is wrong with an answer; empty for nothing."""
    found = answer_fault(criteria_set, place or Place(), Answer(item, SELF_LAYER, answer))
    return found.code if found else ""


@pytest.mark.parametrize(
    ("item", "answer", "code"),
    [
        *(({}, answer, "") for answer in ("yes", "no", "n/a", "")),
        *(({}, answer, "answer_not_yes_no") for answer in ("Yes", "có", "1", "10", "N/A")),
        *((NUMBER, answer, "") for answer in ("0", "95", "95.123456", "n/a")),
        (NUMBER, "yes", "answer_not_number"),
        (NUMBER, "1e3", "answer_not_number"),
        (NUMBER, "007", "answer_not_number"),
        (NUMBER, "9.1234567", "answer_not_number"),
        (NUMBER, "-1", "answer_negative"),
        (NUMBER, "9,5", "answer_comma"),
        (NUMBER, "1.234,5", "answer_comma"),
        *((CHOICE, answer, "") for answer in ("loai_a", "no")),
        *((CHOICE, answer, "answer_not_choice") for answer in ("loai_c", "yes", "1")),
        *((WORST, answer, "") for answer in ("loai_a", "kem", "no")),
        (WORST, "loai_c", "answer_not_choice"),
        *((WORDS, answer, "") for answer in ("yes", "mot_phan", "no")),
        *(({"scoring": "manual"}, answer, "") for answer in ("0", "0.5", "10")),
        ({"scoring": "manual"}, "10.5", "answer_too_high"),
        ({"scoring": "manual"}, "9.25", "answer_off_step"),
        ({"scoring": "deduction", "per_fault": "1"}, "99", ""),
        ({"scoring": "proportional", "target": "90"}, "120.25", ""),
    ],
)
def test_an_answer_suits_its_leaf(item: dict[str, Any], answer: str, code: str) -> None:
    assert fault(one_leaf(**item), "1.1", answer) == code


def test_only_leaves_are_answered() -> None:
    heading = {**leaf("2.0"), "items": [leaf("2.1"), leaf("2.2")]}
    table = tree(criterion(1, "10"), criterion(2, "10", heading))
    unfinished = {**criterion(3, "10", leaf("3.1")), "items_complete": False}
    table["criteria"].append(unfinished)
    found = set_of(table)
    codes = {code: fault(found, code, "yes") for code in ("2.1", "2", "2.0", "3.1", "9.9")}
    assert codes == {
        "2.1": "",
        "2": "answer_to_heading",
        "2.0": "answer_to_heading",
        "3.1": "answer_to_criterion",
        "9.9": "answer_item_unknown",
    }
    assert fault(found, "3", "9.5") == ""


def test_while_the_zone_is_not_stated_an_answer_is_right_in_any_zone() -> None:
    table = one_leaf(scoring="manual", points="4", region_variants=[{"zone": 1, "max_points": "8"}])
    assert [fault(table, "1.1", "6", place) for place in (Place(), Place("1"), Place("2"))] == [
        "",
        "",
        "answer_too_high",
    ]
    assert fault(table, "1.1", "9") == "answer_too_high"


@pytest.mark.parametrize(
    ("item", "text", "canonical"),
    [
        *(({}, text, "yes") for text in ("có", "Co", "c", "x", "X", "1", "yes", " có ")),
        *(({}, text, "no") for text in ("không", "k", "0", "no", "Khong")),
        *(({}, text, "n/a") for text in ("-", "–", "n/a", "không áp dụng", "KAD")),
        *(({}, text, "") for text in ("", " ", "…")),
        ({}, "maybe", None),
        (NUMBER, "9,5", "9.5"),
        (NUMBER, "95", "95"),
        (NUMBER, "95 %", "95"),
        (NUMBER, "1.234,5", "1234.5"),
        (NUMBER, "-", "n/a"),
        (NUMBER, "1.234", None),
        (NUMBER, "có", None),
        (CHOICE, "Loại A", "loai_a"),
        (CHOICE, "loai_b", "loai_b"),
        (CHOICE, "không", "no"),
        (CHOICE, "có", None),
        (WORDS, "có", "yes"),
        (WORDS, "một phần", "mot_phan"),
        (WORDS, "k", "no"),
        ({"scoring": "manual"}, "7,5", "7.5"),
    ],
)
def test_what_people_type(item: dict[str, Any], text: str, canonical: str | None) -> None:
    ((_, found),) = leaves(one_leaf(**item))
    assert canonical_answer(typed_answer(found, text)) == canonical
