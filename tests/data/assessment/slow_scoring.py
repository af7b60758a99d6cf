"""A second, slow way to score a set, written from the words of the contract alone: plain tables and fractions.

It reads the neutral tree of a criteria set, not the product's named tuples, and shares no code with the product.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any, NamedTuple

Tree = Mapping[str, Any]


class Told(NamedTuple):
    """An answer as typed, with its reason."""

    answer: str
    reason: str = ""


class Read(NamedTuple):
    """What the figures say: a number as text, "n/a", or empty for nothing."""

    value: str = ""


class Leaf(NamedTuple):
    """What became of one leaf."""

    points: Fraction | None
    most: Fraction
    hit: bool = False


def leaves_of(tree: Tree) -> Iterator[tuple[str, dict[str, Any]]]:
    """Criterion's number and leaf, in the order of the table."""
    for criterion in tree["criteria"]:
        number = str(criterion["criterion"])
        if not criterion["items_complete"]:
            yield number, {"code": number, "scoring": "manual", "max_points": criterion["max_points"]}
        else:
            for leaf in _below(criterion["items"]):
                yield number, leaf


def _below(items: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for item in items:
        if item.get("items"):
            yield from _below(item["items"])
        else:
            yield item


def leaf_in(leaf: Tree, zone: str, region: str) -> dict[str, Any]:
    """The leaf with what its first fitting variant says in place of its own words."""
    for variant in leaf.get("region_variants", ()):
        if str(variant.get("zone", zone)) == zone and variant.get("region", region) == region:
            return {**leaf, **variant}
    return dict(leaf)


def score_leaf(leaf: Tree, told: Told | None, read: Read | None, is_full: bool) -> Leaf:
    """Points of a leaf that already reads as it does in its place."""
    most = Fraction(str(leaf["max_points"]))
    said = _said(leaf, told, read)
    if not leaf.get("applies", True):
        said = "n/a"
    if said is None:
        return Leaf(None, most)
    if said == "n/a":
        rule = leaf.get("not_applicable_rule")
        if rule == "full_points":
            return Leaf(most, most)
        if rule == "zero":
            return Leaf(Fraction(0), most, leaf.get("knock_out", False) is True)
        if rule == "exclude_from_denominator":
            return Leaf(Fraction(0), most if is_full else Fraction(0))
        return Leaf(None, most)
    points = _points(leaf, said, most)
    return Leaf(points, most, _is_hit(leaf, said, points))


def _said(leaf: Tree, told: Told | None, read: Read | None) -> str | None:
    """What counts: the figure, unless a person gave a reason; the person where there is no figure."""
    answer = told.answer if told and told.answer else None
    has_figure = leaf.get("binds") and leaf["scoring"] != "manual" and read and read.value
    if has_figure and read and not (answer and told and told.reason):
        return read.value
    return answer


def _number(said: str) -> Fraction:
    return Fraction({"yes": "1", "no": "0"}.get(said, said))


def _points(leaf: Tree, said: str, most: Fraction) -> Fraction:
    kind = leaf["scoring"]
    if kind == "yes_no":
        return most if _number(said) == 1 else Fraction(0)
    if kind == "manual":
        return Fraction(said)
    if kind == "deduction":
        left = most - Fraction(str(leaf["per_fault"])) * Fraction(said)
        return left if left > 0 else Fraction(0)
    if kind == "proportional":
        share = Fraction(said) / Fraction(str(leaf["target"]))
        points = most if share > 1 else most * share
        return _to_half(points) if leaf.get("round_to_step") else points
    for tier in leaf["tiers"]:
        if _meets(tier, said):
            return Fraction(str(tier["points"]))
    return Fraction(0)


def _to_half(points: Fraction) -> Fraction:
    """The nearest half point; exactly between two, the higher one."""
    lower = Fraction(int(points * 2), 2)
    return lower if points - lower < Fraction(1, 4) else lower + Fraction(1, 2)


def _meets(condition: Tree, said: str) -> bool:
    bound = str(condition["bound"])
    if bound[0].isalpha():
        return said == bound
    left, right = _number(said), Fraction(bound)
    sign = condition["comparator"]
    return {">=": left >= right, ">": left > right, "<=": left <= right, "<": left < right, "=": left == right}[sign]


def _is_hit(leaf: Tree, said: str, points: Fraction) -> bool:
    knock_out = leaf.get("knock_out", False)
    if isinstance(knock_out, dict):
        return _meets(knock_out, said)
    return bool(knock_out) and points == 0


def assess(tree: Tree, told: Mapping[str, Told], read: Mapping[str, Read], place: tuple[str, str]) -> dict[str, Any]:
    """Everything that the contract names, from the tree; the place is known."""
    rule = tree["pass_rule"]
    is_full = rule["denominator"] == "full"
    found = {
        leaf["code"]: (
            number,
            score_leaf(leaf_in(leaf, *place), told.get(leaf["code"]), read.get(leaf["code"]), is_full),
        )
        for number, leaf in leaves_of(tree)
    }
    failed, criteria, total, whole = [], {}, Fraction(0), Fraction(0)
    for criterion in tree["criteria"]:
        number = str(criterion["criterion"])
        own = [leaf for of, leaf in found.values() if of == number]
        most = Fraction(str(criterion["max_points"])) if is_full else sum((leaf.most for leaf in own), Fraction(0))
        points = sum((leaf.points for leaf in own if leaf.points is not None), Fraction(0))
        criteria[number] = (points, most)
        total, whole = total + points, whole + most
        if points * 100 < most * rule["each_criterion_min_percent"]:
            failed.append(f"criterion {number}")
    if total * 100 < whole * rule["total_min_percent"]:
        failed.insert(0, "total")
    if rule["no_knock_out"]:
        failed += [f"knock_out {code}" for code, (_, leaf) in found.items() if leaf.hit]
    is_open = any(leaf.points is None for _, leaf in found.values()) or not rule["knock_out_items_known"] or not whole
    return {
        "total": total,
        "max_total": whole,
        "verdict": "chua_du_can_cu" if is_open else "khong_dat" if failed else "dat",
        "failed": [] if is_open else failed,
        "criteria": criteria,
        "items": {code: leaf for code, (_, leaf) in found.items()},
    }
