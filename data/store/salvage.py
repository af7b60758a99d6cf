"""What can still be read of a damaged station file: its logs, row by row, and its tables; the file is only read.

The logs carry everything that was ever recorded, and their chain of hashes tells true rows from damaged ones. The
tables of cells and records serve where an entry of the log cannot be read.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from data.store.chain import linked
from data.store.pages import Found, Value, read_rows, read_wal_rows
from data.store.report_files import is_whole
from data.store.repositories import RECORDS
from data.store.values import CellKey

LogRow = tuple[Any, ...]
"""A row of a log with its id first and its hash or seal last (empty in a file of the first form)."""

Cell = tuple[str, str, str, int]
"""State, value and comment of a cell, and the id of the log entry that says so."""

TableRow = tuple[int, tuple[str, ...]]

RecordKey = tuple[str, tuple[str, ...]]
"""Kind of a record, and its key."""

_MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z")
_CODE = re.compile(r"[A-Z0-9_]{2,30}", re.ASCII)
_FILE_ID = re.compile(r"[0-9a-f]{32}", re.ASCII)
_ELEMENT = re.compile(r"[a-z][a-z0-9_]*", re.ASCII)
_PERIOD = re.compile(r"[12][0-9]{3}(?:[01][0-9]|Q[1-4]|S[12]|M9)?", re.ASCII)
_CATEGORIES = frozenset(("default", "male", "female"))
_STATES = frozenset(("figure", "not_reported", "not_applicable", "draft"))
_HASH = 32


class StationFound(NamedTuple):
    """The row of the station."""

    code: str
    file_id: str
    generation: int
    created_at: str
    is_example: int


class Known(NamedTuple):
    """What is known of one station file, from one source or from several.

    Attributes:
        station: Its fixed row; None when it cannot be read.
        actions: Rows of the actions by id: id, at, who, why, kind, undoes, value_log_id, record_log_id, seal.
        entries: Rows of the cells' log by id: id, action, previous, the cell's key, old, new, hash.
        records: Rows of the records' log by id: id, action, record, key, old, new, hash.
        cells: Cells as their table has them.
        rows: Records as their tables have them: id of the action that wrote them, and their values.
        files: Frozen bytes by their SHA-256, as they are kept: packing and content. They prove themselves.
    """

    station: StationFound | None
    actions: Mapping[int, LogRow]
    entries: Mapping[int, LogRow]
    records: Mapping[int, LogRow]
    cells: Mapping[CellKey, Cell]
    rows: Mapping[RecordKey, TableRow]
    files: Mapping[str, tuple[str, bytes]] = MappingProxyType({})


NOTHING = Known(None, {}, {}, {}, {}, {})


class _Candidates:
    """Rows as they come, sorted by what they can only be."""

    def __init__(self) -> None:
        self.stations: list[StationFound] = []
        self.logs: tuple[dict[int, list[LogRow]], ...] = ({}, {}, {})
        self.cells: dict[CellKey, Cell] = {}
        self.rows: dict[RecordKey, TableRow] = {}
        self.files: dict[str, tuple[str, bytes]] = {}

    def take(self, found: Found) -> None:
        """Keep a row where it belongs; a row of no known shape is dropped."""
        if _fits(found.values, _FILE):
            digest, packing, content = map(_plain, found.values)
            self._take_file(digest.decode(), packing.decode(), content)
        elif found.number:
            self._take_log(found.number, found.values)
        else:
            self._take_table(found.values)

    def _take_file(self, digest: str, packing: str, content: bytes) -> None:
        if is_whole(digest, packing, content):
            self.files[digest] = packing, content

    def _take_log(self, number: int, values: tuple[Value, ...]) -> None:
        if number == 1 and _fits(values, _STATION):
            self.stations.append(StationFound(*values[1:]))  # type: ignore[arg-type]
            return
        for place, shapes in enumerate(_LOGS):
            for shape, padding in shapes:
                if _fits(values, shape):
                    row = (number, *values[1:], *padding)
                    known = self.logs[place].setdefault(number, [])
                    if row not in known:
                        known.append(row)
                    return

    def _take_table(self, values: tuple[Value, ...]) -> None:
        if _fits(values, _CELL):
            element, period, category, state, value, comment, log_id = values
            key: Any = (element, period, category)
            cell: Any = (state, value, comment, log_id)
            if key not in self.cells or self.cells[key][3] <= cell[3]:
                self.cells[key] = cell
            return
        for kind, key_length, shape in _TABLES:
            if _fits(values, shape):
                texts: Any = values[:-1]
                place = (kind, texts[:key_length])
                action: Any = values[-1]
                if place not in self.rows or self.rows[place][0] <= action:
                    self.rows[place] = (action, texts[key_length:])
                return


def salvage(path: Path, file_id: str = "") -> Known:
    """Read whatever can be read of a station file and the ``-wal`` beside it; nothing is written.

    Args:
        path: The damaged file; one that is not there gives nothing.
        file_id: Its identity, when that is known otherwise.

    Raises:
        OSError: It is there and cannot be read.
    """
    main, newer = _Candidates(), _Candidates()
    if path.is_file():
        for found in read_rows(path):
            main.take(found)
    for found in read_wal_rows(path):
        newer.take(found)
    station = max(main.stations, key=_generation, default=None)
    theirs = max(newer.stations, key=_generation, default=None)
    identity = station.file_id if station else file_id or (theirs.file_id if theirs else "")
    if theirs is not None and identity not in ("", theirs.file_id):
        newer = _Candidates()  # the -wal of another file
    elif theirs is not None:
        station = theirs
    return _judged(station, identity, main, newer)


def merged(first: Known, second: Known) -> Known:
    """Two sources of one file together; where both know a row, the first is believed."""
    return Known(
        station=max((each.station for each in (first, second) if each.station), key=_generation, default=None),
        actions={**second.actions, **first.actions},
        entries={**second.entries, **first.entries},
        records={**second.records, **first.records},
        cells=_newer_cells(first.cells, second.cells),
        rows=_newer_rows(first.rows, second.rows),
        files={**second.files, **first.files},
    )


def cells_of(known: Known) -> dict[CellKey, Cell]:
    """Every cell as the newest entry of its log says, or its table where that entry cannot be read."""
    found: dict[CellKey, Cell] = {}
    for number in sorted(known.entries):
        row = known.entries[number]
        found[row[3], row[4], row[5]] = (row[9], row[10], row[11], number)
    for key, cell in known.cells.items():
        if cell[3] not in known.entries and (key not in found or found[key][3] < cell[3]):
            found[key] = cell
    return found


def _plain(value: Value) -> bytes:
    """A text or bytes as bytes."""
    return value.encode() if isinstance(value, str) else bytes(value) if isinstance(value, bytes) else b""


def texts_of(text: str) -> dict[str, str]:
    """An object of texts; empty when it is none."""
    try:
        found = json.loads(text)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _judged(station: StationFound | None, identity: str, main: _Candidates, newer: _Candidates) -> Known:
    start = hashlib.sha256(identity.encode()).digest() if identity else b""
    entries = _chained(main.logs[1], newer.logs[1], start)
    records = _chained(main.logs[2], newer.logs[2], start)
    actions = {number: rows[-1] for log in (main.logs[0], newer.logs[0]) for number, rows in log.items()}
    cells, rows = _newer_cells(newer.cells, main.cells), _newer_rows(newer.rows, main.rows)
    return Known(station, actions, entries, records, cells, rows, {**main.files, **newer.files})


def _chained(main: Mapping[int, list[LogRow]], newer: Mapping[int, list[LogRow]], start: bytes) -> dict[int, LogRow]:
    """Of every row that one which follows from the row before; where that one cannot say, the first of the file."""
    kept: dict[int, LogRow] = {}
    previous, before, is_sure = start, 0, True
    for number in sorted(main.keys() | newer.keys()):
        candidates = [*main.get(number, ()), *newer.get(number, ())]
        is_next = number == before + 1 and previous != b""
        chosen = next((row for row in candidates if is_next and linked(previous, row[:-1]) == row[-1]), None)
        if chosen is None and number in main and not (is_next and is_sure and candidates[0][-1]):
            chosen = candidates[0]
        if chosen is not None:
            kept[number] = chosen
        before, previous, is_sure = number, (chosen or candidates[0])[-1], chosen is not None
    return kept


def _generation(station: StationFound) -> int:
    return station.generation


def _newer_cells(first: Mapping[CellKey, Cell], second: Mapping[CellKey, Cell]) -> dict[CellKey, Cell]:
    """Cells of both; of two for one key that of the later entry, of equals the first."""
    found = dict(second)
    for key, cell in first.items():
        if key not in found or found[key][3] <= cell[3]:
            found[key] = cell
    return found


def _newer_rows(first: Mapping[RecordKey, TableRow], second: Mapping[RecordKey, TableRow]) -> dict[RecordKey, TableRow]:
    """Records of both; of two for one key that of the later action, of equals the first."""
    found = dict(second)
    for key, row in first.items():
        if key not in found or found[key][0] <= row[0]:
            found[key] = row
    return found


# --- shapes of rows ------------------------------------------------------------------------------------------------

_Test = Callable[[Value], bool]


def _fits(values: tuple[Value, ...], shape: tuple[_Test, ...]) -> bool:
    return len(values) == len(shape) and all(test(value) for test, value in zip(shape, values, strict=True))


def _none(value: Value) -> bool:
    return value is None


def _number(value: Value) -> bool:
    return isinstance(value, int) and value >= 0


def _maybe_number(value: Value) -> bool:
    return value is None or _number(value)


def _text(value: Value) -> bool:
    return isinstance(value, str)


def _maybe_text(value: Value) -> bool:
    return value is None or isinstance(value, str)


def _hash(value: Value) -> bool:
    return isinstance(value, bytes) and len(value) in (0, _HASH)


def _matching(pattern: re.Pattern[str]) -> _Test:
    return lambda value: isinstance(value, str) and pattern.fullmatch(value) is not None


def _one_of(words: Iterable[str]) -> _Test:
    allowed = frozenset(words)
    return lambda value: value in allowed


_element, _period, _moment = _matching(_ELEMENT), _matching(_PERIOD), _matching(_MOMENT)
_category, _state = _one_of(_CATEGORIES), _one_of(_STATES)
_json_object, _json_list = _matching(re.compile(r"\{.*\}", re.DOTALL)), _matching(re.compile(r"\[.*\]", re.DOTALL))
_day = _matching(re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII))

_STATION: tuple[_Test, ...] = (_none, _matching(_CODE), _matching(_FILE_ID), _number, _moment, _number)
_ACTION: tuple[_Test, ...] = (_none, _moment, _text, _text)
_ENTRY: tuple[_Test, ...] = (
    *(_none, _number, _maybe_number, _element, _period, _category),
    *(_state, _text, _text, _state, _text, _text),
)
_RECORD: tuple[_Test, ...] = (
    *(_none, _number, _one_of(record.kind for record in RECORDS), _json_object, _maybe_text, _maybe_text),
)

_LOGS: tuple[tuple[tuple[tuple[_Test, ...], tuple[Value, ...]], ...], ...] = (
    (((*_ACTION, _text, _maybe_number, _number, _number, _hash), ()), (_ACTION, ("", None, 0, 0, b""))),
    (((*_ENTRY, _hash), ()), (_ENTRY, (b"",))),
    (((*_RECORD, _hash), ()), (_RECORD, (b"",))),
)
"""Shapes of the rows of each log, the newest first, and what is added to older ones."""

_FILE: tuple[_Test, ...] = (
    *(_matching(re.compile(r"[0-9a-f]{64}", re.ASCII)), _one_of(("", "zlib")), lambda value: isinstance(value, bytes)),
)

_CELL: tuple[_Test, ...] = (_element, _period, _category, _state, _text, _text, _number)

_TABLES: tuple[tuple[str, int, tuple[_Test, ...]], ...] = (
    ("account", 1, (_text, _one_of(("entry", "check", "head")), _one_of(("yes", "no")), _text, _text, _number)),
    ("setting", 2, (_text, _day, _text, _text, _number)),
    (
        *("obligation_state", 2),
        (_text, _period, _one_of(("done", "in_progress", "not_done", "not_applicable")), _text, _number),
    ),
    ("complete_data_set_registration", 2, (_text, _period, _json_list, _text, _number)),
    ("rule_note", 4, (_text, _text, _period, _category, _text, _number)),
    ("decision", 2, (*(_text,) * 9, _number)),
    ("report_text", 3, (*(_text,) * 4, _number)),
)
"""Kind, number of key columns and shape of the tables of records; the narrower shapes come first."""
