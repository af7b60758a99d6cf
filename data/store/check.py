"""The full check of a station file, on a scratch copy: SQLite, schema, lexical forms, change log (CONTRACT 2)."""

from __future__ import annotations

import json
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path

from data.errors import EnvironmentFault, Fault
from data.store.actions import stored_records
from data.store.chain_check import chain_faults
from data.store.connection import connect
from data.store.database import tidy_after_writer
from data.store.faults import environment_faults
from data.store.header import read_header
from data.store.lock import is_locked
from data.store.migrations import MIGRATION_SET, STEPS, apply_steps
from data.store.paper_check import paper_faults
from data.store.scratch import COPY_NAME, copy_to_scratch, new_scratch, scratch_faults

_MOST = 50
"""So many faults of one kind are named."""

_FILE_FAULTS = frozenset({"file_empty", "file_not_sqlite", "file_not_ours", "file_newer", "file_damaged"})

_SCHEMA = """
    SELECT type || ' ' || name, sql FROM sqlite_schema
    WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND tbl_name <> '_sqlite_migrations'
"""

_RECORDED_STEPS = "SELECT name FROM _sqlite_migrations WHERE migration_set = ?"

# A cell whose newest log entry does not say what the cell holds.
_VALUE_AND_LOG = """
    SELECT v.data_element, v.period, v.category_option_combo
    FROM data_value AS v LEFT JOIN data_value_changelog AS l ON l.id = v.changelog_id
    WHERE l.id IS NULL
        OR (l.data_element, l.period, l.category_option_combo, l.new_state, l.new_value, l.new_comment)
            IS NOT (v.data_element, v.period, v.category_option_combo, v.state, v.value, v.comment)
    LIMIT ?
"""

# An entry that does not follow from the one before it.
_LOG_CHAIN = """
    SELECT l.data_element, l.period, l.category_option_combo
    FROM data_value_changelog AS l LEFT JOIN data_value_changelog AS p ON p.id = l.previous_id
    WHERE CASE WHEN l.previous_id IS NULL
        THEN (l.old_state, l.old_value, l.old_comment) IS NOT ('not_reported', '', '')
        ELSE p.id IS NULL OR p.id >= l.id
            OR (p.data_element, p.period, p.category_option_combo, p.new_state, p.new_value, p.new_comment)
                IS NOT (l.data_element, l.period, l.category_option_combo, l.old_state, l.old_value, l.old_comment)
        END
    LIMIT ?
"""

# Entries that no cell leads to: a value row was taken away, or an entry was slipped in.
_LOG_ENDS = """
    SELECT l.data_element, l.period, l.category_option_combo
    FROM data_value_changelog AS l
    WHERE l.id NOT IN (SELECT previous_id FROM data_value_changelog WHERE previous_id IS NOT NULL)
        AND l.id NOT IN (SELECT changelog_id FROM data_value)
    LIMIT ?
"""


def check_file(path: Path) -> tuple[Fault, ...]:
    """Everything that is wrong with a station file, each fault once; empty when it is sound.

    A file that is none of ours, is newer or is damaged is a fault, too. ``place`` is the file's path.

    Raises:
        EnvironmentFault: file_missing, file_is_folder, no_permission, file_in_use, scratch_full: it could not be
            checked.
    """
    try:
        with environment_faults(path):
            path = path.resolve()
            read_header(path, len(STEPS))
            with copy_whole(path) as folder, scratch_faults():
                return tuple(_faults(path, Path(folder) / COPY_NAME))
    except EnvironmentFault as fault:
        if fault.code not in _FILE_FAULTS:
            raise
        return (Fault(fault.code, str(path), fault.parameters),)


def copy_whole(path: Path) -> tempfile.TemporaryDirectory[str]:
    """A copy: of the files while nobody writes, else made by SQLite, whose locks keep it whole."""
    folder = None if is_locked(path) else copy_to_scratch(path)
    if folder is not None:
        return folder
    folder = new_scratch()
    try:
        source, target = connect(path, "ro"), connect(Path(folder.name) / COPY_NAME, "rwc")
        try:
            with scratch_faults():
                source.backup(target)
        finally:
            target.close()
            source.close()
            tidy_after_writer(path)
    except BaseException:
        folder.cleanup()
        raise
    return folder


def _faults(path: Path, copy: Path) -> Iterator[Fault]:
    place = str(path)
    connection = connect(copy, "rw")
    try:
        version = connection.execute("PRAGMA user_version").fetchone()[0]  # of the -wal, too: of a killed upgrade
        if version > len(STEPS):
            raise EnvironmentFault("file_newer", file=path, version=version, known=len(STEPS))
        broken = [text for (text,) in connection.execute("PRAGMA integrity_check(50)") if text != "ok"]
        yield from (Fault("check_integrity", place, {"finding": text}) for text in broken)
        differing = [*_differing_schema(connection, version), *_missing_steps(connection, version)]
        yield from (Fault("check_schema", place, {"object": name}) for name in differing)
        if not broken and not differing:
            apply_steps(connection)
            yield from _content_faults(connection, place)
    finally:
        connection.close()


def _differing_schema(connection: sqlite3.Connection, version: int) -> Iterator[str]:
    """Names of tables, indexes and triggers that are not as the steps make them."""
    fresh = sqlite3.connect(":memory:")
    try:
        for step in STEPS[:version]:
            step(fresh)
        expected = dict(fresh.execute(_SCHEMA))
    finally:
        fresh.close()
    found = dict(connection.execute(_SCHEMA))
    for name in sorted(expected.keys() | found.keys()):
        if expected.get(name) != found.get(name):
            yield name


def _missing_steps(connection: sqlite3.Connection, version: int) -> Iterator[str]:
    """The table in which the steps are recorded, when it is not there, or does not name every step that was taken."""
    try:
        found = {name for (name,) in connection.execute(_RECORDED_STEPS, (MIGRATION_SET,))}
    except sqlite3.OperationalError:
        found = set()
    if not found.issuperset(step.__name__ for step in STEPS[:version]):
        yield "table _sqlite_migrations"


def _content_faults(connection: sqlite3.Connection, place: str) -> Iterator[Fault]:
    if connection.execute("SELECT count(*) FROM station").fetchone()[0] != 1:
        yield Fault("check_station", place)
    for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        yield Fault("check_foreign_key", place, {"table": table, "row": str(row or "–"), "parent": parent})
    for code, query in (
        ("check_value_and_log", _VALUE_AND_LOG),
        ("check_log_chain", _LOG_CHAIN),
        ("check_log_end", _LOG_ENDS),
    ):
        for element, period, category in connection.execute(query, (_MOST,)):
            yield Fault(code, place, {"element": element, "period": period, "category": category})
    if connection.execute("SELECT count(*) FROM station").fetchone()[0]:
        yield from chain_faults(connection, place)
    yield from _record_faults(connection, place)
    yield from paper_faults(connection, place)


def _record_faults(connection: sqlite3.Connection, place: str) -> Iterator[Fault]:
    """Records that do not stand as their newest log entry says."""
    logged: dict[tuple[str, str], str | None] = dict.fromkeys(stored_records(connection))
    for record, key, new in connection.execute("SELECT record, key, new FROM record_changelog ORDER BY id"):
        logged[record, key] = new
    stored = stored_records(connection)
    wrong = [place_of for place_of, new in logged.items() if stored.get(place_of) != new]
    for record, key in wrong[:_MOST]:
        yield Fault("check_record_and_log", place, {"record": record, "key": _readable(key)})


def _readable(key: str) -> str:
    """A record's key without its braces; as it stands where it is none."""
    try:
        parts = json.loads(key)
    except ValueError:
        return key
    return " · ".join(map(str, parts.values())) if isinstance(parts, dict) else key
