"""Validation rules: each kind at its limit (CONTRACT section 1, end)."""

from collections.abc import Mapping
from datetime import date

import pytest

from data.definitions import DataElement, OverTime, ValueType
from data.model import Category, RuleResult
from data.periods import PeriodType, parse_period
from data.validation import DEFAULT_YEARLY_CHANGE, RuleBook, check_rules
from tests.builders import make_catalogue, make_element, make_figures, make_rule

Cells = Mapping[str, str | int | None]

OTHERS = (
    make_element("b", rules=(make_rule("range"),)),
    make_element("c", rules=(make_rule("range"),)),
    make_element("monthly", frequency=PeriodType.MONTH, rules=(make_rule("range"),)),
)


def check(
    element: DataElement, cells: Cells, period: str = "2024", elements: set[str] | None = None
) -> list[RuleResult]:
    results = check_rules(make_catalogue((element, *OTHERS)), make_figures(cells), parse_period(period), elements)
    return [result for result in results if result.element == "a" and result.rule is not DEFAULT_YEARLY_CHANGE]


def passed(element: DataElement, cells: Cells, period: str = "2024") -> list[bool | None]:
    return [result.passed for result in check(element, cells, period)]


@pytest.mark.parametrize(
    ("rule", "cells", "result"),
    [
        (make_rule("range", minimum="1", maximum="5"), {"a@2024": 0}, [False]),
        (make_rule("range", minimum="1", maximum="5"), {"a@2024": 1}, [True]),
        (make_rule("range", minimum="1", maximum="5"), {"a@2024": 5}, [True]),
        (make_rule("range", minimum="1", maximum="5"), {"a@2024": 6}, [False]),
        (make_rule("range", maximum="5"), {"a@2024": "-"}, []),
        (make_rule("not_above", element="b"), {"a@2024": 5, "b@2024": 5}, [True]),
        (make_rule("not_above", element="b"), {"a@2024": 6, "b@2024": 5}, [False]),
        (make_rule("not_above", element="b"), {"a@2024": 6}, [None]),
        (make_rule("not_above", element="b"), {"a@2024": 6, "b@2024": "-"}, []),
        (make_rule("equals", expression="b + c"), {"a@2024": 5, "b@2024": 2, "c@2024": 3}, [True]),
        (make_rule("equals", expression="b + c"), {"a@2024": 6, "b@2024": 2, "c@2024": 3}, [False]),
        (make_rule("equals", expression="b + c"), {"a@2024": 6, "b@2024": 2, "c@2024": "-"}, []),
        (make_rule("balance", expression="b - c"), {"a@2024": 5, "b@2024": 7, "c@2024": 2}, [True]),
        (make_rule("balance", expression="b - c"), {"a@2024": 6, "b@2024": 7, "c@2024": 2}, [False]),
        (make_rule("parts_sum_to", expression="a + b", total="c"), {"a@2024": 1, "b@2024": 2, "c@2024": 3}, [True]),
        (make_rule("parts_sum_to", expression="a + b", total="c"), {"a@2024": 1, "b@2024": 2, "c@2024": 4}, [False]),
        (make_rule("parts_not_above", expression="a + b", total="c"), {"a@2024": 1, "b@2024": 2, "c@2024": 3}, [True]),
        (make_rule("parts_not_above", expression="a + b", total="c"), {"a@2024": 2, "b@2024": 2, "c@2024": 3}, [False]),
        (make_rule("near", expression="b", tolerance_pct="10"), {"a@2024": 110, "b@2024": 100}, [True]),
        (make_rule("near", expression="b", tolerance_pct="10"), {"a@2024": 89, "b@2024": 100}, [False]),
        (make_rule("near", expression="b", tolerance_pct="10"), {"a@2024": 1, "b@2024": 0}, []),
        (make_rule("equals_previous_period", element="b"), {"a@2024": 5, "b@2023": 5}, [True]),
        (make_rule("equals_previous_period", element="b"), {"a@2024": 5, "b@2023": 6}, [False]),
        (make_rule("yearly_change_pct", maximum="10"), {"a@2024": 22, "a@2023": 20}, [True]),
        (make_rule("yearly_change_pct", maximum="10"), {"a@2024": 23, "a@2023": 20}, [False]),
        (make_rule("yearly_change_pct", maximum="10"), {"a@2024": 99, "a@2023": 19}, []),
        (make_rule("yearly_change_pct", maximum="10"), {"a@2024": 99}, [None]),
        (make_rule("not_above", element="monthly"), {"a@2024": 5, "monthly@202401": 9}, [None]),
    ],
)
def test_a_rule_at_its_limit(rule: object, cells: Cells, result: list[bool | None]) -> None:
    assert passed(make_element("a", rules=(rule,)), cells) == result


SEX_SUM = (make_rule("sex_sum", expression="male + female"),)


@pytest.mark.parametrize(
    ("total", "male", "female", "result"), [(5, 2, 3, [True]), (6, 2, 3, [False]), (None, 2, 3, []), (5, 2, None, [])]
)
def test_sexes_make_the_typed_total(
    total: int | None, male: int | None, female: int | None, result: list[bool | None]
) -> None:
    cells = {"a@2024": total, "a@2024:male": male, "a@2024:female": female}
    assert passed(make_element("a", rules=SEX_SUM, sex_disaggregated=True), cells) == result


def test_the_sexes_of_some_elements_stand_in_their_parts() -> None:
    element = make_element("a", rules=SEX_SUM, sex_disaggregated=True, male_element="b", female_element="c")
    assert passed(element, {"a@2024": 5, "b@2024": 2, "c@2024": 4}) == [False]


def test_a_range_holds_for_each_entered_cell() -> None:
    element = make_element("a", rules=(make_rule("range", maximum="5"),), sex_disaggregated=True)
    results = check(element, {"a@2024:male": 4, "a@2024:female": 6})
    assert [(result.category, result.passed) for result in results] == [(Category.MALE, True), (Category.FEMALE, False)]


def test_both_sides_are_compared_on_the_longer_period() -> None:
    element = make_element("a", frequency=PeriodType.MONTH, rules=(make_rule("not_above", element="b"),))
    cells = {**{f"a@2024{month:02d}": 1 for month in range(1, 13)}, "b@2024": 11}
    (result,) = check(element, cells)
    assert (result.passed, result.left, result.right) == (False, 12, 11)
    assert check(element, cells, "202401") == []


def test_what_is_missing_is_named_with_its_period() -> None:
    (result,) = check(make_element("a", rules=(make_rule("equals", expression="b + c"),)), {"a@2024": 1, "b@2024": 1})
    assert (result.passed, result.missing) == (None, ("c@2024",))


def test_an_element_without_a_rule_on_yearly_change_gets_one() -> None:
    element = make_element("a", over_time=OverTime.LAST)
    cells: Cells = {"a@2024": 31, "a@2023": 20}
    results = check_rules(make_catalogue((element,)), make_figures(cells), parse_period("2024"))
    assert [(result.rule, result.passed) for result in results] == [(DEFAULT_YEARLY_CHANGE, False)]


def test_words_have_no_yearly_change() -> None:
    assert RuleBook(make_catalogue((make_element("a", value_type=ValueType.BOOLEAN),))).rules == ()


def test_only_rules_that_read_the_asked_elements_are_checked() -> None:
    element = make_element("a", rules=(make_rule("not_above", element="b"),))
    cells: Cells = {"a@2024": 1, "b@2024": 1}
    assert [len(check(element, cells, elements=asked)) for asked in ({"a"}, {"b"}, {"c"})] == [1, 1, 0]


@pytest.mark.parametrize(
    ("day", "passed"),
    [
        (date(2022, 12, 31), False),
        (date(2023, 1, 1), False),
        (date(2023, 1, 2), None),
        (date(2023, 7, 1), None),
        (date(2024, 12, 31), None),
        (date(2025, 1, 1), False),
    ],
)
@pytest.mark.parametrize("kind", ["yearly_change_pct", "equals_previous_period"])
def test_a_comparison_across_a_break_of_the_series_is_shown_and_not_judged(
    kind: str, day: date, passed: bool | None
) -> None:
    rule = make_rule(kind, maximum="10") if kind == "yearly_change_pct" else make_rule(kind, element="a")
    catalogue = make_catalogue((make_element("a", rules=(rule,)),))
    book = RuleBook(catalogue).with_breaks([day])
    figures = make_figures({"a@2024": 60, "a@2023": 40})
    found = [each for each in book.check(figures, parse_period("2024")) if each.rule == rule]
    assert [(each.passed, each.left, each.right, each.missing) for each in found] == [(passed, 60, 40, ())]
    failing = book.broken(figures, {parse_period("2024"): {"a"}})
    assert [each for each in failing if each.rule == rule] == ([] if passed is None else found)


def test_other_rules_are_judged_across_a_break() -> None:
    catalogue = make_catalogue((make_element("a", rules=(make_rule("range", maximum="5"),)),))
    (result, *_others) = RuleBook(catalogue, [date(2024, 7, 1)]).check(
        make_figures({"a@2024": 6}), parse_period("2024")
    )
    assert result.passed is False
