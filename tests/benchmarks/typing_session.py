"""Types 200 cells into the real window and prints as JSON how long each of its events took.

As a program: ``python -m tests.benchmarks.typing_session FILE``. Every event is timed: while one lasts, the window
answers nothing. Keys come by a timer, with rests in which the window asks for contradictions and what it knows of the
cell. Events of a change to the next form are kept apart.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter, thread_time
from types import TracebackType
from typing import Any, NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from data.paths import user_folder
from tests.benchmarks.workshop import NOW
from ui.app import App
from ui.constants_alive import keep_constants_alive
from ui.main_window import MainWindow
from ui.memory import Memory
from ui.screens.registry import SCREENS
from ui.widgets.entry_moves import next_in_form

CELLS, REST_AFTER = 200, 20
KEY_PAUSE, REST, SETTLE = 8, 250, 400
"""Milliseconds after a key, after some cells, and before the first key."""


class Moment(NamedTuple):
    """A reading of both clocks, in seconds."""

    clock: float
    processor: float

    @classmethod
    def now(cls) -> Moment:
        """This moment."""
        return cls(perf_counter(), thread_time())


class Pulse:
    """Milliseconds that each event took: by the clock, and of the processor."""

    def __init__(self) -> None:
        """Nothing is counted until ``is_on``."""
        self.typing: list[tuple[float, float]] = []
        self.moving: list[tuple[float, float]] = []
        self.is_on = self.is_moving = False

    def add(self, begun: Moment) -> None:
        """Count an event that ends now."""
        if self.is_on:
            clock, processor = Moment.now()
            taken = (clock - begun.clock) * 1000, (processor - begun.processor) * 1000
            (self.moving if self.is_moving else self.typing).append(taken)


class TimedApp(App):
    """The application, which tells how long each event takes."""

    pulse: Pulse | None = None
    _is_inside = False

    def notify(self, receiver: QObject, event: QEvent) -> bool:
        """Deliver an event; those that it causes on its way belong to it."""
        if self._is_inside or self.pulse is None:
            return super().notify(receiver, event)
        self._is_inside = True
        begun = Moment.now()
        try:
            return super().notify(receiver, event)
        finally:
            self._is_inside = False
            self.pulse.add(begun)


class Typist(QObject):
    """Presses one key after another."""

    def __init__(self, application: TimedApp) -> None:
        """Begin when the window has settled."""
        super().__init__(application)
        self._application = application
        self._pulse = application.pulse = Pulse()
        self._typed = 0
        self.found: dict[str, Any] = {}
        self._steps = self._act()
        QTimer.singleShot(SETTLE, self._step)

    def _step(self) -> None:
        pause = next(self._steps, None)
        if pause is None:
            self._application.quit()
        else:
            QTimer.singleShot(pause, self._step)

    def _act(self) -> Iterator[int]:
        window = self._application.window
        assert isinstance(window, MainWindow)
        screen: Any = window.show_screen("data_entry", keys=True)
        yield SETTLE
        self.found["resident_ready"] = resident()
        self._pulse.is_on = True
        yield KEY_PAUSE
        yield from self._type(screen.grid)
        self._pulse.is_on = False
        while not window.session.writer.is_empty:
            yield SETTLE
        for entry in SCREENS:
            window.show_screen(entry.name)
            yield SETTLE
        self.found |= {"resident_after": resident(), "typed": self._typed}
        self.found |= {"typing": self._pulse.typing, "moving": self._pulse.moving}

    def _type(self, grid: Any) -> Iterator[int]:  # noqa: ANN401 - the grid of the screen
        while self._typed < CELLS:
            is_last = not next_in_form(grid.entry_model, grid.currentIndex(), 1).isValid()
            QTest.keyClick(QApplication.focusWidget() or grid, Qt.Key(Qt.Key.Key_1 + self._typed % 9))
            yield KEY_PAUSE
            self._pulse.is_moving = is_last
            QTest.keyClick(QApplication.focusWidget() or grid, Qt.Key.Key_Return)
            yield REST if is_last else KEY_PAUSE
            self._pulse.is_moving = False
            self._typed += 1
            if self._typed % REST_AFTER == 0:
                yield REST


def resident() -> int:
    """Bytes of memory that this process holds.

    Raises:
        OSError: The system has no ``/proc``.
    """
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) * 1024


def give_up(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """End at the first fault, instead of asking somebody in a box."""
    sys.__excepthook__(kind, error, trace)
    sys.stderr.flush()
    os._exit(1)


def main(path: Path) -> dict[str, Any]:
    """Open the file in a window, type, and leave."""
    keep_constants_alive()
    application = TimedApp(sys.argv[:1], Memory(), lambda: NOW, user_folder() / "bench.log")
    application.speak("vi")
    application.user = "bench"
    sys.excepthook = give_up
    typist = Typist(application)
    application.begin(path, None)
    return typist.found


if __name__ == "__main__":
    outcome = main(Path(sys.argv[1]))
    print(json.dumps(outcome))
