"""A small new-rural set, its figures and its report, without a database."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from data.assessment.rural import Place, RuralIndicator, RuralSet, results_of
from data.calculation import Calculator
from data.definitions import OverTime, ValueType
from data.periods import parse_period
from data.targets import Judge
from reports.definitions.new_rural_health import NewRuralInput
from reports.sections.gathered import trends_of
from reports.sections.rural_tables import Judged
from tests.builders import make_catalogue, make_element, make_figures, make_indicator, make_station
from tests.data.assessment.rural_builders import make_rural, make_rural_indicator
from tests.reports.plan_builders import CELLS, ELEMENTS, INDICATORS, PROFILE

SCORE = make_element(
    "criteria_score", name_vi="Điểm", unit="điểm", value_type=ValueType.DECIMAL, over_time=OverTime.LAST
)
MEETS = make_indicator(
    "meets",
    "ge(criteria_score, 80)",
    factor=1,
    decimals=0,
    unit="boolean",
    unit_vi="có/không",
    name_vi="Xã đạt tiêu chí",
)
NOWHERE = Place()
REGIONAL = {"tdmnpb": "50", "dbsh": "95.5"}
RURAL: tuple[RuralIndicator, ...] = (
    make_rural_indicator(
        code="15.1",
        number="15.1",
        name_vi="tỷ lệ người dân tham gia bảo hiểm y tế",
        binds="insurance",
        level="95",
        each_sex=True,
        certainty="secondary source seen",
        source="Trang hỏi đáp",
    ),
    make_rural_indicator(
        code="15.2", number="15.2", name_vi="Xã đạt tiêu chí", binds="meets", comparator="=", level="1", printed="đạt",
        certainty="tự ghi", source="Trang hỏi đáp.", note="Xem lại.",
    ),
    make_rural_indicator(
        code="15.3", number="15.3", name_vi="Tỷ lệ tham gia", binds="insurance", comparator="<=", level=None,
        levels=REGIONAL, source="Trang khác",
    ),
    make_rural_indicator(code="khac", name_vi="Chỉ có tên", binds="", comparator=None, level=None, source="Trang khác"),
)  # fmt: skip


def make_rural_report(
    period: str = "2024",
    *,
    cells: Mapping[str, str | int | None] | None = None,
    rural_set: RuralSet | None = None,
    place: Place = NOWHERE,
    grounds: Mapping[str, str] | None = None,
    **changes: Any,
) -> NewRuralInput:
    """Everything the report says, for the small set."""
    catalogue = make_catalogue((*ELEMENTS, SCORE), (*INDICATORS, MEETS))
    calculator = Calculator(catalogue, make_figures(cells or {**CELLS, "criteria_score@2024": 86}))
    station, asked = make_station(), parse_period(period)
    rural_set = rural_set or make_rural(*RURAL)._replace(source=("Trang thử.",), decision="Quyết định thử")
    results = results_of(rural_set, place, Judge(calculator, station), asked)
    judged = Judged(rural_set=rural_set, results=results, place=place, period=asked, grounds=grounds or {})
    fields: dict[str, Any] = {
        "catalogue": catalogue,
        "judged": judged,
        "station": station,
        "profile": PROFILE,
        "calculator": calculator,
        "trends": trends_of(calculator, judged.targets, asked),
    }
    return NewRuralInput(**{**fields, **changes})
