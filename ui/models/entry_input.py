"""What becomes of typed and pasted text: data values, drafts, or a question. Nothing here writes or shows."""

from __future__ import annotations

from typing import NamedTuple

from data.definitions import DataElement, ValueType
from data.model import CellState, DataValue
from data.numbers import Ambiguous, Draft, Figure, NotApplicable, bare, parse_figure
from ui import words
from ui.models.entry_rows import CellId


class Typed(NamedTuple):
    """One accepted text.

    Attributes:
        value: What the cell becomes (a draft when it is no figure).
        code: Why it is a draft, as the key of a sentence; empty for the rest.
        readings: Canonical readings when it is to be asked.
    """

    value: DataValue
    code: str = ""
    readings: tuple[str, ...] = ()


def read_text(element: DataElement, cell: CellId, text: str, preferred: int | None = None) -> Typed:
    """Read the text of a cell; ``preferred`` is the reading a person chose before for such texts."""
    if element.value_type in (ValueType.BOOLEAN, ValueType.CHOICE):
        text = choice_of(text, _codes(element))
    parsed = parse_figure(text, element.value_type, element.choices)
    if isinstance(parsed, Ambiguous):
        if preferred is not None and preferred < len(parsed.readings) and len(parsed.readings) > 1:
            return Typed(_value(cell, CellState.FIGURE, parsed.readings[preferred]))
        return Typed(_value(cell, CellState.DRAFT, text), "", parsed.readings)
    if isinstance(parsed, Draft):
        return Typed(_value(cell, CellState.DRAFT, parsed.text), parsed.code)
    if isinstance(parsed, Figure):
        return Typed(_value(cell, CellState.FIGURE, parsed.value, parsed.comment))
    is_dash = isinstance(parsed, NotApplicable)
    return Typed(_value(cell, CellState.NOT_APPLICABLE if is_dash else CellState.NOT_REPORTED))


def with_reading(value: DataValue, reading: str) -> DataValue:
    """The draft as the figure that a person says it is."""
    return _value(CellId(value.data_element, value.period, value.category), CellState.FIGURE, reading)


def _codes(element: DataElement) -> tuple[str, ...]:
    return ("true", "false") if element.value_type is ValueType.BOOLEAN else element.choices


def _value(cell: CellId, state: CellState, text: str = "", comment: str = "") -> DataValue:
    return DataValue(
        data_element=cell.data_element,
        period=cell.period,
        category=cell.category,
        state=state,
        value=text,
        comment=comment,
    )


def choice_of(text: str, codes: tuple[str, ...]) -> str:
    """The choice whose word begins with the typed text, or whose number it is; else the text itself."""
    typed = bare(" ".join(text.split()))
    if not typed:
        return text
    named = [code for code in codes if bare(words.choice(code)).startswith(typed) or bare(code).startswith(typed)]
    if typed.isdigit() and typed not in codes and 0 < int(typed) <= len(codes):
        return codes[int(typed) - 1]
    exactly = [code for code in codes if bare(code) == typed]
    if exactly:
        return exactly[0]
    return named[0] if len(named) == 1 else text
