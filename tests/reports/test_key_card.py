"""The keys on one sheet of paper."""

from __future__ import annotations

import pytest

from data.paths import asset
from reports.key_card import key_card, render_key_card
from tests.reports.pdf_reading import fonts, read, runs, whole_text

PAGE = """# Các phím

Lời mở đầu.

## Ở mọi nơi

| Phím | Việc |
|---|---|
| Ctrl+K | tìm |
| `-` | không áp dụng |

## Nhập số liệu

| Phím | Việc |
|:---|---:|
| **F2** | sửa số |
"""


def page_of(language: str) -> str:
    return asset("help", f"keys_{language}.md").read_text(encoding="utf-8")


def test_tables_become_sections_without_their_heads() -> None:
    card = key_card(PAGE)
    assert card.title == "Sổ Trạm: các phím"
    assert [(section.title, section.keys) for section in card.sections] == [
        ("Ở mọi nơi", (("Ctrl+K", "tìm"), ("-", "không áp dụng"))),
        ("Nhập số liệu", (("F2", "sửa số"),)),
    ]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_key_of_the_page_of_help_is_on_one_page(language: str) -> None:
    pdf = render_key_card(page_of(language))
    assert len(read(pdf).pages) == 1
    assert all(fonts(pdf).values())
    words = whole_text(pdf).replace(" ", "")
    for section in key_card(page_of(language)).sections:
        for key, what in section.keys:
            assert key.replace(" ", "") in words
            assert what.replace(" ", "") in words


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_card_has_two_columns_inside_the_margins(language: str) -> None:
    found = [run for run in runs(render_key_card(page_of(language))) if run.y < 277]
    assert all(29.9 <= run.x <= 195 and run.y >= 20 for run in found)
    assert {run.x > 110 for run in found} == {True, False}


def test_more_keys_are_set_smaller() -> None:
    many = PAGE + "".join(f"| Alt+{number} | việc số {number} |\n" for number in range(80))
    sizes = [max(run.size for run in runs(render_key_card(page)) if "tìm" in run.text) for page in (PAGE, many)]
    assert sizes[0] > sizes[1]


def test_far_too_many_keys_go_on_to_another_page() -> None:
    many = PAGE + "".join(f"| Alt+{number} | việc số {number} |\n" for number in range(300))
    assert len(read(render_key_card(many)).pages) > 1


def test_the_same_page_gives_the_same_bytes() -> None:
    assert render_key_card(PAGE) == render_key_card(PAGE)
