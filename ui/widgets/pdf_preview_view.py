"""The pages themselves: dot for dot as the screen has them, scrolled, zoomed and walked over by key or wheel."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from ui import theme
from ui.widgets.pdf_preview_layout import FIT_PAGE, FIT_WIDTH, STEPS, Frame, Laid, Spot, lay_out, tiles
from ui.widgets.pdf_preview_tiles import Tiles

NOTCH = 120
"""What one notch of a wheel tells."""

LINE = 40
"""How far an arrow key goes, in points of the desktop."""

FOUND, CURRENT = QColor(255, 224, 130), QColor(168, 32, 26)
"""Ground of the hits, frame of the current one: on paper, which is white in every look."""


class PageView(QAbstractScrollArea):
    """Pages one under the other.

    ``moved(page)``: another page (from 0) is in view. ``zoomed(zoom)``: another zoom was chosen.
    ``fitted()``: the pages were laid out anew.
    """

    moved = Signal(int)
    zoomed = Signal(int)
    fitted = Signal()

    def __init__(self, pictures: Tiles, parent: QWidget | None = None) -> None:
        """Show pieces of pages; nothing until there are pages."""
        super().__init__(parent)
        self.zoom = FIT_WIDTH
        self.page = 0
        self._hits: Mapping[int, Sequence[QRectF]] = {}
        self._current_hit: tuple[int, QRectF] | None = None
        self._pictures = pictures
        self._points: Sequence[QSizeF] = ()
        self._laid = Laid((), QSize())
        self._spot = Spot()
        self._is_laying = False
        self._turned = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        pictures.arrived.connect(self.viewport().update)

    # --- what is shown ---------------------------------------------------------------------------------------------

    def show_pages(self, points: Sequence[QSizeF]) -> None:
        """Show pages of sizes in points; the place in view stays where such a page is still there."""
        self._points = points
        self._hits, self._current_hit = {}, None
        self._lay()
        self._say_page()

    def forget_place(self) -> None:
        """The next pages are shown from the first on."""
        self._spot = Spot()
        self._tell(0)

    def set_zoom(self, zoom: int, anchor: QPointF | None = None) -> None:
        """Percent, or fitted; what is under ``anchor`` (a point of the window, in dots) stays under it."""
        if zoom == self.zoom:
            return
        held = self._laid.spot(self._origin() + anchor) if anchor is not None else self._spot
        self.zoom = zoom
        self._lay(held, anchor or QPointF())
        self.zoomed.emit(zoom)

    def step_zoom(self, step: int, anchor: QPointF | None = None) -> None:
        """The next larger or smaller zoom of the list."""
        shown = self.percent
        others = [each for each in STEPS if (each > shown if step > 0 else each < shown)]
        if others:
            self.set_zoom(min(others) if step > 0 else max(others), anchor)

    @property
    def percent(self) -> int:
        """How large the page in view is; 100 is the size of the paper."""
        if not self._laid.pages:
            return 100
        page = min(self.page, len(self._laid.pages) - 1)
        whole = self._points[page].width() * self._inch() / 72
        return round(100 * self._laid.pages[page].width() / whole)

    def go_to(self, page: int, down: float = 0.0) -> None:
        """Bring a page to the top, or a place as a share of its height."""
        if not self._laid.pages:
            return
        page = max(0, min(page, len(self._laid.pages) - 1))
        self._spot = Spot(page, down, self._spot.across)
        top = self._laid.point(self._spot).y() - (0 if down else self._gap())
        self.verticalScrollBar().setValue(round(top))
        self._tell(page)  # also where the window shows several pages and cannot scroll so far

    def show_hits(self, hits: Mapping[int, Sequence[QRectF]], *, keeps_current: bool) -> None:
        """Mark places: page (from 0) -> rectangles in points."""
        self._hits = hits
        if not keeps_current:
            self._current_hit = None
        self.viewport().update()

    def show_hit(self, page: int, place: QRectF) -> None:
        """Frame a hit (in points of its page) and bring it into view."""
        self._current_hit = (page, place)
        if self._laid.pages:
            spot = self._laid.point(Spot(page, place.center().y() / self._points[page].height()))
            middle = self._window().height() // 3
            self.verticalScrollBar().setValue(round(spot.y()) - middle)
            left = self._on_sheet(self._laid.pages[page], page, place).left()
            self.horizontalScrollBar().setValue(round(left) - self._window().width() // 2)
        self.viewport().update()

    def seen_page(self, point: QPointF) -> int:
        """The page under a point of the window in dots."""
        return self._laid.spot(self._origin() + point).page

    # --- laying out ------------------------------------------------------------------------------------------------

    def _inch(self) -> float:
        return self.logicalDpiX() * self.devicePixelRatioF()

    def _gap(self) -> int:
        return round(1.5 * theme.STEP * self.devicePixelRatioF())

    def _window(self) -> QSize:
        size, ratio = self.viewport().size(), self.devicePixelRatioF()
        return QSize(round(size.width() * ratio), round(size.height() * ratio))

    def _origin(self) -> QPointF:
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _lay(self, held: Spot | None = None, anchor: QPointF | None = None) -> None:
        """Lay out anew and put the place that was in view back under the same point of the window."""
        held, window, ratio = held or self._spot, self._window(), self.devicePixelRatioF()
        self._laid = lay_out(self._points, self.zoom, Frame(window, self._inch(), self._gap()))
        self._is_laying = True
        for bar, whole, part in (
            (self.verticalScrollBar(), self._laid.size.height(), window.height()),
            (self.horizontalScrollBar(), self._laid.size.width(), window.width()),
        ):
            bar.setRange(0, max(whole - part, 0))
            bar.setPageStep(part)
            bar.setSingleStep(round(LINE * ratio))
        point = self._laid.point(held) - (anchor or QPointF())
        self.verticalScrollBar().setValue(round(point.y()) if held != Spot() else 0)
        if anchor is not None:
            middle = (self._laid.size.width() - window.width()) // 2
            self.horizontalScrollBar().setValue(round(point.x()) if not anchor.isNull() else middle)
        self._is_laying = False
        if anchor is not None:
            self._keep_spot()
        self.viewport().update()
        self.fitted.emit()

    def _keep_spot(self) -> None:
        self._spot = self._laid.spot(self._origin())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit again; the place stays."""
        super().resizeEvent(event)
        self._lay()

    def scrollContentsBy(self, _across: int, _down: int) -> None:
        """Remember the place a person went to, and say the page."""
        self.viewport().update()
        if not self._is_laying:
            self._keep_spot()
            self._say_page()

    def _say_page(self) -> None:
        third = self._origin() + QPointF(0, self._window().height() / 3)
        self._tell(self._laid.spot(third).page)

    def _tell(self, page: int) -> None:
        if page != self.page:
            self.page = page
            self.moved.emit(page)

    # --- painting --------------------------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what is there; what is missing is white until it arrives."""
        window = QRect(self._origin().toPoint(), self._window())
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), theme.colour("raised"))
        ratio = self.devicePixelRatioF()
        painter.scale(1 / ratio, 1 / ratio)
        lies = painter.deviceTransform()  # between dots at uneven scales of the desktop: move onto them
        painter.translate(round(lies.dx()) - lies.dx() - window.left(), round(lies.dy()) - lies.dy() - window.top())
        for number, page in self._laid.seen(window):
            self._paint_page(painter, number, page, window)
        painter.end()
        self._want(window)

    def _paint_page(self, painter: QPainter, number: int, page: QRect, window: QRect) -> None:
        painter.fillRect(page & window, QColor(255, 255, 255))  # paper is white in the dark look, too
        for tile in tiles(number, page, window):
            picture = self._pictures.picture(tile)
            if picture is not None:
                painter.drawImage(page.topLeft() + tile.part.topLeft(), picture)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)  # letters stay black
        for place in self._hits.get(number, ()):
            painter.fillRect(self._on_sheet(page, number, place), FOUND)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        if self._current_hit is not None and self._current_hit[0] == number:
            place = self._on_sheet(page, number, self._current_hit[1])
            painter.setPen(QPen(CURRENT, 2 * self.devicePixelRatioF()))
            painter.drawRect(place)
        painter.setPen(theme.colour("control"))
        painter.drawRect(page.adjusted(-1, -1, 0, 0))

    def _on_sheet(self, page: QRect, number: int, place: QRectF) -> QRectF:
        share = page.width() / self._points[number].width()
        grown = place.adjusted(-1, -1, 1, 1)
        return QRectF(
            page.left() + grown.left() * share,
            page.top() + grown.top() * share,
            grown.width() * share,
            grown.height() * share,
        )

    def _want(self, window: QRect) -> None:
        """What is in view, then half a window below and above, so that scrolling meets no white."""
        half = window.height() // 2
        order = (
            window,
            window.translated(0, window.height()).adjusted(0, 0, 0, -half),
            window.adjusted(0, -half, 0, 0),
        )
        wanted = {
            tile: None for part in order for number, page in self._laid.seen(part) for tile in tiles(number, page, part)
        }
        self._pictures.want(list(wanted))

    # --- keys and wheel --------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """A page before or after is meant here, whatever the keys mean around the pages."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if modifiers == Qt.KeyboardModifier.ControlModifier and Qt.Key(event.key()) in _PAGES and self._points:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """PgUp and PgDn, Home and End, arrows; with Ctrl a page before or after."""
        key, modifiers = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if modifiers == Qt.KeyboardModifier.ControlModifier and key in _PAGES:
            self.go_to(self.page + _PAGES[key])
        elif modifiers == Qt.KeyboardModifier.NoModifier and key in _WALKS:
            self._walk(*_WALKS[key])
        else:
            event.ignore()

    def _walk(self, kind: str, way: int) -> None:
        bar = self.verticalScrollBar()
        if kind == "across":
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() + way * bar.singleStep())
        elif kind == "end":
            bar.setValue(bar.maximum() if way > 0 else 0)
            self._tell(len(self._points) - 1 if way > 0 else 0)
        elif kind == "screen" and self.zoom == FIT_PAGE:
            self.go_to(self.page + way)
        elif kind == "screen":
            bar.setValue(bar.value() + way * max(bar.pageStep() - bar.singleStep(), bar.singleStep()))
        else:
            bar.setValue(bar.value() + way * bar.singleStep())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl zoom, and what is under the mouse stays there."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        self._turned += event.angleDelta().y()
        steps, self._turned = int(self._turned / NOTCH), self._turned - NOTCH * int(self._turned / NOTCH)
        anchor = event.position() * self.devicePixelRatioF()
        for _notch in range(abs(steps)):
            self.step_zoom(steps, anchor)
        event.accept()


_PAGES = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
_WALKS = {
    Qt.Key.Key_PageDown: ("screen", 1),
    Qt.Key.Key_PageUp: ("screen", -1),
    Qt.Key.Key_Space: ("screen", 1),
    Qt.Key.Key_Home: ("end", -1),
    Qt.Key.Key_End: ("end", 1),
    Qt.Key.Key_Down: ("line", 1),
    Qt.Key.Key_Up: ("line", -1),
    Qt.Key.Key_Right: ("across", 1),
    Qt.Key.Key_Left: ("across", -1),
}
