"""Việc cần làm: papers that the newest self-assessment lacks."""

from __future__ import annotations

from datetime import date

from pytestqt.qtbot import QtBot

from data import assessment_commands, assessment_queries
from data.assessment.records import Assessed, Evidence
from tests.ui.assessment_sets import BY, CODE, SHIPPED, begun, made_up_table
from ui.screens.due_evidence import evidence_lines
from ui.screens.screen import Place
from ui.session import Session


def assessed(session: Session) -> list[Assessed]:
    store = session.store
    return [
        assessment_queries.assessed(store, each.year, each.criteria_set)
        for each in assessment_queries.assessments(store)
    ]


def test_missing_and_expired_papers_are_counted_and_lead_to_their_page(session: Session) -> None:
    begun(session, 2024, made_up_table(session))
    ended = Evidence(2024, CODE, "2.1", "Hợp đồng", valid_until=date(2024, 1, 1))
    assessment_commands.save_evidence(session.store, [ended], BY)
    (line,) = evidence_lines(session, assessed(session))
    assert line.title.startswith("Minh chứng năm 2024: ")
    assert "1 hết hạn" in line.title
    assert line.shade == "bad"
    assert line.place == Place("assessment", form="evidence", plan=CODE, period="2024")


def test_a_set_that_asks_for_nothing_and_old_years_are_no_work(session: Session) -> None:
    begun(session, 2024, assessment_queries.criteria_set(session.store, SHIPPED))
    assert evidence_lines(session, assessed(session)) == []
    assert evidence_lines(session, []) == []


def test_a_year_long_past_is_no_work(session: Session) -> None:
    begun(session, 2022, made_up_table(session))
    assert evidence_lines(session, assessed(session)) == []


def test_the_lead_opens_the_page_about_that_set(qtbot: QtBot, session: Session) -> None:
    from ui.main_window import MainWindow
    from ui.memory import Memory
    from ui.screens.evidence import EvidencePage

    begun(session, 2024, made_up_table(session))
    window = MainWindow(session, Memory())
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    (line,) = evidence_lines(session, assessed(session))
    assert isinstance(line.place, Place)
    window.go(line.place)
    (page,) = window.findChildren(EvidencePage)
    assert page.about[:2] == (2024, CODE)
    qtbot.waitUntil(lambda: not session.tasks._jobs, timeout=10_000)
    assert page.isVisible()
