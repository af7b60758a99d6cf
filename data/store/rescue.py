"""A whole copy of an open station file somewhere else, also when the file itself was deleted meanwhile."""

from __future__ import annotations

import os
from pathlib import Path

from data.errors import EnvironmentFault
from data.store.connection import connect
from data.store.creation import flush_folder, folder_faults
from data.store.database import Store

PAGES = 256
"""Copied at a time; in between, others may read over the same connection."""


def copy_store(store: Store, path: Path) -> None:
    """Write everything that the open file holds to a new file; there is never half of one.

    The handle is read, not the name, so that a deleted file is copied as well, as long as it is open.

    Args:
        store: An open station file.
        path: The new file; nothing may be there yet, and it may not be the place of the open one.

    Raises:
        EnvironmentFault: file_exists, file_place_taken, folder_missing, folder_read_only, disk_full, disk_failed,
            file_damaged (``file``).
    """
    path = path.resolve()
    if path == store.path:
        raise EnvironmentFault("file_place_taken", file=path)
    if os.path.lexists(path):
        raise EnvironmentFault("file_exists", file=path)
    if not path.parent.is_dir():
        raise EnvironmentFault("folder_missing", file=path, folder=path.parent)
    draft = path.with_name(f"{path.name}-new-{os.urandom(4).hex()}")
    try:
        with folder_faults(path):
            _copy(store, draft)
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))
            draft.replace(path)
            flush_folder(path.parent)
    finally:
        for left in (draft, *(draft.with_name(draft.name + suffix) for suffix in ("-wal", "-shm", "-journal"))):
            left.unlink(missing_ok=True)


def _copy(store: Store, draft: Path) -> None:
    connection = connect(draft, "rwc")
    try:
        with store.copying() as source:
            source.backup(connection, pages=PAGES)
        if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise EnvironmentFault("file_damaged", file=store.path)
    finally:
        connection.close()
