"""Widths of a table's columns: fitted to what they hold, unless a person set them by hand."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QHeaderView, QTableView

from ui import theme

ICON_POINTS = 16
_KEPT = re.compile(r"([0-9]{1,3}):([0-9]{1,4}(?:\.[0-9]{1,3})?)", re.ASCII)


class ColumnWidths(QObject):
    """Remembers the columns whose border a person dragged, in widths of a letter, so that they follow the text size.

    A double click on the border lets the column be fitted again.
    """

    def __init__(self, table: QTableView) -> None:
        """Watch the head of a table."""
        super().__init__(table)
        self._table = table
        self._by_hand: dict[int, float] = {}
        self._is_dragged = False
        head = table.horizontalHeader()
        head.viewport().installEventFilter(self)
        head.sectionResized.connect(self._resized)
        head.sectionHandleDoubleClicked.connect(lambda column: self._by_hand.pop(column, None))

    def chosen(self, column: int, fitted: int) -> int:
        """The width set by hand, else the fitted one."""
        letters = self._by_hand.get(column)
        return fitted if letters is None else max(round(letters * self._letter()), 2 * theme.STEP)

    def save(self) -> str:
        """What was set by hand, as text."""
        return " ".join(f"{column}:{letters:.2f}" for column, letters in sorted(self._by_hand.items()))

    def restore(self, text: str) -> None:
        """Take up what was saved; anything else is passed over."""
        found = (_KEPT.fullmatch(part) for part in text.split())
        self._by_hand = {int(match[1]): float(match[2]) for match in found if match is not None}
        for column in self._by_hand:
            self._table.setColumnWidth(column, self.chosen(column, 0))

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """See whether a mouse button is held down on the head."""
        if event.type() == QEvent.Type.MouseButtonPress:
            self._is_dragged = True
        elif event.type() == QEvent.Type.MouseButtonRelease:
            self._is_dragged = False
        return False

    def _resized(self, column: int, _old: int, new: int) -> None:
        mode = self._table.horizontalHeader().sectionResizeMode(column)
        if self._is_dragged and new and mode is QHeaderView.ResizeMode.Interactive:
            self._by_hand[column] = new / self._letter()

    def _letter(self) -> float:
        return max(self._table.fontMetrics().averageCharWidth(), 1)


def fitted_width(table: QTableView, column: int, most_letters: int) -> int:
    """Room for the longest line of a column, up to a number of letters, and for its title."""
    model, metrics = table.model(), table.fontMetrics()
    title = str(model.headerData(column, Qt.Orientation.Horizontal) or "")
    lines = {line for row in range(model.rowCount()) for line in str(model.index(row, column).data() or "").split("\n")}
    widest = max((metrics.horizontalAdvance(line) for line in lines), default=0)
    if any(model.index(row, column).data(Qt.ItemDataRole.DecorationRole) for row in range(model.rowCount())):
        widest += ICON_POINTS + theme.HALF
    widest = min(widest, most_letters * metrics.averageCharWidth())
    return max(widest, metrics.horizontalAdvance(title)) + 2 * theme.STEP
