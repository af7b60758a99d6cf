"""Broken rules found quickly are exactly those found in full."""

from hypothesis import given
from hypothesis import strategies as st

from data.catalogue.content import Catalogue
from data.definitions import OverTime, ValueType
from data.figures import Figures
from data.periods import Period, PeriodType
from data.validation import RuleBook
from tests.builders import make_catalogue, make_element, make_rule

SEX_SUM = make_rule("sex_sum", expression="male + female")
CATALOGUE = make_catalogue(
    (
        make_element("people", sex_disaggregated=True, rules=(SEX_SUM, make_rule("range", minimum="3"))),
        make_element("split", sex_disaggregated=True, male_element="men", female_element="women", rules=(SEX_SUM,)),
        make_element("men", rules=(make_rule("not_above", element="split"),)),
        make_element("women", rules=(make_rule("range", maximum="40"), make_rule("yearly_change_pct", maximum="10"))),
        make_element("area", value_type=ValueType.DECIMAL, rules=(make_rule("not_above", element="people"),)),
    )
)
KEYS = st.tuples(
    st.sampled_from(("people", "split", "men", "women", "area")),
    st.sampled_from(("2023", "2024")),
    st.sampled_from(("default", "male", "female")),
)
FIGURES = st.one_of(st.integers(0, 45).map(str), st.sampled_from(("20", "22", "30", "19.5", "20.25")))
CELLS = st.one_of(
    st.tuples(st.just("figure"), FIGURES),
    st.just(("not_applicable", "")),
    st.just(("draft", "12a")),
)


SPANS = make_catalogue(
    (
        make_element("births", frequency=PeriodType.MONTH, rules=(make_rule("not_above", element="women"),)),
        make_element("women", frequency=PeriodType.QUARTER, rules=(make_rule("equals", expression="births + stock"),)),
        make_element("stock", frequency=PeriodType.MONTH, over_time=OverTime.LAST),
        make_element("start", frequency=PeriodType.MONTH, over_time=OverTime.FIRST),
        make_element(
            "nurses",
            frequency=PeriodType.MONTH,
            over_time=OverTime.AVERAGE,
            sex_disaggregated=True,
            rules=(make_rule("parts_not_above", expression="nurses + start", total="women"),),
        ),
        make_element("beds", frequency=PeriodType.QUARTER, rules=(make_rule("near", expression="stock - start"),)),
        make_element(
            "next", frequency=PeriodType.QUARTER, rules=(make_rule("equals_previous_period", element="beds"),)
        ),
    )
)
MONTHS, QUARTERS = ("202404", "202405", "202406"), ("2023Q2", "2024Q1", "2024Q2")
LONGER = st.one_of(
    st.tuples(st.sampled_from(("births", "stock", "start")), st.sampled_from(MONTHS), st.just("default")),
    st.tuples(st.just("nurses"), st.sampled_from(MONTHS), st.sampled_from(("default", "male", "female"))),
    st.tuples(st.sampled_from(("women", "beds", "next")), st.sampled_from(QUARTERS), st.just("default")),
)
FEW_CELLS = st.one_of(
    st.tuples(st.just("figure"), st.sampled_from(("0", "1", "2", "3", "4", "40"))), st.just(("not_applicable", ""))
)


def assert_agree(catalogue: Catalogue, cells: dict[tuple[str, str, str], tuple[str, str]], *periods: Period) -> None:
    book, figures = RuleBook(catalogue), Figures(cells)
    found = book.broken(figures, dict.fromkeys(periods, frozenset(catalogue.data_elements)))
    assert found == [each for period in periods for each in book.check(figures, period) if each.passed is False]


@given(st.dictionaries(KEYS, CELLS, max_size=30))
def test_quick_and_full_agree(cells: dict[tuple[str, str, str], tuple[str, str]]) -> None:
    # No sexes where none are kept: nothing lets them in.
    cells = {key: cell for key, cell in cells.items() if key[0] == "people" or key[2] == "default"}
    assert_agree(CATALOGUE, cells, Period(2024, 1, 12), Period(2023, 1, 12))


@given(st.dictionaries(LONGER, FEW_CELLS, min_size=5, max_size=27))
def test_quick_and_full_agree_over_longer_periods(cells: dict[tuple[str, str, str], tuple[str, str]]) -> None:
    assert_agree(SPANS, cells, Period(2024, 1, 3), Period(2024, 4, 6), Period(2024, 5, 5))


def test_only_rules_that_read_a_wanted_element_are_checked() -> None:
    book, year = RuleBook(CATALOGUE), Period(2024, 1, 12)
    figures = Figures({("people", "2024", "default"): ("figure", "1"), ("women", "2024", "default"): ("figure", "41")})
    assert [result.element for result in book.broken(figures, {year: {"women"}})] == ["women"]
