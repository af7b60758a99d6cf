"""The pages of a document by number, with the headings that begin on each."""

from __future__ import annotations

from PySide6.QtCore import QLoggingCategory, QModelIndex, Qt, Signal
from PySide6.QtPdf import QPdfBookmarkModel, QPdfDocument
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from ui import theme

ROLE = QPdfBookmarkModel.Role
FIGURE_SPACE = "\u2007"


class PageList(QListWidget):
    """Walking over the list goes over the pages. ``chosen(page)``: a page (from 0) was chosen by a person."""

    chosen = Signal(int)

    def __init__(self, document: QPdfDocument, parent: QWidget | None = None) -> None:
        """List the pages of a document, whatever it holds at the time."""
        super().__init__(parent)
        # Marks without a place on the page (those of the signatures) are no fault; Qt warns of each at every loading.
        QLoggingCategory.setFilterRules("qt.pdf.bookmarks.warning=false")
        self._document = document
        self._marks = QPdfBookmarkModel(self)
        self._marks.setDocument(document)
        self._is_shown_by_us = False
        self.setObjectName("pages")
        self.setAccessibleName(self.tr("List of pages"))
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setMinimumWidth(12 * theme.STEP)
        self.currentRowChanged.connect(self._choose)

    def fill(self) -> None:
        """List the pages of the document as it is now."""
        titles = self._titles(QModelIndex(), {})
        self._is_shown_by_us = True
        self.clear()
        digits = len(str(self._document.pageCount()))
        for page in range(self._document.pageCount()):
            number, named = str(page + 1), "; ".join(titles.get(page, ()))
            item = QListWidgetItem(f"{number.rjust(digits, FIGURE_SPACE)}   {named}".rstrip(), self)
            item.setToolTip(self.tr("Page {number}. {titles}").format(number=number, titles=named).strip())
            item.setData(Qt.ItemDataRole.AccessibleTextRole, item.toolTip())
        self._is_shown_by_us = False

    def show_page(self, page: int) -> None:
        """Mark the page in view."""
        self._is_shown_by_us = True
        self.setCurrentRow(page)
        self._is_shown_by_us = False

    def _titles(self, parent: QModelIndex, found: dict[int, list[str]]) -> dict[int, list[str]]:
        for row in range(self._marks.rowCount(parent)):
            index = self._marks.index(row, 0, parent)
            found.setdefault(index.data(int(ROLE.Page)), []).append(index.data(int(ROLE.Title)))
            self._titles(index, found)
        return found

    def _choose(self, page: int) -> None:
        if page >= 0 and not self._is_shown_by_us:
            self.chosen.emit(page)
