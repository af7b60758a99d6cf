"""The rows in the pages of a database file, read without SQLite: whatever the rest of the file looks like.

Every page that looks like the leaf of a table or like a page of an index is taken apart row by row; what cannot be a
row is passed over. Whether a row is true is for others to judge, by the chain of the change log.
Source: the published description of the SQLite file format, versions 3 and WAL.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

Value = int | str | bytes | None

_MAGIC = b"SQLite format 3\x00"
_PAGE_SIZE = 4096
_TABLE_LEAF, _INDEX_LEAF, _INDEX_INSIDE = 0x0D, 0x0A, 0x02
_LARGEST_ROW = 4 * 1024 * 1024
_MOST_COLUMNS = 40
_WAL_HEAD, _FRAME_HEAD = 32, 24
_INT_SIZES = (0, 1, 2, 3, 4, 6, 8)


class Found(NamedTuple):
    """One row.

    Attributes:
        number: Its row id; 0 in a table without row ids.
        values: Its columns; the column that is the row id is None.
    """

    number: int
    values: tuple[Value, ...]


class _Damaged(Exception):
    """These bytes are no row."""


class _Pages:
    """Pages by their number."""

    def __init__(self, main: bytes, size: int, newer: Mapping[int, bytes]) -> None:
        self.size = size
        self.count = (len(main) + size - 1) // size
        self._main = main
        self._newer = newer

    def page(self, number: int) -> bytes:
        """One page, padded with zeros where the file ends."""
        found = self._newer.get(number)
        if found is None:
            found = self._main[(number - 1) * self.size : number * self.size].ljust(self.size, b"\0")
        return found


def read_rows(path: Path) -> Iterator[Found]:
    """Every row of a database file that can be read, pages in their order; one row may come several times.

    Raises:
        OSError: The file cannot be read.
    """
    main = path.read_bytes()
    pages = _Pages(main, _page_size(main), {})
    for number in range(1, pages.count + 1):
        yield from _rows_of(pages, number)


def read_wal_rows(path: Path) -> Iterator[Found]:
    """Every row in the pages that the ``-wal`` beside a file brings; empty when there is none that counts.

    Raises:
        OSError: A file cannot be read.
    """
    wal = path.with_name(path.name + "-wal")
    if not wal.is_file():
        return
    content = wal.read_bytes()
    size, newer = _committed(content)
    if newer:
        pages = _Pages(path.read_bytes() if path.is_file() else b"", size, newer)
        for number in sorted(newer):
            yield from _rows_of(pages, number)


def _page_size(main: bytes) -> int:
    if main.startswith(_MAGIC) and len(main) >= 18:
        (size,) = struct.unpack_from(">H", main, 16)
        if _is_size(size):
            return 65536 if size == 1 else int(size)
    return _PAGE_SIZE


def _is_size(size: int) -> bool:
    return size == 1 or (512 <= size <= 65536 and size & (size - 1) == 0)


def _committed(content: bytes) -> tuple[int, dict[int, bytes]]:
    """Page size and newest pages of the transactions that are whole, by the sums over everything before."""
    if len(content) < _WAL_HEAD:
        return 0, {}
    magic, _, size = struct.unpack_from(">III", content)
    if magic not in (0x377F0682, 0x377F0683) or not _is_size(size):
        return 0, {}
    order = ">" if magic & 1 else "<"
    sums = _sums(content[:24], (0, 0), order)
    if sums != struct.unpack_from(">II", content, 24):
        return 0, {}
    salts, newest, pending = content[16:24], dict[int, bytes](), dict[int, bytes]()
    for start in range(_WAL_HEAD, len(content) - _FRAME_HEAD - size + 1, _FRAME_HEAD + size):
        number, is_end = struct.unpack_from(">II", content, start)
        page = content[start + _FRAME_HEAD : start + _FRAME_HEAD + size]
        sums = _sums(page, _sums(content[start : start + 8], sums, order), order)
        if content[start + 8 : start + 16] != salts or sums != struct.unpack_from(">II", content, start + 16):
            break
        pending[number] = page
        if is_end:
            newest |= pending
            pending = {}
    return size, newest


def _sums(content: bytes, before: tuple[int, int], order: str) -> tuple[int, int]:
    first, second = before
    words = struct.unpack(f"{order}{len(content) // 4}I", content)
    for place in range(0, len(words), 2):
        first = (first + words[place] + second) & 0xFFFFFFFF
        second = (second + words[place + 1] + first) & 0xFFFFFFFF
    return first, second


def _rows_of(pages: _Pages, number: int) -> Iterator[Found]:
    page = pages.page(number)
    head = 100 if number == 1 else 0
    kind = page[head]
    if kind not in (_TABLE_LEAF, _INDEX_LEAF, _INDEX_INSIDE):
        return
    (count,) = struct.unpack_from(">H", page, head + 3)
    first = head + (12 if kind == _INDEX_INSIDE else 8)
    found = []
    for place in range(first, min(first + 2 * count, pages.size - 1), 2):
        (start,) = struct.unpack_from(">H", page, place)
        try:
            found.append(_row(pages, page, start, kind))
        except (_Damaged, IndexError, struct.error, UnicodeDecodeError):
            continue
    yield from found if kind == _TABLE_LEAF else _in_order(found)


def _in_order(rows: list[Found]) -> Iterator[Found]:
    """Rows of one page of keys, without those that stand where their key cannot: a damaged letter changed it."""
    keys = [[_ranked(value) for value in row.values] for row in rows]
    for place, row in enumerate(rows):
        before, after = keys[place - 1] if place else None, keys[place + 1] if place + 1 < len(keys) else None
        if before is None:
            is_misplaced = keys[place : place + 1] > keys[1:2] > [] and keys[1:2] < keys[2:3]
        elif after is None:
            is_misplaced = keys[place] < before and place > 1 and keys[place - 2] < before
        else:
            is_misplaced = before < after and not before < keys[place] < after
        if not is_misplaced:
            yield row


def _ranked(value: Value) -> tuple[int, int | str | bytes]:
    """A value as SQLite orders it: nothing, numbers, texts, bytes."""
    if value is None:
        return 0, 0
    return (1 if isinstance(value, int) else 2 if isinstance(value, str) else 3), value


def _row(pages: _Pages, page: bytes, start: int, kind: int) -> Found:
    place = start + (4 if kind == _INDEX_INSIDE else 0)
    length, place = _varint(page, place)
    number = 0
    if kind == _TABLE_LEAF:
        number, place = _varint(page, place)
    if not 0 < length <= _LARGEST_ROW:
        raise _Damaged
    return Found(number, _values(_payload(pages, page, place, length, is_table=kind == _TABLE_LEAF)))


def _payload(pages: _Pages, page: bytes, place: int, length: int, *, is_table: bool) -> bytes:
    """The bytes of a row, those on overflow pages as well."""
    most = pages.size - 35 if is_table else (pages.size - 12) * 64 // 255 - 23
    if length <= most:
        return page[place : place + length]
    least = (pages.size - 12) * 32 // 255 - 23
    local = least + (length - least) % (pages.size - 4)
    local = local if local <= most else least
    parts, missing = [page[place : place + local]], length - local
    (following,) = struct.unpack_from(">I", page, place + local)
    while missing > 0:
        if not 0 < following <= pages.count + 1_000_000:
            raise _Damaged
        more = pages.page(following)
        parts.append(more[4 : 4 + missing])
        missing -= pages.size - 4
        (following,) = struct.unpack_from(">I", more)
    return b"".join(parts)


def _values(payload: bytes) -> tuple[Value, ...]:
    length, place = _varint(payload, 0)
    kinds = []
    while place < length:
        kind, place = _varint(payload, place)
        kinds.append(kind)
    if place != length or not 0 < len(kinds) <= _MOST_COLUMNS:
        raise _Damaged
    values = []
    for kind in kinds:
        value, place = _value(payload, place, kind)
        values.append(value)
    if place != len(payload):
        raise _Damaged
    return tuple(values)


def _value(payload: bytes, place: int, kind: int) -> tuple[Value, int]:
    if kind in (0, 8, 9):
        return (None, 0, 1)[max(kind - 7, 0)], place
    if kind < len(_INT_SIZES):
        end = place + _INT_SIZES[kind]
        return int.from_bytes(payload[place:end], "big", signed=True), end
    if kind < 12:
        raise _Damaged
    end = place + (kind - 12) // 2
    if end > len(payload):
        raise _Damaged
    content = payload[place:end]
    return (content.decode() if kind & 1 else content), end


def _varint(content: bytes, place: int) -> tuple[int, int]:
    number = 0
    for step in range(8):
        byte = content[place + step]
        number = number << 7 | byte & 0x7F
        if byte < 0x80:
            return number, place + step + 1
    return number << 8 | content[place + 8], place + 9
