"""New-rural indicators as targets: level by region or group, both sexes, what stays undecided and why."""

from __future__ import annotations

import pytest

from data.assessment.rural import Place, RuralIndicator, RuralResult, Unknown, level_at, results_of
from data.assessment.rural_shipped import shipped_rural_sets
from data.calculation import Calculator
from data.definitions import OverTime
from data.model import Verdict
from data.periods import PeriodType, parse_period
from data.printing import printed_target
from data.targets import Judge
from tests.builders import make_catalogue, make_element, make_figures, make_indicator, make_station
from tests.data.assessment.rural_builders import make_rural, make_rural_indicator

ELEMENTS = tuple(
    make_element(code, frequency=PeriodType.QUARTER, over_time=OverTime.LAST, sex_disaggregated=True)
    for code in ("insured", "people")
)
CATALOGUE = make_catalogue(ELEMENTS, (make_indicator("cover", "insured", "people", disaggregation=("sex",)),))
CELLS = {"insured@2024Q4": 930, "people@2024Q4": 1000}
BY_SEX = {
    "insured@2024Q4:male": 470, "people@2024Q4:male": 500, "insured@2024Q4:female": 440, "people@2024Q4:female": 500,
}  # fmt: skip
SHIPPED = {found.id: found for found in shipped_rural_sets()}


def judged(
    indicator: RuralIndicator, cells: dict[str, int] = CELLS, period: str = "2024", place: Place | None = None
) -> RuralResult:
    """One indicator held against a period."""
    judge = Judge(Calculator(CATALOGUE, make_figures(cells)), make_station())
    return results_of(make_rural(indicator), place or Place(), judge, parse_period(period))[0]


def verdict(found: RuralResult) -> Verdict:
    assert found.result is not None
    return found.result.verdict


@pytest.mark.parametrize(
    ("level", "expected", "gap"), [("92.9", Verdict.MET, 0), ("93", Verdict.MET, 0), ("93.1", Verdict.NOT_MET, 1)]
)
def test_a_level_is_judged_like_any_other_target(level: str, expected: Verdict, gap: int) -> None:
    found = judged(make_rural_indicator(level=level))
    assert found.result is not None
    assert (found.result.verdict, found.result.gap) == (expected, gap)
    assert (found.level, found.unknown) == (level, None)


def test_both_sexes_must_meet_it_and_the_gap_is_their_sum() -> None:
    found = judged(make_rural_indicator(each_sex=True), BY_SEX)
    assert found.result is not None
    assert (found.result.verdict, found.result.gaps_by_sex, found.result.gap) == (Verdict.NOT_MET, (0, 10), 10)
    assert verdict(judged(make_rural_indicator(each_sex=True, level="88"), BY_SEX)) is Verdict.MET


def test_known_only_in_total_is_missing_where_both_sexes_are_bound() -> None:
    found = judged(make_rural_indicator(each_sex=True))
    assert verdict(found) is Verdict.MISSING


@pytest.mark.parametrize(
    ("period", "cells", "expected"),
    [
        ("2020", {"insured@2020Q4": 950, "people@2020Q4": 1000}, Verdict.NOT_DUE),
        ("2021", {"insured@2021Q4": 950, "people@2021Q4": 1000}, Verdict.MET),
        ("2024S2", CELLS, Verdict.MET),
        ("2026", {"insured@2026Q4": 950, "people@2026Q4": 1000}, Verdict.MET),
    ],
)
def test_levels_bind_in_every_year_of_the_set(period: str, cells: dict[str, int], expected: Verdict) -> None:
    found = judged(make_rural_indicator(), cells, period)
    assert found.result is not None
    assert found.result.verdict is expected
    year = int(period[:4])
    assert found.result.outside_plan == (year not in range(2021, 2026))
    assert found.result.late_year == (2025 if year > 2025 else None)


REGIONAL = make_rural_indicator(level=None, levels={"tdmnpb": "50", "dbsh": "95"})
GROUPED = make_rural_indicator(level=None, levels={"1": "95", "3": "50"})


@pytest.mark.parametrize(
    ("indicator", "place", "level", "unknown", "expected"),
    [
        (REGIONAL, Place(region="tdmnpb"), "50", None, Verdict.MET),
        (REGIONAL, Place(region="dbsh", group="3"), "95", None, Verdict.NOT_MET),
        (REGIONAL, Place(region="btb"), None, Unknown.NOT_IN_SOURCE, Verdict.UNDECIDED),
        (REGIONAL, Place(group="3"), None, Unknown.REGION, Verdict.UNDECIDED),
        (GROUPED, Place(group="3"), "50", None, Verdict.MET),
        (GROUPED, Place(region="dbsh"), None, Unknown.GROUP, Verdict.UNDECIDED),
        (GROUPED, Place(group="2"), None, Unknown.NOT_IN_SOURCE, Verdict.UNDECIDED),
    ],
)
def test_level_of_the_region_or_group_or_none(
    indicator: RuralIndicator, place: Place, level: str | None, unknown: Unknown | None, expected: Verdict
) -> None:
    found = judged(indicator, place=place)
    assert (found.level, found.unknown, verdict(found)) == (level, unknown, expected)


def test_an_unknown_level_is_printed_as_unknown() -> None:
    found = judged(REGIONAL)
    assert found.result is not None
    assert printed_target(found.result.target, CATALOGUE.indicators["cover"]) == "?"


@pytest.mark.parametrize(
    "indicator", [make_rural_indicator(binds=""), make_rural_indicator(binds="gone"), make_rural_indicator(level=None)]
)
def test_without_figure_or_level_nothing_is_said(indicator: RuralIndicator) -> None:
    bare = indicator if indicator.level else indicator._replace(comparator=None)
    found = judged(bare)
    assert (found.result, found.unknown) == (None, Unknown.NO_FIGURE)


def test_each_region_has_its_level_of_stunting() -> None:
    stunting = next(each for each in SHIPPED["318-QD-TTG-NTM"].indicators if each.code == "15.3")
    assert level_at(stunting, Place(region="tdmnpb")) == ("24", None)
    assert level_at(stunting, Place(region="taynguyen")) == ("26.5", None)


def test_electronic_books_are_known_for_two_regions_only() -> None:
    books = next(each for each in SHIPPED["318-QD-TTG-NTM"].indicators if each.code == "15.4")
    assert level_at(books, Place(region="dbsh")) == ("70", None)
    assert level_at(books, Place(region="dbscl")) == (None, Unknown.NOT_IN_SOURCE)
