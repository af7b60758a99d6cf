"""A new station file for each test."""

import shutil
from pathlib import Path

import pytest

from tests.data.store.damage import fill
from tests.data.store.files import make_station_file


@pytest.fixture(scope="session")
def new_station(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new station file that is only copied: making one waits for the disk a dozen times."""
    return make_station_file(tmp_path_factory.mktemp("new") / "x.sotram")


@pytest.fixture
def station_file(tmp_path: Path, new_station: Path) -> Path:
    """A new station file, alone in a folder of its own."""
    folder = tmp_path / "trạm"
    folder.mkdir()
    return Path(shutil.copyfile(new_station, folder / "Tả Phời.sotram"))


@pytest.fixture
def filled(station_file: Path) -> Path:
    """Return a station file that has a backup and was changed afterwards."""
    fill(station_file)
    return station_file
