"""A small line to write a comment, a note or a name in: a reason, a text, Enter keeps it, Esc leaves it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.text_fields import RemarkField

Kept = Callable[[str, str], None]
"""(reason's code, text) -> None."""


class NoteLine(QFrame):
    """Hidden until something is to be written; ``back`` gets the keys afterwards."""

    def __init__(self, reasons: Callable[[], Sequence[tuple[str, str]]], parent: QWidget | None = None) -> None:
        """An empty line; ``reasons`` gives (code, words) when something is first written."""
        super().__init__(parent)
        self._reasons = reasons
        self._about = QLabel(wordWrap=True)
        self.reason = QComboBox()
        self.reason.setAccessibleName(self.tr("Reason"))
        self.reason.setToolTip(self.tr("Our own list of reasons; no circular prescribes one"))
        self.reason.addItem(self.tr("(no reason chosen)"), "")
        self.edit = RemarkField()
        self.edit.setAccessibleName(self.tr("Text"))
        self.keep_button = QPushButton(self.tr("Keep (Enter)"))
        leave = QPushButton(self.tr("Leave it (Esc)"))
        self.keep_button.clicked.connect(self._keep)
        leave.clicked.connect(self.leave)
        row = QHBoxLayout()
        row.setSpacing(theme.STEP)
        row.addWidget(self.reason)
        row.addWidget(self.edit, 1)
        row.addWidget(self.keep_button)
        row.addWidget(leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.STEP, theme.HALF, theme.STEP, theme.HALF)
        column.setSpacing(theme.HALF)
        column.addWidget(self._about)
        column.addLayout(row)
        self._kept: Kept | None = None
        self._back: QWidget | None = None
        self.hide()

    @property
    def about(self) -> str:
        """The sentence above the field."""
        return self._about.text()

    def write(
        self, about: str, text: tuple[str, str], kept: Kept, back: QWidget | None, *, reasons: bool = True
    ) -> None:
        """Ask for a text; ``text`` is (reason's code, text) as it stands, ``kept`` takes what was written."""
        self._about.setText(about)
        self.edit.setAccessibleName(about)
        if self.reason.count() == 1:
            for code, words in self._reasons():
                self.reason.addItem(words, code)
        self.reason.setVisible(reasons)
        self.reason.setCurrentIndex(max(self.reason.findData(text[0]), 0))
        self.edit.setText(text[1])
        self.edit.selectAll()
        self._kept, self._back = kept, back
        self.show()
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Close the line; nothing is kept."""
        self._kept = None
        self.hide()
        if self._back is not None:
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter keeps, Esc leaves, the arrows choose a reason."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self.reason.isVisible() and not self.edit.is_composing:
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            self.reason.setCurrentIndex(min(max(self.reason.currentIndex() + step, 0), self.reason.count() - 1))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._keep()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A quiet ground under a rule."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("raised"))
        painter.setPen(QPen(theme.colour("control"), 1))
        painter.drawLine(self.rect().topLeft(), self.rect().topRight())
        painter.end()

    def _keep(self) -> None:
        kept, code, text = self._kept, str(self.reason.currentData() or ""), self.edit.text()
        self.leave()
        if kept is not None:
            kept(code, text)
