"""A figure that cannot be believed is said at once, with what may have been meant; one key takes the proposal.

The line stands beside the typist's way: it takes no keys, and Alt+1 puts the figure into the cell that was meant while
the cursor stays where it is.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout

from data import commands, queries
from data.contradictions import confirmation
from data.model import CellState, DataValue
from data.numbers import exact
from data.reasons import with_reason
from data.slips import CUMULATIVE
from ui.models.entry_rows import CellId
from ui.rule_words import printed
from ui.screens.entry_doubts import Acceptance, Doubt, Reconsider, cell_doubt
from ui.screens.entry_facts import Source
from ui.widgets.edge_line import EdgeLine

if TYPE_CHECKING:
    from ui.screens.data_entry import DataEntryScreen

CHECKED = "checked"


class EntryPlausible(QObject):
    """Asks about each figure that was typed, once it is on disk, and says what is doubted."""

    def __init__(self, screen: DataEntryScreen) -> None:
        """Put the line under the one of the screen and listen to what is typed."""
        super().__init__(screen)
        self._screen = screen
        session = screen.session
        self._source = Source(session.store, session.catalogue, session.knowledge, session.language)
        self.line = EdgeLine()
        middle = screen.line.parentWidget()
        column = middle.layout() if middle is not None else None
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(column.indexOf(screen.line), self.line)
        self._fresh: list[CellId] = []
        self._doubt: Doubt | None = None
        screen.entry_model.typed.connect(self._typed)
        screen.answered.connect(self._ask)
        screen.line.filled.connect(self._make_room)
        self.line.dismissed.connect(self._forget)
        for source in (screen.sentences, screen.pane):
            source.opened.connect(self._opened)
            source.note_asked.connect(self._opened_right)

    # --- asking ----------------------------------------------------------------------------------------------------

    def _typed(self, index: object, _text: str) -> None:
        cell = self._screen.entry_model.cell(index)  # type: ignore[arg-type]
        if cell is not None:
            self._fresh.append(cell)
            if self._doubt is not None and self._doubt.cell == cell:
                self._forget()

    def _ask(self) -> None:
        """What was typed is on disk now: look at it off the GUI thread."""
        fresh, self._fresh = dict.fromkeys(self._fresh), []
        for cell in fresh:
            self._look_at(cell)

    def _look_at(self, cell: CellId) -> None:
        source = self._source
        self._screen.session.tasks.run(lambda _task: cell_doubt(source, cell), self._say)

    def _say(self, doubt: Doubt | None) -> None:
        if doubt is not None and self._stands(doubt):
            self._doubt = doubt
            self._show()

    def _held(self, cell: CellId) -> DataValue | None:
        """What stands in a cell, also of a form that is not shown any more."""
        screen = self._screen
        if screen.entry_model.index_of(cell).isValid():
            return screen.entry_model.value(cell)
        under_way = screen.saver.under_way(cell)
        if under_way is not None:
            return under_way
        stored = queries.data_values(screen.session.store, [cell.period], [cell.data_element])
        return next((value for value in stored if value.category is cell.category), None)

    def _stands(self, doubt: Doubt) -> bool:
        """Whether the doubted figure still stands in its cell."""
        held = self._held(doubt.cell)
        return held is not None and held.value == doubt.figure

    # --- the line --------------------------------------------------------------------------------------------------

    def _show(self) -> None:
        doubt = self._doubt
        if doubt is None or self._screen.line.answers:
            return
        steps: list[tuple[str, Callable[[], None]]] = [
            (printed(exact(slip.value)), partial(self.accept, Acceptance(doubt, slip.value)))
            for slip in (doubt.proposals[:1] if self._may_switch(doubt) else doubt.proposals)
        ]
        if self._may_switch(doubt):
            steps.append((self.tr("Type this form cumulatively"), lambda: self._switch(doubt)))
        steps.append((self.tr("It is right"), lambda: self.accept(Acceptance(doubt))))
        answers = [(f"{caption} (Alt+{place})", step) for place, (caption, step) in enumerate(steps, start=1)]
        self.line.ask(doubt.short, answers, self._screen.grid, takes_keys=False, kind="warning")

    def _may_switch(self, doubt: Doubt) -> bool:
        """Whether the figure looks like the year so far, in a form that is typed by period."""
        model = self._screen.entry_model
        is_cumulative = any(slip.kind == CUMULATIVE for slip in doubt.proposals)
        return is_cumulative and not model.is_cumulative and model.index_of(doubt.cell).isValid()

    def _switch(self, doubt: Doubt) -> None:
        """Turn the figure into the period's own, and type the whole form cumulatively from here on."""
        meant = next(slip.value for slip in doubt.proposals if slip.kind == CUMULATIVE)
        self.accept(Acceptance(doubt, meant))
        self._screen.cumulator.turn()

    def _make_room(self) -> None:
        """One question at a time at the edge, so that Alt+1 means one thing."""
        if self._screen.line.answers:
            self.line.clear()
        elif not self.line.isVisible():
            self._show()

    def _forget(self) -> None:
        self._doubt = None
        self.line.clear()

    # --- taking ----------------------------------------------------------------------------------------------------

    def _opened(self, target: object) -> None:
        if isinstance(target, Acceptance):
            self.accept(target)
        elif isinstance(target, Reconsider) and not self._screen.entry_model.is_read_only:
            self._note(target.cell, "", "")

    def _opened_right(self, subject: object) -> None:
        if isinstance(subject, Acceptance):
            self.accept(subject._replace(value=""))

    def accept(self, taken: Acceptance) -> None:
        """Put the figure that was meant into its cell, or note that the one there is right."""
        doubt, screen = taken.doubt, self._screen
        if self._doubt is not None and self._doubt.cell == doubt.cell:
            self._forget()
        model, held = screen.entry_model, self._held(doubt.cell)
        if held is None or held.value != doubt.figure or not model.may_change(model.index_of(doubt.cell)):
            return
        if taken.value:
            screen.save([held._replace(state=CellState.FIGURE, value=taken.value)])
            return
        self._note(doubt.cell, doubt.figure, with_reason(CHECKED, ""))

    def _note(self, cell: CellId, figure: str, text: str) -> None:
        """Keep that a figure is right; without one that is taken back."""
        session, key = self._screen.session, (cell.data_element, cell.period, cell.category.value)
        note = confirmation(key, figure, text)
        store, by = session.store, session.by()
        session.write(lambda: commands.save_rule_note(store, note, by))
