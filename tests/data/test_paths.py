"""Where the user's files lie."""

import tempfile
from pathlib import Path

import pytest

from data import paths


@pytest.fixture(autouse=True)
def usual_surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("SO_TRAM_USER_FOLDER", "XDG_STATE_HOME"):
        monkeypatch.delenv(name, raising=False)


def test_assets_come_with_the_program() -> None:
    assert paths.asset("fonts").is_dir()


def test_a_chosen_folder_goes_first(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SO_TRAM_USER_FOLDER", str(tmp_path))
    assert paths.user_folder() == tmp_path
    assert paths.log_folder() == tmp_path / "log"


def test_the_usual_folder_lies_below_the_home_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    assert tmp_path in paths.user_folder().parents


def test_without_a_home_folder_the_temporary_one_serves(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_home() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "home", no_home)
    monkeypatch.setenv("LOCALAPPDATA", "")
    assert paths.user_folder().parent == Path(tempfile.gettempdir())
