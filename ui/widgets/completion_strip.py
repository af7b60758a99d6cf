"""The strip under a form's title: how far it is, the button that completes or opens it, and the question why."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ui import icons, theme
from ui.widgets.sentence_list import Sentence, SentenceList
from ui.widgets.text_fields import RemarkField


class CompletionStrip(QFrame):
    """One line, and below it a question with its reasons while one is asked.

    ``asked()``: the button. ``reason_given(text)``, ``left()``: the question was answered, or not. ``opened(target)``:
    one of the open things leads somewhere.
    """

    asked = Signal()
    reason_given = Signal(str)
    left = Signal()
    opened = Signal(object)

    def __init__(self, keys: str, parent: QWidget | None = None) -> None:
        """An empty strip; ``keys`` are told beside the button."""
        super().__init__(parent)
        self._keys = keys
        self._why_not = ""
        self._sign = QLabel()
        self.text = QLabel(wordWrap=True)
        self.text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.button = QPushButton()
        self.button.setAutoDefault(True)
        self.question = QLabel(wordWrap=True)
        self.open = SentenceList(self.tr("What is still open"))
        self.reason = RemarkField()
        self.reason.setPlaceholderText(self.tr("reason"))
        self.reason.setAccessibleName(self.tr("Reason"))
        self.accept = QPushButton(self.tr("&With this reason"))
        self.leave = QPushButton(self.tr("Leave it (Esc)"))
        self._below = QWidget()
        self._lay_out()
        self.button.clicked.connect(self.asked)
        self.accept.clicked.connect(self._give)
        self.reason.returnPressed.connect(self._give)
        self.reason.textChanged.connect(lambda text: self.accept.setEnabled(bool(text.strip())))
        self.leave.clicked.connect(self.close_question)
        self.open.opened.connect(self.opened)
        self.open.left.connect(self.close_question)
        self.reason.installEventFilter(self)
        self._below.hide()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(theme.STEP)
        line.addWidget(self._sign)
        line.addWidget(self.text, 1)
        line.addWidget(self.button)
        answer = QHBoxLayout()
        answer.setSpacing(theme.STEP)
        answer.addWidget(self.reason, 1)
        for button in (self.accept, self.leave):
            button.setAutoDefault(True)
            answer.addWidget(button)
        below = QVBoxLayout(self._below)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(theme.HALF)
        below.addWidget(self.question)
        below.addWidget(self.open)
        below.addLayout(answer)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.STEP, theme.HALF, theme.STEP, theme.HALF)
        column.setSpacing(theme.HALF)
        column.addLayout(line)
        column.addWidget(self._below)

    @property
    def is_allowed(self) -> bool:
        """Whether who types may complete and open forms."""
        return not self._why_not

    @property
    def is_asking(self) -> bool:
        """Whether a reason is being asked for."""
        return self._below.isVisibleTo(self)

    def show_state(self, sign: str, text: str, caption: str) -> None:
        """Show how far the form is, and what the button does."""
        self._sign.setPixmap(icons.pixmap(sign, 16, self.devicePixelRatioF()))
        self.text.setText(text)
        self.setAccessibleName(text)
        self.button.setText(caption)
        self.button.setAccessibleName(caption.replace("&", ""))

    def forbid(self, why_not: str) -> None:
        """Disable the button with a sentence why, seen beside the state; empty lets it be."""
        self._why_not = why_not
        if why_not:
            self.text.setText(f"{self.accessibleName()} {why_not}".strip())
        self.button.setEnabled(not why_not)
        self.button.setToolTip(why_not or self._keys)

    def say_forbidden(self) -> None:
        """Show why the button does nothing, in place of the state."""
        if self._why_not:
            self.text.setText(self._why_not)

    def ask_reason(self, question: str, open_things: Sequence[Sentence]) -> None:
        """Ask why; the things that are open lead to their cells."""
        self.question.setText(question)
        self.open.show_sentences(tuple(open_things))
        self.reason.clear()
        self.accept.setEnabled(False)
        self._below.show()
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_question(self, *, quietly: bool = False) -> None:
        """Ask no longer."""
        was_asking = self.is_asking
        self._below.hide()
        if was_asking and not quietly:
            self.left.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down leads from the reason into the list of what is open."""
        is_down = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if is_down and event.key() == Qt.Key.Key_Down and self.open.count():  # type: ignore[attr-defined]
            self.open.setCurrentRow(max(self.open.currentRow(), 0))
            self.open.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the question."""
        if event.key() == Qt.Key.Key_Escape and self.is_asking:
            self.close_question()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A thin rule above."""
        painter = QPainter(self)
        painter.setPen(QPen(theme.colour("rule"), 1))
        painter.drawLine(self.rect().topLeft(), self.rect().topRight())
        painter.end()

    def _give(self) -> None:
        reason = " ".join(self.reason.text().split())
        if reason:
            self.close_question(quietly=True)
            self.reason_given.emit(reason)
            self.left.emit()
