"""The change log is a chain: whatever is changed, removed or slipped in behind the program is named."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data import commands, queries
from data.model import ObligationProgress, ObligationState
from data.people import AccountChange, Role
from data.store.chain import canonical, linked
from data.store.migrations import STEPS, apply_steps
from tests.data.store.files import BY, ask, make_value, save
from tests.data.store.test_check import rebuilt

GOLDEN = Path(__file__).resolve().parents[2] / "golden" / "schema" / "1.sql"


@pytest.fixture
def grown(station_file: Path) -> Path:
    """A file with four changes of cells and one of a record, in five actions after the first."""
    for text in ("1", "2", "3", "4"):
        save(station_file, make_value(value=text), make_value("births", "202401", text))
    with commands.open_station(station_file, writing=True) as store:
        state = ObligationState(item_id="plan/1", period="2024Q3", state=ObligationProgress.DONE)
        commands.save_obligation_state(store, state, BY)
    return station_file


def named(path: Path) -> list[tuple[str, str, str]]:
    """What the check names of the chain: code, log and entry."""
    faults = [fault for fault in queries.check_file(path) if "log" in fault.parameters]
    return [(fault.code, fault.parameters["log"], fault.parameters["entry"]) for fault in faults]


def test_grown_file_is_sound(grown: Path) -> None:
    assert queries.check_file(grown) == ()


CHANGES = [
    ("UPDATE data_value_changelog SET new_comment = 'x' WHERE id = 3", "data_value_changelog", "3"),
    ("UPDATE data_value_changelog SET hash = zeroblob(32) WHERE id = 3", "data_value_changelog", "3"),
    ("UPDATE record_changelog SET new = '{}' WHERE id = 2", "record_changelog", "2"),
    ("UPDATE action SET who = 'Ai đó' WHERE id = 3", "action", "3"),
    ("UPDATE action SET at = '2020-01-01T00:00:00Z' WHERE id = 6", "action", "6"),
    ("UPDATE action SET undoes = 2 WHERE id = 4", "action", "4"),
]


@pytest.mark.parametrize(("statement", "log", "entry"), CHANGES)
def test_changed_row_is_named(grown: Path, statement: str, log: str, entry: str) -> None:
    rebuilt(statement)(grown)
    assert ("check_log_changed", log, entry) in named(grown)


REMOVALS = [
    ("DELETE FROM data_value_changelog WHERE id = 4", "data_value_changelog", "4"),
    ("DELETE FROM data_value_changelog WHERE id IN (3, 4, 5)", "data_value_changelog", "3–5"),
    ("DELETE FROM data_value_changelog WHERE id = 8", "data_value_changelog", "8"),
    ("DELETE FROM record_changelog WHERE id = 4", "record_changelog", "4"),
    ("DELETE FROM record_changelog WHERE id = 1", "record_changelog", "1"),
    ("DELETE FROM action WHERE id = 3", "action", "3"),
]


@pytest.mark.parametrize(("statement", "log", "entry"), REMOVALS)
def test_removed_row_is_named(grown: Path, statement: str, log: str, entry: str) -> None:
    rebuilt("PRAGMA foreign_keys = OFF", statement)(grown)
    assert ("check_log_removed", log, entry) in named(grown)


def test_removed_newest_action_is_named_and_its_entries_are_not_accused(grown: Path) -> None:
    rebuilt("PRAGMA foreign_keys = OFF", "DELETE FROM action WHERE id = 6")(grown)
    assert named(grown) == [("check_log_removed", "action", "6")]


NOBODYS = "INSERT INTO action VALUES ({}, '2024-01-01T00:00:00Z', 'Ai đó', '', '', NULL, 8, 4, zeroblob(32))"
FAR = """
    INSERT INTO data_value_changelog VALUES
        ({}, 6, 8, 'births', '202401', 'default', 'figure', '4', '', 'figure', '5', '', zeroblob(32))
"""


@pytest.mark.parametrize(
    ("statement", "log", "entry"),
    [
        (NOBODYS.format(50), "action", "50"),
        (NOBODYS.format(7), "action", "7"),
        (NOBODYS.format(-3), "action", "-3"),
        (FAR.format(100), "data_value_changelog", "100"),
        (FAR.format(-5), "data_value_changelog", "-5"),
        ("INSERT INTO record_changelog VALUES (-5, 6, 'x', '{}', NULL, '{}', x'')", "record_changelog", "-5"),
    ],
)
def test_row_slipped_in_is_named_and_no_other(grown: Path, statement: str, log: str, entry: str) -> None:
    rebuilt(statement)(grown)
    assert named(grown) == [("check_log_inserted", log, entry)]


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE station SET code = 'KHAC'",
        "UPDATE station SET is_example = 1",
        "UPDATE station SET created_at = '2020-01-01T00:00:00Z'",
    ],
)
def test_changed_row_of_the_station_is_named(grown: Path, change: str) -> None:
    rebuilt(change)(grown)
    assert named(grown) == [("check_log_first", "action", "1")]


def slip_in(path: Path) -> None:
    """A log entry with a right hash, as somebody who knows the way of hashing would add it."""
    [(previous,)] = ask(path, "SELECT hash FROM data_value_changelog WHERE id = 8")
    assert isinstance(previous, bytes)
    row = (9, 6, 8, "births", "202401", "default", "figure", "4", "", "figure", "5", "")
    values = (*row, linked(previous, row))
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("INSERT INTO data_value_changelog VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", values)
        connection.commit()


def test_entry_slipped_in_is_named(grown: Path) -> None:
    slip_in(grown)
    assert named(grown) == [("check_log_inserted", "data_value_changelog", "9")]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE setting SET value = 'Trạm khác' WHERE key = 'name'",
        "DELETE FROM obligation_state",
        "INSERT INTO rule_note VALUES ('births', 'range', '202401', 'default', 'x', 1)",
        "UPDATE account SET role = 'entry'",
    ],
)
def test_record_that_is_not_as_its_log_says_is_named(grown: Path, statement: str) -> None:
    rebuilt(statement)(grown)
    assert [fault.code for fault in queries.check_file(grown)] == ["check_record_and_log"]


def test_log_of_another_file_does_not_fit(grown: Path) -> None:
    rebuilt("UPDATE station SET file_id = '0123456789abcdef0123456789abcdef'")(grown)
    assert named(grown)[0] == ("check_log_changed", "data_value_changelog", "1")


def test_head_of_the_chain_is_recognised_later(grown: Path) -> None:
    with commands.open_station(grown, writing=True) as store:
        head = queries.chain_head(store)
        commands.save_data_values(store, [make_value(value="77")], BY)
        assert queries.has_chain_head(store, head.action_id, head.seal)
        assert not queries.has_chain_head(store, head.action_id, "00" * 32)
        assert not queries.has_chain_head(store, 999, head.seal)
        assert queries.has_chain_head(store, 0, "")
        assert queries.chain_head(store).action_id == head.action_id + 1
        assert queries.newest_change(store) == BY.now


def old_file(path: Path, fill: Callable[[sqlite3.Connection], object]) -> None:
    """A file as the first schema left it."""
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(GOLDEN.read_text(encoding="utf-8"))
        record = (1, STEPS[0].__name__)
        connection.execute("INSERT INTO _sqlite_migrations VALUES (?, 'so_tram', ?, '2024-01-01')", record)
        fill(connection)
        connection.commit()


def fill_old(connection: sqlite3.Connection) -> None:
    """A station with two settings and a cell that was changed once, as the first schema kept them."""
    connection.executescript("""
        INSERT INTO station VALUES (1, 'TYT_X', '00112233445566778899aabbccddeeff', 3, '2024-01-01T00:00:00Z', 0);
        INSERT INTO action VALUES (1, '2024-01-01T00:00:00Z', 'A', ''), (2, '2024-01-02T00:00:00Z', 'B', 'vì');
        INSERT INTO setting VALUES
            ('name', '1900-01-01', 'Trạm Y tế xã Ấ', '', 1), ('place', '1900-01-01', 'xã Ấ', '', 1);
        INSERT INTO record_changelog VALUES
            (1, 1, 'setting', '{"key":"name","valid_from":"1900-01-01"}', NULL, '{"note":"","value":"Trạm Y tế xã Ấ"}'),
            (2, 1, 'setting', '{"key":"place","valid_from":"1900-01-01"}', NULL, '{"note":"","value":"xã Ấ"}');
        INSERT INTO data_value_changelog VALUES
            (1, 2, NULL, 'births', '202401', 'default', 'not_reported', '', '', 'figure', '7', ''),
            (2, 2, 1, 'births', '202401', 'default', 'figure', '7', '', 'figure', '8', 'ghi chú');
        INSERT INTO data_value VALUES ('births', '202401', 'default', 'figure', '8', 'ghi chú', 2);
    """)


def test_old_log_is_chained_when_the_file_is_upgraded(tmp_path: Path) -> None:
    path = tmp_path / "cũ.sotram"
    old_file(path, fill_old)
    with commands.open_station(path, writing=True) as store:
        assert [account.name for account in queries.accounts(store)] == ["Trưởng trạm"]
        commands.save_data_values(store, [make_value(value="5")], BY)
    assert queries.check_file(path) == ()


def test_empty_file_of_the_first_schema_comes_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "cũ.sotram"
    old_file(path, lambda _connection: None)
    with closing(sqlite3.connect(path)) as connection:
        apply_steps(connection)
        assert connection.execute("SELECT count(*) FROM account").fetchone() == (0,)


def test_pins_never_stand_in_the_log(grown: Path) -> None:
    with commands.open_station(grown, writing=True) as store:
        change = AccountChange(name="Lan", role=Role.ENTRY, pin="$argon2id$x", recovery="")
        commands.save_account(store, change, BY)
        assert queries.pin_hash(store, "Lan") == "$argon2id$x"
    [(new,)] = ask(grown, "SELECT new FROM record_changelog ORDER BY id DESC LIMIT 1")
    assert new == '{"is_active":"yes","pin":"*","recovery":"","role":"entry"}'
    assert queries.check_file(grown) == ()


parts = st.one_of(st.none(), st.integers(0, 10**12), st.text(max_size=20))


@given(content=st.lists(parts, max_size=12))
def test_content_is_hashed_as_canonical_json(content: list[object]) -> None:
    assert canonical(content) == json.dumps(content, ensure_ascii=False, separators=(",", ":"))
