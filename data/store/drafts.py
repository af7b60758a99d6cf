"""Drafts beside their place: locked while they are written, so that those of a killed program can be told and swept."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from data.store.creation import flush_folder
from data.store.held import is_held, try_lock

_MARK = "-new-"


class Draft:
    """A file that is being written; it takes its own name when it is finished.

    Attributes:
        path: Where it is now.
        name: What its name begins with.
        file: To write to, until a name was claimed.
    """

    __slots__ = ("file", "name", "path")

    def __init__(self, path: Path, name: str, file: BinaryIO) -> None:
        """Take an open new file."""
        self.path, self.name, self.file = path, name, file

    def flush(self) -> None:
        """Bring what was written to disk."""
        self.file.flush()
        os.fsync(self.file.fileno())

    def claim(self, name: str, suffix: str) -> Path:
        """Take the first free name, never that of another file, and bring the folder to disk."""
        if os.name == "nt":
            self.file.close()  # Windows renames no open file
        folder, number = self.path.parent, 1
        while True:
            path = folder / (f"{name}{suffix}" if number == 1 else f"{name}-{number}{suffix}")
            if _rename(self.path, path):
                flush_folder(folder)
                return path
            number += 1


@contextmanager
def drafting(folder: Path, name: str) -> Iterator[Draft]:
    """A new file to write under another name; whatever is still there at the end goes away.

    Args:
        folder: Where the file will lie.
        name: What it will be called; the draft's name begins with it.
    """
    path = folder / f"{name}{_MARK}{os.urandom(4).hex()}"
    try:
        with path.open("xb") as file:
            try_lock(file.fileno())
            yield Draft(path, name, file)
    finally:
        path.unlink(missing_ok=True)


def sweep(folder: Path, suffix: str) -> None:
    """Take away drafts that no running program holds; in a folder that cannot be read there is nothing to do."""
    with contextlib.suppress(OSError):
        for draft in folder.glob(f"*{suffix}{_MARK}????????"):
            with contextlib.suppress(OSError):
                if not is_held(draft):
                    draft.unlink()


def _rename(draft: Path, path: Path) -> bool:
    """Move a draft to a name unless there is something of that name; file systems without links rename."""
    try:
        os.link(draft, path)
    except FileExistsError:
        return False
    except OSError:
        if os.path.lexists(path):
            return False
        draft.rename(path)
    else:
        draft.unlink()
    return True
