"""Settings, decisions, states and texts: SQL <-> dataclasses; every change is logged with its old and new record."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Collection
from datetime import date, datetime
from typing import NamedTuple

from data.model import (
    Category,
    Completion,
    Decision,
    NewStation,
    ObligationProgress,
    ObligationState,
    ReportText,
    RuleNote,
    Setting,
    Verdict,
)
from data.people import Account, Role
from data.store.assessment_records import ASSESSMENT_RECORDS
from data.store.records import Record, Row
from data.store.report_records import REPORT_RECORDS
from data.store.values import moment_of, moment_text

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
    select_all="SELECT key, valid_from, value, note FROM setting",
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
    select_all="SELECT target, period, operator, value, high, verdict, decided_by, decided_on, note FROM decision",
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
    select_all="SELECT item_id, period, state, note FROM obligation_state",
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
    select_all="SELECT plan, period, section, text FROM report_text",
    delete="DELETE FROM report_text WHERE plan = ? AND period = ? AND section = ?",
)

COMPLETION = Record(
    kind="complete_data_set_registration",
    key=("data_set", "period"),
    values=("elements", "reason"),
    select="SELECT elements, reason FROM complete_data_set_registration WHERE data_set = ? AND period = ?",
    upsert="""
        INSERT INTO complete_data_set_registration (data_set, period, elements, reason, action_id)
        VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (data_set, period) DO UPDATE SET
            elements = excluded.elements, reason = excluded.reason, action_id = excluded.action_id
    """,
    select_all="SELECT data_set, period, elements, reason FROM complete_data_set_registration",
    delete="DELETE FROM complete_data_set_registration WHERE data_set = ? AND period = ?",
)

RULE_NOTE = Record(
    kind="rule_note",
    key=("data_element", "rule", "period", "category_option_combo"),
    values=("note",),
    select="""
        SELECT note FROM rule_note
        WHERE data_element = ? AND rule = ? AND period = ? AND category_option_combo = ?
    """,
    upsert="""
        INSERT INTO rule_note (data_element, rule, period, category_option_combo, note, action_id)
        VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (data_element, rule, period, category_option_combo) DO UPDATE SET
            note = excluded.note, action_id = excluded.action_id
    """,
    select_all="SELECT data_element, rule, period, category_option_combo, note FROM rule_note",
    delete="""
        DELETE FROM rule_note WHERE data_element = ? AND rule = ? AND period = ? AND category_option_combo = ?
    """,
)

ACCOUNT = Record(
    kind="account",
    key=("name",),
    values=("role", "is_active", "pin", "recovery"),
    select="SELECT role, is_active, pin, recovery FROM account WHERE name = ?",
    upsert="""
        INSERT INTO account (name, role, is_active, pin, recovery, action_id) VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (name) DO UPDATE SET
            role = excluded.role, is_active = excluded.is_active, pin = excluded.pin, recovery = excluded.recovery,
            action_id = excluded.action_id
    """,
    select_all="SELECT name, role, is_active, pin, recovery FROM account",
    delete="DELETE FROM account WHERE name = ?",
    secret=("pin", "recovery"),
)

RECORDS = (
    *(SETTING, DECISION, OBLIGATION_STATE, REPORT_TEXT, COMPLETION, RULE_NOTE, ACCOUNT),
    *ASSESSMENT_RECORDS,
    *REPORT_RECORDS,
)
"""All tables of records."""

FIRST_ACCOUNT = "Trưởng trạm"
"""The one account of a new file: the head of the station, without a PIN."""


class StationRow(NamedTuple):
    """The one row of the table ``station``."""

    code: str
    file_id: str
    generation: int
    created_at: datetime
    is_example: bool


def insert_station(connection: sqlite3.Connection, new: NewStation, now: datetime) -> None:
    """The station's one row, with a random file id."""
    connection.execute(
        "INSERT INTO station (id, code, file_id, generation, created_at, is_example) VALUES (1, ?, ?, 0, ?, ?)",
        (new.code, os.urandom(16).hex(), moment_text(now), int(new.is_example)),
    )


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


def completion_row(completion: Completion) -> Row:
    """A completed form as text."""
    elements = json.dumps(sorted(completion.elements), separators=(",", ":"))
    row = {"data_set": completion.data_set, "period": completion.period}
    return row | {"elements": elements, "reason": completion.reason}


def rule_note_row(note: RuleNote) -> Row:
    """A note on a contradiction as text."""
    key = {"data_element": note.element, "rule": note.rule, "period": note.period}
    return key | {"category_option_combo": note.category.value, "note": note.note}


def account_row(name: str, role: Role, *, is_active: bool, pin: str, recovery: str) -> Row:
    """An account as text; ``pin`` and ``recovery`` are hashes, or empty."""
    active = "yes" if is_active else "no"
    return {"name": name, "role": role.value, "is_active": active, "pin": pin, "recovery": recovery}


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


def load_completions(connection: sqlite3.Connection, periods: Collection[str] | None) -> tuple[Completion, ...]:
    """Completed forms, by form and period; of these periods, or all."""
    rows = connection.execute(
        "SELECT data_set, period, elements, reason, who, at FROM complete_data_set_registration"
        " JOIN action ON action.id = action_id"
        " WHERE ?1 IS NULL OR period IN (SELECT value FROM json_each(?1)) ORDER BY data_set, period",
        (None if periods is None else json.dumps(sorted(periods)),),
    )
    return tuple(
        Completion(
            data_set=data_set,
            period=period,
            elements=tuple(json.loads(elements)),
            reason=reason,
            stored_by=who,
            stored_at=moment_of(at),
        )
        for data_set, period, elements, reason, who, at in rows
    )


def load_rule_notes(connection: sqlite3.Connection, periods: Collection[str] | None) -> tuple[RuleNote, ...]:
    """Notes on contradictions, by element, rule and period; of these periods, or all."""
    rows = connection.execute(
        "SELECT data_element, rule, period, category_option_combo, note, who, at FROM rule_note"
        " JOIN action ON action.id = action_id"
        " WHERE ?1 IS NULL OR period IN (SELECT value FROM json_each(?1)) ORDER BY data_element, rule, period",
        (None if periods is None else json.dumps(sorted(periods)),),
    )
    return tuple(
        RuleNote(
            element=element,
            rule=rule,
            period=period,
            category=Category(category),
            note=note,
            stored_by=who,
            stored_at=moment_of(at),
        )
        for element, rule, period, category, note, who, at in rows
    )


def load_accounts(connection: sqlite3.Connection) -> tuple[Account, ...]:
    """All accounts: heads first, each group by name, so that a change moves nobody."""
    rows = connection.execute(
        "SELECT name, role, is_active = 'yes', pin <> '', recovery <> '' FROM account ORDER BY role <> 'head', name"
    )
    return tuple(
        Account(name=name, role=Role(role), is_active=bool(active), has_pin=bool(pin), has_recovery=bool(recovery))
        for name, role, active, pin, recovery in rows
    )


def load_secrets(connection: sqlite3.Connection, name: str) -> tuple[str, str]:
    """Hashes of an account's PIN and recovery code; empty where there is none."""
    found = connection.execute("SELECT pin, recovery FROM account WHERE name = ?", (name,)).fetchone()
    return (found[0], found[1]) if found else ("", "")
