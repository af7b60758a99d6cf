"""What is exported comes back as it was."""

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.exchange.csv_export import figures_csv, periods_inside
from data.exchange.csv_figures import ImportFile, read_figures
from data.exchange.csv_rows import HEADER
from data.model import Category, CellState, DataValue
from data.periods import parse_period
from tests.builders import make_catalogue, make_element

CATALOGUE = make_catalogue((make_element("people", sex_disaggregated=True), make_element("births")))
FILE = ImportFile(name="F.csv", station="TYT_A", today=date(2025, 1, 1), catalogue=CATALOGUE)


def figure(element: str = "people", value: str = "5", **changes: str) -> DataValue:
    """A figure of 2024."""
    return DataValue(
        data_element=element,
        period=changes.get("period", "2024"),
        category=Category(changes.get("category", "default")),
        state=CellState(changes.get("state", "figure")),
        value=value,
        comment=changes.get("comment", ""),
    )


def test_form_of_the_file() -> None:
    content = figures_csv([figure(comment="a,b")], "TYT_A")
    assert content == (",".join(HEADER) + '\npeople,2024,TYT_A,default,,5,,,"a,b",\n').encode()


def test_rows_are_sorted_and_no_figure_is_left_out() -> None:
    values = [
        figure(category="male"),
        figure("births", period="2024"),
        figure(),
        figure(period="2023"),
        figure("births", "", period="2022", state="not_applicable"),
        figure("births", "12a", period="2021", state="draft"),
    ]
    rows = [line.split(",")[:4] for line in figures_csv(values, "U").decode().splitlines()[1:]]
    assert rows == [
        ["births", "2024", "U", "default"],
        ["people", "2023", "U", "default"],
        ["people", "2024", "U", "default"],
        ["people", "2024", "U", "male"],
    ]


def test_nothing_to_give_is_the_header_alone() -> None:
    assert figures_csv([], "U") == (",".join(HEADER) + "\n").encode()


@pytest.mark.parametrize(
    ("period", "inside"),
    [
        ("202401", ("202401",)),
        ("2024Q1", ("202401", "202402", "202403", "2024Q1")),
        ("2024S2", ("202407", "202408", "202409", "202410", "202411", "202412", "2024Q3", "2024Q4")),
    ],
)
def test_periods_inside(period: str, inside: tuple[str, ...]) -> None:
    assert periods_inside(parse_period(period)) == inside


def test_periods_inside_nine_months_and_a_year() -> None:
    assert len(periods_inside(parse_period("2024M9"))) == 9 + 3
    assert len(periods_inside(parse_period("2024"))) == 12 + 4 + 1


@pytest.mark.parametrize(
    "comment", ["=1+1", "+84 214", "- chưa đối chiếu", "@A1", '"', "a\rb", "a\r\nb", ",", "12+7+9"]
)
def test_a_comment_comes_back_as_it_was(comment: str) -> None:
    assert read_figures(figures_csv([figure(comment=comment)], "TYT_A"), FILE)[0].comment == comment


@given(st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs"), max_codepoint=0x2000)))
def test_any_comment_comes_back(comment: str) -> None:
    read = read_figures(figures_csv([figure(comment=comment)], "TYT_A"), FILE)
    assert read[0].comment == unicodedata.normalize("NFC", comment)
