"""Where everything stands in the spreadsheet of a form: the same for writing and for reading.

The sheet with the form has locked labels and open cells for figures. A hidden sheet of keys says which file format,
station, form and period it is, and which code each line and each column carries.
"""

from __future__ import annotations

from typing import NamedTuple

from data.exchange.sheet_texts import period_title, row_label, row_unit, sheet_text
from data.form_layout import CellId, EntryForm

FORMAT, FORMAT_VERSION = "so-tram-phieu", 1
TITLE_ROW, STATION_ROW, PERIOD_ROW, HOW_ROW, HEAD_ROW, FIRST_ROW = 1, 2, 3, 4, 6, 7
NUMBER, NAME, UNIT, BESIDE, FIRST_PART = range(1, 6)
KEY_FORMAT, KEY_STATION, KEY_FORM, KEY_PERIOD, KEY_CATALOGUE, KEY_PARTS, FIRST_KEY = range(1, 8)
"""Lines of the sheet of keys; the words stand in column A, what they say from column B on."""
MOST_EXACT_DIGITS = 15
"""So many significant digits a spreadsheet keeps (CONTRACT X1)."""


class Place(NamedTuple):
    """A cell of a sheet; row and column from 1."""

    row: int
    column: int

    @property
    def address(self) -> str:
        """As the spreadsheet calls it: "E9"."""
        letters, left = "", self.column
        while left:
            left, letter = divmod(left - 1, 26)
            letters = chr(ord("A") + letter) + letters
        return f"{letters}{self.row}"


def note_column(form: EntryForm) -> int:
    """Column of the notes; 0 for forms of several periods, where a note would not say which figure it belongs to."""
    return 0 if form.has_total else FIRST_PART + len(form.parts)


def last_column(form: EntryForm) -> int:
    """The last column of the table."""
    return note_column(form) or FIRST_PART + len(form.parts) - 1


def last_row(form: EntryForm) -> int:
    """The last line of the table."""
    return FIRST_ROW + len(form.rows) - 1


def figure_places(form: EntryForm) -> dict[Place, CellId]:
    """Which cell of the station file each open cell is, line by line."""
    return {
        Place(FIRST_ROW + down, FIRST_PART + right): CellId(row.element.code, part.code, row.category)
        for down, row in enumerate(form.rows)
        for right, part in enumerate(form.parts)
    }


def labels(form: EntryForm) -> dict[Place, str]:
    """What the locked cells say that tell figures apart: heads, names and units."""
    found = {
        Place(HEAD_ROW, NUMBER): sheet_text("number"),
        Place(HEAD_ROW, NAME): sheet_text("name"),
        Place(HEAD_ROW, UNIT): sheet_text("unit"),
    }
    found |= {Place(HEAD_ROW, FIRST_PART + right): period_title(part) for right, part in enumerate(form.parts)}
    for down, row in enumerate(form.rows):
        found[Place(FIRST_ROW + down, NAME)] = row_label(row)
        found[Place(FIRST_ROW + down, UNIT)] = row_unit(row)
    return found


def keys(form: EntryForm, station: str) -> dict[Place, str]:
    """What the sheet of keys says of a form, the catalogue's version apart."""
    found = {
        Place(KEY_FORMAT, 1): FORMAT,
        Place(KEY_FORMAT, 2): str(FORMAT_VERSION),
        Place(KEY_STATION, 1): "station",
        Place(KEY_STATION, 2): station,
        Place(KEY_FORM, 1): "form",
        Place(KEY_FORM, 2): form.data_set.code,
        Place(KEY_PERIOD, 1): "period",
        Place(KEY_PERIOD, 2): form.whole.code,
        Place(KEY_PARTS, 1): "columns",
    }
    found |= {Place(KEY_PARTS, 2 + right): part.code for right, part in enumerate(form.parts)}
    for down, row in enumerate(form.rows):
        line = FIRST_KEY + down
        found |= {
            Place(line, 1): str(FIRST_ROW + down),
            Place(line, 2): row.element.code,
            Place(line, 3): row.category.value,
        }
    return found
