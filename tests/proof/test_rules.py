"""Each of the 582 validation rules at, below and above its limit, and on random stations."""

from dataclasses import replace
from functools import cache

import pytest

from data.catalogue import Catalogue, load_catalogue
from data.figures import Figures
from data.model import RuleResult
from data.periods import parse_period
from data.validation import RuleBook, check_rules
from tests.proof.definitions import read_definitions
from tests.proof.figures import Cells
from tests.proof.random_station import make_random_station
from tests.proof.rule_cases import Case, cases_of
from tests.proof.rules import Key, check, checked
from tests.proof.spans import Span, period_code, read_period

RULES = [
    (element, rule, f"{element.code}-{rule['rule']}-{rule.get('element', '')}")
    for element in read_definitions().elements.values()
    for rule in element.rules
]


@cache
def catalogue() -> Catalogue:
    return load_catalogue()


@cache
def rule_book() -> RuleBook:
    return RuleBook(catalogue())


def cases(number: int) -> list[Case]:
    element, rule, _ = RULES[number]
    return list(cases_of(read_definitions(), element, rule))


def given_key(result: RuleResult) -> Key:
    rule = result.rule
    other = rule.element or rule.total or rule.expression or ""
    return Key(result.element, rule.rule, other, result.category.value)


def given_results(cells: Cells, span: Span, element: str | None = None) -> dict[Key, bool]:
    period = parse_period(period_code(span))
    elements = None if element is None else {element}
    results = rule_book().check(Figures(dict(cells)), period, elements)
    return {given_key(result): result.passed for result in results if result.passed is not None}


def expected_of(case: Case) -> dict[str, bool]:
    return dict(check(read_definitions(), case.cells, case.element, case.rule, case.span))


def given_of(case: Case) -> dict[str, bool]:
    other = case.rule.get("element") or case.rule.get("total") or case.rule.get("expression") or ""
    return {
        key.category: is_kept
        for key, is_kept in given_results(case.cells, case.span, case.element.code).items()
        if (key.element, key.rule, key.other) == (case.element.code, case.rule["rule"], other)
    }


def test_all_rules_of_a_period_through_the_plain_function() -> None:
    case = cases(0)[0]
    results = check_rules(catalogue(), Figures(dict(case.cells)), parse_period(period_code(case.span)))
    assert given_key(results[0]).element in read_definitions().elements


def test_582_rules() -> None:
    assert len(RULES) == 582


@pytest.mark.parametrize("number", range(len(RULES)), ids=[name for *_, name in RULES])
def test_rule_at_below_and_above_its_limit(number: int) -> None:
    outcomes: set[bool] = set()
    for case in cases(number):
        expected = expected_of(case)
        assert given_of(case) == expected, case.name
        outcomes.update(expected.values())
    assert outcomes == {True, False}, "the cases do not reach both sides"


@pytest.mark.parametrize("number", range(len(RULES)), ids=[name for *_, name in RULES])
def test_a_side_without_a_figure_is_not_judged(number: int) -> None:
    case = cases(number)[0]
    emptied, *_ = case.cells
    cells = {place: cell for place, cell in case.cells.items() if place[0] != emptied[0]}
    assert given_of(replace(case, cells=cells)) == {}


@pytest.mark.parametrize("seed", range(8))
def test_rules_agree_on_random_stations(seed: int) -> None:
    station = make_random_station(read_definitions(), seed)
    year = station.base_year
    for code in (f"{year}02", f"{year}11", f"{year}Q1", f"{year}Q4", f"{year}"):
        span = read_period(code)
        cells = station.situation.cells
        assert given_results(cells, span) == dict(checked(read_definitions(), cells, span))
