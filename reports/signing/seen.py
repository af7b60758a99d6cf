"""What the signatures of a PDF say, and whether they hold: over any PDF, whoever made it, without the network.

Trust is judged at the stamped, else at the claimed time, and only against roots that the person gave. Whether a
certificate was revoked is not known here, and not claimed.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Any

from data.errors import UserError
from reports.signing.canonical import is_canonical
from reports.signing.certificates import holder_of, validity_at
from reports.signing.model import (
    CORNER_FIELD,
    FIELD_NAMES,
    Change,
    Holder,
    Place,
    SignatureSeen,
    Trust,
    TrustRoots,
    Validity,
)
from reports.signing.places import corner_of, page_numbers, places_of
from reports.signing.reading import opened, pdf_faults, quieten

if TYPE_CHECKING:
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
    from pyhanko.sign.validation.status import PdfSignatureStatus

MOST_SIGNATURES = 50
_TOLERANCE = 3 * 72 / 25.4
"""So far, in points, a signature of another program may stick out of its place."""
_ROLES = {name: role for role, name in FIELD_NAMES.items()}
_PLAIN_FORM_KEYS = ("/SigFlags", "/DA")
_USAGES = {"digital_signature", "non_repudiation"}


def signatures_of(pdf: bytes, roots: TrustRoots | None, now: datetime) -> tuple[SignatureSeen, ...]:
    """All signatures of a PDF, in the order in which they were made; stamps of authorities alone are not among them.

    Args:
        pdf: The document.
        roots: Whom the person trusts; None when nobody said.
        now: The present moment, for signatures that claim no time.

    Raises:
        UserError: ``sign_pdf_none``, ``sign_pdf_large``, ``sign_pdf_encrypted``, ``sign_pdf_damaged``,
            ``sign_pdf_crowded``.
    """
    if b"/ByteRange" not in pdf:
        opened(pdf)
        return ()
    reader = opened(pdf)
    with pdf_faults():
        fields = list(_fields(reader))
    if len(fields) > MOST_SIGNATURES:
        raise UserError("sign_pdf_crowded", limit=MOST_SIGNATURES)
    seen = [_seen(pdf, reader, field, roots, now) for field in fields]
    return tuple(each for _, each in sorted(seen, key=lambda pair: pair[0]))


def appended_since(frozen: bytes, pdf: bytes) -> Change:
    """What was appended to the frozen bytes of a report; other when the PDF does not even begin with them.

    Whether the signatures themselves hold is for ``signatures_of`` to say.

    Raises:
        UserError: As ``signatures_of``.
    """
    if pdf == frozen:
        return Change.NOTHING
    if not pdf.startswith(frozen):
        return Change.OTHER
    from pyhanko.sign.diff_analysis import DEFAULT_DIFF_POLICY

    quieten()
    with pdf_faults():
        newest = opened(frozen, is_strict=True).xrefs.total_revisions - 1
        reader = opened(pdf, is_strict=True)
        if reader.xrefs.total_revisions - 1 == newest:
            return Change.OTHER
        base = reader.get_historical_resolver(newest)
        if "/AcroForm" not in base.root and "/AcroForm" in reader.root:
            base.root["/AcroForm"] = _empty_form(reader.root["/AcroForm"])
        return _change(DEFAULT_DIFF_POLICY.review_file(reader, base))


def _empty_form(form: Any) -> Any:  # noqa: ANN401 - dictionaries of pyHanko
    """The form that a document without one gets with its first signature, still without fields: to compare with."""
    from pyhanko.pdf_utils import generic

    plain = {name: form[name] for name in _PLAIN_FORM_KEYS if name in form}
    return generic.DictionaryObject({**plain, generic.pdf_name("/Fields"): generic.ArrayObject()})


def _fields(reader: PdfFileReader) -> Iterator[tuple[str, Any]]:
    """Names and fields of what is signed."""
    from pyhanko.sign.fields import enumerate_sig_fields

    for name, value, field in enumerate_sig_fields(reader, filled_status=True):
        if value.get_object().get("/Type", "/Sig") != "/DocTimeStamp":
            yield name, field.get_object()


def _seen(
    pdf: bytes, reader: PdfFileReader, field: tuple[str, Any], roots: TrustRoots | None, now: datetime
) -> tuple[int, SignatureSeen]:
    """One signature, and the end of what it covers. What cannot be read at all is not intact."""
    from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

    name, dictionary = field
    try:
        with pdf_faults():
            signature = EmbeddedPdfSignature(reader, dictionary, name)
            return _end(signature), _read(pdf, signature, roots, now)
    except UserError:
        return len(pdf) + 1, _unreadable(name)


def _read(pdf: bytes, signature: EmbeddedPdfSignature, roots: TrustRoots | None, now: datetime) -> SignatureSeen:
    name = signature.field_name
    holder = holder_of(signature.signer_cert)
    claimed_at = signature.self_reported_timestamp
    if claimed_at is not None and claimed_at.tzinfo is None:
        claimed_at = None
    status = _status(signature, roots, claimed_at or now)
    stamp = status.timestamp_validity
    stamped_at = stamp.timestamp if stamp is not None and stamp.intact and stamp.valid else None
    if stamped_at is not None and stamped_at != claimed_at:
        status = _status(signature, roots, stamped_at)
    is_ours = name in _ROLES or name == CORNER_FIELD
    is_intact = status.intact and status.valid and (not is_ours or is_canonical(pdf, signature))
    return SignatureSeen(
        field=name,
        role=_ROLES.get(name),
        place=_place(signature),
        holder=holder,
        claimed_at=claimed_at,
        stamped_at=stamped_at,
        is_intact=is_intact,
        covers_all=_end(signature) == len(pdf),
        after=_change(status.diff_result),
        validity=validity_at(holder, stamped_at or claimed_at),
        trust=_trust(status, roots),
        is_in_place=_is_in_place(signature),
    )


def _status(signature: EmbeddedPdfSignature, roots: TrustRoots | None, moment: datetime) -> PdfSignatureStatus:
    from asn1crypto import x509
    from pyhanko.sign.validation import validate_pdf_signature
    from pyhanko.sign.validation.settings import KeyUsageConstraints
    from pyhanko_certvalidator import ValidationContext
    from pyhanko_certvalidator.registry import SimpleTrustManager

    anchors = [x509.Certificate.load(each) for each in roots.certificates] if roots is not None else []
    context = ValidationContext(trust_manager=SimpleTrustManager.build(trust_roots=anchors), moment=moment)
    usages = KeyUsageConstraints(key_usage=_USAGES, match_all_key_usages=False)
    return validate_pdf_signature(signature, context, key_usage_settings=usages)


def _trust(status: PdfSignatureStatus, roots: TrustRoots | None) -> Trust:
    if roots is None or not roots.certificates:
        return Trust.UNKNOWN
    return Trust.YES if status.trusted else Trust.NO


def _change(found: Any) -> Change:  # noqa: ANN401 - DiffResult or SuspiciousModification
    from pyhanko.sign.diff_analysis import DiffResult, ModificationLevel

    if not isinstance(found, DiffResult) or found.modification_level > ModificationLevel.FORM_FILLING:
        return Change.OTHER
    return Change.NOTHING if found.modification_level == ModificationLevel.NONE else Change.SIGNATURES


def _end(signature: EmbeddedPdfSignature) -> int:
    """Where the signed bytes end."""
    return int(signature.byte_range[2]) + int(signature.byte_range[3])


def _place(signature: EmbeddedPdfSignature) -> Place | None:
    """Where the signature is shown; the page is that of its widget, 0 when the widget does not say."""
    field = signature.sig_field
    if "/Rect" not in field:
        return None
    left, bottom, right, top = (float(field["/Rect"][index]) for index in range(4))
    if left >= right or bottom >= top:
        return None
    return Place(page=_page(signature), left=left, bottom=bottom, right=right, top=top)


def _is_in_place(signature: EmbeddedPdfSignature) -> bool:
    """Whether what is shown covers no more than the places for signatures, or the upper margin of page 1."""
    place, reader = _place(signature), signature.reader
    if place is None:
        return True
    rooms = [*places_of(reader).values(), corner_of(reader)]
    return any(_holds(room, place) for room in rooms)


def _holds(room: Place, place: Place) -> bool:
    return (
        room.page == place.page
        and room.left - _TOLERANCE <= place.left
        and room.bottom - _TOLERANCE <= place.bottom
        and place.right <= room.right + _TOLERANCE
        and place.top <= room.top + _TOLERANCE
    )


def _page(signature: EmbeddedPdfSignature) -> int:
    field, reader = signature.sig_field, signature.reader
    if "/P" not in field:
        return 0
    wanted = field.raw_get("/P").reference
    return page_numbers(reader).get((wanted.idnum, wanted.generation), 0)


def _unreadable(name: str) -> SignatureSeen:
    holder: Holder | None = None
    return SignatureSeen(
        field=name,
        role=_ROLES.get(name),
        place=None,
        holder=holder,
        claimed_at=None,
        stamped_at=None,
        is_intact=False,
        covers_all=False,
        after=Change.OTHER,
        validity=Validity.UNKNOWN,
        trust=Trust.UNKNOWN,
    )
