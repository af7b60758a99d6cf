"""Completed forms, notes on contradictions, accounts."""

from __future__ import annotations

from pathlib import Path

import pytest

from data import commands, queries
from data.errors import UserError
from data.model import Category, Completion, RuleNote
from data.people import Account, AccountChange, Role
from tests.data.store.files import BY, ask, make_value

DONE = Completion(data_set="population.quarter", period="2024Q3", elements=("population_end", "births"))
KEY = [(DONE.data_set, DONE.period)]
NOTE = RuleNote(element="births", rule="range", period="202401", category=Category.DEFAULT, note="có dịch")


def test_completed_form_is_locked_until_it_is_opened_again(station_file: Path) -> None:
    with commands.open_station(station_file, writing=True) as store:
        commands.complete(store, [DONE._replace(reason=" chờ sổ ")], BY)
        [found] = queries.completions(store, ["2024Q3"])
        assert (found.reason, found.stored_by, found.stored_at) == ("chờ sổ", BY.user, BY.now)
        with pytest.raises(UserError, match="period_complete"):
            commands.save_data_values(store, [make_value()], BY)
        commands.save_data_values(store, [make_value(period="2024Q2"), make_value("deaths", "2024Q3")], BY)
        with pytest.raises(UserError, match="reopen_needs_reason"):
            commands.reopen(store, KEY, BY._replace(reason=" "))
        commands.reopen(store, KEY, BY._replace(reason="sửa theo sổ"))
        assert queries.completions(store) == ()
        commands.save_data_values(store, [make_value()], BY)
    log = "SELECT kind, why FROM action JOIN record_changelog ON action_id = action.id WHERE record LIKE 'complete%'"
    assert ask(station_file, log) == [("complete", BY.reason), ("reopen", "sửa theo sổ")]


def test_completing_writes_nothing_of_a_refused_block(station_file: Path) -> None:
    with commands.open_station(station_file, writing=True) as store:
        commands.complete(store, [DONE], BY)
        with pytest.raises(UserError, match="period_complete"):
            commands.save_data_values(store, [make_value("deaths", "202401"), make_value()], BY)
        assert queries.data_values(store) == []


def test_completions_of_other_periods_are_left_out(station_file: Path) -> None:
    with commands.open_station(station_file, writing=True) as store:
        commands.complete(store, [DONE, DONE._replace(period="2024Q4")], BY)
        assert [each.period for each in queries.completions(store, ["2024Q4"])] == ["2024Q4"]
        assert len(queries.completions(store)) == 2


def test_note_is_kept_changed_and_taken_away(station_file: Path) -> None:
    with commands.open_station(station_file, writing=True) as store:
        for text in ("có dịch", "sổ khác"):
            commands.save_rule_note(store, NOTE._replace(note=text), BY)
        [note] = queries.rule_notes(store, ["202401"])
        assert (note.note, note.stored_by, note.stored_at) == ("sổ khác", BY.user, BY.now)
        assert queries.rule_notes(store, ["202402"]) == ()
        commands.save_rule_note(store, NOTE._replace(note=" "), BY)
        assert queries.rule_notes(store) == ()


def test_new_file_has_one_head_without_pin(station_file: Path) -> None:
    with commands.open_station(station_file, writing=False) as store:
        assert queries.accounts(store) == (Account(name="Trưởng trạm", role=Role.HEAD),)
        assert queries.pin_hash(store, "Trưởng trạm") == queries.recovery_hash(store, "ai đó") == ""


def test_account_is_added_renamed_and_left(station_file: Path) -> None:
    with commands.open_station(station_file, writing=True) as store:
        commands.save_account(store, AccountChange(name=" Lan ", role=Role.ENTRY, pin="p", recovery="r"), BY)
        renamed = AccountChange(name="Lan Anh", role=Role.CHECK, is_active=False, pin="", renamed_from="Lan")
        commands.save_account(store, renamed, BY)
        assert queries.accounts(store)[1] == Account(
            name="Lan Anh", role=Role.CHECK, has_pin=False, is_active=False, has_recovery=True
        )
        assert queries.recovery_hash(store, "Lan Anh") == "r"
    assert queries.check_file(station_file) == ()


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (AccountChange(name=" ", role=Role.HEAD), "account_needs_name"),
        (AccountChange(name="Trưởng trạm", role=Role.ENTRY), "last_head"),
        (AccountChange(name="Trưởng trạm", role=Role.HEAD, is_active=False), "last_head"),
        (AccountChange(name="Hoa", role=Role.ENTRY, renamed_from="Trưởng trạm"), "last_head"),
        (AccountChange(name="Trưởng trạm", role=Role.HEAD, renamed_from="Lan"), "account_exists"),
    ],
)
def test_wrong_account_is_refused(station_file: Path, change: AccountChange, code: str) -> None:
    with commands.open_station(station_file, writing=True) as store:
        commands.save_account(store, AccountChange(name="Lan", role=Role.ENTRY), BY)
        before = queries.accounts(store)
        with pytest.raises(UserError, match=code):
            commands.save_account(store, change, BY)
        assert queries.accounts(store) == before
