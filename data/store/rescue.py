"""A whole copy of an open station file somewhere else, also when the file itself was deleted meanwhile."""

from __future__ import annotations

from pathlib import Path

from data.errors import EnvironmentFault
from data.store.connection import connect
from data.store.creation import new_file
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
        EnvironmentFault: file_exists, file_place_taken, folder_missing, folder_not_writable, disk_full, disk_failed,
            file_damaged (``file``).
    """
    path = path.resolve()
    if path == store.path:
        raise EnvironmentFault("file_place_taken", file=path)
    with new_file(path) as draft:
        _copy(store, draft)


def _copy(store: Store, draft: Path) -> None:
    connection = connect(draft, "rwc")
    try:
        with store.copying() as source:
            source.backup(connection, pages=PAGES)
        if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise EnvironmentFault("file_damaged", file=store.path)
    finally:
        connection.close()
