"""Work off the GUI thread: result or error back on it. Tasks touch no widget.

Nothing of Qt may die on a working thread. Tasks are plain objects, the answers' receivers stay with the GUI thread, a
working thread lets go of everything before it answers, and garbage is collected on the GUI thread (``ui.garbage``).
"""

from __future__ import annotations

import logging
import queue
import sys
import threading
from collections.abc import Callable
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, Signal

from ui.garbage import GarbageMan

log = logging.getLogger(__name__)

THREADS = 2
SWITCH_SECONDS = 0.0005
"""How long a working thread may keep the GUI thread waiting for its next line of Python (Python's own: 0.005)."""

FINISHED, FAILED, CANCELLED = "finished", "failed", "cancelled"


class Cancelled(Exception):
    """Raised inside a task that was asked to stop."""


class Listeners:
    """Functions to be called on the GUI thread."""

    def __init__(self) -> None:
        """Nobody listens yet."""
        self._functions: list[Callable[..., object]] = []

    def connect(self, function: Callable[..., object]) -> None:
        """Call a function from now on."""
        self._functions.append(function)

    def call(self, *values: object) -> None:
        """Call all of them."""
        for function in self._functions:
            function(*values)


class Task:
    """One piece of work under way.

    Those who listen to ``cancelled`` (no value) and ``progressed`` (done, whole) are called on the GUI thread.
    """

    def __init__(self, tell: Callable[[int, int], None] | None = None) -> None:
        """A task that has not been asked to stop; ``tell`` carries its progress to the GUI thread."""
        self.cancelled = Listeners()
        self.progressed = Listeners()
        self._tell = tell
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
        if self._tell is not None:
            self._tell(done, whole)


class _Job(NamedTuple):
    task: Task
    work: Callable[[Task], Any]
    done: Callable[[Any], None]
    failed: Callable[[Exception], None]


class Tasks(QObject):
    """Runs work on two threads of its own and keeps each task alive until it has reported.

    ``failed(error)``: work met an error, which is handed to whoever asked for the work, too.
    """

    failed = Signal(object)
    _answered = Signal(int, str, object)
    _went_on = Signal(int, int, int)

    def __init__(self, parent: QObject | None = None) -> None:
        """Threads start with the first work."""
        super().__init__(parent)
        self._numbers: queue.SimpleQueue[int | None] = queue.SimpleQueue()
        self._jobs: dict[int, _Job] = {}
        self._threads: list[threading.Thread] = []
        self._next = 0
        self._is_closed = False
        self._garbage = GarbageMan(self, lambda: bool(self._jobs))
        self._answered.connect(self._deliver)
        self._went_on.connect(self._pass_on)
        self._usual_switch = sys.getswitchinterval()
        sys.setswitchinterval(SWITCH_SECONDS)

    def run(
        self,
        work: Callable[[Task], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> Task:
        """Start work; ``done`` or ``failed`` is called on the GUI thread.

        Without ``failed`` an error is raised again on the GUI thread, where the last-resort box shows it.
        """
        number = self._next
        task = Task(lambda done, whole: self._went_on.emit(number, done, whole))
        if self._is_closed:
            return task
        self._next += 1
        self._jobs[number] = _Job(task, work, done, failed or _raise)
        if len(self._threads) < THREADS:
            self._threads.append(threading.Thread(target=self._loop, name="task", daemon=True))
            self._threads[-1].start()
        self._numbers.put(number)
        return task

    def close(self) -> None:
        """Ask everything to stop and wait for it; nothing is started or delivered afterwards."""
        if self._is_closed:
            return
        self._is_closed = True
        for job in self._jobs.values():
            job.task.cancel()
        for _thread in self._threads:
            self._numbers.put(None)
        for thread in self._threads:
            thread.join()
        self._jobs.clear()
        self._garbage.close()
        sys.setswitchinterval(self._usual_switch)

    # --- on a working thread ---------------------------------------------------------------------------------------

    def _loop(self) -> None:
        while (number := self._numbers.get()) is not None:
            self._answered.emit(number, *self._outcome(number))

    def _outcome(self, number: int) -> tuple[str, object]:
        """Do the work; on return this thread holds nothing of it."""
        task, work = self._jobs[number][:2]
        if task.is_cancelled:
            return CANCELLED, None
        try:
            result = work(task)
        except Cancelled:
            return CANCELLED, None
        except Exception as error:
            log.debug("task failed", exc_info=True)
            return FAILED, error
        return FINISHED, result

    # --- on the GUI thread -----------------------------------------------------------------------------------------

    def _pass_on(self, number: int, done: int, whole: int) -> None:
        if number in self._jobs:
            self._jobs[number].task.progressed.call(done, whole)

    def _deliver(self, number: int, outcome: str, value: Any) -> None:  # noqa: ANN401
        job = self._jobs.pop(number, None)
        if job is None:  # closed meanwhile
            return
        if job.task.is_cancelled or outcome == CANCELLED:
            job.task.cancelled.call()
        elif outcome == FINISHED:
            job.done(value)
        else:
            self.failed.emit(value)
            job.failed(value)


def _raise(error: Exception) -> None:
    raise error
