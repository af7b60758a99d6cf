"""All indicators of one plan-year: figures loaded, indicators worked out, targets judged."""

from __future__ import annotations

import sqlite3
from json import dumps
from pathlib import Path
from statistics import median

from data import commands, queries
from data.calculation import formula_of
from data.periods import parse_period
from data.plan_definitions import Plan
from data.targets import compared
from tests.benchmarks.measure import Reading, in_turn, ratio, ratio_reading, time_reading
from tests.benchmarks.workshop import YEAR, Workshop

ROUNDS = 15
MOST, MOST_MILLISECONDS = 3.0, 50.0
_SELECT = """
    SELECT data_element, period, category_option_combo, state, value FROM data_value
    WHERE data_element IN (SELECT value FROM json_each(?)) AND period BETWEEN ? AND ?
"""

ROWS = (
    ("all indicators of one plan-year (slowest plan)", f"≤ {MOST_MILLISECONDS:g} ms"),
    ("the same / reading their inputs with plain SQL", f"≤ {MOST:g} ×"),
)


def measure(workshop: Workshop, path: Path) -> list[Reading]:
    """The slowest of the plans, and the plan with the worst ratio."""
    timed = [_plan_times(workshop, path, plan) for plan in workshop.catalogue.plans.values()]
    slowest = max(timed, key=lambda times: median(times["ours"]))
    worst = max(timed, key=lambda times: ratio(times, "ours", "plain"))
    milliseconds = median(slowest["ours"]) * 1000
    return [time_reading(milliseconds, MOST_MILLISECONDS), ratio_reading(worst, "ours", "plain", MOST)]


def _plan_times(workshop: Workshop, path: Path, plan: Plan) -> dict[str, list[float]]:
    period = parse_period(YEAR)
    elements = dumps(sorted(_elements(workshop, plan)))
    plain = sqlite3.connect(path)
    with commands.open_station(path, writing=False) as store:
        variants = {
            "ours": lambda: queries.plan_results(store, workshop.catalogue, plan.id, period),
            "plain": lambda: plain.execute(_SELECT, (elements, str(period.year - 2), f"{period.year}~")).fetchall(),
        }
        in_turn(variants, 2)
        times = in_turn(variants, ROUNDS)
    plain.close()
    return times


def _elements(workshop: Workshop, plan: Plan) -> set[str]:
    """The data elements that the plan's targets read."""
    found: set[str] = set()
    for target in plan.targets:
        for code in (target.indicator, compared(target).indicator):
            indicator = workshop.catalogue.indicators[code]
            found.update(formula_of(indicator, workshop.catalogue.data_elements).elements)
    return found
