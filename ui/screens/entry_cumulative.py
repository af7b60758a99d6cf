"""One switch for each form: figures are typed in their period, or cumulatively since 1 January.

What is stored is always the figure of the period. Typed cumulatively, a figure that cannot be turned into the period's
own (an earlier period is missing, or the figure is smaller than the one before) stays a draft, with a sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QCheckBox

from data import commands, queries
from data.cumulative import (
    MISSING,
    NEGATIVE,
    Obstacle,
    as_draft,
    earlier_periods,
    takes_cumulative,
    to_own,
    without_mark,
)
from data.definitions import DataElement
from data.figures import Figures
from data.model import CellState, DataValue
from data.numbers import exact_text, format_typed
from data.settings import CUMULATIVE, IN_PERIOD, entry_mode_key, value_on
from ui import words
from ui.models.entry_input import Typed, read_text
from ui.models.entry_rows import CellId, EntryForm

if TYPE_CHECKING:
    from ui.screens.data_entry import DataEntryScreen


class EntryCumulative(QObject):
    """The switch beside the compared period, the same in the menu, and what typing becomes of it."""

    def __init__(self, screen: DataEntryScreen) -> None:
        """Take the switch of the head."""
        super().__init__(screen)
        self._screen = screen
        self._switch: QCheckBox = screen.head.cumulative
        self._switch.clicked.connect(self.turn)
        self._line = screen.head.add_tool(self.tr("Type cumulatively, since 1 January"), "", self.turn)
        self._line.setCheckable(True)
        self._form: EntryForm | None = None

    def periods_read(self, form: EntryForm) -> list[str]:
        """Keys of the periods whose cells a form needs; takes up how the form is typed."""
        session, code = self._screen.session, form.data_set.code
        elements = session.catalogue.data_elements
        can = any(takes_cumulative(elements[each]) for each in form.data_set.elements)
        key = entry_mode_key(code)
        history = queries.settings_history(session.store, key) if can else ()
        is_on = value_on(history, key, form.whole.first_day) == CUMULATIVE
        self._form = form
        self._screen.entry_model.is_cumulative = is_on
        for switch in (self._switch, self._line):
            switch.setChecked(is_on)
            switch.setEnabled(can and session.store.is_writable)
        self._switch.setVisible(can)
        if not is_on:
            return form.periods_read()
        earlier = {each.code for part in (form.parts[0], form.compared_parts[0]) for each in earlier_periods(part)}
        return sorted({*form.periods_read(), *earlier})

    def turn(self) -> None:
        """Type the form the other way from the shown period on."""
        screen, form = self._screen, self._form
        screen.grid.settle()
        if form is None:
            return
        value = IN_PERIOD if screen.entry_model.is_cumulative else CUMULATIVE
        session = screen.session
        store, by, key, day = session.store, session.by(), entry_mode_key(form.data_set.code), form.whole.first_day

        def show(_changes: object) -> None:
            screen.show_again()
            said = (
                self.tr("From this period on, cells take the figure since 1 January; what is kept is the period's own.")
                if value == CUMULATIVE
                else self.tr("From this period on, cells take the figure of the period.")
            )
            screen.line.say(said, "done")
            screen.grid.setFocus(Qt.FocusReason.OtherFocusReason)

        session.write(lambda: commands.save_setting(store, key, day, value, by), show, None, screen)

    def read(self, element: DataElement, cell: CellId, text: str, preferred: int | None = None) -> tuple[Typed, str]:
        """What a text becomes in a cell, and why it cannot be turned into the period's own figure where it cannot."""
        plain, is_marked = without_mark(text)
        if not takes_cumulative(element) or not (is_marked or self._screen.entry_model.is_cumulative):
            return read_text(element, cell, text, preferred), ""
        typed = read_text(element, cell, plain, preferred)
        if typed.readings:
            return typed._replace(value=as_draft(typed.value)), ""
        own = to_own(self._screen.entry_model.figures, element, typed.value)
        if isinstance(own, Obstacle):
            return typed._replace(value=as_draft(typed.value)), self._why(own, typed.value)
        return typed._replace(value=own), ""

    def own_of_draft(self, draft: DataValue, meant: DataValue) -> DataValue:
        """The figure that a person says a draft means, turned into the period's own when it was cumulative."""
        if not without_mark(draft.value)[1]:
            return meant
        return self._own(self._screen.entry_model.figures, meant)

    def own_values(self, values: Sequence[DataValue]) -> list[DataValue]:
        """Figures put down in a form that is typed cumulatively, earlier periods first."""
        model = self._screen.entry_model
        if not model.is_cumulative:
            return list(values)
        cells = dict(model.figures.cells)
        found = []
        for value in sorted(values, key=lambda each: each.period):
            own = self._own(Figures(cells), value)
            cells |= Figures.of([own]).cells
            found.append(own)
        return found

    def _own(self, figures: Figures, value: DataValue) -> DataValue:
        own = to_own(figures, self._screen.session.catalogue.data_elements[value.data_element], value)
        return as_draft(value) if isinstance(own, Obstacle) else own

    def _why(self, obstacle: Obstacle, value: DataValue) -> str:
        """Why a cumulative figure stays a draft, and what to do."""
        period = words.period_name(obstacle.period)
        typed = format_typed(value.value) if value.state is CellState.FIGURE else value.value
        if obstacle.code == NEGATIVE:
            said = self.tr(
                "“{figure}” is kept as a draft: up to {period} it was {before} already, and a cumulative figure cannot "
                "get smaller. Please check both."
            )
            return said.format(figure=typed, period=period, before=format_typed(exact_text(obstacle.before)))
        if obstacle.code == MISSING:
            said = self.tr(
                "“{figure}” is kept as a draft: {period} has no figure yet, so the figure of this period is not known. "
                "Type the earlier period first, then this one again."
            )
        else:
            said = self.tr(
                "“{figure}” is kept as a draft: {period} is not applicable, so nothing can be counted from 1 January. "
                "Please type this form in the period."
            )
        return said.format(figure=typed, period=period)
