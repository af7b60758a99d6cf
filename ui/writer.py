"""The one writer thread: every change of the station file goes through it, in the order it was asked for."""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from data.errors import SoTramError

log = logging.getLogger(__name__)

SLOW_MILLISECONDS = 200
REST_SECONDS = 2.0


class _Job(NamedTuple):
    work: Callable[[], Any]
    done: Callable[[Any], None]
    failed: Callable[[Exception], None]


class Writer(QObject):
    """Writes one job after another; the answer comes back on the GUI thread.

    ``saved()``: a job is on disk. ``busy(bool)``: the oldest job waits for longer than 200 ms, or no longer.
    ``emptied()``: nothing is waiting any more. ``failed(error)``: a job was refused.
    """

    saved = Signal()
    busy = Signal(bool)
    emptied = Signal()
    failed = Signal(object)
    _answered = Signal(int, bool, object)

    def __init__(self, rest: Callable[[], None] | None = None, parent: QObject | None = None) -> None:
        """Start the thread; ``rest`` is called on it when typing has rested for two seconds."""
        super().__init__(parent)
        self._numbers: queue.SimpleQueue[int | None] = queue.SimpleQueue()
        self._waiting: dict[int, _Job] = {}
        self._rest = rest
        self._next = 0
        self._is_busy = False
        self._slow = QTimer(self, singleShot=True, interval=SLOW_MILLISECONDS)
        self._slow.timeout.connect(lambda: self._set_busy(True))
        self._answered.connect(self._deliver)
        self._thread = threading.Thread(target=self._loop, name="writer", daemon=True)
        self._thread.start()

    @property
    def is_empty(self) -> bool:
        """Whether everything asked for is on disk (or was refused and said so)."""
        return not self._waiting

    def write(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Queue a command; exactly one of ``done`` and ``failed`` is called later on the GUI thread."""
        number = self._next
        self._next += 1
        self._waiting[number] = _Job(work, done, failed)
        if not self._slow.isActive() and not self._is_busy:
            self._slow.start()
        self._numbers.put(number)

    def when_empty(self, action: Callable[[], object]) -> None:
        """Do something as soon as everything asked for is on disk."""
        if self.is_empty:
            action()
        else:
            self.emptied.connect(action, Qt.ConnectionType.SingleShotConnection)

    def close(self) -> None:
        """Write what is waiting and end the thread."""
        self._numbers.put(None)
        self._thread.join()

    def _loop(self) -> None:
        wrote = False
        while True:
            try:
                number = self._numbers.get(timeout=REST_SECONDS if wrote else None)
            except queue.Empty:
                wrote = False
                self._tidy()
                continue
            if number is None:
                return
            wrote = True
            self._answered.emit(number, *self._outcome(number))

    def _tidy(self) -> None:
        if self._rest is None:
            return
        try:
            self._rest()
        except SoTramError as error:
            log.info("tidying up after typing was put off: %s", error.code)

    def _outcome(self, number: int) -> tuple[bool, object]:
        """Write; on return this thread holds nothing of the job, whose receivers belong to the GUI thread."""
        try:
            return True, self._waiting[number].work()
        except Exception as error:
            log.debug("a write failed", exc_info=True)
            return False, error

    def _deliver(self, number: int, is_done: bool, value: Any) -> None:  # noqa: ANN401
        job = self._waiting.pop(number)
        if not self._waiting:
            self._slow.stop()
            self._set_busy(False)
        if is_done:
            self.saved.emit()
            job.done(value)
        else:
            self.failed.emit(value)
            job.failed(value)
        if not self._waiting:
            self.emptied.emit()

    def _set_busy(self, is_busy: bool) -> None:
        if is_busy != self._is_busy:
            self._is_busy = is_busy
            self.busy.emit(is_busy)
