"""Obligations, tasks and reports that a plan lays on the station, with the state and note it recorded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from data.model import ObligationProgress, ObligationState
from ui import theme
from ui.marking import QT_TRANSLATE_NOOP

Index = QModelIndex | QPersistentModelIndex
CLAUSE, WHAT, EVIDENCE, WHEN, STATE, NOTE = range(6)
ProgressRole = Qt.ItemDataRole.UserRole + 1

STATES = (
    ObligationProgress.DONE,
    ObligationProgress.IN_PROGRESS,
    ObligationProgress.NOT_DONE,
    ObligationProgress.NOT_APPLICABLE,
)
_WORDS = {
    ObligationProgress.DONE: QT_TRANSLATE_NOOP("WorkModel", "Done"),
    ObligationProgress.IN_PROGRESS: QT_TRANSLATE_NOOP("WorkModel", "Under way"),
    ObligationProgress.NOT_DONE: QT_TRANSLATE_NOOP("WorkModel", "Not done"),
    ObligationProgress.NOT_APPLICABLE: QT_TRANSLATE_NOOP("WorkModel", "Not applicable"),
}
SIGNS = {
    ObligationProgress.DONE: "done",
    ObligationProgress.IN_PROGRESS: "partly",
    ObligationProgress.NOT_DONE: "empty",
    ObligationProgress.NOT_APPLICABLE: "not_applicable",
}


@dataclass(frozen=True, slots=True)
class WorkRow:
    """One obligation, task or reporting duty, with its recorded state (None: nothing recorded)."""

    item_id: str
    clause: str
    what: str
    evidence: str
    when: str
    state: ObligationState | None = None


def progress_word(progress: ObligationProgress) -> str:
    """The state as a word."""
    return QCoreApplication.translate("WorkModel", _WORDS[progress])


class WorkModel(QAbstractTableModel):
    """Rows in the plan's order; state and note can be typed.

    ``recorded(state)``: a person recorded a state or a note; the screen writes it.
    """

    recorded = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        """An empty table."""
        super().__init__(parent)
        self.rows: list[WorkRow] = []
        self._period = ""

    def show_rows(self, rows: Sequence[WorkRow], period: str) -> None:
        """Show other rows for a period."""
        self.beginResetModel()
        self.rows = list(rows)
        self._period = period
        self.endResetModel()

    def put(self, states: Mapping[str, ObligationState | None]) -> None:
        """Show other states of the same rows."""
        for place, row in enumerate(self.rows):
            if row.item_id in states:
                self.rows[place] = replace(row, state=states[row.item_id])
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, NOTE))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Number of rows."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Six columns."""
        return 0 if parent.isValid() else NOTE + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Heads of the columns."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            self.tr("Clause"),
            self.tr("What is to be done"),
            self.tr("Evidence or lead"),
            self.tr("When"),
            self.tr("State"),
            self.tr("Note"),
        )[section]

    def flags(self, index: Index) -> Qt.ItemFlag:
        """State and note can be typed."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() in (STATE, NOTE) else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own signature
        """What a cell shows, and how."""
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self._text(row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        if role == Qt.ItemDataRole.ForegroundRole and column in (CLAUSE, EVIDENCE, WHEN):
            return theme.colour("muted")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.what}; {self.headerData(column, Qt.Orientation.Horizontal)}; {self._text(row, column)}"
        if role == ProgressRole:
            return row.state.state if row.state is not None else None
        return None

    def _text(self, row: WorkRow, column: int) -> str:
        if column == STATE:
            return progress_word(row.state.state) if row.state is not None else self.tr("not recorded")
        if column == NOTE:
            return row.state.note if row.state is not None else ""
        return (row.clause, row.what, row.evidence, row.when)[column]

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: ANN401
        """Record a state (an ``ObligationProgress``) or a note (text)."""
        if role != Qt.ItemDataRole.EditRole or index.column() not in (STATE, NOTE):
            return False
        row = self.rows[index.row()]
        before = row.state
        progress = before.state if before is not None else ObligationProgress.IN_PROGRESS
        note = before.note if before is not None else ""
        if index.column() == NOTE:
            note = str(value)
        elif isinstance(value, ObligationProgress):
            progress = value
        else:
            return False
        state = ObligationState(item_id=row.item_id, period=self._period, state=progress, note=note)
        if before is not None and (before.state, before.note, before.period) == (progress, note, self._period):
            return False
        if before is None and index.column() == NOTE and not note:
            return False
        self.put({row.item_id: state})
        self.recorded.emit(state)
        return True
