"""A day typed as dd/mm/yyyy; what is no day is refused in a sentence and never changed."""

from __future__ import annotations

import re
from datetime import date

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from ui import theme, words
from ui.widgets.text_fields import LineField, is_day_key, today_near

_DAY = re.compile(r"(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{4})|(\d{2})(\d{2})(\d{4})")


def parse_day(text: str) -> date | None:
    """A day as a person types it (01/07/2025, 1/7/2025, 1.7.2025, 01072025); None when it is none."""
    found = _DAY.fullmatch(text.strip())
    if found is None:
        return None
    day, month, year = (int(part) for part in found.groups() if part is not None)
    try:
        return date(year, month, day)
    except ValueError:
        return None


class DateField(LineField):
    """One day, or none where the field may stay empty.

    ``day_changed(day or None)``: another day was typed. ``refused(sentence)``: what was typed is no day; it stays as
    it was typed.
    """

    day_changed = Signal(object)
    refused = Signal(str)

    def __init__(self, name: str, day: date | None = None, *, hint: str = "", parent: QWidget | None = None) -> None:
        """A field called ``name``; with a ``hint`` it may stay empty, and the hint says what that means."""
        super().__init__(parent=parent)
        self._may_be_empty = bool(hint)
        self._day = day
        self.setAccessibleName(name)
        self.setPlaceholderText(hint or self.tr("dd/mm/yyyy"))
        self.setMaxLength(14)
        self.fit()
        self.show_day(day)
        self.editingFinished.connect(self._take)

    @property
    def day(self) -> date | None:
        """The day typed last that is one; None when the field is empty."""
        return self._day

    @property
    def is_valid(self) -> bool:
        """Whether what stands in the field is a day (or rightly nothing)."""
        text = self.text().strip()
        return parse_day(text) is not None if text else self._may_be_empty

    def fit(self) -> None:
        """As wide as its hint or a day."""
        longest = max(self.placeholderText(), "00/00/0000  ", key=len)
        self.setMinimumWidth(self.fontMetrics().horizontalAdvance(longest) + 3 * theme.STEP)

    def show_day(self, day: date | None) -> None:
        """Show a day without having it typed."""
        self._day = day
        self.setText(words.printed_date(day) if day else "")
        self.setModified(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the day and stays; Ctrl+; is today."""
        day = today_near(self) if is_day_key(event) else None
        if day is not None:
            self.setText(words.printed_date(day))
            self.setModified(True)
            return
        super().keyPressEvent(event)
        if event.text() == "\r":
            self.selectAll()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Typing replaces the day that stands here."""
        super().focusInEvent(event)
        self.selectAll()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.fit()

    def _take(self) -> None:
        if not self.is_valid:
            text = self.text().strip()
            sentence = self.tr("“{text}” is no day. Type day, month and year as 01/07/2025.")
            missing = self.tr("The day is missing. Type day, month and year as 01/07/2025.")
            self.refused.emit(sentence.format(text=text) if text else missing)
            return
        day, before = parse_day(self.text()), self._day
        self.show_day(day)
        if day != before:
            self.day_changed.emit(day)
