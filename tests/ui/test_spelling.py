"""One spelling of tone marks in everything that the program itself says: "khóa, xóa, hóa, hòa, khỏe, thủy"."""

from __future__ import annotations

import re

import pytest

from data.paths import asset

OTHER_WAY = re.compile(r"\w*(?<!q)(?:o[áàảãạéèẻẽẹ]|u[ýỳỷỹỵ])(?!\w)", re.IGNORECASE)
TEXTS = (
    ("texts", "messages_vi.toml"),
    ("texts", "report_vi.toml"),
    ("texts", "sheet_vi.toml"),
    ("texts", "reasons.toml"),
    ("help", "keys_vi.md"),
    ("help", "files_vi.md"),
    ("help", "assessment_vi.md"),
    ("help", "reports_vi.md"),
    ("i18n", "app_vi.ts"),
)


@pytest.mark.parametrize("place", TEXTS, ids=[name for _folder, name in TEXTS])
def test_the_tone_mark_stands_on_the_first_vowel(place: tuple[str, str]) -> None:
    assert OTHER_WAY.findall(asset(*place).read_text(encoding="utf-8")) == []


def test_the_other_way_is_found() -> None:
    assert OTHER_WAY.findall("khoá, Xoá, thuỷ, khoẻ") == ["khoá", "Xoá", "thuỷ", "khoẻ"]
    assert OTHER_WAY.findall("quý, quỹ, toán, khóa, thủy, hoàn, khoảng") == []
