"""A full temporary folder is named; the station file is not to blame."""

from __future__ import annotations

import errno
import shutil
import sqlite3
import tempfile
from pathlib import Path

import pytest

from data import commands, queries, safety
from data.errors import EnvironmentFault
from data.store import scratch


@pytest.fixture
def full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A temporary folder that takes no more."""
    folder = tmp_path / "tmp"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))

    def refuse(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(shutil, "copyfile", refuse)
    return folder


def test_a_full_temporary_folder_is_named_when_a_file_is_read(station_file: Path, full: Path) -> None:
    for read in (queries.check_file, lambda path: commands.open_station(path, writing=False), safety.prove_backup):
        with pytest.raises(EnvironmentFault, match="scratch_full") as caught:
            read(station_file)
        assert caught.value.parameters == {"folder": str(full)}


def test_no_temporary_folder_at_all_is_no_missing_file(station_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> str:
        raise FileNotFoundError(errno.ENOENT, "No usable temporary directory found")

    monkeypatch.setattr(tempfile, "gettempdir", refuse)
    monkeypatch.setenv("TMPDIR", "/none")
    with pytest.raises(EnvironmentFault, match="scratch_full") as caught:
        queries.check_file(station_file)
    assert caught.value.parameters == {"folder": "/none"}


def test_a_copy_made_by_sqlite_blames_the_temporary_folder_too() -> None:
    database = sqlite3.connect(":memory:")
    database.execute("PRAGMA max_page_count = 2")
    database.execute("CREATE TABLE t (x)")
    with pytest.raises(EnvironmentFault, match="scratch_full"), scratch.scratch_faults():
        database.execute("INSERT INTO t VALUES (zeroblob(100000))")
    database.close()


def test_other_faults_stay_as_they_are() -> None:
    with pytest.raises(PermissionError), scratch.scratch_faults():
        raise PermissionError(errno.EACCES, "x")
    with pytest.raises(sqlite3.OperationalError), scratch.scratch_faults():
        sqlite3.connect(":memory:").execute("SELECT * FROM none")
