"""Giải trình: the tree from a result to the typed cells, beside what the plan and the catalogue say."""

from __future__ import annotations

import html

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from data.model import Category, CellState
from data.numbers import NOT_APPLICABLE_SIGN, NOT_REPORTED_SIGN, format_typed
from data.periods import parse_period
from data.trace import TraceNode
from ui import clipboard, theme, words
from ui.formulas import FormulaWords
from ui.models.entry_rows import CellId
from ui.screens.due_targets import can_decide
from ui.screens.indicator_facts import Explained, figure, why_undecided
from ui.session import Session
from ui.widgets.heading import Heading

WHAT, PERIOD, VALUE, ORIGIN = range(4)
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
        self.tree = _Tree()
        self.tree.itemActivated.connect(self._open)
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
        self.tree.clear()
        for tree in explained.trees:
            self._add(None, tree, explained)
        self.tree.expandToDepth(2)
        top = self.tree.topLevelItem(0)
        if top is not None:
            self.tree.setCurrentItem(top)
        self.note.setText(self._note(explained))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _add(self, parent: QTreeWidgetItem | None, node: TraceNode, explained: Explained) -> None:
        if node.kind in ("part", "element") and len(node.children) == 1 and not node.borrowed:
            self._add(parent, node.children[0], explained)
            return
        item = QTreeWidgetItem([self._what(node), self._period(node, explained), self._value(node, explained), ""])
        item.setTextAlignment(VALUE, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if node.kind == "cell":
            cell = CellId(node.code, node.period, Category(node.category))
            item.setData(WHAT, Qt.ItemDataRole.UserRole, cell)
            entry = explained.entries.get(cell)
            if entry is not None:
                item.setText(ORIGIN, f"{entry.who}, {words.printed_moment(entry.at)}")
            elif node.state is CellState.NOT_REPORTED:
                item.setText(ORIGIN, self.tr("not typed yet (Enter goes there)"))
        if parent is None:
            self.tree.addTopLevelItem(item)
        else:
            parent.addChild(item)
        for child in node.children:
            self._add(item, child, explained)

    def _what(self, node: TraceNode) -> str:
        catalogue = self._session.catalogue
        if node.kind == "indicator":
            name = catalogue.indicators[node.code].name_vi
            return name if node.category == "total" else f"{name} – {words.category_name(node.category)}"
        if node.kind == "numerator":
            return self.tr("Numerator: {formula}").format(formula=self._formula(node.code))
        if node.kind == "denominator":
            return self.tr("Denominator: {formula}").format(formula=self._formula(node.code))
        name = catalogue.data_elements[node.code].name_vi
        if node.category in ("default", "total"):
            return name
        return f"{name} – {words.category_name(node.category)}"

    def _formula(self, text: str) -> str:
        return self._session.messages.expression(text, self._session.catalogue)

    def _period(self, node: TraceNode, explained: Explained) -> str:
        """The own period of a part or cell; the span that was counted for everything above them."""
        if node.borrowed or node.kind in ("part", "cell"):
            return words.short_period(parse_period(node.borrowed or node.period))
        return words.short_span(explained.row.result.value.span)

    def _value(self, node: TraceNode, explained: Explained) -> str:
        if node.kind == "indicator" and node.category == "total":
            return explained.row.value
        if node.state is CellState.NOT_APPLICABLE:
            return NOT_APPLICABLE_SIGN
        if node.kind == "cell" and node.text:
            return format_typed(node.text) if node.text[:1].isdigit() else words.choice(node.text)
        return figure(node.value) if node.value is not None else NOT_REPORTED_SIGN

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

    def _open(self, item: QTreeWidgetItem) -> None:
        cell = item.data(WHAT, Qt.ItemDataRole.UserRole)
        if cell is not None:
            self.cell_opened.emit(CellId(*cell))


def _paragraph(head: str, text: str) -> str:
    quiet = f'<span style="color:{theme.colours().muted}">{html.escape(head)}</span>'
    return f'<p style="margin:0 0 6px 0">{quiet}<br>{html.escape(text)}</p>'


class _Tree(QTreeWidget):
    """The tree; Ctrl+C copies it, indented, with its columns."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Where it comes from"))
        self.setHeaderLabels([self.tr("What"), self.tr("Period"), self.tr("Value"), self.tr("Who typed it, and when")])
        head = self.header()
        head.setStretchLastSection(False)
        for column in (PERIOD, VALUE, ORIGIN):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(WHAT, QHeaderView.ResizeMode.Stretch)
        self.setUniformRowHeights(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            rows: list[list[str]] = []
            for place in range(self.topLevelItemCount()):
                item = self.topLevelItem(place)
                if item is not None:
                    self._collect(item, 0, rows)
            head = [self.headerItem().text(column) for column in range(4)]
            clipboard.put(clipboard.table_data(head, rows, frozenset((VALUE,))))
        else:
            super().keyPressEvent(event)

    def _collect(self, item: QTreeWidgetItem, depth: int, rows: list[list[str]]) -> None:
        rows.append(["  " * depth + item.text(WHAT), *(item.text(column) for column in (PERIOD, VALUE, ORIGIN))])
        for child in (item.child(place) for place in range(item.childCount())):
            if child is not None:
                self._collect(child, depth + 1, rows)
