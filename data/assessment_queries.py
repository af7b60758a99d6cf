"""Everything that is asked of the assessments in a station file; nothing here changes it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache

from data import queries
from data.aggregation import choice_over
from data.assessment import library, shipped
from data.assessment.bound_figures import with_choices
from data.assessment.definitions import CriteriaSet, leaves
from data.assessment.dry_run import Inspection, official_readings
from data.assessment.readings import readings_of
from data.assessment.records import SELF_LAYER, Answer, Assessed, Assessment, Evidence, RecognitionRecord, StoredSet
from data.assessment.results import Place, Result
from data.assessment.scoring import score
from data.assessment.sensitivity import FigureCase
from data.calculation import Calculator
from data.catalogue import load_catalogue
from data.catalogue.content import Catalogue
from data.errors import UserError
from data.periods import Period
from data.settings import OFFICIAL_POPULATION, ZONE_REGION, official_population, value_on
from data.store import assessment_loading
from data.store.database import Store

CRITERIA_SET = "criteria_set"
"""Kind of the stored definitions that are criteria sets."""

ZONE_ELEMENT = "criteria_zone"
"""The yearly choice that is the station's zone; its comment names the decision that fixed it."""


# --- sets ----------------------------------------------------------------------------------------------------------


def stored_sets(store: Store, kind: str = CRITERIA_SET, code: str | None = None) -> tuple[StoredSet, ...]:
    """The station's own sets of a kind in all versions, oldest first; of one code, or all."""
    with store.reading():
        return assessment_loading.load_definitions(store.connection, kind, code)


def criteria_sets(store: Store) -> tuple[CriteriaSet, ...]:
    """The newest version of each set: shipped ones, then the station's own; an own set stands before a shipped one."""
    newest = {found.id: found for found in shipped.shipped_sets()}
    newest |= {stored.code: _own(stored) for stored in _newest(stored_sets(store))}
    return tuple(newest.values())


def criteria_set(store: Store, code: str, version: str = "") -> CriteriaSet:
    """A set by its id, in one version or the newest.

    Raises:
        UserError: criteria_set_unknown (``set``, ``sets``); criteria_version_unknown (``set``, ``version``).
    """
    own = stored_sets(store, code=code)
    if not version:
        if own:
            return _own(own[-1])
        found = [each for each in shipped.shipped_sets() if each.id == code]
        if not found:
            raise UserError("criteria_set_unknown", set=code, sets=", ".join(each.id for each in criteria_sets(store)))
        return found[-1]
    for stored in own:
        if stored.version == version:
            return _own(stored)
    for each in shipped.shipped_sets():
        if (each.id, each.version) == (code, version):
            return each
    raise UserError("criteria_version_unknown", set=code, version=version)


@lru_cache(maxsize=library.KEPT)
def _own(stored: StoredSet) -> CriteriaSet:
    """A set of the station's own, with the codes that its figures can be answered with instead of them."""
    found = library.set_of(stored)
    return with_choices(found, load_catalogue()) if any(item.binds for _, item in leaves(found)) else found


def used_set(store: Store, year: int, code: str) -> CriteriaSet:
    """The set in the version that a year's assessment uses; the newest one where none was begun.

    Raises:
        UserError: As ``criteria_set``.
    """
    standing = [each for each in assessments(store) if (each.year, each.criteria_set) == (year, code)]
    return criteria_set(store, code, standing[0].version if standing else "")


# --- assessments ---------------------------------------------------------------------------------------------------


def assessments(store: Store) -> tuple[Assessment, ...]:
    """All assessments, by year and set."""
    with store.reading():
        return assessment_loading.load_assessments(store.connection)


def recognitions(store: Store) -> tuple[RecognitionRecord, ...]:
    """All recognitions, by year assessed and set."""
    with store.reading():
        return assessment_loading.load_recognitions(store.connection)


def assessed(store: Store, year: int, code: str) -> Assessed:
    """Everything recorded of one assessment.

    Raises:
        UserError: assessment_unknown (``year``, ``set``).
    """
    with store.reading():
        connection = store.connection
        known = assessment_loading.load_assessments(connection)
        found = [each for each in known if (each.year, each.criteria_set) == (year, code)]
        if not found:
            raise UserError("assessment_unknown", year=year, set=code)
        titles = assessment_loading.load_recognitions(connection)
        return Assessed(
            assessment=found[0],
            layers=assessment_loading.load_layers(connection, year, code),
            answers=assessment_loading.load_answers(connection, year, code),
            evidence=assessment_loading.load_evidence(connection, year, code),
            choices=assessment_loading.load_item_choices(connection, code),
            recognition=next((each for each in titles if (each.year, each.criteria_set) == (year, code)), None),
        )


def evidence_of(store: Store, year: int, code: str) -> tuple[Evidence, ...]:
    """The papers of an assessment in the order they were entered; none where it was not begun."""
    with store.reading():
        return assessment_loading.load_evidence(store.connection, year, code)


# --- points --------------------------------------------------------------------------------------------------------


def place_on(store: Store, catalogue: Catalogue, year: int) -> Place:
    """Where the station lies for zone variants, for an assessed year."""
    figures = queries.load_figures(store, [ZONE_ELEMENT], range(year, year + 1))
    zone = choice_over(figures, catalogue.data_elements[ZONE_ELEMENT], Period(year, 1, 12)).reading
    region = value_on(queries.settings_history(store, ZONE_REGION), ZONE_REGION, date(year, 12, 31))
    return Place(zone=zone if isinstance(zone, str) else "", region=region)


def calculator_for(store: Store, catalogue: Catalogue, criteria_set: CriteriaSet, year: int) -> Calculator:
    """Formulas over the figures that the bound leaves of a set need for a year."""
    bound = [item.binds for _, item in leaves(criteria_set) if item.binds is not None]
    indicators = {each.indicator for each in bound if each.indicator in catalogue.indicators}
    elements = {each.data_element for each in bound if each.data_element in catalogue.data_elements}
    needed = queries.elements_needed(catalogue, indicators, elements)
    return Calculator(catalogue, queries.load_figures(store, needed, range(year - 2, year + 1)))


def result(store: Store, catalogue: Catalogue, year: int, code: str, layer: str = SELF_LAYER) -> Result:
    """An assessment scored for one of its layers, in the version it uses; without answers where none was begun.

    Raises:
        UserError: As ``criteria_set``; criteria_set_without_points (``set``).
    """
    with store.reading():
        answers = assessment_loading.load_answers(store.connection, year, code)
    used = Assessment(year=year, criteria_set=code, version=used_set(store, year, code).version)
    return scored(store, catalogue, used, layer, of_layer(answers, layer))


def scored(
    store: Store, catalogue: Catalogue, assessment: Assessment, layer: str, answers: Mapping[str, Answer]
) -> Result:
    """These answers scored, with the station's figures for the leaves that are bound to them.

    Raises:
        UserError: As ``criteria_set``; criteria_set_without_points (``set``).
    """
    used, year = criteria_set(store, assessment.criteria_set, assessment.version), assessment.year
    readings = readings_of(used, calculator_for(store, catalogue, used, year), year)
    return score(used, layer, answers, readings, place_on(store, catalogue, year))


def inspection(store: Store, catalogue: Catalogue, year: int, code: str, day: date) -> Inspection:
    """What the dry run of the inspection needs, with the population of the statistics office where it was set (D1).

    Args:
        store: The station file.
        catalogue: Definitions.
        year: Assessed year.
        code: Id of the set.
        day: The day on which papers must be valid.

    Raises:
        UserError: As ``criteria_set``.
    """
    used = used_set(store, year, code)
    station = calculator_for(store, catalogue, used, year)
    official = official_population(queries.settings_history(store, OFFICIAL_POPULATION), year)
    with store.reading():
        answers = assessment_loading.load_answers(store.connection, year, code)
    return Inspection(
        criteria_set=used,
        answers=of_layer(answers, SELF_LAYER),
        readings=readings_of(used, station, year),
        official_readings=official_readings(used, station, year, official[0]) if official else None,
        evidence=evidence_of(store, year, code),
        place=place_on(store, catalogue, year),
        day=day,
    )


def figure_case(store: Store, catalogue: Catalogue, year: int, code: str, layer: str = SELF_LAYER) -> FigureCase:
    """What the search for turning figures needs.

    Raises:
        UserError: As ``criteria_set``.
    """
    used = used_set(store, year, code)
    with store.reading():
        answers = assessment_loading.load_answers(store.connection, year, code)
    return FigureCase(
        criteria_set=used,
        layer=layer,
        answers=of_layer(answers, layer),
        calculator=calculator_for(store, catalogue, used, year),
        year=year,
        place=place_on(store, catalogue, year),
    )


def of_layer(answers: Iterable[Answer], layer: str) -> dict[str, Answer]:
    """The answers of one layer by item."""
    return {answer.item: answer for answer in answers if answer.layer == layer}


def _newest(stored: Iterable[StoredSet]) -> Iterable[StoredSet]:
    """The newest version of each code, in the order the codes first came."""
    return {each.code: each for each in stored}.values()
