"""What the station's figures say to bound leaves."""

from __future__ import annotations

import pytest

from data.assessment.readings import readings_of
from data.assessment.results import Reading
from data.calculation import Calculator
from data.definitions import Level, OverTime, ValueType
from data.model import Status
from data.periods import PeriodType, parse_period
from tests.builders import make_calculator, make_element, make_indicator
from tests.data.assessment.table_builders import one_leaf

ELEMENTS = (
    make_element("events", frequency=PeriodType.MONTH),
    make_element("people", frequency=PeriodType.QUARTER, over_time=OverTime.LAST),
    make_element("duty", value_type=ValueType.BOOLEAN, over_time=OverTime.LAST),
    make_element("kind", value_type=ValueType.CHOICE, over_time=OverTime.LAST),
)
INDICATORS = (
    make_indicator("rate", "events", "people"),
    make_indicator("class", "kind", unit="class", factor=1),
    make_indicator("above", "people", level=Level.DISTRICT),
)
MONTHS = {f"events@2024{month:02d}": month for month in range(1, 13)}


def reading(calculator: Calculator, **binds: str) -> Reading:
    return readings_of(one_leaf(binds=binds), calculator, 2024)["1.1"]


def test_a_period_may_be_read_instead_of_the_year() -> None:
    figures, leaf = calculator({**MONTHS}), one_leaf(binds={"data_element": "events"})
    assert readings_of(leaf, figures, 2024, parse_period("2024Q1"))["1.1"].value == 1 + 2 + 3


def calculator(cells: dict[str, str | int | None]) -> Calculator:
    return make_calculator(ELEMENTS, INDICATORS, cells)


@pytest.mark.parametrize(
    ("binds", "value"),
    [
        ({"indicator": "rate"}, 100),
        ({"data_element": "events"}, 78),
        ({"data_element": "people"}, 78),
        ({"data_element": "duty"}, 1),
    ],
)
def test_a_figure_is_taken_over_the_whole_year(binds: dict[str, str], value: int) -> None:
    cells: dict[str, str | int | None] = {**MONTHS, "people@2024Q4": 78, "duty@2024": "true"}
    found = reading(calculator(cells), **binds)
    assert (found.status, found.value, found.missing) == (Status.OK, value, ())


@pytest.mark.parametrize("binds", [{"indicator": "class"}, {"data_element": "kind"}])
def test_a_choice_is_read_as_its_code(binds: dict[str, str]) -> None:
    assert reading(calculator({"kind@2024": "II"}), **binds).choice == "II"
    assert reading(calculator({"kind@2024": "-"}), **binds).status is Status.NOT_APPLICABLE
    assert reading(calculator({}), **binds).missing == ("kind",)


def test_what_is_missing_is_named() -> None:
    found = reading(calculator({**MONTHS, "events@202405": None}), data_element="events")
    assert (found.status, found.value, found.missing) == (Status.MISSING, None, ("events@202405",))
    assert reading(calculator(dict(MONTHS)), indicator="rate").missing == ("people@2024Q4",)


def test_other_statuses_are_those_of_the_figures() -> None:
    assert reading(calculator({"duty@2024": "-"}), data_element="duty").status is Status.NOT_APPLICABLE
    assert reading(calculator({}), indicator="above").status is Status.NOT_STATION_LEVEL
    none = calculator({**MONTHS, "people@2024Q4": 0})
    assert reading(none, indicator="rate").status is Status.NO_DENOMINATOR


@pytest.mark.parametrize("binds", [{"indicator": "gone"}, {"data_element": "gone"}])
def test_a_code_that_the_catalogue_lost_is_named_as_gone(binds: dict[str, str]) -> None:
    assert reading(calculator({}), **binds) == Reading(code="gone", status=Status.MISSING, is_gone=True)


def test_only_bound_leaves_are_read() -> None:
    assert readings_of(one_leaf(), calculator({}), 2024) == {}
