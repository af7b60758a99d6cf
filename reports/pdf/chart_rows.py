"""The rows of a chart before it is drawn: their words broken into lines, their heights, how many fit."""

from __future__ import annotations

from typing import NamedTuple

from reports.document import Bar, BarChart, Chart, ScoreBar, ScoreChart, Trend, TrendChart
from reports.pdf.constants import MM, Style
from reports.pdf.fonts import Cleaner, face
from reports.pdf.wrap import wrap

WIDTH, SIZE = 165.0, 9.5
LINE = SIZE * 1.15 / MM
LEGEND, AXIS, GAP = 8.0, 6.0, 2.0
BAR_ROW, TREND_ROW = 7.2, 9.0
MOST_LINES = 4
BAR_LEFT, RESULT_RIGHT = 64.0, 143.0
TREND_LABEL, TREND_TARGET = 50.0, 24.0


class RowWords(NamedTuple):
    """A row's words broken into lines, and its height."""

    label: list[str]
    target: list[str]
    height: float


def chart_height(chart: Chart, start: int = 0, end: int | None = None) -> float:
    """Height in inches of a chart, or of the rows ``start`` to ``end`` of it, for the full width of the type area."""
    return (LEGEND + sum(row.height for row in rows_of(chart)[start:end]) + _axis(chart)) / 25.4


def _axis(chart: Chart) -> float:
    return 0.0 if isinstance(chart, TrendChart) else AXIS


def items_of(chart: Chart) -> tuple[Bar | Trend | ScoreBar, ...]:
    """What a chart draws in its rows."""
    return chart.trends if isinstance(chart, TrendChart) else chart.bars


def row_count(chart: Chart) -> int:
    """How many rows a chart has."""
    return len(items_of(chart))


def rows_within(chart: Chart, start: int, height: float) -> int:
    """The row behind the last one that still fits into so many inches when the drawing begins with row ``start``."""
    left = height * 25.4 - LEGEND - _axis(chart)
    end = start
    for row in rows_of(chart)[start:]:
        left -= row.height
        if left < 0:
            break
        end += 1
    return end


def rows_of(chart: Chart) -> list[RowWords]:
    """The words and heights of all rows."""
    if isinstance(chart, BarChart):
        return [_row((bar.label, BAR_LEFT - 2.5), (bar.printed_target, WIDTH - RESULT_RIGHT - 1)) for bar in chart.bars]
    if isinstance(chart, ScoreChart):
        return [_row((bar.label, BAR_LEFT - 2.5), (bar.printed_limit, WIDTH - RESULT_RIGHT - 1)) for bar in chart.bars]
    return [_row((trend.title, TREND_LABEL), (trend.printed_target, TREND_TARGET), TREND_ROW) for trend in chart.trends]


def _row(label: tuple[str, float], target: tuple[str, float], least: float = BAR_ROW) -> RowWords:
    lines, targets = fold(*label, MOST_LINES), fold(*target, MOST_LINES)
    return RowWords(lines, targets, max(least, max(len(lines), len(targets)) * LINE + GAP))


def width(words: str) -> float:
    """Width of a chart's text in millimetres."""
    return face("regular").width(words, SIZE) / MM


def fold(words: str, room: float, most: int) -> list[str]:
    """Text in at most so many lines; what does not fit ends in "…"."""
    lines = [line.text for line in wrap(Cleaner().clean(words), Style("regular", SIZE), room * MM)]
    if len(lines) > most:
        lines = [*lines[: most - 1], lines[most - 1].rsplit(" ", 1)[0] + "…"]
    return lines
