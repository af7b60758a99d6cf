"""Broken rules found quickly are exactly those found in full."""

from hypothesis import given
from hypothesis import strategies as st

from data.definitions import ValueType
from data.figures import Figures
from data.periods import Period
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


@given(st.dictionaries(KEYS, CELLS, max_size=30))
def test_quick_and_full_agree(cells: dict[tuple[str, str, str], tuple[str, str]]) -> None:
    # No sexes where none are kept: nothing lets them in.
    cells = {key: cell for key, cell in cells.items() if key[0] == "people" or key[2] == "default"}
    book, figures, year = RuleBook(CATALOGUE), Figures(cells), Period(2024, 1, 12)
    assert book.broken(figures, {year: frozenset(CATALOGUE.data_elements)}) == [each for each in book.check(figures, year) if each.passed is False]
