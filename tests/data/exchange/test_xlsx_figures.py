"""Reading the spreadsheet of a form: every fault is told with its cell, and nothing is guessed."""

from __future__ import annotations

import contextlib
import io
import zipfile
from datetime import date, datetime, time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.worksheet.formula import ArrayFormula

from data.errors import Fault, FaultsError, UserError
from data.exchange import xlsx_package
from data.exchange.xlsx_figures import parsed_cell
from data.exchange.xlsx_package import SheetCell, read_package
from data.model import Category, CellState, DataValue
from tests.builders import make_element
from tests.data.exchange.sheet_files import cell, changed, make_entry_form, make_xlsx, read, typed

# Rows of the form: 7 people, 8 male, 9 female, 10 weight, 11 doctor, 12 kind. Figures in E, notes in F.


def refused(content: bytes, **changes: object) -> list[Fault]:
    """The faults of a file that must be refused."""
    with pytest.raises(FaultsError) as caught:
        read(content, **changes)
    assert caught.value.code == "xlsx_refused"
    assert caught.value.parameters["total"] == str(len(caught.value.faults))
    return list(caught.value.faults)


def places(faults: list[Fault]) -> list[tuple[str, str]]:
    """Code and cell of each fault."""
    return [(fault.code, fault.place) for fault in faults]


FIGURES = (
    cell("people", "4127"),
    cell("people", "1950", "male", comment="đếm lại"),
    cell("weight", "12.5"),
    cell("doctor", "true"),
    cell("kind", "xa"),
)


def test_what_was_written_is_read_back() -> None:
    assert read(make_xlsx(*FIGURES)).values == FIGURES


def test_a_file_saved_by_another_program_reads_the_same() -> None:
    assert read(changed(make_xlsx(*FIGURES), lambda book: None)).values == FIGURES


def test_an_empty_template_says_nothing() -> None:
    assert read(make_xlsx(*FIGURES, is_filled=False)).values == ()


def test_a_dash_is_not_applicable_and_a_draft_stays_out() -> None:
    dash = cell("people", "", state=CellState.NOT_APPLICABLE)
    assert read(make_xlsx(dash, cell("weight", "nhiều", state=CellState.DRAFT))).values == (dash,)


FIGURE_TEXTS = {
    "people": st.integers(0, 10**12 - 1).map(str),
    "weight": st.from_regex(r"(0|[1-9][0-9]{0,11})(\.[0-9]{0,5}[1-9])?", fullmatch=True),
    "doctor": st.sampled_from(("true", "false")),
    "kind": st.sampled_from(("xa", "II")),
}
LABELS = ("people", "weight", "doctor", "kind")


@given(st.fixed_dictionaries({code: st.none() | FIGURE_TEXTS[code] for code in LABELS}))
@settings(max_examples=15, deadline=None)
def test_any_figures_survive_the_way_there_and_back(texts: dict[str, str | None]) -> None:
    values = tuple(cell(code, text) for code, text in texts.items() if text is not None)
    assert set(read(make_xlsx(*values)).values) == set(values)


@pytest.mark.parametrize(
    ("typed_value", "value"),
    [(12, "12"), (12.0, "12"), ("1.234", "1234"), (" 12 ", "12"), ("12+7", "19"), (0, "0"), ("１２", "12")],
)
def test_whole_figures_typed_in_a_spreadsheet(typed_value: object, value: str) -> None:
    assert [each.value for each in read(typed(make_xlsx(), {"E7": typed_value})).values] == [value]


@pytest.mark.parametrize(("typed_value", "value"), [(12.5, "12.5"), ("12,5", "12.5"), (0.1, "0.1"), (7, "7")])
def test_decimals_typed_in_a_spreadsheet(typed_value: object, value: str) -> None:
    assert [each.value for each in read(typed(make_xlsx(), {"E10": typed_value})).values] == [value]


@pytest.mark.parametrize(("typed_value", "value"), [("Có", "true"), ("không", "false"), (True, "true"), (0, "false")])
def test_truths_typed_in_a_spreadsheet(typed_value: object, value: str) -> None:
    assert [each.value for each in read(typed(make_xlsx(), {"E11": typed_value})).values] == [value]


@pytest.mark.parametrize(("typed_value", "value"), [("Xã", "xa"), ("ii", "II")])
def test_choices_typed_in_a_spreadsheet(typed_value: object, value: str) -> None:
    assert [each.value for each in read(typed(make_xlsx(), {"E12": typed_value})).values] == [value]


@pytest.mark.parametrize(
    ("address", "typed_value", "code"),
    [
        ("E7", "=SUM(E8:E9)", "xlsx_formula"),
        ("E7", ArrayFormula("E7:E8", "=E8:E9"), "xlsx_formula"),
        ("E8", date(2024, 2, 1), "xlsx_date"),
        ("E8", datetime(2024, 2, 1, 7, 5), "xlsx_date"),  # noqa: DTZ001 - a spreadsheet knows no zones
        ("E8", time(7, 5), "xlsx_date"),
        ("E9", "mười hai", "figure_not_number"),
        ("E9", -5, "figure_negative"),
        ("E9", "-5", "figure_negative"),
        ("E9", 12.5, "figure_not_whole"),
        ("E9", 1234567890123, "figure_too_long"),
        ("E9", "1,234", "xlsx_ambiguous"),
        ("E9", True, "figure_not_number"),
        ("E10", 1e-7, "figure_too_long"),
        ("E10", 1e20, "figure_too_long"),
        ("E10", "1.234", "xlsx_ambiguous"),
        ("E11", "nửa", "figure_not_boolean"),
        ("E12", "huyện", "figure_not_choice"),
        ("F7", "=1+1", "xlsx_formula"),
    ],
)
def test_what_is_no_figure_is_refused_with_its_cell(address: str, typed_value: object, code: str) -> None:
    assert places(refused(typed(make_xlsx(), {address: typed_value}))) == [(code, address)]


def test_an_error_value_is_refused_with_its_cell() -> None:
    def put(book: Workbook) -> None:
        book["Phiếu"]["E10"] = "#DIV/0!"
        book["Phiếu"]["E10"].data_type = "e"

    assert places(refused(changed(make_xlsx(), put))) == [("xlsx_error_value", "E10")]


def test_a_number_with_more_digits_than_a_spreadsheet_keeps_is_refused() -> None:
    content = _with_part(make_xlsx(cell("weight", "12.5")), "<v>12.5</v>", "<v>0.30000000000000004</v>")
    assert places(refused(content)) == [("xlsx_long_float", "E10")]


def test_a_number_without_end_is_no_figure() -> None:
    element = make_element("people")
    fault = parsed_cell(SheetCell(float("inf"), "n"), element)
    assert isinstance(fault, Fault)
    assert fault.code == "figure_not_number"


@pytest.mark.parametrize(("typed_value", "value"), [("mười hai", "mười hai"), (-5.5, "-5,5"), (12.5, "12,5")])
def test_a_fault_says_what_the_cell_holds(typed_value: object, value: str) -> None:
    assert refused(typed(make_xlsx(), {"E9": typed_value}))[0].parameters == {"value": value}


def test_all_faults_are_told_at_once() -> None:
    content = typed(make_xlsx(), {"E7": "=1", "E9": -1, "E10": "abc"})
    assert [fault.place for fault in refused(content)] == ["E7", "E9", "E10"]


def test_merged_cells_are_refused_with_their_range() -> None:
    content = changed(make_xlsx(), lambda book: book["Phiếu"].merge_cells("E8:E9"))
    assert places(refused(content)) == [("xlsx_merged", "E8:E9")]


def test_merging_above_the_table_is_harmless() -> None:
    content = changed(make_xlsx(*FIGURES), lambda book: book["Phiếu"].merge_cells("A1:D1"))
    assert read(content).values == FIGURES


def test_a_range_merged_to_the_end_of_the_sheet_is_not_walked_over() -> None:
    content = _with_part(
        make_xlsx(), "</sheetData>", '</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    )
    assert places(refused(content)) == [("xlsx_merged", "A1:XFD1048576")]


def test_hidden_rows_are_read() -> None:
    def hide(book: Workbook) -> None:
        book["Phiếu"].row_dimensions[8].hidden = True

    assert read(changed(make_xlsx(*FIGURES), hide)).values == FIGURES


@pytest.mark.parametrize("address", ["B7", "C10", "B6", "E6"])
def test_a_changed_label_is_refused_with_its_cell(address: str) -> None:
    assert places(refused(typed(make_xlsx(), {address: "Khác"}))) == [("xlsx_label_changed", address)]


def test_a_label_typed_with_loose_accents_is_the_same_label() -> None:
    import unicodedata

    assert read(typed(make_xlsx(*FIGURES), {"B7": unicodedata.normalize("NFD", "Dân số cuối kỳ")})).values == FIGURES


def test_a_moved_row_is_named() -> None:
    content = typed(make_xlsx(*FIGURES), {"B10": "Dân số cuối kỳ"})
    faults = refused(content)
    assert places(faults) == [("xlsx_row_moved", "B10")]
    assert faults[0].parameters == {"found": "Dân số cuối kỳ", "wanted": "Cân nặng"}


def test_an_inserted_row_is_refused() -> None:
    faults = refused(changed(make_xlsx(*FIGURES), lambda book: book["Phiếu"].insert_rows(8)))
    assert "B8" in [fault.place for fault in faults]


def test_a_changed_code_is_refused_with_its_cell() -> None:
    content = typed(make_xlsx(), {"B9": "weight"}, sheet="Khóa")
    assert places(refused(content)) == [("xlsx_key_changed", "Khóa!B9")]


def test_a_code_too_many_is_refused() -> None:
    assert places(refused(typed(make_xlsx(), {"B30": "weight"}, sheet="Khóa"))) == [("xlsx_key_changed", "Khóa!B30")]


def test_another_station_is_refused() -> None:
    assert places(refused(make_xlsx(), station="TYT_KHAC")) == [("xlsx_other_station", "A2")]


def test_another_form_and_another_period_are_refused() -> None:
    content = make_xlsx(form=make_entry_form("v.month", "2024Q2"))
    assert places(refused(content)) == [("xlsx_other_form", "A3"), ("xlsx_other_period", "A3")]


def test_any_form_is_read_where_none_is_wanted() -> None:
    months = make_entry_form("v.month", "2024Q2")
    visits = cell("visits", "31", period="202405")
    found = read(make_xlsx(visits, form=months), form=None)
    assert (found.form.data_set.code, found.form.whole.code, found.values) == ("v.month", "2024Q2", (visits,))


@pytest.mark.parametrize(
    ("line", "text", "code"), [("B3", "x.month", "xlsx_form_unknown"), ("B4", "2024Q9", "xlsx_period_unknown")]
)
def test_an_unknown_form_or_period_is_refused(line: str, text: str, code: str) -> None:
    faults = refused(typed(make_xlsx(), {line: text}, sheet="Khóa"), form=None)
    assert places(faults) == [(code, "A3")]


def test_a_period_that_the_form_is_not_kept_for_is_refused() -> None:
    faults = refused(typed(make_xlsx(), {"B4": "202407"}, sheet="Khóa"), form=None)
    assert places(faults) == [("xlsx_period_unknown", "A3")]


def test_a_period_to_come_is_refused() -> None:
    form = make_entry_form(period="2025Q1")
    assert places(refused(make_xlsx(form=form), form=form)) == [("csv_period_future", "A3")]


def test_other_sheets_and_cells_outside_the_table_are_said_but_not_read() -> None:
    def put(book: Workbook) -> None:
        book.create_sheet("Nháp")["A1"] = 5
        book["Phiếu"]["H9"] = 12
        book["Phiếu"]["B20"] = "tổng"

    found = read(changed(make_xlsx(*FIGURES), put))
    assert found.values == FIGURES
    assert places(list(found.remarks)) == [
        ("xlsx_sheet_ignored", "Nháp"),
        ("xlsx_cell_ignored", "H9"),
        ("xlsx_cell_ignored", "B20"),
    ]


@pytest.mark.parametrize("sheet", ["Phiếu", "Khóa"])
def test_a_file_without_one_of_its_sheets_is_none_of_ours(sheet: str) -> None:
    def drop(book: Workbook) -> None:
        del book[sheet]
        book.active = 0
        book.worksheets[0].sheet_state = "visible"

    assert _code(changed(make_xlsx(), drop)) == "xlsx_not_template"


def test_a_file_with_another_mark_is_none_of_ours() -> None:
    assert _code(typed(make_xlsx(), {"A1": "khác"}, sheet="Khóa")) == "xlsx_not_template"


def test_a_newer_format_is_refused() -> None:
    assert _code(typed(make_xlsx(), {"B1": "2"}, sheet="Khóa")) == "xlsx_newer"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "xlsx_damaged"),
        (b"STT,1,2\n", "xlsx_damaged"),
        (b"PK\x03\x04 and no more", "xlsx_damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "xlsx_locked"),
    ],
)
def test_a_file_that_is_no_spreadsheet_is_one_sentence(content: bytes, code: str) -> None:
    assert _code(content) == code


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9, 0.99])
def test_a_file_cut_off_is_one_sentence(share: float) -> None:
    content = make_xlsx(*FIGURES)
    assert _code(content[: int(len(content) * share)]) == "xlsx_damaged"


@given(st.integers(0, 8_000), st.integers(1, 255))
@settings(max_examples=40, deadline=None)
def test_a_flipped_byte_never_breaks_the_program(place: int, flip: int) -> None:
    content = bytearray(CONTENT)
    content[place % len(content)] ^= flip
    with contextlib.suppress(UserError):
        read(bytes(content))


def test_a_broken_part_is_one_sentence() -> None:
    assert _code(_with_part(make_xlsx(), "</sheetData>", "<sheetData>")) == "xlsx_damaged"


def test_what_would_unpack_to_more_than_any_form_is_not_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/worksheets/sheet1.xml", bytes(xlsx_package.LARGEST_UNPACKED + 1))
    assert _code(file.getvalue()) == "xlsx_unpacks_too_large"


def test_a_file_larger_than_any_form_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "lon.xlsx"
    path.write_bytes(bytes(xlsx_package.LARGEST_FILE + 1))
    with pytest.raises(UserError) as caught:
        read_package(path)
    assert (caught.value.code, caught.value.parameters["limit"]) == ("xlsx_too_large", "5")


def test_a_file_is_read_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "phieu.xlsx"
    path.write_bytes(b"abc")
    assert read_package(path) == b"abc"


def test_months_are_told_apart_by_their_columns() -> None:
    form = make_entry_form("v.month")
    values = tuple(cell("visits", text, period=period) for text, period in (("5", "202407"), ("7", "202409")))
    assert read(make_xlsx(*values, form=form), form=form).values == values


def test_a_note_beside_a_figure_is_its_comment() -> None:
    found = read(typed(make_xlsx(), {"E8": 12, "F8": "sổ A5"})).values
    assert found == (DataValue("people", "2024Q3", Category.MALE, CellState.FIGURE, "12", "sổ A5"),)


CONTENT = make_xlsx(*FIGURES)


def _code(content: bytes) -> str:
    with pytest.raises(UserError) as caught:
        read(content)
    assert not isinstance(caught.value, FaultsError)
    return caught.value.code


def _with_part(content: bytes, old: str, new: str) -> bytes:
    """The file with a text of its first sheet replaced."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(file, "w") as target:
        for part in source.infolist():
            data = source.read(part)
            if part.filename == "xl/worksheets/sheet1.xml":
                data = data.replace(old.encode(), new.encode())
            target.writestr(part, data)
    return file.getvalue()
