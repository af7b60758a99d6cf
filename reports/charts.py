"""Charts of a report as matplotlib Figures: one Figure serves the window and the paper.

Everything is placed in millimetres on the bare Figure, so that paper and screen show the same drawing and no layout
engine has to guess. Grey-proof: results that miss are hatched, targets are marked lines, every value stands beside its
mark. matplotlib is imported on first use, never pyplot.
"""

from __future__ import annotations

import json
import re
import tempfile
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from data.paths import asset
from reports.document import Bar, BarChart, Chart, Trend, TrendChart
from reports.pdf.constants import MM, Style
from reports.pdf.fonts import FILES, Cleaner, face
from reports.pdf.wrap import wrap
from reports.texts import text

if TYPE_CHECKING:
    from matplotlib.figure import Figure

FAMILY = "Liberation Serif"
WIDTH = 165.0
SIZE = 9.5
ROW, BAR, LEGEND, AXIS = 9.2, 4.4, 8.0, 6.0
BAR_LEFT, BAR_RIGHT, RESULT_RIGHT, TARGET_RIGHT = 64.0, 124.0, 143.0, 165.0
PANELS, PANEL_WIDTH, PANEL_HEIGHT, PANEL_GAP = 3, 52.0, 42.0, 5.0
LINE = SIZE * 1.15 / MM


def chart_height(chart: Chart) -> float:
    """Height of a chart in inches, for the full width of the type area."""
    if isinstance(chart, BarChart):
        return (LEGEND + len(chart.bars) * ROW + AXIS) / 25.4
    return -(-len(chart.trends) // PANELS) * (PANEL_HEIGHT + PANEL_GAP) / 25.4


def figure_of(chart: Chart) -> Figure:
    """Draw a chart as a Figure of the type area's width."""
    plate = Plate(chart_height(chart) * 25.4)
    if isinstance(chart, BarChart):
        _draw_bars(plate, chart)
    else:
        _draw_trends(plate, chart)
    return plate.figure


class Plate:
    """A bare Figure in millimetres, ``y`` counted down from its top."""

    def __init__(self, height: float) -> None:
        """Make an empty Figure of the full width and the height given."""
        _load_matplotlib()
        from matplotlib.figure import Figure
        from matplotlib.transforms import Affine2D

        self.figure = Figure(figsize=(WIDTH / 25.4, height / 25.4), facecolor="white")
        flip = Affine2D().scale(1 / WIDTH, -1 / height).translate(0, 1)
        self._transform = flip + self.figure.transFigure
        self._cleaner = Cleaner()

    def write(self, x: float, y: float, words: str, **style: Any) -> None:
        """Text with its base line at ``y``; ``ha`` aligns it on ``x``."""
        from matplotlib.text import Text

        style = {"fontsize": SIZE, "fontfamily": FAMILY, "va": "baseline", **style}
        label = Text(x, y, self._cleaner.clean(words), transform=self._transform, parse_math=False, **style)
        self.figure.add_artist(label)

    def write_lines(self, x: float, middle: float, lines: list[str], **style: Any) -> None:
        """Lines of text around the height ``middle``."""
        top = middle - len(lines) * LINE / 2 + SIZE * 0.88 / MM
        for index, line in enumerate(lines):
            self.write(x, top + index * LINE, line, **style)

    def rectangle(self, x: float, y: float, width: float, is_met: bool | None) -> None:
        """A bar: grey when met, with strokes when missed, white when not judged."""
        from matplotlib.patches import Rectangle

        look: dict[str, Any] = {"facecolor": "0.72" if is_met else "white"}
        if is_met is False:
            look["hatch"] = "/////"
        patch = Rectangle((x, y), width, BAR, edgecolor="black", linewidth=0.5, transform=self._transform, **look)
        self.figure.add_artist(patch)

    def line(self, xs: list[float], ys: list[float], **style: Any) -> None:
        """A line through points."""
        from matplotlib.lines import Line2D

        style = {"color": "black", "linewidth": 0.5, "solid_capstyle": "butt", **style}
        self.figure.add_artist(Line2D(xs, ys, transform=self._transform, **style))

    def width(self, words: str) -> float:
        """Width of a text in millimetres."""
        return face("regular").width(words, SIZE) / MM

    def fold(self, words: str, width: float, most: int) -> list[str]:
        """Text in at most so many lines; what does not fit ends in "…"."""
        lines = [line.text for line in wrap(self._cleaner.clean(words), Style("regular", SIZE), width * MM)]
        if len(lines) > most:
            lines = [*lines[: most - 1], lines[most - 1].rsplit(" ", 1)[0] + "…"]
        return lines


def _draw_bars(plate: Plate, chart: BarChart) -> None:
    highest = max([100, *(max(bar.value, *bar.targets) for bar in chart.bars)])
    scale = (BAR_RIGHT - BAR_LEFT) / float(highest)
    bottom = LEGEND + len(chart.bars) * ROW
    _draw_legend(plate, chart)
    step = 25 if highest <= 125 else 50 if highest <= 300 else 100 * -(-int(highest) // 500)
    for tick in range(0, int(highest) + 1, step):
        x = BAR_LEFT + tick * scale
        plate.line([x, x], [LEGEND, bottom], color="0.75", linewidth=0.3)
        plate.write(x, bottom + 4.2, f"{tick}{chart.unit}", ha="center", color="0.25")
    for index, bar in enumerate(chart.bars):
        _draw_bar(plate, bar, LEGEND + (index + 0.5) * ROW, scale)
    plate.line([BAR_LEFT, BAR_LEFT], [LEGEND, bottom], linewidth=0.6)


def _draw_bar(plate: Plate, bar: Bar, middle: float, scale: float) -> None:
    lines = plate.fold(bar.label, BAR_LEFT - 2.5, 2)
    plate.write_lines(0, middle, lines)
    top = middle - BAR / 2
    plate.rectangle(BAR_LEFT, top, max(float(bar.value), 0) * scale, bar.is_met)
    for target in bar.targets:
        x = BAR_LEFT + float(target) * scale
        plate.line([x, x], [top - 1.3, top + BAR + 1.3], linewidth=3.2, color="white")
        plate.line([x, x], [top - 1.3, top + BAR + 1.3], linewidth=1.6)
    plate.write_lines(RESULT_RIGHT, middle, [bar.printed], ha="right", fontweight="bold")
    targets = plate.fold(bar.printed_target, TARGET_RIGHT - RESULT_RIGHT - 1, 2)
    plate.write_lines(TARGET_RIGHT, middle, targets, ha="right")


def _draw_legend(plate: Plate, chart: BarChart) -> None:
    x, top = 0.0, 0.4
    judged = {bar.is_met for bar in chart.bars}
    for is_met, key in ((True, "met"), (False, "not_met"), (None, "open")):
        if is_met in judged:
            words = text(f"chart.{key}")
            plate.rectangle(x, top, 7, is_met)
            plate.write(x + 8.5, top + 3.3, words)
            x += 11 + plate.width(words)
    plate.line([x + 1, x + 1], [top - 0.4, top + BAR + 0.4], linewidth=1.6)
    plate.write(x + 3, top + 3.3, text("chart.target_mark"))
    plate.write(RESULT_RIGHT, top + 3.3, text("chart.result"), ha="right", fontweight="bold")
    plate.write(TARGET_RIGHT, top + 3.3, text("chart.target"), ha="right")


def _draw_trends(plate: Plate, chart: TrendChart) -> None:
    pitch = (WIDTH - PANEL_WIDTH) / (PANELS - 1)
    for index, trend in enumerate(chart.trends):
        row, column = divmod(index, PANELS)
        _draw_trend(plate, trend, column * pitch, PANEL_GAP / 2 + row * (PANEL_HEIGHT + PANEL_GAP))


def _draw_trend(plate: Plate, trend: Trend, left: float, top: float) -> None:
    for index, line in enumerate(plate.fold(trend.title, PANEL_WIDTH, 2)):
        plate.write(left, top + 3.2 + index * LINE, line)
    base = top + PANEL_HEIGHT - 5
    plate.line([left, left + PANEL_WIDTH], [base, base], color="0.5", linewidth=0.4)
    _draw_target_words(plate, trend, left, top)
    right = left + PANEL_WIDTH - 6
    first, last = trend.points[0].year, trend.points[-1].year
    step = (right - left - 6) / max(last - first, 1)
    height = _Height(trend, top + 21.5, base - 2.5)
    for target in trend.targets:
        y = height.of(target)
        plate.line([left, left + PANEL_WIDTH], [y, y], linewidth=0.8, dashes=(4, 2))
    places = [(left + 6 + (point.year - first) * step, point) for point in trend.points]
    _draw_line(plate, [(x, None if point.value is None else height.of(point.value)) for x, point in places])
    for x, point in places:
        plate.write(x, base + 4, str(point.year), ha="center", color="0.25")
        y = base - 1 if point.value is None else height.of(point.value) - 1.7
        plate.write(x, y, point.printed, ha="center", bbox={"facecolor": "white", "edgecolor": "none", "pad": 0.4})


def _draw_target_words(plate: Plate, trend: Trend, left: float, top: float) -> None:
    y = top + 3.2 + 2 * LINE
    start = left
    if trend.targets:
        plate.line([left, left + 7], [y - 1.1, y - 1.1], linewidth=0.8, dashes=(4, 2))
        start = left + 8.5
    words = text("chart.target_line", target=trend.printed_target)
    for index, line in enumerate(plate.fold(words, left + PANEL_WIDTH - start, 2)):
        plate.write(start, y + index * LINE, line)


class _Height:
    """Values to heights on a panel; the scale spans values and target, with room above for the labels."""

    def __init__(self, trend: Trend, top: float, bottom: float) -> None:
        values = [float(point.value) for point in trend.points if point.value is not None]
        values += [float(target) for target in trend.targets]
        self.low = min(values)
        self.spread = (max(values) - self.low) or 1.0
        self.top, self.bottom = top, bottom
        self.is_flat = max(values) == self.low

    def of(self, value: Any) -> float:
        share = 0.5 if self.is_flat else (float(value) - self.low) / self.spread
        return self.bottom - share * (self.bottom - self.top)


def _draw_line(plate: Plate, points: list[tuple[float, float | None]]) -> None:
    run: list[tuple[float, float]] = []
    for x, y in [*points, (0.0, None)]:
        if y is not None:
            run.append((x, y))
        elif run:
            xs, ys = [x for x, _ in run], [y for _, y in run]
            plate.line(xs, ys, linewidth=1.2, marker="o", markersize=3.6, markerfacecolor="black")
            run = []


@cache
def _load_matplotlib() -> None:
    """Import matplotlib with the bundled font alone.

    Importing its font manager scans every font of the system when its cache is missing, which takes seconds on the
    first run; so it is shown a list without fonts and given ours afterwards.
    """
    import matplotlib

    found = find_spec("matplotlib.font_manager")
    source = Path(found.origin).read_text(encoding="utf-8") if found and found.origin else ""
    version = re.search(r"^    __version__ = '?([\w.]+)'?$", source, re.MULTILINE)
    with tempfile.TemporaryDirectory() as folder:
        if version is not None:
            _write_empty_list(Path(folder), version[1])
        known, matplotlib.get_cachedir = matplotlib.get_cachedir, lambda: folder
        try:
            from matplotlib.font_manager import fontManager
        finally:
            matplotlib.get_cachedir = known
    for name in FILES.values():
        fontManager.addfont(asset("fonts", f"{name}.ttf"))


def _write_empty_list(folder: Path, version: str) -> None:
    content: dict[str, object] = {
        "__class__": "FontManager",
        "_version": version,
        "_FontManager__default_weight": "normal",
        "default_size": None,
        "defaultFamily": {"ttf": FAMILY, "afm": FAMILY},
        "afmlist": [],
        "ttflist": [],
    }
    (folder / f"fontlist-v{version}.json").write_text(json.dumps(content), encoding="utf-8")
