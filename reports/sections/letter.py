"""What makes a report a document: head, addressees, recipients, signature, reference to the annex.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.
"""

from __future__ import annotations

from data.model import Profile
from data.targets import PLACE_KINDS
from reports.document import Appendix, Block, Head, Signature
from reports.texts import text


def head_of(profile: Profile) -> Head:
    """Boxes 1 to 4; the place is the commune's own name unless the station set another."""
    return Head(
        parent_body=profile.parent_body,
        issuer=profile.issuer or profile.name,
        symbol=symbol_of(profile),
        place=profile.place_of_issue or _without_kind(profile.place),
    )


def symbol_of(profile: Profile) -> str:
    """Type and body; dots for the body's abbreviation, which its head lays down."""
    return profile.document_symbol or text("plan.symbol")


_ADDED_RECIPIENTS = ("như trên", "lưu:")
"""Lines that every report gets anyway; a station that types them too does not see them twice."""


def recipients_of(profile: Profile) -> tuple[str, ...]:
    """Nơi nhận: "Như trên" for a letter with addressees, then the set ones, then where it is kept."""
    names = (recipient.strip().lstrip("- ").rstrip(";. ") for recipient in profile.recipients)
    listed = (f"- {name};" for name in names if not name.lower().startswith(_ADDED_RECIPIENTS))
    return (text("head.as_above"), *listed, text("head.archive", archive=profile.archive or text("head.records")))


def signature_of(profile: Profile) -> Signature:
    """Boxes 7."""
    return Signature(prefix=profile.signer_prefix, post=profile.signer_title, name=profile.signer_name)


def appendix_of(profile: Profile, title: str, blocks: tuple[Block, ...]) -> Appendix:
    """The only appendix of a report, with room for the number and day of the report it belongs to."""
    reference = text(
        "annex.reference",
        number="…",
        symbol=symbol_of(profile),
        day=text("annex.empty_day").replace(" ", "\u00a0"),
        issuer=profile.name,
    )
    return Appendix(label=text("annex.label"), title=title, reference=reference, blocks=blocks)


def _without_kind(place: str) -> str:
    for kind in PLACE_KINDS:
        if place.lower().startswith(f"{kind} "):
            return place[len(kind) + 1 :]
    return place
