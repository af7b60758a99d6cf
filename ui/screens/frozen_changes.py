"""Frozen figures against those of today, cell by cell, with who changed them and why, and what can be done about it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from data.documents.changes import CellChange
from data.periods import parse_period
from ui import theme, words
from ui.models.line_model import LineModel
from ui.screens.frozen_words import called, change_line
from ui.screens.frozen_work import ReportRow, differences
from ui.session import Session
from ui.widgets.heading import Heading, Quiet
from ui.widgets.line_table import LineTable, room_of
from ui.widgets.rows import in_row, made_button

WIDEST = {1: 12, 2: 12, 3: 18}
SHARES = {0: 3, 4: 2}


class ChangesView(QWidget):
    """The table with its buttons; Enter on a line opens the cell.

    ``left()``: back to the list. ``cell_opened(cell)``: a cell is to be shown. ``report_asked(key)``: the report is to
    be written anew. ``letter_asked()``: the letter that corrects it is wanted. ``refused(error)``: why it failed.
    """

    left = Signal()
    cell_opened = Signal(object)
    report_asked = Signal(object)
    letter_asked = Signal()
    refused = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """An empty table."""
        super().__init__(parent)
        self.session = session
        self.row: ReportRow | None = None
        self.changes: tuple[CellChange, ...] = ()
        self.head, self.said = Heading(factor=1.1), Quiet()
        heads = (
            self.tr("Cell"),
            self.tr("Frozen"),
            self.tr("Now"),
            self.tr("Who, when"),
            self.tr("Why"),
        )
        self.model = LineModel(heads, (1, 2), parent=self)
        self.table = LineTable(self.tr("Frozen figures against those of today"), self.model, WIDEST, SHARES)
        self.table.opened.connect(self._open)
        self.buttons: dict[str, QPushButton] = {
            "letter": made_button(self.tr("Letter of correction…"), self.letter_asked.emit),
            "anew": made_button(self.tr("Write the report that replaces it"), self._ask_anew),
            "back": made_button(self.tr("Back  Esc"), self.left.emit),
        }
        self._lay_out()

    def _lay_out(self) -> None:
        room_of(self.table, 4)
        self.head.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.HALF)
        column.addWidget(self.head)
        column.addWidget(self.said)
        column.addWidget(self.table, 1)
        column.addLayout(in_row(*self.buttons.values()))

    def show_row(self, row: ReportRow) -> None:
        """Compare a report with the figures of today."""
        self.row, self.changes = row, ()
        self.head.setText(self.tr("Frozen figures ≠ figures of today: {report}").format(report=called(row)))
        self.said.setText(self.tr("Comparing…"))
        self.model.show_lines(())
        self._enable()
        self.show()
        session = self.session
        session.writer.when_empty(
            lambda: session.tasks.run(
                lambda _task: differences(session, row.report), lambda found: self._show(row, found), self.refused.emit
            )
        )

    def take_focus(self) -> None:
        """The lines take the keys; without any the way back."""
        wanted: QWidget = self.table if self.model.lines else self.buttons["back"]
        wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, row: ReportRow, found: Sequence[CellChange]) -> None:
        if row != self.row:
            return
        self.changes = tuple(found)
        self.model.show_lines([change_line(self.session, change) for change in found])
        self.table.choose(None)
        self.said.setText(self._words(row, len(found)))
        self._enable()
        if self.isVisible() and self.buttons["back"].hasFocus():
            self.take_focus()

    def _words(self, row: ReportRow, count: int) -> str:
        period = words.period_name(parse_period(row.report.key.period))
        if not count:
            said = self.tr("No cell behind the report of {period} has changed since it was frozen.")
            return said.format(period=period)
        said = self.tr(
            "%n cell(s) changed behind the report of {period}. The pages stay as they were frozen. Enter opens a cell.",
            "",
            count,
        )
        return said.format(period=period)

    def _enable(self) -> None:
        is_standing = self.row is not None and self.row.is_standing
        self.buttons["letter"].setEnabled(bool(self.changes))
        self.buttons["anew"].setEnabled(is_standing and bool(self.changes))

    def _open(self, index: QModelIndex) -> None:
        cell = self.model.subject_at(index.row())
        if cell is not None:
            self.cell_opened.emit(cell)

    def _ask_anew(self) -> None:
        if self.row is not None:
            self.report_asked.emit(self.row.report.key)
