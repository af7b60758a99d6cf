"""The example as a whole: the same every time, honest in its misses, without a person's name."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import unicodedata

import pytest

from data.calculation import Calculator
from data.catalogue import Catalogue
from data.example import ExampleStation, generate, multiply
from data.figures import Figures
from data.model import Status, TargetResult, Verdict
from data.periods import parse_period
from data.settings import place_kind_of
from data.targets import Judge
from tests.builders import make_station

SHAPES = ("Q1", "Q2", "Q3", "Q4", "S1", "S2", "M9", "")
DIGEST = "import tests.data.example.test_station as t; print(t.digest_here())"


def digest(example: ExampleStation) -> str:
    """A short stand-in for all that the example holds."""
    return hashlib.sha256(repr(example).encode()).hexdigest()


def digest_here() -> str:
    """The digest in this process."""
    from data.catalogue import load_catalogue

    return digest(generate(load_catalogue()))


@pytest.fixture(scope="module")
def judge(catalogue: Catalogue, example: ExampleStation, figures: Figures) -> Judge:
    """Judges the example's figures with its own decisions."""
    station = make_station(place=example.new.place, place_kind=place_kind_of(example.new.place))
    return Judge(Calculator(catalogue, figures), station, example.decisions)


@pytest.fixture(scope="module")
def results(catalogue: Catalogue, judge: Judge) -> tuple[TargetResult, ...]:
    """Every target of every plan, for every period from 2022 to 2025."""
    periods = [parse_period(f"{year}{shape}") for year in range(2022, 2026) for shape in SHAPES]
    return tuple(
        result for plan in catalogue.plans.values() for each in periods for result in judge.results(plan, each)
    )


def result_of(judge: Judge, catalogue: Catalogue, target: str, period: str) -> TargetResult:
    """One target of a plan."""
    plan = catalogue.plans[target.split("/")[0]]
    found = {each.target.id: each for each in judge.results(plan, parse_period(period))}
    return found[target]


def test_it_is_the_same_in_every_process(example: ExampleStation) -> None:
    other = {**os.environ, "PYTHONHASHSEED": "7"}
    run = subprocess.run([sys.executable, "-c", DIGEST], capture_output=True, text=True, check=True, env=other)
    assert run.stdout.strip() == digest(example)


def test_every_verdict_occurs(results: tuple[TargetResult, ...]) -> None:
    assert {result.verdict for result in results} == set(Verdict)


def test_every_status_occurs(results: tuple[TargetResult, ...]) -> None:
    assert {result.value.status for result in results} == set(Status)


@pytest.mark.parametrize(
    ("target", "gap"),
    [
        ("lao-cai-2024/health_insurance_coverage-2024", 2),
        ("lao-cai-2024/food_poisoning_rate-2024", 1),
        ("lao-cai-2024/third_child_birth_pct-2024", 1),
        ("lao-cai-2024/children_ehr_pct-2024", 7),
        ("lao-cai-2023-ntm/underweight_u5_pct-2023", 1),
        ("lao-cai-2023-ntm/health_managed_pct-2023", 4),
    ],
)
def test_some_targets_are_missed_by_a_few(judge: Judge, catalogue: Catalogue, target: str, gap: int) -> None:
    result = result_of(judge, catalogue, target, target[-4:])
    assert (result.verdict, result.gap) == (Verdict.NOT_MET, gap)


@pytest.mark.parametrize(("plan", "year"), [("lao-cai-2024", "2024"), ("lao-cai-2023-ntm", "2023")])
def test_most_targets_of_a_bound_plan_are_met(judge: Judge, catalogue: Catalogue, plan: str, year: str) -> None:
    verdicts = [result.verdict for result in judge.results(catalogue.plans[plan], parse_period(year))]
    assert verdicts.count(Verdict.MET) > len(verdicts) / 2
    assert verdicts.count(Verdict.NOT_MET) >= 3


def test_insurance_misses_by_less_than_the_second_decimal(judge: Judge, catalogue: Catalogue) -> None:
    value = result_of(judge, catalogue, "lao-cai-2024/health_insurance_coverage-2024", "2024").value.value
    assert value is not None
    assert f"{float(value):.2f}" == "97.96"


def test_one_question_is_decided_and_one_left_open(judge: Judge, catalogue: Catalogue) -> None:
    decided = result_of(judge, catalogue, "lao-cai-2024/natural_increase_rate-2024", "2024")
    by_hand = result_of(judge, catalogue, "lao-cai-2024/outbreaks_large_count-2024", "2024")
    left_open = result_of(judge, catalogue, "lao-cai-2024/epidemic_incidence-2024", "2024")
    assert decided.decision is not None
    assert by_hand.decision is not None
    assert left_open.verdict is Verdict.UNDECIDED


def test_states_and_texts_name_what_exists(catalogue: Catalogue, example: ExampleStation) -> None:
    obligations = {each.id for plan in example.plans for each in catalogue.plans[plan].obligations}
    targets = {each.id for plan in example.plans for each in catalogue.plans[plan].targets}
    assert {state.item_id for state in example.obligation_states} == obligations
    assert {decision.target for decision in example.decisions} <= targets
    assert {text.plan for text in example.report_texts} == set(example.plans)
    assert set(example.forms_not_kept) <= set(catalogue.data_sets)


def test_nobody_is_named(example: ExampleStation) -> None:
    assert all(setting.value == "" for setting in example.settings if setting.key == "signer_name")
    assert {decision.decided_by for decision in example.decisions} == {"(họ tên người kết luận)"}


def test_bodies_outside_the_station_are_marked_as_examples(example: ExampleStation) -> None:
    bodies = [each.value for each in example.settings if each.key in ("parent_body", "receivers", "recipients")]
    assert bodies
    assert all("(ví dụ)" in body.lower() for body in bodies)


def test_all_text_is_composed(example: ExampleStation) -> None:
    assert unicodedata.is_normalized("NFC", repr(example))


def test_twenty_times_its_size_is_eighty_years(example: ExampleStation) -> None:
    values = multiply(example, 20).values
    assert len(values) == 20 * len(example.values)
    assert len({(value.data_element, value.period, value.category) for value in values}) == len(values)
    assert {value.period[:4] for value in values} == {str(year) for year in range(1946, 2026)}
