"""How the cells of the entry grid read, and what a cell looks like: a record made once and painted many times."""

from __future__ import annotations

from typing import NamedTuple

from data.aggregation import ElementValue, NotApplicableType
from data.model import CellState, DataValue, Number
from data.numbers import NOT_APPLICABLE_SIGN, exact_text, format_number, format_typed
from data.reasons import is_sum
from ui import words


class Look(NamedTuple):
    """Everything the grid needs to paint a cell.

    Attributes:
        colour: Field of the colour scheme that the text is drawn in.
        is_part: Whether it can be typed into.
        is_strong: Whether it is a typed figure, a little stronger than the rest.
        is_locked: Whether its period is marked complete: nothing can be typed into it.
        sign: Icon before the text: ``saving``, ``error``, ``warning`` or none.
        note: A word beside the text, where there is room for it.
    """

    text: str = ""
    colour: str = "text"
    is_right: bool = False
    is_part: bool = False
    is_strong: bool = False
    is_draft: bool = False
    is_indented: bool = False
    is_locked: bool = False
    sign: str = ""
    note: str = ""


def typed_look(value: DataValue, derived: Number | None, *, is_pending: bool, flag: str) -> Look:
    """A cell that can be typed into; ``derived`` is what its parts add up to, where it is blank itself."""
    is_draft = value.state is CellState.DRAFT
    shown = "bad" if is_draft else "text" if derived is None else "muted"
    return Look(
        text=printed(value) if derived is None else printed_number(derived),
        colour=shown,
        is_right=True,
        is_part=True,
        is_strong=value.state is CellState.FIGURE,
        is_draft=is_draft,
        sign="saving" if is_pending else flag or ("error" if is_draft else ""),
    )


def unsaved_look(value: DataValue, note: str) -> Look:
    """A cell whose typed text could not be written."""
    return Look(printed(value), "bad", is_right=True, is_part=True, is_draft=True, sign="warning", note=note)


def printed(value: DataValue) -> str:
    """A cell as it is shown: a figure, a dash, the draft's text, or nothing."""
    if value.state is CellState.NOT_APPLICABLE:
        return NOT_APPLICABLE_SIGN
    if value.state is CellState.FIGURE:
        return words.choice(value.value) if not value.value[:1].isdigit() else format_typed(value.value)
    return value.value


def edited(value: DataValue) -> str:
    """A cell as F2 offers it: the terms that were added up, where they are known."""
    if value.state is CellState.FIGURE and is_sum(value.comment):
        return value.comment
    return printed(value)


def printed_over(over: ElementValue) -> str:
    """An element over a longer period; a part of it stands in brackets with how much is there."""
    if isinstance(over.reading, NotApplicableType):
        return NOT_APPLICABLE_SIGN
    if over.reading is not None:
        return printed_number(over.reading)
    if over.provisional is not None and over.needed > 1:
        return f"({printed_number(over.provisional)}) {over.reported}/{over.needed}"
    return ""


def printed_number(value: Number) -> str:
    """An exact number in Vietnamese form, with two decimals at most."""
    return format_number(value, min(2, len(exact_text(value).partition(".")[2])))
