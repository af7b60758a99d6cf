"""Before the first answer: which sets a year can be scored by, what then happens, and one key to begin."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.heading import Heading, Quiet

WIDEST = 88 * theme.STEP


class AssessmentStart(QWidget):
    """Teaches, and begins.

    ``begun()``: the year is to be scored by the set that is chosen. ``sets_asked()``: the station's own table is to be
    imported first.
    """

    begun = Signal()
    sets_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build the widgets; ``show_year`` fills them."""
        super().__init__(parent)
        self.title = Heading(factor=1.4)
        self.sets = QLabel(wordWrap=True)
        self.sets.setTextFormat(Qt.TextFormat.RichText)
        self.steps = QLabel(wordWrap=True)
        self.warning = QLabel(wordWrap=True)
        for label in (self.sets, self.steps, self.warning):
            label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.begin = QPushButton(self.tr("&Begin to score  Enter"))
        self.begin.setAutoDefault(True)
        self.begin.setDefault(True)
        self.begin.clicked.connect(self.begun)
        self.own = QPushButton(self.tr("Bring &in the full score table…"))
        self.own.setAutoDefault(True)
        self.own.clicked.connect(self.sets_asked)
        for button in (self.begin, self.own):
            button.setAccessibleName(button.text().replace("&", ""))
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.STEP)
        for button in (self.begin, self.own):
            buttons.addWidget(button)
        buttons.addStretch(1)
        body = QWidget()
        body.setMaximumWidth(WIDEST)
        column = QVBoxLayout(body)
        column.setContentsMargins(3 * theme.STEP, 3 * theme.STEP, 3 * theme.STEP, 3 * theme.STEP)
        column.setSpacing(2 * theme.STEP)
        for widget in (self.title, self.sets, self.steps, self.warning):
            column.addWidget(widget)
        column.addLayout(buttons)
        column.addWidget(Quiet(self.tr("Nothing is sent anywhere; everything stays in the station file.")))
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(body, 1)
        row.addStretch(0)

    def show_year(self, title: str, sets: str, steps: Sequence[str], warning: str, *, can_begin: bool) -> None:
        """Say what there is for a year."""
        self.title.setText(title)
        self.sets.setText(sets)
        self.steps.setText("\n".join(f"{number}.  {step}" for number, step in enumerate(steps, start=1)))
        self.warning.setText(warning)
        self.warning.setVisible(bool(warning))
        self.begin.setEnabled(can_begin)
