"""The word that lies under the pages of a draft, on the screen and on the printer.

The saved PDF of a draft carries its mark in the bottom margin alone: it has no transparency (CONTRACT section 4), and
a word drawn under the pages would have to be taken out again at freezing. Here the picture of a page has transparent
paper, so the word is drawn first and the page on top of it: every figure stays as dark as it was.
"""

from __future__ import annotations

from functools import cache
from math import atan2, degrees, hypot

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QRawFont, QTransform

from data.paths import asset

GREY = 0xE0
"""Light enough for a figure of 8 points on top of it, dark enough for the dots of a laser printer."""

SHARE_OF_DIAGONAL = 0.72
FONT_PIXELS = 200.0


def composed(picture: QImage, part: QRect, page: QSize, *, is_draft: bool) -> QImage:
    """White paper, the word of a draft, and on them the picture of a part of a page; a page is ``page`` dots large."""
    result = QImage(picture.size(), QImage.Format.Format_RGB32)
    result.fill(QColor(255, 255, 255))
    painter = QPainter(result)
    if is_draft:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-part.x(), -part.y())
        painter.fillPath(mark_path(page), QColor(GREY, GREY, GREY))
        painter.resetTransform()
    painter.drawImage(0, 0, picture)
    painter.end()
    return result


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
