"""A window's surroundings: a station file on disk, the real catalogue, a fixed clock, Vietnamese."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QTranslator
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from data.catalogue import load_catalogue
from data.commands import create_station, open_station
from data.model import NewStation
from data.paths import asset
from ui import theme
from ui.constants_alive import keep_constants_alive
from ui.session import Session

NOW = datetime(2024, 10, 3, 7, 5, 9, tzinfo=UTC)

keep_constants_alive()


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the window remembers stays in the test's own folder."""
    monkeypatch.setenv("SO_TRAM_USER_FOLDER", str(tmp_path / "home"))


@pytest.fixture
def vietnamese(qapp: QApplication) -> Iterator[None]:
    """The window's own translation."""
    translator = QTranslator()
    assert translator.load(str(asset("i18n", "app_vi.qm")))
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """The program's own style, whatever the desktop has."""
    return ["so-tram", *theme.STYLE]


@pytest.fixture(scope="session")
def new_station(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new station file that is only copied: making one waits for the disk a dozen times."""
    path = tmp_path_factory.mktemp("new") / "tram.sotram"
    create_station(path, NewStation(code="TYT_TA_PHOI", name="Trạm Y tế xã Tả Phời", place="xã Tả Phời"), NOW)
    return path


@pytest.fixture
def station_file(tmp_path: Path, new_station: Path) -> Path:
    """A new station file without figures and plans."""
    return Path(shutil.copyfile(new_station, tmp_path / "tram.sotram"))


def look_light(application: QApplication) -> None:
    """Take the light scheme, unless it is there: style rules are worked out anew for every window that is left."""
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # the windows of the test before
    if application.styleSheet() != theme.rules(theme.LIGHT) or theme.colours() is not theme.LIGHT:
        theme.apply(application, theme.LIGHT)


@pytest.fixture
def session(qtbot: QtBot, qapp: QApplication, station_file: Path, vietnamese: None) -> Iterator[Session]:
    """The station file, open, in the third quarter of 2024."""
    look_light(qapp)
    opened = Session(open_station(station_file, writing=True), load_catalogue(), lambda: NOW, "Lan", "vi")
    yield opened
    opened.close()
