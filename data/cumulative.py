"""Figures counted since 1 January <-> figures of their own periods. What is stored is always the period's own figure.

A cumulative figure is the sum of the own figures from the first own period of the year to this one. It can be told,
and turned back, only while every earlier own period of the year holds a figure: nothing missing is taken for zero, and
what is not applicable is not either (CONTRACT P1, P3). Pure functions.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from data.aggregation import NotApplicableType, read_part
from data.definitions import DataElement, OverTime, ValueType
from data.figures import Figures
from data.model import Category, CellState, DataValue
from data.numbers import Number, exact, exact_text
from data.periods import Period, PeriodType, parse_period
from data.reasons import is_sum

MARK: Final = "lũy kế "
"""Before the text of a draft that is a cumulative figure: never read as a figure of the period by mistake."""

MISSING, NOT_APPLICABLE, NEGATIVE = "missing", "not_applicable", "negative"


class Obstacle(NamedTuple):
    """Why a cumulative figure cannot be turned into the period's own.

    Attributes:
        code: ``missing`` or ``not_applicable``: an earlier ``period`` holds no figure, or has nothing to count;
            ``negative``: the figure is smaller than ``before``, the cumulative figure of ``period``.
    """

    code: str
    period: Period
    before: Number = 0


def takes_cumulative(element: DataElement) -> bool:
    """Whether an element can be typed since 1 January: a number by month or quarter whose periods are added up."""
    is_number = element.value_type in (ValueType.INTEGER, ValueType.DECIMAL)
    return is_number and element.over_time is OverTime.SUM and element.frequency is not PeriodType.YEAR


def earlier_periods(period: Period) -> tuple[Period, ...]:
    """The own periods of the same year before this one, oldest first."""
    found: list[Period] = []
    before = period.previous()
    while before.year == period.year:
        found.insert(0, before)
        before = before.previous()
    return tuple(found)


def sum_before(figures: Figures, element: DataElement, period: Period, category: Category) -> Number | Obstacle:
    """What is counted from 1 January to the day before a period; an obstacle where that cannot be told."""
    total: Number = 0
    part = "total" if category is Category.DEFAULT else category.value
    for earlier in earlier_periods(period):
        reading = read_part(figures, element, earlier.code, part)
        if reading is None:
            return Obstacle(MISSING, earlier)
        if isinstance(reading, NotApplicableType):
            return Obstacle(NOT_APPLICABLE, earlier)
        total += reading
    return total


def to_cumulative(figures: Figures, element: DataElement, value: DataValue) -> DataValue | None:
    """A cell as it reads since 1 January; None where that cannot be told. Only a figure is changed."""
    if value.state is not CellState.FIGURE or not takes_cumulative(element):
        return value
    before = sum_before(figures, element, parse_period(value.period), value.category)
    if isinstance(before, Obstacle):
        return None
    return value._replace(value=exact_text(exact(value.value) + before), comment="")


def to_own(figures: Figures, element: DataElement, value: DataValue) -> DataValue | Obstacle:
    """The period's own figure of a cell typed since 1 January; only a figure is changed."""
    if value.state is not CellState.FIGURE or not takes_cumulative(element):
        return value
    period = parse_period(value.period)
    before = sum_before(figures, element, period, value.category)
    if isinstance(before, Obstacle):
        return before
    own = exact(value.value) - before
    if own < 0:
        return Obstacle(NEGATIVE, period.previous(), before)
    comment = "" if is_sum(value.comment) else value.comment
    return value._replace(value=exact_text(own), comment=comment)


def as_draft(value: DataValue) -> DataValue:
    """A cumulative figure, or a text with several readings, that cannot be turned: kept with a mark before it."""
    return value._replace(state=CellState.DRAFT, value=MARK + value.value.strip(), comment="")


def without_mark(text: str) -> tuple[str, bool]:
    """A text without the mark of a cumulative figure, and whether it had one."""
    bare = text.strip()
    is_marked = bare.casefold().startswith(MARK)
    return (bare[len(MARK) :].strip() if is_marked else text), is_marked
