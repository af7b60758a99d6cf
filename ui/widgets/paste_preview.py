"""Under the grid: what pasting or taking over a file would change, before anything is written. One key accepts it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ui import icons, theme
from ui.models.preview_model import NAME, NEW, OLD, PERIOD, PreviewLine, PreviewModel
from ui.widgets.ledger_table import SIDE_PADDING, TOP_PADDING, LedgerTable

MOST_ROWS = 8
ICON_ROOM, HAIR = 22, 4


class Preview(NamedTuple):
    """What is shown.

    Attributes:
        summary: "17 cells will change, 2 are refused".
        notes: What was recognised, what is left out.
        accept: Caption of the button that does it; empty when there is nothing to do.
        answers: A question's answers, each with what it does; the question is one of the notes.
        heads: Heads of the columns, where they are not the cell, its period, what is there and what would be.
        is_offer: Whether the answers are only an offer beside the button; then Enter does what the button does.
    """

    summary: str
    lines: Sequence[PreviewLine]
    accept: str
    notes: Sequence[str] = ()
    answers: Sequence[tuple[str, Callable[[], None]]] = ()
    heads: tuple[str, ...] = ()
    is_offer: bool = False


class PastePreview(QFrame):
    """Hidden while there is nothing to look at.

    ``accepted()``: do it. ``left()``: closed without doing anything.
    """

    accepted = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """An empty, hidden pane."""
        super().__init__(parent)
        self.model = PreviewModel(self)
        self.table = LedgerTable(self.tr("What would change"), self.model)
        self.table.verticalHeader().setMinimumSectionSize(1)
        self.table.setSelectionBehavior(LedgerTable.SelectionBehavior.SelectRows)
        self.table.opened.connect(lambda _index: self._accept())
        self.table.widened.connect(self._fit)
        self._sign = QLabel()
        self.summary = QLabel(wordWrap=True)
        self.notes = QLabel(wordWrap=True)
        for label in (self.summary, self.notes):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.accept = QPushButton(self.tr("Paste"))
        self.leave = QPushButton(self.tr("Leave it (Esc)"))
        self.accept.clicked.connect(self._accept)
        self.leave.clicked.connect(self._leave)
        self.answers: list[QPushButton] = []
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.STEP)
        head.addWidget(self._sign)
        head.addWidget(self.summary, 1)
        for button in (self.accept, self.leave):
            button.setAutoDefault(True)
            head.addWidget(button)
        self._asked = QHBoxLayout()
        self._asked.setSpacing(theme.STEP)
        self._asked.addWidget(self.notes, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.STEP, theme.HALF, theme.STEP, theme.HALF)
        column.setSpacing(theme.HALF)
        column.addLayout(head)
        column.addLayout(self._asked)
        column.addWidget(self.table)

    def show_preview(self, preview: Preview) -> None:
        """Show what would change, and take the keys."""
        is_refused = any(line.kind for line in preview.lines)
        self._sign.setPixmap(icons.pixmap("warning" if is_refused else "undecided", 16, self.devicePixelRatioF()))
        self.summary.setText(preview.summary)
        self.notes.setText("\n".join(preview.notes))
        self.notes.setVisible(bool(preview.notes or preview.answers))
        self.setAccessibleName(" ".join((preview.summary, *preview.notes)))
        self.accept.setText(preview.accept)
        self.accept.setAccessibleName(preview.accept)
        self.accept.setVisible(bool(preview.accept))
        self._show_answers(preview.answers)
        self.model.show_lines(preview.lines, preview.heads)
        for column in (PERIOD, OLD):
            self.table.setColumnHidden(column, bool(preview.heads))
        self.table.setVisible(bool(preview.lines))
        self.show()
        self._fit()
        self._take_focus(is_offer=preview.is_offer)

    def clear(self) -> None:
        """Hide the pane; nothing is done."""
        self.model.show_lines(())
        self._show_answers(())
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter accepts, Esc leaves."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._accept()
        elif event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A quiet ground under a rule."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("raised"))
        painter.setPen(QPen(theme.colour("control"), 1))
        painter.drawLine(self.rect().topLeft(), self.rect().topRight())
        painter.end()

    def _show_answers(self, answers: Sequence[tuple[str, Callable[[], None]]]) -> None:
        for button in self.answers:
            self._asked.removeWidget(button)
            button.deleteLater()
        self.answers = []
        for number, (caption, action) in enumerate(answers, start=1):
            button = QPushButton(caption)
            button.setAutoDefault(True)
            button.setAccessibleName(caption)
            button.setShortcut(f"Alt+{number}")
            button.clicked.connect(lambda _checked=False, action=action: action())
            self._asked.addWidget(button)
            self.answers.append(button)

    def _take_focus(self, *, is_offer: bool) -> None:
        asked = [] if is_offer and self.accept.isVisibleTo(self) else self.answers
        wanted = asked[0] if asked else self.accept if self.accept.isVisibleTo(self) else self.leave
        wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit(self) -> None:
        """As high as its lines, up to eight; the two texts share what the period and the old figure leave."""
        widths = dict(self._widths())
        for column, width in widths.items():
            self.table.setColumnWidth(column, width)
        one = self.fontMetrics().height() + 2 * TOP_PADDING + HAIR
        rows = self.table.verticalHeader()
        if rows.defaultSectionSize() != one:
            rows.setDefaultSectionSize(one)
        heights = [self._height(line, widths, one) for line in self.model.lines]
        for row, height in enumerate(heights):
            if self.table.rowHeight(row) != height:
                self.table.setRowHeight(row, height)
        self.table.setFixedHeight(self.table.horizontalHeader().sizeHint().height() + sum(heights[:MOST_ROWS]) + HAIR)

    def _height(self, line: PreviewLine, widths: dict[int, int], one: int) -> int:
        """Height of a line; asking every cell for its size takes too long, and most are one line high."""
        metrics, most = self.fontMetrics(), one
        for text, room in ((line.name, widths[NAME] - ICON_ROOM), (line.new, widths[NEW])):
            room -= 2 * SIDE_PADDING + HAIR
            if metrics.horizontalAdvance(text) > room:
                used = metrics.boundingRect(QRect(0, 0, room, 10_000), int(Qt.TextFlag.TextWordWrap), text)
                most = max(most, used.height() + 2 * TOP_PADDING + HAIR)
        return most

    def _widths(self) -> list[tuple[int, int]]:
        metrics, room = self.fontMetrics(), self.table.viewport().width()
        figures = metrics.horizontalAdvance("000.000.000") + 2 * theme.STEP
        if self.table.isColumnHidden(OLD):  # a list of faults: short addresses, long sentences
            names = max((metrics.horizontalAdvance(line.name) for line in self.model.lines), default=0)
            name = min(max(names, figures) + 5 * theme.STEP, room // 2)
            return [(NAME, name), (NEW, room - name)]
        periods = [metrics.horizontalAdvance(line.period) for line in self.model.lines]
        period = max([metrics.horizontalAdvance("Q III/24"), *periods]) + 3 * theme.STEP
        rest = max(room - figures - period, 2 * figures)
        return [(NAME, rest * 11 // 20), (PERIOD, period), (OLD, figures), (NEW, rest * 9 // 20)]

    def _accept(self) -> None:
        if self.isVisible() and self.accept.isVisibleTo(self):
            self.accepted.emit()

    def _leave(self) -> None:
        self.clear()
        self.left.emit()
