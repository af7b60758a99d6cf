"""The schema, one function per step; a released step is never edited (HOUSE section 6).

sqlite_utils is imported only when a step is pending or a file is made: its import would delay the first paint
(CONTRACT L4). Each step sets ``PRAGMA user_version`` inside its own transaction.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Sequence
from typing import Any, Protocol

from data.store.migration_3 import STEP_3
from data.store.migration_4 import STEP_4

MIGRATION_SET = "so_tram"


class Executes(Protocol):
    """What a step needs: an sqlite3.Connection and a sqlite_utils.Database both have it."""

    def execute(self, sql: str, parameters: Any = ..., /) -> Any:  # noqa: ANN401 - each of the two has its own types
        """Run one statement."""


Step = Callable[[Executes], None]


def step_1_first_schema(database: Executes) -> None:
    """Station, dated settings, data values with their change log, decisions, states, texts of reports."""
    for statement in _STEP_1:
        database.execute(statement)


# Lexical forms are kept by CHECK; figures are TEXT, since SQLite would compare and add them as floats.
# A figure is a decimal number, true, false or the code of a choice. Codes have no foreign key: unknown ones, from a
# newer catalogue, are kept (CONTRACT C2). In data_value OR stands for IN: SQLite builds a table for an IN of more than
# two items, in a CHECK for every row, which doubled the time of an import. previous_id chains the entries of one cell,
# newest first, without an index.
_STEP_1 = (
    """
    CREATE TABLE station (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        code TEXT NOT NULL CHECK (length(code) BETWEEN 2 AND 30 AND code NOT GLOB '*[^A-Z0-9_]*'),
        file_id TEXT NOT NULL CHECK (length(file_id) = 32 AND file_id NOT GLOB '*[^0-9a-f]*'),
        generation INTEGER NOT NULL CHECK (generation >= 0),
        created_at TEXT NOT NULL CHECK (created_at GLOB '????-??-??T??:??:??Z'),
        is_example INTEGER NOT NULL CHECK (is_example IN (0, 1))
    ) STRICT
    """,
    """
    CREATE TABLE action (
        id INTEGER PRIMARY KEY,
        at TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??Z'),
        who TEXT NOT NULL CHECK (who <> ''),
        why TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE data_value_changelog (
        id INTEGER PRIMARY KEY,
        action_id INTEGER NOT NULL REFERENCES action (id),
        previous_id INTEGER REFERENCES data_value_changelog (id),
        data_element TEXT NOT NULL,
        period TEXT NOT NULL,
        category_option_combo TEXT NOT NULL,
        old_state TEXT NOT NULL,
        old_value TEXT NOT NULL,
        old_comment TEXT NOT NULL,
        new_state TEXT NOT NULL,
        new_value TEXT NOT NULL,
        new_comment TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE data_value (
        data_element TEXT NOT NULL CHECK (data_element GLOB '[a-z]*'),
        period TEXT NOT NULL CHECK (
            period GLOB '[12][0-9][0-9][0-9]' OR period GLOB '[12][0-9][0-9][0-9][01][0-9]'
            OR period GLOB '[12][0-9][0-9][0-9]Q[1-4]' OR period GLOB '[12][0-9][0-9][0-9]S[12]'
            OR period GLOB '[12][0-9][0-9][0-9]M9'),
        category_option_combo TEXT NOT NULL CHECK (
            category_option_combo = 'default' OR category_option_combo = 'male' OR category_option_combo = 'female'),
        state TEXT NOT NULL CHECK (
            state = 'figure' OR state = 'not_reported' OR state = 'not_applicable' OR state = 'draft'),
        value TEXT NOT NULL CHECK (CASE state
            WHEN 'figure' THEN CASE WHEN value GLOB '[0-9]*'
                THEN trim(value, '0123456789') IN ('', '.') AND value NOT GLOB '*.' AND value NOT GLOB '0[0-9]*'
                ELSE value <> '' AND value NOT GLOB '[-+.,=]*' END
            WHEN 'draft' THEN value <> ''
            ELSE value = '' END),
        comment TEXT NOT NULL,
        changelog_id INTEGER NOT NULL REFERENCES data_value_changelog (id),
        PRIMARY KEY (data_element, period, category_option_combo)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE setting (
        key TEXT NOT NULL CHECK (key <> ''),
        valid_from TEXT NOT NULL CHECK (valid_from GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
        value TEXT NOT NULL,
        note TEXT NOT NULL,
        action_id INTEGER NOT NULL REFERENCES action (id),
        PRIMARY KEY (key, valid_from)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE decision (
        target TEXT NOT NULL CHECK (target <> ''),
        period TEXT NOT NULL,
        operator TEXT NOT NULL CHECK (operator IN ('', '>=', '<=', 'between')),
        value TEXT NOT NULL,
        high TEXT NOT NULL,
        verdict TEXT NOT NULL CHECK (verdict IN ('', 'met', 'not_met')),
        decided_by TEXT NOT NULL CHECK (decided_by <> ''),
        decided_on TEXT NOT NULL CHECK (decided_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
        note TEXT NOT NULL,
        action_id INTEGER NOT NULL REFERENCES action (id),
        PRIMARY KEY (target, period)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE obligation_state (
        item_id TEXT NOT NULL CHECK (item_id <> ''),
        period TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('done', 'in_progress', 'not_done', 'not_applicable')),
        note TEXT NOT NULL,
        action_id INTEGER NOT NULL REFERENCES action (id),
        PRIMARY KEY (item_id, period)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE report_text (
        plan TEXT NOT NULL CHECK (plan <> ''),
        period TEXT NOT NULL,
        section TEXT NOT NULL CHECK (section IN ('summary', 'difficulties', 'proposals', 'next_steps')),
        text TEXT NOT NULL,
        action_id INTEGER NOT NULL REFERENCES action (id),
        PRIMARY KEY (plan, period, section)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE record_changelog (
        id INTEGER PRIMARY KEY,
        action_id INTEGER NOT NULL REFERENCES action (id),
        record TEXT NOT NULL CHECK (record IN ('setting', 'decision', 'obligation_state', 'report_text')),
        key TEXT NOT NULL,
        old TEXT,
        new TEXT
    ) STRICT
    """,
    """
    CREATE TRIGGER data_value_changelog_keeps_entries BEFORE UPDATE ON data_value_changelog
    BEGIN SELECT RAISE(ABORT, 'the change log is append-only'); END
    """,
    """
    CREATE TRIGGER data_value_changelog_loses_none BEFORE DELETE ON data_value_changelog
    BEGIN SELECT RAISE(ABORT, 'the change log is append-only'); END
    """,
    """
    CREATE TRIGGER record_changelog_keeps_entries BEFORE UPDATE ON record_changelog
    BEGIN SELECT RAISE(ABORT, 'the change log is append-only'); END
    """,
    """
    CREATE TRIGGER record_changelog_loses_none BEFORE DELETE ON record_changelog
    BEGIN SELECT RAISE(ABORT, 'the change log is append-only'); END
    """,
    """
    CREATE TRIGGER data_value_loses_none BEFORE DELETE ON data_value
    BEGIN SELECT RAISE(ABORT, 'a cell is emptied, never taken away'); END
    """,
    "PRAGMA application_id = 0x536F5472",
    "PRAGMA user_version = 1",
)


def step_2_chained_log(database: Executes) -> None:
    """The change log becomes a chain of hashes; completed forms, notes on contradictions, accounts."""
    for statement in _STEP_2_TABLES:
        database.execute(statement)
    _chain_old_log(database)
    for statement in _STEP_2_GUARDS:
        database.execute(statement)


# record_changelog is made anew, since a CHECK cannot be changed; data_value_changelog and action keep their places. The
# newest log ids of an action say which entries are its own, without an index on them.
_STEP_2_TABLES = (
    "DROP TRIGGER data_value_changelog_keeps_entries",
    "ALTER TABLE data_value_changelog ADD COLUMN hash BLOB NOT NULL DEFAULT x''",
    "ALTER TABLE action ADD COLUMN kind TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE action ADD COLUMN undoes INTEGER REFERENCES action (id)",
    "ALTER TABLE action ADD COLUMN value_log_id INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE action ADD COLUMN record_log_id INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE action ADD COLUMN seal BLOB NOT NULL DEFAULT x''",
    "CREATE INDEX action_undoes ON action (undoes) WHERE undoes IS NOT NULL",
    "ALTER TABLE record_changelog RENAME TO record_changelog_1",
    """
    CREATE TABLE record_changelog (
        id INTEGER PRIMARY KEY,
        action_id INTEGER NOT NULL REFERENCES action (id),
        record TEXT NOT NULL CHECK (record <> ''),
        key TEXT NOT NULL,
        old TEXT,
        new TEXT,
        hash BLOB NOT NULL
    ) STRICT
    """,
    """
    INSERT INTO record_changelog (id, action_id, record, key, old, new, hash)
    SELECT id, action_id, record, key, old, new, x'' FROM record_changelog_1
    """,
    "DROP TABLE record_changelog_1",
    """
    CREATE TABLE complete_data_set_registration (
        data_set TEXT NOT NULL CHECK (data_set <> ''),
        period TEXT NOT NULL CHECK (period <> ''),
        elements TEXT NOT NULL CHECK (elements GLOB '[[]*]'),
        reason TEXT NOT NULL,
        action_id INTEGER NOT NULL REFERENCES action (id),
        PRIMARY KEY (data_set, period)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX complete_data_set_registration_period ON complete_data_set_registration (period)",
    """
    CREATE TABLE rule_note (
        data_element TEXT NOT NULL CHECK (data_element <> ''),
        rule TEXT NOT NULL CHECK (rule <> ''),
        period TEXT NOT NULL CHECK (period <> ''),
        category_option_combo TEXT NOT NULL CHECK (category_option_combo IN ('default', 'male', 'female')),
        note TEXT NOT NULL,
        action_id INTEGER NOT NULL REFERENCES action (id),
        PRIMARY KEY (data_element, rule, period, category_option_combo)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE account (
        name TEXT NOT NULL PRIMARY KEY CHECK (name <> ''),
        role TEXT NOT NULL CHECK (role IN ('entry', 'check', 'head')),
        is_active TEXT NOT NULL CHECK (is_active IN ('yes', 'no')),
        pin TEXT NOT NULL,
        recovery TEXT NOT NULL,
        action_id INTEGER NOT NULL REFERENCES action (id)
    ) STRICT, WITHOUT ROWID
    """,
)

_STEP_2_GUARDS = (
    """
    CREATE TRIGGER data_value_changelog_keeps_entries BEFORE UPDATE ON data_value_changelog
    BEGIN SELECT RAISE(ABORT, 'the change log is append-only'); END
    """,
    """
    CREATE TRIGGER record_changelog_keeps_entries BEFORE UPDATE ON record_changelog
    BEGIN SELECT RAISE(ABORT, 'the change log is append-only'); END
    """,
    """
    CREATE TRIGGER record_changelog_loses_none BEFORE DELETE ON record_changelog
    BEGIN SELECT RAISE(ABORT, 'the change log is append-only'); END
    """,
    """
    CREATE TRIGGER action_keeps_entries BEFORE UPDATE ON action
    BEGIN SELECT RAISE(ABORT, 'the change log is append-only'); END
    """,
    """
    CREATE TRIGGER action_loses_none BEFORE DELETE ON action
    BEGIN SELECT RAISE(ABORT, 'the change log is append-only'); END
    """,
    "PRAGMA user_version = 2",
)

_FIRST_ACCOUNT = '{"name":"Trưởng trạm"}', '{"is_active":"yes","pin":"","recovery":"","role":"head"}'


def _chain_old_log(database: Executes) -> None:
    """Number all logs without gaps, hash them in the order of their ids, seal the actions; make the first account.

    A released step stays as it is: the way of hashing is written out here, whatever the program does later.
    """
    station = database.execute("SELECT file_id, code, created_at, is_example FROM station").fetchone()
    if station is None:
        return
    start = _sha256(station[0].encode())
    newest = database.execute("SELECT coalesce(max(id), 0) + 1, coalesce(max(at), ?) FROM action", station[2:3])
    action_id, at = newest.fetchone()
    database.execute("INSERT INTO action (id, at, who, why) VALUES (?, ?, 'Sổ Trạm', '')", (action_id, at))
    database.execute(
        "INSERT INTO record_changelog (action_id, record, key, old, new, hash) VALUES (?, 'account', ?, NULL, ?, x'')",
        (action_id, *_FIRST_ACCOUNT),
    )
    database.execute("INSERT INTO account VALUES ('Trưởng trạm', 'head', 'yes', '', '', ?)", (action_id,))
    _hash_rows(
        database,
        start,
        """
        SELECT id, action_id, previous_id, data_element, period, category_option_combo,
            old_state, old_value, old_comment, new_state, new_value, new_comment
        FROM data_value_changelog ORDER BY id
        """,
        "UPDATE data_value_changelog SET hash = ? WHERE id = ?",
    )
    _hash_rows(
        database,
        start,
        "SELECT id, action_id, record, key, old, new FROM record_changelog ORDER BY id",
        "UPDATE record_changelog SET hash = ? WHERE id = ?",
    )
    _seal_actions(database, start, _hash(start, station[1:]))


def _hash_rows(database: Executes, previous: bytes, select: str, update: str) -> None:
    for row in database.execute(select).fetchall():
        previous = _hash(previous, row)
        database.execute(update, (previous, row[0]))


def _seal_actions(database: Executes, start: bytes, seal: bytes) -> None:
    values = _newest_rows(database, "SELECT action_id, id, hash FROM data_value_changelog ORDER BY id")
    records = _newest_rows(database, "SELECT action_id, id, hash FROM record_changelog ORDER BY id")
    value, record = (0, start), (0, start)
    for number, at, who, why in database.execute("SELECT id, at, who, why FROM action ORDER BY id").fetchall():
        value, record = values.get(number, value), records.get(number, record)
        seal = _hash(seal + value[1] + record[1], (number, at, who, why, "", None, value[0], record[0]))
        database.execute(
            "UPDATE action SET value_log_id = ?, record_log_id = ?, seal = ? WHERE id = ?",
            (value[0], record[0], seal, number),
        )


def _newest_rows(database: Executes, select: str) -> dict[int, tuple[int, bytes]]:
    """The newest row of each action: its id and hash."""
    return {action_id: (number, found) for action_id, number, found in database.execute(select)}


def _sha256(content: bytes) -> bytes:
    import hashlib  # opening a file of the newest form does without it

    return hashlib.sha256(content).digest()


def _hash(previous: bytes, row: Sequence[object]) -> bytes:
    text = json.dumps(list(row), ensure_ascii=False, separators=(",", ":"))
    return _sha256(previous + text.encode())


def step_3_assessments(database: Executes) -> None:
    """Own definitions, assessments with their layers, answers and evidence, recognition, choices about items."""
    for statement in STEP_3:
        database.execute(statement)


def step_4_frozen_reports(database: Executes) -> None:
    """Frozen reports with their files and steps, checks of drafts, the register of documents, linked sentences."""
    for statement in STEP_4:
        database.execute(statement)


STEPS: tuple[Step, ...] = (step_1_first_schema, step_2_chained_log, step_3_assessments, step_4_frozen_reports)
"""All released steps, oldest first; the number of the last one is the file's ``user_version``."""


def apply_steps(connection: sqlite3.Connection, steps: Sequence[Step] = STEPS) -> None:
    """Bring a file up to the newest schema; each step and its record are one transaction."""
    from sqlite_utils import Database, Migrations

    migrations = Migrations(MIGRATION_SET)
    for step in steps:
        migrations(name=step.__name__)(step)
    migrations.apply(Database(connection, strict=True, execute_plugins=False))
