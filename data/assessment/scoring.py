"""Answers and figures -> points of every leaf, criteria, verdict: one layer of one assessment. Pure functions.

A bound leaf scores itself from the station's figures. A person's answer stands over a figure only with a reason; where
the figures give nothing, the answer counts without one. Source: CONTRACT section 3; criteria sets, ``scoring``.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from math import floor
from typing import NamedTuple

from data.assessment.answers import Value, choices_of, value_of
from data.assessment.definitions import Condition, CriteriaSet, Item, NotApplicableRule, Scored, Scoring, leaves
from data.assessment.records import NO, NOT_APPLICABLE, YES, Answer
from data.assessment.results import LeafPoints, Place, Problem, Reading, Result, Source
from data.assessment.verdict import FULL, result_of
from data.assessment.zones import readings_in
from data.catalogue.expressions import divide
from data.errors import UserError
from data.model import Number, Status
from data.numbers import CANONICAL_DECIMAL, exact, exact_text

_PROBLEMS = {
    Status.MISSING: Problem.FIGURE_MISSING,
    Status.NO_DENOMINATOR: Problem.NO_DENOMINATOR,
    Status.NOT_STATION_LEVEL: Problem.FIGURE_MISSING,
}


class _Said(NamedTuple):
    """What counts for a leaf: a value, that it is absent, or a problem."""

    text: str = ""
    source: Source = Source.NONE
    value: Value | None = None
    problem: Problem | None = None


def score(
    criteria_set: CriteriaSet,
    layer: str,
    answers: Mapping[str, Answer],
    readings: Mapping[str, Reading],
    place: Place,
) -> Result:
    """Score a set for one layer.

    Args:
        criteria_set: The set; every leaf must have points.
        layer: Name of the layer that the answers are of.
        answers: Item code -> answer of that layer; those that suit no leaf (any more) count as not given.
        readings: Item code -> what the station's figures say, for bound leaves.
        place: Where the station lies.

    Raises:
        UserError: criteria_set_without_points (``set``, ``criterion``): a set of names only.
    """
    _check_points(criteria_set)
    points = [
        leaf_points(criteria_set, (criterion.number, item), answers.get(item.code), readings.get(item.code), place)
        for criterion, item in leaves(criteria_set)
    ]
    return result_of(criteria_set, layer, points)


def points_for(scored: Scored, value: Value, step: Number) -> Number:
    """Points of an answer; exact, rounded to the step (half-up) only where the table says so.

    Args:
        scored: What decides the points; with points and a way of scoring.
        value: What was answered.
        step: Smallest step of points of the set.
    """
    most, number = scored.max_points or 0, value.number or 0
    match scored.scoring:
        case Scoring.TIERED:
            return next((tier.points for tier in scored.tiers if holds(tier.condition, value)), 0)
        case Scoring.PROPORTIONAL:
            share = max(0, min(1, divide(number, scored.target))) if scored.target else int(scored.target == 0)
            points = divide(most * share, 1)
            return min(most, round_to_step(points, step)) if scored.rounds_to_step else points
        case Scoring.DEDUCTION:
            return max(0, most - (scored.per_fault or 0) * max(0, number))
        case Scoring.MANUAL:
            return number
        case _:
            return most if number == 1 else 0


def holds(condition: Condition, value: Value) -> bool:
    """Whether an answer satisfies a condition; a choice by equality alone."""
    if condition.choice or value.number is None:
        return condition.choice != "" and condition.choice == value.choice
    match condition.comparator:
        case ">=":
            return value.number >= condition.bound
        case ">":
            return value.number > condition.bound
        case "<=":
            return value.number <= condition.bound
        case "<":
            return value.number < condition.bound
        case _:
            return value.number == condition.bound


def round_to_step(points: Number, step: Number) -> Number:
    """The nearest multiple of the step, half-up."""
    return divide(floor(Fraction(points) / step + Fraction(1, 2)) * step, 1)


def _check_points(criteria_set: CriteriaSet) -> None:
    for criterion in criteria_set.criteria:
        if criterion.max_points is None:
            raise UserError("criteria_set_without_points", set=criteria_set.id, criterion=criterion.number)
    for criterion, item in leaves(criteria_set):
        scored = (item.scored, *(variant.scored for variant in item.region_variants))
        if any(each.max_points is None or each.scoring is None for each in scored):
            raise UserError("criteria_set_without_points", set=criteria_set.id, criterion=criterion.number)


def leaf_points(
    criteria_set: CriteriaSet,
    leaf: tuple[str, Item],
    answer: Answer | None,
    reading: Reading | None,
    place: Place,
) -> LeafPoints:
    """The points of one leaf (criterion's number, item as the table has it) from its answer and its reading."""
    criterion, item = leaf
    here = readings_in(item, place)
    item, scored = here[0], here[0].scored
    typed = answer if answer is not None and answer.answer else Answer(item.code, "", "")
    points = LeafPoints(
        criterion=criterion,
        item=item,
        max_points=max(each.scored.max_points or 0 for each in here),
        reading=reading,
        reason=typed.reason,
    )
    if len(here) > 1:
        return points._replace(answer=typed.answer, problem=Problem.PLACE_UNKNOWN)
    if not scored.applies:
        return _absent(points._replace(answer=NOT_APPLICABLE), criteria_set)
    said = _said(item, typed, reading, criteria_set.point_step)
    points = points._replace(answer=said.text, source=said.source, problem=said.problem)
    if said.text == NOT_APPLICABLE and said.problem is None:
        return _absent(points, criteria_set)
    if said.value is None:
        return points
    count = points_for(scored, said.value, criteria_set.point_step)
    return points._replace(points=count, knock_out_hit=is_hit(scored, said.value, count))


def _absent(points: LeafPoints, criteria_set: CriteriaSet) -> LeafPoints:
    """A leaf that does not apply, by its rule; no condition of a knock-out holds for it, but 0 points are 0 points."""
    points = points._replace(is_absent=True)
    match points.item.not_applicable_rule:
        case NotApplicableRule.FULL_POINTS:
            return points._replace(points=points.max_points)
        case NotApplicableRule.ZERO:
            knock_out = points.item.scored.knock_out
            return points._replace(points=0, knock_out_hit=knock_out is not None and knock_out.condition is None)
        case NotApplicableRule.EXCLUDED:
            keeps = criteria_set.pass_rule.denominator == FULL
            return points._replace(points=0, max_points=points.max_points if keeps else 0)
        case _:
            return points._replace(problem=Problem.NO_RULE_FOR_ABSENCE)


def is_hit(scored: Scored, value: Value, points: Number) -> bool:
    """Whether an answer with these points is hit as "điểm liệt"."""
    if scored.knock_out is None:
        return False
    condition = scored.knock_out.condition
    return points == 0 if condition is None else holds(condition, value)


def _said(item: Item, typed: Answer, reading: Reading | None, step: Number) -> _Said:
    """What counts: the figure, a person's answer against it with a reason, or the answer alone."""
    figure = _figure(item, reading)
    if figure.source is Source.FIGURE and not (typed.answer and typed.reason.strip()):
        return figure
    if not typed.answer:
        return figure
    source = Source.OVERRIDE if figure.source is Source.FIGURE else Source.ANSWER
    if typed.answer == NOT_APPLICABLE:
        return _Said(text=NOT_APPLICABLE, source=source)
    try:
        value = value_of(item, step, typed.answer)
    except UserError:
        return _Said(text=typed.answer, problem=Problem.UNANSWERED)
    return _Said(text=typed.answer, source=source, value=value)


def _figure(item: Item, reading: Reading | None) -> _Said:
    """What the station's figures say to a leaf; points given by hand are never read from figures."""
    if item.binds is None or item.scored.scoring is Scoring.MANUAL:
        return _Said(problem=Problem.UNANSWERED)
    if reading is None:
        return _Said(problem=Problem.FIGURE_MISSING)
    if reading.is_gone:
        return _Said(problem=Problem.FIGURE_GONE)
    if reading.status is Status.NOT_APPLICABLE:
        return _Said(text=NOT_APPLICABLE, source=Source.FIGURE)
    if reading.status is not Status.OK:
        return _Said(problem=_PROBLEMS[reading.status])
    value = _value_read(item.scored, reading)
    if value is None:
        return _Said(problem=Problem.FIGURE_MISSING)
    text = value.choice or reading.choice or exact_text(value.number or 0)
    if item.scored.scoring is Scoring.YES_NO:
        text = YES if value.number == 1 else NO
    return _Said(text=text, source=Source.FIGURE, value=value)


def _value_read(scored: Scored, reading: Reading) -> Value | None:
    """The figure as the leaf asks for it; None where it is of another kind."""
    if choices_of(scored):
        return Value(choice=reading.choice) if reading.choice else None
    number = reading.value
    if number is None and CANONICAL_DECIMAL.fullmatch(reading.choice):
        number = exact(reading.choice)
    if number is None or (scored.scoring is Scoring.YES_NO and number not in (0, 1)):
        return None
    return Value(number=number)
