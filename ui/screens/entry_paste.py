"""A block from the clipboard: what it would change, then one answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.models.entry_input import plan_paste
from ui.screens import entry_words

if TYPE_CHECKING:
    from ui.screens.data_entry import DataEntryScreen


class EntryPaste(QObject):
    """Puts down what the grid was given from the clipboard."""

    def __init__(self, screen: DataEntryScreen) -> None:
        """Listen to the grid."""
        super().__init__(screen)
        self._screen = screen
        screen.grid.pasted.connect(self._paste)

    def _paste(self, block: list[list[str]]) -> None:
        screen = self._screen
        index = screen.grid.currentIndex()
        if len(block) == 1 and len(block[0]) == 1:
            screen.entry_model.setData(index, block[0][0])
            return
        plan = plan_paste(screen.entry_model, index, block)
        text = entry_words.paste(plan)
        if not plan.values:
            screen.line.say(text, "warning")
            return
        screen.line.ask(text, [(self.tr("Paste"), lambda: screen.save(plan.values))], screen.grid)
