"""Points of leaves -> criteria, totals, verdict. Limits are inclusive and nothing is rounded before it is compared.

Source: CONTRACT section 3, ``pass_rule``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from data.assessment.definitions import CriteriaSet, Criterion
from data.assessment.results import AssessmentVerdict, Clause, CriterionPoints, LeafPoints, Result
from data.catalogue.expressions import divide
from data.model import Number

FULL, APPLICABLE = "full", "applicable"

TOTAL, CRITERION, KNOCK_OUT = "total", "criterion", "knock_out"
"""Kinds of clauses."""


class _Sum(NamedTuple):
    """Points against a limit; ``best`` where every open leaf got its maximum."""

    kind: str
    subject: str
    points: Number
    best: Number
    limit: Number


def result_of(criteria_set: CriteriaSet, layer: str, points: Sequence[LeafPoints]) -> Result:
    """The result of a layer from the points of its leaves, in the order of the table.

    ``chua_du_can_cu`` while a leaf is unscored, while the set does not say which leaves are knock-outs, and where no
    leaf applies at all. A criterion of which no leaf applies has a limit of 0 and holds.
    """
    rule = criteria_set.pass_rule
    of_criterion = {number: tuple(group) for number, group in groupby(points, lambda leaf: leaf.criterion)}
    criteria = tuple(
        _criterion_points(criteria_set, criterion, of_criterion.get(criterion.number, ()))
        for criterion in criteria_set.criteria
    )
    total = _sum(each.points for each in criteria)
    max_total = _sum(each.max_points for each in criteria)
    limit = divide(rule.total_min_percent * max_total, 100)
    sums = _sums(criteria, of_criterion, Clause(TOTAL, "", total, limit))
    knocked = [Clause(KNOCK_OUT, leaf.item.code, leaf.points or 0, 0) for leaf in points if leaf.knock_out_hit]
    knocked = knocked if rule.no_knock_out else []
    unscored = tuple(leaf.item.code for leaf in points if leaf.points is None)
    foreseen = (*(Clause(each.kind, each.subject, each.best, each.limit) for each in sums if each.best < each.limit),)
    foreseen = (*foreseen, *knocked)
    verdict = AssessmentVerdict.FAILED if foreseen else AssessmentVerdict.PASSED
    if unscored or not rule.knock_out_items_known or not max_total:
        verdict = AssessmentVerdict.NO_GROUND
    return Result(
        criteria_set=criteria_set,
        layer=layer,
        leaves=tuple(points),
        criteria=criteria,
        total=total,
        max_total=max_total,
        limit=limit,
        verdict=verdict,
        failed=foreseen if verdict is AssessmentVerdict.FAILED else (),
        foreseen=foreseen,
        unscored=unscored,
        knock_outs_unknown=not rule.knock_out_items_known,
    )


def _criterion_points(criteria_set: CriteriaSet, criterion: Criterion, points: Sequence[LeafPoints]) -> CriterionPoints:
    """The sum of a criterion; its 100 % are its printed points, or those of the leaves that apply."""
    rule = criteria_set.pass_rule
    most = _sum(leaf.max_points for leaf in points)
    if rule.denominator == FULL:
        most = criterion.max_points if criterion.max_points is not None else most
    return CriterionPoints(
        criterion=criterion,
        points=_sum(leaf.points for leaf in points if leaf.points is not None),
        max_points=most,
        limit=divide(rule.each_criterion_min_percent * most, 100),
        unscored=sum(leaf.points is None for leaf in points),
    )


def _sums(
    criteria: Sequence[CriterionPoints], of_criterion: Mapping[str, Sequence[LeafPoints]], total: Clause
) -> list[_Sum]:
    """The total and every criterion against its limit, in the order of the pass rule."""
    sums = []
    for each in criteria:
        number = each.criterion.number
        still = _sum(leaf.max_points for leaf in of_criterion.get(number, ()) if leaf.points is None)
        sums.append(_Sum(CRITERION, number, each.points, each.points + still, each.limit))
    still = _sum(each.best - each.points for each in sums)
    return [_Sum(TOTAL, "", total.value, total.value + still, total.limit), *sums]


def _sum(numbers: Iterable[Number]) -> Number:
    """Exact sum; whole where it is whole."""
    total: Number = sum(numbers)
    return total.numerator if total.denominator == 1 else total
