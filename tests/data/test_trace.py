"""The way from a result to its cells."""

from collections.abc import Mapping

from data.definitions import OverTime, ValueType
from data.model import CellState
from data.periods import PeriodType, parse_period
from data.trace import TraceNode, explain, explain_element
from tests.builders import make_calculator, make_element, make_indicator

ELEMENTS = (
    make_element("cases", frequency=PeriodType.MONTH, sex_disaggregated=True),
    make_element("people", over_time=OverTime.LAST),
    make_element("parts", sex_disaggregated=True, male_element="m", female_element="f"),
    make_element("m"),
    make_element("f"),
    make_element("klass", value_type=ValueType.CHOICE, over_time=OverTime.LAST),
)
INDICATORS = (
    make_indicator("share", "cases", "people"),
    make_indicator("count", "cases", factor=1),
    make_indicator("sexes", "parts", disaggregation=("sex",)),
    make_indicator("class", "klass"),
)


def tree(indicator: str, cells: Mapping[str, str | int | None], period: str, category: str = "total") -> TraceNode:
    return explain(make_calculator(ELEMENTS, INDICATORS, cells), indicator, parse_period(period), category)


def outline(node: TraceNode) -> list[tuple[str, str, str, object]]:
    found: list[tuple[str, str, str, object]] = [(node.kind, node.code, node.period, node.value)]
    return found + [line for child in node.children for line in outline(child)]


def test_a_result_leads_to_its_cells() -> None:
    cells = {"cases@202401:male": 2, "cases@202401:female": 3, "people@2023": 50}
    assert outline(tree("share", cells, "202401")) == [
        ("indicator", "share", "202401", 10),
        ("numerator", "cases", "202401", 5),
        ("element", "cases", "202401", 5),
        ("part", "cases", "202401", 5),
        ("cell", "cases", "202401", 2),
        ("cell", "cases", "202401", 3),
        ("denominator", "people", "202401", 50),
        ("element", "people", "202401", 50),
        ("part", "people", "2023", 50),
        ("cell", "people", "2023", 50),
    ]


def test_a_missing_month_shows_its_empty_cells() -> None:
    node = tree("count", {"cases@202401": 2}, "2024Q1")
    element = node.children[0].children[0]
    assert (node.value, node.children[0].value, element.state) == (None, None, CellState.NOT_REPORTED)
    assert [part.value for part in element.children] == [2, None, None]


def test_a_sex_leads_to_the_cells_of_the_part() -> None:
    node = tree("sexes", {"m@2024": 4}, "2024", "male")
    assert outline(node)[-1] == ("cell", "m", "2024", 4)


def test_a_dash_is_shown_as_such() -> None:
    node = tree("count", {"cases@202401": "-"}, "202401")
    assert node.children[0].children[0].state is CellState.NOT_APPLICABLE


def test_a_choice_is_its_cell() -> None:
    node = tree("class", {"klass@2024": "II"}, "2024")
    assert (node.children[0].text, node.children[0].value) == ("II", None)


def test_a_data_element_leads_to_its_cells_without_a_formula() -> None:
    calculator = make_calculator(ELEMENTS, INDICATORS, {"people@2023": 50, "klass@2023": "II"})
    found = explain_element(calculator, "people", parse_period("2023"))
    assert outline(found) == [
        ("element", "people", "2023", 50),
        ("part", "people", "2023", 50),
        ("cell", "people", "2023", 50),
    ]
    choice = explain_element(calculator, "klass", parse_period("2023"))
    assert (choice.kind, choice.period, choice.text) == ("cell", "2023", "II")
