"""The change log as a chain of hashes: whoever changes, removes or slips in an entry leaves a trace.

Every row of ``data_value_changelog`` and ``record_changelog`` carries the SHA-256 of the row before it and of its own
content; every row of ``action`` is sealed over the seal before it, its own content, and the newest row of both logs.
The first of each hangs on the file's id, so that rows of another file do not fit. Content is canonical JSON: the
columns in the order of their statement, as an array without spaces.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from json.encoder import encode_basestring as quoted
from typing import TYPE_CHECKING, NamedTuple

from data.errors import Fault

if TYPE_CHECKING:
    from hashlib import _Hash as Hash

Row = Sequence[object]

VALUE_LOG, RECORD_LOG, ACTIONS = "data_value_changelog", "record_changelog", "action"

MOST = 50
"""So many faults of one kind are named."""

_ENTRIES = """
    SELECT id, hash, action_id, previous_id, data_element, period, category_option_combo,
        old_state, old_value, old_comment, new_state, new_value, new_comment
    FROM data_value_changelog ORDER BY id
"""
_RECORDS = "SELECT id, hash, action_id, record, key, old, new FROM record_changelog ORDER BY id"
_ACTIONS = "SELECT id, seal, at, who, why, kind, undoes, value_log_id, record_log_id FROM action ORDER BY id"
_HEADS = """
    SELECT 0, id, hash FROM (SELECT id, hash FROM data_value_changelog ORDER BY id DESC LIMIT 1)
    UNION ALL SELECT 1, id, hash FROM (SELECT id, hash FROM record_changelog ORDER BY id DESC LIMIT 1)
    UNION ALL SELECT 2, id, seal FROM (SELECT id, seal FROM action ORDER BY id DESC LIMIT 1)
"""


class Head(NamedTuple):
    """The newest row of a log: its id (0 while there is none) and its hash."""

    id: int
    hash: bytes


class Heads(NamedTuple):
    """The newest rows of the three logs."""

    values: Head
    records: Head
    actions: Head


@cache
def sha256() -> Callable[[bytes], Hash]:
    """The hash; its module is read with the first one, which opening a file does without."""
    import hashlib

    return hashlib.sha256


def origin(connection: sqlite3.Connection) -> bytes:
    """What the first row of each log hangs on: the file's own id."""
    file_id: str = connection.execute("SELECT file_id FROM station").fetchone()[0]
    return sha256()(file_id.encode()).digest()


def heads(connection: sqlite3.Connection) -> Heads:
    """The newest rows of the three logs."""
    found = {place: Head(number, digest) for place, number, digest in connection.execute(_HEADS)}
    start = Head(0, b"" if len(found) == len(Heads._fields) else origin(connection))
    return Heads(found.get(0, start), found.get(1, start), found.get(2, start))


class Newest(NamedTuple):
    """The newest action: its id (0 while there is none), seal and moment."""

    id: int
    seal: bytes
    at: str


def newest_action(connection: sqlite3.Connection) -> Newest:
    """The newest action of the file."""
    found = connection.execute("SELECT id, seal, at FROM action ORDER BY id DESC LIMIT 1").fetchone()
    return Newest(*found) if found else Newest(0, b"", "")


def seal_of(connection: sqlite3.Connection, action_id: int) -> bytes:
    """The seal of an action; empty when the file has no such action."""
    found = connection.execute("SELECT seal FROM action WHERE id = ?", (action_id,)).fetchone()
    seal: bytes = found[0] if found else b""
    return seal


def linked(previous: bytes, content: Row) -> bytes:
    """The hash of a row that follows another."""
    return sha256()(previous + canonical(content).encode()).digest()


def canonical(content: Row) -> str:
    """What ``json.dumps(content, ensure_ascii=False, separators=(",", ":"))`` gives for texts, whole numbers and None.

    Written out, since every accepted cell waits for it twice.
    """
    parts = [quoted(part) if type(part) is str else "null" if part is None else str(part) for part in content]
    return f"[{','.join(parts)}]"


def sealed(previous: bytes, content: Row, newest: tuple[bytes, bytes]) -> bytes:
    """The seal of an action: over the seal before, its row, and the hashes of the newest rows of both logs."""
    return linked(previous + newest[0] + newest[1], content)


class _Walked(NamedTuple):
    """One log, walked through: hash by id, and the faults met."""

    hashes: dict[int, bytes]
    faults: list[Fault]


def chain_faults(connection: sqlite3.Connection, place: str) -> Iterator[Fault]:
    """Every row of the log that was changed, removed or slipped in.

    Yields:
        check_log_changed, check_log_removed, check_log_inserted (``log``, ``entry``, ``what``).
    """
    start = origin(connection)
    values = _walk(connection, VALUE_LOG, _ENTRIES, place, start)
    records = _walk(connection, RECORD_LOG, _RECORDS, place, start)
    yield from (*values.faults[:MOST], *records.faults[:MOST])
    yield from _seal_faults(connection, place, start, (values.hashes, records.hashes))


def _walk(connection: sqlite3.Connection, log: str, query: str, place: str, start: bytes) -> _Walked:
    hashes: dict[int, bytes] = {0: start}
    faults: list[Fault] = []
    before = 0
    for number, found, *content in connection.execute(query):
        if number != before + 1:
            faults.append(_removed(log, place, before + 1, number - 1))
        elif linked(hashes[before], (number, *content)) != found:
            faults.append(Fault("check_log_changed", place, _naming(log, number, content)))
        hashes[number] = found
        before = number
    return _Walked(hashes, faults)


def _seal_faults(
    connection: sqlite3.Connection, place: str, start: bytes, hashes: tuple[dict[int, bytes], dict[int, bytes]]
) -> Iterator[Fault]:
    before, seal, covered = 0, start, (0, 0)
    for number, found, *content in connection.execute(_ACTIONS):
        reached: tuple[int, int] = (content[-2], content[-1])
        if number != before + 1:
            yield _removed(ACTIONS, place, before + 1, number - 1)
        elif reached[0] not in hashes[0] or reached[1] not in hashes[1]:
            yield from _ends_cut_off(place, reached, hashes)
        elif reached < covered or sealed(seal, (number, *content), (hashes[0][reached[0]], hashes[1][reached[1]])) != (
            found
        ):
            yield Fault("check_log_changed", place, _naming(ACTIONS, number, content))
        before, seal, covered = number, found, reached
    for log, end, known in zip((VALUE_LOG, RECORD_LOG), covered, hashes, strict=True):
        for number in [number for number in known if number > end][:MOST]:
            yield Fault("check_log_inserted", place, {"log": log, "entry": str(number), "what": ""})


def _ends_cut_off(
    place: str, reached: tuple[int, int], hashes: tuple[dict[int, bytes], dict[int, bytes]]
) -> Iterator[Fault]:
    """Entries that an action sealed and that are gone from the end of a log; gaps inside are named by the walk."""
    for log, end, known in zip((VALUE_LOG, RECORD_LOG), reached, hashes, strict=True):
        newest = max(known)
        if end > newest:
            yield _removed(log, place, newest + 1, end)


def _removed(log: str, place: str, first: int, last: int) -> Fault:
    entry = str(first) if first >= last else f"{first}–{last}"
    return Fault("check_log_removed", place, {"log": log, "entry": entry, "what": ""})


def _naming(log: str, number: int, content: Row) -> dict[str, str]:
    """What the sentence names: the log, the entry, and the cell, record or moment it is about."""
    if log == VALUE_LOG:
        what = "/".join(str(part) for part in content[2:5])
    elif log == RECORD_LOG:
        what = f"{content[1]} {content[2]}"
    else:
        what = f"{content[0]} {content[1]}"
    return {"log": log, "entry": str(number), "what": what}
