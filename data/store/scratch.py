"""A copy of a station file in a scratch folder, so that reading leaves the original and its folder as they are.

Nobody writes to the file while it is copied, or the copy is made again: a file in WAL mode that is opened where it lies
would get a ``-shm`` and a ``-wal`` beside it, and cannot be opened in a read-only folder at all (CONTRACT L3).
"""

from __future__ import annotations

import shutil
import tempfile
import time
from pathlib import Path

from data.errors import EnvironmentFault
from data.store.lock import is_locked

COPY_NAME = "copy.sotram"
_SIDE_FILES = ("-wal", "-journal")
_TRIES, _PAUSE = 20, 0.05

_State = tuple[tuple[int, int, int] | None, ...]


def copy_to_scratch(path: Path) -> tempfile.TemporaryDirectory[str] | None:
    """Copy a file with its ``-wal`` or ``-journal`` into a new scratch folder, as ``COPY_NAME``.

    Returns:
        The folder; None when meanwhile somebody opened the file for writing.

    Raises:
        EnvironmentFault: file_in_use when the file does not rest.
        OSError: What the system does not allow.
    """
    folder = tempfile.TemporaryDirectory(prefix="so-tram-", ignore_cleanup_errors=True)
    try:
        for _ in range(_TRIES):
            before = _state(path)
            copy_files(path, Path(folder.name))
            if is_locked(path):
                folder.cleanup()
                return None
            if _state(path) == before and _is_settled(before):
                return folder
            time.sleep(_PAUSE)
        raise EnvironmentFault("file_in_use", file=path)
    except BaseException:
        folder.cleanup()
        raise


def copy_files(path: Path, folder: Path) -> None:
    """Copy a file with its ``-wal`` or ``-journal`` into a folder, as ``COPY_NAME``; nobody may write meanwhile."""
    shutil.copyfile(path, folder / COPY_NAME)
    for suffix in _SIDE_FILES:
        copy = folder / (COPY_NAME + suffix)
        copy.unlink(missing_ok=True)
        try:
            shutil.copyfile(path.with_name(path.name + suffix), copy)
        except FileNotFoundError:
            continue


def _state(path: Path) -> _State:
    return tuple(_stamp(path.with_name(path.name + suffix)) for suffix in ("", *_SIDE_FILES))


def _stamp(path: Path) -> tuple[int, int, int] | None:
    try:
        status = path.stat()
    except FileNotFoundError:
        return None
    return status.st_ino, status.st_size, status.st_mtime_ns


def _is_settled(state: _State) -> bool:
    """Whether the last write is long enough ago that another one would show in the time of change."""
    newest = max((stamp[2] for stamp in state if stamp is not None), default=0)
    return not 0 <= time.time_ns() - newest < _PAUSE * 1e9
