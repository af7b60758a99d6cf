"""A lead changed the period of all screens: says so, with the way back, until something else is done."""

from __future__ import annotations

from PySide6.QtCore import QObject

from data.periods import Period
from ui.session import Session
from ui.widgets.edge_line import EdgeLine
from ui.words import period_name


class WayBack(QObject):
    """One sentence with one answer in the line above the screens."""

    def __init__(self, session: Session, line: EdgeLine) -> None:
        """Nothing is said."""
        super().__init__(line)
        self._session, self._line, self._said = session, line, ""

    def offer(self, before: Period) -> None:
        """Say which period is shown now, and offer the one before."""
        sentence = self.tr("All screens show {new} now; before it was {old}.")
        back = self.tr("Back to {old} (Alt+1)").format(old=period_name(before))
        said = sentence.format(new=period_name(self._session.period), old=period_name(before))
        self._line.ask(said, [(back, lambda: self._session.set_period(before))], takes_keys=False)
        self._said = said

    def drop(self) -> None:
        """Something else is done: the sentence goes, unless another one stands there already."""
        if self._said and self._line.text == self._said:
            self._line.clear()
        self._said = ""
