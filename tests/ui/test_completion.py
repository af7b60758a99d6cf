"""A form is marked complete when nothing is open, else with a reason; then it is locked until it is opened again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from data import commands, queries
from data.model import Category, CellState, DataValue
from data.people import AccountChange, Role
from data.periods import parse_period
from tests.ui.tools import press, settle, shown_screen, type_text
from ui.models.entry_rows import CellId
from ui.models.form_model import StateRole
from ui.screens.data_entry import DataEntryScreen
from ui.session import Session

FORM = "population.quarter"


@pytest.fixture
def screen(qtbot: QtBot, session: Session) -> DataEntryScreen:
    """The quarterly population form of a new station."""
    return shown_screen(qtbot, session, FORM)


def fill(qtbot: QtBot, session: Session) -> None:
    """Every cell of the form not applicable."""
    elements = session.catalogue.data_sets[FORM].elements
    values = [DataValue(code, "2024Q3", Category.DEFAULT, CellState.NOT_APPLICABLE) for code in elements]
    session.write(lambda: commands.save_data_values(session.store, values, session.by()))
    settle(qtbot, session)


def known(qtbot: QtBot, screen: DataEntryScreen, words: str) -> None:
    qtbot.waitUntil(lambda: words in screen.completion.strip.text.text(), timeout=5000)


def complete(qtbot: QtBot, screen: DataEntryScreen) -> None:
    screen.completion.turn()
    qtbot.waitUntil(lambda: bool(queries.completions(screen.session.store)), timeout=5000)
    known(qtbot, screen, "khóa")


def test_the_strip_counts_what_is_open(qtbot: QtBot, screen: DataEntryScreen) -> None:
    needed = len(screen.session.catalogue.data_sets[FORM].elements)
    known(qtbot, screen, f"Chưa hoàn thành: {needed} ô trống")


def test_a_full_form_is_completed_without_a_reason_and_locked(
    qtbot: QtBot, session: Session, screen: DataEntryScreen
) -> None:
    fill(qtbot, session)
    complete(qtbot, screen)
    (done,) = queries.completions(session.store)
    assert (done.data_set, done.period, done.reason, done.stored_by) == (FORM, "2024Q3", "", "Lan")
    assert screen.entry_model.locked == {"2024Q3"}
    assert not screen.entry_model.flags(screen.grid.currentIndex()) & Qt.ItemFlag.ItemIsEditable


def test_an_open_form_asks_for_a_reason_and_lists_what_is_open(
    qtbot: QtBot, session: Session, screen: DataEntryScreen
) -> None:
    strip = screen.completion.strip
    screen.completion.turn()
    qtbot.waitUntil(lambda: strip.is_asking, timeout=5000)
    assert strip.open.count() == len(session.catalogue.data_sets[FORM].elements)
    assert not strip.accept.isEnabled()
    strip.reason.setText("Chờ công an xã xác nhận")
    strip.accept.click()
    qtbot.waitUntil(lambda: bool(queries.completions(session.store)), timeout=5000)
    assert queries.completions(session.store)[0].reason == "Chờ công an xã xác nhận"
    known(qtbot, screen, "lý do: Chờ công an xã xác nhận")


def test_what_is_open_leads_to_its_cell(qtbot: QtBot, screen: DataEntryScreen) -> None:
    strip = screen.completion.strip
    screen.completion.turn()
    qtbot.waitUntil(lambda: strip.is_asking, timeout=5000)
    strip.open.setCurrentRow(2)
    press(Qt.Key.Key_Return, text="\r", to=strip.open)
    cell = screen.entry_model.cell(screen.grid.currentIndex())
    assert cell is not None
    assert cell.data_element == session_element(screen, 2)


def session_element(screen: DataEntryScreen, place: int) -> str:
    return screen.session.catalogue.data_sets[FORM].elements[place]


def test_typing_into_a_locked_cell_changes_nothing_and_says_the_way_out(
    qtbot: QtBot, session: Session, screen: DataEntryScreen
) -> None:
    fill(qtbot, session)
    complete(qtbot, screen)
    screen.grid.setFocus()
    type_text("5")
    assert "đã hoàn thành và khóa" in screen.line.text
    settle(qtbot, session)
    assert all(value.state is CellState.NOT_APPLICABLE for value in queries.data_values(session.store))
    screen.line.answers[0].click()
    assert screen.completion.strip.is_asking


def test_opening_again_needs_a_reason_that_the_log_keeps(
    qtbot: QtBot, session: Session, screen: DataEntryScreen
) -> None:
    fill(qtbot, session)
    complete(qtbot, screen)
    screen.completion.turn()
    strip = screen.completion.strip
    press(Qt.Key.Key_Return, text="\r", to=strip.reason)
    assert queries.completions(session.store)
    strip.reason.setText("Gõ nhầm dân số")
    press(Qt.Key.Key_Return, text="\r", to=strip.reason)
    qtbot.waitUntil(lambda: not queries.completions(session.store), timeout=5000)
    qtbot.waitUntil(lambda: not screen.entry_model.locked, timeout=5000)


def test_the_list_of_forms_shows_a_completed_one_with_a_lock(
    qtbot: QtBot, session: Session, screen: DataEntryScreen
) -> None:
    fill(qtbot, session)
    complete(qtbot, screen)
    index = screen.form_model.index(screen.form_model.row_of(FORM))
    qtbot.waitUntil(lambda: index.data(StateRole) == "lock", timeout=5000)
    assert "đã khóa" in index.data(Qt.ItemDataRole.AccessibleTextRole)


def test_who_only_types_cannot_complete_and_is_told_why(
    qtbot: QtBot, session: Session, screen: DataEntryScreen
) -> None:
    commands.save_account(session.store, AccountChange(name="Hoa", role=Role.ENTRY), session.by())
    session.set_user("Hoa")
    strip = screen.completion.strip
    assert not strip.button.isEnabled()
    assert "Hoa" in strip.button.toolTip()
    screen.completion.turn()
    assert "Hoa" in strip.text.text()
    assert not queries.completions(session.store)


def test_a_period_that_has_not_begun_cannot_be_completed(
    qtbot: QtBot, session: Session, screen: DataEntryScreen
) -> None:
    session.set_period(parse_period("2025Q1"))
    strip = screen.completion.strip
    assert not strip.button.isEnabled()
    screen.completion.turn()
    assert "chưa bắt đầu" in strip.text.text()


def test_esc_leaves_the_question_and_the_form_open(qtbot: QtBot, session: Session, screen: DataEntryScreen) -> None:
    strip = screen.completion.strip
    screen.completion.turn()
    qtbot.waitUntil(lambda: strip.is_asking, timeout=5000)
    press(Qt.Key.Key_Escape, to=strip.reason)
    assert not strip.is_asking
    assert not queries.completions(session.store)


def test_an_unusual_figure_is_asked_about_once_before_the_form_is_locked(qtbot: QtBot, session: Session) -> None:
    past = ("2022Q3", "2022Q4", "2023Q1", "2023Q2", "2023Q3", "2023Q4", "2024Q1", "2024Q2")
    history = {period: str(745 + place) for place, period in enumerate(past)} | {"2024Q3": "7520"}
    elements = session.catalogue.data_sets[FORM].elements
    values = [DataValue(code, "2024Q3", Category.DEFAULT, CellState.NOT_APPLICABLE) for code in elements]
    values += [
        DataValue("women_15_49_married", period, Category.DEFAULT, CellState.FIGURE, value)
        for period, value in history.items()
    ]
    session.write(lambda: commands.save_data_values(session.store, values, session.by()))
    settle(qtbot, session)
    screen = shown_screen(qtbot, session, FORM)
    screen.completion.turn()
    qtbot.waitUntil(screen.line.isVisible, timeout=5000)
    assert "1 số lạ: hoàn thành luôn hay xem lại?" in screen.line.text
    assert queries.completions(session.store) == ()
    screen.line.answers[1].click()
    assert screen.grid.current_cell() == CellId("women_15_49_married", "2024Q3", Category.DEFAULT)
    screen.completion.turn()
    qtbot.waitUntil(screen.line.isVisible, timeout=5000)
    screen.line.answers[0].click()
    qtbot.waitUntil(lambda: bool(queries.completions(session.store)), timeout=5000)


def test_contradictions_stand_before_blanks_and_down_leads_to_them(
    qtbot: QtBot, session: Session, screen: DataEntryScreen
) -> None:
    figures = {"population_end": "141", "population_male_end": "148"}
    values = [DataValue(code, "2024Q3", Category.DEFAULT, CellState.FIGURE, text) for code, text in figures.items()]
    session.write(lambda: commands.save_data_values(session.store, values, session.by()))
    settle(qtbot, session)
    strip = screen.completion.strip
    screen.completion.turn()
    qtbot.waitUntil(lambda: strip.is_asking, timeout=5000)
    assert "141" in strip.open.sentence(0).text
    assert strip.open.sentence(1).text.startswith("ô trống: ")
    press(Qt.Key.Key_Down)
    assert strip.open.hasFocus()
    assert strip.open.currentRow() == 0
