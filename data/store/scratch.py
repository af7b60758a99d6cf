"""A copy of a station file in a scratch folder, so that reading leaves the original and its folder as they are.

Nobody writes to the file while it is copied, or the copy is made again: a file in WAL mode that is opened where it lies
would get a ``-shm`` and a ``-wal`` beside it, and cannot be opened in a read-only folder at all (CONTRACT L3).
"""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from data.errors import EnvironmentFault
from data.store.lock import is_locked

COPY_NAME = "copy.sotram"
_SIDE_FILES = ("-wal", "-journal")
_TRIES, _PAUSE = 20, 0.05
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_FULL_OF_SQLITE = frozenset(
    {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR_WRITE, sqlite3.SQLITE_IOERR_TRUNCATE, sqlite3.SQLITE_IOERR_SHMSIZE}
)

_State = tuple[tuple[int, int, int] | None, ...]


def new_scratch() -> tempfile.TemporaryDirectory[str]:
    """A new scratch folder.

    Raises:
        EnvironmentFault: scratch_full (``folder``).
    """
    with scratch_faults():
        try:
            return tempfile.TemporaryDirectory(prefix="so-tram-", ignore_cleanup_errors=True)
        except FileNotFoundError as error:  # of all folders for this none takes a file
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)) from error


@contextmanager
def scratch_faults() -> Iterator[None]:
    """For work that writes to scratch folders alone: a full disk is theirs, not that of the file which is read.

    Raises:
        EnvironmentFault: scratch_full (``folder``).
    """
    try:
        yield
    except OSError as error:
        if error.errno not in _FULL:
            raise
        raise EnvironmentFault("scratch_full", folder=_scratch_place()) from error
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorcode", None) not in _FULL_OF_SQLITE:
            raise
        raise EnvironmentFault("scratch_full", folder=_scratch_place()) from error


def _scratch_place() -> str:
    try:
        return tempfile.gettempdir()
    except FileNotFoundError:
        return os.environ.get("TMPDIR") or os.environ.get("TEMP") or "/tmp"


def copy_to_scratch(path: Path) -> tempfile.TemporaryDirectory[str] | None:
    """Copy a file with its ``-wal`` or ``-journal`` into a new scratch folder, as ``COPY_NAME``.

    Returns:
        The folder; None when meanwhile somebody opened the file for writing.

    Raises:
        EnvironmentFault: file_in_use when the file does not rest; scratch_full (``folder``).
        OSError: What the system does not allow.
    """
    folder = new_scratch()
    try:
        for _ in range(_TRIES):
            before = _state(path)
            copy_files(path, Path(folder.name))
            if is_locked(path):
                folder.cleanup()
                return None
            if _state(path) == before and _is_settled(before):
                return folder
            time.sleep(_PAUSE)
        raise EnvironmentFault("file_in_use", file=path)
    except BaseException:
        folder.cleanup()
        raise


def copy_files(path: Path, folder: Path) -> None:
    """Copy a file with its ``-wal`` or ``-journal`` into a folder, as ``COPY_NAME``; nobody may write meanwhile."""
    with scratch_faults():
        shutil.copyfile(path, folder / COPY_NAME)
        for suffix in _SIDE_FILES:
            copy = folder / (COPY_NAME + suffix)
            copy.unlink(missing_ok=True)
            try:
                shutil.copyfile(path.with_name(path.name + suffix), copy)
            except FileNotFoundError:
                continue


def _state(path: Path) -> _State:
    return tuple(_stamp(path.with_name(path.name + suffix)) for suffix in ("", *_SIDE_FILES))


def _stamp(path: Path) -> tuple[int, int, int] | None:
    try:
        status = path.stat()
    except FileNotFoundError:
        return None
    return status.st_ino, status.st_size, status.st_mtime_ns


def _is_settled(state: _State) -> bool:
    """Whether the last write is long enough ago that another one would show in the time of change."""
    newest = max((stamp[2] for stamp in state if stamp is not None), default=0)
    return not 0 <= time.time_ns() - newest < _PAUSE * 1e9
