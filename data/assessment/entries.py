"""A result as plain entries with text alone, in the form that other programs read (``assess --format json``).

All figures are decimal strings, null where a leaf has no points; a criterion is named by its number as text, which is
also its item code where it is answered as a whole. Source: CONTRACT section 2, assess.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from data.assessment.results import Clause, CriterionPoints, LeafPoints, Place, Result, Source
from data.assessment.verdict import CRITERION, KNOCK_OUT
from data.numbers import exact_text

EntryValue = str | bool | int | None | list[str] | list["Entry"]
Entry = dict[str, EntryValue]


class Scene(NamedTuple):
    """Where and when a result belongs: the station's code, the assessed year, the place the points were read for."""

    org_unit: str
    year: int
    place: Place


def assessment_entry(result: Result, scene: Scene, others: Iterable[Result] = ()) -> Entry:
    """One assessment: the result of one layer, and the totals of the others.

    Args:
        result: The layer that stands at the top.
        scene: Station, year and place.
        others: Results of the other layers, in their order.
    """
    used, leaves = result.criteria_set, Counter(leaf.criterion for leaf in result.leaves)
    return {
        "org_unit": scene.org_unit,
        "year": str(scene.year),
        "set": used.id,
        "version": used.version,
        "certainty": used.certainty,
        "entered_by_unit": not used.is_shipped,
        "knock_out_items_known": not result.knock_outs_unknown,
        "zone": scene.place.zone or None,
        "region": scene.place.region or None,
        "layer": result.layer,
        "total": exact_text(result.total),
        "max_total": exact_text(result.max_total),
        "limit": exact_text(result.limit),
        "verdict": result.verdict.value,
        "failed": [clause_text(clause) for clause in result.failed],
        "foreseen": [clause_text(clause) for clause in result.foreseen],
        "unscored": list(result.unscored),
        "criteria": [_criterion_entry(each, leaves[each.criterion.number]) for each in result.criteria],
        "items": [_leaf_entry(leaf) for leaf in result.leaves],
        "layers": [_layer_entry(other) for other in others],
    }


def clause_text(clause: Clause) -> str:
    """A failed clause by its name: "total: 79.5 < 80", "criterion 9: 1 < 1.5", "knock_out 10.2"."""
    if clause.kind == KNOCK_OUT:
        return f"{KNOCK_OUT} {clause.subject}"
    name = f"{CRITERION} {clause.subject}" if clause.kind == CRITERION else clause.kind
    return f"{name}: {exact_text(clause.value)} < {exact_text(clause.limit)}"


def _criterion_entry(each: CriterionPoints, leaves: int) -> Entry:
    """A criterion with the points of its scored leaves; null while none of its leaves is scored."""
    return {
        "criterion": each.criterion.number,
        "name": each.criterion.name_vi,
        "points": None if each.unscored == leaves else exact_text(each.points),
        "max_points": exact_text(each.max_points),
        "limit": exact_text(each.limit),
        "unscored": str(each.unscored),
    }


def _leaf_entry(leaf: LeafPoints) -> Entry:
    return {
        "item": leaf.item.code,
        "criterion": leaf.criterion,
        "points": None if leaf.points is None else exact_text(leaf.points),
        "max_points": exact_text(leaf.max_points),
        "answer": leaf.answer or None,
        "source": None if leaf.source is Source.NONE else leaf.source.value,
        "knock_out_hit": leaf.knock_out_hit,
        "reason": leaf.reason or None,
        "problem": leaf.problem.value if leaf.problem else None,
        "figure": leaf.reading.code if leaf.reading else None,
        "missing": list(leaf.reading.missing) if leaf.reading else [],
    }


def _layer_entry(result: Result) -> Entry:
    return {
        "layer": result.layer,
        "total": exact_text(result.total),
        "max_total": exact_text(result.max_total),
        "verdict": result.verdict.value,
        "failed": [clause_text(clause) for clause in result.failed],
    }
