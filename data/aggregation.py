"""Cells of one station -> the value of a data element over a span of months (CONTRACT P1, P3, P4, P5).

Nothing here looks at today's date, and nothing missing is ever taken for zero.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from data.catalogue.expressions import divide
from data.definitions import DataElement, OverTime
from data.figures import Figures, part_code
from data.model import CellState
from data.numbers import Number, exact
from data.periods import Period, PeriodType

_OWN_PERIODS_A_YEAR: Final = {PeriodType.MONTH: 12, PeriodType.QUARTER: 4, PeriodType.YEAR: 1}
_FIGURE, _NOT_APPLICABLE = CellState.FIGURE.value, CellState.NOT_APPLICABLE.value


class NotApplicableType:
    """The type of ``NOT_APPLICABLE``: the station has no such thing in this period."""

    def __repr__(self) -> str:
        """Name for messages of tests."""
        return "NOT_APPLICABLE"


NOT_APPLICABLE: Final = NotApplicableType()

Reading = Number | NotApplicableType | None
"""What one cell says: a number, not applicable, or None for missing (blank or draft)."""


def read_cell(figures: Figures, element: str, period: str, category: str = "default") -> Reading:
    """What one stored cell says."""
    cell = figures.cells.get((element, period, category))
    if cell is None:
        return None
    if cell[0] == _FIGURE:
        return exact(cell[1])
    return NOT_APPLICABLE if cell[0] == _NOT_APPLICABLE else None


class ElementValue(NamedTuple):
    """A data element over a span.

    Attributes:
        reading: The value, NOT_APPLICABLE throughout, or None when something needed is missing.
        missing: What is missing: the code, or ``code@period`` for a sub-period of the span.
        reported, needed: Sub-periods that are there, and how many there are.
        provisional: Value of what is there, when something is missing.
        borrowed: Key of the period the value was taken from, when that is not the asked one (CONTRACT P4).
    """

    reading: Reading
    missing: tuple[str, ...] = ()
    reported: int = 1
    needed: int = 1
    provisional: Number | None = None
    borrowed: str = ""


def read_part(figures: Figures, element: DataElement, period: str, category: str) -> Reading:
    """What an element says in one of its own periods, for ``total``, ``male`` or ``female`` (CONTRACT P1).

    The total is the typed one; else the sum of both sexes when both are reported; else missing. A sex that is not
    applicable adds nothing.
    """
    if category != "total":
        return _read_sex(figures, element, period, category)
    total = read_cell(figures, element.code, period)
    if total is not None or not element.sex_disaggregated:
        return total
    male = _read_sex(figures, element, period, "male")
    female = _read_sex(figures, element, period, "female")
    if male is None or female is None:
        return None
    if isinstance(male, NotApplicableType):
        return female
    return male if isinstance(female, NotApplicableType) else male + female


def element_over(figures: Figures, element: DataElement, span: Period, category: str = "total") -> ElementValue:
    """The element over a span of months.

    Args:
        figures: The station's cells.
        element: Definition of the data element.
        span: Months counted; need not have a key of its own (January to May).
        category: ``total``, ``male`` or ``female``.
    """
    parts = span.parts(element.frequency)
    if parts is None:
        return _borrow(figures, element, span, category)
    readings = [read_part(figures, element, part.code, category) for part in parts]
    there = [reading for reading in readings if reading is not None]
    numbers = [reading for reading in there if not isinstance(reading, NotApplicableType)]
    reported = len(there)
    if reported == len(parts) and not numbers:
        return ElementValue(NOT_APPLICABLE)
    if element.over_time in (OverTime.SUM, OverTime.AVERAGE):
        absent = [part for part, reading in zip(parts, readings, strict=True) if reading is None]
    else:
        absent = _absent_at_end(parts, readings, element.over_time)
    value = _combine(numbers, element.over_time)
    if not absent:
        return ElementValue(value, reported=len(parts), needed=len(parts))
    named = _named(element, absent, category, single=len(parts) == 1)
    return ElementValue(None, named, reported, len(parts), value)


class ChoiceOver(NamedTuple):
    """The code of a choice over a span, or NOT_APPLICABLE, or None; ``borrowed`` names another period it stands in."""

    reading: str | NotApplicableType | None
    borrowed: str = ""


def choice_over(figures: Figures, element: DataElement, span: Period) -> ChoiceOver:
    """The choice that stands for a span: the last of its own periods (CONTRACT P3).

    Inside an own period it is that of the period around the span's end, else the newest within a year before (P4).
    """
    parts = span.parts(element.frequency)
    if parts is not None:
        readings = [_read_choice(figures, element, part.code) for part in parts]
        while len(readings) > 1 and isinstance(readings[-1], NotApplicableType):
            readings.pop()
        return ChoiceOver(readings[-1])
    own = Period(span.year, span.last_month, span.last_month).around(element.frequency)
    for _ in range(_OWN_PERIODS_A_YEAR[element.frequency] + 1):
        reading = _read_choice(figures, element, own.code)
        if reading is not None:
            return ChoiceOver(reading, "" if own.contains(span) else own.code)
        own = own.previous()
    return ChoiceOver(None)


def _read_choice(figures: Figures, element: DataElement, period: str) -> str | NotApplicableType | None:
    cell = figures.cells.get((element.code, period, "default"))
    if cell is not None and cell[0] == _NOT_APPLICABLE:
        return NOT_APPLICABLE
    return cell[1] if cell is not None and cell[0] == _FIGURE else None


def _read_sex(figures: Figures, element: DataElement, period: str, category: str) -> Reading:
    code = part_code(element, category)
    return read_cell(figures, code, period, category if code == element.code else "default")


def _absent_at_end(parts: tuple[Period, ...], readings: list[Reading], over_time: OverTime) -> list[Period]:
    """The last (or first) applicable sub-period, when it is not reported."""
    pairs = list(zip(parts, readings, strict=True))
    applicable = [pair for pair in pairs if not isinstance(pair[1], NotApplicableType)]
    part, reading = applicable[-1 if over_time is OverTime.LAST else 0]
    return [part] if reading is None else []


def _combine(numbers: list[Number], over_time: OverTime) -> Number | None:
    if not numbers:
        return None
    if over_time is OverTime.SUM:
        return sum(numbers)
    if over_time is OverTime.AVERAGE:
        return divide(sum(numbers), len(numbers))
    return numbers[-1] if over_time is OverTime.LAST else numbers[0]


def _named(element: DataElement, absent: list[Period], category: str, *, single: bool) -> tuple[str, ...]:
    code = part_code(element, category)
    return (code,) if single else tuple(f"{code}@{part.code}" for part in absent)


def _borrow(figures: Figures, element: DataElement, span: Period, category: str) -> ElementValue:
    """An element of a longer frequency than the span (CONTRACT P4)."""
    nothing = ElementValue(None, (part_code(element, category),), 0, 1)
    if element.over_time in (OverTime.SUM, OverTime.AVERAGE):
        return nothing
    month = span.last_month if element.over_time is OverTime.LAST else span.first_month
    own = Period(span.year, month, month).around(element.frequency)
    for _ in range(_OWN_PERIODS_A_YEAR[element.frequency] + 1):
        reading = read_part(figures, element, own.code, category)
        if reading is not None:
            return ElementValue(reading, borrowed="" if own.contains(span) else own.code)
        own = own.previous()
    return nothing
