"""The register of evidence: what is missing, expired or about to expire, and what may be carried over."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from data.assessment.definitions import (
    CriteriaSet,
    Criterion,
    Item,
    PassRule,
    RegionVariant,
    Scored,
    Scoring,
)
from data.assessment.evidence import (
    AskedPaper,
    EvidenceState,
    FileState,
    answered,
    carried_over,
    counted,
    days_left,
    judged_on,
    open_lines,
    work_list,
)
from data.assessment.records import NOT_APPLICABLE, SELF_LAYER, Answer, Assessed, Assessment, Evidence
from data.assessment.results import Place

TODAY = date(2024, 10, 3)
DECISION, MINUTES = "Quyết định kiện toàn Ban Chỉ đạo", "Biên bản họp"
YES_NO = Scored(max_points=1, scoring=Scoring.YES_NO)


def make_item(code: str, *evidence: str, **changes: object) -> Item:
    fields: dict[str, Any] = {"code": code, "text_vi": code, "scored": YES_NO, "evidence": evidence}
    fields.update(changes)
    return Item(**fields)


def make_set(*items: Item) -> CriteriaSet:
    """BẢNG THỬ with one criterion."""
    criterion = Criterion(number="1", name_vi="Một", max_points=len(items), items_complete=True, items=items)
    return CriteriaSet(
        id="THU",
        version="a",
        title_vi="BẢNG THỬ",
        decision="",
        valid_from=date(2020, 1, 1),
        valid_to=None,
        total_points=len(items),
        point_step=1,
        pass_rule=PassRule(80, 50, no_knock_out=True, knock_out_items_known=True, denominator="full"),
        criteria=(criterion,),
        certainty="thử",
    )


def make_paper(number: int, title: str = DECISION, **changes: object) -> Evidence:
    fields: dict[str, Any] = {"year": 2024, "criteria_set": "THU", "item": "1.1", "title": title, "number": number}
    fields.update(changes)
    return Evidence(**fields)


def assessed(*papers: Evidence, year: int = 2024, answers: tuple[Answer, ...] = ()) -> Assessed:
    return Assessed(Assessment(year, "THU", "a"), evidence=papers, answers=answers)


SET = make_set(make_item("1.1", DECISION, MINUTES), make_item("1.2"))


def words(*papers: Evidence, **files: FileState) -> list[tuple[str, str, int | None]]:
    tasks = work_list(SET, assessed(*papers), Place(), TODAY, {int(key[1:]): state for key, state in files.items()})
    return [(task.state.value, task.asked, task.days) for task in tasks]


def test_what_is_asked_for_and_not_there_is_missing() -> None:
    assert words() == [("missing", DECISION, None), ("missing", MINUTES, None)]
    assert words(make_paper(1, asked=DECISION)) == [("missing", MINUTES, None)]


def test_a_paper_without_a_line_answers_none_and_is_listed_apart() -> None:
    plan = make_paper(1, "Kế hoạch hoạt động năm")
    assert words(plan) == [("missing", DECISION, None), ("missing", MINUTES, None)]
    lines = (AskedPaper(DECISION), AskedPaper(MINUTES), AskedPaper("", (plan,)))
    assert answered(SET.criteria[0].items[0], [plan]) == lines
    assert answered(SET.criteria[0].items[1], [plan]) == (AskedPaper("", (plan,)),)


def test_lines_are_open_that_no_valid_paper_answers() -> None:
    item = SET.criteria[0].items[0]
    ended = make_paper(1, asked=DECISION, valid_until=date(2024, 10, 2))
    assert open_lines(item, [ended, make_paper(2, item="1.2", asked=MINUTES)], TODAY) == (DECISION, MINUTES)
    assert open_lines(item, [make_paper(3, asked=DECISION), make_paper(4)], TODAY) == (MINUTES,)


@pytest.mark.parametrize(
    ("until", "expected"),
    [
        (date(2024, 10, 2), ("expired", -1)),
        (date(2024, 10, 3), ("expiring", 0)),
        (date(2024, 12, 2), ("expiring", 60)),
        (date(2024, 12, 3), None),
        (None, None),
    ],
)
def test_days_left_are_counted_to_the_last_day(until: date | None, expected: tuple[str, int] | None) -> None:
    found = words(make_paper(1, asked=DECISION, valid_until=until), make_paper(2, asked=MINUTES))
    assert found == ([(expected[0], DECISION, expected[1])] if expected else [])


def test_an_expired_paper_is_no_work_where_another_answers_its_line() -> None:
    old = make_paper(1, asked=DECISION, valid_until=date(2023, 1, 1))
    others = (make_paper(2, asked=MINUTES), make_paper(3, asked=DECISION))
    assert words(old, *others) == []
    assert words(old, others[0]) == [("expired", DECISION, days_left(old, TODAY))]


def test_an_expired_paper_that_no_line_asks_for_is_replaced_by_its_title() -> None:
    old = make_paper(1, item="1.2", valid_until=date(2024, 1, 1))
    full = (make_paper(2, asked=DECISION), make_paper(3, asked=MINUTES))
    assert [state for state, _asked, _days in words(old, *full)] == ["expired"]
    assert words(old, *full, make_paper(4, DECISION.upper(), item="1.2")) == []


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        (FileState.GONE, ["gone"]),
        (FileState.CHANGED, ["changed"]),
        (FileState.UNREADABLE, ["unreadable"]),
        (FileState.AWAY, ["away"]),
        (FileState.SAME, []),
    ],
)
def test_a_file_that_is_not_what_it_was_is_work(state: FileState, expected: list[str]) -> None:
    found = words(make_paper(7, asked=DECISION), make_paper(8, asked=MINUTES), _7=state)
    assert [found_state for found_state, _asked, _days in found] == expected


def test_the_most_urgent_stands_first_and_each_kind_is_counted() -> None:
    papers = (
        make_paper(1, item="1.2", title="a", valid_until=date(2024, 11, 1)),
        make_paper(2, item="1.2", title="b", valid_until=date(2024, 10, 20)),
        make_paper(3, item="1.2", title="c", valid_until=date(2024, 9, 1)),
        make_paper(4, asked=DECISION),
    )
    tasks = work_list(SET, assessed(*papers), Place(), TODAY)
    assert [task.paper.title if task.paper else task.asked for task in tasks] == [MINUTES, "c", "b", "a"]
    assert counted(tasks) == {EvidenceState.MISSING: 1, EvidenceState.EXPIRED: 1, EvidenceState.EXPIRING: 2}


def test_an_item_that_does_not_apply_asks_for_nothing() -> None:
    answer = Answer("1.1", SELF_LAYER, NOT_APPLICABLE)
    assert work_list(SET, assessed(answers=(answer,)), Place(), TODAY) == ()
    elsewhere = RegionVariant(YES_NO._replace(applies=False), "", (DECISION,), zone="3")
    varied = make_set(make_item("1.1", DECISION, region_variants=(elsewhere,)))
    assert work_list(varied, assessed(), Place(zone="3"), TODAY) == ()
    assert len(work_list(varied, assessed(), Place(zone="1"), TODAY)) == 1


def test_papers_that_are_valid_still_are_carried_over_once() -> None:
    kept, ended = make_paper(5), make_paper(6, MINUTES, valid_until=date(2024, 10, 2))
    gone = make_paper(7, item="9.9")
    before = assessed(kept, ended, gone, year=2023)
    (found,) = carried_over(SET, before, assessed(year=2024), TODAY)
    assert (found.title, found.number, found.year) == (DECISION, 0, 2024)
    assert carried_over(SET, before, assessed(found._replace(number=1)), TODAY) == ()


@pytest.mark.parametrize(
    ("year", "today", "expected"),
    [
        (2024, date(2025, 3, 1), date(2024, 12, 31)),
        (2024, date(2024, 12, 31), date(2024, 12, 31)),
        (2024, date(2024, 10, 3), date(2024, 10, 3)),
        (2025, date(2024, 10, 3), date(2024, 10, 3)),
    ],
)
def test_papers_are_judged_on_the_last_day_of_the_year_or_today(year: int, today: date, expected: date) -> None:
    assert judged_on(year, today) == expected


def test_a_year_that_is_over_is_judged_by_its_end() -> None:
    till_new_year = make_paper(1, asked=DECISION, valid_until=date(2024, 12, 31))
    ended = make_paper(2, asked=MINUTES, valid_until=date(2024, 12, 30))
    tasks = work_list(SET, assessed(till_new_year, ended), Place(), date(2025, 1, 2))
    assert [(task.state, task.days) for task in tasks] == [(EvidenceState.EXPIRED, -3)]


def test_a_paper_is_offered_to_the_years_that_it_supports() -> None:
    paper = make_paper(1, valid_until=date(2025, 12, 31))
    before = assessed(paper)
    assert len(carried_over(SET, before, assessed(year=2025), date(2026, 2, 1))) == 1
    assert carried_over(SET, before, assessed(year=2026), date(2026, 2, 1)) == ()


def test_an_expired_paper_keeps_the_fault_of_its_file() -> None:
    ended = make_paper(1, asked=DECISION, valid_until=date(2024, 10, 2))
    found = words(ended, make_paper(2, asked=MINUTES), p1=FileState.GONE)
    assert found == [("expired", DECISION, -1), ("gone", DECISION, None)]
