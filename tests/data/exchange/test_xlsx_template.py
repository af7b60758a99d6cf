"""The spreadsheet of a form as other programs see it: what is locked, what may be typed, how it prints."""

from __future__ import annotations

import io

import pytest
from openpyxl import Workbook, load_workbook

from data.exchange.sheet_texts import period_title
from data.exchange.xlsx_layout import Place
from data.model import CellState
from data.periods import parse_period
from tests.data.exchange.sheet_files import cell, make_entry_form, make_xlsx

FIGURES = (
    cell("people", "4127", comment="=chưa rõ"),
    cell("people", "4100", period="2024Q2"),
    cell("weight", "12.5"),
    cell("doctor", "false"),
    cell("kind", "xa"),
)


def opened(content: bytes) -> Workbook:
    return load_workbook(io.BytesIO(content))


def test_labels_are_locked_and_figures_and_notes_are_open() -> None:
    page = opened(make_xlsx())["Phiếu"]
    assert {at: page[at].protection.locked for at in ("A7", "B7", "C7", "D7", "E7", "E10", "E12", "F7", "B2")} == {
        **dict.fromkeys(("A7", "B7", "C7", "D7", "B2"), True),
        **dict.fromkeys(("E7", "E10", "E12", "F7"), False),
    }


@pytest.mark.parametrize("sheet", ["Phiếu", "Khóa"])
def test_it_is_protected_without_a_password(sheet: str) -> None:
    protection = opened(make_xlsx())[sheet].protection
    assert (protection.sheet, protection.password) == (True, None)


def test_nothing_is_merged_and_the_keys_are_hidden() -> None:
    book = opened(make_xlsx())
    assert not book["Phiếu"].merged_cells.ranges
    assert [sheet.sheet_state for sheet in book.worksheets] == ["visible", "hidden"]


def test_keys_say_which_code_each_line_and_column_carries() -> None:
    keys = opened(make_xlsx())["Khóa"]
    assert [keys[f"B{line}"].value for line in range(1, 7)] == [
        "1",
        "TYT_TA_PHOI",
        "p.quarter",
        "2024Q3",
        "1",
        "2024Q3",
    ]
    assert [keys.cell(8, column).value for column in (1, 2, 3)] == ["8", "people", "male"]
    assert {keys.cell(8, column).number_format for column in (1, 2, 3)} == {"@"}


def test_figures_stand_as_numbers_with_the_vietnamese_form() -> None:
    page = opened(make_xlsx(*FIGURES))["Phiếu"]
    assert [page[at].value for at in ("E7", "E10", "E11", "E12")] == [4127, 12.5, "Không", "xã"]
    assert page["E7"].number_format == "[$-42A]#,##0"


def test_the_figure_before_stands_beside_in_grey() -> None:
    page = opened(make_xlsx(*FIGURES))["Phiếu"]
    assert (page["D6"].value, page["D7"].value) == ("Kỳ trước: Quý II/2024", 4100)
    assert page["D7"].number_format == "[$-42A]#,##0"
    assert page["D7"].font.color.rgb == "FF6B6B6B"


def test_an_empty_template_has_the_figure_before_and_none_of_its_own() -> None:
    page = opened(make_xlsx(*FIGURES, is_filled=False))["Phiếu"]
    assert (page["D7"].value, page["E7"].value, page["E10"].value, page["F7"].value) == (4100, None, None, None)


def test_notes_stay_text_whatever_they_begin_with() -> None:
    note = opened(make_xlsx(*FIGURES))["Phiếu"]["F7"]
    assert (note.value, note.data_type) == ("=chưa rõ", "s")


def test_what_a_spreadsheet_cannot_keep_exactly_is_written_as_text() -> None:
    page = opened(make_xlsx(cell("weight", "123456789012.123456")))["Phiếu"]
    assert page["E10"].value == "123456789012,123456"


def test_a_draft_leaves_its_cell_open_and_a_dash_stands() -> None:
    values = (cell("people", "nhiều", state=CellState.DRAFT), cell("weight", "", state=CellState.NOT_APPLICABLE))
    page = opened(make_xlsx(*values))["Phiếu"]
    assert (page["E7"].value, page["E10"].value) == (None, "-")


def test_each_line_allows_what_its_type_allows() -> None:
    page = opened(make_xlsx())["Phiếu"]
    rules = {str(rule.sqref): rule for rule in page.data_validations.dataValidation}
    assert {at: rule.type for at, rule in rules.items()} == {
        **dict.fromkeys(("E7", "E8", "E9", "E10"), "custom"),
        **dict.fromkeys(("E11", "E12"), "list"),
    }
    assert "INT(E7)=E7" in rules["E7"].formula1
    assert "ROUND(E10,6)=E10" in rules["E10"].formula1
    assert (rules["E11"].formula1, rules["E12"].formula1) == ('"Có,Không,-"', '"xã,II,-"')


def test_sexes_are_lines_of_their_own() -> None:
    page = opened(make_xlsx())["Phiếu"]
    assert [page[f"B{line}"].value for line in (7, 8, 9, 10)] == ["Dân số cuối kỳ", "– nam", "– nữ", "Cân nặng"]


def test_it_prints_on_a4_with_its_head_repeated() -> None:
    page = opened(make_xlsx())["Phiếu"]
    assert (page.page_setup.paperSize, page.print_title_rows) == (9, "$6:$6")
    assert getattr(page.sheet_properties.pageSetUpPr, "fitToPage", False)
    assert page.freeze_panes == "C7"
    assert "p.quarter" in str(page.oddFooter)


def test_months_stand_side_by_side_without_notes() -> None:
    page = opened(make_xlsx(form=make_entry_form("v.month")))["Phiếu"]
    heads = [page.cell(6, column).value for column in range(5, 9)]
    assert heads == ["Tháng 7/2024", "Tháng 8/2024", "Tháng 9/2024", None]


def test_a_year_of_months_stands_across_the_paper() -> None:
    page = opened(make_xlsx(form=make_entry_form("v.month", "2024")))["Phiếu"]
    assert page.page_setup.orientation == "landscape"


def test_an_example_says_so_on_screen_and_paper() -> None:
    page = opened(make_xlsx(is_example=True))["Phiếu"]
    assert page["A5"].value == "SỐ LIỆU VÍ DỤ"
    assert "SỐ LIỆU VÍ DỤ" in str(page.oddFooter)


def test_the_same_form_gives_the_same_bytes() -> None:
    assert make_xlsx(*FIGURES) == make_xlsx(*FIGURES)


@pytest.mark.parametrize(
    ("values", "shown"),
    [
        ((("202404", "5"), ("202405", "7"), ("202406", "1")), "13"),
        ((("202404", "5"), ("202405", "7")), "(12) 2/3"),
        ((), ""),
    ],
)
def test_months_before_are_added_up_and_what_is_there_of_them_said(
    values: tuple[tuple[str, str], ...], shown: str
) -> None:
    months = (cell("visits", text, period=period) for period, text in values)
    page = opened(make_xlsx(*months, form=make_entry_form("v.month")))["Phiếu"]
    assert page["D7"].value == (int(shown) if shown.isdigit() else shown or None)


def test_dashes_and_choices_stand_beside_as_words() -> None:
    before = (
        cell("weight", "", period="2024Q2", state=CellState.NOT_APPLICABLE),
        cell("doctor", "true", period="2024Q2"),
    )
    page = opened(make_xlsx(*before))["Phiếu"]
    assert (page["D10"].value, page["D11"].value, page["D12"].value) == ("–", "Có", None)


@pytest.mark.parametrize(
    ("code", "title"),
    [
        ("202407", "Tháng 7/2024"),
        ("2024Q3", "Quý III/2024"),
        ("2024S1", "6 tháng đầu năm 2024"),
        ("2024S2", "6 tháng cuối năm 2024"),
        ("2024M9", "9 tháng đầu năm 2024"),
        ("2024", "Năm 2024"),
    ],
)
def test_every_period_has_its_title(code: str, title: str) -> None:
    assert period_title(parse_period(code)) == title


@pytest.mark.parametrize(("place", "address"), [(Place(1, 1), "A1"), (Place(9, 26), "Z9"), (Place(7, 28), "AB7")])
def test_cells_are_called_as_the_spreadsheet_calls_them(place: Place, address: str) -> None:
    assert place.address == address
