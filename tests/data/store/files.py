"""Station files, cells and moments to test with."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from data import commands
from data.model import Attribution, Category, CellState, DataValue, NewStation

NOW = datetime(2024, 10, 5, 7, 30, 15, tzinfo=UTC)
BY = Attribution(user="Lan", now=NOW, reason="sổ khám bệnh")
NOBODY = 65534


def make_station_file(path: Path) -> Path:
    """A new station file of the commune Tả Phời."""
    new = NewStation(code="TYT_TA_PHOI", name="Trạm Y tế xã Tả Phời", place="xã Tả Phời")
    commands.create_station(path, new, NOW)
    return path


def make_value(
    element: str = "population_end",
    period: str = "2024Q3",
    value: str = "4127",
    state: CellState = CellState.FIGURE,
    category: Category = Category.DEFAULT,
    comment: str = "",
) -> DataValue:
    """A figure of the total."""
    return DataValue(data_element=element, period=period, category=category, state=state, value=value, comment=comment)


def save(path: Path, *values: DataValue) -> None:
    """Write cells and close the file."""
    with commands.open_station(path, writing=True) as store:
        commands.save_data_values(store, values, BY)


def ask(path: Path, sql: str) -> list[tuple[object, ...]]:
    """Rows of a statement, from a connection that knows nothing of the house."""
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(sql).fetchall()


def harm(path: Path, *statements: str) -> None:
    """Change a file as no command would."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def folder_bytes(folder: Path) -> dict[str, bytes]:
    """Names and contents of a folder."""
    return {file.name: file.read_bytes() for file in sorted(folder.iterdir())}


@contextmanager
def guarded_folder() -> Iterator[Path]:
    """A folder that anybody can enter, below the system's temporary one."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        try:
            yield folder
        finally:
            folder.chmod(0o755)


@contextmanager
def plain_user() -> Iterator[None]:
    """Permissions count: a root user becomes nobody for a while."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)
