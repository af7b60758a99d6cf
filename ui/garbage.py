"""Python's garbage is collected on the GUI thread, between events.

Left to itself the collector runs wherever an object is made, so also on a working thread. What it finds there may be
widgets, and a widget that is deleted off the GUI thread ends the program; besides, walking over the whole catalogue
holds every thread for a tenth of a second.
"""

from __future__ import annotations

import gc
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

STEP_MILLISECONDS = 500
OLDER_EVERY, ALL_EVERY = 8, 240
"""The older garbage every 4 seconds, all of it every 2 minutes."""
BUSY_MILLISECONDS, MOST_WAITS = 50, 1200
"""A working thread at work is waited for, a minute at most."""


class GarbageMan(QObject):
    """Collects in place of Python's own collector, until it is closed."""

    def __init__(self, parent: QObject, is_busy: Callable[[], bool]) -> None:
        """Take over; what is there already is left alone, since it stays as long as the window.

        Args:
            parent: Owns the timer.
            is_busy: Whether a working thread is at work. What it holds (ten thousands of figures) goes by itself when
                it is done; walking over it meanwhile takes long and finds nothing.
        """
        super().__init__(parent)
        self._is_busy = is_busy
        self._steps = self._waits = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._collect)
        self._timer.start(STEP_MILLISECONDS)
        gc.disable()

    def _collect(self) -> None:
        gc.disable()  # the window before this one has handed over when it was closed
        if self._is_busy() and self._waits < MOST_WAITS:
            self._waits += 1
            self._timer.start(BUSY_MILLISECONDS)
            return
        self._waits = 0
        self._timer.start(STEP_MILLISECONDS)
        self._steps += 1
        if self._steps == 1:
            gc.freeze()
        elif self._steps % ALL_EVERY == 0:
            gc.collect()
            gc.freeze()  # what is left stays, too: it need not be walked over every two minutes
        else:
            gc.collect(1 if self._steps % OLDER_EVERY == 0 else 0)

    def close(self) -> None:
        """Hand over to Python's own collector again."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()
