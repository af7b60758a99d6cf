"""What becomes of a text typed into a cell: a figure on its way to the disk, a draft, or a question at the edge."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from data import queries
from data.cumulative import without_mark
from data.model import CellState, DataValue
from data.numbers import format_typed
from data.periods import parse_period
from data.reasons import is_sum
from ui import words
from ui.models.entry_input import Typed, read_text, with_reading
from ui.models.entry_rows import CellId
from ui.screens import entry_words

if TYPE_CHECKING:
    from ui.screens.data_entry import DataEntryScreen


class EntryTyping(QObject):
    """Reads what is typed, takes over the last period's figure, and empties cells."""

    def __init__(self, screen: DataEntryScreen) -> None:
        """Listen to the grid; nothing is asked yet."""
        super().__init__(screen)
        self._screen = screen
        self._preferred_reading: int | None = None
        self._unread: list[Typed] = []
        self._has_draft = False
        self._said: DataValue | None = None
        self._is_kept = False
        screen.entry_model.typed.connect(self._typed)
        screen.grid.cleared.connect(self._clear)
        screen.grid.previous_wanted.connect(self._take_previous)
        screen.grid.day_typed.connect(self._refuse_day)
        screen.grid.moved.connect(self._moved)
        screen.answered.connect(self._tidy)
        screen.line.dismissed.connect(lambda: self._unread.clear())

    @property
    def has_said(self) -> bool:
        """Whether the line at the edge holds a question about what was typed, or says why it is no figure."""
        return bool(self._unread) or self._has_draft

    def forget(self) -> None:
        """Another form: what was asked is not asked any more (the texts stay drafts), unless Enter led there."""
        if not self._is_kept:
            self._screen.line.clear()
            self._unread = []
            self._has_draft, self._said = False, None

    @contextmanager
    def keeping_said(self) -> Iterator[None]:
        """Go on to another form without losing a question about the last cell, or why it is no figure."""
        self._is_kept = self.has_said
        try:
            yield
        finally:
            self._is_kept = False

    def _typed(self, index: object, text: str) -> None:
        screen = self._screen
        row = screen.entry_model.row(index)  # type: ignore[arg-type]
        cell = screen.entry_model.cell(index)  # type: ignore[arg-type]
        if row is None or cell is None:
            return
        typed, obstacle = screen.cumulator.read(row.element, cell, text, self._preferred_reading)
        comment = screen.entry_model.value(cell).comment
        if comment and not typed.value.comment and not is_sum(comment):  # what a person wrote stays beside the figure
            typed = typed._replace(value=typed.value._replace(comment=comment))
        is_calm = not len(screen.session.unsaved)
        self._has_draft = bool(typed.code or obstacle) and is_calm
        screen.save([typed.value])
        self._tidy()
        if not self._unread and is_calm:
            screen.line.clear()
        if typed.readings:
            self._ask_reading(typed)
        elif self._has_draft:
            self._said = typed.value
            screen.line.say(obstacle or entry_words.draft(screen.session.messages, typed), "error")

    def _ask_reading(self, typed: Typed) -> None:
        """Ask which figure is meant, without taking the keys; the answer holds for all such texts of this session."""
        self._unread.append(typed)
        self._said = None

        def choose(place: int) -> None:
            unread, self._unread = self._unread, []
            if len(typed.readings) > 1:
                self._preferred_reading = place
            meant = [each for each in unread if place < len(each.readings) and self._is_held(each.value)]
            own = self._screen.cumulator.own_of_draft
            self._screen.save([own(each.value, with_reading(each.value, each.readings[place])) for each in meant])

        answers = [
            (f"{format_typed(reading)} (Alt+{place + 1})", lambda place=place: choose(place))
            for place, reading in enumerate(typed.readings)
        ]
        if len(typed.readings) == 1:
            question = self.tr("“{text}”: is {reading} meant?")
        else:
            question = self.tr("“{text}” can be read in more than one way. Which figure is meant?")
        screen, text = self._screen, without_mark(typed.value.value)[0]
        said = question.format(text=text, reading=format_typed(typed.readings[0]))
        screen.line.ask(said, answers, screen.grid, takes_keys=False)

    def _moved(self, cell: object) -> None:
        """The cursor came back to a text that can be read as a figure: ask once more."""
        screen = self._screen
        if not isinstance(cell, CellId) or self._unread or screen.line.answers:
            return
        value, index = screen.entry_model.value(cell), screen.entry_model.index_of(cell)
        if value.state is not CellState.DRAFT or not screen.entry_model.may_change(index):
            return
        typed = read_text(
            screen.session.catalogue.data_elements[cell.data_element], cell, without_mark(value.value)[0], None
        )
        if typed.readings:
            self._ask_reading(typed._replace(value=value))

    def _tidy(self) -> None:
        """What was said about a cell goes when something else stands there."""
        line = self._screen.line
        if self._unread:
            self._unread = [each for each in self._unread if self._is_held(each.value)]
            if not self._unread and line.answers:
                line.clear()
        if self._said is not None and not self._is_held(self._said):
            self._said, self._has_draft = None, False
            if not line.answers:
                line.clear()

    def _is_held(self, value: DataValue) -> bool:
        """Whether the cell still holds this, in whatever form it is; a later text is not to be overwritten."""
        cell = CellId(value.data_element, value.period, value.category)
        screen = self._screen
        if screen.entry_model.index_of(cell).isValid():
            return screen.entry_model.value(cell) == value
        under_way = screen.saver.under_way(cell)
        if under_way is not None:
            return under_way == value
        stored = queries.data_values(screen.session.store, [value.period], [value.data_element])
        return any((each.category, each.value) == (value.category, value.value) for each in stored)

    def _clear(self, cells: list[CellId]) -> None:
        model = self._screen.entry_model
        cells = [cell for cell in cells if model.may_change(model.index_of(cell))]
        held = [model.value(cell) for cell in cells]
        blank = [
            value._replace(state=CellState.NOT_REPORTED, value="", comment="")
            for value, cell in zip(held, cells, strict=True)
            if value.state is not CellState.NOT_REPORTED or model.unsaved(cell) is not None
        ]
        if blank:
            self._screen.save(blank)
            self._tidy()

    def _take_previous(self, cell: CellId | None) -> None:
        """Ctrl+': the same cell of the last period of its own, whatever is shown beside."""
        screen = self._screen
        if cell is None or not screen.entry_model.may_change(screen.entry_model.index_of(cell)):
            return
        before = parse_period(cell.period).previous()
        held = screen.entry_model.value(cell._replace(period=before.code))
        if held.state in (CellState.FIGURE, CellState.NOT_APPLICABLE):
            screen.line.clear()
            self._has_draft = False
            comment = screen.entry_model.value(cell).comment
            kept = "" if is_sum(comment) else comment
            screen.save([held._replace(period=cell.period, comment=kept)])
        else:
            said = self.tr("No figure stands in this cell for {period}: nothing to take over.")
            screen.line.say(said.format(period=words.period_name(before)), "warning")

    def _refuse_day(self) -> None:
        """Ctrl+; types today's date where one is typed; here it does nothing, and says so."""
        said = self.tr("Nothing was changed: this cell takes a figure, not a date. Today's date goes into the comment.")
        self._screen.line.say(said, "warning")
