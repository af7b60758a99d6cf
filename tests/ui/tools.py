"""Typing as a person does it, and waiting for what comes back from other threads."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.screens.data_entry import DataEntryScreen
from ui.session import Session


def press(
    key: Qt.Key,
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    text: str = "",
    to: QWidget | None = None,
) -> None:
    """One key to the widget that has the focus."""
    target = to or QApplication.focusWidget()
    assert target is not None
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(target, QKeyEvent(kind, key, modifiers, text))


def type_text(text: str) -> None:
    """Letters one by one, also those outside Latin-1, to the widget that has the focus."""
    for letter in text:
        press(Qt.Key(ord(letter.upper())) if letter.isascii() else Qt.Key(0), text=letter)


def settle(qtbot: QtBot, session: Session) -> None:
    """Wait until everything typed is on disk."""
    qtbot.waitUntil(lambda: session.writer.is_empty, timeout=5000)


def shown_screen(qtbot: QtBot, session: Session, form: str) -> DataEntryScreen:
    """The entry screen with a form in front, its grid taking the keys."""
    screen = DataEntryScreen(session)
    qtbot.addWidget(screen)
    screen.resize(1200, 700)
    with qtbot.waitExposed(screen):
        screen.show()
    screen.activateWindow()
    screen.activate()
    row = screen.form_model.row_of(form)
    screen.forms.setCurrentIndex(screen.form_model.index(row))
    screen.grid.go_to()
    qtbot.waitUntil(screen.grid.hasFocus)
    return screen
