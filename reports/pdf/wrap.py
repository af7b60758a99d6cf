"""Breaking text into lines by the widths of the font."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from reports import texts
from reports.pdf.constants import Style
from reports.pdf.fonts import Face, face

HOLDING = "\u00a0"
"""A space that no line is broken at."""
BREAKABLE = f"/-–{HOLDING}"
"""Signs behind which a word too wide for its line is broken first."""
LAST_LETTER = 0x1EFA
"""Behind the last Vietnamese letter."""


class Line(NamedTuple):
    """A line of text and its natural width; ``is_last`` ends the paragraph."""

    text: str
    width: float
    is_last: bool


def wrap(text: str, style: Style, width: float, first_indent: float = 0.0) -> list[Line]:
    """Break a paragraph into lines of at most ``width`` points, the first one shorter by its indent.

    Words wider than a line are broken between letters. An empty text gives one empty line.
    """
    font, size = face(style.face), style.size
    space = font.width(" ", size)
    lines: list[Line] = []
    words: list[str] = []
    used, room = 0.0, width - first_indent
    for word in _words(text, font, size, min(width, room)):
        wide = font.width(word, size)
        if words and used + space + wide > room + 0.01:
            lines.append(Line(" ".join(words), used, False))
            words, used, room = [word], wide, width
        else:
            used = used + space + wide if words else wide
            words.append(word)
    lines.append(Line(" ".join(words), used, True))
    return lines


def balance(text: str, style: Style, width: float) -> list[Line]:
    """Break a centred title into as few lines as needed, about equally long, never inside a word of two syllables.

    No line begins with a dash: it stands at the end of the line above.

    Source: Vietnamese writes the syllables of a word apart; the words kept whole are listed with the report's texts.
    """
    text = text.replace(" – ", f"{HOLDING}– ")
    held = _whole_words().sub(lambda match: match[0].replace(" ", HOLDING), text)
    if _widest(held, style) > width:
        held = text
    return [line._replace(text=line.text.replace(HOLDING, " ")) for line in _balanced(held, style, width)]


def _widest(text: str, style: Style) -> float:
    return max(face(style.face).width(word, style.size) for word in text.split(" "))


@cache
def _whole_words() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in sorted(texts.text("layout.whole_words").split(", "), key=len)[::-1])
    capital = "".join(filter(str.isupper, map(chr, range(LAST_LETTER))))
    name = rf"(?-i:[{capital}][^\W{capital}]+ [{capital}][^\W{capital}]+)"
    return re.compile(rf"\b(?:{words}|{name})\b|\d [-–] \d", re.IGNORECASE)


def _balanced(text: str, style: Style, width: float) -> list[Line]:
    lines = wrap(text, style, width)
    low, high = _widest(text, style), width
    while len(lines) > 1 and high - low > 2:
        middle = (low + high) / 2
        tried = wrap(text, style, middle)
        if len(tried) > len(lines) or max(line.width for line in tried) > middle:
            low = middle
        else:
            lines, high = tried, middle
    return lines


def _words(text: str, font: Face, size: float, room: float) -> list[str]:
    words = text.split(" ")
    if len(text) < 12 or all(font.width(word, size) <= room for word in words):
        return [word for word in words if word]
    return [part for word in words if word for part in _broken(word, font, size, room)]


def _at_stroke(word: str, font: Face, size: float, room: float) -> int:
    """Letters up to the last stroke, hyphen or holding space that still fits; 0 when there is none."""
    places = [index + 1 for index, letter in enumerate(word[:-1]) if letter in BREAKABLE]
    return max((place for place in places if font.width(word[:place], size) <= room), default=0)


def _broken(word: str, font: Face, size: float, room: float) -> list[str]:
    parts: list[str] = []
    while font.width(word, size) > room and len(word) > 1:
        length = max(_at_stroke(word, font, size, room), 1)
        wide = font.width(word[0], size) if length == 1 else room
        while length < len(word) - 1 and wide + font.width(word[length], size) <= room:
            wide += font.width(word[length], size)
            length += 1
        parts.append(word[:length])
        word = word[length:]
    return [*parts, word]
