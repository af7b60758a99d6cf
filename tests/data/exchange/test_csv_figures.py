"""Figures from a CSV: every bad input is named with its line, and all rows are taken or none."""

import unicodedata
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from data.definitions import ValueType
from data.errors import FaultsError, SoTramError
from data.exchange.csv_figures import FAULTS_KEPT, ImportFile, read_figures
from data.exchange.csv_rows import HEADER, LARGEST_FILE, read_file
from data.model import Category, CellState, DataValue
from data.periods import PeriodType
from tests.builders import make_catalogue, make_element

HEAD = ",".join(HEADER) + "\n"

CATALOGUE = make_catalogue(
    (
        make_element("people", sex_disaggregated=True),
        make_element("births", frequency=PeriodType.MONTH),
        make_element("visits", frequency=PeriodType.QUARTER),
        make_element("area", value_type=ValueType.DECIMAL),
        make_element("doctor", value_type=ValueType.BOOLEAN),
        make_element("kind", value_type=ValueType.CHOICE, choices=("xa", "đặc biệt")),
        make_element("split", sex_disaggregated=True, male_element="split_male", female_element="split_female"),
        make_element("split_male"),
        make_element("split_female"),
    )
)
FILE = ImportFile(name="F.csv", station="TYT_A", today=date(2024, 8, 15), catalogue=CATALOGUE)


def row(
    element: str = "people", period: str = "2023", category: str = "default", value: str = "5", comment: str = ""
) -> str:
    """One line of a file."""
    return f"{element},{period},TYT_A,{category},,{value},,,{comment},\n"


def read(text: str | bytes) -> list[DataValue]:
    """Read what stands below the header."""
    content = text if isinstance(text, bytes) else (HEAD + text).encode()
    return read_figures(content, FILE)


def faults(text: str | bytes) -> list[tuple[str, str]]:
    """Codes and places of all faults."""
    with pytest.raises(FaultsError) as caught:
        read(text)
    return [(fault.code, fault.place) for fault in caught.value.faults]


@pytest.mark.parametrize(
    ("line", "value"),
    [
        (row(), "5"),
        (row(value="0"), "0"),
        (row(value="999999999999"), "999999999999"),
        (row("area", value="1.50"), "1.50"),
        (row("area", value="0.000001"), "0.000001"),
        (row("doctor", value="true"), "true"),
        (row("kind", value="đặc biệt"), "đặc biệt"),
        (row("births", "202408"), "5"),
        (row("visits", "2024Q3"), "5"),
        (row("people", "2024", "male"), "5"),
        ("people,2023,TYT_A,default,default,5,ai,2024-01-01,,true\n", "5"),
    ],
)
def test_sound_figure(line: str, value: str) -> None:
    assert [figure.value for figure in read(line)] == [value]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (row(value=""), "csv_value_blank"),
        (row(value=" "), "csv_value_blank"),
        (row("nothing", value=""), "csv_element_unknown"),
        (row("unknown"), "csv_element_unknown"),
        (row(period="2024Q5"), "csv_period_unknown"),
        (row(period=""), "csv_period_unknown"),
        (row(period="2025"), "csv_period_future"),
        (row("births", "202409"), "csv_period_future"),
        (row("births", "2024Q1"), "csv_period_not_month"),
        (row("visits", "202401"), "csv_period_not_quarter"),
        (row("people", "2024S1"), "csv_period_not_year"),
        (row().replace("TYT_A", "TYT_B"), "csv_unit_unknown"),
        (row(category="nam"), "csv_category_unknown"),
        (row(category=""), "csv_category_unknown"),
        (row("area", category="male", value="1"), "csv_category_not_kept"),
        (row("split", category="male"), "csv_category_is_element"),
        (row().replace("default,,", "default,other,"), "csv_attribute_unknown"),
        (row(value="năm"), "csv_value_not_number"),
        (row(value="NaN"), "csv_value_not_number"),
        (row(value="1e9"), "csv_value_not_number"),
        (row(value="Infinity"), "csv_value_not_number"),
        (row(value="12%"), "csv_value_not_number"),
        (row(value="٣"), "csv_value_not_number"),
        (row(value='"1.234,5"'), "csv_value_comma"),
        (row("area", value='"12,5"'), "csv_value_comma"),
        (row(value="-3"), "csv_value_negative"),
        (row("area", value="-3.5"), "csv_value_negative"),
        (row(value="2.5"), "csv_value_fraction"),
        (row(value="2.0"), "csv_value_fraction"),
        (row(value="1.2345"), "csv_value_fraction"),
        (row(value="1.234"), "csv_value_grouped"),
        (row(value="1.234.567"), "csv_value_grouped"),
        (row("area", value="1.234.567"), "csv_value_not_number"),
        (row(value="=1+1"), "csv_value_formula"),
        (row(value="+5"), "csv_value_formula"),
        (row(value="@A1"), "csv_value_formula"),
        (row(value="-A1"), "csv_value_formula"),
        (row(value="-"), "csv_value_not_number"),
        (row(value="…"), "csv_value_not_number"),
        (row(value="9" * 5000), "csv_value_too_large"),
        (row(value="1" + "0" * 12), "csv_value_too_large"),
        (row(value="007"), "csv_value_leading_zero"),
        (row("area", value="1.1234567"), "csv_value_decimals"),
        (row("doctor", value="1"), "csv_value_not_boolean"),
        (row("kind", value="thon"), "csv_value_not_choice"),
        ("people,2023\n", "csv_columns"),
        ('people,2023,TYT_A,default,,5,,,"a"b,\n', "csv_quotation"),
        ('people,2023,TYT_A,default,,5,,,"a,\n', "csv_quotation"),
    ],
)
def test_faulty_line_is_named(line: str, code: str) -> None:
    assert faults(row("area", value="1") + line)[0] == (code, "F.csv:3")


@pytest.mark.parametrize(
    ("content", "code", "place"),
    [
        (b"", "csv_empty", "F.csv"),
        (b"\xef\xbb\xbf \r\n", "csv_empty", "F.csv"),
        (b"PK\x03\x04\0\0", "csv_binary", "F.csv"),
        (b"element,period,value\n", "csv_header", "F.csv:1"),
        (HEAD.lower().encode(), "csv_header", "F.csv:1"),
        (row().encode(), "csv_header", "F.csv:1"),
        (HEAD.replace(",", ";").encode(), "csv_semicolons", "F.csv:1"),
        (HEAD.replace(",", "\t").encode(), "csv_tabs", "F.csv:1"),
    ],
)
def test_faulty_file_is_named(content: bytes, code: str, place: str) -> None:
    assert faults(content) == [(code, place)]


def test_broken_utf8_is_named_with_its_line_and_the_others_are_still_checked() -> None:
    content = (HEAD + row() + row("area")).encode() + b"people,\xff\n" + row("births", "202401", value="x").encode()
    assert faults(content) == [("csv_not_utf8", "F.csv:4"), ("csv_value_not_number", "F.csv:5")]


def test_all_faults_of_one_line_are_named() -> None:
    codes = [code for code, _ in faults("none,2024Q9,X,nam,other,,,,,\n")]
    assert codes == [
        "csv_element_unknown",
        "csv_period_unknown",
        "csv_unit_unknown",
        "csv_category_unknown",
        "csv_attribute_unknown",
        "csv_value_blank",
    ]


def test_a_key_may_stand_only_once_and_the_first_line_is_named() -> None:
    with pytest.raises(FaultsError) as caught:
        read(row(value="x") + row(category="male") + row())
    assert [fault.code for fault in caught.value.faults] == ["csv_value_not_number", "csv_duplicate"]
    assert caught.value.faults[1].parameters["first"] == "2"


def test_fifty_faults_are_kept_and_all_are_counted() -> None:
    with pytest.raises(FaultsError) as caught:
        read("".join(row(f"none{number}") for number in range(FAULTS_KEPT + 7)))
    assert len(caught.value.faults) == FAULTS_KEPT
    assert caught.value.parameters["total"] == "57"


@pytest.mark.parametrize(
    ("line", "right"),
    [
        (row("births", "2024Q1"), "202401 … 202403"),
        (row("births", "2024M9"), "202401 … 202409"),
        (row("people", "202403"), "2024"),
        (row("visits", "202403"), "2024Q1"),
    ],
)
def test_a_wrong_frequency_names_the_right_periods(line: str, right: str) -> None:
    with pytest.raises(FaultsError) as caught:
        read(line)
    assert caught.value.faults[-1].parameters["right"] == right


def test_a_sex_kept_as_an_element_names_that_element() -> None:
    with pytest.raises(FaultsError) as caught:
        read(row("split", category="female"))
    assert caught.value.faults[0].parameters["part"] == "split_female"


def test_mark_and_line_ends_of_spreadsheets_are_accepted() -> None:
    content = b"\xef\xbb\xbf" + (HEAD + row() + row(category="male")).replace("\n", "\r\n").encode()
    assert [figure.category for figure in read(content)] == [Category.DEFAULT, Category.MALE]


def test_a_comment_keeps_commas_quotations_and_lines() -> None:
    line = row(comment='"dòng một, ""hai""\nba"') + row(category="nam")
    with pytest.raises(FaultsError) as caught:
        read(line)
    assert caught.value.faults[0].place == "F.csv:4"
    assert read(row(comment='"dòng một, ""hai""\nba"'))[0].comment == 'dòng một, "hai"\nba'


def test_text_comes_in_composed_form() -> None:
    apart = unicodedata.normalize("NFD", "đặc biệt")
    assert read(row("kind", value=apart))[0].value == "đặc biệt"


def test_empty_lines_are_passed_over_and_the_header_alone_is_no_fault() -> None:
    assert len(read("\n" + row() + "\n\n")) == 1
    assert read("") == []


def test_progress_runs_to_the_end_and_may_stop_the_work() -> None:
    steps: list[tuple[int, int]] = []
    read_figures((HEAD + row()).encode(), FILE, lambda done, whole: steps.append((done, whole)))
    assert steps[-1][0] == steps[-1][1]

    def stop(done: int, whole: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        read_figures((HEAD + row()).encode(), FILE, stop)


def read_code(path: Path) -> str:
    with pytest.raises(SoTramError) as caught:
        read_file(path)
    return caught.value.code


def test_a_large_file_is_refused_by_its_size(tmp_path: Path) -> None:
    with (tmp_path / "F.csv").open("wb") as file:
        file.truncate(LARGEST_FILE + 1)
    assert read_code(tmp_path / "F.csv") == "csv_too_large"


def test_an_endless_device_is_refused() -> None:
    assert read_code(Path("/dev/zero")) == "csv_too_large"


def test_what_cannot_be_read_is_named(tmp_path: Path) -> None:
    assert read_code(tmp_path / "none.csv") == "file_missing"
    assert read_code(tmp_path) == "file_is_folder"
    assert read_code(tmp_path / ("x" * 300)) == "file_unreadable"


def test_a_completed_form_takes_nothing_new_and_the_row_says_which_form() -> None:
    there = DataValue("visits", "2024Q2", Category.DEFAULT, CellState.FIGURE, "5")
    file = replace(FILE, locked={("visits", "2024Q2"): "Khám bệnh (quý)"}, held=frozenset([there]))
    content = HEAD + row("visits", "2024Q2") + row("visits", "2024Q2", "default", "6").replace("2024Q2", "2024Q1")
    assert len(read_figures(content.encode(), file)) == 2
    with pytest.raises(FaultsError) as caught:
        read_figures((HEAD + row("visits", "2024Q2", value="6")).encode(), file)
    (fault,) = caught.value.faults
    assert (fault.code, fault.place) == ("csv_period_complete", "F.csv:2")
    assert fault.parameters["form"] == "Khám bệnh (quý)"
