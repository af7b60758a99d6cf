"""The line above the screens: station, period, search."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from data.periods import Period
from ui import theme
from ui.widgets.heading import Heading
from ui.widgets.period_picker import PeriodPicker
from ui.widgets.search_box import Finding, SearchBox


class Header(QFrame):
    """Station's name, period picker and search box."""

    def __init__(
        self, name: str, period: Period, collect: Callable[[], Sequence[Finding]], parent: QWidget | None = None
    ) -> None:
        """``collect`` gives what can be found."""
        super().__init__(parent)
        self.station = Heading(name, 1.2)
        self.station.setMinimumWidth(10 * theme.STEP)
        self.picker = PeriodPicker(period)
        self.search = SearchBox(collect)
        label = QLabel(self.tr("Period (Ctrl+P):"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.STEP, theme.STEP, theme.STEP, theme.STEP)
        layout.setSpacing(theme.STEP)
        layout.addWidget(self.station, 1)
        layout.addWidget(label)
        layout.addWidget(self.picker)
        layout.addSpacing(theme.STEP)
        layout.addWidget(self.search)
        self.search.setFixedWidth(28 * theme.STEP)
