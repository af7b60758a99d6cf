"""Formulas in words: signs for functions, "và" between conditions, brackets only where they are needed."""

from __future__ import annotations

import re

import pytest

from data.catalogue import load_catalogue
from ui.formulas import FormulaWords
from ui.messages import load_messages

CATALOGUE = load_catalogue()
WORDS = {language: FormulaWords(CATALOGUE.data_elements, load_messages(language)) for language in ("vi", "en")}


@pytest.mark.parametrize(
    ("formula", "words"),
    [
        ("ge(male, 80)", "nam ≥ 80"),
        ("eq(male, 0)", "nam = 0"),
        ("ge(male, 80) * eq(female, 0)", "nam ≥ 80 và nữ = 0"),
        ("ge(male, 80) * female", "(nam ≥ 80) × nữ"),
        ("male - (female - 1)", "nam − (nữ − 1)"),
        ("(male + female) / 2", "(nam + nữ) / 2"),
        ("min(male, female) * 100000", "số nhỏ nhất của (nam; nữ) × 100.000"),
        ("male + 2.5", "nam + 2,5"),
    ],
)
def test_an_expression_in_words(formula: str, words: str) -> None:
    assert WORDS["vi"].expression(formula) == words


def test_conditions_of_the_catalogue_are_joined_by_a_word() -> None:
    words = WORDS["vi"].indicator(CATALOGUE.indicators["station_meets_criteria"])
    assert words.count(" và ") == 2
    assert "≥ 80" in words
    assert " and " in WORDS["en"].indicator(CATALOGUE.indicators["station_ncd_service"])


@pytest.mark.parametrize("language", ["vi", "en"])
def test_no_code_is_left_in_any_formula(language: str) -> None:
    code = re.compile(r"\b(?:ge|gt|le|lt|eq|min|max)\(|[a-z]_[a-z]", re.ASCII)
    words = [WORDS[language].indicator(indicator) for indicator in CATALOGUE.indicators.values()]
    assert [text for text in words if code.search(text)] == []


def test_a_factor_is_grouped() -> None:
    assert WORDS["vi"].indicator(CATALOGUE.indicators["maternal_mortality_ratio"]).endswith(" × 100.000")
