"""Getting a damaged station file back: what can be had, what each way would lose, and a new file; the old one stays.

A new file goes on from the newest sound state: entries that follow from it by their hashes are taken over as they are,
with their people and times; whatever else is known is written by one new action of the kind ``restore``.
"""

from __future__ import annotations

import bisect
import shutil
from collections.abc import Sequence
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from data.errors import EnvironmentFault, Fault
from data.model import Attribution
from data.store import rebuilding
from data.store.backup_format import unpack
from data.store.backups import Backup, copy_database, list_backups, state_of
from data.store.check import check_file
from data.store.connection import connect
from data.store.creation import create_file, new_file, refuse_side_files
from data.store.database import Store
from data.store.faults import environment_faults
from data.store.migrations import apply_steps
from data.store.proofs import prove_into, scratch
from data.store.report_records import REPORT, REPORT_STEP
from data.store.salvage import NOTHING, Cell, Known, cells_of, merged, salvage, texts_of
from data.store.scratch import scratch_faults
from data.store.values import CellKey, moment_of

BACKUP, SALVAGE, BOTH = "backup", "salvage", "both"
_BACKUPS_OFFERED = 3
_EMPTY = ("not_reported", "", "")


class Loss(NamedTuple):
    """What one way would not bring back, of everything that is known from all sources.

    Attributes:
        cells: Number of cells that would be missing or older.
        first: When the earliest of these changes was made; None when nobody knows.
        last: When the latest of them was made.
        elements: Their data elements, by code.
        periods: Their periods.
        records: Changes of settings, decisions, states and texts that would be missing.
        unknown: Entries of the log that cannot be read anywhere.
        papers: Codes of frozen reports of which a part would be missing.
    """

    cells: int = 0
    first: datetime | None = None
    last: datetime | None = None
    elements: tuple[str, ...] = ()
    periods: tuple[str, ...] = ()
    records: int = 0
    unknown: int = 0
    papers: tuple[str, ...] = ()


class Option(NamedTuple):
    """One way to a sound file.

    Attributes:
        kind: backup, salvage, or both: the backup and what the damaged file knows that is newer.
        backup: The backup it starts from; None for salvage alone.
        known: What the new file will be made of.
        cells: How many cells will be reported in it.
        until: When the newest change in it was made.
        parted: For a backup of a copy that went its own way: when it did; None for the file's own history.
    """

    kind: str
    backup: Backup | None
    known: Known
    cells: int
    until: datetime | None
    loss: Loss
    parted: datetime | None = None


class _Source(NamedTuple):
    """A proven backup, what it holds, and when its history left that of the damaged file, if it did."""

    backup: Backup
    known: Known
    parted: datetime | None


class Survey(NamedTuple):
    """What can be done about a damaged file.

    Attributes:
        faults: What is wrong with it.
        cells: How many reported cells are known from all sources together.
        options: The ways, those that lose least first; empty when nothing can be had.
    """

    path: Path
    faults: tuple[Fault, ...]
    cells: int
    options: tuple[Option, ...]


def survey(path: Path, folders: Sequence[Path]) -> Survey:
    """Look what can be had of a damaged station file; nothing is changed anywhere.

    Args:
        path: The damaged file; it may also be gone.
        folders: Where backups may lie.

    Raises:
        EnvironmentFault: no_permission, file_is_folder, disk_full, disk_failed (``file``).
    """
    with environment_faults(path):
        if path.is_dir():
            raise EnvironmentFault("file_is_folder", file=path)
        read, found = salvage(path), _backups(folders)
        file_id = read.station.file_id if read.station else _likely_file_id(path, found)
        if read.station is None and file_id:
            read = salvage(path, file_id)
        sound = _sound([backup for backup in found if backup.manifest.file_id == file_id], read, path.stem)
        faults = check_file(path) if path.exists() else (Fault("file_missing", str(path), {"file": str(path)}),)
    has_read = _has_read(read)
    line = [source for source in sound if source.parted is None]
    everything = read
    for source in line:
        everything = merged(source.known, everything)
    options = [
        _option(BACKUP, source.backup, source.known, everything)._replace(parted=source.parted) for source in sound
    ]
    if has_read and line:
        backup, known = line[0].backup, line[0].known
        options.append(_option(BOTH, backup, merged(known, read), everything))
    if has_read and read.station is not None:
        options.append(_option(SALVAGE, None, read, everything))
    return Survey(path, faults, _reported(everything), tuple(sorted(options, key=_severity)))


def loss_of_restoring(store: Store, backup: Path) -> Loss:
    """What an open file holds and a backup does not, in cells and dates; changes nothing.

    Raises:
        EnvironmentFault: backup_damaged, file_missing, no_permission, scratch_full and others of ``prove`` (``file``).
    """
    with scratch() as place, environment_faults(store.path), scratch_faults():
        copy_database(store, place)
        present = salvage(place)
    with scratch() as place:
        proof = prove_into(backup, place)
        if proof.damage:
            raise EnvironmentFault("backup_damaged", file=backup)
        return _loss(salvage(place), present)


def recover(option: Option, target: Path, by: Attribution) -> tuple[Fault, ...]:
    """Make a new station file the way an option says; there is never half of one.

    Args:
        option: As ``survey`` gave it.
        target: The new file; nothing may be there yet.
        by: Who does it, and when; ``reason`` is kept in the log.

    Returns:
        What the check finds in the station's own record, as it was in the backup already; normally nothing.

    Raises:
        EnvironmentFault: file_exists, restore_side_file, folder_missing, folder_not_writable, disk_full; backup_damaged
            (``file``); recovery_failed (``file``): what was made is not sound, and was not kept.
    """
    refuse_side_files(target)
    with scratch() as base:
        _lay_base(option, base, target)
        return _rebuild(option, base, target, by)


def _rebuild(option: Option, base: Path, target: Path, by: Attribution) -> tuple[Fault, ...]:
    with new_file(target) as draft:
        shutil.copyfile(base, draft)
        with closing(connect(draft, "rw")) as connection:
            connection.execute("PRAGMA synchronous = EXTRA")
            apply_steps(connection)
            rebuilding.complete(connection, NOTHING if option.kind == BACKUP else option.known, by)
        faults = check_file(draft)
        if faults and (option.kind != BACKUP or any(fault.code.startswith("file_") for fault in faults)):
            raise EnvironmentFault("recovery_failed", file=target)
    return faults


def _lay_base(option: Option, base: Path, target: Path) -> None:
    """The file that the new one goes on from: the backup, or one with nothing but the station's row."""
    if option.backup is not None:
        with environment_faults(option.backup.path), scratch_faults():
            unpack(option.backup.path, base)
        return
    station = option.known.station
    if station is None:
        raise EnvironmentFault("recovery_failed", file=target)
    create_file(base, lambda connection: rebuilding.write_station(connection, station))


def _backups(folders: Sequence[Path]) -> list[Backup]:
    found = {backup.path.resolve(): backup for folder in folders for backup in list_backups(folder)}
    return sorted(found.values(), key=state_of, reverse=True)


def _likely_file_id(path: Path, backups: Sequence[Backup]) -> str:
    """Whose backups they are when the file does not say: those named after it, or all when they are of one file."""
    named = {backup.manifest.file_id for backup in backups if backup.path.name.startswith(f"{path.stem}.")}
    candidates = named or {backup.manifest.file_id for backup in backups}
    return candidates.pop() if len(candidates) == 1 else ""


def _has_read(read: Known) -> bool:
    return bool(read.entries or read.cells)


def _sound(backups: Sequence[Backup], read: Known, stem: str) -> list[_Source]:
    """The newest backups that can be proven again, each of another state; own ones do not give way to other copies'.

    Where nothing can be read of the file, its history is that of the newest backup which was named after it.
    """
    found: list[_Source] = []
    seen = set()
    own = read if _has_read(read) else None
    for backup in sorted(backups, key=lambda each: not each.path.name.startswith(f"{stem}.")):
        state = backup.manifest.generation, backup.manifest.heads.get("action")
        if state in seen or len([source for source in found if source.parted is None]) == _BACKUPS_OFFERED:
            continue
        known = _proven(backup)
        if known is None:
            continue
        seen.add(state)
        own = own or known
        parted = _parted(own, known)
        if parted is None or len([source for source in found if source.parted]) < _BACKUPS_OFFERED:
            found.append(_Source(backup, known, parted))
    return sorted(found, key=lambda source: state_of(source.backup), reverse=True)


def _proven(backup: Backup) -> Known | None:
    with scratch() as place:
        try:
            damage = prove_into(backup.path, place).damage
        except EnvironmentFault:
            return None
        return None if damage else salvage(place)


def _parted(own: Known, other: Known) -> datetime | None:
    """When two sources began to tell different histories: their newest common action is not the same one."""
    common = sorted(own.actions.keys() & other.actions.keys())
    if not common or _is_same(own, other, common[-1]):
        return None
    low, high = 0, len(common) - 1  # from some action on all are different
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if _is_same(own, other, common[middle]) else (low, middle)
    return min(moment_of(each.actions[common[low]][1]) for each in (own, other))


def _is_same(own: Known, other: Known, number: int) -> bool:
    """Whether both have the same action of a number: its seal says so, or all else where a seal was hit by damage."""
    first, second = own.actions[number], other.actions[number]
    if first[-1] == second[-1]:
        return True
    logs = ((own.entries, other.entries, first[6]), (own.records, other.records, first[7]))
    ends = [(mine[end][-1], theirs[end][-1]) for mine, theirs, end in logs if end in mine and end in theirs]
    return first[:-1] == second[:-1] and all(mine == theirs for mine, theirs in ends)


def _option(kind: str, backup: Backup | None, known: Known, everything: Known) -> Option:
    newest = max((row[1] for row in known.actions.values()), default="")
    until = moment_of(newest) if newest else None
    return Option(kind, backup, known, _reported(known), until, _loss(known, everything))


def _loss(known: Known, everything: Known) -> Loss:
    """What is known from all sources and not from one."""
    cells, all_cells = cells_of(known), cells_of(everything)
    lost = {key: cell for key, cell in all_cells.items() if cells.get(key, _EMPTY)[:3] != cell[:3]}
    times = [moment for moment in (_when(everything, cell[3]) for cell in lost.values()) if moment]
    return Loss(
        cells=len(lost),
        first=min(times, default=None),
        last=max(times, default=None),
        elements=tuple(sorted({key[0] for key in lost})),
        periods=tuple(sorted({key[1] for key in lost})),
        records=len(everything.records.keys() - known.records.keys()),
        unknown=_unreadable(everything, all_cells),
        papers=_lost_papers(known, everything),
    )


def _lost_papers(known: Known, everything: Known) -> tuple[str, ...]:
    """Reports that are known to be frozen, and whose snapshot, PDF or signatures are not among what is brought."""
    needed = {code: digests for code, digests in _papers(everything).items() if not digests <= known.files.keys()}
    return tuple(sorted(needed))


def _papers(known: Known) -> dict[str, set[str]]:
    """Frozen reports by code, each with the SHA-256 of its parts, as the records' log says."""
    found: dict[str, set[str]] = {}
    for row in known.records.values():
        if row[2] in (REPORT.kind, REPORT_STEP.kind) and row[5] is not None:
            key, new = texts_of(row[3]), texts_of(row[5])
            parts = (new.get(name, "") for name in ("snapshot", "pdf", "file"))
            found.setdefault(key.get("code", key.get("report", "")), set()).update(filter(None, parts))
    return found


def _reported(known: Known) -> int:
    return sum(cell[0] != "not_reported" for cell in cells_of(known).values())


def _when(known: Known, log_id: int) -> datetime | None:
    """When an entry of the cells' log was made."""
    row = known.entries.get(log_id)
    action = known.actions.get(row[1]) if row else None
    if action is None:
        ends = sorted((action[6], number) for number, action in known.actions.items() if action[6])
        place = bisect.bisect_left(ends, (log_id, 0))
        action = known.actions[ends[place][1]] if place < len(ends) else None
    return moment_of(action[1]) if action else None


def _unreadable(known: Known, cells: dict[CellKey, Cell]) -> int:
    """How many entries of the cells' log there were that nothing is known of."""
    there = known.entries.keys() | {cell[3] for cell in cells.values()}
    newest = max((*there, *(action[6] for action in known.actions.values())), default=0)
    return newest - len(there)


def _severity(option: Option) -> tuple[bool, int, int, int, int]:
    """The file's own history first, then what loses least; of equals the one that needs the least put together."""
    loss, order = option.loss, (BACKUP, BOTH, SALVAGE).index(option.kind)
    return option.parted is not None, loss.cells, loss.records, len(loss.papers), order
