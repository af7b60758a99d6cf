"""Making a station file: there is never half of one, and an existing one is never overwritten."""

from __future__ import annotations

import contextlib
import errno
import os
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from data.errors import EnvironmentFault
from data.store.connection import connect, set_journal
from data.store.faults import environment_faults
from data.store.migrations import apply_steps
from data.store.volume import volume_of

_NO_LINKS = frozenset({errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK})
"""What a volume without hard links says: FAT and exFAT, some network drives."""


def create_file(path: Path, fill: Callable[[sqlite3.Connection], None]) -> None:
    """Make a station file with the newest schema.

    Args:
        path: The new file; nothing may be there yet.
        fill: Writes the first rows into the empty tables.

    Raises:
        EnvironmentFault: file_exists, folder_missing (``folder``), folder_read_only, disk_full (``file``).
    """
    with new_file(path) as draft:
        _fill_new(draft, fill)


@contextmanager
def new_file(path: Path) -> Iterator[Path]:
    """Give another name to write a new file under; it takes its own at the end, or leaves nothing behind.

    Raises:
        EnvironmentFault: file_exists, folder_missing (``folder``), folder_read_only, disk_full (``file``).
    """
    if os.path.lexists(path):
        raise EnvironmentFault("file_exists", file=path)
    if not path.parent.is_dir():
        raise EnvironmentFault("folder_missing", file=path, folder=path.parent)
    draft = path.with_name(f"{path.name}-new-{os.urandom(4).hex()}")
    try:
        with folder_faults(path):
            yield draft
            _take_name(draft, path)
            flush_folder(path.parent)
    finally:
        for left in (draft, *(draft.with_name(draft.name + suffix) for suffix in ("-wal", "-shm", "-journal"))):
            with contextlib.suppress(OSError):  # the next ones do not depend on it, and the fault is told already
                left.unlink(missing_ok=True)


def _take_name(draft: Path, path: Path) -> None:
    """Give a whole file its name in one step, which fails when the name is taken meanwhile.

    Raises:
        FileExistsError: The name is taken.
    """
    if sys.platform == "win32":
        draft.rename(path)  # where this never takes the place of another file
        return
    try:
        path.hardlink_to(draft)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        if os.path.lexists(path):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path)) from error
        draft.replace(path)


@contextmanager
def folder_faults(path: Path) -> Iterator[None]:
    """Like ``environment_faults``, for making a file: what is not permitted is the folder's fault."""
    try:
        with environment_faults(path):
            yield
    except EnvironmentFault as fault:
        code = {
            "no_permission": "folder_read_only",
            "file_read_only": "folder_read_only",
            "file_missing": "folder_missing",
        }
        raise EnvironmentFault(code.get(fault.code, fault.code), file=path, folder=path.parent) from fault


def flush_folder(folder: Path) -> None:
    """Bring a folder's names to disk, where the system can."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _fill_new(draft: Path, fill: Callable[[sqlite3.Connection], None]) -> None:
    connection = connect(draft, "rwc")
    try:
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("PRAGMA synchronous = EXTRA")
        apply_steps(connection)
        connection.execute("BEGIN")
        fill(connection)
        connection.execute("COMMIT")
        set_journal(connection, volume_of(draft), change=True)
    finally:
        connection.close()
