"""A station's own set, as it stands in the file -> the set."""

from __future__ import annotations

import json
from functools import lru_cache

from data.assessment.definitions import CriteriaSet
from data.assessment.reader import read_set
from data.assessment.records import StoredSet
from data.errors import EnvironmentFault


@lru_cache(maxsize=16)
def set_of(stored: StoredSet) -> CriteriaSet:
    """The set, in the version under which it is kept, read by the same reader as every file.

    The last ones read are kept: a version never changes.

    Raises:
        EnvironmentFault: criteria_stored_unreadable (``set``, ``version``) when its content is damaged.
    """
    try:
        found, _faults = read_set(json.loads(stored.content))
    except ValueError:
        found = None
    if found is None:
        raise EnvironmentFault("criteria_stored_unreadable", set=stored.code, version=stored.version)
    return found._replace(version=stored.version)
