"""What reports on a criteria set ask of the station file alike: the set in force, what is recorded, own words."""

from __future__ import annotations

from data import assessment_queries, queries
from data.assessment.definitions import CriteriaSet, is_valid_in
from data.assessment.records import SELF_LAYER, Assessed, Assessment, Layer
from data.errors import UserError
from reports.sections.assessment_words import term_words


def text_key(kind: str, criteria_set: str) -> str:
    """Under what a person's own words for a report on a set are kept, where a plan's id stands for a plan."""
    return f"{kind}/{criteria_set}"


def set_in_force(store: queries.Store, year: int, code: str) -> CriteriaSet:
    """The set as the year's assessment uses it.

    Raises:
        UserError: criteria_set_unknown, criteria_set_not_in_force (``set``, ``year``, ``term``).
    """
    used = assessment_queries.used_set(store, year, code)
    if not is_valid_in(used, year):
        raise UserError("criteria_set_not_in_force", set=code, year=year, term=term_words(used))
    return used


def assessed_or_empty(store: queries.Store, year: int, used: CriteriaSet) -> Assessed:
    """What is recorded of an assessment; nothing but its own layer where it was not begun."""
    known = {(each.year, each.criteria_set) for each in assessment_queries.assessments(store)}
    if (year, used.id) in known:
        return assessment_queries.assessed(store, year, used.id)
    head = Assessment(year=year, criteria_set=used.id, version=used.version)
    return Assessed(assessment=head, layers=(Layer(year=year, criteria_set=used.id, name=SELF_LAYER),))
