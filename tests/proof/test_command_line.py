"""The same agreement through the real command line: new, import, indicators."""

import csv
import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from data.catalogue import load_catalogue
from data.entries import Entry
from tests.proof.definitions import read_definitions
from tests.proof.entries import differences, expected_indicator_entries, expected_target_entries
from tests.proof.figures import Cells
from tests.proof.product import ORG_UNIT
from tests.proof.random_station import make_random_station
from tests.proof.verdicts import Situation

ROOT = Path(__file__).parents[2]
SEED = 2  # its figures stand in 2020 to 2025
HEADER = [
    *("dataElement", "period", "orgUnit", "categoryOptionCombo", "attributeOptionCombo"),
    *("value", "storedBy", "timestamp", "comment", "followUp"),
]


def run(*arguments: object) -> str:
    command = [sys.executable, str(ROOT / "main.py"), *(str(argument) for argument in arguments)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False, timeout=100)
    assert (done.returncode, done.stderr) == (0, ""), (arguments, done.stderr)
    return done.stdout


def write_csv(path: Path, cells: Cells) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADER)
        for (element, period, category), (_, text) in cells.items():
            writer.writerow([element, period, ORG_UNIT, category, "", text, "", "", "", ""])


@pytest.fixture(scope="module")
def situation() -> Situation:
    """What the command line can know: figures alone, no decisions."""
    made = make_random_station(read_definitions(), SEED).situation
    figures = {key: cell for key, cell in made.cells.items() if cell[0] == "figure"}
    return replace(made, cells=figures, place="xã Tả Phời", place_kind="xa", zone_as="", choices=())


@pytest.fixture(scope="module")
def station_file(situation: Situation, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("station")
    path, figures = folder / "tram.sotram", folder / "figures.csv"
    write_csv(figures, situation.cells)
    run("new", path, "--code", ORG_UNIT, "--name", "Trạm Y tế xã Tả Phời", "--place", situation.place)
    run("import", path, figures)
    return path


@pytest.mark.parametrize("period", ["2024", "2024Q3"])
def test_indicators_agree(situation: Situation, station_file: Path, period: str) -> None:
    given: list[Entry] = json.loads(run("indicators", station_file, "--period", period, "--format", "json"))
    by_code = {code: place for place, code in enumerate(load_catalogue().indicators)}
    expected = sorted(
        expected_indicator_entries(read_definitions(), situation.cells, period),
        key=lambda entry: by_code[str(entry["indicator"])],
    )
    found = [differences(wanted, entry) for wanted, entry in zip(expected, given, strict=True)]
    assert [one for one in found if one] == []


@pytest.mark.parametrize("plan", list(read_definitions().plans))
def test_verdicts_agree(situation: Situation, station_file: Path, plan: str) -> None:
    period = "2024M9"
    text = run("indicators", station_file, "--period", period, "--plan", plan, "--format", "json")
    expected = expected_target_entries(situation, read_definitions().plans[plan], period)
    found = [differences(wanted, entry) for wanted, entry in zip(expected, json.loads(text), strict=True)]
    assert [one for one in found if one] == []
