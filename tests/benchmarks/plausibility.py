"""How many seeded slips are found, and how many honest figures are called into question, on simulated stations.

The stations are those of ``tests/proof/simulator.py``; these seeds are held out: the limits of ``data/plausibility.py``
were chosen on others (9000 to 9399). The shares belong to no station file and stand in the first column only; the time
is taken on both files.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from statistics import median
from time import perf_counter

from data import commands, queries
from data.model import Category
from data.periods import PeriodType, parse_period
from data.plausibility import Plausibility
from tests.benchmarks.measure import Reading, time_reading
from tests.benchmarks.workshop import YEAR, Workshop
from tests.proof.plausibility_trial import Outcome, Tally, share, trial
from tests.proof.slip_seeds import Kind

SEEDS, SEEDS_OF_TOTALS = range(51_000, 51_040), range(51_040, 51_050)
SLIPS_OF_A_KIND = 75
CELLS, MOST_MILLISECONDS = 40, 20.0
ROUNDS = 15

LEAST_TEN_TIMES, LEAST_SWAPPED, MOST_HONEST = 95.0, 90.0, 5.0

_OTHERS = (Kind.TENTH, Kind.DECIMAL_LOST, Kind.NEIGHBOUR, Kind.REPEATED, Kind.CUMULATIVE)

ROWS = (
    (f"{Kind.TEN_TIMES.value}: found (first proposal right)", f"≥ {LEAST_TEN_TIMES:g} %"),
    ("the same, breaking no rule", "–"),
    (f"{Kind.SWAPPED.value}, by half or more or breaking a rule: found", f"≥ {LEAST_SWAPPED:g} %"),
    ("the same, by half or more and breaking no rule", "–"),
    (f"{Kind.SWAPPED.value}, all: found (first proposal right)", "–"),
    *((f"{kind.value}: found (first proposal right)", "–") for kind in _OTHERS),
    ("honest figures of simulated stations called into question", f"≤ {MOST_HONEST:g} %"),
    (f"stations that type totals alone, {Kind.TEN_TIMES.value}: found", f"≥ {LEAST_TEN_TIMES:g} %"),
    ("the same, two digits swapped by half or more or breaking a rule", f"≥ {LEAST_SWAPPED:g} %"),
    ("the same, honest figures called into question", f"≤ {MOST_HONEST:g} %"),
    (f"a form of {CELLS} cells held against its earlier figures", f"≤ {MOST_MILLISECONDS:g} ms"),
)


def measure(workshop: Workshop, path: Path) -> list[Reading]:
    """The shares once, the time on this file."""
    if path != workshop.small:
        return [*(Reading("–") for _ in ROWS[1:]), _time(workshop, path)]
    all_cells = trial(workshop.catalogue, SEEDS, SLIPS_OF_A_KIND)
    totals = trial(workshop.catalogue, SEEDS_OF_TOTALS, SLIPS_OF_A_KIND, by_sex=False)
    return [*_shares(all_cells), *_main_shares(totals), _time(workshop, path)]


def _shares(tally: Tally) -> list[Reading]:
    tens, swapped = tally.outcomes[Kind.TEN_TIMES], tally.outcomes[Kind.SWAPPED]
    large = [outcome for outcome in swapped if outcome.is_large and not outcome.breaks_rule]
    ten_times, counted, honest = _main_shares(tally)
    return [
        ten_times,
        _found([outcome for outcome in tens if not outcome.breaks_rule]),
        counted,
        _found(large),
        _found(swapped),
        *(_found(tally.outcomes[kind]) for kind in _OTHERS),
        honest,
    ]


def _main_shares(tally: Tally) -> list[Reading]:
    """Ten times, swapped digits that matter, honest figures."""
    swapped = [outcome for outcome in tally.outcomes[Kind.SWAPPED] if outcome.is_large or outcome.breaks_rule]
    honest = share(tally.flagged, tally.honest)
    return [
        _found(tally.outcomes[Kind.TEN_TIMES], LEAST_TEN_TIMES),
        _found(swapped, LEAST_SWAPPED),
        Reading(f"{honest:.1f} % of {tally.honest}", honest <= MOST_HONEST),
    ]


def _found(outcomes: Sequence[Outcome], least: float | None = None) -> Reading:
    found = [outcome for outcome in outcomes if outcome.is_found]
    part = share(len(found), len(outcomes))
    right = share(sum(outcome.is_first_right for outcome in found), len(found))
    text = f"{part:.1f} % of {len(outcomes)} ({right:.0f} %)"
    return Reading(text, None if least is None else part >= least)


def _time(workshop: Workshop, path: Path) -> Reading:
    """Forty cells of monthly forms, which have the longest history; the figures are in memory already."""
    elements = workshop.catalogue.data_elements
    months = [code for code, element in elements.items() if element.frequency is PeriodType.MONTH]
    with commands.open_station(path, writing=False) as store:
        figures = queries.load_figures(store, months)
    month = f"{YEAR}12"
    cells = [(code, each) for code in months for each in Category if figures.text(code, month, each.value) is not None]
    plausibility, period = Plausibility(workshop.catalogue), parse_period(month)
    times = []
    for _ in range(ROUNDS):
        begun = perf_counter()
        for code, category in cells[:CELLS]:
            plausibility.check(figures, code, period, category)
        times.append(perf_counter() - begun)
    return time_reading(median(times) * 1000, MOST_MILLISECONDS)
