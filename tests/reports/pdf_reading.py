"""Reads a PDF back: every run of text with its font, size and place, and every line."""

from __future__ import annotations

import io
from functools import lru_cache
from typing import Any, NamedTuple

from pypdf import PdfReader

MM = 72 / 25.4
_KEPT = 8
"""So many read pages are kept; a test asks for several things of the same one."""


class Run(NamedTuple):
    """A run of text as drawn: font name without the subset's tag, size, and place in millimetres from the top left."""

    text: str
    font: str
    size: float
    x: float
    y: float


class Line(NamedTuple):
    """A straight line in millimetres from the top left."""

    x: float
    y: float
    to_x: float
    to_y: float

    @property
    def length(self) -> float:
        """Length in millimetres."""
        return float(((self.to_x - self.x) ** 2 + (self.to_y - self.y) ** 2) ** 0.5)


def read(pdf: bytes) -> PdfReader:
    """Open PDF bytes."""
    return PdfReader(io.BytesIO(pdf))


@lru_cache(maxsize=_KEPT)
def whole_text(pdf: bytes) -> str:
    """The text of all pages, lines and spaces run together."""
    return " ".join(" ".join(page.extract_text() for page in read(pdf).pages).split())


def runs(pdf: bytes, page: int = 0) -> list[Run]:
    """Every run of text of a page, in the order of drawing."""
    return list(_runs(pdf, page))


@lru_cache(maxsize=_KEPT)
def _runs(pdf: bytes, page: int) -> tuple[Run, ...]:
    found: list[Run] = []
    height = _height(pdf, page)

    def take(text: str, cm: list[float], tm: list[float], font: Any, size: float) -> None:
        if text.strip() and font is not None:
            x, y = (tm[4] * cm[0] + cm[4]) / MM, height - (tm[5] * cm[3] + cm[5]) / MM
            name = str(font["/BaseFont"]).partition("+")[2]
            found.append(Run(text.strip("\n"), name, size, x, y))

    read(pdf).pages[page].extract_text(visitor_text=take)
    return tuple(found)


def _height(pdf: bytes, page: int) -> float:
    return float(read(pdf).pages[page].mediabox.height) / MM


def find(pdf: bytes, words: str, page: int = 0) -> Run:
    """The first run that holds the words."""
    return next(run for run in runs(pdf, page) if words in run.text)


def lines(pdf: bytes, page: int = 0) -> list[Line]:
    """Every line drawn with one stroke, charts left out."""
    found: list[Line] = []
    height = _height(pdf, page)
    start: list[tuple[float, float]] = []

    def take(operator: bytes, operands: Any, cm: list[float], tm: list[float]) -> None:
        if operator not in (b"m", b"l"):
            return
        point = float(operands[0]) / MM, height - float(operands[1]) / MM
        if operator == b"m":
            start[:] = [point]
        elif start:
            found.append(Line(*start[0], *point))

    read(pdf).pages[page].extract_text(visitor_operand_before=take)
    return found


def fonts(pdf: bytes) -> dict[str, bool]:
    """Every font that pages name -> whether its file is embedded."""
    found = {}
    for page in read(pdf).pages:
        resources: Any = page["/Resources"]
        for reference in resources["/Font"].values():
            font = reference.get_object()
            descriptor = font.get("/FontDescriptor")
            found[str(font["/BaseFont"])] = descriptor is not None and "/FontFile2" in descriptor.get_object()
    return found
