"""Slips seeded into simulated stations, and how many of them are found; honest figures, and how many are not believed.

The last year of three is looked at, with everything before it. A cell is called into question when it hits a limit of
``data/plausibility.py`` or a validation rule on it fails.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import NamedTuple

from data.catalogue.content import Catalogue
from data.figures import Cell, CellKey, Figures
from data.model import Category
from data.periods import parse_period
from data.plausibility import Plausibility
from data.slips import RulesByElement, Slips
from tests.proof.chance import Chance
from tests.proof.simulator import YEARS, simulate
from tests.proof.simulator_levels import levels_of
from tests.proof.slip_seeds import Kind
from tests.proof.slip_seeds import Slips as Seeds


class Outcome(NamedTuple):
    """What became of one seeded slip.

    Attributes:
        is_large: It changed the figure by half or more.
        breaks_rule: A validation rule on the cell fails with it.
        is_hit: It lies outside the limits.
        is_first_right: The first proposal is the honest figure.
    """

    is_large: bool
    breaks_rule: bool
    is_hit: bool
    is_first_right: bool

    @property
    def is_found(self) -> bool:
        """Whether the cell is called into question."""
        return self.breaks_rule or self.is_hit


class Tally(NamedTuple):
    """Results of a trial.

    Attributes:
        honest: Honest cells looked at.
        hits: Those that hit a limit.
        flagged: Those called into question.
        outcomes: Of the slips, by kind.
    """

    honest: int
    hits: int
    flagged: int
    outcomes: Mapping[Kind, tuple[Outcome, ...]]


def trial(catalogue: Catalogue, seeds: Iterable[int], slips_of_a_kind: int, *, by_sex: bool = True) -> Tally:
    """Try the stations of these seeds.

    Args:
        catalogue: Its data elements and rules.
        seeds: One for each station.
        slips_of_a_kind: How many are put into each station, one at a time.
        by_sex: False for stations that type totals alone, where no sum of the sexes gives a slip away.
    """
    judge = _Judge(catalogue)
    levels = levels_of(catalogue)
    honest = hits = flagged = 0
    outcomes: dict[Kind, list[Outcome]] = {kind: [] for kind in Kind}
    for seed in seeds:
        cells = simulate(catalogue, seed, levels).cells
        judge.visit({key: cell for key, cell in cells.items() if by_sex or key[2] == Category.DEFAULT.value})
        keys = [key for key in judge.cells if parse_period(key[1]).year == YEARS[-1]]
        for key in keys:
            is_hit = judge.is_hit(key)
            honest, hits = honest + 1, hits + is_hit
            flagged += is_hit or judge.breaks_rule(key)
        for kind in Kind:
            order = random.Random(f"{seed} {kind.value}").sample(keys, len(keys))
            outcomes[kind] += judge.outcomes(seed, kind, order, slips_of_a_kind)
    return Tally(honest, hits, flagged, {kind: tuple(found) for kind, found in outcomes.items()})


class _Judge:
    """One station after another, with a slip in one cell at a time."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._plausibility, self._slips = Plausibility(catalogue), Slips(catalogue)
        self._rules, self._seeds = RulesByElement(catalogue), Seeds(catalogue)
        self.cells: dict[CellKey, Cell] = {}
        self._near: dict[str, Mapping[CellKey, Cell]] = {}

    def visit(self, cells: Mapping[CellKey, Cell]) -> None:
        self.cells, self._near = dict(cells), {}

    def is_hit(self, key: CellKey) -> bool:
        hit = self._plausibility.check(Figures(self.cells), key[0], parse_period(key[1]), Category(key[2]))
        return hit is not None

    def breaks_rule(self, key: CellKey) -> bool:
        if key[0] not in self._near:
            self._near[key[0]] = self._rules.near(Figures(self.cells), key[0], parse_period(key[1]))
        return self._rules.is_broken(self._near[key[0]], key, self.cells[key][1])

    def outcomes(self, seed: int, kind: Kind, order: list[CellKey], most: int) -> list[Outcome]:
        found: list[Outcome] = []
        for key in order:
            chance = Chance(f"{seed} {kind.value} {key}")
            typed = self._seeds.seed(self.cells, key, parse_period(key[1]), kind, chance)
            if typed:
                found.append(self._outcome(key, typed))
            if len(found) == most:
                break
        return found

    def _outcome(self, key: CellKey, typed: str) -> Outcome:
        true = self.cells[key]
        self.cells[key] = ("figure", typed)
        proposals = self._slips.proposals(Figures(self.cells), key)
        outcome = Outcome(
            is_large=2 * abs(Fraction(typed) - Fraction(true[1])) >= Fraction(true[1]),
            breaks_rule=self.breaks_rule(key),
            is_hit=self.is_hit(key),
            is_first_right=bool(proposals) and proposals[0].value == true[1],
        )
        self.cells[key] = true
        return outcome


def share(part: int, whole: int) -> float:
    """Per cent; 0 of nothing."""
    return 100 * part / whole if whole else 0.0
