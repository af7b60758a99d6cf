"""What the window has to say about its file, one notice at a time, the weightiest first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QBoxLayout

from ui.widgets.edge_line import Answer, EdgeLine
from ui.widgets.reason_line import ReasonLine


class Notice(NamedTuple):
    """A sentence with its answers.

    Attributes:
        name: Only one notice of a name is kept.
        weight: The heavier one is shown first.
        kind: Icon of the line, where there are no answers.
        stays: Whether it comes back when it was left without an answer.
    """

    name: str
    sentence: str
    weight: int = 0
    answers: Sequence[Answer] = ()
    kind: str = "warning"
    stays: bool = False


class Notices(QObject):
    """A line of its own under the window's head, and the notices that wait for it.

    Attributes:
        line: Shows the notice.
        reason: Asks for a written reason, in the place of the line.
    """

    def __init__(self, layout: QBoxLayout, position: int, parent: QObject | None = None) -> None:
        """Put the hidden line into a layout."""
        super().__init__(parent)
        self.line = EdgeLine()
        self.reason = ReasonLine()
        self._waiting: dict[str, Notice] = {}
        self._resting: set[str] = set()
        self._shown = ""
        layout.insertWidget(position, self.line)
        layout.insertWidget(position + 1, self.reason)
        self.line.dismissed.connect(self._dismissed)

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the notices that are shown or wait."""
        return tuple(self._waiting)

    def put(self, notice: Notice) -> None:
        """Show a notice, or let it wait for heavier ones; one of the same name is replaced."""
        if self._waiting.get(notice.name) == notice and notice.name not in self._resting:
            return
        self._waiting[notice.name] = notice
        self._resting.discard(notice.name)
        if self._shown == notice.name:
            self._shown = ""
        self._show_next()

    def drop(self, name: str) -> None:
        """A notice is settled."""
        self._waiting.pop(name, None)
        self._resting.discard(name)
        if self._shown == name:
            self._shown = ""
            self.line.clear()
            self._show_next()

    def remind(self) -> None:
        """Show again what was left without being settled."""
        self._resting.clear()
        self._show_next()

    def _show_next(self) -> None:
        waiting = [notice for notice in self._waiting.values() if notice.name not in self._resting]
        heaviest = max(waiting, key=lambda notice: notice.weight, default=None)
        if heaviest is None or heaviest.name == self._shown or not self.reason.isHidden():
            return
        self._shown = heaviest.name
        answers = [(caption, self._answered(heaviest, action)) for caption, action in heaviest.answers]
        understood = self.tr("Understood (Esc)")
        self.line.ask(
            heaviest.sentence,
            answers or [(understood, self._answered(heaviest, None))],
            takes_keys=False,
            kind=heaviest.kind,
        )
        if not answers:
            self.line.answers[-1].hide()

    def _answered(self, notice: Notice, action: Callable[[], None] | None) -> Callable[[], None]:
        def answer() -> None:
            self._leave(notice.name)
            if action is not None:
                action()
            self._show_next()

        return answer

    def _dismissed(self) -> None:
        self._leave(self._shown)
        self._show_next()

    def _leave(self, name: str) -> None:
        notice = self._waiting.get(name)
        self._shown = ""
        if notice is not None and notice.stays:
            self._resting.add(name)
        else:
            self._waiting.pop(name, None)
