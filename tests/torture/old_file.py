"""A station file as the first version of the program left it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

_SCHEMA = Path(__file__).resolve().parent.parent / "golden" / "schema" / "1.sql"
_OLD_LOG = "INSERT INTO data_value_changelog VALUES (?, 1, NULL, ?, ?, ?, 'not_reported', '', '', 'figure', ?, '')"


def make_old_station(path: Path, rows: Sequence[Sequence[str]]) -> None:
    """A station file as the first version of the program left it, with these rows of an export."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.executescript(_SCHEMA.read_text(encoding="utf-8"))
        connection.execute(
            "INSERT INTO station VALUES (1, 'TYT_TA_PHOI', ?, 1, '2024-01-01T00:00:00Z', 0)", ("a" * 32,)
        )
        connection.execute("INSERT INTO action VALUES (1, '2024-01-01T00:00:00Z', 'ai', '')")
        for key, value in (("name", "Trạm Y tế xã Tả Phời"), ("place", "xã Tả Phời")):
            names = {"key": key, "valid_from": "1900-01-01"}, {"value": value, "note": ""}
            log = [json.dumps(part, ensure_ascii=False, sort_keys=True, separators=(",", ":")) for part in names]
            connection.execute("INSERT INTO setting VALUES (?, '1900-01-01', ?, '', 1)", (key, value))
            connection.execute("INSERT INTO record_changelog VALUES (NULL, 1, 'setting', ?, NULL, ?)", log)
        for number, row in enumerate(rows, 1):
            cell = (row[0], row[1], row[3])
            connection.execute(_OLD_LOG, (number, *cell, row[5]))
            connection.execute("INSERT INTO data_value VALUES (?, ?, ?, 'figure', ?, '', ?)", (*cell, row[5], number))
        connection.execute("INSERT INTO _sqlite_migrations VALUES (1, 'so_tram', 'step_1_first_schema', '2024-01-01')")
        connection.commit()
