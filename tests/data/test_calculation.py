"""Indicator values (CONTRACT P5–P7)."""

from fractions import Fraction

import pytest

from data.aggregation import read_cell
from data.definitions import Level, OverTime, ValueType
from data.figures import Figures
from data.model import Category, CellState, DataValue, Status
from data.periods import Period, PeriodType, parse_period
from tests.builders import make_calculator, make_element, make_indicator

EVENTS = make_element("events", frequency=PeriodType.MONTH)
PEOPLE = make_element("people", frequency=PeriodType.QUARTER, over_time=OverTime.LAST, sex_disaggregated=True)
ELEMENTS = (EVENTS, PEOPLE, make_element("choice", value_type=ValueType.CHOICE, over_time=OverTime.LAST))

RATE = make_indicator("rate", "events", "people")
SHARE = make_indicator("share", "people", "people", disaggregation=("sex",))
COUNT = make_indicator("count", "events", unit="count", factor=1)
CLASS = make_indicator("class", "choice", unit="class", factor=1)
ABOVE = make_indicator("above", "people", level=Level.DISTRICT)
INDICATORS = (RATE, SHARE, COUNT, CLASS, ABOVE)

MONTHS = {f"events@2024{month:02d}": month for month in range(1, 10)}


def test_a_count_over_a_state_is_counted_from_january() -> None:
    value = make_calculator(ELEMENTS, INDICATORS, {**MONTHS, "people@2024Q3": 90}).value("rate", parse_period("2024Q3"))
    assert (value.numerator, value.denominator, value.value) == (45, 90, 50)
    assert value.is_year_to_date
    assert value.span == Period(2024, 1, 9)


def test_a_yearly_indicator_is_counted_from_january_and_others_over_the_period() -> None:
    yearly = make_indicator("yearly", "events", frequency=PeriodType.YEAR)
    calculator = make_calculator(ELEMENTS, (yearly, COUNT), MONTHS)
    assert calculator.value("yearly", parse_period("2024Q2")).numerator == 21
    assert calculator.value("count", parse_period("2024Q2")).numerator == 15
    assert not calculator.value("count", parse_period("2024Q2")).is_year_to_date


def test_a_missing_part_names_itself_and_gives_a_provisional_value() -> None:
    cells = {"events@202401": 1, "events@202403": 3, "people@2024Q1": 8}
    value = make_calculator(ELEMENTS, INDICATORS, cells).value("rate", parse_period("2024Q1"))
    assert (value.status, value.value, value.missing) == (Status.MISSING, None, ("events@202402",))
    assert (value.reported, value.reported_type, value.provisional) == ((2, 3), PeriodType.MONTH, 50)


def test_nothing_provisional_comes_of_an_element_without_any_figure() -> None:
    value = make_calculator(ELEMENTS, INDICATORS, MONTHS).value("rate", parse_period("2024Q1"))
    assert (value.missing, value.reported, value.provisional) == (("people",), (0, 1), None)


def test_a_zero_denominator_is_a_status_and_no_value() -> None:
    cells = {**MONTHS, "people@2024Q1": 0}
    value = make_calculator(ELEMENTS, INDICATORS, cells).value("rate", parse_period("2024Q1"))
    assert (value.status, value.numerator, value.denominator, value.value) == (Status.NO_DENOMINATOR, 6, 0, None)


def test_not_applicable_beats_missing() -> None:
    value = make_calculator(ELEMENTS, INDICATORS, {"people@2024Q1": "-"}).value("rate", parse_period("2024Q1"))
    assert value.status is Status.NOT_APPLICABLE


def test_above_the_station_nothing_is_worked_out() -> None:
    value = make_calculator(ELEMENTS, INDICATORS, {"people@2024Q1": 5}).value("above", parse_period("2024Q1"))
    assert (value.status, value.value) == (Status.NOT_STATION_LEVEL, None)


@pytest.mark.parametrize(
    ("cell", "status", "choice"),
    [("II", Status.OK, "II"), ("-", Status.NOT_APPLICABLE, None), (None, Status.MISSING, None)],
)
def test_a_choice_is_its_own_value(cell: str | None, status: Status, choice: str | None) -> None:
    value = make_calculator(ELEMENTS, INDICATORS, {"choice@2024": cell}).value("class", parse_period("2024"))
    assert (value.status, value.choice, value.value) == (status, choice, None)


def test_sexes_are_worked_out_where_the_catalogue_names_sex() -> None:
    cells = {"people@2024Q1:male": 3, "people@2024Q1:female": 4}
    values = make_calculator(ELEMENTS, INDICATORS, cells).values(parse_period("2024Q1"))
    assert [(value.indicator, value.category) for value in values] == [
        ("rate", "total"),
        ("share", "total"),
        ("share", "male"),
        ("share", "female"),
        ("count", "total"),
        ("class", "total"),
        ("above", "total"),
    ]
    assert values[2].value == 100


def test_asking_twice_gives_the_same_object() -> None:
    calculator = make_calculator(ELEMENTS, INDICATORS, MONTHS)
    period = parse_period("2024Q1")
    assert calculator.value("count", period) is calculator.value("count", period)


def test_a_borrowed_state_is_named() -> None:
    yearly = make_element("yearly", over_time=OverTime.LAST)
    share = make_indicator("share", "people", "yearly")
    cells = {"people@2024Q1": 3, "yearly@2023": 9}
    value = make_calculator((PEOPLE, yearly), (share,), cells).value("share", parse_period("2024Q1"))
    assert (value.value, value.borrowed) == (Fraction(100, 3), (("yearly", "2023"),))


def test_figures_are_made_of_data_values() -> None:
    cells = [
        DataValue(data_element="a", period="2024", category=Category.DEFAULT, state=CellState.FIGURE, value="5"),
        DataValue(data_element="b", period="2024", category=Category.DEFAULT, state=CellState.NOT_REPORTED),
    ]
    figures = Figures.of(cells)
    assert (read_cell(figures, "a", "2024"), read_cell(figures, "b", "2024")) == (5, None)
