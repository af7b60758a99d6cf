"""The first bytes of a file: is it a station file that this program knows? Costs one read, changes nothing."""

from __future__ import annotations

import stat
import struct
import time
from pathlib import Path
from typing import NamedTuple

from data.errors import EnvironmentFault
from data.store.faults import environment_faults

APPLICATION_ID = 0x536F5472
"""``SoTr``: what a station file carries in its header (CONTRACT L4)."""

_MAGIC = b"SQLite format 3\x00"
_LENGTH = 100
_PAUSE = 0.05
_SMALLEST_PAGE, _LARGEST_PAGE = 512, 65536


class Header(NamedTuple):
    """What the header of an SQLite file says.

    Attributes:
        page_size: Bytes of a page.
        pages: Pages that the file should hold, 0 when the header does not say.
        is_wal: Whether the file is in WAL mode.
        user_version: Number of the last schema step.
    """

    page_size: int
    pages: int
    is_wal: bool
    user_version: int
    application_id: int


def read_header(path: Path, newest: int) -> Header:
    """Read the header of a station file.

    Args:
        path: The file.
        newest: The newest schema step that this program knows.

    Raises:
        EnvironmentFault: file_missing, file_is_folder, no_permission, file_empty, file_not_sqlite, file_not_ours,
            file_newer or file_damaged (``file``; file_newer also ``version`` and ``known``).
    """
    try:
        return _judge(path, newest)
    except EnvironmentFault as fault:
        if fault.code != "file_damaged":
            raise
    time.sleep(_PAUSE)  # a writer that brings its -wal into the file writes the header first
    return _judge(path, newest)


def _judge(path: Path, newest: int) -> Header:
    with environment_faults(path):
        start, size = _read_start(path)
    if not start:
        raise EnvironmentFault("file_empty", file=path)
    if not start.startswith(_MAGIC):
        raise EnvironmentFault("file_not_sqlite", file=path)
    if len(start) < _LENGTH:
        raise EnvironmentFault("file_damaged", file=path)
    header = _unpack(start)
    if header.application_id != APPLICATION_ID:
        raise EnvironmentFault("file_not_ours", file=path)
    if header.user_version > newest:
        raise EnvironmentFault("file_newer", file=path, version=header.user_version, known=newest)
    if header.user_version < 1 or not (_is_whole(header, size) or _has_journal(path)):
        raise EnvironmentFault("file_damaged", file=path)
    return header


def _read_start(path: Path) -> tuple[bytes, int]:
    """The first bytes of a file and its size."""
    status = path.stat()
    if stat.S_ISDIR(status.st_mode):
        raise EnvironmentFault("file_is_folder", file=path)
    if not stat.S_ISREG(status.st_mode):
        raise EnvironmentFault("file_not_sqlite", file=path)
    with path.open("rb") as file:
        return file.read(_LENGTH), status.st_size


def _unpack(start: bytes) -> Header:
    (page_size,) = struct.unpack_from(">H", start, 16)
    changes, pages = struct.unpack_from(">II", start, 24)
    (user_version, _, application_id) = struct.unpack_from(">iII", start, 60)
    (valid_for,) = struct.unpack_from(">I", start, 92)
    return Header(
        page_size=_LARGEST_PAGE if page_size == 1 else page_size,
        pages=pages if changes == valid_for else 0,
        is_wal=start[18] == 2,
        user_version=user_version,
        application_id=application_id,
    )


def _is_whole(header: Header, size: int) -> bool:
    page = header.page_size
    is_power_of_two = page & (page - 1) == 0
    return _SMALLEST_PAGE <= page <= _LARGEST_PAGE and is_power_of_two and size >= page * max(header.pages, 1)


def _has_journal(path: Path) -> bool:
    """Whether pages stand beside the file, so that its own length says nothing."""
    return any(path.with_name(path.name + suffix).exists() for suffix in ("-wal", "-journal"))
