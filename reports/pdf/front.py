"""The first page's head, title and addressees, and the foot: Nơi nhận and the signature.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.1 to II.5, II.7 and II.9, and the sample column of Mục V; column
widths after Mẫu 1.4.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from reports.days import long_day
from reports.document import Appendix, Head, Minutes, ReportDocument, Signature
from reports.pdf.blocks import ASCENT, centred
from reports.pdf.constants import (
    ABOUT,
    ADDRESSEE,
    APPENDIX_LABEL,
    APPENDIX_REFERENCE,
    APPENDIX_TITLE,
    BODY,
    ISSUER,
    MM,
    MOTTO,
    NATION,
    NUMBER,
    PARENT_BODY,
    PLACE_DATE,
    PORTRAIT,
    POST,
    RECIPIENTS,
    RECIPIENTS_LABEL,
    RULE,
    RULE_SHARE,
    SIGNER,
    SINGLE_LEADING,
    SUBJECT,
    TYPE_NAME,
    TYPE_WIDTH,
    Paper,
    Style,
)
from reports.pdf.fonts import Cleaner, face
from reports.pdf.pieces import Mark, Piece, Rule, Text
from reports.pdf.places import signing_places, signing_space
from reports.pdf.wrap import Line, balance, wrap
from reports.texts import text

LEFT_WIDTH, RIGHT_WIDTH = 66 * MM, 96 * MM
FOOT_LEFT, FOOT_RIGHT = 62 * MM, 100 * MM
RULE_GAP = 2.5
ABOUT_GAP = 6.0


def number_line(number: int, symbol: str) -> str:
    """Box 3: "Số: 05/BC-TYT"; numbers under 10 with a leading 0, room for writing when there is none.

    Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.3.
    """
    return text("head.number", number=f"{number:02d}" if number else "\u00a0" * 6, symbol=symbol.replace(" ", ""))


def date_line(place: str, day: date | None) -> str:
    """Box 4: days under 10 and months 1 and 2 with a leading 0, dots when there is no date.

    Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.4.
    """
    where = place or "…"
    if day is None:
        return text("head.date_empty", place=where)
    return text("head.date", place=where, **long_day(day))


class Beside(NamedTuple):
    """Boxes 2 to 4 beside a stack of words: the marks, the base line of the number, how far down they reach."""

    marks: list[Mark]
    base: float
    height: float


def head_piece(head: Head, cleaner: Cleaner, about: str = "") -> Piece:
    """Boxes 1 to 4, and 5b for a letter: what it is about, 6 pt below the number."""
    middle = TYPE_WIDTH - RIGHT_WIDTH / 2
    right, right_end = stack([(text("head.nation"), NATION), (text("head.motto"), MOTTO)], middle, RIGHT_WIDTH)
    right.append(_rule_below(right, right_end, 1.0))
    marks, base, height = beside(head, (right, right_end), middle, cleaner)
    if about:
        top = base + NUMBER.size * (SINGLE_LEADING - ASCENT) + ABOUT_GAP
        for line in balance(text("head.about", subject=cleaner.clean(about)), ABOUT, LEFT_WIDTH):
            marks.append(Text((LEFT_WIDTH - line.width) / 2, top + ABOUT.size * ASCENT, line.text, ABOUT))
            top += ABOUT.size * SINGLE_LEADING
        height = max(height, top)
    return Piece(height, marks, keeps_next=True)


def beside(head: Head, right: tuple[list[Mark], float], middle: float, cleaner: Cleaner) -> Beside:
    """Boxes 2 and 3 left of a stack given with its height; box 4 below that one, around ``middle``."""
    bodies = [(cleaner.clean(head.parent_body).upper(), PARENT_BODY), (cleaner.clean(head.issuer).upper(), ISSUER)]
    left, left_end = stack(bodies, LEFT_WIDTH / 2, LEFT_WIDTH)
    left.append(_rule_below(left, left_end, RULE_SHARE))
    base = max(left_end, right[1]) + RULE_GAP + 9 + NUMBER.size * ASCENT
    marks = [*left, *right[0]]
    marks.append(_middle(number_line(head.number, cleaner.clean(head.symbol)), NUMBER, LEFT_WIDTH / 2, base))
    dated = "" if head.is_undated else cleaner.clean(date_line(head.place, head.day))
    place = wrap(dated, PLACE_DATE, RIGHT_WIDTH)
    for index, line in enumerate(place):
        y = base + index * PLACE_DATE.size * SINGLE_LEADING
        marks.append(Text(middle - line.width / 2, y, line.text, PLACE_DATE))
    return Beside(marks, base, base + len(place) * PLACE_DATE.size * SINGLE_LEADING - 9)


def stack(parts: list[tuple[str, Style]], middle: float, width: float) -> tuple[list[Mark], float]:
    """Words one below the other around ``middle``, and how far down they reach."""
    marks: list[Mark] = []
    y = 0.0
    for words, style in parts:
        if words:
            for line in balance(words, style, width):
                marks.append(Text(middle - line.width / 2, y + style.size * ASCENT, line.text, style))
                y += style.size * SINGLE_LEADING
    return marks, y


def _rule_below(marks: list[Mark], y: float, share: float) -> Rule:
    last = marks[-1]
    assert isinstance(last, Text)
    wide = face(last.style.face).width(last.text, last.style.size)
    middle, half = last.x + wide / 2, wide * share / 2
    return Rule(middle - half, y + RULE_GAP, middle + half, y + RULE_GAP, RULE)


def _middle(words: str, style: Style, middle: float, base: float) -> Text:
    return Text(middle - face(style.face).width(words, style.size) / 2, base, words, style)


def title_pieces(document: ReportDocument, cleaner: Cleaner) -> Iterator[Piece]:
    """Boxes 5a and 9a: name of the type, subject with its rule, addressees; a letter has the last ones alone."""
    if not document.is_letter:
        yield from _name_pieces(document.type_name, document.subject, cleaner)
    if document.has_addressees:
        yield addressee_piece(document.addressees, cleaner)


def minutes_title_pieces(minutes: Minutes, cleaner: Cleaner) -> Iterator[Piece]:
    """Box 5a of minutes; they have no addressees."""
    first, *rest = _name_pieces(minutes.type_name, minutes.subject, cleaner)
    first.outline = (0, cleaner.clean(minutes.type_name).upper())
    yield from (first, *rest)


def _name_pieces(type_name: str, subject: str, cleaner: Cleaner) -> Iterator[Piece]:
    name = cleaner.clean(type_name).upper()
    yield centred(wrap(name, TYPE_NAME, TYPE_WIDTH), TYPE_NAME, before=18.0)
    lines = balance(cleaner.clean(subject), SUBJECT, TYPE_WIDTH - 22 * MM)
    piece = centred(lines, SUBJECT, after=RULE_GAP + 4)
    marks = list(piece.marks)
    piece.marks = [*marks, _rule_below(marks, piece.height - RULE_GAP - 4, RULE_SHARE)]
    yield piece


def addressee_piece(addressees: tuple[str, ...], cleaner: Cleaner) -> Piece:
    """Box 9a: one addressee beside "Kính gửi:", more below it with dashes under the colon.

    Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.9.
    """
    label = text("head.addressees")
    if len(addressees) < 2:
        words = cleaner.clean(addressees[0]) if addressees else text("head.dots")
        return centred(balance(f"{label} {words}", ADDRESSEE, TYPE_WIDTH - 10 * MM), ADDRESSEE, before=12, after=4)
    leading = ADDRESSEE.size * SINGLE_LEADING
    font = face(ADDRESSEE.face)
    start = 35 * MM
    dash = start + font.width(label.removesuffix(":"), ADDRESSEE.size)
    marks: list[Mark] = [Text(start, ADDRESSEE.size * ASCENT, label, ADDRESSEE)]
    y = leading
    for index, addressee in enumerate(addressees):
        words = f"- {cleaner.clean(addressee).strip().rstrip(';.')}" + (";" if index < len(addressees) - 1 else ".")
        for line in wrap(words, ADDRESSEE, TYPE_WIDTH - dash):
            marks.append(Text(dash, y + ADDRESSEE.size * ASCENT, line.text, ADDRESSEE))
            y += leading
    return Piece(y + 4, marks, before=12.0, keeps_next=True)


def foot_piece(document: ReportDocument, cleaner: Cleaner) -> Piece:
    """Boxes 7 and 9b, side by side, with the places of the digital signatures."""
    foot = foot_of(document.signature, document.recipients, cleaner, Signing(signing_space(document.seal_size)))
    places = signing_places(foot.middle, foot.top, document.seal_size)
    return Piece(foot.height, foot.marks, before=14.0, places=places)


class Foot(NamedTuple):
    """Boxes 7 and 9b: their marks and height; where post and name are centred, and where the post ends."""

    marks: list[Mark]
    height: float
    middle: float
    top: float


class Signing(NamedTuple):
    """Room between post and name, and the paper they stand on."""

    space: float
    paper: Paper = PORTRAIT


def foot_of(signature: Signature, recipients: tuple[str, ...], cleaner: Cleaner, signing: Signing) -> Foot:
    """Who signs and who receives; "Nơi nhận" is level with the post of the signer."""
    paper = signing.paper
    middle = paper.type_width - FOOT_RIGHT / 2
    posts = [cleaner.clean(part).upper() for part in (signature.prefix, signature.post) if part]
    right, top = stack([(post, POST) for post in posts] or [(text("head.dots"), BODY)], middle, FOOT_RIGHT)
    y = top + signing.space
    style = SIGNER if signature.name else BODY
    for line in balance(cleaner.clean(signature.name) or text("head.dots"), style, FOOT_RIGHT):
        right.append(Text(middle - line.width / 2, y + SIGNER.size * ASCENT, line.text, style))
        y += SIGNER.size * SINGLE_LEADING
    left, left_end = recipient_marks(recipients, cleaner)
    return Foot([*left, *right], max(y, left_end), middle, top)


def recipient_marks(recipients: tuple[str, ...], cleaner: Cleaner) -> tuple[list[Text], float]:
    """Box 9b: "Nơi nhận:" and its lines, and how far down they reach."""
    base = POST.size * ASCENT
    marks = [Text(0.0, base, text("head.recipients"), RECIPIENTS_LABEL)]
    y = POST.size * SINGLE_LEADING
    for recipient in recipients:
        for line in wrap(cleaner.clean(recipient), RECIPIENTS, FOOT_LEFT):
            marks.append(Text(0.0, y + RECIPIENTS.size * ASCENT, line.text, RECIPIENTS))
            y += RECIPIENTS.size * SINGLE_LEADING
    return marks, y


def appendix_pieces(appendix: Appendix, cleaner: Cleaner, paper: Paper) -> Iterator[Piece]:
    """Label, title in capitals and the line "(Kèm theo …)".

    Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần II.
    """
    label = cleaner.clean(appendix.label)
    title = cleaner.clean(appendix.title).upper()
    lines = [Line(label, face(APPENDIX_LABEL.face).width(label, APPENDIX_LABEL.size), True)]
    first = centred(lines, APPENDIX_LABEL, paper=paper)
    first.outline = (0, f"{label}. {title}")
    yield first
    yield centred(
        balance(title, APPENDIX_TITLE, paper.type_width - (10 if appendix.is_landscape else 20) * MM),
        APPENDIX_TITLE,
        paper=paper,
    )
    reference = balance(cleaner.clean(appendix.reference), APPENDIX_REFERENCE, paper.type_width - 10 * MM)
    yield centred(reference, APPENDIX_REFERENCE, after=4.0, paper=paper)
