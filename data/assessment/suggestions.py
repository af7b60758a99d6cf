"""What may serve as evidence under each criterion: suggestions ("gợi ý") and the plans' obligations, never official."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from data.assessment.definitions import CriteriaSet
from data.assessment.records import Evidence
from data.catalogue.content import Catalogue
from data.model import ObligationState
from data.plan_definitions import Obligation


class OnRecord(NamedTuple):
    """What the station has on record for the assessed year.

    Attributes:
        plans: Ids of the plans whose obligations count (those that bind the station).
        states: What was recorded of obligations, in any period.
        evidence: The papers of the assessment.
        year: Assessed year.
    """

    plans: Sequence[str]
    states: Sequence[ObligationState]
    evidence: Sequence[Evidence]
    year: int


class Suggestion(NamedTuple):
    """A line of the suggested checklist, with its source; never official."""

    text_vi: str
    source_vi: str


class PlanObligation(NamedTuple):
    """An obligation of a plan under a criterion, with the newest state of the year; None while nothing is recorded."""

    plan: str
    plan_title_vi: str
    obligation: Obligation
    state: ObligationState | None = None


class CriterionSuggestions(NamedTuple):
    """What is suggested under one criterion, and the papers on record there.

    Attributes:
        papers: Papers registered for the criterion or for one of its leaves.
    """

    criterion: str
    checklist: tuple[Suggestion, ...]
    obligations: tuple[PlanObligation, ...]
    papers: tuple[Evidence, ...]


def suggestions_of(
    criteria_set: CriteriaSet, catalogue: Catalogue, on_record: OnRecord
) -> tuple[CriterionSuggestions, ...]:
    """Suggestions criterion by criterion, in the order of the set; empty lists where nothing can be matched."""
    raise NotImplementedError
