"""Connections to a station file, with the house's settings, and its journal (CONTRACT L2)."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from urllib.parse import quote

from data.store.volume import Volume

BUSY_SECONDS = 2.0
"""How long a statement waits for another connection before it says file_in_use."""


_PRIMARY_CODE = 0xFF


class ThreadConnection:
    """A thread's connection; it is closed when the thread ends and lets go of this.

    The connection itself would be left to the garbage collector, since its statement cache refers to it.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Hold an open connection."""
        self.connection = connection

    def __del__(self) -> None:
        """Close with the thread."""
        self.connection.close()


def connect(path: Path, mode: str) -> sqlite3.Connection:
    """A connection with the house's settings; ``mode`` is SQLite's: ro, rw, rwc."""
    text = path.resolve().as_posix()
    address = f"file://{'' if text.startswith('/') else '/'}{quote(os.fsencode(text), safe='/:')}?mode={mode}"
    connection = sqlite3.connect(address, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
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
    connection.execute("PRAGMA synchronous = FULL" if volume is Volume.LOCAL else "PRAGMA synchronous = EXTRA")
    if not change:
        return
    try:
        connection.execute("PRAGMA journal_mode = WAL" if volume is Volume.LOCAL else "PRAGMA journal_mode = DELETE")
        # Right after a change to WAL, SQLite holds on to its read lock, and a checkpoint would say that it is locked.
        connection.execute("SELECT 1 FROM sqlite_schema LIMIT 1").fetchone()
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & _PRIMARY_CODE not in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise  # else another thread reads just now: the journal stays as it is, which is safe, too
