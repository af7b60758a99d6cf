"""Station files on their way between computers, sticks and network volumes; nothing is ever merged."""

from __future__ import annotations

from pathlib import Path

from data.history import ChainHead
from data.store import handover
from data.store.database import Store
from data.store.holder import Holder, holder_in
from data.store.lock import lock_path

__all__ = ["Holder", "bring_back", "holder_of", "lay_copy"]


def holder_of(path: Path) -> Holder | None:
    """Who has a station file open for writing; None when that cannot be told."""
    return holder_in(lock_path(path.resolve()))


def lay_copy(store: Store, path: Path) -> None:
    """Make a closed, proven copy of an open station file under a new name.

    Raises:
        EnvironmentFault: file_exists, file_place_taken, folder_missing, folder_read_only, disk_full, disk_failed,
            file_damaged (``file``).
    """
    handover.lay_copy(store, path)


def bring_back(store: Store, origin: Path, copied: ChainHead) -> None:
    """Write a working copy over the file that it came from.

    Args:
        store: The working copy, open.
        origin: Where it came from.
        copied: Where the origin's history stood when the copy was made; id and seal count.

    Raises:
        UserError: origin_changed (``file``) when the origin has changes that the copy lacks.
        EnvironmentFault: file_in_use, folder_missing, folder_read_only, disk_full, disk_failed, file_damaged.
    """
    handover.bring_back(store, origin, copied.action_id, copied.seal)
