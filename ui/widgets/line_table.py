"""A table of plain lines: whole rows, columns that always fit the width, and keys to add, change and take away."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from ui import theme
from ui.models.line_model import LineModel
from ui.widgets.column_widths import fitted_width
from ui.widgets.ledger_table import LedgerTable

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
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
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
        for column, letters in self._widest.items():
            room = theme.STEP if any(line.sign and line.sign_at == column for line in self._lines.lines) else 0
            self.setColumnWidth(column, fitted_width(self, column, letters) + room)
        rest = self.viewport().width() - sum(self.columnWidth(column) for column in self._widest)
        whole, least = sum(self._shares.values()), NARROWEST * self.fontMetrics().averageCharWidth()
        for column, share in self._shares.items():
            self.setColumnWidth(column, max(rest * share // whole, least))
        self._join_headings()

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
