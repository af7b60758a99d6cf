"""What to do first: points that can still be reached, leaf by leaf, with the effort and who can act.

The same from the self score and from the dry run: whatever result is handed in is what "now" means. A leaf that does
not apply here is no action, and neither is one at its best. Source: CONTRACT section 3 (``effort``, ``responsible``).
"""

from __future__ import annotations

import enum
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from data.assessment.definitions import Item
from data.assessment.records import ItemChoice
from data.assessment.results import LeafPoints, Result
from data.model import Number
from data.numbers import bare


class Actor(enum.Enum):
    """Who can act; a text that names none of the three, or several of them, is OTHER and is shown as it stands."""

    STATION = "station"
    HEALTH_CENTRE = "health_centre"
    COMMUNE = "commune"
    OTHER = "other"


class Action(NamedTuple):
    """Lifting one leaf to the most points that it can get.

    Attributes:
        leaf: As it is scored now; without points it counts 0.
        place: Counts the leaves of the table from 0: the order of the table.
        now, reachable, gain: Points; gain is above 0, or 0 where only a knock-out is lifted.
        effort: 1 (little) to 5: the station's own, else the set's.
        responsible: As written by the station or the set; empty when nobody is named.
        lifts_knock_out: Whether the leaf is hit as "điểm liệt" now and would not be then.
    """

    leaf: LeafPoints
    place: int
    now: Number
    reachable: Number
    gain: Number
    effort: int
    actor: Actor
    responsible: str = ""
    lifts_knock_out: bool = False

    @property
    def item(self) -> Item:
        """The item that the action lifts."""
        return self.leaf.item


class ActionGroup(NamedTuple):
    """The actions of one actor: least effort first, then most points, then the order of the table."""

    actor: Actor
    actions: tuple[Action, ...]
    gain: Number


def reachable(result: Result, choices: Iterable[ItemChoice] = ()) -> tuple[Action, ...]:
    """The points that can still be reached, in the order of the table.

    Args:
        result: What "now" means: the self score, or ``DryRun.expected``.
        choices: The station's own effort and who acts, of this set; others are passed over.
    """
    own = {choice.item: choice for choice in choices if choice.criteria_set == result.criteria_set.id}
    responsible = {each.criterion.number: each.criterion.responsible for each in result.criteria}
    actions = []
    for place, leaf in enumerate(result.leaves):
        best = best_points(leaf)
        now: Number = leaf.points if leaf.points is not None else 0
        if leaf.is_absent or (best <= now and not leaf.knock_out_hit):
            continue
        choice = own.get(leaf.item.code, ItemChoice(criteria_set=result.criteria_set.id, item=leaf.item.code))
        who = choice.responsible or leaf.item.responsible or responsible[leaf.criterion]
        actions.append(
            Action(
                leaf=leaf,
                place=place,
                now=now,
                reachable=best,
                gain=best - now,
                effort=choice.effort if choice.effort is not None else leaf.item.effort,
                actor=actor_of(who),
                responsible=who,
                lifts_knock_out=leaf.knock_out_hit,
            )
        )
    return tuple(actions)


def grouped(actions: Sequence[Action]) -> tuple[ActionGroup, ...]:
    """The actions by who can act, in the order of ``Actor``; groups without actions are left out."""
    groups = []
    for actor in Actor:
        own = sorted((each for each in actions if each.actor is actor), key=_first_things_first)
        if own:
            groups.append(ActionGroup(actor=actor, actions=tuple(own), gain=sum(each.gain for each in own)))
    return tuple(groups)


def best_points(leaf: LeafPoints) -> Number:
    """The most points that a leaf can get here; its points now where its maximum is not known."""
    return leaf.max_points


def actor_of(responsible: str) -> Actor:
    """Who can act, from what the table says; conservative: anything unclear stays OTHER."""
    words = bare(responsible).strip()
    by_code = {actor.value: actor for actor in (Actor.STATION, Actor.HEALTH_CENTRE, Actor.COMMUNE)}
    if words in by_code:
        return by_code[words]
    return Actor.OTHER


def _first_things_first(action: Action) -> tuple[int, Number, int]:
    return action.effort, -action.gain, action.place
