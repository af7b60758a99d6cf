"""Fixtures of the command line's tests."""

import shutil
from pathlib import Path

import pytest

from data.commands import create_station
from data.example.writing import write_example
from data.model import NewStation
from tests.ui.cli.tools import CODE, NAME, NOW, PLACE, Run, runner


@pytest.fixture(autouse=True)
def user_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep the log of every test in a folder of its own, beside nothing that a test looks at."""
    folder = tmp_path_factory.mktemp("user")
    monkeypatch.setenv("SO_TRAM_USER_FOLDER", str(folder))
    return folder


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the program in this process."""
    return runner(capsys)


@pytest.fixture(scope="session")
def written_station(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a new station file that is only copied: making one waits for the disk a dozen times."""
    path = tmp_path_factory.mktemp("new") / "tram.sotram"
    create_station(path, NewStation(code=CODE, name=NAME, place=PLACE), NOW)
    return path


@pytest.fixture
def station(written_station: Path, tmp_path: Path) -> Path:
    """Return a copy of a new station file without figures."""
    return Path(shutil.copyfile(written_station, tmp_path / "tram.sotram"))


@pytest.fixture(scope="session")
def written_example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the example station, written once."""
    return write_example(tmp_path_factory.mktemp("example"), NOW)


@pytest.fixture
def example(written_example: Path, tmp_path: Path) -> Path:
    """Return a copy of the example station."""
    path = tmp_path / "vi-du.sotram"
    shutil.copy(written_example, path)
    return path
