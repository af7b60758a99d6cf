"""Python's garbage is collected on the GUI thread, between events.

Left to itself the collector runs wherever an object is made, so also on a working thread. What it finds there may be
widgets, and a widget that is deleted off the GUI thread ends the program; besides, walking over the whole catalogue
holds every thread for a tenth of a second.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

STEP_MILLISECONDS = 500
OLDER_EVERY, ALL_EVERY = 8, 240
"""The older garbage every 4 seconds, all of it every 2 minutes."""


class GarbageMan(QObject):
    """Collects in place of Python's own collector, until it is closed."""

    def __init__(self, parent: QObject) -> None:
        """Take over; what is there already is left alone, since it stays as long as the window."""
        super().__init__(parent)
        self._steps = 0
        self._timer = QTimer(self, interval=STEP_MILLISECONDS)
        self._timer.timeout.connect(self._collect)
        self._timer.start()
        gc.disable()

    def _collect(self) -> None:
        gc.disable()  # the window before this one has handed over when it was closed
        self._steps += 1
        if self._steps == 1:
            gc.freeze()
        elif self._steps % ALL_EVERY == 0:
            gc.collect()
        else:
            gc.collect(1 if self._steps % OLDER_EVERY == 0 else 0)

    def close(self) -> None:
        """Hand over to Python's own collector again."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()
