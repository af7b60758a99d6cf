"""What contradicts what in a form, where a rule reads, and notes that grow old."""

from typing import Any

from data.contradictions import (
    annotate,
    cells_of,
    confirmation,
    confirmed,
    form_results,
    has_note,
    missing_cell,
    note_of,
    own_period,
    reads_cell,
)
from data.definitions import DataElement, DataSet, OverTime, ValidationRule
from data.model import Category, RuleNote, RuleResult
from data.periods import PeriodType, parse_period
from data.validation import RuleBook, rule_key
from tests.builders import make_catalogue, make_element, make_figures, make_rule

QUARTER, MONTH, YEAR = PeriodType.QUARTER, PeriodType.MONTH, PeriodType.YEAR
FORM = DataSet(code="population.quarter", group="population", frequency=QUARTER, title_vi="", elements=("a",))


def quarterly(*rules: ValidationRule, **changes: Any) -> DataElement:  # noqa: ANN401
    return make_element("a", frequency=QUARTER, over_time=OverTime.LAST, rules=rules, **changes)


def results(cells: dict[str, int], period: str, *elements: DataElement) -> list[RuleResult]:
    book = RuleBook(make_catalogue(elements))
    return form_results(book, make_figures(cells), FORM, parse_period(period))


def kinds(found: list[RuleResult]) -> list[tuple[str, str, bool | None]]:
    return [(each.rule.rule, each.period, each.passed) for each in found if each.rule.rule != "yearly_change_pct"]


def test_a_form_gives_all_three_results() -> None:
    rules = (make_rule("range", maximum="5"), make_rule("not_above", element="b"), make_rule("not_above", element="c"))
    others = (make_element("b", frequency=QUARTER), make_element("c", frequency=QUARTER))
    found = results({"a@2024Q3": 4, "b@2024Q3": 3}, "2024Q3", quarterly(*rules), *others)
    assert kinds(found) == [("range", "2024Q3", True), ("not_above", "2024Q3", False), ("not_above", "2024Q3", None)]


def test_a_rule_of_the_year_is_judged_inside_it_only_where_it_fails() -> None:
    yearly = make_element("b", rules=(make_rule("not_above", element="a"),))
    cells = {"a@2024Q4": 3, "b@2024": 4}
    assert kinds(results(cells, "2024Q1", quarterly(), yearly)) == [("not_above", "2024", False)]
    assert kinds(results({"a@2024Q4": 4, "b@2024": 4}, "2024Q1", quarterly(), yearly)) == []
    assert kinds(results({"b@2024": 4}, "2024Q4", quarterly(), yearly)) == [("not_above", "2024", None)]


def test_what_the_next_period_says_of_this_one_is_said_here_too() -> None:
    rule = make_rule("equals_previous_period", element="a")
    found = results({"a@2024Q4": 3, "a@2025Q1": 4}, "2024Q4", quarterly(rule))
    assert ("equals_previous_period", "2025Q1", False) in kinds(found)


def test_last_years_figure_is_held_against_this_years() -> None:
    found = results({"a@2023Q3": 100, "a@2024Q3": 1}, "2023Q3", quarterly())
    assert [(each.period, each.passed) for each in found] == [("2023Q3", None), ("2024Q3", False)]


def make_result(rule: ValidationRule, category: Category = Category.DEFAULT, **changes: Any) -> RuleResult:  # noqa: ANN401
    return RuleResult("a", rule, "2024Q3", category, passed=False, left=4, right=3)._replace(**changes)


def sides(rule: ValidationRule, category: Category = Category.DEFAULT, **changes: Any) -> list[list[str]]:  # noqa: ANN401
    monthly = make_element("m", frequency=MONTH)
    first = make_element("f", frequency=MONTH, over_time=OverTime.FIRST)
    elements = {each.code: each for each in (quarterly(**changes), make_element("b"), monthly, first)}
    return [["@".join(cell) for cell in side] for side in cells_of(elements, make_result(rule, category))]


def test_both_sides_of_each_kind_of_rule_lead_to_cells() -> None:
    a = "a@2024Q3@default"
    assert sides(make_rule("range"), Category.MALE) == [["a@2024Q3@male"], []]
    assert sides(make_rule("not_above", element="m")) == [[a], ["m@202409@default"]]
    assert sides(make_rule("not_above", element="f")) == [[a], ["f@202407@default"]]
    assert sides(make_rule("not_above", element="b")) == [[a], ["b@2024@default"]]
    assert sides(make_rule("sex_sum")) == [[a], ["a@2024Q3@male", "a@2024Q3@female"]]
    assert sides(make_rule("sex_sum"), male_element="m", female_element="f") == [
        [a],
        ["m@2024Q3@default", "f@2024Q3@default"],
    ]
    assert sides(make_rule("yearly_change_pct")) == [[a], ["a@2023Q3@default"]]
    assert sides(make_rule("equals_previous_period", element="a")) == [[a], ["a@2024Q2@default"]]
    assert sides(make_rule("balance", expression="m + f")) == [[a], ["m@202409@default", "f@202407@default"]]
    assert sides(make_rule("parts_sum_to", expression="m + f", total="a")) == [
        ["m@202409@default", "f@202407@default"],
        [a],
    ]


def test_what_is_missing_leads_to_its_cell() -> None:
    elements = {"a": quarterly()}
    result = make_result(make_rule("range"))
    assert missing_cell(elements, result, "a@2024Q1") == ("a", "2024Q1", "default")
    assert missing_cell(elements, result, "a") == ("a", "2024Q3", "default")
    assert own_period(elements["a"], parse_period("2024")).code == "2024Q4"


def test_a_rule_reads_its_own_cells_and_those_inside_its_period() -> None:
    elements = {"a": quarterly(), "m": make_element("m", frequency=MONTH)}
    result = make_result(make_rule("not_above", element="m"))
    assert reads_cell(elements, result, ("m", "202407", "default"))
    assert reads_cell(elements, result, ("a", "2024Q3", "male"))
    assert not reads_cell(elements, result, ("m", "202401", "default"))
    assert reads_cell(elements, make_result(make_rule("yearly_change_pct")), ("a", "2023Q3", "default"))
    before = make_result(make_rule("equals_previous_period", element="m"))
    assert reads_cell(elements, before, ("m", "202406", "default"))
    assert not reads_cell(elements, before, ("m", "202409", "default"))


def test_rules_of_one_element_have_different_names() -> None:
    rules = [
        make_rule("range", minimum="0"),
        make_rule("range", maximum="0"),
        make_rule("not_above", element="b"),
        make_rule("parts_sum_to", expression="a + b", total="c"),
        make_rule("near", expression="b", tolerance_pct="2"),
    ]
    assert [rule_key(rule) for rule in rules] == [
        "range:0 ..",
        "range:.. 0",
        "not_above:b",
        "parts_sum_to:a + b c",
        "near:b 2",
    ]


WARNING = ValidationRule(rule="yearly_change_pct", severity="warning", maximum="50")


def test_a_note_closes_a_warning_until_the_figures_change() -> None:
    result = make_result(WARNING)
    note = note_of(result, " dịch: sởi ")
    (noted,) = annotate([result], [note])
    assert (noted.text, noted.is_current, noted.is_open) == ("dịch: sởi", True, False)
    (old,) = annotate([result._replace(left=5)], [note])
    assert (old.text, old.is_current, old.is_open) == ("dịch: sởi", False, True)
    assert has_note([note])(result)
    assert not has_note([note])(result._replace(right=None))


def test_a_note_leaves_an_error_open() -> None:
    result = make_result(make_rule("not_above", element="b"))
    (noted,) = annotate([result], [note_of(result, "đã hỏi")])
    assert noted.is_current
    assert noted.is_open


def test_a_note_taken_away_is_none() -> None:
    result = make_result(WARNING)
    (noted,) = annotate([result], [note_of(result, " ")])
    assert noted.note is None
    assert noted.is_open


def test_a_note_without_figures_holds() -> None:
    result = make_result(WARNING)
    plain = RuleNote("a", rule_key(WARNING), "2024Q3", Category.DEFAULT, "xem sổ")
    (noted,) = annotate([result], [plain])
    assert (noted.text, noted.is_current) == ("xem sổ", True)


def test_what_passes_is_not_open() -> None:
    (noted,) = annotate([make_result(WARNING, passed=True)], [])
    assert not noted.is_open


def test_a_figure_that_is_said_to_be_right_is_right_alone() -> None:
    cell = ("a", "2024Q3", "male")
    other = note_of(make_result(WARNING), "sởi")
    assert confirmed([confirmation(cell, "412", "đúng rồi"), other]) == {(cell, "412")}
