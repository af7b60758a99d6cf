"""Verdicts (CONTRACT V1–V7)."""

from collections.abc import Mapping
from datetime import date

import pytest

from data.calculation import Calculator
from data.definitions import Level, OverTime, ValueType
from data.model import Decision, Status, TargetResult, Verdict
from data.numbers import exact
from data.periods import PeriodType, parse_period
from data.plan_definitions import Horizon, Plan, Scope, Target, Yardstick
from data.targets import Judge, place_name
from tests.builders import (
    make_catalogue,
    make_element,
    make_figures,
    make_indicator,
    make_plan,
    make_station,
    make_target,
)

Cells = Mapping[str, str | int | None]

QUARTERLY = {"frequency": PeriodType.QUARTER, "over_time": OverTime.LAST}
ELEMENTS = (
    make_element("insured", sex_disaggregated=True, unit="người", **QUARTERLY),
    make_element("people", sex_disaggregated=True, **QUARTERLY),
    make_element("weight", value_type=ValueType.DECIMAL, **QUARTERLY),
    make_element("sessions", frequency=PeriodType.QUARTER, over_time=OverTime.AVERAGE),
    make_element("start", over_time=OverTime.FIRST),
    make_element("end", over_time=OverTime.LAST),
    make_element("klass", value_type=ValueType.CHOICE, over_time=OverTime.LAST, choices=("I", "II")),
)
INDICATORS = (
    make_indicator("cover", "insured", "people", disaggregation=("sex",)),
    make_indicator("vhw_village_coverage_pct", "insured", "people"),
    make_indicator("mean", "sessions", factor=1),
    make_indicator("waste", "weight", "people"),
    make_indicator("change", "insured - people", "people"),
    make_indicator("has", "ge(insured, 1)", factor=1, unit="boolean"),
    make_indicator("ratio", "insured", "people", unit="ratio_per_100_girls"),
    make_indicator("growth", "end - start", "start", frequency=PeriodType.YEAR, decimals=2),
    make_indicator("class", "klass", factor=1, unit="class"),
    make_indicator("far", "insured", level=Level.DISTRICT),
)
CELLS: Cells = {"insured@2024Q4": 94, "people@2024Q4": 100}


def judge(
    target: Target, cells: Cells = CELLS, period: str = "2024", plan: Plan | None = None, **more: object
) -> TargetResult:
    """The result of one target; ``decisions`` and ``station`` as keywords."""
    calculator = Calculator(make_catalogue(ELEMENTS, INDICATORS), make_figures(cells))
    station, decisions = more.get("station", make_station()), more.get("decisions", ())
    plan = plan or make_plan(target)
    return Judge(calculator, station, decisions).result(plan, target, parse_period(period))  # type: ignore[arg-type]


def decide(target: Target, **changes: object) -> Decision:
    fields = {"target": target.id, "decided_by": "A", "decided_on": date(2024, 1, 5), "note": "n", **changes}
    return Decision(**fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("compare_as", "value", "verdict", "gap"),
    [
        (">=", "94", Verdict.MET, 0),
        (">", "94", Verdict.NOT_MET, 1),
        (">=", "95", Verdict.NOT_MET, 1),
        ("<", "94", Verdict.NOT_MET, 1),
        ("<=", "94", Verdict.MET, 0),
        ("=", "90", Verdict.NOT_MET, 4),
    ],
)
def test_a_value_is_held_against_its_target(compare_as: str, value: str, verdict: Verdict, gap: int) -> None:
    result = judge(make_target("cover", compare_as, value))
    assert (result.verdict, result.gap, result.is_provisional) == (verdict, gap, False)


def test_a_band_has_both_ends() -> None:
    result = judge(make_target("cover", "between", "80", compare_high="90"))
    assert (result.verdict, result.gap, result.target_high) == (Verdict.NOT_MET, 4, 90)


def test_inside_the_year_a_verdict_is_provisional() -> None:
    result = judge(make_target("cover"), {"insured@2024Q1": 99, "people@2024Q1": 100}, "2024Q1")
    assert (result.verdict, result.is_provisional) == (Verdict.MET, True)


def test_before_its_year_a_target_is_not_due_but_shows_result_and_gap() -> None:
    cells: Cells = {"insured@2023Q4": 94, "people@2023Q4": 100}
    result = judge(make_target("cover"), cells, "2023")
    assert (result.verdict, result.value.value, result.gap, result.outside_plan) == (Verdict.NOT_DUE, 94, 1, True)


def test_after_its_year_a_target_is_judged_and_marked() -> None:
    cells: Cells = {"insured@2025Q4": 96, "people@2025Q4": 100}
    result = judge(make_target("cover"), cells, "2025")
    assert (result.verdict, result.late_year) == (Verdict.MET, 2024)


def test_every_year_is_judged_from_the_first_year_of_the_plan() -> None:
    target = make_target("cover", horizon=Horizon(kind="every_year", year=2030))
    plan = make_plan(target, last_year=2030)
    assert judge(target, plan=plan).verdict is Verdict.NOT_MET
    assert judge(target, CELLS, "2023", plan).verdict is Verdict.NOT_DUE


@pytest.mark.parametrize(
    ("cells", "verdict"),
    [
        ({"people@2024Q4": 100}, Verdict.MISSING),
        ({"insured@2024Q4": 0, "people@2024Q4": 0}, Verdict.NO_DENOMINATOR),
        ({f"people@2024Q{quarter}": "-" for quarter in range(1, 5)}, Verdict.NOT_APPLICABLE),
    ],
)
def test_no_verdict_without_ground(cells: Cells, verdict: Verdict) -> None:
    assert (judge(make_target("cover"), cells).verdict, judge(make_target("cover"), cells).gap) == (verdict, None)


def test_an_open_operator_waits_for_a_person() -> None:
    target = make_target("cover", "ask", "90")
    assert judge(target).verdict is Verdict.UNDECIDED
    at_most = judge(target, decisions=(decide(target, operator="<=", value="90"),))
    assert (at_most.operator, at_most.verdict, at_most.gap) == ("<=", Verdict.NOT_MET, 4)
    band = judge(target, decisions=(decide(target, operator="between", value="90", high="95"),))
    assert (band.verdict, band.target_value, band.target_high) == (Verdict.MET, 90, 95)


def test_a_manual_target_is_judged_by_a_person_for_one_period() -> None:
    target = make_target("cover", "manual", None)
    assert judge(target).verdict is Verdict.UNDECIDED
    decision = decide(target, period="2024", verdict=Verdict.MET)
    assert judge(target, decisions=(decision,)).verdict is Verdict.MET
    assert judge(target, CELLS, "2024Q4", decisions=(decision,)).verdict is Verdict.UNDECIDED


@pytest.mark.parametrize(
    ("compare_as", "before", "verdict", "gap"),
    [
        ("increase", 90, Verdict.MET, 0),
        ("increase", 94, Verdict.NOT_MET, 1),
        ("decrease", 94, Verdict.NOT_MET, 1),
        ("decrease", None, Verdict.MISSING, None),
    ],
)
def test_this_year_is_held_against_the_last(compare_as: str, before: int | None, verdict: Verdict, gap: int) -> None:
    cells: Cells = {**CELLS, "insured@2023Q4": before, "people@2023Q4": 100}
    result = judge(make_target("cover", compare_as, None), cells)
    assert (result.verdict, result.gap) == (verdict, gap)
    assert result.missing == (("insured@2023Q4",) if before is None else ())


def test_a_whole_period_missing_last_year_is_named_with_its_period() -> None:
    cells: Cells = {"insured@2024Q1": 9, "people@2024Q1": 10, "people@2023Q1": 10}
    assert judge(make_target("cover", "increase", None), cells, "2024Q1").missing == ("insured@2023Q1",)


def test_across_a_break_of_the_series_nothing_is_judged() -> None:
    cells: Cells = {**CELLS, "insured@2023Q4": 90, "people@2023Q4": 100}
    station = make_station(series_breaks=(date(2024, 7, 1),))
    result = judge(make_target("cover", "increase", None), cells, station=station)
    assert (result.verdict, result.previous) == (Verdict.UNDECIDED, 90)


SEXES: Cells = {
    "insured@2024Q4:male": 48,
    "insured@2024Q4:female": 46,
    "people@2024Q4:male": 50,
    "people@2024Q4:female": 50,
}
EACH = make_target("cover", scope=Scope(kind="each_sex"))


def test_each_sex_must_reach_the_target_by_itself() -> None:
    result = judge(EACH, SEXES)
    assert (result.verdict, result.gap, result.gaps_by_sex) == (Verdict.NOT_MET, 2, (0, 2))
    assert [value.value for value in result.by_sex] == [96, 92]


def test_a_total_alone_does_not_say_whether_each_sex_is_there() -> None:
    result = judge(EACH)
    assert (result.verdict, result.value.status, result.value.value) == (Verdict.MISSING, Status.OK, 94)
    assert result.missing == ("insured@2024Q4", "people@2024Q4")


def test_a_sex_that_is_not_applicable_leaves_the_verdict_to_the_other() -> None:
    cells: Cells = {**SEXES, **{f"insured@2024Q{quarter}:female": "-" for quarter in range(1, 5)}}
    result = judge(EACH, cells)
    assert (result.verdict, result.gap) == (Verdict.MET, 0)


def test_no_gap_where_neither_sex_applies() -> None:
    cells: Cells = {f"people@2023Q{quarter}:{sex}": "-" for quarter in range(1, 5) for sex in ("male", "female")}
    result = judge(EACH, cells, "2023")
    assert (result.verdict, result.gap) == (Verdict.NOT_DUE, None)


def test_no_gap_where_one_sex_cannot_reach_the_target() -> None:
    cells: Cells = {**SEXES, "people@2024Q4:male": 3, "people@2024Q4:female": 3}
    target = make_target("cover", "=", "33.5", scope=Scope(kind="each_sex"))
    assert judge(target, cells).gap is None


@pytest.mark.parametrize(
    ("scope", "station", "verdict"),
    [
        (Scope(kind="urban"), make_station(), Verdict.NOT_APPLICABLE),
        (Scope(kind="rural"), make_station(), Verdict.NOT_MET),
        (Scope(kind="urban"), make_station(place_kind="phuong"), Verdict.NOT_MET),
        (Scope(kind="urban"), make_station(place_kind="dac_khu"), Verdict.UNDECIDED),
        (Scope(kind="urban"), make_station(place_kind="dac_khu", zone_as="urban"), Verdict.NOT_MET),
        (Scope(kind="named_communes", communes=("xã  TẢ Phời",)), make_station(), Verdict.NOT_MET),
        (Scope(kind="named_communes", communes=("Hợp Thành",)), make_station(), Verdict.NOT_APPLICABLE),
    ],
)
def test_a_target_binds_whom_its_scope_names(scope: Scope, station: object, verdict: Verdict) -> None:
    assert judge(make_target("cover", scope=scope), station=station).verdict is verdict


def test_names_of_communes_are_compared_without_their_kind() -> None:
    assert [place_name(text) for text in ("Phường Bình Minh", "thị trấn  Sa Pa", "Tả Phời")] == [
        "bình minh",
        "sa pa",
        "tả phời",
    ]


def test_each_village_is_judged_by_the_villages_with_a_health_worker() -> None:
    result = judge(make_target("cover", ">=", "1", scope=Scope(kind="each_village")))
    assert (result.value.indicator, result.operator, result.target_value) == ("vhw_village_coverage_pct", "=", 100)
    assert result.gap == 6


def test_above_the_station_only_a_yardstick_gives_a_verdict() -> None:
    assert judge(make_target("cover", level=Level.DISTRICT)).verdict is Verdict.NOT_STATION_LEVEL
    yardstick = Yardstick(indicator="has", operator="=", value="1")
    result = judge(make_target("far", level=Level.DISTRICT, station_yardstick=yardstick))
    assert (result.verdict, result.is_yardstick, result.gap) == (Verdict.MET, True, None)


def test_a_yardstick_without_verdict_shows_its_value_only() -> None:
    yardstick = Yardstick(indicator="cover", operator=">", value="2.5", verdict=False)
    result = judge(make_target("far", level=Level.DISTRICT, station_yardstick=yardstick))
    assert (result.verdict, result.value.value, result.gap) == (Verdict.UNDECIDED, 94, None)


@pytest.mark.parametrize(("indicator", "value"), [("waste", "50"), ("change", "5"), ("has", "2"), ("ratio", "96")])
def test_some_values_have_no_gap(indicator: str, value: str) -> None:
    cells: Cells = {**CELLS, "weight@2024Q4": "10.5"}
    result = judge(make_target(indicator, ">=", value), cells)
    assert (result.verdict, result.gap, result.is_unreachable) == (Verdict.NOT_MET, None, False)


def test_a_mean_of_quarters_that_is_not_whole_has_no_gap() -> None:
    cells: Cells = {f"sessions@2024Q{quarter}": quarter for quarter in range(1, 5)}
    result = judge(make_target("mean", ">=", "3"), cells)
    assert (result.value.value, result.gap) == (exact("2.5"), None)


def test_a_share_above_all_cannot_be_reached() -> None:
    result = judge(make_target("cover", ">", "100"))
    assert (result.gap, result.is_unreachable) == (None, True)


def test_a_choice_is_compared_as_text() -> None:
    assert judge(make_target("class", "=", "II"), {"klass@2024": "II"}).verdict is Verdict.MET
    result = judge(make_target("class", "=", "II"), {"klass@2024": "I"})
    assert (result.verdict, result.target_choice) == (Verdict.NOT_MET, "II")


def test_a_figure_cannot_be_held_against_a_word() -> None:
    assert judge(make_target("cover", "=", "II")).verdict is Verdict.UNDECIDED


def test_a_repeated_target_names_the_first() -> None:
    first = make_target("cover", clause="I.1")
    again = make_target("cover", clause="II.1", id="plan/again", repeats_clause="I.1")
    stray = make_target("cover", clause="II.2", id="plan/stray", repeats_clause="IX")
    plan = make_plan(first, again, stray)
    calculator = Calculator(make_catalogue(ELEMENTS, INDICATORS), make_figures(CELLS))
    results = Judge(calculator, make_station()).results(plan, parse_period("2024"))
    assert [result.repeats for result in results] == ["", first.id, ""]


MEAN = make_target("growth", "<", "0.7", horizon=Horizon(kind="period_average", year=2025))
MEAN_PLAN = make_plan(MEAN, first_year=2021, last_year=2025)


def mean(cells: Cells, period: str) -> TargetResult:
    return judge(MEAN, cells, period, MEAN_PLAN)


GROWTH: Cells = {
    "start@2021": 1000000,
    "end@2021": 1007000,
    "start@2022": 1007000,
    "end@2022": 1014049,
}


def test_a_mean_over_years_is_compared_by_exact_powers() -> None:
    assert mean(GROWTH, "2021").verdict is Verdict.NOT_MET
    assert mean({**GROWTH, "end@2022": 1014048}, "2022").verdict is Verdict.MET
    result = mean(GROWTH, "2022")
    assert (result.verdict, result.gap, result.value.counted_from) == (Verdict.NOT_MET, None, "202101")


def test_inside_a_year_the_years_before_count() -> None:
    result = mean(GROWTH, "2022Q3")
    assert (result.verdict, result.value.value) == (Verdict.NOT_MET, exact("0.7"))
    assert mean(GROWTH, "2021Q3").verdict is Verdict.NOT_DUE


def test_a_year_without_figures_leaves_no_mean() -> None:
    result = mean(GROWTH, "2023")
    assert (result.verdict, result.missing) == (Verdict.MISSING, ("end@2023", "start@2023"))


def test_after_the_plan_its_years_count() -> None:
    assert mean(GROWTH, "2030").missing == tuple(
        f"{code}@{year}" for year in (2023, 2024, 2025) for code in ("end", "start")
    )


def test_a_mean_needs_the_shape_of_growth() -> None:
    target = make_target("cover", horizon=Horizon(kind="period_average", year=2024))
    assert judge(target).verdict is Verdict.NOT_MET
