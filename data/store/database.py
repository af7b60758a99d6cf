"""An open station file: connections, transactions, closing (CONTRACT L1 to L3).

Threads: any thread may use a ``Store``; each gets a connection of its own, made on first use. Changes of all threads
follow one another (``changing`` waits), so one writer thread is best. ``close`` is for when all threads are done.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import tempfile
import threading
import weakref
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from types import TracebackType

from data.errors import EnvironmentFault
from data.store.connection import ThreadConnection, connect, set_journal
from data.store.faults import environment_faults
from data.store.lock import WriterLock, is_locked
from data.store.scratch import COPY_NAME
from data.store.volume import Volume, volume_of

_TAKEN_BACK_BY_NEXT = frozenset({sqlite3.SQLITE_IOERR_FSYNC})
_AFTER_WRITING = _TAKEN_BACK_BY_NEXT | {sqlite3.SQLITE_IOERR_DIR_FSYNC}
"""Failures of a commit whose pages, or whose end of the ``-journal``, were written already and only not synced."""


class Store:
    """One open station file; an opaque handle outside ``data``.

    Attributes:
        path: The file, with links resolved.
        is_writable: Whether commands may change it.
        upgrade_backup: Where the backup before a schema step lies, when it could not lie in its folder.
        volume: Kind of the volume it lies on; anything but LOCAL is said in the status bar (CONTRACT L2).
    """

    def __init__(
        self, path: Path, *, lock: WriterLock | None, scratch: tempfile.TemporaryDirectory[str] | None
    ) -> None:
        """Wrap a file whose header was found good; ``open_store`` is the way in."""
        self.path = path
        self.volume = volume_of(path)
        self.upgrade_backup: Path | None = None
        self._lock = lock
        self._scratch = scratch
        self._place = Path(scratch.name) / COPY_NAME if scratch else path
        self._local = threading.local()
        self._held: weakref.WeakSet[ThreadConnection] = weakref.WeakSet()
        self._turn = threading.RLock()
        self._identity = _identity_of(path)
        self._is_prepared = self._is_generation_raised = self._is_closed = False

    @property
    def is_writable(self) -> bool:
        """Whether commands may change the file."""
        return self._lock is not None

    @property
    def has_vanished(self) -> bool:
        """Whether the opened file was deleted, moved or replaced: what is written now would be lost with the handle.

        Only on local disks does a file keep its number; elsewhere it is enough that there is a file of that name.
        """
        now = _identity_of(self.path)
        return now is None or (self.volume is Volume.LOCAL and self._identity is not None and now != self._identity)

    @property
    def scratch_copy(self) -> Path | None:
        """The copy that a reader reads, when nobody wrote to the file as it was opened."""
        return self._place if self._scratch is not None else None

    @property
    def connection(self) -> sqlite3.Connection:
        """The calling thread's connection."""
        held: ThreadConnection | None = getattr(self._local, "held", None)
        if held is None or self._is_closed:
            held = self._local.held = self._connect()
        return held.connection

    @contextmanager
    def copying(self) -> Iterator[sqlite3.Connection]:
        """A connection that is open already, while nobody writes: it reads on when the file was deleted."""
        with self._turn, environment_faults(self.path):
            own: ThreadConnection | None = getattr(self._local, "held", None)
            held = own or next(iter(self._held), None)
            yield held.connection if held is not None else self.connection

    def reading(self) -> AbstractContextManager[None]:
        """Context for SQL that reads: what the machine does not allow becomes an EnvironmentFault."""
        return environment_faults(self.path)

    @contextmanager
    def changing(self) -> Iterator[sqlite3.Connection]:
        """One transaction: all of the block is on disk afterwards, or nothing of it.

        Raises:
            EnvironmentFault: file_opened_for_reading, file_vanished, file_damaged, disk_full, disk_failed, file_in_use,
                change_in_doubt (``file``).
        """
        if not self.is_writable:
            raise EnvironmentFault("file_opened_for_reading", file=self.path)
        with self._turn, environment_faults(self.path):
            self._refuse_vanished()
            connection = self.connection
            self.prepare()
            connection.execute("BEGIN IMMEDIATE")
            try:
                before = connection.total_changes
                yield connection
                has_changed = connection.total_changes != before
                if has_changed and not self._is_generation_raised:
                    connection.execute("UPDATE station SET generation = generation + 1")
                self._commit(connection)
                self._refuse_vanished()
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise
            self._is_generation_raised = self._is_generation_raised or has_changed

    def checkpoint(self) -> None:
        """Bring everything into the one file; called when typing has rested for two seconds (CONTRACT L2).

        Readers in other threads or processes may keep a part in the ``-wal``; the next call brings that in.
        """
        if self.is_writable and not self._is_closed:
            with self._turn, environment_faults(self.path):
                self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def close(self) -> None:
        """Close all connections, so that the one file is complete, and give the lock back; twice does no harm."""
        if self._is_closed:
            return
        try:
            self.checkpoint()
        finally:
            self._is_closed = True
            self._let_go()

    def prepare(self) -> None:
        """Before the first change of a session: see that the file is sound, and set the journal for its volume.

        Not done at opening, which stays fast and writes nothing.

        Raises:
            EnvironmentFault: file_damaged (``file``).
        """
        if self._is_prepared or not self.is_writable:
            return
        with self._turn, environment_faults(self.path):
            self.inspect()
            set_journal(self.connection, self.volume, change=True)
            self._is_prepared = True

    def inspect(self) -> None:
        """See that every page of the file is sound; nothing is written.

        Raises:
            EnvironmentFault: file_damaged (``file``).
        """
        with environment_faults(self.path):
            findings = self.connection.execute("PRAGMA quick_check(1)").fetchone()
        if findings != ("ok",):
            raise EnvironmentFault("file_damaged", file=self.path)

    def abandon(self) -> None:
        """Close without bringing anything into the file, after a failed opening."""
        self._is_closed = True
        self._let_go()

    def __enter__(self) -> Store:
        """Hand the store itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close; a fault while closing does not hide the one that ended the block."""
        try:
            self.close()
        except EnvironmentFault:
            if error is None:
                raise

    def _commit(self, connection: sqlite3.Connection) -> None:
        """Commit; what the disk refuses at the very last must not be found in the file all the same.

        Raises:
            EnvironmentFault: change_in_doubt (``file``), when the disk refuses to take it back, too.
        """
        try:
            connection.execute("COMMIT")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode not in _AFTER_WRITING:
                raise
            if error.sqlite_errorcode in _TAKEN_BACK_BY_NEXT and _take_back(connection):
                raise
            raise EnvironmentFault("change_in_doubt", file=self.path) from error

    def _refuse_vanished(self) -> None:
        if self.has_vanished:
            raise EnvironmentFault("file_vanished", file=self.path)

    def _connect(self) -> ThreadConnection:
        if self._is_closed:
            raise sqlite3.ProgrammingError("the station file is closed")
        mode = "ro" if self._lock is None and self._scratch is None else "rw"
        held = ThreadConnection(connect(self._place, mode))
        self._held.add(held)
        if self._lock is None:
            held.connection.execute("PRAGMA query_only = ON")
        else:
            set_journal(held.connection, self.volume, change=self._is_prepared)
        return held

    def _let_go(self) -> None:
        for held in list(self._held):
            held.connection.close()
        if self._lock is not None:
            remove_empty_journal(self.path)
            self._lock.release()
        elif self._scratch is not None:
            self._scratch.cleanup()
        else:
            tidy_after_writer(self.path)


def _take_back(connection: sqlite3.Connection) -> bool:
    """Overwrite what a failed commit left in the ``-wal`` by a commit of its own; whether that is on disk."""
    try:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE station SET generation = generation + 1")  # what stays the same is not written
        connection.execute("COMMIT")
    except sqlite3.Error:
        return False
    return True


def _identity_of(path: Path) -> tuple[int, int] | None:
    """Volume and number of a file; None when there is none."""
    try:
        found = os.stat(path)  # noqa: PTH116 - asked twice for each accepted cell, and a good deal quicker
    except OSError:
        return None
    return found.st_dev, found.st_ino


def tidy_after_writer(path: Path) -> None:
    """When the writer ended while this reader read, take away the empty ``-wal`` and ``-shm`` it could not."""
    if not _has_empty_journal(path) or is_locked(path):
        return
    try:
        lock = WriterLock(path)
    except (OSError, EnvironmentFault):
        return
    try:
        remove_empty_journal(path)
    finally:
        lock.release()


def remove_empty_journal(path: Path) -> None:
    """Take away an empty ``-wal`` and its ``-shm``, unless somebody reads the file.

    SQLite leaves them when others read, and when the disk is too full for the ``-shm``. Locked exclusively it needs
    none, and nobody else can have one in use. The caller holds the writer's lock.
    """
    if not _has_empty_journal(path):
        return
    with contextlib.suppress(sqlite3.Error, OSError), contextlib.closing(connect(path, "rw")) as connection:
        connection.execute("PRAGMA busy_timeout = 0")
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("SELECT code FROM station").fetchone()
        path.with_name(path.name + "-shm").unlink(missing_ok=True)


def _has_empty_journal(path: Path) -> bool:
    try:
        return path.with_name(path.name + "-wal").stat().st_size == 0
    except OSError:
        return False
