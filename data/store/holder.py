"""Who holds the lock of a station file: said beside the lock, for the sentence that refuses a second writer."""

from __future__ import annotations

import contextlib
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

_AFTER_LOCK = 1
"""On Windows the first byte is the locked one, which nobody else can read."""
_MOST_BYTES = 200


class Holder(NamedTuple):
    """Who opened a file for writing, on which computer, and since when."""

    user: str
    computer: str
    since: datetime


def say_holder(descriptor: int) -> None:
    """Write user and computer into the lock's own file; a disk too full for that is no reason to stop."""
    user = os.environ.get("USERNAME") or os.environ.get("USER") or ""
    computer = os.environ.get("COMPUTERNAME") or (os.uname().nodename if hasattr(os, "uname") else "")
    with contextlib.suppress(OSError):
        os.ftruncate(descriptor, 0)
        os.lseek(descriptor, _AFTER_LOCK, os.SEEK_SET)
        os.write(descriptor, f"{user}\n{computer}\n".encode()[:_MOST_BYTES])
        os.lseek(descriptor, 0, os.SEEK_SET)


def holder_in(place: Path) -> Holder | None:
    """Who said that they hold the lock at a place; None when nothing can be read there."""
    try:
        with place.open("rb") as file:
            file.seek(_AFTER_LOCK)
            words = file.read(_MOST_BYTES).decode(errors="replace").split("\n")
        since = datetime.fromtimestamp(place.stat().st_mtime, UTC)
    except OSError:
        return None
    return Holder(words[0], words[1], since) if len(words) > 1 else None
