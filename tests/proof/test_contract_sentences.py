"""Sentences of the contract that name figures, held against evaluator and program alike."""

from functools import cache

from data.catalogue import load_catalogue
from data.entries import Entry
from tests.proof.definitions import read_definitions
from tests.proof.entries import Expected, expected_indicator_entries, expected_target_entries
from tests.proof.product import given_indicator_entries, given_target_entries, make_judge
from tests.proof.random_station import make_random_station
from tests.proof.rule_cases import CellTable
from tests.proof.verdicts import Situation

PLAN = "lao-cai-2024"


def both(cells: CellTable, target: str, period: str) -> list[Expected | Entry]:
    """The target's entry of the evaluator, then of the program."""
    situation = Situation(read_definitions(), cells, "xã Tả Phời", "xa")
    expected = expected_target_entries(situation, read_definitions().plans[PLAN], period)
    given = given_target_entries(load_catalogue(), make_judge(load_catalogue(), situation), PLAN, period)
    return [entry for entries in (expected, given) for entry in entries if entry["target"] == f"{PLAN}/{target}"]


def quarter_figures(**figures: str) -> CellTable:
    return {(code, "2024Q4", "default"): ("figure", text) for code, text in figures.items()}


def test_exactly_98_does_not_meet_above_98() -> None:
    """V3: strict operators stay strict."""
    cells = quarter_figures(insured_persons="98", population_end="100")
    for entry in both(cells, "health_insurance_coverage-2024", "2024"):
        assert (entry["verdict"], entry["gap"]) == ("not_met", "1")


def test_97_96_against_above_98_prints_97_96() -> None:
    """P9 and PRODUCT section 5: not 98,0."""
    cells = quarter_figures(insured_persons="2449", population_end="2500")
    for entry in both(cells, "health_insurance_coverage-2024", "2024"):
        assert entry["printed"] == "97,96"


def test_one_case_in_a_commune_of_4127_is_one_too_many() -> None:
    """V6: "< 8 per 100.000" allows 0 cases there."""
    cells = quarter_figures(population_end="4127")
    cells["population_start", "2024Q1", "default"] = ("figure", "4127")
    for month in range(1, 13):
        cells["food_poisoning_cases", f"2024{month:02d}", "default"] = ("figure", "1" if month == 7 else "0")
    for entry in both(cells, "food_poisoning_rate-2024", "2024"):
        assert (entry["verdict"], entry["gap"]) == ("not_met", "1")


def test_a_share_never_gains_more_than_its_denominator() -> None:
    """V6: "> 98" of one person: the one that is missing would do; of nobody more than all."""
    cells = quarter_figures(insured_persons="0", population_end="1")
    for entry in both(cells, "health_insurance_coverage-2024", "2024"):
        assert entry["gap"] == "1"


def test_two_months_of_three_are_partly_reported() -> None:
    """P5: status, value, names, "2/3" and what is there."""
    cells: CellTable = {}
    for month in ("202401", "202403"):
        cells["deliveries_skilled", month, "default"] = ("figure", "3")
        cells["women_delivered", month, "default"] = ("figure", "4")
    cells["women_delivered", "202402", "default"] = ("figure", "4")
    definitions = read_definitions()
    wanted = expected_indicator_entries(definitions, cells, "2024Q1")
    given = given_indicator_entries(load_catalogue(), cells, "2024Q1")
    for entries in (wanted, given):
        (entry,) = (one for one in entries if one["indicator"] == "skilled_delivery_pct")
        missing = entry["missing"]
        assert isinstance(missing, list | frozenset)
        assert (entry["status"], entry["value"], set(missing)) == ("missing", None, {"deliveries_skilled@202402"})
        assert (entry["reported"], str(entry["provisional"])) == ("2/3", "50")


@cache
def words(key: str) -> frozenset[str]:
    return frozenset(str(entry[key]) for entry in random_entries() if entry["category"] == "total")


@cache
def random_entries() -> list[Expected]:
    stations = [make_random_station(read_definitions(), seed) for seed in range(4)]
    return [
        entry
        for station in stations
        for plan in read_definitions().plans.values()
        for period in station.periods
        for entry in expected_target_entries(station.situation, plan, period)
    ]


WORDS = {"missing", "no_denominator", "not_station_level", "not_applicable"}


def test_the_random_stations_reach_every_status() -> None:
    """V1: five statuses."""
    assert words("status") == WORDS | {"ok"}


def test_the_random_stations_reach_every_verdict() -> None:
    """V1: eight verdicts."""
    assert words("verdict") == WORDS | {"met", "not_met", "not_due", "undecided"}
