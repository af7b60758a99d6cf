"""A line of the register of outgoing documents as a form: what is printed on the paper, and what became of it."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QComboBox, QFormLayout, QFrame, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from data.documents.records import DocumentNumber, NumberState
from data.documents.register import TYPES, number_text, open_fields, symbol_in
from data.model import Profile
from ui import theme
from ui.widgets.date_field import DateField
from ui.widgets.heading import Quiet
from ui.widgets.rows import in_row, labelled, made_button
from ui.widgets.text_fields import LineField, RemarkField


class Filled(NamedTuple):
    """What the form hands on: the line, and whether it is a new one."""

    line: DocumentNumber
    is_new: bool


class RegisterForm(QFrame):
    """Hidden until a line is made or changed.

    ``kept(Filled)``: as it is typed now. ``leave_asked()``: it is to be closed. ``refused(sentence)``: a day is none.
    ``day_changed(day or None)`` and ``series_changed(series)``: what the number and the symbol follow.
    """

    kept = Signal(object)
    leave_asked = Signal()
    refused = Signal(str)
    day_changed = Signal(object)
    series_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty fields."""
        super().__init__(parent)
        self._line: DocumentNumber | None = None
        self._before: tuple[str, ...] = ()
        self.is_new = False
        self.caption, self.why = QLabel(), Quiet()
        self.series, self.fate = QComboBox(), QComboBox()
        for code, name in TYPES.items():
            self.series.addItem(f"{code}  {name}", code)
        self.fate.addItem(self.tr("issued with this day"), NumberState.ISSUED)
        self.fate.addItem(self.tr("reserved for later"), NumberState.RESERVED)
        self.number = QLabel()
        self.symbol, self.title, self.signer, self.sent_to = LineField(), LineField(), LineField(), LineField()
        self.kept_by, self.copies, self.acknowledged = LineField(), LineField(), LineField()
        self.note, self.reason = RemarkField(), RemarkField()
        self.day = DateField(self.tr("Day of the document"), hint=self.tr("dd/mm/yyyy"))
        self.sent_on = DateField(self.tr("Handed over on"), hint=self.tr("dd/mm/yyyy"))
        self.sent_to.setPlaceholderText(self.tr("several: separated by semicolons"))
        self.reason.setPlaceholderText(self.tr("why it is reserved"))
        self.keep = made_button(self.tr("&Keep the line  Ctrl+Enter"), self.hand_on)
        self.leave = made_button(self.tr("Leave it (Esc)"), self.leave_asked.emit)
        self._lay_out()
        self._connect()
        self.hide()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(2 * theme.STEP)
        form.setVerticalSpacing(theme.HALF)
        self._reason_label = QLabel(self.tr("Reason"))
        self.reason.setAccessibleName(self.tr("Reason"))
        rows: tuple[tuple[str, QWidget, QHBoxLayout], ...] = (
            (self.tr("&Type, number"), self.series, self._beside_series()),
            (self.tr("Da&y"), self.day, self._beside_day()),
            (self.tr("&Subject"), self.title, in_row(self.title, stretched=(self.title,))),
            (self.tr("&Receivers"), self.sent_to, self._beside_receivers()),
            (self.tr("&Copies"), self.copies, self._beside_copies()),
            (self.tr("N&ote"), self.note, self._beside_note()),
        )
        for text, field, row in rows:
            form.addRow(labelled(text, field), row)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.STEP, theme.HALF, theme.STEP, theme.HALF)
        column.setSpacing(theme.HALF)
        for widget in (self.caption, self.why):
            column.addWidget(widget)
        column.addLayout(form)
        column.addLayout(in_row(self.keep, self.leave))

    def _beside_series(self) -> QHBoxLayout:
        symbol = labelled(self.tr("Sy&mbol"), self.symbol)
        return in_row(self.series, self.number, symbol, self.symbol, stretched=(self.symbol,))

    def _beside_day(self) -> QHBoxLayout:
        self.fate.setAccessibleName(self.tr("What becomes of the number"))
        signer = labelled(self.tr("Si&gner"), self.signer)
        return in_row(self.day, self.fate, signer, self.signer, stretched=(self.signer,))

    def _beside_receivers(self) -> QHBoxLayout:
        kept = labelled(self.tr("Kept &by"), self.kept_by)
        row = in_row(self.sent_to, kept, self.kept_by, stretched=(self.sent_to, self.kept_by))
        row.setStretch(0, 3)
        return row

    def _beside_copies(self) -> QHBoxLayout:
        self.copies.setMaximumWidth(10 * theme.STEP)
        taken = labelled(self.tr("&Acknowledged by"), self.acknowledged)
        widgets = (self.copies, QLabel(self.tr("Handed over on")), self.sent_on, taken, self.acknowledged)
        return in_row(*widgets, stretched=(self.acknowledged,))

    def _beside_note(self) -> QHBoxLayout:
        return in_row(self.note, self._reason_label, self.reason, stretched=(self.note, self.reason))

    def _connect(self) -> None:
        self.series.activated.connect(lambda _row: self._change_series())
        self.fate.currentIndexChanged.connect(lambda _row: self._show_reason())
        self.day.day_changed.connect(self.day_changed)
        for day in (self.day, self.sent_on):
            day.refused.connect(self.refused)

    def _fields(self) -> dict[str, LineField]:
        """Text fields by the name of what they hold."""
        return {
            "day": self.day,
            "symbol": self.symbol,
            "title": self.title,
            "signer": self.signer,
            "receivers": self.sent_to,
            "kept_by": self.kept_by,
            "copies": self.copies,
            "sent_on": self.sent_on,
            "acknowledged": self.acknowledged,
            "note": self.note,
            "reason": self.reason,
        }

    # --- showing ---------------------------------------------------------------------------------------------------

    def show_line(self, line: DocumentNumber, why: str, *, is_new: bool) -> None:
        """Show a line; ``why`` says what of it is locked."""
        self._line, self.is_new = line, is_new
        is_open = {name: is_new or name in open_fields(line) for name in self._fields()}
        for name, field in self._fields().items():
            if isinstance(field, DateField):
                field.show_day(getattr(line, name))
            else:
                field.setText("; ".join(getattr(line, name).splitlines()))
                field.setModified(False)
            field.setCursorPosition(0)
            _lock(field, is_locked=not is_open[name])
        self.series.setCurrentIndex(self.series.findData(line.series))
        self.series.setEnabled(is_new)
        self.fate.setCurrentIndex(max(self.fate.findData(line.state), 0))
        self.fate.setVisible(is_new or (line.state is NumberState.RESERVED and not line.report))
        self.show_number(line.number)
        self.caption.setText(self.tr("A new line") if is_new else number_text(line.number, line.symbol or line.series))
        self.why.setText(why)
        self.why.setVisible(bool(why))
        self._show_reason()
        self._before = self._typed()
        self.show()
        (self.title if self.is_new else self._first_empty()).setFocus(Qt.FocusReason.OtherFocusReason)

    def _first_empty(self) -> LineField:
        """Where typing goes on: the first open field that is empty."""
        fields = [field for field in self._fields().values() if not field.isReadOnly()]
        return next((field for field in fields if not field.text()), self.note)

    def show_number(self, number: int) -> None:
        """Which number the line has, or will get."""
        self.number.setText(self.tr("No. {number}").format(number=f"{number:02d}"))
        self.number.setAccessibleName(self.number.text())

    def suggest(self, profile: Profile) -> None:
        """Symbol, signer and archive as the settings have them on the day, where nobody typed others."""
        if self._line is None or not self.is_new:
            return
        symbol = symbol_in(str(self.series.currentData()), profile.document_symbol)
        for field, text in ((self.symbol, symbol), (self.signer, profile.signer_name), (self.kept_by, profile.archive)):
            if not field.isModified():
                field.setText(text)
                field.setCursorPosition(0)
        self._before = self._typed() if not self._is_typed_in() else self._before

    @property
    def is_touched(self) -> bool:
        """Whether something was typed or chosen since the line was shown."""
        return self._typed() != self._before

    def _is_typed_in(self) -> bool:
        return any(field.isModified() for field in self._fields().values())

    def _typed(self) -> tuple[str, ...]:
        chosen = (str(self.series.currentData()), str(self.fate.currentIndex()))
        return (*chosen, *(field.text() for field in self._fields().values()))

    def _change_series(self) -> None:
        self.symbol.setModified(False)
        self.series_changed.emit(str(self.series.currentData()))

    def _show_reason(self) -> None:
        """A reason stands beside a number that is kept or given up."""
        line = self._line
        is_kept = self.fate.isVisibleTo(self) and self.fate.currentData() is NumberState.RESERVED
        is_needed = is_kept or (line is not None and line.state is not NumberState.ISSUED and not self.is_new)
        for widget in (self._reason_label, self.reason):
            widget.setVisible(is_needed)

    # --- leaving ---------------------------------------------------------------------------------------------------

    def hand_on(self) -> None:
        """Hand the line on as it is typed; a day that is none stays and is said."""
        for field in (self.day, self.sent_on):
            if not field.is_valid:
                field.editingFinished.emit()
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                return
            field.editingFinished.emit()
        if self._line is not None:
            self.kept.emit(Filled(self._as_typed(self._line), self.is_new))

    def _as_typed(self, line: DocumentNumber) -> DocumentNumber:
        day = self.day.day
        receivers = "\n".join(each.strip() for each in self.sent_to.text().split(";") if each.strip())
        typed = line._replace(
            symbol=self.symbol.text(),
            day=day,
            title=self.title.text(),
            signer=self.signer.text(),
            receivers=receivers,
            kept_by=self.kept_by.text(),
            copies=self.copies.text(),
            sent_on=self.sent_on.day,
            acknowledged=self.acknowledged.text(),
            note=self.note.text(),
        )
        if self.is_new:
            typed = typed._replace(series=str(self.series.currentData()), year=day.year if day else line.year, number=0)
        if self.fate.isVisibleTo(self):
            typed = typed._replace(state=self.fate.currentData())
            if typed.state is NumberState.RESERVED:
                typed = typed._replace(reason=self.reason.text())
        return typed

    def close_form(self) -> None:
        """Hide; nothing is kept."""
        self._line = None
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves it; Enter goes to the next field; Ctrl+Enter keeps it: a number that is given never comes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave_asked.emit()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.hand_on()
        else:
            self.focusNextChild()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A quiet ground under a rule."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("raised"))
        painter.setPen(QPen(theme.colour("control"), 1))
        painter.drawLine(self.rect().topLeft(), self.rect().topRight())
        painter.end()


def _lock(field: QLineEdit, *, is_locked: bool) -> None:
    """A locked field can be read and copied, and is passed over by Tab."""
    field.setReadOnly(is_locked)
    field.setFrame(not is_locked)
    field.setFocusPolicy(Qt.FocusPolicy.ClickFocus if is_locked else Qt.FocusPolicy.StrongFocus)
