"""Opening a PDF that anybody may have made: one sentence for whatever is wrong with it, never a trace."""

from __future__ import annotations

import io
import logging
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING

from data.errors import SoTramError, UserError

if TYPE_CHECKING:
    from pyhanko.pdf_utils.reader import PdfFileReader

LARGEST_PDF = 25 * 1024 * 1024
_HEADER_WITHIN = 1024

_LIBRARIES = ("pyhanko", "pyhanko_certvalidator", "pkcs11")

# What the libraries raise when a file is not what it claims to be: they promise no family of their own.
_BAD_CONTENT = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    MemoryError,
    NotImplementedError,
    RecursionError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)


@cache
def quieten() -> None:
    """The libraries of signing would write names from certificates into our log: they say nothing."""
    for name in _LIBRARIES:
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)


@contextmanager
def pdf_faults() -> Iterator[None]:
    """Turn whatever a damaged or hostile PDF makes the libraries raise into one sentence.

    Raises:
        UserError: ``sign_pdf_damaged``.
    """
    from pyhanko.pdf_utils.misc import PdfError
    from pyhanko.sign.general import SigningError
    from pyhanko.sign.validation.errors import ValidationInfoReadingError

    try:
        yield
    except SoTramError:
        raise
    except (*_BAD_CONTENT, PdfError, SigningError, ValidationInfoReadingError) as error:
        raise UserError("sign_pdf_damaged") from error


def opened(pdf: bytes, *, is_strict: bool = False) -> PdfFileReader:
    """A reader over a PDF, its tables of objects read.

    Scanners and telephones write tables that the standard forbids: unless ``is_strict``, these are read as well.

    Raises:
        UserError: ``sign_pdf_none``, ``sign_pdf_large``, ``sign_pdf_encrypted`` or ``sign_pdf_damaged``.
    """
    if len(pdf) > LARGEST_PDF:
        raise UserError("sign_pdf_large", limit=LARGEST_PDF // 1024 // 1024)
    if b"%PDF-" not in pdf[:_HEADER_WITHIN]:
        raise UserError("sign_pdf_none")
    quieten()
    try:
        return _opened(pdf, is_strict=True)
    except UserError as error:
        if is_strict or error.code != "sign_pdf_damaged":
            raise
        return _opened(pdf, is_strict=False)


def _opened(pdf: bytes, *, is_strict: bool) -> PdfFileReader:
    from pyhanko.pdf_utils.reader import PdfFileReader

    with pdf_faults():
        reader = PdfFileReader(io.BytesIO(pdf), strict=is_strict)
        if reader.encrypted:
            raise UserError("sign_pdf_encrypted")
        _ = reader.root["/Pages"]
    return reader
