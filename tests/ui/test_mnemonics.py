"""Letters underlined in captions: each works, and none stands for two things that are seen at once."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from data import commands
from data.model import Attribution
from data.periods import parse_period
from tests.ui.conftest import NOW
from tests.ui.tools import settle, shown_screen
from ui.help_page import help_dialog
from ui.main_window import MainWindow
from ui.memory import Memory
from ui.screens.registry import SCREENS
from ui.screens.screen import Place
from ui.screens.settings import PAGES
from ui.session import Session
from ui.widgets.edge_line import EdgeLine


def letters(top: QWidget) -> list[str]:
    """The keys of all captions that are seen: "Alt+L"."""
    seen: list[QAbstractButton | QLabel] = [each for each in top.findChildren(QAbstractButton) if each.isVisible()]
    seen += [each for each in top.findChildren(QLabel) if each.isVisible() and each.buddy() is not None]
    keys = (QKeySequence.mnemonic(each.text()).toString() for each in seen)
    return [key for key in keys if key]


def twice(top: QWidget) -> list[str]:
    return sorted(key for key, count in Counter(letters(top)).items() if count > 1)


def window_over(qtbot: QtBot, session: Session) -> MainWindow:
    commands.bind_plans(session.store, ["lao-cai-2024"], Attribution(user="Lan", now=NOW))
    session.set_period(parse_period("2024Q3"))
    window = MainWindow(session, Memory())
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    return window


@pytest.mark.parametrize("name", [entry.name for entry in SCREENS])
def test_no_letter_stands_for_two_things_on_a_screen(qtbot: QtBot, session: Session, name: str) -> None:
    window = window_over(qtbot, session)
    window.show_screen(name, keys=True)
    settle(qtbot, session)
    assert twice(window) == []


@pytest.mark.parametrize("page", PAGES)
def test_no_letter_stands_for_two_things_in_the_settings(qtbot: QtBot, session: Session, page: str) -> None:
    window = window_over(qtbot, session)
    window.go(Place("settings", form=page))
    assert twice(window) == []


def test_the_strips_of_the_entry_screen_share_no_letter(qtbot: QtBot, session: Session) -> None:
    screen = shown_screen(qtbot, session, "population.quarter")
    QApplication.clipboard().setText("1\n2")
    screen.grid.pasted.emit([["1"], ["2"]])
    qtbot.waitUntil(screen.paster.preview.isVisible)
    screen.line.ask("?", [("&In…", lambda: None), ("&Lưu thành PDF…", lambda: None)])
    assert twice(screen) == []


def test_an_underlined_letter_of_an_answer_answers(qtbot: QtBot) -> None:
    window, told = QWidget(), list[str]()
    line = EdgeLine(window)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    for count, keys in enumerate((Qt.Key.Key_L, Qt.Key.Key_2, Qt.Key.Key_1), start=1):
        line.ask("?", [("&In…", lambda: told.append("in")), ("&Lưu thành PDF…", lambda: told.append("luu"))])
        qtbot.waitUntil(line.answers[0].hasFocus)
        QTest.keyClick(line.answers[0], keys, Qt.KeyboardModifier.AltModifier)
        qtbot.waitUntil(lambda count=count: len(told) == count)  # type: ignore[misc]
    assert told == ["luu", "luu", "in"]


def test_the_page_of_keys_shares_no_letter_with_its_question(qtbot: QtBot, vietnamese: None) -> None:
    dialog = help_dialog(None, "vi")
    qtbot.addWidget(dialog)
    dialog.show()
    line = dialog.findChild(EdgeLine)
    assert line is not None
    line.ask("?", [("&In…", lambda: None), ("&Lưu thành PDF…", lambda: None)])
    assert "Alt+I" in letters(dialog)
    assert twice(dialog) == []
