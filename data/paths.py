"""Where the program's own files (``assets/``) and the user's files (log, settings) lie."""

from __future__ import annotations

import os
import sys
from pathlib import Path

ASSETS = Path(__file__).resolve().parent.parent / "assets"

_FOLDER = "SoTram"


def asset(*parts: str) -> Path:
    """Path of a file that comes with the program, below ``assets/``."""
    return ASSETS.joinpath(*parts)


def user_folder() -> Path:
    """Folder for what the program keeps for this user; it is not made here.

    ``SO_TRAM_USER_FOLDER`` overrides the system's usual place. Without a home folder: the system's temporary folder.
    """
    chosen = os.environ.get("SO_TRAM_USER_FOLDER")
    if chosen:
        return Path(chosen)
    try:
        return _usual_folder()
    except RuntimeError:  # no home folder can be found
        import tempfile  # slow to import, and rarely needed

        return Path(tempfile.gettempdir()) / _FOLDER


def log_folder() -> Path:
    """Folder of the log files; made when the first line is written."""
    return user_folder() / "log"


def _usual_folder() -> Path:
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        return Path(local) / _FOLDER if local else Path.home() / "AppData" / "Local" / _FOLDER
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / _FOLDER
    state = os.environ.get("XDG_STATE_HOME", "")
    return Path(state or Path.home() / ".local" / "state") / "so-tram"
