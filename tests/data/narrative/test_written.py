"""Figures as people write them."""

from __future__ import annotations

import unicodedata
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.model import Number
from data.narrative.written import COUNT, PER_MILLE, PERCENT, POINTS, printed_figures, written_figures


@pytest.mark.parametrize(
    ("text", "values", "unit"),
    [
        ("1.234,5", (Fraction(12345, 10),), COUNT),
        ("95,2 %", (Fraction(952, 10),), PERCENT),
        ("(95.2%)", (Fraction(952, 10),), PERCENT),
        ("12,345", (Fraction(12345, 1000),), COUNT),
        ("7 phần nghìn", (7,), PER_MILLE),
        ("1,5 điểm %", (Fraction(3, 2),), POINTS),
        ("3/5 thôn", (3, 5), COUNT),
        ("85 điểm", (85,), COUNT),
        ("điểm 85", (85,), COUNT),
    ],
)
def test_forms_of_a_figure(text: str, values: tuple[Number, ...], unit: str) -> None:
    (figure,) = written_figures(text)
    assert (figure.values, figure.unit) == (values, unit)


def test_the_place_holds_the_sign_of_per_cent() -> None:
    text = "Đạt 95,2 % (60 – 70%)."
    assert [text[each.start : each.end] for each in written_figures(text)] == ["95,2 %", "60", "70%"]


@pytest.mark.parametrize("text", ["1234567890123", "1234567890123/5", "1234567890123%–1234567890124%", "2a", "3/a"])
def test_what_no_figure_can_be_is_passed_over(text: str) -> None:
    assert printed_figures(text) == ()


@pytest.mark.parametrize(
    "text",
    ["Số 1300/QĐ-BYT", "6/2024", "từ 1/7", "15-6-2024", "Điều 5", "quý 3", "tổ 12", "điểm 3.2", "dưới 5 tuổi", "24/7"],
)
def test_names_are_no_figures(text: str) -> None:
    assert written_figures(text) == ()
    assert printed_figures("2024 người, 5 tuổi")[0].values == (2024,)


SIGNS = "0123456789.,/-–%‰²٣ \n(năm điều người"


@settings(max_examples=100)
@given(st.text(SIGNS, max_size=30))
def test_whatever_is_written_is_read_without_a_fault(text: str) -> None:
    for figure in (*written_figures(text), *printed_figures(text)):
        assert text[figure.start].isdigit()
        assert figure.start < figure.end <= len(text)


def test_decomposed_letters_are_read_alike() -> None:
    assert written_figures(unicodedata.normalize("NFD", "Điều 5, năm 2024")) == ()
