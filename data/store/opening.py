"""Opening a station file; nothing is written to it but a pending schema step (CONTRACT L3, L4)."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from data.errors import EnvironmentFault
from data.store.connection import connect
from data.store.database import Store
from data.store.faults import environment_faults
from data.store.header import read_header
from data.store.lock import WriterLock, is_locked
from data.store.migrations import STEPS, Step, apply_steps
from data.store.scratch import COPY_NAME, copy_files, copy_to_scratch


def open_store(path: Path, *, writing: bool, steps: Sequence[Step] = STEPS) -> Store:
    """Open a station file.

    For reading, a file that nobody writes to is read from a scratch copy; else SQLite's own locks keep readers and the
    writer apart. For writing, an older schema is brought up to date after a proven backup was made.

    A process that has the file open for writing asks that store instead of opening it again: on POSIX systems, closing
    any descriptor of a file drops all locks that the process holds on it.

    Args:
        path: The file.
        writing: Whether it will be changed; then no other copy of the program can open it for writing.
        steps: The schema steps this program knows.

    Raises:
        EnvironmentFault: as ``read_header`` and ``WriterLock``; file_read_only (``file``).
    """
    with environment_faults(path):
        path = path.resolve()
    version = read_header(path, len(steps)).user_version
    store = _open_for_writing(path, len(steps)) if writing else _open_for_reading(path)
    try:
        with environment_faults(path):
            if version < len(steps):
                _upgrade(store, steps)
            _look_inside(store)
    except BaseException:
        store.abandon()
        raise
    return store


def _open_for_writing(path: Path, newest: int) -> Store:
    lock = WriterLock(path)
    try:
        with environment_faults(path):
            _refuse_read_only(path)
            _inspect_leftover(path, newest)
        return Store(path, lock=lock, scratch=None)
    except BaseException:
        lock.release()
        raise


def _refuse_read_only(path: Path) -> None:
    """SQLite would open a write-protected file without a word and fail at the first change."""
    try:
        with path.open("r+b"):
            return
    except PermissionError as error:
        raise EnvironmentFault("file_read_only", file=path) from error


def _inspect_leftover(path: Path, newest: int) -> None:
    """Look at what a killed writer left in the ``-wal`` on a copy, since opening brings it into the file."""
    wal = path.with_name(path.name + "-wal")
    if not wal.exists() or wal.stat().st_size == 0:
        return
    with tempfile.TemporaryDirectory(prefix="so-tram-", ignore_cleanup_errors=True) as folder:
        copy_files(path, Path(folder))
        connection = connect(Path(folder) / COPY_NAME, "rw")
        try:
            findings = connection.execute("PRAGMA quick_check(1)").fetchone()
            version = connection.execute("PRAGMA user_version").fetchone()[0]
        finally:
            connection.close()
    if findings != ("ok",):
        raise EnvironmentFault("file_damaged", file=path)
    if version > newest:
        raise EnvironmentFault("file_newer", file=path, version=version, known=newest)


def _open_for_reading(path: Path) -> Store:
    scratch = None
    if not is_locked(path):
        with environment_faults(path):
            scratch = copy_to_scratch(path)
    return Store(path, lock=None, scratch=scratch)


def _look_inside(store: Store) -> None:
    """Read the schema and the station's row, which every file has."""
    try:
        row = store.connection.execute("SELECT code FROM station WHERE id = 1").fetchone()
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_ERROR:
            raise
        raise EnvironmentFault("file_damaged", file=store.path) from error
    if row is None:
        raise EnvironmentFault("file_damaged", file=store.path)


def _upgrade(store: Store, steps: Sequence[Step]) -> None:
    """Bring the schema up to date: in the file after a backup, for a reader in its scratch copy."""
    if store.is_writable:
        store.prepare()
        _back_up(store)
        apply_steps(store.connection, steps)
    elif store.scratch_copy is not None:
        connection = connect(store.scratch_copy, "rw")
        try:
            apply_steps(connection, steps)
        finally:
            connection.close()
    else:
        raise EnvironmentFault("file_in_use", file=store.path)


def _back_up(store: Store) -> None:
    """Make a proven backup beside the file; without one no schema step is taken.

    The moment is that of the file's last change, which is also what the backup holds.
    """
    from data.store.backups import folder_beside, make_backup  # needed once in the life of a file

    changed_at = datetime.fromtimestamp(store.path.stat().st_mtime, UTC)
    make_backup(store, folder_beside(store.path), changed_at, "migration")
