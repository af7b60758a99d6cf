"""The first page's way to another computer: a station file that is not open is copied onto a stick, proven."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from data import commands
from data.errors import SoTramError
from ui import handover
from ui.dialogs import ask_file
from ui.messages import load_messages
from ui.tasks import Task

if TYPE_CHECKING:
    from ui.screens.first_steps import Welcome

translate = QCoreApplication.translate


def ask_and_carry(page: Welcome, now: datetime, language: str) -> None:
    """Ask which file and where to, then copy it on a working thread."""
    path = ask_file(page)
    folder = handover.ask_stick(page) if path is not None else None
    if path is not None and folder is not None:
        carry_closed(page, path, folder, now, language)


def carry_closed(page: Welcome, path: Path, folder: Path, now: datetime, language: str) -> None:
    """Copy a file that is not open into a folder; the page's line says how it went."""
    page.line.say(translate("Handover", "Copying and reading back…"), "saving")

    def work(_task: Task) -> handover.Laid:
        with commands.open_station(path, writing=False) as store:
            return handover.carry(store, folder, now)

    def done(laid: handover.Laid) -> None:
        page.line.say(handover.carried_words(laid), "done")

    def failed(error: Exception) -> None:
        if not isinstance(error, SoTramError):
            raise error
        page.line.say(load_messages(language).error(error), "error")

    page.tasks.run(work, done, failed)
