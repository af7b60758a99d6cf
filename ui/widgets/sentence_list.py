"""Sentences under a grid: what contradicts what, with the numbers. Each leads to its cell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from ui import icons, theme

MOST_LINES = 4


class Sentence(NamedTuple):
    """One sentence: its icon (``error``, ``warning`` or ``done``), its words, and what it leads to."""

    kind: str
    text: str
    target: object = None


class SentenceList(QListWidget):
    """As high as its sentences, up to four lines; more scroll.

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
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Up to four lines."""
        line = self.fontMetrics().height() + theme.HALF
        return QSize(200, min(len(self._sentences), MOST_LINES) * line + theme.HALF)

    def minimumSizeHint(self) -> QSize:
        """One line."""
        return QSize(80, self.fontMetrics().height() + 2 * theme.HALF)

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
