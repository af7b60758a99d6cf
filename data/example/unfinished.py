"""Where the example's typing has got to: July and August 2025 for most forms, September for none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from data.definitions import DataElement
from data.example.series import spread, uneven
from data.example.sheet import YEARS
from data.model import Category, CellState, DataValue
from data.periods import Period, parse_period

OPEN_YEAR = YEARS[-1]
THIRD_QUARTER = Period(OPEN_YEAR, 7, 9)

TYPED_MONTHS = {"vital_events": 8, "maternal_health": 8, "immunisation": 8, "communicable": 8, "food_safety": 7}
"""Last month typed of each group that has a monthly form."""

TYPED_THIRD_QUARTER = frozenset({"coverage", "ncd", "workforce", "pharmacy"})
"""Groups whose quarterly form of the open quarter is typed already; the other quarterly forms are blank."""

DRAFTS = {("ebook_holders", "2025Q3"): "3.36o", ("malaria_tests", "202508"): "chờ sổ xét nghiệm"}
"""Typed text that is no figure, kept as it stands."""

SUM_COMMENTS = frozenset({("household_visits", "2024Q2"), ("communication_participants", "2024Q4")})
"""Quarters typed as a sum of three months; the terms stand in the comment."""


def cut_off(values: Iterable[DataValue], elements: Mapping[str, DataElement]) -> tuple[DataValue, ...]:
    """The cells that are typed so far, drafts and comments in place."""
    kept = (value for value in values if _is_typed(parse_period(value.period), elements[value.data_element].group))
    return tuple(_finished(value) for value in kept if not _is_beside_draft(value))


def _is_typed(period: Period, group: str) -> bool:
    """Whether the form of this group and period has been typed."""
    if period.year < OPEN_YEAR:
        return True
    if period.is_year:
        return False
    if period == THIRD_QUARTER:
        return group in TYPED_THIRD_QUARTER
    if period.first_month == period.last_month:
        return period.last_month <= TYPED_MONTHS[group]
    return period.last_month < THIRD_QUARTER.first_month


def _is_beside_draft(value: DataValue) -> bool:
    """Whether only the sexes of a draft's cell are meant; they wait until the total is clear."""
    return (value.data_element, value.period) in DRAFTS and value.category is not Category.DEFAULT


def _finished(value: DataValue) -> DataValue:
    """The cell with its draft text or its comment."""
    key = value.data_element, value.period
    if key in DRAFTS:
        return value._replace(state=CellState.DRAFT, value=DRAFTS[key])
    if key in SUM_COMMENTS and value.category is Category.DEFAULT:
        terms = spread(int(value.value), uneven(value.data_element, 3))
        return value._replace(comment="+".join(str(term) for term in terms))
    return value
