"""Headings and quiet lines that follow the text size."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from ui import theme


class Heading(QLabel):
    """A bold line, by a factor larger than the text."""

    def __init__(self, text: str = "", factor: float = 1.15, parent: QWidget | None = None) -> None:
        """Show a text."""
        super().__init__(text, parent)
        self._factor = factor
        self.fit()

    def event(self, event: QEvent) -> bool:
        """Follow the application's text size."""
        if event.type() == QEvent.Type.ApplicationFontChange:
            self.fit()
        return super().event(event)

    def fit(self) -> None:
        """As large as its factor says."""
        font = theme.scaled(QApplication.font(), self._factor, bold=True)
        if font != self.font():
            self.setFont(font)


class Quiet(QLabel):
    """A muted line that wraps."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        """Show a text."""
        super().__init__(text, parent)
        self.setWordWrap(True)
        self.setForegroundRole(QPalette.ColorRole.PlaceholderText)
