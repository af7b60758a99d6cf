"""The table of targets: clause, indicator, target, result, fraction, verdict, gap, trend."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from data.model import Number, TargetResult, Verdict
from ui import icons, theme

Index = QModelIndex | QPersistentModelIndex
CLAUSE, NAME, TARGET, RESULT, FRACTION, VERDICT, GAP, TREND = range(8)
RowRole = Qt.ItemDataRole.UserRole + 1

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


@dataclass(frozen=True, slots=True)
class TargetRow:
    """One target with everything printed.

    Attributes:
        value: The result, with unit; ``remark`` a quiet line under it ("lũy kế từ 01/2024", "2/3 tháng").
        trend: (year, exact value or None, printed value) from the plan's first year on.
        limit: What the trend is held against, or None.
    """

    result: TargetResult
    clause: str
    name: str
    target: str
    value: str
    remark: str
    fraction: str
    verdict: str
    gap: str
    is_grey: bool = False
    trend: tuple[tuple[int, Number | None, str], ...] = ()
    limit: Number | None = None


class TargetModel(QAbstractTableModel):
    """Targets of one plan and period, in the plan's order."""

    def __init__(self, parent: QObject | None = None) -> None:
        """An empty table."""
        super().__init__(parent)
        self.rows: tuple[TargetRow, ...] = ()
        self._pictures: dict[str, object] = {}

    def show_rows(self, rows: Sequence[TargetRow]) -> None:
        """Show other rows; the same targets keep the cursor's place."""
        if [row.result.target.id for row in rows] == [row.result.target.id for row in self.rows]:
            self.rows = tuple(rows)
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, TREND))
            return
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def row_of(self, target: str = "", indicator: str = "") -> int:
        """Row of a target, or of the first one for an indicator; -1 when there is none."""
        for place, row in enumerate(self.rows):
            shown = (row.result.target.indicator, row.result.value.indicator)
            if row.result.target.id == target if target else indicator in shown:
                return place
        return -1

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Number of targets."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Eight columns."""
        return 0 if parent.isValid() else TREND + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Heads of the columns."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section in (TARGET, RESULT, FRACTION) else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            self.tr("Clause"),
            self.tr("Indicator"),
            self.tr("Target"),
            self.tr("Result"),
            self.tr("Fraction"),
            self.tr("Verdict"),
            self.tr("Gap"),
            self.tr("Trend"),
        )[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own signature
        """What a cell shows, and how."""
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._texts(row)[column]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column in (TARGET, RESULT, FRACTION) else _LEFT
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._foreground(row, column)
        if role == Qt.ItemDataRole.DecorationRole and column == VERDICT:
            return self._picture(row.result.verdict)
        if role == Qt.ItemDataRole.ToolTipRole:
            return _trend_text(row) if column == TREND else None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            head = self.headerData(column, Qt.Orientation.Horizontal)
            shown = _trend_text(row) if column == TREND else self._texts(row)[column]
            return f"{row.name}; {head}; {shown}"
        return row if role == RowRole else None

    def _texts(self, row: TargetRow) -> tuple[str, ...]:
        value = f"{row.value}\n{row.remark}" if row.remark else row.value
        trend = "  ".join(printed for _year, _value, printed in row.trend[-3:])
        return (row.clause, row.name, row.target, value, row.fraction, row.verdict, row.gap, trend)

    def _foreground(self, row: TargetRow, column: int) -> object:
        if column == VERDICT:
            return theme.colour(icons.VERDICT_COLOURS.get(row.result.verdict.value, "muted"))
        if column == CLAUSE or (column == RESULT and row.is_grey):
            return theme.colour("muted")
        return None

    def _picture(self, verdict: Verdict) -> object:
        key = f"{verdict.value}{theme.colours().text}"
        if key not in self._pictures:
            self._pictures[key] = icons.icon(verdict.value)
        return self._pictures[key]


def _trend_text(row: TargetRow) -> str:
    return "; ".join(f"{year}: {printed}" for year, _value, printed in row.trend)
