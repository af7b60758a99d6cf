"""What a criteria set says, as named tuples: criteria, items, tiers, the rule of passing.

Points and limits are exact numbers, read from their decimal text. Texts are copied letter by letter. A set is data:
nothing here knows any decision by name. Source: CONTRACT section 3.
"""

from __future__ import annotations

import enum
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from data.model import Number


class Scoring(enum.Enum):
    """How a leaf gets its points."""

    YES_NO = "yes_no"
    TIERED = "tiered"
    PROPORTIONAL = "proportional"
    MANUAL = "manual"
    DEDUCTION = "deduction"


class NotApplicableRule(enum.Enum):
    """What a leaf that does not apply counts; a leaf without a rule cannot be left out: a person has to be asked."""

    FULL_POINTS = "full_points"
    EXCLUDED = "exclude_from_denominator"
    ZERO = "zero"


class Completeness(enum.Enum):
    """How much of its decision a set holds."""

    FULL = "full"
    CRITERIA_ONLY = "criterion_level_only"
    NAMES_ONLY = "names_only"


class Condition(NamedTuple):
    """A comparison with a bound: >=, >, <=, < or =; ``choice`` is the bound where that is the code of a choice."""

    comparator: str
    bound: Number
    choice: str = ""


class Tier(NamedTuple):
    """A step of a tiered leaf; the first whose condition holds gives its points."""

    condition: Condition
    points: Number
    text_vi: str = ""


class Binding(NamedTuple):
    """The figure that a leaf scores itself from: an indicator or a data element, over the assessed year."""

    indicator: str = ""
    data_element: str = ""


class KnockOut(NamedTuple):
    """When a leaf is "điểm liệt": at 0 points where there is no condition, else when its answer satisfies it."""

    condition: Condition | None = None


class Scored(NamedTuple):
    """What decides the points of a leaf, apart from its name; a zone may have its own.

    Attributes:
        max_points: Most points; None where they are not known (a set at the level of criteria).
        target: Value that gets all points of a ``proportional`` leaf; ``rounds_to_step`` where the table says so.
        per_fault: Points that each fault of a ``deduction`` leaf takes.
        applies: Whether the leaf applies here at all.
        figure_choices: Codes that the figure behind it can hold, where that is a choice; no part of the set itself,
            the catalogue knows them.
    """

    max_points: Number | None
    scoring: Scoring | None
    tiers: tuple[Tier, ...] = ()
    target: Number | None = None
    per_fault: Number | None = None
    rounds_to_step: bool = False
    knock_out: KnockOut | None = None
    applies: bool = True
    figure_choices: tuple[str, ...] = ()


class RegionVariant(NamedTuple):
    """What differs in a zone (1, 2, 3) or region (``mien_nui``, ``dong_bang``); empty fields stand for any.

    Attributes:
        scored: The whole of what decides the points there.
        text_vi, evidence, not_applicable_rule: As they are there.
    """

    scored: Scored
    text_vi: str
    evidence: tuple[str, ...]
    zone: str = ""
    region: str = ""
    not_applicable_rule: NotApplicableRule | None = None


class Item(NamedTuple):
    """A line of the score table: a leaf with points, or a heading over its own items.

    Attributes:
        scored: What decides its points; of a heading only ``max_points`` counts, the sum of its items.
        knock_out_known: Whether the set says if it is a knock-out at all.
        evidence: Papers that it asks for.
        effort: 1 (little) to 5, for "what to do first"; the station may change it.
        responsible: Who can act: station, health_centre, commune, or free text.
    """

    code: str
    text_vi: str
    scored: Scored
    knock_out_known: bool = True
    binds: Binding | None = None
    region_variants: tuple[RegionVariant, ...] = ()
    not_applicable_rule: NotApplicableRule | None = None
    evidence: tuple[str, ...] = ()
    data_source: str = ""
    responsible: str = ""
    effort: int = 3
    certainty: str = ""
    items: tuple[Item, ...] = ()


class Criterion(NamedTuple):
    """A criterion (tiêu chí): answered by its leaves where its items are complete, else by its number.

    Attributes:
        number: As printed, "1" to "10".
        max_points: None where they are not known; such a set cannot be scored.
    """

    number: str
    name_vi: str
    max_points: Number | None
    items_complete: bool
    items: tuple[Item, ...] = ()
    responsible: str = ""
    effort: int = 3
    evidence: tuple[str, ...] = ()
    certainty: str = ""


class PassRule(NamedTuple):
    """When a set is passed; both limits are inclusive, nothing is rounded before it is compared.

    Attributes:
        denominator: ``full`` (all points of the table) or ``applicable`` (of the leaves that apply).
    """

    total_min_percent: Number
    each_criterion_min_percent: Number
    no_knock_out: bool
    knock_out_items_known: bool
    denominator: str
    certainty: str = ""


class Recognition(NamedTuple):
    """The title: for how many years, assessed how often, withdrawn when a later year fails."""

    term_years: int
    reassess_every_years: int = 1
    withdraw_when_failed: bool = False
    certainty: str = ""


class ZoneRule(NamedTuple):
    """Distances (km) that put a commune into a zone; None where the source gives none.

    Attributes:
        terrain: ``mountain_remote`` or ``delta_midland``.
        min_km_difficult, below_km_difficult: The limits where the terrain is especially difficult.
    """

    zone: str
    terrain: str
    min_km: Number | None = None
    below_km: Number | None = None
    min_km_difficult: Number | None = None
    below_km_difficult: Number | None = None


class Zones(NamedTuple):
    """How communes are put into zones; the distance only proposes, a decision fixes it."""

    rules: tuple[ZoneRule, ...] = ()
    others_vi: tuple[tuple[str, str], ...] = ()
    distance_to_vi: str = ""
    decided_by: str = ""
    unknown: str = ""
    certainty: str = ""


class CriteriaSet(NamedTuple):
    """A set of criteria (bộ tiêu chí) in one version.

    Attributes:
        version: First 12 letters of the SHA-256 of its content: the same content has the same version everywhere.
        valid_to: Last day in force; None while open.
        supersedes: Id of the set that it replaces; empty when not stated.
        certainty: Free text, shown as it stands.
        is_shipped: Whether it comes with the program; a station's own set is "do đơn vị nhập", never official.
        facts: Other lines of the source for the page about the set: (key, text), in its order.
    """

    id: str
    version: str
    title_vi: str
    decision: str
    valid_from: date
    valid_to: date | None
    total_points: Number
    point_step: Number
    pass_rule: PassRule
    criteria: tuple[Criterion, ...]
    certainty: str
    completeness: Completeness | None = None
    indicator_count: int | None = None
    recognition: Recognition | None = None
    zones: Zones | None = None
    supersedes: str = ""
    source: tuple[str, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    is_shipped: bool = False


def leaves_of(criterion: Criterion) -> Iterator[Item]:
    """The leaves of a criterion in the order of the table; one leaf of its own number where items are incomplete."""
    if not criterion.items_complete:
        yield Item(
            code=criterion.number,
            text_vi=criterion.name_vi,
            scored=Scored(max_points=criterion.max_points, scoring=Scoring.MANUAL),
            evidence=criterion.evidence,
            responsible=criterion.responsible,
            effort=criterion.effort,
            certainty=criterion.certainty,
        )
        return
    waiting = list(reversed(criterion.items))
    while waiting:
        item = waiting.pop()
        if item.items:
            waiting.extend(reversed(item.items))
        else:
            yield item


def leaves(criteria_set: CriteriaSet) -> Iterator[tuple[Criterion, Item]]:
    """All leaves of a set with their criterion, in the order of the table."""
    for criterion in criteria_set.criteria:
        for item in leaves_of(criterion):
            yield criterion, item


def is_valid_in(criteria_set: CriteriaSet, year: int) -> bool:
    """Whether a set is in force on 31 December of a year (CONTRACT section 3)."""
    last = date(year, 12, 31)
    return criteria_set.valid_from <= last and (criteria_set.valid_to is None or last <= criteria_set.valid_to)


def in_place(item: Item, zone: str, region: str) -> Item:
    """The item as it reads in a zone and region; the first variant that fits."""
    for variant in item.region_variants:
        if variant.zone in ("", zone) and variant.region in ("", region):
            return item._replace(
                text_vi=variant.text_vi,
                scored=variant.scored,
                evidence=variant.evidence,
                not_applicable_rule=variant.not_applicable_rule,
            )
    return item
