"""Accepting a cell: one value with its log entry, on disk; beside two rows written with sqlite3 alone."""

from __future__ import annotations

import re
import shutil
import sqlite3
import sys
from itertools import count
from pathlib import Path

from data import commands, queries
from data.model import Attribution, CellState, DataValue
from tests.benchmarks.measure import NotMeasured, Reading, in_turn, python, ratio_reading, run
from tests.benchmarks.workshop import NOW, Workshop

CELLS = 300
MOST = 1.5
FEW, MANY = 50, 150

ROWS = (
    ("accepting a cell / two-row WAL+FULL commit", f"≤ {MOST} ×"),
    ("flushes to disk per accepted cell (strace)", "1, checkpoints apart"),
)

_BY = Attribution(user="bench", now=NOW)
_LOG = """
    INSERT INTO data_value_changelog VALUES (?, 1, NULL, ?, ?, ?, 'figure', '0', '', 'figure', ?, '', zeroblob(32))
"""
_VALUE = """
    INSERT INTO data_value VALUES (?, ?, ?, 'figure', ?, '', ?)
    ON CONFLICT (data_element, period, category_option_combo) DO UPDATE SET
        value = excluded.value, changelog_id = excluded.changelog_id
"""


def measure(workshop: Workshop, path: Path) -> list[Reading]:
    """Time and flushes."""
    return [_time(workshop, path), _flushes(workshop, path)]


def cells_of(store: commands.Store) -> list[DataValue]:
    """Cells of the last quarter with figures."""
    values = queries.data_values(store, ("202507", "202508", "2025Q3"))
    return [value for value in values if value.state is CellState.FIGURE]


def accept(path: Path, times: int) -> None:
    """Accept so many cells, one after the other."""
    with commands.open_station(path, writing=True) as store:
        cells = cells_of(store)
        for number in range(times):
            _accept(store, cells[number % len(cells)], number)


def _accept(store: commands.Store, cell: DataValue, number: int) -> None:
    commands.save_data_values(store, [cell._replace(value=str(number + 100_000))], _BY)


def _time(workshop: Workshop, path: Path) -> Reading:
    plain_path = workshop.folder / "plain.sqlite"
    shutil.copyfile(path, plain_path)
    with commands.open_station(workshop.copy(path), writing=True) as store:
        cells = cells_of(store)
        plain = _Plain(plain_path, cells)
        numbers = count()

        def ours() -> None:
            number = next(numbers)
            _accept(store, cells[number % len(cells)], number)

        variants = {"ours": ours, "plain": plain.commit}
        in_turn(variants, 20)
        times = in_turn(variants, CELLS)
        plain.close()
    return ratio_reading(times, "ours", "plain", MOST)


class _Plain:
    """The same two rows into a copy of the same file, with nothing but sqlite3."""

    def __init__(self, path: Path, cells: list[DataValue]) -> None:
        self._connection = sqlite3.connect(path, isolation_level=None)
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute("PRAGMA synchronous = FULL")
        newest = self._connection.execute("SELECT max(id) FROM data_value_changelog").fetchone()[0]
        self._ids = count(newest + 1)
        self._keys = [(cell.data_element, cell.period, cell.category.value) for cell in cells]

    def commit(self) -> None:
        """One value and its log entry."""
        number = next(self._ids)
        key, value = self._keys[number % len(self._keys)], str(number)
        self._connection.execute("BEGIN IMMEDIATE")
        self._connection.execute(_LOG, (number, *key, value))
        self._connection.execute(_VALUE, (*key, value, number))
        self._connection.execute("COMMIT")

    def close(self) -> None:
        """Close the file."""
        self._connection.close()


def _flushes(workshop: Workshop, path: Path) -> Reading:
    if shutil.which("strace") is None:
        return Reading("not measured: no strace")
    try:
        few, many = (_count(workshop, path, times) for times in (FEW, MANY))
    except NotMeasured as error:
        return Reading(f"not measured: {error}")
    journal, file = (f"{(more - less) / (MANY - FEW):g}" for less, more in zip(few, many, strict=True))
    return Reading(journal if file == "0" else f"{journal}, and {file} of the file", float(journal) <= 1)


def _count(workshop: Workshop, path: Path, times: int) -> tuple[int, int]:
    """Flushes of the journal and of the file itself (checkpoints), while so many cells are accepted."""
    trace = workshop.folder / "strace.txt"
    tracing = ["strace", "-f", "-y", "-qq", "-e", "trace=fsync,fdatasync,sync_file_range,msync", "-o", str(trace)]
    run(
        [*tracing, *python("-m", "tests.benchmarks.accept", workshop.copy(path), str(times))],
        workshop.environment,
    )
    files = re.findall(r"sync\(\d+<([^>]*)>", trace.read_text(encoding="utf-8"))
    return sum(name.endswith("-wal") for name in files), sum(name.endswith(".sotram") for name in files)


if __name__ == "__main__":
    accept(Path(sys.argv[1]), int(sys.argv[2]))
