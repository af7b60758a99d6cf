"""Settings, decisions, states and texts: SQL <-> dataclasses; every change is logged with its old and new record."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import NamedTuple

from data.model import (
    Attribution,
    Decision,
    NewStation,
    ObligationProgress,
    ObligationState,
    ReportText,
    Setting,
    Verdict,
)
from data.settings import SINCE_EVER
from data.store.values import Action, moment_of, moment_text

Row = Mapping[str, str]


class Record(NamedTuple):
    """SQL of one table of records: keys and values are text columns, in the order of the statements.

    Attributes:
        kind: Name of the table, as in the change log.
        key: Key columns; the columns that follow in ``select`` are the values.
    """

    kind: str
    key: tuple[str, ...]
    values: tuple[str, ...]
    select: str
    upsert: str
    delete: str


SETTING = Record(
    kind="setting",
    key=("key", "valid_from"),
    values=("value", "note"),
    select="SELECT value, note FROM setting WHERE key = ? AND valid_from = ?",
    upsert="""
        INSERT INTO setting (key, valid_from, value, note, action_id) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (key, valid_from) DO UPDATE SET
            value = excluded.value, note = excluded.note, action_id = excluded.action_id
    """,
    delete="DELETE FROM setting WHERE key = ? AND valid_from = ?",
)

DECISION = Record(
    kind="decision",
    key=("target", "period"),
    values=("operator", "value", "high", "verdict", "decided_by", "decided_on", "note"),
    select="""
        SELECT operator, value, high, verdict, decided_by, decided_on, note FROM decision
        WHERE target = ? AND period = ?
    """,
    upsert="""
        INSERT INTO decision (
            target, period, operator, value, high, verdict, decided_by, decided_on, note, action_id)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (target, period) DO UPDATE SET
            operator = excluded.operator, value = excluded.value, high = excluded.high, verdict = excluded.verdict,
            decided_by = excluded.decided_by, decided_on = excluded.decided_on, note = excluded.note,
            action_id = excluded.action_id
    """,
    delete="DELETE FROM decision WHERE target = ? AND period = ?",
)

OBLIGATION_STATE = Record(
    kind="obligation_state",
    key=("item_id", "period"),
    values=("state", "note"),
    select="SELECT state, note FROM obligation_state WHERE item_id = ? AND period = ?",
    upsert="""
        INSERT INTO obligation_state (item_id, period, state, note, action_id) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (item_id, period) DO UPDATE SET
            state = excluded.state, note = excluded.note, action_id = excluded.action_id
    """,
    delete="DELETE FROM obligation_state WHERE item_id = ? AND period = ?",
)

REPORT_TEXT = Record(
    kind="report_text",
    key=("plan", "period", "section"),
    values=("text",),
    select="SELECT text FROM report_text WHERE plan = ? AND period = ? AND section = ?",
    upsert="""
        INSERT INTO report_text (plan, period, section, text, action_id) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (plan, period, section) DO UPDATE SET text = excluded.text, action_id = excluded.action_id
    """,
    delete="DELETE FROM report_text WHERE plan = ? AND period = ? AND section = ?",
)

_INSERT_LOG = "INSERT INTO record_changelog (action_id, record, key, old, new) VALUES (?, ?, ?, ?, ?)"


class StationRow(NamedTuple):
    """The one row of the table ``station``."""

    code: str
    file_id: str
    generation: int
    created_at: datetime
    is_example: bool


def station_rows(new: NewStation, by: Attribution) -> Callable[[sqlite3.Connection], None]:
    """What writes the first rows of a new file: the station with a random file id, its name and its place."""

    def write(connection: sqlite3.Connection) -> None:
        connection.execute(
            "INSERT INTO station (id, code, file_id, generation, created_at, is_example) VALUES (1, ?, ?, 0, ?, ?)",
            (new.code, os.urandom(16).hex(), moment_text(by.now), int(new.is_example)),
        )
        action = Action(connection, by)
        for key, value in (("name", new.name), ("place", new.place)):
            write_record(connection, SETTING, setting_row(Setting(key=key, valid_from=SINCE_EVER, value=value)), action)

    return write


def write_record(connection: sqlite3.Connection, record: Record, row: Row, action: Action) -> bool:
    """Write one record with its log entry, inside the caller's transaction; False when it stands there already."""
    key, old = _find(connection, record, row)
    new = {column: row[column] for column in record.values}
    if new == old:
        return False
    connection.execute(
        _INSERT_LOG, (action.id, record.kind, _json(key), None if old is None else _json(old), _json(new))
    )
    connection.execute(record.upsert, (*key.values(), *new.values(), action.id))
    return True


def remove_record(connection: sqlite3.Connection, record: Record, row: Row, action: Action) -> bool:
    """Take one record away with a log entry, inside the caller's transaction; False when there is none."""
    key, old = _find(connection, record, row)
    if old is None:
        return False
    connection.execute(_INSERT_LOG, (action.id, record.kind, _json(key), _json(old), None))
    connection.execute(record.delete, tuple(key.values()))
    return True


def setting_row(setting: Setting) -> Row:
    """A dated setting as text."""
    day = setting.valid_from.isoformat()
    return {"key": setting.key, "valid_from": day, "value": setting.value, "note": setting.note}


def decision_row(decision: Decision) -> Row:
    """A decision as text."""
    return {
        "target": decision.target,
        "period": decision.period,
        "operator": decision.operator,
        "value": decision.value,
        "high": decision.high,
        "verdict": decision.verdict.value if decision.verdict else "",
        "decided_by": decision.decided_by,
        "decided_on": decision.decided_on.isoformat(),
        "note": decision.note,
    }


def obligation_state_row(state: ObligationState) -> Row:
    """A state as text."""
    return {"item_id": state.item_id, "period": state.period, "state": state.state.value, "note": state.note}


def report_text_row(text: ReportText) -> Row:
    """A text of a report as text."""
    return {"plan": text.plan, "period": text.period, "section": text.section, "text": text.text}


def load_station(connection: sqlite3.Connection) -> StationRow:
    """The station's fixed row."""
    code, file_id, generation, created_at, is_example = connection.execute(
        "SELECT code, file_id, generation, created_at, is_example FROM station WHERE id = 1"
    ).fetchone()
    return StationRow(code, file_id, generation, moment_of(created_at), bool(is_example))


def load_settings(connection: sqlite3.Connection, key: str | None = None) -> tuple[Setting, ...]:
    """Dated settings by key and day; all of them, or those of one key."""
    rows = connection.execute(
        "SELECT key, valid_from, value, note, who, at FROM setting JOIN action ON action.id = action_id"
        " WHERE ?1 IS NULL OR key = ?1 ORDER BY key, valid_from",
        (key,),
    )
    return tuple(
        Setting(
            key=name,
            valid_from=date.fromisoformat(valid_from),
            value=value,
            note=note,
            stored_by=who,
            stored_at=moment_of(at),
        )
        for name, valid_from, value, note, who, at in rows
    )


def load_decisions(connection: sqlite3.Connection) -> tuple[Decision, ...]:
    """All decisions, by target and period."""
    rows = connection.execute(
        "SELECT target, period, operator, value, high, verdict, decided_by, decided_on, note FROM decision"
        " ORDER BY target, period"
    )
    return tuple(
        Decision(
            target=target,
            period=period,
            operator=operator,
            value=value,
            high=high,
            verdict=Verdict(verdict) if verdict else None,
            decided_by=decided_by,
            decided_on=date.fromisoformat(decided_on),
            note=note,
        )
        for target, period, operator, value, high, verdict, decided_by, decided_on, note in rows
    )


def load_obligation_states(connection: sqlite3.Connection) -> tuple[ObligationState, ...]:
    """All recorded states, by item and period."""
    rows = connection.execute("SELECT item_id, period, state, note FROM obligation_state ORDER BY item_id, period")
    return tuple(
        ObligationState(item_id=item, period=period, state=ObligationProgress(state), note=note)
        for item, period, state, note in rows
    )


def load_report_texts(connection: sqlite3.Connection, plan: str, period: str) -> tuple[ReportText, ...]:
    """The texts of one report, by section."""
    rows = connection.execute(
        "SELECT section, text FROM report_text WHERE plan = ? AND period = ? ORDER BY section", (plan, period)
    )
    return tuple(ReportText(plan=plan, period=period, section=section, text=text) for section, text in rows)


def _find(connection: sqlite3.Connection, record: Record, row: Row) -> tuple[dict[str, str], dict[str, str] | None]:
    key = {column: row[column] for column in record.key}
    found = connection.execute(record.select, tuple(key.values())).fetchone()
    return key, None if found is None else dict(zip(record.values, found, strict=True))


def _json(row: Mapping[str, str]) -> str:
    return json.dumps(row, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
