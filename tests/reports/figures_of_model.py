"""What a report on targets must print, worked out of the engine's results by the functions that print single figures.

Nothing of ``reports.sections`` is asked: each row, bar and line is put together here once more, as figures without
their words, and what differs is said.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import zip_longest
from types import MappingProxyType
from typing import NamedTuple

from data.aggregation import NotApplicableType
from data.assessment.rural import RuralResult
from data.calculation import Calculator
from data.definitions import Indicator, Level, ValueType
from data.gap import Limit
from data.model import IndicatorValue, Number, Status, TargetResult, Verdict
from data.numbers import format_number
from data.periods import Period, PeriodType, parse_period
from data.plan_definitions import Plan
from data.printing import gap_of, limit_of, printed_number, printed_target, printed_value, with_unit
from data.targets import clauses_of, without_repeats
from reports.document import BarChart, Paragraph, ParagraphKind, ReportDocument, Row, Table, Trend, TrendChart
from tests.reports.figures_on_paper import Figures, figures, texts_of

_JUDGED = (Verdict.MET, Verdict.NOT_MET)
_CODE = re.compile(r"[a-z]\w*")
_CONSTANT = re.compile(r"\d+(?:\.\d+)?")
_COUNT_DECIMALS = 2
TARGETS = 8
"""Columns of the table."""


class Model(NamedTuple):
    """What the engine says of a report.

    Attributes:
        hides: Whether counts from 1 to 4 of confidential indicators are held back.
        plan: None for a new-rural set, whose results stand in ``rural``.
        grounds: What else may stand beside a name: comments that somebody typed.
        appraised: Data element and year -> comment of a figure that comes from a recognised appraisal.
    """

    calculator: Calculator
    period: Period
    results: Sequence[TargetResult]
    hides: bool
    plan: Plan | None = None
    rural: Sequence[RuralResult] = ()
    grounds: Sequence[str] = ()
    appraised: Mapping[tuple[str, str], str] = MappingProxyType({})

    def indicator(self, value: IndicatorValue) -> Indicator:
        """The indicator of a value."""
        return self.calculator.catalogue.indicators[value.indicator]


def complaints(document: ReportDocument, model: Model) -> list[str]:
    """Every row, bar, line and sentence whose figures are not the model's."""
    found = [*_of_rows(document, model), *_of_charts(document, model), *_of_sentences(document, model)]
    if document.appendices:
        (annex,) = (block for block in document.appendices[0].blocks if isinstance(block, Table))
        found += _compared("annex", [_by_cell(row) for row in annex.rows], list(_annex(model)))
    return found


# --- the table of targets ------------------------------------------------------------------------------------------


def _of_rows(document: ReportDocument, model: Model) -> Iterator[str]:
    table = next(each for each in document.blocks if isinstance(each, Table) and len(each.columns) == TARGETS)
    if model.plan is not None:
        kept = without_repeats(model.results)
        rows = [_target_row(number, result, model) for number, result in enumerate(kept, start=1)]
    else:
        rows = [_rural_row(number, each, model) for number, each in enumerate(model.rural, start=1)]
    yield from _compared("targets", [_by_cell(row) for row in table.rows], rows)


def _compared(name: str, printed: Sequence[object], expected: Sequence[object]) -> Iterator[str]:
    for number, pair in enumerate(zip_longest(printed, expected), start=1):
        if pair[0] != pair[1]:
            yield f"{name} {number}: {pair[0]} is not {pair[1]}"


def _by_cell(row: Row) -> list[Figures]:
    return [figures(*texts_of(cell)) for cell in row.cells]


def _target_row(number: int, result: TargetResult, model: Model) -> list[Figures]:
    own = model.calculator.catalogue.indicators[result.target.indicator]
    horizon = result.target.horizon
    years = [str(horizon.year)] if horizon.year != model.period.year else []
    if horizon.kind == "period_average" and model.plan is not None:
        years = [f"{model.plan.first_year}", f"{horizon.year}"]
    return [
        figures(str(number)),
        figures(clauses_of(result, model.results)),
        figures(own.name_vi, *_beside_name(result, model)),
        figures(printed_target(result.target, own), *years),
        *_results(result, model),
    ]


def _rural_row(number: int, found: RuralResult, model: Model) -> list[Figures]:
    head = [figures(str(number)), figures(found.indicator.number)]
    if found.result is None:
        return [*head, figures(found.indicator.name_vi), *[Counter[str]()] * 5]
    result = found.result
    own = model.calculator.catalogue.indicators[result.target.indicator]
    grounds = model.grounds if result.value.value is not None and "criteria_score" in _elements(result, model) else ()
    return [
        *head,
        figures(found.indicator.name_vi, *grounds),
        figures(printed_target(result.target, own)),
        *_results(result, model),
    ]


def _results(result: TargetResult, model: Model) -> list[Figures]:
    """Result, fraction, verdict and gap."""
    limit = limit_of(result)
    shown = [_printed(each, limit, model) for each in (result.value, *result.by_sex)]
    if result.verdict is Verdict.NOT_APPLICABLE and result.value.value is None:
        shown = []
    late = str(result.late_year) if result.late_year is not None and result.verdict in _JUDGED else ""
    gap = gap_of(result, model.calculator)
    is_hidden = any(_is_hidden(each, model) for each in (result.value, *result.by_sex))
    beside = _beside(result.value) if shown else []
    return [
        figures(*shown, *beside),
        figures(*_fraction(result.value, model)),
        figures(late),
        figures(gap.number if gap is not None and not is_hidden else ""),
    ]


def _beside_name(result: TargetResult, model: Model) -> Iterator[str]:
    scope = result.target.scope
    if scope.kind == "group" and scope.group_vi.lower() not in model.indicator(result.value).name_vi.lower():
        yield scope.group_vi
    if scope.kind == "named_communes":
        yield from scope.communes
    if result.is_yardstick or result.value.indicator != result.target.indicator:
        yield model.indicator(result.value).name_vi
    if result.decision is not None and result.verdict in _JUDGED:
        yield result.decision.decided_on.strftime("%d/%m/%Y")


def _printed(value: IndicatorValue, limit: Limit | None, model: Model) -> str:
    indicator = model.indicator(value)
    if _is_hidden(value, model):
        return ""
    if value.value is None and value.choice is None and value.provisional is not None:
        return with_unit(indicator, printed_number(value.provisional, indicator.decimals))
    return with_unit(indicator, printed_value(indicator, value, limit))


def _beside(value: IndicatorValue) -> list[str]:
    """Figures of "2/3 tháng" and "số năm 2023"."""
    parts = list(map(str, value.reported)) if value.reported is not None and value.reported[1] > 1 else []
    for code in dict.fromkeys(code for _, code in value.borrowed):
        parts += _period_figures(parse_period(code))
    return parts


def _period_figures(period: Period) -> list[str]:
    month = {PeriodType.MONTH: str(period.last_month), PeriodType.HALF_YEAR: "6", PeriodType.NINE_MONTHS: "9"}
    return [month.get(period.type, ""), str(period.year)]


def _is_hidden(value: IndicatorValue, model: Model) -> bool:
    if not (model.hides and model.indicator(value).confidential):
        return False
    return value.provisional is not None if value.numerator is None else 0 < value.numerator < 5


def _fraction(value: IndicatorValue, model: Model) -> list[str]:
    indicator = model.indicator(value)
    if value.status is Status.NOT_STATION_LEVEL or indicator.unit == "boolean" or value.numerator is None:
        return []
    parts = [value.numerator] if value.denominator is None else [value.numerator, value.denominator]
    return [_count(part, is_hidden=model.hides and indicator.confidential) for part in parts]


def _count(number: Number, *, is_hidden: bool = False) -> str:
    """A count with the decimals it has, two at most."""
    if is_hidden and 0 < number < 5:
        return "5"
    return format_number(
        number, next(decimals for decimals in (0, 1, 2) if decimals == 2 or not number * 10**decimals % 1)
    )


# --- the annex -----------------------------------------------------------------------------------------------------


def _annex(model: Model) -> Iterator[list[Figures]]:
    firsts: dict[str, TargetResult] = {}
    for result in without_repeats(model.results):
        firsts.setdefault(result.value.indicator, result)
    for number, result in enumerate(firsts.values(), start=1):
        value, indicator = result.value, model.indicator(result.value)
        is_own = indicator.level is Level.STATION
        shown = [_printed(value, limit_of(result), model)] if is_own else []
        unit = figures(indicator.unit_vi) if is_own and figures(indicator.unit_vi) else Counter[str]()
        printed = figures(*shown)
        # a long unit stands in the row below, with what stands beside the value
        is_folded = bool(unit) and len("".join(shown)) > 10
        yield [figures(str(number)), figures(indicator.name_vi), printed - unit if is_folded else printed]
        source = indicator.source if indicator.certainty == "official" else ""
        beside = figures(*_beside(value)) if is_own else Counter[str]()
        yield [Counter(), figures(*_formula(indicator, model), source), beside + unit if is_folded else beside]
        is_count = indicator.denominator is None and indicator.factor == 1 and _CODE.fullmatch(indicator.numerator)
        if is_own and not is_count:
            for code in _elements(result, model):
                yield _element(code, value, model)


def _elements(result: TargetResult, model: Model) -> tuple[str, ...]:
    return tuple(model.calculator.formula(result.value.indicator).elements)


def _formula(indicator: Indicator, model: Model) -> Iterator[str]:
    """Names of the data elements as often as they stand in the formula, its constants and its factor."""
    elements = model.calculator.catalogue.data_elements
    for side in filter(None, (indicator.numerator, indicator.denominator)):
        yield from (elements[code].name_vi for code in _CODE.findall(side) if code in elements)
        yield from (_count(Fraction(found)) for found in _CONSTANT.findall(_CODE.sub("", side)))
    if indicator.factor != 1:
        yield _count(indicator.factor)


def _element(code: str, value: IndicatorValue, model: Model) -> list[Figures]:
    element = model.calculator.catalogue.data_elements[code]
    if element.value_type is ValueType.CHOICE:
        return [Counter(), figures(element.name_vi), figures(value.choice or "")]
    found = model.calculator.element(code, value.span, value.category)
    borrowed = _period_figures(parse_period(found.borrowed)) if found.borrowed else []
    shown = []
    if isinstance(found.reading, int | Fraction) and element.value_type is not ValueType.BOOLEAN:
        confidential = (each for each in model.calculator.catalogue.indicators.values() if each.confidential)
        is_hidden = model.hides and any(code in model.calculator.formula(each.code).elements for each in confidential)
        shown = [_count(found.reading, is_hidden=is_hidden), element.unit]
    assert found.reading is None or isinstance(found.reading, int | Fraction | NotApplicableType)
    comment = model.appraised.get((code, found.borrowed or str(value.span.year)), "") if shown else ""
    return [Counter(), figures(element.name_vi, *borrowed, comment), figures(*shown)]


# --- charts and sentences ------------------------------------------------------------------------------------------


def _of_charts(document: ReportDocument, model: Model) -> Iterator[str]:
    for block in document.blocks:
        if isinstance(block, BarChart):
            for bar in block.bars:
                own = [each for each in model.results if model.indicator(each.value).name_vi == bar.label]
                said = {(each.value.value, _printed(each.value, limit_of(each), model)) for each in own}
                asked = {words for each in own for words in _asked(each, model)}
                if (bar.value, bar.printed) not in said or not set(bar.printed_target.split("; ")) <= asked:
                    yield f"bar {bar.label}: {bar.value} {bar.printed} {bar.printed_target}"
        if isinstance(block, TrendChart):
            for trend in block.trends:
                own = [each for each in model.results if trend.title.startswith(model.indicator(each.value).name_vi)]
                if not any(_is_trend(trend, each, model) for each in own):
                    yield f"trend {trend}"


def _asked(result: TargetResult, model: Model) -> tuple[str, str]:
    words = printed_target(result.target, model.calculator.catalogue.indicators[result.target.indicator])
    return words, f"{words} ({result.target.horizon.year})"


def _is_trend(trend: Trend, result: TargetResult, model: Model) -> bool:
    indicator = model.indicator(result.value)
    limit = limit_of(result) if result.previous is None else None
    for point in trend.points:
        value = model.calculator.value(indicator.code, model.period.in_year(point.year))
        if _is_hidden(value, model):
            if point.value is not None or figures(point.printed):
                return False
        elif (point.value, point.printed) != (value.value, printed_value(indicator, value, limit)):
            return False
    return True


def _of_sentences(document: ReportDocument, model: Model) -> Iterator[str]:
    """How many have which verdict, and what is missed by how much."""
    sentences = [block for block in document.blocks if isinstance(block, Paragraph)]
    kept = [each.result for each in model.rural if each.result is not None and each.unknown is None]
    if model.plan is not None:
        kept = without_repeats(model.results)
        everything = [len(model.results)] if len(kept) < len(model.results) else []
        counts = map(str, (*everything, len(kept), *Counter(result.verdict for result in kept).values()))
        wanted = figures(*counts, *_period_figures(model.period))
        if not any(figures(each.text) == wanted for each in sentences):
            yield f"no sentence counts {wanted}"
    points = [figures(each.text) for each in sentences if each.kind is ParagraphKind.POINT]
    missed = [_missed(result, model, kept) for result in kept if result.verdict is Verdict.NOT_MET]
    yield from _compared("missed", points[: len(missed)], missed)
    ahead = [
        _missed(result, model, kept) + figures(str(result.target.horizon.year))
        for result in kept
        if result.verdict is Verdict.NOT_DUE
    ]
    yield from (f"ahead: {each}" for each in points[len(missed) :] if each not in ahead)


def _missed(result: TargetResult, model: Model, kept: Sequence[TargetResult]) -> Figures:
    own = model.calculator.catalogue.indicators[result.target.indicator]
    yardstick = model.indicator(result.value).name_vi if result.value.indicator != own.code else ""
    gap = gap_of(result, model.calculator)
    is_hidden = any(_is_hidden(each, model) for each in (result.value, *result.by_sex))
    return figures(
        own.name_vi,
        clauses_of(result, model.results if model.plan is not None else kept),
        yardstick,
        _printed(result.value, limit_of(result), model),
        printed_target(result.target, own),
        gap.number if gap is not None and not is_hidden else "",
        gap.noun if gap is not None and not is_hidden else "",
    )
