"""What reports on a criteria set ask of the station file alike: the set in force, what is recorded, own words."""

from __future__ import annotations

from data import assessment_queries, queries
from data.assessment.definitions import Completeness, CriteriaSet, is_valid_in
from data.assessment.readings import readings_of
from data.assessment.records import SELF_LAYER, Assessed, Assessment, Layer
from data.assessment.results import Result
from data.assessment.scoring import score
from data.calculation import Calculator
from data.errors import UserError
from data.periods import Period, year_to_date
from reports.report import SetName
from reports.sections.assessment_words import term_words


def all_sets(store: queries.Store) -> tuple[SetName, ...]:
    """Every criteria set, shipped and own."""
    return tuple(
        SetName(each.id, each.title_vi, not each.is_shipped) for each in assessment_queries.criteria_sets(store)
    )


def sets_with_points(store: queries.Store) -> tuple[SetName, ...]:
    """The criteria sets that can be scored."""
    return tuple(
        SetName(each.id, each.title_vi, not each.is_shipped)
        for each in assessment_queries.criteria_sets(store)
        if each.completeness is not Completeness.NAMES_ONLY
    )


def set_in_force(store: queries.Store, year: int, code: str) -> CriteriaSet:
    """The set as the year's assessment uses it.

    Raises:
        UserError: criteria_set_unknown, criteria_set_not_in_force (``set``, ``year``, ``term``).
    """
    used = assessment_queries.used_set(store, year, code)
    if not is_valid_in(used, year):
        raise UserError("criteria_set_not_in_force", set=code, year=year, term=term_words(used))
    return used


def points_so_far(store: queries.Store, calculator: Calculator, assessed: Assessed, period: Period) -> Result:
    """The station's own score in a period: its answers as recorded, figures from 1 January to the end of the period.

    Raises:
        UserError: As ``assessment_queries.criteria_set``.
    """
    head = assessed.assessment
    used = assessment_queries.criteria_set(store, head.criteria_set, head.version)
    answers = assessment_queries.of_layer(assessed.answers, SELF_LAYER)
    readings = readings_of(used, calculator, period.year, year_to_date(period))
    place = assessment_queries.place_on(store, calculator.catalogue, period.year)
    return score(used, SELF_LAYER, answers, readings, place)


def assessed_or_empty(store: queries.Store, year: int, used: CriteriaSet) -> Assessed:
    """What is recorded of an assessment; nothing but its own layer where it was not begun."""
    known = {(each.year, each.criteria_set) for each in assessment_queries.assessments(store)}
    if (year, used.id) in known:
        return assessment_queries.assessed(store, year, used.id)
    head = Assessment(year=year, criteria_set=used.id, version=used.version)
    return Assessed(assessment=head, layers=(Layer(year=year, criteria_set=used.id, name=SELF_LAYER),))
