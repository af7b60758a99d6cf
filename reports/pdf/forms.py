"""Head and foot of an entry form or a register: no letter, so none of the decree's boxes; the same type and margins."""

from __future__ import annotations

from collections.abc import Iterator

from reports.document import FormPart, RegisterPart
from reports.pdf.blocks import ASCENT, centred
from reports.pdf.constants import (
    BODY_LEADING,
    ISSUER,
    MM,
    NUMBER,
    PLACE_DATE,
    PORTRAIT,
    RECIPIENTS,
    SINGLE_LEADING,
    SUBJECT,
    TYPE_WIDTH,
    Paper,
    Style,
)
from reports.pdf.fonts import Cleaner, face
from reports.pdf.pieces import Mark, Piece, Text
from reports.pdf.wrap import balance, wrap
from reports.texts import text

ISSUER_WIDTH = 105 * MM
SIGNING_SPACE = 16 * MM
SIGNER_POST = Style("bold", 13)
CODE = Style("regular", 8)


def form_head_pieces(part: FormPart | RegisterPart, cleaner: Cleaner, paper: Paper = PORTRAIT) -> Iterator[Piece]:
    """The station, then what the form or register is about and for when."""
    lines = wrap(cleaner.clean(part.issuer), ISSUER, ISSUER_WIDTH)
    leading = ISSUER.size * SINGLE_LEADING
    marks: list[Mark] = [
        Text(0.0, index * leading + ISSUER.size * ASCENT, line.text, ISSUER) for index, line in enumerate(lines)
    ]
    title = cleaner.clean(part.title)
    yield Piece(leading * len(lines), marks, keeps_next=True, outline=(0, title))
    lines = balance(title.upper(), SUBJECT, paper.type_width - 10 * MM)
    yield centred(lines, SUBJECT, before=14.0, paper=paper)
    yield centred(balance(cleaner.clean(part.period), NUMBER, paper.type_width), NUMBER, after=8.0, paper=paper)


def signers_piece(form: FormPart, cleaner: Cleaner) -> Piece:
    """The day, left open, those who sign side by side with room for their names, and small what programs call it."""
    share = TYPE_WIDTH / len(form.signers)
    day = text("form.day")
    marks: list[Mark] = [_middle(day, PLACE_DATE, TYPE_WIDTH - share / 2, PLACE_DATE.size * ASCENT)]
    top = PLACE_DATE.size * BODY_LEADING + 2.0
    for number, signer in enumerate(form.signers):
        middle = share * (number + 0.5)
        marks.append(_middle(cleaner.clean(signer), SIGNER_POST, middle, top + SIGNER_POST.size * ASCENT))
        below = top + SIGNER_POST.size * SINGLE_LEADING + RECIPIENTS.size * ASCENT
        marks.append(_middle(text("form.sign_here"), Style("italic", 11), middle, below))
    height = top + SIGNER_POST.size * SINGLE_LEADING + RECIPIENTS.size * SINGLE_LEADING + SIGNING_SPACE
    marks.append(Text(0.0, height + CODE.size * ASCENT, cleaner.clean(form.code), CODE))
    height += CODE.size * SINGLE_LEADING
    return Piece(height, marks, before=14.0)


def _middle(words: str, style: Style, middle: float, base: float) -> Text:
    return Text(middle - face(style.face).width(words, style.size) / 2, base, words, style)
