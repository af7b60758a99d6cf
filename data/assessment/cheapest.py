"""The cheapest set of actions that passes: least sum of effort, exactly (CONTRACT D2).

An action lifts one leaf to the most points that it can get. The effort belongs to the leaf, not to the step, so that
lifting it part of the way costs the same and never serves better: only whole actions are looked at. Leaves that are hit
as knock-out must be lifted; every criterion and the total must reach their limits; leaves without points count 0.

The search keeps, for every cost, the most points that any set of actions of that cost gives: first within a criterion,
then over the criteria. A set that costs more than another and gives no more points can be left out, whatever is added
to both later; nothing else is left out, so the answer is the cheapest of all sets. Of several equally cheap ones the
one with the fewest actions stands, of these the one with the most points, of these the first in the order of the table.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from math import lcm
from typing import NamedTuple

from data.assessment.actions import Action, counts_as_hit, reachable
from data.assessment.records import ItemChoice
from data.assessment.results import Clause, Result
from data.assessment.verdict import CRITERION, KNOCK_OUT, TOTAL
from data.model import Number

_Label = tuple[int, int, int]
"""A set of actions: its cost (effort, then count), its gain in the common unit below 0, and which: -1 << place.

All three add up, and of two sets the better one is the smaller tuple: cheaper, else with more points, else first in the
table.
"""

_NOTHING: _Label = (0, 0, 0)


class CheapestPath(NamedTuple):
    """The cheapest set of actions with which the points pass, or why there is none.

    Attributes:
        actions: In the order of the table; empty when the points pass already, or when nothing passes.
        effort: Sum of their efforts.
        before, after: Total points now (leaves without points count 0) and with the actions.
        criteria_after: (criterion's number, points) with the actions, in the order of the table.
        unreachable: Clauses that cannot be reached whatever is done: ``value`` is the most that can be; empty when
            there is a path.
        knock_outs_unknown: The set does not say which leaves are knock-outs: the points pass, no more can be said.
    """

    actions: tuple[Action, ...]
    effort: int
    before: Number
    after: Number
    criteria_after: tuple[tuple[str, Number], ...]
    unreachable: tuple[Clause, ...] = ()
    knock_outs_unknown: bool = False

    @property
    def passes(self) -> bool:
        """Whether the points pass with the actions (also with none)."""
        return not self.unreachable


class _Group(NamedTuple):
    """The actions of a criterion: those that must be, those that may be, and the gain that it needs."""

    forced: tuple[Action, ...]
    free: tuple[Action, ...]
    need: Number


class _Scale(NamedTuple):
    """Points and effort as whole numbers: ``unit`` parts of a point; a cost of ``effort`` for each effort, plus 1.

    ``last`` is the place of the last leaf.
    """

    unit: int
    effort: int
    last: int

    def label(self, action: Action) -> _Label:
        """The set of this action alone."""
        return action.effort * self.effort + 1, -int(action.gain * self.unit), -1 << (self.last - action.place)


def cheapest_path(result: Result, choices: Iterable[ItemChoice] = ()) -> CheapestPath:
    """The cheapest way to passing from a result.

    Args:
        result: The self score, or ``DryRun.expected``.
        choices: The station's own effort, of this set.
    """
    actions = reachable(result, choices)
    groups = _groups(result, actions)
    unreachable = _unreachable(result, actions, groups)
    chosen = () if unreachable else _cheapest(groups, result.limit - result.total, len(result.leaves))
    gains = {each.criterion.number: each.points for each in result.criteria}
    for action in chosen:
        gains[action.leaf.criterion] += action.gain
    return CheapestPath(
        actions=chosen,
        effort=sum(each.effort for each in chosen),
        before=result.total,
        after=result.total + sum(each.gain for each in chosen),
        criteria_after=tuple(gains.items()),
        unreachable=unreachable,
        knock_outs_unknown=result.knock_outs_unknown,
    )


def _groups(result: Result, actions: Sequence[Action]) -> list[_Group]:
    is_strict = result.criteria_set.pass_rule.no_knock_out
    groups = []
    for each in result.criteria:
        own = [action for action in actions if action.leaf.criterion == each.criterion.number]
        forced = tuple(action for action in own if is_strict and action.lifts_knock_out)
        free = tuple(action for action in own if action not in forced and action.gain > 0)
        groups.append(_Group(forced=forced, free=free, need=each.limit - each.points))
    return groups


def _unreachable(result: Result, actions: Sequence[Action], groups: Sequence[_Group]) -> tuple[Clause, ...]:
    """The clauses that fail although everything is done, in the order of the pass rule."""
    found = []
    most = [sum(action.gain for action in (*group.forced, *group.free)) for group in groups]
    if result.total + sum(most) < result.limit:
        found.append(Clause(TOTAL, "", result.total + sum(most), result.limit))
    for each, gain in zip(result.criteria, most, strict=True):
        if each.points + gain < each.limit:
            found.append(Clause(CRITERION, each.criterion.number, each.points + gain, each.limit))
    if result.criteria_set.pass_rule.no_knock_out:
        lifted = {action.place for action in actions if action.lifts_knock_out}
        for place, leaf in enumerate(result.leaves):
            if counts_as_hit(leaf) and place not in lifted:
                found.append(Clause(KNOCK_OUT, leaf.item.code, leaf.points or 0, 0))
    return tuple(found)


def _cheapest(groups: Sequence[_Group], need: Number, leaf_count: int) -> tuple[Action, ...]:
    """The cheapest set of actions; every clause can be reached. Forced actions stand before the search begins."""
    forced = [action for group in groups for action in group.forced]
    free = [action for group in groups for action in group.free]
    amounts = [need, *(group.need for group in groups), *(action.gain for action in (*forced, *free))]
    scale = _Scale(
        unit=lcm(*(Fraction(amount).denominator for amount in amounts)), effort=leaf_count + 1, last=leaf_count
    )
    enough = -int((need - sum(action.gain for action in forced)) * scale.unit)
    labels = [_NOTHING]
    for group in groups:
        labels = _thinned(_joined(labels, _of_criterion(group, scale)), enough)
    order = -next(label for label in labels if label[1] <= enough)[2]
    chosen = [*forced, *(action for action in free if order >> (scale.last - action.place) & 1)]
    return tuple(sorted(chosen, key=lambda action: action.place))


def _of_criterion(group: _Group, scale: _Scale) -> list[_Label]:
    """The sets of free actions of a criterion that are worth a thought and reach its limit."""
    labels = [_NOTHING]
    for action in group.free:
        labels = _thinned([*labels, *_joined(labels, [scale.label(action)])])
    enough = -int((group.need - sum(action.gain for action in group.forced)) * scale.unit)
    return [label for label in labels if label[1] <= enough]


def _joined(some: Sequence[_Label], others: Sequence[_Label]) -> list[_Label]:
    return [(one[0] + two[0], one[1] + two[1], one[2] + two[2]) for one in some for two in others]


def _thinned(labels: list[_Label], enough: int | None = None) -> list[_Label]:
    """Without sets that cost more than another and give no more; with none beyond the first that gives enough."""
    labels.sort()
    kept = labels[:1]
    for label in labels:
        if enough is not None and kept[-1][1] <= enough:
            break
        if label[1] < kept[-1][1]:
            kept.append(label)
    return kept
