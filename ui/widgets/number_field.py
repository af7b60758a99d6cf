"""A field for one whole number of a setting, read by the one parser of figures; what is none is said, not changed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from data.definitions import ValueType
from data.numbers import Figure, format_typed, parse_figure
from ui import theme
from ui.widgets.text_fields import LineField


class NumberField(LineField):
    """A whole number within limits.

    ``number_changed(number)``: another number was typed and the field was left, or Enter pressed.
    ``refused(sentence)``: what was typed is none; it stays as it was typed, and the number as it was.
    """

    number_changed = Signal(int)
    refused = Signal(str)

    def __init__(self, name: str, most: int, parent: QWidget | None = None) -> None:
        """A field called ``name`` for a number from 0 to ``most``."""
        super().__init__(parent=parent)
        self._most = most
        self._number = 0
        self.setAccessibleName(name)
        self.setMaximumWidth(self.fontMetrics().horizontalAdvance("0") * (len(str(most)) + 4) + 2 * theme.STEP)
        self.editingFinished.connect(self._take)

    @property
    def number(self) -> int:
        """The number typed last that is one."""
        return self._number

    def show_number(self, number: int) -> None:
        """Show a number without having it typed."""
        self._number = number
        self.setText(format_typed(str(number)))

    def _take(self) -> None:
        parsed = parse_figure(self.text(), ValueType.INTEGER)
        if not isinstance(parsed, Figure) or int(parsed.value) > self._most:
            said = self.tr("“{text}” cannot be taken here. Please type a whole number from 0 to {most}.")
            self.refused.emit(said.format(text=self.text().strip(), most=format_typed(str(self._most))))
            return
        before = self._number
        self.show_number(int(parsed.value))
        if self._number != before:
            self.number_changed.emit(self._number)
