"""Keys of the entry grid beyond Enter and Tab, finding, help, and the page of keys, which tells the truth."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QCheckBox, QDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from data import commands
from data.model import Attribution, Category, CellState, DataValue
from data.periods import parse_period
from tests.ui.conftest import NOW
from tests.ui.test_data_entry import stored
from tests.ui.tools import press, settle, shown_screen, type_text
from ui.findings import collect
from ui.help_page import SECTIONS, help_section, help_text
from ui.main_window import MainWindow
from ui.memory import Memory
from ui.models.entry_model import FIRST_PART
from ui.screens.data_entry import DataEntryScreen
from ui.screens.entry_help import cell_help
from ui.screens.registry import SCREENS
from ui.screens.report_pages import TABS, ReportPages
from ui.screens.screen import Place
from ui.session import Session
from ui.widgets.date_field import DateField
from ui.widgets.search_box import matching

CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
ENTER, TAB, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape
UP, DOWN, LEFT, RIGHT = Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right
POPULATION, EVENTS = "population.quarter", "vital_events.month"
BY = Attribution(user="Lan", now=NOW)


@pytest.fixture(autouse=True)
def _third_quarter(session: Session) -> None:
    session.set_period(parse_period("2024Q3"))


def figure(element: str, period: str, text: str, state: CellState = CellState.FIGURE) -> DataValue:
    """One cell."""
    return DataValue(data_element=element, period=period, category=Category.DEFAULT, state=state, value=text)


def first_element(session: Session, form: str) -> str:
    """Code of the first line of a form."""
    return session.catalogue.data_sets[form].elements[0]


def place(screen: DataEntryScreen) -> tuple[int, int]:
    """Row and typed column of the cursor."""
    index = screen.grid.currentIndex()
    return index.row(), index.column() - FIRST_PART


def start(screen: DataEntryScreen, row: int = 0, part: int = 0) -> None:
    """Put the cursor on a cell."""
    screen.grid.go_to(screen.entry_model.cell(screen.entry_model.index(row, FIRST_PART + part)))


# --- moving ---------------------------------------------------------------------------------------------------------


def test_control_and_an_arrow_go_to_the_edge_of_what_is_filled(qtbot: QtBot, session: Session) -> None:
    screen = shown_screen(qtbot, session, POPULATION)
    last = screen.entry_model.rowCount() - 1
    for row in (0, 1, 2, 5, 6):
        start(screen, row)
        type_text("5")
        press(TAB)
    start(screen)
    places = []
    for key in (DOWN, DOWN, DOWN, DOWN, DOWN, UP, UP, UP):
        press(key, CONTROL)
        places.append(place(screen)[0])
    assert places == [2, 5, 6, last, last, 6, 5, 2]


def test_control_and_left_or_right_stay_among_the_months(qtbot: QtBot, session: Session) -> None:
    screen = shown_screen(qtbot, session, EVENTS)
    start(screen)
    places = []
    for key in (RIGHT, RIGHT, LEFT):
        press(key, CONTROL)
        places.append(place(screen))
    assert places == [(0, 2), (0, 2), (0, 0)]


def test_an_arrow_with_control_accepts_what_is_typed(qtbot: QtBot, session: Session) -> None:
    screen = shown_screen(qtbot, session, POPULATION)
    start(screen)
    type_text("57")
    press(DOWN, CONTROL)
    settle(qtbot, session)
    assert [value.value for value in stored(session).values()] == ["57"]
    assert place(screen)[0] == screen.entry_model.rowCount() - 1


def test_enter_in_the_last_cell_goes_on_and_keeps_the_question(qtbot: QtBot, session: Session) -> None:
    screen = shown_screen(qtbot, session, POPULATION)
    start(screen, screen.entry_model.rowCount() - 1)
    type_text("1,234")
    press(ENTER)
    assert screen.entry_model.form is not None
    assert screen.entry_model.form.data_set.code == EVENTS
    assert place(screen) == (0, 0)
    assert "“1,234”" in screen.line.text
    screen.line.answers[0].click()
    settle(qtbot, session)
    assert [value.value for value in stored(session).values()] == ["1234"]


def test_enter_passes_over_forms_that_are_not_kept(qtbot: QtBot, session: Session) -> None:
    screen = shown_screen(qtbot, session, POPULATION)
    screen.forms.keeping_asked.emit(screen.form_model.row_of(EVENTS))
    qtbot.waitUntil(lambda: not screen.form_model.lines[screen.form_model.row_of(EVENTS)].is_kept, timeout=5000)
    start(screen, screen.entry_model.rowCount() - 1)
    press(ENTER)
    assert screen.entry_model.form is not None
    assert screen.entry_model.form.data_set.code == "vital_events.quarter"


def test_control_and_tab_leave_the_grid_and_come_back(qtbot: QtBot, session: Session) -> None:
    screen = shown_screen(qtbot, session, POPULATION)
    press(TAB, CONTROL)
    assert not screen.grid.hasFocus()
    for _ in range(40):
        press(TAB, SHIFT)
        if screen.grid.hasFocus():
            break
    assert screen.grid.hasFocus()


# --- last period's figure, the date -----------------------------------------------------------------------------------


@pytest.mark.parametrize("row", [0, 1])
def test_the_last_periods_figure_is_taken_over_whatever_stands_beside(qtbot: QtBot, session: Session, row: int) -> None:
    code = first_element(session, POPULATION)
    commands.save_data_values(session.store, [figure(code, "2024Q2", "4100"), figure(code, "2023Q3", "4000")], BY)
    screen = shown_screen(qtbot, session, POPULATION)
    screen.head.compare.setCurrentIndex(row)
    start(screen)
    press(Qt.Key.Key_Apostrophe, CONTROL)
    settle(qtbot, session)
    assert stored(session)[code, "2024Q3", "default"].value == "4100"


def test_where_the_last_period_has_no_figure_nothing_happens_and_it_is_said(qtbot: QtBot, session: Session) -> None:
    screen = shown_screen(qtbot, session, POPULATION)
    press(Qt.Key.Key_Apostrophe, CONTROL)
    assert "chưa có số" in screen.line.text
    assert not stored(session)


def test_the_month_before_is_the_column_before(qtbot: QtBot, session: Session) -> None:
    screen = shown_screen(qtbot, session, EVENTS)
    start(screen)
    type_text("6")
    press(TAB)
    press(Qt.Key.Key_Apostrophe, CONTROL)
    settle(qtbot, session)
    assert {(period, value.value) for (_code, period, _sex), value in stored(session).items()} == {
        ("202407", "6"),
        ("202408", "6"),
    }


def test_the_date_is_refused_in_a_figure_cell_and_said_why(qtbot: QtBot, session: Session) -> None:
    screen = shown_screen(qtbot, session, POPULATION)
    press(Qt.Key.Key_Semicolon, CONTROL)
    assert "không nhận ngày" in screen.line.text
    type_text("5")
    press(Qt.Key.Key_Semicolon, CONTROL)
    assert QApplication.focusWidget().property("text") == "5"  # type: ignore[union-attr]
    press(ENTER)
    settle(qtbot, session)
    assert [value.value for value in stored(session).values()] == ["5"]


def test_the_date_is_typed_where_a_day_is(qtbot: QtBot, session: Session) -> None:
    holder = QWidget()
    holder.session = session  # type: ignore[attr-defined]
    qtbot.addWidget(holder)
    field = DateField("Ngày", parent=holder)
    press(Qt.Key.Key_Semicolon, CONTROL, to=field)
    field.editingFinished.emit()
    assert (field.text(), field.day) == ("03/10/2024", session.today)


def test_the_date_is_typed_into_the_comment_of_a_cell(qtbot: QtBot, session: Session) -> None:
    screen = shown_screen(qtbot, session, POPULATION)
    start(screen)
    type_text("5")
    press(TAB)
    settle(qtbot, session)
    start(screen)
    screen.comments.write_comment()
    press(Qt.Key.Key_Semicolon, CONTROL)
    assert QApplication.focusWidget().property("text") == "03/10/2024"  # type: ignore[union-attr]


# --- finding ---------------------------------------------------------------------------------------------------------


def test_a_line_is_found_without_tone_marks_and_enter_goes_to_the_next(qtbot: QtBot, session: Session) -> None:
    screen = shown_screen(qtbot, session, POPULATION)
    qtbot.keyClick(screen.grid, Qt.Key.Key_F, CONTROL)  # type: ignore[no-untyped-call]
    assert screen.finder.field.hasFocus()
    type_text("nguoi chuyen")
    names = [row.element.name_vi if not row.is_part else "" for row in screen.entry_model.form.rows]  # type: ignore[union-attr]
    assert names[place(screen)[0]] == "Số người chuyển đến"
    press(ENTER)
    assert names[place(screen)[0]] == "Số người chuyển đi"
    assert screen.finder.found.text() == "2/2"
    press(ESCAPE)
    assert screen.grid.hasFocus()
    assert not screen.finder.isVisible()
    assert names[place(screen)[0]] == "Số người chuyển đi"


def test_what_is_not_in_the_form_leads_back_to_the_cell(qtbot: QtBot, session: Session) -> None:
    screen = shown_screen(qtbot, session, POPULATION)
    start(screen, 2)
    screen.finder.start()
    type_text("xyz")
    assert "không có trong phiếu" in screen.finder.found.text()
    press(ESCAPE)
    assert place(screen) == (2, 0)


def test_everything_with_a_name_is_found_with_or_without_tone_marks(session: Session) -> None:
    from data.numbers import bare

    opened: list[Place] = []
    findings = collect(session.catalogue, opened.append)
    texts = [bare(finding.text) for finding in findings]
    for typed, kind in (
        ("Nhap so lieu", "màn hình"),
        ("dan so (quy)", "phiếu nhập"),
        ("bao cao tien do lao cai", "báo cáo"),
        ("ty le nguoi dan tham gia bao hiem", "chỉ tiêu"),
        ("so nguoi chuyen den", "trường số liệu"),
    ):
        found = matching(findings, texts, typed)
        assert kind in [each.kind for each in found], typed
        next(each for each in found if each.kind == kind).open()
    assert [each.screen for each in opened] == ["data_entry", "data_entry", "reports", "indicators", "data_entry"]
    assert opened[2].plan


# --- help ------------------------------------------------------------------------------------------------------------


def test_help_for_a_cell_says_what_it_is(qtbot: QtBot, session: Session) -> None:
    screen = shown_screen(qtbot, session, POPULATION)
    cell = screen.grid.current_cell()
    assert cell is not None
    page = cell_help(session, cell)
    element = session.catalogue.data_elements[cell.data_element]
    for word in (element.name_vi, "người; chỉ nhận số nguyên", "hằng quý", "Nguồn", "bằng nam + nữ", "Ctrl+'"):
        assert word in page
    assert "{" not in page


def test_every_cell_has_help(session: Session) -> None:
    from ui.models.entry_rows import CellId

    for code in session.catalogue.data_elements:
        assert code not in cell_help(session, CellId(code, "2024Q3", Category.DEFAULT)).split()


def test_f1_opens_the_help_of_the_cell_and_the_keys_elsewhere(
    qtbot: QtBot, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    titles: list[str] = []
    monkeypatch.setattr(QDialog, "exec", lambda dialog: titles.append(dialog.windowTitle()))
    window = MainWindow(session, Memory())
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    screen = window.show_screen("data_entry", keys=True)
    assert isinstance(screen, DataEntryScreen)
    screen.forms.setCurrentIndex(screen.form_model.index(screen.form_model.row_of(POPULATION)))
    screen.grid.go_to()
    window._show_help()
    window.show_screen("settings", keys=True)
    window._show_help()
    name = session.catalogue.data_elements[first_element(session, POPULATION)].name_vi
    assert titles == [name, "Trợ giúp: các phím"]


# --- the page of keys ------------------------------------------------------------------------------------------------

PORTABLE = {
    "←": "Left", "→": "Right", "↑": "Up", "↓": "Down", "Enter": "Return", "PgDn": "PgDown", "−": "-", "Delete": "Del",
}  # fmt: skip
IN_WIDGETS = {
    "Tab", "Shift+Tab", "Esc", "Return", "Shift+Return", "PgUp", "PgDown", "F2", "Home", "End", "Ctrl+Home", "Ctrl+End",
    "Ctrl+Left", "Ctrl+'", "Ctrl+;", "Alt+Down", "Ctrl+C", "Ctrl+V", "Ctrl+Tab", "Ctrl+Shift+Tab", "Ctrl+H", "Del",
    "Alt+1", "Alt+2", "Ctrl+G",
}  # fmt: skip
"""Keys that a widget takes itself; each has a test of its own here or beside the widget."""


def bound_keys(window: MainWindow) -> set[str]:
    """Every key that the window, its screens and their menus bind, and letters underlined on data entry."""
    keys = {shortcut.key().toString() for shortcut in window.findChildren(QShortcut)}
    keys |= {action.shortcut().toString() for action in window.findChildren(QAction)}
    buttons = (*window.screen_named("data_entry").findChildren(QPushButton), *window.findChildren(QCheckBox))
    return (keys | {button.shortcut().toString() for button in buttons}) - {""}


def told_keys(language: str) -> set[str]:
    """The keys of the page, in the writing of Qt."""
    heads = re.findall(r"^\| ([^|]+) \|", help_text(language), re.MULTILINE)
    found = re.findall(
        r"(?:(?:Ctrl|Shift|Alt)\+)+[^\s,…|]+|F\d+|\b(?:Tab|Esc|Enter|PgUp|PgDn|Home|End|Delete)\b", "\n".join(heads)
    )
    told = set()
    for key in found:
        *modifiers, last = [part or "+" for part in re.split(r"(?<=[a-z])\+", key)]
        told.add("+".join([*modifiers, PORTABLE.get(last, last)]))
    return told


@pytest.fixture
def whole_window(qtbot: QtBot, session: Session) -> MainWindow:
    """The window with every screen and every tab of the reports built."""
    window = MainWindow(session, Memory())
    qtbot.addWidget(window)
    window.people()
    for entry in SCREENS:
        window.screen_named(entry.name)
    reports = window.screen_named("reports")
    assert isinstance(reports, ReportPages)
    for tab in TABS:
        reports.page_named(tab.name)
    return window


def test_the_page_tells_no_key_that_is_not_bound(whole_window: MainWindow) -> None:
    assert told_keys("vi") - bound_keys(whole_window) - IN_WIDGETS == set()


def test_every_bound_key_is_told(whole_window: MainWindow) -> None:
    same = {"Ctrl+=", "Ctrl+Shift+="}  # the plus sign of other keyboards
    screens = {f"Ctrl+{number}" for number in range(1, len(SCREENS) + 1)}  # told as a span
    keys = {key for key in bound_keys(whole_window) if not re.fullmatch(r"Alt\+\D|Esc", key)}
    assert keys - told_keys("vi") - same - screens == set()


def test_both_languages_tell_the_same_keys_but_for_underlined_letters() -> None:
    letters = re.compile(r"Alt\+[A-Z]")
    vietnamese, english = (
        {key for key in told_keys(language) if not letters.fullmatch(key)} for language in ("vi", "en")
    )
    assert vietnamese == english
    assert help_text("vi").count("\n## ") == help_text("en").count("\n## ") == len(SECTIONS)
    assert "Ctrl+'" in help_section("vi", "entry")


def test_keys_of_qt_are_read_as_they_are_written() -> None:
    assert QKeySequence("Ctrl+PgDown").toString() == "Ctrl+PgDown"
