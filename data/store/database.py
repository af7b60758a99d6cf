"""Opening, making and closing a station file; connections, transactions and journal (CONTRACT L1 to L4).

Threads: any thread may use a ``Store``; each gets a connection of its own, made on first use. Changes of all threads
follow one another (``changing`` waits), so one writer thread is best. ``close`` is for when no thread is inside any more.
"""

from __future__ import annotations

import os
import secrets
import sqlite3
import tempfile
import threading
import weakref
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from types import TracebackType
from urllib.parse import quote

from data.errors import EnvironmentFault
from data.store.faults import environment_faults
from data.store.header import read_header
from data.store.lock import WriterLock, is_locked
from data.store.migrations import STEPS, apply_steps
from data.store.scratch import COPY_NAME, copy_to_scratch
from data.store.volume import Volume, volume_of

SCHEMA_VERSION = len(STEPS)

BUSY_SECONDS = 2.0
"""How long a statement waits for another connection before it says file_in_use."""


class Connection(sqlite3.Connection):
    """A connection that can be referred to weakly, so that one ends with its thread."""

    def __del__(self) -> None:
        """Close with the thread that used it."""
        self.close()


class Store:
    """One open station file; an opaque handle outside ``data``.

    Attributes:
        path: The file, with links resolved.
        is_writable: Whether commands may change it.
        volume: Kind of the volume it lies on; anything but LOCAL is said in the status bar (CONTRACT L2).
    """

    def __init__(
        self, path: Path, *, lock: WriterLock | None, scratch: tempfile.TemporaryDirectory[str] | None
    ) -> None:
        """Wrap a file whose header was found good; ``open_store`` is the way in."""
        self.path = path
        self.volume = volume_of(path)
        self._lock = lock
        self._scratch = scratch
        self._place = Path(scratch.name) / COPY_NAME if scratch else path
        self._local = threading.local()
        self._connections: weakref.WeakSet[Connection] = weakref.WeakSet()
        self._turn = threading.RLock()
        self._is_prepared = self._is_generation_raised = self._is_closed = False

    @property
    def is_writable(self) -> bool:
        """Whether commands may change the file."""
        return self._lock is not None

    @property
    def connection(self) -> sqlite3.Connection:
        """The calling thread's connection."""
        connection: Connection | None = getattr(self._local, "connection", None)
        if connection is None or self._is_closed:
            connection = self._local.connection = self._connect()
        return connection

    def reading(self) -> AbstractContextManager[None]:
        """Context for SQL that reads: what the machine does not allow becomes an EnvironmentFault."""
        return environment_faults(self.path)

    @contextmanager
    def changing(self) -> Iterator[sqlite3.Connection]:
        """One transaction: all of the block is on disk afterwards, or nothing of it.

        Raises:
            EnvironmentFault: file_opened_for_reading, file_damaged, disk_full, disk_failed, file_in_use (``file``).
        """
        if not self.is_writable:
            raise EnvironmentFault("file_opened_for_reading", file=self.path)
        with self._turn, environment_faults(self.path):
            connection = self.connection
            self._prepare(connection)
            connection.execute("BEGIN IMMEDIATE")
            try:
                before = connection.total_changes
                yield connection
                has_changed = connection.total_changes != before
                if has_changed and not self._is_generation_raised:
                    connection.execute("UPDATE station SET generation = generation + 1")
                connection.execute("COMMIT")
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
            for connection in list(self._connections):
                connection.close()
            self._release()

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

    def _connect(self) -> Connection:
        if self._is_closed:
            raise sqlite3.ProgrammingError("the station file is closed")
        mode = "ro" if self._lock is None and self._scratch is None else "rw"
        connection = connect(self._place, mode)
        self._connections.add(connection)
        if self._lock is None:
            connection.execute("PRAGMA query_only = ON")
        else:
            set_journal(connection, self.volume, change=self._is_prepared)
        return connection

    def _prepare(self, connection: sqlite3.Connection) -> None:
        """Before the first change of a session: the file is sound, and its journal is the one for the volume.

        Not done at opening, which stays fast and writes nothing.
        """
        if self._is_prepared:
            return
        findings = connection.execute("PRAGMA quick_check(1)").fetchone()
        if findings != ("ok",):
            raise EnvironmentFault("file_damaged", file=self.path)
        set_journal(connection, self.volume, change=True)
        self._is_prepared = True

    def _release(self) -> None:
        if self._lock is not None:
            self._lock.release()
        elif self._scratch is not None:
            self._scratch.cleanup()
        else:
            _tidy_after_writer(self.path)


def open_store(path: Path, *, writing: bool) -> Store:
    """Open a station file; nothing is written to it.

    For reading, a file that nobody writes to is read from a scratch copy; else SQLite's own locks keep readers and the
    writer apart. For writing, an older schema is brought up to date after a backup copy was laid beside the file.

    Raises:
        EnvironmentFault: as ``read_header`` and ``WriterLock``; file_read_only (``file``).
    """
    with environment_faults(path):
        path = path.resolve()
    version = read_header(path, SCHEMA_VERSION).user_version
    store = _open_for_writing(path) if writing else _open_for_reading(path, version)
    try:
        with environment_faults(path):
            _look_inside(store)
    except BaseException:
        _abandon(store)
        raise
    return store


def create_file(path: Path, fill: Callable[[sqlite3.Connection], None]) -> None:
    """Make a station file with the newest schema.

    It is made under another name and takes its own at the end, so that there is never half a file.

    Args:
        path: The new file; nothing may be there yet.
        fill: Writes the first rows into the empty tables.

    Raises:
        EnvironmentFault: file_exists, file_missing (the folder), folder_read_only, disk_full (``file``).
    """
    if os.path.lexists(path):
        raise EnvironmentFault("file_exists", file=path)
    draft = path.with_name(f"{path.name}-new-{secrets.token_hex(4)}")
    try:
        with folder_faults(path):
            _fill_new(draft, fill)
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))
            draft.replace(path)
            flush_folder(path.parent)
    finally:
        for left in (draft, *(draft.with_name(draft.name + suffix) for suffix in ("-wal", "-shm", "-journal"))):
            left.unlink(missing_ok=True)


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


def connect(path: Path, mode: str) -> Connection:
    """A connection with the house's settings; ``mode`` is SQLite's: ro, rw, rwc."""
    text = path.resolve().as_posix()
    address = f"file://{'' if text.startswith('/') else '/'}{quote(os.fsencode(text), safe='/:')}?mode={mode}"
    connection = sqlite3.connect(
        address, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False, factory=Connection
    )
    for pragma in ("PRAGMA foreign_keys = ON", "PRAGMA trusted_schema = OFF", "PRAGMA cell_size_check = ON"):
        connection.execute(pragma)
    return connection


def set_journal(connection: sqlite3.Connection, volume: Volume, *, change: bool) -> None:
    """WAL and FULL on local disks, DELETE and EXTRA elsewhere (CONTRACT L2).

    Args:
        connection: A connection that may write.
        volume: Where the file lies.
        change: Whether the file's journal mode may be changed, which writes two bytes of its header.
    """
    mode = connection.execute("PRAGMA journal_mode").fetchone()[0]
    if change and volume is Volume.LOCAL and mode != "wal":
        mode = connection.execute("PRAGMA journal_mode = WAL").fetchone()[0]
    elif change and volume is not Volume.LOCAL and mode == "wal":
        mode = connection.execute("PRAGMA journal_mode = DELETE").fetchone()[0]
    connection.execute("PRAGMA synchronous = FULL" if mode == "wal" else "PRAGMA synchronous = EXTRA")


def flush_folder(folder: Path) -> None:
    """Bring a folder's names to disk, where the system can."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _open_for_writing(path: Path) -> Store:
    lock = WriterLock(path)
    try:
        with environment_faults(path):
            if not os.access(path, os.W_OK):
                raise EnvironmentFault("file_read_only", file=path)
        return Store(path, lock=lock, scratch=None)
    except BaseException:
        lock.release()
        raise


def _open_for_reading(path: Path, version: int) -> Store:
    is_live = is_locked(path)
    if is_live and version == SCHEMA_VERSION:
        return Store(path, lock=None, scratch=None)
    with environment_faults(path):
        scratch = copy_to_scratch(path)
    return Store(path, lock=None, scratch=scratch)


def _look_inside(store: Store) -> None:
    """Read the schema and the station's row: what every file has."""
    connection = store.connection
    try:
        row = connection.execute("SELECT code FROM station WHERE id = 1").fetchone()
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_ERROR:
            raise
        raise EnvironmentFault("file_damaged", file=store.path) from error
    if row is None:
        raise EnvironmentFault("file_damaged", file=store.path)


def _abandon(store: Store) -> None:
    """Close without bringing anything into the file."""
    store._is_closed = True
    for connection in list(store._connections):
        connection.close()
    store._release()


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


def _tidy_after_writer(path: Path) -> None:
    """When the writer ended while this reader read, take away the empty ``-wal`` and ``-shm`` it could not."""
    wal = path.with_name(path.name + "-wal")
    try:
        if wal.stat().st_size or is_locked(path):
            return
        lock = WriterLock(path)
    except (OSError, EnvironmentFault):
        return
    try:
        connection = connect(path, "rw")
        connection.execute("SELECT code FROM station").fetchone()
        connection.close()
    except sqlite3.Error:
        return
    finally:
        lock.release()
