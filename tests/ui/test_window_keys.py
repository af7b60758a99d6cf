"""Keys of the window: period calendar, search, help, leaving; who types and which station stand in its frame."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QTextBrowser
from pytestqt.qtbot import QtBot

from data import commands
from data.model import Attribution
from data.periods import parse_period
from tests.ui.conftest import NOW
from tests.ui.tools import press, settle, type_text
from ui.help_page import help_dialog
from ui.main_window import MainWindow
from ui.memory import Memory
from ui.screens.due_list import DueListScreen
from ui.screens.registry import SCREENS
from ui.screens.screen import Place
from ui.screens.settings import SettingsScreen
from ui.session import Session
from ui.widgets.edge_line import EdgeLine
from ui.widgets.period_picker import _Calendar
from ui.words import period_name


@pytest.fixture
def window(qtbot: QtBot, session: Session) -> MainWindow:
    """The window over the new station file, shown."""
    window = MainWindow(session, Memory())
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    return window


@pytest.fixture
def calendar(qtbot: QtBot, window: MainWindow) -> _Calendar:
    """The little calendar of the third quarter of 2024, its signals led as the picker leads them; not popped up."""
    picker = window.header.picker
    calendar = _Calendar(parse_period("2024Q3"), picker)
    calendar.chosen.connect(picker.chosen)
    calendar.chosen.connect(lambda _period: picker.closed.emit())
    return calendar


def keys(calendar: _Calendar, *pressed: Qt.Key) -> None:
    """Keys to the button that has the focus in the calendar."""
    for key in pressed:
        press(key, to=calendar.focusWidget())


def test_the_chosen_period_has_the_keys_and_the_mark(calendar: _Calendar) -> None:
    focused = calendar.focusWidget()
    marked = [button.text() for row in calendar._buttons for button in row if button.isDefault()]
    assert marked == ["Quý III/2024"]
    assert focused.accessibleName() == "Quý III/2024"


def test_another_year_keeps_the_place_and_marks_nothing(calendar: _Calendar) -> None:
    keys(calendar, Qt.Key.Key_PageUp)
    assert calendar.focusWidget().accessibleName() == "Quý III/2023"
    assert not any(button.isDefault() for row in calendar._buttons for button in row)


def test_up_and_down_move_rows(calendar: _Calendar) -> None:
    keys(calendar, Qt.Key.Key_Down)
    assert calendar.focusWidget().accessibleName() == period_name(parse_period("2024M9"))
    keys(calendar, Qt.Key.Key_Up, Qt.Key.Key_Up)
    assert calendar.focusWidget().accessibleName() == "Tháng 11/2024"


def test_enter_chooses_and_the_work_takes_the_keys(window: MainWindow, calendar: _Calendar) -> None:
    window.header.picker.setFocus()
    keys(calendar, Qt.Key.Key_PageUp, Qt.Key.Key_Return)
    assert window.session.period == parse_period("2023Q3")
    assert window.current_screen().isAncestorOf(QApplication.focusWidget() or window)


def test_no_letter_of_the_header_takes_a_key_from_a_screen(window: MainWindow) -> None:
    labels = window.header.findChildren(QLabel)
    assert [label.text() for label in labels if label.buddy() is not None] == []


def test_search_says_when_nothing_is_found_and_esc_empties_it(window: MainWindow) -> None:
    window.header.search.start(None)
    type_text("zzzz")
    assert any("zzzz" in text for text in window.header.search.findings_shown())
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Escape)
    assert window.header.search.text() == ""
    assert window.header.search.findings_shown() == []


def test_help_lists_the_keys_in_both_languages(qtbot: QtBot) -> None:
    for language in ("vi", "en"):
        dialog = help_dialog(None, language)
        qtbot.addWidget(dialog)
        text = dialog.findChild(QTextBrowser).toPlainText()  # type: ignore[union-attr]
        assert all(key in text for key in ("Ctrl+K", "Ctrl+PgUp", "Ctrl+Z", "F6", f"Ctrl+{len(SCREENS)}"))


def test_the_status_bar_says_who_types(window: MainWindow) -> None:
    assert "Trưởng trạm" in window._who.text()
    window.session.set_user("Trần Thị Mai")
    assert "Trần Thị Mai" in window._who.text()


def test_without_a_name_nobody_is_made_up(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("USER", "USERNAME"):
        monkeypatch.delenv(name, raising=False)
    window.session.set_user("")
    assert window.session.by().user not in ("", "Sổ Trạm")
    assert "chưa" in window._who.text()


def test_another_name_of_the_station_stands_in_the_header_at_once(qtbot: QtBot, window: MainWindow) -> None:
    session, by = window.session, Attribution(user="Lan", now=NOW)
    session.write(lambda: commands.save_setting(session.store, "name", session.today, "Trạm Y tế xã Hợp Thành", by))
    settle(qtbot, session)
    assert window.header.station.text() == "Trạm Y tế xã Hợp Thành"
    assert "Hợp Thành" in window.windowTitle()


def test_a_lead_to_a_page_gives_its_first_field_the_keys(qtbot: QtBot, window: MainWindow) -> None:
    window.go(Place("settings", form="plans"))
    screen = window.current_screen()
    assert isinstance(screen, SettingsScreen)
    assert window.focusWidget() is next(iter(screen.plan_boxes.values()))


def test_the_first_step_that_is_not_done_is_marked(qtbot: QtBot, window: MainWindow) -> None:
    session, by = window.session, Attribution(user="Lan", now=NOW)
    session.write(lambda: commands.bind_plans(session.store, ["lao-cai-2024"], by))
    settle(qtbot, session)
    screen = window.screen_named("due_list")
    assert isinstance(screen, DueListScreen)
    screen._refresh()
    line = screen.model.lines[screen.view.currentIndex().row()]
    assert line.title == "2. Điền thông tin của trạm"


def test_esc_in_the_rail_closes_the_line_that_asks_first(window: MainWindow) -> None:
    window.notice.say("Đã lưu.", "done")
    line = window.show_screen("plan_work").findChildren(EdgeLine)[0]
    line.ask("Thật không?", [("Có", lambda: None)], takes_keys=False)
    window.rail.setFocus()
    QTest.keyClick(window.rail, Qt.Key.Key_Escape)
    assert (line.isVisible(), window.notice.isVisible()) == (False, True)
    QTest.keyClick(window.rail, Qt.Key.Key_Escape)
    assert not window.notice.isVisible()
