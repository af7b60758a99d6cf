"""Types 200 cells into the real window and prints as JSON how long its thread was busy at a stretch.

As a program: ``python -m tests.benchmarks.typing_session FILE``. The event dispatcher says when it wakes and when it
goes back to waiting; between the two the window answers nothing. Keys come by a timer, with rests in which the
window asks for contradictions and what it knows of the cell.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter, thread_time
from typing import Any

from PySide6.QtCore import QAbstractEventDispatcher, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from data.paths import user_folder
from tests.benchmarks.workshop import NOW
from ui.app import App
from ui.main_window import MainWindow
from ui.memory import Memory
from ui.screens.registry import SCREENS

CELLS, REST_AFTER = 200, 20
KEY_PAUSE, REST, SETTLE = 8, 300, 400
"""Milliseconds after a key, after some cells, and before the first key."""


class Pulse(QObject):
    """How long the thread was busy at a stretch, in milliseconds: by the clock, and of the processor."""

    def __init__(self, parent: QObject) -> None:
        """Listen to the dispatcher."""
        super().__init__(parent)
        self.typing: list[tuple[float, float]] = []
        self.moving: list[tuple[float, float]] = []
        self.is_moving = self.is_on = False
        self._begun = (perf_counter(), thread_time())
        dispatcher = QAbstractEventDispatcher.instance()
        dispatcher.awake.connect(self._wake)
        dispatcher.aboutToBlock.connect(self._rest)

    def _wake(self) -> None:
        self._begun = (perf_counter(), thread_time())

    def _rest(self) -> None:
        if self.is_on:
            clock, processor = (perf_counter() - self._begun[0]) * 1000, (thread_time() - self._begun[1]) * 1000
            (self.moving if self.is_moving else self.typing).append((clock, processor))
        self.is_moving = False


class Typist(QObject):
    """Presses one key after another."""

    def __init__(self, application: App) -> None:
        """Begin when the window has settled."""
        super().__init__(application)
        self._application = application
        self._pulse = Pulse(self)
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
            place = grid.currentIndex()
            for key in (Qt.Key.Key_1 + self._typed % 9, Qt.Key.Key_Return):
                QTest.keyClick(QApplication.focusWidget(), Qt.Key(key))
                yield KEY_PAUSE
            self._typed += 1
            if grid.currentIndex() == place:
                self._pulse.is_moving = True
                QTest.keyClick(grid, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
                yield REST
            if self._typed % REST_AFTER == 0:
                yield REST


def resident() -> int:
    """Bytes of memory that this process holds.

    Raises:
        OSError: The system has no ``/proc``.
    """
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) * 1024


def main(path: Path) -> dict[str, Any]:
    """Open the file in a window, type, and leave."""
    application = App(sys.argv[:1], Memory(), lambda: NOW, user_folder() / "bench.log")
    application.speak("vi")
    application.user = "bench"
    typist = Typist(application)
    application.begin(path, None)
    return typist.found


if __name__ == "__main__":
    outcome = main(Path(sys.argv[1]))
    print(json.dumps(outcome))
