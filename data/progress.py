"""How far the forms of a period are filled. Pure functions over figures."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import NamedTuple

from data.catalogue.content import Catalogue
from data.definitions import DataElement, DataSet
from data.figures import CellKey, Figures, part_code
from data.model import CellState
from data.periods import Period

_FILLED = (CellState.FIGURE.value, CellState.NOT_APPLICABLE.value)
_DRAFT = CellState.DRAFT.value
_CELLS = ("default", "male", "female")


class FormProgress(NamedTuple):
    """One form over the own periods that make up the asked one.

    Attributes:
        data_set: The form.
        periods: Keys of the form's own periods, oldest first: three months for a monthly form in a quarter.
        needed: Totals that the form asks for in these periods.
        filled: Those that hold a figure or are not applicable; a total follows from both sexes.
        drafts: Cells that hold a draft.
        is_kept: Whether the station keeps the form; else it is "không thu thập", not unfinished.
    """

    data_set: DataSet
    periods: tuple[str, ...]
    needed: int
    filled: int
    drafts: int
    is_kept: bool

    @property
    def is_finished(self) -> bool:
        """Whether nothing is left to type."""
        return not self.is_kept or (self.filled == self.needed and self.drafts == 0)


def progress_of_forms(
    catalogue: Catalogue, figures: Figures, period: Period, not_kept: Collection[str]
) -> tuple[FormProgress, ...]:
    """Forms whose own periods make up the asked period, in the order of the screen.

    Args:
        catalogue: Forms and data elements.
        figures: The station's cells of these periods.
        period: Any period; a yearly form belongs to the year only.
        not_kept: Codes of the forms that the station does not keep.
    """
    return tuple(
        _progress(catalogue, figures, data_set, parts, data_set.code not in not_kept)
        for data_set in catalogue.data_sets.values()
        if (parts := period.parts(data_set.frequency)) is not None
    )


def is_filled(figures: Figures, element: DataElement, period: str) -> bool:
    """Whether the total of an element is typed, is not applicable, or follows from both sexes (CONTRACT P1)."""
    if _state(figures, (element.code, period, "default")) in _FILLED:
        return True
    if not element.sex_disaggregated:
        return False
    return all(_state(figures, key) in _FILLED for key in _sexes(element, period))


def _progress(
    catalogue: Catalogue, figures: Figures, data_set: DataSet, parts: Iterable[Period], is_kept: bool
) -> FormProgress:
    periods = tuple(part.code for part in parts)
    elements = [catalogue.data_elements[code] for code in data_set.elements]
    return FormProgress(
        data_set=data_set,
        periods=periods,
        needed=len(elements) * len(periods),
        filled=sum(is_filled(figures, element, period) for element in elements for period in periods),
        drafts=sum(
            _state(figures, (code, period, category)) == _DRAFT
            for code in data_set.elements
            for period in periods
            for category in _CELLS
        ),
        is_kept=is_kept,
    )


def _sexes(element: DataElement, period: str) -> list[CellKey]:
    keys = []
    for sex in ("male", "female"):
        code = part_code(element, sex)
        keys.append((code, period, sex if code == element.code else "default"))
    return keys


def _state(figures: Figures, key: CellKey) -> str:
    cell = figures.cells.get(key)
    return cell[0] if cell is not None else ""
