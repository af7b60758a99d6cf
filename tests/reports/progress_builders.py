"""A quarter of a criteria set to print, without a database: points so far, figures, duties, papers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from data.assessment.definitions import CriteriaSet
from data.assessment.evidence import EvidenceState, EvidenceTask
from data.assessment.results import Result
from data.assessment.suggestions import OnRecord, suggestions_of
from data.calculation import Calculator
from data.catalogue import load_catalogue
from data.model import ObligationProgress, ObligationState
from data.periods import parse_period
from reports.definitions.criteria_progress import CriteriaProgressInput
from reports.sections.criteria_status import Status, leads_of
from reports.sections.duties import states_for
from reports.sections.figures import FigureWriter
from tests.builders import make_figures, make_station
from tests.reports.assessment_builders import (
    SHIPPED_POINTS,
    TYPED,
    answers_of,
    made_up_table,
    make_paper,
    result_of,
    shipped_set,
)
from tests.reports.plan_builders import PROFILE

PLAN = "lao-cai-2023-ntm"
CELLS: Mapping[str, str | int | None] = {
    "steering_meetings@2024Q1": 1,
    "steering_meetings@2024Q2": 0,
    "steering_meetings@2024Q3": 1,
    "resolution_includes_health@2024": "true",
    "annual_plan_approved@2023": "false",
    "criteria_zone@2024": "2",
}
PERIOD = parse_period("2024Q3")


def make_progress(
    criteria_set: CriteriaSet,
    result: Result | None,
    *,
    plans: Sequence[str] = (PLAN,),
    states: Sequence[ObligationState] = (),
    tasks: Sequence[EvidenceTask] = (),
    **changes: Any,
) -> CriteriaProgressInput:
    """Everything the report says, for the third quarter."""
    catalogue = load_catalogue()
    recorded = OnRecord(plans=plans, states=list(states_for(states, PERIOD).values()), evidence=(), year=2024)
    leads = leads_of(criteria_set, [catalogue.plans[plan] for plan in plans], catalogue.criteria_4667_to_1300)
    status = Status(
        criteria_set=criteria_set,
        period=PERIOD,
        writer=FigureWriter(Calculator(catalogue, make_figures(CELLS)), hides_small_counts=True),
        result=result,
        suggestions=suggestions_of(criteria_set, catalogue, recorded),
        tasks=tuple(tasks),
        leads=leads[1] if leads is not None else {},
    )
    fields: dict[str, Any] = {
        "station": make_station(),
        "profile": PROFILE,
        "status": status,
        "leads_plan": leads[0].short_title_vi if leads is not None else "",
    }
    return CriteriaProgressInput(**{**fields, **changes})


def shipped_progress(**changes: Any) -> CriteriaProgressInput:
    """The shipped set with points of nine criteria, the plan that names the leads, one duty done."""
    own = {str(number): point for number, point in enumerate(SHIPPED_POINTS[:9], start=1)}
    done = ObligationState(f"{PLAN}/ob01", "2024Q2", ObligationProgress.DONE, "Quyết định 12")
    later = ObligationState(f"{PLAN}/ob02", "2024Q4", ObligationProgress.DONE)
    result = result_of(shipped_set(), answers_of(own))
    return make_progress(shipped_set(), result, states=(done, later), **changes)


def table_progress(**changes: Any) -> CriteriaProgressInput:
    """The made-up table, which no plan names, with papers missing and expired."""
    tasks = (
        EvidenceTask(EvidenceState.MISSING, "1.2", "Nghị quyết của Đảng ủy"),
        EvidenceTask(EvidenceState.EXPIRED, "2.5", "", make_paper("2.5", "Chứng nhận đào tạo"), -4),
        EvidenceTask(EvidenceState.EXPIRING, "5.2", "Sổ tiêm chủng", make_paper("5.2", "Sổ"), 20),
    )
    result = result_of(made_up_table(), answers_of(TYPED), figures={"1.1": "2"})
    return make_progress(made_up_table(), result, tasks=tasks, **changes)
