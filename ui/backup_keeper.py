"""Backups without asking: after opening, in every half hour of changes, when typing rests, before imports, at the end.

Each backup is proven by restoring it before it counts. One that fails never stops the work: it is said in the status
bar and tried again.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from data import queries, safety
from data.errors import SoTramError
from ui.memory import Memory

if TYPE_CHECKING:
    from ui.session import Session

log = logging.getLogger(__name__)

OPENING_MILLISECONDS = 5_000
INTERVAL_MILLISECONDS = 30 * 60_000
REST_MILLISECONDS = 2 * 60_000
RETRY_MILLISECONDS = 5 * 60_000
CLOSING_SECONDS = 1.5
"""So long a backup may keep the program from ending; one that takes longer is made at the next opening."""
SECOND_PLACE = "backup/second"


class BackupState(NamedTuple):
    """How the backups of the open file are.

    Attributes:
        folder: Where they lie.
        newest: When the newest proven one was made; None before the first.
        error: Why the last one failed, until one succeeds.
        second: The second place; None when none was chosen.
        second_at: When the newest one in the second place was made.
        second_error: Why the last second copy failed.
        is_second_there: Whether the second place can be reached now; a stick often is not.
        is_same_disk: Whether the second place is on the disk of the file itself, and would be lost with it.
        is_running: Whether one is being made.
        is_current: Whether the newest one holds the file as it is.
    """

    folder: Path
    newest: datetime | None = None
    error: SoTramError | None = None
    second: Path | None = None
    second_at: datetime | None = None
    second_error: SoTramError | None = None
    is_second_there: bool = True
    is_same_disk: bool = False
    is_running: bool = False
    is_current: bool = False


class _Wish(NamedTuple):
    why: str
    then: Callable[[], object] | None


class _Order(NamedTuple):
    """All that a working thread needs to make one."""

    session: Session
    state: BackupState
    why: str
    now: datetime


class BackupKeeper(QObject):
    """Makes the backups of one open file, one at a time, on a working thread.

    ``changed()``: ``state`` is another.
    """

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        """Nothing is made before ``start``."""
        super().__init__(parent)
        self._session = session
        self.state = BackupState(safety.backup_folder(session.path), second=second_place())
        self._wishes: list[_Wish] = []
        self._has_changes = False
        self._seconds = 0.0
        self._first = self._timer(OPENING_MILLISECONDS, lambda: self.make("opening"))
        self._rest = self._timer(REST_MILLISECONDS, lambda: self._make_if_changed("closing"))
        self._again = self._timer(RETRY_MILLISECONDS, lambda: self.make("interval"))
        self._interval = self._timer(INTERVAL_MILLISECONDS, lambda: self._make_if_changed("interval"))
        self._interval.setSingleShot(False)
        session.bus.changed.connect(lambda _changes, _origin: self._note_change())
        session.gate.turned.connect(self._first.start)

    def _timer(self, milliseconds: int, action: Callable[[], object]) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=milliseconds)
        timer.timeout.connect(lambda: action() if self._may_begin() else None)
        return timer

    def _may_begin(self) -> bool:
        """Not of a copy that somebody still has to choose: it would pass for the newest."""
        return self._session.is_open and not self._session.gate.is_held

    def start(self) -> None:
        """Say how the backups are, then make one a few seconds after the file was opened."""
        session, state = self._session, self.state
        session.tasks.run(lambda _task: _surveyed(session, state), self._show_survey, self._survey_failed)
        if session.store.is_writable:
            self._first.start()
            self._interval.start()
            session.protector = self.make

    def make(self, why: str, then: Callable[[], object] | None = None) -> None:
        """Make one as soon as everything typed is on disk; ``then`` is called in any case."""
        self._wishes.append(_Wish(why, then))
        if len(self._wishes) == 1:
            self._session.writer.when_empty(self._begin)

    def choose_second(self, folder: Path | None) -> None:
        """Keep second copies in a folder from now on; None for none."""
        Memory().set_text(SECOND_PLACE, str(folder) if folder else "")
        is_same = folder is not None and is_same_disk(folder, self._session.path)
        self._set(self.state._replace(second=folder, second_at=None, second_error=None, is_same_disk=is_same))
        self.make("command" if folder else "interval")

    def finish(self) -> None:
        """The program ends: one more where there were changes and the last ones were quick."""
        for timer in (self._first, self._rest, self._again, self._interval):
            timer.stop()
        session = self._session
        session.protector = None
        may_wait = session.store.is_writable and not self._wishes and 0 < self._seconds < CLOSING_SECONDS
        if self._has_changes and may_wait and session.writer.is_empty:
            self._has_changes = False
            _make(_Order(session, self.state, "closing", session.clock()))

    # --- one after the other ---------------------------------------------------------------------------------------

    def _note_change(self) -> None:
        self._has_changes = True
        self._rest.start()
        self._set(self.state._replace(is_current=False))

    def _make_if_changed(self, why: str) -> None:
        if self._has_changes:
            self.make(why)

    def _begin(self) -> None:
        if not self._session.is_open or not self._wishes:
            return
        self._has_changes = False
        session, started = self._session, time.monotonic()
        order = _Order(session, self.state, self._wishes[0].why, session.clock())
        self._set(self.state._replace(is_running=True))
        session.tasks.run(lambda _task: _make(order), lambda state: self._made(state, started), self._broke)

    def _made(self, state: BackupState, started: float) -> None:
        self._seconds = time.monotonic() - started
        is_current = state.is_current and not self._has_changes  # something may have been typed meanwhile
        second, is_same = self.state.second, self.state.is_same_disk  # perhaps chosen meanwhile
        self._set(state._replace(is_running=False, is_current=is_current, second=second, is_same_disk=is_same))
        has_failed = state.error is not None
        self._has_changes = self._has_changes or has_failed
        self._again.start() if has_failed else self._again.stop()
        self._next()

    def _broke(self, error: Exception) -> None:
        """A fault of ours: it is shown, and does not keep others from being made."""
        self._set(self.state._replace(is_running=False))
        self._next()
        raise error

    def _next(self) -> None:
        wish = self._wishes.pop(0)
        if self._wishes:
            self._session.writer.when_empty(self._begin)
        if wish.then is not None:
            wish.then()

    def _show_survey(self, state: BackupState) -> None:
        if not self.state.is_running and self.state.newest is None:
            self._set(state)

    def _survey_failed(self, error: Exception) -> None:
        if not isinstance(error, SoTramError):
            raise error
        log.info("the backups could not be listed: %s", error.code)

    def _set(self, state: BackupState) -> None:
        if state == self.state:
            return
        is_news = _news_of(state) != _news_of(self.state)
        self.state = state
        self.changed.emit()
        if is_news:
            self._session.backups_changed.emit()


def _news_of(state: BackupState) -> tuple[datetime | None, SoTramError | None, SoTramError | None]:
    return state.newest, state.error, state.second_error


def is_same_disk(folder: Path, path: Path) -> bool:
    """Whether a folder and a file are lost together when one disk breaks; a place that is not there is on another."""
    try:
        return folder.stat().st_dev == path.parent.stat().st_dev
    except OSError:
        return False


def second_place() -> Path | None:
    """The second place chosen on this computer."""
    text = Memory().text(SECOND_PLACE)
    return Path(text) if text else None


# --- on a working thread ---------------------------------------------------------------------------------------------


def _surveyed(session: Session, state: BackupState) -> BackupState:
    file_id = queries.chain_head(session.store).file_id
    newest = safety.newest_proven(state.folder, file_id)
    state = state._replace(newest=newest.manifest.made_at if newest else None)
    if state.second is None:
        return state
    is_there = state.second.is_dir()
    second = safety.newest_proven(state.second, file_id) if is_there else None
    is_same = is_same_disk(state.second, session.path)
    return state._replace(
        is_second_there=is_there, is_same_disk=is_same, second_at=second.manifest.made_at if second else None
    )


def _make(order: _Order) -> BackupState:
    """Make one, thin the old ones, lay the second copy; what fails is part of the answer."""
    state, store = order.state, order.session.store
    made: safety.Backup | None = None
    try:
        made = safety.make_backup(store, state.folder, order.now, order.why)
        state = state._replace(newest=made.manifest.made_at, error=None, is_current=True)
        safety.thin(safety.Thinning(state.folder, made.manifest.file_id, order.now))
    except SoTramError as error:
        log.warning("a backup failed: %s", error.code)
        state = state._replace(error=error)
    return state if state.second is None else _second(order, state, made)


def _second(order: _Order, state: BackupState, made: safety.Backup | None) -> BackupState:
    """The copy in the second place: of the backup just made, or the backup itself when the first place refused it."""
    assert state.second is not None
    if not state.second.is_dir():
        return state._replace(is_second_there=False)
    try:
        if made is not None:
            copy = safety.second_copy(made, state.second)
        else:
            copy = safety.make_backup(order.session.store, state.second, order.now, order.why)
        safety.thin(safety.Thinning(state.second, copy.manifest.file_id, order.now))
    except SoTramError as error:
        log.warning("a second copy failed: %s", error.code)
        return state._replace(second_error=error, is_second_there=True)
    return state._replace(second_at=copy.manifest.made_at, second_error=None, is_second_there=True)


def fault_of(state: BackupState) -> SoTramError | None:
    """What keeps backups from being made; a second place that is not there now is no fault."""
    return state.error or state.second_error
