"""Undo, redo and "as it was at …", worked out of the change log (CONTRACT U1).

Undoing writes the old values as a new action that names the one it undoes; the log only ever grows. An action stands
undone when the newest action that names it is an undo. Cells that somebody else changed since are left as they are.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterator
from typing import NamedTuple

from data.history import Moment, UndoCell, UndoStep
from data.model import Category, CellState, DataValue
from data.store.values import CellKey, moment_of

UNDO, REDO = "undo", "redo"

MOST_MOMENTS = 200

# The entries of an action are those after the newest one of the action before it. Figures that an assessment wrote
# follow from its answers (CONTRACT C3) and are taken back there.
_OWN = """
    SELECT own.id, own.at, own.kind, own.undoes, own.value_log_id, coalesce(before.value_log_id, 0)
    FROM action AS own LEFT JOIN action AS before ON before.id = own.id - 1
    WHERE own.who = ?1 AND own.value_log_id > coalesce(before.value_log_id, 0) AND own.kind <> 'assessment'
    ORDER BY own.id DESC
"""

_ONE = """
    SELECT own.id, own.at, own.kind, own.undoes, own.value_log_id, coalesce(before.value_log_id, 0)
    FROM action AS own LEFT JOIN action AS before ON before.id = own.id - 1 WHERE own.id = ?1
"""

_STATE = "SELECT kind FROM action WHERE undoes = ? ORDER BY id DESC LIMIT 1"

_CELLS = """
    SELECT data_element, period, category_option_combo,
        old_state, old_value, old_comment, new_state, new_value, new_comment
    FROM data_value_changelog WHERE id > ? AND id <= ? ORDER BY id
"""

_CHANGE = """
    SELECT data_element, period, category_option_combo,
        old_state, old_value, old_comment, new_state, new_value, new_comment
    FROM data_value_changelog WHERE id = ?
"""

_NOW = """
    SELECT state, value, comment FROM data_value
    WHERE data_element = ? AND period = ? AND category_option_combo = ?
"""

_MOMENTS = """
    SELECT action.id, action.at, who, kind,
        count(DISTINCT data_element || '/' || period || '/' || category_option_combo), min(data_value_changelog.id)
    FROM data_value_changelog JOIN action ON action.id = action_id
    WHERE data_element IN (SELECT value FROM json_each(?)) AND period IN (SELECT value FROM json_each(?))
    GROUP BY action.id ORDER BY action.id DESC LIMIT ?
"""

_HELD = """
    SELECT data_element, period, category_option_combo, changelog_id FROM data_value
    WHERE data_element IN (SELECT value FROM json_each(?)) AND period IN (SELECT value FROM json_each(?))
"""

_ENTRY = "SELECT action_id, previous_id, new_state, new_value, new_comment FROM data_value_changelog WHERE id = ?"


class _Own(NamedTuple):
    """An action on cells; its log entries are those after ``first`` up to ``last``."""

    id: int
    at: str
    kind: str
    undoes: int | None
    last: int
    first: int


def find_undo(connection: sqlite3.Connection, user: str) -> UndoStep | None:
    """The newest own action on cells that is not undone; None when there is none."""
    for action in _own_actions(connection, user):
        if action.kind not in (UNDO, REDO) and not _is_undone(connection, action.id):
            step = _step(connection, action, user, is_undo=True)
            if step.cells:
                return step
    return None


def find_redo(connection: sqlite3.Connection, user: str) -> UndoStep | None:
    """The own action that was undone last; None when there is none, or when something was done since."""
    seen = set[int]()
    for event in _own_actions(connection, user):
        if event.kind not in (UNDO, REDO) or event.undoes is None:
            return None
        if event.kind == UNDO and event.undoes not in seen:
            undone = _Own(*connection.execute(_ONE, (event.undoes,)).fetchone())
            step = _step(connection, undone, user, is_undo=False)
            if step.cells:
                return step
        seen.add(event.undoes)
    return None


def find_moments(
    connection: sqlite3.Connection, elements: Collection[str], periods: Collection[str]
) -> tuple[Moment, ...]:
    """When some of these cells changed, newest first; the 200 newest."""
    rows = connection.execute(_MOMENTS, (_json_list(elements), _json_list(periods), MOST_MOMENTS)).fetchall()
    return tuple(
        Moment(number, moment_of(at), who, kind, count, _change(connection, entry))
        for number, at, who, kind, count, entry in rows
    )


def _change(connection: sqlite3.Connection, entry: int) -> UndoCell:
    """What one entry of the log says."""
    element, period, category, *texts = connection.execute(_CHANGE, (entry,)).fetchone()
    key: CellKey = (element, period, category)
    return UndoCell(_value(key, texts[0], texts[1], texts[2]), _value(key, texts[3], texts[4], texts[5]))


def load_values_at(
    connection: sqlite3.Connection, action_id: int, elements: Collection[str], periods: Collection[str]
) -> list[DataValue]:
    """What these cells held just after an action (0: before everything), those that hold something else now."""
    found = []
    for *key, newest in connection.execute(_HELD, (_json_list(elements), _json_list(periods))).fetchall():
        entry: int | None = newest
        state, text, comment = CellState.NOT_REPORTED.value, "", ""
        while entry is not None:
            by, before, *held = connection.execute(_ENTRY, (entry,)).fetchone()
            if by <= action_id:
                state, text, comment = held
                break
            entry = before
        if entry != newest:
            found.append(_value((key[0], key[1], key[2]), state, text, comment))
    return found


def _own_actions(connection: sqlite3.Connection, user: str) -> Iterator[_Own]:
    return map(_Own._make, connection.execute(_OWN, (user,)))


def _is_undone(connection: sqlite3.Connection, action_id: int) -> bool:
    newest = connection.execute(_STATE, (action_id,)).fetchone()
    return newest is not None and newest[0] == UNDO


def _step(connection: sqlite3.Connection, action: _Own, user: str, *, is_undo: bool) -> UndoStep:
    """What undoing or redoing an action would change; of a cell changed twice in it the first and the last text.

    A cell that holds something else by now was changed by somebody else, since own later actions are undone by then.
    """
    changes: dict[CellKey, UndoCell] = {}
    for element, period, category, *texts in connection.execute(_CELLS, (action.first, action.last)):
        key: CellKey = (element, period, category)
        old = changes[key].old if key in changes else _value(key, texts[0], texts[1], texts[2])
        changes[key] = UndoCell(old, _value(key, texts[3], texts[4], texts[5]))
    cells = {key: cell for key, cell in changes.items() if cell.old != cell.new}
    now = {key: _now(connection, key) for key in cells}
    own = {key for key, cell in cells.items() if now[key] == (cell.new if is_undo else cell.old)}
    return UndoStep(
        action_id=action.id,
        at=moment_of(action.at),
        who=user,
        kind=action.kind,
        cells=tuple(cell for key, cell in cells.items() if key in own),
        kept=tuple(cell for key, cell in cells.items() if key not in own),
    )


def _now(connection: sqlite3.Connection, key: CellKey) -> DataValue:
    state, text, comment = connection.execute(_NOW, key).fetchone()
    return _value(key, state, text, comment)


def _value(key: CellKey, state: str, text: str, comment: str) -> DataValue:
    element, period, category = key
    return DataValue(
        data_element=element,
        period=period,
        category=Category(category),
        state=CellState(state),
        value=text,
        comment=comment,
    )


def _json_list(texts: Collection[str]) -> str:
    return json.dumps(sorted(texts))
