"""Whether what is open may be changed: changes wait until the file was compared, and for a person who has to choose."""

from __future__ import annotations

import threading

from PySide6.QtCore import QObject, Signal

from data.errors import SoTramError

LONGEST_WAIT_SECONDS = 20.0
"""So long a change waits for the comparison; a slow volume does not keep figures back for ever."""


class Gate(QObject):
    """Open from the beginning; ``wait`` shuts it until somebody decides.

    ``turned()``: it was opened or held, on the GUI thread.
    """

    turned = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """An open gate."""
        super().__init__(parent)
        self._decided = threading.Event()
        self._decided.set()
        self.why_held: SoTramError | None = None

    @property
    def is_held(self) -> bool:
        """Whether changes are refused."""
        return self.why_held is not None

    @property
    def is_waiting(self) -> bool:
        """Whether nobody has decided yet."""
        return not self._decided.is_set()

    def wait(self) -> None:
        """Let changes wait until ``hold`` or ``open``."""
        self._decided.clear()

    def hold(self, why: SoTramError) -> None:
        """Refuse changes until ``open``."""
        self.why_held = why
        self._decided.set()
        self.turned.emit()

    def open(self) -> None:
        """Let changes through."""
        was_held, self.why_held = self.is_held, None
        self._decided.set()
        if was_held:
            self.turned.emit()

    def give_way(self) -> None:
        """The file is closed: what waits is decided by what is known."""
        self._decided.set()

    def let_through(self) -> None:
        """Called on the writer thread before every change.

        Raises:
            SoTramError: Why the gate is held.
        """
        self._decided.wait(LONGEST_WAIT_SECONDS)
        if self.why_held is not None:
            raise self.why_held
