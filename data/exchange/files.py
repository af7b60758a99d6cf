"""Replace a file as a whole: either the new bytes stand there afterwards, or the old file, untouched."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import secrets
import stat
from pathlib import Path

from data.errors import EnvironmentFault, UserError

# ENOENT: a folder that is there and takes no files, as those of the system's kernel.
_READ_ONLY = frozenset((errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOENT))
_FULL = frozenset((errno.ENOSPC, errno.EDQUOT, errno.EFBIG))
_NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_SCRATCH = re.compile(r"\.so-tram-[0-9a-f]{16}\.tmp")
_A_DAY = 24 * 60 * 60
_ANYBODY_WRITES = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


def check_replaceable(path: Path) -> None:
    """Refuse early what ``replace_file`` would refuse, before long work is done for it.

    A folder that nobody may write to is left alone even by the administrator, whom the system would let through.

    Raises:
        UserError: ``out_is_folder``, ``folder_is_file``, or ``out_folder_missing``.
        EnvironmentFault: ``out_not_allowed``.
    """
    if path.is_dir():
        raise UserError("out_is_folder", file=path)
    if not path.parent.is_dir():
        there = next((folder for folder in path.parents if os.path.lexists(folder)), path.parent)
        if there.is_file():
            raise UserError("folder_is_file", file=path, folder=there)
        raise UserError("out_folder_missing", file=path, folder=path.parent)
    if not _is_device(path) and not path.parent.stat().st_mode & _ANYBODY_WRITES:
        raise EnvironmentFault("out_not_allowed", file=path, folder=path.parent)


def replace_file(path: Path, content: bytes) -> None:
    """Put ``content`` in place of the file at ``path``: written beside it, flushed to disk, then renamed.

    A link is followed; a device or a pipe is written to as it is, never replaced.

    Raises:
        UserError: ``out_is_folder``, ``out_folder_missing``.
        EnvironmentFault: ``disk_full``, ``out_not_allowed``, ``out_in_use`` or ``out_failed``; the old file is
            untouched.
    """
    check_replaceable(path)
    try:
        if _is_device(path):
            with path.open("wb", buffering=0) as device:
                _write_all(device.fileno(), content)
        else:
            _replace(Path(os.path.realpath(path)), content, path)
    except OSError as error:
        raise output_fault(error, path) from error


def output_fault(error: OSError, path: Path) -> EnvironmentFault:
    """The fault that says why a file or folder could not be written."""
    if error.errno in _FULL:
        return EnvironmentFault("disk_full", file=path)
    if error.errno in _READ_ONLY:
        return EnvironmentFault("out_not_allowed", file=path, folder=path.parent)
    return EnvironmentFault("out_failed", file=path, reason=error.strerror or type(error).__name__)


def _is_device(path: Path) -> bool:
    try:
        return not stat.S_ISREG(path.stat().st_mode)
    except FileNotFoundError:
        return False


def _replace(target: Path, content: bytes, named: Path) -> None:
    beside = target.with_name(f".so-tram-{secrets.token_hex(8)}.tmp")
    handle = os.open(beside, _NEW_FILE, 0o666)
    try:
        try:
            _write_all(handle, content)
            os.fsync(handle)
        finally:
            os.close(handle)
        _keep_mode(beside, target)
        written = beside.stat().st_mtime
        _rename(beside, target, named)
    except BaseException:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise
    _sweep(target.parent, written)
    _flush_folder(target.parent)


def _rename(beside: Path, target: Path, named: Path) -> None:
    """Give the new file its name; where only the old one stands against it, another program holds that open."""
    try:
        beside.replace(target)
    except PermissionError as error:
        if target.exists():
            raise EnvironmentFault("out_in_use", file=named) from error
        raise


def _sweep(folder: Path, now: float) -> None:
    """Remove what somebody who was killed left beside a file, a day ago or longer."""
    for path in folder.glob(".so-tram-*.tmp"):
        with contextlib.suppress(OSError):  # somebody else was faster
            if _SCRATCH.fullmatch(path.name) and now - path.stat().st_mtime > _A_DAY:
                path.unlink()


def _write_all(handle: int, content: bytes) -> None:
    view = memoryview(content)
    while view:
        view = view[os.write(handle, view) :]


def _keep_mode(beside: Path, target: Path) -> None:
    with contextlib.suppress(OSError):  # no file there yet, or a file system without modes
        beside.chmod(stat.S_IMODE(target.stat().st_mode))


def _flush_folder(folder: Path) -> None:
    """The new name survives a power cut only when the folder is on disk as well."""
    if os.name == "nt":
        return
    with contextlib.suppress(OSError):  # not every file system can do it
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
