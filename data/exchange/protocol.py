"""What an import will do to a station's figures: new, changed, unchanged, and what contradicts what afterwards.

Source: CONTRACT section 2, import (contradictions refuse nothing, they stand in the protocol).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from data.catalogue.content import Catalogue
from data.figures import CellKey, Figures
from data.model import DataValue, RuleResult
from data.periods import Period, PeriodType, parse_period
from data.validation import RuleBook

_CHECKED_LENGTHS = (PeriodType.MONTH, PeriodType.QUARTER, PeriodType.YEAR)
_LATER_RULES = frozenset(("yearly_change_pct", "equals_previous_period"))


@dataclass(frozen=True, slots=True, kw_only=True)
class CellCounts:
    """How the figures of a file stand to those that are there; a changed comment counts as changed."""

    new: int
    changed: int
    unchanged: int


def differing_keys(values: Iterable[DataValue], there: Iterable[DataValue]) -> set[CellKey]:
    """Keys of the cells that an import would change; what is there comes with its comments."""
    cells = {_key(value): value for value in there}
    return {key for value in values if cells.get(key := _key(value)) != value}


def years_needed(values: Iterable[DataValue]) -> range:
    """Years whose figures the rules can read: those of the import, two before for comparisons, one after."""
    years = {int(period[:4]) for period in {value.period for value in values}}
    return range(min(years) - 2, max(years) + 2) if years else range(0)


def contradictions_of(
    catalogue: Catalogue, values: Sequence[DataValue], before: Figures, breaks: Iterable[date] = ()
) -> tuple[RuleResult, ...]:
    """Rules that will be broken and read an imported figure, by period, then in catalogue order.

    Args:
        catalogue: Holds the rules.
        values: What the file brings.
        before: The station's figures of ``years_needed`` before the import.
        breaks: Days on which the station's series broke; comparisons across them are not judged.
    """
    cells = dict(before.cells)
    cells.update((_key(value), (value.state._value_, value.value)) for value in values)
    checked, later = _periods_to_check(_touched(values))
    touched = checked | later
    wanted = {period: touched[period] for period in sorted(touched, key=_in_order)}
    broken = RuleBook(catalogue, breaks).broken(Figures(cells), wanted)
    return tuple(
        result for result in broken if result.rule.rule in _LATER_RULES or parse_period(result.period) in checked
    )


def count_cells(values: Sequence[DataValue], before: Figures, changed: Collection[Sequence[str]]) -> CellCounts:
    """New, changed and unchanged cells.

    Args:
        values: What the file brings, each cell once.
        before: The station's figures of ``years_needed`` before the import.
        changed: Keys of the cells that differ from what was there, comments included.
    """
    new = sum(tuple(key) not in before.cells for key in changed)
    return CellCounts(new=new, changed=len(changed) - new, unchanged=len(values) - len(changed))


def _key(value: DataValue) -> CellKey:
    return (value.data_element, value.period, value.category._value_)


def _touched(values: Iterable[DataValue]) -> dict[str, set[str]]:
    """The data elements of each period."""
    touched: defaultdict[str, set[str]] = defaultdict(set)
    for value in values:
        touched[value.period].add(value.data_element)
    return touched


def _periods_to_check(
    touched: dict[str, set[str]],
) -> tuple[dict[Period, set[str]], dict[Period, set[str]]]:
    """Periods whose rules read imported figures, each with those elements.

    Returns:
        Periods that hold an imported period; and later ones, which are only compared with it.
    """
    checked: defaultdict[Period, set[str]] = defaultdict(set)
    later: defaultdict[Period, set[str]] = defaultdict(set)
    for code, elements in touched.items():
        period = parse_period(code)
        for length in _CHECKED_LENGTHS:
            if length.months >= period.type.months:
                around = period.around(length)
                checked[around] |= elements
                later[around.in_year(around.year + 1)] |= elements
                later[_next(around)] |= elements
    return checked, {period: names for period, names in later.items() if period not in checked}


@cache
def _next(period: Period) -> Period:
    """The period of the same length just after."""
    length = period.last_month - period.first_month + 1
    if period.last_month == 12:
        return Period(period.year + 1, 1, length)
    return Period(period.year, period.last_month + 1, period.last_month + length)


def _in_order(period: Period) -> tuple[int, int, int]:
    """By year, then months, quarters, the year."""
    return (period.year, period.last_month - period.first_month, period.first_month)
