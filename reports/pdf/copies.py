"""What makes a print a copy: below the last part of the document, on the same sheet when it fits.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần II, Mục II: a solid line over the whole width, then the form of the
copy, who made it, number, place and day, who signs and who receives it.
"""

from __future__ import annotations

from reports.document import CopyBlock
from reports.pdf.constants import COPY_KIND, RULE, Paper
from reports.pdf.fonts import Cleaner
from reports.pdf.front import RIGHT_WIDTH, Signing, beside, foot_of, stack
from reports.pdf.pieces import Mark, Piece, Rule
from reports.pdf.places import signing_space
from reports.texts import text

LINE_GAP, FOOT_GAP = 9.0, 14.0


def copy_piece(block: CopyBlock, cleaner: Cleaner, paper: Paper) -> Piece:
    """The block in one piece, so that it is never torn."""
    middle = paper.type_width - RIGHT_WIDTH / 2
    kind = stack([(text(f"copy.{block.kind.value}"), COPY_KIND)], middle, RIGHT_WIDTH)
    head = beside(block.head, kind, middle, cleaner)
    foot = foot_of(block.signature, block.recipients, cleaner, Signing(signing_space(block.seal_size), paper))
    below = LINE_GAP + head.height + FOOT_GAP
    marks: list[Mark] = [Rule(0.0, 0.0, paper.type_width, 0.0, RULE)]
    marks += [_lowered(mark, LINE_GAP) for mark in head.marks]
    marks += [_lowered(mark, below) for mark in foot.marks]
    return Piece(below + foot.height, marks, before=18.0)


def _lowered(mark: Mark, by: float) -> Mark:
    if isinstance(mark, Rule):
        return mark._replace(y=mark.y + by, to_y=mark.to_y + by)
    return mark._replace(y=mark.y + by)
