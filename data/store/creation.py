"""Making a station file: there is never half of one, and an existing one is never overwritten."""

from __future__ import annotations

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
from data.store.held import held_name, is_held_name, sweep_unfinished
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
        EnvironmentFault: As ``new_file``.
    """
    with new_file(path) as draft:
        _fill_new(draft, fill)


@contextmanager
def new_file(path: Path) -> Iterator[Path]:
    """Give another name to write a new file under; it takes its own at the end, or leaves nothing behind.

    Raises:
        EnvironmentFault: file_exists, restore_side_file (``side``), folder_missing, folder_is_file,
            folder_not_writable (``folder``), name_too_long, disk_full (``file``).
    """
    with folder_faults(path):
        sweep_unfinished(path)
        if os.path.lexists(path):
            raise EnvironmentFault("file_exists", file=path)
        refuse_side_files(path)
        with held_name(path) as draft:
            yield draft
            _take_name(draft, path)
            flush_folder(path.parent)


def refuse_side_files(target: Path) -> None:
    """A ``-wal`` of another file beside a new one would be taken for its own.

    Raises:
        EnvironmentFault: restore_side_file (``file``, ``side``).
    """
    for suffix in ("-wal", "-shm", "-journal"):
        side = target.with_name(target.name + suffix)
        if os.path.lexists(side):
            raise EnvironmentFault("restore_side_file", file=target, side=side)


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
        draft.unlink()  # a file with two names is not opened for writing
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        if os.path.lexists(path):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path)) from error
        draft.replace(path)


@contextmanager
def folder_faults(path: Path) -> Iterator[None]:
    """Like ``environment_faults``, for making a file: what is not permitted is the folder's fault.

    What is said of the file's name while it is made, is said of the file; a fault of another file stays as it is.
    """
    try:
        with environment_faults(path):
            yield
    except EnvironmentFault as fault:
        named = fault.parameters.get("file", "")
        if named != str(path) and not is_held_name(Path(named).name, path):
            raise
        code, folder = _fault_of_folder(fault, path)
        raise EnvironmentFault(code, **{**fault.parameters, "file": path, "folder": folder}) from fault


def _fault_of_folder(fault: EnvironmentFault, path: Path) -> tuple[str, Path]:
    """Why a file cannot be made, and the folder that is to blame."""
    if fault.code in ("no_permission", "file_read_only", "folder_read_only"):
        return "folder_not_writable", path.parent
    if fault.code not in ("file_missing", "file_vanished"):
        return fault.code, Path(fault.parameters.get("folder", path.parent))
    if getattr(fault.__cause__, "errno", None) == errno.ENAMETOOLONG:
        return "name_too_long", path.parent
    there = next((folder for folder in path.parents if os.path.lexists(folder)), path.parent)
    if not there.is_dir():
        return "folder_is_file", there
    return "folder_not_writable" if there == path.parent else "folder_missing", path.parent


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
