"""A figure that cannot be believed is said at once, with what may have been meant; one key takes the proposal.

The line stands beside the typist's way: it takes no keys, and Alt+1 puts the figure into the cell that was meant while
the cursor stays where it is. It stands there while its form is shown; from another form it leads back, and changes
nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout

from data import commands, queries
from data.contradictions import confirmation, note_of
from data.model import CellState, Changes, DataValue
from data.numbers import exact
from data.periods import parse_period
from data.reasons import with_reason
from data.slips import CUMULATIVE, Slip
from ui import words
from ui.models.entry_rows import CellId
from ui.rule_words import lowered, printed
from ui.screens.entry_doubts import Acceptance, Doubt, Reconsider, cell_doubt, has_note_like, yearly_changes
from ui.screens.entry_facts import Source
from ui.screens.entry_undo import cell_name
from ui.screens.screen import Place
from ui.widgets.edge_line import EdgeLine

if TYPE_CHECKING:
    from ui.screens.data_entry import DataEntryScreen

CHECKED = "checked"
CALM_MILLISECONDS = 120
_FIGURE = CellState.FIGURE


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
        self._newest: Doubt | None = None
        self._open: dict[CellId, Doubt] = {}
        self._calm = screen.timer(CALM_MILLISECONDS, self._show_newest)
        screen.entry_model.typed.connect(self._typed)
        screen.answered.connect(self._ask)
        screen.line.filled.connect(self._make_room)
        screen.form_shown.connect(lambda _form: self._form_shown())
        screen.grid.moved.connect(self._moved)
        screen.entry_model.headerDataChanged.connect(lambda *_what: self._form_shown())
        self.line.dismissed.connect(self._forget)
        for source in (screen.sentences, screen.pane):
            source.opened.connect(self._opened)
            source.note_asked.connect(self._opened_right)

    # --- asking ----------------------------------------------------------------------------------------------------

    def _typed(self, index: object, _text: str) -> None:
        cell = self._screen.entry_model.cell(index)  # type: ignore[arg-type]
        if cell is not None:
            self._fresh.append(cell)
            self._open.pop(cell, None)
            if self._doubt is not None and self._doubt.cell == cell:
                self._forget()

    def _ask(self) -> None:
        """What was typed is on disk now: look at it off the GUI thread."""
        if self._doubt is not None and self._is_here(self._doubt) and not self._stands(self._doubt):
            self._forget()
        fresh, self._fresh = dict.fromkeys(self._fresh), []
        for cell in fresh:
            self._look_at(cell)

    def _look_at(self, cell: CellId) -> None:
        source = self._source
        self._screen.session.tasks.run(lambda _task: cell_doubt(source, cell), self._say)

    def _say(self, doubt: Doubt | None) -> None:
        if doubt is not None:
            self._open[doubt.cell] = self._newest = doubt
            self._calm.start()

    def _show_newest(self) -> None:
        """Typing has rested for a moment: one line for all that came meanwhile, which moves the grid once."""
        doubt, self._newest = self._newest, None
        if doubt is not None and self._open.get(doubt.cell) is doubt and self._stands(doubt):
            self._doubt = doubt
            self._show()

    def _form_shown(self) -> None:
        """Another form, or the same one locked: a doubt comes back with its cell, and goes with it."""
        held = (doubt for doubt in reversed(self._open.values()) if self._is_here(doubt) and self._stands(doubt))
        self._doubt = next(held, None)
        if not self.line.isHidden():
            self.line.clear()
        self._show()

    def _moved(self, cell: object) -> None:
        """The cursor is on a doubted cell: its own question stands there."""
        doubt = self._open.get(cell) if isinstance(cell, CellId) else None
        if doubt is not None and self._stands(doubt) and doubt is not self._doubt:
            self._doubt = doubt
            self._show()

    def _is_here(self, doubt: Doubt) -> bool:
        """Whether the doubted cell stands in the shown form and can be changed."""
        model = self._screen.entry_model
        index = model.index_of(doubt.cell)
        return index.isValid() and model.may_change(index)

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
        if doubt is None or self._screen.line.answers or self._screen.completion.strip.is_asking:
            return
        if not self._is_here(doubt):
            self._lead_back(doubt)
            return
        steps: list[tuple[str, Callable[[], None]]] = [
            (self._caption(slip), partial(self.accept, Acceptance(doubt, slip.value)))
            for slip in (doubt.proposals[:1] if self._may_switch(doubt) else doubt.proposals)
        ]
        if self._may_switch(doubt):
            steps.append((self.tr("Type this form cumulatively"), lambda: self._switch(doubt)))
        steps.append((self.tr("It is right"), lambda: self.accept(Acceptance(doubt))))
        answers = [(f"{caption} (Alt+{place})", step) for place, (caption, step) in enumerate(steps, start=1)]
        said = doubt.short
        if self._screen.grid.current_cell() != doubt.cell:
            head = f"{_period(doubt)}: "
            name = self._name(doubt.cell)
            head = head if said.lower().startswith(name.lower()) else f"{name}, {head}"
            said = head[:1].upper() + head[1:] + said
        self.line.ask(said, answers, self._screen.grid, takes_keys=False, kind="warning")

    def _lead_back(self, doubt: Doubt) -> None:
        """The figure was the last one of the form before: say so, and lead there; nothing is changed unseen."""
        screen, element = self._screen, self._screen.session.catalogue.data_elements[doubt.cell.data_element]
        form = screen.session.catalogue.data_sets.get(f"{element.group}.{element.frequency.value}")
        said = self.tr("Form “{form}”, {period}: {doubt}").format(
            form=form.title_vi if form else "",
            period=_period(doubt),
            doubt=doubt.short,
        )
        go = (self.tr("To this figure (Alt+1)"), lambda: screen.go(Place("data_entry", cell=doubt.cell)))
        self.line.ask(said, [go], screen.grid, takes_keys=False, kind="warning")

    def _name(self, cell: CellId) -> str:
        name = cell_name(self._screen.session, DataValue(cell.data_element, cell.period, cell.category, _FIGURE))
        return name[:1].upper() + name[1:]

    def _caption(self, slip: Slip) -> str:
        """The figure that was meant, and which slip that would be: "412: thừa một số 0"."""
        return f"{printed(exact(slip.value))}: {self._screen.session.messages.text('slip_short', slip.kind)}"

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
        strip = self._screen.completion.strip
        if self._screen.line.answers:
            strip.close_question(quietly=True)
            self.line.clear()
        elif not self.line.isVisible():
            self._show()

    def make_way(self) -> None:
        """Another question is asked above the grid: only one of them says Esc."""
        self.line.clear()
        if self._screen.line.answers:
            self._screen.line.clear()

    def dismiss(self) -> bool:
        """Esc in the grid: leave the question as it is; whether there was one."""
        if not self.line.isVisible():
            return False
        self._forget()
        return True

    def _forget(self) -> None:
        if self._doubt is not None:
            self._open.pop(self._doubt.cell, None)
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
        held = self._held(doubt.cell)
        if held is None or held.value != doubt.figure or not self._is_here(doubt):
            return
        place = {"name": self._name(doubt.cell), "period": _period(doubt)}
        before = printed(exact(doubt.figure))
        if taken.value:
            screen.save([held._replace(state=CellState.FIGURE, value=taken.value)])
            said = self.tr("“{name}”, {period}: {before} → {after}. Ctrl+Z takes this back.")
            screen.line.say(said.format(**place, before=before, after=printed(exact(taken.value))), "done")
            return
        self._note(doubt.cell, doubt.figure, with_reason(CHECKED, ""))
        said = self.tr("“{name}”, {period}: {before} is noted as right; it can be taken back beside the cell.")
        screen.line.say(said.format(**place, before=before), "done")

    def _note(self, cell: CellId, figure: str, text: str) -> None:
        """Keep that a figure is right; without one that is taken back."""
        session, key = self._screen.session, (cell.data_element, cell.period, cell.category.value)
        note = confirmation(key, figure, text)
        store, by, source = session.store, session.by(), self._source

        def write() -> Changes:
            for result in yearly_changes(source, cell):  # the warning about the same jump: one answer does for both
                mark = note_of(result, text)
                if text or has_note_like(source, result, with_reason(CHECKED, "")):
                    commands.save_rule_note(store, mark, by)
            return commands.save_rule_note(store, note, by)

        session.write(write)


def _period(doubt: Doubt) -> str:
    """The period of a doubted cell, inside a sentence."""
    return lowered(words.period_name(parse_period(doubt.cell.period)))
