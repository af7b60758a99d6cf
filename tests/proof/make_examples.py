"""Write the 203 worked examples of ``assets/catalogue/examples`` (``python -m tests.proof.make_examples``).

Made by the independent evaluator, never by the program (CONTRACT C5): small whole numbers for one
year, one boundary each: an exact half that rounds up, the smallest figure that makes a yes, a nought.
Levels are set aside, so that formulas of the district and the province have their example too.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import product
from pathlib import Path

from tests.proof.definitions import CATALOGUE, Definitions, Element, Indicator, read_definitions
from tests.proof.figures import Cells
from tests.proof.formula import names_in
from tests.proof.oracle import evaluate, named_elements
from tests.proof.paper import printed
from tests.proof.rule_cases import CellTable
from tests.proof.spans import own_periods, period_code, read_period

YEAR = "2024"
FOLDER = CATALOGUE / "examples"
TRIES = 40_000
# Bases whose quotients end in an exact half at one, two or three decimals.
BASES = (16, 32, 48, 64, 80, 96, 112, 128, 160, 192, 256, 320, 384, 400, 512, 640, 800, 1280, 6400)
POPULATIONS = (1280, 1600, 3200, 4000, 6400)
HEAD = """\
# Worked examples: {group}
#
# given: each element's figure for the whole year {year} (a sum falls in its first month or quarter, the
# rest are 0; every other kind stands the same all year). value: exact; printed: as on paper.
# Written by python -m tests.proof.make_examples from the definitions alone; not by the program.
"""


@dataclass(frozen=True)
class Example:
    """One worked example."""

    indicator: Indicator
    given: dict[str, str]
    value: Fraction | None
    printed: str


def cells_for_year(definitions: Definitions, given: dict[str, str]) -> Cells:
    """Spread figures of a year over the own periods of their elements."""
    cells: CellTable = {}
    for code, text in given.items():
        element = definitions.elements[code]
        for place, part in enumerate(own_periods(read_period(YEAR), element.frequency) or ()):
            is_rest = element.over_time == "sum" and place > 0
            cells[code, period_code(part), "default"] = ("figure", "0" if is_rest else text)
    return cells


def make_example(definitions: Definitions, indicator: Indicator) -> Example:
    """Give the first boundary found, else the first attempt that has a value."""
    below = replace(indicator, level="station")
    known = replace(definitions, indicators={indicator.code: below})
    fallback: Example | None = None
    for given in attempts(definitions, indicator):
        result = evaluate(known, cells_for_year(definitions, given), indicator.code, YEAR)
        if result.status != "ok":
            continue
        text = printed(result.status, result.value, indicator.decimals, (), result.choice)
        example = Example(indicator, given, result.value, text)
        if is_boundary(indicator, result.value):
            return example
        fallback = fallback or example
    assert fallback is not None, indicator.code
    return fallback


def is_boundary(indicator: Indicator, value: Fraction | None) -> bool:
    """Say whether a value is an exact half of the last printed decimal, or a yes."""
    if value is None or indicator.value_type == "boolean":
        return value is None or value == 1
    is_share = indicator.unit != "%" or value < 100
    return is_share and value > 0 and (value * 10**indicator.decimals * 2) % 2 == 1


def attempts(definitions: Definitions, indicator: Indicator) -> Iterator[dict[str, str]]:
    """Give figures to try, within the ranges of their elements."""
    elements = [definitions.elements[name] for name in named_elements(indicator)]
    if indicator.value_type == "choice":
        yield {elements[0].code: elements[0].choices[-1]}
    elif indicator.value_type == "boolean":
        options = [("true",) if one.value_type == "boolean" else ("1", "0", "80") for one in elements]
        for texts in product(*options):
            yield {element.code: text for element, text in zip(elements, texts, strict=True)}
    elif indicator.denominator is None:
        yield from _counts(indicator, elements)
    else:
        yield from _ratios(indicator, elements)


def _counts(indicator: Indicator, elements: list[Element]) -> Iterator[dict[str, str]]:
    """A figure as it stands: one that needs the thousands' point or a half, else nought."""
    for text in ("166.75", "72.25", "2.25", "1000", "0", "1"):
        fits = all(is_in_range(element, text) for element in elements)
        if fits and (elements[0].value_type == "decimal" or "." not in text):
            yield {element.code: text for element in elements}


def _ratios(indicator: Indicator, elements: list[Element]) -> Iterator[dict[str, str]]:
    chance = random.Random(indicator.code)
    for _ in range(TRIES):
        is_rate = indicator.factor >= 1000
        base = chance.choice(POPULATIONS if is_rate else BASES)
        most = 60 if is_rate else 2 * base
        given = {}
        for element in elements:
            is_below = element.code in names_in(indicator.denominator or "0")
            given[element.code] = str(base if is_below else chance.randint(1, most))
        if all(is_in_range(element, given[element.code]) for element in elements):
            yield given


def is_in_range(element: Element, text: str) -> bool:
    """Say whether an element's range rule allows a figure."""
    for rule in element.rules:
        if rule["rule"] == "range":
            return bool(Fraction(rule["minimum"]) <= Fraction(text) <= Fraction(rule["maximum"]))
    return True


def exact_text(value: Fraction) -> str:
    """Write a number that has a last decimal."""
    decimals = 0
    while value * 10**decimals % 1:
        decimals += 1
        assert decimals < 30, value
    digits = str(int(value * 10**decimals)).rjust(decimals + 1, "0")
    return digits if decimals == 0 else f"{digits[:-decimals]}.{digits[-decimals:]}"


def toml_of(example: Example) -> str:
    """Write one example."""
    given = ", ".join(f'{code} = "{text}"' for code, text in example.given.items())
    lines = ["[[example]]", f'indicator = "{example.indicator.code}"', f'period = "{YEAR}"', f"given = {{ {given} }}"]
    if example.value is not None:
        lines.append(f'value = "{exact_text(example.value)}"')
    return "\n".join([*lines, f'printed = "{example.printed}"', ""])


def write_examples(folder: Path) -> None:
    """Write a file for each group of indicators."""
    definitions = read_definitions()
    folder.mkdir(exist_ok=True)
    groups: dict[str, list[str]] = {}
    for indicator in definitions.indicators.values():
        groups.setdefault(indicator.group, []).append(toml_of(make_example(definitions, indicator)))
    for group, texts in groups.items():
        head = HEAD.format(group=group, year=YEAR)
        (folder / f"{group}.toml").write_text("\n".join([head, *texts]), encoding="utf-8")


if __name__ == "__main__":
    write_examples(FOLDER)
