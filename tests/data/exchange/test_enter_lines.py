"""Lines of entered figures: each one is a cell, or there is a reason why not."""

from __future__ import annotations

import io
import unicodedata
from datetime import date

import pytest

from data.definitions import ValueType
from data.errors import Fault
from data.exchange.enter_lines import LONGEST_LINE, Line, LineReader, read_lines
from data.model import Category, CellState, DataValue
from data.periods import PeriodType
from tests.builders import make_catalogue, make_element

CATALOGUE = make_catalogue(
    (
        make_element("people", sex_disaggregated=True),
        make_element("visits", frequency=PeriodType.QUARTER),
        make_element("area", value_type=ValueType.DECIMAL),
        make_element("kind", value_type=ValueType.CHOICE, choices=("xa", "đặc biệt")),
    )
)
READER = LineReader(CATALOGUE, date(2024, 8, 15))


def read(text: str | bytes) -> DataValue | Fault:
    return READER.read(Line(1, text if isinstance(text, bytes) else text.encode()))


def lines(content: bytes) -> list[tuple[int, bytes, bool]]:
    return [(line.number, line.content, line.is_too_long) for line in read_lines(io.BytesIO(content))]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("people,2023,male,5", DataValue("people", "2023", Category.MALE, CellState.FIGURE, "5")),
        ("visits,2024Q3,default,0", DataValue("visits", "2024Q3", Category.DEFAULT, CellState.FIGURE, "0")),
        ("area,2023,default,12.50", DataValue("area", "2023", Category.DEFAULT, CellState.FIGURE, "12.50")),
        ("people,2023,default,", DataValue("people", "2023", Category.DEFAULT, CellState.NOT_REPORTED, "")),
        ("people,2023,default,-", DataValue("people", "2023", Category.DEFAULT, CellState.NOT_APPLICABLE, "")),
    ],
)
def test_line_is_a_cell(text: str, value: DataValue) -> None:
    assert read(text) == value


def test_text_comes_composed() -> None:
    found = read(unicodedata.normalize("NFD", "kind,2023,default,đặc biệt"))
    assert isinstance(found, DataValue)
    assert found.value == "đặc biệt"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "enter_fields"),
        ("people,2023,default", "enter_fields"),
        ("people,2023,default,1,2", "enter_fields"),
        ('people,2023,default,"5"', "enter_quotes"),
        (b"people,2023,default,\xff", "enter_not_utf8"),
        (b"people,2023,default,\x005", "enter_not_text"),
        ("people,2023,default,5\r", "enter_not_text"),
        ("none,2023,default,5", "csv_element_unknown"),
        ("people,2023Q9,default,5", "csv_period_unknown"),
        ("visits,2024Q4,default,5", "csv_period_future"),
        ("visits,2023,default,5", "csv_period_not_quarter"),
        ("people,2023,child,5", "csv_category_unknown"),
        ("visits,2024Q1,male,5", "csv_category_not_kept"),
        ("people,2023,default,12.5", "csv_value_fraction"),
        ("people,2023,default,-5", "csv_value_negative"),
        ("people,2023,default, ", "csv_value_blank"),
        ("none,2023,default,", "csv_element_unknown"),
    ],
)
def test_line_that_is_no_cell_has_a_reason(text: str | bytes, code: str) -> None:
    found = read(text)
    assert isinstance(found, Fault)
    assert found.code == code


def test_line_that_is_too_long_has_a_reason() -> None:
    found = READER.read(Line(1, b"", is_too_long=True))
    assert isinstance(found, Fault)
    assert found.code == "enter_too_long"


def test_lines_are_numbered_and_lose_their_ends() -> None:
    assert lines(b"\xef\xbb\xbfa\r\n\nb") == [(1, b"a", False), (2, b"", False), (3, b"b", False)]
    assert lines(b"") == []


@pytest.mark.parametrize("length", [LONGEST_LINE, 3 * LONGEST_LINE + 7, 10 * LONGEST_LINE])
def test_too_long_line_is_passed_over(length: int) -> None:
    assert lines(b"x" * length + b"\ny\n") == [(1, b"", True), (2, b"y", False)]
    assert lines(b"x" * length) == [(1, b"", True)]


def test_longest_line_is_taken() -> None:
    content = b"x" * (LONGEST_LINE - 1) + b"\n"
    assert lines(content) == [(1, content[:-1], False)]
