"""Each kind of validation rule with figures worked out by hand: one that holds just so, one that just fails.

The rules are those of the catalogue, under the codes a station types. All 582 of them are tried at, below and above
their limits in ``test_rules.py``.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

import pytest

from data.catalogue import load_catalogue
from data.catalogue.content import Catalogue
from data.periods import parse_period
from data.validation import RuleBook
from tests.builders import make_figures

Cells = Mapping[str, str | int | None]

DEATHS: Cells = {
    "deaths_under_1@202403": 0,
    "deaths_1_4@202403": 1,
    "deaths_5_14@202403": 0,
    "deaths_15_59@202403": 2,
    "deaths_60_plus@202403": 4,
}
BIRTHS: Cells = {"live_births@202401": 5, "live_births@202402": 6, "live_births@202403": 4}
DELIVERIES: Cells = {
    **{f"live_births@20240{month}": births for month, births in ((4, 30), (5, 29), (6, 40))},
    "stillbirths@2024Q2": 1,
    "women_delivered@202404": 30,
    "women_delivered@202405": 30,
}
PEOPLE: Cells = {
    "population_start@2024Q1": 3990,
    **BIRTHS,
    "deaths_total@202401": 1,
    "deaths_total@202402": 2,
    "deaths_total@202403": 3,
    "in_migrants@2024Q1": 4,
    "out_migrants@2024Q1": 3,
}


class Example(NamedTuple):
    """A rule by its element and kind, the figures beside it, and two figures of one cell: one holds, one fails."""

    element: str
    kind: str
    period: str
    beside: Cells
    cell: str
    holds: int | str
    fails: int | str


EXAMPLES = (
    Example("live_births", "range", "202405", {}, "live_births@202405", 5000, 5001),
    Example("area_km2", "range", "2024", {}, "area_km2@2024", "0.05", "0.04"),
    Example("htn_managed", "not_above", "2024Q2", {"htn_detected@2024Q2": 331}, "htn_managed@2024Q2", 331, 332),
    Example("htn_detected", "not_above", "2024Q2", {"population_end@2024Q2": 331}, "htn_detected@2024Q2", 331, 332),
    Example(
        "htn_screened",
        "sex_sum",
        "2024Q1",
        {"htn_screened@2024Q1:male": 24, "htn_screened@2024Q1:female": 26},
        "htn_screened@2024Q1",
        50,
        49,
    ),
    Example(
        "population_end",
        "sex_sum",
        "2024Q1",
        {"population_male_end@2024Q1": 2086, "population_female_end@2024Q1": 2013},
        "population_end@2024Q1",
        4099,
        4100,
    ),
    Example("deaths_total", "equals", "202403", DEATHS, "deaths_total@202403", 7, 6),
    Example(
        "fin_expenditure_total",
        "equals",
        "2024",
        {"fin_recurrent@2024": "821.7", "fin_investment@2024": "45"},
        "fin_expenditure_total@2024",
        "866.7",
        "866.8",
    ),
    Example(
        "insured_female",
        "parts_sum_to",
        "2024Q1",
        {"insured_male@2024Q1": 1894, "insured_female@2024Q1": 1832},
        "insured_persons@2024Q1",
        3726,
        3725,
    ),
    Example(
        "births_third_plus",
        "parts_not_above",
        "2024Q1",
        {**BIRTHS, "births_second@2024Q1": 10},
        "births_third_plus@2024Q1",
        5,
        6,
    ),
    Example("women_delivered", "near", "2024Q2", DELIVERIES, "women_delivered@202406", 50, 51),
    Example("women_delivered", "near", "2024Q2", DELIVERIES, "women_delivered@202406", 30, 29),
    Example("population_end", "balance", "2024Q1", PEOPLE, "population_end@2024Q1", 4000, 4001),
    Example(
        "population_start",
        "equals_previous_period",
        "2024Q1",
        {"population_end@2023Q4": 4127},
        "population_start@2024Q1",
        4127,
        4126,
    ),
    Example(
        "households_total",
        "yearly_change_pct",
        "2024Q1",
        {"households_total@2023Q1": 1000},
        "households_total@2024Q1",
        1150,
        1151,
    ),
    Example("lab_tests", "yearly_change_pct", "2024Q1", {"lab_tests@2023Q1": 100}, "lab_tests@2024Q1", 50, 49),
)


@cache
def catalogue() -> Catalogue:
    return load_catalogue()


def outcome(example: Example, value: int | str) -> list[bool | None]:
    figures = make_figures({**example.beside, example.cell: value})
    return [
        result.passed
        for result in RuleBook(catalogue()).check(figures, parse_period(example.period), {example.element})
        if (result.element, result.rule.rule) == (example.element, example.kind) and not result.missing
    ]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: f"{example.element}-{example.kind}")
def test_a_rule_holds_just_so(example: Example) -> None:
    assert outcome(example, example.holds) == [True]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: f"{example.element}-{example.kind}")
def test_a_rule_just_fails(example: Example) -> None:
    assert outcome(example, example.fails) == [False]


def test_every_kind_of_rule_has_examples() -> None:
    kinds = {rule.rule for element in catalogue().data_elements.values() for rule in element.rules}
    assert {example.kind for example in EXAMPLES} == kinds
    assert len(kinds) == 10
