"""The yearly self-assessment: a station with 100 leaves scored, and a file with thirty years of sets and scores."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import cycle
from pathlib import Path
from statistics import median
from typing import Any

from data import assessment_commands, assessment_queries, commands
from data.assessment import library, writer
from data.assessment.reader import read_set
from data.assessment.readings import readings_of
from data.assessment.records import SELF_LAYER, Answer, Assessment, StoredSet
from data.assessment.scoring import score
from data.catalogue.content import Catalogue
from data.definitions import Level, ValueType
from data.model import Attribution
from tests.benchmarks.measure import Reading, Times, in_turn, ratio_reading, time_reading
from tests.benchmarks.workshop import NOW, YEAR, Workshop

LEAVES, YEARS, LAYERS = 100, 30, (SELF_LAYER, "Sở Y tế")
ROUNDS = 15
MOST, MOST_MILLISECONDS = 2.0, 50.0

ROWS = (
    (f"a station with {LEAVES} leaf items scored: set, answers and figures read", f"≤ {MOST_MILLISECONDS:g} ms"),
    ("the same, the set at hand", "–"),
    ("the same, the figures at hand, too", "–"),
    (f"opening a file with {YEARS} years of sets and scores / one year", f"≤ {MOST:g} ×"),
    ("listing its sets and assessments / one year", f"≤ {MOST:g} ×"),
    ("scoring its newest year / one year", f"≤ {MOST:g} ×"),
)

_BY = Attribution(user="bench", now=NOW)


def measure(workshop: Workshop, path: Path) -> list[Reading]:
    """Times of one scoring, and the ratios of a file with many years to one with the newest alone."""
    many = _with_years(workshop, path, int(YEAR) - YEARS + 1)
    one = _with_years(workshop, path, int(YEAR))
    return [*_scoring(workshop, many), *_years(workshop, many, one)]


def table(catalogue: Catalogue, edition: int) -> dict[str, Any]:
    """A made-up table of ten criteria with ten leaves each; six of ten are bound to figures."""
    numbers = [each for each in catalogue.indicators.values() if each.level is Level.STATION]
    bound = cycle(each.code for each in numbers if each.value_type == "number" and not each.code.endswith("_score"))
    counts = cycle(each.code for each in catalogue.data_elements.values() if each.value_type is ValueType.INTEGER)
    criteria = []
    for number in range(1, LEAVES // 10 + 1):
        items = [_leaf(f"{number}.{place}", place, bound, counts) for place in range(1, 11)]
        criteria.append(
            {
                **{"criterion": number, "name_vi": f"Tiêu chí {number}", "max_points": "10"},
                **{"items_complete": True, "items": items},
            }
        )
    framework = {
        **{"id": "BANG-THU", "title_vi": f"BẢNG THỬ {edition}", "decision": "BẢNG THỬ", "valid_from": "1990-01-01"},
        **{"valid_to": None, "total_points": "100", "point_step": "0.5"},
    }
    rule = {
        **{"total_min_percent": 80, "each_criterion_min_percent": 50, "no_knock_out": True},
        **{"knock_out_items_known": True, "denominator": "full"},
    }
    whole = {"schema": "criteria/1", "framework": framework, "pass_rule": rule, "certainty": "bảng thử"}
    return {**whole, "criteria": criteria}


def _leaf(code: str, place: int, indicators: Iterator[str], elements: Iterator[str]) -> dict[str, Any]:
    leaf: dict[str, Any] = {
        "code": code,
        "text_vi": f"Nội dung {code} của bảng thử",
        "max_points": "1",
        "knock_out": place == 1,
    }
    leaf["evidence"] = ["Quyết định", "Biên bản"]
    steps = [("95", "1"), ("80", "0.5")]
    tiers = [{"comparator": ">=", "bound": bound, "points": points} for bound, points in steps]
    if place <= 4:
        return {**leaf, "scoring": "tiered", "tiers": tiers, "binds": {"indicator": next(indicators)}}
    if place <= 6:
        return {**leaf, "scoring": "proportional", "target": "50", "binds": {"data_element": next(elements)}}
    return {**leaf, "scoring": "yes_no"}


def _with_years(workshop: Workshop, path: Path, first: int) -> Path:
    """A copy of the file with a version of the set and two scored layers for every year from ``first`` on."""
    copy = workshop.copy(path)
    kept = copy.with_name(f"years-from-{first}-of-{path.name}")
    with commands.open_station(copy, writing=True) as store:
        for year in range(first, int(YEAR) + 1):
            found, _ = read_set(table(workshop.catalogue, year))
            assert found is not None
            content = writer.canonical(writer.tree_of(found))
            assessment_commands.save_definition(store, StoredSet(found.id, found.version, content), _BY)
            answers = [
                Answer(f"{number}.{place}", layer, "yes")
                for layer in LAYERS
                for number in range(1, LEAVES // 10 + 1)
                for place in range(7, 11)
            ]
            head = Assessment(year=year, criteria_set=found.id, version=found.version)
            assessment_commands.save_answers(store, workshop.catalogue, head, answers, _BY)
    return copy.rename(kept)


def _forget_sets() -> None:
    """Let every set be read anew: what is kept of it stands in two places."""
    library._read.cache_clear()
    assessment_queries._own.cache_clear()


def _scoring(workshop: Workshop, path: Path) -> list[Reading]:
    year = int(YEAR)
    with commands.open_station(path, writing=False) as store:
        used = assessment_queries.used_set(store, year, "BANG-THU")
        place = assessment_queries.place_on(store, workshop.catalogue, year)
        answers = assessment_queries.of_layer(assessment_queries.assessed(store, year, used.id).answers, SELF_LAYER)
        calculator = assessment_queries.calculator_for(store, workshop.catalogue, used, year)
        readings = readings_of(used, calculator, year)

        def whole() -> None:
            _forget_sets()
            assessment_queries.result(store, workshop.catalogue, year, "BANG-THU")

        def figures() -> None:
            fresh = assessment_queries.calculator_for(store, workshop.catalogue, used, year)
            score(used, SELF_LAYER, answers, readings_of(used, fresh, year), place)

        def points() -> None:
            score(used, SELF_LAYER, answers, readings, place)

        times = _timed({"whole": whole, "figures": figures, "points": points})
    mosts = {"whole": MOST_MILLISECONDS, "figures": None, "points": None}
    return [_milliseconds(times, name, most) for name, most in mosts.items()]


def _years(workshop: Workshop, many: Path, one: Path) -> list[Reading]:
    def opened(path: Path) -> Callable[[], None]:
        return lambda: commands.open_station(path, writing=False).close()

    readings = [ratio_reading(_timed({"many": opened(many), "one": opened(one)}), "many", "one", MOST)]
    with commands.open_station(many, writing=False) as large, commands.open_station(one, writing=False) as small:

        def listed(store: commands.Store) -> None:
            _forget_sets()
            assessment_queries.criteria_sets(store)
            assessment_queries.assessments(store)

        def newest(store: commands.Store) -> None:
            _forget_sets()
            assessment_queries.result(store, workshop.catalogue, int(YEAR), "BANG-THU")

        for act in (listed, newest):
            times = _timed({"many": partial(act, large), "one": partial(act, small)})
            readings.append(ratio_reading(times, "many", "one", MOST))
    return readings


def _timed(variants: Mapping[str, Callable[[], object]]) -> Times:
    in_turn(variants, 2)
    return in_turn(variants, ROUNDS)


def _milliseconds(times: Times, name: str, most: float | None) -> Reading:
    milliseconds = median(times[name]) * 1000
    reading = time_reading(milliseconds, most or 0.0)
    return reading if most is not None else reading._replace(within=None)
