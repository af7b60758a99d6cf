"""Typing into the score table: words and figures, refusals that lose nothing, reasons, taking back, Vietnamese."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from data import assessment_queries
from data.people import Role
from tests.ui.assessing import (
    ENTER,
    MADE_UP,
    SHIPPED,
    answer,
    answer_cell,
    cell,
    figure,
    go_to,
    shown,
    stored,
    type_figures,
    wait,
)
from tests.ui.people import add
from tests.ui.tools import press, type_text
from ui.screens.assessment import AssessmentScreen
from ui.session import Session

BOUND, PLAIN, MANUAL, DEDUCTION = "1.2", "3.6", "1.5.1", "1.5.2"


def code_here(screen: AssessmentScreen) -> str:
    return screen.model.rows[screen.table.currentIndex().row()].code


@pytest.fixture
def bound(qtbot: QtBot, session: Session) -> AssessmentScreen:
    """The full table, with one item answered by the station's figures: yes."""
    type_figures(session, figure("resolution_includes_health", "2024", "true"))
    return shown(qtbot, session, MADE_UP)


@pytest.mark.parametrize(
    ("code", "typed", "kept", "shows"),
    [
        (PLAIN, "c", "yes", "Có"),
        (PLAIN, "có", "yes", "Có"),
        (PLAIN, "K", "no", "Không"),
        (PLAIN, "-", "n/a", "–"),
        (MANUAL, "1,5", "1.5", "1,5"),
        (DEDUCTION, "3", "3", "3"),
    ],
)
def test_an_answer_is_saved_in_its_canonical_form(
    qtbot: QtBot, session: Session, code: str, typed: str, kept: str, shows: str
) -> None:
    screen = shown(qtbot, session, MADE_UP)
    go_to(screen, code)
    answer(screen, typed)
    wait(qtbot, screen)
    assert stored(session, MADE_UP) == {code: (kept, "")}
    assert answer_cell(screen, code) == shows


def test_enter_goes_down_over_headings_and_up_with_shift(qtbot: QtBot, session: Session) -> None:
    screen = shown(qtbot, session, MADE_UP)
    go_to(screen, "1.4")
    press(ENTER)
    assert code_here(screen) == "1.5.1"
    press(ENTER, Qt.KeyboardModifier.ShiftModifier)
    assert code_here(screen) == "1.4"


@pytest.mark.parametrize(
    ("code", "typed", "said"),
    [
        (PLAIN, "9", "c (có), k (không)"),
        (MANUAL, "2,5", "cao hơn điểm chuẩn"),
        (MANUAL, "1,25", "bước điểm 0,5"),
        (MANUAL, "nhiều", "không phải số"),
    ],
)
def test_what_cannot_be_taken_is_said_and_stays(
    qtbot: QtBot, session: Session, code: str, typed: str, said: str
) -> None:
    screen = shown(qtbot, session, MADE_UP)
    go_to(screen, code)
    answer(screen, typed)
    assert said in screen.line.text
    assert code_here(screen) == code
    assert answer_cell(screen, code) == typed
    press(Qt.Key.Key_F2)
    editor = screen.table.open_editor()
    assert editor is not None
    assert editor.text() == typed
    editor.setText("1" if code == MANUAL else "c")
    press(ENTER, to=editor)
    wait(qtbot, screen)
    assert list(stored(session, MADE_UP)) == [code]


def test_against_a_figure_a_reason_is_asked_and_kept(qtbot: QtBot, bound: AssessmentScreen) -> None:
    go_to(bound, BOUND)
    answer(bound, "k")
    assert "số liệu của trạm là Có" in bound.reason.field.accessibleName()
    assert bound.reason.field.hasFocus()
    assert stored(bound.session, MADE_UP) == {}
    type_text("Nghị quyết hết hạn")
    press(ENTER)
    wait(qtbot, bound)
    assert stored(bound.session, MADE_UP) == {BOUND: ("no", "Nghị quyết hết hạn")}
    assert (answer_cell(bound, BOUND), cell(bound, BOUND)) == ("Không", "0")
    assert code_here(bound) == "1.3"


def test_without_a_reason_the_figure_counts_on(qtbot: QtBot, bound: AssessmentScreen) -> None:
    go_to(bound, BOUND)
    answer(bound, "k")
    press(Qt.Key.Key_Escape)
    wait(qtbot, bound)
    assert stored(bound.session, MADE_UP) == {}
    assert (answer_cell(bound, BOUND), cell(bound, BOUND)) == ("Có", "3")
    assert bound.table.hasFocus()


def test_the_same_as_the_figure_needs_no_reason_and_delete_lets_it_count_again(
    qtbot: QtBot, bound: AssessmentScreen
) -> None:
    go_to(bound, BOUND)
    answer(bound, "c")
    assert not bound.reason.isVisible()
    go_to(bound, BOUND)
    answer(bound, "k")
    type_text("vì")
    press(ENTER)
    wait(qtbot, bound)
    go_to(bound, BOUND)
    press(Qt.Key.Key_Delete)
    wait(qtbot, bound)
    assert stored(bound.session, MADE_UP) == {}
    assert cell(bound, BOUND) == "3"


def test_an_answer_is_taken_back_step_by_step(qtbot: QtBot, session: Session) -> None:
    screen = shown(qtbot, session, SHIPPED)
    for text in ("10", "11"):
        go_to(screen, "1")
        answer(screen, text)
        wait(qtbot, screen)
    kept = []
    for _ in range(3):
        qtbot.keyClick(screen.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)  # type: ignore[no-untyped-call]
        wait(qtbot, screen)
        kept.append(stored(session, SHIPPED).get("1", ("", ""))[0])
    assert kept == ["10", "", ""]
    assert "Không còn" in screen.line.text


def test_a_remark_stands_beside_an_answer(qtbot: QtBot, session: Session) -> None:
    screen = shown(qtbot, session, SHIPPED)
    qtbot.keyClick(screen.table, Qt.Key.Key_F2, Qt.KeyboardModifier.ShiftModifier)  # type: ignore[no-untyped-call]
    assert "Chưa có câu trả lời" in screen.line.text
    answer(screen, "10")
    wait(qtbot, screen)
    go_to(screen, "1")
    qtbot.keyClick(screen.table, Qt.Key.Key_F2, Qt.KeyboardModifier.ShiftModifier)  # type: ignore[no-untyped-call]
    type_text("thiếu biên bản")
    press(ENTER)
    wait(qtbot, screen)
    assert stored(session, SHIPPED) == {"1": ("10", "thiếu biên bản")}
    assert "thiếu biên bản" in screen.pane.toPlainText()


def test_a_composed_letter_is_not_cut_off(qtbot: QtBot, session: Session) -> None:
    screen = shown(qtbot, session, MADE_UP)
    go_to(screen, PLAIN)
    press(Qt.Key.Key_F2)
    editor = screen.table.open_editor()
    assert editor is not None
    type_text("c")
    QApplication.sendEvent(editor, QInputMethodEvent("ó", []))
    press(ENTER, to=editor)
    assert stored(session, MADE_UP) == {}
    done = QInputMethodEvent()
    done.setCommitString("ó")
    QApplication.sendEvent(editor, done)
    press(ENTER, to=editor)
    wait(qtbot, screen)
    assert stored(session, MADE_UP) == {PLAIN: ("yes", "")}


def test_typing_from_any_column_answers(qtbot: QtBot, session: Session) -> None:
    screen = shown(qtbot, session, SHIPPED)
    press(Qt.Key.Key_Left)
    press(Qt.Key.Key_Left)
    answer(screen, "12")
    wait(qtbot, screen)
    assert stored(session, SHIPPED) == {"1": ("12", "")}


def test_a_heading_takes_no_answer(qtbot: QtBot, session: Session) -> None:
    screen = shown(qtbot, session, MADE_UP)
    screen.table.go_to(0)
    type_text("5")
    assert "chấm từng nội dung" in screen.line.text


@pytest.mark.qt_log_ignore("does not support")
def test_the_answers_are_listed_with_alt_and_down(qtbot: QtBot, session: Session) -> None:
    screen = shown(qtbot, session, MADE_UP)
    go_to(screen, PLAIN)
    press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    menu = next(each for each in screen.table.findChildren(QMenu) if each.isVisible())
    assert [action.text().split("  ")[1] for action in menu.actions()] == ["Có", "Không", "không áp dụng"]
    menu.actions()[1].trigger()
    menu.close()
    wait(qtbot, screen)
    assert stored(session, MADE_UP) == {PLAIN: ("no", "")}


def test_who_types_figures_may_answer(qtbot: QtBot, session: Session) -> None:
    add(session, "Hoa", Role.ENTRY)
    session.set_user("Hoa")
    screen = shown(qtbot, session, SHIPPED)
    answer(screen, "12")
    wait(qtbot, screen)
    found = assessment_queries.assessed(session.store, 2024, SHIPPED).answers
    assert [(each.answer, each.stored_by) for each in found] == [("12", "Hoa")]
