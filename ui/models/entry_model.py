"""The entry grid as a table model: cells in memory, marks for what is not on disk yet. It never writes by itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from data.aggregation import element_over
from data.cumulative import takes_cumulative, to_cumulative
from data.definitions import ValueType
from data.figures import Figures
from data.model import Category, CellState, DataValue, Number
from data.periods import Period
from data.progress import is_filled
from ui import icons, theme, words
from ui.models.entry_cumulative import derived_total
from ui.models.entry_rows import CellId, EntryForm, EntryRow, rows_by_element
from ui.models.entry_texts import Look, edited, printed_over, typed_look, unsaved_look

Index = QModelIndex | QPersistentModelIndex
NUMBER, NAME, UNIT, COMPARED, FIRST_PART = range(5)
StateRole = Qt.ItemDataRole.UserRole + 1
PendingRole = Qt.ItemDataRole.UserRole + 2
FlagRole = Qt.ItemDataRole.UserRole + 3

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
        self._unsaved: Mapping[CellId, DataValue] = {}
        self.is_read_only = False
        self.is_cumulative = False
        self.locked: frozenset[str] = frozenset()
        self._figures = Figures({})
        self._rows: tuple[EntryRow, ...] = ()
        self._columns: dict[str, int] = {}
        self._places: dict[tuple[str, Category], int] = {}
        self._touched: Mapping[str, tuple[int, ...]] = {}
        self._looks: dict[tuple[int, int], Look] = {}
        self._heads: dict[tuple[int, int, bool], object] = {}
        self._filled: dict[tuple[str, str], bool] = {}

    # --- filling ---------------------------------------------------------------------------------------------------

    def show_form(self, form: EntryForm, values: Iterable[DataValue]) -> None:
        """Show a form with the values of its periods and of the compared ones."""
        self.beginResetModel()
        self.form = form
        self._values = {_key(value): value for value in values}
        self._figures = Figures.of(self._values.values())
        self._pending = {}
        self._flags = {}
        self._columns = {part.code: column for column, part in enumerate(form.parts, start=FIRST_PART)}
        self._rows = form.rows
        self._places = {(row.element.code, row.category): place for place, row in enumerate(form.rows)}
        self._touched = rows_by_element(form.rows)
        self._looks = {}
        self._heads = {}
        self._filled = {}
        self.endResetModel()

    def put(self, values: Iterable[DataValue]) -> None:
        """Show new values of cells."""
        values = tuple(values)
        for value in values:
            if value.state is CellState.NOT_REPORTED and not value.comment:
                self._values.pop(_key(value), None)
            else:
                self._values[_key(value)] = value
            for place in self._touched.get(value.data_element, ()):
                self._filled.pop((self._rows[place].element.code, value.period), None)
        self._figures = _with(self._figures, values)
        self._repaint(_key(value) for value in values)

    def mark(self, cells: Iterable[CellId], change: int) -> None:
        """Count up (+1) or down (-1) how many writes of these cells are under way."""
        cells = tuple(cells)
        for cell in cells:
            count = self._pending.get(cell, 0) + change
            if count > 0:
                self._pending[cell] = count
            else:
                self._pending.pop(cell, None)
        self._repaint(cells)

    def set_flags(self, flags: Mapping[CellId, str]) -> None:
        """Show which cells are contradicted: ``error`` or ``warning``."""
        before, self._flags = self._flags, flags
        self._repaint(cell for cell in {*before, *flags} if before.get(cell) != flags.get(cell))

    def show_unsaved(self, values: Mapping[CellId, DataValue]) -> None:
        """Show typed values that were refused, in their cells; they count as nothing."""
        before, self._unsaved = self._unsaved, values
        self._repaint(cell for cell in {*before, *values} if before.get(cell) != values.get(cell))

    def lock(self, periods: Iterable[str]) -> None:
        """Let nothing be typed into these periods of the form: they are marked complete."""
        locked = frozenset(periods)
        if locked == self.locked:
            return
        self.locked = locked
        self._looks = {}
        self._heads = {}
        if self.form is not None and self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, self.columnCount() - 1))
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, FIRST_PART, self.columnCount() - 1)

    def may_change(self, index: Index) -> bool:
        """Whether something can be typed at an index, as far as file and form allow it."""
        cell = self.cell(index)
        return not self.is_read_only and (cell is None or cell.period not in self.locked)

    def _repaint(self, cells: Iterable[CellId]) -> None:
        """Have these cells painted anew, the totals that they are part of, and nothing else."""
        total = [FIRST_PART + len(self._columns)] if self.form is not None and self.form.has_total else []
        changed = {
            (row, column)
            for cell in cells
            if cell.period in self._columns
            for row in self._touched.get(cell.data_element, ())
            for column in (*(self._columns.values() if self.is_cumulative else (self._columns[cell.period],)), *total)
        }
        for place in changed:
            self._looks.pop(place, None)
            index = self.index(*place)
            self.dataChanged.emit(index, index)

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

    def shown(self, cell: CellId) -> DataValue | None:
        """What a cell shows: its own figure, or since 1 January where the form is typed so; None: it cannot be told."""
        value = self.value(cell)
        place = self._places.get((cell.data_element, cell.category))
        if not self.is_cumulative or place is None:
            return value
        return to_cumulative(self._figures, self._rows[place].element, value)

    def unsaved(self, cell: CellId) -> DataValue | None:
        """What was typed into a cell and refused, unless it is being written again."""
        return None if cell in self._pending else self._unsaved.get(cell)

    @property
    def unsaved_word(self) -> str:
        """The word beside a refused text."""
        return self.tr("not saved")

    def drafts(self) -> list[DataValue]:
        """The drafts among the typed cells, in form order."""
        cells = self.form.cells() if self.form is not None else ()
        held = (self._values.get(cell) for cell in cells)
        return [value for value in held if value is not None and value.state is CellState.DRAFT]

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
        place, column = self._places.get((cell.data_element, cell.category)), self._columns.get(cell.period)
        return QModelIndex() if place is None or column is None else self.index(place, column)

    def filled(self) -> tuple[int, int]:
        """(cells that are filled, cells that are needed); a total is filled also when both its sexes are."""
        if self.form is None:
            return 0, 0
        lines = [row for row in self.form.rows if not row.is_part]
        done = sum(self.is_filled(row, part) for part in self.form.parts for row in lines)
        return done, len(lines) * len(self.form.parts)

    def is_filled(self, row: EntryRow, part: Period) -> bool:
        """Whether the element of a line has a total in one of its own periods."""
        key = row.element.code, part.code
        known = self._filled.get(key)
        if known is None:
            known = self._filled[key] = is_filled(self._figures, row.element, part.code)
        return known

    def look(self, place: int, column: int) -> Look:
        """What a cell looks like."""
        known = self._looks.get((place, column))
        if known is None:
            known = self._looks[place, column] = self._look(place, column)
        return known

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
        is_typed = self.cell(index) is not None and self.may_change(index)
        return flags | Qt.ItemFlag.ItemIsEditable if is_typed else flags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Heads of the columns, made once: each painting asks for all of them in every role."""
        if self.form is None or orientation is not Qt.Orientation.Horizontal:
            return None
        key = section, int(role), self.is_cumulative
        if key not in self._heads:
            self._heads[key] = self._head(self.form, section, role)
        return self._heads[key]

    def _head(self, form: EntryForm, section: int, role: int) -> object:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if section >= COMPARED else _LEFT
        if role == Qt.ItemDataRole.DecorationRole and section in [self._columns.get(code) for code in self.locked]:
            return icons.icon("lock")
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        fixed = {NUMBER: self.tr("No."), NAME: self.tr("Data element"), UNIT: self.tr("Unit")}
        if section in fixed:
            return fixed[section]
        if section >= FIRST_PART + len(form.parts):
            return self.tr("In the period") if self.is_cumulative else self.tr("Total")
        shown = form.compared if section == COMPARED else form.parts[section - FIRST_PART]
        since = self.tr("cumulative") + "\n" if self.is_cumulative else ""
        return since + words.short_period(shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own signature
        """What a cell shows, and how."""
        row = self.row(index)
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.look(index.row(), index.column()).text
        if role == Qt.ItemDataRole.EditRole:
            cell = self.cell(index)
            return "" if cell is None else edited(self.unsaved(cell) or self.shown(cell) or self.value(cell))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if index.column() >= COMPARED else _LEFT
        if role == Qt.ItemDataRole.ForegroundRole:
            return theme.colour(self.look(index.row(), index.column()).colour)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(row, index)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row, index)
        return self._mark(index, role)

    def _mark(self, index: Index, role: int) -> object:
        cell = self.cell(index)
        if cell is None:
            return None
        if role == StateRole:
            return self.value(cell).state
        if role == PendingRole:
            return cell in self._pending
        return self._flags.get(cell, "") if role == FlagRole else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: ANN401
        """Hand the typed text on."""
        if role != Qt.ItemDataRole.EditRole or self.cell(index) is None or not self.may_change(index):
            return False
        self.typed.emit(self.index(index.row(), index.column()), str(value))
        return True

    # --- looks -----------------------------------------------------------------------------------------------------

    def _look(self, place: int, column: int) -> Look:
        form = self.form
        assert form is not None
        row = form.rows[place]
        if column == NUMBER:
            return Look(row.number, "muted")
        if column == NAME and row.is_part:
            return Look(f"– {words.category(row.category)}", "muted", is_indented=True)
        if column == NAME:
            return Look(words.name_of(row.element))
        if column == UNIT:
            return Look("" if row.is_part or row.element.unit == "choice" else row.element.unit, "muted")
        if not FIRST_PART <= column < FIRST_PART + len(form.parts):
            text = self._over(row, self._since(row, form.compared) if column == COMPARED else form.whole)
            return Look(text, "muted", is_right=True)
        cell = CellId(row.element.code, form.parts[column - FIRST_PART].code, row.category)
        flag = self._flags.get(cell, "")
        unsaved = self.unsaved(cell)
        if unsaved is not None:
            return unsaved_look(unsaved, self.unsaved_word)
        shown = self.shown(cell)
        look = typed_look(
            shown or self.value(cell), self._derived(row, cell), is_pending=cell in self._pending, flag=flag
        )
        look = look if shown is not None else look._replace(note=self.tr("in the period"))
        return look._replace(is_locked=True) if cell.period in self.locked else look

    def _over(self, row: EntryRow, period: Period) -> str:
        """An element over a whole period: the figure, or what is there of it in brackets."""
        if row.element.value_type in (ValueType.CHOICE, ValueType.BOOLEAN):
            text = self._figures.text(row.element.code, period.code)
            return "" if text is None else words.choice(text)
        over = element_over(self._figures, row.element, period, _sex(row.category))
        return printed_over(over)

    def _since(self, row: EntryRow, period: Period) -> Period:
        """The compared period, from 1 January on where the form is typed so."""
        is_since = self.is_cumulative and takes_cumulative(row.element)
        return Period(period.year, 1, period.last_month) if is_since else period

    def _derived(self, row: EntryRow, cell: CellId) -> Number | None:
        """Sum of both sexes, where the total itself is not typed."""
        if (
            self.form is None
            or cell.category is not Category.DEFAULT
            or self.value(cell).state is not CellState.NOT_REPORTED
        ):
            return None
        return derived_total(self._figures, row.element, cell, is_cumulative=self.is_cumulative)

    def _tip(self, row: EntryRow, index: Index) -> str | None:
        if index.column() == NAME:
            return words.name_of(row.element)
        cell = self.cell(index)
        if cell is not None and self.unsaved(cell) is not None:
            return self.unsaved_word
        return (self.value(cell).comment or None) if cell is not None else None

    def _spoken(self, row: EntryRow, index: Index) -> str:
        """Row, column, value and state in words, for screen readers."""
        look = self.look(index.row(), index.column())
        shown = ", ".join(part for part in (look.text, look.note) if part) or self.tr("empty")
        shown += "; " + self.tr("locked") if look.is_locked else ""
        if self.cell(index) is None:
            return shown
        name = words.name_of(row.element) + (f", {words.category(row.category)}" if row.is_part else "")
        head = self.headerData(index.column(), Qt.Orientation.Horizontal)
        return f"{name}; {head}; {shown}"


def _sex(category: Category) -> str:
    return "total" if category is Category.DEFAULT else category.value


def _key(value: DataValue) -> CellId:
    return CellId(value.data_element, value.period, value.category)


def _with(figures: Figures, values: Iterable[DataValue]) -> Figures:
    """The same figures with other values of some cells."""
    values = tuple(values)
    cells = {**figures.cells, **Figures.of(values).cells}
    for value in values:
        if value.state is CellState.NOT_REPORTED:
            cells.pop((value.data_element, value.period, value.category.value), None)
    return Figures(cells)
