"""What would change, as a table: the cell, what stands there, what would stand there, or why not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon

from ui import icons, theme

Index = QModelIndex | QPersistentModelIndex
NAME, PERIOD, OLD, NEW = range(4)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_COLOURS = {"error": "bad", "undecided": "pending"}


class PreviewLine(NamedTuple):
    """One cell.

    Attributes:
        kind: ``error`` (refused), ``undecided`` (asked), or empty (will change).
        new: What would stand there, or why nothing becomes of the text.
    """

    name: str
    period: str
    old: str
    new: str
    kind: str = ""


class PreviewModel(QAbstractTableModel):
    """Lines from top to bottom."""

    def __init__(self, parent: QObject | None = None) -> None:
        """An empty table."""
        super().__init__(parent)
        self.lines: tuple[PreviewLine, ...] = ()
        self._heads: tuple[str, ...] = ()
        self._icons: dict[str, QIcon] = {}

    def show_lines(self, lines: Sequence[PreviewLine], heads: tuple[str, ...] = ()) -> None:
        """Show other lines, under other heads where they are given."""
        self.beginResetModel()
        self.lines, self._heads = tuple(lines), heads
        self._icons = {}  # drawn anew in the colours of now
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Number of lines."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Cell, period, before, after."""
        return 0 if parent.isValid() else NEW + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Heads of the columns."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if section == OLD else _LEFT
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        usual = (self.tr("Data element"), self.tr("Period"), self.tr("Now"), self.tr("Will be"))
        return (self._heads or usual)[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own signature
        """What a cell shows, and how."""
        if not index.isValid():
            return None
        line, column = self.lines[index.row()], index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return (line.name, line.period, line.old, line.new)[column]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column == OLD else _LEFT
        if role == Qt.ItemDataRole.ForegroundRole:
            shade = "muted" if column in (PERIOD, OLD) else _COLOURS.get(line.kind, "text") if column == NEW else "text"
            return theme.colour(shade)
        if role == Qt.ItemDataRole.DecorationRole and column == NAME:
            return self._icon(line.kind or "next")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return "; ".join((line.name, line.period, line.old, line.new))
        return None

    def _icon(self, name: str) -> QIcon:
        """An icon, drawn once for all lines."""
        if name not in self._icons:
            self._icons[name] = icons.icon(name)
        return self._icons[name]
