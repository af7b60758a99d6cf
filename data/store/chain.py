"""The change log as a chain of hashes: whoever changes, removes or slips in an entry leaves a trace.

Every row of ``data_value_changelog`` and ``record_changelog`` carries the SHA-256 of the row before it and of its own
content; every row of ``action`` is sealed over the seal before it, its own content, and the newest row of both logs.
The first of each hangs on the file's id, so that rows of another file do not fit, and the first action
on the whole row of the station. Content is canonical JSON: the
columns in the order of their statement, as an array without spaces.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from functools import cache
from json.encoder import encode_basestring as quoted
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from hashlib import _Hash as Hash

Row = Sequence[object]

VALUE_LOG, RECORD_LOG, ACTIONS = "data_value_changelog", "record_changelog", "action"

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


def first_seal(connection: sqlite3.Connection) -> bytes:
    """What the first action hangs on: the station's row, but for its generation."""
    row = connection.execute("SELECT code, created_at, is_example FROM station").fetchone()
    return linked(origin(connection), row)


def heads(connection: sqlite3.Connection) -> Heads:
    """The newest rows of the three logs."""
    found = {place: Head(number, digest) for place, number, digest in connection.execute(_HEADS)}
    if len(found) == len(Heads._fields):
        return Heads(found[0], found[1], found[2])
    start = Head(0, origin(connection))
    return Heads(found.get(0, start), found.get(1, start), found.get(2, Head(0, first_seal(connection))))


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
