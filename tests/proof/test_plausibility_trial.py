"""Seeded slips are found and honest figures believed: a short form of what ``make bench`` prints, on other seeds."""

from __future__ import annotations

from collections.abc import Iterable

from data.catalogue import load_catalogue
from tests.proof.plausibility_trial import Outcome, share, trial
from tests.proof.slip_seeds import Kind

SEEDS = range(61_000, 61_002)
SLIPS_OF_A_KIND = 40


FIRST_RIGHT = (Kind.TEN_TIMES, Kind.SWAPPED, Kind.DECIMAL_LOST, Kind.CUMULATIVE)


def found(outcomes: Iterable[Outcome]) -> float:
    counted = list(outcomes)
    assert len(counted) >= 60
    return share(sum(each.is_found for each in counted), len(counted))


def first_right(outcomes: Iterable[Outcome]) -> float:
    flagged = [each for each in outcomes if each.is_found]
    return share(sum(each.is_first_right for each in flagged), len(flagged))


def test_slips_are_found_and_honest_figures_believed() -> None:
    """One test, since the trial takes seconds and is worth making once."""
    tally = trial(load_catalogue(), SEEDS, SLIPS_OF_A_KIND)
    swapped = [each for each in tally.outcomes[Kind.SWAPPED] if each.is_large or each.breaks_rule]
    assert found(tally.outcomes[Kind.TEN_TIMES]) >= 95
    assert found(swapped) >= 90
    assert found(tally.outcomes[Kind.DECIMAL_LOST]) >= 95
    assert tally.honest > 3000
    assert share(tally.flagged, tally.honest) <= 5
    assert all(first_right(tally.outcomes[kind]) >= 80 for kind in FIRST_RIGHT)


def test_a_share_of_nothing_is_none() -> None:
    assert share(0, 0) == 0
