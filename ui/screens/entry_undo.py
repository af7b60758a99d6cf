"""Ctrl+Z: back to what stood in the cells before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut

from ui.models.entry_rows import CellId
from ui.screens.screen import Place

if TYPE_CHECKING:
    from ui.screens.data_entry import DataEntryScreen


class EntryUndo(QObject):
    """Takes back what was done last."""

    def __init__(self, screen: DataEntryScreen) -> None:
        """Take the key."""
        super().__init__(screen)
        self._screen = screen
        shortcut = QShortcut(QKeySequence("Ctrl+Z"), screen)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.undo_last)

    def undo_last(self) -> None:
        """Take back the last write of this session."""
        screen = self._screen
        values = screen.saver.undo()
        if not values:
            screen.line.say(self.tr("Nothing to undo in this session."), "warning")
            return
        first = CellId(values[0].data_element, values[0].period, values[0].category)
        if not screen.entry_model.index_of(first).isValid():
            screen.go(Place("data_entry", cell=first))
        screen.saver.save(values, is_undo=True)
        screen.show_progress()
        screen.grid.go_to(first)
