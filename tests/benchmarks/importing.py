"""Import of 100,000 figures with all checks, as the command does it; beside ``executemany`` of the same rows."""

from __future__ import annotations

import io
import shutil
import sqlite3
from contextlib import closing, redirect_stdout
from pathlib import Path
from statistics import median
from time import perf_counter

from data.example import multiply
from data.exchange.csv_export import figures_csv
from data.model import CellState, DataValue
from tests.benchmarks.measure import NotMeasured, Reading, Times, ratio_reading
from tests.benchmarks.workshop import NOW, Workshop
from ui import cli

FIGURES = 100_000
ROUNDS = 4
MOST = 4.0

ROWS = (
    ("import of 100,000 figures / executemany of the rows", f"≤ {MOST:g} ×"),
    ("the same, in seconds", "–"),
)

_WRITTEN = """
    SELECT id, action_id, previous_id, data_element, period, category_option_combo,
        old_state, old_value, old_comment, new_state, new_value, new_comment, hash
    FROM data_value_changelog WHERE action_id = (SELECT max(id) FROM action) ORDER BY id
"""
_LOG = "INSERT INTO data_value_changelog VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_VALUE = """
    INSERT INTO data_value VALUES (?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (data_element, period, category_option_combo) DO UPDATE SET
        state = excluded.state, value = excluded.value, comment = excluded.comment, changelog_id = excluded.changelog_id
"""


def measure(workshop: Workshop, path: Path) -> list[Reading]:
    """New figures into the example; into the large file, which holds these cells, the same with another comment."""
    figures = _figures(workshop, is_there=path == workshop.large)
    table = workshop.folder / "figures.csv"
    table.write_bytes(figures_csv(figures, workshop.example.new.code))
    plain_path = workshop.folder / "plain.sqlite"
    times: Times = {"ours": [], "plain": []}
    for number in range(ROUNDS + 1):
        copy = workshop.copy(path)
        shutil.copyfile(path, plain_path)
        ours, plain = _import(copy, table), _execute_many(plain_path, copy)
        if number:
            times["ours"].append(ours)
            times["plain"].append(plain)
    table.unlink()
    return [ratio_reading(times, "ours", "plain", MOST), Reading(f"{median(times['ours']):.2f} s")]


def _figures(workshop: Workshop, *, is_there: bool) -> list[DataValue]:
    """Figures of the example's earlier copies: all but its own years."""
    earlier = multiply(workshop.example, 20).values[len(workshop.example.values) :]
    figures = [value for value in earlier if value.state is CellState.FIGURE][:FIGURES]
    figures.sort(key=lambda value: (value.data_element, value.period, value.category.value))
    if len(figures) < FIGURES:
        raise NotMeasured(f"the example has only {len(figures)} figures")
    return [figure._replace(comment="đã đối chiếu với sổ") for figure in figures] if is_there else figures


def _import(path: Path, table: Path) -> float:
    begun = perf_counter()
    with redirect_stdout(io.StringIO()):
        status = cli.run(["import", str(path), str(table)], NOW, path.with_name("bench.log"))
    if status != 0:
        raise NotMeasured(f"import: exit status {status}")
    return perf_counter() - begun


def _execute_many(path: Path, imported: Path) -> float:
    """The rows that the import wrote, all of them made beforehand; one transaction, as durable as the program's."""
    with closing(sqlite3.connect(imported)) as connection:
        action = connection.execute("SELECT id, at, who, why FROM action ORDER BY id DESC LIMIT 1").fetchone()
        once: dict[object, object] = {}  # each text one object, as a program has it: that makes the yardstick quicker
        entries = [tuple(once.setdefault(item, item) for item in row) for row in connection.execute(_WRITTEN)]
    rows = [(*entry[3:6], *entry[9:12], entry[0]) for entry in entries]
    if len(rows) != FIGURES:
        raise NotMeasured(f"import: {len(rows)} figures were new or changed")
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    begun = perf_counter()
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("INSERT INTO action (id, at, who, why) VALUES (?, ?, ?, ?)", action)
    connection.executemany(_LOG, entries)
    connection.executemany(_VALUE, rows)
    connection.execute("COMMIT")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    connection.close()
    return perf_counter() - begun
