"""Everything that watches over an open file, started after the first paint: other copies, the clock, its place."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer

from data import queries
from data.errors import SoTramError
from ui import backup_words, clock_check
from ui.backup_keeper import BackupKeeper
from ui.file_guard import FileGuard
from ui.notices import Notice, Notices
from ui.place_guard import PlaceGuard
from ui.screens.screen import Place
from ui.widgets.backup_label import BackupLabel

if TYPE_CHECKING:
    from datetime import datetime

    from ui.main_window import MainWindow

log = logging.getLogger(__name__)

CLOCK_WEIGHT = 40
KEEP_MILLISECONDS = 30_000


class Ways(NamedTuple):
    """Where a guard may lead: ``open_file`` opens another file beside, ``reopen`` leaves the open one first."""

    open_file: Callable[[Path], None]
    reopen: Callable[..., None]


class Guards(QObject):
    """The guards of one window.

    Attributes:
        notices: The line under the window's head that they share.
        file: Other copies of the file.
        place: Where the file lies.
        backups: Proven copies.
    """

    def __init__(self, window: MainWindow, ways: Ways) -> None:
        """Build them; changes wait until the file was compared."""
        super().__init__(window)
        self._window = window
        self._session = window.session
        self.notices = Notices(window.lines, window.lines.indexOf(window.notice) + 1, self)
        self.file = FileGuard(window.session, self.notices, ways.open_file)
        self.place = PlaceGuard(window, self.notices, ways.reopen)
        self.backups = BackupKeeper(window.session, self)
        self.backups.changed.connect(self._show_backups)
        self._label = BackupLabel()
        self._label.clicked.connect(lambda: window.go(Place("settings", form="backup")))
        window.statusBar().insertWidget(1, self._label)
        window.session.keeper = self.backups
        self._keep = QTimer(self, singleShot=True, interval=KEEP_MILLISECONDS)
        self._keep.timeout.connect(self.file.keep)
        window.session.bus.changed.connect(lambda _changes, _origin: self._keep_soon())
        self.notices.reason.closed.connect(self._give_keys_back)
        window.stack.currentChanged.connect(lambda _row: self.notices.remind())

    def start(self) -> None:
        """Compare, look at the clock and the place, and see to the backups."""
        self.file.start()
        self.place.start()
        self.backups.start()
        session = self._session
        session.tasks.run(lambda _task: queries.newest_change(session.store), self._doubt_clock, self._clock_failed)

    def _give_keys_back(self) -> None:
        """The field that took the keys is gone: they go to the screen."""
        if self._session.is_open:
            self._window.current_screen().take_focus()

    def finish(self) -> None:
        """The file is about to be closed."""
        self._keep.stop()
        self.backups.finish()
        self.file.keep()

    def _show_backups(self) -> None:
        session = self._session
        said = backup_words.status(self.backups.state, session.clock(), session.sentence)
        self._label.show_state(said.text, said.detail, is_bad=said.is_bad)

    def _keep_soon(self) -> None:
        if not self._keep.isActive():
            self._keep.start()

    def _doubt_clock(self, newest: datetime | None) -> None:
        doubt = clock_check.doubt(self._session.clock(), newest)
        if doubt is not None:
            self.notices.put(Notice("clock", clock_check.sentence(doubt), CLOCK_WEIGHT))

    @staticmethod
    def _clock_failed(error: Exception) -> None:
        if not isinstance(error, SoTramError):
            raise error
        log.info("the clock was not held against the file: %s", error.code)
