"""Where the pages of a preview lie: one under the other, in dots of the screen. No widget, no drawing."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QSize, QSizeF

FIT_WIDTH, FIT_PAGE = 0, -1
STEPS = (50, 75, 100, 125, 150, 200, 300, 400)
"""Percent; 100 is the size of the paper as the desktop believes the screen to be."""

POINTS_PER_INCH = 72
TILE_WIDTH, TILE_DOTS = 4096, 600_000
"""Pieces are as wide as the page: letters cut by an upright edge would be drawn with a seam, those cut by a level one
are not. Drawing one takes the worker some 6 ms; only pages enlarged beyond 4096 dots have a second column.
"""


class Tile(NamedTuple):
    """A piece of a page of a size: which dots of which page. The same piece of a page zoomed is another."""

    page: int
    full: tuple[int, int]
    column: int
    row: int

    @property
    def part(self) -> QRect:
        """The piece in the dots of its page."""
        whole, height = QRect(0, 0, *self.full), tile_height(self.full[0])
        return QRect(self.column * TILE_WIDTH, self.row * height, TILE_WIDTH, height) & whole


class Spot(NamedTuple):
    """A place that outlives zooming and a new document: a page, and how far down and across as a share of it."""

    page: int = 0
    down: float = 0.0
    across: float = 0.0


class Frame(NamedTuple):
    """What pages are fitted into: the window in dots, dots per inch at 100 %, and the gap between pages in dots."""

    size: QSize
    inch: float
    gap: int


class Laid(NamedTuple):
    """The pages laid out: rectangles in dots of one long sheet, whose left edge is the left edge of the window."""

    pages: tuple[QRect, ...]
    size: QSize

    def page_at(self, y: int) -> int:
        """The page at a height; in a gap the one above."""
        return max(bisect_right([page.top() for page in self.pages], y) - 1, 0)

    def spot(self, point: QPointF) -> Spot:
        """The place under a point of the sheet."""
        if not self.pages:
            return Spot()
        number = self.page_at(round(point.y()))
        page = self.pages[number]
        return Spot(number, (point.y() - page.top()) / page.height(), (point.x() - page.left()) / page.width())

    def point(self, spot: Spot) -> QPointF:
        """The point of the sheet where a place lies; the last page's where there are fewer pages now."""
        if not self.pages:
            return QPointF()
        page = self.pages[min(spot.page, len(self.pages) - 1)]
        return QPointF(page.left() + spot.across * page.width(), page.top() + spot.down * page.height())

    def seen(self, window: QRect) -> Iterator[tuple[int, QRect]]:
        """The pages in a window, from the top."""
        if self.pages:
            first = self.page_at(window.top())
            for number, page in enumerate(self.pages[first:], first):
                if page.top() > window.bottom():
                    return
                yield number, page


def lay_out(points: Sequence[QSizeF], zoom: int, frame: Frame) -> Laid:
    """Pages of sizes in points, each in the middle of the window or as wide as all are where they are wider."""
    sizes = [_dots(each, zoom, frame) for each in points]
    width = max([frame.size.width(), *(each.width() + 2 * frame.gap for each in sizes)])
    pages, top = [], frame.gap
    for size in sizes:
        pages.append(QRect((width - size.width()) // 2, top, size.width(), size.height()))
        top += size.height() + frame.gap
    return Laid(tuple(pages), QSize(width, top))


def _dots(points: QSizeF, zoom: int, frame: Frame) -> QSize:
    share = frame.inch * zoom / 100 / POINTS_PER_INCH
    if zoom in (FIT_WIDTH, FIT_PAGE):
        share = max(frame.size.width() - 2 * frame.gap, 1) / points.width()
    if zoom == FIT_PAGE:
        share = min(share, max(frame.size.height() - 2 * frame.gap, 1) / points.height())
    return QSize(max(round(points.width() * share), 1), max(round(points.height() * share), 1))


def tile_height(width: int) -> int:
    """How high the pieces of a page of this width are."""
    return max(TILE_DOTS // min(width, TILE_WIDTH), 1)


def tiles(number: int, page: QRect, window: QRect) -> Iterator[Tile]:
    """The pieces of a page that a window touches."""
    seen = (page & window).translated(-page.topLeft())
    if seen.isEmpty():
        return
    height = tile_height(page.width())
    for row in range(seen.top() // height, seen.bottom() // height + 1):
        for column in range(seen.left() // TILE_WIDTH, seen.right() // TILE_WIDTH + 1):
            yield Tile(number, (page.width(), page.height()), column, row)
