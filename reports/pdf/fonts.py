"""The bundled Liberation Serif: registered once, its widths kept, and text made fit for it.

Only the four files of ``assets/fonts`` are ever registered: with two files of one PostScript name reportlab would
silently draw with the first.
"""

from __future__ import annotations

import re
import threading
import unicodedata
from collections import Counter
from functools import cache

from data.paths import asset

FILES = {
    "regular": "LiberationSerif-Regular",
    "bold": "LiberationSerif-Bold",
    "italic": "LiberationSerif-Italic",
    "bold_italic": "LiberationSerif-BoldItalic",
}
SUBSTITUTE = "□"
_INVISIBLE = ("Cc", "Cf", "Zl", "Zp")
_registering = threading.Lock()
_GLUED = re.compile(r"([<>≥≤=]|\b(?:năm|quý|mục)) (?=[\dIVX]+\b)|((?<=thiếu )[\d.]+|(?<=vượt )[\d.]+) ")


class Face:
    """One font file: its name in the document and the widths of its letters and words.

    Attributes:
        name: Name that reportlab knows the font by.
    """

    def __init__(self, name: str, letters: dict[int, float]) -> None:
        """Keep the widths of the letters, in thousandths of the size."""
        self.name = name
        self._letters = letters
        self._words: dict[str, float] = {}

    def letters(self) -> frozenset[str]:
        """All letters that the font has a glyph for."""
        return frozenset(map(chr, self._letters))

    def width(self, text: str, size: float) -> float:
        """Width of a text in points."""
        known = self._words.get(text)
        if known is None:
            letters = self._letters
            known = sum([letters.get(ord(letter), 0.0) for letter in text])
            if len(self._words) < 50_000:
                self._words[text] = known
        return known * size * 0.001


@cache
def face(style: str) -> Face:
    """The face for ``regular``, ``bold``, ``italic`` or ``bold_italic``, registered on first use."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    name = FILES[style]
    with _registering:
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(name, str(asset("fonts", f"{name}.ttf"))))
        return Face(name, pdfmetrics.getFont(name).face.charWidths)


@cache
def _printable() -> frozenset[str]:
    """Letters that all four faces have and that leave a mark or a space."""
    shared = frozenset.intersection(*(face(style).letters() for style in FILES))
    return frozenset(letter for letter in shared if unicodedata.category(letter) not in _INVISIBLE)


def _glue(match: re.Match[str]) -> str:
    return f"{match[1] or match[2]}\u00a0"


class Cleaner:
    """Makes text fit for the font and counts what had to be replaced.

    Attributes:
        replaced: Characters without a glyph, with how often each stood there.
    """

    def __init__(self) -> None:
        """Start with nothing replaced."""
        self.replaced: Counter[str] = Counter()
        self._known: dict[str, str] = {}

    def clean(self, text: str) -> str:
        """The text in NFC, on one line, invisible signs left out, unknown characters as a hollow square."""
        known = self._known.get(text)
        if known is None:
            known = self._clean(text)
            if not self.replaced:
                self._known[text] = known
        return known

    def _clean(self, text: str) -> str:
        text = _GLUED.sub(_glue, unicodedata.normalize("NFC", text))
        known = _printable()
        if known.issuperset(text):
            return text
        return "".join(letter if letter in known else self._other(letter) for letter in text)

    def _other(self, letter: str) -> str:
        if letter.isspace():
            return " "
        if unicodedata.category(letter) in _INVISIBLE:
            return ""
        self.replaced[letter] += 1
        return SUBSTITUTE
