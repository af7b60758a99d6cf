"""Spreadsheets of a small form, and the ways in which persons change them."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from typing import Any

from openpyxl import Workbook, load_workbook

from data.catalogue.content import Catalogue
from data.definitions import ValueType
from data.exchange.xlsx_figures import SheetFigures, SheetSource, read_form
from data.exchange.xlsx_template import FormSheet, form_xlsx
from data.form_layout import EntryForm, lay_out
from data.model import Category, CellState, DataValue
from data.periods import PeriodType, parse_period
from tests.builders import make_catalogue, make_element, make_form

STATION = "TYT_TA_PHOI"
NOW = datetime(2024, 10, 3, 7, 5, 9, tzinfo=UTC)
QUARTER = PeriodType.QUARTER


def make_sheet_catalogue() -> Catalogue:
    """A quarterly form with a figure of every type, one of them by sex, and a monthly form."""
    elements = (
        make_element("people", name_vi="Dân số cuối kỳ", frequency=QUARTER, sex_disaggregated=True),
        make_element("weight", name_vi="Cân nặng", unit="kg", value_type=ValueType.DECIMAL, frequency=QUARTER),
        make_element("doctor", name_vi="Có bác sĩ", unit="có/không", value_type=ValueType.BOOLEAN, frequency=QUARTER),
        make_element(
            "kind", name_vi="Loại", unit="choice", value_type=ValueType.CHOICE, choices=("xa", "II"), frequency=QUARTER
        ),
        make_element("visits", name_vi="Lượt khám", unit="lượt", frequency=PeriodType.MONTH),
    )
    forms = (
        make_form("p.quarter", QUARTER, "people", "weight", "doctor", "kind"),
        make_form("v.month", PeriodType.MONTH, "visits"),
    )
    return make_catalogue(elements)._replace(data_sets={form.code: form for form in forms})


def make_entry_form(code: str = "p.quarter", period: str = "2024Q3") -> EntryForm:
    """One of the two forms, laid out."""
    catalogue = make_sheet_catalogue()
    return lay_out(catalogue, catalogue.data_sets[code], parse_period(period), same_last_year=False)


def cell(element: str, value: str, category: str = "default", **changes: object) -> DataValue:
    """A figure of the third quarter."""
    fields: dict[str, Any] = {"period": "2024Q3", "state": CellState.FIGURE, "comment": ""}
    return DataValue(data_element=element, category=Category(category), value=value, **{**fields, **changes})


def make_xlsx(*values: DataValue, form: EntryForm | None = None, **changes: object) -> bytes:
    """The spreadsheet of a form, filled with values."""
    fields: dict[str, Any] = {"station": STATION, "station_name": "Trạm Y tế xã Tả Phời", "is_filled": True}
    fields |= {"form": form or make_entry_form(), "values": values, "now": NOW, "catalogue_version": "1"}
    return form_xlsx(FormSheet(**{**fields, **changes}))


def make_source(**changes: object) -> SheetSource:
    """What the spreadsheet is held against."""
    fields: dict[str, Any] = {"name": "phieu.xlsx", "station": STATION, "today": date(2024, 10, 3)}
    fields |= {"catalogue": make_sheet_catalogue(), "form": make_entry_form()}
    return SheetSource(**{**fields, **changes})


def read(content: bytes, **changes: object) -> SheetFigures:
    """Read a spreadsheet back."""
    return read_form(content, make_source(**changes))


def changed(content: bytes, change: Callable[[Workbook], object]) -> bytes:
    """The file after a person changed it with another program; ``change`` is given the open workbook."""
    book = load_workbook(io.BytesIO(content))
    change(book)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def typed(content: bytes, cells: Mapping[str, Any], sheet: str = "Phiếu") -> bytes:
    """The file after something was typed into cells."""

    def put(book: Workbook) -> None:
        for address, value in cells.items():
            book[sheet][address] = value

    return changed(content, put)
