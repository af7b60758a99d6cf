"""Figures as they are printed (CONTRACT P9, V6, V8)."""

from collections.abc import Mapping
from fractions import Fraction

import pytest

from data.calculation import Calculator
from data.definitions import OverTime
from data.gap import Limit
from data.model import TargetResult
from data.numbers import Number
from data.periods import PeriodType, parse_period
from data.plan_definitions import Target
from data.printing import (
    gap_of,
    is_small_number,
    limit_of,
    printed_among,
    printed_limit,
    printed_number,
    printed_points,
    printed_target,
    printed_value,
    with_unit,
)
from data.targets import Judge
from tests.builders import make_calculator, make_element, make_indicator, make_plan, make_station, make_target

ELEMENTS = (
    make_element("cases", unit="ca"),
    make_element("people", over_time=OverTime.LAST),
    make_element("born", frequency=PeriodType.MONTH, unit="trẻ"),
)
SHARE = make_indicator("share", "cases", "people", small_numbers=True)
INDICATORS = (SHARE, make_indicator("count", "born", factor=1, unit="count", unit_vi="trẻ", decimals=0))


def judged(target: Target, cells: Mapping[str, str | int | None]) -> tuple[Calculator, TargetResult]:
    calculator = make_calculator(ELEMENTS, INDICATORS, cells)
    return calculator, Judge(calculator, make_station()).result(make_plan(target), target, parse_period("2024"))


@pytest.mark.parametrize(
    ("value", "limit", "text"),
    [
        (Fraction(9796, 100), Limit(">", 98), "97,96"),
        (Fraction(98), Limit(">", 98), "98,0"),
        (Fraction(98004, 1000), Limit(">", 98), "98,004"),
        (Fraction(9504, 100), Limit(">=", 95), "95,04"),
        (Fraction(95 * 10**9 - 1, 10**9), Limit(">=", 95), "95,000000"),
        (Fraction(9496, 100), Limit(">=", 95), "94,96"),
        (Fraction(9496, 100), None, "95,0"),
        (Fraction(1004, 100), Limit("=", 10), "10,04"),
        (Fraction(200, 3), Limit(">", Fraction(200, 3)), "66,7"),
        (Fraction(798, 100), Limit("<=", Fraction(798, 100)), "7,98"),
        (Fraction(6004, 100), Limit("between", 50, 60), "60,04"),
    ],
)
def test_a_printed_figure_stands_on_the_side_of_the_exact_one(value: Number, limit: Limit | None, text: str) -> None:
    assert printed_number(value, 1, limit) == text


@pytest.mark.parametrize(
    ("cells", "text"),
    [
        ({"cases@2024": 1, "people@2024": 3}, "33,3"),
        ({"people@2024": 3}, "…"),
        ({"cases@2024": 1, "people@2024": 0}, "–"),
        ({"cases@2024": "-", "people@2024": 3}, "–"),
    ],
)
def test_missing_prints_dots_and_nothing_to_count_a_dash(cells: Mapping[str, str | int | None], text: str) -> None:
    calculator = make_calculator(ELEMENTS, INDICATORS, cells)
    assert printed_value(SHARE, calculator.value("share", parse_period("2024"))) == text


def test_a_choice_prints_as_it_is() -> None:
    value = make_calculator(ELEMENTS, INDICATORS, {}).value("share", parse_period("2024"))
    assert printed_value(SHARE, value._replace(choice="II")) == "II"


@pytest.mark.parametrize(
    ("changes", "figure", "text"),
    [
        ({}, "95,0", "95,0%"),
        ({}, "…", "…"),
        ({"unit": "‰", "unit_vi": "‰"}, "10,1", "10,1‰"),
        ({"unit": "count", "unit_vi": "ca"}, "3", "3 ca"),
        ({"unit": "boolean", "unit_vi": "có/không"}, "1", "Có"),
        ({"unit": "boolean", "unit_vi": "có/không"}, "0", "Không"),
        ({"unit": "class", "unit_vi": "hạng"}, "II", "hạng II"),
    ],
)
def test_units_follow_their_figure(changes: dict[str, str], figure: str, text: str) -> None:
    assert with_unit(make_indicator("x", "cases", **changes), figure) == text


@pytest.mark.parametrize(
    ("target", "text"),
    [
        (make_target("share", ">=", "95"), "≥ 95%"),
        (make_target("share", ">", "112.7"), "> 112,7%"),
        (make_target("share", printed="< 08 ca/100.000 dân/năm"), "< 08 ca/100.000 dân/năm"),
        (make_target("share", ">=", "100", operator="maintain"), "duy trì 100%"),
        (make_target("share", "manual", None, operator="maintain"), "duy trì (không nêu số)"),
        (make_target("share", "=", "0", operator="qualitative", value=None), "= 0%"),
        (make_target("share", "increase", None, operator="qualitative"), "tăng so với cùng kỳ năm trước"),
        (make_target("share", "ask", "10", operator="="), "10%"),
        (make_target("share", "between", "170", value_high="200"), "170–200%"),
    ],
)
def test_a_target_reads_as_the_plan_prints_it(target: Target, text: str) -> None:
    assert printed_target(target, SHARE) == text


def test_targets_of_yes_and_of_a_class_read_as_words() -> None:
    yes = make_indicator("yes", "cases", unit="boolean")
    klass = make_indicator("class", "cases", unit="class", unit_vi="hạng")
    assert printed_target(make_target("yes", "=", "1", unit="boolean"), yes) == "có"
    assert printed_target(make_target("yes", "=", "0", unit="boolean"), yes) == "không"
    assert printed_target(make_target("class", "=", "II", unit="class"), klass) == "hạng II"


@pytest.mark.parametrize(
    ("target", "gap"),
    [
        (make_target("share", ">=", "95"), ("short", "1", "ca")),
        (make_target("share", "<=", "90"), ("over", "4", "ca")),
        (make_target("share", "=", "96"), ("short", "2", "ca")),
        (make_target("share", "=", "90"), ("over", "4", "ca")),
        (make_target("share", ">", "100"), ("unreachable", "", "")),
        (make_target("share", ">=", "90"), None),
        (make_target("share", "manual", None), None),
        (make_target("share", "ask", "90"), None),
    ],
)
def test_a_gap_says_how_many_of_what(target: Target, gap: tuple[str, str, str] | None) -> None:
    calculator, result = judged(target, {"cases@2024": 94, "people@2024": 100})
    assert gap_of(result, calculator) == gap


def test_last_year_is_the_limit_of_an_increase() -> None:
    cells = {"cases@2024": 94, "people@2024": 100, "cases@2023": 95, "people@2023": 100}
    calculator, result = judged(make_target("share", "increase", None), cells)
    assert limit_of(result) == Limit(">", 95)
    assert gap_of(result, calculator) == ("short", "2", "ca")
    _, result = judged(make_target("share", "decrease", None), cells)
    assert limit_of(result) == Limit("<", 95)


@pytest.mark.parametrize(
    ("cases", "people", "limit", "small"),
    [
        (1, 99, None, True),
        (1, 4000, None, False),
        (399, 4000, Limit("<", 10), True),
        (400, 4000, Limit("<", 10), True),
        (401, 4000, Limit("<", 10), False),
        (100, 4000, Limit("<", 10), False),
        (1, 4000, Limit("<=", 0), True),
        (0, 4000, Limit(">", 10), False),
        (400, 4000, Limit("between", 10, 11), True),
        (None, 4000, None, False),
    ],
)
def test_small_numbers_are_marked(cases: int | None, people: int, limit: Limit | None, small: bool) -> None:
    value = make_calculator(ELEMENTS, INDICATORS, {"cases@2024": cases, "people@2024": people}).value(
        "share", parse_period("2024")
    )
    assert is_small_number(SHARE, value, limit) is small


# --- points of an assessment -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("points", "limit", "printed"),
    [
        (80, 80, "80"),
        (Fraction(159, 2), 80, "79,5"),
        (Fraction(319, 4), 80, "79,75"),
        (Fraction(16, 3), None, "5,33"),
        (Fraction(1, 8), None, "0,13"),
        (Fraction(79_999, 1000), 80, "79,999"),
        (Fraction(80_001, 1000), 80, "80,001"),
        (Fraction(133_316, 100_000), Fraction(13_332, 10_000), "1,33"),
        (Fraction(13_332, 10_000), Fraction(13_332, 10_000), "1,3332"),
        (Fraction(13_333_999_999, 10**10), Fraction(13_334, 10_000), "1,33"),
        (Fraction(13_334_000_001, 10**10), Fraction(13_334, 10_000), "1,3334000001"),
        (Fraction(4, 100_000), 0, "0,00004"),
    ],
)
def test_points_print_the_decimals_they_have_and_never_contradict_the_limit(
    points: Number, limit: Number | None, printed: str
) -> None:
    assert printed_points(points, limit) == printed


@pytest.mark.parametrize(
    ("limit", "printed"),
    [
        (80, "80"),
        (Fraction(15, 2), "7,5"),
        (Fraction(17, 8), "2,125"),
        (Fraction(6667, 1000), "6,667"),
        (Fraction(13_332, 10_000), "1,3332"),
        (Fraction(28_333_333_475, 10**10), "2,8333333475"),
    ],
)
def test_what_points_are_held_against_prints_exactly(limit: Number, printed: str) -> None:
    assert printed_limit(limit) == printed


def test_a_figure_stands_on_its_side_of_every_bound() -> None:
    """94,46 has one decimal that would print as the bound 94,5, and none that would print below 94,4."""
    assert printed_among(Fraction(9446, 100), 1, (Fraction(189, 2), Fraction(472, 5))) == "94,46"
