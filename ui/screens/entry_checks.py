"""What contradicts what in a form, and what is known of the cell under the cursor: asked when typing rests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from data.model import RuleResult
from ui.models.entry_rows import EntryForm
from ui.screens import entry_words
from ui.screens.entry_facts import Asker, CellKnowledge

if TYPE_CHECKING:
    from ui.screens.data_entry import DataEntryScreen

CALM_MILLISECONDS = 120


class EntryChecks(QObject):
    """Keeps the sentences under the grid, the marks in it and the pane beside it true."""

    def __init__(self, screen: DataEntryScreen) -> None:
        """Listen to the screen; nothing is asked yet."""
        super().__init__(screen)
        self._screen = screen
        self._failures: list[RuleResult] = []
        self._asker = Asker(screen.session, self._show_contradictions, self._show_facts)
        self._calm = screen.timer(CALM_MILLISECONDS, self._ask)
        screen.grid.moved.connect(lambda _cell: self._calm.start())
        screen.form_shown.connect(self._start_anew)
        screen.answered.connect(self._calm.start)

    def _start_anew(self, _form: EntryForm) -> None:
        self._screen.sentences.show_sentences(())
        self._calm.start()

    def _ask(self) -> None:
        """Typing has rested for a moment: ask for contradictions and for what is known of the cell."""
        model, pane = self._screen.entry_model, self._screen.pane
        if model.form is None:
            return
        cell = model.cell(self._screen.grid.currentIndex()) if pane.isVisible() else None
        if cell is None:
            pane.show_facts(None)
        self._asker.ask(model.form, cell)

    def _show_contradictions(self, form: EntryForm, results: list[RuleResult]) -> None:
        model = self._screen.entry_model
        if form is not model.form:
            return
        self._failures = results
        model.set_flags(entry_words.flags(model, results))
        self._screen.sentences.show_sentences(entry_words.contradictions(self._screen.session, model, results))

    def _show_facts(self, known: CellKnowledge) -> None:
        model = self._screen.entry_model
        if known.cell != model.cell(self._screen.grid.currentIndex()):
            return
        value = model.value(known.cell)
        self._screen.pane.show_facts(entry_words.facts(self._screen.session, known, value, self._failures))
