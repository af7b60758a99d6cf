"""A line at the edge that asks for a written reason, where others open a box."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from ui import theme
from ui.widgets.text_fields import RemarkField


class ReasonLine(QFrame):
    """A question, a field, and a button that works once something is written; hidden while nobody is asked.

    ``closed()``: the question was answered or left.
    """

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """A hidden line."""
        super().__init__(parent)
        self._question = QLabel()
        self.field = RemarkField()
        self._question.setBuddy(self.field)
        self.field.setAccessibleName(self.tr("Reason"))
        self.button = QPushButton(self.tr("Keep the reason"))
        self.button.setAutoDefault(True)
        leave = QPushButton(self.tr("Leave it (Esc)"))
        leave.setAutoDefault(True)
        leave.clicked.connect(self._leave)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.STEP, theme.HALF, theme.STEP, theme.HALF)
        row.setSpacing(theme.STEP)
        row.addWidget(self._question)
        row.addWidget(self.field, 1)
        row.addWidget(self.button)
        row.addWidget(leave)
        self._given: Callable[[str], object] | None = None
        self._left: Callable[[], object] | None = None
        self._may_be_empty = False
        self.field.textChanged.connect(lambda _text: self.button.setEnabled(self._is_enough))
        self.field.returnPressed.connect(self._give)
        self.button.clicked.connect(self._give)
        self.hide()

    @property
    def reason(self) -> str:
        """What is written, without needless blanks."""
        return " ".join(self.field.text().split())

    @property
    def _is_enough(self) -> bool:
        return bool(self.reason) or self._may_be_empty

    def ask(
        self, question: str, caption: str, given: Callable[[str], object], left: Callable[[], object] | None = None
    ) -> None:
        """Ask; ``given`` gets the reason, ``left`` is called when the person thinks better of it."""
        self._given, self._left, self._may_be_empty = given, left, False
        self.field.setPlaceholderText("")
        self._question.setText(question)
        self.field.setAccessibleName(question)
        self.field.clear()
        self.button.setText(caption)
        self.button.setAccessibleName(caption)
        self.button.setEnabled(False)
        self.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def offer(self, text: str, without: str) -> None:
        """Begin with a text that may be emptied, right after ``ask``; ``without`` says what holds when it is."""
        self._may_be_empty = True
        self.field.setPlaceholderText(without)
        self.field.setText(text)
        self.field.selectAll()
        self.button.setEnabled(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _give(self) -> None:
        if self._is_enough and self._given is not None:
            self.hide()
            self._given(self.reason)
            self.closed.emit()

    def _leave(self) -> None:
        self.hide()
        if self._left is not None:
            self._left()
        self.closed.emit()
