"""A backup as one file: a magic line, one line that says what is inside, then the database, compressed.

The manifest can be read without unpacking anything. Figures are the figures of the packed database, so that whoever
unpacks it can compare.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from data.errors import EnvironmentFault

SUFFIX = ".sotram-backup"
MAGIC = b"SO-TRAM-BACKUP 1\n"

_LONGEST_MANIFEST = 64 * 1024
_BLOCK = 256 * 1024
_PACKED_BLOCK = 16 * 1024  # what it unpacks to stays small, whatever is in it
_LEVEL = 6

LogHead = tuple[int, str]
"""The newest row of a log: its id, 0 while there is none, and its hash in hexadecimal digits."""


class Manifest(NamedTuple):
    """What a backup holds.

    Attributes:
        file_id: Identity of the station file.
        station: The station's code.
        generation: Of the file, raised with every session that changed it.
        made_at: When the backup was made, in UTC.
        why: opening, interval, migration, import, restore, closing or command.
        schema: Number of the last schema step.
        counts: Rows of every table, by name.
        heads: The newest row of each log, by table.
        sha256: Of the database's bytes, in hexadecimal digits.
        size: Of the database, in bytes.
    """

    file_id: str
    station: str
    generation: int
    made_at: datetime
    why: str
    schema: int
    counts: Mapping[str, int]
    heads: Mapping[str, LogHead]
    sha256: str
    size: int


def pack(database: Path, manifest: Manifest, target: BinaryIO) -> None:
    """Write a backup; ``manifest`` tells the truth about the file ``database``."""
    target.write(MAGIC)
    target.write(_manifest_line(manifest))
    packer = zlib.compressobj(_LEVEL)
    with database.open("rb") as source:
        while block := source.read(_BLOCK):
            target.write(packer.compress(block))
    target.write(packer.flush())


def digest(database: Path) -> str:
    """SHA-256 of a file, in hexadecimal digits."""
    with database.open("rb") as source:
        return hashlib.file_digest(source, "sha256").hexdigest()


def is_backup(path: Path) -> bool:
    """Whether a file begins as a backup does.

    Raises:
        OSError: It cannot be read.
    """
    with path.open("rb") as source:
        return source.read(len(MAGIC)) == MAGIC


def read_manifest(path: Path) -> Manifest:
    """What a backup says it holds.

    Raises:
        EnvironmentFault: backup_not_ours, backup_damaged (``file``).
        OSError: It cannot be read.
    """
    with path.open("rb") as source:
        return _read_manifest(source, path)


def unpack(path: Path, target: Path) -> Manifest:
    """Write the database of a backup to a new file, and see that its bytes are those that were packed.

    Raises:
        EnvironmentFault: backup_not_ours, backup_damaged (``file``).
        OSError: What the system does not allow.
    """
    with path.open("rb") as source, target.open("xb") as out:
        manifest = _read_manifest(source, path)
        try:
            found = _unpack(source, out, manifest.size)
        except zlib.error as error:
            raise EnvironmentFault("backup_damaged", file=path) from error
    if found != (manifest.size, manifest.sha256):
        raise EnvironmentFault("backup_damaged", file=path)
    return manifest


def _unpack(source: BinaryIO, target: BinaryIO, size: int) -> tuple[int, str]:
    """Size and SHA-256 of what was unpacked; stops when it is more than ``size``, or when something follows."""
    unpacker, whole, written = zlib.decompressobj(), hashlib.sha256(), 0
    while block := source.read(_PACKED_BLOCK):
        piece = unpacker.decompress(block)
        written += len(piece)
        if written > size or unpacker.unused_data:
            return -1, ""
        target.write(piece)
        whole.update(piece)
    return (written, whole.hexdigest()) if unpacker.eof else (-1, "")


def _manifest_line(manifest: Manifest) -> bytes:
    row = {**manifest._asdict(), "made_at": manifest.made_at.astimezone(UTC).isoformat()}
    return json.dumps(row, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode() + b"\n"


def _read_manifest(source: BinaryIO, path: Path) -> Manifest:
    if source.read(len(MAGIC)) != MAGIC:
        raise EnvironmentFault("backup_not_ours", file=path)
    line = source.readline(_LONGEST_MANIFEST)
    try:
        if line.endswith(b"\n"):
            return _manifest_of(json.loads(line))
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise EnvironmentFault("backup_damaged", file=path) from error
    raise EnvironmentFault("backup_damaged", file=path)


def _manifest_of(row: dict[str, Any]) -> Manifest:
    made_at = datetime.fromisoformat(row["made_at"]).astimezone(UTC)
    return Manifest(
        file_id=str(row["file_id"]),
        station=str(row["station"]),
        generation=int(row["generation"]),
        made_at=made_at,
        why=str(row["why"]),
        schema=int(row["schema"]),
        counts={str(table): int(count) for table, count in row["counts"].items()},
        heads={str(log): (int(number), str(seal)) for log, (number, seal) in row["heads"].items()},
        sha256=str(row["sha256"]),
        size=int(row["size"]),
    )
