"""The foot of the score table: total, verdict in a word, every clause of the pass rule, what is still open."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ui import icons, theme
from ui.widgets.heading import Heading

SIGN = 16


class SignedLine(QWidget):
    """An icon and a sentence that wraps; the icon follows light and dark."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """An empty line."""
        super().__init__(parent)
        self._sign, self.label, self._name = QLabel(), QLabel(wordWrap=True), ""
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.HALF)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.label, 1)

    def show_line(self, sign: str, text: str) -> None:
        """Show another icon and sentence."""
        self._name = sign
        self.label.setText(text)
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Light or dark: draw the icon anew."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_name"):
            self._draw()

    def _draw(self) -> None:
        if self._name:
            self._sign.setPixmap(icons.pixmap(self._name, SIGN, self.devicePixelRatioF()))


class VerdictFoot(QFrame):
    """What the layer that is shown comes to.

    ``next_asked()``: the next item without points is wanted.
    """

    next_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """An empty foot."""
        super().__init__(parent)
        self.total = Heading(factor=1.1)
        self.verdict = Heading(factor=1.1)
        self._sign, self._sign_name = QLabel(), ""
        self.why = QLabel(wordWrap=True)
        self.why.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.next = QPushButton()
        self.next.setAccessibleName(self.tr("Next item that is not scored"))
        self.next.setAutoDefault(True)
        self.next.clicked.connect(self.next_asked)
        top = QHBoxLayout()
        top.setSpacing(theme.STEP)
        for widget, stretch in ((self.total, 0), (self._sign, 0), (self.verdict, 0), (self.why, 1), (self.next, 0)):
            top.addWidget(widget, stretch)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(2 * theme.STEP)
        self._grid.setVerticalSpacing(2)
        self.lines: list[SignedLine] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.STEP, theme.HALF, theme.STEP, theme.HALF)
        column.setSpacing(theme.HALF)
        column.addLayout(top)
        column.addLayout(self._grid)

    def show_verdict(self, total: str, verdict: tuple[str, str], why: str) -> None:
        """Show the sum, (icon, word) of the verdict, and why there is none."""
        self.total.setText(total)
        self._sign_name, word = verdict
        self.verdict.setText(word)
        self.why.setText(why)  # empty it still takes the room that is left, so that the word stays at the left
        self._draw()

    def show_clauses(self, clauses: Sequence[tuple[str, str]]) -> None:
        """Show (icon, sentence) of every clause."""
        while len(self.lines) < len(clauses):
            line = SignedLine()
            self._grid.addWidget(line, len(self.lines), 0)
            self.lines.append(line)
        for place, line in enumerate(self.lines):
            line.setVisible(place < len(clauses))
            if place < len(clauses):
                line.show_line(*clauses[place])

    def show_open(self, caption: str) -> None:
        """Offer to go to the next item without points; an empty caption where there is none."""
        self.next.setText(caption)
        self.next.setVisible(bool(caption))

    @property
    def text(self) -> str:
        """Everything that is said, for those who hear it and for tests."""
        shown = [line.label.text() for line in self.lines if not line.isHidden()]
        return "\n".join(filter(None, (self.total.text(), self.verdict.text(), self.why.text(), *shown)))

    def changeEvent(self, event: QEvent) -> None:
        """Light or dark: draw the icon anew."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_sign_name"):
            self._draw()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A quiet ground under a rule."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("raised"))
        painter.setPen(QPen(theme.colour("control"), 1))
        painter.drawLine(self.rect().topLeft(), self.rect().topRight())
        painter.end()

    def _draw(self) -> None:
        if self._sign_name:
            self._sign.setPixmap(icons.pixmap(self._sign_name, SIGN, self.devicePixelRatioF()))
