"""The strict forms of a figure in exchanged files, and why a text is none of them.

Other than in a typed cell nothing is guessed here: ``1.234,5`` and ``12,5`` are refused.
Source: CONTRACT section 2, import.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from data.definitions import DataElement, ValueType
from data.errors import Fault
from data.numbers import CANONICAL_DECIMAL, CANONICAL_INTEGER

Matches = Callable[[str], object]

_BOOLEANS: Final = frozenset(("true", "false"))
_SHOWN_LETTERS = 40

_BLANKS = re.compile(r"\s+")
_FORMULA = re.compile(r"[=@+]|-+[A-Za-z(]", re.ASCII)
_NEGATIVE = re.compile(r"-[0-9]+(?:[.,][0-9]+)*", re.ASCII)
_WITH_COMMA = re.compile(r"[0-9]+(?:[.,][0-9]+)*,[0-9]+(?:[.,][0-9]+)*", re.ASCII)
_LEADING_ZERO = re.compile(r"0[0-9]+(?:\.[0-9]+)?", re.ASCII)
_DECIMAL = re.compile(r"[0-9]+\.[0-9]+", re.ASCII)
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3}){1,3}", re.ASCII)
_DIGITS = re.compile(r"[0-9]+(?:\.[0-9]+)?", re.ASCII)


def matcher(element: DataElement) -> Matches:
    """A quick test whether a text is a figure of this element: something true when it is."""
    if element.value_type is ValueType.INTEGER:
        return CANONICAL_INTEGER.fullmatch
    if element.value_type is ValueType.DECIMAL:
        return CANONICAL_DECIMAL.fullmatch
    if element.value_type is ValueType.BOOLEAN:
        return _BOOLEANS.__contains__
    return frozenset(element.choices).__contains__


def shown(text: str) -> str:
    """A text short enough for a sentence, on one line; blanks around it are to be seen."""
    flat = _BLANKS.sub(" ", text) if text.strip() else text
    return flat if len(flat) <= _SHOWN_LETTERS else flat[:_SHOWN_LETTERS] + "…"


def figure_fault(text: str, element: DataElement, place: str) -> Fault:
    """Why a text is no figure of this element."""
    value = shown(text)
    if not text.strip():
        return Fault("csv_value_blank", place)
    if text != text.strip() and matcher(element)(text.strip()):
        return Fault("csv_value_blanks", place, {"value": value})
    if element.value_type is ValueType.BOOLEAN:
        return Fault("csv_value_not_boolean", place, {"value": value})
    if element.value_type is ValueType.CHOICE:
        choices = ", ".join(element.choices)
        return Fault("csv_value_not_choice", place, {"value": value, "choices": choices})
    if element.value_type is ValueType.INTEGER and _GROUPED.fullmatch(text):
        return Fault("csv_value_grouped", place, {"value": value, "joined": text.replace(".", "")})
    return Fault(_number_fault(text, element.value_type), place, {"value": value})


def _number_fault(text: str, value_type: ValueType) -> str:
    if _FORMULA.match(text):
        return "csv_value_formula"
    if _NEGATIVE.fullmatch(text):
        return "csv_value_negative"
    if _WITH_COMMA.fullmatch(text):
        return "csv_value_comma"
    if value_type is ValueType.INTEGER and _DECIMAL.fullmatch(text):
        return "csv_value_fraction"
    if not _DIGITS.fullmatch(text):
        return "csv_value_not_number"
    if len(text.partition(".")[0].lstrip("0")) > 12:
        return "csv_value_too_large"
    if _LEADING_ZERO.fullmatch(text):
        return "csv_value_leading_zero"
    return "csv_value_decimals"
