"""Ctrl+F: finds a line of the form by its name, with or without tone marks. Enter goes to the next hit, Esc back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from data.numbers import bare
from ui import theme, words
from ui.models.entry_model import FIRST_PART
from ui.models.entry_rows import CellId, EntryForm
from ui.widgets.find_field import FindField
from ui.widgets.heading import Quiet

if TYPE_CHECKING:
    from ui.screens.data_entry import DataEntryScreen


class EntryFind(QFrame):
    """A line above the grid, hidden until it is asked for.

    While something is typed the cursor of the grid goes to the first line that holds every typed word; the keys stay
    here until Esc gives them back: to the cell found, or to where they were when nothing was.
    """

    def __init__(self, screen: DataEntryScreen) -> None:
        """Stand under the head of a screen, hidden."""
        super().__init__(screen)
        self._screen = screen
        self._start: CellId | None = None
        self._hits: list[int] = []
        self._back: QWidget = screen.grid
        self.field = FindField()
        self.field.setAccessibleName(self.tr("Find in this form"))
        self.field.setPlaceholderText(self.tr("name of a data element, tone marks may be left out"))
        self.found = Quiet()
        self.found.setWordWrap(False)
        label = QLabel(self.tr("Find in this form"))
        label.setBuddy(self.field)
        hint = Quiet(self.tr("Enter: next · Esc: back to the figures"))
        hint.setWordWrap(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.STEP, theme.HALF, theme.STEP, theme.HALF)
        row.setSpacing(theme.STEP)
        for widget, stretch in ((label, 0), (self.field, 1), (self.found, 0), (hint, 0)):
            row.addWidget(widget, stretch)
        self.hide()
        self.field.textChanged.connect(lambda _text: self._look())
        self.field.walked.connect(self._walk)
        self.field.given_up.connect(self._leave)
        screen.form_shown.connect(self._form_shown)
        shortcut = QShortcut(QKeySequence("Ctrl+F"), screen)
        shortcut.activated.connect(self.start)

    def start(self) -> None:
        """Take the keys; what was typed last time is selected."""
        self._screen.grid.settle()
        self._start = self._screen.grid.current_cell()
        self.show()
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._look(moving=False)

    def _look(self, *, moving: bool = True) -> None:
        """Find anew; nothing is looked up while a letter is composed."""
        form = self._screen.entry_model.form
        if self.field.is_composing or form is None:
            return
        self._hits = hits(form, self.field.text())
        self._say()
        if moving and self._hits:
            here = self._row()
            self._go(self._hits[0] if here not in self._hits else here)

    def _walk(self, step: int) -> None:
        if not self._hits:
            return
        here, count = self._row(), len(self._hits)
        if here in self._hits:
            place = (self._hits.index(here) + step) % count
        else:
            following = [at for at, row in enumerate(self._hits) if row > here]
            place = following[0] if following and step > 0 else (0 if step > 0 else count - 1)
        self._go(self._hits[place])

    def _go(self, row: int) -> None:
        grid = self._screen.grid
        column = max(grid.currentIndex().column(), FIRST_PART)
        grid.setCurrentIndex(self._screen.entry_model.index(row, column))
        self._say()

    def _row(self) -> int:
        return self._screen.grid.currentIndex().row()

    def _say(self) -> None:
        if not self.field.text().strip():
            self.found.setText("")
        elif not self._hits:
            self.found.setText(self.tr("not in this form (Ctrl+K looks everywhere)"))
        elif (row := self._row()) in self._hits:
            said = self.tr("{place} of {count}")
            self.found.setText(said.format(place=self._hits.index(row) + 1, count=len(self._hits)))

    def _leave(self) -> None:
        if not self._hits and self._start is not None:
            self._screen.grid.go_to(self._start)
        self.hide()
        self._screen.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _form_shown(self, _form: EntryForm) -> None:
        if self.isVisible():
            self._look(moving=False)


def hits(form: EntryForm, typed: str) -> list[int]:
    """Lines of a form whose number was typed, else whose names hold the typed words: in a row, else each of them."""
    wanted = bare(typed).split()
    if not wanted:
        return []
    names = [(place, row) for place, row in enumerate(form.rows) if not row.is_part]
    by_number = [place for place, row in names if wanted == [row.number]]
    found = [place for place, row in names if all(word in bare(words.name_of(row.element)) for word in wanted)]
    whole = [place for place in found if " ".join(wanted) in bare(words.name_of(form.rows[place].element))]
    return by_number or whole or found
