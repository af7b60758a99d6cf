"""An XLSX file -> its cells, after a look at how large it says it is: nothing is unpacked that no form could be.

Formulas are kept as formulas, never replaced by their last result (CONTRACT X1).
"""

from __future__ import annotations

import io
import struct
import warnings
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from xml.etree import ElementTree

from data.errors import UserError
from data.exchange.csv_rows import read_file
from data.exchange.xlsx_layout import Place

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

LARGEST_FILE = 5 * 1024 * 1024
LARGEST_UNPACKED = 20 * 1024 * 1024
MOST_PARTS = 300
ROWS_BEYOND, COLUMNS_BEYOND = 200, 20
"""How far around a table cells are looked at, to say that something stands there and is not read."""

_COMPOUND_FILE = b"\xd0\xcf\x11\xe0"
# What the libraries raise for files that are none of their kind; all of it means the same to a person.
_DAMAGED: tuple[type[Exception], ...] = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
    struct.error,
    zipfile.BadZipFile,
    zlib.error,
)


class SheetCell(NamedTuple):
    """What a cell holds: a value as the library read it, and its kind (``n``, ``s``, ``b``, ``d``, ``e``, ``f``)."""

    value: Any
    kind: str


class SheetCells(NamedTuple):
    """The cells of one sheet that hold anything, and its merged ranges as ``(first, last)``."""

    cells: Mapping[Place, SheetCell]
    merged: tuple[tuple[Place, Place], ...] = ()

    def text(self, place: Place) -> str:
        """What a cell says, as text; empty where nothing stands."""
        cell = self.cells.get(place)
        return "" if cell is None else str(cell.value)


def read_package(path: Path) -> bytes:
    """Read an XLSX file that is not larger than 5 MB.

    Raises:
        UserError: ``xlsx_too_large``, or as ``read_file``.
        EnvironmentFault: As ``read_file``.
    """
    content = read_file(path)
    if len(content) > LARGEST_FILE:
        raise UserError("xlsx_too_large", file=path, limit=LARGEST_FILE // 1024**2)
    return content


class Package:
    """An open XLSX file; used as a context."""

    def __init__(self, content: bytes, name: str) -> None:
        """Look at what it declares, then open it.

        Raises:
            UserError: ``xlsx_locked``, ``xlsx_damaged``, ``xlsx_unpacks_too_large`` (``file``).
        """
        self._name = name
        self._book: Workbook | None = None
        _check_size(content, name)
        self._book = self._guarded(lambda: _open(content))

    def __enter__(self) -> Package:
        """The open file."""
        return self

    def __exit__(self, *_exception: object) -> None:
        """Close it."""
        if self._book is not None:
            self._book.close()

    @property
    def names(self) -> tuple[str, ...]:
        """Names of its sheets, as they stand."""
        assert self._book is not None
        return tuple(self._book.sheetnames)

    def cells(self, sheet: str, last: Place) -> SheetCells:
        """The cells of a sheet up to a last one, and a little beyond it.

        Raises:
            UserError: ``xlsx_damaged`` (``file``).
        """
        return self._guarded(lambda: self._cells(sheet, last))  # type: ignore[no-any-return]

    def _cells(self, sheet: str, last: Place) -> SheetCells:
        page: Any = self._book[sheet]  # type: ignore[index]
        rows = page.iter_rows(
            min_row=1, max_row=last.row + ROWS_BEYOND, min_col=1, max_col=last.column + COLUMNS_BEYOND
        )
        found = {
            Place(down, right): SheetCell(cell.value, str(cell.data_type))
            for down, row in enumerate(rows, start=1)
            for right, cell in enumerate(row, start=1)
            if cell.value is not None and cell.value != ""
        }
        with page._get_source() as source:
            return SheetCells(found, tuple(_merged(source)))

    def _guarded(self, work: Any) -> Any:  # noqa: ANN401
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # of what the library leaves out; figures are not among it
                return work()
        except _DAMAGED as error:
            raise UserError("xlsx_damaged", file=self._name) from error


def _open(content: bytes) -> Workbook:
    from openpyxl import load_workbook

    return load_workbook(io.BytesIO(content), read_only=True, data_only=False, keep_links=False)


def _check_size(content: bytes, name: str) -> None:
    """Refuse what is no package, and what would unpack to more than any form."""
    if content.startswith(_COMPOUND_FILE):
        raise UserError("xlsx_locked", file=name)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            parts = package.infolist()
    except _DAMAGED as error:
        raise UserError("xlsx_damaged", file=name) from error
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_UNPACKED:
        raise UserError("xlsx_unpacks_too_large", file=name)


def _merged(source: Any) -> Iterator[tuple[Place, Place]]:  # noqa: ANN401
    from openpyxl.utils.cell import range_boundaries

    for _event, element in ElementTree.iterparse(source):
        tag = element.tag.rpartition("}")[2]
        if tag == "mergeCell":
            left, top, right, bottom = range_boundaries(element.get("ref", ""))
            yield Place(top or 1, left or 1), Place(bottom or 2**20, right or 2**14)
        if tag in ("row", "mergeCell"):
            element.clear()
