"""The page of help about the self-assessment: how it is reckoned, and its keys, in both languages."""

from __future__ import annotations

import pytest

from ui.help_page import assessment_help


@pytest.mark.parametrize(
    ("language", "heads", "key"),
    [
        ("vi", ["Phúc tra thử", "Việc nên làm trước", "Cách ít công nhất", "Số liệu quyết định"], "| F8 |"),
        ("en", ["Dry run of the inspection", "What to do first", "The cheapest way", "Figures that decide"], "| F8 |"),
    ],
)
def test_every_search_is_explained_and_the_keys_stand_below(language: str, heads: list[str], key: str) -> None:
    page = assessment_help(language)
    places = [page.index(f"\n## {head}\n") for head in heads]
    assert places == sorted(places)
    assert page.index(key) > places[-1]


def test_both_languages_have_the_same_sections() -> None:
    vietnamese, english = (assessment_help(language).count("\n## ") for language in ("vi", "en"))
    assert vietnamese == english
