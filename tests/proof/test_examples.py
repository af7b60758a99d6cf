"""Every worked example of the catalogue, worked out by the program."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from data.calculation import Calculator
from data.catalogue import Catalogue, load_catalogue
from data.definitions import Level
from data.figures import Figures
from data.numbers import exact
from data.periods import parse_period
from data.printing import printed_value
from tests.proof.definitions import read_definitions
from tests.proof.make_examples import FOLDER, cells_for_year, write_examples

EXAMPLES = [
    example
    for path in sorted(FOLDER.glob("*.toml"))
    for example in tomllib.loads(path.read_text(encoding="utf-8"))["example"]
]


@cache
def catalogue() -> Catalogue:
    """The catalogue with every indicator at the station's level, so that each formula is worked out."""
    loaded = load_catalogue()
    indicators = {code: one._replace(level=Level.STATION) for code, one in loaded.indicators.items()}
    return loaded._replace(indicators=indicators)


def test_every_indicator_has_its_example() -> None:
    assert {example["indicator"] for example in EXAMPLES} == set(load_catalogue().indicators)


@pytest.mark.parametrize("example", EXAMPLES, ids=[example["indicator"] for example in EXAMPLES])
def test_example(example: dict[str, Any]) -> None:
    cells = cells_for_year(read_definitions(), example["given"])
    calculator = Calculator(catalogue(), Figures(dict(cells)))
    value = calculator.value(example["indicator"], parse_period(example["period"]))
    assert value.value == (exact(example["value"]) if "value" in example else None)
    assert printed_value(catalogue().indicators[example["indicator"]], value) == example["printed"]


def test_the_committed_examples_are_those_of_the_evaluator(tmp_path: Path) -> None:
    write_examples(tmp_path)
    written = {path.name: path.read_text(encoding="utf-8") for path in tmp_path.iterdir()}
    assert written == {path.name: path.read_text(encoding="utf-8") for path in FOLDER.iterdir()}
