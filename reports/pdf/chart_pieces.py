"""Charts as pieces: caption and drawing, torn between two rows where a page ends."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from reports.document import Chart
from reports.pdf.blocks import caption_piece
from reports.pdf.chart_rows import chart_height, row_count, rows_within
from reports.pdf.fonts import Cleaner
from reports.pdf.pieces import Drawing, Piece
from reports.texts import text

FEWEST_ROWS = 3
"""Rows of a chart that stand together on a page."""


def chart_pieces(chart: Chart, cleaner: Cleaner) -> Iterator[Piece]:
    """The caption and the drawing below it; what goes over to the next page gets the caption again."""
    yield caption_piece(chart.caption, cleaner)
    continued = caption_piece(text("chart.continued", caption=chart.caption), cleaner)
    yield _drawing(chart, 0, row_count(chart), continued)


def _drawing(chart: Chart, start: int, end: int, caption: Piece) -> Piece:
    height = chart_height(chart, start, end) * 72
    return Piece(
        height,
        [Drawing(0.0, height, chart, start, end)],
        head=caption if start else None,
        tear=partial(_torn, chart, start, caption) if end == row_count(chart) else None,
    )


def _torn(chart: Chart, start: int, caption: Piece, room: float) -> tuple[Piece, Piece] | None:
    """The rows that fit into the room and a drawing of the rest; no part is shorter than a few rows."""
    count = row_count(chart)
    end = min(rows_within(chart, start, room / 72), count - FEWEST_ROWS)
    if end - start < FEWEST_ROWS:
        return None
    return _drawing(chart, start, end, caption), _drawing(chart, end, count, caption)
