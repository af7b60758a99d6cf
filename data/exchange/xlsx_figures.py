"""Figures from the spreadsheet of a form: every fault is told with its cell, and all figures are taken or none.

Nothing is guessed: labels and codes must stand where the program put them, and a figure must be a typed figure.
Source: CONTRACT section 5, X1.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any, NamedTuple

from data.catalogue.content import Catalogue
from data.definitions import DataElement, DataSet, ValueType
from data.errors import Fault, FaultsError, UserError
from data.exchange.figure_text import shown
from data.exchange.sheet_texts import choice_word, period_title, sheet_text
from data.exchange.xlsx_layout import (
    FIRST_ROW,
    FORMAT,
    FORMAT_VERSION,
    HEAD_ROW,
    KEY_CATALOGUE,
    KEY_FORM,
    KEY_FORMAT,
    KEY_PERIOD,
    KEY_STATION,
    MOST_EXACT_DIGITS,
    NAME,
    PERIOD_ROW,
    STATION_ROW,
    Place,
    figure_places,
    keys,
    labels,
    last_column,
    last_row,
    note_column,
)
from data.exchange.xlsx_package import Package, SheetCell, SheetCells
from data.form_layout import CellId, EntryForm, EntryRow, lay_out
from data.model import CellState, DataValue
from data.numbers import (
    CANONICAL_DECIMAL,
    Ambiguous,
    Draft,
    Figure,
    NotApplicable,
    Parsed,
    bare,
    format_typed,
    parse_figure,
)
from data.periods import Period, parse_period

FAULTS_KEPT = 50
MOST_KEY_ROWS = 1_000


class SheetSource(NamedTuple):
    """What a spreadsheet is held against.

    Attributes:
        name: The file's name.
        station: Code of the station that the figures must belong to.
        today: A period that begins after this day is refused.
        form: The form that it must be; None for any form.
    """

    name: str
    station: str
    today: date
    catalogue: Catalogue
    form: EntryForm | None = None


class SheetFigures(NamedTuple):
    """What a spreadsheet says.

    Attributes:
        values: Its figures and dashes; open cells are left out.
        remarks: What stands in the file and was not read.
    """

    form: EntryForm
    values: tuple[DataValue, ...]
    remarks: tuple[Fault, ...] = ()


def read_form(content: bytes, source: SheetSource) -> SheetFigures:
    """The figures of a spreadsheet, line by line.

    Raises:
        FaultsError: ``xlsx_refused`` with the first 50 faults, each with its cell, and their number ``total``.
        UserError: ``xlsx_locked``, ``xlsx_damaged``, ``xlsx_unpacks_too_large``, ``xlsx_not_template``, ``xlsx_newer``
            (``file``).
    """
    with Package(content, source.name) as package:
        names = {unicodedata.normalize("NFC", name): name for name in package.names}
        form_name, key_name = sheet_text("form"), sheet_text("key")
        if form_name not in names or key_name not in names:
            raise UserError("xlsx_not_template", file=source.name)
        key_cells = package.cells(names[key_name], Place(MOST_KEY_ROWS, 16))
        form = _form_of(key_cells, source)
        page = package.cells(names[form_name], Place(last_row(form), last_column(form)))
        extra = [name for name in package.names if name not in (names[form_name], names[key_name])]
    reader = _Reader(form, page)
    reader.faults += _key_faults(key_cells, form, source.station)
    values = reader.read()
    _refuse(reader.faults, source.name)
    remarks = [Fault("xlsx_sheet_ignored", name, {"sheet": shown(name)}) for name in extra]
    return SheetFigures(form, values, (*remarks, *reader.beyond()))


def _refuse(faults: list[Fault], name: str) -> None:
    if faults:
        raise FaultsError("xlsx_refused", tuple(faults[:FAULTS_KEPT]), file=name, total=len(faults))


# --- which form it is ----------------------------------------------------------------------------------------------


def _form_of(cells: SheetCells, source: SheetSource) -> EntryForm:
    """The form that a file says it is, if that is the one wanted."""
    if cells.text(Place(KEY_FORMAT, 1)) != FORMAT:
        raise UserError("xlsx_not_template", file=source.name)
    version = cells.text(Place(KEY_FORMAT, 2))
    if version != str(FORMAT_VERSION):
        raise UserError("xlsx_newer", file=source.name, version=shown(version), known=FORMAT_VERSION)
    faults = list(_identity_faults(cells, source))
    _refuse(faults, source.name)
    data_set = source.catalogue.data_sets[cells.text(Place(KEY_FORM, 2))]
    period = parse_period(cells.text(Place(KEY_PERIOD, 2)))
    return source.form or lay_out(source.catalogue, data_set, period, same_last_year=True)


def _identity_faults(cells: SheetCells, source: SheetSource) -> Iterator[Fault]:
    """Another station, another form, another period."""
    station = cells.text(Place(KEY_STATION, 2))
    if station != source.station:
        at = Place(STATION_ROW, 1).address
        yield Fault("xlsx_other_station", at, {"found": shown(station), "station": source.station})
    code, at = cells.text(Place(KEY_FORM, 2)), Place(PERIOD_ROW, 1).address
    data_set = source.catalogue.data_sets.get(code)
    period = _period(cells.text(Place(KEY_PERIOD, 2)))
    wanted = source.form
    if data_set is None:
        yield Fault("xlsx_form_unknown", at, {"form": shown(code)})
    elif wanted is not None and data_set.code != wanted.data_set.code:
        titles = {"found": data_set.title_vi, "form": wanted.data_set.title_vi}
        yield Fault("xlsx_other_form", at, {**titles, **_to_open(data_set, period)})
    if period is None or (data_set is not None and period.parts(data_set.frequency) is None):
        yield Fault("xlsx_period_unknown", at, {"period": shown(cells.text(Place(KEY_PERIOD, 2)))})
    elif wanted is not None and period != wanted.whole:
        titles = {"found": period_title(period), "period": period_title(wanted.whole)}
        yield Fault("xlsx_other_period", at, {**titles, **_to_open(data_set, period)})
    elif period.first_day > source.today:
        yield Fault("csv_period_future", at, {"period": period_title(period)})


def _to_open(data_set: DataSet | None, period: Period | None) -> dict[str, str]:
    """Which form and period a file says it is, for opening them."""
    return {
        "open_form": data_set.code if data_set is not None else "",
        "open_period": period.code if period is not None else "",
    }


def _period(text: str) -> Period | None:
    try:
        return parse_period(text)
    except UserError:
        return None


def _key_faults(cells: SheetCells, form: EntryForm, station: str) -> Iterator[Fault]:
    """Codes that are not where the program put them."""
    wanted = keys(form, station)
    read = {place for place in cells.cells if place.row != KEY_CATALOGUE}
    for place in sorted(read.union(wanted)):
        found = unicodedata.normalize("NFC", cells.text(place))
        if found != wanted.get(place, ""):
            at = f"{sheet_text('key')}!{place.address}"
            yield Fault("xlsx_key_changed", at, {"found": shown(found), "wanted": wanted.get(place, "")})


# --- the sheet of the form -----------------------------------------------------------------------------------------


class _Reader:
    """Goes over one sheet once, label by label and figure by figure."""

    def __init__(self, form: EntryForm, page: SheetCells) -> None:
        self.faults: list[Fault] = []
        self._form = form
        self._page = page
        self._wrong_lines: set[int] = set()

    def read(self) -> tuple[DataValue, ...]:
        """The figures; faults are kept aside."""
        self._check_labels()
        self._check_merged()
        values = [self._value(place, cell) for place, cell in figure_places(self._form).items()]
        return tuple(value for value in values if value is not None)

    def beyond(self) -> Iterator[Fault]:
        """Cells outside the table that hold something."""
        right, bottom = last_column(self._form), last_row(self._form)
        for place in sorted(self._page.cells):
            if place.row > bottom or (place.row >= HEAD_ROW and place.column > right):
                yield Fault("xlsx_cell_ignored", place.address, {"value": shown(self._page.text(place))})

    def _check_labels(self) -> None:
        wanted = labels(self._form)
        rows_of = {text: place.row for place, text in wanted.items() if place.column == NAME and text[:1] != "–"}
        for place, text in wanted.items():
            found = unicodedata.normalize("NFC", self._page.text(place))
            if found == text:
                continue
            self._wrong_lines.add(place.row)
            parameters = {"found": shown(found), "wanted": text}
            is_moved = place.column == NAME and rows_of.get(found, place.row) != place.row
            code = "xlsx_row_moved" if is_moved else "xlsx_label_changed"
            self.faults.append(Fault(code, place.address, parameters))

    def _check_merged(self) -> None:
        right, bottom = last_column(self._form), last_row(self._form)
        for first, last in self._page.merged:
            if last.row >= HEAD_ROW and first.row <= bottom and first.column <= right:
                self.faults.append(Fault("xlsx_merged", f"{first.address}:{last.address}"))

    def _value(self, place: Place, cell: CellId) -> DataValue | None:
        """One figure; None for an open cell and for a faulty one."""
        held, row = self._page.cells.get(place), self._form.rows[place.row - FIRST_ROW]
        comment = self._comment(place, row)
        if held is None or place.row in self._wrong_lines:
            return None
        parsed = parsed_cell(held, row.element)
        if isinstance(parsed, Fault):
            self.faults.append(parsed._replace(place=place.address))
            return None
        if isinstance(parsed, Figure):
            note = comment or parsed.comment
            return DataValue(*cell, CellState.FIGURE, parsed.value, note)
        return DataValue(*cell, CellState.NOT_APPLICABLE) if isinstance(parsed, NotApplicable) else None

    def _comment(self, place: Place, row: EntryRow) -> str:
        """The note of a line, in NFC; one that a formula makes is refused."""
        column = note_column(self._form)
        at = Place(place.row, column)
        held = self._page.cells.get(at) if column else None
        if held is None:
            return ""
        if held.kind == "f":
            self.faults.append(Fault("xlsx_formula", at.address, {"value": row.element.name_vi}))
            return ""
        return unicodedata.normalize("NFC", str(held.value)).strip()


# --- one cell ------------------------------------------------------------------------------------------------------


def parsed_cell(held: SheetCell, element: DataElement) -> Parsed | Fault:
    """What a cell says: a figure, a dash, nothing; or the fault, whose place is still open."""
    value = held.value
    if held.kind == "f":
        return Fault("xlsx_formula", "", {"value": element.name_vi})
    if held.kind == "e":
        return Fault("xlsx_error_value", "", {"value": shown(str(value))})
    if held.kind == "d" or isinstance(value, datetime | date | time | timedelta):
        return Fault("xlsx_date", "", {"value": _day_text(value)})
    if isinstance(value, bool):
        return _parsed_truth(value, element)
    if isinstance(value, int | float):
        return _parsed_number(value, element)
    return _parsed_text(str(value), element)


def _day_text(value: object) -> str:
    if isinstance(value, date):
        return f"{value.day:02d}/{value.month:02d}/{value.year}"
    return shown(str(value))


def _parsed_truth(value: bool, element: DataElement) -> Parsed | Fault:
    if element.value_type is ValueType.BOOLEAN:
        return Figure("true" if value else "false")
    return Fault("figure_not_number", "", {"value": str(value)})


def _parsed_number(value: Any, element: DataElement) -> Parsed | Fault:  # noqa: ANN401 - int or float
    """A number as the spreadsheet keeps it, written out with the digits that it has (CONTRACT X1)."""
    is_float = isinstance(value, float)
    if is_float and not math.isfinite(value):
        return Fault("figure_not_number", "", {"value": str(value)})
    text = format(Decimal(repr(value + 0)), "f")
    text = text.rstrip("0").removesuffix(".") if "." in text else text
    said = {"value": shown(text.replace(".", ","))}
    if value < 0:
        return Fault("figure_negative", "", said)
    if is_float and len(text.replace(".", "").strip("0")) > MOST_EXACT_DIGITS:
        return Fault("xlsx_long_float", "", said)
    if element.value_type in (ValueType.BOOLEAN, ValueType.CHOICE):
        return _parsed_text(text, element)
    if element.value_type is ValueType.INTEGER and "." in text:
        return Fault("figure_not_whole", "", said)
    return Figure(text) if CANONICAL_DECIMAL.fullmatch(text) else Fault("figure_too_long", "", said)


def _parsed_text(text: str, element: DataElement) -> Parsed | Fault:
    words = {bare(choice_word(code)): code for code in element.choices}
    parsed = parse_figure(words.get(bare(text.strip()), text), element.value_type, element.choices)
    if isinstance(parsed, Draft):
        return Fault(parsed.code, "", {"value": shown(text)})
    if isinstance(parsed, Ambiguous):
        readings = " / ".join(format_typed(reading) for reading in parsed.readings)
        return Fault("xlsx_ambiguous", "", {"value": shown(text), "readings": readings})
    return parsed
