"""What the change log says of sent reports, and of figures that changed since."""

from __future__ import annotations

import json
import sqlite3
from typing import NamedTuple

from data.corrections import LateChange, Sending
from data.model import Category, CellState, ObligationProgress
from data.settings import RESENT
from data.store.values import moment_of

_RECORDS = """
    SELECT log.record, log.key, log.new, own.at, own.who, own.value_log_id
    FROM record_changelog AS log JOIN action AS own ON own.id = log.action_id
    WHERE log.record IN ('obligation_state', 'setting') ORDER BY log.id
"""

_CHANGES = """
    SELECT log.id, log.data_element, log.period, log.category_option_combo, own.at, own.who, own.why,
        log.old_state, log.old_value, log.new_state, log.new_value
    FROM data_value_changelog AS log JOIN action AS own ON own.id = log.action_id
    WHERE log.id > ? ORDER BY log.id
"""


class _Logged(NamedTuple):
    at: str
    who: str
    log_id: int


def resent_key(item_id: str, period: str) -> str:
    """Key of the setting that says that a corrected report was sent."""
    return f"{RESENT}.{item_id}.{period}"


def load_sendings(connection: sqlite3.Connection) -> tuple[Sending, ...]:
    """Obligations and duties that are recorded as done, by item and period."""
    done: dict[tuple[str, str], _Logged] = {}
    again: dict[str, int] = {}
    for record, key, new, at, who, log_id in connection.execute(_RECORDS):
        keys = json.loads(key)
        if record == "setting":
            if keys["key"].startswith(f"{RESENT}."):
                again[keys["key"]] = log_id
            continue
        place = keys["item_id"], keys["period"]
        if new is None or json.loads(new)["state"] != ObligationProgress.DONE.value:
            done.pop(place, None)
        else:
            done.setdefault(place, _Logged(at, who, log_id))
    return tuple(
        Sending(item, period, moment_of(first.at), first.who, max(first.log_id, again.get(resent_key(item, period), 0)))
        for (item, period), first in sorted(done.items())
    )


def load_changes(connection: sqlite3.Connection, after: int) -> tuple[LateChange, ...]:
    """Changes of figures after a place in the log, oldest first."""
    return tuple(
        LateChange(
            log_id=row[0],
            data_element=row[1],
            period=row[2],
            category=Category(row[3]),
            at=moment_of(row[4]),
            who=row[5],
            why=row[6],
            old_state=CellState(row[7]),
            old_value=row[8],
            new_state=CellState(row[9]),
            new_value=row[10],
        )
        for row in connection.execute(_CHANGES, (after,))
    )
