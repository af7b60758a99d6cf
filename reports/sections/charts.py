"""Which results become charts: shares against their targets, and the years of each target."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

from data.gap import Limit
from data.model import IndicatorValue, Number, TargetResult, Verdict
from data.periods import Period
from data.printing import limit_of, printed_target, printed_value
from data.targets import without_repeats
from reports.document import Bar, BarChart, Trend, TrendChart, TrendPoint
from reports.sections.figures import FigureWriter
from reports.sections.wording import period_words
from reports.texts import text

T = TypeVar("T")

Series = Sequence[tuple[int, IndicatorValue]]

FEWEST_YEARS = 3
MOST_BARS, MOST_TRENDS = 20, 18
"""Rows that still fit on one page, whatever their names."""
_MET = {Verdict.MET: True, Verdict.NOT_MET: False}


def bar_charts(results: Sequence[TargetResult], period: Period, writer: FigureWriter) -> list[BarChart]:
    """Results in per cent beside their targets, on as few charts as fit on pages."""
    bars = [
        _bar(group, writer)
        for group in _groups(results)
        if _has_bar(group[0], writer) and any(_numbers(result) for result in group)
    ]
    caption = text("charts.bars", period=period_words(period))
    return [BarChart(caption=words, unit="%", bars=tuple(part)) for words, part in _parts(bars, MOST_BARS, caption)]


def _groups(results: Sequence[TargetResult]) -> list[list[TargetResult]]:
    """Results that compare the same indicator (several horizons), without those that do not bind the station."""
    groups: dict[tuple[str, str], list[TargetResult]] = {}
    for result in without_repeats(results):
        if result.verdict is not Verdict.NOT_APPLICABLE:
            groups.setdefault((result.target.indicator, result.value.indicator), []).append(result)
    return list(groups.values())


def _has_bar(result: TargetResult, writer: FigureWriter) -> bool:
    value = result.value
    return value.value is not None and writer.indicator(value).unit == "%" and not writer.is_hidden(value)


def _numbers(result: TargetResult) -> tuple[Number, ...]:
    """What a target draws its lines at; nothing for a comparison with last year."""
    limit = limit_of(result)
    if limit is None or result.previous is not None:
        return ()
    return (limit.value,) if limit.high is None else (limit.value, limit.high)


def _target_words(group: Sequence[TargetResult], writer: FigureWriter) -> str:
    """The targets that the chart draws, as printed; with their years where there are several."""
    group = [result for result in group if _numbers(result)] or group
    own = writer.calculator.catalogue.indicators[group[0].target.indicator]
    printed = [printed_target(result.target, own) for result in group]
    if len(set(printed)) == 1:
        return printed[0]
    years = (result.target.horizon.year for result in group)
    return "; ".join(
        text("charts.target_at", target=words, year=year) for words, year in zip(printed, years, strict=True)
    )


def _bar(group: Sequence[TargetResult], writer: FigureWriter) -> Bar:
    value = group[0].value
    judged = [_MET[result.verdict] for result in group if result.verdict in _MET]
    limit = next((limit_of(result) for result in group if result.verdict in _MET), limit_of(group[0]))
    return Bar(
        label=writer.indicator(value).name_vi,
        value=value.value if value.value is not None else 0,
        printed=writer.result_text(value, limit),
        targets=tuple(dict.fromkeys(number for result in group for number in _numbers(result))),
        printed_target=_target_words(group, writer),
        is_met=all(judged) if judged else None,
    )


def trend_charts(
    results: Sequence[TargetResult], series: Mapping[str, Series], period: Period, writer: FigureWriter
) -> list[TrendChart]:
    """A small line for what targets compare, where there are three or more years of figures."""
    trends = []
    for group in _groups(results):
        first = group[0]
        if writer.indicator(first.value).unit == "boolean":
            continue
        limit = limit_of(first) if _numbers(first) else None
        points = _points(series.get(first.target.id, ()), limit, writer)
        if sum(point.value is not None for point in points) >= FEWEST_YEARS:
            trends.append(_trend(group, points, writer))
    key = "charts.trends_years" if period.is_year else "charts.trends"
    caption = text(key, period=period_words(period))
    return [TrendChart(caption=words, trends=tuple(part)) for words, part in _parts(trends, MOST_TRENDS, caption)]


def _trend(group: Sequence[TargetResult], points: tuple[TrendPoint, ...], writer: FigureWriter) -> Trend:
    indicator = writer.indicator(group[0].value)
    names_unit = indicator.unit_vi in indicator.name_vi
    return Trend(
        title=indicator.name_vi if names_unit else f"{indicator.name_vi} ({indicator.unit_vi})",
        points=points,
        targets=tuple(dict.fromkeys(number for result in group for number in _numbers(result))),
        printed_target=_target_words(group, writer),
    )


def _points(series: Series, limit: Limit | None, writer: FigureWriter) -> tuple[TrendPoint, ...]:
    """The years from the first one with a figure on; hidden figures are gaps."""
    points: list[TrendPoint] = []
    for year, value in series:
        shown = None if writer.is_hidden(value) else value.value
        if points or shown is not None:
            printed = printed_value(writer.indicator(value), value, limit)
            printed = text("table.hidden") if writer.is_hidden(value) else printed
            points.append(TrendPoint(year=year, value=shown, printed=printed))
    return tuple(points)


def _parts(items: list[T], most: int, caption: str) -> list[tuple[str, list[T]]]:
    """About equally many items on each chart."""
    if not items:
        return []
    count = -(-len(items) // most)
    size = -(-len(items) // count)
    parts = [items[start : start + size] for start in range(0, len(items), size)]
    if len(parts) == 1:
        return [(caption, parts[0])]
    return [
        (text("charts.part", caption=caption, part=index, parts=len(parts)), part)
        for index, part in enumerate(parts, start=1)
    ]
