"""What to do first: points that can still be reached, leaf by leaf, with the effort and who can act.

The same from the self score and from the dry run: whatever result is handed in is what "now" means. A leaf that does
not apply here is no action, and neither is one at its best. Source: CONTRACT section 3 (``effort``, ``responsible``).
"""

from __future__ import annotations

import enum
import re
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from data.assessment.answers import Value, choices_of
from data.assessment.definitions import Item, Scored, Scoring
from data.assessment.records import ItemChoice
from data.assessment.results import LeafPoints, Result
from data.assessment.scoring import is_hit, points_for
from data.model import Number
from data.numbers import bare


class Actor(enum.Enum):
    """Who can act; a text that names none of the three, or several of them, is OTHER and is shown as it stands."""

    STATION = "station"
    HEALTH_CENTRE = "health_centre"
    COMMUNE = "commune"
    OTHER = "other"


_ACTOR_WORDS = {
    Actor.STATION: re.compile(r"station|tram|tram truong|(tyt|(truong )?tram y te|truong tram)( .*)?"),
    Actor.HEALTH_CENTRE: re.compile(r"health_centre|(ttyt|trung tam y te)( .*)?"),
    Actor.COMMUNE: re.compile(
        r"commune|(ubnd|uy ban nhan dan|bcd|ban chi dao)"
        r"( cssknd?| cham soc suc khoe nhan dan)?( cap)? (xa|phuong|thi tran|dac khu)( .*)?"
    ),
}
"""How the three are written, without tone marks and case; the name of a place may follow."""

_HEAD = re.compile(r"(tram truong|giam doc|chu tich) (?=tram|tyt|trung tam|ttyt|ubnd|uy ban)")
"""The head of a body stands for the body."""

_SIGNS_OF_SEVERAL = re.compile(r"[;,/&+]| va | hoac | voi | phoi hop")

_BODIES = re.compile(
    r"\btram\b|\btyt\b|\bttyt\b|trung tam|ubnd|uy ban|\bbcd\b|ban chi dao|so y te|benh vien|dang uy|hdnd"
)
"""Bodies that a text may name; where it names two, who of them acts is not for us to say."""


_FINEST = Fraction(1, 10**6)
"""Smallest step of a canonical number."""


class Action(NamedTuple):
    """Lifting one leaf to the most points that it can get.

    Attributes:
        leaf: As it is scored now; without points it counts 0.
        place: Counts the leaves of the table from 0: the order of the table.
        now, reachable, gain: Points; the gain is above 0, unless a knock-out is lifted.
        effort: 1 (little) to 5: the station's own, else the set's.
        responsible: As written by the station or the set; empty when nobody is named.
        lifts_knock_out: Whether the leaf counts as hit ("điểm liệt") now and would not then.
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
        choices: The station's own effort and who acts, of this set; those of other sets are passed over.
    """
    own = {choice.item: choice for choice in choices if choice.criteria_set == result.criteria_set.id}
    of_set = responsible_by_set(result)
    actions = []
    for place, leaf in enumerate(result.leaves):
        best = best_points(leaf, result.criteria_set.point_step)
        now: Number = leaf.points if leaf.points is not None else 0
        is_settled = leaf.is_absent and leaf.points is not None
        if is_settled or best is None or (best <= now and not counts_as_hit(leaf)):
            continue
        choice = own.get(leaf.item.code, ItemChoice(criteria_set=result.criteria_set.id, item=leaf.item.code))
        who = choice.responsible or of_set[leaf.item.code]
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
                lifts_knock_out=counts_as_hit(leaf),
            )
        )
    return tuple(actions)


def responsible_by_set(result: Result) -> dict[str, str]:
    """Who can act as the set has it, by the code of each leaf: the item's own word, else its criterion's."""
    of_criterion = {each.criterion.number: each.criterion.responsible for each in result.criteria}
    return {leaf.item.code: leaf.item.responsible or of_criterion[leaf.criterion] for leaf in result.leaves}


def grouped(actions: Sequence[Action]) -> tuple[ActionGroup, ...]:
    """The actions by who can act, in the order of ``Actor``; groups without actions are left out."""
    groups = []
    for actor in Actor:
        own = sorted((each for each in actions if each.actor is actor), key=_first_things_first)
        if own:
            groups.append(ActionGroup(actor=actor, actions=tuple(own), gain=sum(each.gain for each in own)))
    return tuple(groups)


def counts_as_hit(leaf: LeafPoints) -> bool:
    """Whether a leaf is hit as knock-out; one without points counts as hit where it is a knock-out at all."""
    return leaf.knock_out_hit or (leaf.points is None and leaf.item.scored.knock_out is not None)


def best_points(leaf: LeafPoints, step: Number) -> Number | None:
    """The most points of any answer that is no knock-out; None where every answer is one.

    That is the maximum of the leaf, unless its best tier gives less, or only a knock-out gets there. Exact over all
    numbers of six decimals, the finest that can be answered: between two bounds the points only rise or only fall, so
    that the values at the bounds and next to them stand for all.

    Args:
        leaf: The leaf as it reads in its place.
        step: Smallest step of points of the set.
    """
    scored = leaf.item.scored
    counted = ((value, points_for(scored, value, step)) for value in _telling_values(scored, step))
    return max((points for value, points in counted if not is_hit(scored, value, points)), default=None)


def actor_of(responsible: str) -> Actor:
    """Who can act, from what the table says; anything unclear, and several at once, stays OTHER."""
    words = _HEAD.sub("", " ".join(bare(responsible).split()), count=1)
    if not _SIGNS_OF_SEVERAL.search(words) and len(_BODIES.findall(words)) <= 1:
        for actor, pattern in _ACTOR_WORDS.items():
            if pattern.fullmatch(words):
                return actor
    return Actor.OTHER


def _first_things_first(action: Action) -> tuple[int, Number, int]:
    return action.effort, -action.gain, action.place


def _telling_values(scored: Scored, step: Number) -> Iterator[Value]:
    """Answers that stand for all others: the choices, or the numbers at every bound and next to it."""
    choices = choices_of(scored)
    if choices:
        yield from (Value(choice=choice) for choice in (*choices, ""))
        return
    if scored.scoring is Scoring.YES_NO:
        yield from (Value(number=number) for number in (0, 1))
        return
    bounds = [tier.condition.bound for tier in scored.tiers]
    if scored.knock_out is not None and scored.knock_out.condition is not None:
        bounds.append(scored.knock_out.condition.bound)
    if scored.scoring is Scoring.MANUAL:
        most = scored.max_points or 0
        yield from (Value(number=step * times) for times in range(int(most / step) + 1 if bounds else 0))
        yield Value(number=most)
        return
    ends = {0, *bounds, scored.target or 0}
    near = {end + side * _FINEST for end in ends for side in (-1, 0, 1)}
    yield from (Value(number=number) for number in sorted(near) if number >= 0)
