"""Comments of cells, notes on contradictions, and the name of the register: all written in one small line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from data import commands, queries
from data.contradictions import Noted, note_of
from data.reasons import is_sum, load_reasons, split_reason, with_reason
from data.settings import SINCE_EVER, register_key, value_on
from ui.rule_words import RuleWords
from ui.widgets.note_line import NoteLine

if TYPE_CHECKING:
    from ui.models.entry_rows import CellId
    from ui.screens.data_entry import DataEntryScreen


class EntryComment(QObject):
    """Shift+F2 writes a comment, F2 on a contradiction a note, Ctrl+Shift+F2 which register a figure comes from."""

    def __init__(self, screen: DataEntryScreen) -> None:
        """Put the line under the grid and listen to what asks for it."""
        super().__init__(screen)
        self._screen = screen
        self.line = NoteLine(self._reasons)
        middle = screen.line.parentWidget()
        column = middle.layout() if middle is not None else None
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(column.indexOf(screen.line) + 1, self.line)
        screen.head.add_tool(self.tr("Comment on the cell"), "Shift+F2", self.write_comment)
        screen.head.add_tool(self.tr("Register of this figure"), "Ctrl+Shift+F2", self.write_register)
        screen.pane.asked.connect(self._asked)
        screen.pane.note_asked.connect(lambda noted: self.write_note(noted, screen.pane))
        screen.sentences.note_asked.connect(lambda noted: self.write_note(noted, screen.sentences))
        screen.form_shown.connect(lambda _form: self.line.hide())

    def _reasons(self) -> list[tuple[str, str]]:
        is_vietnamese = self._screen.session.language == "vi"
        return [(reason.code, reason.vi if is_vietnamese else reason.en) for reason in load_reasons()]

    def _asked(self, name: str) -> None:
        if name == "comment":
            self.write_comment()
        else:
            self.write_register()

    def _cell(self) -> CellId | None:
        screen = self._screen
        index = screen.grid.currentIndex()
        cell = screen.entry_model.cell(index)
        return cell if cell is not None and screen.entry_model.may_change(index) else None

    def _name(self, code: str) -> str:
        session = self._screen.session
        return RuleWords(session.messages, session.catalogue).name(code)

    # --- comment ---------------------------------------------------------------------------------------------------

    def write_comment(self) -> None:
        """A comment on the current cell, beside its figure."""
        cell, screen = self._cell(), self._screen
        if cell is None:
            return
        value = screen.entry_model.value(cell)

        def keep(code: str, text: str) -> None:
            screen.save([screen.entry_model.value(cell)._replace(comment=with_reason(code, text))])

        about = self.tr("Comment on “{name}”").format(name=self._name(cell.data_element))
        self.line.write(
            about, ("", value.comment) if is_sum(value.comment) else split_reason(value.comment), keep, screen.grid
        )

    # --- register --------------------------------------------------------------------------------------------------

    def write_register(self) -> None:
        """The station's own name of the register that a figure comes from."""
        cell, screen = self._cell(), self._screen
        if cell is None:
            return
        session, key = screen.session, register_key(cell.data_element)
        now = value_on(queries.settings_history(session.store, key), key, session.period.last_day)

        def keep(_code: str, text: str) -> None:
            store, by = session.store, session.by()
            session.write(lambda: commands.save_setting(store, key, SINCE_EVER, text.strip(), by))

        about = self.tr("Which register does “{name}” come from? (an empty name takes it away)")
        self.line.write(about.format(name=self._name(cell.data_element)), ("", now), keep, screen.grid, reasons=False)

    # --- notes -----------------------------------------------------------------------------------------------------

    def write_note(self, noted: object, back: QWidget) -> None:
        """A note about a contradiction; an empty one takes it away."""
        if not isinstance(noted, Noted) or self._screen.entry_model.is_read_only:
            return
        session = self._screen.session
        said = RuleWords(session.messages, session.catalogue).failed(noted.result).plain

        def keep(code: str, text: str) -> None:
            note, store, by = note_of(noted.result, with_reason(code, text)), session.store, session.by()
            session.write(lambda: commands.save_rule_note(store, note, by))

        self.line.write(self.tr("Note on: {sentence}").format(sentence=said), split_reason(noted.text), keep, back)
