"""Proving a backup: it is unpacked into a scratch folder, and everything in it is checked and compared."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NamedTuple

from data.errors import EnvironmentFault, Fault
from data.store.backup_format import LogHead, Manifest, is_backup, unpack
from data.store.check import check_file, copy_whole
from data.store.connection import connect
from data.store.faults import environment_faults
from data.store.scratch import COPY_NAME, new_scratch, scratch_faults

# Faults of the database itself: such a file cannot be trusted as a backup. All others are findings about what the
# station recorded, which a backup must repeat faithfully.
DAMAGE = frozenset(
    {"check_integrity", "check_station", "file_empty", "file_not_sqlite", "file_not_ours", "file_newer", "file_damaged"}
)

_TABLES = "SELECT name FROM sqlite_schema WHERE type = 'table'"

COUNTS: Mapping[str, str] = {
    "account": "SELECT count(*) FROM account",
    "action": "SELECT count(*) FROM action",
    "assessment": "SELECT count(*) FROM assessment",
    "assessment_answer": "SELECT count(*) FROM assessment_answer",
    "assessment_layer": "SELECT count(*) FROM assessment_layer",
    "complete_data_set_registration": "SELECT count(*) FROM complete_data_set_registration",
    "data_value": "SELECT count(*) FROM data_value",
    "data_value_changelog": "SELECT count(*) FROM data_value_changelog",
    "decision": "SELECT count(*) FROM decision",
    "definition": "SELECT count(*) FROM definition",
    "document_number": "SELECT count(*) FROM document_number",
    "evidence": "SELECT count(*) FROM evidence",
    "item_choice": "SELECT count(*) FROM item_choice",
    "obligation_state": "SELECT count(*) FROM obligation_state",
    "recognition": "SELECT count(*) FROM recognition",
    "record_changelog": "SELECT count(*) FROM record_changelog",
    "report": "SELECT count(*) FROM report",
    "report_attachment": "SELECT count(*) FROM report_attachment",
    "report_check": "SELECT count(*) FROM report_check",
    "report_file": "SELECT count(*) FROM report_file",
    "report_sentence": "SELECT count(*) FROM report_sentence",
    "report_step": "SELECT count(*) FROM report_step",
    "report_text": "SELECT count(*) FROM report_text",
    "rule_note": "SELECT count(*) FROM rule_note",
    "setting": "SELECT count(*) FROM setting",
    "station": "SELECT count(*) FROM station",
}
"""How many rows each table has; a table that a file of an older form has not is passed over."""

_CHAINED_HEADS = {
    "action": "SELECT id, hex(seal) FROM action ORDER BY id DESC LIMIT 1",
    "data_value_changelog": "SELECT id, hex(hash) FROM data_value_changelog ORDER BY id DESC LIMIT 1",
    "record_changelog": "SELECT id, hex(hash) FROM record_changelog ORDER BY id DESC LIMIT 1",
}
_FIRST_HEADS = {
    "action": "SELECT max(id), '' FROM action",
    "data_value_changelog": "SELECT max(id), '' FROM data_value_changelog",
    "record_changelog": "SELECT max(id), '' FROM record_changelog",
}
"""In a file of the first form, whose logs carry no hashes."""


class Proof(NamedTuple):
    """What unpacking and checking a backup showed.

    Attributes:
        manifest: What the backup says; None for a plain station file.
        damage: What makes it unusable; empty when it can be restored.
        findings: What the check finds in the station's own record, as it was; it is restored as it is.
    """

    manifest: Manifest | None
    damage: tuple[Fault, ...] = ()
    findings: tuple[Fault, ...] = ()


def prove(path: Path) -> Proof:
    """Unpack a backup, or copy a plain station file, and check everything in it.

    Raises:
        EnvironmentFault: file_missing, file_is_folder, no_permission, scratch_full: it could not be tried.
    """
    with scratch() as place:
        return prove_into(path, place)


def faults_of(path: Path) -> tuple[Fault, ...]:
    """Everything that is wrong with a station file, or with a backup and the file in it; empty when it is sound.

    Raises:
        EnvironmentFault: As ``check_file``.
    """
    with environment_faults(path):
        if not path.is_file() or not is_backup(path):
            return check_file(path)
    proof = prove(path)
    return (*proof.damage, *proof.findings)


@contextmanager
def scratch() -> Iterator[Path]:
    """A name for a database in a scratch folder that goes away."""
    with new_scratch() as folder:
        yield Path(folder) / COPY_NAME


def table_counts(connection: sqlite3.Connection) -> dict[str, int]:
    """Rows of every table that a file has."""
    there = {name for (name,) in connection.execute(_TABLES)}
    return {table: connection.execute(count).fetchone()[0] for table, count in COUNTS.items() if table in there}


def log_heads(connection: sqlite3.Connection, schema: int) -> dict[str, LogHead]:
    """The newest row of each log."""
    statements = _FIRST_HEADS if schema == 1 else _CHAINED_HEADS
    found = {log_name: connection.execute(query).fetchone() for log_name, query in statements.items()}
    return {log_name: (row[0] or 0, row[1]) if row else (0, "") for log_name, row in found.items()}


def prove_into(path: Path, place: Path) -> Proof:
    """As ``prove``; a sound database stands at ``place`` afterwards, as one file that needs nothing beside it."""
    with environment_faults(path), scratch_faults():
        if not is_backup(path):
            return _prove_plain(path, place)
        try:
            manifest = unpack(path, place)
        except EnvironmentFault as fault:  # what unpacking finds, never what the machine does not allow
            return Proof(None, (Fault(fault.code, str(path), fault.parameters),))
        damage, findings = _sorted_faults(place, path)
        if not damage and not _is_as_told(place, manifest):
            damage = (Fault("backup_damaged", str(path), {"file": str(path)}),)
    return Proof(manifest, damage, findings)


def _prove_plain(path: Path, place: Path) -> Proof:
    """The same for a station file as it stands, with what is still in its ``-wal``."""
    damage, findings = _sorted_faults(path, path)
    if not damage:
        with (
            copy_whole(path.resolve()) as folder,
            closing(connect(Path(folder) / COPY_NAME, "rw")) as source,
            closing(connect(place, "rwc")) as copy,
        ):
            source.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")
    return Proof(None, damage, findings)


def _is_as_told(place: Path, manifest: Manifest) -> bool:
    """Whether a database has as many rows, and ends its logs, as the manifest says."""
    with closing(connect(place, "ro")) as connection:
        try:
            return (table_counts(connection), log_heads(connection, manifest.schema)) == (
                manifest.counts,
                manifest.heads,
            )
        except sqlite3.OperationalError:
            return False


def _sorted_faults(database: Path, path: Path) -> tuple[tuple[Fault, ...], tuple[Fault, ...]]:
    """What is wrong with a database: what makes it unusable, and what it says about the record."""
    faults = [Fault(fault.code, str(path), {**fault.parameters, "file": str(path)}) for fault in check_file(database)]
    damage = tuple(fault for fault in faults if fault.code in DAMAGE)
    return damage, tuple(fault for fault in faults if fault.code not in DAMAGE)
