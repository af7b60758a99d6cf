"""A small plan, its figures and its report: everything a progress report is made of, without a database."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from data.calculation import Calculator
from data.definitions import DataSet, OverTime, ValueType
from data.model import Decision, ObligationProgress, ObligationState, Profile, ReportText
from data.periods import PeriodType, parse_period
from data.plan_definitions import Obligation, Plan, PlanTask, Project, Target, TaskList
from data.targets import Judge
from reports.definitions.plan_progress import PlanProgressInput
from reports.sections.gathered import trends_of
from tests.builders import (
    make_catalogue,
    make_element,
    make_figures,
    make_indicator,
    make_plan,
    make_station,
    make_target,
)

ELEMENTS = (
    make_element("insured", name_vi="Người tham gia bảo hiểm y tế", sex_disaggregated=True),
    make_element("population", name_vi="Dân số cuối kỳ", over_time=OverTime.LAST, sex_disaggregated=True),
    make_element("visits", name_vi="Lượt khám", unit="lượt", frequency=PeriodType.MONTH),
    make_element("hiv", name_vi="Người nhiễm HIV", frequency=PeriodType.MONTH),
    make_element("births", name_vi="Trẻ đẻ sống", unit="trẻ", frequency=PeriodType.QUARTER),
    make_element("deaths", name_vi="Trẻ tử vong", unit="ca", frequency=PeriodType.QUARTER),
    make_element("doctor", name_vi="Có bác sĩ", unit="có/không", value_type=ValueType.BOOLEAN),
)
INDICATORS = (
    make_indicator(
        "insurance",
        "insured",
        "population",
        name_vi="Tỷ lệ tham gia bảo hiểm y tế",
        disaggregation=("sex",),
        certainty="official",
        source="Thông tư thử nghiệm.",
        frequency=PeriodType.YEAR,
    ),
    make_indicator(
        "visits_count", "visits", factor=1, decimals=0, unit="count", unit_vi="lượt", name_vi="Số lượt khám"
    ),
    make_indicator("hiv_rate", "hiv", "population", name_vi="Tỷ lệ nhiễm HIV", decimals=2, confidential=True),
    make_indicator(
        "infant",
        "deaths",
        "births",
        name_vi="Tỷ suất chết trẻ em",
        unit="‰",
        unit_vi="‰",
        factor=1000,
        small_numbers=True,
    ),
    make_indicator(
        "has_doctor", "doctor", factor=1, decimals=0, unit="boolean", unit_vi="có/không", name_vi="Trạm có bác sĩ"
    ),
)
CELLS: Mapping[str, str | int | None] = {
    "insured@2022": 3700, "population@2022": 4000,
    "insured@2023": 3800, "population@2023": 4050,
    "insured@2024:male": 1950, "insured@2024:female": 1971,
    "population@2024:male": 2040, "population@2024:female": 2087,
    "visits@202407": 300, "visits@202408": 310,
    "hiv@202401": 1, "hiv@202402": 1, **{f"hiv@2024{month:02d}": 0 for month in range(3, 13)},
    "births@2024Q1": 12, "births@2024Q2": 9, "births@2024Q3": 10, "births@2024Q4": 11,
    "deaths@2024Q1": 0, "deaths@2024Q2": 1, "deaths@2024Q3": 0, "deaths@2024Q4": 0,
    "doctor@2024": "true",
}  # fmt: skip
TARGETS = (
    make_target("insurance", ">", "95", clause="I.1"),
    make_target("insurance", ">", "95", clause="II.3", id="plan/insurance-2024-2", repeats_clause="I.1"),
    make_target("visits_count", ">=", "1000", clause="I.2", unit="count"),
    make_target("hiv_rate", "<", "0.01", clause="I.3"),
    make_target("infant", "<=", "5", clause="I.4", unit="‰"),
    make_target("has_doctor", "=", "1", clause="I.5", unit="boolean"),
)
PROFILE = Profile(
    name="Trạm Y tế xã Tả Phời",
    place="xã Tả Phời",
    parent_body="UBND xã Tả Phời",
    issuer="Trạm Y tế xã Tả Phời",
    document_symbol="BC-TYT",
    receivers=("Sở Y tế tỉnh Lào Cai",),
    recipients=("UBND xã Tả Phời;",),
    signer_title="GIÁM ĐỐC",
    signer_name="Nguyễn Thị Hạnh",
)
OBLIGATION = Obligation(
    id="plan/ob01",
    clause="I.1",
    seed_line=1,
    item_vi="Có kế hoạch năm",
    evidence_vi=("Kế hoạch", "biên bản"),
    responsible_vi="Trạm Y tế",
    frequency=("year",),
    level=TARGETS[0].level,
    phrase="",
)
TASK = PlanTask(
    group="II",
    number="II.1",
    seed_line=1,
    task_vi="Truyền thông tại thôn",
    lead_vi="Sở Y tế",
    coordinating_vi=(),
    coordinating_as_printed="",
    time_as_printed="Hàng năm",
    station_takes_part=True,
)
FORM = DataSet(code="hiv.month", group="hiv", frequency=PeriodType.MONTH, title_vi="HIV", elements=("hiv",))
PROJECT = Project(id="plan/pj01", seed_line=1, name_vi="Xây mới trạm", kind="new", phrase="", time="2024")


def make_progress_plan(*targets: Target, **changes: Any) -> Plan:
    """The plan of 2024 with one obligation, one task and one project."""
    fields: dict[str, Any] = {
        "title_vi": "Kế hoạch phát triển sự nghiệp y tế xã năm 2024",
        "issuing_body_vi": "UBND thành phố Lào Cai",
        "number_as_printed": "Số: /KH- UBND",
        "place_date_as_printed": "TP. Lào Cai, ngày tháng năm 2024",
        "obligations": (OBLIGATION,),
        "projects": (PROJECT,),
        "task_list": TaskList(title_vi="Danh mục", note="", groups=(), tasks=(TASK,)),
    }
    return make_plan(*(targets or TARGETS), **{**fields, **changes})


def make_state(item: str = "plan/ob01", period: str = "2024", **changes: Any) -> ObligationState:
    """A recorded state."""
    fields: dict[str, Any] = {"state": ObligationProgress.DONE, "note": "Lưu tại trạm"}
    return ObligationState(item_id=item, period=period, **{**fields, **changes})


def make_text(section: str, text: str, period: str = "2024") -> ReportText:
    """A text of the user."""
    return ReportText(plan="plan", period=period, section=section, text=text)


def make_input(
    period: str = "2024",
    *,
    cells: Mapping[str, str | int | None] = CELLS,
    plan: Plan | None = None,
    decisions: tuple[Decision, ...] = (),
    **changes: Any,
) -> PlanProgressInput:
    """Everything the report says, for the small plan."""
    plan = plan or make_progress_plan()
    catalogue = make_catalogue(ELEMENTS, INDICATORS, (plan,))._replace(data_sets={FORM.code: FORM})
    calculator = Calculator(catalogue, make_figures(cells))
    station = make_station()
    asked = parse_period(period)
    results = Judge(calculator, station, decisions).results(plan, asked)
    fields: dict[str, Any] = {
        "catalogue": catalogue,
        "plan": plan,
        "period": asked,
        "station": station,
        "profile": PROFILE,
        "calculator": calculator,
        "results": results,
        "trends": trends_of(calculator, results, asked),
    }
    return PlanProgressInput(**{**fields, **changes})
