"""The decision that recognised a year as a form; year assessed, day decided and term are three different things."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFormLayout, QFrame, QLabel, QVBoxLayout, QWidget

from data.assessment.definitions import CriteriaSet
from data.assessment.recognition import default_term
from data.assessment.records import RecognitionKind, RecognitionRecord
from ui import theme
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets.date_field import DateField
from ui.widgets.rows import in_row, labelled, made_button
from ui.widgets.text_fields import LineField, RemarkField

SET_LETTERS = 16
_YEAR = re.compile(r"[12][0-9]{3}", re.ASCII)
KINDS = {
    RecognitionKind.NEW: QT_TRANSLATE_NOOP("Recognition", "recognised for the first time"),
    RecognitionKind.AGAIN: QT_TRANSLATE_NOOP("Recognition", "recognised again"),
    RecognitionKind.MAINTAINED: QT_TRANSLATE_NOOP("Recognition", "kept up"),
}


def kind_words(kind: RecognitionKind) -> str:
    """New, again, or kept up."""
    return QCoreApplication.translate("Recognition", KINDS[kind])


class RecognitionForm(QFrame):
    """Hidden until a decision is entered or changed.

    ``kept(record)``: as it is typed now. ``left()``: nothing is to be kept. ``refused(sentence)``: something is not
    there yet, or is no day.
    """

    kept = Signal(object)
    left = Signal()
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty fields."""
        super().__init__(parent)
        self._sets: tuple[CriteriaSet, ...] = ()
        self.year = LineField()
        self.year.setMaximumWidth(self.fontMetrics().horizontalAdvance("0") * 10)
        self.set, self.kind = QComboBox(), QComboBox()
        self.set.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.set.setMinimumContentsLength(SET_LETTERS)
        for kind in RecognitionKind:
            self.kind.addItem(kind_words(kind), kind)
        self.decision, self.issuer = LineField(), LineField()
        self.decided_on = DateField(self.tr("Date of the decision"))
        self.valid_from, self.valid_to = DateField(self.tr("Valid from")), DateField(self.tr("Valid to"))
        self.withdrawn_on = DateField(self.tr("Withdrawn on"), hint=self.tr("empty: not withdrawn"))
        self.withdrawn_reason = RemarkField()
        self.keep = made_button(self.tr("&Keep the decision"), self.hand_on)
        self.leave = made_button(self.tr("Leave it (Esc)"), self.close_form)
        self._lay_out()
        self.decided_on.day_changed.connect(lambda _day: self._suggest_term())
        self._days = (self.decided_on, self.valid_from, self.valid_to, self.withdrawn_on)
        for field in self._days:
            field.refused.connect(self.refused)
        for line in (self.decision, self.issuer, self.withdrawn_reason):
            line.returnPressed.connect(self.hand_on)
        self.hide()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(2 * theme.STEP)
        form.setVerticalSpacing(theme.HALF)
        for field, name in ((self.set, self.tr("Criteria set")), (self.kind, self.tr("Kind"))):
            field.setAccessibleName(name)
        dated = in_row(self.decision, QLabel(self.tr("Date")), self.decided_on, stretched=(self.decision,))
        self.issuer.setAccessibleName(self.tr("Issued by"))
        self.withdrawn_reason.setAccessibleName(self.tr("Reason of the withdrawal"))
        term = in_row(self.valid_from, QLabel(self.tr("to")), self.valid_to)
        taken = in_row(
            self.withdrawn_on, QLabel(self.tr("Reason")), self.withdrawn_reason, stretched=(self.withdrawn_reason,)
        )
        form.addRow(labelled(self.tr("&Year assessed"), self.year), in_row(self.year, self.set, self.kind))
        form.addRow(labelled(self.tr("&Decision number"), self.decision), dated)
        form.addRow(labelled(self.tr("&Issued by"), self.issuer), self.issuer)
        form.addRow(labelled(self.tr("Valid &from"), self.valid_from), term)
        form.addRow(labelled(self.tr("&Withdrawn on"), self.withdrawn_on), taken)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.HALF, 0, theme.HALF)
        column.addLayout(form)
        column.addLayout(in_row(self.keep, self.leave))

    def show_record(
        self, record: RecognitionRecord | None, sets: Sequence[CriteriaSet], year: int, chosen: str
    ) -> None:
        """Show a decision, or empty fields for a year and set."""
        self._sets = tuple(sets)
        self.set.clear()
        for each in sets:
            self.set.addItem(each.id, each.id)
        self.year.setText(str(record.year if record is not None else year))
        self.set.setCurrentIndex(max(self.set.findData(record.criteria_set if record is not None else chosen), 0))
        self.year.setEnabled(record is None)
        self.set.setEnabled(record is None)
        kinds = list(RecognitionKind)
        self.kind.setCurrentIndex(kinds.index(record.kind) if record is not None else 0)
        self.decision.setText(record.decision if record is not None else "")
        self.issuer.setText(record.issuer if record is not None else "")
        self.withdrawn_reason.setText(record.withdrawn_reason if record is not None else "")
        days: tuple[date | None, ...] = (None,) * 4
        if record is not None:
            days = (record.decided_on, record.valid_from, record.valid_to, record.withdrawn_on)
        for field, day in zip(self._days, days, strict=True):
            field.show_day(day)
        self.show()
        (self.year if record is None else self.decision).setFocus(Qt.FocusReason.OtherFocusReason)

    def _suggest_term(self) -> None:
        """The term of the set from the day of the decision on; what is typed already stays."""
        chosen = next((each for each in self._sets if each.id == self.set.currentData()), None)
        day = self.decided_on.day
        term = default_term(chosen, day) if chosen is not None and day is not None else None
        if term is not None and self.valid_from.day is None and self.valid_to.day is None:
            self.valid_from.show_day(term[0])
            self.valid_to.show_day(term[1])

    def hand_on(self) -> None:
        """Hand the decision on; a field that lacks something says so and takes the keys."""
        for field in self._days:
            field.editingFinished.emit()
            if not field.is_valid:
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        year = self.year.text().strip()
        if not _YEAR.fullmatch(year):
            self.refused.emit(self.tr("Please type the assessed year with four digits, for example 2024."))
            self.year.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        decided_on, valid_from, valid_to = self.decided_on.day, self.valid_from.day, self.valid_to.day
        if decided_on is not None and valid_from is not None and valid_to is not None:
            self.kept.emit(
                RecognitionRecord(
                    year=int(year),
                    criteria_set=str(self.set.currentData() or ""),
                    kind=list(RecognitionKind)[self.kind.currentIndex()],
                    decision=self.decision.text(),
                    decided_on=decided_on,
                    issuer=self.issuer.text(),
                    valid_from=valid_from,
                    valid_to=valid_to,
                    withdrawn_on=self.withdrawn_on.day,
                    withdrawn_reason=self.withdrawn_reason.text(),
                )
            )

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
