"""A new station file for each test."""

from pathlib import Path

import pytest

from tests.data.store.damage import fill
from tests.data.store.files import make_station_file


@pytest.fixture
def station_file(tmp_path: Path) -> Path:
    """A new station file, alone in a folder of its own."""
    folder = tmp_path / "trạm"
    folder.mkdir()
    return make_station_file(folder / "Tả Phời.sotram")


@pytest.fixture
def filled(station_file: Path) -> Path:
    """Return a station file that has a backup and was changed afterwards."""
    fill(station_file)
    return station_file
