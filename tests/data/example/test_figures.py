"""The example's figures: complete where they should be, without contradiction, in the stored form."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from data.aggregation import NotApplicableType, element_over
from data.catalogue import Catalogue
from data.definitions import ValueType
from data.example import ExampleStation
from data.figures import Figures
from data.model import Category, CellState
from data.periods import Period, PeriodType, parse_period
from data.validation import RuleBook

COMPLETE_YEARS = (2022, 2023, 2024)
LEXICAL = {
    ValueType.INTEGER: re.compile(r"0|[1-9]\d{0,11}"),
    ValueType.DECIMAL: re.compile(r"(0|[1-9]\d{0,11})(\.\d{0,5}[1-9])?"),
    ValueType.BOOLEAN: re.compile(r"true|false"),
}


def own_periods(*years: int) -> Iterator[Period]:
    """Months, quarters and the whole of some years."""
    for year in years:
        for period_type in (PeriodType.MONTH, PeriodType.QUARTER, PeriodType.YEAR):
            yield from Period(year, 1, 12).parts(period_type) or ()


def needed_cells(catalogue: Catalogue, example: ExampleStation) -> Iterator[tuple[str, str, str]]:
    """Every cell of the complete years on the forms that the station keeps."""
    for data_set in catalogue.data_sets.values():
        if data_set.code in example.forms_not_kept:
            continue
        for code in data_set.elements:
            element = catalogue.data_elements[code]
            has_sexes = element.sex_disaggregated and element.male_element is None
            for year in COMPLETE_YEARS:
                for period in Period(year, 1, 12).parts(element.frequency) or ():
                    for category in ("default", "male", "female") if has_sexes else ("default",):
                        yield code, period.code, category


def test_no_rule_fails_in_any_period(catalogue: Catalogue, figures: Figures) -> None:
    rules = RuleBook(catalogue)
    failed = [
        (result.element, result.rule.rule, result.period, result.left, result.right)
        for period in own_periods(*COMPLETE_YEARS, 2025)
        for result in rules.check(figures, period)
        if result.passed is False
    ]
    assert failed == []


def test_only_last_years_figures_and_forms_not_kept_stay_unchecked(
    catalogue: Catalogue, example: ExampleStation, figures: Figures
) -> None:
    rules = RuleBook(catalogue)
    not_kept = {code for data_set in example.forms_not_kept for code in catalogue.data_sets[data_set].elements}
    unchecked = {
        result.rule.rule
        for period in own_periods(*COMPLETE_YEARS)
        for result in rules.check(figures, period)
        if result.passed is None and result.element not in not_kept
    }
    assert unchecked == {"yearly_change_pct", "equals_previous_period"}


@pytest.mark.parametrize("sex", ["male", "female"])
def test_a_part_is_not_above_its_whole_for_either_sex(catalogue: Catalogue, figures: Figures, sex: str) -> None:
    elements = catalogue.data_elements
    above = []
    for element in elements.values():
        for whole in (elements[rule.element] for rule in element.rules if rule.rule == "not_above" and rule.element):
            if not (element.sex_disaggregated and whole.sex_disaggregated):
                continue
            longest = max(element.frequency, whole.frequency, key=lambda frequency: frequency.months)
            for period in (each for each in own_periods(*COMPLETE_YEARS, 2025) if each.type is longest):
                part, limit = (element_over(figures, each, period, sex).reading for each in (element, whole))
                if part is None or limit is None or isinstance(part, NotApplicableType):
                    continue
                if isinstance(limit, NotApplicableType) or part > limit:
                    above.append((element.code, period.code, part, limit))
    assert above == []


def test_no_cell_of_the_complete_years_is_blank(
    catalogue: Catalogue, example: ExampleStation, figures: Figures
) -> None:
    blank = [cell for cell in needed_cells(catalogue, example) if cell not in figures.cells]
    assert blank == []


def test_nothing_is_typed_beside_the_forms(catalogue: Catalogue, example: ExampleStation, figures: Figures) -> None:
    needed = set(needed_cells(catalogue, example))
    assert {cell for cell in figures.cells if int(cell[1][:4]) < 2025} == needed


def test_figures_stand_in_their_stored_form(catalogue: Catalogue, example: ExampleStation) -> None:
    wrong = []
    for value in example.values:
        element = catalogue.data_elements[value.data_element]
        if value.state is not CellState.FIGURE:
            continue
        is_right = (
            value.value in element.choices
            if element.value_type is ValueType.CHOICE
            else LEXICAL[element.value_type].fullmatch(value.value)
        )
        if not is_right:
            wrong.append(value)
    assert wrong == []


def test_each_figure_stands_at_its_own_frequency(catalogue: Catalogue, example: ExampleStation) -> None:
    assert all(
        parse_period(value.period).type is catalogue.data_elements[value.data_element].frequency
        for value in example.values
    )


def test_a_few_cells_are_not_applicable(example: ExampleStation) -> None:
    dashed = {value.data_element for value in example.values if value.state is CellState.NOT_APPLICABLE}
    assert dashed == {"ultrasounds", "ntm_advanced_health_met"}


def test_the_third_quarter_of_2025_is_unfinished(example: ExampleStation) -> None:
    periods = {value.period for value in example.values if value.period.startswith("2025")}
    months = {f"2025{month:02d}" for month in range(1, 9)}
    assert periods == months | {"2025Q1", "2025Q2", "2025Q3"}


def test_some_forms_of_the_open_quarter_are_blank(catalogue: Catalogue, example: ExampleStation) -> None:
    typed = {catalogue.data_elements[each.data_element].group for each in example.values if each.period == "2025Q3"}
    assert typed == {"coverage", "ncd", "workforce", "pharmacy"}


def test_two_drafts_wait(example: ExampleStation) -> None:
    drafts = {(value.data_element, value.period) for value in example.values if value.state is CellState.DRAFT}
    assert drafts == {("ebook_holders", "2025Q3"), ("malaria_tests", "202508")}


def test_the_terms_of_a_typed_sum_give_its_figure(example: ExampleStation) -> None:
    commented = [value for value in example.values if value.comment]
    assert len(commented) == 2
    assert all(sum(map(int, value.comment.split("+"))) == int(value.value) for value in commented)
    assert all(value.category is Category.DEFAULT for value in commented)
