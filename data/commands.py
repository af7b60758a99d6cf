"""Everything that changes a station file: one transaction each, all or nothing; says what changed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

from data.errors import UserError
from data.model import (
    Attribution,
    Changes,
    DataValue,
    Decision,
    NewStation,
    ObligationState,
    ReportText,
    Setting,
)
from data.settings import BOUND_PLANS, SINCE_EVER, list_text, normalised, place_kind_of
from data.store import repositories
from data.store.creation import create_file
from data.store.database import Store
from data.store.opening import open_store
from data.store.repositories import Record, Row
from data.store.rescue import copy_store
from data.store.values import Action, write_values

__all__ = [
    "Attribution",
    "Changes",
    "NewStation",
    "Store",
    "bind_plans",
    "checkpoint",
    "copy_station",
    "create_station",
    "inspect",
    "open_station",
    "prepare",
    "remove_setting",
    "save_data_values",
    "save_decision",
    "save_obligation_state",
    "save_report_text",
    "save_setting",
    "save_settings",
]

_STATION_CODE = re.compile(r"[A-Z0-9_]{2,30}", re.ASCII)


def create_station(path: Path, new: NewStation, now: datetime, user: str = "Sổ Trạm") -> None:
    """Make a station file; an existing one is never overwritten (CONTRACT S1).

    Name and place are settings that hold since ever.

    Raises:
        UserError: station_code_wrong (``station``), station_name_missing, place_kind_unknown (``place``).
        EnvironmentFault: file_exists, folder_missing, folder_read_only, disk_full (``file``, ``folder``).
    """
    name, place = normalised(new.name).strip(), normalised(new.place).strip()
    if not _STATION_CODE.fullmatch(new.code):
        raise UserError("station_code_wrong", station=new.code)
    if not name:
        raise UserError("station_name_missing")
    place_kind_of(place)
    rows = repositories.station_rows(new._replace(name=name, place=place), Attribution(user=user, now=now))
    create_file(path, rows)


def open_station(path: Path, *, writing: bool) -> Store:
    """Open a station file; nothing is written to it. Close it with ``close`` or use it as a context.

    Raises:
        EnvironmentFault: file_missing, file_is_folder, no_permission, file_empty, file_not_sqlite, file_not_ours,
            file_newer, file_damaged; for writing also file_in_use, folder_read_only, file_read_only, lock_unavailable.
    """
    return open_store(path, writing=writing)


def copy_station(store: Store, path: Path) -> None:
    """Write everything that an open station file holds to a new file, also when the open one was deleted meanwhile.

    Raises:
        EnvironmentFault: file_exists, file_place_taken, folder_missing, folder_read_only, disk_full, disk_failed,
            file_damaged (``file``).
    """
    copy_store(store, path)


def prepare(store: Store) -> None:
    """See that the file is sound, for when there is time; the first change of a session does it otherwise.

    Raises:
        EnvironmentFault: file_damaged (``file``).
    """
    store.prepare()


def inspect(store: Store) -> None:
    """See that the file is sound, writing nothing: for right after it was opened, off the GUI thread.

    Raises:
        EnvironmentFault: file_damaged (``file``).
    """
    store.inspect()


def checkpoint(store: Store) -> None:
    """Bring everything into the one file, so that a copy of it is complete; for when typing rests (CONTRACT L2)."""
    store.checkpoint()


def save_data_values(store: Store, values: Sequence[DataValue], by: Attribution) -> Changes:
    """Write cells and their log entries; cells that hold the same already are left alone."""
    ready = [_normalised_value(value) for value in values]
    with store.changing() as connection:
        keys = write_values(connection, ready, by)
    return Changes(kind="data_value", keys=tuple(keys))


def save_setting(store: Store, key: str, valid_from: date, value: str, by: Attribution) -> Changes:
    """Set a dated setting; the action's reason stands beside it as a note."""
    return save_settings(store, {key: value}, valid_from, by)


def save_settings(store: Store, values: dict[str, str], valid_from: date, by: Attribution) -> Changes:
    """Set several settings from one day on, all or none.

    Raises:
        UserError: station_name_missing, place_kind_unknown (``place``).
    """
    if "place" in values:
        place_kind_of(values["place"])
    if not values.get("name", "name").strip():
        raise UserError("station_name_missing")
    rows = [
        repositories.setting_row(Setting(key=key, valid_from=valid_from, value=normalised(value), note=by.reason))
        for key, value in values.items()
    ]
    return _save(store, repositories.SETTING, rows, by)


def remove_setting(store: Store, key: str, valid_from: date, by: Attribution) -> Changes:
    """Take one dated value of a setting away; what stands before it holds again.

    Raises:
        UserError: setting_needed (``key``) for the first name and place, without which there is no station.
    """
    if key in ("name", "place") and valid_from == SINCE_EVER:
        raise UserError("setting_needed", key=key)
    row = repositories.setting_row(Setting(key=key, valid_from=valid_from, value=""))
    with store.changing() as connection:
        is_removed = repositories.remove_record(connection, repositories.SETTING, row, Action(connection, by))
    return Changes(kind="setting", keys=((key, valid_from.isoformat()),) if is_removed else ())


def bind_plans(store: Store, plan_ids: Sequence[str], by: Attribution) -> Changes:
    """Choose the plans that bind the station (CONTRACT S3)."""
    return save_setting(store, BOUND_PLANS, SINCE_EVER, list_text(plan_ids), by)


def save_decision(store: Store, decision: Decision, by: Attribution) -> Changes:
    """Record what a person decided about a target.

    Raises:
        UserError: decision_needs_name, decision_needs_note.
    """
    if not decision.decided_by.strip():
        raise UserError("decision_needs_name")
    if decision.verdict is not None and not decision.note.strip():
        raise UserError("decision_needs_note")
    ready = decision._replace(decided_by=normalised(decision.decided_by), note=normalised(decision.note))
    return _save(store, repositories.DECISION, [repositories.decision_row(ready)], by)


def save_obligation_state(store: Store, state: ObligationState, by: Attribution) -> Changes:
    """Record how far an obligation, task, project or reporting duty is."""
    ready = state._replace(note=normalised(state.note))
    return _save(store, repositories.OBLIGATION_STATE, [repositories.obligation_state_row(ready)], by)


def save_report_text(store: Store, text: ReportText, by: Attribution) -> Changes:
    """Keep a free text of a report."""
    ready = text._replace(text=normalised(text.text))
    return _save(store, repositories.REPORT_TEXT, [repositories.report_text_row(ready)], by)


def _save(store: Store, record: Record, rows: Sequence[Row], by: Attribution) -> Changes:
    with store.changing() as connection:
        action = Action(connection, by)
        changed = [row for row in rows if repositories.write_record(connection, record, row, action)]
    return Changes(kind=record.kind, keys=tuple(tuple(row[column] for column in record.key) for row in changed))


def _normalised_value(value: DataValue) -> DataValue:
    """The value in NFC; the same object where it is that already, which is nearly always."""
    text = f"{value.value} {value.comment}"
    if text.isascii() or unicodedata.is_normalized("NFC", text):
        return value
    return value._replace(value=normalised(value.value), comment=normalised(value.comment))
