"""Keys on a token, through the PKCS#11 library of its maker.

PKCS#11 tells of a PIN only that few tries, one, or none are left, never how many: so do we.
Source: PKCS #11 v2.40, 3.2 (CKF_USER_PIN_COUNT_LOW, CKF_USER_PIN_FINAL_TRY, CKF_USER_PIN_LOCKED) and 5.1 (return
values).
"""

from __future__ import annotations

import struct
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from data.errors import EnvironmentFault, SoTramError, UserError
from reports.signing.certificates import chain_of, holder_of
from reports.signing.keys import check_kind, named_chain
from reports.signing.model import Pkcs11Key

if TYPE_CHECKING:
    from asn1crypto.x509 import Certificate
    from pkcs11 import Session, Slot, Token, TokenFlag
    from pyhanko.sign.signers import Signer

_HEAD_BYTES = 4096
_ELF_BITS = {1: 32, 2: 64}
_PE_BITS = {0x014C: 32, 0x8664: 64, 0xAA64: 64}
_PE_OFFSET = 0x3C


class _Pair(NamedTuple):
    """A certificate of a token, and how its private key is found."""

    label: str
    key_label: str
    key_id: bytes
    certificate: Certificate


@contextmanager
def open_pkcs11(key: Pkcs11Key) -> Iterator[Signer]:
    """The signer behind a key on a token, while its session is open.

    Raises:
        UserError: Wrong PIN (``sign_pin_wrong``, ``sign_pin_low``, ``sign_pin_last``, ``sign_pin_unset``), wrong or
            ambiguous names (``sign_token_unknown``, ``sign_token_several``, ``sign_key_missing``,
            ``sign_key_several``), ``sign_key_kind``.
        EnvironmentFault: ``sign_library_missing``, ``sign_library_bits``, ``sign_library_unfit``,
            ``sign_token_missing``, ``sign_token_gone``, ``sign_token_failed``, ``sign_pin_locked``.
    """
    import pkcs11

    check_library(Path(key.library))
    try:
        library = pkcs11.lib(key.library)
    except (pkcs11.PKCS11Error, OSError) as error:
        raise EnvironmentFault("sign_library_unfit", file=key.library) from error
    try:
        token = _token(library.get_slots(token_present=True), key)
        session = _session(token, key)
        try:
            yield _signer(session, token, key)
        finally:
            with suppress(pkcs11.PKCS11Error):  # a token that was pulled has no session to close
                session.close()
    except pkcs11.PKCS11Error as error:
        raise token_fault(error) from error
    finally:
        with suppress(pkcs11.PKCS11Error):  # so that a token plugged in later is seen the next time
            library.finalize()


def check_library(path: Path) -> None:
    """Refuse a library that is not there, or whose word size is not ours.

    Raises:
        EnvironmentFault: ``sign_library_missing`` or ``sign_library_bits``.
    """
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD_BYTES)
    except (OSError, ValueError) as error:
        raise EnvironmentFault("sign_library_missing", file=path) from error
    ours = 64 if sys.maxsize > 2**32 else 32
    bits = word_size(head)
    if bits is not None and bits != ours:
        raise EnvironmentFault("sign_library_bits", file=path, bits=bits, ours=ours)


def word_size(head: bytes) -> int | None:
    """32 or 64, from the first bytes of a library of Linux or Windows; None for anything else."""
    if head.startswith(b"\x7fELF"):
        return _ELF_BITS.get(head[4]) if len(head) > 4 else None
    if head.startswith(b"MZ") and len(head) >= _PE_OFFSET + 4:
        (start,) = struct.unpack_from("<I", head, _PE_OFFSET)
        if head[start : start + 4] == b"PE\0\0" and len(head) >= start + 6:
            return _PE_BITS.get(struct.unpack_from("<H", head, start + 4)[0])
    return None


def pin_fault(flags: TokenFlag) -> SoTramError:
    """What a refused PIN means, from what the token says of itself afterwards."""
    from pkcs11 import TokenFlag

    if TokenFlag.USER_PIN_LOCKED in flags:
        return EnvironmentFault("sign_pin_locked")
    if TokenFlag.USER_PIN_FINAL_TRY in flags:
        return UserError("sign_pin_last")
    return UserError("sign_pin_low" if TokenFlag.USER_PIN_COUNT_LOW in flags else "sign_pin_wrong")


def token_fault(error: Exception) -> EnvironmentFault:
    """What a token that fails in the middle of the work means."""
    from pkcs11 import exceptions

    gone = (
        exceptions.DeviceRemoved,
        exceptions.TokenNotPresent,
        exceptions.TokenNotRecognised,
        exceptions.SessionHandleInvalid,
        exceptions.SessionClosed,
    )
    if isinstance(error, gone):
        return EnvironmentFault("sign_token_gone")
    return EnvironmentFault("sign_token_failed", reason=type(error).__name__)


def _token(slots: Sequence[Slot], key: Pkcs11Key) -> Token:
    from pkcs11 import TokenFlag
    from pkcs11.exceptions import PKCS11Error

    tokens: list[Token] = []
    for index, slot in enumerate(slots):
        if key.slot is not None and index != key.slot:
            continue
        with suppress(PKCS11Error):  # pulled while we look
            token = slot.get_token()
            if TokenFlag.TOKEN_INITIALIZED in token.flags:
                tokens.append(token)
    if not tokens:
        raise EnvironmentFault("sign_token_missing")
    named = [token for token in tokens if not key.token or token.label == key.token]
    labels = ", ".join(f"“{token.label}”" for token in tokens)
    if not named:
        raise UserError("sign_token_unknown", token=key.token, tokens=labels)
    if len(named) > 1:
        raise UserError("sign_token_several", tokens=labels)
    return named[0]


def _session(token: Token, key: Pkcs11Key) -> Session:
    """A session, logged in; an empty PIN costs no try."""
    from pkcs11 import TokenFlag, exceptions

    if TokenFlag.USER_PIN_LOCKED in token.flags:
        raise EnvironmentFault("sign_pin_locked")
    pin = key.pin.reveal()
    if not pin:
        raise pin_fault(token.flags)
    try:
        return token.open(user_pin=pin)
    except exceptions.PinLocked:
        raise EnvironmentFault("sign_pin_locked") from None
    except exceptions.UserPinNotInitialized:
        raise UserError("sign_pin_unset") from None
    except (exceptions.PinIncorrect, exceptions.PinInvalid, exceptions.PinLenRange):
        # Without their cause: nothing that saw the PIN goes further.
        raise pin_fault(token.slot.get_token().flags) from None


def _signer(session: Session, token: Token, key: Pkcs11Key) -> Signer:
    from pkcs11 import Mechanism
    from pyhanko.sign.pkcs11 import PKCS11Signer

    certificates, pairs = _contents(session)
    found = [pair for pair in pairs if not key.label or key.label in (pair.label, pair.key_label)]
    labels = ", ".join(f"“{pair.label or pair.key_label}”" for pair in pairs)
    if not pairs:
        raise UserError("sign_key_none")
    if not found:
        raise UserError("sign_key_missing", label=key.label, labels=labels)
    if len(found) > 1:
        raise UserError("sign_key_several", labels=labels)
    pair = found[0]
    check_kind(pair.certificate, pair.label)
    mechanisms = token.slot.get_mechanisms()
    is_rsa = pair.certificate.public_key.algorithm == "rsa"
    hashing = Mechanism.SHA256_RSA_PKCS if is_rsa else Mechanism.ECDSA_SHA256
    chain = chain_of(pair.certificate, certificates)
    signer = PKCS11Signer(
        session,
        signing_cert=pair.certificate,
        ca_chain=chain,
        key_id=pair.key_id or None,
        key_label=None if pair.key_id else pair.key_label,
        use_raw_mechanism=hashing not in mechanisms,
    )
    return named_chain(signer, chain)


def _contents(session: Session) -> tuple[list[Certificate], list[_Pair]]:
    """All certificates of a token, and those whose private key lies there as well."""
    from asn1crypto import x509
    from pkcs11 import Attribute, ObjectClass

    keys = [
        (each[Attribute.ID], each[Attribute.LABEL])
        for each in session.get_objects({Attribute.CLASS: ObjectClass.PRIVATE_KEY, Attribute.SIGN: True})
    ]
    certificates: list[Certificate] = []
    pairs: list[_Pair] = []
    for each in session.get_objects({Attribute.CLASS: ObjectClass.CERTIFICATE}):
        certificate = x509.Certificate.load(each[Attribute.VALUE])
        try:
            holder_of(certificate)
        except (ValueError, TypeError, KeyError):  # rubbish on the token is nobody's certificate
            continue
        certificates.append(certificate)
        own_id, label = each[Attribute.ID], each[Attribute.LABEL]
        for key_id, key_label in keys:
            if (own_id == key_id) if own_id or key_id else (label == key_label):
                pairs.append(_Pair(label, key_label, key_id, certificate))
    return certificates, pairs
