"""Slips of the hand, put into honest figures: what is typed instead of a figure.

Written with the simulator, before anything that looks for slips. A slip that would leave the figure as it is, or that
the cell cannot have (no decimal sign to lose, nothing before), is none.
"""

from __future__ import annotations

import enum
from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple

from data.catalogue.content import Catalogue
from data.definitions import DataElement, OverTime
from data.figures import Cell, CellKey
from data.numbers import exact_text
from data.periods import Period
from tests.proof.chance import Chance


class Kind(enum.Enum):
    """Kinds of slips; the value is the word of the table."""

    TEN_TIMES = "ten times"
    TENTH = "a tenth"
    SWAPPED = "two digits swapped"
    DECIMAL_LOST = "decimal sign lost"
    NEIGHBOUR = "neighbour's row"
    REPEATED = "last period again"
    CUMULATIVE = "cumulative"


class Seeded(NamedTuple):
    """A slip in one cell.

    Attributes:
        true: Text of the honest figure.
        typed: Text that stands there instead.
    """

    kind: Kind
    key: CellKey
    true: str
    typed: str


class Slips:
    """Makes the slips of one form after another."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Know the forms, for the rows beside a row."""
        self._elements = catalogue.data_elements
        self._form_of = {code: form for form in catalogue.data_sets.values() for code in form.elements}

    def seed(self, cells: Mapping[CellKey, Cell], key: CellKey, period: Period, kind: Kind, chance: Chance) -> str:
        """What would be typed in a cell; empty when this slip cannot happen there.

        Args:
            cells: The honest figures.
            key: The cell.
            period: Its period.
            kind: Of slip.
            chance: Chooses among digits and rows.
        """
        text = cells[key][1]
        typed = self._typed(cells, key, period, kind, chance) if kind not in _BY_TEXT else _by_text(text, kind, chance)
        whole = typed.partition(".")[0]
        is_possible = typed != "" and len(whole) <= 12 and Fraction(typed) != Fraction(text)
        return typed if is_possible else ""

    def _typed(self, cells: Mapping[CellKey, Cell], key: CellKey, period: Period, kind: Kind, chance: Chance) -> str:
        element = self._elements[key[0]]
        if kind is Kind.NEIGHBOUR:
            return self._neighbour(cells, key, chance)
        if kind is Kind.REPEATED:
            return _at(cells, key, period.previous())
        return _cumulative(cells, key, period, element)

    def _neighbour(self, cells: Mapping[CellKey, Cell], key: CellKey, chance: Chance) -> str:
        """The figure of the row above or below."""
        rows = self._form_of[key[0]].elements
        place = rows.index(key[0])
        beside = [rows[at] for at in (place - 1, place + 1) if 0 <= at < len(rows)]
        value_type = self._elements[key[0]].value_type
        there = [
            cells[other, key[1], key[2]][1]
            for other in beside
            if (other, key[1], key[2]) in cells and self._elements[other].value_type is value_type
        ]
        return there[chance.index(len(there))] if there else ""


_BY_TEXT = frozenset((Kind.TEN_TIMES, Kind.TENTH, Kind.SWAPPED, Kind.DECIMAL_LOST))


def _by_text(text: str, kind: Kind, chance: Chance) -> str:
    """Slips that need nothing but the figure."""
    whole, point, tail = text.partition(".")
    if kind is Kind.DECIMAL_LOST:
        return (whole + tail).lstrip("0") if point else ""
    if kind is Kind.TEN_TIMES:
        return _canonical(f"{whole}{tail[:1] or '0'}.{tail[1:]}")
    if kind is Kind.TENTH:  # the last digit of a whole figure was not typed; the decimal sign one place too early
        return _canonical(f"{whole[:-1] or '0'}.{whole[-1]}{tail}") if point else whole[:-1]
    pairs = [(place, text[place : place + 2]) for place in range(len(text) - 1)]
    places = [place for place, pair in pairs if pair[0] != pair[1] and "." not in pair]
    if not places:
        return ""
    place = places[chance.index(len(places))]
    return _canonical(text[:place] + text[place + 1] + text[place] + text[place + 2 :])


def _canonical(text: str) -> str:
    whole, _, tail = text.partition(".")
    tail = tail.rstrip("0")
    return (whole.lstrip("0") or "0") + (f".{tail}" if tail else "")


def _at(cells: Mapping[CellKey, Cell], key: CellKey, period: Period) -> str:
    cell = cells.get((key[0], period.code, key[2]))
    return "" if cell is None else cell[1]


def _cumulative(cells: Mapping[CellKey, Cell], key: CellKey, period: Period, element: DataElement) -> str:
    """The year so far, instead of the period."""
    if element.over_time is not OverTime.SUM or period.first_month == 1:
        return ""
    total, part = Fraction(0), period
    while part.year == period.year:
        text = _at(cells, key, part)
        if not text:
            return ""
        total, part = total + Fraction(text), part.previous()
    return exact_text(total)
