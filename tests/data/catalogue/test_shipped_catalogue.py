"""The catalogue that comes with the program: complete, faultless, true to the plans' texts."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Protocol

import pytest

from data.catalogue import load_catalogue
from data.catalogue.content import Catalogue
from data.catalogue.integrity import check_catalogue
from data.paths import asset
from data.periods import PeriodType
from data.plan_definitions import Plan, PlanTask

SEEDS = Path(__file__).parents[2] / "golden" / "seeds"
PLANS = ["lao-cai-2024", "lao-cai-2023-ntm", "nhu-thanh-2021-2025", "lai-chau-2030-2045", "can-tho-2025-2030"]


class Quote(Protocol):
    """A record that quotes a line of a plan's text."""

    @property
    def seed_line(self) -> int:
        """Line, counted from 1."""

    @property
    def phrase(self) -> str:
        """Part of the line."""


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue()


def seed_lines(plan: Plan) -> list[str]:
    """Lines of a plan's text as they are in the file: no white space is changed."""
    return (SEEDS / plan.seed_file).read_text("utf-8").split("\n")


def phrases(plan: Plan) -> Iterator[tuple[str, int, str]]:
    """Everything of a plan that quotes it: name, line counted from 1, phrase."""
    leads = plan.criteria_leads.items if plan.criteria_leads else ()
    kinds: tuple[Sequence[Quote], ...] = (plan.targets, plan.obligations, plan.reporting_duties, plan.projects)
    for quotes in (*kinds, plan.general_goals, plan.missing_parts, plan.budget.items, leads):
        for number, quote in enumerate(quotes, 1):
            yield f"{type(quote).__name__} {number}", quote.seed_line, quote.phrase


def test_shipped_files_have_no_faults() -> None:
    assert check_catalogue(asset("catalogue")) == ()


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("plans", 5),
        ("indicators", 203),
        ("data_elements", 300),
        ("sources", 67),
        ("indicator_groups", 17),
        ("element_groups", 20),
        ("data_sets", 36),
        ("reporting_calendar", 6),
        ("criteria_4667_to_1300", 10),
        ("conventions", 15),
        ("plan_conventions", 13),
        ("units", 15),
    ],
)
def test_catalogue_is_complete(catalogue: Catalogue, name: str, count: int) -> None:
    assert len(getattr(catalogue, name)) == count


@pytest.mark.parametrize(
    ("name", "counts"),
    [
        ("targets", [49, 21, 25, 29, 41]),
        ("obligations", [38, 33, 29, 28, 16]),
        ("reporting_duties", [3, 6, 2, 3, 5]),
        ("projects", [11, 5, 4, 0, 0]),
        ("general_goals", [5, 4, 5, 10, 5]),
        ("missing_parts", [2, 0, 0, 1, 0]),
        ("data_quality_flags", [11, 10, 8, 6, 7]),
    ],
)
def test_plans_are_complete(catalogue: Catalogue, name: str, counts: list[int]) -> None:
    """In all: 165 targets, 144 obligations, 19 reporting duties, 20 projects."""
    assert list(catalogue.plans) == PLANS
    assert [len(getattr(plan, name)) for plan in catalogue.plans.values()] == counts


def test_all_rules_are_there(catalogue: Catalogue) -> None:
    assert sum(len(element.rules) for element in catalogue.data_elements.values()) == 582


def test_money_tasks_and_leads_are_there(catalogue: Catalogue) -> None:
    plans = catalogue.plans
    assert [item.printed for item in plans["lao-cai-2024"].budget.items] == ["185.015", "165.400", "7.750", "11. 865"]
    task_list, leads = plans["can-tho-2025-2030"].task_list, plans["lao-cai-2023-ntm"].criteria_leads
    assert task_list is not None
    assert [group.number for group in task_list.groups] == ["I", "II", "III"]
    assert len(task_list.tasks) == 17
    assert leads is not None
    assert [lead.criterion for lead in leads.items] == list(range(1, 11))


def test_indicators_with_sexes_secrets_and_small_numbers(catalogue: Catalogue) -> None:
    indicators = catalogue.indicators.values()
    assert sum(indicator.by_sex for indicator in indicators) == 47
    assert sum(indicator.confidential for indicator in indicators) == 11
    assert sum(indicator.small_numbers for indicator in indicators) == 21
    assert sum(indicator.certainty == "official" for indicator in indicators) == 33


def test_elements_whose_sexes_are_elements_of_their_own(catalogue: Catalogue) -> None:
    parts = {e.code: (e.male_element, e.female_element) for e in catalogue.data_elements.values() if e.male_element}
    assert parts == {
        "population_end": ("population_male_end", "population_female_end"),
        "live_births": ("live_births_male", "live_births_female"),
        "insured_persons": ("insured_male", "insured_female"),
        "health_managed_persons": ("health_managed_male", "health_managed_female"),
        "telehealth_users": ("telehealth_users_male", "telehealth_users_female"),
    }


def test_a_period_has_one_form(catalogue: Catalogue) -> None:
    def period(plan: Plan) -> tuple[int, int, int | None, int | None, str]:
        return plan.first_year, plan.last_year, plan.milestone_year, plan.vision_year, plan.period_as_printed

    assert [period(plan) for plan in catalogue.plans.values()] == [
        (2024, 2024, None, None, "2024"),
        (2023, 2023, None, None, "2023-01 – 2023-12-31"),
        (2021, 2025, None, None, "2021 – 2025"),
        (2024, 2030, None, 2045, "2024 – 2030"),
        (2022, 2030, 2025, None, "2022 – 2030"),
    ]


@pytest.mark.parametrize("plan_id", PLANS)
def test_every_phrase_stands_on_its_line(catalogue: Catalogue, plan_id: str) -> None:
    """Letter by letter, scanning errors included: a phrase lies within one line and no white space is changed."""
    plan = catalogue.plans[plan_id]
    lines = seed_lines(plan)
    quoted = list(phrases(plan))
    assert all(phrase for _, _, phrase in quoted)
    assert [name for name, line, phrase in quoted if phrase not in lines[line - 1]] == []


def test_every_task_stands_in_the_appendix(catalogue: Catalogue) -> None:
    """A task's line holds its number; the cells of its row follow, a blank line between each."""
    plan = catalogue.plans["can-tho-2025-2030"]
    lines = seed_lines(plan)
    tasks = plan.task_list.tasks if plan.task_list else ()

    def cells(task: PlanTask) -> list[str]:
        number = task.number.removeprefix(f"{task.group}.")
        return [number, task.task_vi, task.lead_vi, task.coordinating_as_printed, task.time_as_printed]

    rows = {task.number: lines[task.seed_line - 1 : task.seed_line + 8 : 2] for task in tasks}
    assert rows == {task.number: cells(task) for task in tasks}


def test_all_wording_is_nfc() -> None:
    texts = {path.name: path.read_text("utf-8") for path in asset("catalogue").rglob("*.*")}
    assert [name for name, text in texts.items() if not unicodedata.is_normalized("NFC", text)] == []


def test_forms_hold_every_element_once(catalogue: Catalogue) -> None:
    held = [code for form in catalogue.data_sets.values() for code in form.elements]
    assert sorted(held) == sorted(catalogue.data_elements)


def test_forms_stand_by_group_then_month_quarter_year(catalogue: Catalogue) -> None:
    groups = [group.code for group in catalogue.element_groups]
    lengths = list(PeriodType)
    places = [(groups.index(form.group), lengths.index(form.frequency)) for form in catalogue.data_sets.values()]
    assert places == sorted(places)


def test_a_form_is_named_after_its_group_and_frequency(catalogue: Catalogue) -> None:
    form = catalogue.data_sets["station.year"]
    assert (form.title_vi, form.frequency) == ("Thông tin chung về xã và trạm (năm)", PeriodType.YEAR)
    assert form.elements[:2] == ("area_type", "criteria_zone")


def test_the_fifth_criterion_has_no_successor(catalogue: Catalogue) -> None:
    assert list(catalogue.criteria_4667_to_1300.items())[3:6] == [(4, 4), (5, None), (6, 5)]
