"""What contradicts what in a form, and what is known of the cell under the cursor: asked when typing rests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui import theme
from ui.models.entry_rows import CellId, EntryForm
from ui.screens import entry_words
from ui.screens.entry_facts import Asker, CellKnowledge
from ui.screens.entry_rules import Checked, marks
from ui.screens.screen import Place

if TYPE_CHECKING:
    from ui.screens.data_entry import DataEntryScreen

CALM_MILLISECONDS = 120
PANE_WIDTH = 36 * theme.STEP
"""Of the pane while it stands in the place of the list of forms."""


class EntryChecks(QObject):
    """Keeps the sentences under the grid, the marks in it and the pane beside it true; leads to the cells they name."""

    def __init__(self, screen: DataEntryScreen) -> None:
        """Listen to the screen; nothing is asked yet."""
        super().__init__(screen)
        self._screen = screen
        self._is_unfolded = False
        self._asker = Asker(screen.session, self._show_checked, self._show_facts)
        self._calm = screen.timer(CALM_MILLISECONDS, self._ask)
        screen.grid.moved.connect(lambda _cell: self._calm.start())
        screen.form_shown.connect(self._start_anew)
        screen.answered.connect(self._calm.start)
        screen.session.bus.changed.connect(self._something_noted)
        for source in (screen.sentences, screen.pane):
            source.opened.connect(self.jump)
            source.left.connect(self._back_to_grid)
        screen.head.add_tool(self.tr("Contradictions and rules"), "F8", self._to_sentences)
        screen.head.add_tool(self.tr("About this cell"), "Alt+Return", self._to_pane)

    # --- asking ----------------------------------------------------------------------------------------------------

    def _start_anew(self, _form: EntryForm) -> None:
        self._screen.sentences.show_sentences(())
        self._calm.start()

    def _something_noted(self, changes: object, _origin: object) -> None:
        if getattr(changes, "kind", "") in ("rule_note", "setting"):
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

    def _show_checked(self, checked: Checked) -> None:
        screen = self._screen
        if checked.form is not screen.entry_model.form:
            return
        screen.entry_model.set_flags(marks(checked, screen.session.catalogue.data_elements))
        screen.sentences.show_sentences(entry_words.under_grid(screen.session, screen.entry_model, checked))

    def _show_facts(self, known: CellKnowledge) -> None:
        model, grid = self._screen.entry_model, self._screen.grid
        if known.cell == model.cell(grid.currentIndex()):
            value, can_write = model.value(known.cell), model.may_change(grid.currentIndex())
            facts = entry_words.facts(self._screen.session, known, value, can_write=can_write)
            self._screen.pane.show_facts(facts)

    # --- going -----------------------------------------------------------------------------------------------------

    def jump(self, target: object) -> None:
        """Go to a cell, also of another form or period; a line at the edge leads back from there."""
        screen = self._screen
        if not isinstance(target, CellId):
            return
        if screen.grid.go_to(target):
            return
        was_at, period = screen.entry_model.cell(screen.grid.currentIndex()), screen.session.period

        def go_back() -> None:
            screen.session.set_period(period)
            screen.go(Place("data_entry", cell=was_at))

        screen.go(Place("data_entry", cell=target))
        if was_at is not None:
            answers = [(self.tr("Back to where you were"), go_back)]
            said = self.tr("You followed a contradiction to another form or period.")
            screen.line.ask(said, answers, screen.grid, takes_keys=False)

    def _to_sentences(self) -> None:
        sentences = self._screen.sentences
        if sentences.count():
            sentences.setCurrentRow(max(sentences.currentRow(), 0))
            sentences.setFocus()

    def _to_pane(self) -> None:
        """Show the pane where it is folded away, and give it the keys."""
        pane = self._screen.pane
        if not pane.isVisible():  # folded: it takes the place of the list of forms until Esc
            self._screen.forms.hide()
            pane.show()
            whole = self._screen.splitter.width()
            self._screen.splitter.setSizes([0, whole - PANE_WIDTH, PANE_WIDTH])
            self._is_unfolded = True
            self._calm.start()
        pane.setFocus()

    def _back_to_grid(self) -> None:
        if self._is_unfolded:
            self._is_unfolded = False
            self._screen.pane.hide()
            self._screen.forms.show()
        self._screen.grid.setFocus()
