"""Seeded random stations: cells of all four states, sexes, zeros, partial periods, several years."""

import random
from dataclasses import dataclass

from tests.proof.definitions import Definitions, Element
from tests.proof.figures import Cells
from tests.proof.spans import Span, own_periods, period_code
from tests.proof.verdicts import Choice, Situation

PLACES = (
    ("xã Tả Phời", "xa", ""),
    ("xã Đồng Tuyển", "xa", ""),
    ("xã Phú Nhuận", "xa", ""),
    ("phường Duyên Hải", "phuong", ""),
    ("thị trấn Bến Sung", "thi_tran", ""),
    ("đặc khu Lý Sơn", "dac_khu", ""),
    ("đặc khu Lý Sơn", "dac_khu", "rural"),
    ("đặc khu Lý Sơn", "dac_khu", "urban"),
)
BASE_YEARS = (2021, 2023, 2024, 2025, 2030, 2045)
COUNTS = ("0", "0", "1", "2", "4", "5", "10", "19", "20", "38", "47", "49", "50", "90", "95", "100")
DECIMALS = ("0", "0.5", "0.49", "1", "1.25", "2", "2.5", "12.75", "79.999999", "80", "112.7")
# How likely a cell is a figure, a dash, a draft; what is left is not reported.
MOODS = {
    "complete": (1.0, 0.0, 0.0),
    "holes": (0.85, 0.0, 0.05),
    "dashes": (0.7, 0.3, 0.0),
    "mixed": (0.5, 0.3, 0.1),
    "dash": (0.0, 1.0, 0.0),
    "blank": (0.0, 0.0, 0.0),
}


@dataclass(frozen=True)
class RandomStation:
    """A made-up station.

    Attributes:
        base_year: The year that is asked about; figures stand in the four before it and one after.
        periods: A period of every kind.
    """

    situation: Situation
    base_year: int
    periods: tuple[str, ...]


def make_random_station(definitions: Definitions, seed: int) -> RandomStation:
    """Make the station of a seed."""
    chance = random.Random(seed)
    base_year = BASE_YEARS[seed % len(BASE_YEARS)]
    weights = chance.choice(((30, 1, 1, 0, 0, 0), (8, 3, 2, 1, 1, 1), (1, 2, 2, 2, 1, 1)))
    cells: dict[tuple[str, str, str], tuple[str, str]] = {}
    for element in definitions.elements.values():
        mood = MOODS[chance.choices(tuple(MOODS), weights)[0]]
        for year in range(base_year - 4, base_year + 2):
            for period in own_periods(Span(year, 1, 12), element.frequency) or ():
                _fill(cells, chance, element, period_code(period), mood)
    place, kind, zone = chance.choice(PLACES)
    choices = _choices(definitions, chance, base_year)
    situation = Situation(definitions, cells, place, kind, zone, choices)
    return RandomStation(situation, base_year, _periods(chance, base_year))


def cells_of(station: RandomStation) -> Cells:
    """Give the cells of a station."""
    return station.situation.cells


def _periods(chance: random.Random, base_year: int) -> tuple[str, ...]:
    return (
        f"{base_year}{chance.randint(1, 12):02d}",
        f"{base_year}Q{chance.randint(1, 4)}",
        f"{base_year}S{chance.randint(1, 2)}",
        f"{base_year}M9",
        f"{base_year}",
        f"{base_year + chance.choice((-1, 1))}{chance.choice(('', 'Q1', 'Q4', 'S1', 'M9'))}",
    )


def _fill(
    cells: dict[tuple[str, str, str], tuple[str, str]],
    chance: random.Random,
    element: Element,
    period: str,
    mood: tuple[float, float, float],
) -> None:
    categories = ["default"]
    if element.by_sex and element.male_element is None:
        ways = (["default"], ["male", "female"], ["default", "male", "female"])
        categories = chance.choice(ways)
    for category in categories:
        cell = _cell(chance, element, mood)
        if cell is not None:
            cells[element.code, period, category] = cell


def _cell(chance: random.Random, element: Element, mood: tuple[float, float, float]) -> tuple[str, str] | None:
    draw = chance.random()
    figure, dash, draft = mood
    if draw < figure:
        return "figure", _text(chance, element)
    if draw < figure + dash:
        return "not_applicable", ""
    if draw < figure + dash + draft:
        return "draft", "12a"
    return None


def _text(chance: random.Random, element: Element) -> str:
    if element.value_type == "boolean":
        return chance.choice(("true", "true", "false"))
    if element.value_type == "choice":
        return chance.choice(element.choices)
    if element.value_type == "decimal":
        return chance.choice(DECIMALS)
    if chance.random() < 0.5:
        return chance.choice(COUNTS)
    return str(chance.randint(0, 120))


def _choices(definitions: Definitions, chance: random.Random, base_year: int) -> tuple[Choice, ...]:
    """Decisions on half of the targets that ask for one."""
    made: list[Choice] = []
    for plan in definitions.plans.values():
        for target in plan.targets:
            if chance.random() < 0.5:
                continue
            if target["compare_as"] == "ask":
                made.append(_operator_chosen(chance, target["id"], target["compare_value"]))
            if target["compare_as"] == "manual":
                verdict = chance.choice(("met", "not_met"))
                made.append(Choice(target["id"], period=str(base_year), verdict=verdict))
    return tuple(made)


def _operator_chosen(chance: random.Random, target: str, value: str) -> Choice:
    operator = chance.choice((">=", "<=", "between"))
    if operator == "between":
        return Choice(target, operator="between", value="0.5", high="10")
    return Choice(target, operator=operator, value=value)
