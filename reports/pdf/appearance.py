"""What a digital signature shows on the page, image or words: a PDF of one small page, laid into its place.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.7 and II.8 (blue signature, red seal, transparent background) and
Phần II, Mục I (words in the corner: Times New Roman 10, upright, black). What is shown without an image is our own
choice, in the same colours.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from enum import Enum
from typing import Any, NamedTuple

from reports.pdf.blocks import ASCENT
from reports.pdf.constants import SINGLE_LEADING, Style
from reports.pdf.fonts import Cleaner, face
from reports.pdf.wrap import wrap

LARGEST, SMALLEST, STEP = 9.0, 4.5, 0.25
CORNER = Style("regular", 10)
_SIDEWAYS = (90, 270)


class Ink(Enum):
    """Red, green and blue of what is written, each 0 to 1."""

    BLUE = (0.0, 0.0, 0.7)
    RED = (0.75, 0.0, 0.0)
    BLACK = (0.0, 0.0, 0.0)


class Frame(NamedTuple):
    """The size of the place, and the part of it that words may stand in, in points from its left edge."""

    width: float
    height: float
    left: float = 0.0
    right: float = 0.0

    @property
    def room(self) -> float:
        """Width for words."""
        return self.width - self.left - self.right


def image_appearance(frame: Frame, png: bytes) -> bytes:
    """The image as large as the place allows, undistorted, in its middle; nothing behind it is hidden."""
    from reportlab.lib.utils import ImageReader

    canvas, file = _page(frame)
    canvas.drawImage(
        ImageReader(io.BytesIO(png)),
        0,
        0,
        width=frame.width,
        height=frame.height,
        mask="auto",
        preserveAspectRatio=True,
        anchor="c",
    )
    canvas.save()
    return file.getvalue()


def words_appearance(frame: Frame, paragraphs: Sequence[str], ink: Ink) -> bytes:
    """Paragraphs as large as they fit, from the left, in the middle of the height; what never fits is left out."""
    cleaner = Cleaner()
    clean = [cleaner.clean(each) for each in paragraphs]
    style = Style("regular", LARGEST)
    lines = _wrapped(clean, style, frame.room)
    while len(lines) * style.size * SINGLE_LEADING > frame.height and style.size > SMALLEST:
        style = Style(style.face, style.size - STEP)
        lines = _wrapped(clean, style, frame.room)
    line_height = style.size * SINGLE_LEADING
    lines = lines[: max(1, int(frame.height / line_height))]
    canvas, file = _page(frame)
    canvas.setFillColorRGB(*ink.value)
    y = (frame.height + len(lines) * line_height) / 2 - style.size * ASCENT
    for number, line in enumerate(lines):
        canvas.setFont(face(style.face).name, style.size)
        canvas.drawString(frame.left, y - number * line_height, line)
    canvas.save()
    return file.getvalue()


def corner_appearance(frame: Frame, words: str, turn: int = 0) -> bytes:
    """Words in the upper right corner: 10 points, black, ending at the right edge of a page that is shown turned."""
    wide, high = (frame.height, frame.width) if turn in _SIDEWAYS else (frame.width, frame.height)
    lines = _wrapped([Cleaner().clean(words)], CORNER, wide)
    canvas, file = _page(frame)
    if turn in _SIDEWAYS:
        canvas.translate(*((frame.width, 0) if turn == _SIDEWAYS[0] else (0, frame.height)))
    elif turn:
        canvas.translate(frame.width, frame.height)
    canvas.rotate(turn)
    canvas.setFont(face(CORNER.face).name, CORNER.size)
    for number, line in enumerate(lines):
        y = high - CORNER.size * ASCENT - number * CORNER.size * SINGLE_LEADING
        canvas.drawRightString(wide, y, line)
    canvas.save()
    return file.getvalue()


def _wrapped(paragraphs: Sequence[str], style: Style, width: float) -> list[str]:
    return [line.text for paragraph in paragraphs for line in wrap(paragraph, style, width)]


def _page(frame: Frame) -> tuple[Any, io.BytesIO]:
    """A page of the size of the place, without any trace of the clock."""
    from reportlab import rl_config
    from reportlab.pdfgen.canvas import Canvas

    rl_config.useA85 = 0  # binary streams, as in the report
    file = io.BytesIO()
    size = (frame.width, frame.height)
    canvas = Canvas(file, pagesize=size, invariant=1, pageCompression=1, initialFontName=face("regular").name)
    return canvas, file
