"""The schema: as released, brought up to date step by step, never without a backup."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from data import commands
from data.errors import EnvironmentFault
from data.store.backups import folder_beside, list_backups, restore
from data.store.migrations import STEPS, Executes, apply_steps
from data.store.opening import open_store
from tests.data.store.files import ask, folder_bytes, make_value, save

GOLDEN = Path(__file__).resolve().parents[2] / "golden" / "schema"
SCHEMA = "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid"


def step_5_test(database: Executes) -> None:
    """A step that the program does not have yet."""
    database.execute("CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT")
    database.execute("PRAGMA user_version = 5")


def step_5_broken(database: Executes) -> None:
    """A step that fails half-way."""
    database.execute("CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT")
    database.execute("PRAGMA user_version = 5")
    database.execute("CREATE TABLE station (id INTEGER)")


def schema_text(path: Path) -> str:
    """The schema of a file with its two numbers, one statement after another."""
    numbers = [f"PRAGMA {name} = {ask(path, f'PRAGMA {name}')[0][0]}" for name in ("application_id", "user_version")]
    return ";\n".join([*(str(row[0]) for row in ask(path, SCHEMA)), *numbers]) + ";\n"


def test_new_file_has_the_released_schema(station_file: Path) -> None:
    golden = GOLDEN / f"{len(STEPS)}.sql"
    assert schema_text(station_file) == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("golden", sorted(GOLDEN.glob("*.sql")), ids=lambda path: path.stem)
def test_released_schema_comes_up_to_date(golden: Path, station_file: Path, tmp_path: Path) -> None:
    old = tmp_path / "old.sotram"
    with closing(sqlite3.connect(old)) as connection:
        connection.executescript(golden.read_text(encoding="utf-8"))
        for number, step in enumerate(STEPS[: int(golden.stem)], start=1):
            record = (number, step.__name__)
            connection.execute("INSERT INTO _sqlite_migrations VALUES (?, 'so_tram', ?, '2024-01-01')", record)
        connection.commit()
        apply_steps(connection)
    assert schema_text(old) == schema_text(station_file)


def test_all_tables_are_strict(station_file: Path) -> None:
    tables = ask(station_file, "SELECT name FROM pragma_table_list WHERE NOT strict AND name NOT LIKE 'sqlite_%'")
    assert tables == []


def test_steps_give_their_number() -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        for number, step in enumerate(STEPS, start=1):
            step(connection)
            assert connection.execute("PRAGMA user_version").fetchone() == (number,)


def test_older_file_is_upgraded_after_a_backup(station_file: Path) -> None:
    save(station_file, make_value())
    old = schema_text(station_file)
    with open_store(station_file, writing=True, steps=(*STEPS, step_5_test)):
        pass
    (backup,) = list_backups(folder_beside(station_file))
    restored = station_file.with_name("lại.sotram")
    restore(backup.path, restored)
    assert ask(station_file, "SELECT count(*) FROM later") == [(0,)]
    assert backup.manifest.why == "migration"
    assert schema_text(restored) == old
    assert ask(restored, "SELECT value FROM data_value") == [("4127",)]


def test_failed_step_leaves_the_old_schema_and_the_backup(station_file: Path) -> None:
    old = schema_text(station_file)
    for _ in range(2):
        with pytest.raises(sqlite3.OperationalError, match="already exists"):
            open_store(station_file, writing=True, steps=(*STEPS, step_5_broken))
    assert schema_text(station_file) == old
    assert sorted(file.name for file in station_file.parent.iterdir()) == ["Sao lưu", "Tả Phời.sotram"]
    assert len(list_backups(folder_beside(station_file))) == 1
    with commands.open_station(station_file, writing=True):
        pass


def test_reading_an_older_file_upgrades_only_the_copy(station_file: Path) -> None:
    before = folder_bytes(station_file.parent)
    with open_store(station_file, writing=False, steps=(*STEPS, step_5_test)) as store:
        assert store.connection.execute("SELECT count(*) FROM later").fetchone() == (0,)
    assert folder_bytes(station_file.parent) == before


def test_upgraded_file_is_newer_for_an_older_program(station_file: Path) -> None:
    with open_store(station_file, writing=True, steps=(*STEPS, step_5_test)):
        pass
    with pytest.raises(EnvironmentFault, match="file_newer"):
        commands.open_station(station_file, writing=False)


@pytest.mark.parametrize(
    ("state", "value"),
    [
        ("figure", ""),
        ("figure", "01"),
        ("figure", "1."),
        ("figure", ".5"),
        ("figure", "1.2.3"),
        ("figure", "-1"),
        ("figure", "1,5"),
        ("figure", "1e9"),
        ("not_applicable", "1"),
        ("not_reported", "1"),
        ("draft", ""),
        ("unknown", "1"),
    ],
)
def test_wrong_form_of_a_cell_is_refused(station_file: Path, state: str, value: str) -> None:
    with (
        commands.open_station(station_file, writing=True) as store,
        pytest.raises(sqlite3.IntegrityError, match="CHECK"),
    ):
        store.connection.execute(
            "INSERT INTO data_value VALUES ('population_end', '2024Q3', 'default', ?, ?, '', 1)", (state, value)
        )


@pytest.mark.parametrize("value", ["0", "0.5", "10", "123456789012", "0.000001", "true", "xa", "Đạt"])
def test_right_form_of_a_figure_is_taken(station_file: Path, value: str) -> None:
    save(station_file, make_value(value=value))
    assert ask(station_file, "SELECT value FROM data_value") == [(value,)]


@pytest.mark.parametrize("table", ["data_value_changelog", "record_changelog"])
@pytest.mark.parametrize("change", ["DELETE FROM {}", "UPDATE {} SET action_id = 1"])
def test_change_logs_only_grow(station_file: Path, table: str, change: str) -> None:
    save(station_file, make_value())
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        ask(station_file, change.format(table))


def test_cell_is_never_taken_away(station_file: Path) -> None:
    save(station_file, make_value())
    with pytest.raises(sqlite3.IntegrityError, match="never taken away"):
        ask(station_file, "DELETE FROM data_value")
