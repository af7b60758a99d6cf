"""Everything that changes a station file: one transaction each, all or nothing; says what changed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from data.errors import UserError
from data.model import (
    Attribution,
    Changes,
    Completion,
    DataValue,
    Decision,
    NewStation,
    ObligationState,
    ReportText,
    RuleNote,
    Setting,
)
from data.people import AccountChange, Role
from data.settings import BOUND_PLANS, OPENED_YEAR, SINCE_EVER, list_text, name_of, normalised, place_kind_of
from data.store import repositories
from data.store.actions import RecordChange, fill_new, write_action
from data.store.corrections import resent_key
from data.store.creation import create_file
from data.store.database import Store
from data.store.opening import open_store
from data.store.records import Record, Row
from data.store.rescue import copy_store
from data.store.undo import REDO, UNDO, find_redo, find_undo
from data.store.values import moment_text

if TYPE_CHECKING:
    from data.year_opening import YearOpening

__all__ = [
    "Attribution",
    "Changes",
    "NewStation",
    "Store",
    "bind_plans",
    "checkpoint",
    "complete",
    "copy_station",
    "create_station",
    "inspect",
    "mark_resent",
    "open_station",
    "open_year",
    "prepare",
    "redo",
    "remove_setting",
    "reopen",
    "save_account",
    "save_data_values",
    "save_decision",
    "save_obligation_state",
    "save_report_text",
    "save_rule_note",
    "save_setting",
    "save_settings",
    "undo",
]

_STATION_CODE = re.compile(r"[A-Z0-9_]{2,30}", re.ASCII)


def create_station(path: Path, new: NewStation, now: datetime, user: str = "Sổ Trạm") -> None:
    """Make a station file; an existing one is never overwritten (CONTRACT S1).

    Name and place are settings that hold since ever.

    Raises:
        UserError: station_code_wrong (``station``), station_name_missing, name_wrong, place_kind_unknown (``place``).
        EnvironmentFault: file_exists, folder_missing, folder_not_writable, disk_full (``file``, ``folder``).
    """
    name, place = name_of(new.name), name_of(new.place)
    if not _STATION_CODE.fullmatch(new.code):
        raise UserError("station_code_wrong", station=new.code)
    if not name:
        raise UserError("station_name_missing")
    place_kind_of(place)
    by = Attribution(user=user, now=now)
    ready = new._replace(name=name, place=place)
    create_file(path, lambda connection: fill_new(connection, ready, by))


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
        EnvironmentFault: file_exists, file_place_taken, folder_missing, folder_not_writable, disk_full, disk_failed,
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
        written = write_action(connection, by, ready)
    return Changes(kind="data_value", keys=written.cells)


def undo(store: Store, by: Attribution) -> Changes:
    """Take back the newest own action on cells, as a new action (CONTRACT U1).

    Raises:
        UserError: nothing_to_undo; period_complete (``form``, ``period``, ``element``): it touches a completed form;
            undo_stops_at_report (``report``): a frozen report rests on it.
    """
    from data.store.paper_rules import refuse_frozen  # the window opens without the words of papers

    with store.changing() as connection:
        step = find_undo(connection, normalised(by.user))
        if step is None:
            raise UserError("nothing_to_undo")
        refuse_frozen(connection, step)
        values = [cell.old for cell in step.cells]
        written = write_action(connection, by._replace(kind=UNDO), values, undoes=step.action_id)
    return Changes(kind="data_value", keys=written.cells)


def redo(store: Store, by: Attribution) -> Changes:
    """Do again what was undone last, unless something was done since.

    Raises:
        UserError: nothing_to_redo; period_complete and undo_stops_at_report as ``undo``.
    """
    from data.store.paper_rules import refuse_frozen  # the window opens without the words of papers

    with store.changing() as connection:
        step = find_redo(connection, normalised(by.user))
        if step is None:
            raise UserError("nothing_to_redo")
        refuse_frozen(connection, step)
        values = [cell.new for cell in step.cells]
        written = write_action(connection, by._replace(kind=REDO), values, undoes=step.action_id)
    return Changes(kind="data_value", keys=written.cells)


def complete(store: Store, completions: Sequence[Completion], by: Attribution) -> Changes:
    """Mark forms complete for their periods, as one action; their cells are locked from then on.

    Whether a form may be completed without a reason is for ``data.completeness`` to say.
    """
    rows = [repositories.completion_row(each._replace(reason=normalised(each.reason).strip())) for each in completions]
    return _save(store, repositories.COMPLETION, rows, by._replace(kind="complete"))


def reopen(store: Store, keys: Sequence[tuple[str, str]], by: Attribution) -> Changes:
    """Open completed forms again: (data set, period) each; the reason stands in the change log.

    Raises:
        UserError: reopen_needs_reason.
    """
    if not by.reason.strip():
        raise UserError("reopen_needs_reason")
    rows = [{"data_set": data_set, "period": period} for data_set, period in keys]
    return _remove(store, repositories.COMPLETION, rows, by._replace(kind="reopen"))


def save_rule_note(store: Store, note: RuleNote, by: Attribution) -> Changes:
    """Keep what a person wrote about a contradiction; an empty note takes it away."""
    row = repositories.rule_note_row(note._replace(note=normalised(note.note).strip()))
    if not row["note"]:
        return _remove(store, repositories.RULE_NOTE, [row], by)
    return _save(store, repositories.RULE_NOTE, [row], by)


def save_account(store: Store, change: AccountChange, by: Attribution) -> Changes:
    """Make or change an account; of PIN and recovery code the log says only that there is one.

    Raises:
        UserError: account_needs_name, name_wrong, account_exists (``name``), last_head.
    """
    name = name_of(change.name)
    if not name:
        raise UserError("account_needs_name")
    before = change.renamed_from or name
    with store.changing() as connection:
        known = {account.name: account for account in repositories.load_accounts(connection)}
        if change.renamed_from and name != before and name in known:
            raise UserError("account_exists", name=name)
        others = [account for account in known.values() if account.name not in (name, before)]
        heads = [account for account in others if account.is_active and account.role is Role.HEAD]
        if not heads and not (change.is_active and change.role is Role.HEAD):
            raise UserError("last_head")
        pin, recovery = repositories.load_secrets(connection, before)
        row = repositories.account_row(
            name,
            change.role,
            is_active=change.is_active,
            pin=pin if change.pin is None else change.pin,
            recovery=recovery if change.recovery is None else change.recovery,
        )
        old = [RecordChange(repositories.ACCOUNT, {**row, "name": before}, is_removal=True)] if name != before else []
        written = write_action(connection, by, records=[*old, RecordChange(repositories.ACCOUNT, row)])
    return Changes(kind=repositories.ACCOUNT.kind, keys=written.records)


def save_setting(store: Store, key: str, valid_from: date, value: str, by: Attribution) -> Changes:
    """Set a dated setting; the action's reason stands beside it as a note."""
    return save_settings(store, {key: value}, valid_from, by)


def save_settings(store: Store, values: dict[str, str], valid_from: date, by: Attribution) -> Changes:
    """Set several settings from one day on, all or none.

    Raises:
        UserError: station_name_missing, name_wrong, place_kind_unknown (``place``).
    """
    if "place" in values:
        place_kind_of(name_of(values["place"]))
    if not name_of(values.get("name", "name")):
        raise UserError("station_name_missing")
    rows = [
        repositories.setting_row(
            Setting(key=key, valid_from=valid_from, value=normalised(value), note=normalised(by.reason))
        )
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
    return _remove(store, repositories.SETTING, [row], by)


def bind_plans(store: Store, plan_ids: Sequence[str], by: Attribution) -> Changes:
    """Choose the plans that bind the station (CONTRACT S3)."""
    return save_setting(store, BOUND_PLANS, SINCE_EVER, list_text(plan_ids), by)


def open_year(store: Store, opening: YearOpening, by: Attribution) -> Changes:
    """Begin a year as one action: accepted stocks, bound plans, settings that hold on; undo takes the cells back.

    Raises:
        UserError: period_complete (``form``, ``period``, ``element``).
    """
    first = date(opening.year, 1, 1)
    settings = [
        Setting(key=BOUND_PLANS, valid_from=SINCE_EVER, value=list_text(opening.plans)),
        Setting(key=OPENED_YEAR, valid_from=first, value="true"),
        *(Setting(key=key, valid_from=first, value=normalised(value)) for key, value in opening.copied),
    ]
    rows = [RecordChange(repositories.SETTING, repositories.setting_row(setting)) for setting in settings]
    ready = [_normalised_value(value) for value in opening.values]
    with store.changing() as connection:
        written = write_action(connection, by._replace(kind="open_year"), ready, rows)
    return Changes(kind="data_value", keys=written.cells)


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


def mark_resent(store: Store, item_id: str, period: str, day: date, by: Attribution) -> Changes:
    """Record that a report was sent once more, with the figures as they are now."""
    setting = Setting(
        key=resent_key(item_id, period), valid_from=day, value=moment_text(by.now), note=normalised(by.reason)
    )
    return _save(store, repositories.SETTING, [repositories.setting_row(setting)], by)


def save_report_text(store: Store, text: ReportText, by: Attribution) -> Changes:
    """Keep a free text of a report."""
    ready = text._replace(text=normalised(text.text))
    return _save(store, repositories.REPORT_TEXT, [repositories.report_text_row(ready)], by)


def _save(store: Store, record: Record, rows: Sequence[Row], by: Attribution) -> Changes:
    return _write(store, record, [RecordChange(record, row) for row in rows], by)


def _remove(store: Store, record: Record, rows: Sequence[Row], by: Attribution) -> Changes:
    return _write(store, record, [RecordChange(record, row, is_removal=True) for row in rows], by)


def _write(store: Store, record: Record, changes: Sequence[RecordChange], by: Attribution) -> Changes:
    with store.changing() as connection:
        written = write_action(connection, by, records=changes)
    return Changes(kind=record.kind, keys=written.records)


def _normalised_value(value: DataValue) -> DataValue:
    """The value in NFC; the same object where it is that already, which is nearly always."""
    text = f"{value.value} {value.comment}"
    if text.isascii() or unicodedata.is_normalized("NFC", text):
        return value
    return value._replace(value=normalised(value.value), comment=normalised(value.comment))
