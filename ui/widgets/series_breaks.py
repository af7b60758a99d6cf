"""Days on which the figures' meaning changed (a merger of communes): shown, added, taken away (CONTRACT S2)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui import theme, words
from ui.widgets.date_field import DateField
from ui.widgets.heading import Heading, Quiet


class SeriesBreaks(QWidget):
    """The days, and a field for one more. ``added(day)``, ``removed(day)``: a person asks for it."""

    added = Signal(object)
    removed = Signal(object)
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """No days."""
        super().__init__(parent)
        self.day = DateField(self.tr("Day of a merger or division"), hint=self.tr("dd/mm/yyyy"))
        self.day.refused.connect(self.refused)
        self.day.day_changed.connect(self._take)
        self.day.textEdited.connect(lambda _text: self._forget_taken())
        self._is_taken = False
        self.add = QPushButton(self.tr("Add the day"))
        self.add.setAutoDefault(True)
        self.add.clicked.connect(self._add)
        self.buttons: dict[date, QPushButton] = {}
        label = QLabel(self.tr("&Day of a merger or division"))
        label.setBuddy(self.day)
        row = QHBoxLayout()
        row.setSpacing(theme.STEP)
        for widget in (label, self.day, self.add):
            row.addWidget(widget)
        row.addStretch(1)
        self._days = QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.STEP, 0, 0)
        column.setSpacing(theme.STEP)
        column.addWidget(Heading(self.tr("Merger of communes")))
        column.addWidget(
            Quiet(
                self.tr(
                    "Figures before and after such a day (for example 01/07/2025) stand side by side, but are not "
                    "judged against each other. Name and place change above, from the same day on; documents carry "
                    "the name that holds on their day."
                )
            )
        )
        column.addLayout(self._days)
        column.addLayout(row)

    def show_days(self, days: Sequence[date]) -> None:
        """Show other days."""
        for button in self.buttons.values():
            frame = button.parentWidget()
            if frame is not None:
                self._days.removeWidget(frame)
                frame.hide()
                frame.deleteLater()
        self.buttons = {}
        for day in days:
            frame, button = QWidget(), QPushButton(self.tr("Take away"))
            button.setAutoDefault(True)
            button.setAccessibleName(self.tr("Take away {day}").format(day=words.printed_date(day)))
            button.clicked.connect(lambda _checked=False, day=day: self.removed.emit(day))
            row = QHBoxLayout(frame)
            row.setContentsMargins(0, 0, 0, 0)
            row.addWidget(QLabel(self.tr("since {day}").format(day=words.printed_date(day))))
            row.addWidget(button)
            row.addStretch(1)
            self._days.addWidget(frame)
            self.buttons[day] = button

    def _take(self, day: date | None) -> None:
        """Enter was pressed or the field was left: the day is added, as every field of the page is saved."""
        if day is not None:
            self._is_taken = True
            self.added.emit(day)
            self.day.show_day(None)

    def _forget_taken(self) -> None:
        self._is_taken = False

    def _add(self) -> None:
        """The button: pressing it left the field, which added the day already or refused it."""
        if not self._is_taken and not self.day.text().strip():
            self.refused.emit(self.tr("Please type the day first, for example 01/07/2025."))
        self._is_taken = False
        self.day.setFocus(Qt.FocusReason.OtherFocusReason)
