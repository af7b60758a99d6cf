"""Signing as other programs do: their own field names and places, and changes of their own if they like."""

from __future__ import annotations

import asyncio
import io
from collections.abc import Callable
from datetime import datetime
from typing import Any, NamedTuple

from tests.reports.signing.authority import PASSWORD, Issued


class Elsewhere(NamedTuple):
    """Who signs and when, where it shows, and what else is done to the document before."""

    issued: Issued
    at: datetime
    box: tuple[int, int, int, int] | None = None
    before: Callable[[Any], None] | None = None


def sign_elsewhere(pdf: bytes, how: Elsewhere) -> bytes:
    """A PDF with the signature of another program."""
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign import fields, signers

    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    if how.before is not None:
        how.before(writer)
    signer = signers.SimpleSigner.load_pkcs12_data(how.issued.pkcs12, other_certs=[], passphrase=PASSWORD.encode())
    metadata = signers.PdfSignatureMetadata(field_name="Signature1", md_algorithm="sha256")
    spec = fields.SigFieldSpec("Signature1", on_page=0, box=how.box)
    return asyncio.run(_finish(signers.PdfSigner(metadata, signer, new_field_spec=spec), writer, how))


async def _finish(pdf_signer: Any, writer: Any, how: Elsewhere) -> bytes:
    session = pdf_signer.init_signing_session(writer)
    session.system_time = how.at
    document = session.prepare_tbs_document(
        validation_info=await session.perform_presign_validation(writer), bytes_reserved=16_384
    )
    digest, output = document.digest_tbs_document()
    from pyhanko.sign.signers.pdf_cms import PdfCMSSignedAttributes

    await document.perform_signature(digest.document_digest, PdfCMSSignedAttributes(signing_time=how.at))
    content: bytes = output.getvalue()
    return content
