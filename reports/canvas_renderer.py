"""Draws a matplotlib Figure on the reportlab canvas: vector, text stays text, in the page's own font.

Imported only when a chart is drawn, since it imports matplotlib.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from matplotlib.backend_bases import GraphicsContextBase, RendererBase
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.path import Path
from matplotlib.transforms import Transform

from reports.pdf.fonts import Face, face

HATCH_STEP = 3.0


def draw_figure(figure: Figure, canvas: Any, x: float, y: float) -> None:
    """Draw a Figure with its lower left corner at ``x``, ``y``; one inch of it is 72 points."""
    dpi = figure.dpi
    figure.dpi = 72
    canvas.saveState()
    canvas.translate(x, y)
    try:
        figure.draw(CanvasRenderer(canvas, figure))
    finally:
        canvas.restoreState()
        figure.dpi = dpi


class CanvasRenderer(RendererBase):
    """matplotlib's drawing calls as canvas operations; one pixel is one point."""

    def __init__(self, canvas: Any, figure: Figure) -> None:
        """Draw on ``canvas`` for a Figure of 72 dots an inch."""
        super().__init__()
        self._canvas = canvas
        self._size = (figure.get_figwidth() * 72, figure.get_figheight() * 72)

    def flipy(self) -> bool:
        """Heights count upwards, as on paper."""
        return False

    def get_canvas_width_height(self) -> tuple[float, float]:
        """Size of the Figure in points."""
        return self._size

    def points_to_pixels(self, points: Any) -> Any:
        """A pixel is a point."""
        return points

    def draw_path(self, gc: GraphicsContextBase, path: Path, transform: Transform, rgbFace: Any = None) -> None:
        """Fill and stroke a path; hatched ones get strokes of their own."""
        is_stroked = gc.get_linewidth() > 0 and gc.get_rgb()[3:] != (0,)
        outline, box = self._trace(path, transform)
        self._canvas.saveState()
        is_filled = rgbFace is not None and not gc.get_hatch()
        if is_filled:
            self._canvas.setFillColorRGB(*rgbFace[:3])
        self._canvas.setStrokeColorRGB(*gc.get_rgb()[:3])
        self._canvas.setLineWidth(gc.get_linewidth())
        offset, dashes = cast("tuple[float, Sequence[float] | None]", gc.get_dashes())
        if dashes is not None:
            self._canvas.setDash([float(dash) for dash in dashes], float(offset))
        if gc.get_hatch() and box is not None:
            self._hatch(outline, box)
        self._canvas.drawPath(outline, stroke=int(is_stroked), fill=int(is_filled))
        self._canvas.restoreState()

    def _trace(self, path: Path, transform: Transform) -> tuple[Any, tuple[float, ...] | None]:
        outline = self._canvas.beginPath()
        xs: list[float] = []
        ys: list[float] = []
        for points, code in path.iter_segments(transform, simplify=False, curves=True):
            values = [float(value) for value in points]
            if code == Path.MOVETO:
                outline.moveTo(*values)
            elif code == Path.LINETO:
                outline.lineTo(*values)
            elif code == Path.CURVE4:
                outline.curveTo(*values)
            elif code == Path.CLOSEPOLY:
                outline.close()
                continue
            xs += values[0::2]
            ys += values[1::2]
        return outline, (min(xs), min(ys), max(xs), max(ys)) if xs else None

    def _hatch(self, outline: Any, box: tuple[float, ...]) -> None:
        left, bottom, right, top = box
        height = top - bottom
        self._canvas.saveState()
        self._canvas.clipPath(outline, stroke=0, fill=0)
        self._canvas.setLineWidth(0.5)
        x = left - height
        while x < right:
            self._canvas.line(x, bottom, x + height, top)
            x += HATCH_STEP
        self._canvas.restoreState()

    def draw_text(self, gc: GraphicsContextBase, x: float, y: float, *rest: Any, **named: Any) -> None:
        """Write text as text; what follows ``y`` is text, font, angle, and two things that do not matter here."""
        words, prop, angle = rest[:3]
        font, size = _font(prop)
        self._canvas.setFillColorRGB(*gc.get_rgb()[:3])
        self._canvas.setFont(font.name, size)
        if not angle:
            self._canvas.drawString(float(x), float(y), words)
            return
        self._canvas.saveState()
        self._canvas.translate(float(x), float(y))
        self._canvas.rotate(angle)
        self._canvas.drawString(0, 0, words)
        self._canvas.restoreState()

    def get_text_width_height_descent(self, s: str, prop: FontProperties, ismath: Any) -> tuple[float, float, float]:
        """Size of a text from the widths of the font that draws it."""
        font, size = _font(prop)
        return font.width(s, size), size * 0.9, size * 0.22


def _font(prop: FontProperties) -> tuple[Face, float]:
    weight = prop.get_weight()
    is_bold = weight in ("bold", "heavy", "black") or (isinstance(weight, int) and weight >= 600)
    return face("bold" if is_bold else "regular"), float(prop.get_size_in_points())
