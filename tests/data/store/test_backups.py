"""Backups are whole, proven when made, never overwritten, and can be restored whatever became of the file."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import zlib
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from data import commands, queries, safety
from data.errors import EnvironmentFault
from data.safety import Backup, Thinning
from data.store import drafts
from data.store.backup_format import MAGIC, SUFFIX, read_manifest
from data.store.proofs import COUNTS
from tests.data.store.files import BY, NOW, ask, folder_bytes, guarded_folder, harm, make_value, plain_user, save
from tests.data.store.test_opening import ROOT

FOLDER = "Sao lưu"


def back_up(path: Path, now: datetime = NOW, why: str = "interval", folder: Path | None = None) -> Backup:
    with commands.open_station(path, writing=True) as store:
        return safety.make_backup(store, folder or safety.backup_folder(path), now, why)


def cells(path: Path) -> list[tuple[object, ...]]:
    return ask(path, "SELECT data_element, value FROM data_value ORDER BY 1")


def test_backup_is_one_file_named_after_station_file_and_local_time(station_file: Path) -> None:
    save(station_file, make_value())
    backup = back_up(station_file)
    assert [file.name for file in (station_file.parent / FOLDER).iterdir()] == [
        "Tả Phời.2024-10-05T14-30-15.sotram-backup"
    ]
    assert backup.is_new
    manifest = read_manifest(backup.path)
    assert manifest == backup.manifest
    assert (manifest.station, manifest.generation, manifest.why, manifest.made_at) == (
        "TYT_TA_PHOI",
        1,
        "interval",
        NOW,
    )
    assert manifest.counts["data_value"] == 1
    assert manifest.heads["action"][0] == ask(station_file, "SELECT max(id) FROM action")[0][0]


def test_every_table_is_counted(station_file: Path) -> None:
    tables = {name for (name,) in ask(station_file, "SELECT name FROM sqlite_schema WHERE type = 'table'")}
    assert set(COUNTS) == tables - {"_sqlite_migrations"}


def test_backup_restores_to_a_sound_file_with_the_same_history(station_file: Path, tmp_path: Path) -> None:
    save(station_file, make_value(), make_value("births_total", "202401", "3"))
    backup, target = back_up(station_file), tmp_path / "lại.sotram"
    proof = safety.restore_backup(backup.path, target)
    assert (proof.damage, proof.findings) == ((), ())
    assert cells(target) == cells(station_file)
    assert queries.check_file(target) == ()
    with (
        commands.open_station(target, writing=False) as copy,
        commands.open_station(station_file, writing=False) as store,
    ):
        assert queries.chain_head(copy) == queries.chain_head(store)


def test_backup_holds_what_is_only_in_the_wal(station_file: Path, tmp_path: Path) -> None:
    with commands.open_station(station_file, writing=True) as store:
        commands.save_data_values(store, [make_value()], BY)
        backup = safety.make_backup(store, tmp_path / "a", NOW, "interval")
    safety.restore_backup(backup.path, tmp_path / "b.sotram")
    assert cells(tmp_path / "b.sotram") == [("population_end", "4127")]


def test_backup_of_a_deleted_file_that_is_still_open(station_file: Path, tmp_path: Path) -> None:
    with commands.open_station(station_file, writing=True) as store:
        commands.save_data_values(store, [make_value()], BY)
        station_file.unlink()
        backup = safety.make_backup(store, tmp_path / "a", NOW, "interval")
        store.abandon()
    safety.restore_backup(backup.path, tmp_path / "b.sotram")
    assert cells(tmp_path / "b.sotram") == [("population_end", "4127")]


def test_unchanged_file_is_not_backed_up_again(station_file: Path) -> None:
    first = back_up(station_file)
    later = back_up(station_file, NOW + timedelta(hours=1))
    assert (later.path, later.is_new) == (first.path, False)
    save(station_file, make_value())
    assert back_up(station_file, NOW + timedelta(hours=2)).is_new


def test_person_who_asks_gets_a_backup_each_time(station_file: Path) -> None:
    names = [back_up(station_file, why="command").path.name for _ in range(3)]
    stem = "Tả Phời.2024-10-05T14-30-15"
    assert names == [f"{stem}{SUFFIX}", f"{stem}-2{SUFFIX}", f"{stem}-3{SUFFIX}"]


def test_file_systems_without_links_get_a_name_as_well(station_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_source: Path, _target: Path) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", refuse)
    names = [back_up(station_file, why="command").path.name for _ in range(2)]
    assert len(set(names)) == 2
    assert sorted(names) == sorted(file.name for file in (station_file.parent / FOLDER).iterdir())


def test_folder_that_is_a_file_is_refused(station_file: Path) -> None:
    with pytest.raises(EnvironmentFault, match="folder_is_file"):
        back_up(station_file, folder=station_file)


def test_folder_that_may_not_be_written_to_is_refused(station_file: Path) -> None:
    with guarded_folder() as folder, commands.open_station(station_file, writing=True) as store:
        folder.chmod(0o555)
        with plain_user(), pytest.raises(EnvironmentFault, match="folder_not_writable"):
            safety.make_backup(store, folder / FOLDER, NOW, "interval")


@pytest.mark.parametrize("statement", ["DROP TABLE station", "DELETE FROM station", "DROP TABLE action"])
def test_file_without_its_tables_gives_no_backup(station_file: Path, statement: str) -> None:
    with commands.open_station(station_file, writing=True) as store:
        store.connection.execute("PRAGMA foreign_keys = OFF")
        store.connection.execute("DROP TRIGGER action_loses_none")
        store.connection.execute(statement)
        with pytest.raises(EnvironmentFault, match="file_damaged"):
            safety.make_backup(store, station_file.parent / FOLDER, NOW, "interval")
    assert list((station_file.parent / FOLDER).iterdir()) == []


def test_damaged_file_gives_no_backup_but_a_file_named_so(station_file: Path) -> None:
    save(station_file, make_value())
    with commands.open_station(station_file, writing=True) as store:
        store.connection.execute("PRAGMA ignore_check_constraints = ON")
        store.connection.execute("UPDATE data_value SET state = 'unknown'")
        with pytest.raises(EnvironmentFault, match="file_damaged") as caught:
            safety.make_backup(store, station_file.parent / FOLDER, NOW, "interval")
    assert caught.value.parameters["file"] == str(station_file)
    (left,) = (station_file.parent / FOLDER).iterdir()
    assert left.suffix == ".hong"
    assert safety.list_backups(left.parent) == ()


def test_backup_that_fails_its_proof_is_named_so(station_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("data.store.backups.digest", lambda _path: "0" * 64)
    with pytest.raises(EnvironmentFault, match="backup_damaged") as caught:
        back_up(station_file)
    assert Path(caught.value.parameters["file"]).suffix == ".hong"
    assert [file.suffix for file in (station_file.parent / FOLDER).iterdir()] == [".hong"]


def test_file_whose_log_was_tampered_with_is_still_backed_up(station_file: Path, tmp_path: Path) -> None:
    save(station_file, make_value())
    harm(
        station_file,
        "DROP TRIGGER data_value_changelog_keeps_entries",
        "UPDATE data_value_changelog SET new_comment = 'x'",
    )
    harm(station_file, "UPDATE data_value SET comment = 'x'")
    backup = back_up(station_file)
    assert backup.findings > 0
    assert safety.restore_backup(backup.path, tmp_path / "b.sotram").findings
    assert (tmp_path / "b.sotram").exists()


def damaged_copies(content: bytes) -> dict[str, bytes]:
    head, line, packed = content.split(b"\n", 2)
    row = json.loads(line)
    counts = json.dumps({**row, "counts": {**row["counts"], "data_value": 7}}).encode()
    small = json.dumps({**row, "size": 10}).encode()
    newer = zlib.compress(b"SQLite format 3\0" + bytes(5000))
    return {
        "truncated": content[:-200],
        "flipped": content[:-300] + bytes([content[-300] ^ 1]) + content[-299:],
        "something behind": content + b"x" * 20_000,
        "no manifest": head + b"\n" + b"{}\n" + packed,
        "manifest is no row": head + b"\n" + b"[]\n" + packed,
        "manifest without end": head + b"\n" + b"x" * 70_000,
        "other database": head + b"\n" + line + b"\n" + newer,
        "other counts": head + b"\n" + counts + b"\n" + packed,
        "too small": head + b"\n" + small + b"\n" + packed,
        "nothing packed": head + b"\n" + line + b"\n",
        "no stream": head + b"\n" + line + b"\n" + b"hello",
    }


@pytest.mark.parametrize("damage", sorted(damaged_copies(MAGIC + b'{"counts":{}}\n' + bytes(400))))
def test_damaged_backup_is_not_restored(station_file: Path, tmp_path: Path, damage: str) -> None:
    save(station_file, make_value())
    backup = back_up(station_file).path
    backup.write_bytes(damaged_copies(backup.read_bytes())[damage])
    assert [fault.code for fault in safety.prove_backup(backup).damage] == ["backup_damaged"]
    with pytest.raises(EnvironmentFault, match="backup_damaged"):
        safety.restore_backup(backup, tmp_path / "b.sotram")
    assert not (tmp_path / "b.sotram").exists()


def test_restoring_never_overwrites(station_file: Path) -> None:
    backup, before = back_up(station_file).path, station_file.read_bytes()
    with pytest.raises(EnvironmentFault, match="file_exists"):
        safety.restore_backup(backup, station_file)
    assert station_file.read_bytes() == before


@pytest.mark.parametrize("suffix", ["-wal", "-shm", "-journal"])
def test_stale_side_files_beside_the_target_are_refused(station_file: Path, tmp_path: Path, suffix: str) -> None:
    backup, target = back_up(station_file).path, tmp_path / "b.sotram"
    target.with_name(target.name + suffix).write_bytes(b"x")
    with pytest.raises(EnvironmentFault, match="restore_side_file"):
        safety.restore_backup(backup, target)
    assert not target.exists()


def test_plain_copy_is_restored_with_its_wal(station_file: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.sotram"
    with commands.open_station(station_file, writing=True) as store:
        commands.save_data_values(store, [make_value()], BY)
        for suffix in ("", "-wal"):
            copy.with_name(copy.name + suffix).write_bytes(
                station_file.with_name(station_file.name + suffix).read_bytes()
            )
    before = folder_bytes(tmp_path / "trạm"), copy.read_bytes()
    safety.restore_backup(copy, tmp_path / "b.sotram")
    assert cells(tmp_path / "b.sotram") == [("population_end", "4127")]
    assert (folder_bytes(tmp_path / "trạm"), copy.read_bytes()) == before


def test_file_that_is_none_of_ours_is_not_restored(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"hello\n")
    with pytest.raises(EnvironmentFault, match="file_not_sqlite"):
        safety.restore_backup(tmp_path / "a", tmp_path / "b.sotram")
    with pytest.raises(EnvironmentFault, match="file_missing"):
        safety.restore_backup(tmp_path / "none", tmp_path / "b.sotram")


def test_damaged_plain_file_is_not_restored(station_file: Path, tmp_path: Path) -> None:
    save(station_file, make_value())
    content = bytearray(station_file.read_bytes())
    content[8192:20000] = b"x" * (20000 - 8192)
    station_file.write_bytes(content)
    with pytest.raises(EnvironmentFault, match="file_damaged"):
        safety.restore_backup(station_file, tmp_path / "b.sotram")


def test_backup_of_a_newer_program_is_refused(station_file: Path, tmp_path: Path) -> None:
    with commands.open_station(station_file, writing=True) as store:
        store.connection.execute("PRAGMA user_version = 99")
        with pytest.raises(EnvironmentFault, match="file_newer"):
            safety.make_backup(store, tmp_path / "a", NOW, "interval")
        store.connection.execute("PRAGMA user_version = 1")
        store.connection.execute("ALTER TABLE data_value_changelog DROP COLUMN hash")
        first = safety.make_backup(store, tmp_path / "a", NOW, "interval")
        assert first.manifest.heads["data_value_changelog"] == (0, "")


def test_listing_passes_over_what_is_no_backup(station_file: Path, tmp_path: Path) -> None:
    folder = tmp_path / "a"
    back_up(station_file, NOW, folder=folder)
    save(station_file, make_value())
    newest = back_up(station_file, NOW + timedelta(days=1), folder=folder)
    (folder / f"x{SUFFIX}").write_bytes(b"")
    (folder / f"y{SUFFIX}").mkdir()
    (folder / "z.txt").write_bytes(MAGIC)
    found = safety.list_backups(folder, newest.manifest.file_id)
    assert [backup.manifest.generation for backup in found] == [1, 0]
    assert safety.newest_proven(folder, newest.manifest.file_id) == newest._replace(is_new=False)
    assert safety.list_backups(folder, "other") == ()
    assert safety.list_backups(tmp_path / "none") == ()
    assert safety.newest_proven(folder, "other") is None


def test_second_copy_is_proven_and_not_made_twice(station_file: Path, tmp_path: Path) -> None:
    backup = back_up(station_file)
    second = safety.second_copy(backup, tmp_path / "USB" / FOLDER)
    assert second.is_new
    assert second.path.read_bytes() == backup.path.read_bytes()
    assert second.path.name == backup.path.name
    assert not safety.second_copy(backup, tmp_path / "USB" / FOLDER).is_new


def test_second_copy_of_a_damaged_backup_is_refused(station_file: Path, tmp_path: Path) -> None:
    backup = back_up(station_file)
    backup.path.write_bytes(backup.path.read_bytes()[:-100])
    with pytest.raises(EnvironmentFault, match="backup_damaged"):
        safety.second_copy(backup, tmp_path / "USB")
    assert safety.list_backups(tmp_path / "USB") == ()


def make_days(path: Path, days: int, why: str = "interval") -> list[Backup]:
    made = []
    for day in range(days):
        save(path, make_value(value=str(day)))
        made.append(back_up(path, NOW + timedelta(hours=4 * day), why))
    return made


def test_thinning_takes_the_old_ones_of_this_file_alone(station_file: Path, tmp_path: Path) -> None:
    made = make_days(station_file, 8)
    other = tmp_path / "other.sotram"
    commands.create_station(other, commands.NewStation(code="TYT_B", name="B", place="xã B"), NOW)
    theirs = back_up(other, folder=station_file.parent / FOLDER)
    asked = back_up(station_file, NOW, "command")
    wanted = Thinning(station_file.parent / FOLDER, made[0].manifest.file_id, NOW + timedelta(days=10))
    gone = safety.thin(wanted)
    kept = {backup.path for backup in safety.list_backups(station_file.parent / FOLDER)}
    assert set(gone) == {backup.path for backup in made} - kept
    assert {theirs.path, asked.path, made[-1].path} <= kept
    assert len(gone) == 6
    assert safety.thin(wanted) == ()


def test_newest_state_stays_whatever_the_clock_said(station_file: Path) -> None:
    back_up(station_file, NOW)
    save(station_file, make_value())
    wrong = back_up(station_file, NOW - timedelta(minutes=20))
    gone = safety.thin(Thinning(wrong.path.parent, wrong.manifest.file_id, NOW + timedelta(days=30)))
    assert gone == ()


def test_backup_that_cannot_be_taken_away_stays(station_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = make_days(station_file, 3)

    def refuse(_path: Path) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "unlink", refuse)
    wanted = Thinning(made[0].path.parent, made[0].manifest.file_id, NOW + timedelta(days=30))
    assert safety.thin(wanted) == ()


def test_drafts_of_a_killed_program_are_swept_and_those_of_a_running_one_not(station_file: Path) -> None:
    folder = station_file.parent / FOLDER
    folder.mkdir()
    code = (
        "import sys; from pathlib import Path; from data.store.drafts import drafting\n"
        f"with drafting(Path(sys.argv[1]), 'a{SUFFIX}') as draft: print(draft.path.name, flush=True); sys.stdin.read()"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code, str(folder)], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    name = process.stdout.readline().strip()
    drafts.sweep(folder, SUFFIX)
    assert (folder / name).exists()
    process.send_signal(signal.SIGKILL)
    process.communicate()
    back_up(station_file)
    assert not (folder / name).exists()


def test_volume_without_locks_keeps_its_drafts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_descriptor: int, _kind: int) -> None:
        raise OSError

    monkeypatch.setattr("fcntl.flock", refuse)
    with drafts.drafting(tmp_path, f"a{SUFFIX}") as draft:
        drafts.sweep(tmp_path, SUFFIX)
        assert draft.path.exists()


def test_packed_database_is_an_ordinary_one(station_file: Path, tmp_path: Path) -> None:
    save(station_file, make_value())
    packed = back_up(station_file).path.read_bytes().split(b"\n", 2)[2]
    (tmp_path / "x.db").write_bytes(zlib.decompress(packed))
    with closing(sqlite3.connect(tmp_path / "x.db")) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        assert connection.execute("SELECT value FROM data_value").fetchone() == ("4127",)
