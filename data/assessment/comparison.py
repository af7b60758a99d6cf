"""Results side by side: layers item by item, years and sets criterion by criterion, for screen and paper.

Criteria of two sets are matched by their number; those of QĐ 4667 and QĐ 1300 by the catalogue's table of successors.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from data.assessment.definitions import CriteriaSet, Item
from data.assessment.results import CriterionPoints, LeafPoints, Result
from data.catalogue.content import Catalogue
from data.catalogue.expressions import divide
from data.model import Number

_BEFORE, _AFTER = "4667-", "1300-"
"""How the ids of the two sets begin that the catalogue's table of successors joins."""


class LayerRow(NamedTuple):
    """A leaf as several layers scored it.

    Attributes:
        leaves: One for each layer, in their order.
        difference: Points of the last layer minus those of the first; None while one of them has none.
        is_different: Whether any two layers that scored it differ in points or in what was answered.
        is_open: Whether a layer has not scored it: that is no difference.
    """

    criterion: str
    item: Item
    leaves: tuple[LeafPoints, ...]
    difference: Number | None
    is_different: bool
    is_open: bool


class CriterionRow(NamedTuple):
    """A criterion in several results; None where a set has no such criterion.

    Attributes:
        number: Its number in the last set that has it; ``name_vi`` as that set calls it.
        points: One for each result, in their order.
        shares: Per cent of its points, exact; None where it is not there, not wholly scored, or has no points to get.
        difference: Points of the last result minus those of the first; None where one of them is not wholly scored or
            the two have different maximum points, so that only the shares can be compared.
        share_difference: The same in percentage points; also for different maximum points.
    """

    number: str
    name_vi: str
    points: tuple[CriterionPoints | None, ...]
    shares: tuple[Number | None, ...]
    difference: Number | None
    share_difference: Number | None


def layers_side_by_side(results: Sequence[Result]) -> tuple[LayerRow, ...]:
    """Every leaf with what each layer gave it, in the order of the table; the results are of one set and version."""
    rows = zip(*(result.leaves for result in results), strict=True)
    return tuple(_layer_row(leaves) for leaves in rows)


def layer_differences(results: Sequence[Result]) -> tuple[LayerRow, ...]:
    """The leaves over which the layers that scored them differ."""
    return tuple(row for row in layers_side_by_side(results) if row.is_different)


def criteria_side_by_side(results: Sequence[Result], catalogue: Catalogue) -> tuple[CriterionRow, ...]:
    """Every criterion of these results, as the last set lists them; those without a counterpart there stand last.

    Args:
        results: Years of one set, or sets of one year, oldest first.
        catalogue: Holds the successors of criteria from one set to the next.
    """
    if not results:
        return ()
    last = results[-1].criteria_set
    found: dict[tuple[str, str], list[CriterionPoints | None]] = {
        ("", criterion.number): [None] * len(results) for criterion in last.criteria
    }
    for place, result in enumerate(results):
        numbers = _numbers_in(result.criteria_set, last, catalogue)
        for each in result.criteria:
            number = numbers.get(each.criterion.number)
            key = ("", number) if number is not None else (result.criteria_set.id, each.criterion.number)
            found.setdefault(key, [None] * len(results))[place] = each
    return tuple(_criterion_row(points) for points in found.values())


def _layer_row(leaves: tuple[LeafPoints, ...]) -> LayerRow:
    first, last = leaves[0], leaves[-1]
    is_scored = first.points is not None and last.points is not None
    return LayerRow(
        criterion=first.criterion,
        item=first.item,
        leaves=leaves,
        difference=(last.points or 0) - (first.points or 0) if is_scored else None,
        is_different=len({(leaf.points, leaf.answer) for leaf in leaves if leaf.points is not None}) > 1,
        is_open=any(leaf.points is None for leaf in leaves),
    )


def _numbers_in(of: CriteriaSet, last: CriteriaSet, catalogue: Catalogue) -> Mapping[str, str]:
    """Number of a criterion -> its number in the last set, for those that have one there."""
    successors = {str(old): str(new) for old, new in catalogue.criteria_4667_to_1300.items() if new is not None}
    if of.id.startswith(_BEFORE) and last.id.startswith(_AFTER):
        return successors
    if of.id.startswith(_AFTER) and last.id.startswith(_BEFORE):
        return {new: old for old, new in successors.items()}
    known = {criterion.number for criterion in last.criteria}
    return {criterion.number: criterion.number for criterion in of.criteria if criterion.number in known}


def _criterion_row(points: Sequence[CriterionPoints | None]) -> CriterionRow:
    named = next(each for each in reversed(points) if each is not None).criterion
    shares = tuple(_share(each) for each in points)
    first, last = points[0], points[-1]
    is_alike = first is not None and last is not None and first.max_points == last.max_points
    is_whole = shares[0] is not None and shares[-1] is not None
    return CriterionRow(
        number=named.number,
        name_vi=named.name_vi,
        points=tuple(points),
        shares=shares,
        difference=_minus(last and last.points, first and first.points) if is_alike and is_whole else None,
        share_difference=_minus(shares[-1], shares[0]),
    )


def _share(each: CriterionPoints | None) -> Number | None:
    if each is None or each.unscored or not each.max_points:
        return None
    return divide(each.points * 100, each.max_points)


def _minus(last: Number | None, first: Number | None) -> Number | None:
    return None if last is None or first is None else last - first


def totals(results: Iterable[Result]) -> tuple[Number | None, ...]:
    """Total of each result; None while one of its leaves is not scored."""
    return tuple(None if result.unscored else result.total for result in results)
