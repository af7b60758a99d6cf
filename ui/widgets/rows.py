"""Small helpers for rows of fields and buttons."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from ui import theme


def made_button(text: str, action: Callable[[], object]) -> QPushButton:
    """A button that Enter presses, too."""
    button = QPushButton(text)
    button.setAccessibleName(text.replace("&", ""))
    button.setAutoDefault(True)
    button.clicked.connect(lambda _checked=False: action())
    return button


def labelled(text: str, field: QWidget) -> QLabel:
    """A caption whose underlined letter leads to the field."""
    label = QLabel(text)
    label.setBuddy(field)
    if not field.accessibleName():
        field.setAccessibleName(text.replace("&", ""))
    return label


def in_row(*widgets: QWidget, stretched: Sequence[QWidget] = ()) -> QHBoxLayout:
    """Widgets beside each other; without stretched ones the room that is left stands at the right."""
    row = QHBoxLayout()
    row.setSpacing(theme.STEP)
    for widget in widgets:
        row.addWidget(widget, int(widget in stretched))
    if not stretched:
        row.addStretch(1)
    return row
