"""What a new file is made of when parts of the old one are gone; there is never half of one."""

from __future__ import annotations

import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from data import commands, queries, safety
from data.errors import EnvironmentFault
from data.model import Category, CellState, Completion, DataValue
from data.people import Role
from data.safety import BOTH, SALVAGE
from data.store.migrations import STEPS
from tests.data.store.damage import (
    AFTER,
    BEFORE,
    HOA,
    ROOT,
    at,
    cells,
    garbage_header,
    look,
    option_of,
    recovered,
)
from tests.data.store.files import NOW, ask, folder_bytes, harm, make_value, save


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


KILLED = """
import os, signal, sys
from pathlib import Path
from data import safety
from data.store import creation, rebuilding, recovery
from tests.data.store.damage import HOA, look
def die(*_, **__): os.kill(os.getpid(), signal.SIGKILL)
place, name = sys.argv[3].split(":")
setattr({"rebuilding": rebuilding, "recovery": recovery, "creation": creation}[place], name, die)
safety.recover(look(Path(sys.argv[1])).options[0], Path(sys.argv[2]), HOA)
"""


@pytest.mark.parametrize(
    "moment", ["recovery:apply_steps", "rebuilding:write_action", "rebuilding:write_mark", "recovery:check_file"]
)
def test_recovery_that_is_killed_leaves_all_as_it_was_and_can_be_done_again(
    filled: Path, tmp_path: Path, moment: str
) -> None:
    filled.write_bytes(garbage_header(filled.read_bytes()))
    before = folder_bytes(filled.parent / "Sao lưu"), filled.read_bytes()
    target = tmp_path / "mới.sotram"
    done = subprocess.run([sys.executable, "-c", KILLED, str(filled), str(target), moment], cwd=ROOT, check=False)
    assert done.returncode == -signal.SIGKILL
    assert not target.exists()
    assert (folder_bytes(filled.parent / "Sao lưu"), filled.read_bytes()) == before
    assert safety.recover(look(filled).options[0], target, HOA) == ()


def test_file_that_is_not_sound_is_not_kept(filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    option = option_of(look(filled), BOTH)
    monkeypatch.setattr("data.store.recovery.check_file", lambda path: (path,))
    with pytest.raises(EnvironmentFault, match="recovery_failed"):
        safety.recover(option, tmp_path / "mới.sotram", HOA)
    assert not (tmp_path / "mới.sotram").exists()


def test_long_texts_on_overflow_pages_are_read(station_file: Path, tmp_path: Path) -> None:
    text = "khó khăn " * 3000
    save(station_file, DataValue("births", "2024", Category.DEFAULT, CellState.DRAFT, "x", text))
    station_file.write_bytes(garbage_header(station_file.read_bytes()))
    made = recovered(look(station_file).options[0], tmp_path)
    assert ask(made, "SELECT comment FROM data_value") == [(text,)]


def test_schema_is_the_newest(filled: Path, tmp_path: Path) -> None:
    made = recovered(look(filled).options[0], tmp_path)
    assert ask(made, "PRAGMA user_version") == [(len(STEPS),)]
