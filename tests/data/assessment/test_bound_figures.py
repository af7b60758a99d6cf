"""What a leaf can be answered with because of the figure behind it, and a knock-out that only an answer can hit."""

from __future__ import annotations

from typing import Any

from data.assessment.answers import answer_fault, choices_of
from data.assessment.bound_figures import with_choices
from data.assessment.definitions import leaves
from data.assessment.records import SELF_LAYER, Answer
from data.assessment.results import Place, Reading
from data.assessment.writer import canonical, tree_of
from data.catalogue import load_catalogue
from data.model import Status
from tests.data.assessment.table_builders import answers, criterion, leaf, one_leaf, scored, set_of, tiers, tree

CLASS: dict[str, Any] = {
    "binds": {"data_element": "hospital_class"},
    "tiers": tiers(("=", "I", "10"), ("=", "II", "4")),
}


def test_every_code_of_the_figure_can_be_answered_instead_of_it() -> None:
    found = with_choices(one_leaf(scoring="tiered", **CLASS), load_catalogue())
    for answer in ("I", "IV", "no"):
        assert answer_fault(found, Place(), Answer("1.1", SELF_LAYER, answer)) is None
    refused = answer_fault(found, Place(), Answer("1.1", SELF_LAYER, "V"))
    assert refused is not None
    assert refused.code == "answer_not_choice"
    figure = ("1.1", Reading(code="hospital_class", status=Status.OK, choice="I"))
    (points,) = scored(found, answers(i1_1="IV|hạng mới"), figure).leaves
    assert (points.answer, points.points) == ("IV", 0)


def test_zones_and_parts_know_the_codes_too_and_the_set_stays_what_it_is() -> None:
    variant = [{"zone": 1, "max_points": "6", "tiers": tiers(("=", "I", "6"))}]
    part = leaf("1.1.1", "tiered", region_variants=variant, **CLASS)
    heading = {"code": "1.1", "text_vi": "Đề mục", "max_points": "10", "items": [part]}
    plain = set_of(tree(criterion(1, "10", heading), criterion(2, "3")))
    found = with_choices(plain, load_catalogue())
    ((_, item), _) = leaves(found)
    assert choices_of(item.scored) == ("I", "II", "đặc biệt", "III", "IV")
    assert choices_of(item.region_variants[0].scored) == ("I", "đặc biệt", "II", "III", "IV")
    assert canonical(tree_of(found)) == canonical(tree_of(plain))


def test_numbers_have_no_codes() -> None:
    plain = one_leaf(scoring="tiered", binds={"data_element": "criteria_zone"}, tiers=tiers(("=", "2", "10")))
    assert with_choices(plain, load_catalogue()) == plain


def test_a_knock_out_by_a_word_that_no_tier_names_is_hit_by_that_answer() -> None:
    knock_out = {"comparator": "=", "bound": "kem"}
    table = one_leaf(scoring="tiered", tiers=tiers(("=", "tot", "10")), knock_out=knock_out)
    hit = {answer: scored(table, answers(i1_1=answer)).leaves[0] for answer in ("tot", "kem", "no")}
    assert {answer: (each.points, each.knock_out_hit) for answer, each in hit.items()} == {
        "tot": (10, False),
        "kem": (0, True),
        "no": (0, False),
    }
