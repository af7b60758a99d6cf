"""What may serve as evidence under each criterion: suggestions ("gợi ý") and the plans' obligations, never official.

The suggested lines come with the program (``assets/catalogue/suggestions/``) and are read when they are asked for. Both
they and the obligations are linked to the criteria of two known sets; another set takes part only where it says that it
replaces the newer of them, or where its criteria have the very same numbers and names. Nothing is guessed.
"""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from data.assessment.definitions import CriteriaSet, Criterion
from data.assessment.records import Evidence
from data.assessment.shipped import shipped_sets
from data.catalogue.content import Catalogue
from data.errors import EnvironmentFault
from data.model import ObligationState
from data.numbers import bare
from data.paths import asset
from data.periods import parse_period
from data.plan_definitions import Obligation

OLD_SET, NEW_SET = "4667-QD-BYT", "1300-QD-BYT"
"""The sets whose criteria the obligations and the suggested lines name."""

_FILE = ("catalogue", "suggestions", f"{NEW_SET}.toml")


class OnRecord(NamedTuple):
    """What the station has on record for the assessed year.

    Attributes:
        plans: Ids of the plans whose obligations count (those that bind the station), in their order.
        states: What was recorded of obligations, of any plan and period.
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
    """An obligation of a plan, with what was recorded of it for the year; None while nothing is."""

    plan: str
    plan_title_vi: str
    obligation: Obligation
    state: ObligationState | None = None


class CriterionSuggestions(NamedTuple):
    """What is suggested under one criterion.

    Attributes:
        criterion: Its number in the set that was asked about.
        checklist: Suggested lines, in the order of their source.
        obligations: Of the station's plans, in the order of the plans.
        papers: On record for the criterion or one of its items.
    """

    criterion: str
    checklist: tuple[Suggestion, ...]
    obligations: tuple[PlanObligation, ...]
    papers: tuple[Evidence, ...]


class _Line(NamedTuple):
    """A suggested line, with the numbers of its criteria in the new set."""

    criteria: tuple[int, ...]
    suggestion: Suggestion


def suggestions_of(
    criteria_set: CriteriaSet, catalogue: Catalogue, on_record: OnRecord
) -> tuple[CriterionSuggestions, ...]:
    """Suggestions criterion by criterion, in the order of the set; without lines where nothing can be matched.

    Raises:
        EnvironmentFault: catalogue_unreadable (``file``) when a file of the program is missing or damaged.
    """
    known_as = known_set(criteria_set)
    found = []
    for criterion in criteria_set.criteria:
        new, old = _numbers(criterion, known_as, catalogue.criteria_4667_to_1300)
        codes = _codes(criterion)
        found.append(
            CriterionSuggestions(
                criterion=criterion.number,
                checklist=tuple(line.suggestion for line in _lines() if new.intersection(line.criteria)),
                obligations=tuple(_obligations(catalogue, on_record, old)),
                papers=tuple(paper for paper in on_record.evidence if paper.item in codes),
            )
        )
    return tuple(found)


def known_set(criteria_set: CriteriaSet) -> str:
    """Id of the known set whose numbers a set's criteria have; empty where that is not certain.

    It is the set itself; or the known set whose criteria have the very same numbers and names; or the new set where the
    set says that it replaces that one. What replaces the old set may be numbered like the new one, as the new one is.
    """
    if criteria_set.id in (OLD_SET, NEW_SET):
        return criteria_set.id
    names = _names(criteria_set)
    for known in shipped_sets():
        if known.id in (OLD_SET, NEW_SET) and _names(known) == names:
            return known.id
    return NEW_SET if criteria_set.supersedes == NEW_SET else ""


def _numbers(
    criterion: Criterion, known_as: str, old_to_new: Mapping[int, int | None]
) -> tuple[frozenset[int], frozenset[int]]:
    """Numbers of a criterion in the new and in the old set; none where it has no counterpart."""
    if not known_as or not criterion.number.isdecimal():
        return frozenset(), frozenset()
    number = int(criterion.number)
    if known_as == NEW_SET:
        return frozenset((number,)), frozenset(old for old, new in old_to_new.items() if new == number)
    new = old_to_new.get(number)
    return frozenset(() if new is None else (new,)), frozenset((number,))


def _obligations(catalogue: Catalogue, on_record: OnRecord, numbers: Collection[int]) -> list[PlanObligation]:
    states = _newest(on_record)
    return [
        PlanObligation(
            plan=plan.id,
            plan_title_vi=plan.short_title_vi,
            obligation=obligation,
            state=states.get(obligation.id),
        )
        for plan in (catalogue.plans[code] for code in on_record.plans if code in catalogue.plans)
        for obligation in plan.obligations
        if set(obligation.criteria_4667).intersection(numbers)
    ]


def _newest(on_record: OnRecord) -> dict[str, ObligationState]:
    """The state of each obligation for the year: the year's own, else the newest inside it."""
    found: dict[str, ObligationState] = {}
    ranks: dict[str, tuple[bool, int]] = {}
    for state in on_record.states:
        period = parse_period(state.period)
        rank = (period.is_year, period.last_month)
        if period.year == on_record.year and rank >= ranks.get(state.item_id, rank):
            found[state.item_id], ranks[state.item_id] = state, rank
    return found


def _codes(criterion: Criterion) -> frozenset[str]:
    """The number of a criterion and the codes of everything below it."""
    codes, waiting = {criterion.number}, list(criterion.items)
    while waiting:
        item = waiting.pop()
        codes.add(item.code)
        waiting.extend(item.items)
    return frozenset(codes)


def _names(criteria_set: CriteriaSet) -> tuple[tuple[str, str], ...]:
    """Number and name of each criterion; dashes and blanks are written in several ways and make no difference."""
    return tuple(
        (each.number, " ".join(bare(each.name_vi.replace("–", "-")).split())) for each in criteria_set.criteria
    )


@cache
def _lines() -> tuple[_Line, ...]:
    path = asset(*_FILE)
    try:
        content = tomllib.loads(path.read_text("utf-8"))
        source = content["source_vi"]
        return tuple(
            _Line(
                criteria=tuple(line["criteria"]),
                suggestion=Suggestion(text_vi=line["text_vi"], source_vi=f"{source}, mục {line['clause']}"),
            )
            for line in content["line"]
        )
    except (OSError, ValueError, KeyError) as error:
        raise EnvironmentFault("catalogue_unreadable", file=path.name) from error
