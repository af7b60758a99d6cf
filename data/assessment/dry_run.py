"""The dry run of the inspection: the same station scored as a strict team would, under stated assumptions.

Pure: it needs the answers of the self layer, the readings of the bound leaves, the register of evidence and the place,
as one ``Inspection``. Every assumption that was made stands in the result as data:

* an item that asks for evidence, and for which no valid paper is on record, gets 0 points;
* an item without answer or without its figure is not met: 0 points, and hit where it is a knock-out;
* a bound item takes the unrounded figure, never what a person put in its place. The answer stands only where the
  station's figures cannot speak: the figure is not the station's or not in the catalogue any more, or there is nobody
  to count and the answer is "not applicable", or where it gives less than the figure: a strict team raises nothing;
* the population of the statistics office replaces the station's own; where there is none, the station's own is used.

Source: CONTRACT D1 (official population) and section 3 (scoring).
"""

from __future__ import annotations

import enum
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from data.assessment.definitions import CriteriaSet, Item, Scoring
from data.assessment.evidence import is_valid_on
from data.assessment.readings import readings_of
from data.assessment.records import NOT_APPLICABLE, SELF_LAYER, Answer, Evidence
from data.assessment.results import LeafPoints, Place, Problem, Reading, Result, Source
from data.assessment.scoring import score
from data.assessment.verdict import result_of
from data.calculation import Calculator
from data.figures import Figures
from data.model import Category, CellState, Number, Status
from data.periods import Period

POPULATION = "population_end"
"""The data element that the population of the statistics office replaces (CONTRACT D1)."""


class Assumption(enum.Enum):
    """What the dry run supposes, in the order in which it is said.

    ``OFFICIAL_POPULATION`` and ``OWN_POPULATION`` exclude each other. Those about evidence are left out where no item
    asks for any, those about figures where no item is bound to one.
    """

    EVIDENCE_NEEDED = "evidence_needed"
    MISSING_IS_NOT_MET = "missing_is_not_met"
    FIGURES_UNROUNDED = "figures_unrounded"
    OFFICIAL_POPULATION = "official_population"
    OWN_POPULATION = "own_population"
    KNOCK_OUTS_UNKNOWN = "knock_outs_unknown"


class Reason(enum.Enum):
    """What the inspection is expected to see in another way than the station; the points may stay the same.

    Those that are problems of a leaf without points have the names of ``results.Problem``.
    """

    OFFICIAL_POPULATION = "official_population"
    OVERRIDE_SET_ASIDE = "override_set_aside"
    UNANSWERED = "unanswered"
    FIGURE_MISSING = "figure_missing"
    NO_DENOMINATOR = "no_denominator"
    NO_RULE_FOR_ABSENCE = "no_rule_for_absence"
    PLACE_UNKNOWN = "place_unknown"
    FIGURE_GONE = "figure_gone"
    EVIDENCE_MISSING = "evidence_missing"
    EVIDENCE_EXPIRED = "evidence_expired"


class Inspection(NamedTuple):
    """What the dry run needs.

    Attributes:
        criteria_set: The version that the assessment uses.
        answers: Of the self layer, by item code.
        readings: Of the bound leaves from the station's own figures (``readings.readings_of``), by item code.
        official_readings: From ``official_readings``, where the yearly setting ``official_population`` holds a figure
            for the assessed year; None when there is none.
        evidence: The papers of this assessment.
        place: Zone and region in the assessed year.
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
        expected: With points always.
        reasons: What is seen in another way, in the order of ``Reason``; empty where the self score stands.
    """

    claimed: LeafPoints
    expected: LeafPoints
    reasons: tuple[Reason, ...] = ()

    @property
    def change(self) -> Number:
        """Expected points less claimed ones; an unscored leaf claims 0."""
        return (self.expected.points or 0) - (self.claimed.points or 0)


class DryRun(NamedTuple):
    """The self score beside what the inspection is expected to give ("tự chấm 91,5 → dự kiến phúc tra 86,0").

    Attributes:
        claimed: The self score; ``claimed.total`` is the first of the two figures.
        expected: The same set under the assumptions, with its verdict: all leaves have points, so that only a set that
            does not say which items are knock-outs leaves it without ground.
        leaves: All leaves in the order of the table; those with reasons are what to look at.
        assumptions: What was supposed, in the order of ``Assumption``.
    """

    claimed: Result
    expected: Result
    leaves: tuple[ExpectedLeaf, ...]
    assumptions: tuple[Assumption, ...]


def dry_run(case: Inspection) -> DryRun:
    """Score the station as the inspection is expected to.

    Raises:
        UserError: criteria_set_without_points, as ``scoring.score``.
    """
    claimed = score(case.criteria_set, SELF_LAYER, case.answers, case.readings, case.place)
    readings = case.readings if case.official_readings is None else case.official_readings
    items = {leaf.item.code: leaf.item for leaf in claimed.leaves}
    answers = {
        code: answer
        for code, answer in case.answers.items()
        if code in items and _stands(items[code], answer, readings.get(code))
    }
    seen = score(case.criteria_set, SELF_LAYER, answers, readings, case.place)
    pairs = [_expected(case, *both) for both in zip(claimed.leaves, seen.leaves, strict=True)]
    return DryRun(
        claimed=claimed,
        expected=result_of(case.criteria_set, SELF_LAYER, [pair.expected for pair in pairs]),
        leaves=tuple(pairs),
        assumptions=_assumptions(case, claimed),
    )


def official_readings(
    criteria_set: CriteriaSet, calculator: Calculator, year: int, population: int
) -> dict[str, Reading]:
    """What the figures say to the bound leaves when the population is that of the statistics office.

    The official figure stands for the population at the end of each own period of the year; both sexes of it and all
    other figures stay the station's own.

    Args:
        criteria_set: The set.
        calculator: The catalogue over the station's own figures; it is not changed.
        year: The assessed year.
        population: Setting ``official_population`` of that year, persons.
    """
    element = calculator.catalogue.data_elements[POPULATION]
    parts = Period(year, 1, 12).parts(element.frequency) or ()
    cell = (CellState.FIGURE.value, str(population))
    replaced = {(POPULATION, part.code, Category.DEFAULT.value): cell for part in parts}
    figures = Figures({**calculator.figures.cells, **replaced})
    return readings_of(criteria_set, Calculator(calculator.catalogue, figures), year)


def _stands(item: Item, answer: Answer, reading: Reading | None) -> bool:
    """Whether a person's answer stands although the leaf is bound: only where no figure can speak."""
    if item.binds is None or item.scored.scoring is Scoring.MANUAL:
        return True
    if reading is None or reading.is_gone or reading.status is Status.NOT_STATION_LEVEL:
        return True
    return reading.status is Status.NO_DENOMINATOR and answer.answer == NOT_APPLICABLE


def _expected(case: Inspection, claimed: LeafPoints, seen: LeafPoints) -> ExpectedLeaf:
    """One leaf under the assumptions; ``seen`` is it without overrides, with the population that counts."""
    if _is_lower(claimed, seen):
        seen = claimed
    reasons = []
    if seen.source is Source.FIGURE and seen.reading != case.readings.get(seen.item.code):
        reasons.append(Reason.OFFICIAL_POPULATION)
    if claimed.source in (Source.ANSWER, Source.OVERRIDE) and claimed.source is not seen.source:
        reasons.append(Reason.OVERRIDE_SET_ASIDE)
    expected = seen
    if seen.points is None:
        reasons.append(Reason((seen.problem or Problem.UNANSWERED).value))
        is_hit = seen.item.scored.knock_out is not None
        expected = seen._replace(points=0, is_absent=False, knock_out_hit=is_hit, problem=None)
    paper = _paper_fault(case, seen)
    if paper is not None and (claimed.points or seen.points):
        reasons.append(paper)
        knock_out = seen.item.scored.knock_out
        is_hit = expected.knock_out_hit or (knock_out is not None and knock_out.condition is None)
        expected = expected._replace(points=0, knock_out_hit=is_hit)
    return ExpectedLeaf(claimed=claimed, expected=expected, reasons=tuple(reasons))


def _is_lower(claimed: LeafPoints, seen: LeafPoints) -> bool:
    """Whether the station gave itself less than its figure does; what it says does not apply is no lower answer."""
    if claimed.source is not Source.OVERRIDE or claimed.is_absent:
        return False
    return claimed.points is not None and seen.points is not None and claimed.points < seen.points


def _paper_fault(case: Inspection, leaf: LeafPoints) -> Reason | None:
    """Why the evidence of a leaf does not count; None where it does, and where none is asked for."""
    if leaf.is_absent or not leaf.item.evidence:
        return None
    papers = [paper for paper in case.evidence if paper.item == leaf.item.code]
    if any(is_valid_on(paper, case.day) for paper in papers):
        return None
    return Reason.EVIDENCE_EXPIRED if papers else Reason.EVIDENCE_MISSING


def _assumptions(case: Inspection, claimed: Result) -> tuple[Assumption, ...]:
    has_official = case.official_readings is not None
    made = {
        Assumption.EVIDENCE_NEEDED: any(leaf.item.evidence for leaf in claimed.leaves),
        Assumption.MISSING_IS_NOT_MET: True,
        Assumption.FIGURES_UNROUNDED: bool(case.readings),
        Assumption.OFFICIAL_POPULATION: bool(case.readings) and has_official,
        Assumption.OWN_POPULATION: bool(case.readings) and not has_official,
        Assumption.KNOCK_OUTS_UNKNOWN: claimed.knock_outs_unknown,
    }
    return tuple(each for each, is_made in made.items() if is_made)
