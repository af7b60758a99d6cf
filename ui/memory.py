"""What the window remembers on this computer: an ini file in the user's folder, nothing of it in the station file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QSplitter

from data.paths import user_folder

MOST_RECENT = 8

OF_ONE_FILE = ("plan", "set", "drafts")
"""What of a screen is remembered for each station file by itself."""


def splitter_text(splitter: QSplitter) -> str:
    """Where the parts of a splitter meet, as text."""
    return bytes(splitter.saveState().toHex().data()).decode()


def restore_splitter(splitter: QSplitter, text: str) -> None:
    """Put a splitter where it was; nothing happens when it was never kept."""
    if text:
        splitter.restoreState(QByteArray.fromHex(QByteArray(text.encode())))


class Memory:
    """Window size, column widths, text size, language, recent files, last place."""

    def __init__(self, path: Path | None = None) -> None:
        """Read the ini file; ``path`` names another one (for tests)."""
        file = path or user_folder() / "window.ini"
        self._settings = QSettings(str(file), QSettings.Format.IniFormat)

    def text(self, key: str, default: str = "") -> str:
        """A remembered text."""
        return str(self._settings.value(key, default))

    def set_text(self, key: str, value: str) -> None:
        """Remember a text."""
        if self._settings.value(key) != value:  # else the file would be written anew
            self._settings.setValue(key, value)

    def data(self, key: str) -> QByteArray:
        """A remembered state of a widget; empty when there is none."""
        value = self._settings.value(key)
        return value if isinstance(value, QByteArray) else QByteArray()

    def set_data(self, key: str, value: QByteArray) -> None:
        """Remember the state of a widget."""
        if self._settings.value(key) != value:
            self._settings.setValue(key, value)

    def user_of(self, file_id: str) -> str:
        """Who typed last in a station file; names of one file are nobody in another."""
        return self.text(f"typed_last/{file_id}")

    def set_user_of(self, file_id: str, name: str) -> None:
        """Remember who types in a station file."""
        self.set_text(f"typed_last/{file_id}", name)

    def recent(self) -> list[Path]:
        """Station files opened last, newest first; those that are gone are left out."""
        names = self.text("recent").split("\n")
        return [Path(name) for name in names if name and Path(name).is_file()]

    def add_recent(self, path: Path) -> None:
        """Put a file on top of the list."""
        others = [each for each in self.recent() if each != path]
        self.set_text("recent", "\n".join(str(each) for each in [path, *others][:MOST_RECENT]))

    def save(self) -> None:
        """Write the file now."""
        self._settings.sync()
