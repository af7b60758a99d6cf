"""What the entry grid shows that is not stored: sums of both sexes, and figures since 1 January."""

from __future__ import annotations

from fractions import Fraction

from data.aggregation import read_cell
from data.cumulative import Obstacle, sum_before, takes_cumulative
from data.definitions import DataElement
from data.figures import Figures
from data.model import Number
from data.periods import parse_period
from ui.models.entry_rows import SEXES, CellId


def derived_total(figures: Figures, element: DataElement, cell: CellId, *, is_cumulative: bool) -> Number | None:
    """Sum of both sexes of a blank total, None unless both hold a figure; since 1 January where that can be told."""
    readings = [read_cell(figures, cell.data_element, cell.period, sex.value) for sex in SEXES]
    numbers = [reading for reading in readings if isinstance(reading, int | Fraction)]
    if len(numbers) < len(SEXES):
        return None
    total: Number = sum(numbers)
    if is_cumulative and takes_cumulative(element):
        before = sum_before(figures, element, parse_period(cell.period), cell.category)
        return total if isinstance(before, Obstacle) else total + before
    return total
