"""The period in the header: one button, and a small calendar of periods under it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from data.periods import FIRST_YEAR, LAST_YEAR, Period
from ui import icons, theme, words


def periods_of(year: int) -> tuple[tuple[Period, ...], ...]:
    """The periods of a year as rows of the little calendar."""
    months = tuple(Period(year, month, month) for month in range(1, 13))
    quarters = tuple(Period(year, first, first + 2) for first in (1, 4, 7, 10))
    return (
        months[:4],
        months[4:8],
        months[8:],
        quarters,
        (Period(year, 1, 6), Period(year, 7, 12), Period(year, 1, 9), Period(year, 1, 12)),
    )


_STEPS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class _PeriodButton(QPushButton):
    """One period; the arrows belong to the calendar around it."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _STEPS:
            event.ignore()
        else:
            super().keyPressEvent(event)


class _Calendar(QFrame):
    """Pops up under the button; arrows walk, PageUp and PageDown change the year, Enter chooses.

    The chosen period is filled and has the keys at first; the place of the keys stays when the year changes.
    """

    chosen = Signal(object)

    def __init__(self, period: Period, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._period = period
        self._year = period.year
        self._title = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._title.setFont(theme.scaled(self.font(), 1.1, bold=True))
        top = QGridLayout()
        top.addWidget(self._step(-1), 0, 0)
        top.addWidget(self._title, 0, 1)
        top.addWidget(self._step(1), 0, 2)
        top.setColumnStretch(1, 1)
        grid = QGridLayout()
        grid.setSpacing(theme.HALF)
        layout = QVBoxLayout(self)
        layout.addLayout(top)
        layout.addLayout(grid)
        self._buttons = [[self._button(grid, line, place) for place in range(4)] for line in range(5)]
        self._fill()
        self._even()
        self._at(period).setFocus()

    def _step(self, years: int) -> QToolButton:
        button = QToolButton()
        button.setIcon(icons.icon("next" if years > 0 else "previous"))
        name = self.tr("Next year") if years > 0 else self.tr("Year before")
        button.setAccessibleName(name)
        button.setToolTip(f"{name} (PgDn)" if years > 0 else f"{name} (PgUp)")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(lambda: self._turn(years))
        return button

    def _turn(self, years: int) -> None:
        self._year = min(max(self._year + years, FIRST_YEAR), LAST_YEAR)
        self._fill()

    def _fill(self) -> None:
        self._title.setText(str(self._year))
        for row, periods in zip(self._buttons, periods_of(self._year), strict=True):
            for button, period in zip(row, periods, strict=True):
                button.setText(words.period_name(period))
                button.setAccessibleName(button.text())
                button.setDefault(period == self._period)

    def _even(self) -> None:
        width = max(button.sizeHint().width() for row in self._buttons for button in row)
        for row in self._buttons:
            for button in row:
                button.setFixedWidth(width)

    def _button(self, grid: QGridLayout, line: int, place: int) -> _PeriodButton:
        button = _PeriodButton()
        button.setAutoDefault(True)
        button.clicked.connect(lambda: self._choose(periods_of(self._year)[line][place]))
        grid.addWidget(button, line, place)
        return button

    def _at(self, period: Period) -> _PeriodButton:
        for row, periods in zip(self._buttons, periods_of(period.year), strict=True):
            if period in periods:
                return row[periods.index(period)]
        return self._buttons[0][0]

    def _choose(self, period: Period) -> None:
        self.close()
        self.chosen.emit(period)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self._turn(1 if key == Qt.Key.Key_PageDown else -1)
        elif key in _STEPS:
            self._walk(*_STEPS[Qt.Key(key)])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = self.focusWidget()
            if isinstance(focused, QPushButton):
                focused.click()
        else:
            super().keyPressEvent(event)

    def _walk(self, down: int, right: int) -> None:
        for line, row in enumerate(self._buttons):
            for place, button in enumerate(row):
                if button is self.focusWidget():
                    target = self._buttons[(line + down) % len(self._buttons)]
                    target[(place + right) % len(target)].setFocus()
                    return


class PeriodPicker(QPushButton):
    """Shows the period and lets another be chosen.

    ``chosen(period)``: a person chose it here. ``closed()``: it was chosen in the calendar, which is gone; the keys
    are to go where the work is.
    """

    chosen = Signal(object)
    closed = Signal()

    def __init__(self, period: Period, parent: QWidget | None = None) -> None:
        """A picker that shows ``period``."""
        super().__init__(parent)
        self.setIcon(icons.icon("calendar"))
        self.setAutoDefault(True)
        self.setToolTip("Ctrl+P")
        self.clicked.connect(self.open)
        self.show_period(period)

    def show_period(self, period: Period) -> None:
        """Show a period without choosing it."""
        self._period = period
        name = words.period_name(period)
        self.setText(f"{name}  ▾")
        self.setAccessibleName(self.tr("Period: {name}").format(name=name))

    def open(self) -> None:
        """Open the little calendar."""
        calendar = _Calendar(self._period, self)
        calendar.chosen.connect(self.chosen)
        calendar.chosen.connect(lambda _period: self.closed.emit())
        calendar.adjustSize()
        window = self.window()
        edge = window.mapToGlobal(QPoint(window.width(), window.height()))
        corner = self.mapToGlobal(QPoint(0, self.height()))
        corner.setX(min(corner.x(), edge.x() - calendar.width() - theme.STEP))
        calendar.move(corner)
        calendar.show()

    def step(self, forward: bool) -> None:
        """Choose the next period of the same length, or the one before."""
        if not forward:
            self.chosen.emit(self._period.previous())
            return
        self.chosen.emit(following(self._period))


def following(period: Period) -> Period:
    """The period of the same length just after (for nine months: of the year after)."""
    length = period.last_month - period.first_month + 1
    if length >= 9:
        return period.in_year(period.year + 1)
    if period.last_month == 12:
        return Period(period.year + 1, 1, length)
    return Period(period.year, period.first_month + length, period.last_month + length)
