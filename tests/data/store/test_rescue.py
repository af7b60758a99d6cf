"""A station file that is deleted while it is open, and what can still be saved of it."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from data import queries
from data.commands import copy_station, open_station, save_data_values
from data.errors import EnvironmentFault
from tests.data.store.files import BY, make_value

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be deleted there")


def test_nothing_is_written_to_a_deleted_file(station_file: Path) -> None:
    with open_station(station_file, writing=True) as store:
        save_data_values(store, [make_value(value="5")], BY)
        station_file.unlink()
        with pytest.raises(EnvironmentFault) as refused:
            save_data_values(store, [make_value(value="6")], BY)
        assert refused.value.code == "file_vanished"
        assert [value.value for value in queries.data_values(store)] == ["5"]


def test_a_file_put_in_the_place_of_the_open_one_is_not_the_open_one(station_file: Path, tmp_path: Path) -> None:
    other = Path(shutil.copy(station_file, tmp_path / "other"))
    with open_station(station_file, writing=True) as store:
        other.replace(station_file)
        with pytest.raises(EnvironmentFault, match="file_vanished"):
            save_data_values(store, [make_value(value="6")], BY)


def test_a_file_that_is_back_in_its_place_is_written_again(station_file: Path, tmp_path: Path) -> None:
    with open_station(station_file, writing=True) as store:
        station_file.rename(tmp_path / "away")
        with pytest.raises(EnvironmentFault, match="file_vanished"):
            save_data_values(store, [make_value(value="6")], BY)
        (tmp_path / "away").rename(station_file)
        save_data_values(store, [make_value(value="6")], BY)
        assert [value.value for value in queries.data_values(store)] == ["6"]


def test_a_deleted_file_is_copied_whole_from_its_handle(station_file: Path, tmp_path: Path) -> None:
    with open_station(station_file, writing=True) as store:
        save_data_values(store, [make_value(value="5")], BY)
        station_file.unlink()
        copy_station(store, tmp_path / "cứu.sotram")
    with open_station(tmp_path / "cứu.sotram", writing=False) as store:
        assert [value.value for value in queries.data_values(store)] == ["5"]


@pytest.mark.parametrize(("name", "code"), [("Tả Phời.sotram", "file_place_taken"), ("đã có", "file_exists")])
def test_a_copy_takes_no_place_that_is_taken(station_file: Path, name: str, code: str) -> None:
    (station_file.parent / "đã có").write_text("x", encoding="utf-8")
    with open_station(station_file, writing=True) as store, pytest.raises(EnvironmentFault, match=code):
        copy_station(store, station_file.parent / name)
    assert sorted(path.name for path in station_file.parent.iterdir()) == ["Tả Phời.sotram", "đã có"]
