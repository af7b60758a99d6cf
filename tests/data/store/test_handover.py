"""Files on their way: a proven copy for another computer, a working copy brought back, and who holds a file."""

from __future__ import annotations

import getpass
import platform
from pathlib import Path

import pytest

from data import queries
from data.commands import copy_station, open_station, save_data_values
from data.errors import EnvironmentFault, SoTramError
from data.handover import bring_back, holder_of, lay_copy
from data.history import ChainHead
from data.store import check, handover
from data.store.database import Store
from data.store.holder import holder_in
from data.store.rescue import copy_store
from tests.data.store.files import BY, folder_bytes, make_value, save


def figures(path: Path) -> list[str]:
    """All figures of a file."""
    with open_station(path, writing=False) as store:
        return [value.value for value in queries.data_values(store)]


@pytest.fixture
def copied(station_file: Path, tmp_path: Path) -> tuple[Path, ChainHead]:
    """A working copy with one more figure than its origin, and where the origin stood."""
    copy = tmp_path / "máy.sotram"
    save(station_file, make_value(value="5"))
    with open_station(station_file, writing=False) as store:
        head = queries.chain_head(store)
        copy_station(store, copy)
    save(copy, make_value(value="6"))
    return copy, head


def test_a_copy_for_another_computer_is_whole_and_closed(station_file: Path, tmp_path: Path) -> None:
    stick = tmp_path / "usb"
    stick.mkdir()
    with open_station(station_file, writing=True) as store:
        save_data_values(store, [make_value(value="5")], BY)
        lay_copy(store, stick / "tram.sotram")
    assert list(folder_bytes(stick)) == ["tram.sotram"]
    assert check.check_file(stick / "tram.sotram") == ()
    assert figures(stick / "tram.sotram") == ["5"]


def test_a_copy_that_does_not_stand_the_check_is_taken_away(
    station_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def copy_onto_a_bad_stick(store: Store, path: Path) -> None:
        copy_store(store, path)
        with path.open("r+b") as content:
            content.seek(4096)
            content.write(b"\x5a" * 8192)

    monkeypatch.setattr(handover, "copy_store", copy_onto_a_bad_stick)
    with open_station(station_file, writing=True) as store, pytest.raises(EnvironmentFault, match="file_damaged"):
        lay_copy(store, tmp_path / "tram.sotram")
    assert not (tmp_path / "tram.sotram").exists()


def test_a_working_copy_is_brought_back_over_an_unchanged_origin(
    station_file: Path, copied: tuple[Path, ChainHead]
) -> None:
    copy, head = copied
    with open_station(copy, writing=True) as store:
        bring_back(store, station_file, head)
    assert figures(station_file) == ["6"]
    assert list(folder_bytes(station_file.parent)) == [station_file.name]
    assert check.check_file(station_file) == ()


def test_a_changed_origin_is_left_as_it_is(station_file: Path, copied: tuple[Path, ChainHead]) -> None:
    copy, head = copied
    save(station_file, make_value(value="8"))
    before = folder_bytes(station_file.parent)
    with open_station(copy, writing=True) as store, pytest.raises(SoTramError, match="origin_changed"):
        bring_back(store, station_file, head)
    assert folder_bytes(station_file.parent) == before


def test_a_copy_of_another_file_is_not_brought_back(station_file: Path, copied: tuple[Path, ChainHead]) -> None:
    copy, head = copied
    with open_station(copy, writing=True) as store, pytest.raises(SoTramError, match="origin_changed"):
        bring_back(store, station_file, head._replace(seal="00"))
    assert figures(station_file) == ["5"]


def test_an_origin_that_is_gone_is_made_anew(station_file: Path, copied: tuple[Path, ChainHead]) -> None:
    copy, head = copied
    station_file.unlink()
    with open_station(copy, writing=True) as store:
        bring_back(store, station_file, head)
    assert figures(station_file) == ["6"]


def test_an_origin_that_somebody_types_into_is_refused(station_file: Path, copied: tuple[Path, ChainHead]) -> None:
    copy, head = copied
    with (
        open_station(station_file, writing=True),
        open_station(copy, writing=True) as store,
        pytest.raises(EnvironmentFault, match="file_in_use"),
    ):
        bring_back(store, station_file, head)


def test_a_failure_on_the_way_back_leaves_the_origin(
    station_file: Path, copied: tuple[Path, ChainHead], monkeypatch: pytest.MonkeyPatch
) -> None:
    copy, head = copied
    before = folder_bytes(station_file.parent)

    def fail(_folder: Path) -> None:
        raise EnvironmentFault("disk_full", file=station_file)

    monkeypatch.setattr(handover, "_settle", fail)
    with open_station(copy, writing=True) as store, pytest.raises(EnvironmentFault, match="disk_full"):
        bring_back(store, station_file, head)
    assert folder_bytes(station_file.parent) == before


def test_the_lock_says_who_holds_it(station_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("USERNAME", getpass.getuser())
    monkeypatch.setenv("COMPUTERNAME", platform.node())
    assert holder_of(station_file) is None
    with open_station(station_file, writing=True):
        holder = holder_of(station_file)
    assert holder is not None
    assert (holder.user, holder.computer) == (getpass.getuser(), platform.node())


def test_a_lock_that_says_nothing_has_no_holder(tmp_path: Path) -> None:
    (tmp_path / "lock").touch()
    assert holder_in(tmp_path / "lock") is None
