"""Parts to tick, one below the other; more of them than there is room for are scrolled to by the keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QScrollArea, QVBoxLayout, QWidget

from ui import theme


class PartList(QScrollArea):
    """``changed()``: something was ticked or left out."""

    changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """An empty list that assistive programs call ``name``."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the boxes take the keys
        self.boxes: dict[str, QCheckBox] = {}

    @property
    def ticked(self) -> tuple[str, ...]:
        """Keys of what is ticked, in their order."""
        return tuple(key for key, box in self.boxes.items() if box.isChecked())

    def show_parts(self, parts: Sequence[tuple[str, str]]) -> None:
        """Show other parts, none of them ticked: keys and titles."""
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(theme.STEP, theme.HALF, theme.STEP, theme.HALF)
        column.setSpacing(theme.HALF)
        self.boxes = {}
        for key, title in parts:
            box = self.boxes[key] = QCheckBox(title.replace("&", "&&"))
            box.setToolTip(title)
            box.toggled.connect(lambda _on: self.changed.emit())
            column.addWidget(box)
        column.addStretch(1)
        self.setWidget(inside)
