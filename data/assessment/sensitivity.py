"""Turning figures: the figures whose change by one unit, alone, changes the verdict. Exact: every change is scored."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from data.assessment.definitions import CriteriaSet
from data.assessment.records import Answer
from data.assessment.results import AssessmentVerdict, Clause, Place
from data.calculation import Calculator


class FigureCase(NamedTuple):
    """What the search needs.

    Attributes:
        criteria_set: The version that the assessment uses.
        layer: Whose answers: ``tu_cham`` or an appraisal layer.
        answers: Of that layer, by item code.
        calculator: The catalogue over the station's figures.
        year: Assessed year.
        place: Zone and region.
    """

    criteria_set: CriteriaSet
    layer: str
    answers: Mapping[str, Answer]
    calculator: Calculator
    year: int
    place: Place


class TurningFigure(NamedTuple):
    """A figure that decides: one unit more or less, and the verdict is another.

    Attributes:
        item: Code of the leaf that a typed answer belongs to; empty for a figure of the station.
        element, period, category: The cell of a figure of the station; empty for a typed answer.
        items: Codes of the leaves whose points or knock-out change.
        direction: +1 or -1.
        text, changed: Canonical text before and after.
        before, after: Verdicts. With no ground before and after, only the certain failure appears or vanishes.
        appearing, vanishing: Clauses that fail only after the change, and only before it.
    """

    item: str
    element: str
    period: str
    category: str
    items: tuple[str, ...]
    direction: int
    text: str
    changed: str
    before: AssessmentVerdict
    after: AssessmentVerdict
    appearing: tuple[Clause, ...] = ()
    vanishing: tuple[Clause, ...] = ()


def turning_figures(case: FigureCase) -> tuple[TurningFigure, ...]:
    """All turning figures, those of the station's cells first, in the order of the table and of time."""
    raise NotImplementedError
