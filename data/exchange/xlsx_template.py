"""A form as a spreadsheet: locked labels, open cells of the right type, last period's figures beside in grey.

Protected without a password: the protection keeps from slips, not from persons. ``xlsx_figures`` reads it back.
Source: CONTRACT section 5, X1.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from data.definitions import DataElement, ValueType
from data.exchange.sheet_texts import choice_word, over_number, over_text, period_title, sheet_text
from data.exchange.xlsx_layout import (
    BESIDE,
    FIRST_PART,
    FIRST_ROW,
    HEAD_ROW,
    HOW_ROW,
    KEY_CATALOGUE,
    MOST_EXACT_DIGITS,
    NAME,
    NUMBER,
    PERIOD_ROW,
    STATION_ROW,
    TITLE_ROW,
    UNIT,
    Place,
    figure_places,
    keys,
    labels,
    last_column,
    last_row,
    note_column,
)
from data.figures import Figures
from data.form_layout import CellId, EntryForm, EntryRow
from data.model import CellState, DataValue
from data.numbers import format_typed

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

FONT, SIZE = "Times New Roman", 12
GREY, RULE, OPEN = "#6B6B6B", "#9A9A9A", "#FFFFFF"
LOCKED = "#F2F2F2"
A4 = 9
WIDE_PARTS = 3
"""More columns of figures than this stand on paper laid across."""
VIETNAMESE_WHOLE, VIETNAMESE_DECIMAL = "[$-42A]#,##0", "[$-42A]#,##0.0#####"


class FormSheet(NamedTuple):
    """What a spreadsheet is made of.

    Attributes:
        station: Its code; ``station_name`` as of the period.
        values: Cells of the form's periods and of the compared ones.
        is_filled: Whether figures that are there stand in it, or the cells are open.
        now: When it is made, for the file's own properties.
    """

    form: EntryForm
    station: str
    station_name: str
    values: Iterable[DataValue]
    is_filled: bool
    now: datetime
    catalogue_version: str = ""
    is_example: bool = False


def form_xlsx(sheet: FormSheet) -> bytes:
    """The spreadsheet as the bytes of an XLSX file; a draft is no figure and leaves its cell open."""
    from xlsxwriter.workbook import Workbook

    file = io.BytesIO()
    settings = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    workbook = Workbook(file, settings)
    workbook.set_properties(
        {
            "title": sheet.form.data_set.title_vi,
            "author": sheet.station_name,
            "comments": sheet.form.whole.code,
            "created": sheet.now.replace(tzinfo=None),
        }
    )
    _Writer(workbook, sheet).write()
    workbook.close()
    return file.getvalue()


class _Writer:
    """Puts one form down."""

    def __init__(self, workbook: Workbook, sheet: FormSheet) -> None:
        self._book = workbook
        self._sheet = sheet
        self._form = sheet.form
        values = tuple(sheet.values)
        self._figures = Figures.of(values)
        self._values = {CellId(value.data_element, value.period, value.category): value for value in values}
        self._page: Worksheet = workbook.add_worksheet(sheet_text("form"))
        self._looks: dict[tuple[tuple[str, Any], ...], Format] = {}

    def write(self) -> None:
        """Everything, then the protection."""
        self._write_head()
        self._write_rows()
        self._set_up_page()
        self._write_keys()
        self._page.protect("", {"format_columns": True, "format_rows": True})
        self._page.activate()

    def _look(self, **properties: Any) -> Format:  # noqa: ANN401 - the library's own
        """A format, made once."""
        key = tuple(sorted(properties.items()))
        if key not in self._looks:
            whole = {"font_name": FONT, "font_size": SIZE, "valign": "vcenter", **properties}
            self._looks[key] = self._book.add_format(whole)
        return self._looks[key]

    def _text(self, place: Place, text: str, look: Format) -> None:
        if text:
            self._page.write_string(place.row - 1, place.column - 1, text, look)
        else:
            self._page.write_blank(place.row - 1, place.column - 1, None, look)

    # --- the sheet of the form -------------------------------------------------------------------------------------

    def _write_head(self) -> None:
        form, sheet = self._form, self._sheet
        self._text(Place(TITLE_ROW, 1), form.data_set.title_vi, self._look(bold=True, font_size=SIZE + 2))
        station = sheet_text("station", name=sheet.station_name, code=sheet.station)
        self._text(Place(STATION_ROW, 1), station, self._look())
        self._text(Place(PERIOD_ROW, 1), period_title(form.whole), self._look())
        self._text(Place(HOW_ROW, 1), sheet_text("how"), self._look(italic=True, font_color=GREY))
        if sheet.is_example:
            self._text(Place(HEAD_ROW - 1, 1), sheet_text("example"), self._look(bold=True))
        head = self._look(bold=True, text_wrap=True, align="center", bg_color=LOCKED, border=1, border_color=RULE)
        for place, text in labels(form).items():
            if place.row == HEAD_ROW:
                self._text(place, text, head)
        is_last_year = form.compared == form.whole.in_year(form.whole.year - 1)
        beside = sheet_text("last_year" if is_last_year else "before", period=period_title(form.compared))
        self._text(Place(HEAD_ROW, BESIDE), beside, head)
        if note_column(form):
            self._text(Place(HEAD_ROW, note_column(form)), sheet_text("note"), head)
        self._page.set_row(HEAD_ROW - 1, 34)

    def _write_rows(self) -> None:
        words, rows = labels(self._form), self._form.rows
        plain: dict[str, Any] = {"border": 1, "border_color": RULE}
        for down, row in enumerate(rows):
            line = FIRST_ROW + down
            self._text(Place(line, NUMBER), row.number, self._look(align="center", **plain))
            name = self._look(text_wrap=True, indent=1 if row.is_part else 0, **plain)
            self._text(Place(line, NAME), words[Place(line, NAME)], name)
            self._text(Place(line, UNIT), words[Place(line, UNIT)], self._look(text_wrap=True, **plain))
            self._write_beside(row, line)
            self._allow(row, line)
            self._write_note(row, line)
        for place, cell in figure_places(self._form).items():
            self._write_figure(place, cell, rows[place.row - FIRST_ROW])

    def _write_beside(self, row: EntryRow, line: int) -> None:
        """The compared period's figure: a number, to be worked with; a word or a part of it as text."""
        plain: dict[str, Any] = {"font_color": GREY, "align": "right", "border": 1, "border_color": RULE}
        number = over_number(self._figures, row, self._form.compared)
        if number is None:
            text = over_text(self._figures, row, self._form.compared)
            self._text(Place(line, BESIDE), text, self._look(**plain))
            return
        shown = VIETNAMESE_WHOLE if number == int(number) else VIETNAMESE_DECIMAL
        self._page.write_number(line - 1, BESIDE - 1, float(number), self._look(num_format=shown, **plain))

    def _write_figure(self, place: Place, cell: CellId, row: EntryRow) -> None:
        look = self._open_look(row.element)
        value = self._values.get(cell) if self._sheet.is_filled else None
        at = (place.row - 1, place.column - 1)
        if value is None or value.state in (CellState.DRAFT, CellState.NOT_REPORTED):
            self._page.write_blank(*at, None, look)
        elif value.state is CellState.NOT_APPLICABLE:
            self._page.write_string(*at, "-", look)
        elif row.element.value_type in (ValueType.BOOLEAN, ValueType.CHOICE):
            self._page.write_string(*at, choice_word(value.value), look)
        elif len(value.value.replace(".", "").lstrip("0")) > MOST_EXACT_DIGITS:
            self._page.write_string(*at, format_typed(value.value).replace(".", ""), look)
        else:
            number = float(value.value) if "." in value.value else int(value.value)
            self._page.write_number(*at, number, look)

    def _open_look(self, element: DataElement) -> Format:
        looks: Mapping[ValueType, str] = {
            ValueType.INTEGER: VIETNAMESE_WHOLE,
            ValueType.DECIMAL: VIETNAMESE_DECIMAL,
        }
        form = looks.get(element.value_type, "@")
        return self._look(num_format=form, locked=False, align="right", border=1, border_color=RULE, bg_color=OPEN)

    def _write_note(self, row: EntryRow, line: int) -> None:
        column = note_column(self._form)
        if not column:
            return
        cell = CellId(row.element.code, self._form.parts[0].code, row.category)
        value = self._values.get(cell) if self._sheet.is_filled else None
        comment = value.comment if value is not None and value.state is not CellState.DRAFT else ""
        look = self._look(num_format="@", locked=False, text_wrap=True, border=1, border_color=RULE, bg_color=OPEN)
        self._text(Place(line, column), comment, look)

    def _allow(self, row: EntryRow, line: int) -> None:
        """What may be typed into the open cells of a line."""
        first = Place(line, FIRST_PART).address
        rule: dict[str, Any] = {"error_title": sheet_text("wrong_title"), "error_type": "stop"}
        kind = row.element.value_type
        if kind in (ValueType.BOOLEAN, ValueType.CHOICE):
            codes = ("true", "false") if kind is ValueType.BOOLEAN else row.element.choices
            rule |= {"validate": "list", "source": [*map(choice_word, codes), "-"], "error_message": sheet_text("list")}
        else:
            exact = f"INT({first})={first}" if kind is ValueType.INTEGER else f"ROUND({first},6)={first}"
            figure = f"AND(ISNUMBER({first}),{first}>=0,{first}<1000000000000,{exact})"
            rule |= {"validate": "custom", "value": f'=OR({first}="-",{first}="–",{figure})'}
            rule["error_message"] = sheet_text(kind.value)
        last = FIRST_PART + len(self._form.parts) - 1
        self._page.data_validation(line - 1, FIRST_PART - 1, line - 1, last - 1, rule)

    def _set_up_page(self) -> None:
        page, form = self._page, self._form
        part = 14 if not form.has_total else 11
        for column, width in ((NUMBER, 5), (NAME, 46), (UNIT, 12), (BESIDE, 15)):
            page.set_column(column - 1, column - 1, width)
        page.set_column(FIRST_PART - 1, FIRST_PART + len(form.parts) - 2, part)
        if note_column(form):
            page.set_column(note_column(form) - 1, note_column(form) - 1, 28)
        page.freeze_panes(FIRST_ROW - 1, NAME)
        page.set_paper(A4)
        if len(form.parts) > WIDE_PARTS or note_column(form):
            page.set_landscape()
        page.set_margins(left=0.6, right=0.6, top=0.7, bottom=0.8)
        page.fit_to_pages(1, 0)
        page.repeat_rows(HEAD_ROW - 1)
        page.print_area(0, 0, last_row(form) - 1, last_column(form) - 1)
        mark = f"{sheet_text('example')} · " if self._sheet.is_example else ""
        code = sheet_text("code", code=form.data_set.code, period=form.whole.code)
        page.set_footer(f"&L&8{mark}{code}&R{sheet_text('footer')}")

    # --- the sheet of keys -----------------------------------------------------------------------------------------

    def _write_keys(self) -> None:
        page = self._book.add_worksheet(sheet_text("key"))
        look = self._look(num_format="@")
        for place, text in keys(self._form, self._sheet.station).items():
            page.write_string(place.row - 1, place.column - 1, text, look)
        page.write_string(KEY_CATALOGUE - 1, 0, "catalogue", look)
        page.write_string(KEY_CATALOGUE - 1, 1, self._sheet.catalogue_version, look)
        page.set_column(0, 2, 24)
        page.protect("")
        page.hide()
