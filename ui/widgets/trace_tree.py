"""The tree from a result down to the typed cells: what, over which months, how much, who typed it and when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from data.history import ChangeEntry
from data.model import Category, CellState, Number
from data.numbers import NOT_APPLICABLE_SIGN, NOT_REPORTED_SIGN, exact_text, format_number, format_typed
from data.periods import Period, parse_period
from data.trace import TraceNode
from ui import clipboard, words
from ui.models.entry_rows import CellId
from ui.session import Session

WHAT, PERIOD, VALUE, ORIGIN = range(4)


class Traced(NamedTuple):
    """The way from a result to its cells.

    Attributes:
        trees: One for the total, and one for each sex where each counts.
        entries: Newest change of each cell in the trees.
        span: The months that were counted.
        value: The result as it is printed.
    """

    trees: Sequence[TraceNode]
    entries: Mapping[CellId, ChangeEntry]
    span: Period
    value: str


def figure(value: Number) -> str:
    """An exact number as short as it can be shown, at most two decimals."""
    return format_number(value, min(2, len(exact_text(value).partition(".")[2])))


def cells_of(node: TraceNode) -> list[CellId]:
    """The typed cells at the ends of a tree."""
    if node.kind == "cell":
        return [CellId(node.code, node.period, Category(node.category))]
    return [cell for child in node.children for cell in cells_of(child)]


class TraceTree(QTreeWidget):
    """The tree; Enter on a cell opens it, Ctrl+C copies everything, indented, with its columns.

    ``cell_opened(cell)``: Enter on a typed cell.
    """

    cell_opened = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """An empty tree."""
        super().__init__(parent)
        self._session = session
        self.setAccessibleName(self.tr("Where it comes from"))
        self.setHeaderLabels([self.tr("What"), self.tr("Period"), self.tr("Value"), self.tr("Who typed it, and when")])
        head = self.header()
        head.setStretchLastSection(False)
        for column in (PERIOD, VALUE, ORIGIN):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(WHAT, QHeaderView.ResizeMode.Stretch)
        self.setUniformRowHeights(True)
        self.itemActivated.connect(self._open)

    def show_traced(self, traced: Traced) -> None:
        """Show other trees, with the cursor on top."""
        self.clear()
        for tree in traced.trees:
            self._add(None, tree, traced)
        self.expandToDepth(2)
        top = self.topLevelItem(0)
        if top is not None:
            self.setCurrentItem(top)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+C copies."""
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

    def _add(self, parent: QTreeWidgetItem | None, node: TraceNode, traced: Traced) -> None:
        if node.kind in ("part", "element") and len(node.children) == 1 and not node.borrowed:
            self._add(parent, node.children[0], traced)
            return
        item = QTreeWidgetItem([self._what(node), _period(node, traced), _value(node, traced), ""])
        item.setTextAlignment(VALUE, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if node.kind == "cell":
            cell = CellId(node.code, node.period, Category(node.category))
            item.setData(WHAT, Qt.ItemDataRole.UserRole, cell)
            entry = traced.entries.get(cell)
            if entry is not None:
                item.setText(ORIGIN, f"{entry.who}, {words.printed_moment(entry.at)}")
            elif node.state is CellState.NOT_REPORTED:
                item.setText(ORIGIN, self.tr("not typed yet (Enter goes there)"))
        if parent is None:
            self.addTopLevelItem(item)
        else:
            parent.addChild(item)
        for child in node.children:
            self._add(item, child, traced)

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

    def _open(self, item: QTreeWidgetItem) -> None:
        cell = item.data(WHAT, Qt.ItemDataRole.UserRole)
        if cell is not None:
            self.cell_opened.emit(CellId(*cell))

    def _collect(self, item: QTreeWidgetItem, depth: int, rows: list[list[str]]) -> None:
        rows.append(["  " * depth + item.text(WHAT), *(item.text(column) for column in (PERIOD, VALUE, ORIGIN))])
        for child in (item.child(place) for place in range(item.childCount())):
            if child is not None:
                self._collect(child, depth + 1, rows)


def _period(node: TraceNode, traced: Traced) -> str:
    """The own period of a part or cell; the span that was counted for everything above them."""
    if node.borrowed or node.kind in ("part", "cell"):
        return words.short_period(parse_period(node.borrowed or node.period))
    return words.short_span(traced.span)


def _value(node: TraceNode, traced: Traced) -> str:
    if node.kind == "indicator" and node.category == "total":
        return traced.value
    if node.state is CellState.NOT_APPLICABLE:
        return NOT_APPLICABLE_SIGN
    if node.kind == "cell" and node.text:
        return format_typed(node.text) if node.text[:1].isdigit() else words.choice(node.text)
    return figure(node.value) if node.value is not None else NOT_REPORTED_SIGN
