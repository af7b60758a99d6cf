"""Looking for words in the pages of a preview. Enter: next hit, Shift+Enter: the one before, Esc: back to the pages."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRectF, Qt, Signal
from PySide6.QtPdf import QPdfDocument, QPdfSearchModel
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from ui import theme
from ui.widgets.find_field import FindField
from ui.widgets.heading import Quiet


class PdfFind(QFrame):
    """A line above the pages, hidden until it is asked for; Qt searches a page at a time.

    ``found()``: other hits. ``walked(page, place)``: to a hit (page from 0, points). ``left()``: the line was closed.
    """

    found = Signal()
    walked = Signal(int, QRectF)
    left = Signal()

    def __init__(self, document: QPdfDocument, parent: QWidget | None = None) -> None:
        """Look through a document, whatever it holds at the time."""
        super().__init__(parent)
        self._model = QPdfSearchModel(self)
        self._model.setDocument(document)
        self._at = -1
        self.field = FindField()
        self.field.setAccessibleName(self.tr("Find in these pages"))
        self.field.setPlaceholderText(self.tr("words as they are printed, with tone marks"))
        self.said = Quiet()
        self.said.setWordWrap(False)
        hint = Quiet(self.tr("Enter: next · Esc: back to the pages"))
        hint.setWordWrap(False)
        label = QLabel(self.tr("Find in these pages"))
        label.setBuddy(self.field)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.STEP, theme.HALF, theme.STEP, theme.HALF)
        row.setSpacing(theme.STEP)
        for widget, stretch in ((label, 0), (self.field, 1), (self.said, 0), (hint, 0)):
            row.addWidget(widget, stretch)
        self.hide()
        self.field.textChanged.connect(lambda _text: self._look())
        self.field.walked.connect(self._walk)
        self.field.given_up.connect(self._leave)
        self._model.rowsInserted.connect(lambda *_rows: self._tell())
        self._model.modelReset.connect(self._tell)

    def start(self) -> None:
        """Take the keys; what was typed last time is selected."""
        self.show()
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._look()

    def renew(self) -> None:
        """The document is another one: look again where the line is open."""
        self._model.setSearchString("")
        self._at = -1
        if self.isVisible():
            self._look()

    @property
    def is_on_hit(self) -> bool:
        """Whether a person walked to one of the hits."""
        return self._at >= 0

    def places(self) -> dict[int, list[QRectF]]:
        """Where hits lie: page (from 0) -> rectangles in points."""
        result: dict[int, list[QRectF]] = {}
        for place in range(self._count()):
            link = self._model.resultAtIndex(place)
            result.setdefault(link.page(), []).extend(link.rectangles())
        return result

    def _count(self) -> int:
        return self._model.rowCount(QModelIndex())

    def _look(self) -> None:
        """Search anew; nothing is looked up while a letter is composed, nor for a single letter."""
        if self.field.is_composing:
            return
        typed = self.field.text().strip()
        self._at = -1
        self._model.setSearchString(typed if len(typed) > 1 else "")
        self._tell()

    def _tell(self) -> None:
        count = self._count()
        if len(self.field.text().strip()) < 2:
            self.said.setText("")
        elif not count:
            self.said.setText(self.tr("not found"))
        elif self._at < 0:
            self.said.setText(self.tr("%n place(s)", "", count))
        else:
            self.said.setText(self.tr("{place} of {count}").format(place=self._at + 1, count=count))
        self.found.emit()

    def _walk(self, step: int) -> None:
        count = self._count()
        if not count:
            return
        self._at = (self._at + step) % count if self._at >= 0 else (0 if step > 0 else count - 1)
        link = self._model.resultAtIndex(self._at)
        self._tell()
        rectangles = link.rectangles()
        self.walked.emit(link.page(), rectangles[0] if rectangles else QRectF())

    def _leave(self) -> None:
        self.hide()
        self._model.setSearchString("")
        self._at = -1
        self._tell()
        self.left.emit()
