"""A backup that was opened as if it were a station file: it is restored to a new file, which is opened."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from data import safety
from data.errors import SoTramError
from ui.cli_arguments import STATION_SUFFIX
from ui.clock_check import moment
from ui.dialogs import ask_target
from ui.known_files import RESTORED, KnownFiles
from ui.messages import Messages
from ui.tasks import Task, Tasks
from ui.widgets.edge_line import Answer, EdgeLine
from ui.words import LOCAL

translate = QCoreApplication.translate


class At(NamedTuple):
    """A window with its threads and the line in which it says things."""

    window: QWidget
    tasks: Tasks
    line: EdgeLine
    messages: Messages


def at(window: Any, messages: Messages) -> At:  # noqa: ANN401 - the main window, the first page or that of recovery
    """A window, whichever it is, with its threads and its line."""
    if hasattr(window, "session"):
        return At(window, window.session.tasks, window.notice, messages)
    return At(window, window.tasks, window.line, messages)


def what_it_is(path: Path) -> str:
    """That a file is a backup, with its moment where that can be read."""
    made = _made_at(path)
    if made is None:
        text = translate("Restoring", "{file} has the name of a backup, but it is damaged. Please take another one.")
        return text.format(file=path)
    text = translate(
        "Restoring", "{file} is a backup of {when}. Nobody types into a backup: a new station file is made from it."
    )
    return text.format(file=path.name, when=moment(made))


def answers(path: Path, restore: Callable[[], None]) -> list[Answer]:
    """The answer that restores a backup which can be read."""
    return [] if _made_at(path) is None else [(translate("Restoring", "Restore it as a new file…"), restore)]


def ask_restore(at: At, path: Path, then: Callable[[Path], object]) -> None:
    """Ask where to, restore, and go on with the new file."""
    kinds = translate("Dialogs", "Station files (*.sotram)")
    title = translate("Restoring", "Restore as a new file")
    target = ask_target(at.window, str(suggested(path)), kinds, title)
    if target is not None:
        restore(at, path, target, then)


def restore(at: At, path: Path, target: Path, then: Callable[[Path], object]) -> None:
    """Restore on a working thread; nothing is overwritten."""
    at.line.say(translate("Restoring", "Restoring…"), "undecided")

    def work(_task: Task) -> None:
        safety.restore_backup(path, target)

    def done(_result: object) -> None:
        KnownFiles().keep_answer(target.resolve(), RESTORED, "yes")
        then(target)

    def failed(error: Exception) -> None:
        if not isinstance(error, SoTramError):
            raise error
        at.line.say(at.messages.error(error), "error")

    at.tasks.run(work, done, failed)


def suggested(path: Path) -> Path:
    """A name for what is restored, beside the station file: above the folder of its backups."""
    folder = path.parent.parent if path.parent.name == safety.backup_folder(path).name else path.parent
    made = _made_at(path)
    day = f" {made.astimezone(LOCAL):%Y-%m-%d %Hh%M}" if made is not None else ""
    return folder / f"{path.name.partition('.')[0]}{day}{STATION_SUFFIX}"


def _made_at(path: Path) -> datetime | None:
    return next((each.manifest.made_at for each in safety.list_backups(path.parent) if each.path == path), None)
