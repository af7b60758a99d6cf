"""The due list as one list of lines: headings and things to do, each leading somewhere."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
LineRole = Qt.ItemDataRole.UserRole + 1


class AgendaLine(NamedTuple):
    """One line.

    Attributes:
        kind: ``head``, ``item`` or ``note``.
        sign: Name of an icon, or empty.
        title: What is to be done.
        detail: Where it comes from, in a quiet second line.
        side: At the right end: days left, counts.
        shade: Colour of the side text: text, bad, warn, good or muted.
        place: Where Enter leads; None leads nowhere.
        report: The report that the line stands for, where it can be marked as sent.
    """

    kind: str
    title: str
    detail: str = ""
    side: str = ""
    sign: str = ""
    shade: str = "muted"
    place: object = None
    report: object = None


class AgendaModel(QAbstractListModel):
    """Lines from top to bottom."""

    def __init__(self, parent: QObject | None = None) -> None:
        """An empty list."""
        super().__init__(parent)
        self.lines: list[AgendaLine] = []

    def show_lines(self, lines: Sequence[AgendaLine]) -> None:
        """Show other lines."""
        if list(lines) == self.lines:
            return
        self.beginResetModel()
        self.lines = list(lines)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Number of lines."""
        return 0 if parent.isValid() else len(self.lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings and notes cannot be chosen."""
        if index.isValid() and self.lines[index.row()].kind != "item":
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own signature
        """The line, and its words for those who hear it."""
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return "; ".join(part for part in (line.title, line.detail, line.side) if part)
        if role == Qt.ItemDataRole.ToolTipRole:
            return line.title
        return line if role == LineRole else None
