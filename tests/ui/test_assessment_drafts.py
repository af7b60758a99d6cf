"""Texts that the score table did not take: there again with their assessment, also after the program was closed."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from data.periods import parse_period
from tests.ui.assessing import MADE_UP, answer, answer_cell, begin, go_to, shown, stored, wait
from ui.main_window import MainWindow
from ui.memory import Memory
from ui.models.assessment_model import DraftRole
from ui.screens.assessment import AssessmentScreen
from ui.session import Session

PLAIN, OTHER = "3.6", "1.5.1"
REFUSED = "chín rưỡi"


def refused(screen: AssessmentScreen, code: str = PLAIN) -> None:
    """Type something that is no answer."""
    go_to(screen, code)
    answer(screen, REFUSED)
    assert answer_cell(screen, code) == REFUSED


def of_year(qtbot: QtBot, session: Session, screen: AssessmentScreen, year: int) -> None:
    """Show the assessment of another year."""
    session.set_period(parse_period(f"{year}Q3"))
    qtbot.waitUntil(lambda: screen.sheet is not None and screen.sheet.year == year, timeout=10_000)
    wait(qtbot, screen)


def test_a_refused_text_waits_while_another_year_is_shown(qtbot: QtBot, session: Session) -> None:
    screen = shown(qtbot, session, MADE_UP)
    begin(session, MADE_UP, 2023)
    refused(screen)
    of_year(qtbot, session, screen, 2023)
    assert answer_cell(screen, PLAIN) != REFUSED
    of_year(qtbot, session, screen, 2024)
    assert answer_cell(screen, PLAIN) == REFUSED
    assert "1 nội dung gõ trước đây chưa nhận được" in screen.line.text
    assert stored(session, MADE_UP) == {}


def test_a_refused_text_is_there_again_after_the_program_was_closed(qtbot: QtBot, session: Session) -> None:
    screen = shown(qtbot, session, MADE_UP)
    refused(screen)
    window = MainWindow(session, Memory())
    qtbot.addWidget(window)
    window._screens["assessment"] = screen
    window.remember()
    later = MainWindow(session, Memory())
    qtbot.addWidget(later)
    with qtbot.waitExposed(later):
        later.show()
    again = later.show_screen("assessment", keys=True)
    assert isinstance(again, AssessmentScreen)
    qtbot.waitUntil(lambda: bool(again.model.rows), timeout=10_000)
    assert answer_cell(again, PLAIN) == REFUSED
    assert again.model.index(again.model.row_of(PLAIN), 3).data(DraftRole)


def test_what_was_taken_since_is_kept_no_longer(qtbot: QtBot, session: Session) -> None:
    screen = shown(qtbot, session, MADE_UP)
    refused(screen)
    assert REFUSED in screen.save_state()["drafts"]
    go_to(screen, PLAIN)
    answer(screen, "c")
    wait(qtbot, screen)
    assert screen.save_state()["drafts"] == ""


def test_texts_of_another_year_are_kept_as_well(qtbot: QtBot, session: Session) -> None:
    screen = shown(qtbot, session, MADE_UP)
    begin(session, MADE_UP, 2023)
    refused(screen)
    of_year(qtbot, session, screen, 2023)
    refused(screen, OTHER)
    assert screen.save_state()["drafts"].count(REFUSED) == 2


@pytest.mark.parametrize("spoilt", ["{", "[[2024]]", "3", '[["x", "", "", "", ""]]'])
def test_what_cannot_be_read_is_passed_over(qtbot: QtBot, session: Session, spoilt: str) -> None:
    screen = shown(qtbot, session, MADE_UP)
    screen.restore_state({"drafts": spoilt})
    assert screen.save_state()["drafts"] == ""


def test_a_text_of_an_item_that_is_gone_is_given_up(qtbot: QtBot, session: Session) -> None:
    screen = shown(qtbot, session, MADE_UP)
    begin(session, MADE_UP, 2023)
    screen.restore_state({"drafts": f'[[2023, "{MADE_UP}", "tu_cham", "99.9", "{REFUSED}"]]'})
    of_year(qtbot, session, screen, 2023)
    assert screen.model.drafts == {}
    assert screen.save_state()["drafts"] == ""
