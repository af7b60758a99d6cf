"""A table of plain lines: whole rows, columns that always fit the width, and keys to add, change and take away."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui import theme
from ui.models.line_model import LineModel
from ui.widgets.ledger_table import LedgerTable
from ui.widgets.plain_cells import PlainDelegate, fit_rows, widest

NARROWEST = 8
"""Letters that a column with a share keeps at least."""


class LineTable(LedgerTable):
    """Enter and F2 open a line.

    ``adding_asked()``: Insert. ``removal_asked()``: Delete. ``chosen()``: the cursor stands on another line.
    """

    adding_asked = Signal()
    removal_asked = Signal()
    chosen = Signal()

    def __init__(
        self,
        name: str,
        model: LineModel,
        widest: Mapping[int, int],
        shares: Mapping[int, int],
        parent: QWidget | None = None,
    ) -> None:
        """A table over lines.

        Args:
            name: What it is called for those who hear it.
            model: The lines.
            widest: The most letters of the short columns.
            shares: How the others share what is left, in any unit.
            parent: The widget around it.
        """
        super().__init__(name, model, parent)
        self._lines, self._widest, self._shares = model, dict(widest), dict(shares)
        self.setSelectionBehavior(LedgerTable.SelectionBehavior.SelectRows)
        self.setItemDelegate(PlainDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.widened.connect(self.fit)
        model.modelReset.connect(self.fit)
        self.selectionModel().currentChanged.connect(lambda _now, _before: self.chosen.emit())

    def share_out(self, widest: Mapping[int, int], shares: Mapping[int, int]) -> None:
        """Fit other columns."""
        self._widest, self._shares = dict(widest), dict(shares)
        self.fit()

    @property
    def subject(self) -> object:
        """What the line under the cursor is about; None without one."""
        return self._lines.subject_at(self.currentIndex().row())

    def choose(self, subject: object) -> None:
        """Put the cursor on what is sought, else on the first line."""
        row = self._lines.row_of(subject)
        if row >= 0:
            self.setCurrentIndex(self._lines.index(row, 0))

    def fit(self) -> None:
        """The short columns as wide as what they hold, the others share the rest."""
        self._join_headings()
        letter = self.fontMetrics().averageCharWidth()
        for column, letters in self._widest.items():
            self.setColumnWidth(column, widest(self, self._lines, column, letters))
        rest = self.viewport().width() - sum(self.columnWidth(column) for column in self._widest)
        whole, least = sum(self._shares.values()), NARROWEST * letter
        for column, share in self._shares.items():
            self.setColumnWidth(column, max(rest * share // whole, least))
        fit_rows(self, self._lines)

    def _join_headings(self) -> None:
        self.clearSpans()
        for row, line in enumerate(self._lines.lines):
            if line.is_heading:
                self.setSpan(row, 0, 1, self._lines.columnCount())

    def changeEvent(self, event: QEvent) -> None:
        """Another text size: fit the columns."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_widest"):
            self.fit()

    def moveCursor(self, action: LedgerTable.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Pass over headings, on in the same direction; where only headings follow, stay."""
        here, there = self.currentIndex(), super().moveCursor(action, modifiers)
        step = 1 if there.row() >= here.row() else -1
        row = there.row()
        while 0 <= row < len(self._lines.lines) and self._lines.lines[row].is_heading:
            row += step
        return self._lines.index(row, there.column()) if 0 <= row < len(self._lines.lines) else here

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the class's docstring."""
        if event.key() == Qt.Key.Key_Insert:
            self.adding_asked.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.removal_asked.emit()
        elif event.key() == Qt.Key.Key_F2:
            self.opened.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


def room_of(table: LineTable, lines: int) -> None:
    """Let a table show some lines at least."""
    table.setMinimumHeight(lines * table.fontMetrics().lineSpacing() + 4 * theme.STEP)
