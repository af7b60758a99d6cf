"""Zones: which one the distance rules of a set propose, and how an item may read while the place is not stated.

The distance only proposes: a decision of the province fixes the zone. Source: criteria set, ``zones``; CONTRACT
section 3, ``region_variants``.
"""

from __future__ import annotations

from data.assessment.definitions import CriteriaSet, Item, NotApplicableRule, Scored, ZoneRule, in_place
from data.assessment.results import Place
from data.model import Number

ZONES = ("1", "2", "3")
MOUNTAIN, DELTA = "mien_nui", "dong_bang"
REGIONS = (MOUNTAIN, DELTA)

_TERRAINS = {MOUNTAIN: "mountain_remote", DELTA: "delta_midland"}


def propose(
    criteria_set: CriteriaSet,
    region: str,
    km: Number | None,
    is_difficult: bool = False,
    is_combined: bool = False,
) -> str:
    """The zone that the distance rules of a set give, or empty where they do not say.

    Args:
        criteria_set: The set; one without rules proposes nothing.
        region: ``mien_nui`` or ``dong_bang``; empty while not stated.
        km: Distance to the nearest hospital, health centre or polyclinic; None while not stated.
        is_difficult: Whether the terrain is especially difficult; only rules that name it differ then.
        is_combined: Whether the station is combined with a polyclinic: how its distance counts is not known.
    """
    terrain = _TERRAINS.get(region)
    if criteria_set.zones is None or terrain is None or km is None or is_combined:
        return ""
    for rule in criteria_set.zones.rules:
        if rule.terrain == terrain and _holds(rule, km, is_difficult):
            return rule.zone
    return ""


def readings_in(item: Item, place: Place) -> tuple[Item, ...]:
    """The item as it may be scored here: one where the place is known or makes no difference to the points.

    Variants that differ in their words alone make no difference.
    """
    if not item.region_variants:
        return (item,)
    found: list[Item] = []
    for zone in (place.zone,) if place.zone else ZONES:
        for region in (place.region,) if place.region else REGIONS:
            reading = in_place(item, zone, region)
            if all(_decides(reading) != _decides(other) for other in found):
                found.append(reading)
    if len(found) == 1 and not (place.zone and place.region):  # the words as far as the place is known
        here = in_place(item, place.zone, place.region)
        return (here._replace(scored=found[0].scored, not_applicable_rule=found[0].not_applicable_rule),)
    return tuple(found)


def _decides(item: Item) -> tuple[Scored, NotApplicableRule | None]:
    return item.scored, item.not_applicable_rule


def _holds(rule: ZoneRule, km: Number, is_difficult: bool) -> bool:
    least, below = rule.min_km, rule.below_km
    if is_difficult and not (rule.min_km_difficult is None and rule.below_km_difficult is None):
        least, below = rule.min_km_difficult, rule.below_km_difficult
    if least is None and below is None:
        return False
    return (least is None or km >= least) and (below is None or km < below)
