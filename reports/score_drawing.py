"""Points of criteria as bars, each inside the outline of its most points; in millimetres on a bare Figure.

Grey-proof: criteria below their least are hatched, open ones white, and every figure stands beside its bar.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from reports.chart_drawing import BAR, BAR_RIGHT, draw_mark
from reports.document import ScoreBar, ScoreChart
from reports.pdf.chart_rows import BAR_LEFT, LEGEND, RESULT_RIGHT, WIDTH, RowWords, width
from reports.texts import text

if TYPE_CHECKING:
    from reports.charts import Plate

TICKS = (1, 2, 5, 10, 20, 25, 50, 100)
MOST_TICKS = 6


def draw_scores(plate: Plate, chart: ScoreChart, bars: Sequence[ScoreBar], rows: Sequence[RowWords]) -> None:
    """Criteria one below the other, on one scale of points for all parts of a chart."""
    highest = max(bar.most for bar in chart.bars) or 1
    scale = (BAR_RIGHT - BAR_LEFT) / float(highest)
    bottom = LEGEND + sum(row.height for row in rows)
    _draw_legend(plate, chart)
    step = next((tick for tick in TICKS if Fraction(highest) / tick <= MOST_TICKS), TICKS[-1])
    for tick in range(0, int(highest) + 1, step):
        x = BAR_LEFT + tick * scale
        plate.line([x, x], [LEGEND, bottom], color="0.75", linewidth=0.3, zorder=0)
        plate.write(x, bottom + 4.2, str(tick), ha="center", color="0.25")
    y = LEGEND
    for bar, row in zip(bars, rows, strict=True):
        _draw_bar(plate, (bar, row), y + row.height / 2, scale)
        y += row.height
    plate.line([BAR_LEFT, BAR_LEFT], [LEGEND, bottom], linewidth=0.6)


def _draw_bar(plate: Plate, given: tuple[ScoreBar, RowWords], middle: float, scale: float) -> None:
    bar, row = given
    plate.write_lines(0, middle, row.label)
    top = middle - BAR / 2
    plate.outline(BAR_LEFT, top, float(bar.most) * scale)
    if bar.points > 0:
        _fill(plate, BAR_LEFT, top, float(bar.points) * scale, bar.is_met)
    draw_mark(plate, BAR_LEFT + float(bar.limit) * scale, top)
    plate.write_lines(RESULT_RIGHT, middle, [bar.printed], ha="right", fontweight="bold")
    plate.write_lines(WIDTH, middle, row.target, ha="right")


def _fill(plate: Plate, x: float, top: float, width: float, is_met: bool | None) -> None:
    """The points themselves: grey, with strokes below the least, light and dashed while the criterion is open."""
    if is_met is None:
        plate.outline(x, top, width, is_open=True)
    else:
        plate.rectangle(x, top, width, is_met)


def _draw_legend(plate: Plate, chart: ScoreChart) -> None:
    x, top = 0.0, 0.4
    judged = {bar.is_met for bar in chart.bars if bar.points > 0}
    for is_met, key in ((True, "enough"), (False, "below"), (None, "unscored")):
        if is_met in judged:
            words = text(f"chart.{key}")
            _fill(plate, x, top, 7, is_met)
            plate.write(x + 8.5, top + 3.3, words)
            x += 11 + width(words)
    plate.outline(x, top, 7)
    words = text("chart.most")
    plate.write(x + 8.5, top + 3.3, words)
    x += 11 + width(words)
    draw_mark(plate, x + 1, top)
    plate.write(x + 3, top + 3.3, chart.limit_words)
    plate.write(RESULT_RIGHT, top + 3.3, text("chart.points"), ha="right", fontweight="bold")
    plate.write(WIDTH, top + 3.3, text("chart.least"), ha="right")
