"""The station's details as a form: each field is saved when it is left, and holds from a day on."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from datetime import date

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from ui import theme
from ui.fields import PROFILE, FieldSpec
from ui.widgets.date_field import DateField
from ui.widgets.heading import Quiet
from ui.widgets.text_fields import LineField, TextField

Field = LineField | TextField | QCheckBox | QComboBox
_EMPTY = {"list": "[]", "flag": "false"}


class ProfileForm(QWidget):
    """Fields of ``PROFILE``.

    ``edited(key, value, day or None)``: a field was left with another value; it holds from the day typed, if any.
    ``day_changed(day or None)``: another day is looked at. ``refused(sentence)``: the day is none.
    """

    edited = Signal(str, str, object)
    day_changed = Signal(object)
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty fields."""
        super().__init__(parent)
        self._stored: dict[str, str] = {}
        self.fields: dict[str, Field] = {}
        self.day = DateField(self.tr("Valid from"), hint=self.tr("empty: from the start; a change: from today"))
        self.day.day_changed.connect(self._look_at)
        self.day.refused.connect(self.refused)
        self.missing = Quiet()
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
                    "Each field is saved when you leave it. Documents carry what holds on their own date: for a change "
                    "that holds from a certain day, type that day first."
                )
            )
        )
        layout.addLayout(top)
        layout.addWidget(self.missing)
        layout.addLayout(form)

    # --- values ----------------------------------------------------------------------------------------------------

    def show_values(self, values: Mapping[str, str]) -> None:
        """Show stored values, by key; what is typed and not stored yet stays."""
        for spec in PROFILE:
            is_typed = self._is_changed(spec)
            self._stored[spec.key] = values.get(spec.key, "")
            if not is_typed and self._is_changed(spec):
                self._show(spec, self._stored[spec.key])

    def show_missing(self, keys: Collection[str]) -> None:
        """Say which details reports print and which are not there yet."""
        captions = ", ".join(spec.caption for spec in PROFILE if spec.key in keys)
        self.missing.setText(self.tr("Reports still lack: {details}.").format(details=captions) if keys else "")
        self.missing.setVisible(bool(keys))

    def keep_typed(self, key: str, stored: str) -> None:
        """A value was refused: it stays in its field and counts as not saved; ``stored`` is what holds."""
        self._stored[key] = stored

    def hand_on(self) -> None:
        """Have everything saved that is typed and not saved yet."""
        if self.day.is_valid:
            for spec in PROFILE:
                self._leave(spec)

    def _is_changed(self, spec: FieldSpec) -> bool:
        found, stored = spec.stored(self._text(spec)), self._stored.get(spec.key, "")
        return found != stored and not (not stored and found == _EMPTY.get(spec.kind, ""))

    def _leave(self, spec: FieldSpec) -> None:
        if not self._is_changed(spec):
            return
        if not self.day.is_valid:
            self.day.editingFinished.emit()
            return
        value = spec.stored(self._text(spec))
        self._stored[spec.key] = value
        self.edited.emit(spec.key, value, self.day.day)

    def _look_at(self, day: date | None) -> None:
        self.hand_on()
        self.day_changed.emit(day)

    # --- fields ----------------------------------------------------------------------------------------------------

    def _add(self, form: QFormLayout, spec: FieldSpec) -> None:
        field: Field
        if spec.kind == "flag":
            field = QCheckBox(spec.caption)
            field.clicked.connect(lambda _is_on: self._leave(spec))
        elif spec.kind == "choice":
            field = QComboBox()
            for code, text in spec.choices:
                field.addItem(QCoreApplication.translate("Fields", text), code)
            field.activated.connect(lambda _row: self._leave(spec))
        elif spec.kind == "list":
            field = TextField()
            field.setFixedHeight(9 * theme.STEP)
            field.setPlaceholderText(spec.placeholder)
            field.left.connect(lambda: self._leave(spec))
        else:
            field = LineField()
            field.setPlaceholderText(spec.placeholder)
            field.editingFinished.connect(lambda: self._leave(spec))
        form.addRow("" if spec.kind == "flag" else spec.caption, field)
        field.setAccessibleName(spec.caption)
        self.fields[spec.key] = field

    def _show(self, spec: FieldSpec, value: str) -> None:
        field = self.fields[spec.key]
        if isinstance(field, QCheckBox):
            field.setChecked(value == "true")
        elif isinstance(field, QComboBox):
            field.setCurrentIndex(max(field.findData(value), 0))
        elif isinstance(field, TextField):
            field.setPlainText("\n".join(json.loads(value)) if value else "")
        else:
            field.setText(value)

    def _text(self, spec: FieldSpec) -> str:
        field = self.fields[spec.key]
        if isinstance(field, QCheckBox):
            return "true" if field.isChecked() else "false"
        if isinstance(field, QComboBox):
            return str(field.currentData() or "")
        return field.toPlainText() if isinstance(field, TextField) else field.text()
