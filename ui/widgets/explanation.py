"""Giải trình: the tree from a result to the typed cells, beside what the plan and the catalogue say."""

from __future__ import annotations

import html

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from ui import theme, words
from ui.formulas import FormulaWords
from ui.screens.due_targets import can_decide
from ui.screens.indicator_facts import Explained, why_undecided
from ui.session import Session
from ui.widgets.heading import Heading
from ui.widgets.trace_tree import Traced, TraceTree

WORDING_FROM = "elements or wording from: "
"""What stands before the documents in the catalogue's ``source_detail``; the paragraph's head says it instead."""


class Explanation(QFrame):
    """The lower half of the target screen.

    ``cell_opened(cell)``: Enter on a typed cell. ``decision_asked()``: a person wants to decide. ``closed()``: Esc.
    """

    cell_opened = Signal(object)
    decision_asked = Signal()
    closed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """An empty explanation."""
        super().__init__(parent)
        self._session = session
        self.title = Heading()
        self.title.setMinimumWidth(10 * theme.STEP)
        self.decide = QPushButton(self.tr("&Decide…"))
        self.decide.setAccessibleName(self.tr("Decide about this target"))
        self.decide.clicked.connect(self.decision_asked)
        close = QPushButton(self.tr("Close (Esc)"))
        close.clicked.connect(self.closed)
        for button in (self.decide, close):
            button.setAutoDefault(True)  # Enter presses it
        self.tree = TraceTree(session)
        self.tree.cell_opened.connect(self.cell_opened)
        self.note = QLabel(wordWrap=True)
        self.note.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.note.setTextFormat(Qt.TextFormat.RichText)
        self.note.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.note.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.note.setContentsMargins(theme.STEP, theme.HALF, theme.STEP, theme.STEP)
        scroll = QScrollArea()
        scroll.setAccessibleName(self.tr("What the plan and the catalogue say"))
        scroll.setWidgetResizable(True)
        scroll.setWidget(self.note)
        top = QHBoxLayout()
        top.setContentsMargins(theme.STEP, theme.STEP, theme.STEP, theme.HALF)
        for widget, stretch in ((self.title, 1), (self.decide, 0), (close, 0)):
            top.addWidget(widget, stretch)
        halves = QSplitter(Qt.Orientation.Horizontal)
        halves.setHandleWidth(1)
        halves.addWidget(self.tree)
        halves.addWidget(scroll)
        halves.setStretchFactor(0, 3)
        halves.setStretchFactor(1, 2)
        halves.setSizes([90 * theme.STEP, 50 * theme.STEP])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(halves, 1)

    def show_explained(self, explained: Explained) -> None:
        """Show the tree and the note of one target."""
        row = explained.row
        self.title.setText(self.tr("Where it comes from: {name}").format(name=row.name))
        self.decide.setVisible(can_decide(row.result.target))
        self.tree.show_traced(Traced(explained.trees, explained.entries, row.result.value.span, row.value))
        self.note.setText(self._note(explained))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _note(self, explained: Explained) -> str:
        catalogue, result = self._session.catalogue, explained.row.result
        target, indicator = result.target, catalogue.indicators[result.value.indicator]
        is_english = self._session.language == "en"  # the research wrote its definitions and remarks in English
        is_official = indicator.certainty == "official"
        parts = [
            (self.tr("The plan says"), f"“{target.phrase}” ({target.clause})"),
            (self.tr("Target"), explained.row.target),
            (
                self.tr("Verdict"),
                " · ".join(part for part in (*explained.row.verdict.split("\n"), explained.row.gap) if part),
            ),
            (self.tr("Why no verdict"), why_undecided(result)),
            (self.tr("Formula"), FormulaWords(catalogue.data_elements, self._session.messages).indicator(indicator)),
            (self.tr("Definition"), indicator.definition if is_english else ""),
            (self.tr("Source"), indicator.source if is_official else ""),
            (self.tr("Data elements or wording from"), indicator.source_detail.removeprefix(WORDING_FROM)),
            (self.tr("Certainty"), words.certainty(indicator)),
            (self.tr("Remark"), " ".join(filter(None, (target.note, indicator.note))) if is_english else ""),
        ]
        if result.decision is not None:
            decision = result.decision
            said = f"{decision.decided_by}, {words.printed_date(decision.decided_on)}: {decision.note}"
            parts.append((self.tr("Decided"), said))
        return "".join(_paragraph(head, text) for head, text in parts if text)


def _paragraph(head: str, text: str) -> str:
    quiet = f'<span style="color:{theme.colours().muted}">{html.escape(head)}</span>'
    return f'<p style="margin:0 0 6px 0">{quiet}<br>{html.escape(text)}</p>'
