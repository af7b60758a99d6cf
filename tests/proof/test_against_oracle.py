"""The program agrees with the independent evaluator on random stations, entry by entry."""

from collections.abc import Iterable
from dataclasses import replace
from functools import cache

import pytest

from data.catalogue import Catalogue, load_catalogue
from data.definitions import Level
from data.entries import Entry
from tests.proof.definitions import Definitions, read_definitions
from tests.proof.entries import (
    Expected,
    differences,
    expected_indicator_entries,
    expected_target_entries,
)
from tests.proof.oracle import is_counted_from_january
from tests.proof.product import given_indicator_entries, given_target_entries, make_judge
from tests.proof.random_station import make_random_station

SEEDS = range(6)
"""More of them, and other ones, are in the long comparison of ``make torture``."""


@cache
def catalogue() -> Catalogue:
    return load_catalogue()


def all_differences(expected: Iterable[Expected], given: Iterable[Entry]) -> list[str]:
    return [
        f"{wanted.get('target', wanted['indicator'])} {wanted['category']} {wanted['period']}: {difference}"
        for wanted, entry in zip(expected, given, strict=True)
        for difference in differences(wanted, entry)
    ]


def check_indicators(definitions: Definitions, compared_with: Catalogue, seed: int) -> None:
    station = make_random_station(definitions, seed)
    cells = station.situation.cells
    by_code = {code: place for place, code in enumerate(compared_with.indicators)}
    for period in station.periods:
        expected = sorted(
            expected_indicator_entries(definitions, cells, period),
            key=lambda entry: by_code[str(entry["indicator"])],
        )
        given = given_indicator_entries(compared_with, cells, period)
        assert all_differences(expected, given) == []


def check_targets(seed: int) -> None:
    station = make_random_station(read_definitions(), seed)
    judge = make_judge(catalogue(), station.situation)
    for plan in read_definitions().plans.values():
        for period in station.periods:
            expected = expected_target_entries(station.situation, plan, period)
            given = given_target_entries(catalogue(), judge, plan.id, period)
            assert all_differences(expected, given) == []


def test_135_indicators_are_counted_from_january() -> None:
    """CONTRACT P6 gives the number; the oracle's reading of it must give the same."""
    definitions = read_definitions()
    counted = [one for one in definitions.indicators.values() if is_counted_from_january(definitions, one)]
    assert (len(counted), len(definitions.indicators)) == (135, 203)


@pytest.mark.parametrize("seed", SEEDS)
def test_indicators_agree(seed: int) -> None:
    check_indicators(read_definitions(), catalogue(), seed)


@pytest.mark.parametrize("seed", SEEDS)
def test_verdicts_and_gaps_agree(seed: int) -> None:
    check_targets(seed)


@pytest.mark.parametrize("seed", range(100, 102))
def test_indicators_above_the_station_would_agree_too(seed: int) -> None:
    """Choices (P7) stand above the station; here every indicator is one of the station."""
    definitions = read_definitions()
    below = {code: replace(one, level="station") for code, one in definitions.indicators.items()}
    same = {code: one._replace(level=Level.STATION) for code, one in catalogue().indicators.items()}
    check_indicators(replace(definitions, indicators=below), catalogue()._replace(indicators=same), seed)
