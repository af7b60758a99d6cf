"""What a certificate says: whom it names, when it holds, and whether it may sign documents."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING

from data.errors import UserError
from reports.signing.model import Holder, TrustRoots, Validity

if TYPE_CHECKING:
    from asn1crypto.x509 import Certificate, Name

VIETNAM = timezone(timedelta(hours=7))
LONGEST_NAME = 200
LARGEST_CERTIFICATE = 64 * 1024
_SIGNING_USAGES = frozenset(("digital_signature", "non_repudiation"))


def holder_of(certificate: Certificate) -> Holder:
    """Whom a certificate names, fit to be printed.

    Raises:
        ValueError: The certificate is no certificate.
    """
    validity = certificate["tbs_certificate"]["validity"]
    return Holder(
        name=_part(certificate.subject, "common_name") or _part(certificate.subject, "organization_name"),
        organisation=_part(certificate.subject, "organization_name"),
        issuer=_part(certificate.issuer, "common_name") or _part(certificate.issuer, "organization_name"),
        serial=f"{certificate.serial_number:x}",
        valid_from=validity["not_before"].native,
        valid_to=validity["not_after"].native,
    )


def validity_at(holder: Holder, moment: datetime | None) -> Validity:
    """A certificate at a moment; unknown without one."""
    if moment is None:
        return Validity.UNKNOWN
    if moment < holder.valid_from:
        return Validity.EARLY
    return Validity.EXPIRED if moment > holder.valid_to else Validity.VALID


def check_certificate(certificate: Certificate, now: datetime) -> Holder:
    """Refuse to sign with a certificate that does not hold now, or is not for signing.

    A clock that is wrong by years looks like a certificate that is not valid yet; the sentence names both.

    Raises:
        UserError: ``sign_certificate_expired``, ``sign_certificate_early``, ``sign_certificate_usage``.
    """
    holder = holder_of(certificate)
    words = {
        "name": holder.name,
        "valid_from": printed_day(holder.valid_from),
        "valid_to": printed_day(holder.valid_to),
        "today": printed_day(now),
    }
    match validity_at(holder, now):
        case Validity.EXPIRED:
            raise UserError("sign_certificate_expired", **words)
        case Validity.EARLY:
            raise UserError("sign_certificate_early", **words)
    usages = certificate.key_usage_value
    if usages is not None and _SIGNING_USAGES.isdisjoint(usages.native):
        raise UserError("sign_certificate_usage", name=holder.name)
    return holder


def printed_day(moment: datetime) -> str:
    """The day in Vietnam, as printed."""
    return moment.astimezone(VIETNAM).strftime("%d/%m/%Y")


def trust_roots(files: Mapping[str, bytes]) -> TrustRoots:
    """The certificates in files of the person, PEM or DER, by the file's name.

    Raises:
        UserError: ``sign_root_unreadable`` names the file that holds none.
    """
    return TrustRoots(
        certificates=tuple(each for name, content in files.items() for each in _certificates(name, content))
    )


def chain_of(certificate: Certificate, others: Iterable[Certificate]) -> tuple[Certificate, ...]:
    """Those of the other certificates that lead from this one towards its root, without the root, nearest first."""
    by_subject = {each.subject.dump(): each for each in others}
    chain: list[Certificate] = []
    current = certificate
    while True:
        found = by_subject.pop(current.issuer.dump(), None)
        if found is None or found.dump() == current.dump() or found.subject.dump() == found.issuer.dump():
            return tuple(chain)
        chain.append(found)
        current = found


def _certificates(name: str, content: bytes) -> list[bytes]:
    from asn1crypto import pem, x509

    try:
        if pem.detect(content):
            found = [der for kind, _, der in pem.unarmor(content, multiple=True) if kind == "CERTIFICATE"]
        else:
            found = [content]
        for der in found:
            if len(der) > LARGEST_CERTIFICATE:
                raise UserError("sign_root_unreadable", file=name)
            holder_of(x509.Certificate.load(der, strict=True))
    except (ValueError, TypeError, KeyError) as error:
        raise UserError("sign_root_unreadable", file=name) from error
    if not found:
        raise UserError("sign_root_unreadable", file=name)
    return found


def _part(name: Name, kind: str) -> str:
    """One part of a name, without signs that would upset a terminal; of several the first."""
    value = name.native.get(kind, "")
    while isinstance(value, list):
        value = value[0] if value else ""
    text = unicodedata.normalize("NFC", str(value))
    return "".join(letter for letter in text if unicodedata.category(letter)[0] != "C")[:LONGEST_NAME].strip()
