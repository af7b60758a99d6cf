"""Which forms the station keeps, and how each is cut: calendar periods, or from the 15th to the 14th."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from data.catalogue.content import Catalogue
from ui import theme

CALENDAR, FIFTEENTH = "calendar", "fifteenth"


class FormsKept(QWidget):
    """One line for each form.

    ``kept_changed(code, is_kept)``, ``cut_changed(code, cut)``: a person chose.
    """

    kept_changed = Signal(str, bool)
    cut_changed = Signal(str, str)

    def __init__(self, catalogue: Catalogue, parent: QWidget | None = None) -> None:
        """All forms in catalogue order."""
        super().__init__(parent)
        self.boxes: dict[str, QCheckBox] = {}
        self.cuts: dict[str, QComboBox] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * theme.STEP)
        grid.setVerticalSpacing(theme.HALF)
        grid.addWidget(QLabel(self.tr("Form kept by the station")), 0, 0)
        grid.addWidget(QLabel(self.tr("Counted")), 0, 1)
        for row, data_set in enumerate(catalogue.data_sets.values(), start=1):
            box = QCheckBox(data_set.title_vi)
            box.clicked.connect(lambda is_on, code=data_set.code: self.kept_changed.emit(code, is_on))
            cut = QComboBox()
            cut.addItem(self.tr("1st to last day"), CALENDAR)
            cut.addItem(self.tr("15th to 14th"), FIFTEENTH)
            cut.setAccessibleName(self.tr("How {form} is counted").format(form=data_set.title_vi))
            cut.activated.connect(lambda _row, code=data_set.code: self._cut(code))
            grid.addWidget(box, row, 0)
            grid.addWidget(cut, row, 1)
            self.boxes[data_set.code] = box
            self.cuts[data_set.code] = cut
        grid.setColumnStretch(0, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(grid)

    def show_kept(self, not_kept: Collection[str]) -> None:
        """Tick all but these."""
        for code, box in self.boxes.items():
            box.setChecked(code not in not_kept)

    def show_cuts(self, cuts: Mapping[str, str]) -> None:
        """Show how each form is cut."""
        for code, box in self.cuts.items():
            box.setCurrentIndex(max(box.findData(cuts.get(code) or CALENDAR), 0))

    def _cut(self, code: str) -> None:
        self.cut_changed.emit(code, str(self.cuts[code].currentData()))
