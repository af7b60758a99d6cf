"""Station files on their way: laid on a stick for another computer, or brought back to where a copy came from."""

from __future__ import annotations

import contextlib
from pathlib import Path

from data.errors import EnvironmentFault, UserError
from data.store import chain
from data.store.connection import connect
from data.store.creation import flush_folder, folder_faults
from data.store.database import Store
from data.store.faults import environment_faults
from data.store.held import held_name
from data.store.lock import WriterLock
from data.store.proofs import prove
from data.store.rescue import PAGES, copy_store
from data.store.scratch import COPY_NAME, copy_files, new_scratch


def lay_copy(store: Store, path: Path) -> None:
    """Write all of an open file to a new one, closed and looked through from its first to its last entry.

    Raises:
        EnvironmentFault: as ``copy_store``; file_damaged (``file``) when what was read back is not what was written.
    """
    copy_store(store, path)
    if prove(path).damage:
        path.unlink(missing_ok=True)
        raise EnvironmentFault("file_damaged", file=path)


def bring_back(store: Store, origin: Path, action_id: int, seal: str) -> None:
    """Write all of an open working copy over the file that it came from, if nobody changed that meanwhile.

    What the origin held is part of the working copy's history, so nothing is lost; it is whole before and after.

    Args:
        store: The working copy, open.
        origin: The file it came from; a new one is made where it is gone.
        action_id: Newest action of the origin when it was copied.
        seal: The seal of that action.

    Raises:
        UserError: origin_changed (``file``): both were changed, and are not merged.
        EnvironmentFault: file_in_use, folder_missing, folder_read_only, disk_full, disk_failed, file_damaged.
    """
    if not origin.exists():
        copy_store(store, origin)
        return
    lock = WriterLock(origin)
    try:
        with folder_faults(origin):
            is_part = chain.seal_of(store.connection, action_id).hex() == seal
            if not is_part or _newest_of(origin) != (action_id, seal):
                raise UserError("origin_changed", file=origin)
            _replace(store, origin)
    finally:
        lock.release()


def _newest_of(path: Path) -> tuple[int, str]:
    """Where a file's history stands, read from a copy."""
    with new_scratch() as folder:
        copy_files(path, Path(folder))
        with contextlib.closing(connect(Path(folder) / COPY_NAME, "rw")) as connection:
            newest = chain.newest_action(connection)
    return newest.id, newest.seal.hex()


def _replace(store: Store, origin: Path) -> None:
    with held_name(origin) as draft:
        with contextlib.closing(connect(draft, "rwc")) as connection:
            with store.copying() as source:
                source.backup(connection, pages=PAGES)
            if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
                raise EnvironmentFault("file_damaged", file=store.path)
        _settle(origin)
        with environment_faults(origin):
            draft.replace(origin)
            flush_folder(origin.parent)


def _settle(origin: Path) -> None:
    """Bring what a killed writer left beside the file into it, so that nothing beside it meets the new content."""
    with contextlib.closing(connect(origin, "rw")) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        connection.execute("PRAGMA journal_mode = DELETE").fetchall()
