"""The fixed words of forms outside the window: spreadsheets and paper share ``assets/texts/sheet_vi.toml``."""

from __future__ import annotations

import tomllib
from functools import cache

from data.aggregation import NotApplicableType, element_over
from data.definitions import ValueType
from data.figures import Figures
from data.form_layout import EntryRow
from data.model import Category, CellState, DataValue, Number
from data.numbers import NOT_APPLICABLE_SIGN, exact_text, format_number, format_typed
from data.paths import asset
from data.periods import Period, PeriodType

ROMAN = ("", "I", "II", "III", "IV")
MOST_DECIMALS = 2
_SEXES = {Category.MALE: "male", Category.FEMALE: "female"}


@cache
def _texts() -> dict[str, dict[str, str]]:
    return tomllib.loads(asset("texts", "sheet_vi.toml").read_text(encoding="utf-8"))


def sheet_text(key: str, **values: object) -> str:
    """The words kept under ``key``, with the values put into their places."""
    return _texts()["sheet"][key].format_map(values)


def choice_word(code: str) -> str:
    """A choice or boolean as a person reads it."""
    return _texts()["choice"].get(code, code)


def period_title(period: Period) -> str:
    """The period as the head of a column: "Quý III/2024"."""
    texts = _texts()["period"]
    half = texts["first_half" if period.first_month == 1 else "second_half"]
    roman = ROMAN[period.last_month // 3] if period.type is PeriodType.QUARTER else ""
    words = {"year": period.year, "month": period.last_month, "roman": roman, "half": half}
    return texts[period.type.value].format_map(words)


def row_label(row: EntryRow) -> str:
    """What stands in front of a line: the data element's name, or "– nam" under it."""
    return sheet_text(_SEXES[row.category]) if row.is_part else row.element.name_vi


def row_unit(row: EntryRow) -> str:
    """The unit of a line; nothing for choices and for the sexes under a total."""
    return "" if row.is_part or row.element.unit == "choice" else row.element.unit


def printed_cell(value: DataValue | None) -> str:
    """A cell as it is printed: a figure, a dash, or nothing; a draft is no figure."""
    if value is None or value.state in (CellState.NOT_REPORTED, CellState.DRAFT):
        return ""
    if value.state is CellState.NOT_APPLICABLE:
        return NOT_APPLICABLE_SIGN
    return format_typed(value.value) if value.value[:1].isdigit() else choice_word(value.value)


def over_text(figures: Figures, row: EntryRow, period: Period) -> str:
    """A line over a whole period: the figure, or what is there of it in brackets with how much that is."""
    if row.element.value_type in (ValueType.CHOICE, ValueType.BOOLEAN):
        text = figures.text(row.element.code, period.code)
        return "" if text is None else choice_word(text)
    over = element_over(figures, row.element, period, _SEXES.get(row.category, "total"))
    if isinstance(over.reading, NotApplicableType):
        return NOT_APPLICABLE_SIGN
    if over.reading is not None:
        return _printed(over.reading)
    if over.provisional is not None and over.needed > 1:
        return f"({_printed(over.provisional)}) {over.reported}/{over.needed}"
    return ""


def over_number(figures: Figures, row: EntryRow, period: Period) -> Number | None:
    """A line over a whole period as a number; None where it is not known, or no number."""
    if row.element.value_type in (ValueType.CHOICE, ValueType.BOOLEAN):
        return None
    reading = element_over(figures, row.element, period, _SEXES.get(row.category, "total")).reading
    return None if isinstance(reading, NotApplicableType) else reading


def _printed(value: Number) -> str:
    return format_number(value, min(MOST_DECIMALS, len(exact_text(value).partition(".")[2])))
