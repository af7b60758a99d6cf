"""Lines ``element,period,category,value`` -> cells, one after another, as they are entered.

Figures are read as in an import, so nothing is guessed: a line is a cell, or there is a reason why not.
Source: PRODUCT section 7 and CONTRACT section 2, enter.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from datetime import date
from typing import BinaryIO, NamedTuple

from data.catalogue.content import Catalogue
from data.errors import Fault
from data.exchange.csv_figures import CellRules
from data.model import Category, CellState, DataValue

LONGEST_LINE = 1000
"""Bytes of a line with its end; a longer one is refused as a whole."""

NOT_APPLICABLE = "-"
FIELDS = ("element", "period", "category", "value")

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


class Line(NamedTuple):
    """One line of the input.

    Attributes:
        number: From 1.
        content: Its bytes without the end of the line; empty when it was too long.
        is_too_long: Whether it has more than ``LONGEST_LINE`` bytes.
    """

    number: int
    content: bytes
    is_too_long: bool = False


def read_lines(source: BinaryIO) -> Iterator[Line]:
    """Yield each line as soon as it has arrived; the last one needs no end. A line ends with LF or CR LF.

    Raises:
        OSError: The input cannot be read.
    """
    number, content = 0, source.readline(LONGEST_LINE)
    while content:
        number += 1
        is_too_long = len(content) == LONGEST_LINE and not content.endswith(b"\n")
        if is_too_long:
            _pass_over(source)
        elif number == 1:
            content = content.removeprefix(_BYTE_ORDER_MARK)
        yield Line(number, b"" if is_too_long else _without_end(content), is_too_long)
        content = source.readline(LONGEST_LINE)


def _pass_over(source: BinaryIO) -> None:
    rest = source.readline(LONGEST_LINE)
    while rest and not rest.endswith(b"\n"):
        rest = source.readline(LONGEST_LINE)


def _without_end(content: bytes) -> bytes:
    return content.removesuffix(b"\n").removesuffix(b"\r")


class LineReader:
    """Holds lines against the catalogue."""

    __slots__ = ("_rules",)

    def __init__(self, catalogue: Catalogue, today: date) -> None:
        """Take the catalogue; a period that begins after ``today`` is refused."""
        self._rules = CellRules(catalogue, today)

    def read(self, line: Line) -> DataValue | Fault:
        """The cell of a line, or the first thing that is wrong with the line.

        An empty value means not reported, ``-`` not applicable.
        """
        fields = _fields(line)
        if isinstance(fields, Fault):
            return fields
        element, period, category, text = fields
        state, value = _state_of(text)
        for fault in self._faults(fields, state):
            return fault
        return DataValue(element, period, Category(category), state, value)

    def _faults(self, fields: list[str], state: CellState) -> Iterator[Fault]:
        element, period, category, text = fields
        yield from self._rules.element_faults(element, period, "")
        yield from self._rules.category_faults(element, category, "")
        if state is CellState.FIGURE:
            yield from self._rules.value_faults(element, text, "")


def _state_of(text: str) -> tuple[CellState, str]:
    if not text:
        return CellState.NOT_REPORTED, ""
    if text == NOT_APPLICABLE:
        return CellState.NOT_APPLICABLE, ""
    return CellState.FIGURE, text


def _fields(line: Line) -> list[str] | Fault:
    """The four fields of a line, in NFC."""
    if line.is_too_long:
        return Fault("enter_too_long", "", {"limit": str(LONGEST_LINE)})
    try:
        text = unicodedata.normalize("NFC", line.content.decode("utf-8"))
    except UnicodeDecodeError:
        return Fault("enter_not_utf8")
    if any(unicodedata.category(letter) == "Cc" for letter in text):
        return Fault("enter_not_text")
    if '"' in text:
        return Fault("enter_quotes")
    fields = text.split(",")
    if len(fields) != len(FIELDS):
        return Fault("enter_fields", "", {"found": str(len(fields)), "needed": ",".join(FIELDS)})
    return fields
