"""A line at the edge of a screen: a notice, or a question with its answers, where others open a box."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ui import icons, theme

Answer = tuple[str, Callable[[], None]]
SIGN = 16


class EdgeLine(QFrame):
    """Shows one sentence and up to a few answers; hidden while there is nothing to say.

    ``dismissed()``: the line was closed with Esc or its last button, without an answer. ``filled()``: it says
    something else now, or nothing.
    """

    dismissed = Signal()
    filled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """An empty, hidden line."""
        super().__init__(parent)
        self._sign = QLabel()
        self._text = QLabel(wordWrap=True)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._row, self._below = QHBoxLayout(), QHBoxLayout()
        self._row.addWidget(self._sign)
        self._row.addWidget(self._text, 1)
        self._below.addSpacing(SIGN + theme.STEP)
        self._below.addStretch(1)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(theme.STEP, theme.HALF, theme.STEP, theme.HALF)
        lines.setSpacing(0)
        for row in (self._row, self._below):
            row.setSpacing(theme.STEP)
            lines.addLayout(row)
        self._buttons: list[QPushButton] = []
        self._back: QWidget | None = None
        self.hide()

    @property
    def text(self) -> str:
        """The sentence shown."""
        return self._text.text()

    @property
    def answers(self) -> list[QPushButton]:
        """The buttons shown."""
        return self._buttons

    def say(self, sentence: str, kind: str = "warning") -> None:
        """Show a notice; it stays until the next one or ``clear``."""
        self._fill(sentence, kind, ())

    def ask(
        self,
        sentence: str,
        answers: Sequence[Answer],
        back: QWidget | None = None,
        *,
        takes_keys: bool = True,
        kind: str = "undecided",
    ) -> None:
        """Show a question; Alt+1, Alt+2 … answer it.

        With ``takes_keys`` the focus moves to the first answer, and afterwards to ``back``.
        """
        self._fill(sentence, kind, answers)
        self._back = back
        if self._buttons and takes_keys:
            self._buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """Hide the line."""
        self._drop_buttons()
        self._text.clear()
        self.hide()
        self.filled.emit()

    def dismiss(self) -> bool:
        """Close without an answer; whether something stood there."""
        if self.isHidden():
            return False
        self._dismiss()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes; arrows walk over the answers."""
        if event.key() == Qt.Key.Key_Escape:
            self._dismiss()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right) and self._buttons:
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Right)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A quiet ground between two rules."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("raised"))
        painter.setPen(QPen(theme.colour("control"), 1))
        painter.drawLine(self.rect().topLeft(), self.rect().topRight())
        painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width can have room for the answers beside the sentence, or no more."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._arrange()

    def _arrange(self) -> None:
        """Answers stand beside the sentence while it keeps half a line there, else under it."""
        taken = sum(button.sizeHint().width() + theme.STEP for button in self._buttons)
        needed = min(self.fontMetrics().horizontalAdvance(self._text.text()), self.width() // 2)
        is_beside = taken + needed + SIGN + 3 * theme.STEP <= self.width()
        for place, button in enumerate(self._buttons):
            if is_beside:
                self._row.addWidget(button)
            else:
                self._below.insertWidget(place + 1, button)

    def _fill(self, sentence: str, kind: str, answers: Sequence[Answer]) -> None:
        self._drop_buttons()
        self._text.setText(sentence)
        self.setAccessibleName(sentence)
        self._sign.setPixmap(icons.pixmap(kind, SIGN, self.devicePixelRatioF()))
        for caption, action in answers:
            self._add_button(caption, action)
        if answers:
            self._add_button(self.tr("Leave it (Esc)"), self._dismiss)
        self._arrange()
        self.show()
        self.filled.emit()

    def _add_button(self, caption: str, action: Callable[[], None]) -> None:
        button = QPushButton(caption)
        button.setAutoDefault(True)
        button.setAccessibleName(caption.replace("&", ""))
        if action != self._dismiss:
            keys = QKeySequence(f"Alt+{len(self._buttons) + 1}")
            QShortcut(keys, button).activated.connect(button.click)  # beside the letter underlined in its caption
            button.setToolTip(keys.toString(QKeySequence.SequenceFormat.NativeText))

        def answer() -> None:
            has_keys = any(each.hasFocus() for each in self._buttons)
            self.clear()
            if self._back is not None and has_keys:
                self._back.setFocus(Qt.FocusReason.OtherFocusReason)
            if action != self._dismiss:
                action()
            else:
                self.dismissed.emit()

        button.clicked.connect(answer)
        self._buttons.append(button)

    def _drop_buttons(self) -> None:
        for button in self._buttons:
            self._row.removeWidget(button)
            self._below.removeWidget(button)
            button.setShortcut(QKeySequence())
            for shortcut in button.findChildren(QShortcut):  # they live on for a moment: the next answers have the keys
                shortcut.setEnabled(False)
            button.deleteLater()
        self._buttons = []

    def _dismiss(self) -> None:
        self.clear()
        if self._back is not None:
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)
        self.dismissed.emit()
