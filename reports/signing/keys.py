"""Keys in PKCS#12 files, and what every key becomes: a signer that names its whole chain in what it signs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from data.errors import UserError
from reports.signing.certificates import chain_of
from reports.signing.model import Pkcs12Key

if TYPE_CHECKING:
    from asn1crypto.x509 import Certificate
    from pyhanko.sign.attributes import SignedAttributeProviderSpec
    from pyhanko.sign.signers import Signer

LARGEST_KEY_FILE = 1024 * 1024
_KINDS = ("rsa", "ec")


def open_pkcs12(key: Pkcs12Key) -> Signer:
    """The signer behind a PKCS#12 file.

    Raises:
        UserError: ``sign_key_file_none``, ``sign_password_wrong``, ``sign_key_file_empty``, ``sign_key_kind``.
    """
    from asn1crypto import keys, x509
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.serialization import pkcs12
    from pyhanko.sign.signers import SimpleSigner

    if not _is_pkcs12(key.content):
        raise UserError("sign_key_file_none", file=key.name)
    password = key.password.reveal().encode("utf-8", "surrogateescape")
    try:
        private, own, others = pkcs12.load_key_and_certificates(key.content, password or None)
    except (ValueError, TypeError):
        # Without its cause: no word of the library may carry the password anywhere.
        raise UserError("sign_password_wrong", file=key.name) from None
    except UnsupportedAlgorithm as error:
        raise UserError("sign_key_kind", file=key.name) from error
    if private is None or own is None:
        raise UserError("sign_key_file_empty", file=key.name)
    der = serialization.Encoding.DER
    raw = private.private_bytes(der, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    certificate, *more = (x509.Certificate.load(each.public_bytes(der)) for each in (own, *others))
    check_kind(certificate, key.name)
    signer = SimpleSigner(
        signing_cert=certificate,
        signing_key=keys.PrivateKeyInfo.load(raw),
        cert_registry=_registry(chain_of(certificate, more)),
    )
    return named_chain(signer, chain_of(certificate, more))


def check_kind(certificate: Certificate, name: str) -> None:
    """Refuse a key that is neither RSA nor of an elliptic curve.

    Raises:
        UserError: ``sign_key_kind``.
    """
    if certificate.public_key.algorithm not in _KINDS:
        raise UserError("sign_key_kind", file=name)


def named_chain(signer: Signer, chain: Iterable[Certificate]) -> Signer:
    """The same signer, which signs the hashes of its chain as well: no embedded certificate can be exchanged."""
    signer.signed_attr_prov_spec = _chain_attributes((signer.signing_cert, *chain))
    return signer


def _registry(chain: Iterable[Certificate]) -> Any:  # noqa: ANN401 - a store of pyhanko_certvalidator
    from pyhanko_certvalidator.registry import SimpleCertificateStore

    return SimpleCertificateStore.from_certs(chain)


def _is_pkcs12(content: bytes) -> bool:
    """Whether the file is a PKCS#12 file at all; then only the password can be what is wrong."""
    from asn1crypto import pkcs12

    if len(content) > LARGEST_KEY_FILE:
        return False
    try:
        parsed = pkcs12.Pfx.load(content, strict=True)
        return parsed["version"].native == "v3" and bool(parsed["auth_safe"]["content_type"].native)
    except (ValueError, TypeError, KeyError):
        return False


def _chain_attributes(certificates: Iterable[Certificate]) -> SignedAttributeProviderSpec:
    """The one signed attribute of PAdES besides hash and type: which certificates belong to the signature.

    Source: ETSI EN 319 142-1, 6.3 (signing-certificate-v2, no signing-time); RFC 5035, 3 (several certificates limit
    what may be used to build the path).
    """
    from asn1crypto import tsp
    from pyhanko.sign.attributes import CMSAttributeProvider, SignedAttributeProviderSpec
    from pyhanko.sign.general import as_signing_certificate_v2

    named = tuple(certificates)

    class Chain(CMSAttributeProvider):
        attribute_type = "signing_certificate_v2"

        async def build_attr_value(self, dry_run: bool = False) -> tsp.SigningCertificateV2:
            return tsp.SigningCertificateV2({"certs": [as_signing_certificate_v2(each)["certs"][0] for each in named]})

    class Attributes(SignedAttributeProviderSpec):
        def signed_attr_providers(self, data_digest: bytes, digest_algorithm: str) -> Iterable[CMSAttributeProvider]:
            return (Chain(),)

    return Attributes()
