"""Figures that were typed and refused by the machine: kept until they are written, or given up on purpose."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from data import commands

if TYPE_CHECKING:
    from pathlib import Path

    from data.model import Category, DataValue
    from ui.session import Session
    from ui.widgets.edge_line import Answer, EdgeLine

    Cell = tuple[str, str, Category]

translate = QCoreApplication.translate


class Unsaved(QObject):
    """The refused figures of one open station file, in the order they were typed.

    ``changed()``: there are more of them, or fewer. ``retry_asked()``: somebody wants them written now.
    """

    changed = Signal()
    retry_asked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Nothing is refused yet."""
        super().__init__(parent)
        self._values: dict[Cell, DataValue] = {}
        self.error: Exception | None = None

    def __len__(self) -> int:
        """How many there are."""
        return len(self._values)

    @property
    def values(self) -> tuple[DataValue, ...]:
        """All of them."""
        return tuple(self._values.values())

    def add(self, values: Iterable[DataValue], error: Exception) -> None:
        """Keep values that were refused, and why."""
        self._values |= {(value.data_element, value.period, value.category): value for value in values}
        self.error = error
        self.changed.emit()

    def drop(self, cells: Iterable[Cell]) -> None:
        """These cells are on disk now, or given up."""
        gone = [self._values.pop(cell) for cell in cells if cell in self._values]
        if gone:
            self.changed.emit()

    def clear(self) -> None:
        """Give them all up."""
        self.drop(tuple(self._values))


def count_words(session: Session) -> str:
    """How many figures are not saved."""
    return translate("Unsaved", "Figures not saved yet: {count}.").format(count=len(session.unsaved))


def carried(count: int, path: Path) -> str:
    """That figures which could not be written where they were typed are in another file now."""
    text = translate("Unsaved", "Figures written that were not saved before: {count}. They are in {file} now.")
    return text.format(count=count, file=path)


def write_carried(session: Session, line: EdgeLine, values: tuple[DataValue, ...]) -> None:
    """Write figures that another file had no place for; those that this one refuses, too, stay unsaved."""
    session.write(
        lambda: commands.save_data_values(session.store, values, session.by()),
        lambda _changes: line.say(carried(len(values), session.path), "done"),
        lambda error: session.unsaved.add(values, error),
    )


def elsewhere(session: Session) -> Answer:
    """The answer that saves everything in another place."""
    return translate("Unsaved", "Save elsewhere…"), session.elsewhere_asked.emit


def remedies(session: Session) -> list[Answer]:
    """What can be done about unsaved figures."""
    return [(translate("Unsaved", "Try again"), session.unsaved.retry_asked.emit), elsewhere(session)]


def ask_before_leaving(session: Session, line: EdgeLine, leave: Callable[[], object]) -> None:
    """The file is about to be closed: ask what becomes of its unsaved figures."""

    def give_up() -> None:
        session.unsaved.clear()
        leave()

    text = translate("Unsaved", "Figures not saved yet: {count}. Closing now would lose them.")
    answers = [*remedies(session), (translate("Unsaved", "Close and lose them"), give_up)]
    line.ask(text.format(count=len(session.unsaved)), answers)
