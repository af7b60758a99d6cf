"""A damaged file is never touched; what can be had is named with its loss; what is made of it is sound."""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from data import commands, queries, safety
from data.errors import EnvironmentFault
from data.model import Attribution, Category, CellState, Completion, DataValue
from data.people import AccountChange, Role
from data.safety import BACKUP, BOTH, SALVAGE, Backup, Option, Survey
from data.settings import SINCE_EVER
from data.store.migrations import STEPS
from tests.data.store.files import BY, NOW, ask, folder_bytes, harm, make_value, save

PAGE = 4096
BEFORE, AFTER = 300, 40
HOA = Attribution(user="Hoa", now=NOW + timedelta(days=9), reason="ổ đĩa hỏng")


def at(minutes: int) -> Attribution:
    return BY._replace(now=NOW + timedelta(minutes=minutes))


def fill(path: Path) -> Path:
    """A file with a backup of 300 cells, then 40 cells more; the folder of the backup."""
    folder = safety.backup_folder(path)
    with commands.open_station(path, writing=True) as store:
        first = [make_value(f"element_{number}", "2024", str(number), comment="sổ A1" * 9) for number in range(BEFORE)]
        commands.save_data_values(store, first, at(1))
        account = AccountChange(name="Trưởng trạm", role=Role.HEAD, is_active=True, pin="argon", recovery="code")
        commands.save_account(store, account, at(2))
        commands.complete(store, [Completion(data_set="f", period="2024", elements=("element_1",))], at(3))
        safety.make_backup(store, folder, NOW, "interval")
        for number in range(AFTER):
            commands.save_data_values(store, [make_value(f"element_{number}", "2025", "7")], at(60 + number))
        commands.save_setting(store, "receiver", SINCE_EVER, "TTYT", at(200))
    return folder


@pytest.fixture
def filled(station_file: Path) -> Path:
    """Return a station file that has a backup and was changed afterwards."""
    fill(station_file)
    return station_file


def cells(path: Path) -> dict[tuple[str, str], str]:
    with commands.open_station(path, writing=False) as store:
        return {(value.data_element, value.period): value.value for value in queries.data_values(store, None)}


def look(path: Path) -> Survey:
    return safety.survey(path, [safety.backup_folder(path)])


def option_of(found: Survey, kind: str) -> Option:
    return next(option for option in found.options if option.kind == kind)


def recovered(option: Option, folder: Path, by: Attribution = HOA) -> Path:
    """A new file, checked."""
    target = folder / f"mới {option.kind}.sotram"
    assert safety.recover(option, target, by) == ()
    assert queries.check_file(target) == ()
    return target


def truncated(content: bytes) -> bytes:
    return content[: len(content) // 2]


def truncated_in_a_page(content: bytes) -> bytes:
    return content[: len(content) * 3 // 4 + 100]


def first_page_zero(content: bytes) -> bytes:
    return bytes(PAGE) + content[PAGE:]


def page_zero(content: bytes) -> bytes:
    middle = len(content) // PAGE // 2 * PAGE
    return content[:middle] + bytes(PAGE) + content[middle + PAGE :]


def garbage_header(content: bytes) -> bytes:
    return b"\xa5" * 100 + content[100:]


def garbage_inside(content: bytes) -> bytes:
    third = len(content) // 3
    return content[:third] + random.Random(2).randbytes(third) + content[2 * third :]


def flipped(content: bytes) -> bytes:
    chance, changed = random.Random(4), bytearray(content)
    for _ in range(60):
        changed[chance.randrange(PAGE, len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def nothing_left(_content: bytes) -> bytes:
    return b""


def other_content(content: bytes) -> bytes:
    return b"hello " * (len(content) // 6)


def end_zero(content: bytes) -> bytes:
    return content[: -6 * PAGE] + bytes(6 * PAGE)


DAMAGES: tuple[Callable[[bytes], bytes], ...] = (
    truncated,
    truncated_in_a_page,
    first_page_zero,
    page_zero,
    garbage_header,
    garbage_inside,
    flipped,
    nothing_left,
    other_content,
    end_zero,
)


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_every_damage_ends_in_sound_files_with_the_loss_named(
    filled: Path, tmp_path: Path, damage: Callable[[bytes], bytes]
) -> None:
    whole = cells(filled)
    filled.write_bytes(damage(filled.read_bytes()))
    before = folder_bytes(filled.parent / "Sao lưu"), filled.read_bytes()
    found = look(filled)
    assert found.faults
    assert found.options
    for option in found.options:
        made = cells(recovered(option, tmp_path))
        assert len(made) == option.cells
        assert found.cells - len(made) <= option.loss.cells
        assert {key: whole[key] for key in made} == made
    assert found.options[0].loss.cells == 0
    assert (folder_bytes(filled.parent / "Sao lưu"), filled.read_bytes()) == before


@pytest.mark.parametrize("damage", [first_page_zero, garbage_header])
def test_damage_of_the_first_page_loses_nothing(filled: Path, tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    whole = cells(filled)
    filled.write_bytes(damage(filled.read_bytes()))
    best = look(filled).options[0]
    assert (best.kind, best.loss.cells, best.loss.unknown) == (BOTH, 0, 0)
    made = recovered(best, tmp_path)
    assert cells(made) == whole
    with commands.open_station(made, writing=False) as store:
        (entry,) = queries.history(store, "element_3", "2025")
        assert (entry.who, entry.at) == ("Lan", NOW + timedelta(minutes=63))
        assert queries.chain_head(store).at == HOA.now
        assert queries.completions(store)
        assert queries.pin_hash(store, "Trưởng trạm") == "argon"
    assert ask(made, "SELECT who, why, kind FROM action ORDER BY id DESC LIMIT 1") == [("Hoa", "ổ đĩa hỏng", "restore")]


def test_backup_alone_names_what_it_lacks(filled: Path, tmp_path: Path) -> None:
    filled.write_bytes(garbage_header(filled.read_bytes()))
    option = option_of(look(filled), BACKUP)
    loss = option.loss
    assert (loss.cells, loss.periods, len(loss.elements), loss.records) == (AFTER, ("2025",), AFTER, 1)
    assert (loss.first, loss.last) == (NOW + timedelta(minutes=60), NOW + timedelta(minutes=60 + AFTER - 1))
    assert option.until == NOW + timedelta(minutes=3)
    made = recovered(option, tmp_path)
    assert len(cells(made)) == BEFORE
    generation = "SELECT generation FROM station"
    assert ask(made, generation) == [(2,)]


def test_file_alone_is_read_without_any_backup(filled: Path, tmp_path: Path) -> None:
    whole = cells(filled)
    shutil.rmtree(safety.backup_folder(filled))
    content = filled.read_bytes()
    filled.write_bytes(content[:16] + b"\0" * 40 + content[56:])
    (option,) = look(filled).options
    assert option.kind == SALVAGE
    made = recovered(option, tmp_path)
    assert cells(made) == whole
    with commands.open_station(made, writing=False) as store:
        assert queries.pin_hash(store, "Trưởng trạm") == "argon"
        assert queries.station_code(store) == "TYT_TA_PHOI"


def test_file_that_is_gone_comes_back_from_its_backup(filled: Path, tmp_path: Path) -> None:
    filled.unlink()
    found = look(filled)
    assert [fault.code for fault in found.faults] == ["file_missing"]
    (option,) = found.options
    assert len(cells(recovered(option, tmp_path))) == BEFORE


def test_nothing_known_gives_no_way(tmp_path: Path) -> None:
    (tmp_path / "x.sotram").write_bytes(b"hello")
    found = look(tmp_path / "x.sotram")
    assert (found.cells, found.options) == (0, ())
    with pytest.raises(EnvironmentFault, match="file_is_folder"):
        look(tmp_path)


def test_lost_wal_and_a_newer_backup(filled: Path, tmp_path: Path) -> None:
    """The file is older than its backup: it lost what was not yet brought into it."""
    old = filled.read_bytes()
    with commands.open_station(filled, writing=True) as store:
        commands.save_data_values(store, [make_value("late", "2025", "9")], at(500))
        safety.make_backup(store, safety.backup_folder(filled), at(501).now, "interval")
    filled.write_bytes(old[:-PAGE])
    best = look(filled).options[0]
    assert best.kind == BACKUP
    assert cells(recovered(best, tmp_path))["late", "2025"] == "9"


def test_wal_of_the_file_counts(filled: Path, tmp_path: Path) -> None:
    copy = tmp_path / "bản.sotram"
    with commands.open_station(filled, writing=True) as store:
        commands.save_data_values(store, [make_value("late", "2025", "9")], at(500))
        shutil.copy(filled, copy)
        shutil.copy(filled.with_name(filled.name + "-wal"), copy.with_name(copy.name + "-wal"))
    copy.write_bytes(garbage_header(copy.read_bytes()))
    (option,) = safety.survey(copy, []).options
    assert cells(recovered(option, tmp_path))["late", "2025"] == "9"


def test_wal_of_another_file_does_not_count(filled: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.sotram"
    commands.create_station(other, commands.NewStation(code="TYT_B", name="B", place="xã B"), NOW)
    with commands.open_station(other, writing=True) as store:
        commands.save_data_values(store, [make_value("foreign", "2025", "9")], at(500))
        wal = other.with_name(other.name + "-wal").read_bytes()
    whole = cells(filled)
    filled.write_bytes(page_zero(filled.read_bytes()))
    filled.with_name(filled.name + "-wal").write_bytes(wal)
    best = look(filled).options[0]
    assert cells(recovered(best, tmp_path)) == whole


@pytest.mark.parametrize("wal", [b"", b"x" * 10, b"x" * 5000])
def test_wal_that_is_none_is_passed_over(filled: Path, tmp_path: Path, wal: bytes) -> None:
    whole = cells(filled)
    filled.write_bytes(garbage_header(filled.read_bytes()))
    filled.with_name(filled.name + "-wal").write_bytes(wal)
    assert cells(recovered(look(filled).options[0], tmp_path)) == whole


def test_frame_that_was_never_committed_does_not_count(filled: Path, tmp_path: Path) -> None:
    copy = tmp_path / "bản.sotram"
    with commands.open_station(filled, writing=True) as store:
        commands.save_data_values(store, [make_value("late", "2025", "9")], at(500))
        wal = filled.with_name(filled.name + "-wal").read_bytes()
        shutil.copy(filled, copy)
    copy.with_name(copy.name + "-wal").write_bytes(wal[:-10])
    (option,) = safety.survey(copy, []).options
    assert ("late", "2025") not in cells(recovered(option, tmp_path))


def test_copy_that_went_its_own_way_is_not_mixed_in(filled: Path, tmp_path: Path) -> None:
    own = tmp_path / "own.sotram"
    shutil.copy(filled, own)
    with commands.open_station(own, writing=True) as store:
        for number in range(5):
            commands.save_data_values(store, [make_value("theirs", "2025", str(number))], at(600 + number))
        safety.make_backup(store, safety.backup_folder(filled), at(700).now, "interval")
    save(filled, *[make_value("ours", "2025", str(number)) for number in range(3)])
    save(filled, make_value("ours", "2025", "4"))
    save(filled, make_value("ours", "2025", "5"))
    filled.write_bytes(garbage_header(filled.read_bytes()))
    found = look(filled)
    best = found.options[0]
    assert best.kind == BOTH
    made = cells(recovered(best, tmp_path))
    assert made["ours", "2025"] == "5"
    assert ("theirs", "2025") not in made


def test_gap_in_the_log_keeps_the_newest_cells_and_says_how_they_came(filled: Path, tmp_path: Path) -> None:
    harm(
        filled,
        "DROP TRIGGER data_value_changelog_loses_none",
        "PRAGMA foreign_keys = OFF",
        "DELETE FROM data_value_changelog WHERE id BETWEEN 305 AND 309",
        "VACUUM",
    )
    option = option_of(look(filled), BOTH)
    assert option.loss.unknown == 0
    made = recovered(option, tmp_path)
    assert len(cells(made)) == BEFORE + AFTER
    with commands.open_station(made, writing=False) as store:
        assert queries.history(store, "element_3", "2025")[0].who == "Lan"
        (entry,) = queries.history(store, "element_20", "2025")
        assert (entry.who, entry.why) == ("Hoa", "ổ đĩa hỏng")
        assert queries.completions(store)
    receiver = "SELECT value FROM setting WHERE key = 'receiver'"
    assert ask(made, receiver) == [("TTYT",)]


def test_cells_of_a_completed_form_are_brought_back(filled: Path, tmp_path: Path) -> None:
    with commands.open_station(filled, writing=True) as store:
        commands.reopen(store, [("f", "2024")], at(800))
        commands.save_data_values(store, [make_value("element_1", "2024", "99")], at(801))
        commands.complete(store, [Completion(data_set="f", period="2024", elements=("element_1",))], at(802))
    harm(
        filled,
        "DROP TRIGGER action_loses_none",
        "PRAGMA foreign_keys = OFF",
        "DELETE FROM action WHERE id = 10",
        "VACUUM",
    )
    made = recovered(option_of(look(filled), BOTH), tmp_path)
    assert cells(made)["element_1", "2024"] == "99"
    with commands.open_station(made, writing=False) as store:
        assert [completion.data_set for completion in queries.completions(store)] == ["f"]


def test_lost_tables_leave_no_pin_and_a_station_with_name_and_head(filled: Path, tmp_path: Path) -> None:
    shutil.rmtree(safety.backup_folder(filled))
    harm(filled, "PRAGMA foreign_keys = OFF", "DELETE FROM account", "DELETE FROM setting", "VACUUM")
    made = recovered(option_of(look(filled), SALVAGE), tmp_path)
    with commands.open_station(made, writing=False) as store:
        assert queries.pin_hash(store, "Trưởng trạm") == ""
        assert [account.role for account in queries.accounts(store)] == [Role.HEAD]
        assert queries.station_on(store, NOW.date()).name == "Trạm Y tế xã Tả Phời"


def test_lost_log_leaves_the_tables(filled: Path, tmp_path: Path) -> None:
    shutil.rmtree(safety.backup_folder(filled))
    harm(
        filled,
        "PRAGMA foreign_keys = OFF",
        "DROP TRIGGER record_changelog_loses_none",
        "DROP TRIGGER data_value_changelog_loses_none",
        "DROP TRIGGER action_loses_none",
        "DELETE FROM record_changelog",
        "DELETE FROM data_value_changelog",
        "DELETE FROM action",
        "VACUUM",
    )
    option = option_of(look(filled), SALVAGE)
    assert (option.until, option.cells) == (None, BEFORE + AFTER)
    made = recovered(option, tmp_path)
    with commands.open_station(made, writing=False) as store:
        assert queries.pin_hash(store, "Trưởng trạm") == "argon"
        assert queries.completions(store)


def test_nothing_but_figures_becomes_a_station(filled: Path, tmp_path: Path) -> None:
    shutil.rmtree(safety.backup_folder(filled))
    harm(
        filled,
        "PRAGMA foreign_keys = OFF",
        "DROP TRIGGER record_changelog_loses_none",
        "DELETE FROM record_changelog",
        "DELETE FROM setting",
        "DELETE FROM account",
        "VACUUM",
    )
    made = recovered(option_of(look(filled), SALVAGE), tmp_path)
    with commands.open_station(made, writing=False) as store:
        station = queries.station_on(store, NOW.date())
        assert (station.name, station.place) == ("TYT_TA_PHOI", "xã TYT_TA_PHOI")
        assert queries.accounts(store)


def test_values_that_no_cell_can_hold_are_left_out(filled: Path, tmp_path: Path) -> None:
    shutil.rmtree(safety.backup_folder(filled))
    harm(
        filled,
        "PRAGMA ignore_check_constraints = ON",
        "PRAGMA foreign_keys = OFF",
        "DROP TRIGGER data_value_changelog_loses_none",
        "DELETE FROM data_value_changelog WHERE id = 1",
        "UPDATE data_value SET value = '-1,5' WHERE data_element = 'element_0' AND period = '2024'",
        "INSERT INTO decision VALUES ('t', '2024', 'x', '', '', '', 'A', '2024-01-01', '', 400)",
        "VACUUM",
    )
    made = cells(recovered(option_of(look(filled), SALVAGE), tmp_path))
    assert len(made) == BEFORE + AFTER - 1
    assert ("element_0", "2024") not in made


def test_file_of_the_first_form_is_recovered(tmp_path: Path) -> None:
    golden = Path(__file__).resolve().parents[2] / "golden" / "schema" / "1.sql"
    old = tmp_path / "old.sotram"
    with closing(sqlite3.connect(old)) as connection:
        connection.executescript(golden.read_text(encoding="utf-8"))
        connection.executescript(
            "INSERT INTO station VALUES (1, 'TYT_A', '0123456789abcdef0123456789abcdef', 3, '2024-01-01T00:00:00Z', 0);"
            "INSERT INTO action VALUES (1, '2024-01-01T00:00:00Z', 'Lan', '');"
            "INSERT INTO setting VALUES ('name', '0001-01-01', 'Trạm A', '', 1);"
            'INSERT INTO record_changelog VALUES (1, 1, \'setting\', \'{"key":"name","valid_from":"0001-01-01"}\','
            ' NULL, \'{"note":"","value":"Trạm A"}\');'
            "INSERT INTO data_value_changelog VALUES"
            " (1, 1, NULL, 'births', '2024', 'default', 'not_reported', '', '', 'figure', '5', '');"
            "INSERT INTO data_value VALUES ('births', '2024', 'default', 'figure', '5', '', 1);"
        )
    old.write_bytes(garbage_header(old.read_bytes()))
    (option,) = safety.survey(old, []).options
    made = recovered(option, tmp_path)
    assert cells(made) == {("births", "2024"): "5"}
    with commands.open_station(made, writing=False) as store:
        assert queries.station_on(store, NOW.date()).name == "Trạm A"


def test_recovery_never_overwrites_and_leaves_nothing_half(
    filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    option = look(filled).options[0]
    with pytest.raises(EnvironmentFault, match="file_exists"):
        safety.recover(option, filled, HOA)
    target = tmp_path / "mới.sotram"
    target.with_name(target.name + "-wal").touch()
    with pytest.raises(EnvironmentFault, match="restore_side_file"):
        safety.recover(option, target, HOA)
    target.with_name(target.name + "-wal").unlink()
    monkeypatch.setattr("data.store.rebuilding.write_mark", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        safety.recover(option, target, HOA)
    assert sorted(file.name for file in tmp_path.iterdir()) == ["trạm"]


def test_file_that_is_not_sound_is_not_kept(filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    option = option_of(look(filled), BOTH)
    monkeypatch.setattr("data.store.recovery.check_file", lambda path: (path,))
    with pytest.raises(EnvironmentFault, match="recovery_failed"):
        safety.recover(option, tmp_path / "mới.sotram", HOA)
    assert not (tmp_path / "mới.sotram").exists()


def test_backup_that_went_bad_since_the_survey_is_named(filled: Path, tmp_path: Path) -> None:
    option = option_of(look(filled), BACKUP)
    assert option.backup is not None
    option.backup.path.write_bytes(option.backup.path.read_bytes()[:-50])
    with pytest.raises(EnvironmentFault, match="backup_damaged") as caught:
        safety.recover(option, tmp_path / "mới.sotram", HOA)
    assert caught.value.parameters["file"] == str(option.backup.path)
    assert not (tmp_path / "mới.sotram").exists()


def test_way_without_the_stations_row_is_refused(filled: Path, tmp_path: Path) -> None:
    option = look(filled).options[0]
    bare = option._replace(kind=SALVAGE, backup=None, known=option.known._replace(station=None))
    with pytest.raises(EnvironmentFault, match="recovery_failed"):
        safety.recover(bare, tmp_path / "mới.sotram", HOA)


def test_damaged_backups_are_not_offered(filled: Path) -> None:
    (backup,) = safety.list_backups(safety.backup_folder(filled))
    backup.path.write_bytes(backup.path.read_bytes()[:-50])
    assert BACKUP not in {option.kind for option in look(filled).options}


def test_three_newest_states_are_offered_each_once(filled: Path, tmp_path: Path) -> None:
    for number in range(3):
        save(filled, make_value("late", "2025", str(number)))
        with commands.open_station(filled, writing=True) as store:
            made: Backup = safety.make_backup(store, safety.backup_folder(filled), at(900 + number).now, "interval")
    safety.second_copy(made, tmp_path / "USB")
    found = safety.survey(filled, [safety.backup_folder(filled), tmp_path / "USB"])
    generations = [
        option.backup.manifest.generation for option in found.options if option.kind == BACKUP and option.backup
    ]
    assert sorted(generations) == [2, 3, 4]


def test_backups_of_two_files_do_not_say_whose_the_damaged_one_is(filled: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.sotram"
    commands.create_station(other, commands.NewStation(code="TYT_B", name="B", place="xã B"), NOW)
    with commands.open_station(other, writing=True) as store:
        safety.make_backup(store, safety.backup_folder(filled), NOW, "interval")
    lost = tmp_path / "trạm" / "lost.sotram"
    assert safety.survey(lost, [safety.backup_folder(filled)]).options == ()
    filled.unlink()
    assert [option.kind for option in look(filled).options] == [BACKUP]


def test_tampered_backup_is_recovered_as_it_is(filled: Path, tmp_path: Path) -> None:
    harm(filled, "DROP TRIGGER action_keeps_entries", "UPDATE action SET who = 'x' WHERE id = 3")
    with commands.open_station(filled, writing=True) as store:
        safety.make_backup(store, safety.backup_folder(filled), at(999).now, "interval")
    filled.unlink()
    option = look(filled).options[0]
    assert safety.recover(option, tmp_path / "mới.sotram", HOA)
    assert (tmp_path / "mới.sotram").exists()


def test_long_texts_on_overflow_pages_are_read(station_file: Path, tmp_path: Path) -> None:
    text = "khó khăn " * 3000
    save(station_file, DataValue("births", "2024", Category.DEFAULT, CellState.DRAFT, "x", text))
    station_file.write_bytes(garbage_header(station_file.read_bytes()))
    made = recovered(look(station_file).options[0], tmp_path)
    assert ask(made, "SELECT comment FROM data_value") == [(text,)]


def test_schema_is_the_newest(filled: Path, tmp_path: Path) -> None:
    made = recovered(look(filled).options[0], tmp_path)
    assert ask(made, "PRAGMA user_version") == [(len(STEPS),)]
