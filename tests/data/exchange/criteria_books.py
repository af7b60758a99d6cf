"""Spreadsheets of criteria sets, and the ways in which persons change them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from data.assessment.reader import read_set
from data.assessment.writer import tree_of
from data.catalogue import load_catalogue
from data.errors import FaultsError, UserError
from data.exchange.criteria_files import ReadSet, read_criteria_file
from data.exchange.criteria_layout import TABLE, TABLE_SHEET
from data.exchange.criteria_sheets import FIRST_ROW, HEAD_ROW, set_xlsx
from tests.data.assessment.set_trees import changed

Change = Callable[[Any], object]


def book(tmp_path: Path, *changes: tuple[str, object]) -> Path:
    """The spreadsheet of the small set, changed in its tree."""
    found, faults = read_set(changed(*changes))
    assert found is not None, faults
    path = tmp_path / "bang.xlsx"
    path.write_bytes(set_xlsx(tree_of(found)))
    return path


def edited(path: Path, change: Change) -> Path:
    """The spreadsheet as a person saved it after a change."""
    workbook = load_workbook(path)
    change(workbook)
    workbook.save(path)
    return path


def table(workbook: Any) -> Worksheet:  # noqa: ANN401 - the library's own
    """The sheet of the table."""
    sheet: Worksheet = workbook[TABLE_SHEET]
    return sheet


def cell_of(workbook: Any, code: str, key: str) -> Any:  # noqa: ANN401 - the library's own
    """A cell of the first row with a code."""
    column = [field.key for field in TABLE].index(key) + 1
    page = table(workbook)
    row = next(row for row in range(FIRST_ROW, page.max_row + 1) if page.cell(row, 1).value == code)
    return page.cell(row, column)


def head_of(workbook: Any, key: str) -> Any:  # noqa: ANN401 - the library's own
    """The cell of a head."""
    return table(workbook).cell(HEAD_ROW, [field.key for field in TABLE].index(key) + 1)


def read(path: Path) -> ReadSet:
    """What is read of a file."""
    return read_criteria_file(path, load_catalogue())


def faults_of(path: Path) -> list[tuple[str, str]]:
    """Code and place of what is refused, in whatever words; the closing code alone where nothing is placed."""
    try:
        read(path)
    except FaultsError as error:
        return [(fault.code.removesuffix("_cell"), fault.place) for fault in error.faults]
    except UserError as error:
        return [(error.code, "")]
    return []
