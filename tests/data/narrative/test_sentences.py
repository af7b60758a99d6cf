"""Where sentences end."""

from __future__ import annotations

import pytest

from data.narrative.links import likeness
from data.narrative.sentences import place_of, sentences_of


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Đạt 95,2%. Còn thiếu 5 người.", ["Đạt 95,2%.", "Còn thiếu 5 người."]),
        ("TP. Lào Cai có 1.234 người, BS. Lan phụ trách.", ["TP. Lào Cai có 1.234 người, BS. Lan phụ trách."]),
        ("1. Thiếu bác sĩ.\n2. Thiếu thuốc", ["1. Thiếu bác sĩ.", "2. Thiếu thuốc"]),
        ("Đề nghị … hỗ trợ. “Xong.” Hết!", ["Đề nghị … hỗ trợ.", "“Xong.”", "Hết!"]),
        ("một. hai", ["một. hai"]),
        ("…", ["…"]),
        ("  \n\n", []),
    ],
)
def test_sentences(text: str, sentences: list[str]) -> None:
    found = sentences_of(text)
    assert [each.text for each in found] == sentences
    assert [text[each.start : each.end] for each in found] == sentences


def test_a_sentence_is_found_only_whole_and_only_where_no_other_is() -> None:
    text = "Có 5 người. Có 5 người."
    assert place_of(text, "Có 5 người.", []) == (0, 11)
    assert place_of(text, "Có 5 người.", [(0, 11)]) == (12, 23)
    assert place_of(text, "5 ngư", []) is None


def test_texts_without_words_are_not_alike() -> None:
    assert likeness("…", "") == 0
