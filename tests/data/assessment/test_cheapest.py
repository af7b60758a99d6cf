"""The cheapest path: by hand, and against all sets of actions."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

import pytest

from data.assessment.cheapest import CheapestPath, cheapest_path
from data.assessment.definitions import Condition, KnockOut, Scoring
from data.assessment.records import SELF_LAYER, ItemChoice
from data.assessment.results import LeafPoints, Place, Result
from data.assessment.scoring import leaf_points, score
from data.assessment.verdict import result_of
from data.model import Number
from data.numbers import exact_text
from tests.data.assessment.search_builders import (
    Drawn,
    draw_points,
    make_answers,
    make_criterion,
    make_leaf,
    make_set,
    make_tiers,
)

THREE = make_set(
    make_criterion("1", make_leaf("1.1", 4, effort=5), make_leaf("1.2", 2, effort=1), make_leaf("1.3", 2, effort=2)),
    make_criterion("2", make_leaf("2.1", 1, effort=1), make_leaf("2.2", 1, effort=4)),
)


def path(drawn: Drawn, *choices: ItemChoice) -> CheapestPath:
    return cheapest_path(scored(drawn), choices)


def scored(drawn: Drawn) -> Result:
    return score(drawn.criteria_set, SELF_LAYER, drawn.answers, {}, Place())


def codes(found: CheapestPath) -> list[str]:
    return [action.item.code for action in found.actions]


def test_least_effort_reaches_total_and_each_criterion() -> None:
    """8 of 10 are needed, and 1 of 2 in the second criterion: 1.1 cannot be left out, 1.2 and 2.1 are the cheapest."""
    found = cheapest_path(score(THREE, SELF_LAYER, make_answers(**{"1.3": "yes"}), {}, Place()))
    assert (codes(found), found.effort, found.before, found.after) == (["1.1", "1.2", "2.1"], 7, 2, 9)
    assert found.criteria_after == (("1", 8), ("2", 1))
    assert found.passes


def test_the_stations_own_effort_counts() -> None:
    result = score(THREE, SELF_LAYER, make_answers(**{"1.3": "yes"}), {}, Place())
    dear = ItemChoice(criteria_set="BANG-THU", item="2.1", effort=5)
    assert codes(cheapest_path(result, [dear])) == ["1.1", "1.2", "2.2"]


def test_what_passes_already_needs_nothing() -> None:
    answers = make_answers(**{"1.1": "yes", "1.2": "yes", "1.3": "yes", "2.1": "yes"})
    found = cheapest_path(score(THREE, SELF_LAYER, answers, {}, Place()))
    assert (found.actions, found.effort, found.after, found.passes) == ((), 0, 9, True)


def test_of_equally_cheap_ways_the_fewest_actions_then_most_points_then_the_first_ones() -> None:
    two = [
        make_leaf(f"1.{place}", points, effort=effort) for place, points, effort in ((1, 1, 1), (2, 1, 1), (3, 2, 2))
    ]
    criteria_set = make_set(make_criterion("1", *two), total_min_percent=50)
    assert codes(cheapest_path(score(criteria_set, SELF_LAYER, {}, {}, Place()))) == ["1.3"]
    three = [make_leaf("1.1", 2, effort=2), make_leaf("1.2", 3, effort=2), make_leaf("1.3", 3, effort=2)]
    criteria_set = make_set(make_criterion("1", *three), total_min_percent=25, each_criterion_min_percent=25)
    assert codes(cheapest_path(score(criteria_set, SELF_LAYER, {}, {}, Place()))) == ["1.2"]


def test_a_knock_out_that_is_hit_must_be_lifted() -> None:
    hit = make_leaf("1.2", 1, effort=5, knock_out=KnockOut())
    criteria_set = make_set(make_criterion("1", make_leaf("1.1", 9), hit), each_criterion_min_percent=0)
    answers = make_answers(**{"1.1": "yes", "1.2": "no"})
    found = cheapest_path(score(criteria_set, SELF_LAYER, answers, {}, Place()))
    assert (codes(found), found.effort, found.actions[0].lifts_knock_out) == (["1.2"], 5, True)


def test_a_knock_out_that_nothing_lifts_is_named() -> None:
    hit = make_leaf("1.1", 2, Scoring.TIERED, tiers=make_tiers((">=", 3, 2)), knock_out=KnockOut(Condition(">=", 0)))
    criteria_set = make_set(make_criterion("1", hit))
    found = cheapest_path(score(criteria_set, SELF_LAYER, make_answers(**{"1.1": "3"}), {}, Place()))
    assert [(each.kind, each.subject) for each in found.unreachable] == [("knock_out", "1.1")]
    assert (found.passes, found.actions) == (False, ())


def test_clauses_out_of_reach_are_named_with_the_most_that_can_be() -> None:
    low = make_leaf("2.1", 4, Scoring.TIERED, tiers=make_tiers((">=", 3, 1)))
    criteria_set = make_set(make_criterion("1", make_leaf("1.1", 4)), make_criterion("2", low), total_min_percent=70)
    found = cheapest_path(score(criteria_set, SELF_LAYER, make_answers(**{"1.1": "yes"}), {}, Place()))
    assert [(each.kind, each.subject, each.value, each.limit) for each in found.unreachable] == [
        ("total", "", 5, Fraction(28, 5)),
        ("criterion", "2", 1, 2),
    ]


def test_a_set_without_knock_out_list_says_so() -> None:
    criteria_set = make_set(make_criterion("1", max_points=10, effort=2), knock_out_items_known=False)
    found = cheapest_path(score(criteria_set, SELF_LAYER, make_answers(**{"1": "3"}), {}, Place()))
    assert (codes(found), found.after, found.passes, found.knock_outs_unknown) == (["1"], 10, True, True)


def test_forced_and_dear_lifts_that_lose_points_are_counted_exactly() -> None:
    """More faults than two knock out; with none of the knock-outs only the lower tier is left, and 1.2 makes up."""
    tiers = make_tiers((">=", 3, 4), (">=", 0, 3))
    hit = make_leaf("1.1", 4, Scoring.TIERED, tiers=tiers, knock_out=KnockOut(Condition(">=", 3)))
    criteria_set = make_set(make_criterion("1", hit, make_leaf("1.2", 2)), make_criterion("2", make_leaf("2.1", 4)))
    answers = make_answers(**{"1.1": "3", "2.1": "yes"})
    found = cheapest_path(score(criteria_set, SELF_LAYER, answers, {}, Place()))
    assert (codes(found), found.before, found.after) == (["1.1", "1.2"], 8, 9)


@pytest.mark.parametrize("seed", range(150))
def test_no_set_of_actions_is_cheaper(seed: int) -> None:
    result = scored(draw_points(seed))
    found = cheapest_path(result)
    best = min(_ways(result), default=None)
    if best is None:
        assert not found.passes
    else:
        chosen = tuple(action.place for action in found.actions)
        assert (found.effort, len(chosen), -found.after, chosen) == best


def test_the_random_cases_are_of_every_kind() -> None:
    found = [path(draw_points(seed)) for seed in range(150)]
    assert {len(each.actions) for each in found} >= {0, 1, 2, 3, 4}
    assert {clause.kind for each in found for clause in each.unreachable} == {"total", "criterion", "knock_out"}
    assert any(action.lifts_knock_out for each in found for action in each.actions)


def test_a_hundred_leaves_of_any_points_are_searched() -> None:
    """Points that fit no step give the most different sums; the path is still exact."""
    criteria = [
        make_criterion(
            str(number),
            *(
                make_leaf(
                    f"{number}.{place}", 1 + place % 3, Scoring.PROPORTIONAL, target=97 + place, effort=1 + place % 5
                )
                for place in range(10)
            ),
        )
        for number in range(10)
    ]
    answers = {f"{number}.{place}": str(3 * number + place) for number in range(10) for place in range(10)}
    result = score(make_set(*criteria), SELF_LAYER, make_answers(**answers), {}, Place())
    found = cheapest_path(result)
    assert found.passes
    assert found.after >= result.limit
    assert all(found.after - action.gain < result.limit for action in found.actions)


Way = tuple[int, int, Number, tuple[int, ...]]


def _ways(result: Result) -> Iterator[Way]:
    """All sets of leaves whose lifting passes, as (effort, actions, -points, places)."""
    lifted = {
        place: better for place, leaf in enumerate(result.leaves) if (better := _lifted(result, leaf)) is not None
    }
    for count in range(len(lifted) + 1):
        for places in combinations(lifted, count):
            leaves = [
                lifted[place] if place in places else _counted_as_nothing(leaf)
                for place, leaf in enumerate(result.leaves)
            ]
            after = result_of(result.criteria_set, SELF_LAYER, leaves)
            if not after.foreseen:
                effort = sum(result.leaves[place].item.effort for place in places)
                yield effort, count, -after.total, places


def _lifted(result: Result, leaf: LeafPoints) -> LeafPoints | None:
    """The leaf with the answer of most points that is no knock-out, tried one by one; None where that is no better."""
    rule = result.criteria_set.pass_rule
    if leaf.is_absent and leaf.points is not None:
        return None
    numbers = [Fraction(half, 2) + side * Fraction(1, 10**6) for half in range(21) for side in (-1, 0, 1)]
    texts = ["yes", "no", *(exact_text(number) for number in numbers)]
    tried = [
        leaf_points(result.criteria_set, (leaf.criterion, leaf.item), answer, None, Place())
        for answer in make_answers(**{str(place): text for place, text in enumerate(texts)}).values()
    ]
    clear = [each for each in tried if each.points is not None and not each.knock_out_hit]
    best = max(clear, key=lambda each: each.points or 0, default=None)
    now = _counted_as_nothing(leaf)
    if best is None or ((best.points or 0) <= (now.points or 0) and not now.knock_out_hit):
        return None
    is_forced = rule.no_knock_out and now.knock_out_hit
    return best if is_forced or (best.points or 0) > (now.points or 0) else None


def _counted_as_nothing(leaf: LeafPoints) -> LeafPoints:
    if leaf.points is not None:
        return leaf
    return leaf._replace(points=0, knock_out_hit=leaf.item.scored.knock_out is not None)
