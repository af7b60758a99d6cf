"""A criteria set while it is changed in the window: its leaves by place, a leaf replaced, a leaf as text and back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from data.assessment.definitions import Condition, CriteriaSet, Criterion, Item, KnockOut, Scored, Tier, leaves_of
from data.definitions import ValueType
from data.model import Number
from data.numbers import Figure, exact, exact_text, format_typed, parse_figure

_PLACE = re.compile(r"criteria\[(\d+)\]((?:\.items\[\d+\])*)(?:\.(\w+)(?:\[(\d+)\])?)?.*")
_NUMBER = re.compile(r"\d+")
_CONDITION = re.compile(r"(>=|≥|<=|≤|>|<|=)\s*(\S.*)")
_SIGNS = {"≥": ">=", "≤": "<="}
_PRINTED = {">=": "≥", "<=": "≤"}
_WORD = re.compile(r"\w+")


class Spot(NamedTuple):
    """Place of a leaf in its set: number of its criterion, then of each item below it, from 0.

    ``items`` is empty for a criterion that is answered as a whole.
    """

    criterion: int
    items: tuple[int, ...] = ()


class Blame(NamedTuple):
    """What a fault is about: a leaf (None where it is about the whole set), and the field."""

    spot: Spot | None
    field: str = ""


def leaves_with_spots(criteria_set: CriteriaSet) -> Iterator[tuple[Spot, Criterion, Item]]:
    """All leaves in the order of the table, each with its place."""
    for number, criterion in enumerate(criteria_set.criteria):
        if criterion.items_complete:
            for path, item in _below(criterion.items):
                yield Spot(number, path), criterion, item
        else:
            yield Spot(number), criterion, next(leaves_of(criterion))


def _below(items: tuple[Item, ...]) -> Iterator[tuple[tuple[int, ...], Item]]:
    for number, item in enumerate(items):
        if item.items:
            for path, inner in _below(item.items):
                yield (number, *path), inner
        else:
            yield (number,), item


def with_leaf(criteria_set: CriteriaSet, spot: Spot, leaf: Item) -> CriteriaSet:
    """The set with another leaf in a place; a criterion that is answered as a whole takes what it can hold."""
    criterion = criteria_set.criteria[spot.criterion]
    if spot.items:
        changed = criterion._replace(items=_replaced(criterion.items, spot.items, leaf))
    else:
        changed = criterion._replace(
            name_vi=leaf.text_vi,
            max_points=leaf.scored.max_points,
            evidence=leaf.evidence,
            effort=leaf.effort,
            responsible=leaf.responsible,
        )
    criteria = list(criteria_set.criteria)
    criteria[spot.criterion] = changed
    return criteria_set._replace(criteria=tuple(criteria))


def _replaced(items: tuple[Item, ...], path: tuple[int, ...], leaf: Item) -> tuple[Item, ...]:
    result = list(items)
    here = result[path[0]]
    result[path[0]] = here._replace(items=_replaced(here.items, path[1:], leaf)) if path[1:] else leaf
    return tuple(result)


def blamed(place: str, criteria_set: CriteriaSet, here: Spot | None = None) -> Blame:
    """What a fault's place is about; a heading's fault is shown ``here`` if below it, else at its first leaf."""
    found = _PLACE.fullmatch(place)
    if found is None or int(found[1]) >= len(criteria_set.criteria):
        return Blame(spot=None)
    path = tuple(int(number) for number in _NUMBER.findall(found[2]))
    number = int(found[1])
    spots = [spot for spot, _criterion, _leaf in leaves_with_spots(criteria_set) if spot.criterion == number]
    below = [spot for spot in spots if spot.items[: len(path)] == path] or spots
    if here is not None and here in below:
        return Blame(spot=here, field=found[3] or "")
    return Blame(spot=below[0] if below else None, field=found[3] or "")


# --- texts -----------------------------------------------------------------------------------------------------------


def number_text(number: Number | None) -> str:
    """A number as it stands in a field; empty for none."""
    return "" if number is None else format_typed(exact_text(number))


def number_of(text: str) -> Number | None:
    """What a person typed as a number; None when it is none."""
    parsed = parse_figure(text, ValueType.DECIMAL)
    return exact(parsed.value) if isinstance(parsed, Figure) else None


def condition_text(condition: Condition) -> str:
    """A condition as it stands in a field: "≥ 95", "= II"."""
    sign = _PRINTED.get(condition.comparator, condition.comparator)
    return f"{sign} {condition.choice or number_text(condition.bound)}"


def condition_of(text: str) -> Condition | None:
    """What a person typed as a condition; None when it is none."""
    found = _CONDITION.fullmatch(text.strip())
    if found is None:
        return None
    comparator, bound = _SIGNS.get(found[1], found[1]), found[2].strip()
    number = number_of(bound)
    if number is not None:
        return Condition(comparator=comparator, bound=number)
    return Condition(comparator=comparator, bound=0, choice=bound) if _WORD.fullmatch(bound) else None


def tiers_text(tiers: tuple[Tier, ...]) -> str:
    """Tiers as they stand in a field, a line each: "≥ 95 : 2"."""
    lines = (f"{condition_text(tier.condition)} : {number_text(tier.points)}" for tier in tiers)
    return "\n".join(lines)


def tiers_of(text: str, before: tuple[Tier, ...]) -> tuple[Tier, ...] | str:
    """What a person typed as tiers, a line each; the line that is none when one is none.

    Words that a tier carried before stay with it where its condition stayed.
    """
    told = {tier.condition: tier.text_vi for tier in before}
    tiers = []
    for line in text.split("\n"):
        if not line.strip():
            continue
        left, _colon, right = line.rpartition(":")
        condition, points = condition_of(left), number_of(right)
        if condition is None or points is None:
            return line.strip()
        tiers.append(Tier(condition=condition, points=points, text_vi=told.get(condition, "")))
    return tuple(tiers)


def lines_of(text: str) -> tuple[str, ...]:
    """Lines of a field without those that are empty."""
    return tuple(line.strip() for line in text.split("\n") if line.strip())


NO_KNOCK_OUT, AT_ZERO, AT_CONDITION, NOT_KNOWN = "none", "zero", "condition", "unknown"


def knock_out_kind(item: Item) -> str:
    """Which of the four kinds of knock-out a leaf has."""
    knock_out = item.scored.knock_out
    if knock_out is None:
        return NO_KNOCK_OUT if item.knock_out_known else NOT_KNOWN
    return AT_ZERO if knock_out.condition is None else AT_CONDITION


def with_knock_out(item: Item, scored: Scored, kind: str, condition: Condition | None) -> Item:
    """The leaf with other points and a knock-out of this kind."""
    knock_out = KnockOut(condition if kind == AT_CONDITION else None) if kind in (AT_ZERO, AT_CONDITION) else None
    return item._replace(scored=scored._replace(knock_out=knock_out), knock_out_known=kind != NOT_KNOWN)
