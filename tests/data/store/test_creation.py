"""A new file takes its name in one step, also where a volume knows no hard links."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from data.errors import EnvironmentFault
from data.store.creation import new_file


def refuse_links(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    def refuse(path: Path, target: Path) -> None:
        raise OSError(number, os.strerror(number), str(path))

    monkeypatch.setattr(Path, "hardlink_to", refuse)


def test_the_name_is_free_until_the_file_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "tram.sotram"
    with new_file(path) as draft:
        draft.write_bytes(b"whole")
        assert not path.exists()
    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [("tram.sotram", b"whole")]


@pytest.mark.parametrize("has_links", [True, False])
def test_a_name_taken_meanwhile_is_not_taken_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, has_links: bool
) -> None:
    path = tmp_path / "tram.sotram"
    if not has_links:
        refuse_links(monkeypatch, errno.EPERM)
    with pytest.raises(EnvironmentFault, match="file_exists"), new_file(path) as draft:  # noqa: PT012
        draft.write_bytes(b"mine")
        path.write_bytes(b"theirs")
    assert [file.read_bytes() for file in tmp_path.iterdir()] == [b"theirs"]


def test_a_volume_without_links_gives_the_name_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    refuse_links(monkeypatch, errno.EPERM)
    path = tmp_path / "tram.sotram"
    with new_file(path) as draft:
        draft.write_bytes(b"whole")
    assert [file.name for file in tmp_path.iterdir()] == ["tram.sotram"]


def test_a_full_disk_is_said_when_the_name_is_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    refuse_links(monkeypatch, errno.ENOSPC)
    with pytest.raises(EnvironmentFault, match="disk_full"), new_file(tmp_path / "tram.sotram") as draft:
        draft.write_bytes(b"whole")
    assert list(tmp_path.iterdir()) == []
