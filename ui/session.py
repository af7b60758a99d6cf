"""What all screens share while one station file is open: handle, catalogue, clock, period, threads."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from data import commands, queries
from data.errors import SoTramError
from data.periods import Period, PeriodType
from ui.bus import Bus
from ui.gate import Gate
from ui.knowledge import Knowledge
from ui.tasks import Tasks
from ui.unsaved import Unsaved
from ui.words import LOCAL
from ui.writer import Writer

if TYPE_CHECKING:
    from data.catalogue.content import Catalogue
    from ui.backup_keeper import BackupKeeper
    from ui.messages import Messages

log = logging.getLogger(__name__)

Clock = Callable[[], datetime]
Protector = Callable[[str, Callable[[], object]], object]
"""Makes a backup for a reason, then does what follows."""
NOT_NAMED = "(chưa ghi tên)"
"""Stands in the history where neither a person nor the computer gave a name."""


class Session(QObject):
    """One open station file.

    ``period_changed(period)``: the period picker chose another period. ``user_changed(name)``: somebody else types.
    ``backups_changed()``: there is a newer backup, or one failed.
    ``elsewhere_asked()``: everything is to be saved in another place, with the figures that could not be written here.

    Attributes:
        unsaved: Figures that the machine refused to write.
        is_name_given: Whether the command line said who types; then the file's accounts are not asked.
        why_reading: Why the file is open for reading only, where it is.
        may_close: Whether the program may end now; else a person is asked, and the function given ends it.
        keeper: Keeps the backups of the file; None before the guards have started.
        protector: Makes a backup before something large is changed; None where nobody keeps backups.
        gate: Holds changes back while the file awaits a person's choice.
    """

    period_changed = Signal(object)
    user_changed = Signal(str)
    elsewhere_asked = Signal()
    backups_changed = Signal()

    def __init__(self, store: commands.Store, catalogue: Catalogue, clock: Clock, user: str, language: str) -> None:
        """Share an open store; it is closed with ``close``."""
        super().__init__()
        self.store = store
        self.path: Path = store.path
        self.catalogue = catalogue
        self.clock = clock
        self.user = user
        self.language = language
        self.knowledge = Knowledge(catalogue)
        self.is_open = True
        self._file_id = ""
        self.unsaved = Unsaved(self)
        self.why_reading: SoTramError | None = None
        self.is_name_given = False
        self.protector: Protector | None = None
        self.keeper: BackupKeeper | None = None
        self.may_close: Callable[[Callable[[], object]], bool] = lambda _close: True
        self.bus = Bus(self)
        self.gate = Gate(self)
        self.tasks = Tasks(self)
        self.writer = Writer(rest=lambda: commands.checkpoint(store), parent=self)
        self.period = self._newest_quarter()

    @property
    def file_id(self) -> str:
        """Tells station files apart, wherever they lie; read when it is first needed."""
        if not self._file_id:
            self._file_id = queries.chain_head(self.store).file_id
        return self._file_id

    @property
    def is_writable(self) -> bool:
        """Whether figures may be typed."""
        return self.store.is_writable and not self.gate.is_held

    @property
    def today(self) -> date:
        """The day in Vietnam."""
        return self.clock().astimezone(LOCAL).date()

    @property
    def messages(self) -> Messages:
        """Sentences for codes, in the window's language."""
        from ui.messages import load_messages

        return load_messages(self.language)

    def sentence(self, error: SoTramError) -> str:
        """What an error says; sentences are read when the first one is needed."""
        return self.messages.error(error)

    def by(self, reason: str = "") -> commands.Attribution:
        """Who changes something, and when."""
        return commands.Attribution(user=self.user or login_name(), now=self.clock(), reason=reason)

    def set_user(self, name: str) -> None:
        """Somebody else types from here on."""
        self.user = name
        self.user_changed.emit(name)

    def set_period(self, period: Period) -> None:
        """Show another period on every screen."""
        if period != self.period:
            self.period = period
            self.period_changed.emit(period)

    def write(
        self,
        command: Callable[[], Any],
        done: Callable[[Any], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
        origin: QObject | None = None,
    ) -> None:
        """Run a command on the writer thread, then tell everybody what changed."""

        def finish(changes: object) -> None:
            if done is not None:
                done(changes)
            self.bus.changed.emit(changes, origin)

        def change() -> object:
            self.gate.let_through()
            return command()

        self.writer.write(change, finish, failed or _raise)

    def protected(self, why: str, action: Callable[[], object]) -> None:
        """Make a backup first, where somebody keeps them; the action follows in any case."""
        if self.protector is None:
            action()
        else:
            self.protector(why, action)

    def inspect(self) -> None:
        """Look through the whole file on a working thread; damage is raised on the GUI thread."""
        if self.is_open:
            self.tasks.run(lambda _task: commands.inspect(self.store), lambda _result: None)

    def close(self) -> None:
        """End the threads (everything asked for is written first) and close the file; twice does no harm."""
        if not self.is_open:
            return
        self.is_open = False
        self.tasks.close()
        self.gate.give_way()
        self.writer.close()
        try:
            self.store.close()
        except SoTramError as error:  # everything is on disk, in the journal beside the file where not in the file
            log.warning("the file could not be tidied up: %s", error.code)

    def _newest_quarter(self) -> Period:
        """The quarter that ended last, or the one under way in its last month: what is typed now."""
        today = self.today
        quarter = Period(today.year, today.month, today.month).around(PeriodType.QUARTER)
        return quarter if today.month % 3 == 0 else quarter.previous()


def login_name() -> str:
    """Who is logged in on this computer: stands in as long as nobody said who types."""
    return os.environ.get("USERNAME") or os.environ.get("USER") or NOT_NAMED


def _raise(error: Exception) -> None:
    raise error
