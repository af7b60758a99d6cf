"""Ctrl+Z and Ctrl+Y on the page: only what stands on view, answers and efforts alike."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from data import assessment_queries
from data.assessment.records import SELF_LAYER, ItemChoice, Layer
from data.assessment_commands import save_layer
from tests.ui.assessing import BY, SHIPPED, answer, go_to, shown, stored, wait
from tests.ui.tools import press
from ui.screens.assessment import AssessmentScreen
from ui.screens.assessment_actions import ActionsView
from ui.session import Session

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ACTIONS, TURNING, TEAM = 3, 4, "Sở Y tế"


@pytest.fixture
def answered(qtbot: QtBot, session: Session) -> AssessmentScreen:
    """The shipped set with 12 points for its first criterion, typed on this page."""
    screen = shown(qtbot, session, SHIPPED)
    answer(screen, "12")
    wait(qtbot, screen)
    return screen


def efforts(screen: AssessmentScreen) -> list[ItemChoice]:
    return list(assessment_queries.assessed(screen.session.store, 2024, SHIPPED).choices)


def keys(qtbot: QtBot, screen: AssessmentScreen, to: QWidget, code: Qt.Key, more: bool = False) -> None:
    qtbot.keyClick(to, code, CONTROL | SHIFT if more else CONTROL)  # type: ignore[no-untyped-call]
    wait(qtbot, screen)


def actions(qtbot: QtBot, screen: AssessmentScreen) -> ActionsView:
    screen.tabs.setCurrentIndex(ACTIONS)
    view = screen.views[ACTIONS - 1]
    assert isinstance(view, ActionsView)
    qtbot.waitUntil(lambda: bool(view.model.lines), timeout=10_000)
    view.take_focus()
    view.table.choose("4")
    return view


@pytest.mark.parametrize(("code", "more"), [(Qt.Key.Key_Y, False), (Qt.Key.Key_Z, True)])
def test_what_was_taken_back_is_done_again(qtbot: QtBot, answered: AssessmentScreen, code: Qt.Key, more: bool) -> None:
    keys(qtbot, answered, answered.table, Qt.Key.Key_Z)
    assert stored(answered.session, SHIPPED) == {}
    keys(qtbot, answered, answered.table, code, more)
    assert stored(answered.session, SHIPPED) == {"1": ("12", "")}
    keys(qtbot, answered, answered.table, code, more)
    assert "làm lại" in answered.line.text


def test_typing_anew_leaves_nothing_to_do_again(qtbot: QtBot, answered: AssessmentScreen) -> None:
    keys(qtbot, answered, answered.table, Qt.Key.Key_Z)
    go_to(answered, "2")
    answer(answered, "5")
    wait(qtbot, answered)
    keys(qtbot, answered, answered.table, Qt.Key.Key_Y)
    assert stored(answered.session, SHIPPED) == {"2": ("5", "")}


def test_an_effort_is_taken_back_and_done_again_where_it_was_typed(qtbot: QtBot, answered: AssessmentScreen) -> None:
    view = actions(qtbot, answered)
    press(Qt.Key.Key_1)
    wait(qtbot, answered)
    assert [(each.item, each.effort) for each in efforts(answered)] == [("4", 1)]
    keys(qtbot, answered, view.table, Qt.Key.Key_Z)
    assert efforts(answered) == []
    assert "Nội dung 4 trở lại là" in answered.line.text
    keys(qtbot, answered, view.table, Qt.Key.Key_Y)
    assert [(each.item, each.effort) for each in efforts(answered)] == [("4", 1)]
    assert stored(answered.session, SHIPPED) == {"1": ("12", "")}


def test_an_answer_stays_while_efforts_or_a_tab_without_typing_are_on_view(
    qtbot: QtBot, answered: AssessmentScreen
) -> None:
    view = actions(qtbot, answered)
    keys(qtbot, answered, view.table, Qt.Key.Key_Z)
    assert "nằm ở “Tự chấm”" in answered.line.text
    answered.tabs.setCurrentIndex(TURNING)
    keys(qtbot, answered, answered.tabs, Qt.Key.Key_Z)
    assert stored(answered.session, SHIPPED) == {"1": ("12", "")}


def test_an_answer_stays_while_another_layer_is_on_view(qtbot: QtBot, answered: AssessmentScreen) -> None:
    answered.session.write(lambda: save_layer(answered.session.store, Layer(2024, SHIPPED, TEAM), BY))
    qtbot.waitUntil(lambda: answered.sheet is not None and len(answered.sheet.layers) == 2, timeout=10_000)
    answered.head.layer_chosen.emit(TEAM)
    keys(qtbot, answered, answered.table, Qt.Key.Key_Z)
    assert "Ở đây không có gì đổi" in answered.line.text
    assert (answered.layer, stored(answered.session, SHIPPED)) == (TEAM, {"1": ("12", "")})
    answered.head.layer_chosen.emit(SELF_LAYER)
    keys(qtbot, answered, answered.table, Qt.Key.Key_Z)
    assert stored(answered.session, SHIPPED) == {}


def test_nothing_left_says_that_undo_ends_with_the_session(qtbot: QtBot, session: Session) -> None:
    screen = shown(qtbot, session, SHIPPED)
    keys(qtbot, screen, screen.table, Qt.Key.Key_Z)
    assert "trong phiên làm việc này" in screen.line.text


def test_another_digit_than_an_effort_is_refused(qtbot: QtBot, answered: AssessmentScreen) -> None:
    actions(qtbot, answered)
    press(Qt.Key.Key_7)
    assert "từ 1 (ít) đến 5" in answered.line.text
    assert efforts(answered) == []
