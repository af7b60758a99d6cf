"""What screens and reports ask of a station file, over a small catalogue."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from data import commands, queries
from data.catalogue.content import Catalogue
from data.definitions import OverTime
from data.errors import UserError
from data.model import Decision, ObligationProgress, ObligationState, Verdict
from data.periods import PeriodType, parse_period
from data.plan_definitions import Horizon
from data.settings import list_text
from tests.builders import (
    make_catalogue,
    make_duty,
    make_element,
    make_form,
    make_indicator,
    make_plan,
    make_rule,
    make_target,
)
from tests.data.store.files import BY, make_station_file, make_value

QUARTER = PeriodType.QUARTER
TARGET = make_target("coverage")


def catalogue() -> Catalogue:
    """Insured people of the population, one target of 2024, one rule, one form."""
    elements = (
        make_element(
            "insured", frequency=QUARTER, over_time=OverTime.LAST, rules=(make_rule("not_above", element="people"),)
        ),
        make_element("people", frequency=QUARTER, over_time=OverTime.LAST),
    )
    plan = make_plan(TARGET, reporting_duties=(make_duty("quarter"),))
    made = make_catalogue(elements, (make_indicator("coverage", "insured", "people"),), (plan,))
    form = make_form("coverage.quarter", QUARTER, "insured", "people")
    return made._replace(data_sets={form.code: form})


@pytest.fixture
def store(tmp_path: Path) -> Iterator[commands.Store]:
    """A station with the third quarters of 2022 and 2024 typed."""
    with commands.open_station(make_station_file(tmp_path / "x.sotram"), writing=True) as opened:
        cells = (("insured", "2024Q3", "96"), ("people", "2024Q3", "100"), ("insured", "2022Q4", "120"))
        values = [make_value(*cell) for cell in (*cells, ("people", "2022Q4", "100"))]
        commands.save_data_values(opened, values, BY)
        yield opened


def test_targets_are_held_against_the_file(store: commands.Store) -> None:
    (result,) = queries.plan_results(store, catalogue(), "plan", parse_period("2024Q3"))
    assert (result.verdict, result.value.value) == (Verdict.MET, 96)


def test_decision_of_the_file_carries_a_verdict(store: commands.Store) -> None:
    manual = TARGET._replace(compare_as="manual", compare_value=None)
    definitions = catalogue()._replace(plans={"plan": make_plan(manual)})
    decision = Decision(
        target=TARGET.id,
        period="2024",
        decided_by="Lan",
        decided_on=date(2024, 10, 5),
        note="x",
        verdict=Verdict.NOT_MET,
    )
    commands.save_decision(store, decision, BY)
    (result,) = queries.plan_results(store, definitions, "plan", parse_period("2024"))
    assert (result.verdict, result.decision) == (Verdict.NOT_MET, decision)


def test_unknown_plan_is_refused(store: commands.Store) -> None:
    with pytest.raises(UserError, match="plan_unknown"):
        queries.plan_results(store, catalogue(), "none", parse_period("2024"))


def test_calculator_reads_the_year_and_two_before(store: commands.Store) -> None:
    worked = queries.calculator(store, catalogue(), parse_period("2024Q3"))
    assert sorted({key[1] for key in worked.figures.cells}) == ["2022Q4", "2024Q3"]
    later = queries.calculator(store, catalogue(), parse_period("2025"), ["coverage"])
    assert {key[1] for key in later.figures.cells} == {"2024Q3"}


def test_calculator_of_a_mean_reads_from_the_plans_first_year(store: commands.Store) -> None:
    target = TARGET._replace(horizon=Horizon(kind="period_average", year=2030))
    plan = make_plan(target, first_year=2023, last_year=2030)
    worked = queries.plan_calculator(store, catalogue(), plan, parse_period("2030"))
    assert ("insured", "2022Q4", "default") in worked.figures.cells


def test_part_elements_are_read_with_their_total(store: commands.Store) -> None:
    parts = tuple(make_element(code, frequency=QUARTER) for code in ("people", "insured"))
    total = make_element(
        "total", frequency=QUARTER, sex_disaggregated=True, male_element="people", female_element="insured"
    )
    definitions = make_catalogue((total, *parts), (make_indicator("all", "total"),))
    worked = queries.calculator(store, definitions, parse_period("2024Q3"), ["all"])
    assert worked.value("all", parse_period("2024Q3")).numerator == 196


def test_trend_goes_back_five_years(store: commands.Store) -> None:
    trend = queries.trend(store, catalogue(), catalogue().plans["plan"], TARGET, 2024)
    assert [year for year, _ in trend] == [2020, 2021, 2022, 2023, 2024]
    assert trend[2][1].value == 120


def test_contradictions_are_the_rules_that_fail(store: commands.Store) -> None:
    assert queries.contradictions(store, catalogue(), parse_period("2024")) == []
    (failed,) = queries.contradictions(store, catalogue(), parse_period("2022"))
    assert (failed.element, failed.period, failed.rule.rule) == ("insured", "2022Q4", "not_above")


def test_forms_not_kept_count_from_their_day(store: commands.Store) -> None:
    commands.save_setting(store, "forms_not_kept", date(2024, 9, 30), list_text(["coverage.quarter"]), BY)
    earlier = queries.form_progress(store, catalogue(), parse_period("2024Q2"))
    later = queries.form_progress(store, catalogue(), parse_period("2024Q3"))
    assert [(form.is_kept, form.filled, form.needed) for form in (*earlier, *later)] == [(True, 0, 2), (False, 2, 2)]


def test_due_reports_are_those_of_the_bound_plans(store: commands.Store) -> None:
    assert queries.due_reports(store, catalogue(), date(2024, 10, 5)) == ()
    commands.bind_plans(store, ["plan", "a_plan_of_a_newer_catalogue"], BY)
    state = ObligationState(item_id="plan/rd1", period="2024Q3", state=ObligationProgress.DONE)
    commands.save_obligation_state(store, state, BY)
    due = queries.due_reports(store, catalogue(), date(2024, 10, 5))
    assert [(report.period and report.period.code, report.is_open) for report in due] == [
        ("2024Q3", False),
        ("2024Q4", True),
    ]


def test_newest_quarter_is_that_of_a_quarterly_figure(store: commands.Store, tmp_path: Path) -> None:
    assert queries.has_figures(store)
    assert queries.newest_quarter(store) == "2024Q3"
    with commands.open_station(make_station_file(tmp_path / "new.sotram"), writing=False) as empty:
        assert not queries.has_figures(empty)
        assert queries.newest_quarter(empty) == ""
