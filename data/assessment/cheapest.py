"""The cheapest set of actions that passes: least sum of effort, exactly (CONTRACT D2)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from data.assessment.actions import Action
from data.assessment.records import ItemChoice
from data.assessment.results import Clause, Result
from data.model import Number


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


def cheapest_path(result: Result, choices: Iterable[ItemChoice] = ()) -> CheapestPath:
    """The cheapest way from a result (self score or ``DryRun.expected``) to passing."""
    raise NotImplementedError
