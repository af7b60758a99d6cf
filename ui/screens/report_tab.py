"""What the tabs of the page of reports have in common: an edge line, off-thread asking, writing, Esc."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from data.errors import SoTramError
from ui.session import Session
from ui.tasks import Task
from ui.widgets.busy_line import BusyLine
from ui.widgets.edge_line import EdgeLine


class ReportTab(QWidget):
    """A tab beside the one where reports are written.

    ``left_for(place)``: something on it leads to another screen.
    """

    left_for = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Make what every tab has; a subclass lays it out."""
        super().__init__(parent)
        self.session = session
        self.line, self.busy = EdgeLine(), BusyLine()

    def activate(self) -> None:
        """The tab came to the front."""

    def take_focus(self) -> None:
        """Take the keys, where walking begins."""
        self.setFocus()

    def take_escape(self, part: QWidget) -> None:
        """Esc belongs to the tab while the keys are in a part of it; parts with an Esc of their own keep it."""
        escape = QShortcut(QKeySequence("Escape"), part)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.escape)

    def escape(self) -> None:
        """Esc goes one step back: what is under way, then what is said."""
        if self.busy.task is not None:
            self.busy.cancel()
        else:
            self.line.dismiss()

    def hideEvent(self, event: QHideEvent) -> None:
        """What was said is of no use later."""
        super().hideEvent(event)
        self.line.clear()

    def ask(self, work: Callable[[Task], Any], done: Callable[[Any], None]) -> None:
        """Work off the GUI thread once everything typed is on disk; what is refused stands in the line."""
        session = self.session
        session.writer.when_empty(lambda: session.tasks.run(work, done, self.refused))

    def write(self, command: Callable[[], object], done: Callable[[Any], None] | None = None) -> None:
        """Run a command on the writer thread; what is refused stands in the line."""
        self.session.write(command, done, self.refused, self)

    def refused(self, error: Exception) -> None:
        """Say why something was refused; anything unexpected is a fault of ours."""
        self.busy.end()
        if not isinstance(error, SoTramError):
            raise error
        self.line.say(self.session.messages.error(error), "error")
