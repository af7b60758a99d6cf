"""Sentences under a grid: what contradicts what, with the numbers. Each leads to its cell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem, QSizePolicy, QWidget

from ui import icons, theme

MOST_LINES = 6
ROOM = 44
"""What icon, padding and the bar for scrolling take of the width."""


class Sentence(NamedTuple):
    """One sentence: its icon (``error``, ``warning`` or ``done``), its words, and what it leads to."""

    kind: str
    text: str
    target: object = None


class SentenceList(QListWidget):
    """As high as its sentences with all their lines, up to six lines; more scroll.

    ``opened(target)``: Enter or a double click on a sentence that leads somewhere.
    """

    opened = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """An empty list called ``name``."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setObjectName("sentences")
        self.setIconSize(QSize(16, 16))
        self.setWordWrap(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemDoubleClicked.connect(self._open)
        self._sentences: tuple[Sentence, ...] = ()
        self.hide()

    def show_sentences(self, sentences: Sequence[Sentence]) -> None:
        """Show other sentences; hidden when there are none."""
        if tuple(sentences) == self._sentences:
            return
        self._sentences = tuple(sentences)
        self.clear()
        for sentence in sentences:
            item = QListWidgetItem(icons.icon(sentence.kind), sentence.text, self)
            item.setData(Qt.ItemDataRole.UserRole, sentence.target)
        self.setVisible(bool(sentences))
        self._fit()

    def sizeHint(self) -> QSize:
        """All lines of the sentences, up to six."""
        most = MOST_LINES * self.fontMetrics().lineSpacing() + theme.STEP
        return QSize(200, min(sum(self._heights()), most) + theme.HALF)

    def minimumSizeHint(self) -> QSize:
        """All of the first sentence, up to three lines."""
        line = self.fontMetrics().lineSpacing()
        first = min((self._heights() or [line])[0], 3 * line + theme.STEP)
        return QSize(80, first + theme.HALF)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks the sentences elsewhere."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _heights(self) -> list[int]:
        metrics, room = self.fontMetrics(), QRect(0, 0, max(self.width() - ROOM, 80), 10_000)
        wrapped = (metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), each.text) for each in self._sentences)
        return [max(each.height(), 16) + theme.HALF for each in wrapped]

    def _fit(self) -> None:
        """Every item as high as its words."""
        for row, height in enumerate(self._heights()):
            self.item(row).setSizeHint(QSize(0, height))
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter leads to the cell."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentItem() is not None:
            self._open(self.currentItem())
        else:
            super().keyPressEvent(event)

    def _open(self, item: QListWidgetItem) -> None:
        target = item.data(Qt.ItemDataRole.UserRole)
        if target is not None:
            self.opened.emit(target)
