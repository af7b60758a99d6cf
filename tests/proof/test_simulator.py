"""The simulated stations are honest: repeatable, within the rules, of every size; and slips are really slips."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest

from data.catalogue import load_catalogue
from data.catalogue.content import Catalogue
from data.definitions import ValueType
from data.figures import Figures
from data.numbers import CANONICAL_DECIMAL, CANONICAL_INTEGER
from data.periods import Period, PeriodType, parse_period
from data.validation import RuleBook
from tests.proof.chance import Chance
from tests.proof.simulator import LARGEST, SMALLEST, YEARS, Simulated, simulate
from tests.proof.simulator_levels import SUMS, sums_of_rules
from tests.proof.slip_seeds import Kind, Slips

SEEDS = (7001, 7002, 7003)


@cache
def catalogue() -> Catalogue:
    return load_catalogue()


@cache
def station(seed: int) -> Simulated:
    return simulate(catalogue(), seed)


def test_a_seed_gives_the_same_station_again() -> None:
    assert simulate(catalogue(), 7001) == station(7001)


def test_stations_are_of_different_sizes() -> None:
    sizes = {station(seed).population for seed in SEEDS}
    assert len(sizes) == len(SEEDS)
    assert all(SMALLEST <= size <= LARGEST for size in sizes)


def test_every_numeric_element_has_figures_of_its_own_type() -> None:
    cells = station(7001).cells
    numeric = {e.code for e in catalogue().data_elements.values() if e.value_type in _FORMS}
    assert {key[0] for key in cells} == numeric
    assert all(_FORMS[catalogue().data_elements[key[0]].value_type].fullmatch(cell[1]) for key, cell in cells.items())


_FORMS = {ValueType.INTEGER: CANONICAL_INTEGER, ValueType.DECIMAL: CANONICAL_DECIMAL}


def test_sums_are_those_of_the_catalogue() -> None:
    assert sums_of_rules(catalogue()) == SUMS


@pytest.mark.parametrize("seed", SEEDS)
def test_honest_figures_break_no_rule_but_that_on_yearly_change(seed: int) -> None:
    figures, book = Figures(station(seed).cells), RuleBook(catalogue())
    types = (PeriodType.MONTH, PeriodType.QUARTER, PeriodType.YEAR)
    periods = [part for year in YEARS for kind in types for part in Period(year, 1, 12).parts(kind) or ()]
    broken = Counter(r.rule.rule for period in periods for r in book.check(figures, period) if r.passed is False)
    assert set(broken) <= {"yearly_change_pct"}
    assert broken.total() < len(station(seed).cells) / 100


def test_there_are_zeros_and_small_counts() -> None:
    texts = Counter(cell[1] for cell in station(7001).cells.values())
    assert texts["0"] > 0.1 * texts.total()
    assert sum(texts[str(few)] for few in range(10)) > 0.3 * texts.total()


SERIES = {
    ("epi_bcg", "202201", "default"): ("figure", "7"),
    ("epi_bcg", "202202", "default"): ("figure", "12"),
    ("epi_hepb_birth", "202202", "default"): ("figure", "9"),
    ("medical_waste_generated_kg", "2022Q2", "default"): ("figure", "40.5"),
    ("medical_waste_generated_kg", "2022Q1", "default"): ("figure", "0.5"),
}


@pytest.mark.parametrize(
    ("code", "period", "kind", "typed"),
    [
        ("epi_bcg", "202202", Kind.TEN_TIMES, "120"),
        ("epi_bcg", "202202", Kind.TENTH, "1"),
        ("epi_bcg", "202202", Kind.SWAPPED, "21"),
        ("epi_bcg", "202202", Kind.REPEATED, "7"),
        ("epi_bcg", "202202", Kind.CUMULATIVE, "19"),
        ("epi_bcg", "202202", Kind.NEIGHBOUR, "9"),
        ("epi_bcg", "202202", Kind.DECIMAL_LOST, ""),
        ("epi_bcg", "202201", Kind.TENTH, ""),
        ("epi_bcg", "202201", Kind.SWAPPED, ""),
        ("epi_bcg", "202201", Kind.REPEATED, ""),
        ("epi_bcg", "202201", Kind.CUMULATIVE, ""),
        ("epi_bcg", "202201", Kind.NEIGHBOUR, ""),
        ("medical_waste_generated_kg", "2022Q2", Kind.DECIMAL_LOST, "405"),
        ("medical_waste_generated_kg", "2022Q2", Kind.TEN_TIMES, "405"),
        ("medical_waste_generated_kg", "2022Q2", Kind.TENTH, "4.05"),
        ("medical_waste_generated_kg", "2022Q2", Kind.SWAPPED, "4.5"),
        ("medical_waste_generated_kg", "2022Q2", Kind.CUMULATIVE, "41"),
        ("medical_waste_generated_kg", "2022Q1", Kind.DECIMAL_LOST, "5"),
    ],
)
def test_what_is_typed_by_a_slip(code: str, period: str, kind: Kind, typed: str) -> None:
    key = (code, period, "default")
    assert Slips(catalogue()).seed(SERIES, key, parse_period(period), kind, Chance("x")) == typed
