"""The word that lies under the pages of a draft, on the screen and on the printer.

The saved PDF of a draft carries its mark in the bottom margin alone: it has no transparency (CONTRACT section 4), and
a word drawn under the pages would have to be taken out again at freezing. Here the word darkens what is lighter than
itself, which is the paper, also the white ground of a chart: every figure stays as dark as it was.
"""

from __future__ import annotations

from enum import Enum
from functools import cache
from math import atan2, degrees, hypot

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPainterPath, QRawFont, QTransform

from data.paths import asset

GREY = 0xE0
"""Light enough for a figure of 8 points on top of it, dark enough for the dots of a laser printer."""

DOT_STEP = 8
"""Dots of a fine printer between two dots of the word."""

SHARE_OF_DIAGONAL = 0.72
FONT_PIXELS = 200.0


class Under(Enum):
    """What lies under a page."""

    NOTHING = "nothing"
    GREY_WORD = "grey word"
    DOTTED_WORD = "dotted word"


def composed(picture: QImage, part: QRect, page: QSize, under: Under) -> QImage:
    """The picture of a part of a page on white paper, and the word of a draft; the page is ``page`` dots large."""
    result = QImage(picture.size(), QImage.Format.Format_RGB32)
    result.fill(QColor(255, 255, 255))
    painter = QPainter(result)
    painter.drawImage(0, 0, picture)
    if under != Under.NOTHING:
        is_dotted = under == Under.DOTTED_WORD
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, not is_dotted)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Darken)
        painter.translate(-part.x(), -part.y())
        painter.fillPath(mark_path(page), QBrush(_dots()) if is_dotted else QColor(GREY, GREY, GREY))
    painter.end()
    return result


@cache
def _dots() -> QImage:
    """One dot of the screen of a laser printer: an eighth of black, so that black and white are all a page needs."""
    dots = QImage(DOT_STEP, DOT_STEP, QImage.Format.Format_RGB32)
    dots.fill(QColor(255, 255, 255))
    for x, y in ((3, 2), (4, 2), (2, 3), (3, 3), (4, 3), (2, 4), (3, 4), (4, 4)):
        dots.setPixelColor(x, y, QColor(0, 0, 0))
    return dots


def mark_path(page: QSize) -> QPainterPath:
    """The outlines of the word from corner to corner, from the lower left to the upper right."""
    width, height = page.width(), page.height()
    word = _word()
    box = word.boundingRect()
    turn = QTransform()
    turn.translate(width / 2, height / 2)
    turn.rotate(-degrees(atan2(height, width)))
    size = SHARE_OF_DIAGONAL * hypot(width, height) / box.width()
    turn.scale(size, size)
    turn.translate(-box.center().x(), -box.center().y())
    return turn.map(word)


@cache
def _word() -> QPainterPath:
    """The outlines of the word of the margin, in the font of the paper, which stands under no desktop's settings."""
    from reports.texts import text

    font = QRawFont(str(asset("fonts", "LiberationSerif-Bold.ttf")), FONT_PIXELS)
    path, place = QPainterPath(), 0.0
    glyphs = font.glyphIndexesForString(text("head.draft"))
    for glyph, step in zip(glyphs, font.advancesForGlyphIndexes(glyphs), strict=True):
        path.addPath(font.pathForGlyph(glyph).translated(place, 0))
        place += step.x()
    return path.simplified()
