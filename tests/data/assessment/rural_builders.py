"""New-rural sets, recognitions and results to test with; every table is a BỘ THỬ that no decision ever printed."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

from data.assessment.definitions import CriteriaSet, Criterion, Item, PassRule, Recognition, Scored
from data.assessment.records import RecognitionKind, RecognitionRecord
from data.assessment.results import AssessmentVerdict, CriterionPoints, LeafPoints, Result
from data.assessment.rural import RuralIndicator, RuralSet
from data.model import Number


def make_record(**changes: Any) -> RecognitionRecord:
    """Recognised for 2023 by a decision of 15/03/2024, for three years."""
    fields: dict[str, Any] = {
        "year": 2023,
        "criteria_set": "THU",
        "kind": RecognitionKind.NEW,
        "decision": "1/QĐ-UBND",
        "decided_on": date(2024, 3, 15),
        "issuer": "UBND tỉnh",
        "valid_from": date(2024, 3, 15),
        "valid_to": date(2027, 3, 14),
    }
    return RecognitionRecord(**{**fields, **changes})


def make_set(term: int | None) -> CriteriaSet:
    """BẢNG THỬ with a term of so many years."""
    rule = PassRule(80, 50, no_knock_out=True, knock_out_items_known=False, denominator="full")
    return CriteriaSet(
        id="THU", version="0", title_vi="BẢNG THỬ", decision="", valid_from=date(2020, 1, 1), valid_to=None,
        total_points=100, point_step=1, pass_rule=rule, criteria=(), certainty="",
        recognition=None if term is None else Recognition(term_years=term),
    )  # fmt: skip


def make_points(points: Number, limit: Number) -> CriterionPoints:
    """A criterion of ten points."""
    criterion = Criterion(number="1", name_vi="Một", max_points=10, items_complete=True)
    return CriterionPoints(criterion=criterion, points=points, max_points=10, limit=limit, unscored=0)


def make_leaf(*, hit: bool) -> LeafPoints:
    item = Item(code="1.1", text_vi="Một", scored=Scored(max_points=1, scoring=None))
    return LeafPoints(criterion="1", item=item, knock_out_hit=hit)


def make_result(**changes: Any) -> Result:
    """BẢNG THỬ passed with 86,5 points, one criterion below and one on its limit, one of two knock-outs hit."""
    fields: dict[str, Any] = {
        "criteria_set": make_set(3),
        "layer": "Sở Y tế",
        "leaves": (make_leaf(hit=True), make_leaf(hit=False)),
        "criteria": (make_points(Fraction(9, 2), 5), make_points(5, 5)),
        "total": Fraction(173, 2),
        "max_total": 100,
        "limit": 80,
        "verdict": AssessmentVerdict.FAILED,
    }
    return Result(**{**fields, **changes})


def make_rural(*indicators: RuralIndicator) -> RuralSet:
    """BỘ THỬ for 2021 to 2025."""
    return RuralSet(
        schema="rural/1", id="THU", title_vi="BỘ THỬ", decision="", first_year=2021, last_year=2025, certainty="thử",
        source=(), indicators=indicators, origin="own", version="0" * 12,
    )  # fmt: skip


def make_rural_indicator(**changes: Any) -> RuralIndicator:
    """Insurance of at least 90 %."""
    fields: dict[str, Any] = {"code": "15.1", "name_vi": "BHYT", "certainty": "", "source": "", "binds": "cover"}
    return RuralIndicator(**{**fields, "comparator": ">=", "level": "90", **changes})


def make_tree(**changes: Any) -> dict[str, Any]:
    """BỘ THỬ of one indicator; changes that are no key of the set change the indicator, None takes a key away."""
    indicator: dict[str, Any] = {"code": "1", "name_vi": "Thử", "binds": "cover", "comparator": ">=", "level": "90"}
    tree: dict[str, Any] = {
        "schema": "rural/1",
        "id": "THU",
        "title_vi": "BỘ THỬ",
        "decision": "Không có",
        "first_year": 2021,
        "last_year": 2025,
        "certainty": "thử",
        "source": ["thử"],
    }
    for key, value in changes.items():
        (tree if key in RuralSet._fields else indicator)[key] = value
    table = {**indicator, "certainty": "thử", "source": "thử"}
    tree.setdefault("indicator", [{key: value for key, value in table.items() if value is not None}])
    return {key: value for key, value in tree.items() if value is not None}
