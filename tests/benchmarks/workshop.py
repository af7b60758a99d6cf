"""The files that are measured: the example station, and one with twenty times its figures."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from data.catalogue import load_catalogue
from data.catalogue.content import Catalogue
from data.example import ExampleStation, generate, multiply, write_station
from ui.memory import Memory

TIMES = 20
NOW = datetime(2025, 10, 20, 2, 0, tzinfo=UTC)
"""The example breaks off in the third quarter of 2025; this is when its station would be typing that."""

PERIOD = "2025Q3"
YEAR = "2024"
USER_FOLDER = "user"
SCREEN = {"name": "laptop", "x": 0, "y": 0, "width": 1366, "height": 768, "logicalDpi": 96, "dpr": 1}
"""The screen of the laptop that the window is made for, where there is none."""


class Workshop:
    """A scratch folder with both files, and the environment that every measured process gets.

    Attributes:
        folder: Scratch folder; nothing outside it is written.
        environment: The caller's, with a user folder of its own, and without a screen where there is none.
    """

    def __init__(self, folder: Path) -> None:
        """Write both files."""
        self.folder = folder
        self.catalogue: Catalogue = load_catalogue()
        self.example: ExampleStation = generate(self.catalogue)
        self.small = folder / "example.sotram"
        self.large = folder / "twentyfold.sotram"
        write_station(self.small, self.example, NOW)
        write_station(self.large, multiply(self.example, TIMES), NOW)
        self.environment = _environment(folder / USER_FOLDER)
        self._remember_period()

    def copy(self, path: Path) -> Path:
        """A fresh copy to write to; the one before is replaced."""
        copy = self.folder / f"copy-of-{path.name}"
        (self.folder / USER_FOLDER / "known-files.json").unlink(
            missing_ok=True
        )  # else it is an older copy, and read only
        for suffix in ("-wal", "-shm"):
            copy.with_name(copy.name + suffix).unlink(missing_ok=True)
        shutil.copyfile(path, copy)
        return copy

    def _remember_period(self) -> None:
        """Let the window open where the example's figures end, not at today's date."""
        memory = Memory(self.folder / "user" / "window.ini")
        for path in (self.small, self.large):
            memory.set_text(f"period/{path.name}", PERIOD)
            memory.set_text(f"period/copy-of-{path.name}", PERIOD)
        memory.save()


def _environment(user: Path) -> Mapping[str, str]:
    """As on a computer where the program was started before: with the bytecode that Python keeps."""
    user.mkdir()
    environment = dict(os.environ, SO_TRAM_USER_FOLDER=str(user))
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    if not any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY")):
        screen = user.with_name("screen.json")
        screen.write_text(json.dumps({"screens": [SCREEN]}), encoding="ascii")
        environment["QT_QPA_PLATFORM"] = f"offscreen:configfile={screen}"
    return environment
