"""Công việc: all columns within the window, at every width and text size; states aligned with their head."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from data import commands
from data.model import Attribution
from data.periods import parse_period
from tests.ui.conftest import NOW
from ui import theme
from ui.models.work_model import CLAUSE, NOTE, STATE, WHAT
from ui.screens.plan_work import PlanWorkScreen
from ui.session import Session

BY = Attribution(user="Lan", now=NOW)


@pytest.fixture
def screen(qtbot: QtBot, session: Session) -> PlanWorkScreen:
    """The work of the plan of 2024."""
    commands.bind_plans(session.store, ["lao-cai-2024"], BY)
    session.set_period(parse_period("2024Q3"))
    screen = PlanWorkScreen(session)
    qtbot.addWidget(screen)
    screen.resize(1200, 700)
    with qtbot.waitExposed(screen):
        screen.show()
    screen.activate()
    return screen


@pytest.mark.parametrize("width", [860, 1000, 1228])
@pytest.mark.parametrize("points", [10, 13])
def test_clause_state_and_note_are_always_seen(
    screen: PlanWorkScreen, qapp: QApplication, width: int, points: int
) -> None:
    before = qapp.font()
    try:
        theme.set_font(QFont(before.family(), points))
        screen.resize(width, 620)
        qapp.processEvents()
        table = screen.table
        right = table.columnViewportPosition(NOTE) + table.columnWidth(NOTE)
        assert right <= table.viewport().width()
        assert all(table.columnWidth(column) > 40 for column in (CLAUSE, WHAT, STATE, NOTE))
        assert not any(table.isColumnHidden(column) for column in (CLAUSE, WHAT, STATE, NOTE))
    finally:
        theme.set_font(before)


def test_the_columns_fit_a_window_that_was_resized_behind_the_screen(
    screen: PlanWorkScreen, qapp: QApplication
) -> None:
    screen.hide()
    screen.resize(860, 620)
    screen.show()
    qapp.processEvents()
    table = screen.table
    assert table.columnViewportPosition(NOTE) + table.columnWidth(NOTE) <= table.viewport().width()
