"""The station's details as a form: what holds on a day, and from which day a change holds."""

from __future__ import annotations

import json
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui import theme
from ui.fields import PROFILE, FieldSpec
from ui.widgets.heading import Quiet

Field = QLineEdit | QPlainTextEdit | QCheckBox | QComboBox


class ProfileForm(QWidget):
    """Fields of ``PROFILE``.

    ``saved(values, valid_from)``: the changed settings and the day from which they hold. ``day_changed(day)``: another
    day is looked at.
    """

    saved = Signal(dict, object)
    day_changed = Signal(object)

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        """Empty fields."""
        super().__init__(parent)
        self._shown: dict[str, str] = {}
        self.fields: dict[str, Field] = {}
        self.day = QDateEdit(QDate(today.year, today.month, today.day))
        self.day.setDisplayFormat("dd/MM/yyyy")
        self.day.setCalendarPopup(True)
        self.day.setAccessibleName(self.tr("Valid from"))
        self.day.dateChanged.connect(lambda _day: self.day_changed.emit(self.valid_from()))
        self.save = QPushButton(self.tr("&Save the changes"))
        self.save.setAutoDefault(True)
        self.save.clicked.connect(self._save)
        form = QFormLayout()
        form.setHorizontalSpacing(2 * theme.STEP)
        form.setVerticalSpacing(theme.STEP)
        for spec in PROFILE:
            self._add(form, spec)
        top = QHBoxLayout()
        label = QLabel(self.tr("As of, and changes valid &from"))
        label.setBuddy(self.day)
        top.addWidget(label)
        top.addWidget(self.day)
        top.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(
            Quiet(
                self.tr(
                    "Each detail holds from a day on; documents carry what holds on their own date. "
                    "Choose the day, change what is new, save."
                )
            )
        )
        layout.addLayout(top)
        layout.addLayout(form)
        layout.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeft)

    def valid_from(self) -> date:
        """The day chosen."""
        return date(self.day.date().year(), self.day.date().month(), self.day.date().day())

    def show_values(self, values: dict[str, str]) -> None:
        """Show stored values, by key."""
        self._shown = dict(values)
        for spec in PROFILE:
            self._show(spec, values.get(spec.key, ""))

    def changed(self) -> dict[str, str]:
        """Settings that differ from what is stored."""
        found = {spec.key: spec.stored(self._text(spec)) for spec in PROFILE}
        empty = {"list": "[]", "flag": "false"}
        return {
            spec.key: found[spec.key]
            for spec in PROFILE
            if found[spec.key] != self._shown.get(spec.key, "")
            and not (not self._shown.get(spec.key) and found[spec.key] == empty.get(spec.kind, ""))
        }

    def _add(self, form: QFormLayout, spec: FieldSpec) -> None:
        field: Field
        if spec.kind == "flag":
            field = QCheckBox(spec.caption)
            form.addRow("", field)
        elif spec.kind == "choice":
            field = QComboBox()
            for code, text in spec.choices:
                field.addItem(QCoreApplication.translate("Fields", text), code)
            form.addRow(spec.caption, field)
        elif spec.kind == "list":
            field = QPlainTextEdit()
            field.setTabChangesFocus(True)
            field.setFixedHeight(9 * theme.STEP)
            form.addRow(spec.caption, field)
        else:
            field = QLineEdit()
            field.setPlaceholderText(spec.placeholder)
            form.addRow(spec.caption, field)
        field.setAccessibleName(spec.caption)
        self.fields[spec.key] = field

    def _show(self, spec: FieldSpec, value: str) -> None:
        field = self.fields[spec.key]
        if isinstance(field, QCheckBox):
            field.setChecked(value == "true")
        elif isinstance(field, QComboBox):
            field.setCurrentIndex(max(field.findData(value), 0))
        elif isinstance(field, QPlainTextEdit):
            field.setPlainText("\n".join(json.loads(value)) if value else "")
        else:
            field.setText(value)

    def _text(self, spec: FieldSpec) -> str:
        field = self.fields[spec.key]
        if isinstance(field, QCheckBox):
            return "true" if field.isChecked() else "false"
        if isinstance(field, QComboBox):
            return str(field.currentData())
        return field.toPlainText() if isinstance(field, QPlainTextEdit) else field.text()

    def _save(self) -> None:
        values = self.changed()
        if values:
            self.saved.emit(values, self.valid_from())
