"""The pictures of a preview: drawn on a thread of Qt's own, a piece at a time, and kept within a limit."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions, QPdfPageRenderer

from ui.draft_mark import Under, composed
from ui.print_pages import part_options
from ui.widgets.pdf_preview_layout import Tile

MOST_BYTES = 8_000_000
"""Of the 200 MB of the whole program, if what is in view does not take more: on 2732×1536 dots up to 25 MB."""


class Tiles(QObject):
    """Pieces of pages as they are wanted; those wanted longest ago are forgotten first.

    ``arrived()``: a piece is there. One piece is under way at a time, so that what is in view comes before what was.
    """

    arrived = Signal()

    def __init__(self, document: QPdfDocument, parent: QObject | None = None) -> None:
        """Draw a document, whatever it holds at the time."""
        super().__init__(parent)
        self._renderer = QPdfPageRenderer(self)
        self._renderer.setRenderMode(QPdfPageRenderer.RenderMode.MultiThreaded)
        self._renderer.setDocument(document)
        self._renderer.pageRendered.connect(self._take)
        self._pictures: dict[Tile, QImage] = {}
        self._outdated: dict[Tile, QImage] = {}
        self._wanted: list[Tile] = []
        self._under_way: tuple[int, Tile] | None = None
        self._under = Under.NOTHING

    @property
    def is_at_rest(self) -> bool:
        """Whether all that is wanted is there."""
        return self._under_way is None

    @property
    def held_bytes(self) -> int:
        """How much the pictures kept take."""
        pictures = (*self._pictures.values(), *self._outdated.values())
        return sum(picture.sizeInBytes() for picture in pictures)

    def renew(self, *, is_draft: bool) -> None:
        """The document is another one: until a piece is drawn anew the old one stands in, so that nothing flickers."""
        self._outdated, self._pictures = self._pictures, {}
        self._under_way = None
        self._under = Under.GREY_WORD if is_draft else Under.NOTHING

    def forget(self) -> None:
        """Keep nothing."""
        self._outdated, self._pictures = {}, {}
        self._wanted = []
        self._under_way = None

    def picture(self, tile: Tile) -> QImage | None:
        """A piece, the one of the document before where that is all there is, or None."""
        return self._pictures.get(tile) or self._outdated.get(tile)

    def want(self, wanted: Sequence[Tile]) -> None:
        """What is in view, most urgent first; anything else wanted before is not wanted any more."""
        self._wanted = list(wanted)
        for tile in wanted:
            if tile in self._pictures:
                self._pictures[tile] = self._pictures.pop(tile)
        self._go_on()

    def _go_on(self) -> None:
        if self._under_way is not None:
            return
        missing = next((tile for tile in self._wanted if tile not in self._pictures), None)
        if missing is None:
            self._outdated = {}
            return
        part = missing.part
        number = self._renderer.requestPage(missing.page, part.size(), part_options(part, QSize(*missing.full)))
        if number:
            self._under_way = (number, missing)

    def _take(
        self, _page: int, _size: QSize, picture: QImage, _options: QPdfDocumentRenderOptions, number: int
    ) -> None:
        if self._under_way is None or self._under_way[0] != number:
            return
        tile, self._under_way = self._under_way[1], None
        if picture.isNull():  # a page that cannot be drawn stays white
            picture = QImage(tile.part.size(), QImage.Format.Format_ARGB32)
            picture.fill(Qt.GlobalColor.transparent)
        self._pictures[tile] = composed(picture, tile.part, QSize(*tile.full), self._under)
        self._outdated.pop(tile, None)
        self._make_room()
        self.arrived.emit()
        self._go_on()

    def _make_room(self) -> None:
        spare = self.held_bytes - MOST_BYTES
        wanted = set(self._wanted)
        for tile in [tile for tile in self._pictures if tile not in wanted]:
            if spare <= 0:
                return
            spare -= self._pictures.pop(tile).sizeInBytes()
