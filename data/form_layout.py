"""A form laid out for a period: its rows, its columns, its cells. The same for grid, spreadsheet and paper."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from data.catalogue.content import Catalogue
from data.definitions import DataElement, DataSet
from data.model import Category
from data.periods import Period

SEXES = (Category.MALE, Category.FEMALE)


class CellId(NamedTuple):
    """Key of one cell of the station file."""

    data_element: str
    period: str
    category: Category


class EntryRow(NamedTuple):
    """One line of a form: an element, or one sex of it."""

    element: DataElement
    category: Category
    number: str

    @property
    def is_part(self) -> bool:
        """Whether the line is one sex of the line above."""
        return self.category is not Category.DEFAULT


class EntryForm(NamedTuple):
    """A form laid out for a period.

    Attributes:
        parts: The periods that are typed, oldest first.
        whole: The period that the parts make up.
        compared: Period shown beside it.
    """

    data_set: DataSet
    rows: tuple[EntryRow, ...]
    parts: tuple[Period, ...]
    whole: Period
    compared: Period

    @property
    def has_total(self) -> bool:
        """Whether a total column stands behind the parts."""
        return len(self.parts) > 1

    @property
    def compared_parts(self) -> tuple[Period, ...]:
        """The periods of the form's own frequency that stand beside."""
        return self.compared.parts(self.data_set.frequency) or (self.compared,)

    def periods_read(self) -> list[str]:
        """Keys of all periods whose cells are known: typed, shown beside, and the one before each typed one."""
        before = (part.previous() for part in self.parts)
        return sorted({part.code for part in (*self.parts, *self.compared_parts, *before)})

    def cells(self) -> tuple[CellId, ...]:
        """All typed cells in form order: down the first part, then the next."""
        return tuple(CellId(row.element.code, part.code, row.category) for part in self.parts for row in self.rows)


def lay_out(catalogue: Catalogue, data_set: DataSet, period: Period, *, same_last_year: bool) -> EntryForm:
    """Lay a form out for a period; a form of a longer frequency is laid out for the period around it."""
    parts = period.parts(data_set.frequency)
    whole = period
    if parts is None:
        whole = period.around(data_set.frequency)
        parts = (whole,)
    compared = whole.in_year(whole.year - 1) if same_last_year else whole.previous()
    return EntryForm(
        data_set=data_set,
        rows=_rows(tuple(catalogue.data_elements[code] for code in data_set.elements)),
        parts=parts,
        whole=whole,
        compared=compared,
    )


def _rows(elements: tuple[DataElement, ...]) -> tuple[EntryRow, ...]:
    rows = []
    for place, element in enumerate(elements, start=1):
        rows.append(EntryRow(element, Category.DEFAULT, str(place)))
        if element.sex_disaggregated and element.male_element is None:
            rows += [EntryRow(element, sex, "") for sex in SEXES]
    return tuple(rows)


def rows_by_element(rows: tuple[EntryRow, ...]) -> Mapping[str, tuple[int, ...]]:
    """For each data element the lines that show something of it: its own, and those of totals that it is a sex of."""
    found: dict[str, list[int]] = {}
    for place, row in enumerate(rows):
        for code in (row.element.code, row.element.male_element, row.element.female_element):
            if code:
                found.setdefault(code, []).append(place)
    return {code: tuple(places) for code, places in found.items()}
