"""Fields for text, safe for Vietnamese typing: nothing happens to them while an input method composes a letter.

A composed letter is not in the field's text yet. While it is there, Enter, Tab and Esc do nothing, nothing is looked
up or saved, and when the keys go elsewhere (another field or screen, closing the window) it is taken into the text
first. Typing by backspace and retyping (Unikey) needs nothing of this: these fields never change their text themselves.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from ui import words

if TYPE_CHECKING:
    from ui.session import Session

_HELD_BACK = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape)
"""Keys that would leave or accept a field."""


class LineField(QLineEdit):
    """One line of text."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        """A field that holds a text."""
        super().__init__(text, parent)
        self._composed = ""

    @property
    def is_composing(self) -> bool:
        """Whether a letter is being composed."""
        return bool(self._composed)

    def settle(self) -> None:
        """Take a composed letter into the text."""
        if self._composed:
            QGuiApplication.inputMethod().commit()
        if self._composed:  # the input method gave nothing: what was seen is what was meant
            QApplication.sendEvent(self, _committing(self._composed))

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Remember what is being composed."""
        self._composed = event.preeditString()
        super().inputMethodEvent(event)

    def event(self, event: QEvent) -> bool:
        """Hold keys back while a letter is composed."""
        if self.is_composing and is_held_back(event):
            event.accept()
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leave nothing behind."""
        self.settle()
        super().focusOutEvent(event)


class RemarkField(LineField):
    """One line for a comment, a note or a reason: Ctrl+; types today's date."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+; types today's date."""
        day = today_near(self) if is_day_key(event) else None
        if day is not None:
            self.insert(words.printed_date(day))
            return
        super().keyPressEvent(event)


class TextField(QPlainTextEdit):
    """Several lines of text; Tab leaves it, Ctrl+; types today's date.

    ``left()``: the keys went elsewhere; the text is whole.
    """

    left = Signal()

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        """A field that holds a text."""
        super().__init__(text, parent)
        self._composed = ""
        self.setTabChangesFocus(True)

    @property
    def is_composing(self) -> bool:
        """Whether a letter is being composed."""
        return bool(self._composed)

    def settle(self) -> None:
        """Take a composed letter into the text."""
        if self._composed:
            QGuiApplication.inputMethod().commit()
        if self._composed:
            QApplication.sendEvent(self, _committing(self._composed))

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Remember what is being composed."""
        self._composed = event.preeditString()
        super().inputMethodEvent(event)

    def event(self, event: QEvent) -> bool:
        """Hold keys back while a letter is composed."""
        if self.is_composing and is_held_back(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+; types today's date."""
        day = today_near(self) if is_day_key(event) else None
        if day is not None and not self.is_composing:
            self.insertPlainText(words.printed_date(day))
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leave nothing behind, and tell."""
        self.settle()
        super().focusOutEvent(event)
        self.left.emit()


def is_day_key(event: QKeyEvent) -> bool:
    """Whether a key asks for today's date: Ctrl+;."""
    return event.key() == Qt.Key.Key_Semicolon and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)


def today_near(widget: QWidget) -> date | None:
    """Today in Vietnam, as the screen knows it that the widget stands on."""
    holder: Any = widget
    while holder is not None:
        session: Session | None = getattr(holder, "session", None)
        if session is not None:
            return session.today
        holder = holder.parent()
    return None


def is_held_back(event: QEvent) -> bool:
    """Whether an event is a key that would leave or accept a field."""
    kinds = (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)
    return isinstance(event, QKeyEvent) and event.type() in kinds and event.key() in _HELD_BACK


def _committing(text: str) -> QInputMethodEvent:
    event = QInputMethodEvent()
    event.setCommitString(text)
    return event
