"""The dry run: each assumption by itself, and what they make together."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from data.assessment.definitions import (
    Binding,
    Condition,
    CriteriaSet,
    Item,
    KnockOut,
    NotApplicableRule,
    RegionVariant,
    Scored,
    Scoring,
)
from data.assessment.dry_run import Assumption, DryRun, ExpectedLeaf, Inspection, Reason, dry_run, official_readings
from data.assessment.records import Answer, Evidence
from data.assessment.results import AssessmentVerdict, Place, Reading, Source
from data.definitions import OverTime
from data.model import Status
from data.periods import PeriodType
from tests.builders import make_calculator, make_element, make_indicator
from tests.data.assessment.search_builders import (
    YEAR,
    make_answers,
    make_criterion,
    make_leaf,
    make_set,
    make_tiers,
)

DAY = date(2024, 12, 20)


def run(criteria_set: CriteriaSet, answers: Mapping[str, Answer], **changes: object) -> DryRun:
    fields: dict[str, Any] = {"readings": {}, "official_readings": None, "evidence": (), "place": Place(), "day": DAY}
    return dry_run(Inspection(criteria_set=criteria_set, answers=answers, **{**fields, **changes}))


def one(leaf: Item, answer: str = "", **changes: object) -> ExpectedLeaf:
    """What is expected of a set of this leaf alone."""
    answers = make_answers(**{leaf.code: answer}) if answer else {}
    return run(make_set(make_criterion("1", leaf)), answers, **changes).leaves[0]


def paper(valid_until: date | None = None) -> Evidence:
    return Evidence(year=YEAR, criteria_set="BANG-THU", item="1.1", title="Quyết định", valid_until=valid_until)


BOUND = make_leaf("1.1", 4, Scoring.TIERED, tiers=make_tiers((">=", 90, 4), (">=", 0, 1)), binds=Binding("share"))


def reading(value: int | None = None, status: Status = Status.OK, *, is_gone: bool = False) -> dict[str, Reading]:
    return {"1.1": Reading(code="share", status=status, value=value, is_gone=is_gone)}


def test_claimed_and_expected_stand_side_by_side() -> None:
    leaves = (make_leaf("1.1", 8, evidence=("Quyết định",)), make_leaf("1.2", 2), make_leaf("1.3", 10))
    found = run(make_set(make_criterion("1", *leaves)), make_answers(**{"1.1": "yes", "1.2": "yes", "1.3": "yes"}))
    assert (found.claimed.total, found.expected.total) == (20, 12)
    assert (found.claimed.verdict, found.expected.verdict) == (AssessmentVerdict.PASSED, AssessmentVerdict.FAILED)
    assert [(leaf.expected.item.code, leaf.change, leaf.reasons) for leaf in found.leaves if leaf.reasons] == [
        ("1.1", -8, (Reason.EVIDENCE_MISSING,))
    ]


@pytest.mark.parametrize(
    ("papers", "points", "reasons"),
    [
        ((), 0, (Reason.EVIDENCE_MISSING,)),
        ((paper(),), 2, ()),
        ((paper(valid_until=DAY),), 2, ()),
        ((paper(valid_until=date(2024, 12, 19)),), 0, (Reason.EVIDENCE_EXPIRED,)),
        ((paper()._replace(item="1.2"),), 0, (Reason.EVIDENCE_MISSING,)),
    ],
)
def test_points_need_a_valid_paper(papers: tuple[Evidence, ...], points: int, reasons: tuple[Reason, ...]) -> None:
    found = one(make_leaf("1.1", evidence=("Quyết định",)), "yes", evidence=papers)
    assert (found.expected.points, found.reasons) == (points, reasons)


def test_what_has_no_points_or_does_not_apply_needs_no_paper() -> None:
    asks = make_leaf("1.1", evidence=("Quyết định",), not_applicable_rule=NotApplicableRule.FULL_POINTS)
    assert one(asks, "no").reasons == ()
    absent = one(asks, "n/a")
    assert (absent.expected.points, absent.reasons) == (2, ())


def test_without_a_paper_a_knock_out_at_nothing_is_hit_one_with_a_bound_is_judged_by_its_answer() -> None:
    at_nothing = make_leaf("1.1", evidence=("Quyết định",), knock_out=KnockOut())
    assert one(at_nothing, "yes").expected.knock_out_hit
    tiers = make_tiers((">=", 3, 2))
    bounded = make_leaf("1.1", 2, Scoring.TIERED, tiers=tiers, evidence=("Sổ",), knock_out=KnockOut(Condition("<", 2)))
    assert not one(bounded, "5").expected.knock_out_hit


def test_unanswered_is_not_met_and_a_knock_out_is_hit() -> None:
    found = one(make_leaf("1.1", knock_out=KnockOut(Condition("<", 1))))
    assert (found.expected.points, found.expected.problem, found.change) == (0, None, 0)
    assert found.reasons == (Reason.UNANSWERED,)
    assert found.expected.knock_out_hit


def test_absent_without_a_rule_is_not_met() -> None:
    found = one(make_leaf("1.1"), "n/a")
    assert (found.expected.points, found.expected.is_absent) == (0, False)
    assert found.reasons == (Reason.NO_RULE_FOR_ABSENCE,)


def test_a_place_that_was_not_stated_is_not_met() -> None:
    other = RegionVariant(scored=Scored(max_points=1, scoring=Scoring.YES_NO), text_vi="vùng 3", evidence=(), zone="3")
    assert one(make_leaf("1.1", region_variants=(other,)), "yes").reasons == (Reason.PLACE_UNKNOWN,)


@pytest.mark.parametrize(
    ("readings", "answer", "points", "reasons"),
    [
        (reading(95), "", 4, ()),
        (reading(80), "!95", 1, (Reason.OVERRIDE_SET_ASIDE,)),
        (reading(80), "95", 1, ()),
        (reading(95), "!80", 1, ()),
        (reading(status=Status.MISSING), "", 0, (Reason.FIGURE_MISSING,)),
        (reading(status=Status.MISSING), "95", 0, (Reason.OVERRIDE_SET_ASIDE, Reason.FIGURE_MISSING)),
        (reading(status=Status.NO_DENOMINATOR), "95", 0, (Reason.OVERRIDE_SET_ASIDE, Reason.NO_DENOMINATOR)),
        (reading(status=Status.NO_DENOMINATOR), "n/a", 0, (Reason.NO_RULE_FOR_ABSENCE,)),
        (reading(status=Status.NOT_STATION_LEVEL), "95", 4, ()),
        (reading(status=Status.MISSING, is_gone=True), "95", 4, ()),
        (reading(status=Status.MISSING, is_gone=True), "", 0, (Reason.FIGURE_GONE,)),
        ({}, "95", 4, ()),
    ],
)
def test_the_figure_stands_wherever_it_can_speak(
    readings: dict[str, Reading], answer: str, points: int, reasons: tuple[Reason, ...]
) -> None:
    found = one(BOUND, answer, readings=readings)
    assert (found.expected.points, found.reasons) == (points, reasons)


def test_points_by_hand_stand_although_a_figure_is_named() -> None:
    found = one(make_leaf("1.1", 4, Scoring.MANUAL, binds=Binding("share")), "3", readings=reading(1))
    assert (found.expected.points, found.expected.source, found.reasons) == (3, Source.ANSWER, ())


def test_the_official_population_replaces_the_stations_own() -> None:
    found = one(BOUND, readings=reading(95), official_readings=reading(85))
    assert (found.claimed.points, found.expected.points, found.change) == (4, 1, -3)
    assert found.reasons == (Reason.OFFICIAL_POPULATION,)
    assert one(BOUND, readings=reading(95), official_readings=reading(95)).reasons == ()


def test_official_readings_change_the_population_of_every_quarter_alone() -> None:
    calculator = make_calculator(
        (
            make_element("population_end", frequency=PeriodType.QUARTER, over_time=OverTime.LAST),
            make_element("insured"),
        ),
        (make_indicator("share", "insured", "population_end"), make_indicator("people", "population_end", factor=1)),
        {f"insured@{YEAR}": 95, f"population_end@{YEAR}Q4": 100, f"population_end@{YEAR}Q1": 50},
    )
    criteria_set = make_set(make_criterion("1", BOUND, make_leaf("1.2", binds=Binding(data_element="insured"))))
    found = official_readings(criteria_set, calculator, YEAR, 190)
    assert (found["1.1"].value, found["1.2"].value) == (50, 95)
    assert len(calculator.figures.cells) == 3


def test_the_assumptions_that_were_made_are_named() -> None:
    asks = make_criterion("1", make_leaf("1.1", evidence=("Sổ",)), make_leaf("1.2", binds=Binding("share")))
    words = run(make_set(asks), {}, readings=reading(1)).assumptions
    assert words == (
        Assumption.EVIDENCE_NEEDED,
        Assumption.MISSING_IS_NOT_MET,
        Assumption.FIGURES_UNROUNDED,
        Assumption.OWN_POPULATION,
    )
    words = run(make_set(asks), {}, readings=reading(1), official_readings=reading(1)).assumptions
    assert Assumption.OFFICIAL_POPULATION in words
    plain = make_set(make_criterion("1", max_points=10), knock_out_items_known=False)
    assert run(plain, {}).assumptions == (Assumption.MISSING_IS_NOT_MET, Assumption.KNOCK_OUTS_UNKNOWN)


def test_a_set_without_knock_out_list_keeps_its_verdict_open() -> None:
    plain = make_set(make_criterion("1", max_points=10), knock_out_items_known=False)
    assert run(plain, make_answers(**{"1": "10"})).expected.verdict is AssessmentVerdict.NO_GROUND


def test_answers_to_items_that_the_set_does_not_have_are_passed_over() -> None:
    assert run(make_set(make_criterion("1", make_leaf("1.1"))), make_answers(**{"9.9": "yes"})).expected.total == 0
