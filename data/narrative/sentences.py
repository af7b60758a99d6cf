"""Free text as sentences with their places. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

_END = re.compile(r"[.!?…]+[)\]”\"']*(?=\s|$)")
_LETTERS_OF_ABBREVIATION = 3
_WORD = re.compile(r"[^\W_]+(?:[./][^\W_]+)*")


class Sentence(NamedTuple):
    """A sentence and where it stands: ``text[start:end]``, without the blanks around it."""

    start: int
    end: int
    text: str


def sentences_of(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text, in order; a line end always ends one.

    A point ends a sentence where a capital, a figure or nothing follows, and where it does not stand behind an
    abbreviation ("TP. Lào Cai", "BS. Lan") or behind a number at the beginning of a line ("1. Thiếu bác sĩ").
    """
    found: list[Sentence] = []
    line_start = 0
    for line in text.splitlines(keepends=True):
        found.extend(_of_line(line, line_start))
        line_start += len(line)
    return tuple(found)


def _of_line(line: str, offset: int) -> Iterator[Sentence]:
    start = 0
    for end in (*(match.end() for match in _END.finditer(line) if _ends(line, match)), len(line)):
        piece = line[start:end]
        inner = piece.strip()
        if inner:
            first = offset + start + len(piece) - len(piece.lstrip())
            yield Sentence(first, first + len(inner), inner)
        start = end


def _ends(line: str, match: re.Match[str]) -> bool:
    after = line[match.end() :].lstrip()
    if after and not (after[0].isupper() or after[0].isdigit() or after[0] in "“\"'(-–"):
        return False
    before = line[: match.start()]
    word = before.split()[-1] if before.split() else ""
    if word == before.strip() and not word.strip("()").isalpha():
        return False  # "1." begins the line of a list
    letters = word.lstrip("(“\"'")
    is_short = letters.isalpha() and len(letters) <= _LETTERS_OF_ABBREVIATION
    return not (after and is_short and letters[0].isupper())


def place_of(text: str, sentence: str, taken: list[tuple[int, int]]) -> tuple[int, int] | None:
    """Where a sentence stands word for word, whole, outside the places that are taken; None where it does not."""
    start = text.find(sentence)
    while start >= 0:
        end = start + len(sentence)
        is_whole = _is_open(text[start - 1 : start]) and _is_open(text[end : end + 1])
        if is_whole and all(end <= first or last <= start for first, last in taken):
            return start, end
        start = text.find(sentence, start + 1)
    return None


def _is_open(letter: str) -> bool:
    """Whether a neighbour leaves a sentence whole: nothing, a blank, a bracket or a quotation mark."""
    return not letter or letter.isspace() or letter in "()[]“”\"'"


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text in order, in small letters, NFC; figures count as words."""
    return tuple(_WORD.findall(unicodedata.normalize("NFC", text).casefold()))
