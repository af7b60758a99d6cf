"""What all screens have in common."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from ui.session import Session

if TYPE_CHECKING:
    from ui.models.entry_rows import CellId


class Place(NamedTuple):
    """Somewhere to go: a screen, and what is to be shown on it."""

    screen: str
    form: str = ""
    cell: CellId | None = None
    plan: str = ""
    target: str = ""
    indicator: str = ""
    element: str = ""
    period: str = ""


class Screen(QWidget):
    """One screen of the window, built when it is first shown.

    ``left_for(place)``: something on this screen leads elsewhere.
    """

    left_for = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Share the session; a subclass builds its widgets."""
        super().__init__(parent)
        self.session = session

    def timer(self, milliseconds: int, action: Callable[[], None]) -> QTimer:
        """A timer that rings once and only while the file is open."""
        timer = QTimer(self, singleShot=True, interval=milliseconds)
        timer.timeout.connect(lambda: action() if self.session.is_open else None)
        return timer

    def activate(self) -> None:
        """The screen came to the front: show what is there now."""

    def take_focus(self) -> None:
        """Take the keys, where typing or walking begins."""
        self.setFocus()

    def go(self, place: Place) -> None:
        """Show what the place names."""

    def finish(self) -> None:
        """Hand on what was typed and still waits for typing to rest; the window is about to close."""

    def show_help(self) -> bool:
        """F1: show help for what has the keys; False where there is none but the page of keys."""
        return False

    def save_state(self) -> dict[str, str]:
        """What is to be remembered until next time."""
        return {}

    def restore_state(self, state: dict[str, str]) -> None:
        """Take up what was remembered."""
