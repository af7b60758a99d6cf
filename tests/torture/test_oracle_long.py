"""Hundreds of random stations against the independent evaluator."""

import pytest

from tests.proof.definitions import read_definitions
from tests.proof.test_against_oracle import catalogue, check_indicators, check_targets
from tests.proof.test_rules import test_rules_agree_on_random_stations as check_rules

SEEDS = range(1000, 1400)


@pytest.mark.parametrize("seed", SEEDS)
def test_indicators_agree(seed: int) -> None:
    check_indicators(read_definitions(), catalogue(), seed)


@pytest.mark.parametrize("seed", SEEDS)
def test_verdicts_and_gaps_agree(seed: int) -> None:
    check_targets(seed)


@pytest.mark.parametrize("seed", SEEDS)
def test_rules_agree(seed: int) -> None:
    check_rules(seed)
