"""What to do first: points that can still be reached, and who can act."""

from __future__ import annotations

import pytest

from data.assessment.actions import Action, Actor, actor_of, grouped, reachable
from data.assessment.definitions import Condition, KnockOut, NotApplicableRule, Scoring, Tier
from data.assessment.records import SELF_LAYER, ItemChoice
from data.assessment.results import Place, Result
from data.assessment.scoring import score
from tests.data.assessment.search_builders import make_answers, make_criterion, make_leaf, make_set, make_tiers


def scored(*items: object, **answers: str) -> Result:
    criteria_set = make_set(make_criterion("1", *items, responsible="Trạm Y tế"))  # type: ignore[arg-type]
    return score(criteria_set, SELF_LAYER, make_answers(**answers), {}, Place())


def gains(actions: tuple[Action, ...]) -> dict[str, object]:
    return {each.item.code: each.gain for each in actions}


def test_points_now_and_then_leaf_by_leaf() -> None:
    result = scored(make_leaf("a"), make_leaf("b"), make_leaf("c", 3, Scoring.MANUAL), a="yes", b="no", c="1.5")
    assert gains(reachable(result)) == {"b": 2, "c": result.leaves[2].max_points - 1.5}
    assert [(each.now, each.reachable, each.place) for each in reachable(result)] == [(0, 2, 1), (1.5, 3, 2)]


def test_without_points_counts_as_nothing_and_what_does_not_apply_is_no_action() -> None:
    rule = NotApplicableRule.EXCLUDED
    result = scored(make_leaf("a"), make_leaf("b", not_applicable_rule=rule), make_leaf("c"), b="n/a", c="n/a")
    assert gains(reachable(result)) == {"a": 2, "c": 2}


def test_the_best_tier_counts_not_the_printed_maximum() -> None:
    assert gains(reachable(scored(make_leaf("a", 4, Scoring.TIERED, tiers=make_tiers((">=", 9, 3))), a="0"))) == {
        "a": 3
    }


def test_the_best_choice_counts() -> None:
    tiers = tuple(Tier(Condition("=", 0, choice), points) for choice, points in (("I", 1), ("II", 2)))
    assert gains(reachable(scored(make_leaf("a", 2, Scoring.TIERED, tiers=tiers), a="I"))) == {"a": 1}


def test_points_that_only_a_knock_out_gives_are_not_reachable() -> None:
    """Full points from 10 on, but from 8 on it is a knock-out: between 5 and 8 there are two."""
    knock_out = KnockOut(Condition(">=", 8))
    leaf = make_leaf("a", 4, Scoring.TIERED, tiers=make_tiers((">=", 10, 4), (">", 5, 2)), knock_out=knock_out)
    assert gains(reachable(scored(leaf, a="0"))) == {"a": 2}


def test_by_hand_only_steps_that_are_no_knock_out_count() -> None:
    leaf = make_leaf("a", 3, Scoring.MANUAL, knock_out=KnockOut(Condition(">", 2)))
    assert gains(reachable(scored(leaf, a="1"))) == {"a": 1}


def test_a_knock_out_at_full_points_is_an_action_that_gains_nothing() -> None:
    leaf = make_leaf("a", 2, Scoring.DEDUCTION, per_fault=0, knock_out=KnockOut(Condition(">=", 3)))
    (action,) = reachable(scored(leaf, a="4"))
    assert (action.gain, action.lifts_knock_out) == (0, True)


def test_effort_and_who_acts_are_the_stations_own_else_the_items_else_the_criterions() -> None:
    result = scored(make_leaf("a", effort=1), make_leaf("b", effort=2, responsible="UBND xã"), make_leaf("c"))
    choices = [
        ItemChoice(criteria_set="BANG-THU", item="c", effort=5, responsible="TTYT"),
        ItemChoice(criteria_set="BANG-KHAC", item="a", effort=4),
    ]
    assert [(each.effort, each.responsible, each.actor) for each in reachable(result, choices)] == [
        (1, "Trạm Y tế", Actor.STATION),
        (2, "UBND xã", Actor.COMMUNE),
        (5, "TTYT", Actor.HEALTH_CENTRE),
    ]


def test_groups_stand_in_order_least_effort_then_most_points_first() -> None:
    result = scored(
        make_leaf("a", effort=2),
        make_leaf("b", effort=1),
        make_leaf("c", 3, effort=2),
        make_leaf("d", responsible="trường học"),
    )
    groups = grouped(reachable(result))
    assert [(group.actor, [each.item.code for each in group.actions], group.gain) for group in groups] == [
        (Actor.STATION, ["b", "c", "a"], 7),
        (Actor.OTHER, ["d"], 2),
    ]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("station", Actor.STATION),
        ("Trạm Y tế", Actor.STATION),
        ("Trạm y tế xã Tả Phời", Actor.STATION),
        ("TYT", Actor.STATION),
        ("Trạm trưởng Trạm Y tế", Actor.STATION),
        ("Trưởng trạm", Actor.STATION),
        ("health_centre", Actor.HEALTH_CENTRE),
        ("TTYT thành phố", Actor.HEALTH_CENTRE),
        ("Giám đốc Trung tâm Y tế", Actor.HEALTH_CENTRE),
        ("commune", Actor.COMMUNE),
        ("UBND xã", Actor.COMMUNE),
        ("Chủ tịch UBND xã", Actor.COMMUNE),
        ("Ủy ban nhân dân cấp xã", Actor.COMMUNE),
        ("Ban Chỉ đạo CSSKND xã", Actor.COMMUNE),
        ("", Actor.OTHER),
        ("UBND thành phố", Actor.OTHER),
        ("Ban Chỉ đạo", Actor.OTHER),
        ("Trạm thú y", Actor.OTHER),
        ("Trạm Y tế; UBND xã", Actor.OTHER),
        ("Trạm Y tế phối hợp UBND xã", Actor.OTHER),
        ("Trạm Y tế trình UBND xã", Actor.OTHER),
    ],
)
def test_who_acts_is_read_only_where_it_is_plain(written: str, expected: Actor) -> None:
    assert actor_of(written) is expected
