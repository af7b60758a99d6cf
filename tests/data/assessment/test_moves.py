"""An assessment in another version of its set: what is kept, what is lost, what is new."""

from __future__ import annotations

from data.assessment.definitions import Scored, Scoring
from data.assessment.moves import moved
from data.assessment.records import SELF_LAYER, Answer
from data.assessment.results import Place
from tests.data.assessment.test_evidence import assessed, make_item, make_paper, make_set

OLD = make_set(make_item("1.1"), make_item("1.2"), make_item("1.3"))
POINTS = Scored(max_points=1, scoring=Scoring.MANUAL)
NEW = make_set(make_item("1.1"), make_item("1.3", scored=POINTS), make_item("1.4"))


def answers(**found: str) -> tuple[Answer, ...]:
    return tuple(Answer(code.removeprefix("a").replace("_", "."), SELF_LAYER, text) for code, text in found.items())


def test_answers_and_papers_of_items_that_are_not_there_are_lost() -> None:
    recorded = assessed(make_paper(1, item="1.2"), make_paper(2), answers=answers(a1_1="yes", a1_2="no"))
    move = moved(OLD, NEW, recorded, Place())
    assert [answer.item for answer in move.gone] == ["1.2"]
    assert [paper.number for paper in move.papers] == [1]
    assert move.loses


def test_an_answer_that_does_not_suit_any_more_is_named() -> None:
    move = moved(OLD, NEW, assessed(answers=answers(a1_1="yes", a1_3="yes")), Place())
    assert [answer.item for answer in move.unfit] == ["1.3"]
    assert move.gone == ()


def test_what_is_new_is_no_loss() -> None:
    move = moved(OLD, NEW, assessed(answers=answers(a1_1="yes")), Place())
    assert move.added == ("1.4",)
    assert not move.loses
