"""Figures from keyboard to paper."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.definitions import ValueType
from data.numbers import (
    Ambiguous,
    Draft,
    Figure,
    NotApplicable,
    NotReported,
    bare,
    exact,
    exact_text,
    format_number,
    format_typed,
    parse_figure,
    round_half_up,
)

WHOLE, DECIMAL = ValueType.INTEGER, ValueType.DECIMAL


@pytest.mark.parametrize(
    ("text", "whole", "decimal"),
    [
        ("12", Figure("12"), Figure("12")),
        ("0", Figure("0"), Figure("0")),
        ("007", Figure("7"), Figure("7")),
        ("1.234", Figure("1234"), Ambiguous(("1234", "1.234"))),
        ("1.234.567", Figure("1234567"), Figure("1234567")),
        ("1,234,567", Figure("1234567"), Figure("1234567")),
        ("1,234", Ambiguous(("1234",)), Ambiguous(("1.234", "1234"))),
        ("12,5", Draft("12,5", "figure_not_whole"), Figure("12.5")),
        ("12.5", Draft("12.5", "figure_not_whole"), Figure("12.5")),
        ("1.234,5", Draft("1.234,5", "figure_not_whole"), Figure("1234.5")),
        ("1,234.5", Draft("1,234.5", "figure_not_whole"), Figure("1234.5")),
        (" 12,5 %", Draft(" 12,5 %", "figure_not_whole"), Figure("12.5")),
        ("１２", Figure("12"), Figure("12")),
        ("1\u00a0234", Figure("1234"), Figure("1234")),
        ("12+7+9", Figure("28", "12+7+9"), Figure("28", "12+7+9")),
        ("1,5 + 2", Draft("1,5 + 2", "figure_not_whole"), Figure("3.5", "1,5 + 2")),
        ("12+", Draft("12+", "figure_not_number"), Draft("12+", "figure_not_number")),
        ("1,234+1", Draft("1,234+1", "figure_not_number"), Draft("1,234+1", "figure_not_number")),
        ("999999999999+1", Draft("999999999999+1", "figure_too_long"), Draft("999999999999+1", "figure_too_long")),
        ("1234567890123", Draft("1234567890123", "figure_too_long"), Draft("1234567890123", "figure_too_long")),
        ("-5", Draft("-5", "figure_negative"), Draft("-5", "figure_negative")),
        ("abc", Draft("abc", "figure_not_number"), Draft("abc", "figure_not_number")),
        ("1e9", Draft("1e9", "figure_not_number"), Draft("1e9", "figure_not_number")),
        ("NaN", Draft("NaN", "figure_not_number"), Draft("NaN", "figure_not_number")),
        ("=1+1", Draft("=1+1", "figure_not_number"), Draft("=1+1", "figure_not_number")),
        ("0,1234567", Draft("0,1234567", "figure_not_whole"), Draft("0,1234567", "figure_too_long")),
        ("0,1230000", Draft("0,1230000", "figure_not_whole"), Figure("0.123")),
    ],
)
def test_typed_text_is_read_one_way_or_asked_about(text: str, whole: object, decimal: object) -> None:
    assert (parse_figure(text, WHOLE), parse_figure(text, DECIMAL)) == (whole, decimal)


@pytest.mark.parametrize("text", ["", "  ", "…", "..."])
def test_nothing_and_dots_mean_not_reported(text: str) -> None:
    assert parse_figure(text, WHOLE) == NotReported()


@pytest.mark.parametrize("text", ["-", "–", "—", " − "])
def test_a_dash_means_not_applicable(text: str) -> None:
    assert parse_figure(text, ValueType.CHOICE) == NotApplicable()


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("Có", Figure("true")),
        ("1", Figure("true")),
        ("x", Figure("true")),
        ("Không", Figure("false")),
        ("0", Figure("false")),
        ("có lẽ", Draft("có lẽ", "figure_not_boolean")),
    ],
)
def test_yes_and_no(text: str, result: object) -> None:
    assert parse_figure(text, ValueType.BOOLEAN) == result


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("II", Figure("II")),
        ("ii", Figure("II")),
        ("đặc biệt", Figure("đặc biệt")),
        ("đặc", Figure("đặc biệt")),
        ("V", Draft("V", "figure_not_choice")),
    ],
)
def test_choices_are_found_by_name_or_by_a_beginning_that_fits_one(text: str, result: object) -> None:
    assert parse_figure(text, ValueType.CHOICE, ("đặc biệt", "I", "II", "III", "IV")) == result


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction(1, 8), "0.125"),
        (Fraction(1, 3), "0.33333333333333333333"),
        (Fraction(200, 3), "66.666666666666666667"),
        (Fraction(-1, 3), "-0.33333333333333333333"),
        (Fraction(1, 30000), "0.000033333333333333333333"),
        (Fraction(6, 3), "2"),
        (-7, "-7"),
        (Fraction(10**30, 3), str(10**30 // 3) + ".3"),
    ],
)
def test_exact_text_ends_or_has_twenty_digits(value: Fraction | int, text: str) -> None:
    assert exact_text(value) == text


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (Fraction(5, 2), 0, "3"),
        (Fraction(-5, 2), 0, "-3"),
        (Fraction(12345678, 100), 1, "123.456,8"),
        (Fraction(-1, 100), 1, "0,0"),
        (1000, 2, "1.000,00"),
    ],
)
def test_printing_rounds_half_up(value: Fraction | int, decimals: int, text: str) -> None:
    assert format_number(value, decimals) == text


def test_stored_figures_print_with_the_decimals_they_were_typed_with() -> None:
    assert [format_typed(text) for text in ("1234.50", "1234", "true")] == ["1.234,50", "1.234", "true"]


def test_booleans_count_one_and_zero() -> None:
    assert (exact("true"), exact("false"), exact("12.50")) == (1, 0, Fraction(25, 2))
    assert round_half_up(Fraction(1, 3), 1) == Fraction(3, 10)


def test_bare_text_has_no_tone_marks_and_no_case() -> None:
    assert bare("Đồng Tuyển") == "dong tuyen"


@given(st.integers(0, 10**12 - 1), st.integers(0, 10**6 - 1))
def test_what_is_printed_is_read_back(whole: int, millionths: int) -> None:
    value = whole + Fraction(millionths, 10**6)
    text = format_number(value, 6)
    parsed = parse_figure(text, DECIMAL)
    assert isinstance(parsed, Figure)
    assert exact(parsed.value) == value


@given(st.text(max_size=30))
def test_no_text_raises(text: str) -> None:
    for kind in ValueType:
        parse_figure(text, kind, ("I", "II"))
