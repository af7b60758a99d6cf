"""The keys of the entry grid, those of a spreadsheet: which key does what, in a cell and in its editor."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

if TYPE_CHECKING:
    from ui.widgets.entry_delegate import FigureEdit
    from ui.widgets.entry_grid import EntryGrid

Key, Modifier = Qt.Key, Qt.KeyboardModifier
ARROWS = {Key.Key_Up: (-1, 0), Key.Key_Down: (1, 0), Key.Key_Left: (0, -1), Key.Key_Right: (0, 1)}
_ENTERS = (Key.Key_Return, Key.Key_Enter)
_TABS = (Key.Key_Tab, Key.Key_Backtab)


def press(grid: EntryGrid, event: QKeyEvent) -> bool:
    """Do what a key means in a cell; False leaves it to the table (arrows, F2, letters, Ctrl+C)."""
    if event.matches(QKeySequence.StandardKey.Paste):
        grid.paste()
        return True
    action = _with_control(grid, event) if _has(event, Modifier.ControlModifier) else _plain(grid, event)
    if action is not None:
        action()
    return action is not None


def leave_editor(grid: EntryGrid, editor: FigureEdit, event: QKeyEvent) -> bool:
    """Accept the text and move on, when the key says so; False leaves the key to the editor."""
    key = event.key()
    if key in _ENTERS or key in _TABS or _is_leaving_arrow(editor, event):
        grid.accept(editor)
        if not press(grid, event):
            grid.step(*ARROWS[Key(key)])
        return True
    if _has(event, Modifier.ControlModifier) and key in (Key.Key_Apostrophe, Key.Key_Semicolon):
        if key == Key.Key_Apostrophe:
            grid.give_up(editor)
        press(grid, event)
        return True
    return False


def would_change(event: QKeyEvent) -> bool:
    """Whether a key would change a cell: a letter, F2, Del, Backspace, Ctrl+V, Ctrl+', Alt+Down."""
    key = event.key()
    if _has(event, Modifier.ControlModifier):
        return key in (Key.Key_V, Key.Key_Apostrophe)
    if _has(event, Modifier.AltModifier):
        return bool(key == Key.Key_Down)
    is_letter = bool(event.text()) and event.text().isprintable()
    return is_letter or key in (Key.Key_F2, Key.Key_Delete, Key.Key_Backspace)


def _plain(grid: EntryGrid, event: QKeyEvent) -> Callable[[], object] | None:
    key = event.key()
    if key in _ENTERS:
        return lambda: grid.advance(-1 if _has(event, Modifier.ShiftModifier) else 1)
    if key in _TABS:
        return lambda: grid.go_across(-1 if key == Key.Key_Backtab else 1)
    if key in (Key.Key_Delete, Key.Key_Backspace):
        return grid.clear_selected
    if key == Key.Key_Down and _has(event, Modifier.AltModifier):
        return grid.list_choices
    if key in (Key.Key_Home, Key.Key_End):
        return lambda: grid.go_end(is_home=key == Key.Key_Home, is_whole=False)
    return None


def _with_control(grid: EntryGrid, event: QKeyEvent) -> Callable[[], object] | None:
    key = event.key()
    if key == Key.Key_Apostrophe:
        return lambda: grid.previous_wanted.emit(grid.current_cell())
    if key == Key.Key_Semicolon:
        return grid.day_typed.emit
    if key in (Key.Key_Home, Key.Key_End):
        return lambda: grid.go_end(is_home=key == Key.Key_Home, is_whole=True)
    if key in _TABS:
        return lambda: grid.leave(is_next=key == Key.Key_Tab)
    if key in ARROWS and not _has(event, Modifier.ShiftModifier):
        return lambda: grid.go_to_edge(*ARROWS[Key(key)])
    return None


def _is_leaving_arrow(editor: FigureEdit, event: QKeyEvent) -> bool:
    """Up and Down leave an editor; Left and Right only one that was opened by typing."""
    key = event.key()
    is_vertical = key in (Key.Key_Up, Key.Key_Down)
    may_leave = is_vertical or editor.started_by_typing
    return key in ARROWS and may_leave and not _has(event, Modifier.ShiftModifier)


def _has(event: QKeyEvent, modifier: Qt.KeyboardModifier) -> bool:
    return bool(event.modifiers() & modifier)
