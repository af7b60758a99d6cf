"""Ctrl+Z and Ctrl+Y: takes back what this user did last, and does it again, also after the program was restarted.

What can be taken back stands in the change log of the file. The steps go through the writer thread, after everything
that is still on its way to the disk; the edge line says what was taken back, and the cursor goes there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from data import commands, queries
from data.errors import UserError
from data.history import UndoCell, UndoStep
from data.model import CellState, Changes, DataValue
from ui import words
from ui.models.entry_rows import CellId
from ui.models.entry_texts import printed
from ui.rule_words import short_name
from ui.screens.screen import Place

if TYPE_CHECKING:
    from ui.screens.data_entry import DataEntryScreen
    from ui.session import Session

translate = QCoreApplication.translate


class EntryUndo(QObject):
    """Two lines of the menu of the form, with their keys."""

    def __init__(self, screen: DataEntryScreen) -> None:
        """Take the keys."""
        super().__init__(screen)
        self._screen = screen
        self._undo = screen.head.add_tool(self.tr("Undo"), "Ctrl+Z", self.undo_last)
        self._redo = screen.head.add_tool(self.tr("Redo"), "Ctrl+Y", self.redo_last)
        screen.head.tools.menu().aboutToShow.connect(self._ask)

    def undo_last(self) -> None:
        """Take back the newest action of this user that stands."""
        self._step(is_undo=True)

    def redo_last(self) -> None:
        """Do again what was taken back last."""
        self._step(is_undo=False)

    def _step(self, *, is_undo: bool) -> None:
        screen, session = self._screen, self._screen.session
        screen.grid.settle()
        if not session.store.is_writable:
            screen.grid.refused.emit()
            return
        store, by = session.store, session.by()
        found: list[UndoStep] = []

        def work() -> Changes:
            """On the writer thread: what was typed before is on disk by now."""
            step = queries.undo_step(store, by.user) if is_undo else queries.redo_step(store, by.user)
            if step is not None:
                found.append(step)
            return commands.undo(store, by) if is_undo else commands.redo(store, by)

        session.write(work, lambda _changes: self._show(found[0], is_undo=is_undo), self._failed, screen)

    def _show(self, step: UndoStep, *, is_undo: bool) -> None:
        """The step is on disk: show the cells, go to the first, and say what was done."""
        screen = self._screen
        written = [cell.old if is_undo else cell.new for cell in step.cells]
        if written:
            first = _cell(written[0])
            if not screen.entry_model.index_of(first).isValid():
                screen.go(Place("data_entry", cell=first))
            screen.saver.show_written(written)
            screen.refresh_forms()
            screen.grid.go_to(first)
        said = step_words(screen.session, step, is_undo=is_undo)
        if step.kept:
            kept = self.tr("%n cell(s) that somebody else changed since stay as they are.", "", len(step.kept))
            said = f"{said}. {kept}"
        screen.line.say(said, "done")

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self._screen.line.say(self._screen.session.messages.error(error), "warning")

    def _ask(self) -> None:
        """The menu opens: name what its lines would do."""
        session = self._screen.session
        store, user = session.store, session.by().user
        session.tasks.run(
            lambda _task: (queries.undo_step(store, user), queries.redo_step(store, user)),
            lambda steps: self._name_lines(*steps),
        )

    def _name_lines(self, undo: UndoStep | None, redo: UndoStep | None) -> None:
        session = self._screen.session
        nothing = self.tr("nothing left")
        for line, step, is_undo in ((self._undo, undo, True), (self._redo, redo, False)):
            if step is not None:
                text = step_words(session, step, is_undo=is_undo)
            else:
                head = self.tr("Undo") if is_undo else self.tr("Redo")
                text = f"{head}: {nothing}"
            line.setText(text.replace("&", "&&"))
        self._screen.head.fit_menu()


def step_words(session: Session, step: UndoStep, *, is_undo: bool) -> str:
    """What a step takes back or does again: "Hoàn tác: 412 ở ‘Khám thai ≥ 4 lần’", "Hoàn tác: dán 17 ô"."""
    head = translate("EntryUndo", "Undo: {what}") if is_undo else translate("EntryUndo", "Redo: {what}")
    count = len(step.cells)
    done = {
        "paste": translate("EntryUndo", "%n cell(s) pasted", "", count),
        "import": translate("EntryUndo", "%n cell(s) imported", "", count),
        "rewind": translate("EntryUndo", "%n cell(s) put back to an earlier moment", "", count),
    }
    if step.kind in done:
        what = done[step.kind]
    elif count == 1:
        what = _cell_words(session, step.cells[0])
    else:
        what = translate("EntryUndo", "%n cell(s) changed", "", count)
    return head.format(what=what)


def _cell_words(session: Session, cell: UndoCell) -> str:
    """What was typed where, "412 ở ‘Khám thai ≥ 4 lần’"."""
    value = cell.new
    name = cell_name(session, value)
    if value.state is CellState.NOT_REPORTED:
        return translate("EntryUndo", "‘{name}’ emptied").format(name=name)
    if (cell.old.state, cell.old.value) == (value.state, value.value):
        return translate("EntryUndo", "the comment at ‘{name}’").format(name=name)
    return translate("EntryUndo", "{figure} at ‘{name}’").format(figure=printed(value), name=name)


def cell_name(session: Session, value: DataValue) -> str:
    """Short name of a cell's data element, with the sex where it is one."""
    element = session.catalogue.data_elements.get(value.data_element)
    if element is None:
        return value.data_element
    name = short_name(session.messages.element_name(element))
    return name if value.category.value == "default" else f"{name} – {words.category(value.category)}"


def _cell(value: DataValue) -> CellId:
    return CellId(value.data_element, value.period, value.category)
