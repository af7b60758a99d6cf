"""A target held against a period: scope, level, horizon, comparison, verdict, gap.

Source: CONTRACT section 1, V1 to V7.
"""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from tests.proof.definitions import Block, Definitions, Indicator, Plan
from tests.proof.figures import Cells
from tests.proof.formula import is_plain_sum, names_in
from tests.proof.oracle import Result, evaluate
from tests.proof.spans import read_period

FAR = 4_000  # steps the search for the gap takes at most; the made-up figures are small
Target = Block
Comparison = Callable[[Fraction], bool]


@dataclass(frozen=True)
class Choice:
    """What a person decided: an operator for ``ask``, a verdict for ``manual`` and a period."""

    target: str
    period: str = ""
    operator: str = ""
    value: str = ""
    high: str = ""
    verdict: str = ""


@dataclass(frozen=True)
class Situation:
    """Everything a target is held against: definitions, cells, place, decisions."""

    definitions: Definitions
    cells: Cells
    place: str
    place_kind: str
    zone_as: str = ""
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True)
class Compared:
    """What is compared with what: the indicator, the operator and the limits."""

    indicator: str
    operator: str
    value: str | None
    high: str | None = None
    is_yardstick: bool = False


@dataclass(frozen=True)
class Judgement:
    """What the contract says of a target and a period."""

    compared: Compared
    result: Result
    verdict: str
    is_provisional: bool
    gap: int | None
    missing: frozenset[str]
    by_sex: tuple[Result, ...] = ()
    limits: tuple[Fraction, ...] = ()


# --- what is compared (V3, V4, V5) ---------------------------------------------------------------


def what_is_compared(target: Target, choices: tuple[Choice, ...]) -> Compared:
    """Give the indicator, operator and limits: the yardstick's, else the target's own.

    Source: CONTRACT V3, V5; V4 for each_village (judged by vhw_village_coverage_pct = 100).
    """
    yardstick = target.get("station_yardstick")
    if yardstick is not None:
        return Compared(yardstick["indicator"], yardstick["operator"], yardstick["value"], is_yardstick=True)
    if target["scope"]["kind"] == "each_village":
        return Compared("vhw_village_coverage_pct", "=", "100")
    operator = target["compare_as"]
    value = target.get("compare_value")
    high = target.get("compare_high")
    if operator == "ask":
        for choice in choices:
            if choice.target == target["id"] and choice.operator:
                return Compared(target["indicator"], choice.operator, choice.value or value, choice.high or None)
    return Compared(target["indicator"], operator, value, high)


def comparison_with(compared: Compared, last_year: Fraction | None) -> Comparison | None:
    """Give the test a value must pass; None when there is nothing to compare with.

    Source: CONTRACT V3. Strict operators stay strict.
    """
    operator = compared.operator
    if operator == "increase":
        return None if last_year is None else lambda value: value > last_year
    if operator == "decrease":
        return None if last_year is None else lambda value: value < last_year
    if operator in ("ask", "manual") or compared.value is None:
        return None
    try:
        limit = Fraction(compared.value)
    except ValueError:  # a choice's code, compared as text
        return None
    if operator == "between":
        assert compared.high is not None
        high = Fraction(compared.high)
        return lambda value: limit <= value <= high
    tests: dict[str, Callable[[Fraction], bool]] = {
        ">=": lambda value: value >= limit,
        ">": lambda value: value > limit,
        "<=": lambda value: value <= limit,
        "<": lambda value: value < limit,
        "=": lambda value: value == limit,
    }
    return tests[operator]


def limits_of(compared: Compared, result: Result, last_year: Fraction | None) -> tuple[Fraction, ...]:
    """Give the figures that the printed one must stand on the right side of (P9)."""
    if compared.operator in ("increase", "decrease"):
        return () if last_year is None or last_year == result.value else (last_year,)
    if compared.operator in ("ask", "manual"):
        return ()
    texts = [text for text in (compared.value, compared.high) if text is not None]
    try:
        return tuple(Fraction(text) for text in texts)
    except ValueError:  # a choice's code
        return ()


# --- scope (V4) ----------------------------------------------------------------------------------


def scope_binds(target: Target, situation: Situation) -> bool | None:
    """Say whether a target binds this station; None while a đặc khu has not been answered."""
    scope = target["scope"]
    if scope["kind"] in ("urban", "rural"):
        zone = zone_of(situation)
        return None if zone is None else zone == scope["kind"]
    if scope["kind"] == "named_communes":
        return bare_name(situation.place) in [bare_name(name) for name in scope["communes"]]
    return True


def zone_of(situation: Situation) -> str | None:
    """Urban is phường and thị trấn, rural is xã; a đặc khu is asked once."""
    if situation.place_kind == "dac_khu":
        return situation.zone_as or None
    return "rural" if situation.place_kind == "xa" else "urban"


def bare_name(place: str) -> str:
    """Give a commune's name without its kind, NFC, case ignored."""
    text = unicodedata.normalize("NFC", place).casefold().strip()
    for kind in ("xã ", "phường ", "thị trấn ", "đặc khu "):
        if text.startswith(kind):
            return text[len(kind) :].strip()
    return text


# --- horizon (V2) --------------------------------------------------------------------------------


def is_due(plan: Plan, target: Target, period: str) -> bool:
    """Say whether a target is judged in a period's year."""
    horizon = target["horizon"]
    year = read_period(period).year
    if horizon["kind"] == "at_year":
        return year >= int(horizon["year"])
    return year >= plan.first_year


def is_shorter_than_a_year(period: str) -> bool:
    """Say whether a verdict is only "tính đến hết …"."""
    return len(period) > 4


# --- gap (V6) ------------------------------------------------------------------------------------


def smallest_change(
    definitions: Definitions, indicator: Indicator, result: Result, comparison: Comparison
) -> int | None:
    """Give the smallest whole change of the numerator that turns the verdict, by trying them all.

    Source: CONTRACT V6: 0 when met; null when the numerator is no plain sum of counts, for a ratio
    of two groups, or when no change within 0 and, in a share, the denominator, turns it.
    """
    if not _is_count(definitions, indicator) or result.numerator is None:
        return None
    for k in range(FAR):
        for change in (k, -k):
            if _would_pass(indicator, result, comparison, change):
                return k
    return None


def _is_count(definitions: Definitions, indicator: Indicator) -> bool:
    names = names_in(indicator.numerator)
    counts = all(definitions.elements[name].value_type == "integer" for name in names)
    ratio_of_groups = indicator.unit == "ratio_per_100_girls"
    is_number = indicator.value_type == "number"
    return is_number and counts and is_plain_sum(indicator.numerator) and not ratio_of_groups


def _would_pass(indicator: Indicator, result: Result, comparison: Comparison, change: int) -> bool:
    assert result.numerator is not None
    numerator = result.numerator + change
    if change < 0 and numerator < 0:
        return False
    if result.denominator is None:
        return bool(comparison(numerator * indicator.factor))
    if change > 0 and indicator.unit == "%" and numerator > result.denominator:
        return False
    return bool(comparison(numerator / result.denominator * indicator.factor))


# --- verdict (V1 to V5) --------------------------------------------------------------------------


def judge(situation: Situation, plan: Plan, target: Target, period: str) -> Judgement:
    """Hold a target against a period."""
    compared = what_is_compared(target, situation.choices)
    result = evaluate(situation.definitions, situation.cells, compared.indicator, period)
    last_year, missing_before = _last_year(situation, compared, period)
    comparison = comparison_with(compared, last_year)
    by_sex = _sexes(situation, target, period)
    verdict = early_verdict(situation, plan, target, period)
    gap = _gap(situation, compared, result, comparison, by_sex)
    if verdict is None:
        verdict = _decided(situation, target, period)
    if verdict is None and by_sex:
        verdict = _verdict_of_both(by_sex, comparison)
    if verdict is None:
        verdict = _verdict_of_one(compared, result, comparison)
    if verdict not in ("met", "not_met", "not_due"):
        gap = None
    missing = result.missing
    if verdict == "missing":
        parts = frozenset(name for sex in by_sex for name in sex.missing)
        missing = parts if by_sex else result.missing | missing_before
    provisional = verdict in ("met", "not_met") and is_shorter_than_a_year(period)
    return Judgement(
        compared, result, verdict, provisional, gap, missing, by_sex, limits_of(compared, result, last_year)
    )


def early_verdict(situation: Situation, plan: Plan, target: Target, period: str) -> str | None:
    """Give the verdict that stands before any figure is looked at, else None."""
    binds = scope_binds(target, situation)
    if binds is None:
        return "undecided"
    if not binds:
        return "not_applicable"
    yardstick = target.get("station_yardstick")
    if target["level"] != "station" and yardstick is None:
        return "not_station_level"
    if yardstick is not None and yardstick.get("verdict") is False:
        return "undecided"
    if not is_due(plan, target, period):
        return "not_due"
    return None


def _decided(situation: Situation, target: Target, period: str) -> str | None:
    """V3, manual: what a person wrote for this target and period."""
    if target["compare_as"] != "manual":
        return None
    for choice in situation.choices:
        if (choice.target, choice.period) == (target["id"], period) and choice.verdict:
            return choice.verdict
    return None


def _verdict_of_one(compared: Compared, result: Result, comparison: Comparison | None) -> str:
    if result.status != "ok":
        return result.status
    if compared.operator in ("ask", "manual"):
        return "undecided"
    if result.choice is not None:
        return "met" if result.choice == compared.value else "not_met"
    if comparison is None:  # increase and decrease without last year's value
        return "missing"
    assert result.value is not None
    return "met" if comparison(result.value) else "not_met"


def _verdict_of_both(by_sex: tuple[Result, ...], comparison: Comparison | None) -> str:
    """V4, each_sex: both sexes one by one."""
    states = [sex.status for sex in by_sex]
    if "missing" in states:
        return "missing"
    if states == ["not_applicable", "not_applicable"]:
        return "not_applicable"
    if "no_denominator" in states:
        return "no_denominator"
    values = [sex.value for sex in by_sex if sex.value is not None]  # one "–": the other decides
    assert comparison is not None
    return "met" if all(comparison(value) for value in values) else "not_met"


def _sexes(situation: Situation, target: Target, period: str) -> tuple[Result, ...]:
    if target["scope"]["kind"] != "each_sex":
        return ()
    indicators = target["scope"]["indicators"]
    return tuple(evaluate(situation.definitions, situation.cells, indicator, period) for indicator in indicators)


def _last_year(situation: Situation, compared: Compared, period: str) -> tuple[Fraction | None, frozenset[str]]:
    """V3: the same period of last year, for increase and decrease."""
    if compared.operator not in ("increase", "decrease"):
        return None, frozenset()
    before = f"{int(period[:4]) - 1}{period[4:]}"
    result = evaluate(situation.definitions, situation.cells, compared.indicator, before)
    missing = frozenset(name if "@" in name else f"{name}@{before}" for name in result.missing)
    return result.value, missing


def _gap(
    situation: Situation,
    compared: Compared,
    result: Result,
    comparison: Comparison | None,
    by_sex: tuple[Result, ...],
) -> int | None:
    if comparison is None:
        return None
    indicator = situation.definitions.indicators[compared.indicator]
    held = [sex for sex in by_sex if sex.status != "not_applicable"] if by_sex else [result]
    gaps = [
        smallest_change(situation.definitions, indicator, one, comparison) if one.status == "ok" else None
        for one in held
    ]
    known = [gap for gap in gaps if gap is not None]
    return sum(known) if known and len(known) == len(gaps) else None
