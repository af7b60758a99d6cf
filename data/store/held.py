"""Names for files that are not whole yet: held by a lock, so that those of a killed program can be told and swept."""

from __future__ import annotations

import contextlib
import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

if sys.platform != "win32":
    import fcntl

_MARK = "-new-"
_HOLDER = "-held"


@contextmanager
def held_name(path: Path) -> Iterator[Path]:
    """Another name beside ``path``; whatever has it at the end goes away, with all that lies beside it.

    The lock is on a file of its own: SQLite would lose its locks on a file that is opened and closed a second time.

    Raises:
        OSError: The folder takes no files.
    """
    draft = path.with_name(f"{path.name}{_MARK}{os.urandom(4).hex()}")
    holder = os.open(_holder_of(draft), os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o666)
    try:
        try_lock(holder)
        yield draft
    finally:
        _remove(draft, keep=_holder_of(draft).name)
        os.close(holder)
        _holder_of(draft).unlink(missing_ok=True)


def is_held_name(name: str, path: Path) -> bool:
    """Whether a name is one that ``held_name`` gave for a path."""
    return _names_of(path).match(name) is not None


def sweep_unfinished(path: Path) -> None:
    """Take away what killed programs left of a file that was being made; a folder that cannot be read has nothing."""
    pattern = _names_of(path)
    with contextlib.suppress(OSError):
        found = [pattern.match(name) for name in os.listdir(path.parent)]  # noqa: PTH208 - names alone
        for name in {match.group(1) for match in found if match is not None}:
            draft = path.with_name(name)
            if not is_held(_holder_of(draft)):
                _remove(draft)


def _holder_of(draft: Path) -> Path:
    return draft.with_name(draft.name + _HOLDER)


def _names_of(path: Path) -> re.Pattern[str]:
    return re.compile(f"({re.escape(path.name + _MARK)}[0-9a-f]{{8}})(?:-.+)?$")


def _remove(draft: Path, keep: str = "") -> None:
    """Take a draft away with its ``-wal`` and whatever else is named after it."""
    with contextlib.suppress(OSError):
        for name in os.listdir(draft.parent):  # noqa: PTH208 - names alone
            if name != keep and (name == draft.name or name.startswith(f"{draft.name}-")):
                with contextlib.suppress(OSError):  # the next ones do not depend on it, and the fault is told already
                    draft.with_name(name).unlink()


if sys.platform == "win32":

    def try_lock(descriptor: int) -> bool:
        """Windows lets nobody take an open file away."""
        return descriptor >= 0

    def is_held(place: Path) -> bool:
        """Whether a running program has a file open: Windows does not give it away then."""
        try:
            place.unlink(missing_ok=True)
        except OSError:
            return True
        return False

else:

    def try_lock(descriptor: int) -> bool:
        """Lock a draft; on a volume without locks it stays unlocked."""
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True

    def is_held(place: Path) -> bool:
        """Whether a running program holds a file; one that is not there is held by nobody."""
        try:
            descriptor = os.open(place, os.O_RDONLY)
        except FileNotFoundError:
            return False
        try:
            return not try_lock(descriptor)
        finally:
            os.close(descriptor)
