"""How small: the file of five years, and how long the catalogue takes to load."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from statistics import median

from data import commands
from data.example import multiply, write_station
from data.model import Attribution, DataValue
from data.periods import parse_period
from tests.benchmarks.measure import Reading, in_turn, python, run, size_reading, time_reading
from tests.benchmarks.workshop import NOW, Workshop

ROUNDS = 11
MOST_BYTES, MOST_MILLISECONDS = 10e6, 50.0
WHOLE_YEARS = {2019, 2020, 2022, 2023, 2024}
"""2019 and 2020 are copies of 2023 and 2024; 2021 would be a copy of the unfinished year."""

ROWS = (
    ("station file, five years, typed cell by cell", f"≤ {MOST_BYTES / 1e6:g} MB"),
    ("the file that is measured here", "–"),
    ("catalogue: import and load, fresh process", f"≤ {MOST_MILLISECONDS:g} ms"),
    ("catalogue: load alone", "–"),
)

_LOAD = """
from time import perf_counter
begun = perf_counter()
from data.catalogue import load_catalogue
imported = perf_counter()
load_catalogue()
done = perf_counter()
print(done - begun, done - imported)
"""


def measure(workshop: Workshop, path: Path) -> list[Reading]:
    """Five years are measured once, and stand in the column of the example; so does the catalogue."""
    file = size_reading(path.stat().st_size, None)
    if path == workshop.large:
        return [Reading("–"), file, Reading("–"), Reading("–")]
    whole, alone = _catalogue_load(workshop)
    return [_five_years(workshop), file, time_reading(whole, MOST_MILLISECONDS), Reading(f"{alone:.0f} ms")]


def _five_years(workshop: Workshop) -> Reading:
    path = workshop.folder / "five-years.sotram"
    path.unlink(missing_ok=True)
    values = [each for each in multiply(workshop.example, 2).values if _year(each) in WHOLE_YEARS]
    write_station(path, replace(workshop.example, values=()), NOW)
    with commands.open_station(path, writing=True) as store:
        for value in values:
            commands.save_data_values(store, [value], Attribution(user="bench", now=NOW))
    return size_reading(path.stat().st_size, MOST_BYTES)


def _year(value: DataValue) -> int:
    return parse_period(value.period).year


def _catalogue_load(workshop: Workshop) -> tuple[float, float]:
    """Milliseconds with the imports, and without; the interpreter's own start is in neither."""
    found: list[list[float]] = []
    in_turn({"load": lambda: found.append(_load(workshop))}, ROUNDS + 1)
    whole, alone = zip(*found[1:], strict=True)
    return median(whole) * 1000, median(alone) * 1000


def _load(workshop: Workshop) -> list[float]:
    return [float(word) for word in run(python("-c", _LOAD), workshop.environment).split()]
