"""A step of a frozen report as a form: signed on paper, handed in, received, cancelled; only the fields that it has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QFrame, QLabel, QVBoxLayout, QWidget

from data.documents.records import StepKind
from ui import theme
from ui.widgets.date_field import DateField
from ui.widgets.edge_line import EdgeLine
from ui.widgets.heading import Heading
from ui.widgets.rows import in_row, labelled, made_button
from ui.widgets.text_fields import LineField, RemarkField

translate = QCoreApplication.translate


class StepAsked(NamedTuple):
    """What a form is opened for.

    Attributes:
        title: What is done, with which report.
        party: Who signs or to whom it goes, as far as it is known.
        number: The number that the register gives; empty where it gives none.
        duties: What handing it in can fulfil: (id, words, whether it is ticked).
        means: How it can be handed in: (stored, shown).
    """

    kind: StepKind
    title: str
    day: date
    party: str = ""
    number: str = ""
    duties: Sequence[tuple[str, str, bool]] = ()
    means: Sequence[tuple[str, str]] = ()


class StepTyped(NamedTuple):
    """What was typed.

    Attributes:
        takes_number: Whether the register gives its next number.
        duties: Ids of what is fulfilled by it.
    """

    kind: StepKind
    day: date
    party: str = ""
    means: str = ""
    reference: str = ""
    note: str = ""
    takes_number: bool = False
    duties: tuple[str, ...] = ()


class StepForm(QFrame):
    """Hidden until a step is asked for.

    ``kept(typed)``: as it is typed now. ``left()``: nothing is to be kept.
    """

    kept = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty fields."""
        super().__init__(parent)
        self._asked: StepAsked | None = None
        self.title, self.line = Heading(factor=1.0), EdgeLine()
        self.title.setWordWrap(True)
        self.day = DateField(self.tr("Day"))
        self.party, self.reference, self.note = LineField(), LineField(), RemarkField()
        self.means = QComboBox()
        self.number = QCheckBox()
        self.number.setAccessibleName(self.tr("Enter it in the register"))
        self.duties: dict[str, QCheckBox] = {}
        self.keep = made_button(self.tr("&Keep this step"), self.hand_on)
        self.leave = made_button(self.tr("Leave it (Esc)"), self.close_form)
        self._lay_out()
        self.day.refused.connect(lambda sentence: self.line.say(sentence, "error"))
        for field in (self.day, self.party, self.reference, self.note):
            field.returnPressed.connect(self.hand_on)
        self.hide()

    def _lay_out(self) -> None:
        self._form = form = QFormLayout()
        form.setHorizontalSpacing(2 * theme.STEP)
        form.setVerticalSpacing(theme.HALF)
        self._party_label = labelled(self.tr("&Who"), self.party)
        self._note_label = labelled(self.tr("&Note"), self.note)
        self._duty_box = QWidget()
        self._duty_column = QVBoxLayout(self._duty_box)
        self._duty_column.setContentsMargins(0, 0, 0, 0)
        self._duty_column.setSpacing(0)
        form.addRow(labelled(self.tr("&Day"), self.day), in_row(self.day))
        form.addRow(self._party_label, self.party)
        form.addRow(labelled(self.tr("&How"), self.means), in_row(self.means))
        form.addRow(labelled(self.tr("Number of the &receipt"), self.reference), self.reference)
        form.addRow("", self.number)
        form.addRow(QLabel(self.tr("Fulfils")), self._duty_box)
        form.addRow(self._note_label, self.note)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.HALF, 0, theme.HALF)
        column.setSpacing(theme.HALF)
        column.addWidget(self.title)
        column.addLayout(form)
        column.addWidget(self.line)
        column.addLayout(in_row(self.keep, self.leave))

    def ask(self, asked: StepAsked) -> None:
        """Open the form for a step."""
        self._asked = asked
        self.line.clear()
        self.title.setText(asked.title)
        self.day.show_day(asked.day)
        self.party.setText(asked.party)
        for field in (self.reference, self.note):
            field.clear()
        self.means.clear()
        for stored, shown in asked.means:
            self.means.addItem(shown, stored)
        self.number.setText(self.tr("Enter it in the register as number {number}").format(number=asked.number))
        self.number.setChecked(bool(asked.number))
        self._fill_duties(asked.duties)
        party, note = _captions(asked.kind)
        for label, field, caption in ((self._party_label, self.party, party), (self._note_label, self.note, note)):
            label.setText(caption)
            field.setAccessibleName(caption.replace("&", ""))
        for row, is_seen in enumerate(self._seen(asked)):
            self._form.setRowVisible(row, is_seen)
        self.show()
        self.take_focus()

    def _fill_duties(self, duties: Sequence[tuple[str, str, bool]]) -> None:
        for box in self.duties.values():
            self._duty_column.removeWidget(box)
            box.deleteLater()
        self.duties = {}
        for code, shown, is_ticked in duties:
            box = QCheckBox(shown)
            box.setChecked(is_ticked)
            box.setToolTip(shown)
            self.duties[code] = box
            self._duty_column.addWidget(box)

    def _seen(self, asked: StepAsked) -> tuple[bool, ...]:
        kind = asked.kind
        return (
            kind is not StepKind.CANCEL,
            kind is not StepKind.CANCEL,
            kind is StepKind.SUBMIT,
            kind is StepKind.RECEIVE,
            bool(asked.number),
            bool(asked.duties),
            True,
        )

    def take_focus(self) -> None:
        """The first field takes the keys."""
        is_cancelling = self._asked is not None and self._asked.kind is StepKind.CANCEL
        (self.note if is_cancelling else self.day).setFocus(Qt.FocusReason.OtherFocusReason)

    def hand_on(self) -> None:
        """Hand the step on; a field that lacks something says so and takes the keys."""
        asked, day = self._asked, self.day.day
        if asked is None:
            return
        self.line.clear()
        self.day.editingFinished.emit()
        if not self.day.is_valid or day is None:
            self.day.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.kept.emit(
            StepTyped(
                kind=asked.kind,
                day=self.day.day or day,
                party=self.party.text().strip() if asked.kind is not StepKind.CANCEL else "",
                means=str(self.means.currentData() or ""),
                reference=self.reference.text().strip(),
                note=self.note.text().strip(),
                takes_number=bool(asked.number) and self.number.isChecked(),
                duties=tuple(code for code, box in self.duties.items() if box.isChecked()),
            )
        )

    def refuse(self, code: str, sentence: str) -> None:
        """Say why the step was refused, beside the field that it is about."""
        self.line.say(sentence, "error")
        fields: Mapping[str, QWidget] = {"step_needs_reason": self.note, "step_needs_party": self.party}
        fields.get(code, self.day).setFocus(Qt.FocusReason.OtherFocusReason)

    def close_form(self) -> None:
        """Hide; nothing is kept."""
        self.hide()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves it."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_form()
        else:
            super().keyPressEvent(event)


def _captions(kind: StepKind) -> tuple[str, str]:
    """What the fields for a person and for a note are called."""
    note = translate("StepForm", "&Note")
    return {
        StepKind.SUBMIT: (translate("StepForm", "&To whom"), note),
        StepKind.RECEIVE: (translate("StepForm", "Recei&ved by"), note),
        StepKind.CANCEL: ("", translate("StepForm", "Rea&son")),
    }.get(kind, (translate("StepForm", "&Signed by"), note))
