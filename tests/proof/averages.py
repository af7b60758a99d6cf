"""Targets on a yearly mean over the plan's years; only population_growth_rate has one.

Source: CONTRACT V2, period_average: judged when every year of the plan up to the period is there, by
exact powers, end of the last year / start of the first < (1 + t)^n; the mean is printed rounded.
"""

from dataclasses import replace
from fractions import Fraction

from tests.proof.definitions import Plan
from tests.proof.oracle import Result, evaluate
from tests.proof.spans import Span, read_period
from tests.proof.verdicts import (
    Judgement,
    Situation,
    Target,
    is_shorter_than_a_year,
    limits_of,
    what_is_compared,
)

SCALE = 10**30


def whole_years(plan: Plan, target: Target, period: str) -> list[str]:
    """List the plan's years that are over at the end of the period, to the horizon."""
    year = read_period(period).year
    last = year - 1 if is_shorter_than_a_year(period) else year
    last = min(last, int(target["horizon"]["year"]))
    return [str(year) for year in range(plan.first_year, last + 1)]


def judge_average(situation: Situation, plan: Plan, target: Target, period: str) -> Judgement:
    """Judge the mean growth of the population over the years of the plan."""
    assert target["indicator"] == "population_growth_rate"
    compared = what_is_compared(target, situation.choices)
    asked = evaluate(situation.definitions, situation.cells, compared.indicator, period)
    yearly = [
        evaluate(situation.definitions, situation.cells, compared.indicator, year)
        for year in whole_years(plan, target, period)
    ]
    missing = frozenset(name for result in yearly for name in result.missing)
    limits = limits_of(compared, asked, None)
    if not yearly:
        return Judgement(compared, asked, "not_due", False, None, asked.missing, (), limits)
    span = Span(plan.first_year, 1, 12)
    for status in ("not_applicable", "missing", "no_denominator"):
        if any(result.status == status for result in yearly):
            result = Result(status, span, missing=missing)
            return Judgement(compared, result, status, False, None, missing, (), limits)
    draft = Judgement(compared, Result("ok", span), "", False, None, missing)
    return _judged(period, yearly, draft)


def _judged(period: str, yearly: list[Result], draft: Judgement) -> Judgement:
    start = yearly[0].denominator
    end = _end_of_year(yearly[-1])
    assert start is not None
    assert draft.compared.operator == "<"
    assert draft.compared.value is not None
    years = len(yearly)
    limit = 1 + Fraction(draft.compared.value) / 100
    verdict = "met" if end / start < limit**years else "not_met"
    limits = limits_of(draft.compared, draft.result, None)
    result = Result("ok", draft.result.span, end - start, start, mean_growth(end / start, years))
    provisional = is_shorter_than_a_year(period)
    return replace(draft, result=result, verdict=verdict, is_provisional=provisional, limits=limits)


def _end_of_year(result: Result) -> Fraction:
    """The numerator is population_end - population_start, the denominator population_start."""
    assert result.numerator is not None
    assert result.denominator is not None
    return result.numerator + result.denominator


def mean_growth(ratio: Fraction, years: int) -> Fraction:
    """Give the yearly mean in per cent: the root of that many years, to 30 places."""
    return (Fraction(whole_root(ratio, years), SCALE) - 1) * 100


def whole_root(ratio: Fraction, years: int) -> int:
    """Give the largest whole number whose power is not above ratio × SCALE^years, by halving."""
    goal = ratio * SCALE**years
    low, high = 0, SCALE * 10**9
    while high - low > 1:
        middle = (low + high) // 2
        if middle**years <= goal:
            low = middle
        else:
            high = middle
    return low
