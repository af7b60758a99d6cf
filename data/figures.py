"""The cells of one station in memory, and which of them hold the sexes of a data element (CONTRACT P1)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from data.definitions import DataElement
from data.model import CellState, DataValue

CellKey = tuple[str, str, str]
Cell = tuple[str, str]

_FIGURE = CellState.FIGURE.value


class Figures:
    """The cells of one station, in memory; not to be changed after it is made.

    Attributes:
        cells: (data element, period, category option combo) -> (state, canonical text).
    """

    __slots__ = ("cells",)

    def __init__(self, cells: Mapping[CellKey, Cell]) -> None:
        """Keep the cells as they were read."""
        self.cells = cells

    @classmethod
    def of(cls, values: Iterable[DataValue]) -> Figures:
        """Figures from data values."""
        return cls(
            {
                (value.data_element, value.period, value.category.value): (
                    value.state.value,
                    value.value,
                )
                for value in values
                if value.state is not CellState.NOT_REPORTED
            }
        )

    def text(self, element: str, period: str, category: str = "default") -> str | None:
        """Canonical text of a figure; None when the cell holds none."""
        cell = self.cells.get((element, period, category))
        return cell[1] if cell is not None and cell[0] == _FIGURE else None


def part_code(element: DataElement, category: str) -> str:
    """Code of the element that holds the category: the part's for the five that keep their sexes in parts."""
    if category == "male" and element.male_element:
        return element.male_element
    if category == "female" and element.female_element:
        return element.female_element
    return element.code
