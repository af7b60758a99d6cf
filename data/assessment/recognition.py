"""The title "đạt tiêu chí quốc gia về y tế": what holds on a day, when it runs out, what has to be done next.

Year assessed, day scored and day recognised are three different things: the decision may come long after its year.
Source: domain facts on recognition (Decision 1300: three years, assessed every year, withdrawn when a later year fails;
secondary sources); the term stands in the set and can be changed in the record.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from data.assessment.definitions import CriteriaSet
from data.assessment.records import SELF_LAYER, Assessed, RecognitionRecord

SOON_DAYS = 365
"""Days before the end of a term from which the next recognition is listed: its year is assessed before that end."""

SCORING_MONTH = 10
"""First month in which a year is scored: provinces visit in October and November, stations score before."""


class TitleState(enum.Enum):
    """Where the title stands on a day."""

    NEVER = "never"
    NOT_YET = "not_yet"
    VALID = "valid"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"


class Title(NamedTuple):
    """The title as of a day.

    Attributes:
        record: The newest decision that was made by then; None when there is none.
        days_left: Days up to the last day of the term, that day not counted; negative when it has passed; None without.
        next_year: Year to be assessed for the next recognition; None without a decision.
    """

    state: TitleState
    record: RecognitionRecord | None = None
    days_left: int | None = None
    next_year: int | None = None

    @property
    def is_due(self) -> bool:
        """Whether the next recognition has to be seen to: the title runs out soon, has run out or was taken back."""
        if self.state in (TitleState.EXPIRED, TitleState.WITHDRAWN):
            return True
        return self.days_left is not None and self.days_left <= SOON_DAYS


def title_on(records: Iterable[RecognitionRecord], day: date) -> Title:
    """The title as of a day, from all decisions of any set; of several the one decided last, then of the later year."""
    made = [record for record in records if record.decided_on <= day]
    if not made:
        return Title(state=TitleState.NEVER)
    record = max(made, key=lambda each: (each.decided_on, each.year))
    return Title(
        state=_state_of(record, day),
        record=record,
        days_left=(record.valid_to - day).days,
        next_year=next_recognition_year(record),
    )


def default_term(criteria_set: CriteriaSet, decided_on: date) -> tuple[date, date] | None:
    """First and last day of the term that the set gives, counted from the decision; None where it gives none.

    Three years from 15/03/2024 end on 14/03/2027.
    """
    if criteria_set.recognition is None:
        return None
    return decided_on, _years_later(decided_on, criteria_set.recognition.term_years) - timedelta(days=1)


def next_recognition_year(record: RecognitionRecord) -> int:
    """Year to be assessed for the next recognition: as many whole years on as the term has, one at least."""
    end = record.valid_to + timedelta(days=1)
    years = end.year - record.valid_from.year
    if _years_later(record.valid_from, years) > end:
        years -= 1
    return record.year + max(years, 1)


def unscored_years(assessed: Iterable[Assessed], today: date) -> tuple[int, ...]:
    """Years due after the newest that has answers of the station itself; the one due alone without any."""
    due = year_to_score(today)
    scored = [each.assessment.year for each in assessed if any(answer.layer == SELF_LAYER for answer in each.answers)]
    return tuple(range(max(scored, default=due - 1) + 1, due + 1))


def year_to_score(today: date) -> int:
    """Newest year whose self-assessment is due: this one from October on, before that the last."""
    return today.year if today.month >= SCORING_MONTH else today.year - 1


def _state_of(record: RecognitionRecord, day: date) -> TitleState:
    if record.withdrawn_on is not None and record.withdrawn_on <= day:
        return TitleState.WITHDRAWN
    if day < record.valid_from:
        return TitleState.NOT_YET
    return TitleState.VALID if day <= record.valid_to else TitleState.EXPIRED


def _years_later(day: date, years: int) -> date:
    """The same day of a later year; 1 March for 29 February where the year has none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)
