"""What is due of the yearly self-assessment: the title that runs out, the year not scored yet."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import pytest
from pytestqt.qtbot import QtBot

from data import assessment_commands, commands
from data.assessment.records import SELF_LAYER, Answer, Assessment, RecognitionKind, RecognitionRecord
from data.model import Category, CellState, DataValue
from ui.models.agenda_model import AgendaLine
from ui.screens.due_list import DueListScreen
from ui.screens.due_recognition import recognition_lines
from ui.screens.screen import Place
from ui.session import Session

HEAD = Assessment(year=2021, criteria_set="1300-QD-BYT", version="abc")
FIGURE = DataValue("population_end", "2024Q3", Category.DEFAULT, CellState.FIGURE, "4127")


class Term(NamedTuple):
    """When a title of 2021 ends, and when it was taken back."""

    last: date
    withdrawn: date | None = None


def recognise(session: Session, term: Term) -> None:
    """Record the title of 2021."""
    assessment_commands.start_assessment(session.store, HEAD, session.by())
    record = RecognitionRecord(
        year=2021,
        criteria_set=HEAD.criteria_set,
        kind=RecognitionKind.NEW,
        decision="7/QĐ-UBND",
        decided_on=date(2022, 3, 1),
        issuer="UBND tỉnh",
        valid_from=date(2022, 3, 1),
        valid_to=term.last,
        withdrawn_on=term.withdrawn,
    )
    assessment_commands.save_recognition(session.store, record, session.by())


def line_of(session: Session) -> AgendaLine:
    """The first line under the heading."""
    return recognition_lines(session)[1]


def test_a_new_file_owes_nothing(session: Session) -> None:
    assert recognition_lines(session) == []


def test_a_year_with_figures_waits_to_be_scored(session: Session) -> None:
    commands.save_data_values(session.store, [FIGURE], session.by())
    head, line = recognition_lines(session)
    assert (head.kind, line.title) == ("head", "Chưa tự chấm điểm năm 2024")
    assert line.place == Place("assessment", period="2024")


def test_the_first_answer_takes_the_line_away(session: Session) -> None:
    commands.save_data_values(session.store, [FIGURE], session.by())
    scored = HEAD._replace(year=2024)
    assessment_commands.save_answers(
        session.store, session.catalogue, scored, [Answer("1", SELF_LAYER, "10")], session.by()
    )
    assert recognition_lines(session) == []


@pytest.mark.parametrize(
    ("term", "side", "shade"),
    [
        (Term(date(2025, 10, 3)), "còn 365 ngày", "text"),
        (Term(date(2024, 12, 1)), "còn 59 ngày", "warn"),
        (Term(date(2024, 10, 1)), "hết hạn 2 ngày trước", "bad"),
        (Term(date(2027, 3, 1), date(2024, 5, 2)), "bị thu hồi ngày 02/05/2024", "bad"),
    ],
)
def test_the_title_that_runs_out_says_how_long_is_left(session: Session, term: Term, side: str, shade: str) -> None:
    recognise(session, term)
    line = line_of(session)
    assert (line.side, line.shade, line.place) == (side, shade, Place("assessment", form="recognition"))
    assert line.detail.startswith("Quyết định số 7/QĐ-UBND")


def test_a_title_far_from_its_end_leaves_only_the_year_to_score(session: Session) -> None:
    recognise(session, Term(date(2027, 3, 1)))
    assert [line.title for line in recognition_lines(session)[1:]] == ["Chưa tự chấm điểm năm 2024"]


def test_the_lines_stand_in_the_list_after_the_first_paint(qtbot: QtBot, session: Session) -> None:
    commands.save_data_values(session.store, [FIGURE], session.by())
    screen = DueListScreen(session)
    qtbot.addWidget(screen)
    screen.show()
    titles = [line.title for line in screen.model.lines]
    assert "Chưa tự chấm điểm năm 2024" not in titles
    screen.activate()
    qtbot.waitUntil(
        lambda: any(line.title == "Chưa tự chấm điểm năm 2024" for line in screen.model.lines), timeout=5000
    )
