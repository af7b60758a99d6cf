"""The one preview of pages: as they will be printed, with zoom, a list of pages and a search; by keys alone, too."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QComboBox, QFrame, QLabel, QSplitter, QToolButton, QVBoxLayout, QWidget

from data.definitions import ValueType
from data.numbers import Figure, parse_figure
from ui import theme
from ui.widgets.pdf_preview_find import PdfFind
from ui.widgets.pdf_preview_layout import FIT_PAGE, FIT_WIDTH, STEPS
from ui.widgets.pdf_preview_list import PageList
from ui.widgets.pdf_preview_tiles import Tiles
from ui.widgets.pdf_preview_view import PageView
from ui.widgets.rows import in_row
from ui.widgets.text_fields import LineField

LIST_WIDTH = 22 * theme.STEP


class PdfPreview(QWidget):
    """Shows a PDF. ``page_changed(page)``: another page (from 0) is in view."""

    page_changed = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """An empty preview that assistive programs call ``name``."""
        super().__init__(parent)
        self._document = QPdfDocument(self)
        self._buffer: QBuffer | None = None
        self._pictures = Tiles(self._document, self)
        self.view = PageView(self._pictures)
        self.view.setAccessibleName(name)
        self.pages = PageList(self._document)
        self.finder = PdfFind(self._document)
        self._build_bar()
        self._lay_out()
        self._connect()
        self._show_state()

    # --- what others use -------------------------------------------------------------------------------------------

    @property
    def page_count(self) -> int:
        """How many pages are shown; 0 when there are none."""
        return self._document.pageCount()

    @property
    def page(self) -> int:
        """The page in view, from 0."""
        return self.view.page

    def show_pdf(self, data: bytes, *, is_draft: bool) -> None:
        """Show a PDF; the place in view stays where it is, as when the document was made anew."""
        buffer = QBuffer(self)
        buffer.setData(QByteArray(data))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.close()
        self._document.load(buffer)
        old, self._buffer = self._buffer, buffer
        if old is not None:
            old.deleteLater()
        self._pictures.renew(is_draft=is_draft)
        self.pages.fill()
        self.view.show_pages([self._document.pagePointSize(page) for page in range(self.page_count)])
        self.finder.renew()
        self._show_state()

    def clear(self) -> None:
        """Show nothing; the next document is another one and begins at its first page."""
        self._document.close()
        self._pictures.forget()
        self.pages.fill()
        self.view.show_pages(())
        self.view.forget_place()
        self.finder.renew()
        self._show_state()

    def state_text(self) -> str:
        """Zoom and list, as text to be remembered."""
        return f"{self.view.zoom} {int(self.list_button.isChecked())}"

    def restore_state(self, text: str) -> None:
        """Take up what was remembered; what cannot be read is passed over."""
        zoom, _space, shown = text.partition(" ")
        known = {str(each): each for each in (FIT_WIDTH, FIT_PAGE, *STEPS)}
        if zoom in known and shown in ("0", "1"):
            self.view.set_zoom(known[zoom])
            self.list_button.setChecked(shown == "1")

    # --- building --------------------------------------------------------------------------------------------------

    def _build_bar(self) -> None:
        self.list_button = QToolButton()
        self.list_button.setText(self.tr("Pages"))
        self.list_button.setToolTip(self.tr("Show or fold the list of pages"))
        self.list_button.setCheckable(True)
        self.list_button.setChecked(True)
        self.number = LineField()
        self.number.setAccessibleName(self.tr("Go to page"))
        self.number.setToolTip(self.tr("Go to page (Ctrl+G)"))
        self.number.setMaximumWidth(self.fontMetrics().horizontalAdvance("0000") + 3 * theme.STEP)
        self.number.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.of = QLabel()
        self.smaller = self._button("−", self.tr("Smaller (Ctrl+−)"), -1)
        self.larger = self._button("+", self.tr("Larger (Ctrl++)"), 1)
        self.zooms = QComboBox()
        self.zooms.setAccessibleName(self.tr("Size of the pages"))
        self.zooms.addItem(self.tr("Whole width"), FIT_WIDTH)
        self.zooms.addItem(self.tr("Whole page"), FIT_PAGE)
        for percent in STEPS:
            self.zooms.addItem(f"{percent}%", percent)
        self.shown_size = QLabel()
        self.find_button = QToolButton()
        self.find_button.setText(self.tr("Find"))
        self.find_button.setToolTip(self.tr("Find in these pages (Ctrl+F)"))

    def _button(self, sign: str, said: str, step: int) -> QToolButton:
        button = QToolButton()
        button.setText(sign)
        button.setToolTip(said)
        button.setAccessibleName(said)
        button.clicked.connect(lambda _checked=False: self.view.step_zoom(step))
        return button

    def _lay_out(self) -> None:
        self.bar = QFrame()
        row = in_row(self.list_button, QLabel(self.tr("Page")), self.number, self.of)
        for widget in (self.smaller, self.zooms, self.larger, self.shown_size, self.find_button):
            row.addWidget(widget)
        row.setContentsMargins(theme.STEP, theme.HALF, theme.STEP, theme.HALF)
        self.bar.setLayout(row)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.pages)
        self.splitter.addWidget(self.view)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([LIST_WIDTH, 90 * theme.STEP])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.finder)
        column.addWidget(self.splitter, 1)

    def _connect(self) -> None:
        self.list_button.toggled.connect(self.pages.setVisible)
        self.number.returnPressed.connect(self._go_to_typed)
        self.number.editingFinished.connect(self._show_state)
        self.zooms.activated.connect(lambda row: self.view.set_zoom(self.zooms.itemData(row)))
        self.find_button.clicked.connect(lambda _checked=False: self.finder.start())
        self.view.moved.connect(self._moved)
        self.view.zoomed.connect(lambda _zoom: self._show_state())
        self.view.fitted.connect(self._show_state)
        self.pages.chosen.connect(self.view.go_to)
        self.finder.found.connect(self._mark_found)
        self.finder.walked.connect(self.view.show_hit)
        self.finder.left.connect(lambda: self.view.setFocus(Qt.FocusReason.OtherFocusReason))

    # --- working ---------------------------------------------------------------------------------------------------

    def _moved(self, page: int) -> None:
        self._show_state()
        self.page_changed.emit(page)

    def _show_state(self) -> None:
        count, page = self.page_count, self.view.page
        self.bar.setEnabled(bool(count))
        if not self.number.hasFocus() or not self.number.isModified():
            self.number.setText(str(page + 1) if count else "")
        self.of.setText(self.tr("of {count}").format(count=count) if count else "")
        said = self.tr("Page {page} of {count}").format(page=page + 1, count=count) if count else ""
        self.view.setAccessibleDescription(said)
        self.pages.show_page(page)
        self.zooms.setCurrentIndex(self.zooms.findData(self.view.zoom))
        fits = self.view.zoom in (FIT_WIDTH, FIT_PAGE) and count
        self.shown_size.setText(f"({self.view.percent}%)" if fits else "")

    def _go_to_typed(self) -> None:
        """Go to the page typed, or to the nearest there is; what is no number is put back."""
        parsed = parse_figure(self.number.text(), ValueType.INTEGER)
        self.number.setModified(False)
        if isinstance(parsed, Figure):
            self.view.go_to(int(parsed.value) - 1)
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_state()

    def _mark_found(self) -> None:
        self.view.show_hits(self.finder.places(), keeps_current=self.finder.is_on_hit)

    def event(self, event: QEvent) -> bool:
        """Zoom, page and search take their keys before the window does (there Ctrl++ makes the text larger)."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and self._action(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that work wherever in the preview the focus is."""
        action = self._action(event)
        if action is None:
            event.ignore()
            return
        kind, value = action
        if kind == "zoom" and value:
            self.view.step_zoom(value)
        elif kind == "zoom":
            self.view.set_zoom(FIT_WIDTH)
        elif kind == "page":
            self.number.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.number.selectAll()
        else:
            self.finder.start()

    def _action(self, event: QKeyEvent) -> tuple[str, int] | None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        shifted = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        if not self.page_count or held not in (Qt.KeyboardModifier.ControlModifier, shifted):
            return None
        if held == shifted and event.key() not in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            return None  # with Shift only the plus sign of some keyboards
        return _ACTIONS.get(Qt.Key(event.key()))


_ACTIONS = {
    Qt.Key.Key_Plus: ("zoom", 1),
    Qt.Key.Key_Equal: ("zoom", 1),
    Qt.Key.Key_Minus: ("zoom", -1),
    Qt.Key.Key_0: ("zoom", 0),
    Qt.Key.Key_G: ("page", 0),
    Qt.Key.Key_F: ("find", 0),
}
