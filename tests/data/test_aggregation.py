"""Data elements over time and by sex (CONTRACT P1, P3, P4, P5)."""

from collections.abc import Mapping
from fractions import Fraction

import pytest

from data.aggregation import NOT_APPLICABLE, ChoiceOver, ElementValue, choice_over, element_over
from data.definitions import DataElement, OverTime, ValueType
from data.numbers import Number
from data.periods import Period, PeriodType, parse_period
from tests.builders import make_element, make_figures

QUARTERLY = PeriodType.QUARTER


def quarterly(over_time: OverTime, **changes: object) -> DataElement:
    return make_element("a", frequency=QUARTERLY, over_time=over_time, **changes)


def over(
    element: DataElement, cells: Mapping[str, str | int | None], span: str, category: str = "total"
) -> ElementValue:
    return element_over(make_figures(cells), element, parse_period(span), category)


FULL: Mapping[str, str | int | None] = {"a@2024Q1": 10, "a@2024Q2": 20, "a@2024Q3": 30, "a@2024Q4": 41}


@pytest.mark.parametrize(
    ("over_time", "value"),
    [(OverTime.SUM, 101), (OverTime.AVERAGE, Fraction(101, 4)), (OverTime.FIRST, 10), (OverTime.LAST, 41)],
)
def test_quarters_make_a_year(over_time: OverTime, value: Number) -> None:
    assert over(quarterly(over_time), FULL, "2024") == ElementValue(value, reported=4, needed=4)


def test_a_partly_reported_sum_has_no_value_but_says_what_is_there() -> None:
    cells: Mapping[str, str | int | None] = {"a@2024Q1": 10, "a@2024Q2": "?12o", "a@2024Q3": 30}
    assert over(quarterly(OverTime.SUM), cells, "2024") == ElementValue(None, ("a@2024Q2", "a@2024Q4"), 2, 4, 40)


def test_last_needs_the_last_and_first_the_first() -> None:
    cells = {"a@2024Q2": 20, "a@2024Q3": 30}
    assert over(quarterly(OverTime.LAST), cells, "2024") == ElementValue(None, ("a@2024Q4",), 2, 4, 30)
    assert over(quarterly(OverTime.FIRST), cells, "2024") == ElementValue(None, ("a@2024Q1",), 2, 4, 20)
    assert over(quarterly(OverTime.LAST), {"a@2024Q4": 5}, "2024").reading == 5


def test_nothing_reported_gives_nothing() -> None:
    value = over(quarterly(OverTime.LAST), {}, "2024S1")
    assert (value.reading, value.provisional, value.reported, value.needed) == (None, None, 0, 2)


@pytest.mark.parametrize(
    ("over_time", "value"),
    [(OverTime.SUM, 30), (OverTime.AVERAGE, 15), (OverTime.FIRST, 10), (OverTime.LAST, 20)],
)
def test_not_applicable_counts_as_reported_and_adds_nothing(over_time: OverTime, value: int) -> None:
    cells: Mapping[str, str | int | None] = {"a@2024Q1": "-", "a@2024Q2": 10, "a@2024Q3": 20, "a@2024Q4": "-"}
    assert over(quarterly(over_time), cells, "2024").reading == value


def test_not_applicable_throughout() -> None:
    cells = {"a@2024Q1": "-", "a@2024Q2": "-"}
    assert over(quarterly(OverTime.SUM), cells, "2024S1").reading is NOT_APPLICABLE
    assert repr(NOT_APPLICABLE) == "NOT_APPLICABLE"


def test_last_does_not_jump_over_a_blank_before_a_dash() -> None:
    cells: Mapping[str, str | int | None] = {"a@2024Q1": 10, "a@2024Q4": "-"}
    assert over(quarterly(OverTime.LAST), cells, "2024").missing == ("a@2024Q3",)


BY_SEX = quarterly(OverTime.SUM, sex_disaggregated=True)
PARTS = quarterly(OverTime.SUM, sex_disaggregated=True, male_element="m", female_element="f")


@pytest.mark.parametrize(
    ("cells", "total"),
    [
        ({"a@2024Q1": 9, "a@2024Q1:male": 4, "a@2024Q1:female": 4}, 9),
        ({"a@2024Q1:male": 4, "a@2024Q1:female": 5}, 9),
        ({"a@2024Q1:male": 4}, None),
        ({"a@2024Q1:male": "-", "a@2024Q1:female": 5}, 5),
        ({"a@2024Q1:male": 4, "a@2024Q1:female": "-"}, 4),
        ({"a@2024Q1:male": "-", "a@2024Q1:female": "-"}, NOT_APPLICABLE),
        ({"a@2024Q1": "?9a", "a@2024Q1:male": 4, "a@2024Q1:female": 5}, 9),
    ],
)
def test_the_total_is_typed_or_the_sum_of_both_sexes(cells: dict[str, str | int | None], total: object) -> None:
    assert over(BY_SEX, cells, "2024Q1").reading == total


def test_parts_hold_the_sexes_of_some_elements() -> None:
    cells = {"m@2024Q1": 4, "f@2024Q1": 5}
    assert over(PARTS, cells, "2024Q1").reading == 9
    assert over(PARTS, cells, "2024Q1", "male").reading == 4
    assert over(PARTS, {"m@2024Q1": 4}, "2024S1", "female").missing == ("f@2024Q1", "f@2024Q2")


def test_a_whole_period_is_named_by_its_code_alone() -> None:
    assert over(quarterly(OverTime.SUM), {}, "2024Q1").missing == ("a",)


YEARLY_LAST = make_element("a", over_time=OverTime.LAST)


@pytest.mark.parametrize(
    ("cells", "value"),
    [
        ({"a@2024": 7, "a@2023": 6}, ElementValue(7)),
        ({"a@2023": 6}, ElementValue(6, borrowed="2023")),
        ({"a@2024": "?x", "a@2023": "-"}, ElementValue(NOT_APPLICABLE, borrowed="2023")),
        ({"a@2022": 5}, ElementValue(None, ("a",), 0, 1)),
    ],
)
def test_a_yearly_state_serves_a_quarter_for_at_most_a_year(
    cells: dict[str, str | int | None], value: ElementValue
) -> None:
    assert over(YEARLY_LAST, cells, "2024Q3") == value


def test_a_yearly_sum_gives_a_quarter_nothing() -> None:
    assert over(make_element("a"), {"a@2024": 7}, "2024Q3") == ElementValue(None, ("a",), 0, 1)


def test_a_quarterly_start_serves_the_months_it_begins() -> None:
    span = Period(2024, 1, 5)
    figures = make_figures({"a@2024Q1": 3, "a@2024Q2": 4})
    assert element_over(figures, quarterly(OverTime.FIRST), span) == ElementValue(3, borrowed="2024Q1")
    assert element_over(figures, quarterly(OverTime.LAST), span) == ElementValue(4, borrowed="2024Q2")


CHOICE = make_element("a", value_type=ValueType.CHOICE, over_time=OverTime.LAST, choices=("I", "II"))


@pytest.mark.parametrize(
    ("cells", "period", "choice"),
    [
        ({"a@2024": "II"}, "2024Q2", ChoiceOver("II")),
        ({"a@2023": "I"}, "2024Q2", ChoiceOver("I", "2023")),
        ({"a@2022": "I"}, "2024Q2", ChoiceOver(None)),
        ({"a@2024": "-"}, "2024Q2", ChoiceOver(NOT_APPLICABLE)),
        ({"a@2024": "?q"}, "2024Q2", ChoiceOver(None)),
        ({}, "2024Q2", ChoiceOver(None)),
        ({"a@2024": "II", "a@2023": "I"}, "2024", ChoiceOver("II")),
        ({"a@2023": "I"}, "2024", ChoiceOver(None)),
        ({"a@2024": "-"}, "2024", ChoiceOver(NOT_APPLICABLE)),
    ],
)
def test_a_choice_stands_as_it_is(cells: dict[str, str | int | None], period: str, choice: ChoiceOver) -> None:
    assert choice_over(make_figures(cells), CHOICE, parse_period(period)) == choice


@pytest.mark.parametrize(
    ("cells", "choice"),
    [
        ({"a@2024Q3": "I", "a@2024Q4": "II"}, "II"),
        ({"a@2024Q3": "I", "a@2024Q4": "-"}, "I"),
        ({"a@2024Q2": "I", "a@2024Q4": "-"}, None),
        ({"a@2024Q3": "I"}, None),
    ],
)
def test_the_last_own_period_gives_the_choice_of_a_longer_one(
    cells: dict[str, str | int | None], choice: str | None
) -> None:
    quarterly_choice = CHOICE._replace(frequency=PeriodType.QUARTER)
    assert choice_over(make_figures(cells), quarterly_choice, parse_period("2024")).reading == choice


def test_figures_give_their_text() -> None:
    figures = make_figures({"a@2024": "II", "b@2024": "-"})
    assert (figures.text("a", "2024"), figures.text("b", "2024"), figures.text("c", "2024")) == ("II", None, None)
