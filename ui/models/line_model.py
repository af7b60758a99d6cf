"""A table of plain lines for pages that only show: texts, a sign, headings between them, and what a line is about."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont, QGuiApplication

from ui import icons, theme
from ui.models.cell_look import CellLook

Index = QModelIndex | QPersistentModelIndex
SIGN = 16


class Line(NamedTuple):
    """One line.

    Attributes:
        texts: One for each column.
        subject: What it is about; None for a heading.
        sign: Icon of column ``sign_at``; empty for none.
        tip: What else is to be said of it; empty: the text of the cell.
    """

    texts: tuple[str, ...]
    subject: object = None
    sign: str = ""
    sign_at: int = 0
    is_heading: bool = False
    tip: str = ""


class LineModel(QAbstractTableModel):
    """Lines under fixed heads; columns of figures stand at the right."""

    def __init__(self, heads: Sequence[str], figures: Collection[int] = (), parent: QObject | None = None) -> None:
        """An empty table; ``figures`` are the columns of figures."""
        super().__init__(parent)
        self._heads, self._figures = tuple(heads), frozenset(figures)
        self.lines: tuple[Line, ...] = ()

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other lines."""
        if tuple(lines) != self.lines:
            self.beginResetModel()
            self.lines = tuple(lines)
            self.endResetModel()

    def show_table(self, heads: Sequence[str], figures: Collection[int], lines: Sequence[Line]) -> None:
        """Show other lines under other heads."""
        self.beginResetModel()
        self._heads, self._figures, self.lines = tuple(heads), frozenset(figures), tuple(lines)
        self.endResetModel()

    def subject_at(self, row: int) -> Any:  # noqa: ANN401 - whatever the page keeps there
        """What a line is about; None where there is no line."""
        return self.lines[row].subject if 0 <= row < len(self.lines) else None

    def row_of(self, subject: object) -> int:
        """The row of what is sought, the first row that is no heading where it is not there; -1 without any."""
        rows = [row for row, line in enumerate(self.lines) if line.subject == subject and not line.is_heading]
        rows += [row for row, line in enumerate(self.lines) if not line.is_heading]
        return rows[0] if rows else -1

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Number of lines."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """One for each head."""
        return 0 if parent.isValid() else len(self._heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Heads of the columns."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section in self._figures:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return self._heads[section] if role == Qt.ItemDataRole.DisplayRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings are passed over."""
        if index.isValid() and self.lines[index.row()].is_heading:
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own signature
        """What a cell shows, and how."""
        if not index.isValid():
            return None
        line, column = self.lines[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return line.texts[column]
        if role == Qt.ItemDataRole.ToolTipRole:
            return line.tip or line.texts[column]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return "; ".join(text for text in line.texts if text)
        return self._look(line, column, role)

    def look_at(self, row: int, column: int) -> CellLook:
        """How a cell is drawn."""
        line = self.lines[row]
        return CellLook(
            text=line.texts[column],
            sign=line.sign if column == line.sign_at else "",
            is_right=column in self._figures,
            is_bold=line.is_heading,
        )

    def _look(self, line: Line, column: int, role: int) -> object:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column in self._figures else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignTop)
        if role == Qt.ItemDataRole.FontRole and line.is_heading:
            return theme.scaled(QFont(QGuiApplication.font()), 1, bold=True)
        if role == Qt.ItemDataRole.DecorationRole and line.sign and column == line.sign_at:
            return icons.pixmap(line.sign, SIGN, QGuiApplication.instance().devicePixelRatio())  # type: ignore[union-attr]
        return None
