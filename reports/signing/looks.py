"""What each signature shows: image, words in the place, or words in the corner, with the time as the decree prints it.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.7, II.8 (place and colour), Mẫu 2.2 and 3.2 (words in the corner).
That the zone is printed as +07:00 follows from "ISO 8601" in the decree.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from reports.pdf.appearance import Frame, Ink, corner_appearance, image_appearance, words_appearance
from reports.signing.certificates import VIETNAM, holder_of
from reports.signing.model import Place, Role, SignRequest
from reports.texts import text

if TYPE_CHECKING:
    from asn1crypto.x509 import Certificate

_GAP = 3.0
_INKS = {Role.HEAD: Ink.BLUE, Role.AGENCY: Ink.RED}


def time_words(now: datetime) -> str:
    """The claimed time in Vietnam: ``21/11/2026; 14:05:09 +07:00``."""
    return now.astimezone(VIETNAM).strftime("%d/%m/%Y; %H:%M:%S +07:00")


def attached_words(number: str) -> str:
    """Words for the corner of a file attached to a document of this number and symbol (``05/BC-TYT``)."""
    return text("signing.attached", number=number)


def copy_words(form: str, agency: str) -> str:
    """Words for the corner of an electronic copy: its form (``SAO Y``) and the agency that made it."""
    return text("signing.copy", form=form.upper(), agency=agency)


def corner_words(request: SignRequest) -> str:
    """What is printed in the corner."""
    return text("signing.corner", words=request.corner, time=time_words(request.now))


def appearance_of(request: SignRequest, certificate: Certificate, places: Mapping[Role, Place]) -> bytes:
    """A PDF of one page, of the size of the place."""
    place = places[request.role]
    frame = Frame(place.width, place.height)
    if request.corner:
        return corner_appearance(frame, corner_words(request), place.turn)
    if request.image is not None:
        return image_appearance(frame, request.image)
    left, right = _covered(request.role, places)
    holder = holder_of(certificate)
    paragraphs = [text("signing.signed_by", name=holder.name)]
    if holder.organisation and holder.organisation.casefold() != holder.name.casefold():
        paragraphs.append(text("signing.organisation", organisation=holder.organisation))
    paragraphs.append(text("signing.at", time=time_words(request.now)))
    return words_appearance(frame._replace(left=left, right=right), paragraphs, _INKS[request.role])


def _covered(role: Role, places: Mapping[Role, Place]) -> tuple[float, float]:
    """What words leave free at left and right, so that the two signatures, which overlap, can both be read."""
    head, agency = places.get(Role.HEAD), places.get(Role.AGENCY)
    if head is None or agency is None or head.page != agency.page:
        return _GAP, _GAP
    overlap = max(0.0, agency.right - head.left)
    return (overlap + _GAP, 0.0) if role is Role.HEAD else (0.0, overlap + _GAP)
