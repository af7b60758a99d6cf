"""Small things to test with: definitions and figures with plain defaults, each a keyword away from a test."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from data.calculation import Calculator
from data.catalogue.content import Catalogue
from data.definitions import DataElement, DataSet, Indicator, Level, OverTime, ValidationRule, ValueType
from data.figures import Figures
from data.model import Station
from data.numbers import Number, exact
from data.periods import PeriodType
from data.plan_definitions import Budget, Horizon, Plan, ReportingDuty, Scope, Target


def make_element(code: str, **changes: Any) -> DataElement:
    """A yearly whole number that is not kept by sex."""
    fields: dict[str, Any] = {
        "code": code,
        "group": "population",
        "name_vi": code,
        "name_en": code,
        "unit": "người",
        "value_type": ValueType.INTEGER,
        "over_time": OverTime.SUM,
        "frequency": PeriodType.YEAR,
        "sex_disaggregated": False,
        "rules": (),
    }
    return DataElement(**{**fields, **changes})


def make_rule(rule: str, **changes: Any) -> ValidationRule:
    """A rule of severity error."""
    return ValidationRule(**{"rule": rule, "severity": "error", **changes})


def make_indicator(code: str, numerator: str, denominator: str | None = None, **changes: Any) -> Indicator:
    """A percentage of the station, counted by the quarter."""
    fields: dict[str, Any] = {
        "code": code,
        "group": "population",
        "name_vi": code,
        "name_en": code,
        "numerator": numerator,
        "denominator": denominator,
        "factor": 100,
        "unit": "%",
        "unit_vi": "%",
        "decimals": 1,
        "direction": "higher_better",
        "disaggregation": (),
        "frequency": PeriodType.QUARTER,
        "level": Level.STATION,
        "definition": "",
        "certainty": "own_reading",
        "source": "",
        "value_type": "number",
    }
    return Indicator(**{**fields, **changes})


def make_target(indicator: str, compare_as: str = ">=", compare_value: str | None = "95", **changes: Any) -> Target:
    """A target of 2024 for every station."""
    fields: dict[str, Any] = {
        "id": f"plan/{indicator}-2024",
        "clause": "I.1",
        "seed_line": 1,
        "indicator": indicator,
        "operator": compare_as,
        "operator_source": "symbol",
        "unit": "%",
        "value": compare_value,
        "compare_as": compare_as,
        "compare_value": compare_value,
        "horizon": Horizon(kind="at_year", year=2024),
        "scope": Scope(kind="all"),
        "level": Level.STATION,
        "phrase": "",
    }
    return Target(**{**fields, **changes})


def make_plan(*targets: Target, **changes: Any) -> Plan:
    """A plan of 2024."""
    fields: dict[str, Any] = {
        "id": "plan",
        "title_vi": "Kế hoạch",
        "short_title_vi": "Kế hoạch",
        "issuing_body_vi": "UBND",
        "tier": "district",
        "signed_as_vi": "",
        "number_as_printed": "",
        "place_date_as_printed": "",
        "seed_file": "seed.txt",
        "area_vi": "",
        "first_year": 2024,
        "last_year": 2024,
        "vision_year": None,
        "period_as_printed": "2024",
        "legal_basis_vi": (),
        "recipients_vi": (),
        "targets": targets,
        "obligations": (),
        "reporting_duties": (),
        "projects": (),
        "budget": Budget(items=()),
        "general_goals": (),
        "missing_parts": (),
        "data_quality_flags": (),
    }
    return Plan(**{**fields, **changes})


def make_duty(*frequency: str, **changes: Any) -> ReportingDuty:
    """A report that the communes owe, without a day."""
    fields: dict[str, Any] = {
        "id": "plan/rd1",
        "seed_line": 1,
        "kind": "report",
        "who_vi": "UBND các xã, phường",
        "to_vi": "Trung tâm Y tế",
        "frequency": frequency,
        "frequency_as_printed": "định kỳ",
        "content_vi": "Kết quả",
        "phrase": "",
    }
    return ReportingDuty(**{**fields, **changes})


def make_form(code: str, frequency: PeriodType, *elements: str) -> DataSet:
    """A form of these data elements."""
    return DataSet(code=code, group=code, frequency=frequency, title_vi=code, elements=elements)


def make_catalogue(
    elements: tuple[DataElement, ...], indicators: tuple[Indicator, ...] = (), plans: tuple[Plan, ...] = ()
) -> Catalogue:
    """A catalogue of just these definitions."""
    return Catalogue(
        data_elements={element.code: element for element in elements},
        indicators={indicator.code: indicator for indicator in indicators},
        plans={plan.id: plan for plan in plans},
        sources={},
        element_groups=(),
        indicator_groups=(),
        data_sets={},
        reporting_calendar=(),
        title_vi="",
        plans_title_vi="",
        conventions={},
        plan_conventions={},
        units={},
        criteria_4667_to_1300={},
        criteria_numbering_note="",
        version="test",
    )


def make_figures(cells: Mapping[str, str | int | None]) -> Figures:
    """Figures from ``{"code@period": 12, "code@period:male": "-", "code@period:female": "?abc"}``.

    A dash is not applicable, a leading question mark a draft, None nothing at all.
    """
    made = {}
    for key, value in cells.items():
        code, _, rest = key.partition("@")
        period, _, category = rest.partition(":")
        text = str(value)
        state = "not_applicable" if text == "-" else "draft" if text.startswith("?") else "figure"
        if value is not None:
            made[(code, period, category or "default")] = (state, text.strip("-?"))
    return Figures(made)


def make_calculator(
    elements: tuple[DataElement, ...], indicators: tuple[Indicator, ...], cells: Mapping[str, str | int | None]
) -> Calculator:
    """A calculator over just these definitions and cells."""
    return Calculator(make_catalogue(elements, indicators), make_figures(cells))


def make_station(**changes: Any) -> Station:
    """The commune xã Tả Phời."""
    fields: dict[str, Any] = {
        "code": "TYT_TA_PHOI",
        "name": "Trạm Y tế xã Tả Phời",
        "place": "xã Tả Phời",
        "place_kind": "xa",
    }
    return Station(**{**fields, **changes})


def number(text: str) -> Number:
    """An exact number."""
    return exact(text)
