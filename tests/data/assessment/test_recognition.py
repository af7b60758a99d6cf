"""The title: what holds on a day, when it runs out, what comes next."""

from __future__ import annotations

from datetime import date

import pytest

from data.assessment.recognition import (
    Title,
    TitleState,
    default_term,
    next_recognition_year,
    title_on,
    unscored_years,
    year_to_score,
)
from data.assessment.records import SELF_LAYER, Answer, Assessed, Assessment
from tests.data.assessment.rural_builders import make_record, make_set


@pytest.mark.parametrize(
    ("day", "state", "left"),
    [
        (date(2024, 3, 14), TitleState.NEVER, None),
        (date(2024, 3, 15), TitleState.VALID, 1094),
        (date(2027, 3, 14), TitleState.VALID, 0),
        (date(2027, 3, 15), TitleState.EXPIRED, -1),
    ],
)
def test_the_term_counts_from_first_to_last_day(day: date, state: TitleState, left: int | None) -> None:
    title = title_on([make_record()], day)
    assert (title.state, title.days_left) == (state, left)


def test_a_title_may_begin_after_its_decision() -> None:
    record = make_record(valid_from=date(2024, 4, 1))
    assert title_on([record], date(2024, 3, 20)).state is TitleState.NOT_YET


def test_a_title_taken_back_is_gone_from_that_day_on() -> None:
    record = make_record(withdrawn_on=date(2025, 2, 1))
    assert title_on([record], date(2025, 1, 31)).state is TitleState.VALID
    assert title_on([record], date(2025, 2, 1)).state is TitleState.WITHDRAWN


def test_the_decision_made_last_counts() -> None:
    later = make_record(year=2026, decided_on=date(2027, 2, 1), valid_from=date(2027, 2, 1), valid_to=date(2030, 1, 31))
    assert title_on([later, make_record()], date(2027, 6, 1)).record == later
    assert title_on([later, make_record()], date(2026, 6, 1)).record == make_record()


@pytest.mark.parametrize(
    ("day", "due"), [(date(2026, 3, 13), False), (date(2026, 3, 14), True), (date(2028, 1, 1), True)]
)
def test_the_next_recognition_is_listed_a_year_before_the_end(day: date, due: bool) -> None:
    assert title_on([make_record()], day).is_due is due


def test_without_a_title_nothing_runs_out_and_one_taken_back_is_due() -> None:
    assert not Title(state=TitleState.NEVER).is_due
    assert title_on([make_record(withdrawn_on=date(2025, 2, 1))], date(2025, 3, 1)).is_due


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (date(2024, 3, 15), date(2027, 3, 14), 2026),
        (date(2024, 1, 1), date(2026, 12, 31), 2026),
        (date(2024, 3, 15), date(2025, 3, 14), 2024),
        (date(2024, 3, 15), date(2024, 12, 31), 2024),
        (date(2024, 3, 15), date(2026, 12, 31), 2025),
        (date(2024, 2, 29), date(2027, 2, 28), 2026),
    ],
)
def test_next_year_to_be_recognised_follows_the_term(first: date, last: date, expected: int) -> None:
    assert next_recognition_year(make_record(valid_from=first, valid_to=last)) == expected


@pytest.mark.parametrize(
    ("term", "decided", "expected"),
    [
        (3, date(2024, 3, 15), (date(2024, 3, 15), date(2027, 3, 14))),
        (1, date(2014, 2, 28), (date(2014, 2, 28), date(2015, 2, 27))),
        (3, date(2024, 2, 29), (date(2024, 2, 29), date(2027, 2, 28))),
        (None, date(2024, 3, 15), None),
    ],
)
def test_the_set_proposes_the_term(term: int | None, decided: date, expected: tuple[date, date] | None) -> None:
    assert default_term(make_set(term), decided) == expected


@pytest.mark.parametrize(
    ("today", "year"), [(date(2025, 9, 30), 2024), (date(2025, 10, 1), 2025), (date(2026, 1, 5), 2025)]
)
def test_a_year_is_scored_from_october_on(today: date, year: int) -> None:
    assert year_to_score(today) == year


@pytest.mark.parametrize(
    ("year", "layers", "expected"),
    [
        (2024, (SELF_LAYER,), ()),
        (2025, (SELF_LAYER,), ()),
        (2024, ("Sở Y tế",), (2024,)),
        (2024, (), (2024,)),
        (2023, (SELF_LAYER,), (2024,)),
        (2021, (SELF_LAYER,), (2022, 2023, 2024)),
    ],
)
def test_a_year_counts_as_scored_from_its_first_own_answer(
    year: int, layers: tuple[str, ...], expected: tuple[int, ...]
) -> None:
    answers = tuple(Answer(item="1", layer=layer, answer="1") for layer in layers)
    found = Assessed(assessment=Assessment(year=year, criteria_set="THU", version="0"), answers=answers)
    assert unscored_years([found], date(2025, 3, 1)) == expected
    assert unscored_years([], date(2025, 3, 1)) == (2024,)
