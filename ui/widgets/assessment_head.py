"""The line above the score table: year, set, layer, and what else can be opened."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.heading import Quiet

MenuEntry = tuple[str, str, Callable[[], object]]
"""Caption, key, what it does."""


class AssessmentHead(QWidget):
    """Chooses; the screen shows.

    ``year_chosen(year)``, ``set_chosen(id)``, ``layer_chosen(name)``: a person chose another one here.
    """

    year_chosen = Signal(int)
    set_chosen = Signal(str)
    layer_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty choices."""
        super().__init__(parent)
        self.years, self.sets, self.layers = QComboBox(), QComboBox(), QComboBox()
        self.certainty = Quiet()
        self.menu_button = QPushButton(self.tr("&Open"))
        self.menu_button.setAutoDefault(True)
        self.menu = QMenu(self.menu_button)
        self.menu_button.setMenu(self.menu)
        top = QHBoxLayout()
        top.setSpacing(theme.STEP)
        captions = (self.tr("&Year:"), self.tr("&Set:"), self.tr("&Layer:"))
        for text, box, stretch in zip(captions, (self.years, self.sets, self.layers), (0, 3, 1), strict=True):
            label = QLabel(text)
            label.setBuddy(box)
            box.setAccessibleName(text.replace("&", "").rstrip(":"))
            top.addWidget(label)
            top.addWidget(box, stretch)
        self.sets.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.sets.setMinimumContentsLength(24)
        self.layers.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.layers.setMinimumContentsLength(10)
        top.addWidget(self.menu_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.STEP, theme.STEP, theme.STEP, theme.HALF)
        column.setSpacing(theme.HALF)
        column.addLayout(top)
        column.addWidget(self.certainty)
        self.years.activated.connect(lambda _row: self.year_chosen.emit(int(self.years.currentData())))
        self.sets.activated.connect(lambda _row: self.set_chosen.emit(str(self.sets.currentData())))
        self.layers.activated.connect(lambda _row: self.layer_chosen.emit(str(self.layers.currentData())))

    def fill_menu(self, entries: Sequence[MenuEntry | None]) -> None:
        """What can be opened; None draws a rule."""
        self.menu.clear()
        for entry in entries:
            if entry is None:
                self.menu.addSeparator()
                continue
            text, keys, action = entry
            shown = self.menu.addAction(f"{text}\t{keys}" if keys else text)
            shown.triggered.connect(lambda _checked=False, action=action: action())

    def show_choices(
        self, years: Sequence[int], sets: Sequence[tuple[str, str]], layers: Sequence[tuple[str, str]]
    ) -> None:
        """Show what can be chosen: years, (id, title) of sets, (name, title) of layers."""
        _fill(self.years, [(year, str(year)) for year in years])
        _fill(self.sets, sets)
        _fill(self.layers, layers)
        self.layers.setEnabled(bool(layers))
        self.sets.setEnabled(bool(sets))

    def choose(self, year: int, criteria_set: str, layer: str) -> None:
        """Show what is chosen without choosing it."""
        for box, value in ((self.years, year), (self.sets, criteria_set), (self.layers, layer)):
            box.setCurrentIndex(max(box.findData(value), 0))


def _fill(box: QComboBox, entries: Sequence[tuple[object, str]]) -> None:
    shown = [(box.itemData(row), box.itemText(row)) for row in range(box.count())]
    if shown == list(entries):
        return
    box.clear()
    for value, text in entries:
        box.addItem(text, value)
