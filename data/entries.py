"""Results as plain entries with text alone, in the form that other programs read (``indicators --format json``).

Source: PRODUCT section 7 and CONTRACT section 2, indicators.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from data.calculation import Calculator
from data.catalogue.content import Catalogue
from data.model import IndicatorValue, Number, TargetResult, Verdict
from data.numbers import exact_text
from data.periods import Period
from data.printing import limit_of, printed_target, printed_value

EntryValue = str | bool | list[str] | None
Entry = dict[str, EntryValue]

KEYS = (
    "indicator",
    "period",
    "org_unit",
    "category",
    "numerator",
    "denominator",
    "value",
    "unit",
    "printed",
    "status",
    "missing",
    "reported",
    "provisional",
    "from",
)
"""Keys of every entry, in order."""

TARGET_KEYS = (
    "target",
    "clause",
    "operator",
    "target_value",
    "printed_target",
    "verdict",
    "provisional_verdict",
    "gap",
)
"""Keys that an entry of a target has as well; ``repeats`` and ``yardstick`` stand only where they hold."""


def indicator_entries(calculator: Calculator, period: Period, org_unit: str) -> list[Entry]:
    """One entry for each indicator and category, in catalogue order.

    ``total`` always; ``male`` and ``female`` where the catalogue's disaggregation names sex.
    """
    catalogue = calculator.catalogue
    return [
        _entry(catalogue, calculator.value(indicator.code, period, category), org_unit, None)
        for indicator in catalogue.indicators.values()
        for category in (("total", "male", "female") if indicator.by_sex else ("total",))
    ]


def target_entries(catalogue: Catalogue, results: Iterable[TargetResult], org_unit: str) -> list[Entry]:
    """One entry for each target, in the order of the results, repeated targets too.

    A target that binds each sex adds ``male`` and ``female`` with gaps of their own; the verdict
    stands at ``total``.
    """
    entries = []
    for result in results:
        entries.append(_total_entry(catalogue, result, org_unit))
        gaps: Sequence[int | None] = result.gaps_by_sex or (None,) * len(result.by_sex)
        for value, gap in zip(result.by_sex, gaps, strict=True):
            entry = _entry(catalogue, value, org_unit, result)
            entries.append(entry | _target_part(catalogue, result, None, gap))
    return entries


def _total_entry(catalogue: Catalogue, result: TargetResult, org_unit: str) -> Entry:
    entry = _entry(catalogue, result.value, org_unit, result)
    if result.verdict is Verdict.MISSING:  # of both sexes and of last year, where they count
        entry["missing"] = list(result.missing)
    return entry | _target_part(catalogue, result, result.verdict, result.gap)


def _entry(catalogue: Catalogue, value: IndicatorValue, org_unit: str, result: TargetResult | None) -> Entry:
    indicator = catalogue.indicators[value.indicator]
    return {
        "indicator": value.indicator,
        "period": value.period.code,
        "org_unit": org_unit,
        "category": value.category,
        "numerator": _text(value.numerator),
        "denominator": _text(value.denominator),
        "value": _text(value.value),
        "unit": indicator.unit,
        "printed": printed_value(indicator, value, None if result is None else limit_of(result)),
        "status": value.status.value,
        "missing": list(value.missing),
        "reported": None if value.reported is None else f"{value.reported[0]}/{value.reported[1]}",
        "provisional": _text(value.provisional),
        "from": value.counted_from or None,
    }


def _target_part(catalogue: Catalogue, result: TargetResult, verdict: Verdict | None, gap: int | None) -> Entry:
    target = result.target
    part: Entry = {
        "target": target.id,
        "clause": target.clause,
        "operator": result.operator,
        "target_value": _text(result.target_value) or result.target_choice,
        "printed_target": printed_target(target, catalogue.indicators[target.indicator]),
        "verdict": None if verdict is None else verdict.value,
        "provisional_verdict": verdict is not None and result.is_provisional,
        "gap": None if gap is None else str(gap),
    }
    if result.repeats:
        part["repeats"] = result.repeats
    if result.is_yardstick:
        part["yardstick"] = True
    return part


def _text(value: Number | None) -> str | None:
    return None if value is None else exact_text(value)
