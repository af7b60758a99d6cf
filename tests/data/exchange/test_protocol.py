"""What an import says it will do."""

from data.exchange.protocol import contradictions_of, count_cells, differing_keys, years_needed
from data.figures import Figures
from data.model import Category, CellState, DataValue
from data.periods import PeriodType
from tests.builders import make_catalogue, make_element, make_rule

CATALOGUE = make_catalogue(
    (
        make_element("people", rules=(make_rule("range", minimum="0", maximum="100"),)),
        make_element("children", frequency=PeriodType.QUARTER, rules=(make_rule("not_above", element="people"),)),
        make_element("stock", rules=(make_rule("equals_previous_period", element="stock"),)),
    )
)


def figure(element: str, value: str, period: str = "2024", comment: str = "") -> DataValue:
    return DataValue(
        data_element=element,
        period=period,
        category=Category.DEFAULT,
        state=CellState.FIGURE,
        value=value,
        comment=comment,
    )


def counts(*values: DataValue, there: tuple[DataValue, ...] = ()) -> tuple[int, int, int]:
    found = count_cells(values, Figures.of(there), differing_keys(values, there))
    return (found.new, found.changed, found.unchanged)


def broken(*values: DataValue, there: tuple[DataValue, ...] = ()) -> list[tuple[str, str, str]]:
    results = contradictions_of(CATALOGUE, values, Figures.of(there))
    return [(result.rule.rule, result.element, result.period) for result in results]


def test_new_changed_and_unchanged_are_counted() -> None:
    there = (figure("people", "5"), figure("stock", "5"))
    assert counts(figure("people", "5"), figure("stock", "6"), figure("people", "7", "2023"), there=there) == (1, 1, 1)


def test_a_changed_comment_is_a_change() -> None:
    assert counts(figure("people", "5", comment="sổ"), there=(figure("people", "5"),)) == (0, 1, 0)


def test_a_range_is_checked_in_the_own_period() -> None:
    assert broken(figure("people", "101")) == [("range", "people", "2024")]


def test_a_rule_across_frequencies_is_checked_on_the_longer_period() -> None:
    quarters = [figure("children", "20", f"2024Q{quarter}") for quarter in range(1, 5)]
    assert broken(*quarters, there=(figure("people", "50"),)) == [("not_above", "children", "2024")]


def test_later_periods_are_compared_with_the_imported_one() -> None:
    there = (figure("stock", "5", "2025"), figure("people", "900", "2025"))
    assert broken(figure("stock", "7"), there=there) == [("equals_previous_period", "stock", "2025")]


def test_figures_that_keep_the_rules_are_no_contradiction() -> None:
    assert broken(figure("people", "100")) == []


def test_years_that_the_rules_can_read() -> None:
    assert years_needed([figure("people", "1", "2023"), figure("children", "1", "2024Q1")]) == range(2021, 2026)
    assert years_needed([]) == range(0)
