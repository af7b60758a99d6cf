"""Small lines of an indicator's years with the lines of its targets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from data.model import Number
from reports.document import Trend

if TYPE_CHECKING:
    from reports.charts import Plate

Box = tuple[float, float, float, float]
"""Left, right, top, bottom."""


def years_of(trends: Iterable[Trend]) -> list[int]:
    """All years from the first one with a figure on."""
    years = [point.year for trend in trends for point in trend.points]
    return list(range(min(years), max(years) + 1))


def draw_sparkline(plate: Plate, trend: Trend, years: Sequence[int], box: Box) -> None:
    """The years as marked points joined by a line, which has a gap where a year has no figure; targets dashed."""
    left, right, top, bottom = box
    scale = _scale(trend, top, bottom)
    for target in trend.targets:
        y = scale.height(target)
        plate.line([left, right], [y, y], linewidth=0.8, dashes=(4, 2))
    step = (right - left - 4) / max(len(years) - 1, 1)
    run: list[tuple[float, float]] = []
    for point in trend.points:
        if point.value is None:
            _draw_run(plate, run)
            run = []
        else:
            run.append((left + 2 + (point.year - years[0]) * step, scale.height(point.value)))
    _draw_run(plate, run)


def _draw_run(plate: Plate, run: Sequence[tuple[float, float]]) -> None:
    if run:
        xs, ys = [x for x, _ in run], [y for _, y in run]
        plate.line(xs, ys, linewidth=1.2, marker="o", markersize=3, markerfacecolor="black")


class _Scale(NamedTuple):
    """Values to heights; it spans values and targets, and a flat line stands in the middle."""

    low: float
    spread: float
    top: float
    bottom: float

    def height(self, value: Number) -> float:
        """The height of a value, counted downwards."""
        share = (float(value) - self.low) / self.spread if self.spread else 0.5
        return self.bottom - share * (self.bottom - self.top)


def _scale(trend: Trend, top: float, bottom: float) -> _Scale:
    values = [float(point.value) for point in trend.points if point.value is not None]
    values += [float(target) for target in trend.targets]
    low, high = min(values, default=0.0), max(values, default=0.0)
    return _Scale(low, high - low, top, bottom)
