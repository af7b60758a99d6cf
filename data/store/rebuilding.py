"""Writing what is known of a damaged station file into a new one."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from typing import NamedTuple

from data.model import Attribution, Category, CellState, DataValue
from data.settings import SINCE_EVER
from data.store.actions import RecordChange, write_action, write_mark
from data.store.chain import Head, Heads, heads, linked, sealed
from data.store.migrations import STEPS
from data.store.records import Record
from data.store.report_files import put_back
from data.store.repositories import ACCOUNT, COMPLETION, FIRST_ACCOUNT, RECORDS, SETTING
from data.store.salvage import Cell, Known, LogRow, RecordKey, StationFound, cells_of, texts_of
from data.store.values import CellKey, write_entries

KIND = "restore"

_KINDS = {record.kind: record for record in RECORDS}
_HIDDEN = "*"
"""How the log shows a secret."""

_INSERT_ACTION = """
    INSERT INTO action (id, at, who, why, kind, undoes, value_log_id, record_log_id, seal)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_INSERT_RECORD_LOG = """
    INSERT INTO record_changelog (id, action_id, record, key, old, new, hash) VALUES (?, ?, ?, ?, ?, ?, ?)
"""
_TRY_CELL = "INSERT OR REPLACE INTO data_value VALUES (?, ?, ?, ?, ?, ?, 1)"
_STORED = "SELECT data_element, period, category_option_combo, state, value, comment, changelog_id FROM data_value"
_HAS_HEAD = "SELECT EXISTS (SELECT 1 FROM account WHERE role = 'head' AND is_active = 'yes')"


_Changes = dict[RecordKey, RecordChange]


class _Step(NamedTuple):
    """One action with its entries, as they were found."""

    action: LogRow
    entries: list[LogRow]
    records: list[LogRow]


def write_station(connection: sqlite3.Connection, station: StationFound) -> None:
    """The row of a station in a new file."""
    connection.execute(
        "INSERT INTO station (id, code, file_id, generation, created_at, is_example) VALUES (1, ?, ?, ?, ?, ?)", station
    )


def complete(connection: sqlite3.Connection, known: Known, by: Attribution) -> None:
    """Bring a sound file up to what is known, in one transaction.

    Args:
        connection: Of the file, which holds an earlier state or nothing.
        known: What is known of its later states, or nothing.
        by: Who does it, when and why.
    """
    by = by._replace(kind=KIND)
    connection.execute("BEGIN IMMEDIATE")
    put_back(connection, known.files)
    _take_over(connection, known)
    newest = heads(connection).records.id
    reopened = _write_cells(connection, known, by)
    _write_records(connection, known, by, {_place(change): change for change in reopened}, newest)
    write_mark(connection, by)
    connection.execute("UPDATE station SET generation = max(generation, ?) + 1", _generation(known))
    connection.execute("COMMIT")


def _generation(known: Known) -> tuple[int]:
    return (known.station.generation if known.station else 0,)


# --- entries that follow ---------------------------------------------------------------------------------------------


def _take_over(connection: sqlite3.Connection, known: Known) -> None:
    """Append the actions that follow from the file's newest one, as they are, until one cannot be read."""
    before = heads(connection)
    while (step := _following(before, known)) is not None:
        action = step.action
        connection.execute(_INSERT_ACTION, action)
        write_entries(connection, step.entries, before.values.id + 1)
        for row in step.records:
            connection.execute(_INSERT_RECORD_LOG, row)
            _apply(connection, row, known)
        before = Heads(
            _newest(step.entries, before.values), _newest(step.records, before.records), Head(action[0], action[-1])
        )


def _following(before: Heads, known: Known) -> _Step | None:
    action = known.actions.get(before.actions.id + 1)
    if action is None:
        return None
    entries = _linked_rows(known.entries, before.values, action[6])
    records = _linked_rows(known.records, before.records, action[7])
    if entries is None or records is None:
        return None
    newest = _newest(entries, before.values).hash, _newest(records, before.records).hash
    is_true = sealed(before.actions.hash, action[:-1], newest) == action[-1]
    return _Step(action, entries, records) if is_true else None


def _linked_rows(log: Mapping[int, LogRow], head: Head, end: int) -> list[LogRow] | None:
    """The rows after a head up to an id, each following from the one before; None when one does not."""
    found, previous = [], head.hash
    for number in range(head.id + 1, end + 1):
        row = log.get(number)
        if row is None or linked(previous, row[:-1]) != row[-1]:
            return None
        previous = row[-1]
        found.append(row)
    return found


def _newest(rows: list[LogRow], head: Head) -> Head:
    return Head(rows[-1][0], rows[-1][-1]) if rows else head


def _apply(connection: sqlite3.Connection, row: LogRow, known: Known) -> None:
    """Bring one entry of the records' log into its table; what the log hides is taken from the table that was read."""
    record, key = _KINDS[row[2]], texts_of(row[3])
    names = tuple(key[column] for column in record.key)
    if row[5] is None:
        connection.execute(record.delete, names)
        return
    values = texts_of(row[5])
    read = _read_values(record, names, known)
    shown = [_shown(column, values[column], read) for column in record.values]
    connection.execute(record.upsert, (*names, *shown, row[1]))


def _shown(column: str, text: str, read: Mapping[str, str]) -> str:
    return read.get(column) or text if text == _HIDDEN else text


# --- everything else -------------------------------------------------------------------------------------------------


def _write_cells(connection: sqlite3.Connection, known: Known, by: Attribution) -> list[RecordChange]:
    """Cells that are known otherwise than they stand, as one action.

    Returns:
        Marks of completed forms that had to be taken away for it, to be set again.
    """
    stored = {row[:3]: row[3:] for row in connection.execute(_STORED)}
    wanted = {key: cell for key, cell in cells_of(known).items() if _is_newer(cell, stored.get(key))}
    values = [_value(key, cell) for key, cell in _possible(wanted)]
    if not values:
        return []
    names = (*COMPLETION.key, *COMPLETION.values)
    completed = [dict(zip(names, row, strict=True)) for row in connection.execute(COMPLETION.select_all)]
    write_action(connection, by, records=[RecordChange(COMPLETION, row, is_removal=True) for row in completed])
    write_action(connection, by, values)
    return [RecordChange(COMPLETION, row) for row in completed]


def _is_newer(cell: Cell, stored: tuple[str, str, str, int] | None) -> bool:
    if stored is None:
        return cell[:3] != ("not_reported", "", "")
    return cell[3] > stored[3] and cell[:3] != stored[:3]


def _possible(cells: Mapping[CellKey, Cell]) -> Iterable[tuple[CellKey, Cell]]:
    """Those that the schema takes: a damaged byte may have made something of a value that no cell can hold."""
    with closing(sqlite3.connect(":memory:")) as trial:
        for step in STEPS:
            step(trial)
        for key, cell in sorted(cells.items()):
            try:
                trial.execute(_TRY_CELL, (*key, *cell[:3]))
            except sqlite3.IntegrityError:
                continue
            yield key, cell


def _value(key: CellKey, cell: Cell) -> DataValue:
    return DataValue(key[0], key[1], Category(key[2]), CellState(cell[0]), cell[1], cell[2])


def _write_records(
    connection: sqlite3.Connection, known: Known, by: Attribution, changes: _Changes, newest: int
) -> None:
    """Records that are known otherwise than they stand, as one action, and what no station can be without.

    ``changes`` are those to be made in any case, ``newest`` the entry up to which the file holds them already.
    """
    written: dict[RecordKey, int] = {}
    for number in sorted(known.records):
        row = known.records[number]
        change = _change(row, known)
        if change is None:
            continue
        written[_place(change)] = row[1]
        if number > newest:
            changes[_place(change)] = change
    for (kind, names), (action, values) in known.rows.items():
        record = _KINDS[kind]
        if action > written.get((kind, names), 0):
            fields: dict[str, str] = dict(zip((*record.key, *record.values), (*names, *values), strict=True))
            changes[kind, names] = RecordChange(record, fields)
    _forget_hidden(connection, changes)
    write_action(connection, by, records=[change for change in changes.values() if _is_possible(change)])
    write_action(connection, by, records=_indispensable(connection))


def _place(change: RecordChange) -> RecordKey:
    return change.record.kind, tuple(change.row[column] for column in change.record.key)


def _change(row: LogRow, known: Known) -> RecordChange | None:
    """What an entry of the records' log did; None when it does not name a record."""
    record, key = _KINDS[row[2]], texts_of(row[3])
    if not all(isinstance(key.get(column), str) for column in record.key):
        return None
    if row[5] is None:
        return RecordChange(record, key, is_removal=True)
    read = _read_values(record, tuple(key[column] for column in record.key), known)
    values = {column: _shown(column, text, read) for column, text in texts_of(row[5]).items()}
    return RecordChange(record, {**key, **values})


def _read_values(record: Record, names: tuple[str, ...], known: Known) -> dict[str, str]:
    """A record as its table has it; empty when it cannot be read there."""
    _, values = known.rows.get((record.kind, names), (0, ()))
    return dict(zip(record.values, values, strict=False))


def _forget_hidden(connection: sqlite3.Connection, changes: _Changes) -> None:
    """A PIN that cannot be read any more is no PIN."""
    for row in connection.execute(ACCOUNT.select_all).fetchall():
        change = RecordChange(ACCOUNT, dict(zip((*ACCOUNT.key, *ACCOUNT.values), row, strict=True)))
        changes.setdefault(_place(change), change)  # writes nothing where nothing is hidden
    for place, change in changes.items():
        if change.record is ACCOUNT:
            plain = {name: "" if text == _HIDDEN else text for name, text in change.row.items()}
            changes[place] = change._replace(row=plain)


def _is_possible(change: RecordChange) -> bool:
    """Whether a table takes a record; a damaged byte may have made something else of it."""
    needed = change.record.key if change.is_removal else (*change.record.key, *change.record.values)
    if not all(isinstance(change.row.get(column), str) for column in needed):
        return False
    if change.is_removal:
        return True
    with closing(sqlite3.connect(":memory:")) as trial:
        for step in STEPS:
            step(trial)
        try:
            trial.execute(change.record.upsert, (*(change.row[column] for column in needed), 1))
        except sqlite3.IntegrityError:
            return False
    return True


def _indispensable(connection: sqlite3.Connection) -> list[RecordChange]:
    """A station has a name, a place and a head, whatever was lost."""
    changes = []
    code = connection.execute("SELECT code FROM station").fetchone()[0]
    named = {row[0] for row in connection.execute(SETTING.select_all)}
    for key, value in (("name", code), ("place", f"xã {code}")):
        if key not in named:
            changes.append(_setting(key, value))
    if not connection.execute(_HAS_HEAD).fetchone()[0]:
        row = {"name": FIRST_ACCOUNT, "role": "head", "is_active": "yes", "pin": "", "recovery": ""}
        changes.append(RecordChange(ACCOUNT, row))
    return changes


def _setting(key: str, value: str) -> RecordChange:
    return RecordChange(SETTING, {"key": key, "valid_from": SINCE_EVER.isoformat(), "value": value, "note": ""})
