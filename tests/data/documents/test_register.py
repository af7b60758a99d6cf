"""The register by itself: series of a symbol, what is open, what is asked for, days that do not follow the numbers."""

from __future__ import annotations

from datetime import date

import pytest

from data.documents.records import DocumentNumber, NumberState
from data.documents.register import (
    DETAILS,
    gaps,
    in_register_order,
    is_locked_change,
    number_text,
    open_fields,
    out_of_order,
    refuse_incomplete,
    series_of,
    symbol_in,
    tidied,
)
from data.errors import UserError

DAY = date(2026, 11, 20)
LINE = DocumentNumber(2026, "BC", 5, NumberState.ISSUED, symbol="BC-TYT", day=DAY, title="Báo cáo quý III")


@pytest.mark.parametrize(
    ("symbol", "series"),
    [
        ("BC-TYT", "BC"),
        ("bb-TYT", "BB"),
        ("TTr-TYT", "TTr"),
        ("ttr-TYT", "TTr"),
        ("SY-TYT", "SY"),
        ("SL-TYT", "SY"),
        ("TrS-TYT", "SY"),
        ("TYT-DS", "CV"),
        ("TYT", "CV"),
        ("BC", "CV"),
        ("", "CV"),
    ],
)
def test_the_series_of_a_symbol(symbol: str, series: str) -> None:
    assert series_of(symbol) == series


@pytest.mark.parametrize(
    ("series", "own", "symbol"),
    [
        ("BC", "BC-TYT", "BC-TYT"),
        ("KH", "BC-TYT", "KH-TYT"),
        ("CV", "BC-TYT", "TYT"),
        ("KH", "TYT-DS", "KH-TYT-DS"),
        ("CV", "TYT", "TYT"),
        ("BC", "", ""),
    ],
)
def test_the_symbol_of_another_type(series: str, own: str, symbol: str) -> None:
    assert symbol_in(series, own) == symbol


@pytest.mark.parametrize(
    ("changed", "fields"),
    [
        ({}, DETAILS),
        ({"state": NumberState.SKIPPED}, ("note",)),
        ({"state": NumberState.CANCELLED}, ("note",)),
        ({"state": NumberState.RESERVED, "report": "0123456789"}, DETAILS),
        ({"state": NumberState.RESERVED}, ("symbol", "day", "title", "signer", "reason", *DETAILS)),
    ],
)
def test_what_may_be_changed(changed: dict[str, object], fields: tuple[str, ...]) -> None:
    assert open_fields(LINE._replace(**changed)) == fields  # type: ignore[arg-type]


def test_an_issued_line_takes_details_alone() -> None:
    assert not is_locked_change(LINE, LINE._replace(note="đã giao", copies="05", stored_by="Lan"))
    assert is_locked_change(LINE, LINE._replace(title="khác"))
    assert is_locked_change(LINE, LINE._replace(reason="khác"))
    assert not is_locked_change(LINE, LINE._replace(state=NumberState.CANCELLED, reason="thu hồi"))


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ({"title": ""}, "number_needs_details"),
        ({"day": None}, "number_needs_details"),
        ({"symbol": ""}, "number_needs_details"),
        ({"day": date(2025, 12, 31)}, "number_other_year"),
        ({"symbol": "KH-TYT"}, "number_other_series"),
    ],
)
def test_lines_that_are_not_complete(changed: dict[str, object], fault: str) -> None:
    with pytest.raises(UserError, match=fault):
        refuse_incomplete(LINE._replace(**changed))  # type: ignore[arg-type]


def test_a_reserved_line_and_that_of_a_report_may_be_short() -> None:
    refuse_incomplete(DocumentNumber(2026, "BC", 1, NumberState.RESERVED))
    refuse_incomplete(LINE._replace(title="", report="0123456789"))


@pytest.mark.parametrize(
    ("number", "day", "is_asked"),
    [
        (4, date(2026, 11, 21), True),
        (4, date(2026, 11, 20), False),
        (6, date(2026, 11, 19), True),
        (6, date(2026, 11, 21), False),
        (5, date(2026, 1, 1), False),
    ],
)
def test_days_that_do_not_follow_the_numbers(number: int, day: date, *, is_asked: bool) -> None:
    assert bool(out_of_order([LINE], LINE._replace(number=number, day=day))) is is_asked


def test_lines_without_a_day_and_cancelled_ones_are_in_any_order() -> None:
    assert out_of_order([LINE], LINE._replace(number=4, day=None)) == ()
    assert out_of_order([LINE._replace(day=None)], LINE._replace(number=4)) == ()
    cancelled = LINE._replace(state=NumberState.CANCELLED)
    assert out_of_order([cancelled], LINE._replace(number=4, day=date(2026, 11, 21))) == ()


def test_texts_are_tidied_and_numbers_printed() -> None:
    assert tidied(LINE._replace(note=" a\u0301 "))[13] == "á"
    assert [number_text(number, "BC-TYT") for number in (5, 12, 105)] == ["05/BC-TYT", "12/BC-TYT", "105/BC-TYT"]


def test_lines_stand_by_year_series_and_number() -> None:
    lines = [
        LINE._replace(series="XX"),
        LINE._replace(series="CV"),
        LINE,
        LINE._replace(number=2),
        LINE._replace(year=2025),
    ]
    found = [each[:3] for each in in_register_order(lines)]
    assert found == [(2025, "BC", 5), (2026, "BC", 2), (2026, "BC", 5), (2026, "CV", 5), (2026, "XX", 5)]


def test_gaps_are_named() -> None:
    assert gaps([LINE._replace(number=1), LINE._replace(number=4)]) == ((2026, "BC", 2), (2026, "BC", 3))
