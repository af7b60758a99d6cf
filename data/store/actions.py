"""Writing: one action of a user with all that it changes, logged, chained and sealed, in the caller's transaction."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from data.model import Attribution, DataValue, NewStation, Setting
from data.people import Role
from data.settings import SINCE_EVER, normalised
from data.store.chain import Head, Heads, heads, linked, sealed
from data.store.records import Record, Row
from data.store.repositories import (
    ACCOUNT,
    FIRST_ACCOUNT,
    RECORDS,
    SETTING,
    account_row,
    insert_station,
    setting_row,
)
from data.store.values import (
    CellKey,
    Entry,
    changed_entries,
    moment_text,
    refuse_assessed,
    refuse_completed,
    write_entries,
)

_INSERT_ACTION = """
    INSERT INTO action (id, at, who, why, kind, undoes, value_log_id, record_log_id, seal)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_INSERT_RECORD_LOG = (
    "INSERT INTO record_changelog (id, action_id, record, key, old, new, hash) VALUES (?, ?, ?, ?, ?, ?, ?)"
)


ASSESSMENT_KIND = "assessment"
"""Kind of the actions that may write the figures of a recognised layer."""


class RecordChange(NamedTuple):
    """One record to be written, or to be taken away."""

    record: Record
    row: Row
    is_removal: bool = False


class Written(NamedTuple):
    """Keys of what changed, in the order given."""

    cells: tuple[CellKey, ...]
    records: tuple[tuple[str, ...], ...]


class _Ready(NamedTuple):
    """A record's change with its log entry."""

    change: RecordChange
    key: tuple[str, ...]
    new: Mapping[str, str] | None
    log: tuple[str, str, str | None, str | None]


def write_action(
    connection: sqlite3.Connection,
    by: Attribution,
    values: Sequence[DataValue] = (),
    records: Sequence[RecordChange] = (),
    undoes: int | None = None,
) -> Written:
    """Write cells and records as one action; what stands there already is left alone, and nothing changed is no action.

    Raises:
        UserError: period_complete (``form``, ``period``, ``element``): a cell of a form that was marked complete;
            figure_from_assessment (``element``, ``period``, ``layer``): a figure that a recognised layer gives.
    """
    entries = changed_entries(connection, values)
    ready = _ready(connection, records)
    if not entries and not ready:
        return Written((), ())
    refuse_completed(connection, entries)
    if by.kind != ASSESSMENT_KIND:
        refuse_assessed(connection, entries)
    before, by = heads(connection), _normalised(by)
    action_id = before.actions.id + 1
    rows, value_head = _chained_entries(entries, action_id, before.values)
    logs, record_head = _chained_records(ready, action_id, before.records)
    row = (action_id, moment_text(by.now), by.user, by.reason, by.kind, undoes, value_head.id, record_head.id)
    connection.execute(_INSERT_ACTION, (*row, _seal(before, row, value_head, record_head)))
    write_entries(connection, rows, before.values.id + 1)
    _write_records(connection, ready, logs, action_id)
    cells = tuple(dict.fromkeys(entry.key for entry in entries))
    return Written(cells, tuple(dict.fromkeys(each.key for each in ready)))


def write_mark(connection: sqlite3.Connection, by: Attribution) -> None:
    """Write an action that changes nothing: that something happened to the file itself."""
    before, by = heads(connection), _normalised(by)
    moment, ends = moment_text(by.now), (before.values.id, before.records.id)
    row = (before.actions.id + 1, moment, by.user, by.reason, by.kind, None, *ends)
    connection.execute(_INSERT_ACTION, (*row, _seal(before, row, before.values, before.records)))


def fill_new(connection: sqlite3.Connection, new: NewStation, by: Attribution) -> None:
    """The first rows of a new file: the station, its name and place, and one account."""
    insert_station(connection, new, by.now)
    account = account_row(FIRST_ACCOUNT, Role.HEAD, is_active=True, pin="", recovery="")
    settings = [
        setting_row(Setting(key=key, valid_from=SINCE_EVER, value=value))
        for key, value in (("name", new.name), ("place", new.place))
    ]
    changes = [RecordChange(SETTING, row) for row in settings]
    write_action(connection, by, records=[*changes, RecordChange(ACCOUNT, account)])


def stored_records(connection: sqlite3.Connection) -> dict[tuple[str, str], str]:
    """All records as their log shows them: (record, key) -> values."""
    found = {}
    for record in RECORDS:
        for row in connection.execute(record.select_all):
            key = dict(zip(record.key, row, strict=False))
            values = dict(zip(record.values, row[len(record.key) :], strict=True))
            found[record.kind, _json(key)] = _logged(record, values) or ""
    return found


def _normalised(by: Attribution) -> Attribution:
    """Who and why in NFC: the same name typed on two keyboards is one name."""
    return by._replace(user=normalised(by.user), reason=normalised(by.reason))


def _seal(before: Heads, row: tuple[object, ...], values: Head, records: Head) -> bytes:
    return sealed(before.actions.hash, row, (values.hash, records.hash))


def _chained_entries(entries: Sequence[Entry], action_id: int, head: Head) -> tuple[list[tuple[object, ...]], Head]:
    """Rows of the cells' log with ids and hashes; an entry of a cell changed twice follows the one before it."""
    number, previous = head
    rows, newest = list[tuple[object, ...]](), dict[CellKey, int]()
    for entry in entries:
        number += 1
        content = (number, action_id, newest.get(entry.key, entry.previous_id), *entry.key, *entry.old, *entry.new)
        previous = linked(previous, content)
        rows.append((*content, previous))
        newest[entry.key] = number
    return rows, Head(number, previous)


def _chained_records(ready: Sequence[_Ready], action_id: int, head: Head) -> tuple[list[tuple[object, ...]], Head]:
    number, previous = head
    rows = list[tuple[object, ...]]()
    for each in ready:
        number += 1
        content = (number, action_id, *each.log)
        previous = linked(previous, content)
        rows.append((*content, previous))
    return rows, Head(number, previous)


def _ready(connection: sqlite3.Connection, changes: Sequence[RecordChange]) -> list[_Ready]:
    """The changes that change something; a later change of the same record starts from the earlier one."""
    pending: dict[tuple[str, ...], Mapping[str, str] | None] = {}
    ready = []
    for change in changes:
        record, row = change.record, change.row
        key = tuple(row[column] for column in record.key)
        place = (record.kind, *key)
        old = pending[place] if place in pending else _find(connection, record, key)
        new = None if change.is_removal else {column: row[column] for column in record.values}
        if new == old:
            continue
        pending[place] = new
        named = dict(zip(record.key, key, strict=True))
        ready.append(_Ready(change, key, new, (record.kind, _json(named), _logged(record, old), _logged(record, new))))
    return ready


def _write_records(
    connection: sqlite3.Connection, ready: Sequence[_Ready], logs: Sequence[tuple[object, ...]], action_id: int
) -> None:
    if logs:
        connection.executemany(_INSERT_RECORD_LOG, logs)
    for each in ready:
        record = each.change.record
        if each.new is None:
            connection.execute(record.delete, each.key)
        else:
            connection.execute(record.upsert, (*each.key, *each.new.values(), action_id))


def _find(connection: sqlite3.Connection, record: Record, key: tuple[str, ...]) -> dict[str, str] | None:
    found = connection.execute(record.select, key).fetchone()
    return None if found is None else dict(zip(record.values, found, strict=True))


def _logged(record: Record, values: Mapping[str, str] | None) -> str | None:
    """A record as its log shows it: of a secret only whether there is one."""
    if values is None:
        return None
    return _json({name: ("*" if text else "") if name in record.secret else text for name, text in values.items()})


def _json(row: Mapping[str, str]) -> str:
    return json.dumps(row, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
