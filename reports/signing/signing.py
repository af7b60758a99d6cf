"""One signature on one PDF: what must hold before, the signature itself, and the proof afterwards.

The result is the bytes that were given, followed by an incremental update; the properties and the XMP of the document
stay untouched, so that they go on agreeing with each other.
Source: ETSI EN 319 142-1 (PAdES B-B, B-T); Nghị định 30/2020/NĐ-CP, Điều 5 (first the head, then the agency).
"""

from __future__ import annotations

import asyncio
import io
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING, Any

from data.errors import EnvironmentFault, UserError
from reports.signing.certificates import VIETNAM, check_certificate
from reports.signing.images import check_image
from reports.signing.looks import appearance_of, time_words
from reports.signing.model import (
    CORNER_FIELD,
    FIELD_NAMES,
    NO_TIMESTAMP,
    Change,
    Pkcs11Key,
    Pkcs12Key,
    Place,
    Role,
    SignatureSeen,
    SignRequest,
    SignResult,
)
from reports.signing.places import corner_of, find_place, places_of
from reports.signing.reading import opened, pdf_faults, quieten
from reports.signing.seen import appended_since, signatures_of
from reports.signing.stamping import time_stamper
from reports.signing.writing import appending_writer, stamp_of

if TYPE_CHECKING:
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.signers import PdfSigner, Signer

_ROOM = 4 * 1024
_ROOM_FOR_STAMP = 16 * 1024
"""Bytes kept free for a signature besides its certificates, and for a time stamp with its own."""


def sign(request: SignRequest) -> SignResult:
    """Sign a PDF once, for one role.

    Raises:
        UserError: What the person can correct; every code begins with ``sign_``.
        EnvironmentFault: What the token, its library or the network does not allow; likewise.
    """
    reader = opened(request.pdf)
    remarks = check_image(request.image, request.role) if request.image is not None else ()
    seen = signatures_of(request.pdf, None, request.now)
    _check_document(request, seen, reader)
    _check_clock(request, seen, reader)
    places = {Role.AGENCY: corner_of(reader)} if request.corner else places_of(reader)
    find_place(places, request.role)
    with signer_of(request.key) as signer:
        holder = check_certificate(signer.signing_cert, request.now)
        pdf = _signed(request, signer, places)
    _prove(request.pdf, pdf, request.now)
    return SignResult(pdf=pdf, holder=holder, at=request.now, timestamp=request.tsa or NO_TIMESTAMP, remarks=remarks)


@contextmanager
def signer_of(key: Pkcs12Key | Pkcs11Key) -> Iterator[Signer]:
    """What signs with a key; a token is held only inside.

    Raises:
        UserError: As ``open_pkcs12`` and ``open_pkcs11``.
        EnvironmentFault: As ``open_pkcs11``.
    """
    from reports.signing.keys import open_pkcs12
    from reports.signing.token import open_pkcs11

    quieten()
    if isinstance(key, Pkcs12Key):
        yield open_pkcs12(key)
        return
    with open_pkcs11(key) as signer:
        yield signer


def _check_document(request: SignRequest, seen: Sequence[SignatureSeen], reader: PdfFileReader) -> None:
    """Refuse a document that changed, is another one, or is not for this role now."""
    if any(not each.is_sound for each in seen) or (seen and not seen[-1].covers_all):
        raise UserError("sign_document_changed")
    # What the program freezes is written in one go: more was added by somebody, and nobody signed it.
    if not seen and not request.corner and reader.xrefs.total_revisions > 1:
        raise UserError("sign_document_changed")
    if request.frozen is not None:
        change = appended_since(request.frozen, request.pdf)
        if change is Change.OTHER:
            raise UserError("sign_document_other")
    fields = {each.field for each in seen}
    field = _field(request)
    if field in fields:
        raise UserError("sign_role_twice_head" if request.role is Role.HEAD else "sign_role_twice_agency")
    if request.role is Role.HEAD and FIELD_NAMES[Role.AGENCY] in fields:
        raise UserError("sign_head_late")
    # A head who signed with another program counts: any signature that is not the agency's.
    if request.role is Role.AGENCY and not request.corner and not fields - {CORNER_FIELD}:
        raise UserError("sign_agency_first")


def _check_clock(request: SignRequest, seen: Sequence[SignatureSeen], reader: PdfFileReader) -> None:
    """Nobody signs before the document was frozen, nor before those who signed it already."""
    earliest = [each.claimed_at for each in seen if each.claimed_at is not None]
    # A scanner's clock may be wrong by years: what a file of others says of itself binds nobody.
    made_at = None if request.corner else _made_at(reader)
    earliest += [moment for moment in (request.frozen_at, made_at) if moment is not None]
    if earliest and request.now < max(earliest):
        raise UserError("sign_clock_wrong", now=time_words(request.now), earliest=time_words(max(earliest)))


def _made_at(reader: PdfFileReader) -> datetime | None:
    """The moment the document says it was made; None when it says none that can be read."""
    from pyhanko.pdf_utils.generic import parse_pdf_date
    from pyhanko.pdf_utils.misc import PdfReadError

    try:
        moment = parse_pdf_date(reader.trailer["/Info"]["/CreationDate"])
    except (KeyError, TypeError, ValueError, PdfReadError):
        return None
    return moment if moment.tzinfo is not None else None


def _field(request: SignRequest) -> str:
    return CORNER_FIELD if request.corner else FIELD_NAMES[request.role]


def _signed(request: SignRequest, signer: Signer, places: Mapping[Role, Place]) -> bytes:
    from pyhanko.sign import fields, signers

    place, field = places[request.role], _field(request)
    metadata = signers.PdfSignatureMetadata(
        field_name=field, md_algorithm="sha256", subfilter=fields.SigSeedSubFilter.PADES
    )
    box: Any = (place.left, place.bottom, place.right, place.top)  # pyHanko says whole numbers, and takes any
    pdf_signer = signers.PdfSigner(
        metadata,
        signer,
        timestamper=time_stamper(request.tsa) if request.tsa else None,
        stamp_style=stamp_of(appearance_of(request, signer.signing_cert, places)),
        new_field_spec=fields.SigFieldSpec(field, on_page=place.page, box=box),
    )
    return asyncio.run(_finish(pdf_signer, request))


async def _finish(pdf_signer: PdfSigner, request: SignRequest) -> bytes:
    """As ``PdfSigner.async_sign_pdf``, but with our time in place of the library's clock."""
    from pyhanko.sign.signers.pdf_cms import PdfCMSSignedAttributes
    from pyhanko.sign.timestamps.common_utils import TimestampRequestError

    signer = pdf_signer.signer
    certificates = [signer.signing_cert, *signer.cert_registry]
    room = _ROOM + (_ROOM_FOR_STAMP if request.tsa else 0) + sum(len(each.dump()) for each in certificates)
    with pdf_faults():
        writer = appending_writer(request.pdf)
        session = pdf_signer.init_signing_session(writer)
        session.system_time = request.now.astimezone(VIETNAM)
        validation = await session.perform_presign_validation(writer)
        document = session.prepare_tbs_document(validation_info=validation, bytes_reserved=2 * room)
        output = io.BytesIO()
        digest, _ = document.digest_tbs_document(output=output)
    try:
        await document.perform_signature(digest.document_digest, PdfCMSSignedAttributes(signing_time=request.now))
    except (TimestampRequestError, ValueError, KeyError, TypeError) as error:
        if not request.tsa:
            raise
        raise EnvironmentFault("sign_tsa_refused", url=request.tsa) from error
    return output.getvalue()


def _prove(before: bytes, after: bytes, now: datetime) -> None:
    """A signature that does not hold at once is never handed out: a token may give rubbish."""
    newest = signatures_of(after, None, now)[-1]
    if not after.startswith(before) or not newest.is_sound or not newest.covers_all:
        raise EnvironmentFault("sign_token_failed", reason="signature")
