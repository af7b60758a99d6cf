"""What is said of a file that cannot be opened for writing."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from data.errors import EnvironmentFault
from data.handover import holder_of
from ui.clock_check import moment

translate = QCoreApplication.translate


def in_use(path: Path) -> EnvironmentFault:
    """The fault of a file that another copy of the program writes to, with who and since when, where that is known."""
    holder = holder_of(path)
    if holder is None or not holder.computer:
        return EnvironmentFault("file_in_use", file=path)
    who = holder.user or translate("Opening", "somebody")
    return EnvironmentFault("file_held", file=path, who=who, computer=holder.computer, since=moment(holder.since))


def only_reading() -> str:
    """The answer that opens a file without writing to it."""
    return translate("Opening", "Open for reading only")
