"""One signal: something was changed. Every screen decides for itself whether to ask again."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Bus(QObject):
    """Carries what a command changed, and who caused it.

    ``changed(changes, origin)``: ``changes`` is what the command returned, ``origin`` the screen that asked for it.
    """

    changed = Signal(object, object)
