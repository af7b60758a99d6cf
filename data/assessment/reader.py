"""A neutral tree (of YAML, TOML, a spreadsheet, the station file) -> a criteria set; every fault with its place.

What the parts say of each other (sums, tiers, codes) is checked by ``integrity.py``. Source: CONTRACT section 3.
"""

from __future__ import annotations

from datetime import date

from data.assessment import writer
from data.assessment.definitions import (
    Completeness,
    CriteriaSet,
    Criterion,
    PassRule,
    Recognition,
    ZoneRule,
    Zones,
)
from data.assessment.item_reader import EFFORTS, ZONES, read_items, responsible_of
from data.assessment.tree_reading import LONGEST_CODE, Notes, PlaceOf, Table, shown
from data.errors import Fault

SCHEMA = "criteria/1"
DENOMINATORS = ("full", "applicable")
TERRAINS = ("mountain_remote", "delta_midland")
FACTS = ("signed_by", "corrected_by", "correction_applied", "ship_policy")
"""Keys of the framework that are shown and never reckoned with."""

TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")

_WHOLE_KEYS = ("schema", "framework", "pass_rule", "recognition", "zones", "source", "certainty", "criteria")
_FRAMEWORK_KEYS = (
    *("id", "title_vi", "decision", "signed_by", "corrected_by", "correction_applied", "valid_from", "valid_to"),
    *("total_points", "indicator_count", "point_step", "completeness", "supersedes", "ship_policy"),
)
_PASS_RULE_KEYS = (
    *("total_min_percent", "each_criterion_min_percent", "no_knock_out", "knock_out_items_known", "denominator"),
    "certainty",
)
_RECOGNITION_KEYS = ("term_years", "reassess_every_years", "withdraw_when_failed", "certainty")
_ZONES_KEYS = ("certainty", "distance_to_vi", "decided_by", "list", "unknown")
_CRITERION_KEYS = (
    *("criterion", "name_vi", "max_points", "items_complete", "items"),
    *("effort", "responsible", "evidence", "certainty"),
)
_KM_KEYS = ("min_km", "below_km", "min_km_if_terrain_especially_difficult", "below_km_if_terrain_especially_difficult")
_NO_DAY = date(1, 1, 1)


def as_it_stands(place: str) -> str:
    """The place of the tree itself, where no file has places of its own."""
    return place


def read_set(tree: object, place: PlaceOf = as_it_stands) -> tuple[CriteriaSet | None, tuple[Fault, ...]]:
    """Read a criteria set.

    Args:
        tree: Tables, lists, texts, whole and decimal numbers, booleans, null.
        place: Place in the tree -> place as the person sees it.

    Returns:
        The set, or None when its form is faulty; the faults, in the order of the tree.
    """
    notes = Notes(place)
    table = Table(notes, tree, "", _WHOLE_KEYS)
    schema = table.text("schema", is_required=True)
    if schema and schema != SCHEMA:
        notes.note(Fault("criteria_schema", "schema", {"value": shown(schema), "known": SCHEMA}))
    found = _set(table)
    if found is None or notes.faults:
        return None, tuple(notes.faults)
    version = writer.version_of(writer.canonical(writer.tree_of(found)))
    return found._replace(version=version), ()


def _set(table: Table) -> CriteriaSet | None:
    framework = table.table("framework", _FRAMEWORK_KEYS, is_required=True)
    rule = table.table("pass_rule", _PASS_RULE_KEYS, is_required=True)
    certainty = table.text("certainty", is_required=True)
    criteria = tuple(_criterion(each) for each in table.tables("criteria", _CRITERION_KEYS, is_required=True))
    recognition = table.table("recognition", _RECOGNITION_KEYS)
    zones = table.table("zones", _ZONES_KEYS)
    source = table.texts("source")
    if framework is None or rule is None:
        return None
    framework.must_name("valid_to")
    return CriteriaSet(
        id=_id(framework),
        version="",
        title_vi=framework.text("title_vi", is_required=True),
        decision=framework.text("decision", is_required=True),
        valid_from=framework.day("valid_from", is_required=True) or _NO_DAY,
        valid_to=framework.day("valid_to"),
        total_points=framework.number("total_points", is_required=True) or 0,
        point_step=framework.number("point_step", is_required=True) or 0,
        pass_rule=_pass_rule(rule),
        criteria=criteria,
        certainty=certainty,
        completeness=framework.word("completeness", Completeness),
        indicator_count=framework.whole("indicator_count", (0, 10_000)),
        recognition=_recognition(recognition) if recognition else None,
        zones=_zones(zones) if zones else None,
        supersedes=framework.text("supersedes", longest=LONGEST_CODE),
        source=source,
        facts=_facts(framework),
    )


def _id(framework: Table) -> str:
    """The id; signs that turn the direction of writing would show another one than is kept."""
    if any(sign in TURNING for sign in str(framework.value("id"))):
        framework.notes.note(Fault("criteria_hidden_sign", framework.at("id")))
    return framework.code("id")


def _facts(framework: Table) -> tuple[tuple[str, str], ...]:
    found = []
    for key in FACTS:
        if key == "correction_applied":
            text = str(framework.flag(key)).lower() if framework.has(key) else ""
        else:
            text = framework.text(key)
        if text:
            found.append((key, text))
    return tuple(found)


def _pass_rule(table: Table) -> PassRule:
    return PassRule(
        total_min_percent=table.number("total_min_percent", is_required=True) or 0,
        each_criterion_min_percent=table.number("each_criterion_min_percent", is_required=True) or 0,
        no_knock_out=table.flag("no_knock_out", is_required=True),
        knock_out_items_known=table.flag("knock_out_items_known", is_required=True),
        denominator=table.one_of("denominator", DENOMINATORS, is_required=True),
        certainty=table.text("certainty"),
    )


def _recognition(table: Table) -> Recognition:
    table.value("term_years", is_required=True)
    return Recognition(
        term_years=table.whole("term_years", (1, 50)) or 1,
        reassess_every_years=table.whole("reassess_every_years", (1, 50)) or 1,
        withdraw_when_failed=table.flag("withdraw_when_failed"),
        certainty=table.text("certainty"),
    )


def _criterion(table: Table) -> Criterion:
    table.must_name("max_points")
    return Criterion(
        number=table.code("criterion"),
        name_vi=table.text("name_vi", is_required=True),
        max_points=table.number("max_points"),
        items_complete=table.flag("items_complete", is_required=True),
        items=read_items(table),
        responsible=responsible_of(table),
        effort=table.whole("effort", EFFORTS) or 3,
        evidence=table.texts("evidence"),
        certainty=table.text("certainty"),
    )


def _zones(table: Table) -> Zones:
    rules: list[ZoneRule] = []
    others: list[tuple[str, str]] = []
    for each in table.tables("list", ("code", *TERRAINS, "other_vi")):
        zone = each.one_of("code", ZONES, is_required=True)
        for terrain in TERRAINS:
            distances = each.table(terrain, _KM_KEYS)
            if distances is not None:
                rules.append(_zone_rule(zone, terrain, distances))
        if each.has("other_vi"):
            others.append((zone, each.text("other_vi")))
    return Zones(
        rules=tuple(rules),
        others_vi=tuple(others),
        distance_to_vi=table.text("distance_to_vi"),
        decided_by=table.text("decided_by"),
        unknown=table.text("unknown"),
        certainty=table.text("certainty"),
    )


def _zone_rule(zone: str, terrain: str, table: Table) -> ZoneRule:
    least, below, least_difficult, below_difficult = (table.number(key) for key in _KM_KEYS)
    return ZoneRule(
        zone=zone,
        terrain=terrain,
        min_km=least,
        below_km=below,
        min_km_difficult=least_difficult,
        below_km_difficult=below_difficult,
    )
