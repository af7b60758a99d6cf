"""The pages around the self-assessment, as they stand in the window: no letter twice, everything reached with Tab."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from data.periods import parse_period
from tests.ui.assessment_sets import CODE, begun, made_up_table
from tests.ui.test_mnemonics import twice
from tests.ui.test_without_mouse import reachable, walked
from tests.ui.tools import settle
from ui.main_window import MainWindow
from ui.memory import Memory
from ui.screens.assessment import AssessmentScreen
from ui.screens.assessment_pages import BUILDERS
from ui.screens.criteria_page import SubPage
from ui.screens.criteria_sets import CriteriaSetsPage
from ui.screens.evidence import EvidencePage
from ui.screens.recognition import RecognitionPage
from ui.session import Session
from ui.widgets.review_page import Review


def opened(qtbot: QtBot, session: Session, name: str) -> tuple[MainWindow, SubPage]:
    """A page in the window, about the made-up table's assessment of 2024."""
    begun(session, 2024, made_up_table(session))
    session.set_period(parse_period("2024"))
    window = MainWindow(session, Memory())
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    screen = window.show_screen("assessment", keys=True)
    assert isinstance(screen, AssessmentScreen)
    settle(qtbot, session)
    qtbot.waitUntil(lambda: not session.tasks._jobs, timeout=10_000)
    screen.pages.open(name)
    qtbot.waitUntil(lambda: not session.tasks._jobs, timeout=10_000)
    (page,) = [each for each in window.findChildren(SubPage) if each.isVisible()]
    page.show_about(2024, CODE)
    qtbot.waitUntil(lambda: not session.tasks._jobs, timeout=10_000)
    page.take_focus()
    return window, page


@pytest.mark.parametrize("name", BUILDERS)
def test_everything_is_reached_with_tab_and_no_letter_stands_twice(qtbot: QtBot, session: Session, name: str) -> None:
    window, page = opened(qtbot, session, name)
    assert twice(window) == []
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    start = QApplication.focusWidget()
    assert start is not None
    missed = reachable(page) - walked(start)
    assert [f"{type(widget).__name__} {widget.accessibleName()}" for widget in missed] == []


def test_forms_and_the_editor_share_no_letter_with_their_page(qtbot: QtBot, session: Session) -> None:
    window, page = opened(qtbot, session, "evidence")
    assert isinstance(page, EvidencePage)
    page.add()
    assert twice(window) == []


def test_the_form_of_recognition_shares_no_letter(qtbot: QtBot, session: Session) -> None:
    window, page = opened(qtbot, session, "recognition")
    assert isinstance(page, RecognitionPage)
    page.add()
    assert twice(window) == []


def test_the_editor_and_the_preview_share_no_letter(qtbot: QtBot, session: Session) -> None:
    window, page = opened(qtbot, session, "sets")
    assert isinstance(page, CriteriaSetsPage)
    page.edit()
    assert twice(window) == []
    page.editor.leave_editor()
    page.review.show_review(Review("Chuyển", "2024", "…", ["một"], accept="&Chuyển lần chấm", needs_reason=True))
    page.pages.setCurrentWidget(page.review)
    assert twice(window) == []
