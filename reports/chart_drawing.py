"""What stands where on a chart: bars beside their targets, lines of years; in millimetres on a bare Figure.

Grey-proof: results that miss are hatched, targets are marked lines, every value stands in figures beside its mark.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reports.document import Bar, BarChart, Trend, TrendChart
from reports.pdf.chart_rows import BAR_LEFT, LEGEND, RESULT_RIGHT, TREND_LABEL, TREND_TARGET, WIDTH, RowWords, width
from reports.sparklines import draw_sparkline, years_of
from reports.texts import text

if TYPE_CHECKING:
    from reports.charts import Plate

BAR = 4.4
BAR_RIGHT = 124.0
YEAR = 12.0


def draw_bars(plate: Plate, chart: BarChart, bars: Sequence[Bar], rows: Sequence[RowWords]) -> None:
    """Results as bars with their targets as upright marks; one scale for all parts of a chart."""
    highest = max([100, *(max(bar.value, *bar.targets) for bar in chart.bars)])
    scale = (BAR_RIGHT - BAR_LEFT) / float(highest)
    bottom = LEGEND + sum(row.height for row in rows)
    _draw_legend(plate, chart)
    step = 25 if highest <= 125 else 50 if highest <= 300 else 100 * -(-int(highest) // 500)
    for tick in range(0, int(highest) + 1, step):
        x = BAR_LEFT + tick * scale
        plate.line([x, x], [LEGEND, bottom], color="0.75", linewidth=0.3, zorder=0)
        plate.write(x, bottom + 4.2, f"{tick}{chart.unit}", ha="center", color="0.25")
    y = LEGEND
    for bar, row in zip(bars, rows, strict=True):
        _draw_bar(plate, (bar, row), y + row.height / 2, scale)
        y += row.height
    plate.line([BAR_LEFT, BAR_LEFT], [LEGEND, bottom], linewidth=0.6)


def _draw_bar(plate: Plate, given: tuple[Bar, RowWords], middle: float, scale: float) -> None:
    bar, row = given
    plate.write_lines(0, middle, row.label)
    top = middle - BAR / 2
    plate.rectangle(BAR_LEFT, top, max(float(bar.value), 0) * scale, bar.is_met)
    for target in bar.targets:
        draw_mark(plate, BAR_LEFT + float(target) * scale, top)
    plate.write_lines(RESULT_RIGHT, middle, [bar.printed], ha="right", fontweight="bold")
    plate.write_lines(WIDTH, middle, row.target, ha="right")


def draw_mark(plate: Plate, x: float, top: float) -> None:
    """An upright mark that stands out of a bar, white around it."""
    plate.line([x, x], [top - 0.9, top + BAR + 0.9], linewidth=2.6, color="white")
    plate.line([x, x], [top - 0.9, top + BAR + 0.9], linewidth=1.6)


def _draw_legend(plate: Plate, chart: BarChart) -> None:
    x, top = 0.0, 0.4
    judged = {bar.is_met for bar in chart.bars}
    for is_met, key in ((True, "met"), (False, "not_met"), (None, "open")):
        if is_met in judged:
            words = text(f"chart.{key}")
            plate.rectangle(x, top, 7, is_met)
            plate.write(x + 8.5, top + 3.3, words)
            x += 11 + width(words)
    plate.line([x + 1, x + 1], [top - 0.4, top + BAR + 0.4], linewidth=1.6)
    plate.write(x + 3, top + 3.3, text("chart.target_mark"))
    plate.write(RESULT_RIGHT, top + 3.3, text("chart.result"), ha="right", fontweight="bold")
    plate.write(WIDTH, top + 3.3, text("chart.target"), ha="right")


def draw_trends(plate: Plate, chart: TrendChart, trends: Sequence[Trend], rows: Sequence[RowWords]) -> None:
    """Years as small lines, with all their figures in columns beside them."""
    years = years_of(chart.trends)
    right = WIDTH - TREND_TARGET - 2
    columns = {year: right - (len(years) - 1 - index) * YEAR for index, year in enumerate(years)}
    spark = (TREND_LABEL + 3, right - len(years) * YEAR - 1)
    _draw_trend_head(plate, columns, spark)
    y = LEGEND
    for trend, row in zip(trends, rows, strict=True):
        plate.line([0, WIDTH], [y, y], color="0.75", linewidth=0.3, zorder=0)
        middle = y + row.height / 2
        plate.write_lines(0, middle, row.label)
        plate.write_lines(WIDTH, middle, row.target, ha="right")
        draw_sparkline(plate, trend, years, (*spark, y + 1.8, y + row.height - 1.8))
        for point in trend.points:
            weight = "bold" if point.year == years[-1] else "normal"
            plate.write_lines(columns[point.year], middle, [point.printed], ha="right", fontweight=weight)
        y += row.height


def _draw_trend_head(plate: Plate, columns: dict[int, float], spark: tuple[float, float]) -> None:
    y, left = 4.4, spark[0]
    plate.line([0, 8], [y - 1.1, y - 1.1], linewidth=1.2, marker="o", markersize=3, markerfacecolor="black")
    plate.write(10, y, text("chart.result").lower())
    plate.line([24, 32], [y - 1.1, y - 1.1], linewidth=0.8, dashes=(4, 2))
    plate.write(34, y, text("chart.target_mark"))
    plate.write((left + spark[1]) / 2, y, f"{min(columns)}–{max(columns)}", ha="center")
    for year, x in columns.items():
        plate.write(x, y, str(year), ha="right", fontweight="bold" if year == max(columns) else "normal")
    plate.write(WIDTH, y, text("chart.target"), ha="right")
