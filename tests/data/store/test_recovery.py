"""A damaged file is never touched; what can be had is named with its loss; what is made of it is sound."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from data import commands, queries, safety
from data.errors import EnvironmentFault
from data.safety import BACKUP, BOTH, SALVAGE, Backup
from data.store.recovery import _parted
from tests.data.store.damage import (
    AFTER,
    BEFORE,
    DAMAGES,
    HOA,
    PAGE,
    at,
    cells,
    first_page_zero,
    garbage_header,
    look,
    option_of,
    page_zero,
    recovered,
)
from tests.data.store.files import NOW, ask, folder_bytes, harm, make_value, save


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


def test_backup_of_a_copy_that_parted_names_what_would_change(filled: Path, tmp_path: Path) -> None:
    """Two copies with one change more each, of one cell: the other's backup has another figure in it."""
    other = tmp_path / "chép" / "khác.sotram"
    other.parent.mkdir()
    shutil.copy(filled, other)
    folder = safety.backup_folder(filled)
    with commands.open_station(other, writing=True) as store:
        commands.save_data_values(store, [make_value("both", "2025", "7")], at(600))
        commands.save_data_values(store, [make_value("both", "2025", "7.5")], at(700))
        safety.make_backup(store, folder, at(701).now, "interval")
    with commands.open_station(filled, writing=True) as store:
        commands.save_data_values(store, [make_value("both", "2025", "8")], at(602))
        safety.make_backup(store, folder, at(603).now, "interval")
    for damage in (page_zero, lambda _content: b""):
        whole = filled.read_bytes()
        filled.write_bytes(damage(whole))
        found = look(filled)
        filled.write_bytes(whole)
        assert found.options[0].parted is None
        assert cells(recovered(found.options[0], tmp_path))["both", "2025"] == "8"
        (tmp_path / f"mới {found.options[0].kind}.sotram").unlink()
        (parted,) = (option for option in found.options if option.parted is not None)
        assert parted == found.options[-1]
        assert parted.backup is not None
        assert parted.backup.path.name.startswith("khác.")
        assert parted.parted == at(600).now
        assert (parted.loss.cells, parted.loss.elements, parted.loss.last) == (1, ("both",), at(602).now)


def test_seal_that_was_hit_by_damage_makes_no_other_copy(filled: Path) -> None:
    (option,) = (option for option in look(filled).options if option.kind == SALVAGE)
    known = option.known
    number = max(known.actions)
    hit = known._replace(actions={**known.actions, number: (*known.actions[number][:-1], b"x" * 32)})
    assert _parted(hit, known) is None


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
