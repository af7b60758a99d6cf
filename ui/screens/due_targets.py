"""Targets of the bound plans that are missed or at risk; worked out off the GUI thread."""

from __future__ import annotations

from typing import NamedTuple

from data import queries
from data.calculation import Calculator
from data.model import TargetResult, Verdict
from data.periods import Period
from data.plan_definitions import Plan, Target
from data.printing import gap_of, limit_of, printed_target, printed_value, with_unit
from data.targets import compared
from ui import words
from ui.screens.screen import Place
from ui.session import Session

_SHADES = {Verdict.NOT_MET: "bad", Verdict.NOT_DUE: "warn", Verdict.MISSING: "warn", Verdict.UNDECIDED: "pending"}


class TargetLine(NamedTuple):
    """One target in words; ``verdict`` is also the name of its icon."""

    verdict: str
    title: str
    detail: str
    side: str
    shade: str
    place: Place


def target_lines(session: Session, period: Period) -> list[TargetLine]:
    """Missed targets first, then those whose horizon lies ahead but whose gap is open, then undecided, then missing."""
    found: list[tuple[int, TargetLine]] = []
    order = [Verdict.NOT_MET, Verdict.NOT_DUE, Verdict.UNDECIDED, Verdict.MISSING]
    for plan_id in queries.bound_plans(session.store):
        plan = session.catalogue.plans.get(plan_id)
        if plan is None:
            continue
        calculator = queries.plan_calculator(session.store, session.catalogue, plan, period)
        for result in queries.judge(session.store, calculator, period).results(plan, period):
            is_open = result.verdict in order and not result.repeats and not is_shown_only(result.target)
            if is_open and (result.verdict is not Verdict.NOT_DUE or result.gap):
                found.append((order.index(result.verdict), _line(session, calculator, plan, result)))
    return [line for _rank, line in sorted(found, key=lambda pair: pair[0])]


def is_shown_only(target: Target) -> bool:
    """Whether the plan gives the station a figure to show, but no limit to hold it against (CONTRACT V5)."""
    return not compared(target).has_verdict


def shown_indicators(target: Target) -> tuple[str, str]:
    """The indicator that a target is set for, and the one whose value stands beside it (the station's yardstick)."""
    return target.indicator, compared(target).indicator


def can_decide(target: Target) -> bool:
    """Whether a person concludes, or says how to compare (CONTRACT V3)."""
    return compared(target).operator in ("ask", "manual")


def _line(session: Session, calculator: Calculator, plan: Plan, result: TargetResult) -> TargetLine:
    indicator = session.catalogue.indicators[result.value.indicator]
    own = session.catalogue.indicators[result.target.indicator]
    gap = gap_of(result, calculator)
    printed = with_unit(indicator, printed_value(indicator, result.value, limit_of(result)))
    against = f"{printed} ({printed_target(result.target, own)})"
    detail = " · ".join((plan.short_title_vi, result.target.clause, against))
    side = session.messages.gap(gap) if gap is not None else ""
    word = words.verdict(result.verdict)
    return TargetLine(
        verdict=result.verdict.value,
        title=own.name_vi,
        detail=detail,
        side=f"{word}: {side}" if side else word,
        shade=_SHADES.get(result.verdict, "muted"),
        place=Place("indicators", plan=plan.id, target=result.target.id),
    )
