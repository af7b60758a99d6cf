"""Targets of a plan held against a period: verdict, gap, horizon, scope, level (CONTRACT V1–V7). Pure functions."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

from data.calculation import Calculator
from data.catalogue.expressions import divide, is_plain_sum
from data.definitions import Level, ValueType
from data.gap import Limit, meets, smallest_change
from data.growth import GrowthMean, growth_mean, is_growth
from data.model import Decision, IndicatorValue, Station, Status, TargetResult, Verdict
from data.numbers import CANONICAL_DECIMAL, exact
from data.periods import Period
from data.plan_definitions import Plan, Target

VILLAGE_COVERAGE = "vhw_village_coverage_pct"
RATIO_OF_TWO_GROUPS = "ratio_per_100_girls"
PLACE_KINDS = ("xã", "phường", "thị trấn", "đặc khu")

_URBAN_KINDS = {"phuong": True, "thi_tran": True, "xa": False}
_LIMIT_OPERATORS = (">=", ">", "<=", "<", "=", "between")


class Compared(NamedTuple):
    """What a target compares, before any decision: indicator, operator, limits as text."""

    indicator: str
    operator: str
    value: str | None
    high: str | None = None
    is_yardstick: bool = False
    has_verdict: bool = True


def compared(target: Target) -> Compared:
    """What stands on the left and the right of a target's comparison (CONTRACT V3–V5)."""
    yardstick = target.station_yardstick
    if yardstick is not None:
        return Compared(
            yardstick.indicator,
            yardstick.operator,
            yardstick.value,
            None,
            is_yardstick=True,
            has_verdict=yardstick.verdict,
        )
    if target.scope.kind == "each_village":
        return Compared(VILLAGE_COVERAGE, "=", "100")
    return Compared(target.indicator, target.compare_as, target.compare_value, target.compare_high)


def place_name(place: str) -> str:
    """Name of a commune without its kind, NFC, case folded: "xã Tả Phời" -> "tả phời"."""
    name = " ".join(unicodedata.normalize("NFC", place).casefold().split())
    for kind in PLACE_KINDS:
        if name.startswith(f"{kind} "):
            return name.removeprefix(f"{kind} ")
    return name


def scope_binds(target: Target, station: Station) -> bool | None:
    """Whether a target binds the station; None while it is not known (đặc khu) (CONTRACT V4)."""
    scope = target.scope
    if scope.kind == "named_communes":
        return place_name(station.place) in {place_name(commune) for commune in scope.communes}
    if scope.kind not in ("urban", "rural"):
        return True
    is_urban = _URBAN_KINDS.get(station.place_kind)
    if is_urban is None and station.zone_as:
        is_urban = station.zone_as == "urban"
    return None if is_urban is None else is_urban == (scope.kind == "urban")


def without_repeats(results: Iterable[TargetResult]) -> list[TargetResult]:
    """One result for each target that a plan prints more than once (CONTRACT V7)."""
    return [result for result in results if not result.repeats]


def clauses_of(result: TargetResult, results: Iterable[TargetResult]) -> str:
    """Clause of a target, and those where the plan repeats it, each once."""
    repeated = (other.target.clause for other in results if other.repeats == result.target.id)
    return "; ".join(dict.fromkeys((result.target.clause, *repeated)))


class Judge:
    """Holds the targets of a plan against a station's figures."""

    def __init__(self, calculator: Calculator, station: Station, decisions: tuple[Decision, ...] = ()) -> None:
        """Hold what verdicts rest on.

        Args:
            calculator: Formulas over the station's figures.
            station: The station on the last day of the period.
            decisions: Everything persons decided; the newest of a target and period comes last.
        """
        self.calculator = calculator
        self.station = station
        self._decisions = {(decision.target, decision.period): decision for decision in decisions}

    def results(self, plan: Plan, period: Period) -> tuple[TargetResult, ...]:
        """All targets of the plan in catalogue order, repeated ones too (CONTRACT V7)."""
        return tuple(self.result(plan, target, period) for target in plan.targets)

    def result(self, plan: Plan, target: Target, period: Period) -> TargetResult:
        """One target of the plan for one period."""
        what, decision = self._decide(target, period)
        case = _Case(self, plan, target, what, period)
        verdict = self._verdict(case, decision)
        judged = verdict in (Verdict.MET, Verdict.NOT_MET)
        gap, gaps_by_sex = case.gaps() if judged or verdict is Verdict.NOT_DUE else (None, ())
        limit = case.limit
        return TargetResult(
            target=target,
            value=case.value,
            operator=what.operator,
            verdict=verdict,
            is_provisional=judged and not period.is_year,
            is_yardstick=what.is_yardstick,
            target_value=limit.value if limit is not None and not case.is_against_last_year else None,
            target_high=limit.high if limit is not None else None,
            target_choice=what.value if limit is None and what.operator == "=" else None,
            gap=gap,
            is_unreachable=judged and gap is None and case.counts_whole(),
            by_sex=case.by_sex,
            gaps_by_sex=gaps_by_sex,
            previous=case.previous.value if case.previous is not None else None,
            late_year=target.horizon.year if case.is_late else None,
            outside_plan=not plan.first_year <= period.year <= (plan.vision_year or plan.last_year),
            missing=case.missing(),
            repeats=_first_of_repeated(plan, target),
            decision=decision,
        )

    def _decide(self, target: Target, period: Period) -> tuple[Compared, Decision | None]:
        """The comparison with the operator a person chose, and the decision that carries the verdict, if any."""
        what = compared(target)
        if what.operator == "manual":
            return what, self._decisions.get((target.id, period.code))
        decision = self._decisions.get((target.id, "")) if what.operator == "ask" else None
        if decision is None:
            return what, None
        return what._replace(operator=decision.operator, value=decision.value, high=decision.high or None), decision

    def _verdict(self, case: _Case, decision: Decision | None) -> Verdict:
        """The word, in the order of CONTRIBUTING.md, "Order of verdicts"."""
        early = case.early_verdict()
        if early is not None:
            return early
        if case.what.operator == "manual" and decision is not None and decision.verdict is not None:
            return decision.verdict
        return _status_verdict(case.by_sex or (case.value,)) or case.compare()


class _Case:
    """One target, one period: everything a verdict needs, worked out once."""

    def __init__(self, judge: Judge, plan: Plan, target: Target, what: Compared, period: Period) -> None:
        calculator = self.calculator = judge.calculator
        self.station, self.plan, self.target, self.what, self.period = judge.station, plan, target, what, period
        self.definition = calculator.catalogue.indicators[what.indicator]
        self.growth = self._growth()
        self.value = calculator.value(what.indicator, period) if self.growth is None else self.growth.value
        self.by_sex = (
            tuple(calculator.value(what.indicator, period, sex) for sex in ("male", "female"))
            if target.scope.kind == "each_sex"
            else ()
        )
        self.is_against_last_year = what.operator in ("increase", "decrease")
        self.previous = (
            calculator.value(what.indicator, period.in_year(period.year - 1)) if self.is_against_last_year else None
        )
        self.limit = self._limit()
        self.is_late = period.year > target.horizon.year

    def _growth(self) -> GrowthMean | None:
        formula = self.calculator.formula(self.what.indicator)
        if self.target.horizon.kind != "period_average" or not is_growth(formula):
            return None
        last = self.period.year if self.period.is_year else self.period.year - 1
        years = range(self.plan.first_year, min(last, self.target.horizon.year) + 1)
        return growth_mean(self.calculator, self.what.indicator, years, self.period)

    def _limit(self) -> Limit | None:
        if self.previous is not None:
            if self.previous.value is None:
                return None
            return Limit(">" if self.what.operator == "increase" else "<", self.previous.value)
        value, high = self.what.value, self.what.high
        if value is None or not CANONICAL_DECIMAL.fullmatch(value):
            return None
        return Limit(self.what.operator, exact(value), exact(high) if high else None)

    def early_verdict(self) -> Verdict | None:
        """The words that need no figure: scope, level, horizon."""
        binds = scope_binds(self.target, self.station)
        if binds is None:
            return Verdict.UNDECIDED
        if not binds:
            return Verdict.NOT_APPLICABLE
        if self.target.level is not Level.STATION and not self.what.is_yardstick:
            return Verdict.NOT_STATION_LEVEL
        if not self.what.has_verdict:
            return Verdict.UNDECIDED
        horizon = self.target.horizon
        starts = horizon.year if horizon.kind == "at_year" else self.plan.first_year
        if self.period.year < starts or (self.growth is not None and not self.growth.years):
            return Verdict.NOT_DUE
        return None

    def compare(self) -> Verdict:
        """Met or not met, by unrounded values; undecided while a person has not chosen."""
        if self.what.operator in ("ask", "manual"):
            return Verdict.UNDECIDED
        if self.previous is not None and self.limit is None:
            return Verdict.MISSING
        if self.previous is not None and self._series_broke():
            return Verdict.UNDECIDED
        if self.value.choice is not None:
            return _word(self.value.choice == self.what.value)
        limit = self.limit
        if limit is None:
            return Verdict.UNDECIDED
        if self.growth is not None and self.growth.ratio is not None:
            return _word(meets(self.growth.ratio, self._growth_limit(limit, self.growth.years)))
        values = [each.value for each in self.by_sex or (self.value,) if each.value is not None]
        return _word(all(meets(value, limit) for value in values))

    def _growth_limit(self, limit: Limit, years: int) -> Limit:
        """The limit of a mean as a limit of the whole growth, by exact powers (CONTRACT V2)."""
        return Limit(limit.operator, (1 + divide(limit.value, self.definition.factor)) ** years)

    def missing(self) -> tuple[str, ...]:
        """Data elements that are missing for the verdict, of both sexes and of last year where they count."""
        values = self.by_sex or (self.value,)
        names = [name for value in values for name in value.missing]
        if self.previous is not None:
            code = self.previous.period.code
            names += [name if "@" in name else f"{name}@{code}" for name in self.previous.missing]
        return tuple(dict.fromkeys(names))

    def gaps(self) -> tuple[int | None, tuple[int | None, ...]]:
        """The gap, and those of both sexes where each is bound; for both sexes the gap is their sum."""
        if not self.by_sex:
            return self._gap(self.value), ()
        bound = [value.status is not Status.NOT_APPLICABLE for value in self.by_sex]
        gaps = tuple(self._gap(value) for value in self.by_sex)
        known = [gap for gap in gaps if gap is not None]
        return (sum(known) if known and len(known) == sum(bound) else None), gaps

    def _gap(self, value: IndicatorValue) -> int | None:
        if self.limit is None or value.status is not Status.OK or not self.counts_whole():
            return None
        numerator, is_share = value.numerator, self.definition.unit == "%"
        if not isinstance(numerator, int):
            return None
        return smallest_change(numerator, value.denominator, self.definition.factor, self.limit, is_share=is_share)

    def counts_whole(self) -> bool:
        """Whether a gap has a meaning: a plain sum of counts, compared, and no ratio of two groups."""
        formula = self.calculator.formula(self.what.indicator)
        if self.limit is None or self.growth is not None or self.limit.operator not in _LIMIT_OPERATORS:
            return False
        elements = self.calculator.catalogue.data_elements
        return (
            is_plain_sum(formula.numerator)
            and self.definition.unit != RATIO_OF_TWO_GROUPS
            and all(elements[code].value_type is ValueType.INTEGER for code in formula.upper)
        )

    def _series_broke(self) -> bool:
        """Whether the figures' meaning changed between last year's period and this one (CONTRACT S2)."""
        before = self.period.in_year(self.period.year - 1)
        return any(before.first_day < day <= self.period.last_day for day in self.station.series_breaks)


def _status_verdict(values: tuple[IndicatorValue, ...]) -> Verdict | None:
    """The word for values that cannot be compared; None when all can."""
    statuses = {value.status for value in values}
    for status, verdict in _STATUS_WORDS:
        if status in statuses and (status is not Status.NOT_APPLICABLE or len(statuses) == 1):
            return verdict
    return None


_STATUS_WORDS = (
    (Status.NOT_STATION_LEVEL, Verdict.NOT_STATION_LEVEL),
    (Status.NOT_APPLICABLE, Verdict.NOT_APPLICABLE),
    (Status.MISSING, Verdict.MISSING),
    (Status.NO_DENOMINATOR, Verdict.NO_DENOMINATOR),
)


def _word(is_met: bool) -> Verdict:
    return Verdict.MET if is_met else Verdict.NOT_MET


def _first_of_repeated(plan: Plan, target: Target) -> str:
    """Id of the first target with the same indicator in the repeated clause (CONTRACT V7)."""
    if not target.repeats_clause:
        return ""
    for other in plan.targets:
        if other.indicator == target.indicator and other.clause == target.repeats_clause and other is not target:
            return other.id
    return ""
