"""What one cell of a criteria spreadsheet says, as part of a neutral tree; formulas and stray dates are refused.

Source: CONTRACT section 5, X1.
"""

from __future__ import annotations

import math
import re
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final, NamedTuple

from data.assessment.tree_reading import shown
from data.assessment.wording import canonical_number, read_condition, read_tier
from data.errors import Fault
from data.exchange.criteria_layout import NOTHING, UNKNOWN, Kind
from data.exchange.xlsx_layout import MOST_EXACT_DIGITS
from data.exchange.xlsx_package import SheetCell
from data.numbers import bare


class Absent:
    """Nothing stands there; another thing than null, which says that nothing is known."""


ABSENT: Final = Absent()
_DAY = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})")
_NOTHING_WORDS = frozenset((NOTHING, "-", "—"))


class CellReading(NamedTuple):
    """How a cell is read.

    Attributes:
        takes_away: Whether a dash says that what the item has does not hold here.
    """

    kind: Kind
    takes_away: bool = False


def cell_value(cell: SheetCell, reading: CellReading) -> Any:  # noqa: ANN401 - part of a neutral tree, or a Fault
    """The value of a cell: part of a tree, ``ABSENT``, or a fault without a place."""
    if cell.kind == "f":
        return Fault("criteria_formula")
    if cell.kind == "e":
        return Fault("criteria_cell_error", "", {"value": shown(cell.value)})
    if cell.kind == "d" or isinstance(cell.value, date):
        return _day_cell(cell.value, reading.kind)
    text = _text(cell)
    if isinstance(text, Fault):
        return text
    text = text.strip()
    if not text:
        return ABSENT
    if reading.takes_away and text in _NOTHING_WORDS:
        return [] if reading.kind.name in ("lines", "tiers") else None
    return _read(text, reading.kind)


def _text(cell: SheetCell) -> str | Fault:
    """A cell as text; a figure of the spreadsheet exactly, where it has no more digits than that keeps."""
    value = cell.value
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, float):
        return str(value)
    if not math.isfinite(value):
        return Fault("criteria_not_number", "", {"value": str(value)})
    text = format(Decimal(repr(value)), "f")
    text = text.rstrip("0").removesuffix(".") if "." in text else text
    if len(text.replace(".", "").strip("-0")) > MOST_EXACT_DIGITS:
        return Fault("xlsx_long_float", "", {"value": shown(text.replace(".", ","))})
    return text


def _day_cell(value: Any, kind: Kind) -> str | Fault:  # noqa: ANN401 - as the library read it
    if kind.name == "day" and isinstance(value, date):
        return (value.date() if isinstance(value, datetime) else value).isoformat()
    return Fault("criteria_cell_date", "", {"value": shown(value)})


def _read(text: str, kind: Kind) -> Any:  # noqa: ANN401 - part of a neutral tree, or a Fault
    match kind.name:
        case "word" | "flag":
            return _word(text, kind)
        case "open":
            return kind.codes.get(bare(text), text)
        case "number":
            return canonical_number(text)
        case "lines":
            return [line.strip() for line in text.splitlines() if line.strip()]
        case "tiers":
            return _tiers(text)
        case "knock_out":
            return _knock_out(text)
        case "day":
            found = _DAY.fullmatch(text)
            return f"{found[3]}-{int(found[2]):02d}-{int(found[1]):02d}" if found else text
        case _:
            return text


def _word(text: str, kind: Kind) -> str | bool | Fault:
    code = kind.codes.get(bare(text))
    if code is None:
        return Fault("criteria_bad_word", "", {"value": shown(text), "allowed": ", ".join(kind.words.values())})
    return code == "true" if kind.name == "flag" else code


def _tiers(text: str) -> list[dict[str, Any]] | Fault:
    """One tier a line; several in a line where semicolons part them."""
    found = []
    for line in filter(str.strip, text.splitlines()):
        whole = read_tier(line)
        parts = [whole] if whole is not None else [read_tier(part) for part in line.split(";") if part.strip()]
        for part in parts:
            if part is None:
                return Fault("criteria_tier_line", "", {"value": shown(line)})
            found.append(part)
    return found


def _knock_out(text: str) -> bool | dict[str, Any] | Fault | None:
    if bare(text) == bare(UNKNOWN):
        return None
    words = {"co": True, "true": True, "x": True, "khong": False, "false": False}
    if bare(text) in words:
        return words[bare(text)]
    return read_condition(text) or Fault("criteria_knock_out_line", "", {"value": shown(text)})
