"""Files that are not whole yet: swept when their program was killed, left alone while it runs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from data.errors import EnvironmentFault
from data.store.creation import new_file
from data.store.held import held_name
from data.store.opening import open_store

LEFT = "tram.sotram-new-0123abcd"


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def test_what_a_killed_program_left_goes_when_the_file_is_made_again(tmp_path: Path) -> None:
    for suffix in ("", "-wal", "-shm", "-held", "-lock", "-new-89abcdef"):
        (tmp_path / (LEFT + suffix)).write_bytes(b"half")
    kept = ["other.sotram-new-0123abcd", "tram.sotram-new-list", "tram.sotram-newest"]
    for name in kept:
        (tmp_path / name).write_bytes(b"")
    with new_file(tmp_path / "tram.sotram") as draft:
        draft.write_bytes(b"whole")
    assert names(tmp_path) == sorted([*kept, "tram.sotram"])


def test_what_a_killed_program_left_goes_also_when_the_name_is_taken(tmp_path: Path) -> None:
    path = tmp_path / "tram.sotram"
    path.write_bytes(b"whole")
    (tmp_path / LEFT).write_bytes(b"half")
    with pytest.raises(EnvironmentFault, match="file_exists"), new_file(path):
        raise AssertionError
    assert names(tmp_path) == ["tram.sotram"]


def test_what_another_program_is_making_is_left_alone(tmp_path: Path) -> None:
    code = "import sys, pathlib; from data.store.held import held_name\n"
    code += "with held_name(pathlib.Path(sys.argv[1])) as d: d.touch(); print(d.name, flush=True); sys.stdin.read()"
    path = tmp_path / "tram.sotram"
    root = Path(__file__).parents[3]
    words = [sys.executable, "-c", code, str(path)]
    with subprocess.Popen(words, cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        name = other.stdout.readline().strip()
        with new_file(path) as draft:
            draft.write_bytes(b"whole")
        assert (tmp_path / name).exists()
        other.communicate("")
    assert names(tmp_path) == ["tram.sotram"]


def test_nothing_is_left_of_a_name_that_was_held(tmp_path: Path) -> None:
    with held_name(tmp_path / "tram.sotram") as draft:
        draft.with_name(draft.name + "-journal").touch()
    assert names(tmp_path) == []


@pytest.mark.parametrize("suffix", ["-wal", "-shm", "-journal"])
def test_nothing_is_made_beside_what_an_earlier_file_left(suffix: str, tmp_path: Path) -> None:
    side = tmp_path / f"tram.sotram{suffix}"
    side.write_bytes(b"x")
    with pytest.raises(EnvironmentFault, match="restore_side_file") as caught, new_file(tmp_path / "tram.sotram"):
        raise AssertionError
    assert caught.value.parameters["side"] == str(side)
    assert names(tmp_path) == [side.name]


def test_a_file_with_two_names_is_opened_by_one_of_them_only_for_reading(station_file: Path, tmp_path: Path) -> None:
    os.link(station_file, tmp_path / "other.sotram")
    for path in (station_file, tmp_path / "other.sotram"):
        with pytest.raises(EnvironmentFault, match="file_has_two_names"):
            open_store(path, writing=True)
        open_store(path, writing=False).close()


def test_a_maker_that_was_killed_before_it_was_done_leaves_no_second_name(station_file: Path) -> None:
    os.link(station_file, station_file.with_name(f"{station_file.name}-new-0123abcd"))
    open_store(station_file, writing=True).close()
    assert names(station_file.parent) == [station_file.name]
