"""What scoring a set gives, as named tuples: leaves, criteria, verdict. All figures are exact."""

from __future__ import annotations

import enum
from typing import NamedTuple

from data.assessment.definitions import CriteriaSet, Criterion, Item
from data.model import Number, Status


class AssessmentVerdict(enum.Enum):
    """The words of CONTRACT section 2, assess."""

    PASSED = "dat"
    FAILED = "khong_dat"
    NO_GROUND = "chua_du_can_cu"


class Problem(enum.Enum):
    """Why a leaf has no points."""

    UNANSWERED = "unanswered"
    FIGURE_MISSING = "figure_missing"
    NO_DENOMINATOR = "no_denominator"
    NO_RULE_FOR_ABSENCE = "no_rule_for_absence"
    PLACE_UNKNOWN = "place_unknown"
    FIGURE_GONE = "figure_gone"


class Source(enum.Enum):
    """Where a leaf's points come from: a person's answer, the station's figures, or a person against the figures."""

    NONE = "none"
    ANSWER = "answer"
    FIGURE = "figure"
    OVERRIDE = "override"


class Place(NamedTuple):
    """Where the station lies for zone variants; empty while not stated. ``region`` is mien_nui or dong_bang."""

    zone: str = ""
    region: str = ""


class Reading(NamedTuple):
    """What the station's figures say to a bound leaf, for the assessed year.

    Attributes:
        status: As of an indicator; MISSING also for a code that the catalogue does not hold (``is_gone``).
        value: Exact; None when there is none. ``choice`` is the code of a choice.
        missing: Data elements that are missing; ``code@period`` for a sub-period.
    """

    code: str
    status: Status
    value: Number | None = None
    choice: str = ""
    missing: tuple[str, ...] = ()
    is_gone: bool = False


class LeafPoints(NamedTuple):
    """A leaf with its points.

    Attributes:
        criterion: Number of its criterion.
        item: As it reads in the station's zone.
        answer: What was counted, as canonical text; of a figure its exact text; empty when nothing was.
        points: None while it is not scored (``problem`` says why).
        max_points: Most points it can get here; 0 where it is left out of the denominator.
        is_absent: Whether it was answered, or ruled, not applicable.
        knock_out_hit: Whether it is hit as "điểm liệt".
        reason: What a person wrote beside the answer.
    """

    criterion: str
    item: Item
    answer: str = ""
    source: Source = Source.NONE
    points: Number | None = None
    max_points: Number = 0
    is_absent: bool = False
    knock_out_hit: bool = False
    problem: Problem | None = None
    reading: Reading | None = None
    reason: str = ""


class CriterionPoints(NamedTuple):
    """A criterion with the sum of its scored leaves, and how many are not scored.

    Attributes:
        max_points: What the pass rule takes its per cent of: all points, or those of the leaves that apply.
        limit: Points that it needs at least.
    """

    criterion: Criterion
    points: Number
    max_points: Number
    limit: Number
    unscored: int


class Clause(NamedTuple):
    """A clause of the pass rule that fails, in points.

    Attributes:
        kind: ``total``, ``criterion`` (``subject`` is its number) or ``knock_out`` (``subject`` is the item's code).
    """

    kind: str
    subject: str
    value: Number
    limit: Number


class Result(NamedTuple):
    """A set scored for one layer.

    Attributes:
        total: Sum of the scored leaves; ``max_total`` what the pass rule takes its per cent of; ``limit`` is needed.
        failed: Clauses that fail, when the verdict is FAILED; else empty.
        foreseen: Clauses that fail whatever the open leaves get; with NO_GROUND a warning, else as ``failed``.
        unscored: Codes of leaves without points, in the order of the table.
        knock_outs_unknown: Whether the set does not say which leaves are knock-outs.
    """

    criteria_set: CriteriaSet
    layer: str
    leaves: tuple[LeafPoints, ...]
    criteria: tuple[CriterionPoints, ...]
    total: Number
    max_total: Number
    limit: Number
    verdict: AssessmentVerdict
    failed: tuple[Clause, ...] = ()
    foreseen: tuple[Clause, ...] = ()
    unscored: tuple[str, ...] = ()
    knock_outs_unknown: bool = False
