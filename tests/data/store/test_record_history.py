"""The log of what is no figure: newest first, page by page, without secrets."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from data import commands
from data.history import RecordEntry, RecordsAsked
from data.people import AccountChange, Role
from data.record_history import record_history
from data.settings import SINCE_EVER
from tests.data.store.damage import HOA, at, garbage_header, look, recovered
from tests.data.store.files import NOW


def asked(path: Path, question: RecordsAsked) -> tuple[RecordEntry, ...]:
    with commands.open_station(path, writing=False) as store:
        return record_history(store, question)


def test_changes_stand_newest_first_and_figures_are_none_of_them(filled: Path) -> None:
    found = asked(filled, RecordsAsked())
    assert [entry.record for entry in found[:3]] == ["setting", "complete_data_set_registration", "account"]
    newest = found[0]
    assert (newest.who, newest.at, newest.key["key"], newest.old) == (
        "Lan",
        at(200).now,
        "receiver",
        None,
    )
    assert newest.new == {"value": "TTYT", "note": "sổ khám bệnh"}


def test_old_and_new_stand_beside_each_other(station_file: Path) -> None:
    with commands.open_station(station_file, writing=True) as store:
        for minute, value in enumerate(("a", "b")):
            commands.save_setting(store, "receiver", SINCE_EVER, value, at(minute))
        commands.remove_setting(store, "receiver", SINCE_EVER, at(2))
    found = asked(station_file, RecordsAsked(kinds=("setting",), most=2))
    assert [(entry.old and entry.old["value"], entry.new and entry.new["value"]) for entry in found] == [
        ("b", None),
        ("a", "b"),
    ]


def test_pages_follow_each_other_without_gap_or_repetition(filled: Path) -> None:
    whole = asked(filled, RecordsAsked(most=1000))
    pages, question = list[RecordEntry](), RecordsAsked(most=2)
    while page := asked(filled, question):
        assert len(page) <= 2
        pages += page
        question = question._replace(before=page[-1].place)
    assert tuple(pages) == whole


def test_days_and_kinds_are_told_apart(filled: Path) -> None:
    moment = at(3).now
    question = RecordsAsked(since=moment, until=moment + timedelta(seconds=1))
    assert [entry.record for entry in asked(filled, question)] == ["complete_data_set_registration"]
    assert {entry.record for entry in asked(filled, RecordsAsked(kinds=("account",)))} == {"account"}
    assert asked(filled, RecordsAsked(since=NOW + timedelta(days=900))) == ()


def test_of_a_pin_the_log_says_only_that_there_is_one(station_file: Path) -> None:
    with commands.open_station(station_file, writing=True) as store:
        change = AccountChange(name="Lan", role=Role.ENTRY, pin="$argon2id$secret", recovery="")
        commands.save_account(store, change, at(1))
    (entry,) = asked(station_file, RecordsAsked(kinds=("account",), most=1))
    assert entry.new == {"role": "entry", "is_active": "yes", "pin": "*", "recovery": ""}


def test_a_restore_stands_in_the_log(filled: Path, tmp_path: Path) -> None:
    garbage = garbage_header(filled.read_bytes())
    filled.write_bytes(garbage)
    made = recovered(look(filled).options[0], tmp_path)
    restores = asked(made, RecordsAsked(kinds=("",)))
    assert [(entry.who, entry.kind, entry.record, entry.new) for entry in restores] == [(HOA.user, "restore", "", None)]
    assert asked(made, RecordsAsked())[0].place == restores[0].place
