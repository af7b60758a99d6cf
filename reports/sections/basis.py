"""What reports on targets and on criteria sets rest on."""

from __future__ import annotations

from collections.abc import Iterable

from data import queries
from data.assessment.definitions import CriteriaSet, leaves
from data.assessment_queries import ZONE_ELEMENT
from data.catalogue.content import Catalogue
from data.model import Status, TargetResult

_NOT_THE_STATIONS = (Status.NOT_STATION_LEVEL, Status.NOT_APPLICABLE)


def indicators_of(results: Iterable[TargetResult]) -> frozenset[str]:
    """Codes of the indicators of targets, with what stands in for them and those of their scopes."""
    found = set[str]()
    for result in results:
        found.update((result.target.indicator, result.value.indicator), result.target.scope.indicators)
    return frozenset(found)


def needed_elements(catalogue: Catalogue, results: Iterable[TargetResult]) -> frozenset[str]:
    """Data elements of the targets that the station itself is held against."""
    own = {result.value.indicator for result in results if result.value.status not in _NOT_THE_STATIONS}
    return frozenset(queries.elements_needed(catalogue, own))


def bound_elements(catalogue: Catalogue, criteria_set: CriteriaSet) -> tuple[frozenset[str], frozenset[str]]:
    """Indicators and data elements that the leaves of a set are bound to; elements with those behind the indicators.

    The zone belongs to them, since a set may ask for other points in another zone.
    """
    binds = [item.binds for _, item in leaves(criteria_set) if item.binds is not None]
    indicators = {each.indicator for each in binds if each.indicator in catalogue.indicators}
    elements = {each.data_element for each in binds if each.data_element in catalogue.data_elements}
    needed = queries.elements_needed(catalogue, indicators, elements)
    return frozenset(indicators), frozenset(needed | {ZONE_ELEMENT})
