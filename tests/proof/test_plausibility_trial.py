"""Seeded slips are found and honest figures believed: a short form of what ``make bench`` prints, on other seeds."""

from __future__ import annotations

from functools import cache

from data.catalogue import load_catalogue
from tests.proof.plausibility_trial import Tally, share, trial
from tests.proof.slip_seeds import Kind

SEEDS = range(61_000, 61_003)
SLIPS_OF_A_KIND = 40


@cache
def tally() -> Tally:
    return trial(load_catalogue(), SEEDS, SLIPS_OF_A_KIND)


def found(kind: Kind, *, only_counted: bool = False) -> float:
    outcomes = tally().outcomes[kind]
    counted = [each for each in outcomes if not only_counted or each.is_large or each.breaks_rule]
    assert len(counted) >= 60
    return share(sum(each.is_found for each in counted), len(counted))


def test_ten_times_is_found() -> None:
    assert found(Kind.TEN_TIMES) >= 95


def test_swapped_digits_that_matter_are_found() -> None:
    assert found(Kind.SWAPPED, only_counted=True) >= 90


def test_a_lost_decimal_sign_is_found() -> None:
    assert found(Kind.DECIMAL_LOST) >= 95


def test_honest_figures_are_believed() -> None:
    assert tally().honest > 5000
    assert share(tally().flagged, tally().honest) <= 5


def test_the_first_proposal_is_mostly_the_honest_figure() -> None:
    for kind in (Kind.TEN_TIMES, Kind.SWAPPED, Kind.DECIMAL_LOST, Kind.CUMULATIVE):
        outcomes = [each for each in tally().outcomes[kind] if each.is_found]
        assert share(sum(each.is_first_right for each in outcomes), len(outcomes)) >= 80


def test_a_share_of_nothing_is_none() -> None:
    assert share(0, 0) == 0
