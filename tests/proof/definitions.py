"""The catalogue's files as plain data: data elements, indicators, plans."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

CATALOGUE = Path(__file__).parents[2] / "assets" / "catalogue"
Block = dict[str, Any]


@dataclass(frozen=True)
class Element:
    """A data element, as far as arithmetic needs it."""

    code: str
    value_type: str
    over_time: str
    frequency: str
    by_sex: bool
    male_element: str | None
    female_element: str | None
    choices: tuple[str, ...]
    rules: tuple[Block, ...]

    def part_of(self, category: str) -> str | None:
        """Give the part element that holds a sex, for the five that have them (CONTRACT P1)."""
        return {"male": self.male_element, "female": self.female_element}.get(category)


@dataclass(frozen=True)
class Indicator:
    """An indicator, as far as arithmetic needs it."""

    code: str
    group: str
    numerator: str
    denominator: str | None
    factor: int
    unit: str
    value_type: str
    decimals: int
    frequency: str
    level: str
    by_sex: bool


@dataclass(frozen=True)
class Plan:
    """A plan's first year and its targets as written."""

    id: str
    first_year: int
    targets: tuple[Block, ...]


@dataclass(frozen=True)
class Definitions:
    """All of them, by code, in catalogue order."""

    elements: dict[str, Element]
    indicators: dict[str, Indicator]
    plans: dict[str, Plan]


@cache
def read_definitions() -> Definitions:
    """Read every file of the catalogue."""
    elements = [_element(block) for block in _blocks("data_elements", "data_element")]
    indicators = [_indicator(block) for block in _blocks("indicators", "indicator")]
    plans = [_plan(_read(path)) for path in sorted((CATALOGUE / "plans").glob("*.toml"))]
    return Definitions(
        {element.code: element for element in elements},
        {indicator.code: indicator for indicator in indicators},
        {plan.id: plan for plan in plans},
    )


def _read(path: Path) -> Block:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _blocks(folder: str, name: str) -> list[Block]:
    return [
        {**block, "file": path.stem}
        for path in sorted((CATALOGUE / folder).glob("*.toml"))
        for block in _read(path)[name]
    ]


def _element(block: Block) -> Element:
    return Element(
        code=block["code"],
        value_type=block["value_type"],
        over_time=block["over_time"],
        frequency=block["frequency"],
        by_sex=block["sex_disaggregated"],
        male_element=block.get("male_element"),
        female_element=block.get("female_element"),
        choices=tuple(block.get("choices", ())),
        rules=tuple(block["validation"]),
    )


def _indicator(block: Block) -> Indicator:
    return Indicator(
        code=block["code"],
        group=block["file"],
        numerator=block["numerator"],
        denominator=block.get("denominator"),
        factor=block["factor"],
        unit=block["unit"],
        value_type=block["value_type"],
        decimals=block["decimals"],
        frequency=block["frequency"],
        level=block["level"],
        by_sex="sex" in block["disaggregation"],
    )


def _plan(block: Block) -> Plan:
    return Plan(block["id"], block["first_year"], tuple(block["target"]))
