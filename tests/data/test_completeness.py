"""A form may be completed when nothing is blank, no draft stands in it, and no rule of importance error fails."""

from __future__ import annotations

from data.completeness import Asked, OpenCell, Readiness, readiness
from data.figures import Figures
from data.model import Category, RuleResult
from data.periods import PeriodType, parse_period
from tests.builders import make_catalogue, make_element, make_form, make_rule

MONTH = PeriodType.MONTH
ELEMENTS = (
    make_element("births", frequency=MONTH),
    make_element("deaths", frequency=MONTH, sex_disaggregated=True),
)
CATALOGUE = make_catalogue(ELEMENTS)
FORM = make_form("vital.month", MONTH, "births", "deaths")
FULL = {
    ("births", "202401", "default"): ("figure", "4"),
    ("deaths", "202401", "male"): ("figure", "1"),
    ("deaths", "202401", "female"): ("figure", "0"),
}


def result(severity: str, period: str = "202401", *, passed: bool | None = False) -> RuleResult:
    return RuleResult("births", make_rule("range", severity=severity), period, Category.DEFAULT, passed)


def asked_of(
    cells: dict[tuple[str, str, str], tuple[str, str]],
    *results: RuleResult,
    periods: str = "202401",
    noted: bool = False,
) -> Readiness:
    asked = Asked(FORM, tuple(parse_period(code) for code in periods.split()))
    return readiness(CATALOGUE, Figures(cells), asked, results, lambda _result: noted)


def test_a_full_form_is_ready_also_with_both_sexes_for_a_total() -> None:
    assert asked_of(FULL) == Readiness()
    assert asked_of(FULL).is_ready


def test_not_applicable_is_no_blank() -> None:
    cells = {**FULL, ("births", "202401", "default"): ("not_applicable", "")}
    assert asked_of(cells).is_ready


def test_a_blank_keeps_it_open() -> None:
    cells = {key: cell for key, cell in FULL.items() if key[0] != "births"}
    found = asked_of(cells)
    assert found.blanks == (OpenCell("births", "202401"),)
    assert not found.is_ready


def test_one_sex_alone_is_a_blank_total() -> None:
    cells = {key: cell for key, cell in FULL.items() if key[2] != "female"}
    assert asked_of(cells).blanks == (OpenCell("deaths", "202401"),)


def test_a_draft_keeps_it_open_and_is_no_blank_besides() -> None:
    cells = {**FULL, ("deaths", "202401", "female"): ("draft", "0?")}
    found = asked_of(cells)
    assert (found.blanks, found.drafts) == ((), (OpenCell("deaths", "202401", "female"),))
    assert not found.is_ready


def test_every_own_period_has_to_be_filled() -> None:
    found = asked_of(FULL, periods="202401 202402")
    assert found.blanks == (OpenCell("births", "202402"), OpenCell("deaths", "202402"))


def test_a_failing_error_keeps_it_open() -> None:
    found = asked_of(FULL, result("error"))
    assert found.errors == (result("error"),)
    assert not found.is_ready


def test_what_passed_or_could_not_be_checked_does_not() -> None:
    assert asked_of(FULL, result("error", passed=True), result("error", passed=None)) == Readiness()


def test_a_warning_asks_for_a_note_and_keeps_nothing_open() -> None:
    found = asked_of(FULL, result("warning"))
    assert found.warnings_without_note == (result("warning"),)
    assert found.is_ready
    assert asked_of(FULL, result("warning"), noted=True) == Readiness()


def test_only_the_periods_with_something_open_need_a_reason() -> None:
    periods = [parse_period(code) for code in ("202401", "202402")]
    blank = asked_of(FULL, periods="202401 202402")
    assert [blank.is_open_in(period) for period in periods] == [False, True]
    around = asked_of(FULL, result("error", "2024Q1"))
    assert [around.is_open_in(period) for period in periods] == [True, True]


def test_rules_of_the_quarter_around_count_and_those_of_other_months_do_not() -> None:
    assert asked_of(FULL, result("error", "2024Q1")).errors
    assert not asked_of(FULL, result("error", "202402")).errors
