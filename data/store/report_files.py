"""The bytes of frozen papers, each under its own SHA-256; written once, never changed."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Mapping

from data.documents.codes import hash_of
from data.errors import UserError

_INSERT = "INSERT INTO report_file (sha256, packing, content) VALUES (?, ?, ?) ON CONFLICT (sha256) DO NOTHING"
_SELECT = "SELECT packing, content FROM report_file WHERE sha256 = ?"
_ALL = "SELECT sha256 FROM report_file ORDER BY sha256"


def keep_file(connection: sqlite3.Connection, content: bytes, *, packed: bool = False) -> str:
    """Keep bytes in the caller's transaction; the same bytes are kept once.

    Returns:
        Their SHA-256 in hexadecimal.
    """
    digest = hash_of(content)
    row = ("zlib", zlib.compress(content, 9)) if packed else ("", content)
    connection.execute(_INSERT, (digest, *row))
    return digest


def load_file(connection: sqlite3.Connection, digest: str) -> bytes:
    """The bytes with a SHA-256.

    Raises:
        UserError: report_file_lost (``digest``): they are not in the file, or no longer what they were.
    """
    found = connection.execute(_SELECT, (digest,)).fetchone()
    content = _unpacked(*found) if found else None
    if content is None or hash_of(content) != digest:
        raise UserError("report_file_lost", digest=digest[:12])
    return content


def is_whole(digest: str, packing: str, content: bytes) -> bool:
    """Whether bytes as they are kept are what their SHA-256 says."""
    unpacked = _unpacked(packing, content)
    return unpacked is not None and hash_of(unpacked) == digest


def put_back(connection: sqlite3.Connection, files: Mapping[str, tuple[str, bytes]]) -> None:
    """Keep bytes that were read out of a damaged file, as they were kept there."""
    connection.executemany(_INSERT, [(digest, *kept) for digest, kept in sorted(files.items())])


def file_names(connection: sqlite3.Connection) -> tuple[str, ...]:
    """SHA-256 of everything that is kept."""
    return tuple(name for (name,) in connection.execute(_ALL))


def _unpacked(packing: str, content: bytes) -> bytes | None:
    if packing != "zlib":
        return content
    try:
        return zlib.decompress(content)
    except zlib.error:
        return None
