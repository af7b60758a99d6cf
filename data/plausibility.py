"""Whether a typed figure can be believed beside the element's own earlier figures; exact, no floats.

For the window::

    plausibility = Plausibility(catalogue)                                  # once
    hit = plausibility.check(figures, "epi_bcg", parse_period("202403"))    # Hit, or None: nothing to say
    hits = plausibility.check_form(figures, form, period)                   # all cells of a form, in its order
    slips = Slips(catalogue).proposals(figures, ("epi_bcg", "202403", "default"))    # data/slips.py

A hit annotates, as a warning does: it never changes, hides or refuses a figure. Without earlier figures (or, for the
caps, without a population) there is none.

Where the limits come from, all of it our own reading, since no circular gives any:

* *Events* (what adds up over time) lie around the median of the element's own figures of 24 months, 12 quarters or
  5 years before. Their spread is that of chance alone (Poisson) and an eighth of the level, or the median absolute
  deviation if that is wider; few figures make it wider still. On the scale of square roots these limits are symmetric,
  so that counts near zero have room above. What lies near the same period of last year is believed, too: the season.
* *Stocks* (last, first, average) lie around the newest earlier figure; how far they went before says how far they go.
* *Standard deviations* are looked at from twelve figures on, two and a half to each side, but never less than a
  quarter of the mean.
* *Population caps*: people of one period are no more than the people of the commune; visits, cases and tests no more
  than one a month for each of them. Figures of the district or of surveys have no cap.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from copy import copy
from datetime import date
from fractions import Fraction
from itertools import pairwise
from math import isqrt
from typing import NamedTuple

from data.aggregation import NotApplicableType, read_part
from data.catalogue.content import Catalogue
from data.definitions import DataElement, DataSet, OverTime, ValueType
from data.figures import Figures
from data.model import Category, Number
from data.numbers import exact
from data.periods import Period, PeriodType

LAST_YEAR, MEDIAN, DEVIATION, STOCK, POPULATION, REPEATED = (
    "last_year",
    "median",
    "deviation",
    "stock",
    "population",
    "repeated",
)
"""Kinds of a hit: which limits it is outside of; the codes of the sentences under [plausibility]."""

_LOOKED_BACK = {PeriodType.MONTH: 24, PeriodType.QUARTER: 12, PeriodType.YEAR: 5}
_ENOUGH_FOR_MEDIAN, ENOUGH_FOR_DEVIATION = 3, 12
_POPULATION = "population_end"
_ALL_PEOPLE = frozenset(("population_start", _POPULATION, "population_male_end", "population_female_end"))
_PEOPLE_UNITS = frozenset(("người", "trẻ", "hộ", "cặp"))
_VISIT_UNITS = frozenset(("lượt", "ca", "lượt người", "trường hợp"))
_OTHER_AREAS = frozenset(("district", "survey"))
_SEXES = (Category.DEFAULT, Category.MALE, Category.FEMALE)


class Reference(NamedTuple):
    """An earlier figure that a hit is explained with."""

    period: str
    value: Number


class Limits(NamedTuple):
    """What is usual for one cell.

    Attributes:
        kind: Which limits: one of the kinds above.
        low, high: The smallest and the largest figure that is believed, whole for counts.
        middle: What is expected most of all.
        known: How many earlier figures stand behind it.
        last_year: The same period of last year, if it is there; for a population cap None.
        newest: The newest earlier figure; for a population cap the population.
    """

    kind: str
    low: Number
    high: Number
    middle: Number
    known: int
    last_year: Reference | None
    newest: Reference


class Hit(NamedTuple):
    """A figure outside its limits."""

    element: str
    period: str
    category: Category
    value: Number
    limits: Limits

    @property
    def kind(self) -> str:
        """Code of its sentence under [plausibility]."""
        return self.limits.kind

    @property
    def reference(self) -> Reference:
        """The figure that the sentence names: of the same period last year for events, else the newest."""
        last_year = self.limits.last_year
        return self.limits.newest if last_year is None or self.kind in (STOCK, REPEATED) else last_year

    @property
    def times(self) -> int | None:
        """How many times the reference it is, rounded half-up, from three times on; None below, and beside zero."""
        reference = self.reference.value
        if self.kind in (POPULATION, REPEATED) or reference == 0 or self.value < 3 * reference:
            return None
        return int((2 * self.value + reference) // (2 * reference))


class _Spread(NamedTuple):
    """How wide limits are: z standard deviations of chance (per unit of level) and of the level itself."""

    chance: Fraction
    share: Fraction
    z: Fraction


_EVENTS = _Spread(chance=Fraction(1), share=Fraction(1, 8), z=Fraction(2))
_STOCKS = _Spread(chance=Fraction(1, 4), share=Fraction(1, 12), z=Fraction(2))
_SEASON = _Spread(chance=Fraction(1), share=Fraction(1, 10), z=Fraction(1))
_DEVIATIONS = Fraction(5, 2)
_SCALED_MAD = Fraction(3, 2)
"""The median absolute deviation of a normal figure is two thirds of its standard deviation."""

_ROOM_OF_COUNTS, _ROOM_OF_DECIMALS = Fraction(3, 8), Fraction(1, 4)
"""Variance of figures that never differed."""

_FINE = 10_000
"""Square roots are taken to four decimals; limits are rounded to whole counts, or to two decimals."""

_TELLING = 200
"""A count of events that is exactly that of the period before is no chance from this size on."""


class Plausibility:
    """All numeric data elements of the catalogue, ready to be looked at."""

    def __init__(self, catalogue: Catalogue, breaks: Iterable[date] = ()) -> None:
        """Keep the elements.

        Args:
            catalogue: Its data elements.
            breaks: Days on which the figures' meaning changed; nothing is compared across one (CONTRACT S2).
        """
        self._elements = catalogue.data_elements
        self._breaks = tuple(breaks)

    def with_breaks(self, breaks: Iterable[date]) -> Plausibility:
        """The same for a station whose series broke on these days."""
        other = copy(self)
        other._breaks = tuple(breaks)
        return other

    def check(
        self, figures: Figures, element: str, period: Period, category: Category = Category.DEFAULT
    ) -> Hit | None:
        """The hit of one cell; None when its figure can be believed, or there is nothing to hold it against.

        Args:
            figures: The station's cells; the cell itself holds the figure in question.
            element: Code of a data element; booleans and choices are never hit.
            period: One of the element's own periods.
            category: The typed total, male or female.
        """
        text = figures.text(element, period.code, category.value)
        if text is None or self._elements[element].value_type not in (ValueType.INTEGER, ValueType.DECIMAL):
            return None
        value = exact(text)
        all_limits = self.limits(figures, element, period, category)
        for limits in all_limits:
            if not limits.low <= value <= limits.high:
                return Hit(element, period.code, category, value, limits)
        if value >= _TELLING and self._elements[element].over_time is OverTime.SUM and all_limits:
            usual = all_limits[0]  # many events, exactly as many as before: inside all limits, and yet no chance
            if usual.newest == Reference(period.previous().code, value) and usual.kind != POPULATION:
                return Hit(element, period.code, category, value, usual._replace(kind=REPEATED))
        return None

    def check_form(self, figures: Figures, form: DataSet, period: Period) -> list[Hit]:
        """The hits of a form's cells in one of its own periods, in its order, the total before the sexes."""
        return [
            hit
            for code in form.elements
            for category in (_SEXES if self._elements[code].sex_disaggregated else _SEXES[:1])
            if (hit := self.check(figures, code, period, category)) is not None
        ]

    def limits(
        self, figures: Figures, element: str, period: Period, category: Category = Category.DEFAULT
    ) -> tuple[Limits, ...]:
        """All limits that a figure of this cell is held against, whatever stands there; a population cap last."""
        definition = self._elements[element]
        found = []
        history = self._history(figures, definition, period, category)
        if history:
            found.append(_usual(definition, period, history))
            if definition.over_time is OverTime.SUM and len(history) >= ENOUGH_FOR_DEVIATION:
                found.append(_within_deviations(history, is_count=definition.value_type is ValueType.INTEGER))
        cap = self._cap(figures, definition, period)
        return tuple(found if cap is None else [*found, cap])

    def _history(self, figures: Figures, element: DataElement, period: Period, category: Category) -> list[Reference]:
        """The element's own earlier figures, newest first."""
        found: list[Reference] = []
        before = period
        for _ in range(_LOOKED_BACK[element.frequency]):
            before = before.previous()
            if self._is_across_break(before, period):
                return found
            value = _value(figures, element, before, category)
            if value is not None:
                found.append(Reference(before.code, value))
        return found

    def _is_across_break(self, before: Period, period: Period) -> bool:
        return any(before.first_day < day <= period.last_day for day in self._breaks)

    def _cap(self, figures: Figures, element: DataElement, period: Period) -> Limits | None:
        """No more than the people there are, or one visit a month for each of them."""
        people = element.unit in _PEOPLE_UNITS
        if element.group in _OTHER_AREAS or element.code in _ALL_PEOPLE:
            return None
        known = self._population(figures, period) if people or element.unit in _VISIT_UNITS else None
        if known is None:
            return None
        most = known.value if people else known.value * period.type.months
        return Limits(POPULATION, 0, most, 0, 1, None, known)

    def _population(self, figures: Figures, period: Period) -> Reference | None:
        """The newest population at the end of the period, at most two years old."""
        element = self._elements.get(_POPULATION)
        if element is None:
            return None
        quarter = period.around(element.frequency)
        for _ in range(8):
            if self._is_across_break(quarter, period):
                return None
            text = figures.text(_POPULATION, quarter.code)
            if text is not None and exact(text) > 0:
                return Reference(quarter.code, exact(text))
            quarter = quarter.previous()
        return None


def _value(figures: Figures, element: DataElement, period: Period, category: Category) -> Number | None:
    text = figures.text(element.code, period.code, category.value)
    if text is not None:
        return exact(text)
    if category is not Category.DEFAULT or not element.sex_disaggregated:
        return None
    total = read_part(figures, element, period.code, "total")
    return None if isinstance(total, NotApplicableType) else total


def _usual(element: DataElement, period: Period, history: list[Reference]) -> Limits:
    """Limits by the element's own figures: of events around their median, of stocks around the newest."""
    values = [reference.value for reference in history]
    code = period.in_year(period.year - 1).code
    last_year = next((reference for reference in history if reference.period == code), None)
    is_count = element.value_type is ValueType.INTEGER
    if element.over_time is not OverTime.SUM:
        steps = [distance(one, other) for one, other in pairwise(values)]
        low, high = _around(values[0], _median(steps) if steps else 0, len(values), _STOCKS, is_count=is_count)
        return Limits(STOCK, low, high, values[0], len(values), last_year, history[0])
    middle = _median(values)
    away = _median([distance(value, middle) for value in values])
    low, high = _around(middle, away, len(values), _EVENTS, is_count=is_count)
    if last_year is not None:
        also_low, also_high = _around(last_year.value, 0, 1, _SEASON, is_count=is_count)
        low, high = min(low, also_low), max(high, also_high)
    kind = MEDIAN if len(values) >= _ENOUGH_FOR_MEDIAN else LAST_YEAR
    return Limits(kind, low, high, middle, len(values), last_year, history[0])


def _within_deviations(history: list[Reference], *, is_count: bool) -> Limits:
    """Two and a half standard deviations around the mean."""
    values = [reference.value for reference in history]
    count = len(values)
    total = sum(values)
    mean = Fraction(total, count)
    variance = Fraction(count * sum(value * value for value in values) - total * total, count * (count - 1))
    own = (mean / 10) ** 2 + (mean if is_count else 0)
    variance = max(variance, own) + (_ROOM_OF_COUNTS if is_count else _ROOM_OF_DECIMALS)
    low, high = _limits_of(mean, variance, _DEVIATIONS, is_count=is_count)
    return Limits(DEVIATION, low, high, mean, count, None, history[0])


def _around(middle: Number, away: Number, count: int, spread: _Spread, *, is_count: bool) -> tuple[Number, Number]:
    """Limits around a level; ``away`` is how far figures usually are from it, ``count`` how many tell so."""
    own = (spread.share * middle) ** 2 + (spread.chance * middle if is_count else 0)
    variance = max(own, (_SCALED_MAD * away) ** 2) + (_ROOM_OF_COUNTS if is_count else _ROOM_OF_DECIMALS)
    return _limits_of(middle, variance * (1 + Fraction(3, 2 * count)), spread.z, is_count=is_count)


def _limits_of(middle: Number, variance: Number, z: Fraction, *, is_count: bool) -> tuple[Number, Number]:
    """So many standard deviations to each side, for counts on the scale of square roots, rounded down."""
    square = z * z
    spread = square * variance
    width = isqrt(spread.numerator * _FINE * _FINE // spread.denominator)
    lifted = middle + square / 4 if is_count else middle
    centre = lifted.numerator * _FINE // lifted.denominator
    unit = _FINE if is_count else _FINE // 100
    low, high = max(0, (centre - width) // unit), (centre + width) // unit
    if is_count:
        return (low if 4 * variance > square else 0), high  # nearer to zero the scale of square roots turns back
    return Fraction(low, 100), Fraction(high, 100)


def distance(one: Number, other: Number) -> Number:
    """How far two figures are apart."""
    return one - other if one >= other else other - one


def _median(values: Sequence[Number]) -> Number:
    ordered = sorted(values)
    half = len(ordered) // 2
    if len(ordered) % 2 or ordered[half - 1] == ordered[half]:
        return ordered[half]
    return Fraction(ordered[half - 1] + ordered[half], 2)
