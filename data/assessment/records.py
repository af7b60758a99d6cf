"""What a station records of its assessments, as named tuples: answers in layers, evidence, recognition.

Answers are kept as canonical text: ``yes``, ``no``, ``n/a``, a decimal number with a point, or the code of a choice.
"""

from __future__ import annotations

import enum
from datetime import date, datetime
from typing import NamedTuple

SELF_LAYER = "tu_cham"
"""Key of the station's own layer; appraisal layers are named freely ("Sở Y tế")."""

YES, NO, NOT_APPLICABLE = "yes", "no", "n/a"


FROM_FIGURES = "theo số liệu của trạm"
"""Reason beside an answer that the station's figures gave when its layer was recognised."""


class StoredSet(NamedTuple):
    """A station's own criteria set in one version, as it stands in the file (CONTRACT C1).

    Attributes:
        kind: ``criteria_set`` or ``rural_set``.
        content: Canonical JSON, read by the same reader as every other set.
        source_name: File that it came from, without its folder; empty for one made in the window.
    """

    code: str
    version: str
    content: str
    source_name: str = ""
    kind: str = "criteria_set"
    stored_by: str = ""
    stored_at: datetime | None = None


class Assessment(NamedTuple):
    """That a station assesses a year by a set, and which version of it for ever.

    Attributes:
        scored_on: Day of the scoring meeting; None while not stated.
        remark: What stands in the minutes besides the points.
    """

    year: int
    criteria_set: str
    version: str
    scored_on: date | None = None
    remark: str = ""


class Layer(NamedTuple):
    """Who scored: the station itself, or a level of appraisal.

    Attributes:
        name: ``tu_cham``, or the free name of an appraisal level; ``place`` counts them from 0 (the self score).
        is_recognised: Whether its result is the one that counts (CONTRACT C3); one layer of an assessment at most.
    """

    year: int
    criteria_set: str
    name: str
    place: int = 0
    scorer: str = ""
    scored_on: date | None = None
    remark: str = ""
    is_recognised: bool = False


class Answer(NamedTuple):
    """What one layer answered to one leaf; empty means not answered.

    Attributes:
        item: Code of the leaf; the criterion's number where its items are not complete.
        reason: Why, where it is needed: against a bound figure, or for points given by hand.
    """

    item: str
    layer: str
    answer: str
    reason: str = ""
    stored_by: str = ""
    stored_at: datetime | None = None


class Evidence(NamedTuple):
    """A paper that supports an item; the file stays where it is, only path, size and SHA-256 are kept.

    Attributes:
        number: Counts the papers of one assessment; 0 asks for the next free number.
        title: What the paper is; ``paper_number`` and ``paper_date`` as printed on it.
        valid_until: Last day that it supports anything; None for ever.
        asked: The line of the item's ``evidence`` that it answers; empty for any.
    """

    year: int
    criteria_set: str
    item: str
    title: str
    number: int = 0
    paper_number: str = ""
    paper_date: date | None = None
    pages: str = ""
    path: str = ""
    size: int | None = None
    sha256: str = ""
    valid_until: date | None = None
    asked: str = ""
    note: str = ""
    stored_by: str = ""
    stored_at: datetime | None = None


class RecognitionKind(enum.Enum):
    """New, again after the term, or kept up."""

    NEW = "new"
    AGAIN = "again"
    MAINTAINED = "maintained"


class RecognitionRecord(NamedTuple):
    """The decision that recognised a year; it may come long after the scoring.

    Attributes:
        year: Year assessed, not the year of the decision.
        decided_on: Day of the decision; ``withdrawn_on`` the day it was taken back.
    """

    year: int
    criteria_set: str
    kind: RecognitionKind
    decision: str
    decided_on: date
    issuer: str
    valid_from: date
    valid_to: date
    withdrawn_on: date | None = None
    withdrawn_reason: str = ""
    stored_by: str = ""
    stored_at: datetime | None = None


class ItemChoice(NamedTuple):
    """What the station says of an item of a set: its own effort (1 to 5) and who acts; empty keeps the set's."""

    criteria_set: str
    item: str
    effort: int | None = None
    responsible: str = ""


class Assessed(NamedTuple):
    """Everything recorded of one assessment."""

    assessment: Assessment
    layers: tuple[Layer, ...] = ()
    answers: tuple[Answer, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    choices: tuple[ItemChoice, ...] = ()
    recognition: RecognitionRecord | None = None
