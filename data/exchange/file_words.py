"""Words as part of a file's name: without tone marks, for computers and sticks that spoil them."""

from __future__ import annotations

import re

from data.numbers import bare

MOST_LETTERS = 60
_NO_WORD = re.compile(r"[^0-9a-z]+")


def file_words(text: str) -> str:
    """A title as it stands in a file's name: "Sức khỏe bà mẹ (quý)" is "Suc-khoe-ba-me-quy"."""
    return _NO_WORD.sub("-", bare(text)).strip("-")[:MOST_LETTERS].rstrip("-").capitalize()
