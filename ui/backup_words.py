"""How the backups are, in words: for the status bar, the due list and the settings."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from ui.marking import QT_TRANSLATE_NOOP
from ui.models.agenda_model import AgendaLine
from ui.screens.screen import Place
from ui.words import LOCAL

if TYPE_CHECKING:
    from data.errors import SoTramError
    from ui.backup_keeper import BackupState
    from ui.session import Session

translate = QCoreApplication.translate

_WHY = {
    "opening": QT_TRANSLATE_NOOP("Backups", "when the file was opened"),
    "interval": QT_TRANSLATE_NOOP("Backups", "every 30 minutes of changes"),
    "migration": QT_TRANSLATE_NOOP("Backups", "before the file was brought up to date"),
    "import": QT_TRANSLATE_NOOP("Backups", "before an import"),
    "restore": QT_TRANSLATE_NOOP("Backups", "before another was restored"),
    "closing": QT_TRANSLATE_NOOP("Backups", "when typing rested, or at the end"),
    "command": QT_TRANSLATE_NOOP("Backups", "asked for"),
}


class Said(NamedTuple):
    """A short text, the whole of it, and whether it needs a look."""

    text: str
    detail: str
    is_bad: bool = False


def why(code: str) -> str:
    """What a backup was made for."""
    return translate("Backups", _WHY[code]) if code in _WHY else code


def day_and_time(at: datetime, now: datetime) -> str:
    """A moment as people say it: 16:40 today, yesterday 16:40, 20/11/2026 16:40."""
    local, today = at.astimezone(LOCAL), now.astimezone(LOCAL).date()
    time = f"{local:%H:%M}"
    if local.date() == today:
        return translate("Backups", "today {time}").format(time=time)
    if local.date() == today - timedelta(days=1):
        return translate("Backups", "yesterday {time}").format(time=time)
    return f"{local:%d/%m/%Y} {time}"


def status(state: BackupState, now: datetime, sentence_of: Callable[[SoTramError], str]) -> Said:
    """For the status bar: the newest proven backup, or why there is none; ``sentence_of`` an error is rarely asked."""
    error = state.error or state.second_error
    if error is not None:
        sentence = sentence_of(error)
        text = translate("Backups", "Backup failed")
        if state.error is None:
            text = translate("Backups", "Second copy failed")
        detail = translate("Backups", "{sentence} It is tried again every five minutes; typing goes on.")
        return Said(text, detail.format(sentence=sentence), is_bad=True)
    if state.is_running and state.newest is None:
        return Said(translate("Backups", "First backup is being made…"), str(state.folder))
    if state.newest is None:
        return Said(translate("Backups", "No backup yet"), str(state.folder), is_bad=True)
    text = translate("Backups", "Backup (restored on trial): {when}").format(when=day_and_time(state.newest, now))
    details = [translate("Backups", "They lie in {folder}.").format(folder=state.folder), second_place(state, now)]
    if state.is_current:
        details.insert(0, translate("Backups", "The file has not changed since."))
    return Said(text, " ".join(detail for detail in details if detail))


def agenda(session: Session) -> tuple[list[AgendaLine], list[AgendaLine]]:
    """The backups as lines of the due list: for its top when they need a look, else for its end."""
    if session.keeper is None or (session.keeper.state.newest is None and session.keeper.state.error is None):
        return [], []
    said = status(session.keeper.state, session.clock(), session.sentence)
    head = AgendaLine("head", translate("Backups", "Backups"))
    place = Place("settings", form="backup")
    line = AgendaLine("item", said.text, said.detail, "", "warning" if said.is_bad else "done", "text", place)
    return ([head, line], []) if said.is_bad else ([], [head, line])


def second_place(state: BackupState, now: datetime) -> str:
    """How the second copies are; empty when no place was chosen."""
    if state.second is None:
        return ""
    when = day_and_time(state.second_at, now) if state.second_at else translate("Backups", "none yet")
    if not state.is_second_there:
        text = translate("Backups", "Second place {folder}: not connected now; newest copy there: {when}.")
    else:
        text = translate("Backups", "Second place {folder}: newest copy {when}.")
    said = text.format(folder=state.second, when=when)
    return f"{said} {same_disk()}" if state.is_same_disk else said


def same_disk() -> str:
    """Said of a second place that is none."""
    return translate(
        "Backups",
        "It is on the same disk as the file: when the disk breaks, both are lost. A USB stick or another disk is "
        "safer.",
    )
