"""Whether one leaf of a criteria set makes sense: points, tiers, knock-out, the figure that it is bound to.

A tier that can never be reached, comparators of both directions and points above the maximum, below 0 or off the step
are faults. Source: CONTRACT section 3.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from data.assessment.bound_figures import Figure, figure_of
from data.assessment.definitions import Binding, Condition, Item, Scored, Scoring, Tier
from data.assessment.wording import print_form
from data.catalogue.content import Catalogue
from data.definitions import ValueType
from data.errors import Fault
from data.model import Number


class LeafCheck(NamedTuple):
    """A leaf to look at.

    Attributes:
        place: Its place in the tree.
        step: What points are multiples of; None where the step itself is at fault.
        is_complete: Whether its criterion is answered by its items.
    """

    item: Item
    place: str
    step: Number | None
    is_complete: bool
    catalogue: Catalogue


def faults(check: LeafCheck) -> Iterator[Fault]:
    """What is wrong with a leaf, as it stands and in its zones."""
    item = check.item
    figure = figure_of(item.binds, check.catalogue) if item.binds is not None else None
    if item.binds is not None and figure is None:
        yield _gone(item.binds, check.place)
    yield from _scored_faults(item.scored, check, figure, check.place)
    seen: set[tuple[str, str]] = set()
    for number, variant in enumerate(item.region_variants):
        at = f"{check.place}.region_variants[{number}]"
        if any(zone in ("", variant.zone) and region in ("", variant.region) for zone, region in seen):
            yield Fault("criteria_variant_twice", at, {"code": item.code})
        seen.add((variant.zone, variant.region))
        found = _scored_faults(variant.scored, check, figure, at)
        known = {(fault.code, *fault.parameters.items()) for fault in _scored_faults(item.scored, check, figure, "")}
        yield from (fault for fault in found if (fault.code, *fault.parameters.items()) not in known)


def warnings(check: LeafCheck) -> Iterator[Fault]:
    """What a leaf says for nothing, and tiers that look like a slip."""
    scored, place = check.item.scored, check.place
    unused = (
        ("tiers", bool(scored.tiers), Scoring.TIERED),
        ("target", scored.target is not None, Scoring.PROPORTIONAL),
        ("round_to_step", scored.rounds_to_step, Scoring.PROPORTIONAL),
        ("per_fault", scored.per_fault is not None, Scoring.DEDUCTION),
    )
    for key, is_there, scoring in unused:
        if is_there and scored.scoring is not scoring:
            words = {"key": key, "scoring": scored.scoring.value if scored.scoring else "", "of": scoring.value}
            yield Fault("criteria_unused", f"{place}.{key}", words)
    if check.item.binds is not None and scored.scoring is Scoring.MANUAL:
        yield Fault("criteria_manual_bound", f"{place}.binds")
    if scored.scoring is Scoring.TIERED and scored.tiers and scored.max_points is not None:
        points = [tier.points for tier in scored.tiers]
        if max(points) < scored.max_points:
            yield Fault("criteria_tiers_below", f"{place}.tiers", {"points": print_form(scored.max_points)})
        rising = [number for number in range(1, len(points)) if points[number] > points[number - 1]]
        if rising and not any(tier.condition.comparator == "=" for tier in scored.tiers):
            yield Fault("criteria_tier_rises", f"{place}.tiers[{rising[0]}].points")


# --- points --------------------------------------------------------------------------------------------------------


def _scored_faults(scored: Scored, check: LeafCheck, figure: Figure | None, place: str) -> Iterator[Fault]:
    if scored.max_points is None:
        if check.is_complete:
            yield Fault("criteria_points_missing", f"{place}.max_points", {"code": check.item.code})
    else:
        yield from _points_faults(scored.max_points, check.step, f"{place}.max_points")
    if scored.scoring is Scoring.PROPORTIONAL and (scored.target is None or scored.target <= 0):
        yield Fault("criteria_target_missing", f"{place}.target")
    if scored.scoring is Scoring.DEDUCTION:
        if scored.per_fault is None or scored.per_fault <= 0:
            yield Fault("criteria_per_fault_missing", f"{place}.per_fault")
        else:
            yield from _points_faults(scored.per_fault, check.step, f"{place}.per_fault")
    if scored.scoring is Scoring.TIERED and not scored.tiers and check.is_complete:
        yield Fault("criteria_tiers_missing", f"{place}.tiers")
    yield from _tier_faults(scored, check.step, place)
    yield from _bound_faults(scored, figure, place)


def _points_faults(points: Number, step: Number | None, place: str) -> Iterator[Fault]:
    if points < 0:
        yield Fault("criteria_negative", place, {"value": print_form(points)})
    elif step is not None and Fraction(points, step).denominator != 1:
        yield Fault("criteria_off_step", place, {"value": print_form(points), "step": print_form(step)})


# --- tiers ---------------------------------------------------------------------------------------------------------


def _tier_faults(scored: Scored, step: Number | None, place: str) -> Iterator[Fault]:
    directions = {tier.condition.comparator[0] for tier in scored.tiers} - {"="}
    if len(directions) > 1:
        yield Fault("criteria_tier_directions", f"{place}.tiers")
    for number, tier in enumerate(scored.tiers):
        at = f"{place}.tiers[{number}]"
        yield from _points_faults(tier.points, step, f"{at}.points")
        if scored.max_points is not None and tier.points > scored.max_points:
            words = {"value": print_form(tier.points), "most": print_form(scored.max_points)}
            yield Fault("criteria_tier_above", f"{at}.points", words)
        if len(directions) < 2 and _is_covered(tier, scored.tiers[:number]):
            yield Fault("criteria_tier_unreachable", at)


def _is_covered(tier: Tier, earlier: tuple[Tier, ...]) -> bool:
    """Whether every value of a tier meets one of the earlier ones, all of one direction."""
    wanted = tier.condition
    if wanted.choice or wanted.comparator == "=":
        return any(_holds(before.condition, wanted) for before in earlier)
    is_open = wanted.comparator in (">", "<")
    for before in (each.condition for each in earlier):
        if before.comparator == "=":
            continue
        beyond = before.bound < wanted.bound if wanted.comparator[0] == ">" else before.bound > wanted.bound
        if beyond or (before.bound == wanted.bound and (is_open or before.comparator in (">=", "<="))):
            return True
        if before.bound == wanted.bound and any(_is_point(each.condition, wanted.bound) for each in earlier):
            return True
    return False


def _is_point(condition: Condition, bound: Number) -> bool:
    return condition.comparator == "=" and not condition.choice and condition.bound == bound


def _holds(condition: Condition, point: Condition) -> bool:
    """Whether a condition holds for the one value that another names."""
    if condition.choice or point.choice:
        return condition.choice == point.choice
    value, bound = point.bound, condition.bound
    return {
        ">=": value >= bound,
        ">": value > bound,
        "<=": value <= bound,
        "<": value < bound,
        "=": value == bound,
    }[condition.comparator]


# --- what it is bound to -------------------------------------------------------------------------------------------


def _gone(binds: Binding, place: str) -> Fault:
    if binds.data_element:
        return Fault("criteria_element_gone", f"{place}.binds.data_element", {"code": binds.data_element})
    return Fault("criteria_indicator_gone", f"{place}.binds.indicator", {"code": binds.indicator})


def _bound_faults(scored: Scored, figure: Figure | None, place: str) -> Iterator[Fault]:
    conditions = [(tier.condition, f"{place}.tiers[{number}].bound") for number, tier in enumerate(scored.tiers)]
    if scored.knock_out is not None and scored.knock_out.condition is not None:
        conditions.append((scored.knock_out.condition, f"{place}.knock_out.bound"))
    if figure is None or scored.scoring is Scoring.MANUAL:
        yield from _word_faults(scored, place)
        return
    if figure.kind is ValueType.CHOICE:
        if scored.scoring is not Scoring.TIERED:
            yield Fault("criteria_choice_scored", f"{place}.scoring", {"code": figure.code})
    elif figure.kind is not ValueType.BOOLEAN and scored.scoring is Scoring.YES_NO:
        yield Fault("criteria_yes_no_figure", f"{place}.scoring", {"code": figure.code})
    for condition, at in conditions:
        yield from _condition_faults(condition, figure, at)


def _word_faults(scored: Scored, place: str) -> Iterator[Fault]:
    """Tiers that compare numbers and words, and a knock-out by one where the answer is the other."""
    words = {tier.condition.choice != "" for tier in scored.tiers}
    knock_out = scored.knock_out.condition if scored.knock_out is not None else None
    if len(words) > 1:
        yield Fault("criteria_tiers_mixed", f"{place}.tiers")
    elif knock_out is None or (scored.scoring is Scoring.TIERED and not words):
        return
    elif (knock_out.choice != "") != (words == {True}):
        yield Fault("criteria_knock_out_never", f"{place}.knock_out.bound")


def _condition_faults(condition: Condition, figure: Figure, at: str) -> Iterator[Fault]:
    if figure.kind is ValueType.CHOICE:
        words = {"code": figure.code, "choices": ", ".join(figure.choices)}
        if not condition.choice:
            yield Fault("criteria_choice_needs_word", at, words)
        elif condition.choice not in figure.choices:
            yield Fault("criteria_choice_unknown", at, {**words, "value": condition.choice})
    elif condition.choice:
        yield Fault("criteria_number_needs_bound", at, {"code": figure.code, "value": condition.choice})
