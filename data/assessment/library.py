"""A station's own set, as it stands in the file -> the set."""

from __future__ import annotations

import json
from functools import lru_cache

from data.assessment.definitions import CriteriaSet
from data.assessment.reader import read_set
from data.assessment.records import StoredSet
from data.errors import EnvironmentFault

KEPT = 64
"""So many sets are kept read; a set is data, the same text is always the same set."""


def set_of(stored: StoredSet) -> CriteriaSet:
    """The set, in the version under which it is kept, read by the same reader as every file.

    Raises:
        EnvironmentFault: criteria_stored_unreadable (``set``, ``version``) when its content is damaged.
    """
    found = _read(stored.content)
    if found is None:
        raise EnvironmentFault("criteria_stored_unreadable", set=stored.code, version=stored.version)
    return found._replace(version=stored.version)


@lru_cache(maxsize=KEPT)
def _read(content: str) -> CriteriaSet | None:
    try:
        return read_set(json.loads(content))[0]
    except ValueError:
        return None
