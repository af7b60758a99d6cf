"""The line to type in where something is looked for in what is shown."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent

from ui.widgets.text_fields import LineField


class FindField(LineField):
    """The line to type in. ``walked(step)``: Enter or Down (1), Shift+Enter or Up (-1). ``given_up()``: Esc."""

    walked = Signal(int)
    given_up = Signal()

    def event(self, event: QEvent) -> bool:
        """Esc leaves this line before it closes anything else."""
        is_escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if is_escape and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and arrows walk over the hits, Esc gives up."""
        key, is_shift = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.walked.emit(-1 if is_shift else 1)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.walked.emit(1 if key == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)
