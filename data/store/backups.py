"""Backups of a station file: made, proven by unpacking and checking them, listed, thinned and restored.

A backup takes its name only after it was proven, so whatever has the name of a backup could be restored when it was
made. All of this is for threads other than the window's own.
"""

from __future__ import annotations

import logging
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import NamedTuple

from data.backup_plan import to_keep
from data.errors import EnvironmentFault, Fault
from data.store.backup_format import SUFFIX, Manifest, digest, pack, read_manifest
from data.store.connection import connect
from data.store.creation import flush_folder, folder_faults, new_file, refuse_side_files
from data.store.database import Store
from data.store.drafts import Draft, drafting, sweep
from data.store.faults import environment_faults
from data.store.proofs import Proof, log_heads, prove, prove_into, scratch, table_counts
from data.store.scratch import scratch_faults

log = logging.getLogger(__name__)

FOLDER = "Sao lưu"
DAMAGED_SUFFIX = ".hong"
COMMAND = "command"
"""Why of a backup that a person asked for by name: it is never thinned."""

_VIETNAM = timezone(timedelta(hours=7))


class Backup(NamedTuple):
    """A backup on disk.

    Attributes:
        is_new: Whether it was made just now; False when the file had not changed since this one was made.
        findings: How much the check finds in the station's own record, when it was made just now.
    """

    path: Path
    manifest: Manifest
    is_new: bool = False
    findings: int = 0


class Thinning(NamedTuple):
    """Which backups may go: those of this station file in this folder, as of now."""

    folder: Path
    file_id: str
    now: datetime


def folder_beside(path: Path) -> Path:
    """Where backups of a station file lie unless another folder is chosen (CONTRACT U3)."""
    return path.resolve().parent / FOLDER


def make_backup(store: Store, folder: Path, now: datetime, why: str) -> Backup:
    """Make a backup and prove it; an unchanged file is not backed up again unless a person asks.

    Args:
        store: The open file; also one that was deleted meanwhile.
        folder: Where; it is made when it is not there.
        now: The moment, for name and manifest.
        why: opening, interval, migration, import, restore, closing or command.

    Raises:
        EnvironmentFault: folder_not_writable, folder_missing, no_permission, disk_full, disk_failed (``file``,
            ``folder``); scratch_full (``folder``); file_damaged; backup_damaged (``file``): the proof failed, and
            the file made is kept with the ending ``.hong`` (``kept``); file_vanished (``file``): with the folder.
    """
    if folder == store.path.parent / FOLDER and not folder.is_dir() and store.has_vanished:  # no ghost of what moved
        raise EnvironmentFault("file_vanished", file=store.path)
    _make_folder(folder)
    name = f"{store.path.stem}.{now.astimezone(_VIETNAM):%Y-%m-%dT%H-%M-%S}"
    with _writing(folder / (name + SUFFIX)), scratch() as place:
        manifest = _copied(store, place, now, why)
        same = None if why == COMMAND else _unchanged(folder, manifest)
        if same is not None:
            return same
        with drafting(folder, name + SUFFIX) as draft:
            pack(place, manifest, draft.file)
            draft.flush()
            proof = _proven(draft, store.path)
            path = draft.claim(name, SUFFIX)
    log.info("backup made: %s, generation %d", why, manifest.generation)
    return Backup(path, manifest, is_new=True, findings=len(proof.findings))


def copy_backup(backup: Path, folder: Path) -> Backup:
    """Lay a second copy of a backup into another folder, and prove it there.

    Raises:
        EnvironmentFault: As ``make_backup``.
    """
    _make_folder(folder)
    with environment_faults(backup):
        manifest = read_manifest(backup)
    with _writing(folder / backup.name):
        same = _unchanged(folder, manifest)
        if same is not None:
            return same
        with drafting(folder, backup.name) as draft, backup.open("rb") as source:
            shutil.copyfileobj(source, draft.file)
            draft.flush()
            proof = _proven(draft, backup)
            path = draft.claim(backup.name.removesuffix(SUFFIX), SUFFIX)
    return Backup(path, manifest, is_new=True, findings=len(proof.findings))


def restore(source: Path, target: Path) -> Proof:
    """Write what a backup holds to a new station file; ``source`` may be a plain station file, too.

    Raises:
        EnvironmentFault: file_exists, restore_side_file (``file``, ``side``), folder_missing, folder_not_writable,
            disk_full; backup_damaged, file_newer and the others of ``prove`` (``file``).
    """
    refuse_side_files(target)
    with scratch() as place:
        proof = prove_into(source, place)
        if proof.damage:
            raise _unusable(proof.damage[0], source)
        with new_file(target) as draft, place.open("rb") as content, draft.open("xb") as file:
            while block := content.read(1024 * 1024):
                file.write(block)
            file.flush()
            os.fsync(file.fileno())
    return proof


def list_backups(folder: Path, file_id: str | None = None) -> tuple[Backup, ...]:
    """The backups in a folder, newest first; whatever is none, or cannot be read, is passed over.

    Args:
        folder: Where to look; nothing is found in a folder that is not there.
        file_id: Only those of this station file; None for all.
    """
    found = []
    try:
        names = sorted(folder.glob("*" + SUFFIX))
    except OSError:
        return ()
    for path in names:
        try:
            manifest = read_manifest(path)
        except (OSError, EnvironmentFault):
            continue
        if file_id in (None, manifest.file_id):
            found.append(Backup(path, manifest))
    return tuple(sorted(found, key=_age, reverse=True))


def thin(wanted: Thinning) -> tuple[Path, ...]:
    """Take away the backups that ``to_keep`` lets go; never one that a person asked for, never the newest state.

    Returns:
        What was taken away.
    """
    own = list_backups(wanted.folder, wanted.file_id)
    thinned = [backup for backup in own if backup.manifest.why != COMMAND]
    kept = to_keep([backup.manifest.made_at for backup in thinned], wanted.now)
    newest = max(own, key=state_of, default=None)
    gone = []
    for backup in thinned:
        if backup.manifest.made_at in kept or backup == newest:
            continue
        try:
            backup.path.unlink()
        except OSError:
            log.info("a backup could not be taken away")
            continue
        gone.append(backup.path)
    return tuple(gone)


def state_of(backup: Backup) -> tuple[int, int, datetime]:
    """What orders backups of one file by how much of its history they hold, whatever the clock said."""
    manifest = backup.manifest
    return manifest.heads.get("action", (0, ""))[0], manifest.generation, manifest.made_at


def _age(backup: Backup) -> tuple[datetime, str]:
    return backup.manifest.made_at, backup.path.name


def _make_folder(folder: Path) -> None:
    """Make a folder for backups, with what is missing above it, and sweep what a killed program left there."""
    with folder_faults(folder):
        if folder.exists() and not folder.is_dir():
            raise EnvironmentFault("backup_folder_is_file", file=folder, folder=folder)
        if not folder.is_dir():
            folder.mkdir(parents=True, exist_ok=True)
            flush_folder(folder.parent)
        sweep(folder, SUFFIX)


@contextmanager
def _writing(path: Path) -> Iterator[None]:
    """What the system refuses is the new file's fault; what was found out otherwise stays as it is."""
    try:
        yield
    except OSError as error:
        with folder_faults(path):
            raise error from None


def copy_database(store: Store, place: Path) -> None:
    """Copy what the open file holds, as SQLite sees it, into one file that needs nothing beside it."""
    if not store.has_vanished:
        store.connection.execute("PRAGMA user_version").fetchone()  # a connection of this thread's own
    with closing(connect(place, "rwc")) as copy:
        with store.copying() as source:
            source.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")


def _copied(store: Store, place: Path, now: datetime, why: str) -> Manifest:
    """Copy the database, and say what is in it."""
    with environment_faults(store.path), scratch_faults():
        copy_database(store, place)
        try:
            return _manifest(place, now, why)
        except (sqlite3.OperationalError, TypeError) as error:  # a table or the station's row is not there
            raise EnvironmentFault("file_damaged", file=store.path) from error


def _manifest(place: Path, now: datetime, why: str) -> Manifest:
    with closing(connect(place, "ro")) as connection:
        file_id, code, generation = connection.execute("SELECT file_id, code, generation FROM station").fetchone()
        schema = connection.execute("PRAGMA user_version").fetchone()[0]
        counts, heads = table_counts(connection), log_heads(connection, schema)
    return Manifest(
        file_id=file_id,
        station=code,
        generation=generation,
        made_at=now,
        why=why,
        schema=schema,
        counts=counts,
        heads=heads,
        sha256=digest(place),
        size=place.stat().st_size,
    )


def _unchanged(folder: Path, manifest: Manifest) -> Backup | None:
    """The newest backup in a folder, when it holds this very state of the file."""
    newest = max(list_backups(folder, manifest.file_id), key=state_of, default=None)
    if newest is None:
        return None
    there = newest.manifest
    is_same = (there.schema, there.generation, there.heads) == (manifest.schema, manifest.generation, manifest.heads)
    return newest if is_same else None


def _proven(draft: Draft, source: Path) -> Proof:
    """Prove a draft; one that fails is kept under a name that says so."""
    proof = prove(draft.path)
    if not proof.damage:
        return proof
    damaged = draft.claim(draft.name, DAMAGED_SUFFIX)
    log.info("a backup failed its proof: %s", ", ".join(fault.code for fault in proof.damage))
    fault = _unusable(proof.damage[0], damaged if proof.damage[0].code.startswith("backup_") else source)
    raise EnvironmentFault(fault.code, **{**fault.parameters, "kept": damaged})


def _unusable(damage: Fault, path: Path) -> EnvironmentFault:
    """The fault of a backup that cannot be restored, or of the station file in it."""
    if damage.code.startswith(("backup_", "file_")):
        return EnvironmentFault(damage.code, **{**damage.parameters, "file": path})
    return EnvironmentFault("file_damaged", file=path)
