"""What the change log tells: entries of a cell, moments, steps that can be undone, and where the history stands."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from data.model import CellState, DataValue


class ChainHead(NamedTuple):
    """Where a file's history stands: its newest action and seal, and which file it is."""

    action_id: int
    seal: str
    at: datetime | None
    generation: int
    file_id: str


class UndoCell(NamedTuple):
    """A cell of an action: ``old`` is what undoing writes, ``new`` what the action wrote."""

    old: DataValue
    new: DataValue


class UndoStep(NamedTuple):
    """An action that can be taken back, or done again.

    Attributes:
        cells: The cells that would change; ``kept`` those that somebody else changed since, which stay as they are.
    """

    action_id: int
    at: datetime
    who: str
    kind: str
    cells: tuple[UndoCell, ...]
    kept: tuple[UndoCell, ...] = ()


class Moment(NamedTuple):
    """A point in the history of some cells: who did what, how many of the cells changed, and the first of them."""

    action_id: int
    at: datetime
    who: str
    kind: str
    changed: int
    first: UndoCell | None = None


class ChangeEntry(NamedTuple):
    """One entry of a cell's change log."""

    at: datetime
    who: str
    why: str
    old_state: CellState
    old_value: str
    old_comment: str
    new_state: CellState
    new_value: str
    new_comment: str


class RecordsAsked(NamedTuple):
    """Which changes are asked for that are no figures.

    Attributes:
        kinds: Tables of records, as the log names them; an empty text among them asks for restores, none at all for
            everything.
        since, until: Only changes from this moment on, and before that one.
        before: Only changes older than the one at this place: the next page.
        most: How many at most.
    """

    kinds: tuple[str, ...] = ()
    since: datetime | None = None
    until: datetime | None = None
    before: tuple[int, int] | None = None
    most: int = 100


class RecordEntry(NamedTuple):
    """One entry of the log of records, or (``record`` empty) the moment at which the file was restored.

    Attributes:
        place: Action and entry: where the next page begins.
        kind: What the action was; ``record``: the table of what changed.
        key: Which record; ``old`` and ``new``: its values by name, None where there was or is none.
    """

    place: tuple[int, int]
    at: datetime
    who: str
    why: str
    kind: str
    record: str
    key: Mapping[str, str]
    old: Mapping[str, str] | None
    new: Mapping[str, str] | None
