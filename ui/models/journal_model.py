"""The log of what is no figure as a table: read a page at a time, newest first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.record_words import JournalLine

Index = QModelIndex | QPersistentModelIndex
WHAT = 2
_TEXTS = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
_TOP = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class JournalModel(QAbstractTableModel):
    """When, who, what, before, after."""

    def __init__(self, parent: QObject | None = None) -> None:
        """An empty table."""
        super().__init__(parent)
        self.lines: list[JournalLine] = []

    def show_lines(self, lines: Sequence[JournalLine]) -> None:
        """Show the first page of something else."""
        self.beginResetModel()
        self.lines = list(lines)
        self.endResetModel()

    def add_lines(self, lines: Sequence[JournalLine]) -> None:
        """Show the next page below."""
        if lines:
            self.beginInsertRows(QModelIndex(), len(self.lines), len(self.lines) + len(lines) - 1)
            self.lines += lines
            self.endInsertRows()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Changes read so far."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Five columns."""
        return 0 if parent.isValid() else len(JournalLine._fields)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Heads of the columns."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        heads = (self.tr("When"), self.tr("Who"), self.tr("What"), self.tr("Before"), self.tr("After"))
        return heads[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own signature
        """The texts; the whole of a long one as its tip."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _TOP
        return self.lines[index.row()][index.column()] if role in _TEXTS else None
