"""A report marked as sent, with the day and to whom; taken back the same way. Used by Việc cần làm and Công việc."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from data import commands
from data.due import DueReport
from data.errors import SoTramError
from data.model import ObligationProgress, ObligationState
from data.periods import Period, parse_period
from ui import theme, words
from ui.session import Session
from ui.widgets.date_field import DateField
from ui.widgets.edge_line import EdgeLine
from ui.widgets.text_fields import RemarkField

SENT_KEYS = "Ctrl+Return"
States = Mapping[tuple[str, str], ObligationState]
translate = QCoreApplication.translate


class Sendable(NamedTuple):
    """A report of one period, which can be marked as sent, or as not sent after all.

    Attributes:
        period: What the report is on; the period looked at where the plan prints none.
        receiver: To whom the plan has it sent.
        state: What is recorded of it.
        tells_corrections: Whether a figure changed later is told: of a plan's report, whose figures are known.
    """

    item_id: str
    period: str
    content: str
    receiver: str
    state: ObligationState | None
    tells_corrections: bool = True

    @property
    def is_sent(self) -> bool:
        """Whether it is recorded as done."""
        return self.state is not None and self.state.state is ObligationProgress.DONE


def sendable(report: DueReport, states: States, shown: Period) -> Sendable:
    """What can be marked of a line of the due list."""
    duty, period = report.duty, report.period or shown
    state = states.get((duty.id, period.code))
    return Sendable(duty.id, period.code, duty.content_vi, duty.to_vi, state, tells_corrections=bool(report.plan))


def sent_note(day: date, receiver: str) -> str:
    """The note of a sent report, in the words of the file."""
    said = f"gửi ngày {words.printed_date(day)}"
    return f"{said}, nơi nhận: {receiver}" if receiver else said


class SentBar(QWidget):
    """A button for the chosen report; it asks for the day and the receiver before anything is written.

    ``closed()``: the keys belong to the list again.
    """

    closed = Signal()

    def __init__(self, session: Session, line: EdgeLine, parent: QWidget) -> None:
        """``line`` says what was written; the keys work in ``parent``."""
        super().__init__(parent)
        self._session, self._line = session, line
        self._offered: Sendable | None = None
        self._asked: Sendable | None = None
        self.button = QPushButton()
        self.button.setAutoDefault(True)
        self.which = QLabel(wordWrap=True)
        self.day = DateField(self.tr("Day of sending"))
        self.receiver = RemarkField()
        self.receiver.setAccessibleName(self.tr("Receiver"))
        self.accept, self.leave = QPushButton(self.tr("&It was sent")), QPushButton(self.tr("Leave it (Esc)"))
        self._question = QWidget()
        self._lay_out()
        self.button.clicked.connect(self.start)
        self.accept.clicked.connect(self._accept)
        self.receiver.returnPressed.connect(self._accept)
        self.day.returnPressed.connect(self.receiver.setFocus)
        self.day.refused.connect(lambda sentence: line.say(sentence, "error"))
        self.leave.clicked.connect(self.close_question)
        keys = QShortcut(QKeySequence(SENT_KEYS), parent)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self.start)
        self.offer(None)

    def _lay_out(self) -> None:
        fields = QHBoxLayout()
        fields.setSpacing(theme.STEP)
        for text, field in ((self.tr("&Day"), self.day), (self.tr("&to"), self.receiver)):
            label = QLabel(text)
            label.setBuddy(field)
            fields.addWidget(label)
            fields.addWidget(field, int(field is self.receiver))
        for button in (self.accept, self.leave):
            button.setAutoDefault(True)
            fields.addWidget(button)
        asked = QVBoxLayout(self._question)
        asked.setContentsMargins(0, 0, 0, 0)
        asked.addWidget(self.which)
        asked.addLayout(fields)
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.STEP, theme.HALF, theme.STEP, theme.HALF)
        column.addWidget(self._question)
        column.addLayout(row)
        self._question.hide()

    # --- asking ----------------------------------------------------------------------------------------------------

    def offer(self, report: Sendable | None) -> None:
        """The report under the cursor; None where the line is none."""
        self._offered = report
        is_sent = report is not None and report.is_sent
        text = self.tr("Not sent after all") if is_sent else self.tr("Mark as &sent…")
        keys = QKeySequence(SENT_KEYS).toString(QKeySequence.SequenceFormat.NativeText)
        self.button.setText(f"{text} ({keys})")
        self.button.setAccessibleName(text.replace("&", ""))
        self.button.setEnabled(report is not None and self._session.is_writable)
        self.button.setToolTip("" if report is not None else self.tr("Choose a report in the list first."))

    def start(self) -> None:
        """The button or its keys: ask when and to whom, or take it back."""
        report = self._offered
        if report is None or not self._session.is_writable:
            self._line.say(self.tr("Choose a report in the list first."))
        elif report.is_sent:
            said = self.tr("{content}, {period}: not sent any more.")
            self._write(report, ObligationProgress.NOT_DONE, "", said)
        else:
            self._asked = report
            self._line.clear()
            period = words.period_name(parse_period(report.period))
            self.which.setText(self.tr("Sent: {content}, {period}").format(content=report.content, period=period))
            self.day.show_day(self._session.today)
            self.receiver.setText(report.receiver)
            self._question.show()
            self.day.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_question(self) -> None:
        """Ask no longer."""
        self._asked = None
        self._question.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the question."""
        if event.key() == Qt.Key.Key_Escape and self._asked is not None:
            self.close_question()
        else:
            super().keyPressEvent(event)

    # --- writing ---------------------------------------------------------------------------------------------------

    def _accept(self) -> None:
        report, day = self._asked, self.day.day
        if report is None or not self.day.is_valid or day is None:
            self.day.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.close_question()
        said = self.tr("{content}, {period}: marked as sent.")
        if report.tells_corrections:
            said = self.tr("{content}, {period}: marked as sent. A figure changed from now on is told as a correction.")
        self._write(report, ObligationProgress.DONE, sent_note(day, self.receiver.text().strip()), said)

    def _write(self, report: Sendable, progress: ObligationProgress, note: str, said: str) -> None:
        session = self._session
        store, by = session.store, session.by()
        state = ObligationState(report.item_id, report.period, progress, note)
        period = words.period_name(parse_period(report.period))
        sentence = said.format(content=report.content, period=period)
        session.write(
            lambda: commands.save_obligation_state(store, state, by),
            lambda _changes: self._line.say(sentence, "done"),
            self._failed,
        )

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, SoTramError):
            raise error
        self._line.say(self._session.messages.error(error), "error")
