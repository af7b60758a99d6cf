"""Frozen figures against those of today, cell by cell. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import NamedTuple

from data.model import Category, CellState, DataValue


class Cell(NamedTuple):
    """Which cell: its data element, own period and category."""

    data_element: str
    period: str
    category: Category


class CellChange(NamedTuple):
    """A cell that holds something else than when the report was frozen.

    Attributes:
        at, who, why: Of its newest change; None and empty where the log does not tell (another file).
    """

    cell: Cell
    old_state: CellState
    old_value: str
    new_state: CellState
    new_value: str
    at: datetime | None = None
    who: str = ""
    why: str = ""


Held = tuple[CellState, str]

_NOTHING: Held = (CellState.NOT_REPORTED, "")


def cells_of(values: Iterable[DataValue]) -> dict[Cell, Held]:
    """What cells hold, by their key; comments do not count."""
    return {Cell(each.data_element, each.period, each.category): (each.state, each.value) for each in values}


def changed_cells(frozen: Mapping[Cell, Held], now: Mapping[Cell, Held]) -> tuple[CellChange, ...]:
    """Cells that differ, by data element, period and category; a cell that is not there is not reported."""
    keys = sorted(frozen.keys() | now.keys(), key=lambda cell: (cell[0], cell[1], cell[2].value))
    pairs = ((key, frozen.get(key, _NOTHING), now.get(key, _NOTHING)) for key in keys)
    return tuple(CellChange(key, *old, *new) for key, old, new in pairs if old != new)
