"""The score table and everything beside it without a mouse: every field by Tab, every underlined letter once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from data.commands import open_station
from data.periods import parse_period
from tests.ui.assessing import ENTER, MADE_UP, SHIPPED, begin, go_to, import_table, shown, stored, wait
from tests.ui.conftest import NOW
from tests.ui.test_mnemonics import twice
from tests.ui.test_without_mouse import reachable, walked
from tests.ui.tools import press, settle
from ui.main_window import MainWindow
from ui.memory import Memory
from ui.screens.assessment import AssessmentScreen
from ui.session import Session


def window_on(qtbot: QtBot, session: Session, code: str = "") -> tuple[MainWindow, AssessmentScreen]:
    """The whole window on the page; with a set, on its table."""
    session.set_period(parse_period("2024Q3"))
    if code:
        import_table(session)
        begin(session, code)
    window = MainWindow(session, Memory())
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    screen = window.show_screen("assessment", keys=True)
    assert isinstance(screen, AssessmentScreen)
    qtbot.waitUntil(lambda: not screen.is_asking, timeout=10_000)
    screen.take_focus()
    return window, screen


@pytest.mark.parametrize("code", ["", SHIPPED, MADE_UP])
@pytest.mark.parametrize("tab", [0, 3])
def test_every_field_and_button_is_reached_with_tab(qtbot: QtBot, session: Session, code: str, tab: int) -> None:
    _window, screen = window_on(qtbot, session, code)
    screen.tabs.setCurrentIndex(tab)
    screen.take_focus()
    settle(qtbot, session)
    qtbot.wait(300)
    start = QApplication.focusWidget()
    assert start is not None
    missed = reachable(screen) - walked(start)
    assert [f"{type(widget).__name__} {widget.accessibleName()}" for widget in missed] == []


@pytest.mark.parametrize("strip", ["", "table", "layer", "new_layer", "question"])
def test_no_letter_stands_for_two_things(qtbot: QtBot, session: Session, strip: str) -> None:
    window, screen = window_on(qtbot, session, SHIPPED if strip else "")
    if strip == "layer":
        screen.layers.describe()
    elif strip == "new_layer":
        screen.layers.add()
    elif strip == "question":
        screen.line.ask("?", [("1", lambda: None)])
    assert twice(window) == []


def test_a_letter_composed_on_a_cell_opens_it(qtbot: QtBot, session: Session) -> None:
    screen = shown(qtbot, session, MADE_UP)
    go_to(screen, "3.6")
    QApplication.sendEvent(screen.table, QInputMethodEvent("c", []))
    editor = screen.table.open_editor()
    assert editor is not None
    done = QInputMethodEvent()
    done.setCommitString("có")
    QApplication.sendEvent(editor, done)
    press(ENTER, to=editor)
    wait(qtbot, screen)
    assert stored(session, MADE_UP) == {"3.6": ("yes", "")}


def test_a_file_that_is_only_read_shows_the_table_and_says_why_nothing_is_taken(qtbot: QtBot, session: Session) -> None:
    session.set_period(parse_period("2024Q3"))
    begin(session, SHIPPED)
    path, catalogue = session.path, session.catalogue
    session.close()
    reading = Session(open_station(path, writing=False), catalogue, lambda: NOW, "Lan", "vi")
    reading.set_period(parse_period("2024Q3"))
    screen = AssessmentScreen(reading)
    qtbot.addWidget(screen)
    with qtbot.waitExposed(screen):
        screen.show()
    screen.activate()
    qtbot.waitUntil(lambda: bool(screen.model.rows), timeout=10_000)
    screen.take_focus()
    press(Qt.Key.Key_5, text="5", to=screen.table)
    assert "chỉ để xem" in screen.line.text
    assert screen.table.open_editor() is None
    screen.layers.add()
    assert screen.layer_form.isHidden()
    reading.close()
