"""Cài đặt, page of language and text size: what this computer remembers."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui import theme
from ui.session import Session

LANGUAGES = (("vi", "Tiếng Việt"), ("en", "English"))


class LanguageBox(QComboBox):
    """Keys open the list; only Enter or a click in it chooses, so that nothing changes in passing."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Space and Enter open the list."""
        opening = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F4)
        if event.key() in opening:
            self.showPopup()
        else:
            event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the page."""
        event.ignore()


class LookPage(QWidget):
    """Language and text size.

    ``language_chosen(code)``, ``size_chosen(step)``: a person chose.
    """

    language_chosen = Signal(str)
    size_chosen = Signal(int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Show the language in use."""
        super().__init__(parent)
        self._session = session
        self.language = LanguageBox()
        self.language.setAccessibleName(self.tr("Language"))
        for code, name in LANGUAGES:
            self.language.addItem(name, code)
        self.language.setCurrentIndex(self.language.findData(session.language))
        self.language.activated.connect(self._choose)
        label = QLabel(self.tr("&Language"))
        label.setBuddy(self.language)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.STEP)
        column.addLayout(_row(label, self.language))
        column.addLayout(
            _row(
                self._button(self.tr("S&maller text  Ctrl+−"), -1),
                self._button(self.tr("Lar&ger text  Ctrl++"), 1),
                self._button(self.tr("As the s&ystem has it  Ctrl+0"), 0),
            )
        )

    def _button(self, text: str, step: int) -> QPushButton:
        button = QPushButton(text)
        button.setAccessibleName(text.replace("&", ""))
        button.setAutoDefault(True)
        button.clicked.connect(lambda: self.size_chosen.emit(step))
        return button

    def _choose(self, row: int) -> None:
        code = str(self.language.itemData(row))
        if code != self._session.language:
            self.language_chosen.emit(code)


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(theme.STEP)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row
