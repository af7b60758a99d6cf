"""The table of targets: clause, indicator, target as printed, result, fraction, verdict, gap."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from data.model import TargetResult, Verdict
from data.periods import Period
from data.plan_definitions import Plan, Target
from data.printing import printed_target
from data.targets import clauses_of, without_repeats
from reports.days import day_text
from reports.document import Align, Cell, Column, Row
from reports.sections.figures import FigureWriter
from reports.sections.wording import until_words
from reports.texts import text

_JUDGED = (Verdict.MET, Verdict.NOT_MET)
_PLAIN_SCOPES = ("each_sex", "male", "female", "urban", "rural", "each_village")


def columns(period: Period, results: Iterable[TargetResult]) -> tuple[Column, ...]:
    """The columns, in millimetres of the type area; inside the year their heads say from when and up to when."""
    until = until_words(period)
    verdict = text("table.verdict_until", until=until) if until else text("table.verdict")
    is_to_date = any(result.value.is_year_to_date for result in results)
    result = text("table.result_to_date", year=period.year) if is_to_date else text("table.result")
    return (
        Column(title=text("table.number"), width=9, align=Align.CENTER),
        Column(title=text("table.clause"), width=13),
        Column(title=text("table.indicator"), width=41),
        Column(title=text("table.target"), width=20.5, align=Align.CENTER),
        Column(title=result, width=21.5, align=Align.COMMA),
        Column(title=text("table.fraction"), width=22, align=Align.SLASH),
        Column(title=verdict, width=20.5, align=Align.CENTER),
        Column(title=text("table.gap"), width=17.5),
    )


def target_rows(plan: Plan, period: Period, results: Sequence[TargetResult], writer: FigureWriter) -> tuple[Row, ...]:
    """One row for each target, in catalogue order."""
    return tuple(
        _row(str(number), clauses_of(result, results), result, (plan, period, writer))
        for number, result in enumerate(without_repeats(results), start=1)
    )


def _row(number: str, clauses: str, result: TargetResult, where: tuple[Plan, Period, FigureWriter]) -> Row:
    plan, period, writer = where
    indicator = writer.calculator.catalogue.indicators[result.target.indicator]
    return Row(
        cells=(
            Cell(text=number),
            Cell(text=clauses),
            Cell(text=indicator.name_vi, remarks=tuple(_indicator_remarks(result, writer))),
            Cell(text=printed_target(result.target, indicator), remarks=_horizon(result.target, plan, period)),
            writer.result_cell(result),
            Cell(text=writer.fraction_text(result.value)),
            Cell(text=text(f"verdict.{result.verdict.value}"), remarks=_verdict_remarks(result)),
            Cell(text=writer.gap_text(result)),
        )
    )


def _indicator_remarks(result: TargetResult, writer: FigureWriter) -> list[str]:
    scope = result.target.scope
    remarks = []
    if scope.kind in _PLAIN_SCOPES:
        remarks.append(text(f"table.scope_{scope.kind}"))
    elif scope.kind == "group" and scope.group_vi.lower() not in writer.indicator(result.value).name_vi.lower():
        remarks.append(scope.group_vi)
    elif scope.kind == "named_communes":
        remarks.append(text("table.scope_communes", names=", ".join(scope.communes)))
    if result.is_yardstick or result.value.indicator != result.target.indicator:
        remarks.append(text("table.yardstick", name=writer.indicator(result.value).name_vi))
    if result.decision is not None and result.verdict in _JUDGED:
        decision = result.decision
        remarks.append(text("table.decided", name=decision.decided_by, day=day_text(decision.decided_on)))
    if writer.is_small_number(result):
        remarks.append(text("table.small"))
    return remarks


def _horizon(target: Target, plan: Plan, period: Period) -> tuple[str, ...]:
    """The horizon, where it is not simply the year that is reported."""
    horizon = target.horizon
    if horizon.kind == "period_average":
        return (text("table.horizon_average", first=plan.first_year, last=horizon.year),)
    if horizon.year == period.year:
        return ()
    key = "table.horizon_until" if horizon.kind == "every_year" else "table.horizon_at"
    return (text(key, year=horizon.year),)


def _verdict_remarks(result: TargetResult) -> tuple[str, ...]:
    """The words "mốc 2023" for a target that is past (CONTRACT V2)."""
    if result.late_year is None or result.verdict not in _JUDGED:
        return ()
    return (text("table.horizon_at", year=result.late_year),)
