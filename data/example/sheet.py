"""The example's cells while they are being worked out: reading back by period, writing by category."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import cast

from data.definitions import DataElement
from data.example.series import Series
from data.model import Category, CellState, DataValue
from data.periods import Period

YEARS = (2022, 2023, 2024, 2025)
"""The years of the example; the last one is cut off in its third quarter afterwards."""

Typed = int | bool | str
"""A figure as a table holds it; text is a choice or decimal text."""

Key = tuple[str, Period, Category]


def whole_year(year: int) -> Period:
    """The year as a period."""
    return Period(year, 1, 12)


class Sheet:
    """Cells by data element, period and category.

    Only whole figures can be read back for other rows to be part of them.
    """

    def __init__(self, elements: Mapping[str, DataElement]) -> None:
        """Start empty; ``elements`` are the catalogue's data elements."""
        self.elements = elements
        self._cells: dict[Key, Typed | None] = {}

    def periods(self, code: str, year: int) -> tuple[Period, ...]:
        """The element's own periods of a year, oldest first."""
        return whole_year(year).parts(self.elements[code].frequency) or ()

    def put(self, code: str, period: Period, value: Typed) -> None:
        """Write the total of a cell."""
        self._cells[code, period, Category.DEFAULT] = value

    def put_sexes(self, code: str, period: Period, male: int, female: int) -> None:
        """Write male, female and their sum."""
        self._cells[code, period, Category.DEFAULT] = male + female
        self._cells[code, period, Category.MALE] = male
        self._cells[code, period, Category.FEMALE] = female

    def put_dash(self, code: str, period: Period) -> None:
        """Write "not applicable"."""
        self._cells[code, period, Category.DEFAULT] = None

    def read(self, code: str, period: Period, category: Category = Category.DEFAULT) -> int:
        """A whole figure at the element's own period; the sexes of five elements stand in elements of their own."""
        element = self.elements[code]
        own = {Category.MALE: element.male_element, Category.FEMALE: element.female_element}.get(category)
        value = self._cells[(own, period, Category.DEFAULT) if own else (code, period, category)]
        return cast("int", value)

    def added_up(self, code: str, periods: tuple[Period, ...], category: Category = Category.DEFAULT) -> Series:
        """What the element adds up to in each of the periods (same length or longer than its own)."""
        frequency = self.elements[code].frequency
        return tuple(
            sum(self.read(code, part, category) for part in period.parts(frequency) or ()) for period in periods
        )

    def decimal_sum(self, codes: tuple[str, ...], period: Period) -> str:
        """What decimal figures of the same period add up to, as decimal text without needless zeros."""
        cells = (self._cells[code, period, Category.DEFAULT] for code in codes)
        text = format(sum((Decimal(str(cell)) for cell in cells), Decimal(0)), "f")
        return text.rstrip("0").rstrip(".") if "." in text else text

    def latest(self, code: str, period: Period, category: Category = Category.DEFAULT) -> int:
        """The element's figure at the end of the period, or of the longer period around it."""
        return self.read(code, period.around(self.elements[code].frequency), category)

    def values(self) -> tuple[DataValue, ...]:
        """All cells as data values, in the order of catalogue, period and category."""
        order = {code: place for place, code in enumerate(self.elements)}
        keys = sorted(self._cells, key=lambda key: (order[key[0]], key[1], list(Category).index(key[2])))
        return tuple(_data_value(key, self._cells[key]) for key in keys)


def _data_value(key: Key, value: Typed | None) -> DataValue:
    """One cell in its stored form."""
    code, period, category = key
    state = CellState.NOT_APPLICABLE if value is None else CellState.FIGURE
    text = "" if value is None else canonical(value)
    return DataValue(data_element=code, period=period.code, category=category, state=state, value=text)


def canonical(value: Typed) -> str:
    """The stored text of a figure: ``true``/``false`` or a number with a point and no needless zero."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)
