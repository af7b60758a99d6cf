"""A list beside a text: what is to be said of it, or sentences to take over. Enter does it, Delete leaves it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent

from ui import theme
from ui.widgets.sentence_list import Sentence, SentenceList

MOST_LINES, FEW_LINES = 12, 3


class NarrativeList(SentenceList):
    """Sentences with two answers.

    ``opened(target)``: Enter or a double click. ``set_aside(subject)``: Delete. ``left()``: Esc.
    ``led(subject)``: another line has the keys; None when the list has them no longer.
    """

    set_aside = Signal(object)
    led = Signal(object)

    most_lines = MOST_LINES
    """How many lines it asks room for."""

    def event(self, event: QEvent) -> bool:
        """Esc belongs to the list while it has the keys, not to what is under way elsewhere on the screen."""
        is_override = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if is_override and event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Delete):  # type: ignore[attr-defined]
            event.accept()
            return True
        return super().event(event)

    def sizeHint(self) -> QSize:
        """Most of its lines, so that several sentences can be read at once."""
        most = self.most_lines * self.fontMetrics().lineSpacing()
        return QSize(super().sizeHint().width(), min(sum(self._known_heights), most) + theme.HALF)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete sets the line aside; the rest as in every list of sentences."""
        row = self.currentRow()
        if event.key() == Qt.Key.Key_Delete and row >= 0 and self.sentence(row).subject is not None:
            self.set_aside.emit(self.sentence(row).subject)
        elif event.key() != Qt.Key.Key_F2:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The first line has the keys where none had them."""
        if self.currentRow() < 0 and self.count():
            self.setCurrentRow(0)
        super().focusInEvent(event)
        self._tell()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Nothing is led any more."""
        super().focusOutEvent(event)
        self.led.emit(None)

    def hint(self, _row: int) -> str:
        """What the keys do stands below the list."""
        return ""

    def _led(self, row: int) -> None:
        super()._led(row)
        self._tell()

    def _tell(self) -> None:
        row = self.currentRow()
        if self.hasFocus() and 0 <= row < len(self._lines):
            self.led.emit(self.sentence(row).subject)

    def _tip(self, line: Sentence) -> str:
        if line.inner:
            return super()._tip(line)
        return tip_of(line.subject)


def tip_of(subject: object) -> str:
    """What a line says when it is pointed at."""
    return str(getattr(subject, "tip", ""))
