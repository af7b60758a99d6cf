"""What the sub-pages of "Tự chấm điểm" have in common: a heading, a way back, an edge line, off-thread asking.

The screen keeps one object of each, shows it with ``show_about``, and takes itself back when ``left`` is emitted.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from data.errors import SoTramError
from ui import theme
from ui.session import Session
from ui.tasks import Task
from ui.widgets.busy_line import BusyLine
from ui.widgets.edge_line import EdgeLine
from ui.widgets.heading import Heading
from ui.widgets.reason_line import ReasonLine
from ui.widgets.rows import made_button


class About(NamedTuple):
    """What a page is opened about: the assessed year, the set, and an item of it where one was under the cursor."""

    year: int
    criteria_set: str = ""
    item: str = ""


class SubPage(QWidget):
    """A page in place of the score table.

    ``left()``: back to where it was opened from. ``left_for(place)``: something on it leads to another screen.

    Attributes:
        about: What it was opened about.
        column: Where a subclass lays its widgets out.
    """

    left = Signal()
    left_for = Signal(object)

    def __init__(self, session: Session, title: str, parent: QWidget | None = None) -> None:
        """An empty page under its heading."""
        super().__init__(parent)
        self.session = session
        self.about = About(session.today.year)
        self.heading = Heading(title)
        self.back = QPushButton(self.tr("&Back  Esc"))
        self.back.setAccessibleName(self.tr("Back"))
        self.back.setAutoDefault(True)
        self.line, self.busy, self.reason = EdgeLine(), BusyLine(), ReasonLine()
        self.buttons: dict[str, QPushButton] = {}
        self.column = QVBoxLayout()
        self.column.setContentsMargins(2 * theme.STEP, theme.STEP, 2 * theme.STEP, theme.STEP)
        self.column.setSpacing(theme.STEP)
        top = QHBoxLayout()
        top.addWidget(self.heading, 1)
        top.addWidget(self.back)
        self.column.addLayout(top)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self.column, 1)
        for widget in (self.busy, self.reason, self.line):
            whole.addWidget(widget)
        self._escapes: list[tuple[QPushButton, QWidget, str]] = []
        self.claim_escape(self.back, self)
        self.line.filled.connect(self._show_escape)
        self.back.clicked.connect(self.go_back)
        escape = QShortcut(QKeySequence("Escape"), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.escape)

    # --- coming and going ------------------------------------------------------------------------------------------

    def show_about(self, year: int, criteria_set: str = "", item: str = "") -> None:
        """Show the page about an assessment."""
        self.about = About(year, criteria_set, item)
        self.line.clear()
        self.show_values()

    def show_values(self) -> None:
        """Ask again what the file holds, and show it."""

    def take_focus(self) -> None:
        """Take the keys, where walking begins."""
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def escape(self) -> None:
        """Esc goes one step back: what is under way, a question, then the page."""
        if self.busy.task is not None:
            self.busy.cancel()
        elif not self.line.dismiss():
            self.go_back()

    def claim_escape(self, button: QPushButton, frame: QWidget) -> None:
        """Esc is this button's while its frame stands open, before all that claimed it earlier."""
        self._escapes.insert(0, (button, frame, button.text()))
        if frame is not self:
            frame.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A frame that opens or closes takes Esc or gives it back."""
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self._show_escape()
        return super().eventFilter(watched, event)

    def _show_escape(self) -> None:
        """Only what the next Esc does says so on its button; a sentence in the line comes first."""
        is_taken = not self.line.isHidden()
        for button, frame, caption in self._escapes:
            is_open = frame is self or not frame.isHidden()
            button.setText(caption.replace("(Esc)", "").replace("Esc", "").strip() if is_taken else caption)
            is_taken = is_taken or is_open

    def go_back(self) -> None:
        """Leave the page."""
        self.left.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """What was said is of no use later."""
        super().hideEvent(event)
        self.line.clear()

    # --- asking and writing ----------------------------------------------------------------------------------------

    def ask_off_thread(self, work: Callable[[Task], Any], done: Callable[[Any], None]) -> None:
        """Work off the GUI thread once everything typed is on disk; what is refused stands in the line."""

        def start() -> None:
            self.session.tasks.run(work, done, self.refused)

        if self.session.writer.is_empty:
            start()
        else:
            self.session.writer.emptied.connect(start, Qt.ConnectionType.SingleShotConnection)

    def write(self, command: Callable[[], object], done: Callable[[Any], None] | None = None) -> None:
        """Run a command on the writer thread; what is refused stands in the line."""
        self.session.write(command, done, self.refused, self)

    def refused(self, error: Exception) -> None:
        """Say why something was refused."""
        self.busy.end()
        if not isinstance(error, SoTramError):
            raise error
        self.line.say(self.session.messages.error(error), "error")

    # --- building --------------------------------------------------------------------------------------------------

    def row_of(self, *buttons: tuple[str, str, Callable[[], object]]) -> QHBoxLayout:
        """A row of buttons: (name in ``buttons``, caption, what it does)."""
        row = QHBoxLayout()
        row.setSpacing(theme.STEP)
        for key, text, action in buttons:
            self.buttons[key] = made_button(text, action)
            row.addWidget(self.buttons[key])
        row.addStretch(1)
        return row
