"""Giải trình of a bound item: from its figure down to the typed cells."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from data import assessment_queries, queries
from data.assessment.definitions import Binding, CriteriaSet, leaves
from data.periods import Period
from data.printing import printed_value, with_unit
from data.trace import explain, explain_element
from ui import theme
from ui.models.entry_rows import CellId
from ui.screens.assessment_work import Sheet
from ui.session import Session
from ui.widgets.heading import Heading
from ui.widgets.trace_tree import Traced, TraceTree, cells_of, figure


class AssessmentTrace(QFrame):
    """In place of the foot while it is open.

    ``cell_opened(cell)``: Enter on a typed cell. ``closed()``: Esc.
    """

    cell_opened = Signal(object)
    closed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """A hidden tree."""
        super().__init__(parent)
        self._session, self._wanted = session, ""
        self.title = Heading()
        self.title.setMinimumWidth(10 * theme.STEP)
        self.tree = TraceTree(session)
        self.tree.cell_opened.connect(self.cell_opened)
        close = QPushButton(self.tr("Close (Esc)"))
        close.setAutoDefault(True)
        close.clicked.connect(self.closed)
        top = QHBoxLayout()
        top.setContentsMargins(theme.STEP, theme.STEP, theme.STEP, theme.HALF)
        top.addWidget(self.title, 1)
        top.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.tree, 1)
        self.hide()

    def show_item(self, sheet: Sheet, code: str) -> None:
        """Work the tree of an item out, off the GUI thread."""
        self._wanted = code
        used = sheet.criteria_set
        binding = _binding(used, code) if used is not None else None
        if used is None or binding is None:
            self.tree.clear()
            self.title.setText(self.tr("{item} is not scored from a figure of the station.").format(item=code))
            return
        session = self._session

        def show(traced: Traced | None) -> None:
            if self._wanted == code:
                self.title.setText(self.tr("{item}: where its figure comes from").format(item=code))
                self.tree.clear()
                if traced is not None:
                    self.tree.show_traced(traced)

        session.tasks.run(lambda _task: _traced(session, used, binding, sheet.year), show)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def _binding(used: CriteriaSet, code: str) -> Binding | None:
    return next((item.binds for _criterion, item in leaves(used) if item.code == code), None)


def _traced(session: Session, used: CriteriaSet, binding: Binding, year: int) -> Traced | None:
    """The tree of a figure over the assessed year; None for a code that is no longer kept."""
    calculator = assessment_queries.calculator_for(session.store, session.catalogue, used, year)
    period = Period(year, 1, 12)
    if binding.indicator in session.catalogue.indicators:
        tree = explain(calculator, binding.indicator, period)
        indicator = session.catalogue.indicators[binding.indicator]
        value = calculator.value(binding.indicator, period)
        printed, span = with_unit(indicator, printed_value(indicator, value)), value.span
    elif binding.data_element in session.catalogue.data_elements:
        tree = explain_element(calculator, binding.data_element, period)
        printed, span = figure(tree.value) if tree.value is not None else "", period
    else:
        return None
    entries = {}
    for cell in cells_of(tree):
        history = queries.history(session.store, cell.data_element, cell.period, cell.category)
        if history:
            entries[CellId(*cell)] = history[0]
    return Traced((tree,), entries, span, printed)
