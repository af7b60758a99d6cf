"""What kind of volume a file lies on: WAL needs a local disk with shared memory (CONTRACT L2)."""

from __future__ import annotations

import enum
import os
import sys
from pathlib import Path


class Volume(enum.Enum):
    """Kind of a volume."""

    LOCAL = "local"
    NETWORK = "network"
    FAT = "fat"


_NETWORK = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ceph", "fuse.sshfs", "fuse.davfs", "webdav"}
)
_FAT = frozenset({"vfat", "msdos", "fat", "fat32", "exfat", "fuse.exfat"})
_MOUNTS = Path("/proc/self/mountinfo")


def volume_of(path: Path) -> Volume:
    """Kind of the volume that a file lies on; LOCAL when the system does not tell."""
    if sys.platform == "win32":
        return _windows_volume(path)
    try:
        mounts = _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return Volume.LOCAL
    return kind_of(file_system_of(path, mounts))


def kind_of(file_system: str) -> Volume:
    """Kind of a file system by its name."""
    name = file_system.lower()
    if name in _NETWORK:
        return Volume.NETWORK
    return Volume.FAT if name in _FAT else Volume.LOCAL


def file_system_of(path: Path, mounts: str) -> str:
    """Name of the file system that holds a path, from the text of ``/proc/self/mountinfo``."""
    best, name = -1, ""
    for line in mounts.splitlines():
        before, _, after = line.partition(" - ")
        fields = before.split(" ")
        if not after or len(fields) < 5:
            continue
        mount = _plain(fields[4])
        if len(mount) >= best and (path == Path(mount) or Path(mount) in path.parents):
            best, name = len(mount), after.split(" ")[0]
    return name


def _plain(mount: str) -> str:
    """A mount point with the kernel's escapes of blank, tab, line feed and backslash undone."""
    for escape, sign in (("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")):
        mount = mount.replace(escape, sign)
    return mount


if sys.platform == "win32":
    import ctypes

    _DRIVE_REMOTE = 4

    def _windows_volume(path: Path) -> Volume:
        root = os.path.splitdrive(path)[0] + "\\"
        kernel = ctypes.windll.kernel32
        if root.startswith("\\\\") or kernel.GetDriveTypeW(root) == _DRIVE_REMOTE:
            return Volume.NETWORK
        name = ctypes.create_unicode_buffer(64)
        kernel.GetVolumeInformationW(root, None, 0, None, None, None, name, len(name))
        return kind_of(name.value)
