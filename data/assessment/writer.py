"""A criteria set -> its neutral tree, canonical text and version.

The same content has the same version everywhere, whatever kind of file it came from: the version is taken of the
canonical JSON of the tree that ``tree_of`` makes, never of a file's own bytes.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from data.assessment.definitions import (
    Condition,
    CriteriaSet,
    Criterion,
    Item,
    KnockOut,
    PassRule,
    Recognition,
    RegionVariant,
    Scored,
    Tier,
    ZoneRule,
    Zones,
)
from data.assessment.records import StoredSet
from data.model import Number
from data.numbers import exact_text

Tree = dict[str, Any]

VERSION_LETTERS = 12
_KM_FIELDS = {
    "min_km": "min_km",
    "below_km": "below_km",
    "min_km_difficult": "min_km_if_terrain_especially_difficult",
    "below_km_difficult": "below_km_if_terrain_especially_difficult",
}


def canonical(tree: object) -> str:
    """Canonical JSON: sorted keys, NFC, numbers as decimal strings, no blanks."""
    return json.dumps(_plain(tree), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def version_of(content: str) -> str:
    """The first 12 hexadecimal letters of the SHA-256 of a canonical text."""
    return hashlib.sha256(content.encode()).hexdigest()[:VERSION_LETTERS]


def stored(criteria_set: CriteriaSet, source_name: str = "") -> StoredSet:
    """A set as it is kept in the station file."""
    content = canonical(tree_of(criteria_set))
    return StoredSet(code=criteria_set.id, version=version_of(content), content=content, source_name=source_name)


def tree_of(criteria_set: CriteriaSet) -> Tree:
    """The tree of a set, in the order of the shipped files; what is not said is left out, numbers are exact."""
    return {
        "schema": "criteria/1",
        "framework": _framework(criteria_set),
        "pass_rule": _pass_rule(criteria_set.pass_rule),
        **_said(
            recognition=_recognition(criteria_set.recognition) if criteria_set.recognition else None,
            zones=_zones(criteria_set.zones) if criteria_set.zones else None,
            source=list(criteria_set.source),
        ),
        "certainty": criteria_set.certainty,
        "criteria": [_criterion(criterion) for criterion in criteria_set.criteria],
    }


def _plain(value: object) -> object:
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, dict):
        return {_nfc(str(key)): _plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    return _nfc(value if isinstance(value, str) else format(Decimal(str(value)), "f"))


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _number(value: Number | None) -> int | Decimal | None:
    if value is None or isinstance(value, int):
        return value
    return Decimal(exact_text(value))


def _said(**values: object) -> Tree:
    """What says anything: neither nothing, nor empty, nor false."""
    return {key: value for key, value in values.items() if value not in (None, "", [], {}, False)}


def _framework(criteria_set: CriteriaSet) -> Tree:
    facts: dict[str, Any] = dict(criteria_set.facts)
    if "correction_applied" in facts:
        facts["correction_applied"] = facts["correction_applied"] == "true"
    valid_to = criteria_set.valid_to
    completeness = criteria_set.completeness
    return {
        "id": criteria_set.id,
        "title_vi": criteria_set.title_vi,
        "decision": criteria_set.decision,
        **facts,
        "valid_from": criteria_set.valid_from.isoformat(),
        "valid_to": valid_to.isoformat() if valid_to else None,
        "total_points": _number(criteria_set.total_points),
        "point_step": _number(criteria_set.point_step),
        **({} if criteria_set.indicator_count is None else {"indicator_count": criteria_set.indicator_count}),
        **_said(completeness=completeness.value if completeness else "", supersedes=criteria_set.supersedes),
    }


def _pass_rule(rule: PassRule) -> Tree:
    return {
        "total_min_percent": _number(rule.total_min_percent),
        "each_criterion_min_percent": _number(rule.each_criterion_min_percent),
        "no_knock_out": rule.no_knock_out,
        "knock_out_items_known": rule.knock_out_items_known,
        "denominator": rule.denominator,
        **_said(certainty=rule.certainty),
    }


def _recognition(recognition: Recognition) -> Tree:
    return {
        "term_years": recognition.term_years,
        "reassess_every_years": recognition.reassess_every_years,
        "withdraw_when_failed": recognition.withdraw_when_failed,
        **_said(certainty=recognition.certainty),
    }


def _zones(zones: Zones) -> Tree:
    codes = dict.fromkeys([*(rule.zone for rule in zones.rules), *(zone for zone, _ in zones.others_vi)])
    others = dict(zones.others_vi)
    listed = []
    for code in codes:
        rules = {rule.terrain: _distances(rule) for rule in zones.rules if rule.zone == code}
        listed.append({"code": code, **rules, **_said(other_vi=others.get(code))})
    return _said(
        certainty=zones.certainty,
        distance_to_vi=zones.distance_to_vi,
        decided_by=zones.decided_by,
        list=listed,
        unknown=zones.unknown,
    )


def _distances(rule: ZoneRule) -> Tree:
    found = {key: _number(getattr(rule, field)) for field, key in _KM_FIELDS.items()}
    return {key: value for key, value in found.items() if value is not None}


def _criterion(criterion: Criterion) -> Tree:
    return {
        "criterion": criterion.number,
        "name_vi": criterion.name_vi,
        "max_points": _number(criterion.max_points),
        "items_complete": criterion.items_complete,
        **_said(
            responsible=criterion.responsible,
            effort=criterion.effort if criterion.effort != 3 else None,
            evidence=list(criterion.evidence),
            certainty=criterion.certainty,
            items=_items(criterion.items),
        ),
    }


def _items(items: Iterable[Item]) -> list[Tree]:
    return [_item(item) for item in items]


def _item(item: Item) -> Tree:
    scored = item.scored
    is_unknown = not item.knock_out_known and scored.knock_out is None
    binds = item.binds
    return {
        "code": item.code,
        "text_vi": item.text_vi,
        **_points(scored),
        **({"knock_out": None} if is_unknown else {}),
        **_said(
            binds=_said(indicator=binds.indicator, data_element=binds.data_element) if binds else None,
            region_variants=[_variant(item, variant) for variant in item.region_variants],
            not_applicable_rule=item.not_applicable_rule.value if item.not_applicable_rule else "",
            evidence=list(item.evidence),
            effort=item.effort if item.effort != 3 else None,
            responsible=item.responsible,
            data_source=item.data_source,
            certainty=item.certainty,
            items=_items(item.items),
        ),
    }


def _points(scored: Scored) -> Tree:
    """What decides the points; ``max_points`` always, even when it is not known."""
    return {
        "max_points": _number(scored.max_points),
        **({"scoring": scored.scoring.value} if scored.scoring else {}),
        **({"target": _number(scored.target)} if scored.target is not None else {}),
        **({"per_fault": _number(scored.per_fault)} if scored.per_fault is not None else {}),
        **_said(
            tiers=[_tier(tier) for tier in scored.tiers],
            round_to_step=scored.rounds_to_step,
            knock_out=_knock_out(scored.knock_out) if scored.knock_out else None,
        ),
    }


def _tier(tier: Tier) -> Tree:
    return {**_condition(tier.condition), "points": _number(tier.points), **_said(text_vi=tier.text_vi)}


def _condition(condition: Condition) -> Tree:
    bound = condition.choice or _number(condition.bound)
    return {"comparator": condition.comparator, "bound": bound}


def _knock_out(knock_out: KnockOut) -> bool | Tree:
    return True if knock_out.condition is None else _condition(knock_out.condition)


def _variant(item: Item, variant: RegionVariant) -> Tree:
    """Where it holds, and what differs there from the item itself; what is taken away stands as null or nothing."""
    base, there = _points(item.scored), _points(variant.scored)
    changed = {key: value for key, value in there.items() if base.get(key) != value}
    gone = {key: _NOTHING[key] for key in base if key not in there}
    if "knock_out" in gone and not item.knock_out_known:
        gone["knock_out"] = None
    rule, own_rule = variant.not_applicable_rule, item.not_applicable_rule
    return {
        **_said(zone=variant.zone, region=variant.region),
        **({"text_vi": variant.text_vi} if variant.text_vi != item.text_vi else {}),
        **changed,
        **gone,
        **({"not_applicable_rule": rule.value if rule else None} if rule != own_rule else {}),
        **({"evidence": list(variant.evidence)} if variant.evidence != item.evidence else {}),
        **({} if variant.scored.applies else {"applies": False}),
    }


_NOTHING: Tree = {"tiers": [], "target": None, "per_fault": None, "round_to_step": False, "knock_out": False}
"""How a variant says that what its item has does not hold there."""
