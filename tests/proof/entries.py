"""The entries that ``indicators --format json`` must give, made by the oracle, and how they are compared.

Source: CONTRACT section 2, indicators; PRODUCT section 7 (at least 12 significant digits).
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction

from tests.proof.averages import judge_average
from tests.proof.definitions import Definitions, Indicator, Plan
from tests.proof.figures import Cells
from tests.proof.oracle import Result, evaluate
from tests.proof.paper import Limits, printed
from tests.proof.spans import read_period
from tests.proof.verdicts import Judgement, Situation, Target, judge

NUMBERS = ("numerator", "denominator", "value", "provisional")
Expected = dict[str, object]


def expected_indicator_entries(definitions: Definitions, cells: Cells, period: str) -> Iterator[Expected]:
    """Give an entry for each indicator and category: total, and both sexes where named."""
    for indicator in definitions.indicators.values():
        for category in ("total", "male", "female") if indicator.by_sex else ("total",):
            result = evaluate(definitions, cells, indicator.code, period, category)
            yield {"category": category, **_figures(indicator, period, result, ())}


def expected_target_entries(situation: Situation, plan: Plan, period: str) -> Iterator[Expected]:
    """Give an entry for each target; each_sex targets add male and female."""
    for target in plan.targets:
        judgement = held_against(situation, plan, target, period)
        compared = judgement.compared
        indicator = situation.definitions.indicators[compared.indicator]
        about: Expected = {
            "target": target["id"],
            "clause": target["clause"],
            "operator": compared.operator,
            "target_value": compared.value,
        }
        yield {
            **about,
            "category": "total",
            **_figures(indicator, period, judgement.result, judgement.limits),
            "missing": judgement.missing,
            "verdict": judgement.verdict,
            "provisional_verdict": judgement.is_provisional,
            "gap": None if judgement.gap is None else str(judgement.gap),
            "repeats": first_of_repeated(plan, target),
            "yardstick": True if compared.is_yardstick else None,
        }
        for category, result in zip(("male", "female"), judgement.by_sex, strict=False):
            figures = _figures(indicator, period, result, judgement.limits)
            yield {**about, "category": category, **figures, "verdict": None}


def held_against(situation: Situation, plan: Plan, target: Target, period: str) -> Judgement:
    """Judge a target by the clause its horizon asks for."""
    if target["horizon"]["kind"] == "period_average":
        return judge_average(situation, plan, target, period)
    return judge(situation, plan, target, period)


def first_of_repeated(plan: Plan, target: Target) -> str | None:
    """Give the id of the target that this one repeats (CONTRACT V7)."""
    for other in plan.targets:
        same_indicator = other["indicator"] == target["indicator"]
        if same_indicator and other["clause"] == target.get("repeats_clause"):
            return str(other["id"])
    return None


def _figures(indicator: Indicator, period: str, result: Result, limits: Limits) -> Expected:
    asked = read_period(period)
    earlier = (result.span.year, result.span.first) < (asked.year, asked.first)
    return {
        "indicator": indicator.code,
        "period": period,
        "unit": indicator.unit,
        "status": result.status,
        "numerator": result.numerator,
        "denominator": result.denominator,
        "value": result.value,
        "printed": printed(result.status, result.value, indicator.decimals, limits, result.choice),
        "missing": result.missing,
        "reported": result.reported,
        "provisional": result.provisional,
        "from": f"{result.span.year}{result.span.first:02d}" if earlier else None,
    }


def differences(expected: Mapping[str, object], entry: Mapping[str, object]) -> list[str]:
    """List the keys on which an entry differs from what the oracle expects."""
    found = []
    for key, wanted in expected.items():
        given = entry.get(key)
        if key in NUMBERS:
            is_same = same_number(wanted, given)
        elif key == "missing":
            is_same = isinstance(given, list) and set(given) == wanted
        elif key == "target_value" and wanted is not None and given is not None:
            is_same = given == wanted or Decimal(str(given)) == Decimal(str(wanted))
        else:
            is_same = given == wanted
        if not is_same:
            found.append(f"{key}: expected {wanted!r}, got {given!r}")
    return found


def same_number(wanted: object, given: object) -> bool:
    """Compare an exact number with its decimal text: equal, or right to 12 significant digits."""
    if not isinstance(wanted, Fraction) or not isinstance(given, str):
        return wanted is None and given is None
    text = Fraction(given)
    if text == wanted:
        return True
    digits = len(Decimal(given).as_tuple().digits)
    return not terminates(wanted) and digits >= 12 and abs(text - wanted) * 10**12 <= abs(wanted)


def terminates(number: Fraction) -> bool:
    """Say whether a number has a last decimal; a mean to 30 places counts as one that has not."""
    rest = number.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    return rest == 1 and number.denominator < 10**15
