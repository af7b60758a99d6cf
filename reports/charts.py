"""Charts of a report as matplotlib Figures: one Figure serves the window and the paper.

A chart is a list of rows, so that it can be torn between two rows where a page ends, like a table. Everything is placed
in millimetres on the bare Figure: paper and screen show the same drawing and no layout engine has to guess. matplotlib
is imported on first use, with the bundled font alone, never pyplot.
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
from reports.chart_drawing import BAR, draw_bars, draw_trends
from reports.document import BarChart, Chart, ScoreChart
from reports.pdf.chart_rows import LINE, SIZE, WIDTH, chart_height, rows_of
from reports.pdf.constants import MM
from reports.pdf.fonts import FILES, Cleaner
from reports.score_drawing import draw_scores

if TYPE_CHECKING:
    from matplotlib.figure import Figure

__all__ = ["Plate", "chart_height", "figure_of"]

FAMILY = "Liberation Serif"


def figure_of(chart: Chart, start: int = 0, end: int | None = None) -> Figure:
    """Draw a chart, or the rows ``start`` to ``end`` of it, as a Figure of the type area's width."""
    plate = Plate(chart_height(chart, start, end) * 25.4)
    rows = rows_of(chart)[start:end]
    if isinstance(chart, BarChart):
        draw_bars(plate, chart, chart.bars[start:end], rows)
    elif isinstance(chart, ScoreChart):
        draw_scores(plate, chart, chart.bars[start:end], rows)
    else:
        draw_trends(plate, chart, chart.trends[start:end], rows)
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

    def outline(self, x: float, y: float, width: float, *, is_open: bool = False) -> None:
        """An empty box behind a bar; a light one with a dashed edge for points that are not complete."""
        from matplotlib.patches import Rectangle

        look: dict[str, Any] = {"facecolor": "white", "edgecolor": "0.35", "linewidth": 0.4}
        if is_open:
            look |= {"facecolor": "0.92", "edgecolor": "black", "linewidth": 0.6, "linestyle": (0, (2, 1.5))}
        self.figure.add_artist(Rectangle((x, y), width, BAR, transform=self._transform, **look))

    def line(self, xs: list[float], ys: list[float], **style: Any) -> None:
        """A line through points."""
        from matplotlib.lines import Line2D

        style = {"color": "black", "linewidth": 0.5, "solid_capstyle": "butt", **style}
        self.figure.add_artist(Line2D(xs, ys, transform=self._transform, **style))


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
