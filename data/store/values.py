"""Data values and their change log: SQL <-> DataValue."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Sequence
from datetime import UTC, datetime

from data.model import Attribution, Category, CellState, ChangeEntry, DataValue

CellKey = tuple[str, str, str]
Cells = dict[CellKey, tuple[str, str]]

_FEW = 64
"""Up to so many cells are looked up one by one; more with one query over their data elements."""

_SELECT_ONE = """
    SELECT state, value, comment, changelog_id FROM data_value
    WHERE data_element = ? AND period = ? AND category_option_combo = ?
"""

_SELECT_MANY = """
    SELECT data_element, period, category_option_combo, state, value, comment, changelog_id FROM data_value
    WHERE data_element IN (SELECT value FROM json_each(?)) AND period BETWEEN ? AND ?
"""

_INSERT_ACTION = "INSERT INTO action (at, who, why) VALUES (?, ?, ?)"

_INSERT_LOG = """
    INSERT INTO data_value_changelog (
        id, action_id, previous_id, data_element, period, category_option_combo,
        old_state, old_value, old_comment, new_state, new_value, new_comment)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""

_UPSERT_LOGGED = """
    INSERT INTO data_value (data_element, period, category_option_combo, state, value, comment, changelog_id)
    SELECT data_element, period, category_option_combo, new_state, new_value, new_comment, id
    FROM data_value_changelog WHERE id >= ? ORDER BY id
    ON CONFLICT (data_element, period, category_option_combo) DO UPDATE SET
        state = excluded.state, value = excluded.value, comment = excluded.comment, changelog_id = excluded.changelog_id
"""
"""The cells from their log entries: the two cannot differ, and no text is handed over twice."""

_HISTORY = """
    WITH RECURSIVE entry (log_id) AS (
        SELECT changelog_id FROM data_value WHERE data_element = ? AND period = ? AND category_option_combo = ?
        UNION ALL
        SELECT previous_id FROM entry JOIN data_value_changelog ON id = log_id WHERE previous_id IS NOT NULL
    )
    SELECT at, who, why, old_state, old_value, old_comment, new_state, new_value, new_comment
    FROM entry JOIN data_value_changelog AS log ON log.id = log_id JOIN action ON action.id = log.action_id
"""


_Stored = tuple[str, str, str, int | None]
"""State, value and comment of a cell, and the id of its newest entry in the change log."""

_NOTHING: _Stored = (CellState.NOT_REPORTED.value, "", "", None)


def moment_text(moment: datetime) -> str:
    """A moment as it stands in the file: UTC, whole seconds."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def moment_of(text: str) -> datetime:
    """A moment of the file, in UTC."""
    return datetime.fromisoformat(text)


class Action:
    """One action of a user, recorded when the first change needs it, so that nothing changed means nothing written."""

    def __init__(self, connection: sqlite3.Connection, by: Attribution) -> None:
        """Keep who, when and why."""
        self._connection, self._by, self._id = connection, by, 0

    @property
    def id(self) -> int:
        """The id that log entries refer to."""
        if not self._id:
            row = (moment_text(self._by.now), self._by.user, self._by.reason)
            self._id = self._connection.execute(_INSERT_ACTION, row).lastrowid or 0
        return self._id


def write_values(connection: sqlite3.Connection, values: Sequence[DataValue], by: Attribution) -> list[CellKey]:
    """Write cells with their log entries, inside the caller's transaction.

    A cell that holds the same already is left alone. Of two values for one cell the later one stays, both are logged.

    Returns:
        Keys of the cells that changed, in the order given.
    """
    stored = _stored_cells(connection, values)
    first_id, action = _next_log_id(connection), Action(connection, by)
    next_id, changed = first_id, dict[CellKey, None]()
    entries: list[tuple[object, ...]] = []
    for value in values:
        key = (value.data_element, value.period, value.category._value_)
        state, text, comment = value.state._value_, value.value, value.comment
        old_state, old_text, old_comment, old_id = stored.get(key, _NOTHING)
        if text == old_text and state == old_state and comment == old_comment:
            continue
        entries.append((next_id, action.id, old_id, *key, old_state, old_text, old_comment, state, text, comment))
        stored[key] = (state, text, comment, next_id)
        changed[key] = None
        next_id += 1
    if entries:
        connection.executemany(_INSERT_LOG, entries)
        connection.execute(_UPSERT_LOGGED, (first_id,))
    return list(changed)


def load_cells(
    connection: sqlite3.Connection, elements: Collection[str] | None = None, years: range | None = None
) -> Cells:
    """Cells that are reported, as (data element, period, category) -> (state, text).

    Args:
        connection: Where to read.
        elements: Only these data elements; None for all.
        years: Only periods of these years; None for all.
    """
    first, last = _bounds(years)
    if elements is None:
        rows = connection.execute(
            "SELECT data_element, period, category_option_combo, state, value FROM data_value"
            " WHERE state <> 'not_reported' AND period BETWEEN ? AND ?",
            (first, last),
        )
    else:
        rows = connection.execute(
            "SELECT data_element, period, category_option_combo, state, value FROM data_value"
            " WHERE data_element IN (SELECT value FROM json_each(?)) AND period BETWEEN ? AND ?"
            " AND state <> 'not_reported'",
            (_json_list(elements), first, last),
        )
    return {row[:3]: row[3:] for row in rows}


def load_values(
    connection: sqlite3.Connection, periods: Collection[str] | None, elements: Collection[str] | None
) -> list[DataValue]:
    """Cells with their comments, sorted by data element, period and category.

    A cell that was emptied is left out unless a comment stands beside it.
    """
    rows = connection.execute(
        "SELECT data_element, period, category_option_combo, state, value, comment FROM data_value"
        " WHERE (?1 IS NULL OR data_element IN (SELECT value FROM json_each(?1)))"
        " AND (?2 IS NULL OR period IN (SELECT value FROM json_each(?2)))"
        " AND (state <> 'not_reported' OR comment <> '')"
        " ORDER BY data_element, period, category_option_combo",
        (None if elements is None else _json_list(elements), None if periods is None else _json_list(periods)),
    )
    return [
        DataValue(
            data_element=element,
            period=period,
            category=Category(category),
            state=CellState(state),
            value=value,
            comment=comment,
        )
        for element, period, category, state, value, comment in rows
    ]


def has_any(connection: sqlite3.Connection) -> bool:
    """Whether the file holds any cell."""
    return bool(connection.execute("SELECT EXISTS (SELECT 1 FROM data_value)").fetchone()[0])


def newest_quarter(connection: sqlite3.Connection) -> str:
    """The newest quarter that has a cell of its own; empty when none has."""
    row = connection.execute("SELECT max(period) FROM data_value WHERE period GLOB '????Q?'").fetchone()
    return row[0] or ""


def load_history(connection: sqlite3.Connection, key: CellKey) -> tuple[ChangeEntry, ...]:
    """All entries of one cell, newest first."""
    return tuple(
        ChangeEntry(
            at=moment_of(at),
            who=who,
            why=why,
            old_state=CellState(old_state),
            old_value=old_value,
            old_comment=old_comment,
            new_state=CellState(new_state),
            new_value=new_value,
            new_comment=new_comment,
        )
        for at, who, why, old_state, old_value, old_comment, new_state, new_value, new_comment in connection.execute(
            _HISTORY, key
        )
    )


def _stored_cells(connection: sqlite3.Connection, values: Sequence[DataValue]) -> dict[CellKey, _Stored]:
    if len(values) <= _FEW:
        return _stored_few(connection, values)
    periods = [value.period for value in values]
    elements = {value.data_element for value in values}
    rows = connection.execute(_SELECT_MANY, (_json_list(elements), min(periods), max(periods)))
    return {row[:3]: row[3:] for row in rows}


def _stored_few(connection: sqlite3.Connection, values: Iterable[DataValue]) -> dict[CellKey, _Stored]:
    stored = {}
    for value in values:
        key = (value.data_element, value.period, value.category.value)
        row = connection.execute(_SELECT_ONE, key).fetchone()
        if row is not None:
            stored[key] = row
    return stored


def _next_log_id(connection: sqlite3.Connection) -> int:
    newest: int = connection.execute("SELECT coalesce(max(id), 0) FROM data_value_changelog").fetchone()[0]
    return newest + 1


def _bounds(years: range | None) -> tuple[str, str]:
    """First and last text that a period of these years can have; "~" sorts behind every letter."""
    if years is None:
        return "", "~"
    return (str(min(years)), f"{max(years)}~") if years else ("~", "")


def _json_list(texts: Iterable[str]) -> str:
    return json.dumps(sorted(texts))
