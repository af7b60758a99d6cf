"""Figures since 1 January and figures of their own periods, there and back."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.cumulative import (
    MARK,
    Obstacle,
    as_draft,
    earlier_periods,
    sum_before,
    takes_cumulative,
    to_cumulative,
    to_own,
    without_mark,
)
from data.definitions import DataElement, OverTime, ValueType
from data.figures import Figures
from data.model import Category, CellState, DataValue
from data.numbers import exact_text
from data.periods import PeriodType, parse_period

QUARTERS = ("2024Q1", "2024Q2", "2024Q3", "2024Q4")


def make_element(**changes: object) -> DataElement:
    """A number by quarter whose periods are added up, by sex."""
    element = DataElement(
        code="visits",
        group="services",
        name_vi="Lượt khám",
        name_en="Visits",
        unit="lượt",
        value_type=ValueType.DECIMAL,
        over_time=OverTime.SUM,
        frequency=PeriodType.QUARTER,
        sex_disaggregated=True,
        rules=(),
    )
    return element._replace(**changes)  # type: ignore[arg-type]


def make_value(period: str, text: str, state: CellState = CellState.FIGURE, sex: str = "default") -> DataValue:
    """One cell of the element."""
    category = Category(sex)
    return DataValue(data_element="visits", period=period, category=category, state=state, value=text, comment="1+2")


@pytest.mark.parametrize(
    ("changes", "can"),
    [
        ({}, True),
        ({"frequency": PeriodType.MONTH}, True),
        ({"value_type": ValueType.INTEGER}, True),
        ({"frequency": PeriodType.YEAR}, False),
        ({"over_time": OverTime.LAST}, False),
        ({"value_type": ValueType.BOOLEAN}, False),
    ],
)
def test_only_numbers_that_add_up_within_a_year_are_typed_since_january(changes: dict[str, object], can: bool) -> None:
    assert takes_cumulative(make_element(**changes)) is can


@pytest.mark.parametrize(
    ("period", "earlier"),
    [("2024Q1", []), ("2024Q3", ["2024Q1", "2024Q2"]), ("202403", ["202401", "202402"]), ("202401", [])],
)
def test_counting_begins_on_the_first_of_january(period: str, earlier: list[str]) -> None:
    assert [each.code for each in earlier_periods(parse_period(period))] == earlier


def test_the_first_period_of_a_year_is_its_own_cumulative_figure() -> None:
    figures = Figures.of([make_value("2023Q4", "90")])
    value = make_value("2024Q1", "12")
    assert to_own(figures, make_element(), value) == value._replace(comment="")
    assert to_cumulative(figures, make_element(), value) == value._replace(comment="")


def test_a_cumulative_figure_becomes_the_difference() -> None:
    figures = Figures.of([make_value("2024Q1", "10"), make_value("2024Q2", "2.5")])
    assert to_own(figures, make_element(), make_value("2024Q3", "20")) == make_value("2024Q3", "7.5")._replace(
        comment=""
    )
    assert to_own(figures, make_element(), make_value("2024Q3", "12.5")) == make_value("2024Q3", "0")._replace(
        comment=""
    )


def test_a_smaller_figure_than_before_is_an_obstacle() -> None:
    figures = Figures.of([make_value("2024Q1", "10")])
    assert to_own(figures, make_element(), make_value("2024Q2", "9")) == Obstacle(
        "negative", parse_period("2024Q1"), 10
    )


@pytest.mark.parametrize(
    ("state", "code"),
    [(CellState.NOT_REPORTED, "missing"), (CellState.DRAFT, "missing"), (CellState.NOT_APPLICABLE, "not_applicable")],
)
def test_an_earlier_period_without_a_figure_is_an_obstacle(state: CellState, code: str) -> None:
    figures = Figures.of([make_value("2024Q1", "10"), make_value("2024Q2", "", state)])
    obstacle = Obstacle(code, parse_period("2024Q2"))
    assert to_own(figures, make_element(), make_value("2024Q3", "30")) == obstacle
    assert sum_before(figures, make_element(), parse_period("2024Q3"), Category.DEFAULT) == obstacle
    assert to_cumulative(figures, make_element(), make_value("2024Q3", "30")) is None


def test_an_earlier_total_may_come_from_both_sexes() -> None:
    figures = Figures.of([make_value("2024Q1", "4", sex="male"), make_value("2024Q1", "6", sex="female")])
    assert to_own(figures, make_element(), make_value("2024Q2", "15")) == make_value("2024Q2", "5")._replace(comment="")
    male = make_value("2024Q2", "9", sex="male")
    assert to_own(figures, make_element(), male) == male._replace(value="5", comment="")


@pytest.mark.parametrize("state", [CellState.NOT_REPORTED, CellState.NOT_APPLICABLE, CellState.DRAFT])
def test_what_is_no_figure_stays_as_it_is(state: CellState) -> None:
    value = make_value("2024Q3", "x", state)
    assert to_own(Figures({}), make_element(), value) == value
    assert to_cumulative(Figures({}), make_element(), value) == value


def test_a_draft_says_that_it_is_cumulative() -> None:
    draft = as_draft(make_value("2024Q3", " 1.234 "))
    assert (draft.state, draft.value, draft.comment) == (CellState.DRAFT, f"{MARK}1.234", "")
    assert without_mark(draft.value) == ("1.234", True)
    assert without_mark("Lũy kế 12") == ("12", True)
    assert without_mark(" 12") == (" 12", False)


@given(st.lists(st.integers(0, 10**9), min_size=4, max_size=4), st.sampled_from([1, 10, 1000]))
def test_there_and_back(own: list[int], parts: int) -> None:
    """Own figures -> cumulative ones -> typed one after the other -> the same own figures."""
    element = make_element()
    values = [
        make_value(code, exact_text(Fraction(each, parts)))._replace(comment="")
        for code, each in zip(QUARTERS, own, strict=True)
    ]
    shown = [to_cumulative(Figures.of(values), element, value) for value in values]
    typed: list[DataValue] = []
    for value in shown:
        assert value is not None
        back = to_own(Figures.of(typed), element, value)
        assert isinstance(back, DataValue)
        typed.append(back)
    assert typed == values
