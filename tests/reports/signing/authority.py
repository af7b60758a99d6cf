"""An authority of our own with a few certificates, made once for each run; they are worth nothing elsewhere."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import NamedTuple

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, pkcs12
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from reports.signing import Pkcs12Key, Secret

PASSWORD = "mat-khau-danh-dau-5091"
"""A password that is easy to find where it must not be."""
WRONG_PASSWORD = "sai-danh-dau-7713"
HEAD, AGENCY, STATION = "NGUYỄN THỊ HỒNG ĐÀO", "TRẠM Y TẾ XÃ TẢ PHỜI", "Trạm Y tế xã Tả Phời"
BEGIN, END = datetime(2020, 1, 1, tzinfo=UTC), datetime(2040, 1, 1, tzinfo=UTC)

Private = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey | ed25519.Ed25519PrivateKey


class Issued(NamedTuple):
    """A certificate with its key and those above it."""

    certificate: x509.Certificate
    private: Private
    chain: tuple[x509.Certificate, ...]

    @property
    def pkcs12(self) -> bytes:
        """Key and certificates in a file with ``PASSWORD``."""
        lock = BestAvailableEncryption(PASSWORD.encode())
        return pkcs12.serialize_key_and_certificates(b"ky", self.private, self.certificate, self.chain, lock)

    @property
    def without_key(self) -> bytes:
        """The certificate alone in a file with ``PASSWORD``."""
        lock = BestAvailableEncryption(PASSWORD.encode())
        return pkcs12.serialize_key_and_certificates(None, None, None, [self.certificate], lock)

    @property
    def key(self) -> Pkcs12Key:
        """The same as a key that signs."""
        return Pkcs12Key(content=self.pkcs12, password=Secret(PASSWORD), name="khoa.p12")

    @property
    def der(self) -> bytes:
        """The certificate."""
        return self.certificate.public_bytes(Encoding.DER)


class Wanted(NamedTuple):
    """What a certificate shall say."""

    name: str
    organisation: str = STATION
    begin: datetime = BEGIN
    end: datetime = END
    may_sign: bool = True
    says_use: bool = True
    stamps_time: bool = False


def make_root() -> Issued:
    """A certificate that vouches for itself."""
    return _issue(Wanted("CƠ QUAN CHỨNG THỰC THỬ", "Thử"), ec.generate_private_key(ec.SECP256R1()), None)


def make_middle(root: Issued) -> Issued:
    """An authority below the root, as all real ones are."""
    return _issue(Wanted("CHỨNG THỰC CẤP DƯỚI THỬ", "Thử"), ec.generate_private_key(ec.SECP256R1()), root)


def make_signer(above: Issued, wanted: Wanted, private: Private | None = None) -> Issued:
    """A certificate of a person or an agency; with an elliptic key unless one is given."""
    return _issue(wanted, private or ec.generate_private_key(ec.SECP256R1()), above, is_authority=False)


def _issue(wanted: Wanted, private: Private, above: Issued | None, *, is_authority: bool = True) -> Issued:
    name = _name(wanted)
    builder = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(above.certificate.subject if above else name)
        .public_key(private.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(wanted.begin)
        .not_valid_after(wanted.end)
        .add_extension(x509.BasicConstraints(ca=is_authority, path_length=None), critical=True)
    )
    if wanted.says_use:
        builder = builder.add_extension(_usage(wanted, is_authority=is_authority), critical=True)
    if wanted.stamps_time:
        builder = builder.add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING]), critical=True)
    certificate = builder.sign(above.private if above else private, hashes.SHA256())
    return Issued(certificate, private, (above.certificate, *above.chain) if above else ())


def _name(wanted: Wanted) -> x509.Name:
    parts = [
        (NameOID.COUNTRY_NAME, "VN"),
        (NameOID.ORGANIZATION_NAME, wanted.organisation),
        (NameOID.COMMON_NAME, wanted.name),
    ]
    return x509.Name([x509.NameAttribute(kind, value) for kind, value in parts])


def _usage(wanted: Wanted, *, is_authority: bool) -> x509.KeyUsage:
    may_sign = wanted.may_sign and not is_authority
    return x509.KeyUsage(
        digital_signature=may_sign,
        content_commitment=may_sign,
        key_encipherment=not may_sign and not is_authority,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=is_authority,
        crl_sign=is_authority,
        encipher_only=False,
        decipher_only=False,
    )
