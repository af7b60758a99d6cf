"""Data values and their change log: SQL <-> DataValue."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from data.errors import UserError
from data.history import ChangeEntry
from data.model import Category, CellState, DataValue

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

_INSERT_LOG = """
    INSERT INTO data_value_changelog (
        id, action_id, previous_id, data_element, period, category_option_combo,
        old_state, old_value, old_comment, new_state, new_value, new_comment, hash)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""

_COMPLETED = "SELECT data_set, period, elements FROM complete_data_set_registration WHERE period BETWEEN ? AND ?"

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
    return f"{moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec='seconds')}Z"


def moment_of(text: str) -> datetime:
    """A moment of the file, in UTC."""
    return datetime.fromisoformat(text)


FROM_ASSESSMENT = frozenset({"criteria_score", "criteria_groups_below_half", "criteria_fatal_fails"})
"""Yearly data elements that the recognised appraisal layer of a year gives, once there is one."""

KNOCK_OUTS = "criteria_fatal_fails"
"""The one of them that a set may say nothing of: it is typed then, also beside a recognised layer."""

GIVEN_BY_LAYER = "Thẩm định: "
"""How the comment of a figure begins that a layer gave."""

_RECOGNISED = "SELECT name FROM assessment_layer WHERE year = ? AND is_recognised = 'yes'"


class Entry(NamedTuple):
    """A change of one cell, before it has its place in the log: (state, value, comment) before and after."""

    key: CellKey
    previous_id: int | None
    old: tuple[str, str, str]
    new: tuple[str, str, str]


def changed_entries(connection: sqlite3.Connection, values: Sequence[DataValue]) -> list[Entry]:
    """The changes of cells that do not hold the same already, in the order given.

    Of two values for one cell the later one stays, both are logged.
    """
    if not values:
        return []
    stored = _stored_cells(connection, values)
    entries = []
    for value in values:
        key = (value.data_element, value.period, value.category._value_)
        new = (value.state._value_, value.value, value.comment)
        *old, previous_id = stored.get(key, _NOTHING)
        if tuple(old) != new:
            entries.append(Entry(key, previous_id, (old[0], old[1], old[2]), new))
            stored[key] = (*new, previous_id)
    return entries


def write_entries(connection: sqlite3.Connection, rows: Sequence[tuple[object, ...]], first_id: int) -> None:
    """Write log entries with their ids and hashes, and the cells from them."""
    if rows:
        connection.executemany(_INSERT_LOG, rows)
        connection.execute(_UPSERT_LOGGED, (first_id,))


def refuse_completed(connection: sqlite3.Connection, entries: Sequence[Entry]) -> None:
    """See that no cell belongs to a form that was marked complete for its period.

    Raises:
        UserError: period_complete (``form``, ``period``, ``element``).
    """
    periods = {entry.key[1] for entry in entries}
    first, last = (min(periods), max(periods)) if periods else ("", "")
    for data_set, period, elements in connection.execute(_COMPLETED, (first, last)):
        if period not in periods:
            continue
        held = frozenset(json.loads(elements))
        for entry in entries:
            if entry.key[1] == period and entry.key[0] in held:
                raise UserError("period_complete", form=data_set, period=period, element=entry.key[0])


def refuse_assessed(connection: sqlite3.Connection, entries: Sequence[Entry]) -> None:
    """See that no cell holds a figure that comes from the year's recognised appraisal layer (CONTRACT C3).

    Knock-outs that the layer's set says nothing of did not come from it, and can be typed.

    Raises:
        UserError: figure_from_assessment (``element``, ``period``, ``layer``).
    """
    for entry in entries:
        element, period, _ = entry.key
        is_given = element != KNOCK_OUTS or entry.old[2].startswith(GIVEN_BY_LAYER)
        if element in FROM_ASSESSMENT and is_given:
            layer = connection.execute(_RECOGNISED, (period,)).fetchone()
            if layer is not None:
                raise UserError("figure_from_assessment", element=element, period=period, layer=layer[0])


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


def load_comment(connection: sqlite3.Connection, key: CellKey) -> str:
    """What stands beside a cell as comment."""
    found = connection.execute(
        "SELECT comment FROM data_value WHERE (data_element, period, category_option_combo) = (?, ?, ?)", key
    ).fetchone()
    return "" if found is None else str(found[0])


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


def _bounds(years: range | None) -> tuple[str, str]:
    """First and last text that a period of these years can have; "~" sorts behind every letter."""
    if years is None:
        return "", "~"
    return (str(min(years)), f"{max(years)}~") if years else ("~", "")


def _json_list(texts: Iterable[str]) -> str:
    return json.dumps(sorted(texts))
