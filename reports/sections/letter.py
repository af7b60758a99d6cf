"""What makes a report a document: head, addressees, recipients, signature, reference to the annex.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from data.documents.records import PAPER
from data.model import Profile, Station
from data.targets import PLACE_KINDS
from reports.days import long_day
from reports.document import SEAL_SIZE, Appendix, Block, Head, ReportDocument, Signature
from reports.texts import text


def head_of(profile: Profile) -> Head:
    """Boxes 1 to 4; the place is the commune's own name unless the station set another."""
    return Head(
        parent_body=profile.parent_body,
        issuer=profile.issuer or profile.name,
        symbol=symbol_of(profile),
        place=profile.place_of_issue or _without_kind(profile.place),
    )


def is_own(head: Head, profile: Profile) -> bool:
    """Whether the station itself issues a document, and so numbers it; a committee's has the committee's number.

    Source: Nghị định 30/2020/NĐ-CP, Điều 15 and 16 (each body numbers and registers its own documents).
    """
    return head.issuer == head_of(profile).issuer


def symbol_of(profile: Profile) -> str:
    """Type and body; dots for the body's abbreviation, which its head lays down."""
    return profile.document_symbol or text("plan.symbol")


_BRACKETS = re.compile(r"\([^()]*\)")
_PLACES = (*PLACE_KINDS, "huyện", "quận", "thị xã", "thành phố", "tỉnh", "khu vực")
"""Words that a body's name goes on with where the place is named."""

_ADDED_RECIPIENTS = ("như trên", "lưu:")
"""Lines that every report gets anyway; a station that types them too does not see them twice."""


def recipients_of(profile: Profile, addressees: Iterable[str] = ()) -> tuple[str, ...]:
    """Nơi nhận: "Như trên" for a letter with addressees, then the set ones, then where it is kept.

    Args:
        profile: Who issues the paper.
        addressees: Whom "Kính gửi" names; "Như trên" says them, so they are not named again.
    """
    for addressee in addressees:
        profile = without_recipient(profile, addressee)
    names = (recipient.strip().lstrip("- ").rstrip(";. ") for recipient in profile.recipients)
    listed = (f"- {name};" for name in names if not name.lower().startswith(_ADDED_RECIPIENTS))
    return (text("head.as_above"), *listed, text("head.archive", archive=keeper_of(profile)))


def keeper_of(profile: Profile) -> str:
    """Who keeps the copy for the files: the set one, else the records ("VT")."""
    return profile.archive or text("head.records")


def without_recipient(profile: Profile, addressee: str) -> Profile:
    """The profile whose "Nơi nhận" does not name the addressee again: "Như trên" says it.

    "UBND" is written out; words in brackets and the name of the place are no other body:
    "UBND xã (ví dụ)" is "Ủy ban nhân dân xã Tả Phời".
    """
    kept = (each for each in profile.recipients if not _is_same_body(each, addressee))
    return profile._replace(recipients=tuple(kept))


def _is_same_body(one: str, other: str) -> bool:
    short, long = sorted((_written_out(one), _written_out(other)), key=len)
    if short.casefold() == long.casefold():
        return True
    place = long[len(short) :].lstrip()
    is_begun = long.casefold().startswith(f"{short.casefold()} ") and short != text("head.committee")
    return is_begun and (place[0].isupper() or place.lower().startswith(_PLACES))


def _written_out(body: str) -> str:
    words = _BRACKETS.sub(" ", body).strip().lstrip("- ").rstrip(";. ")
    return " ".join(words.replace("UBND", text("head.committee")).split())


def signature_of(profile: Profile) -> Signature:
    """Boxes 7."""
    return Signature(prefix=profile.signer_prefix, post=profile.signer_title, name=profile.signer_name)


def seal_size_of(profile: Profile) -> float:
    """Diameter of the seal in millimetres, for the place of the agency's signature."""
    return float(profile.seal_size or SEAL_SIZE)


def appendix_of(profile: Profile, title: str, blocks: tuple[Block, ...]) -> Appendix:
    """The only appendix of a report, with room for the number and day of the report it belongs to."""
    return Appendix(label=text("annex.label"), title=title, reference=appendix_reference(profile), blocks=blocks)


def appendix_reference(profile: Profile, way: str = PAPER, head: Head | None = None) -> str:
    """The line "(Kèm theo …)": on paper with dots that are written over, in electronic documents with empty room.

    Args:
        profile: Who issues the report.
        way: PAPER or ELECTRONIC.
        head: Boxes 1 to 4 of a report whose number and day are known: on paper they stand in the line.

    Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần II: complete on paper; electronic without number and day.
    """
    number, day = "\u00a0" * 6, text("annex.electronic_day")
    if way == PAPER and head is not None and head.number and head.day is not None:
        number, day = f"{head.number:02d}", text("annex.day", **long_day(head.day))
    elif way == PAPER:
        number, day = text("annex.paper_number"), text("annex.paper_day")
    symbol = head.symbol if head is not None else symbol_of(profile)
    day = day.replace(" ", "\u00a0")
    return text("annex.reference", number=number, symbol=symbol, day=day, issuer=profile.name)


def in_way(document: ReportDocument, profile: Profile, way: str, head: Head | None = None) -> ReportDocument:
    """The report with its appendices' lines "(Kèm theo …)" for paper or for an electronic document."""
    reference = appendix_reference(profile, way, head)
    appendices = (replace(each, reference=reference) if each.reference else each for each in document.appendices)
    return replace(document, appendices=tuple(appendices))


def letter_symbol_of(profile: Profile) -> str:
    """Symbol of a letter, which has no abbreviation of a type: "TYT" where the station's reports are "BC-TYT"."""
    return symbol_of(profile).rpartition("-")[2]


def minutes_symbol_of(profile: Profile) -> str:
    """Type and body for minutes: "BB-TYT" where the station's reports are "BC-TYT"."""
    _, hyphen, body = symbol_of(profile).partition("-")
    return f"{text('minutes.symbol')}{hyphen}{body}"


def station_signature(profile: Profile) -> Signature:
    """The station among those who sign a score sheet: its name, then the post of its head."""
    posts = " ".join(filter(None, (profile.signer_prefix, profile.signer_title)))
    return Signature(prefix=profile.name, post=posts, name=profile.signer_name)


def commune_signature(station: Station) -> Signature:
    """The people's committee of the commune; its head is not kept in the settings."""
    prefix = text("signers.commune", place=station.place)
    return Signature(prefix=prefix, post=text("signers.commune_post"), name="")


def team_signature() -> Signature:
    """The team that appraises the station's score."""
    return Signature(prefix=text("signers.team"), post=text("signers.team_post"), name="")


def _without_kind(place: str) -> str:
    for kind in PLACE_KINDS:
        if place.lower().startswith(f"{kind} "):
            return place[len(kind) + 1 :]
    return place
