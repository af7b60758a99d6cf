"""The lock of the one writer, on ``NAME.sotram-lock``: held by the system and freed by it at a kill (CONTRACT L1)."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
import time
from pathlib import Path

from data.errors import EnvironmentFault
from data.store.faults import environment_faults
from data.store.holder import say_holder

if sys.platform == "win32":
    import msvcrt

    def _remove_unless_open(place: Path) -> None:
        """Take the lock's file away; Windows refuses that while another copy has it open."""
        try:
            place.unlink(missing_ok=True)
        except PermissionError:
            return
else:
    import fcntl

_TRIES, _PAUSE = 6, 0.05
_TAKEN = frozenset({errno.EWOULDBLOCK, errno.EACCES, errno.EDEADLK})


def lock_path(path: Path) -> Path:
    """Where the lock of a station file lies."""
    return path.with_name(path.name + "-lock")


class WriterLock:
    """The lock, held from ``__init__`` to ``release``.

    A reader that looks whether somebody writes holds it for some microseconds, so it is tried for 0.3 seconds.
    """

    def __init__(self, path: Path) -> None:
        """Take the lock of a station file.

        Raises:
            EnvironmentFault: file_in_use, folder_read_only, no_permission, lock_unavailable or disk_full (``file``).
        """
        self._place = lock_path(path)
        self._descriptor = _take(path, self._place)

    def release(self) -> None:
        """Give the lock back and take its file away; a second call does nothing."""
        if self._descriptor < 0:
            return
        descriptor, self._descriptor = self._descriptor, -1
        if sys.platform == "win32":
            os.close(descriptor)
            _remove_unless_open(self._place)
        else:
            with contextlib.suppress(OSError):  # a lock's file without a holder locks nobody out
                self._place.unlink(missing_ok=True)  # still locked: whoever waits sees that the file is another one
            os.close(descriptor)


def is_locked(path: Path) -> bool:
    """Whether another copy of the program has the station file open for writing."""
    try:
        descriptor = os.open(lock_path(path), os.O_RDONLY)
    except OSError:
        return False
    try:
        return not _try_lock(descriptor, shared=True)
    except OSError:
        return False
    finally:
        os.close(descriptor)


def _take(path: Path, place: Path) -> int:
    for _ in range(_TRIES):
        descriptor = _open(path, place)
        try:
            is_taken = _try_lock(descriptor, shared=False)
        except OSError as error:
            os.close(descriptor)
            raise EnvironmentFault("lock_unavailable", file=path) from error
        if is_taken and _is_same_file(descriptor, place):
            say_holder(descriptor)
            return descriptor
        os.close(descriptor)
        time.sleep(_PAUSE)
    raise EnvironmentFault("file_in_use", file=path)


def _open(path: Path, place: Path) -> int:
    try:
        with environment_faults(path):
            return os.open(place, os.O_RDWR | os.O_CREAT, 0o666)
    except EnvironmentFault as fault:
        if fault.code == "no_permission":
            raise EnvironmentFault("folder_read_only", file=path) from fault
        raise


def _is_same_file(descriptor: int, place: Path) -> bool:
    """Whether the locked file still has its name; the former holder takes the name away when it releases."""
    if sys.platform == "win32":
        return True
    try:
        return os.path.samestat(os.fstat(descriptor), place.stat())
    except FileNotFoundError:
        return False


def _try_lock(descriptor: int, *, shared: bool) -> bool:
    """Take the lock without waiting; False when somebody else holds it.

    Raises:
        OSError: The volume knows no locks.
    """
    try:
        if sys.platform == "win32":
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(descriptor, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in _TAKEN:
            return False
        raise
    return True
