"""What would change, as a table: the cell, what stands there, what would stand there, or why not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon

from ui import icons, theme

Index = QModelIndex | QPersistentModelIndex
_FIGURE = re.compile(r"[0-9.]+(?:,[0-9]+)?")
FIGURE_WIDE, COMMA_WIDE = "\u2007", "\u2008"
"""Spaces as wide as a figure and as a comma."""
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

    @property
    def is_figure(self) -> bool:
        """Whether a figure would stand there, set like the one that stands there now; else it is a sentence."""
        return not self.kind and bool(self.period)


def _decimals(text: str) -> int:
    """How many figures stand behind the comma of a figure."""
    return len(text.partition(",")[2]) if _FIGURE.fullmatch(text) else 0


def _on_the_comma(text: str, most: int) -> str:
    """A figure with as much room behind it that all commas stand one below the other."""
    decimals = _decimals(text)
    if not most or not _FIGURE.fullmatch(text):
        return text
    return text + ("" if decimals else COMMA_WIDE) + FIGURE_WIDE * (most - decimals)


class PreviewModel(QAbstractTableModel):
    """Lines from top to bottom."""

    def __init__(self, parent: QObject | None = None) -> None:
        """An empty table."""
        super().__init__(parent)
        self.lines: tuple[PreviewLine, ...] = ()
        self._heads: tuple[str, ...] = ()
        self._decimals = 0
        self._icons: dict[str, QIcon] = {}

    def show_lines(self, lines: Sequence[PreviewLine], heads: tuple[str, ...] = ()) -> None:
        """Show other lines, under other heads where they are given."""
        self.beginResetModel()
        self.lines, self._heads = tuple(lines), heads
        self._decimals = max((_decimals(text) for line in self.lines for text in (line.old, line.new)), default=0)
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
            return _RIGHT if section == OLD or (section == NEW and not self._heads) else _LEFT
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
            old, new = (_on_the_comma(text, self._decimals) for text in (line.old, line.new))
            return (line.name, line.period, old, new)[column]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column == OLD or (column == NEW and line.is_figure) else _LEFT
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
