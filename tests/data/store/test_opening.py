"""Opening writes nothing, closing leaves one complete file, readers and the writer do not disturb each other."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from data import commands, queries
from data.errors import EnvironmentFault
from data.store import lock, scratch
from data.store.database import Store
from data.store.migrations import STEPS, Executes
from data.store.opening import open_store
from data.store.volume import Volume, file_system_of, kind_of, volume_of
from tests.data.store.files import BY, ask, folder_bytes, harm, make_station_file, make_value, save

ROOT = Path(__file__).resolve().parents[3]

WRITER = """
import sys
from pathlib import Path
from data import commands
from tests.data.store.files import BY, make_value
store = commands.open_station(Path(sys.argv[1]), writing=True)
for number in range(100000):
    commands.save_data_values(store, [make_value(f"element_{number}", "2024", str(number))], BY)
    print(number, flush=True)
"""


def start_writer(path: Path) -> subprocess.Popen[str]:
    """A process that writes one cell after another and says which are on disk."""
    return subprocess.Popen([sys.executable, "-c", WRITER, str(path)], cwd=ROOT, stdout=subprocess.PIPE, text=True)


def kill_after(writer: subprocess.Popen[str], count: int) -> int:
    """Kill the process after so many cells; returns the last cell that it called saved."""
    assert writer.stdout is not None
    lines = [writer.stdout.readline() for _ in range(count)]
    writer.send_signal(signal.SIGKILL)
    lines += writer.stdout.read().splitlines()
    writer.wait()
    writer.stdout.close()
    return int(lines[-1])


@pytest.mark.parametrize("writing", [True, False])
def test_opening_and_closing_changes_nothing(station_file: Path, writing: bool) -> None:
    before, changed_at = folder_bytes(station_file.parent), station_file.stat().st_mtime_ns
    with commands.open_station(station_file, writing=writing) as store:
        assert queries.station_code(store) == "TYT_TA_PHOI"
    assert folder_bytes(station_file.parent) == before
    assert station_file.stat().st_mtime_ns == changed_at


def test_closing_leaves_one_complete_file(station_file: Path) -> None:
    save(station_file, make_value())
    assert [file.name for file in station_file.parent.iterdir()] == [station_file.name]
    assert ask(station_file, "SELECT value FROM data_value") == [("4127",)]


def test_generation_rises_once_in_a_session_with_changes(station_file: Path) -> None:
    generation = "SELECT generation FROM station"
    save(station_file)
    assert ask(station_file, generation) == [(0,)]
    save(station_file, make_value(value="1"))
    assert ask(station_file, generation) == [(1,)]
    save(station_file, make_value(value="1"))
    assert ask(station_file, generation) == [(1,)]
    with commands.open_station(station_file, writing=True) as store:
        commands.save_data_values(store, [make_value(value="2")], BY)
        commands.save_data_values(store, [make_value(value="3")], BY)
    assert ask(station_file, generation) == [(2,)]


def test_reading_while_another_process_writes(station_file: Path) -> None:
    writer = start_writer(station_file)
    assert writer.stdout is not None
    for _ in range(20):
        writer.stdout.readline()
    with commands.open_station(station_file, writing=False) as store:
        first = len(queries.load_figures(store).cells)
        writer.stdout.readline()
        assert len(queries.load_figures(store).cells) >= first >= 20
    with pytest.raises(EnvironmentFault, match="file_in_use"):
        commands.open_station(station_file, writing=True)
    kill_after(writer, 1)


@pytest.mark.parametrize("count", [1, 7, 300])
def test_nothing_acknowledged_is_lost_at_a_kill(station_file: Path, count: int) -> None:
    last = kill_after(start_writer(station_file), count)
    with commands.open_station(station_file, writing=True) as store:
        cells = queries.load_figures(store).cells
    assert all((f"element_{number}", "2024", "default") in cells for number in range(last + 1))
    assert queries.check_file(station_file) == ()


def test_reader_sees_what_a_killed_writer_left_and_touches_nothing(station_file: Path) -> None:
    last = kill_after(start_writer(station_file), 5)
    before = folder_bytes(station_file.parent)
    assert before[station_file.name + "-wal"]
    with commands.open_station(station_file, writing=False) as store:
        assert len(queries.load_figures(store).cells) >= last + 1
    assert queries.check_file(station_file) == ()
    assert folder_bytes(station_file.parent) == before


def test_reader_takes_away_what_the_writer_could_not(station_file: Path) -> None:
    writer = commands.open_station(station_file, writing=True)
    commands.save_data_values(writer, [make_value()], BY)
    reader = commands.open_station(station_file, writing=False)
    assert len(queries.load_figures(reader).cells) == 1
    writer.close()
    assert len(list(station_file.parent.iterdir())) > 1
    before = station_file.read_bytes()
    reader.close()
    assert [file.name for file in station_file.parent.iterdir()] == [station_file.name]
    assert station_file.read_bytes() == before


def test_reader_ends_before_the_writer(station_file: Path) -> None:
    with commands.open_station(station_file, writing=True) as writer:
        with commands.open_station(station_file, writing=False) as reader:
            assert reader.scratch_copy is None
        commands.save_data_values(writer, [make_value()], BY)
    assert [file.name for file in station_file.parent.iterdir()] == [station_file.name]


def test_checkpoint_makes_the_one_file_complete(station_file: Path) -> None:
    with commands.open_station(station_file, writing=True) as store:
        commands.save_data_values(store, [make_value()], BY)
        wal = station_file.with_name(station_file.name + "-wal")
        assert wal.stat().st_size > 0
        commands.checkpoint(store)
        assert wal.stat().st_size == 0


def pragmas(store: Store) -> list[object]:
    """Journal mode, synchronous and foreign_keys of the thread's connection."""
    statements = ("PRAGMA journal_mode", "PRAGMA synchronous", "PRAGMA foreign_keys")
    return [store.connection.execute(statement).fetchone()[0] for statement in statements]


def test_journal_is_wal_with_full_flushes(station_file: Path) -> None:
    with commands.open_station(station_file, writing=True) as store:
        settings = pragmas(store)
    assert settings == ["wal", 2, 1]


def test_journal_off_local_disks_is_delete_with_extra_flushes(station_file: Path) -> None:
    place = station_file.resolve()
    store = Store(place, lock=lock.WriterLock(place), scratch=None)
    store.volume = Volume.FAT
    commands.save_data_values(store, [make_value()], BY)
    settings = pragmas(store)
    store.close()
    assert settings == ["delete", 3, 1]
    save(station_file, make_value(value="2"))
    assert ask(station_file, "PRAGMA journal_mode") == [("wal",)]


def test_file_in_rollback_mode_is_closed_right_after_the_change_to_wal(station_file: Path) -> None:
    harm(station_file, "PRAGMA journal_mode = DELETE")
    with commands.open_station(station_file, writing=True) as store:
        commands.prepare(store)
    assert ask(station_file, "PRAGMA journal_mode") == [("wal",)]


def test_journal_stays_while_another_thread_reads(station_file: Path) -> None:
    place = station_file.resolve()
    with (
        Store(place, lock=lock.WriterLock(place), scratch=None) as store,
        commands.open_station(station_file, writing=False) as reader,
    ):
        assert queries.station_code(reader) == "TYT_TA_PHOI"
        store.volume = Volume.FAT
        commands.save_data_values(store, [make_value()], BY)
        assert store.connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def in_thread(work: Callable[[], object]) -> list[object]:
    """The result of work done in a thread of its own."""
    results: list[object] = []
    thread = threading.Thread(target=lambda: results.append(work()))
    thread.start()
    thread.join()
    return results


def test_each_thread_has_a_connection_that_ends_with_it(station_file: Path) -> None:
    with commands.open_station(station_file, writing=True) as store:
        commands.save_data_values(store, [make_value()], BY)
        assert in_thread(lambda: queries.load_figures(store).cells) == [queries.load_figures(store).cells]
        assert in_thread(lambda: id(store.connection)) != [id(store.connection)]
        assert len(store._held) == 1


def test_threads_write_one_after_another(station_file: Path) -> None:
    with commands.open_station(station_file, writing=True) as store:

        def write(first: int) -> None:
            for number in range(first, first + 20):
                commands.save_data_values(store, [make_value(f"element_{number}", "2024")], BY)

        threads = [threading.Thread(target=write, args=(first,)) for first in (0, 20, 40)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(queries.load_figures(store).cells) == 60
    assert queries.check_file(station_file) == ()


def test_statement_that_fails_rolls_everything_back(station_file: Path) -> None:
    values = [make_value(), make_value("other", "2024", "1e9")]
    with (
        commands.open_station(station_file, writing=True) as store,
        pytest.raises(sqlite3.IntegrityError, match="CHECK"),
    ):
        commands.save_data_values(store, values, BY)
    assert ask(station_file, "SELECT generation, (SELECT count(*) FROM action) FROM station") == [(0, 1)]


def test_fault_while_closing_is_told(station_file: Path) -> None:
    store = commands.open_station(station_file, writing=True)
    blocker = commands.open_station(station_file, writing=False)
    store.path = station_file
    store.connection.close()
    with pytest.raises(Exception, match="closed"), store:
        pass
    blocker.close()
    assert not lock.is_locked(station_file)


def test_store_has_not_loaded_what_the_first_paint_does_not_need(station_file: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from data import commands, queries\n"
        "store = commands.open_station(Path(sys.argv[1]), writing=True); queries.station_code(store); store.close()\n"
        "sys.exit('sqlite_utils' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(station_file)], cwd=ROOT, check=False)
    assert done.returncode == 0


@pytest.mark.parametrize("name", ["tệp ă?#%&.sotram", "a b+c=d;e.sotram", os.fsdecode(b"\xff\xfe.sotram")])
def test_odd_names_are_opened(tmp_path: Path, name: str) -> None:
    path = make_station_file(tmp_path / name)
    save(path, make_value())
    with commands.open_station(path, writing=False) as store:
        assert len(queries.load_figures(store).cells) == 1


def test_stale_wal_of_a_newer_program_is_refused(station_file: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy" / "x.sotram"
    copy.parent.mkdir()
    with commands.open_station(station_file, writing=True) as store:
        store.connection.execute("PRAGMA user_version = 9")
        copy.write_bytes(station_file.read_bytes())
        copy.with_name("x.sotram-wal").write_bytes(station_file.with_name(station_file.name + "-wal").read_bytes())
    before = folder_bytes(copy.parent)
    with pytest.raises(EnvironmentFault, match="file_newer"):
        commands.open_station(copy, writing=True)
    assert folder_bytes(copy.parent) == before


def test_damage_in_a_leftover_wal_is_refused(station_file: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy" / "x.sotram"
    copy.parent.mkdir()
    with commands.open_station(station_file, writing=True) as store:
        commands.save_data_values(store, [make_value()], BY)
        store.connection.execute("PRAGMA ignore_check_constraints = ON")
        store.connection.execute("UPDATE data_value SET state = 'unknown'")
        copy.write_bytes(station_file.read_bytes())
        copy.with_name("x.sotram-wal").write_bytes(station_file.with_name(station_file.name + "-wal").read_bytes())
    before = folder_bytes(copy.parent)
    with pytest.raises(EnvironmentFault, match="file_damaged"):
        commands.open_station(copy, writing=True)
    assert folder_bytes(copy.parent) == before


def test_copy_is_made_again_until_the_file_rests(station_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scratch, "_PAUSE", 0.01)
    future = time.time_ns()
    os.utime(station_file, ns=(future, future))
    folder = scratch.copy_to_scratch(station_file)
    assert folder is not None
    folder.cleanup()


def test_file_that_never_rests_is_in_use(station_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scratch, "_PAUSE", 3600.0)
    monkeypatch.setattr(scratch, "_TRIES", 0)
    with pytest.raises(EnvironmentFault, match="file_in_use"):
        scratch.copy_to_scratch(station_file)


def test_copy_is_not_used_when_a_writer_came(station_file: Path) -> None:
    with commands.open_station(station_file, writing=True):
        assert scratch.copy_to_scratch(station_file) is None


def test_hot_journal_is_copied_too(station_file: Path) -> None:
    harm(station_file, "PRAGMA journal_mode = DELETE")
    station_file.with_name(station_file.name + "-journal").write_bytes(b"")
    with commands.open_station(station_file, writing=False) as store:
        assert queries.station_code(store) == "TYT_TA_PHOI"


def test_lock_without_a_holder_is_free(station_file: Path) -> None:
    lock.lock_path(station_file).touch()
    assert not lock.is_locked(station_file)
    taken = lock.WriterLock(station_file)
    assert lock.is_locked(station_file)
    taken.release()
    taken.release()
    assert not lock.lock_path(station_file).exists()


def test_lock_whose_file_was_replaced_is_not_held(station_file: Path) -> None:
    place = lock.lock_path(station_file)
    taken = lock.WriterLock(station_file)
    assert not lock._is_same_file(os.open(station_file, os.O_RDONLY), place)
    place.unlink()
    assert not lock._is_same_file(taken._descriptor, place)
    taken.release()


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("ext4", Volume.LOCAL),
        ("", Volume.LOCAL),
        ("NFS4", Volume.NETWORK),
        ("cifs", Volume.NETWORK),
        ("vfat", Volume.FAT),
    ],
)
def test_kind_of_a_file_system(name: str, kind: Volume) -> None:
    assert kind_of(name) is kind


def test_file_system_is_that_of_the_deepest_mount() -> None:
    mounts = (
        "22 1 8:1 / / rw - ext4 /dev/sda1 rw\n"
        "23 22 8:2 / /media/USB\\040một rw shared:1 - vfat /dev/sdb1 rw\n"
        "24 22 0:5 / /mnt/trạm rw - cifs //máy/chia rw\n"
        "broken line\n"
    )
    assert file_system_of(Path("/media/USB một/x.sotram"), mounts) == "vfat"
    assert file_system_of(Path("/mnt/trạm/a/x.sotram"), mounts) == "cifs"
    assert file_system_of(Path("/mnt/trạm khác/x.sotram"), mounts) == "ext4"


def test_volume_is_local_when_the_system_does_not_tell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert volume_of(tmp_path) in Volume
    monkeypatch.setattr("data.store.volume._MOUNTS", tmp_path / "none")
    assert volume_of(tmp_path) is Volume.LOCAL


def test_reader_of_an_unknown_step_waits_for_nothing(station_file: Path) -> None:
    """A file of an older schema that another program writes to is in use."""

    def next_step(database: Executes) -> None:
        database.execute("PRAGMA user_version = 2")

    with (
        commands.open_station(station_file, writing=True),
        pytest.raises(EnvironmentFault, match="file_in_use"),
    ):
        open_store(station_file, writing=False, steps=(*STEPS, next_step))
