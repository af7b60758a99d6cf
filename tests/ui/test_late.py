"""Figures changed after their report was sent: said once, with room for the reason; listed until sent once more."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from data import commands, queries
from data.model import Category, CellState, DataValue, ObligationProgress, ObligationState
from tests.ui.tools import press, settle, shown_screen, type_text
from ui.models.entry_rows import CellId
from ui.models.work_model import STATE
from ui.screens.data_entry import DataEntryScreen
from ui.screens.due_late import Resent, late_lines, mark_resent
from ui.screens.due_list import DueListScreen
from ui.screens.plan_work import PlanWorkScreen
from ui.screens.screen import Place
from ui.session import Session

DUTY = "lao-cai-2024/rd1"
CELL = CellId("population_end", "2024Q3", Category.DEFAULT)


@pytest.fixture
def sent(session: Session) -> Session:
    """The report of the third quarter was sent with 4.127 inhabitants."""
    value = DataValue(*CELL, CellState.FIGURE, "4127")
    commands.save_data_values(session.store, [value], session.by())
    state = ObligationState(DUTY, "2024Q3", ObligationProgress.DONE)
    commands.save_obligation_state(session.store, state, session.by())
    return session


@pytest.fixture
def screen(qtbot: QtBot, sent: Session) -> DataEntryScreen:
    """The form that holds the figure, the cursor on it."""
    screen = shown_screen(qtbot, sent, "population.quarter")
    qtbot.waitUntil(lambda: screen.late._known is not None, timeout=5000)
    screen.grid.go_to(CELL)
    return screen


def change(qtbot: QtBot, screen: DataEntryScreen, text: str) -> None:
    screen.grid.setFocus()
    screen.grid.go_to(CELL)
    type_text(text)
    press(Qt.Key.Key_Return, text="\r")
    settle(qtbot, screen.session)


def test_changing_a_figure_that_was_sent_is_said_once(qtbot: QtBot, screen: DataEntryScreen) -> None:
    change(qtbot, screen, "4130")
    qtbot.waitUntil(lambda: "đã gửi ngày 03/10/2024" in screen.line.text, timeout=5000)
    assert "báo cáo đính chính" in screen.line.text
    screen.line.clear()
    before = screen.late._known
    change(qtbot, screen, "4131")
    qtbot.waitUntil(lambda: screen.late._known != before, timeout=5000)
    assert "đính chính" not in screen.line.text


def test_the_reason_becomes_comment_and_reason_of_the_action(qtbot: QtBot, screen: DataEntryScreen) -> None:
    change(qtbot, screen, "4130")
    qtbot.waitUntil(lambda: bool(screen.line.answers), timeout=5000)
    screen.line.answers[0].click()
    screen.late.reason.field.setText("Đếm sót thôn Cuống")
    press(Qt.Key.Key_Return, text="\r", to=screen.late.reason.field)
    settle(qtbot, screen.session)
    (value,) = queries.data_values(screen.session.store)
    assert "Đếm sót thôn Cuống" in value.comment
    newest = queries.history(screen.session.store, *CELL)[0]
    assert (newest.why, newest.new_value) == ("Đếm sót thôn Cuống", "4130")


def test_a_report_without_a_day_is_marked_sent_in_the_due_list_and_taken_back(qtbot: QtBot, session: Session) -> None:
    commands.bind_plans(session.store, ["lao-cai-2023-ntm"], session.by())
    start = DueListScreen(session)
    qtbot.addWidget(start)
    with qtbot.waitExposed(start):
        start.show()
    start.activateWindow()
    (row,) = [
        row
        for row, line in enumerate(start.model.lines)
        if line.report is not None and line.side == "kế hoạch không ghi ngày"
    ]
    start.view.setCurrentIndex(start.model.index(row))
    QTest.keyClick(start.view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert start.sent.day.day == session.today
    start.sent.receiver.setText("Trung tâm Y tế")
    press(Qt.Key.Key_Return, text="\r", to=start.sent.receiver)
    settle(qtbot, session)
    (state,) = queries.obligation_states(session.store, "lao-cai-2023-ntm")
    assert (state.period, state.state) == ("2024Q3", ObligationProgress.DONE)
    assert state.note == "gửi ngày 03/10/2024, nơi nhận: Trung tâm Y tế"
    start._fill()
    (row,) = [row for row, line in enumerate(start.model.lines) if state.note in line.detail]
    assert start.model.lines[row].side == "đã gửi"
    assert start.view.currentIndex().row() == row  # the cursor stays on its report
    start.sent.button.click()
    settle(qtbot, session)
    assert queries.obligation_states(session.store, "lao-cai-2023-ntm")[0].state is ObligationProgress.NOT_DONE


def test_a_report_is_marked_sent_in_the_work_list(qtbot: QtBot, session: Session) -> None:
    commands.bind_plans(session.store, ["lao-cai-2024"], session.by())
    work = PlanWorkScreen(session)
    qtbot.addWidget(work)
    work.show()
    work.everything.setChecked(True)
    work.activate()
    row = next(row for row, each in enumerate(work.model.rows) if each.item_id == DUTY)
    work.table.setCurrentIndex(work.model.index(row, STATE))
    work.sent.button.click()
    work.sent.accept.click()
    settle(qtbot, session)
    (state,) = queries.obligation_states(session.store, "lao-cai-2024")
    assert (state.item_id, state.state) == (DUTY, ObligationProgress.DONE)
    assert "03/10/2024" in state.note


def test_a_figure_that_no_sent_report_rests_on_is_not_spoken_of(qtbot: QtBot, screen: DataEntryScreen) -> None:
    mark_resent(screen.session, Resent(DUTY, "2024Q3"))
    settle(qtbot, screen.session)
    commands.save_obligation_state(
        screen.session.store, ObligationState(DUTY, "2024Q3", ObligationProgress.NOT_DONE), screen.session.by()
    )
    before = screen.late._known = {"x": frozenset()}
    change(qtbot, screen, "4130")
    qtbot.waitUntil(lambda: screen.late._known is not before, timeout=5000)
    assert "đính chính" not in screen.line.text


def test_the_due_list_tells_who_when_and_what_until_it_is_sent_again(qtbot: QtBot, sent: Session) -> None:
    commands.save_data_values(sent.store, [DataValue(*CELL, CellState.FIGURE, "4130")], sent.by("kiểm tra lại"))
    (head, note, cell, answer) = late_lines(sent)
    assert "đã sửa sau khi gửi: 1 ô" in head.side
    assert "03/10/2024" in note.title
    assert (cell.side, cell.place) == ("4.127 → 4.130", Place("data_entry", cell=CELL))
    assert "Lan" in cell.detail
    assert "kiểm tra lại" in cell.detail
    start = DueListScreen(sent)
    qtbot.addWidget(start)
    start.show()
    start.activate()
    qtbot.waitUntil(lambda: answer in start.model.lines, timeout=5000)
    start.view.opened.emit(answer.place)
    settle(qtbot, sent)
    assert late_lines(sent) == []
    qtbot.waitUntil(lambda: answer not in start.model.lines, timeout=5000)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (DataValue(*CELL, CellState.NOT_REPORTED), "4.127 → để trống"),
        (DataValue(*CELL, CellState.NOT_APPLICABLE), "4.127 → –"),
        (DataValue(*CELL, CellState.DRAFT, "41?7"), "4.127 → “41?7”"),
    ],
)
def test_every_state_of_a_cell_is_told(sent: Session, value: DataValue, shown: str) -> None:
    commands.save_data_values(sent.store, [value], sent.by())
    assert [line.side for line in late_lines(sent) if line.sign == "warning"] == [shown]


def test_many_cells_are_counted(sent: Session) -> None:
    values = [
        DataValue(code, period, Category.DEFAULT, CellState.FIGURE, "7")
        for code in ("population_end", "insured_persons", "households_total", "population_start", "live_births")
        for period in ("2024Q1", "2024Q2", "2024Q3", "202401", "202402", "202403", "202404", "202405")
    ]
    commands.save_data_values(sent.store, values, sent.by())
    lines = late_lines(sent)
    assert sum(line.sign == "warning" for line in lines) == 12
    assert any(line.title.startswith("và ") for line in lines)
    assert date(2024, 10, 3) == sent.today
