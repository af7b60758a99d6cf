"""What must hold inside a plan, and between its targets and the indicators."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from data.catalogue.known import LEVELS, Known, is_decimal
from data.definitions import Indicator, Level
from data.errors import Fault
from data.plan_definitions import Plan, Target, Yardstick

_DEADLINE = re.compile(r"(0[1-9]|[12]\d|3[01])/(0[1-9]|1[0-2])", re.ASCII)
_SCOPE_PARTS = {"each_sex": "indicators", "named_communes": "communes", "group": "group_vi"}
_WITHOUT_VALUE = ("manual", "increase", "decrease")


def check_plan(known: Known, plan: Plan) -> Iterator[Fault]:
    """Yield what is wrong with a plan."""
    place = known.place(plan)
    if place != f"plans/{plan.id}.toml":
        yield Fault("catalogue_file_name", place, {"id": plan.id})
    far = [year for year in (plan.milestone_year, plan.vision_year) if year]
    if any(year < plan.first_year for year in (plan.last_year, *far)):
        yield Fault("catalogue_years", f"{place}: first_year")
    yield from _check_ids(known, plan)
    for target in plan.targets:
        yield from _check_target(known, plan, target)
    for obligation in plan.obligations:
        here = known.place(obligation)
        yield from known.dangling("data_element", obligation.data_elements, f"{here}: data_elements")
        yield from known.dangling("criterion", map(str, obligation.criteria_4667), f"{here}: criteria_4667")
    for duty in plan.reporting_duties:
        if duty.deadline and not _DEADLINE.fullmatch(duty.deadline):
            yield Fault("catalogue_deadline", known.place(duty, "deadline"), {"value": duty.deadline})
    yield from _check_small_lists(known, plan)


def _check_ids(known: Known, plan: Plan) -> Iterator[Fault]:
    for items in (plan.targets, plan.obligations, plan.reporting_duties, plan.projects):
        for item in items:
            if not item.id.startswith(f"{plan.id}/"):
                yield Fault("catalogue_id_prefix", known.place(item), {"id": item.id, "plan": plan.id})


def _check_small_lists(known: Known, plan: Plan) -> Iterator[Fault]:
    """Tasks stand under a heading that exists; sums of money are numbers; leads name criteria."""
    if plan.task_list:
        headings = {group.number for group in plan.task_list.groups}
        for task in plan.task_list.tasks:
            if task.group not in headings:
                place = known.place(task, "group")
                yield Fault("catalogue_dangling", place, {"kind": "task_group", "code": task.group})
    for item in plan.budget.items:
        if not is_decimal(item.value_million_vnd):
            place = known.place(item, "value_million_vnd")
            yield Fault("catalogue_not_decimal", place, {"value": item.value_million_vnd})
    for lead in plan.criteria_leads.items if plan.criteria_leads else ():
        yield from known.dangling("criterion", [str(lead.criterion)], known.place(lead, "criterion"))


def _check_target(known: Known, plan: Plan, target: Target) -> Iterator[Fault]:
    place = known.place(target)
    yield from known.dangling("indicator", [target.indicator], f"{place}: indicator")
    yield from known.dangling("indicator", target.scope.indicators, f"{place}: scope: indicators")
    yield from known.dangling("indicator", target.see_also, f"{place}: see_also")
    yield from _check_values(known, target, place)
    yield from _check_scope(target, place)
    last = max(plan.last_year, plan.vision_year or 0)
    if not plan.first_year <= target.horizon.year <= last:
        yield Fault("catalogue_horizon", f"{place}: horizon", {"year": str(target.horizon.year)})
    if target.repeats_clause and not _repeated(plan, target):
        yield Fault("catalogue_repeats", f"{place}: repeats_clause", {"clause": target.repeats_clause})
    if target.station_yardstick:
        yield from _check_yardstick(known, target, target.station_yardstick, f"{place}: station_yardstick")
    indicator = known.indicators.get(target.indicator)
    if indicator:
        yield from _check_against(indicator, target, place)


def _check_against(indicator: Indicator, target: Target, place: str) -> Iterator[Fault]:
    """A target counts in the unit of its indicator, and at its level or above."""
    if target.unit != indicator.unit:
        parameters = {"unit": target.unit, "wanted": indicator.unit}
        yield Fault("catalogue_unit_differs", f"{place}: unit", parameters)
    if LEVELS.index(target.level) < LEVELS.index(indicator.level):
        parameters = {"level": target.level.value, "wanted": indicator.level.value}
        yield Fault("catalogue_level_below", f"{place}: level", parameters)


def _check_yardstick(known: Known, target: Target, yardstick: Yardstick, place: str) -> Iterator[Fault]:
    """A yardstick stands where the target is above the station, and is itself worked out by the station."""
    yield from known.dangling("indicator", [yardstick.indicator], f"{place}: indicator")
    indicator = known.indicators.get(yardstick.indicator)
    if target.level is Level.STATION or (indicator and indicator.level is not Level.STATION):
        yield Fault("catalogue_yardstick_level", place, {"indicator": yardstick.indicator})
    if not is_decimal(yardstick.value):
        yield Fault("catalogue_not_decimal", f"{place}: value", {"value": yardstick.value})


def _check_values(known: Known, target: Target, place: str) -> Iterator[Fault]:
    """Printed values are numbers; what is compared is there when it is needed, and only then."""
    choices = _choices(known, target)
    for key in ("value", "value_high", "out_of"):
        text = getattr(target, key)
        if text is not None and not is_decimal(text):
            yield Fault("catalogue_not_decimal", f"{place}: {key}", {"value": text})
    if (target.compare_value is None) != (target.compare_as in _WITHOUT_VALUE) or (target.compare_high is None) != (
        target.compare_as != "between"
    ):
        yield Fault("catalogue_compare_value", f"{place}: compare_value", {"compare_as": target.compare_as})
        return
    compared = [text for text in (target.compare_value, target.compare_high) if text is not None]
    for text in compared:
        if not (text in choices if choices else is_decimal(text)):
            code = "catalogue_choice_unknown" if choices else "catalogue_not_decimal"
            yield Fault(code, f"{place}: compare_value", {"value": text})
            return
    if target.compare_as == "between" and Decimal(compared[0]) > Decimal(compared[1]):
        yield Fault("catalogue_range_empty", place, {"minimum": compared[0], "maximum": compared[1]})


def _choices(known: Known, target: Target) -> tuple[str, ...]:
    """Return what may be chosen where the target's indicator is a choice."""
    indicator = known.indicators.get(target.indicator)
    element = known.elements.get(indicator.numerator) if indicator else None
    return element.choices if element else ()


def _check_scope(target: Target, place: str) -> Iterator[Fault]:
    """A scope has the part that its kind needs, and no other."""
    scope = target.scope
    wanted = _SCOPE_PARTS.get(scope.kind)
    there = [part for part in _SCOPE_PARTS.values() if getattr(scope, part)]
    sexes_faulty = scope.kind == "each_sex" and len(scope.indicators) != 2
    if there != ([wanted] if wanted else []) or sexes_faulty:
        yield Fault("catalogue_scope", f"{place}: scope", {"kind": scope.kind})


def _repeated(plan: Plan, target: Target) -> bool:
    """Whether an earlier target of the plan has the clause that this one repeats, and its indicator."""
    earlier = plan.targets[: plan.targets.index(target)]
    return any(other.clause == target.repeats_clause and other.indicator == target.indicator for other in earlier)
