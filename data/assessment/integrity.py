"""What the parts of a criteria set say of each other: sums, codes, days, limits; faults refuse a set, warnings do not.

Places are those of the tree (``criteria[3].items[0].tiers[1].points``). Source: CONTRACT section 3; criteria.md 9.6.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

from data.assessment import leaf_checks
from data.assessment.definitions import Completeness, CriteriaSet, Criterion, Item, in_place, leaves
from data.assessment.leaf_checks import LeafCheck
from data.assessment.tree_reading import shown
from data.assessment.wording import print_form
from data.catalogue.content import Catalogue
from data.errors import Fault
from data.model import Number
from data.numbers import exact_text

NO_ID_SIGNS = ("/", "\\", "<", ">", ":", "*", "?", "|", '"')
"""What the name of no file may hold: a set is handed over under its id."""

POINT_STEPS = ("1", "0.5", "0.25", "0.1")


class Placed(NamedTuple):
    """An item and its place in the tree."""

    item: Item
    place: str


def faults_of(criteria_set: CriteriaSet, catalogue: Catalogue) -> tuple[Fault, ...]:
    """Everything that makes a set unusable, in the order of the tree."""
    return tuple(
        [
            *_frame_faults(criteria_set),
            *_code_faults(criteria_set),
            *_sum_faults(criteria_set),
            *(fault for check in _leaf_checks(criteria_set, catalogue) for fault in leaf_checks.faults(check)),
            *_knock_out_faults(criteria_set),
        ]
    )


def warnings_of(criteria_set: CriteriaSet, catalogue: Catalogue) -> tuple[Fault, ...]:
    """What looks like a slip, and may be meant."""
    found = [*_count_warnings(criteria_set), *_zone_warnings(criteria_set)]
    for check in _leaf_checks(criteria_set, catalogue):
        found += leaf_checks.warnings(check)
    return tuple(found)


def placed_items(criterion: Criterion, place: str) -> Iterator[Placed]:
    """All items of a criterion, headings and leaves, each with its place."""
    waiting = [Placed(item, f"{place}.items[{number}]") for number, item in enumerate(criterion.items)][::-1]
    while waiting:
        here = waiting.pop()
        yield here
        waiting += [Placed(item, f"{here.place}.items[{number}]") for number, item in enumerate(here.item.items)][::-1]


def _placed_criteria(criteria_set: CriteriaSet) -> Iterator[tuple[str, Criterion]]:
    for number, criterion in enumerate(criteria_set.criteria):
        yield f"criteria[{number}]", criterion


def _leaf_checks(criteria_set: CriteriaSet, catalogue: Catalogue) -> Iterator[LeafCheck]:
    step = criteria_set.point_step if exact_text(criteria_set.point_step) in POINT_STEPS else None
    for place, criterion in _placed_criteria(criteria_set):
        for item, at in placed_items(criterion, place):
            if not item.items:
                yield LeafCheck(
                    item=item, place=at, step=step, is_complete=criterion.items_complete, catalogue=catalogue
                )


# --- the frame -----------------------------------------------------------------------------------------------------


def _frame_faults(criteria_set: CriteriaSet) -> Iterator[Fault]:
    valid_to = criteria_set.valid_to
    if valid_to is not None and valid_to < criteria_set.valid_from:
        yield Fault("criteria_days_wrong", "framework.valid_to")
    if exact_text(criteria_set.point_step) not in POINT_STEPS:
        allowed = "; ".join(POINT_STEPS).replace(".", ",")
        words = {"step": print_form(criteria_set.point_step), "allowed": allowed}
        yield Fault("criteria_step_not_allowed", "framework.point_step", words)
    if criteria_set.total_points <= 0:
        yield Fault("criteria_total_not_positive", "framework.total_points")
    if any(sign in criteria_set.id for sign in NO_ID_SIGNS):
        words = {"value": shown(criteria_set.id), "signs": " ".join(NO_ID_SIGNS)}
        yield Fault("criteria_id_sign", "framework.id", words)
    rule = criteria_set.pass_rule
    for key in ("total_min_percent", "each_criterion_min_percent"):
        percent: Number = getattr(rule, key)
        words = {"value": print_form(percent)}
        if not 0 <= percent <= 100:
            yield Fault("criteria_percent", f"pass_rule.{key}", words)
        elif 0 < percent < 1:  # 80 % typed into a spreadsheet is kept as 0.8
            words["meant"] = print_form(percent * 100)
            yield Fault("criteria_percent_tiny", f"pass_rule.{key}", words)
    if not criteria_set.criteria:
        yield Fault("criteria_none", "criteria")


def _code_faults(criteria_set: CriteriaSet) -> Iterator[Fault]:
    """Numbers of criteria, and codes of items; the number of a criterion without its items is answered, too."""
    numbers: dict[str, str] = {}
    codes: dict[str, str] = {}
    for place, criterion in _placed_criteria(criteria_set):
        at = f"{place}.criterion"
        first = numbers.setdefault(criterion.number, at)
        if first != at:
            yield Fault("criteria_duplicate", at, {"code": criterion.number, "first": first})
        if not criterion.items_complete:
            codes.setdefault(criterion.number, at)
    for place, criterion in _placed_criteria(criteria_set):
        for item, where in placed_items(criterion, place):
            at = f"{where}.code"
            first = codes.setdefault(item.code, at)
            if first != at:
                yield Fault("criteria_duplicate", at, {"code": item.code, "first": first})


def _knock_out_faults(criteria_set: CriteriaSet) -> Iterator[Fault]:
    if not criteria_set.pass_rule.knock_out_items_known:
        return
    for place, criterion in _placed_criteria(criteria_set):
        for item, at in placed_items(criterion, place):
            if not item.knock_out_known:
                yield Fault("criteria_knock_out_unknown", f"{at}.knock_out", {"code": item.code})


def _count_warnings(criteria_set: CriteriaSet) -> Iterator[Fault]:
    is_whole = all(criterion.items_complete for criterion in criteria_set.criteria)
    if not is_whole:
        if criteria_set.completeness is Completeness.FULL:
            yield Fault("criteria_full_incomplete", "framework.completeness")
        return
    count = criteria_set.indicator_count
    of_leaves = sum(1 for _ in leaves(criteria_set))
    of_items = sum(len(criterion.items) for criterion in criteria_set.criteria)
    if count is not None and count not in (of_leaves, of_items):
        words = {"count": str(count), "found": str(of_items)}
        yield Fault("criteria_count_differs", "framework.indicator_count", words)
    rule = criteria_set.pass_rule
    if rule.no_knock_out and rule.knock_out_items_known and not any(map(_has_knock_out, leaves(criteria_set))):
        yield Fault("criteria_no_knock_outs", "pass_rule.knock_out_items_known")


def _zone_warnings(criteria_set: CriteriaSet) -> Iterator[Fault]:
    """Variants for a zone that the set's own list of zones does not name, where it has one."""
    zones = criteria_set.zones
    listed = {rule.zone for rule in zones.rules} | {zone for zone, _ in zones.others_vi} if zones else set()
    if not listed:
        return
    for place, criterion in _placed_criteria(criteria_set):
        for item, at in placed_items(criterion, place):
            for number, variant in enumerate(item.region_variants):
                if variant.zone and variant.zone not in listed:
                    words = {"zone": variant.zone}
                    yield Fault("criteria_zone_unlisted", f"{at}.region_variants[{number}].zone", words)


def _has_knock_out(pair: tuple[Criterion, Item]) -> bool:
    item = pair[1]
    return any(scored.knock_out for scored in (item.scored, *(each.scored for each in item.region_variants)))


# --- sums ----------------------------------------------------------------------------------------------------------


def _sum_faults(criteria_set: CriteriaSet) -> Iterator[Fault]:
    is_names_only = criteria_set.completeness is Completeness.NAMES_ONLY
    for place, criterion in _placed_criteria(criteria_set):
        yield from _criterion_faults(criterion, place, is_names_only=is_names_only)
    known = [criterion.max_points for criterion in criteria_set.criteria if criterion.max_points is not None]
    total = sum(known)
    if len(known) == len(criteria_set.criteria) and known and total != criteria_set.total_points:
        words = {"sum": print_form(total), "printed": print_form(criteria_set.total_points)}
        yield Fault("criteria_total", "framework.total_points", words)


def _criterion_faults(criterion: Criterion, place: str, *, is_names_only: bool) -> Iterator[Fault]:
    at = f"{place}.max_points"
    if criterion.max_points is None:
        if not is_names_only or criterion.items_complete:
            yield Fault("criteria_points_missing", at, {"code": criterion.number})
    elif criterion.max_points < 0:
        yield Fault("criteria_negative", at, {"value": print_form(criterion.max_points)})
    if not criterion.items_complete:
        yield from _known_part(criterion, at)
        return
    if not criterion.items:
        yield Fault("criteria_items_missing", f"{place}.items_complete", {"code": criterion.number})
    yield from _agreement(criterion.number, criterion.max_points, criterion.items, at)
    for item, where in placed_items(criterion, place):
        if item.items:
            if item.scored.max_points is None:
                yield Fault("criteria_points_missing", f"{where}.max_points", {"code": item.code})
            yield from _agreement(item.code, item, item.items, f"{where}.max_points")


def _known_part(criterion: Criterion, at: str) -> Iterator[Fault]:
    """The items that are known of a criterion, none of whose sum can pass its points."""
    total = sum(item.scored.max_points or 0 for item in criterion.items)
    if criterion.max_points is not None and total > criterion.max_points:
        words = {"code": criterion.number, "sum": print_form(total), "printed": print_form(criterion.max_points)}
        yield Fault("criteria_sum_above", at, words)


def _agreement(code: str, printed: Number | Item | None, parts: tuple[Item, ...], at: str) -> Iterator[Fault]:
    """The sum of the parts against the printed maximum, as it stands and in every zone and region named.

    Args:
        code: What the sentence calls the whole.
        printed: Its points, or a heading that may have others in a zone.
        parts: What stands directly under it.
        at: Place of the printed maximum.
    """
    for zone, region in _places_named((*parts, printed) if isinstance(printed, Item) else parts):
        whole = in_place(printed, zone, region).scored.max_points if isinstance(printed, Item) else printed
        there = [in_place(item, zone, region).scored.max_points for item in parts]
        known = [points for points in there if points is not None]
        if not parts or whole is None or len(known) < len(there) or sum(known) == whole:
            continue
        words = {"code": code, "sum": print_form(sum(known)), "printed": print_form(whole)}
        if zone or region:
            yield Fault("criteria_sum_there", at, {**words, "where": " ".join(filter(None, (zone, region)))})
        else:
            yield Fault("criteria_sum", at, words)
        return


def _places_named(items: tuple[Item, ...]) -> Iterator[tuple[str, str]]:
    variants = [variant for item in items for variant in item.region_variants]
    zones = dict.fromkeys(("", *(variant.zone for variant in variants)))
    regions = dict.fromkeys(("", *(variant.region for variant in variants)))
    return product(zones, regions)
