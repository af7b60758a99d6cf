"""Undo and redo that survive a restart, and "back to how it was at …" for one form."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from data import commands, queries
from data.commands import open_station
from data.model import Attribution, Category, CellState, DataValue
from data.periods import parse_period
from tests.ui.conftest import NOW
from tests.ui.test_data_entry import stored
from tests.ui.tools import press, settle, shown_screen, type_text
from ui.models.entry_model import FIRST_PART
from ui.screens.data_entry import DataEntryScreen
from ui.screens.entry_rewind import RewindDialog
from ui.session import Session

ENTER = Qt.Key.Key_Return
CONTROL = Qt.KeyboardModifier.ControlModifier
POPULATION, COVERAGE = "population.quarter", "coverage.quarter"


@pytest.fixture(autouse=True)
def _third_quarter(session: Session) -> None:
    session.set_period(parse_period("2024Q3"))


def type_figures(qtbot: QtBot, screen: DataEntryScreen, *figures: str) -> None:
    """Figures down the form, each on disk before the next."""
    for figure in figures:
        type_text(figure)
        press(ENTER)
        settle(qtbot, screen.session)


def undo(qtbot: QtBot, screen: DataEntryScreen, key: Qt.Key = Qt.Key.Key_Z) -> None:
    """Ctrl+Z (or Ctrl+Y) in the grid, and what it takes until it is on disk."""
    qtbot.keyClick(screen.grid, key, CONTROL)  # type: ignore[no-untyped-call]
    settle(qtbot, screen.session)


def shown(screen: DataEntryScreen, rows: int) -> list[str]:
    """The first cells of the form as they read."""
    return [str(screen.entry_model.index(row, FIRST_PART).data()) for row in range(rows)]


def test_a_figure_is_taken_back_and_typed_again_by_key(qtbot: QtBot, session: Session) -> None:
    screen = shown_screen(qtbot, session, POPULATION)
    type_figures(qtbot, screen, "4120", "2090")
    undo(qtbot, screen)
    assert shown(screen, 2) == ["4.120", ""]
    assert screen.grid.currentIndex().row() == 1
    assert screen.line.text.startswith("Hoàn tác: 2.090 ở ‘")
    undo(qtbot, screen, Qt.Key.Key_Y)
    assert shown(screen, 2) == ["4.120", "2.090"]
    assert screen.line.text.startswith("Làm lại: 2.090 ở ‘")
    assert sorted(value.value for value in stored(session).values()) == ["2090", "4120"]


def test_what_is_still_on_its_way_to_the_disk_is_taken_back_first(qtbot: QtBot, session: Session) -> None:
    screen = shown_screen(qtbot, session, POPULATION)
    for figure in ("4120", "2090"):
        type_text(figure)
        press(ENTER)
    undo(qtbot, screen)
    assert shown(screen, 2) == ["4.120", ""]
    assert screen.entry_model.pending_count == 0
    assert [value.value for value in stored(session).values()] == ["4120"]


def test_a_figure_typed_after_the_key_stays(qtbot: QtBot, session: Session) -> None:
    screen = shown_screen(qtbot, session, POPULATION)
    type_figures(qtbot, screen, "4120")
    press(Qt.Key.Key_Up)
    screen.undoer.undo_last()
    type_text("77")
    press(ENTER)
    settle(qtbot, session)
    assert shown(screen, 1) == ["77"]
    assert screen.entry_model.pending_count == 0
    assert [value.value for value in stored(session).values()] == ["77"]


def test_undo_survives_a_restart(qtbot: QtBot, session: Session) -> None:
    screen = shown_screen(qtbot, session, POPULATION)
    type_figures(qtbot, screen, "4120", "2090")
    screen.close()
    session.close()
    again = Session(open_station(session.path, writing=True), session.catalogue, lambda: NOW, "Lan", "vi")
    again.set_period(parse_period("2024Q3"))
    later = shown_screen(qtbot, again, POPULATION)
    for _ in range(2):
        undo(qtbot, later)
    assert shown(later, 2) == ["", ""]
    assert not stored(again)
    undo(qtbot, later)
    assert "Không còn gì để hoàn tác" in later.line.text
    again.close()


def test_a_paste_is_one_step(qtbot: QtBot, session: Session) -> None:
    screen = shown_screen(qtbot, session, POPULATION)
    QGuiApplication.clipboard().setText("4120\n2090\n2030")
    press(Qt.Key.Key_V, CONTROL)
    screen.paster.preview.accept.click()
    settle(qtbot, session)
    undo(qtbot, screen)
    assert not stored(session)
    assert screen.line.text == "Hoàn tác: dán 3 ô"


def test_emptied_cells_are_one_step(qtbot: QtBot, session: Session) -> None:
    screen = shown_screen(qtbot, session, POPULATION)
    type_figures(qtbot, screen, "4120", "2090")
    screen.grid.go_to(screen.entry_model.cell(screen.entry_model.index(0, FIRST_PART)))
    press(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    press(Qt.Key.Key_Delete)
    settle(qtbot, session)
    assert not stored(session)
    undo(qtbot, screen)
    assert shown(screen, 2) == ["4.120", "2.090"]


def test_the_cursor_goes_to_the_cell_in_its_own_form_and_period(qtbot: QtBot, session: Session) -> None:
    screen = shown_screen(qtbot, session, POPULATION)
    type_figures(qtbot, screen, "4120")
    session.set_period(parse_period("2024Q2"))
    screen.forms.setCurrentIndex(screen.form_model.index(screen.form_model.row_of(COVERAGE)))
    undo(qtbot, screen)
    form = screen.entry_model.form
    assert form is not None
    assert (form.data_set.code, session.period.code) == (POPULATION, "2024Q3")
    assert screen.grid.currentIndex().row() == 0
    assert shown(screen, 1) == [""]


def test_the_menu_names_what_would_be_taken_back(qtbot: QtBot, session: Session) -> None:
    screen = shown_screen(qtbot, session, POPULATION)
    type_figures(qtbot, screen, "4120")
    menu = screen.head.tools.menu()
    menu.aboutToShow.emit()
    qtbot.waitUntil(lambda: any("4.120 ở" in action.text() for action in menu.actions()), timeout=5000)
    assert "Làm lại: không còn gì" in [action.text() for action in menu.actions()]


def test_figures_of_somebody_else_are_not_taken_back(qtbot: QtBot, session: Session) -> None:
    screen = shown_screen(qtbot, session, POPULATION)
    type_figures(qtbot, screen, "4120")
    session.set_user("Mai")
    undo(qtbot, screen)
    assert [value.value for value in stored(session).values()] == ["4120"]


def test_a_form_goes_back_to_an_earlier_moment_in_one_step(qtbot: QtBot, session: Session) -> None:
    screen = shown_screen(qtbot, session, POPULATION)
    type_figures(qtbot, screen, "4120", "2090", "2030")
    form = screen.entry_model.form
    assert form is not None
    moments = queries.moments(session.store, form.data_set.elements, ["2024Q3"])
    dialog = RewindDialog(screen, form, moments)
    qtbot.addWidget(dialog)
    assert dialog.moments.item(0).text().split("\n") == [
        "03/10/2024 14:05:09 · Lan · nhập",
        "Dân số đầu kỳ – nam: trống → 2.090",
    ]
    dialog.moments.setCurrentRow(1)
    qtbot.waitUntil(lambda: len(dialog.values) == 2, timeout=5000)
    assert [dialog.cells.index(row, 2).data() for row in range(2)] == ["2.090", "2.030"]
    assert [dialog.cells.index(row, 3).data() for row in range(2)] == ["trống", "trống"]
    screen.save(dialog.values, kind="rewind")
    settle(qtbot, session)
    assert shown(screen, 3) == ["4.120", "", ""]
    undo(qtbot, screen)
    assert shown(screen, 3) == ["4.120", "2.090", "2.030"]
    assert screen.line.text == "Hoàn tác: đưa 2 ô về lúc trước"


def test_a_form_that_was_never_typed_has_no_moments(qtbot: QtBot, session: Session) -> None:
    other = DataValue(
        data_element="insured_persons", period="2024Q3", category=Category.DEFAULT, state=CellState.FIGURE, value="5"
    )
    commands.save_data_values(session.store, [other], Attribution(user="Lan", now=NOW))
    screen = shown_screen(qtbot, session, POPULATION)
    screen.rewinder.ask()
    qtbot.waitUntil(lambda: "không có lúc nào" in screen.line.text, timeout=5000)
