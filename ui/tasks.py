"""Work off the GUI thread: result or error back on it. Tasks touch no widget."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, SignalInstance

log = logging.getLogger(__name__)


class Cancelled(Exception):
    """Raised inside a task that was asked to stop."""


class Task(QObject):
    """One piece of work under way.

    ``finished(result)``, ``failed(error)`` and ``cancelled()`` arrive on the thread that started it; ``progressed(done,
    whole)`` likewise.
    """

    finished = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    progressed = Signal(int, int)

    def __init__(self, parent: QObject | None = None) -> None:
        """A task that has not been asked to stop."""
        super().__init__(parent)
        self._stop = threading.Event()

    def cancel(self) -> None:
        """Ask the work to stop at its next report of progress; its result will not be delivered."""
        self._stop.set()

    @property
    def is_cancelled(self) -> bool:
        """Whether the work was asked to stop."""
        return self._stop.is_set()

    def progress(self, done: int, whole: int) -> None:
        """Called by the work itself.

        Raises:
            Cancelled: When the task was asked to stop.
        """
        if self._stop.is_set():
            raise Cancelled
        self.progressed.emit(done, whole)


class _Job(QRunnable):
    def __init__(self, task: Task, work: Callable[[Task], Any]) -> None:
        super().__init__()
        self._task = task
        self._work = work

    def run(self) -> None:
        task = self._task
        try:
            result = self._work(task)
        except Cancelled:
            _emit(task.cancelled)
        except Exception as error:
            log.debug("task failed", exc_info=True)
            _emit(task.failed, error)
        else:
            if task.is_cancelled:
                _emit(task.cancelled)
            else:
                _emit(task.finished, result)


def _emit(signal: SignalInstance, *values: object) -> None:
    """Deliver, unless the window that waited for it is already gone."""
    try:
        signal.emit(*values)
    except RuntimeError:
        log.debug("a task ended after its window")


class Tasks(QObject):
    """Runs work on two threads of its own and keeps each task alive until it has reported."""

    def __init__(self, parent: QObject | None = None) -> None:
        """A pool for this window."""
        super().__init__(parent)
        self._pool = QThreadPool()
        self._pool.setMaxThreadCount(2)
        self._running: set[Task] = set()
        self._is_closed = False

    def run(
        self,
        work: Callable[[Task], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> Task:
        """Start work; ``done`` or ``failed`` is called on the GUI thread.

        Without ``failed`` an error is raised again on the GUI thread, where the last-resort box shows it.
        """
        task = Task()
        if self._is_closed:
            return task
        self._running.add(task)
        task.finished.connect(lambda result: self._end(task, done, result))
        task.failed.connect(lambda error: self._end(task, failed or _raise, error))
        task.cancelled.connect(lambda: self._running.discard(task))
        self._pool.start(_Job(task, work))
        return task

    def _end(self, task: Task, then: Callable[[Any], None], value: Any) -> None:  # noqa: ANN401
        self._running.discard(task)
        if not task.is_cancelled:
            then(value)

    def close(self) -> None:
        """Ask everything to stop and wait for it; nothing is started afterwards."""
        self._is_closed = True
        for task in list(self._running):
            task.cancel()
        self._pool.clear()
        self._pool.waitForDone()


def _raise(error: Exception) -> None:
    raise error
