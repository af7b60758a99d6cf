"""The files behind papers of evidence: they stay where they are; size and SHA-256 tell whether they changed."""

from __future__ import annotations

import hashlib
import stat
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from data.assessment.evidence import FileState
from data.assessment.records import Evidence
from data.errors import EnvironmentFault, UserError

CHUNK_BYTES = 1 << 20
_STICKS = (("/", "media"), ("/", "mnt"), ("/", "run", "media"), ("/", "Volumes"))
"""Where sticks and drives are hung in, on systems without drive letters."""

Progress = Callable[[int, int], None]
"""Told (bytes done, bytes in all); may raise to stop."""


class FileSeen(NamedTuple):
    """A file as it was looked at: bytes, and SHA-256 as 64 hex letters."""

    size: int
    sha256: str


def look(path: Path, progress: Progress | None = None) -> FileSeen:
    """Read a file from end to end.

    Args:
        path: The file.
        progress: Told how far it has come, at every chunk; what it raises ends the reading.

    Raises:
        UserError: evidence_is_folder (``file``): a folder, or anything else that is no file.
        EnvironmentFault: evidence_away (``file``, ``folder``: a stick or drive that is not there), evidence_gone,
            evidence_unreadable (``reason``).
    """
    digest, done = hashlib.sha256(), 0
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise UserError("evidence_is_folder", file=path)
        with path.open("rb") as file:
            while chunk := file.read(CHUNK_BYTES):
                digest.update(chunk)
                done += len(chunk)
                if progress is not None:
                    progress(done, max(status.st_size, done))
    except (FileNotFoundError, NotADirectoryError) as error:
        if is_away(path):
            raise EnvironmentFault("evidence_away", file=path) from error
        raise EnvironmentFault("evidence_gone", file=path) from error
    except (OSError, ValueError) as error:  # ValueError: a name that no file can have
        reason = getattr(error, "strerror", None) or type(error).__name__
        raise EnvironmentFault("evidence_unreadable", file=path, reason=reason) from error
    return FileSeen(size=done, sha256=digest.hexdigest())


def state_of(paper: Evidence, progress: Progress | None = None) -> FileState | None:
    """How the file of a paper looks now; None for a paper without a file.

    A file of another size has changed; one of the same size is read to the end.

    Args:
        paper: As it is on record.
        progress: As ``look``.
    """
    if not paper.path:
        return None
    path = Path(paper.path)
    try:
        if path.is_file() and paper.size is not None and path.stat().st_size != paper.size:
            return FileState.CHANGED
        seen = look(path, progress)
    except UserError:
        return FileState.UNREADABLE
    except EnvironmentFault as error:
        return {"evidence_gone": FileState.GONE, "evidence_away": FileState.AWAY}.get(error.code, FileState.UNREADABLE)
    return FileState.SAME if seen.sha256 == paper.sha256 else FileState.CHANGED


def glance(paper: Evidence) -> FileState | None:
    """What is wrong with the file of a paper as far as it shows without reading it: not there, or of another size."""
    if not paper.path:
        return None
    path = Path(paper.path)
    try:
        status = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return FileState.AWAY if is_away(path) else FileState.GONE
    except (OSError, ValueError):
        return FileState.UNREADABLE
    if not stat.S_ISREG(status.st_mode):
        return FileState.UNREADABLE
    return FileState.CHANGED if paper.size is not None and status.st_size != paper.size else None


def is_away(path: Path) -> bool:
    """Whether a path lies on a stick or drive that is not there now."""
    if not path.is_absolute():
        return False
    if not Path(path.anchor).exists():  # a drive letter that nothing has
        return True
    there = next(folder for folder in path.parents if folder.exists())
    depth = len(there.parts)
    for place in _STICKS:
        if path.parts[: len(place)] == place:  # below it stands the stick, or a person's folder of sticks
            return depth < len(place) or (depth <= len(place) + 1 and not there.is_mount())
    return False
