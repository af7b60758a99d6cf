"""What one cell of a criteria spreadsheet says."""

from __future__ import annotations

import math
from datetime import date, datetime

import pytest

from data.errors import Fault
from data.exchange.cell_values import ABSENT, CellReading, cell_value
from data.exchange.criteria_layout import DAY, FLAG, KNOCK_OUT, LINES, NUMBER, SCORING, TEXT, TIERS, WHO, Kind
from data.exchange.xlsx_package import SheetCell


def value(content: object, kind: Kind, cell_kind: str = "s", *, takes_away: bool = False) -> object:
    """The value of a cell; of a fault its code."""
    found = cell_value(SheetCell(content, cell_kind), CellReading(kind=kind, takes_away=takes_away))
    return found.code if isinstance(found, Fault) else found


@pytest.mark.parametrize(
    ("content", "kind", "expected"),
    [
        ("  ", TEXT, ABSENT),
        (True, FLAG, True),
        (False, FLAG, False),
        ("CÓ", FLAG, True),
        (1.5, NUMBER, "1.5"),
        (2.0, NUMBER, "2"),
        (1e21, NUMBER, "1000000000000000000000"),
        ("1,5", NUMBER, "1.5"),
        ("1.500,5", NUMBER, "1.500,5"),
        (1.1, TEXT, "1.1"),
        (math.inf, NUMBER, "criteria_not_number"),
        (0.12345678901234567, NUMBER, "xlsx_long_float"),
        ("theo tỷ lệ", SCORING, "proportional"),
        ("proportional", SCORING, "proportional"),
        ("Trung tâm y tế", WHO, "health_centre"),
        ("Hội Phụ nữ", WHO, "Hội Phụ nữ"),
        ("x", KNOCK_OUT, True),
        ("chưa rõ", KNOCK_OUT, None),
        ("–", TEXT, "–"),
        (
            "= day_du: 1,5 (đầy đủ)",
            TIERS,
            [{"comparator": "=", "bound": "day_du", "points": "1.5", "text_vi": "đầy đủ"}],
        ),
        ("= : 1", TIERS, "criteria_tier_line"),
    ],
)
def test_cells(content: object, kind: Kind, expected: object) -> None:
    assert value(content, kind) == expected


@pytest.mark.parametrize(("kind", "expected"), [(TIERS, []), (LINES, []), (NUMBER, None), (TEXT, None)])
def test_a_dash_takes_away_in_a_zone(kind: Kind, expected: object) -> None:
    assert value("–", kind, takes_away=True) == expected
    assert value("-", kind, takes_away=True) == expected


@pytest.mark.parametrize("content", [date(2023, 3, 9), datetime(2023, 3, 9, 7)])  # noqa: DTZ001 - cells have no zone
def test_days_stand_where_days_belong(content: date) -> None:
    assert value(content, DAY, "d") == "2023-03-09"
    assert value(content, NUMBER, "d") == "criteria_cell_date"


def test_formulas_and_errors_are_refused() -> None:
    assert value("=1+1", NUMBER, "f") == "criteria_formula"
    assert value("#N/A", NUMBER, "e") == "criteria_cell_error"
    assert value("=1+1", TEXT) == "=1+1"
