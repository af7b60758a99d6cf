"""Bytes of a signature that its mathematics leaves free: in our own signatures they have exactly one form.

The signature of a PDF covers everything but its own container, and within the container everything but the wrapping:
padding, versions, the list of certificates. A byte changed there would change nothing that is shown, yet the file
would be another one. So the container of our signatures is built again from what is signed, and compared.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from asn1crypto.cms import ContentInfo
    from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature


def is_canonical(pdf: bytes, signature: EmbeddedPdfSignature) -> bool:
    """Whether the container of a signature of ours is, byte for byte, the one that we would have written."""
    start, end = int(signature.byte_range[1]), int(signature.byte_range[2])
    written = pdf[start:end]
    rebuilt = _rebuilt(signature)
    content = rebuilt.dump()
    expected = b"<" + content.hex().upper().encode()
    return written == expected.ljust(len(written) - 1, b"0") + b">" and _are_named(signature)


def _rebuilt(signature: EmbeddedPdfSignature) -> ContentInfo:
    """The container, made anew from certificates, signed attributes, the signature itself and its time stamp."""
    from asn1crypto import algos, cms

    info, certificate = signature.signer_info, signature.signer_cert
    name = {"issuer": certificate.issuer, "serial_number": certificate.serial_number}
    hashing = algos.DigestAlgorithm({"algorithm": "sha256"})
    kind = "sha256_ecdsa" if certificate.public_key.algorithm == "ec" else "sha256_rsa"
    signer = cms.SignerInfo(
        {
            "version": "v1",
            "sid": cms.SignerIdentifier({"issuer_and_serial_number": cms.IssuerAndSerialNumber(name)}),
            "digest_algorithm": hashing,
            "signature_algorithm": algos.SignedDigestAlgorithm({"algorithm": kind}),
            "signed_attrs": info["signed_attrs"],
            "signature": info["signature"].native,
        }
    )
    if len(info["unsigned_attrs"]):
        signer["unsigned_attrs"] = info["unsigned_attrs"]
    content = {
        "version": "v1",
        "digest_algorithms": cms.DigestAlgorithms((hashing,)),
        "encap_content_info": {"content_type": "data"},
        "certificates": signature.signed_data["certificates"],
        "signer_infos": [signer],
    }
    return cms.ContentInfo({"content_type": cms.ContentType("signed_data"), "content": cms.SignedData(content)})


def _are_named(signature: EmbeddedPdfSignature) -> bool:
    """Whether the certificates of the container are those whose hashes were signed, no more and no fewer."""
    from pyhanko.sign.general import check_ess_certid, find_unique_cms_attribute

    named = find_unique_cms_attribute(signature.signer_info["signed_attrs"], "signing_certificate_v2")["certs"]
    held = [signature.signer_cert, *signature.other_embedded_certs]
    stamps = len(signature.signer_info["unsigned_attrs"])
    are_all = all(any(check_ess_certid(each, one) for one in named) for each in held)
    return are_all and len(held) == len(named) and stamps <= 1
