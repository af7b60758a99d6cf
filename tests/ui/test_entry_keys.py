"""Excel's keys in the entry grid, a full disk, closing while figures are being written, and how little is painted."""

from __future__ import annotations

import resource
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QRegion
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from data import queries
from data.commands import open_station
from data.model import CellState
from data.periods import parse_period
from tests.ui.conftest import NOW
from tests.ui.test_data_entry import stored
from tests.ui.tools import press, settle, shown_screen, type_text
from ui import theme
from ui.main_window import MainWindow
from ui.memory import Memory
from ui.models.entry_model import FIRST_PART, StateRole
from ui.screens.data_entry import DataEntryScreen
from ui.session import Session

ENTER, TAB, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
POPULATION, EVENTS = "population.quarter", "vital_events.month"


@pytest.fixture(autouse=True)
def _third_quarter(session: Session) -> None:
    session.set_period(parse_period("2024Q3"))


def place(screen: DataEntryScreen) -> tuple[int, int]:
    """Row and typed column of the cursor."""
    index = screen.grid.currentIndex()
    return index.row(), index.column() - FIRST_PART


@contextmanager
def full_disk(path: Path) -> Iterator[None]:
    """No file of this process can grow beyond the size of the station file's journal."""
    journal = path.with_name(path.name + "-wal")
    old = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (journal.stat().st_size, old[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, old)


def test_enter_goes_down_over_the_sexes_and_back_with_shift(qtbot: QtBot, session: Session) -> None:
    screen = shown_screen(qtbot, session, POPULATION)
    places = []
    for modifiers in (Qt.KeyboardModifier.NoModifier,) * 4 + (SHIFT,):
        press(ENTER, modifiers)
        places.append(place(screen))
    assert places == [(1, 0), (2, 0), (3, 0), (4, 0), (3, 0)]
    assert [row.number for row in (screen.entry_model.form.rows if screen.entry_model.form else ())][:4] == [
        "1",
        "",
        "",
        "2",
    ]


def test_tab_goes_across_and_on_in_the_next_line(qtbot: QtBot, session: Session) -> None:
    screen = shown_screen(qtbot, session, EVENTS)
    places = []
    for key in (TAB, TAB, TAB, Qt.Key.Key_Backtab):
        press(key, SHIFT if key == Qt.Key.Key_Backtab else Qt.KeyboardModifier.NoModifier)
        places.append(place(screen))
    assert places == [(0, 1), (0, 2), (1, 0), (0, 2)]


def test_arrows_accept_what_was_typed_and_move(qtbot: QtBot, session: Session) -> None:
    screen = shown_screen(qtbot, session, EVENTS)
    for figure, key in (("5", Qt.Key.Key_Right), ("6", Qt.Key.Key_Down), ("7", Qt.Key.Key_Left), ("8", Qt.Key.Key_Up)):
        type_text(figure)
        press(key)
    settle(qtbot, session)
    shown = [[screen.entry_model.index(row, FIRST_PART + part).data() for part in (0, 1)] for row in (0, 1)]
    assert shown == [["5", "6"], ["8", "7"]]
    assert place(screen) == (0, 0)


def test_home_and_end_stay_among_the_typed_columns(qtbot: QtBot, session: Session) -> None:
    screen = shown_screen(qtbot, session, EVENTS)
    places = []
    for key, modifiers in (
        (Qt.Key.Key_End, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_End, CONTROL),
        (Qt.Key.Key_Home, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Home, CONTROL),
    ):
        press(key, modifiers)
        places.append(place(screen))
    last = screen.entry_model.rowCount() - 1
    assert places == [(0, 2), (last, 2), (last, 0), (0, 0)]


def test_escape_leaves_the_cell_as_it_was(qtbot: QtBot, session: Session) -> None:
    screen = shown_screen(qtbot, session, POPULATION)
    type_text("45")
    press(ENTER)
    press(Qt.Key.Key_Up)
    type_text("9")
    press(ESCAPE)
    settle(qtbot, session)
    assert [value.value for value in stored(session).values()] == ["45"]
    assert (place(screen), screen.grid.currentIndex().data()) == ((0, 0), "45")
    assert screen.grid.hasFocus()


def test_f2_offers_the_terms_of_a_sum(qtbot: QtBot, session: Session) -> None:
    screen = shown_screen(qtbot, session, POPULATION)
    type_text("12+7+9")
    press(ENTER)
    press(Qt.Key.Key_Up)
    assert screen.grid.currentIndex().data() == "28"
    press(Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    assert editor is not None
    assert editor.property("text") == "12+7+9"
    press(ESCAPE)


def test_a_column_is_copied_by_key_and_pasted_after_a_look(qtbot: QtBot, session: Session) -> None:
    screen = shown_screen(qtbot, session, EVENTS)
    for figure in ("5", "6"):
        type_text(figure)
        press(ENTER)
    press(Qt.Key.Key_Up, SHIFT)
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Down, SHIFT)
    press(Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text().splitlines()[-2:] == ["5", "6"]
    press(Qt.Key.Key_Up)
    press(TAB)
    press(Qt.Key.Key_V, CONTROL)
    assert screen.paster.preview.summary.text() == "2 ô sẽ đổi."
    press(ENTER)
    settle(qtbot, session)
    assert {period for _element, period, _category in stored(session)} == {"202407", "202408"}


def test_a_choice_is_taken_by_its_number(qtbot: QtBot, session: Session) -> None:
    screen = shown_screen(qtbot, session, "services.quarter")
    model = screen.entry_model
    screen.grid.setCurrentIndex(model.index(model.rowCount() - 1, FIRST_PART))
    type_text("2")
    press(TAB)
    settle(qtbot, session)
    assert [value.value for value in stored(session).values()] == ["false"]
    assert screen.grid.currentIndex().data() == "Không"


def test_a_text_with_two_readings_is_asked_once_and_typing_goes_on(qtbot: QtBot, session: Session) -> None:
    session.set_period(parse_period("2024"))
    screen = shown_screen(qtbot, session, "finance.year")
    for figure in ("1.234", "56"):
        type_text(figure)
        press(ENTER)
    qtbot.keyClick(screen.grid, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)  # type: ignore[no-untyped-call]
    qtbot.waitUntil(lambda: not screen.line.answers)  # a button is seen to go down first
    type_text("7.890")
    press(ENTER)
    settle(qtbot, session)
    assert not screen.line.answers
    assert sorted(value.value for value in stored(session).values()) == ["1234", "56", "7890"]


def test_a_draft_is_red_also_after_the_file_was_closed(qtbot: QtBot, session: Session) -> None:
    screen = shown_screen(qtbot, session, POPULATION)
    type_text("12a")
    press(ENTER)
    settle(qtbot, session)
    screen.close()
    session.close()
    again = Session(open_station(session.path, writing=True), session.catalogue, lambda: NOW, "Lan", "vi")
    again.set_period(parse_period("2024Q3"))
    index = shown_screen(qtbot, again, POPULATION).entry_model.index(0, FIRST_PART)
    assert (index.data(), index.data(StateRole)) == ("12a", CellState.DRAFT)
    assert index.data(Qt.ItemDataRole.ForegroundRole) == QColor(theme.LIGHT.bad)
    again.close()


@pytest.mark.skipif(sys.platform == "win32", reason="no limit of file sizes there")
def test_figures_that_do_not_fit_on_the_disk_stay_in_their_cells(qtbot: QtBot, session: Session) -> None:
    screen = shown_screen(qtbot, session, POPULATION)
    model = screen.entry_model
    type_text("4")
    press(ENTER)
    settle(qtbot, session)
    with full_disk(session.path):
        for figure in ("57", "812", "x1"):
            type_text(figure)
            press(ENTER)
            settle(qtbot, session)
        assert [model.index(row, FIRST_PART).data() for row in range(5)] == ["4", "57", "812", "x1", ""]
        assert [model.look(row, FIRST_PART).note for row in range(5)] == ["", *["chưa lưu"] * 3, ""]
        assert "3" in screen.line.text
        assert "đầy" in screen.line.text
        assert model.filled()[0] == 1
        assert screen.form_model.lines[screen.forms.currentIndex().row()].filled == 1
        assert screen.sentences.findItems("không mâu thuẫn", Qt.MatchFlag.MatchContains) == []
    type_text("58")
    press(ENTER)
    qtbot.waitUntil(lambda: not len(session.unsaved), timeout=5000)
    assert sorted(value.value for value in stored(session).values()) == ["4", "57", "58", "812", "x1"]
    assert not screen.line.isVisible()


@pytest.mark.skipif(sys.platform == "win32", reason="no limit of file sizes there")
def test_unsaved_figures_survive_another_form_and_are_retried_on_demand(qtbot: QtBot, session: Session) -> None:
    screen = shown_screen(qtbot, session, POPULATION)
    type_text("4")
    press(ENTER)
    settle(qtbot, session)
    with full_disk(session.path):
        type_text("57")
        press(ENTER)
        settle(qtbot, session)
        screen._next_form(1)
        assert "57" not in screen.line.text.replace(str(session.path), "")
        screen._next_form(-1)
        assert screen.entry_model.index(1, FIRST_PART).data() == "57"
    screen.line.answers[0].click()
    settle(qtbot, session)
    assert sorted(value.value for value in stored(session).values()) == ["4", "57"]
    assert not screen.entry_model.look(1, FIRST_PART).note


@pytest.mark.skipif(sys.platform == "win32", reason="no limit of file sizes there")
def test_the_window_asks_before_it_closes_over_unsaved_figures(qtbot: QtBot, session: Session) -> None:
    window = MainWindow(session, Memory())
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    screen = window.show_screen("data_entry", keys=True)
    assert isinstance(screen, DataEntryScreen)
    screen.forms.setCurrentIndex(screen.form_model.index(screen.form_model.row_of(POPULATION)))
    screen.grid.go_to()
    type_text("4")
    press(ENTER)
    settle(qtbot, session)
    with full_disk(session.path):
        type_text("57")
        press(ENTER)
        settle(qtbot, session)
        window.close()
        assert window.isVisible()
        assert "mất" in window.notice.text
    window.notice.answers[2].click()
    assert not window.isVisible()


def test_closing_waits_for_what_is_being_written(qtbot: QtBot, session: Session) -> None:
    window = MainWindow(session, Memory())
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    screen = window.show_screen("data_entry", keys=True)
    assert isinstance(screen, DataEntryScreen)
    screen.grid.setFocus()
    type_text("57")  # still in the editor when the window is asked to close
    window.close()
    assert window.isVisible()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=5000)
    assert [value.value for value in queries.data_values(session.store)] == ["57"]


def test_accepting_a_cell_paints_a_few_cells_only(
    qtbot: QtBot, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = shown_screen(qtbot, session, POPULATION)
    settle(qtbot, session)
    qtbot.wait(300)  # what was asked about the form is answered and painted
    painted: list[QRegion] = []
    paint = screen.grid.paint_region

    def watch(region: QRegion) -> None:
        painted.append(QRegion(region))
        paint(region)

    monkeypatch.setattr(screen.grid, "paint_region", watch)
    type_text("5")
    press(ENTER)
    QApplication.processEvents()
    line = screen.grid.rowHeight(0)
    assert painted
    assert all(area.height() <= 4 * line for region in painted for area in region)  # type: ignore[attr-defined]
