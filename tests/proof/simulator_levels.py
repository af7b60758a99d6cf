"""How large the figures of a simulated station are, and how its data elements depend on each other.

Levels are those of the invented example commune of about 4,100 people; what it does not keep stands in a table here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import NamedTuple

from data.catalogue.content import Catalogue
from data.catalogue.expressions import names_of, parse_expression
from data.definitions import DataElement, ValueType
from data.example import generate
from data.model import Category, CellState

PEOPLE = 4100
"""People of the commune whose levels these are."""

NOT_OF_THE_EXAMPLE: Mapping[str, str] = {
    "ultrasounds": "60", "communes_total": "14", "stations_total": "14", "area_doctors": "96",
    "area_beds": "310", "area_population": "142000", "area_outpatient_visits": "288000",
    "planned_hospital_beds": "160", "hospital_paramedics_total": "205", "specialists_sent_for_training": "5",
    "stations_built_new": "1", "health_budget_total": "91250.5", "facilities_total": "62",
    "hospitals_class1_total": "1", "public_services_total": "44", "survey_life_expectancy": "73.6",
    "survey_healthy_life_years": "65.4", "survey_tfr": "2.05", "survey_height_male_18": "166.8",
    "survey_height_female_18": "156.2",
}  # fmt: skip

SUMS: Mapping[str, tuple[str, ...]] = {
    "villages_total": ("hamlets_total", "residential_groups_total"),
    "live_births": ("live_births_male", "live_births_female"),
    "deaths_total": ("deaths_under_1", "deaths_1_4", "deaths_5_14", "deaths_15_59", "deaths_60_plus"),
    "insured_persons": ("insured_male", "insured_female"),
    "health_managed_persons": ("health_managed_male", "health_managed_female"),
    "telehealth_users": ("telehealth_users_male", "telehealth_users_female"),
    "fin_revenue_total": ("fin_state_budget", "fin_insurance", "fin_fees", "fin_other_revenue"),
    "fin_recurrent": ("fin_salary", "fin_procurement", "fin_other_recurrent"),
    "fin_expenditure_total": ("fin_recurrent", "fin_investment"),
}
"""Data elements that are the sum of others, as the catalogue's rules say; a test compares them."""

BESIDES: Mapping[str, str] = {"births_third_plus": "births_second", "women_delivered_anc4": "women_delivered_anc3"}
"""A part that must fit into its whole beside another part."""

FIXED_SIZE = frozenset(("station", "pharmacy", "workforce", "steering", "district", "survey"))
"""Groups that do not grow with the number of people."""

EPISODES = frozenset(("communicable", "food_safety"))
"""Groups with outbreaks."""


class Level(NamedTuple):
    """One numeric data element as it is simulated.

    Attributes:
        mean: Mean figure in one own period of a commune of 4,100 people; None when only a share of a whole is known.
        decimals: Decimals it is typed with.
        male: Share of the male figure.
        wholes: Data elements it never exceeds.
    """

    element: DataElement
    mean: float | None
    decimals: int
    male: float
    wholes: tuple[str, ...]


def levels_of(catalogue: Catalogue) -> dict[str, Level]:
    """All numeric data elements of the catalogue, each after those it depends on."""
    means, males, decimals = _of_example(catalogue)
    levels: dict[str, Level] = {}
    for element in _in_order(catalogue):
        code = element.code
        typed = NOT_OF_THE_EXAMPLE.get(code)
        mean = float(typed) if typed is not None else means.get(code)
        places = max(decimals.get(code, 0), len((typed or "").partition(".")[2]))
        if element.value_type is ValueType.DECIMAL:
            places = 2 if element.unit == "triệu đồng" else max(places, 1)
        levels[code] = Level(element, mean, places, males.get(code, 0.5), wholes_of(element))
    return levels


def wholes_of(element: DataElement) -> tuple[str, ...]:
    """Data elements that the rules put above this one; a part of a sum is no share of it."""
    above = [rule.element for rule in element.rules if rule.rule == "not_above" and rule.element is not None]
    return tuple(code for code in above if element.code not in _all_parts(code))


def _all_parts(code: str) -> set[str]:
    parts = set(SUMS.get(code, ()))
    if code == "population_end":
        parts |= {"population_male_end", "population_female_end"}
    return parts.union(*(_all_parts(part) for part in parts))


def _in_order(catalogue: Catalogue) -> Iterator[DataElement]:
    elements = catalogue.data_elements
    done: dict[str, None] = {}

    def add(code: str) -> None:
        if code in done:
            return
        for needed in (*wholes_of(elements[code]), *SUMS.get(code, ()), *filter(None, [BESIDES.get(code)])):
            add(needed)
        done[code] = None

    for element in elements.values():
        if element.value_type in (ValueType.INTEGER, ValueType.DECIMAL):
            add(element.code)
    return (elements[code] for code in done)


def _of_example(catalogue: Catalogue) -> tuple[dict[str, float], dict[str, float], dict[str, int]]:
    """Mean figure, male share and decimals of each data element in the example commune."""
    totals: dict[tuple[str, Category], list[Fraction]] = defaultdict(list)
    decimals: dict[str, int] = defaultdict(int)
    for value in generate(catalogue).values:
        element = catalogue.data_elements[value.data_element]
        if value.state is not CellState.FIGURE or element.value_type not in (ValueType.INTEGER, ValueType.DECIMAL):
            continue
        totals[value.data_element, value.category].append(Fraction(value.value))
        decimals[value.data_element] = max(decimals[value.data_element], len(value.value.partition(".")[2]))
    means = {code: float(sum(each) / len(each)) for (code, kind), each in totals.items() if kind is Category.DEFAULT}
    males = {
        code: float(sum(each)) / whole
        for (code, kind), each in totals.items()
        if kind is Category.MALE and (whole := means[code] * len(each))
    }
    return means, males, decimals


def sums_of_rules(catalogue: Catalogue) -> dict[str, tuple[str, ...]]:
    """What the catalogue's rules call a sum, but for the population, whose two sexes are made with it."""
    found: dict[str, tuple[str, ...]] = {}
    for element in catalogue.data_elements.values():
        for rule in element.rules:
            if rule.rule in ("equals", "parts_sum_to") and rule.expression is not None:
                code = element.code if rule.rule == "equals" else rule.total
                if code is not None and code != "population_end":
                    found[code] = names_of(parse_expression(rule.expression))
    return found
