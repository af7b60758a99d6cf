"""Signatures side by side: secretary and chair of minutes, and those who sign a score sheet.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.7, and Mẫu 1.9 (biên bản) for the secretary left, the chair right and
"Nơi nhận" below the secretary. More than two columns are our own choice where the decree is silent.
"""

from __future__ import annotations

from collections.abc import Sequence

from reports.document import Minutes, Signature
from reports.pdf.blocks import ASCENT
from reports.pdf.constants import (
    BODY,
    MM,
    PLACE_DATE,
    PORTRAIT,
    POST,
    SIGNER,
    SINGLE_LEADING,
    Paper,
    Style,
)
from reports.pdf.fonts import Cleaner, face
from reports.pdf.front import recipient_marks
from reports.pdf.pieces import Mark, Piece, Text
from reports.pdf.wrap import balance
from reports.texts import text

SIGNING_SPACE = 20 * MM
GUTTER = 4 * MM
HINT = Style("italic", 11)
MINUTES_LEFT = 62 * MM
"""Column of the secretary, after Mẫu 1.9."""


def signatures_piece(signers: Sequence[Signature], cleaner: Cleaner, paper: Paper) -> Piece:
    """Equal columns, each with its own day, left open; posts and names stand level."""
    share = paper.type_width / len(signers)
    columns = [(share * (number + 0.5), share - GUTTER) for number in range(len(signers))]
    day = text("form.day")
    width = face(PLACE_DATE.face).width(day, PLACE_DATE.size)
    base = PLACE_DATE.size * ASCENT
    marks: list[Mark] = [Text(middle - width / 2, base, day, PLACE_DATE) for middle, _ in columns]
    top = PLACE_DATE.size * SINGLE_LEADING + 3.0
    more, height = _columns(signers, columns, top, cleaner)
    return Piece(height, [*marks, *more], before=14.0)


def minutes_foot_piece(minutes: Minutes, cleaner: Cleaner) -> Piece:
    """Secretary left, chair right, "Nơi nhận" below the secretary."""
    right = PORTRAIT.type_width - MINUTES_LEFT
    columns = [(MINUTES_LEFT / 2, MINUTES_LEFT - GUTTER), (MINUTES_LEFT + right / 2, right - GUTTER)]
    marks, height = _columns((minutes.secretary, minutes.chair), columns, 0.0, cleaner)
    below, end = recipient_marks(minutes.recipients, cleaner)
    top = height + 8.0
    marks += [mark._replace(y=mark.y + top) for mark in below]
    return Piece(top + end, marks, before=14.0)


def _columns(
    signers: Sequence[Signature], columns: Sequence[tuple[float, float]], top: float, cleaner: Cleaner
) -> tuple[list[Mark], float]:
    """Who signs, where, and the name or dots, each level with the others'; ``columns`` are middles and widths."""
    marks: list[Mark] = []
    y = top
    for words, style in (
        ([signer.prefix.upper() for signer in signers], POST),
        ([signer.post.upper() for signer in signers], POST),
        ([text("form.sign_here")] * len(signers), HINT),
    ):
        start = y
        for each, column in zip(words, columns, strict=True):
            y = max(y, _stack(marks, (cleaner.clean(each), style), column, start))
    y += SIGNING_SPACE
    for signer, column in zip(signers, columns, strict=True):
        name = cleaner.clean(signer.name)
        _stack(marks, (name, SIGNER) if name else (text("head.short_dots"), BODY), column, y)
    return marks, y + SIGNER.size * SINGLE_LEADING


def _stack(marks: list[Mark], written: tuple[str, Style], column: tuple[float, float], y: float) -> float:
    words, style = written
    if not words:
        return y
    for line in balance(words, style, column[1]):
        marks.append(Text(column[0] - line.width / 2, y + style.size * ASCENT, line.text, style))
        y += style.size * SINGLE_LEADING
    return y
