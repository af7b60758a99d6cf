"""Cells on their way to the disk: shown at once, marked until they are there, kept in their cells when refused."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from data import commands
from data.errors import SoTramError
from data.model import DataValue
from ui.models.entry_model import EntryModel
from ui.models.entry_rows import CellId
from ui.session import Session


class EntrySaver(QObject):
    """Sends values to the writer thread and keeps the grid's marks true.

    ``answered()``: a write has ended, well or not. A refused value stays in ``session.unsaved`` and is written with
    the next write that succeeds, or when it is asked for.
    """

    answered = Signal()

    def __init__(self, session: Session, model: EntryModel, parent: QObject) -> None:
        """Nothing is under way."""
        super().__init__(parent)
        self._session = session
        self._model = model
        self._on_disk: dict[CellId, DataValue] = {}
        self._latest: dict[CellId, DataValue] = {}
        self._pending: dict[CellId, int] = {}
        session.unsaved.retry_asked.connect(self.retry)
        session.unsaved.changed.connect(self._show_unsaved)

    def save(self, values: Sequence[DataValue], *, kind: str = "") -> None:
        """Show values at once, mark their cells, and send them to the writer; ``kind`` stands in the change log."""
        values, cells = list(values), [_cell(value) for value in values]
        before = [self._model.value(cell) for cell in cells]
        if before == values:
            self._session.unsaved.drop(cells)
            return
        for cell, old, new in zip(cells, before, values, strict=True):
            self._on_disk.setdefault(cell, old)
            self._latest[cell] = new
            self._pending[cell] = self._pending.get(cell, 0) + 1
        self._model.put(values)
        self._model.mark(cells, 1)
        store, by = self._session.store, self._session.by()._replace(kind=kind)
        self._session.write(
            lambda: commands.save_data_values(store, values, by),
            lambda _changes: self._done(values),
            lambda error: self._failed(values, error),
            self.parent(),
        )

    def retry(self) -> None:
        """Write what was refused once more, but for cells that something newer is being written to."""
        values = [value for value in self._session.unsaved.values if _cell(value) not in self._pending]
        if values:
            self.save(values)

    def show_written(self, values: Sequence[DataValue]) -> None:
        """Another command wrote these cells: show them, but for those that something newer is being written to."""
        for value in values:
            if _cell(value) in self._pending:
                self._on_disk[_cell(value)] = value
        self._model.put(value for value in values if _cell(value) not in self._pending)
        self.answered.emit()

    def under_way(self, cell: CellId) -> DataValue | None:
        """What is being written to a cell just now."""
        return self._latest.get(cell)

    def overlay(self) -> None:
        """Another form was read from the disk: show on top of it what is not there yet."""
        self._model.put(self._latest.values())
        for cell, count in self._pending.items():
            self._model.mark([cell], count)
        self._show_unsaved()

    def _done(self, values: list[DataValue]) -> None:
        self._on_disk |= {_cell(value): value for value in values}
        self._session.unsaved.drop(self._settled(values))
        self.retry()
        self.answered.emit()

    def _failed(self, values: list[DataValue], error: Exception) -> None:
        old = dict(self._on_disk)
        settled = self._settled(values)
        self._model.put([old[cell] for cell in settled])
        self._session.unsaved.add([value for value in values if _cell(value) in settled], error)
        self.answered.emit()
        if not isinstance(error, SoTramError):
            raise error

    def _settled(self, values: list[DataValue]) -> list[CellId]:
        """A write has ended: the cells that nothing newer is being written to."""
        cells = [_cell(value) for value in values]
        for cell in cells:
            self._pending[cell] -= 1
        settled = [cell for cell in cells if not self._pending[cell]]
        for cell in settled:
            del self._pending[cell], self._on_disk[cell], self._latest[cell]
        self._model.mark(cells, -1)
        return settled

    def _show_unsaved(self) -> None:
        self._model.show_unsaved({_cell(value): value for value in self._session.unsaved.values})


def _cell(value: DataValue) -> CellId:
    return CellId(value.data_element, value.period, value.category)
