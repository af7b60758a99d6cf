"""The full check names what is wrong and changes nothing."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from data import commands, queries
from data.errors import EnvironmentFault
from data.store.connection import connect
from data.store.header import read_header
from data.store.migrations import STEPS, apply_steps
from tests.data.store.files import BY, ask, folder_bytes, harm, make_value, save
from tests.torture.old_file import make_old_station

APPEND = "DROP TRIGGER data_value_changelog_keeps_entries"
REMOVE = "DROP TRIGGER data_value_loses_none"


def codes(path: Path) -> list[str]:
    """Codes of the faults of a file, which stays as it is."""
    before = folder_bytes(path.parent)
    faults = queries.check_file(path)
    assert folder_bytes(path.parent) == before
    assert all(fault.place == str(path) for fault in faults)
    return [fault.code for fault in faults]


@pytest.fixture
def filled(station_file: Path) -> Path:
    """A file in which one cell was changed twice and another once."""
    save(station_file, make_value(value="1"), make_value("births", "202401", "3"))
    save(station_file, make_value(value="2"))
    return station_file


def test_sound_file_has_no_faults(filled: Path) -> None:
    assert codes(filled) == []


def test_file_being_written_is_checked(filled: Path) -> None:
    with commands.open_station(filled, writing=True) as store:
        commands.save_data_values(store, [make_value(value="3")], BY)
        assert queries.check_file(filled) == ()


def rebuilt(*statements: str) -> Callable[[Path], None]:
    """Harm done behind the triggers, with the triggers put back."""

    def do(path: Path) -> None:
        triggers = [str(sql) for (sql,) in ask(path, "SELECT sql FROM sqlite_schema WHERE type = 'trigger'")]
        names = [str(name) for (name,) in ask(path, "SELECT name FROM sqlite_schema WHERE type = 'trigger'")]
        harm(path, *(f"DROP TRIGGER {name}" for name in names), *statements, *triggers)

    return do


HARM = [
    (rebuilt("UPDATE data_value SET value = '9' WHERE data_element = 'births'"), ["check_value_and_log"]),
    (rebuilt("UPDATE data_value_changelog SET new_value = '9' WHERE id = 1"), ["check_log_chain", "check_log_changed"]),
    (rebuilt("UPDATE data_value_changelog SET old_value = '9' WHERE id = 2"), ["check_log_chain", "check_log_changed"]),
    (rebuilt("DELETE FROM data_value WHERE data_element = 'births'"), ["check_log_end"]),
    (rebuilt("DELETE FROM action WHERE id = 2"), ["check_foreign_key", "check_foreign_key", "check_log_removed"]),
    (rebuilt("DROP TABLE report_text"), ["check_schema"]),
    (rebuilt("CREATE TABLE extra (id INTEGER)"), ["check_schema"]),
    (
        rebuilt(
            "PRAGMA ignore_check_constraints = ON", "UPDATE data_value SET value = '09' WHERE data_element = 'births'"
        ),
        ["check_integrity"],
    ),
    (rebuilt("DELETE FROM station"), ["check_station"]),
    (lambda path: path.write_bytes(b""), ["file_empty"]),
    (lambda path: path.write_text("văn bản", encoding="utf-8"), ["file_not_sqlite"]),
    (lambda path: harm(path, "PRAGMA user_version = 7"), ["file_newer"]),
    (lambda path: harm(path, "PRAGMA application_id = 1"), ["file_not_ours"]),
]


@pytest.mark.parametrize(("do", "expected"), HARM)
def test_harm_is_named(filled: Path, do: Callable[[Path], object], expected: list[str]) -> None:
    do(filled)
    assert codes(filled) == expected


def test_garbage_page_is_named(filled: Path) -> None:
    page = ask(filled, "SELECT rootpage FROM sqlite_schema WHERE name = 'data_value'")[0][0]
    assert isinstance(page, int)
    with filled.open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(b"\xa5" * 4096)
    assert set(codes(filled)) <= {"check_integrity", "file_damaged"}
    assert codes(filled) != []


def test_fault_names_the_cell(filled: Path) -> None:
    rebuilt("UPDATE data_value SET value = '9' WHERE data_element = 'births'")(filled)
    parameters = queries.check_file(filled)[0].parameters
    assert parameters == {"element": "births", "period": "202401", "category": "default"}


def test_missing_file_cannot_be_checked(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFault, match="file_missing"):
        queries.check_file(tmp_path / "x.sotram")


def test_older_file_is_sound(tmp_path: Path) -> None:
    old = tmp_path / "old.sotram"
    make_old_station(old, [["population_end", "2024Q3", "", "default", "", "4127"]])
    assert queries.check_file(old) == ()


def test_upgrade_that_stands_in_the_wal_is_seen(tmp_path: Path) -> None:
    """A killed upgrade leaves the number of its step in the ``-wal``, while the header still tells the old one."""
    whole, left = tmp_path / "whole.sotram", tmp_path / "left.sotram"
    make_old_station(whole, [])
    with closing(connect(whole, "rw")) as connection:
        apply_steps(connection)
        for suffix in ("", "-wal"):
            shutil.copy(whole.with_name(whole.name + suffix), left.with_name(left.name + suffix))
    assert read_header(left, len(STEPS)).user_version == 1
    assert queries.check_file(left) == ()


def test_newer_schema_in_the_wal_is_a_fault(station_file: Path, tmp_path: Path) -> None:
    left = tmp_path / "left.sotram"
    with closing(connect(station_file, "rw")) as connection:
        connection.execute("PRAGMA user_version = 99")
        for suffix in ("", "-wal"):
            shutil.copy(station_file.with_name(station_file.name + suffix), left.with_name(left.name + suffix))
    assert [fault.code for fault in queries.check_file(left)] == ["file_newer"]


@pytest.mark.parametrize("harmful", ["DELETE FROM _sqlite_migrations WHERE id = 2", "DROP TABLE _sqlite_migrations"])
def test_a_file_that_does_not_say_which_steps_it_took_has_another_schema(harmful: str, filled: Path) -> None:
    harm(filled, harmful)
    (fault,) = queries.check_file(filled)
    assert (fault.code, fault.parameters["object"]) == ("check_schema", "table _sqlite_migrations")
