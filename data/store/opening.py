"""Opening a station file; nothing is written to it but a pending schema step (CONTRACT L3, L4)."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from data.errors import EnvironmentFault
from data.store.connection import connect
from data.store.database import Store
from data.store.faults import environment_faults
from data.store.header import read_header
from data.store.held import sweep_unfinished
from data.store.lock import WriterLock, is_locked
from data.store.migrations import STEPS, Step, apply_steps
from data.store.scratch import COPY_NAME, copy_files, copy_to_scratch, new_scratch, scratch_faults

log = logging.getLogger(__name__)

_UNUSABLE_FOLDER = frozenset({"backup_folder_is_file", "folder_is_file", "folder_missing", "folder_not_writable"})


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
        EnvironmentFault: as ``read_header`` and ``WriterLock``; file_read_only, file_has_two_names (``file``);
            scratch_full (``folder``).
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
            _refuse_second_name(path)
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


def _refuse_second_name(path: Path) -> None:
    """The lock lies beside one name: a file with two would have two writers, each with a ``-wal`` of its own."""
    if path.stat().st_nlink > 1:
        sweep_unfinished(path)  # a maker that was killed just before it was done leaves its own name for the file
        if path.stat().st_nlink > 1:
            raise EnvironmentFault("file_has_two_names", file=path)


def _inspect_leftover(path: Path, newest: int) -> None:
    """Look at what a killed writer left in the ``-wal`` on a copy, since opening brings it into the file."""
    wal = path.with_name(path.name + "-wal")
    if not wal.exists() or wal.stat().st_size == 0:
        return
    with scratch_faults(), new_scratch() as folder:
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
        with scratch_faults(), closing(connect(store.scratch_copy, "rw")) as connection:
            apply_steps(connection, steps)
    else:
        raise EnvironmentFault("file_in_use", file=store.path)


def _back_up(store: Store) -> None:
    """Make a proven backup; without one no schema step is taken. Where its folder cannot be, it lies beside the file.

    The moment is that of the file's last change, which is also what the backup holds.
    """
    from data.store.backups import folder_beside, make_backup  # needed once in the life of a file

    changed_at = datetime.fromtimestamp(store.path.stat().st_mtime, UTC)
    try:
        make_backup(store, folder_beside(store.path), changed_at, "migration")
    except EnvironmentFault as fault:
        if fault.code not in _UNUSABLE_FOLDER:
            raise
        store.upgrade_backup = make_backup(store, store.path.parent, changed_at, "migration").path
        log.info("the backup before a schema step lies beside the file: %s", fault.code)
