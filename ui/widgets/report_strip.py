"""A strip that says where a report stands on its way from draft to receipt, and what comes next."""

from __future__ import annotations

import html
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ui import icons, theme
from ui.widgets.rows import in_row

DONE, HERE = "✓", "●"
SIGN = 16


class ReportStrip(QFrame):
    """Stages with the present one marked, a sentence, and the buttons of what can be done."""

    def __init__(self, buttons: Sequence[QPushButton], parent: QWidget | None = None) -> None:
        """Nothing is known yet."""
        super().__init__(parent)
        self.stages, self.said, self._sign = QLabel(wordWrap=True), QLabel(wordWrap=True), QLabel()
        self.stages.setTextFormat(Qt.TextFormat.RichText)
        for label in (self.stages, self.said):
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.STEP, theme.HALF, theme.STEP, theme.HALF)
        column.setSpacing(theme.HALF)
        column.addLayout(in_row(self.stages, *buttons, stretched=(self.stages,)))
        column.addLayout(in_row(self._sign, self.said, stretched=(self.said,)))

    def show_stages(self, names: Sequence[str], here: int) -> None:
        """Name the stages; those before ``here`` are done. -1: nothing is known."""
        parts = []
        for place, name in enumerate(names):
            text = html.escape(name)
            if place == here:
                parts.append(f"<b>{HERE} {text}</b>")
            else:
                parts.append(f"{DONE} {text}" if place < here else text)
        self.stages.setText(" → ".join(parts))
        self.stages.setAccessibleName(names[here] if here >= 0 else "")

    def say(self, sentence: str, sign: str = "") -> None:
        """What is to be said of it, with an icon before it."""
        self.said.setText(sentence)
        for label in (self.said, self._sign):
            label.setVisible(bool(sentence))
        if sign:
            self._sign.setPixmap(icons.pixmap(sign, SIGN, self.devicePixelRatioF()))
