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
from functools import cache
from itertools import pairwise
from math import isqrt
from typing import NamedTuple

from data.aggregation import NotApplicableType, read_part
from data.catalogue.content import Catalogue
from data.definitions import DataElement, DataSet, OverTime, ValueType
from data.figures import Figures
from data.model import Category, CellState, Number
from data.numbers import exact
from data.periods import Period, PeriodType, parse_period

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
_QUARTERS_BACK = 7
_FIGURE = CellState.FIGURE.value
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
    """How wide limits are.

    Attributes:
        quarters: Variance of chance for each event, in quarters; that of Poisson counts is 4.
        part: The level itself varies by a standard deviation of one in so many.
        twice_z: Standard deviations to each side, doubled.
    """

    quarters: int
    part: int
    twice_z: int


_EVENTS = _Spread(quarters=4, part=8, twice_z=4)
_STOCKS = _Spread(quarters=1, part=12, twice_z=4)
_SEASON = _Spread(quarters=4, part=10, twice_z=2)
_DEVIATIONS = _Spread(quarters=4, part=10, twice_z=5)

_UNIT = 2_000_000
"""Everything is reckoned in whole numbers of this part of one: exact for six decimals and for halves between them."""

_ROOM_OF_COUNTS, _ROOM_OF_DECIMALS = 3 * _UNIT**2 // 8, _UNIT**2 // 4
"""Variance of figures that never differed."""

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
                found.append(_within_deviations(definition, history))
        cap = self._cap(figures, definition, period)
        return tuple(found if cap is None else [*found, cap])

    def _history(self, figures: Figures, element: DataElement, period: Period, category: Category) -> list[Reference]:
        """The element's own earlier figures, newest first."""
        found: list[Reference] = []
        kind, cells = category.value, figures.cells
        made_of_sexes = element.sex_disaggregated and category is Category.DEFAULT
        for code in _earlier(period, _LOOKED_BACK[element.frequency]):
            if self._breaks and self._is_across_break(parse_period(code), period):
                break
            cell = cells.get((element.code, code, kind))
            if cell is not None and cell[0] == _FIGURE:
                found.append(Reference(code, exact(cell[1])))
            elif made_of_sexes:
                total = read_part(figures, element, code, "total")
                if total is not None and not isinstance(total, NotApplicableType):
                    found.append(Reference(code, total))
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
        around = period.around(element.frequency)
        for code in (around.code, *_earlier(around, _QUARTERS_BACK)):
            if self._breaks and self._is_across_break(parse_period(code), period):
                break
            text = figures.text(_POPULATION, code)
            if text is not None and exact(text) > 0:
                return Reference(code, exact(text))
        return None


@cache
def _earlier(period: Period, count: int) -> tuple[str, ...]:
    """Keys of so many periods before, newest first."""
    codes = []
    for _ in range(count):
        period = period.previous()
        codes.append(period.code)
    return tuple(codes)


def _usual(element: DataElement, period: Period, history: list[Reference]) -> Limits:
    """Limits by the element's own figures: of events around their median, of stocks around the newest."""
    values = [_units(reference.value) for reference in history]
    count, newest = len(values), history[0]
    code = period.in_year(period.year - 1).code
    last_year = next((reference for reference in history if reference.period == code), None)
    scale = _Scale(is_count=element.value_type is ValueType.INTEGER)
    if element.over_time is not OverTime.SUM:
        away = _median([abs(one - other) for one, other in pairwise(values)]) if count > 1 else 0
        low, high = scale.around(values[0], away, count, _STOCKS)
        return Limits(STOCK, low, high, newest.value, count, last_year, newest)
    middle = _median(values)
    away = _median([abs(value - middle) for value in values])
    low, high = scale.around(middle, away, count, _EVENTS)
    if last_year is not None:
        also_low, also_high = scale.around(_units(last_year.value), 0, 1, _SEASON)
        low, high = min(low, also_low), max(high, also_high)
    kind = MEDIAN if count >= _ENOUGH_FOR_MEDIAN else LAST_YEAR
    return Limits(kind, low, high, _number(middle), count, last_year, newest)


def _within_deviations(element: DataElement, history: list[Reference]) -> Limits:
    """Two and a half standard deviations around the mean."""
    values = [_units(reference.value) for reference in history]
    count, total = len(values), sum(values)
    mean = total // count
    variance = (count * sum(value * value for value in values) - total * total) // (count * (count - 1))
    scale = _Scale(is_count=element.value_type is ValueType.INTEGER)
    low, high = scale.limits(mean, max(variance, scale.own(mean, _DEVIATIONS)) + scale.room, _DEVIATIONS)
    return Limits(DEVIATION, low, high, _number(mean), count, None, history[0])


class _Scale(NamedTuple):
    """Counts are reckoned on the scale of square roots, decimals as they are."""

    is_count: bool

    @property
    def room(self) -> int:
        """Variance of figures that never differed."""
        return _ROOM_OF_COUNTS if self.is_count else _ROOM_OF_DECIMALS

    def own(self, middle: int, spread: _Spread) -> int:
        """Variance of a level: of the level itself and, for counts, of chance."""
        return (middle // spread.part) ** 2 + (middle * _UNIT * spread.quarters // 4 if self.is_count else 0)

    def around(self, middle: int, away: int, count: int, spread: _Spread) -> tuple[Number, Number]:
        """Limits around a level.

        Args:
            middle: The level.
            away: How far figures usually are from it; two thirds of the standard deviation of a normal figure.
            count: How many figures tell so; few make the limits wider.
            spread: How wide they are besides.
        """
        variance = max(self.own(middle, spread), 9 * away * away // 4) + self.room
        return self.limits(middle, variance * (2 * count + 3) // (2 * count), spread)

    def limits(self, middle: int, variance: int, spread: _Spread) -> tuple[Number, Number]:
        """So many standard deviations to each side, rounded down to whole counts or to two decimals."""
        square = spread.twice_z**2
        width = isqrt(square * variance // 4)
        if not self.is_count:
            cent = _UNIT // 100
            return Fraction(max(0, middle - width) // cent, 100), Fraction((middle + width) // cent, 100)
        centre = middle + square * _UNIT // 16
        low = max(0, centre - width) // _UNIT
        turns_back = 16 * variance <= square * _UNIT**2  # nearer to zero there are no lower limits on this scale
        return 0 if turns_back else low, (centre + width) // _UNIT


def _units(value: Number) -> int:
    return value.numerator * _UNIT // value.denominator


def _number(units: int) -> Number:
    return units // _UNIT if units % _UNIT == 0 else Fraction(units, _UNIT)


def _median(values: Sequence[int]) -> int:
    ordered = sorted(values)
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) // 2
