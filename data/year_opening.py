"""A new year: which stocks of last year's end are proposed for its first periods, which plans bind. Pure functions.

Nothing is carried over by itself: a person accepts each proposal, or all of them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import NamedTuple

from data.catalogue.content import Catalogue
from data.definitions import DataElement, OverTime
from data.model import Category, CellState, DataValue
from data.periods import Period, PeriodType
from data.plan_definitions import Plan

FIRST_OFFER = (12, 15)
"""Month and day from which the next year can be opened; it is offered to the end of March."""
LAST_MONTH = 3

_CARRIED = (CellState.FIGURE, CellState.NOT_APPLICABLE)


class Proposal(NamedTuple):
    """A stock of last year's end, for a blank cell of the new year's first own period.

    Attributes:
        value: The cell as it would be written; its comment is left to who writes it.
        source_element, source: Where it stands: data element and period.
    """

    value: DataValue
    source_element: str
    source: str


class YearOpening(NamedTuple):
    """What a person settled for a new year.

    Attributes:
        values: The accepted proposals, each with its comment.
        plans: Ids of all plans that bind from now on.
        copied: (key, value) of the settings that hold on, written anew from 1 January.
    """

    year: int
    values: tuple[DataValue, ...]
    plans: tuple[str, ...]
    copied: tuple[tuple[str, str], ...] = ()


class PlanChoice(NamedTuple):
    """A plan beside the question whether it binds in the new year.

    Attributes:
        covers: Whether its years hold the new year.
        is_bound: Whether it binds the station now; it stays ticked also when its years are over, since reports on the
            last one may still be owed. A plan of another place that covers the year is offered, not ticked.
    """

    plan: Plan
    covers: bool
    is_bound: bool


def year_to_open(today: date) -> int:
    """The year that a new-year's work is about: the next one from 15 December on, else the one that runs."""
    return today.year + 1 if (today.month, today.day) >= FIRST_OFFER else today.year


def is_season(today: date) -> bool:
    """Whether the start page offers it: from 15 December to the end of March."""
    return (today.month, today.day) >= FIRST_OFFER or today.month <= LAST_MONTH


def plan_choices(plans: Iterable[Plan], bound: Collection[str], year: int) -> tuple[PlanChoice, ...]:
    """The plans that cover a year or bind the station, in the order of the catalogue."""
    choices = [PlanChoice(plan, plan.first_year <= year <= plan.last_year, plan.id in bound) for plan in plans]
    return tuple(choice for choice in choices if choice.covers or choice.is_bound)


def proposals(
    catalogue: Catalogue, values: Iterable[DataValue], year: int, not_kept: Collection[str] = ()
) -> tuple[Proposal, ...]:
    """Stocks of the end of the year before, for cells of the new year that hold nothing yet; in form order.

    A stock is what the latest figure stands for, and what a rule says equals a figure of the period before (the
    population at the start is that of the end before).

    Args:
        catalogue: Forms and data elements.
        values: The station's cells of both years.
        year: The new year.
        not_kept: Codes of the forms that the station does not keep.
    """
    cells = {(value.data_element, value.period, value.category): value for value in values}
    return tuple(
        proposal
        for data_set in catalogue.data_sets.values()
        if data_set.code not in not_kept
        for code in data_set.elements
        for proposal in _of_element(catalogue.data_elements[code], cells, year)
    )


def missing_ends(
    catalogue: Catalogue, values: Iterable[DataValue], year: int, not_kept: Collection[str] = ()
) -> tuple[Period, ...]:
    """The last periods of the year before that hold no stock of their forms; arguments as above."""
    held = {(value.data_element, value.period) for value in values if value.state in _CARRIED}
    ends: dict[Period, bool] = {}
    for data_set in catalogue.data_sets.values():
        for element in (catalogue.data_elements[code] for code in data_set.elements):
            source = _source(element)
            if source and data_set.code not in not_kept:
                last = own_periods(year - 1, element.frequency)[-1]
                ends[last] = ends.get(last, False) or (source, last.code) in held
    return tuple(period for period, is_held in ends.items() if not is_held)


def _of_element(
    element: DataElement, cells: Mapping[tuple[str, str, Category], DataValue], year: int
) -> Iterable[Proposal]:
    """The cells of one element: the total, and its sexes where they are kept."""
    source_code = _source(element)
    first, last = own_periods(year, element.frequency)[0], own_periods(year - 1, element.frequency)[-1]
    is_typed = any((element.code, first.code, category) in cells for category in Category)
    if not source_code or is_typed:
        return
    for category in Category:
        before = cells.get((source_code, last.code, category))
        if before is not None and before.state in _CARRIED:
            value = before._replace(data_element=element.code, period=first.code, comment="")
            yield Proposal(value, source_code, last.code)


def own_periods(year: int, frequency: PeriodType) -> tuple[Period, ...]:
    """The periods of one frequency in a year, oldest first."""
    return Period(year, 1, 12).parts(frequency) or ()


def _source(element: DataElement) -> str:
    """Code of the element whose figure of the period before is this one's first; empty when none is."""
    for rule in element.rules:
        if rule.rule == "equals_previous_period" and rule.element:
            return rule.element
    return element.code if element.over_time is OverTime.LAST else ""
