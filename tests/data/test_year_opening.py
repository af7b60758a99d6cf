"""A new year proposes the stocks of the old one's end; what is blank, a flow, or typed already is not proposed."""

from __future__ import annotations

from datetime import date

import pytest

from data.definitions import OverTime
from data.model import Category, CellState, DataValue
from data.periods import PeriodType
from data.year_opening import Proposal, is_season, missing_ends, plan_choices, proposals, year_to_open
from tests.builders import make_catalogue, make_element, make_form, make_plan, make_rule

QUARTER = PeriodType.QUARTER
STAFF = make_element("staff", frequency=QUARTER, over_time=OverTime.LAST)
AT_END = make_element("at_end", frequency=QUARTER, over_time=OverTime.LAST, sex_disaggregated=True)
AT_START = make_element(
    "at_start",
    frequency=QUARTER,
    over_time=OverTime.FIRST,
    rules=(make_rule("equals_previous_period", element="at_end"), make_rule("range", minimum="0")),
)
VISITS = make_element("visits", frequency=QUARTER, over_time=OverTime.SUM)
BEDS = make_element("beds", over_time=OverTime.LAST, rules=(make_rule("range", minimum="0"),))
FORMS = (make_form("q", QUARTER, "at_start", "at_end", "staff", "visits"), make_form("y", PeriodType.YEAR, "beds"))
CATALOGUE = make_catalogue((STAFF, AT_END, AT_START, VISITS, BEDS))._replace(
    data_sets={form.code: form for form in FORMS}
)


def value(element: str, period: str, figure: str = "5", category: Category = Category.DEFAULT) -> DataValue:
    return DataValue(element, period, category, CellState.FIGURE, figure, "ghi chú cũ")


def proposed(*values: DataValue, not_kept: tuple[str, ...] = ()) -> list[tuple[str, str, str, str]]:
    found = proposals(CATALOGUE, values, 2026, not_kept)
    return [(each.value.data_element, each.value.period, each.value.value, each.source) for each in found]


def test_a_stock_goes_to_the_first_own_period_without_its_comment() -> None:
    (found,) = proposals(CATALOGUE, [value("staff", "2025Q4", "8")], 2026)
    new = DataValue("staff", "2026Q1", Category.DEFAULT, CellState.FIGURE, "8")
    assert found == Proposal(new, "staff", "2025Q4")


def test_last_periods_without_any_stock_are_missing() -> None:
    def missing(*values: DataValue, not_kept: tuple[str, ...] = ()) -> list[str]:
        return [period.code for period in missing_ends(CATALOGUE, values, 2026, not_kept)]

    assert missing() == ["2025Q4", "2025"]
    assert missing(value("staff", "2025Q4")) == ["2025"]
    assert missing(value("visits", "2025Q4"), not_kept=("y",)) == ["2025Q4"]


def test_yearly_stocks_go_to_the_year() -> None:
    assert proposed(value("beds", "2025")) == [("beds", "2026", "5", "2025")]


def test_the_start_of_the_year_is_the_end_of_the_year_before() -> None:
    found = proposed(value("at_end", "2025Q4", "900"), value("at_start", "2025Q4", "880"))
    assert found == [("at_start", "2026Q1", "900", "2025Q4"), ("at_end", "2026Q1", "900", "2025Q4")]


def test_sexes_are_proposed_with_their_total() -> None:
    cells = [
        value("at_end", "2025Q4", sex, category) for sex, category in (("3", Category.MALE), ("4", Category.FEMALE))
    ]
    found = [each for each in proposals(CATALOGUE, cells, 2026) if each.value.data_element == "at_end"]
    assert [(each.value.category, each.value.value) for each in found] == [(Category.MALE, "3"), (Category.FEMALE, "4")]


def test_flows_and_earlier_quarters_are_not_proposed() -> None:
    assert proposed(value("visits", "2025Q4"), value("staff", "2025Q3")) == []


def test_a_cell_that_holds_something_is_left_alone() -> None:
    assert proposed(value("staff", "2025Q4"), value("staff", "2026Q1", "7")) == []


def test_not_applicable_is_carried_and_a_draft_is_not() -> None:
    dash = value("staff", "2025Q4")._replace(state=CellState.NOT_APPLICABLE, value="")
    assert proposed(dash) == [("staff", "2026Q1", "", "2025Q4")]
    assert proposed(dash._replace(state=CellState.DRAFT, value="8?")) == []


def test_forms_that_are_not_kept_propose_nothing() -> None:
    assert proposed(value("staff", "2025Q4"), not_kept=("q",)) == []


@pytest.mark.parametrize(
    ("day", "year", "offered"),
    [
        (date(2025, 12, 14), 2025, False),
        (date(2025, 12, 15), 2026, True),
        (date(2026, 1, 1), 2026, True),
        (date(2026, 3, 31), 2026, True),
        (date(2026, 4, 1), 2026, False),
    ],
)
def test_it_is_offered_from_mid_december_to_the_end_of_march(day: date, year: int, offered: bool) -> None:
    assert (year_to_open(day), is_season(day)) == (year, offered)


def test_plans_that_cover_the_year_are_offered_and_bound_ones_stay() -> None:
    plans = [
        make_plan(id="new", first_year=2026, last_year=2030),
        make_plan(id="over", first_year=2021, last_year=2025),
        make_plan(id="gone", first_year=2021, last_year=2025),
    ]
    choices = plan_choices(plans, ("over",), 2026)
    assert [(each.plan.id, each.covers, each.is_bound) for each in choices] == [
        ("new", True, False),
        ("over", False, True),
    ]
