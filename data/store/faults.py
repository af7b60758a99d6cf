"""What SQLite and the system say -> error codes of ours."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from data.errors import EnvironmentFault

_CODES_OF_SYSTEM = {
    errno.ENOSPC: "disk_full",
    errno.EFBIG: "disk_full",
    errno.EDQUOT: "disk_full",
    errno.EIO: "disk_failed",
    errno.EROFS: "folder_read_only",
    errno.EACCES: "no_permission",
    errno.EPERM: "no_permission",
    errno.ENOENT: "file_missing",
    errno.ENOTDIR: "file_missing",
    errno.ENAMETOOLONG: "file_missing",
    errno.ELOOP: "file_missing",
    errno.EISDIR: "file_is_folder",
    errno.EEXIST: "file_exists",
}

_CODES_OF_SQLITE = {
    sqlite3.SQLITE_FULL: "disk_full",
    sqlite3.SQLITE_IOERR: "disk_failed",
    sqlite3.SQLITE_IOERR_WRITE: "disk_full",
    sqlite3.SQLITE_IOERR_TRUNCATE: "disk_full",
    sqlite3.SQLITE_IOERR_SHMSIZE: "disk_full",
    sqlite3.SQLITE_CORRUPT: "file_damaged",
    sqlite3.SQLITE_NOTADB: "file_damaged",
    sqlite3.SQLITE_BUSY: "file_in_use",
    sqlite3.SQLITE_LOCKED: "file_in_use",
    sqlite3.SQLITE_READONLY: "file_read_only",
    sqlite3.SQLITE_CANTOPEN: "no_permission",
    sqlite3.SQLITE_PERM: "no_permission",
}

_NO_TEXT = "Could not decode to UTF-8"
"""What Python says of text in the file that is none; everything we write is text."""

_ENDED = "no transaction is active"
"""What SQLite says when a transaction ended by itself, which is what a failed write does to it."""

_PRIMARY = 0xFF
"""An extended result code of SQLite holds its primary code in the lowest byte."""


def fault_of_system(error: OSError, path: Path) -> EnvironmentFault | None:
    """The fault that an error of the operating system stands for, or None when it is none we know."""
    code = _CODES_OF_SYSTEM.get(error.errno or 0)
    return EnvironmentFault(code, file=path) if code else None


def fault_of_sqlite(error: sqlite3.Error, path: Path) -> EnvironmentFault | None:
    """The fault that an error of SQLite stands for, or None when it is a fault of ours.

    A write that fails because a file may not grow (EFBIG) is told by SQLite as IOERR_WRITE, like a pulled stick.
    """
    number = getattr(error, "sqlite_errorcode", None)
    if number is None:
        return EnvironmentFault("file_damaged", file=path) if _NO_TEXT in str(error) else None
    code = _CODES_OF_SQLITE.get(number) or _CODES_OF_SQLITE.get(number & _PRIMARY)
    if code == "no_permission" and not path.exists():
        code = "file_vanished"
    return EnvironmentFault(code, file=path) if code else None


@contextmanager
def environment_faults(path: Path) -> Iterator[None]:
    """Raise what the machine does not allow as an EnvironmentFault with ``file=path``; let all else through."""
    try:
        yield
    except OSError as error:
        fault = fault_of_system(error, path)
        if fault is None:
            raise
        raise fault from error
    except sqlite3.Error as error:
        fault = fault_of_sqlite(error, path) or _fault_before(error, path)
        if fault is None:
            raise
        raise fault from error
    except UnicodeDecodeError as error:  # in what SQLite says of a damaged schema
        raise EnvironmentFault("file_damaged", file=path) from error


def _fault_before(error: sqlite3.Error, path: Path) -> EnvironmentFault | None:
    """The fault after which this error came up: a failed write ends its transaction, which then cannot be committed.

    Which failure that was may have been passed over on the way, as by what only tries what SQLite can do.
    """
    earlier = error.__context__
    fault = fault_of_sqlite(earlier, path) if isinstance(earlier, sqlite3.Error) else None
    return EnvironmentFault("disk_failed", file=path) if fault is None and str(error).endswith(_ENDED) else fault
