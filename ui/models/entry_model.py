"""The entry grid as a table model: cells in memory, marks for what is not on disk yet. It never writes by itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from data.aggregation import ElementValue, NotApplicableType, element_over, read_cell
from data.definitions import ValueType
from data.figures import Figures
from data.model import Category, CellState, DataValue, Number
from data.numbers import NOT_APPLICABLE_SIGN, exact_text, format_number, format_typed
from data.periods import Period
from ui import theme, words
from ui.models.entry_rows import CellId, EntryForm, EntryRow

Index = QModelIndex | QPersistentModelIndex
NUMBER, NAME, UNIT, COMPARED, FIRST_PART = range(5)
StateRole = Qt.ItemDataRole.UserRole + 1
PendingRole = Qt.ItemDataRole.UserRole + 2
FlagRole = Qt.ItemDataRole.UserRole + 3
DerivedRole = Qt.ItemDataRole.UserRole + 4
PartRole = Qt.ItemDataRole.UserRole + 5

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class EntryModel(QAbstractTableModel):
    """Cells of one form and period.

    ``typed(index, text)``: a person accepted this text in this cell; the screen decides what becomes of it.
    """

    typed = Signal(QModelIndex, str)

    def __init__(self, parent: QObject | None = None) -> None:
        """A grid without a form."""
        super().__init__(parent)
        self.form: EntryForm | None = None
        self._values: dict[CellId, DataValue] = {}
        self._pending: dict[CellId, int] = {}
        self._flags: Mapping[CellId, str] = {}

    # --- filling ---------------------------------------------------------------------------------------------------

    def show_form(self, form: EntryForm, values: Iterable[DataValue]) -> None:
        """Show a form with the values of its periods and of the compared ones."""
        self.beginResetModel()
        self.form = form
        self._values = {_key(value): value for value in values}
        self._pending = {}
        self._flags = {}
        self._refresh_figures()
        self.endResetModel()

    def put(self, values: Iterable[DataValue]) -> None:
        """Show new values of cells."""
        for value in values:
            if value.state is CellState.NOT_REPORTED:
                self._values.pop(_key(value), None)
            else:
                self._values[_key(value)] = value
        self._refresh_figures()
        self._repaint()

    def mark(self, cells: Iterable[CellId], change: int) -> None:
        """Count up (+1) or down (-1) how many writes of these cells are under way."""
        for cell in cells:
            count = self._pending.get(cell, 0) + change
            if count > 0:
                self._pending[cell] = count
            else:
                self._pending.pop(cell, None)
        self._repaint()

    def set_flags(self, flags: Mapping[CellId, str]) -> None:
        """Show which cells are contradicted: ``error`` or ``warning``."""
        if flags != self._flags:
            self._flags = flags
            self._repaint()

    def _refresh_figures(self) -> None:
        self._figures = Figures.of(self._values.values())

    def _repaint(self) -> None:
        if self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))

    # --- asking ----------------------------------------------------------------------------------------------------

    @property
    def figures(self) -> Figures:
        """The cells shown, as figures."""
        return self._figures

    @property
    def pending_count(self) -> int:
        """How many cells are not on disk yet."""
        return len(self._pending)

    def value(self, cell: CellId) -> DataValue:
        """What a cell holds."""
        return self._values.get(cell) or DataValue(
            data_element=cell.data_element,
            period=cell.period,
            category=cell.category,
            state=CellState.NOT_REPORTED,
        )

    def row(self, index: Index) -> EntryRow | None:
        """The line of an index."""
        if self.form is None or not index.isValid():
            return None
        return self.form.rows[index.row()]

    def cell(self, index: Index) -> CellId | None:
        """The typed cell at an index, or None where nothing is typed."""
        row = self.row(index)
        place = index.column() - FIRST_PART
        if row is None or self.form is None or not 0 <= place < len(self.form.parts):
            return None
        return CellId(row.element.code, self.form.parts[place].code, row.category)

    def index_of(self, cell: CellId) -> QModelIndex:
        """Where a cell stands; an invalid index when the form has no such cell."""
        if self.form is None:
            return QModelIndex()
        codes = [part.code for part in self.form.parts]
        for place, row in enumerate(self.form.rows):
            if (row.element.code, row.category) == (cell.data_element, cell.category) and cell.period in codes:
                return self.index(place, FIRST_PART + codes.index(cell.period))
        return QModelIndex()

    def filled(self) -> tuple[int, int]:
        """(cells that are filled, cells that are needed); a total is filled also when both its sexes are."""
        if self.form is None:
            return 0, 0
        lines = [row for row in self.form.rows if not row.is_part]
        done = sum(self.is_filled(row, part) for part in self.form.parts for row in lines)
        return done, len(lines) * len(self.form.parts)

    def is_filled(self, row: EntryRow, part: Period) -> bool:
        """Whether the element of a line has a total in one of its own periods."""
        return element_over(self._figures, row.element, part).reading is not None

    # --- Qt --------------------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Lines of the form."""
        return 0 if parent.isValid() or self.form is None else len(self.form.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Number, name, unit, compared period, the parts, and their total."""
        if parent.isValid() or self.form is None:
            return 0
        return FIRST_PART + len(self.form.parts) + int(self.form.has_total)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Only the parts can be typed into."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if self.cell(index) is not None else flags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Heads of the columns."""
        if self.form is None or orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if section >= COMPARED else _LEFT
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        fixed = {NUMBER: self.tr("No."), NAME: self.tr("Data element"), UNIT: self.tr("Unit")}
        if section in fixed:
            return fixed[section]
        if section == COMPARED:
            return words.short_period(self.form.compared)
        if section < FIRST_PART + len(self.form.parts):
            return words.short_period(self.form.parts[section - FIRST_PART])
        return self.tr("Total")

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own signature
        """What a cell shows, and how."""
        row = self.row(index)
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, index)
        if role == Qt.ItemDataRole.EditRole:
            return self._edit_text(index)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if index.column() >= COMPARED else _LEFT
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._foreground(row, index)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(row, index)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row, index)
        return self._mark(index, role)

    def _mark(self, index: Index, role: int) -> object:
        cell = self.cell(index)
        if role == PartRole:
            return cell is not None
        if cell is None:
            return None
        if role == StateRole:
            return self.value(cell).state
        if role == PendingRole:
            return cell in self._pending
        if role == FlagRole:
            return self._flags.get(cell, "")
        return self._derived(cell) is not None if role == DerivedRole else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: ANN401
        """Hand the typed text on."""
        if role != Qt.ItemDataRole.EditRole or self.cell(index) is None:
            return False
        self.typed.emit(self.index(index.row(), index.column()), str(value))
        return True

    # --- texts -----------------------------------------------------------------------------------------------------

    def _text(self, row: EntryRow, index: Index) -> str:
        column = index.column()
        if column == NUMBER:
            return row.number
        if column == NAME:
            return f"– {words.category(row.category)}" if row.is_part else row.element.name_vi
        if column == UNIT:
            return "" if row.is_part or row.element.unit == "choice" else row.element.unit
        cell = self.cell(index)
        if cell is not None:
            derived = self._derived(cell)
            return printed(self.value(cell)) if derived is None else _printed_number(derived)
        if self.form is None:
            return ""
        return self._over(row, self.form.compared if column == COMPARED else self.form.whole)

    def _over(self, row: EntryRow, period: Period) -> str:
        """An element over a whole period: the figure, or what is there of it in brackets."""
        if row.element.value_type in (ValueType.CHOICE, ValueType.BOOLEAN):
            text = self._figures.text(row.element.code, period.code)
            return "" if text is None else words.choice(text)
        over = element_over(self._figures, row.element, period, _sex(row.category))
        return printed_over(over)

    def _derived(self, cell: CellId) -> Number | None:
        """Sum of both sexes, where the total itself is not typed."""
        if self.form is None or cell.category is not Category.DEFAULT or cell in self._values:
            return None
        values = [self._values.get(cell._replace(category=sex)) for sex in (Category.MALE, Category.FEMALE)]
        if not all(value is not None and value.state is CellState.FIGURE for value in values):
            return None
        readings = [read_cell(self._figures, cell.data_element, cell.period, sex) for sex in ("male", "female")]
        return sum(reading for reading in readings if isinstance(reading, int) or hasattr(reading, "numerator"))  # type: ignore[misc]

    def _edit_text(self, index: Index) -> str:
        cell = self.cell(index)
        if cell is None:
            return ""
        value = self.value(cell)
        if value.state is CellState.FIGURE and value.comment and "+" in value.comment:
            return value.comment
        return printed(value)

    def _foreground(self, row: EntryRow, index: Index) -> object:
        cell = self.cell(index)
        if cell is not None:
            if self.value(cell).state is CellState.DRAFT:
                return theme.colour("bad")
            return theme.colour("muted") if self._derived(cell) is not None else None
        return theme.colour("muted") if index.column() != NAME or row.is_part else None

    def _tip(self, row: EntryRow, index: Index) -> str | None:
        if index.column() == NAME:
            return row.element.name_vi
        cell = self.cell(index)
        return (self.value(cell).comment or None) if cell is not None else None

    def _spoken(self, row: EntryRow, index: Index) -> str:
        """Row, column, value and state in words, for screen readers."""
        shown = self._text(row, index) or self.tr("empty")
        if self.cell(index) is None:
            return shown
        name = f"{row.element.name_vi}, {words.category(row.category)}" if row.is_part else row.element.name_vi
        head = self.headerData(index.column(), Qt.Orientation.Horizontal)
        return f"{name}; {head}; {shown}"


def printed(value: DataValue) -> str:
    """A cell as it is shown: a figure, a dash, the draft's text, or nothing."""
    if value.state is CellState.NOT_APPLICABLE:
        return NOT_APPLICABLE_SIGN
    if value.state is CellState.FIGURE:
        return words.choice(value.value) if not value.value[:1].isdigit() else format_typed(value.value)
    return value.value


def printed_over(over: ElementValue) -> str:
    """An element over a longer period; a part of it stands in brackets with how much is there."""
    if isinstance(over.reading, NotApplicableType):
        return NOT_APPLICABLE_SIGN
    if over.reading is not None:
        return _printed_number(over.reading)
    if over.provisional is not None and over.needed > 1:
        return f"({_printed_number(over.provisional)}) {over.reported}/{over.needed}"
    return ""


def _printed_number(value: Number) -> str:
    """An exact number in Vietnamese form, with two decimals at most."""
    return format_number(value, min(2, len(exact_text(value).partition(".")[2])))


def _sex(category: Category) -> str:
    return "total" if category is Category.DEFAULT else category.value


def _key(value: DataValue) -> CellId:
    return CellId(value.data_element, value.period, value.category)
