"""The list of forms: by group, with how much of each is filled."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from data.definitions import DataSet
from ui import theme

Index = QModelIndex | QPersistentModelIndex
DataSetRole = Qt.ItemDataRole.UserRole + 1
CountRole = Qt.ItemDataRole.UserRole + 2
StateRole = Qt.ItemDataRole.UserRole + 3


class FormLine(NamedTuple):
    """One form with its progress.

    Attributes:
        is_kept: False when the station does not keep this form ("không thu thập").
        is_complete: Whether it is marked complete, and locked, for all its own periods.
    """

    data_set: DataSet
    filled: int
    needed: int
    drafts: int = 0
    is_kept: bool = True
    is_complete: bool = False

    @property
    def is_finished(self) -> bool:
        """Whether nothing is left to type."""
        return not self.is_kept or self.is_complete or (self.filled >= self.needed and not self.drafts)

    @property
    def state(self) -> str:
        """Name of the icon that says how far it is."""
        if not self.is_kept:
            return "hidden"
        if self.is_complete:
            return "lock"
        if self.is_finished:
            return "done"
        return "partly" if self.filled or self.drafts else "empty"


class FormModel(QAbstractListModel):
    """Forms in catalogue order."""

    def __init__(self, parent: QObject | None = None) -> None:
        """An empty list."""
        super().__init__(parent)
        self.lines: list[FormLine] = []

    def show_lines(self, lines: Sequence[FormLine]) -> None:
        """Show other forms, or other counts of the same ones without losing the place."""
        codes = [line.data_set.code for line in self.lines]
        if codes == [line.data_set.code for line in lines]:
            self.lines = list(lines)
            if lines:
                self.dataChanged.emit(self.index(0), self.index(len(lines) - 1))
            return
        self.beginResetModel()
        self.lines = list(lines)
        self.endResetModel()

    def set_count(self, code: str, filled: int, needed: int, drafts: int) -> None:
        """Show another count of one form."""
        for row, line in enumerate(self.lines):
            if line.data_set.code == code and (line.filled, line.needed, line.drafts) != (
                filled,
                needed,
                drafts,
            ):
                self.lines[row] = line._replace(filled=filled, needed=needed, drafts=drafts)
                self.dataChanged.emit(self.index(row), self.index(row))

    def row_of(self, code: str) -> int:
        """Row of a form, or -1."""
        return next((row for row, line in enumerate(self.lines) if line.data_set.code == code), -1)

    def first_unfinished(self) -> int:
        """Row of the first form with something left to type; the first kept one when all are finished; else -1."""
        for row, line in enumerate(self.lines):
            if not line.is_finished:
                return row
        return next((row for row, line in enumerate(self.lines) if line.is_kept), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Number of forms."""
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own signature
        """Title, count and state of a form."""
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.data_set.title_vi
        if role == Qt.ItemDataRole.ToolTipRole:
            return line.data_set.title_vi
        if role == Qt.ItemDataRole.AccessibleTextRole:
            spoken = [
                line.data_set.title_vi,
                self.count(line),
                self.tr("complete, locked") if line.is_complete else "",
            ]
            return ", ".join(part for part in spoken if part)
        if role == Qt.ItemDataRole.ForegroundRole:
            return None if line.is_kept else theme.colour("muted")
        more = {DataSetRole: line.data_set, CountRole: self.count(line), StateRole: line.state}
        return more.get(role)

    def count(self, line: FormLine) -> str:
        """How many cells of a form are filled, in words."""
        if not line.is_kept:
            return self.tr("not kept")
        drafts = (
            self.tr("{count} draft", "short, in the list of forms").format(count=line.drafts) if line.drafts else ""
        )
        return " · ".join(part for part in (drafts, f"{line.filled}/{line.needed}") if part)
