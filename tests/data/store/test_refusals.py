"""Every file that cannot be opened is refused with its own code, and left as it is."""

from __future__ import annotations

import os
import resource
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from data import commands, queries
from data.errors import EnvironmentFault
from data.model import DataValue
from data.store.faults import environment_faults
from data.store.header import APPLICATION_ID
from data.store.migrations import STEPS
from tests.data.store.files import (
    BY,
    ask,
    folder_bytes,
    guarded_folder,
    harm,
    make_station_file,
    make_value,
    plain_user,
    save,
)


def write_text(path: Path) -> None:
    path.write_text("đây là văn bản, không phải tệp số liệu\n" * 20, encoding="utf-8")


def write_foreign(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE station (id INTEGER)")
        connection.commit()


def write_newer(path: Path) -> None:
    make_station_file(path)
    harm(path, "PRAGMA user_version = 99")


def write_unnumbered(path: Path) -> None:
    make_station_file(path)
    harm(path, "PRAGMA user_version = 0")


def write_cut(path: Path) -> None:
    make_station_file(path)
    os.truncate(path, path.stat().st_size // 2)


def write_stump(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\x00" + b"\x10")


def write_without_station(path: Path) -> None:
    make_station_file(path)
    harm(path, "DELETE FROM station")


def write_without_tables(path: Path) -> None:
    make_station_file(path)
    harm(path, "DROP TABLE station")


def write_garbage_schema(path: Path) -> None:
    make_station_file(path)
    with path.open("r+b") as file:
        file.seek(100)
        file.write(b"\xa5" * 3996)


CASES: list[tuple[Callable[[Path], object], str]] = [
    (lambda path: None, "file_missing"),
    (lambda path: path.mkdir(), "file_is_folder"),
    (lambda path: path.touch(), "file_empty"),
    (lambda path: os.mkfifo(path), "file_not_sqlite"),
    (write_text, "file_not_sqlite"),
    (write_foreign, "file_not_ours"),
    (write_newer, "file_newer"),
    (write_unnumbered, "file_damaged"),
    (write_cut, "file_damaged"),
    (write_stump, "file_damaged"),
    (write_without_station, "file_damaged"),
    (write_without_tables, "file_damaged"),
    (write_garbage_schema, "file_damaged"),
]


@pytest.mark.parametrize("writing", [True, False])
@pytest.mark.parametrize(("make", "code"), CASES)
def test_file_is_refused_and_left_alone(
    make: Callable[[Path], object], code: str, writing: bool, tmp_path: Path
) -> None:
    path = tmp_path / "x.sotram"
    make(path)
    regular = path.is_file()
    before = folder_bytes(tmp_path) if regular else sorted(tmp_path.iterdir())
    with pytest.raises(EnvironmentFault) as caught:
        commands.open_station(path, writing=writing)
    assert caught.value.code == code
    assert caught.value.parameters["file"] == str(path)
    assert (folder_bytes(tmp_path) if regular else sorted(tmp_path.iterdir())) == before


def test_newer_file_names_both_versions(tmp_path: Path) -> None:
    write_newer(tmp_path / "x.sotram")
    with pytest.raises(EnvironmentFault) as caught:
        commands.open_station(tmp_path / "x.sotram", writing=True)
    assert (caught.value.parameters["version"], caught.value.parameters["known"]) == ("99", str(len(STEPS)))


def test_path_through_a_file_is_missing(station_file: Path) -> None:
    with pytest.raises(EnvironmentFault, match="file_missing"):
        commands.open_station(station_file / "x.sotram", writing=False)


def test_second_writer_is_refused(station_file: Path) -> None:
    with commands.open_station(station_file, writing=True), pytest.raises(EnvironmentFault, match="file_in_use"):
        commands.open_station(station_file, writing=True)
    with commands.open_station(station_file, writing=True):
        pass


def test_second_writer_through_a_link_is_refused(station_file: Path, tmp_path: Path) -> None:
    link = tmp_path / "liên kết.sotram"
    link.symlink_to(station_file)
    with commands.open_station(station_file, writing=True), pytest.raises(EnvironmentFault, match="file_in_use"):
        commands.open_station(link, writing=True)


def test_file_opened_for_reading_cannot_be_changed(station_file: Path) -> None:
    with commands.open_station(station_file, writing=False) as store:
        with pytest.raises(EnvironmentFault, match="file_opened_for_reading"):
            commands.save_data_values(store, [make_value()], BY)
        commands.prepare(store)
        commands.checkpoint(store)
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            store.connection.execute("DELETE FROM setting")


def test_closed_store_answers_nothing(station_file: Path) -> None:
    store = commands.open_station(station_file, writing=True)
    store.close()
    store.close()
    with pytest.raises(sqlite3.ProgrammingError):
        queries.station_code(store)


def test_garbage_in_a_page_stops_the_first_change(station_file: Path) -> None:
    save(station_file, *(make_value(f"element_{number}", "2024") for number in range(400)))
    page = ask(station_file, "SELECT rootpage FROM sqlite_schema WHERE name = 'data_value_changelog'")[0][0]
    assert isinstance(page, int)
    with station_file.open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(b"\x00" * 4096)
    before = folder_bytes(station_file.parent)
    with pytest.raises(EnvironmentFault, match="file_damaged"):
        save(station_file, make_value(value="1"))
    assert folder_bytes(station_file.parent) == before


def test_reading_a_garbage_page_says_that_the_file_is_damaged(station_file: Path) -> None:
    page = ask(station_file, "SELECT rootpage FROM sqlite_schema WHERE name = 'setting'")[0][0]
    assert isinstance(page, int)
    with station_file.open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(b"\xa5" * 4096)
    with (
        commands.open_station(station_file, writing=False) as store,
        pytest.raises(EnvironmentFault, match="file_damaged"),
    ):
        queries.settings_history(store, "name")


def test_read_only_file_is_refused_for_writing() -> None:
    with guarded_folder() as folder:
        path = make_station_file(folder / "x.sotram")
        path.chmod(0o444)
        folder.chmod(0o777)
        with plain_user(), pytest.raises(EnvironmentFault, match="file_read_only"):
            commands.open_station(path, writing=True)
        assert [file.name for file in folder.iterdir()] == ["x.sotram"]


def test_read_only_folder_is_refused_for_writing_and_read() -> None:
    with guarded_folder() as folder:
        path = make_station_file(folder / "x.sotram")
        path.chmod(0o666)
        folder.chmod(0o555)
        before = folder_bytes(folder)
        with plain_user():
            with pytest.raises(EnvironmentFault, match="folder_read_only"):
                commands.open_station(path, writing=True)
            with commands.open_station(path, writing=False) as store:
                assert queries.station_code(store) == "TYT_TA_PHOI"
        assert folder_bytes(folder) == before


def test_unreadable_file_is_refused() -> None:
    with guarded_folder() as folder:
        path = make_station_file(folder / "x.sotram")
        path.chmod(0o000)
        with plain_user(), pytest.raises(EnvironmentFault, match="no_permission"):
            commands.open_station(path, writing=False)


def test_full_disk_leaves_nothing_half_written(station_file: Path) -> None:
    save(station_file, make_value(value="1"))
    many = [make_value(f"element_{number}", "2024", "7") for number in range(5000)]
    old = resource.getrlimit(resource.RLIMIT_FSIZE)
    with commands.open_station(station_file, writing=True) as store:
        resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, old[1]))
        try:
            with pytest.raises(EnvironmentFault, match="disk_full"):
                commands.save_data_values(store, many, BY)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, old)
        assert len(queries.load_figures(store).cells) == 1
        commands.save_data_values(store, [make_value(value="2")], BY)
    assert queries.check_file(station_file) == ()


@pytest.mark.parametrize("size", [0, 4096, 20_000])
def test_full_disk_leaves_nothing_beside_the_file(station_file: Path, size: int) -> None:
    old = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, old[1]))
    try:
        with pytest.raises(EnvironmentFault, match="disk"), commands.open_station(station_file, writing=True) as store:
            commands.save_data_values(store, [make_value()], BY)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, old)
    assert [file.name for file in station_file.parent.iterdir()] == [station_file.name]
    assert queries.check_file(station_file) == ()


def test_full_disk_at_closing_keeps_what_was_saved(station_file: Path) -> None:
    old = resource.getrlimit(resource.RLIMIT_FSIZE)
    many = [make_value(f"element_{number}", "2024", "7") for number in range(500)]
    store = commands.open_station(station_file, writing=True)
    commands.save_data_values(store, many, BY)
    resource.setrlimit(resource.RLIMIT_FSIZE, (station_file.stat().st_size, old[1]))
    try:
        with pytest.raises(EnvironmentFault, match="disk_full"):
            store.close()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, old)
    with commands.open_station(station_file, writing=True) as store:
        assert len(queries.load_figures(store).cells) == 500
    assert [file.name for file in station_file.parent.iterdir()] == [station_file.name]


def fill_and_fail(path: Path, values: list[DataValue], hard_limit: int) -> None:
    """Save, forbid every file to grow, and fail with another error."""
    with commands.open_station(path, writing=True) as store:
        commands.save_data_values(store, values, BY)
        resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size, hard_limit))
        raise KeyError


def test_fault_while_closing_does_not_hide_the_first(station_file: Path) -> None:
    old = resource.getrlimit(resource.RLIMIT_FSIZE)
    many = [make_value(f"element_{number}", "2024", "7") for number in range(500)]
    try:
        with pytest.raises(KeyError):
            fill_and_fail(station_file, many, old[1])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, old)


def test_full_disk_at_creation_leaves_no_file(tmp_path: Path) -> None:
    old = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, old[1]))
    try:
        with pytest.raises(EnvironmentFault, match="disk_full"):
            make_station_file(tmp_path / "x.sotram")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, old)
    assert list(tmp_path.iterdir()) == []


def test_application_id_is_the_contracts(station_file: Path) -> None:
    assert ask(station_file, "PRAGMA application_id") == [(APPLICATION_ID,)]
    assert APPLICATION_ID.to_bytes(4, "big") == b"SoTr"


def test_the_fault_behind_a_commit_that_cannot_be_is_told(tmp_path: Path) -> None:
    """A failed write ends its transaction; what is said about the commit after it is beside the point."""
    full = sqlite3.OperationalError("disk I/O error")
    full.sqlite_errorcode = sqlite3.SQLITE_IOERR_WRITE
    late = sqlite3.OperationalError("cannot commit - no transaction is active")
    late.sqlite_errorcode = sqlite3.SQLITE_ERROR
    late.__context__ = full
    with pytest.raises(EnvironmentFault, match="disk_full"), environment_faults(tmp_path):
        raise late


def test_a_transaction_that_ended_by_itself_is_the_disks_fault(tmp_path: Path) -> None:
    """A failed write may be passed over by what only tries what SQLite can do."""
    connection = sqlite3.connect(tmp_path / "x", isolation_level=None)
    with pytest.raises(EnvironmentFault, match="disk_failed"), environment_faults(tmp_path):
        connection.execute("COMMIT")
    connection.close()


def test_text_that_is_none_is_damage(station_file: Path) -> None:
    save(station_file, make_value())
    harm(station_file, "UPDATE data_value SET comment = CAST(x'c3' AS TEXT)")
    with commands.open_station(station_file, writing=False) as store, pytest.raises(EnvironmentFault, match="damaged"):
        queries.data_values(store)
    assert queries.check_file(station_file) != ()


def test_a_schema_that_cannot_be_read_is_damage(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFault, match="file_damaged"), environment_faults(tmp_path):
        b"near \xc5LSE".decode("utf-8")
