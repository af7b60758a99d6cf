"""What the target screen asks off the GUI thread: rows ready to show, and the tree of one result."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from data import queries
from data.calculation import Calculator
from data.definitions import Indicator
from data.history import ChangeEntry
from data.model import IndicatorValue, Status, TargetResult, Verdict
from data.periods import Period, parse_period
from data.plan_definitions import Plan, Scope
from data.printing import gap_of, is_small_number, limit_of, printed_number, printed_target, printed_value, with_unit
from data.targets import clauses_of, without_repeats
from data.trace import TraceNode, explain
from ui import words
from ui.models.entry_rows import CellId
from ui.models.target_model import TargetRow
from ui.screens.due_targets import can_decide, is_shown_only
from ui.session import Session
from ui.widgets.trace_tree import cells_of, figure

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Explained:
    """The way from a result to its cells.

    Attributes:
        trees: One for the total, and one for each sex where the target binds each.
        entries: Newest change of each cell in the trees.
    """

    row: TargetRow
    trees: tuple[TraceNode, ...]
    entries: dict[CellId, ChangeEntry]


def target_rows(session: Session, plan: Plan, period: Period) -> list[TargetRow]:
    """All targets of a plan in its order; a repeated one is one row with its clauses (CONTRACT V7)."""
    calculator = queries.plan_calculator(session.store, session.catalogue, plan, period)
    results = queries.judge(session.store, calculator, period).results(plan, period)
    return [_row(session, calculator, result, clauses_of(result, results)) for result in without_repeats(results)]


def with_trend(session: Session, plan: Plan, period: Period, rows: list[TargetRow]) -> list[TargetRow]:
    """The same rows with the value of each year; slower, so asked for afterwards."""
    found: list[TargetRow] = []
    for row in rows:
        years = queries.trend(session.store, session.catalogue, plan, row.result.target, period.year)
        indicator = session.catalogue.indicators[row.result.value.indicator]
        points = tuple(
            (year, value.value, with_unit(indicator, printed_value(indicator, value))) for year, value in years
        )
        has_any = any(value is not None for _year, value, _printed in points)
        found.append(replace(row, trend=points if has_any else ()))
    return found


def _row(session: Session, calculator: Calculator, result: TargetResult, clauses: str) -> TargetRow:
    indicator = session.catalogue.indicators[result.value.indicator]
    own = session.catalogue.indicators[result.target.indicator]
    gap = gap_of(result, calculator)
    is_grey = result.value.value is None and result.value.provisional is not None
    return TargetRow(
        result=result,
        clause=clauses,
        name=own.name_vi,
        target=printed_target(result.target, own),
        value=_value(indicator, result),
        remark=_remark(indicator, result),
        fraction=_fraction(indicator, result.value),
        verdict=_verdict(result),
        gap=session.messages.gap(gap) if gap is not None else "",
        is_grey=is_grey,
        limit=result.target_value,
    )


def _value(indicator: Indicator, result: TargetResult) -> str:
    value = result.value
    if value.value is None and value.provisional is not None:
        return f"({with_unit(indicator, printed_number(value.provisional, indicator.decimals, None))})"
    return with_unit(indicator, printed_value(indicator, value, limit_of(result)))


def _remark(indicator: Indicator, result: TargetResult) -> str:
    value, parts = result.value, []
    if result.by_sex:
        parts.append(
            "; ".join(
                f"{words.category_name(each.category)} {printed_value(indicator, each)}" for each in result.by_sex
            )
        )
    if value.reported is not None and value.reported_type is not None and value.reported[1] > 1:
        parts.append(f"{value.reported[0]}/{value.reported[1]} {words.short_frequency(value.reported_type)}")
    is_there = value.value is not None or value.provisional is not None
    is_counted = indicator.value_type not in ("boolean", "choice")
    if is_there and value.is_year_to_date and not value.borrowed and is_counted:
        parts.append(translate("Indicators", "since January"))
    for _element, code in value.borrowed[:1]:
        parts.append(
            translate("Indicators", "figure of {period}").format(period=words.short_period(parse_period(code)))
        )
    if is_small_number(indicator, value, limit_of(result)):
        parts.append(translate("Indicators", "small numbers, the rate swings"))
    return "; ".join(parts)


def _fraction(indicator: Indicator, value: IndicatorValue) -> str:
    if value.numerator is None or indicator.value_type == "boolean":
        return ""
    if value.denominator is None:
        return "" if value.value == value.numerator else figure(value.numerator)
    return f"{figure(value.numerator)} / {figure(value.denominator)}"


def _verdict(result: TargetResult) -> str:
    """The verdict; what stands beside it on a second line."""
    parts = _scope(result.target.scope) if result.verdict is Verdict.NOT_APPLICABLE else []
    if result.is_provisional:
        parts.append(translate("Indicators", "so far"))
    if result.late_year is not None:
        parts.append(translate("Indicators", "horizon {year}").format(year=result.late_year))
    if result.decision is not None:
        parts.append(translate("Indicators", "by a person"))
    if result.verdict is Verdict.UNDECIDED and not can_decide(result.target):
        if is_shown_only(result.target):
            parts.append(translate("Indicators", "shown only, no verdict is drawn"))
        if result.value.status is Status.MISSING:
            parts.append(translate("Indicators", "figures missing"))
    word = words.verdict(result.verdict)
    return f"{word}\n{', '.join(parts)}" if parts else word


def _scope(scope: Scope) -> list[str]:
    """Whom a target binds, for a station that it does not bind."""
    match scope.kind:
        case "urban":
            return [translate("Indicators", "only for wards and townships")]
        case "rural":
            return [translate("Indicators", "only for communes (xã)")]
        case "named_communes":
            return [translate("Indicators", "only for {names}").format(names=", ".join(scope.communes))]
    return []


def why_undecided(result: TargetResult) -> str:
    """Why a verdict awaits nobody's button; empty where a person can conclude, or where there is a verdict."""
    target = result.target
    if result.verdict is not Verdict.UNDECIDED or can_decide(target):
        return ""
    if is_shown_only(target):
        return translate(
            "Indicators",
            "The plan sets this target for a wider area. The station's own figure is shown for comparison only; no "
            "verdict is drawn from it, and nobody has to decide.",
        )
    if target.scope.kind in ("urban", "rural"):
        return translate(
            "Indicators", "It is not known whether the place counts as a ward or a commune. Say so under Settings."
        )
    if target.compare_as in ("increase", "decrease"):
        return translate("Indicators", "The series of figures breaks between the two years, so they are not compared.")
    return ""


def explained(session: Session, plan: Plan, row: TargetRow, period: Period) -> Explained:
    """The tree below a target's result, with the newest change of each cell."""
    calculator = queries.plan_calculator(session.store, session.catalogue, plan, period)
    result = row.result
    asked = [result.value, *result.by_sex]
    trees = tuple(explain(calculator, value.indicator, period, value.category) for value in asked)
    entries: dict[CellId, ChangeEntry] = {}
    for cell in (cell for tree in trees for cell in cells_of(tree)):
        history = queries.history(session.store, cell.data_element, cell.period, cell.category)
        if history:
            entries[cell] = history[0]
    return Explained(row, trees, entries)
