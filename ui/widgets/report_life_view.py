"""What is open in a report, or changed since it was frozen, with a form below: the check list, and freezing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from data.documents.records import ELECTRONIC, PAPER
from ui import theme
from ui.models.line_model import Line, LineModel
from ui.widgets.edge_line import EdgeLine
from ui.widgets.heading import Heading, Quiet
from ui.widgets.line_table import LineTable, room_of
from ui.widgets.rows import in_row, labelled, made_button
from ui.widgets.text_fields import RemarkField


class Columns(NamedTuple):
    """Heads of the table, columns of figures, the most letters of short ones, shares of the others."""

    heads: Sequence[str]
    figures: Sequence[int]
    widest: Mapping[int, int]
    shares: Mapping[int, int]


class LifeAsked(NamedTuple):
    """What is asked.

    Attributes:
        caption: Of the button that goes on.
        number: The number that the register would give; empty where nothing is numbered.
        other_issuer: Who numbers it, where that is not the station; it is numbered on paper alone then.
        needs_reason: Whether it goes on with a written reason only.
        why_not: Why it cannot be gone on with at all; empty where it can.
    """

    title: str
    said: str
    columns: Columns
    lines: Sequence[Line]
    caption: str
    number: str = ""
    other_issuer: str = ""
    needs_reason: bool = False
    why_not: str = ""


class LifeTyped(NamedTuple):
    """What was typed: how it is numbered (empty where it is not), and the reason."""

    way: str
    reason: str


class LifeView(QWidget):
    """Lines that lead somewhere, how a report is numbered, a reason, and a button that goes on.

    ``kept(typed)``: go on. ``left()``: back. ``opened(subject)``: a line was opened.
    """

    kept = Signal(object)
    left = Signal()
    opened = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Empty; assistive programs call its table ``name``."""
        super().__init__(parent)
        self._needs_reason = False
        self.head, self.said, self.line = Heading(factor=1.1), Quiet(), EdgeLine()
        self.model = LineModel(("", ""), parent=self)
        self.table = LineTable(name, self.model, {}, {0: 1})
        self.ways = QButtonGroup(self)
        self.paper, self.electronic = QRadioButton(), QRadioButton()
        for button in (self.paper, self.electronic):
            self.ways.addButton(button)
        self.paper.setAccessibleName(self.tr("Numbered on paper"))
        self.electronic.setAccessibleName(self.tr("Numbered electronically"))
        self.reason = RemarkField()
        self._reason_label = labelled(self.tr("Reaso&n"), self.reason)
        self.keep = made_button(self.tr("Go on"), self.hand_on)
        self.leave = made_button(self.tr("Back to the pages (Esc)"), self.left.emit)
        self._rest = QWidget()
        self._lay_out()
        self.table.opened.connect(self._open)
        self.reason.returnPressed.connect(self.hand_on)

    def _lay_out(self) -> None:
        room_of(self.table, 4)
        self.head.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.STEP, theme.HALF, theme.STEP, theme.STEP)
        column.setSpacing(theme.HALF)
        for widget, stretch in ((self.head, 0), (self.said, 0), (self.table, 1), (self.paper, 0), (self.electronic, 0)):
            column.addWidget(widget, stretch)
        column.addLayout(in_row(self._reason_label, self.reason, stretched=(self.reason,)))
        column.addWidget(self.line)
        column.addLayout(in_row(self.keep, self.leave))
        column.addWidget(self._rest, 1)

    def ask(self, asked: LifeAsked) -> None:
        """Show what is open and how to go on."""
        self._needs_reason = asked.needs_reason
        self.head.setText(asked.title)
        self.said.setText(asked.said)
        columns = asked.columns
        self.model.show_table(columns.heads, columns.figures, asked.lines)
        self.table.share_out(columns.widest, columns.shares)
        self.table.setVisible(bool(asked.lines))
        self._rest.setVisible(not asked.lines)
        self.table.choose(None)
        for button in (self.paper, self.electronic):
            button.setVisible(bool(asked.number))
        self.paper.setText(self.tr("On &paper: number and day stay empty and are written by hand"))
        if asked.other_issuer:
            said = self.tr("Electronic: not here, since {issuer} issues the report and numbers it")
        else:
            said = self.tr("&Electronic: number {number} and today's day are printed")
        self.electronic.setText(said.format(number=asked.number, issuer=asked.other_issuer))
        self.electronic.setEnabled(not asked.other_issuer)
        self.paper.setChecked(True)
        for widget in (self._reason_label, self.reason):
            widget.setVisible(asked.needs_reason and not asked.why_not)
        self.reason.clear()
        self.line.clear()
        self.keep.setText(asked.caption)
        self.keep.setAccessibleName(asked.caption.replace("&", ""))
        self.keep.setEnabled(not asked.why_not)
        self.keep.setToolTip(asked.why_not)
        if asked.why_not:
            self.line.say(asked.why_not)

    def take_focus(self) -> None:
        """The lines take the keys, else how it is numbered, else the button."""
        wanted: QWidget = self.keep if self.keep.isEnabled() else self.leave
        if self.model.lines:
            wanted = self.table
        elif not self.paper.isHidden():
            wanted = self.paper if self.paper.isChecked() else self.electronic
        wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    def hand_on(self) -> None:
        """Go on, where what is needed is written."""
        if not self.keep.isEnabled():
            return
        reason = " ".join(self.reason.text().split()) if self._needs_reason else ""
        if self._needs_reason and not reason:
            self.line.say(self.tr("Please write the reason first."), "error")
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        way = "" if self.paper.isHidden() else PAPER if self.paper.isChecked() else ELECTRONIC
        self.line.clear()
        self.kept.emit(LifeTyped(way, reason))

    def refuse(self, sentence: str) -> None:
        """Say why it could not be gone on with."""
        self.line.say(sentence, "error")
        self.keep.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, index: QModelIndex) -> None:
        subject = self.model.subject_at(index.row())
        if subject is not None:
            self.opened.emit(subject)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
