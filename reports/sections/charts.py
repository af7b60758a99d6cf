"""Which results become charts: shares against their targets, and the years of each target."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

from data.gap import Limit
from data.model import IndicatorValue, TargetResult, Verdict
from data.periods import Period
from data.printing import limit_of, printed_target, printed_value
from reports.document import Bar, BarChart, Trend, TrendChart, TrendPoint
from reports.sections.figures import FigureWriter
from reports.sections.targets import kept_results
from reports.sections.wording import period_words
from reports.texts import text

T = TypeVar("T")

Series = Sequence[tuple[int, IndicatorValue]]

FEWEST_YEARS = 3
MOST_BARS, MOST_PANELS = 20, 15
_MET = {Verdict.MET: True, Verdict.NOT_MET: False}


def bar_charts(results: Sequence[TargetResult], period: Period, writer: FigureWriter) -> list[BarChart]:
    """Results in per cent beside their targets, on as few charts as fit on pages."""
    bars = [bar for result in kept_results(results) if (bar := _bar(result, writer)) is not None]
    caption = text("charts.bars", period=period_words(period))
    return [BarChart(caption=words, unit="%", bars=tuple(part)) for words, part in _parts(bars, MOST_BARS, caption)]


def _bar(result: TargetResult, writer: FigureWriter) -> Bar | None:
    value, limit = result.value, limit_of(result)
    indicator = writer.indicator(value)
    if value.value is None or limit is None or indicator.unit != "%" or writer.is_hidden(value):
        return None
    if result.previous is not None or result.verdict is Verdict.NOT_APPLICABLE:
        return None
    own = writer.calculator.catalogue.indicators[result.target.indicator]
    return Bar(
        label=indicator.name_vi,
        value=value.value,
        printed=writer.result_text(value, limit),
        target=limit.value,
        target_high=limit.high,
        printed_target=printed_target(result.target, own),
        is_met=_MET.get(result.verdict),
    )


def trend_charts(
    results: Sequence[TargetResult], series: Mapping[str, Series], period: Period, writer: FigureWriter
) -> list[TrendChart]:
    """A small panel for each target with three or more years of figures."""
    trends = []
    for result in kept_results(results):
        if writer.indicator(result.value).unit == "boolean" or result.verdict is Verdict.NOT_APPLICABLE:
            continue
        limit = None if result.previous is not None else limit_of(result)
        points = _points(series.get(result.target.id, ()), limit, writer)
        if sum(point.value is not None for point in points) >= FEWEST_YEARS:
            trends.append(_trend(result, points, writer))
    caption = text("charts.trends", period=period_words(period))
    return [TrendChart(caption=words, trends=tuple(part)) for words, part in _parts(trends, MOST_PANELS, caption)]


def _trend(result: TargetResult, points: tuple[TrendPoint, ...], writer: FigureWriter) -> Trend:
    limit = None if result.previous is not None else limit_of(result)
    own = writer.calculator.catalogue.indicators[result.target.indicator]
    indicator = writer.indicator(result.value)
    return Trend(
        title=f"{indicator.name_vi} ({indicator.unit_vi})",
        unit=indicator.unit_vi,
        points=points,
        target=None if limit is None else limit.value,
        target_high=None if limit is None else limit.high,
        printed_target=printed_target(result.target, own),
        target_year=result.target.horizon.year,
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
