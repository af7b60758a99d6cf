"""Backups of a station file, getting one back, recovering a damaged file; for threads other than the window's own."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from data.errors import Fault
from data.model import Attribution
from data.store import backups, proofs, recovery
from data.store.backups import Backup, Thinning
from data.store.database import Store
from data.store.proofs import Proof
from data.store.recovery import BACKUP, BOTH, SALVAGE, Loss, Option, Survey

__all__ = [
    "BACKUP",
    "BOTH",
    "SALVAGE",
    "Backup",
    "Loss",
    "Option",
    "Proof",
    "Survey",
    "Thinning",
    "backup_folder",
    "check_file",
    "list_backups",
    "loss_of_restoring",
    "make_backup",
    "newest_proven",
    "prove_backup",
    "recover",
    "restore_backup",
    "second_copy",
    "survey",
    "thin",
]


def backup_folder(path: Path) -> Path:
    """Where backups of a station file lie unless another folder is chosen: ``Sao lưu`` beside it (CONTRACT U3)."""
    return backups.folder_beside(path)


def make_backup(store: Store, folder: Path, now: datetime, why: str) -> Backup:
    """Make a backup and prove it by unpacking and checking it; the newest one when nothing changed since.

    Args:
        store: The open file, also one that was deleted meanwhile.
        folder: Where; it is made when it is not there.
        now: The present moment.
        why: opening, interval, migration, import, restore, closing or command (which is always made, and kept).

    Raises:
        EnvironmentFault: folder_not_writable, folder_missing, no_permission, disk_full, disk_failed (``file``,
            ``folder``); file_damaged (``file``); backup_damaged (``file``): the proof failed.
    """
    return backups.make_backup(store, folder, now, why)


def second_copy(backup: Backup, folder: Path) -> Backup:
    """Lay a backup into another folder or onto a stick as well, and prove it there.

    Raises:
        EnvironmentFault: As ``make_backup``.
    """
    return backups.copy_backup(backup.path, folder)


def list_backups(folder: Path, file_id: str | None = None) -> tuple[Backup, ...]:
    """The backups in a folder, newest first, of one station file or of all; a missing folder has none."""
    return backups.list_backups(folder, file_id)


def newest_proven(folder: Path, file_id: str) -> Backup | None:
    """The newest backup of a station file in a folder; each was proven before it took its name."""
    return next(iter(backups.list_backups(folder, file_id)), None)


def prove_backup(path: Path) -> Proof:
    """Unpack and check a backup again; nothing is written beside it.

    Raises:
        EnvironmentFault: file_missing, file_is_folder, no_permission, disk_full: it could not be tried.
    """
    return proofs.prove(path)


def check_file(path: Path) -> tuple[Fault, ...]:
    """Everything that is wrong with a station file or a backup, each fault once; empty when it is sound.

    Raises:
        EnvironmentFault: file_missing, file_is_folder, no_permission, file_in_use, scratch_full: it could not be
            checked.
    """
    return proofs.faults_of(path)


def restore_backup(path: Path, target: Path) -> Proof:
    """Prove a backup, or a plain station file, and write it to a new station file; nothing is ever overwritten.

    Raises:
        EnvironmentFault: file_exists, restore_side_file (``file``, ``side``), folder_missing, folder_not_writable,
            disk_full, backup_damaged, file_newer, file_damaged and others of the file that was read (``file``).
    """
    return backups.restore(path, target)


def loss_of_restoring(store: Store, backup: Path) -> Loss:
    """What an open file holds and a backup does not, in cells and dates: said before it is restored.

    Raises:
        EnvironmentFault: backup_damaged, file_missing, no_permission, scratch_full and others of ``prove_backup``.
    """
    return recovery.loss_of_restoring(store, backup)


def thin(wanted: Thinning) -> tuple[Path, ...]:
    """Take away old backups: all of two days stay, then 12 daily, 10 weekly, 12 monthly ones.

    Backups that a person asked for stay, those of other station files, and always the newest state.

    Returns:
        What was taken away.
    """
    return backups.thin(wanted)


def survey(path: Path, folders: Sequence[Path]) -> Survey:
    """What can be had of a damaged station file, and what each way would lose, in cells and dates; changes nothing.

    Args:
        path: The damaged file; it may also be gone.
        folders: Where backups may lie: ``backup_folder(path)`` and a chosen second place.

    Raises:
        EnvironmentFault: no_permission, file_is_folder, disk_full, disk_failed (``file``).
    """
    return recovery.survey(path, folders)


def recover(option: Option, target: Path, by: Attribution) -> tuple[Fault, ...]:
    """Make a new, checked station file the way an option of ``survey`` says; the damaged one is never touched.

    An action of the kind ``restore`` with ``by.reason`` stands at the end of the new file's log.

    Returns:
        What the check finds in the station's own record, as it was in the backup already; normally nothing.

    Raises:
        EnvironmentFault: file_exists, restore_side_file (``file``, ``side``), folder_missing, folder_not_writable,
            disk_full, backup_damaged, recovery_failed (``file``).
    """
    return recovery.recover(option, target, by)
