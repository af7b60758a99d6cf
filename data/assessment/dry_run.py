"""The dry run of the inspection: the same station scored as a strict team would, under stated assumptions.

Pure: it needs the answers of the self layer, the readings of the bound leaves, the register of evidence and the place,
as one ``Inspection``. Every assumption that was made stands in the result as data.

Source: CONTRACT D1 (official population) and section 3 (scoring).
"""

from __future__ import annotations

import enum
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from data.assessment.definitions import CriteriaSet
from data.assessment.records import Answer, Evidence
from data.assessment.results import LeafPoints, Place, Reading, Result
from data.model import Number


class Assumption(enum.Enum):
    """What the dry run supposes, in the order in which it is said.

    ``OFFICIAL_POPULATION`` and ``OWN_POPULATION`` exclude each other; each is named only where a leaf reads a figure.
    """

    EVIDENCE_NEEDED = "evidence_needed"
    MISSING_IS_NOT_MET = "missing_is_not_met"
    FIGURES_UNROUNDED = "figures_unrounded"
    OFFICIAL_POPULATION = "official_population"
    OWN_POPULATION = "own_population"
    KNOCK_OUTS_UNKNOWN = "knock_outs_unknown"


class Reason(enum.Enum):
    """Why a leaf is expected to get other points than the station gave it; also when the points stay the same."""

    OFFICIAL_POPULATION = "official_population"
    OVERRIDE_SET_ASIDE = "override_set_aside"
    FIGURE_MISSING = "figure_missing"
    UNANSWERED = "unanswered"
    EVIDENCE_MISSING = "evidence_missing"
    EVIDENCE_EXPIRED = "evidence_expired"


class Inspection(NamedTuple):
    """What the dry run needs.

    Attributes:
        criteria_set: The version that the assessment uses.
        answers: Of the self layer, by item code.
        readings: Of the bound leaves from the station's own figures (``readings.readings_of``), by item code.
        official_readings: The same from a second calculator whose population_end of the year is the official one (the
            yearly setting ``official_population``, D1); None when there is none.
        evidence: The papers of this assessment.
        place: Zone and region on 31 December of the year.
        day: The day on which papers must be valid: the day of the dry run.
    """

    criteria_set: CriteriaSet
    answers: Mapping[str, Answer]
    readings: Mapping[str, Reading]
    official_readings: Mapping[str, Reading] | None
    evidence: tuple[Evidence, ...]
    place: Place
    day: date


class ExpectedLeaf(NamedTuple):
    """A leaf as the station scored it and as the team is expected to.

    Attributes:
        claimed: The self score; ``claimed.points`` is None while it is not scored.
        expected: With points always; 0 under the assumptions.
        reasons: Why it differs, in the order of ``Reason``; empty where the self score stands.
    """

    claimed: LeafPoints
    expected: LeafPoints
    reasons: tuple[Reason, ...] = ()

    @property
    def change(self) -> Number:
        """Expected points less claimed ones; an unscored leaf claims 0."""
        claimed = self.claimed.points if self.claimed.points is not None else 0
        expected = self.expected.points if self.expected.points is not None else 0
        return expected - claimed


class DryRun(NamedTuple):
    """The self score beside what the inspection is expected to give ("tự chấm 91,5 → dự kiến phúc tra 86,0").

    Attributes:
        claimed: The self score; ``claimed.total`` is the first of the two figures.
        expected: The same set under the assumptions, with its verdict; all leaves have points then.
        leaves: All leaves in the order of the table; those with reasons are what to look at.
        assumptions: What was supposed, in the order of ``Assumption``.
    """

    claimed: Result
    expected: Result
    leaves: tuple[ExpectedLeaf, ...]
    assumptions: tuple[Assumption, ...]


def dry_run(case: Inspection) -> DryRun:
    """Score the station as the inspection is expected to."""
    raise NotImplementedError
