"""Everything that is asked of the new-rural sets: which there are, and how a station stands by one of them."""

from __future__ import annotations

import json
from datetime import date

from data import queries
from data.assessment.rural import Place, RuralResult, RuralSet, results_of
from data.assessment.rural_reader import read_rural_set
from data.assessment.rural_shipped import shipped_rural_sets
from data.assessment_queries import stored_sets
from data.calculation import Calculator
from data.errors import UserError
from data.periods import Period
from data.settings import RURAL_GROUP, RURAL_REGION, value_on
from data.store.database import Store

RURAL_SET = "rural_set"
"""Kind of the stored definitions that are new-rural sets."""


def rural_sets(store: Store) -> tuple[RuralSet, ...]:
    """The newest version of each set: shipped ones, then the station's own; an own set stands before a shipped one."""
    newest = {found.id: found for found in shipped_rural_sets()}
    for stored in stored_sets(store, RURAL_SET):
        found = read_rural_set(json.loads(stored.content), stored.code)[0]
        if found is not None:  # read when it was stored; a later program may refuse what this one took
            newest[found.id] = found
    return tuple(newest.values())


def rural_set(store: Store, code: str) -> RuralSet:
    """A set by its id.

    Raises:
        UserError: rural_set_unknown (``set``, ``sets``).
    """
    known = {found.id: found for found in rural_sets(store)}
    if code not in known:
        raise UserError("rural_set_unknown", set=code, sets=", ".join(known))
    return known[code]


def rural_place_on(store: Store, day: date) -> Place:
    """Region and group of the commune, as of a day; empty while not stated."""
    region = value_on(queries.settings_history(store, RURAL_REGION), RURAL_REGION, day)
    return Place(region=region, group=value_on(queries.settings_history(store, RURAL_GROUP), RURAL_GROUP, day))


def rural_results(store: Store, calculator: Calculator, rural_set: RuralSet, period: Period) -> tuple[RuralResult, ...]:
    """All indicators of a set held against a period, for the commune as it is on the period's last day."""
    place = rural_place_on(store, period.last_day)
    return results_of(rural_set, place, queries.judge(store, calculator, period), period)
