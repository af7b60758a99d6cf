"""The slip of the hand that most likely made a figure what it is, and the figure that was meant.

For the window::

    slips = Slips(catalogue)                                              # once
    found = slips.proposals(figures, ("epi_bcg", "202403", "default"))    # best first; () when there is nothing to say
    found[0].kind, found[0].value                                         # "ten_times", "41"

A proposal changes nothing; a person takes it or leaves it. A figure that is proposed lies inside all limits of
``data/plausibility.py`` and breaks no validation rule. Where the slip can be named but not the figure that was meant
(the row beside, the period before), ``value`` is empty and the sentence is that of the kind with ``_unknown``.
Proposals are made for cells that hit a limit or break a rule; for all others there are none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from copy import copy
from datetime import date
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from data.catalogue.content import Catalogue
from data.definitions import DataElement, OverTime, ValueType
from data.figures import Cell, CellKey, Figures
from data.model import Category, CellState, Number
from data.numbers import CANONICAL_DECIMAL, CANONICAL_INTEGER, exact, exact_text
from data.periods import Period, PeriodType, parse_period
from data.plausibility import Limits, Plausibility
from data.validation import BoundRule, RuleBook

DECIMAL_LOST, POINT_MOVED, TEN_TIMES, SWAPPED, CUMULATIVE, NEIGHBOUR, TENTH, EXTRA_DIGIT, REPEATED = (
    "decimal_lost",
    "point_moved",
    "ten_times",
    "swapped",
    "cumulative",
    "neighbour",
    "tenth",
    "extra_digit",
    "repeated",
)
"""Kinds of slips; the codes of the sentences under [slip]. Of equally fitting ones the earlier is proposed first."""

_ORDER = (DECIMAL_LOST, POINT_MOVED, TEN_TIMES, SWAPPED, CUMULATIVE, NEIGHBOUR, TENTH, EXTRA_DIGIT, REPEATED)
_MOST_DECIMALS = 3
_NO_COINCIDENCE = 10
"""Smaller figures stand in many cells; that one is there, too, says nothing."""

_LONGER = (PeriodType.MONTH, PeriodType.QUARTER, PeriodType.YEAR)
_FIGURE = CellState.FIGURE.value
_CATEGORIES = tuple(category.value for category in Category)


class Slip(NamedTuple):
    """A proposal.

    Attributes:
        kind: One of the kinds above.
        value: Canonical text of the figure that was meant; empty when only the slip is known.
        other: What the sentence names: code of the row beside, or key of the period before.
    """

    kind: str
    value: str
    other: str = ""

    @property
    def sentence(self) -> str:
        """Code of its sentence under [slip]."""
        return self.kind if self.value else f"{self.kind}_unknown"


class Slips:
    """Looks for slips in the figures of a catalogue's data elements."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Know the limits, the rules that read each element, and the rows beside each row; see ``with_breaks``."""
        self._catalogue = catalogue
        self._plausibility = Plausibility(catalogue)
        self._rules = RulesByElement(catalogue)
        self._rows = {code: form.elements for form in catalogue.data_sets.values() for code in form.elements}

    def with_breaks(self, breaks: Iterable[date]) -> Slips:
        """The same for a station whose series broke on these days (CONTRACT S2)."""
        days = tuple(breaks)
        other = copy(self)
        other._plausibility, other._rules = self._plausibility.with_breaks(days), self._rules.with_breaks(days)
        return other

    def proposals(self, figures: Figures, key: CellKey) -> tuple[Slip, ...]:
        """What may have gone wrong in a cell, best first.

        Args:
            figures: The station's cells, the questioned one among them.
            key: Data element, its own period, category option combo.
        """
        code, period_code, category = key
        text = figures.text(*key)
        element = self._catalogue.data_elements[code]
        if text is None or element.value_type not in (ValueType.INTEGER, ValueType.DECIMAL):
            return ()
        period = parse_period(period_code)
        is_hit = self._plausibility.check(figures, code, period, Category(category)) is not None
        near = self._rules.near(figures, code, period)
        if not is_hit and not self._rules.is_broken(near, key, text):
            return ()
        limits = self._plausibility.limits(figures, code, period, Category(category))
        found: dict[str, Slip] = {}
        for slip in self._candidates(figures, element, key, text):
            if slip.value == "" or (
                slip.value not in found
                and slip.value != text
                and _is_inside(limits, exact(slip.value))
                and not self._rules.is_broken(near, key, slip.value)
            ):
                found.setdefault(slip.value or slip.kind, slip)
        return tuple(sorted(found.values(), key=lambda slip: _rank(slip, limits)))

    def _candidates(self, figures: Figures, element: DataElement, key: CellKey, text: str) -> Iterator[Slip]:
        shape = CANONICAL_INTEGER if element.value_type is ValueType.INTEGER else CANONICAL_DECIMAL
        for slip in _by_digits(element, text):
            if shape.fullmatch(slip.value):
                yield slip
        period = parse_period(key[1])
        yield from _cumulative(figures, element, key, period)
        yield from self._neighbours(figures, key, text)
        before = period.previous().code
        is_repeated = element.over_time is OverTime.SUM and figures.text(key[0], before, key[2]) == text
        if is_repeated and exact(text) >= _NO_COINCIDENCE:
            yield Slip(REPEATED, "", before)

    def _neighbours(self, figures: Figures, key: CellKey, text: str) -> Iterator[Slip]:
        """The figure of the row above or below: both rows changed places, or that row's figure stands here, too."""
        code, period, category = key
        rows = self._rows.get(code, ())
        place = rows.index(code) if code in rows else 0
        for other in (*rows[max(0, place - 1) : place], *rows[place + 1 : place + 2]):
            there = figures.text(other, period, category)
            if self._catalogue.data_elements[other].value_type is not self._catalogue.data_elements[code].value_type:
                continue
            if there == text:
                if exact(text) >= _NO_COINCIDENCE:
                    yield Slip(NEIGHBOUR, "", other)
            elif there is not None and self._would_fit(figures, (other, period, category), text):
                yield Slip(NEIGHBOUR, there, other)

    def _would_fit(self, figures: Figures, key: CellKey, text: str) -> bool:
        """Whether a figure fits in another cell, where there are figures to tell."""
        limits = self._plausibility.limits(figures, key[0], parse_period(key[1]), Category(key[2]))
        return bool(limits) and _is_inside(limits, exact(text))


class RulesByElement:
    """For each data element a small book of the rules that read it."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Keep the rules; the books are made when they are first asked for."""
        self._catalogue = catalogue
        self._reading: dict[str, list[BoundRule]] = {}
        for bound in RuleBook(catalogue).rules:
            for name in {bound.element.code, *bound.names}:
                self._reading.setdefault(name, []).append(bound)
        self._breaks: tuple[date, ...] = ()
        self._books: dict[str, tuple[RuleBook, frozenset[str]]] = {}

    def with_breaks(self, breaks: Iterable[date]) -> RulesByElement:
        """The same for a station whose series broke on these days; books that are made stay so."""
        other = copy(self)
        other._breaks = tuple(breaks)
        return other

    def near(self, figures: Figures, code: str, period: Period) -> Mapping[CellKey, Cell]:
        """The cells that the element's rules read in the year of a period and in the year before."""
        found = {}
        for name in self._book(code)[1]:
            frequency = self._catalogue.data_elements[name].frequency
            for year in (period.year - 1, period.year):
                for part in Period(year, 1, 12).parts(frequency) or ():
                    for category in _CATEGORIES:
                        cell = figures.cells.get((name, part.code, category))
                        if cell is not None:
                            found[name, part.code, category] = cell
        return found

    def is_broken(self, near: Mapping[CellKey, Cell], key: CellKey, text: str) -> bool:
        """Whether a rule on this cell would fail if the text stood in it.

        Rules on the element's total concern its typed total; that on the sexes concerns all three cells.
        """
        book = self._book(key[0])[0].with_breaks(self._breaks)
        period = parse_period(key[1])
        figures = Figures({**near, key: (_FIGURE, text)})
        category = Category(key[2])
        return any(
            result.passed is False
            and (result.category is category or result.rule.rule == "sex_sum")
            and (result.element == key[0] or result.rule.rule != "equals_previous_period")  # reads the period before
            for span in _spans(period)
            for result in book.check(figures, span, {key[0]})
        )

    def _book(self, code: str) -> tuple[RuleBook, frozenset[str]]:
        if code not in self._books:
            elements = self._catalogue.data_elements
            reading = self._reading.get(code, [])
            codes = frozenset([code, *(name for bound in reading for name in (bound.element.code, *bound.names))])
            parts = frozenset(
                part
                for name in codes
                for part in (elements[name].male_element, elements[name].female_element)
                if part is not None
            )
            kept = {(bound.element.code, bound.rule) for bound in reading}
            few = {
                name: element._replace(rules=tuple(rule for rule in element.rules if (name, rule) in kept))
                for name, element in elements.items()
                if name in codes | parts
            }
            self._books[code] = RuleBook(self._catalogue._replace(data_elements=few)), codes | parts
        return self._books[code]


def _spans(period: Period) -> list[Period]:
    """The period and the longer ones around it."""
    return [period.around(longer) for longer in _LONGER if longer.months >= period.type.months]


def _by_digits(element: DataElement, text: str) -> Iterator[Slip]:
    """Slips that can be seen from the figure alone."""
    value = exact(text)
    if element.value_type is ValueType.DECIMAL and "." not in text:
        for places in range(1, _MOST_DECIMALS + 1):
            yield Slip(DECIMAL_LOST, exact_text(Fraction(value, 10**places)))
    is_count = element.value_type is ValueType.INTEGER
    yield Slip(TEN_TIMES if is_count else POINT_MOVED, exact_text(Fraction(value, 10)))
    for place in range(len(text) - 1):
        one, other = text[place], text[place + 1]
        if "." not in (one, other):
            yield Slip(SWAPPED, _canonical(text[:place] + other + one + text[place + 2 :]))
    yield Slip(TENTH if is_count else POINT_MOVED, exact_text(value * 10))
    if is_count:
        twice = [place for place, (one, next_one) in enumerate(pairwise(text)) if one == next_one]
        for place in (*twice, len(text) - 1):  # a key that was hit twice, or one key too many at the end
            yield Slip(EXTRA_DIGIT, _canonical(text[:place] + text[place + 1 :]))


def _canonical(text: str) -> str:
    whole, _, tail = text.partition(".")
    tail = tail.rstrip("0")
    return (whole.lstrip("0") or "0") + (f".{tail}" if tail else "")


def _cumulative(figures: Figures, element: DataElement, key: CellKey, period: Period) -> Iterator[Slip]:
    """The year so far, typed instead of the period alone."""
    if element.over_time is not OverTime.SUM or period.first_month == 1:
        return
    rest: Number = exact(figures.text(*key) or "0")
    part = period.previous()
    while part.year == period.year:
        before = figures.text(key[0], part.code, key[2])
        if before is None:
            return
        rest, part = rest - exact(before), part.previous()
    if rest >= 0:
        yield Slip(CUMULATIVE, exact_text(rest))


def _is_inside(limits: tuple[Limits, ...], value: Number) -> bool:
    return all(each.low <= value <= each.high for each in limits)


def _rank(slip: Slip, limits: tuple[Limits, ...]) -> tuple[int, Number, int]:
    """Known figures first, a digit too many last of them; then the nearest to what is expected, then by kind."""
    if slip.value == "":
        return 2, 0, _ORDER.index(slip.kind)
    away: Number = 0
    if limits:
        away = max(exact(slip.value) - limits[0].middle, limits[0].middle - exact(slip.value))
    return int(slip.kind == EXTRA_DIGIT), away, _ORDER.index(slip.kind)
