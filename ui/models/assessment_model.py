"""The score table: criteria with their leaves, answer and points of one layer, points of the others, evidence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from ui import theme
from ui.models.cell_look import CellLook

Index = QModelIndex | QPersistentModelIndex
NUMBER, TEXT, MAXIMUM, ANSWER, POINTS, FIRST_LAYER = range(6)
"""The first columns; those of the other layers follow, then knock-out and evidence."""
CodeRole = Qt.ItemDataRole.UserRole + 1
DraftRole = Qt.ItemDataRole.UserRole + 2

CRITERION, HEADING, LEAF = "criterion", "heading", "leaf"


class ScoreCell(NamedTuple):
    """What one layer's answer looks like.

    Attributes:
        typed: The text that an editor starts from.
        sign: Icon before the answer: a figure of the station, a person against it, or a problem.
        state: What the sign says, in words.
        is_quiet: Whether nobody typed it.
    """

    answer: str = ""
    points: str = ""
    typed: str = ""
    sign: str = ""
    state: str = ""
    is_quiet: bool = False


class ScoreRow(NamedTuple):
    """One line of the table, in words already.

    Attributes:
        kind: ``criterion``, ``heading`` or ``leaf``; only leaves are answered.
        code: Of the item; of a criterion its number. ``criterion`` is the number of the one it belongs to.
        cells: By layer.
        knock_out, is_hit: What stands in the column of knock-outs, and whether the layer that is shown is hit.
        evidence: Papers on record of those asked for.
    """

    kind: str
    code: str
    criterion: str
    number: str
    text: str
    maximum: str
    cells: Mapping[str, ScoreCell]
    knock_out: str = ""
    is_hit: bool = False
    evidence: str = ""


class LayerHead(NamedTuple):
    """A layer, and how its column is called."""

    name: str
    title: str


class AssessmentModel(QAbstractTableModel):
    """Rows in the order of the table.

    Attributes:
        others: The layers beside the one that is answered; each has a column.
        knock_out_column: Where knock-outs stand; evidence stands beside.

    ``typed(code, text)``: a person typed an answer into a leaf; the screen reads and writes it.
    """

    typed = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        """An empty table."""
        super().__init__(parent)
        self.rows: tuple[ScoreRow, ...] = ()
        self.layer = ""
        self.may_answer = True
        self._heads: tuple[LayerHead, ...] = ()
        self.others: tuple[LayerHead, ...] = ()
        self.knock_out_column = FIRST_LAYER
        self._drafts: dict[tuple[str, str], str] = {}
        self._pending: dict[tuple[str, str], str] = {}

    # --- what is shown -----------------------------------------------------------------------------------------------

    def show_rows(self, rows: Sequence[ScoreRow], heads: Sequence[LayerHead], layer: str) -> None:
        """Show a table with the answers of one layer; the same lines keep the cursor's place."""
        is_same = [(row.kind, row.code) for row in rows] == [(row.kind, row.code) for row in self.rows]
        if is_same and tuple(heads) == self._heads and layer == self.layer:
            before, self.rows = self.rows, tuple(rows)
            for place, pair in enumerate(zip(before, self.rows, strict=True)):
                if pair[0] != pair[1]:
                    self._show_row(place)
            return
        self.beginResetModel()
        self.rows, self._heads, self.layer = tuple(rows), tuple(heads), layer
        self.others = tuple(head for head in heads if head.name != layer)
        self.knock_out_column = FIRST_LAYER + len(self.others)
        self.endResetModel()

    def show_again(self) -> None:
        """Everything may look different."""
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, self.columnCount() - 1))

    def _show_row(self, row: int) -> None:
        if row >= 0:
            self.dataChanged.emit(self.index(row, 0), self.index(row, self.columnCount() - 1))

    def row_of(self, code: str, kind: str = LEAF) -> int:
        """The row of a leaf (or of another kind of line); -1 where there is none."""
        found = (place for place, row in enumerate(self.rows) if row.code == code and row.kind == kind)
        return next(found, -1)

    def row_at(self, index: Index) -> ScoreRow | None:
        """The line of an index."""
        return self.rows[index.row()] if index.isValid() and index.row() < len(self.rows) else None

    def next_leaf(self, row: int, step: int) -> int:
        """The next leaf below (or above) a row; -1 at the end."""
        places = range(row + step, len(self.rows) if step > 0 else -1, step)
        return next((place for place in places if self.rows[place].kind == LEAF), -1)

    def hold(self, code: str, text: str) -> None:
        """Show an answer that is on its way to the disk."""
        self._drafts.pop((self.layer, code), None)
        self._pending[self.layer, code] = text
        self._show_row(self.row_of(code))

    def keep_draft(self, code: str, text: str) -> None:
        """Show a text that cannot be taken; it stays until something else is typed or it is dropped."""
        self._drafts[self.layer, code] = text
        self._show_row(self.row_of(code))

    def drop(self, code: str) -> None:
        """Forget what was typed into a leaf and not taken."""
        self._drafts.pop((self.layer, code), None)
        self._pending.pop((self.layer, code), None)
        self._show_row(self.row_of(code))

    def forget(self, *, drafts: bool = False) -> None:
        """What was on its way is on the disk; with ``drafts`` another table is shown."""
        forgotten = [*self._pending, *(self._drafts if drafts else ())]
        self._pending.clear()
        if drafts:
            self._drafts.clear()
        for layer, code in forgotten:
            if layer == self.layer:
                self._show_row(self.row_of(code))

    @property
    def drafts(self) -> dict[tuple[str, str], str]:
        """All texts that could not be taken, by layer and code."""
        return dict(self._drafts)

    def take_drafts(self, drafts: Mapping[tuple[str, str], str]) -> None:
        """Show texts that could not be taken earlier."""
        self._drafts |= drafts
        self.show_again()

    def draft(self, code: str) -> str:
        """The text that could not be taken; empty where there is none."""
        return self._drafts.get((self.layer, code), "")

    # --- Qt ----------------------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Number of lines."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Those of every table, and one for each other layer."""
        return 0 if parent.isValid() else FIRST_LAYER + len(self.others) + 2

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Heads of the columns."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if self._is_figure(section) else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._head(section)
        return None

    def _head(self, section: int) -> str:
        if section < POINTS:
            return (self.tr("No."), self.tr("What is scored"), self.tr("Max."), self.tr("Answer"))[section]
        if section == POINTS:
            return next((head.title for head in self._heads if head.name == self.layer), self.tr("Points"))
        if section < self.knock_out_column:
            return self.others[section - FIRST_LAYER].title
        return self.tr("Knock-out") if section == self.knock_out_column else self.tr("Evidence")

    def _is_figure(self, column: int) -> bool:
        return column == MAXIMUM or POINTS <= column < self.knock_out_column

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Answers of leaves can be typed."""
        flags = super().flags(index)
        row = self.row_at(index)
        is_typed = row is not None and row.kind == LEAF and index.column() == ANSWER and self.may_answer
        return flags | Qt.ItemFlag.ItemIsEditable if is_typed else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own signature
        """What a cell shows, and how."""
        row, column = self.row_at(index), index.column()
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, column)
        if role == Qt.ItemDataRole.EditRole:
            return self.draft(row.code) or row.cells.get(self.layer, ScoreCell()).typed
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if self._is_figure(column) else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignTop)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row, column)
        if role == CodeRole:
            return row.code
        if role == DraftRole:
            return column == ANSWER and row.kind == LEAF and bool(self.draft(row.code))
        return self._shown(row, column, role)

    def _text(self, row: ScoreRow, column: int) -> str:
        if column < ANSWER:
            return (row.number, row.text, row.maximum)[column]
        cell = row.cells.get(self.layer, ScoreCell())
        key = (self.layer, row.code)
        if column == ANSWER:
            waiting = self._drafts.get(key) or self._pending.get(key)
            return waiting if waiting is not None and row.kind == LEAF else cell.answer
        if column == POINTS:
            return "" if row.kind == LEAF and key in self._pending else cell.points
        if column < self.knock_out_column:
            return row.cells.get(self.others[column - FIRST_LAYER].name, ScoreCell()).points
        return row.knock_out if column == self.knock_out_column else row.evidence

    def _spoken(self, row: ScoreRow, column: int) -> str:
        state = row.cells.get(self.layer, ScoreCell()).state if column in (ANSWER, POINTS) else ""
        if column == ANSWER and self.draft(row.code):
            state = self.tr("not taken")
        parts = (f"{row.number} {row.text}", self._head(column), self._text(row, column), state)
        return "; ".join(part for part in parts if part)

    def _shown(self, row: ScoreRow, column: int, role: int) -> object:
        """What Qt's own views and tools ask for; the table draws by ``look_at``."""
        look = self._look(row, column)
        if role == Qt.ItemDataRole.ForegroundRole:
            return theme.colour(look.colour)
        if role == Qt.ItemDataRole.BackgroundRole:
            return theme.colour(look.ground) if look.ground else None
        if role == Qt.ItemDataRole.ToolTipRole:
            state = row.cells.get(self.layer, ScoreCell()).state
            return state if column == ANSWER and state else look.text or None
        return None

    def look_at(self, row: int, column: int) -> CellLook:
        """How a cell is drawn."""
        return self._look(self.rows[row], column)

    def _look(self, row: ScoreRow, column: int) -> CellLook:
        is_draft = column == ANSWER and row.kind == LEAF and bool(self.draft(row.code))
        cell = row.cells.get(self.layer, ScoreCell())
        sign = cell.sign if column == ANSWER else "error" if column == self.knock_out_column and row.is_hit else ""
        ground = "draft_ground" if is_draft else "raised" if row.kind == CRITERION else ""
        return CellLook(
            text=self._text(row, column),
            colour="bad" if is_draft else self._colour(row, column, cell),
            ground=ground,
            sign=sign,
            is_right=self._is_figure(column),
            is_bold=row.kind == CRITERION,
            wraps=column == TEXT,
        )

    def _colour(self, row: ScoreRow, column: int, cell: ScoreCell) -> str:
        if column == self.knock_out_column:
            return "bad" if row.is_hit else "muted"
        is_quiet = column == ANSWER and (cell.is_quiet or row.kind == CRITERION)
        return "muted" if is_quiet or column == NUMBER else "text"

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: ANN401
        """Hand a typed text on."""
        row = self.row_at(index)
        if role != Qt.ItemDataRole.EditRole or row is None or not self.flags(index) & Qt.ItemFlag.ItemIsEditable:
            return False
        self.typed.emit(row.code, str(value))
        return True
