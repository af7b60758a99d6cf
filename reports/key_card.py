"""The keys of the program on one sheet of paper, from the page of help that F1 shows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from reports.document import KeyCard, KeySection

PROGRAM = "Sổ Trạm"
_SEPARATOR = re.compile(r":?-{3,}:?")
_MARKS = re.compile(r"[*`]")


def key_card(page: str) -> KeyCard:
    """The tables of a Markdown page: its first heading is the title, each second heading names a place.

    A table's first row is its head and is left out; so is everything that is no table.
    """
    title, place = "", ""
    found: list[tuple[str, tuple[str, str]]] = []
    for line in page.splitlines():
        if line.startswith("#"):
            level, _, words = line.partition(" ")
            title, place = (title, words.strip()) if len(level) > 1 else (words.strip(), "")
        else:
            found += [(place, keys) for keys in _keys(line)]
    rows = [each for number, each in enumerate(found) if not _is_head(found, number)]
    sections = (
        KeySection(title=name, keys=tuple(keys for _place, keys in group))
        for name, group in groupby((row for row in rows if not _is_rule(row[1])), key=lambda row: row[0])
    )
    return KeyCard(title=f"{PROGRAM}: {title[:1].lower()}{title[1:]}", sections=tuple(sections))


def render_key_card(page: str) -> bytes:
    """The card as PDF bytes: one A4 page, two columns."""
    from reports.pdf.card import render_card

    return render_card(key_card(page))


def _keys(line: str) -> Iterator[tuple[str, str]]:
    """The two cells of a table's row."""
    if line.lstrip().startswith("|"):
        cells = [_MARKS.sub("", cell).strip() for cell in line.strip().strip("|").split("|")]
        if len(cells) >= 2:
            yield cells[0], cells[1]


def _is_rule(keys: tuple[str, str]) -> bool:
    """Whether a row is the rule under a table's head."""
    return all(_SEPARATOR.fullmatch(cell) for cell in keys)


def _is_head(found: list[tuple[str, tuple[str, str]]], number: int) -> bool:
    """Whether a row stands right above such a rule."""
    return number + 1 < len(found) and _is_rule(found[number + 1][1])
