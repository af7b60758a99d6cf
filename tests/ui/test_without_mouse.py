"""Whatever can be clicked is reached with Tab, and out of the grid with Ctrl+Tab; F6 walks over the areas."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from data import commands
from data.model import Attribution
from data.periods import parse_period
from tests.ui.conftest import NOW
from tests.ui.tools import press, settle
from ui.main_window import MainWindow
from ui.memory import Memory
from ui.screens.registry import SCREENS
from ui.session import Session
from ui.widgets.entry_grid import EntryGrid

MOST_STEPS = 200


def reachable(screen: QWidget) -> set[QWidget]:
    """What takes the keys with Tab on a screen."""
    return {
        widget
        for widget in screen.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
    }


def walked(start: QWidget) -> set[QWidget]:
    """What has the keys one after the other, until it comes round."""
    seen: set[QWidget] = set()
    for _ in range(MOST_STEPS):
        focused = QApplication.focusWidget()
        assert focused is not None
        seen.add(focused)
        modifiers = (
            Qt.KeyboardModifier.ControlModifier if isinstance(focused, EntryGrid) else Qt.KeyboardModifier.NoModifier
        )
        press(Qt.Key.Key_Tab, modifiers)
        if QApplication.focusWidget() is start:
            break
    return seen


@pytest.mark.parametrize("name", [entry.name for entry in SCREENS])
def test_every_field_and_button_of_a_screen_is_reached_with_tab(qtbot: QtBot, session: Session, name: str) -> None:
    commands.bind_plans(session.store, ["lao-cai-2024"], Attribution(user="Lan", now=NOW))
    session.set_period(parse_period("2024Q3"))
    window = MainWindow(session, Memory())
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    screen = window.show_screen(name, keys=True)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    settle(qtbot, session)
    qtbot.wait(400)  # what is asked off the GUI thread has arrived
    start = QApplication.focusWidget()
    assert start is not None
    missed = reachable(screen) - walked(start)
    assert [f"{type(widget).__name__} {widget.accessibleName()}" for widget in missed] == []


def test_f6_walks_over_the_areas_of_the_window(qtbot: QtBot, session: Session) -> None:
    window = MainWindow(session, Memory())
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    screen = window.show_screen("data_entry", keys=True)
    places = []
    for _ in range(3):
        window._next_area()
        focused = QApplication.focusWidget()
        assert focused is not None
        places.append("rail" if focused is window.rail else "screen" if screen.isAncestorOf(focused) else "header")
    assert sorted(places) == ["header", "rail", "screen"]
