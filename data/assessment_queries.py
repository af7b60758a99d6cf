"""Everything that is asked of the assessments in a station file; nothing here changes it."""

from __future__ import annotations

from data.assessment.records import Assessed, Assessment, RecognitionRecord, StoredSet
from data.errors import UserError
from data.store import assessment_loading
from data.store.database import Store


def stored_sets(store: Store, kind: str = "criteria_set", code: str | None = None) -> tuple[StoredSet, ...]:
    """The station's own sets of a kind in all versions, oldest first; of one code, or all."""
    with store.reading():
        return assessment_loading.load_definitions(store.connection, kind, code)


def assessments(store: Store) -> tuple[Assessment, ...]:
    """All assessments, by year and set."""
    with store.reading():
        return assessment_loading.load_assessments(store.connection)


def recognitions(store: Store) -> tuple[RecognitionRecord, ...]:
    """All recognitions, by year assessed and set."""
    with store.reading():
        return assessment_loading.load_recognitions(store.connection)


def assessed(store: Store, year: int, criteria_set: str) -> Assessed:
    """Everything recorded of one assessment.

    Raises:
        UserError: assessment_unknown (``year``, ``set``).
    """
    with store.reading():
        connection = store.connection
        known = assessment_loading.load_assessments(connection)
        found = [each for each in known if (each.year, each.criteria_set) == (year, criteria_set)]
        if not found:
            raise UserError("assessment_unknown", year=year, set=criteria_set)
        titles = assessment_loading.load_recognitions(connection)
        return Assessed(
            assessment=found[0],
            layers=assessment_loading.load_layers(connection, year, criteria_set),
            answers=assessment_loading.load_answers(connection, year, criteria_set),
            evidence=assessment_loading.load_evidence(connection, year, criteria_set),
            choices=assessment_loading.load_item_choices(connection, criteria_set),
            recognition=next((each for each in titles if (each.year, each.criteria_set) == (year, criteria_set)), None),
        )
