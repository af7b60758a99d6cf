"""Bytes of a CSV file -> rows with their line numbers, and what is wrong with the file itself."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path

from data.errors import EnvironmentFault, Fault, UserError

HEADER = (
    "dataElement",
    "period",
    "orgUnit",
    "categoryOptionCombo",
    "attributeOptionCombo",
    "value",
    "storedBy",
    "timestamp",
    "comment",
    "followUp",
)
LARGEST_FILE = 50 * 1024 * 1024

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_OTHER_SEPARATORS = {";": "csv_semicolons", "\t": "csv_tabs"}


Row = tuple[int, list[str], str]
"""One record of the file: the line on which it begins, from 1; its fields; what is wrong with the record as such.

The fault is a code, or empty; with a fault that makes the fields unreadable there are none.
"""


def read_file(path: Path) -> bytes:
    """Read a file that is not larger than 50 MB; a larger one is not even begun.

    Raises:
        UserError: ``file_missing``, ``file_is_folder``, ``csv_too_large``.
        EnvironmentFault: ``file_unreadable``.
    """
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise UserError("csv_too_large", file=path, limit=LARGEST_FILE // 1024**2)
        with path.open("rb") as source:
            content = source.read(LARGEST_FILE + 1)
    except FileNotFoundError as error:
        raise UserError("file_missing", file=path) from error
    except IsADirectoryError as error:
        raise UserError("file_is_folder", file=path) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or type(error).__name__
        raise EnvironmentFault("file_unreadable", file=path, reason=reason) from error
    if len(content) > LARGEST_FILE:  # a device or a pipe, whose size is not known before
        raise UserError("csv_too_large", file=path, limit=LARGEST_FILE // 1024**2)
    return content


def first_line(content: bytes) -> str:
    """The first line of a file, without byte order mark and line end; empty where there is none."""
    return next(iter(content.removeprefix(_BYTE_ORDER_MARK).splitlines()), b"").decode("utf-8", "replace")


def file_fault(content: bytes, name: str, columns: Sequence[str] = HEADER) -> Fault | None:
    """What makes the rows of a file unreadable altogether, or None.

    A byte order mark and any line ends are accepted; the header must be exactly these ``columns``.
    """
    content = content.removeprefix(_BYTE_ORDER_MARK)
    if not content.strip():
        return Fault("csv_empty", name)
    if b"\0" in content:
        return Fault("csv_binary", name)
    header = first_line(content)
    for separator, code in _OTHER_SEPARATORS.items():
        if header.strip().split(separator)[: len(columns)] == list(columns):
            return Fault(code, f"{name}:1")
    if next(csv.reader([header]), []) != list(columns):
        return Fault("csv_header", f"{name}:1", {"header": ",".join(columns)})
    return None


def read_rows(content: bytes, columns: int = len(HEADER)) -> Iterator[Row]:
    """Yield the records after the header; empty lines are passed over. Text comes in NFC.

    A line that is no UTF-8, a broken quotation and a wrong number of fields come as ``fault``.
    """
    content = content.removeprefix(_BYTE_ORDER_MARK)
    text, broken = _decode(content)
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    end = 0
    while True:
        try:
            for fields in reader:
                start, end = end + 1, reader.line_num
                if broken and not broken.isdisjoint(range(start, end + 1)):
                    yield _broken_row(broken, start, end)
                elif start > 1 and fields:
                    yield start, fields, "" if len(fields) == columns else "csv_columns"
        except csv.Error:
            start, end = end + 1, reader.line_num
            is_broken = not broken.isdisjoint(range(start, end + 1))
            yield _broken_row(broken, start, end) if is_broken else (start, [], "csv_quotation")
        else:
            return


def _broken_row(broken: frozenset[int], start: int, end: int) -> Row:
    """A record with a line that is no UTF-8; that line is named."""
    return min(broken.intersection(range(start, end + 1))), [], "csv_not_utf8"


def _decode(content: bytes) -> tuple[str, frozenset[int]]:
    """The text in NFC, and the numbers of the lines that are no UTF-8."""
    try:
        text, broken = content.decode("utf-8"), frozenset[int]()
    except UnicodeDecodeError:
        text = content.decode("utf-8", "surrogateescape")
        lines = io.StringIO(text, newline="")
        broken = frozenset(number for number, line in enumerate(lines, 1) if _is_broken(line))
    return unicodedata.normalize("NFC", text), broken


def _is_broken(line: str) -> bool:
    return any("\udc80" <= letter <= "\udcff" for letter in line)
