"""Damage of the open file, wherever it is met: decides whether it is damage, and leads to guided recovery."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QAbstractItemDelegate, QApplication, QWidget

from data import commands
from data.errors import EnvironmentFault, SoTramError, UserError
from data.model import CellState, DataValue

if TYPE_CHECKING:
    from ui.main_window import MainWindow

log = logging.getLogger(__name__)

RECOVERABLE = frozenset(("file_damaged", "file_empty", "file_not_sqlite", "file_not_ours"))
"""What a damaged station file looks like to whoever opens it."""

Recover = Callable[[Path, SoTramError, "tuple[DataValue, ...]"], object]


def damage_behind(error: BaseException, store: commands.Store) -> SoTramError | None:
    """The fault of the file that is behind an error; None when the file is sound, or another one is meant.

    An error nobody expected (a query that met what is no row, a text that is none) is held against the file itself:
    it is looked through page by page, which takes a moment, but nothing else can be shown then.
    """
    if isinstance(error, EnvironmentFault):
        is_own = error.parameters.get("file", str(store.path)) == str(store.path)
        return error if is_own and error.code in RECOVERABLE else None
    if isinstance(error, UserError | KeyboardInterrupt):
        return None
    try:
        commands.inspect(store)
    except SoTramError as fault:
        return fault if fault.code in RECOVERABLE else None
    except Exception:  # of a store that was closed meanwhile
        log.info("the file could not be asked", exc_info=True)
    return None


def drafts_of(focused: QWidget) -> tuple[DataValue, ...]:
    """What stands in an open cell, taken out of it: not accepted yet, it is a draft, never a figure."""
    from ui.widgets.entry_delegate import FigureEdit
    from ui.widgets.entry_grid import EntryGrid

    viewport = focused.parentWidget()
    grid = viewport.parentWidget() if viewport is not None else None
    if not isinstance(focused, FigureEdit) or not isinstance(grid, EntryGrid):
        return ()
    cell = grid.entry_model.cell(grid.currentIndex())
    text = focused.text().strip()
    grid.closeEditor(focused, QAbstractItemDelegate.EndEditHint.RevertModelCache)
    if cell is None or not text:
        return ()
    return (DataValue(cell.data_element, cell.period, cell.category, CellState.DRAFT, text),)


class DamageWatch(QObject):
    """Hears of every error of one window's file, and leads to recovery once; what is being typed is kept."""

    def __init__(self, window: MainWindow, recover: Recover) -> None:
        """Listen to the window's threads; ``recover`` gets path, fault and the figures that could not be written."""
        super().__init__(window)
        self._window = window
        self._recover = recover
        self._fault: SoTramError | None = None
        self._drafts: tuple[DataValue, ...] = ()
        session = window.session
        session.tasks.failed.connect(self.look)
        session.writer.failed.connect(self.look)
        session.backups_changed.connect(self._look_at_backups)

    def look(self, error: BaseException) -> bool:
        """Whether the file is damaged; then recovery follows as soon as the caller is done."""
        session = self._window.session
        if self._fault is not None or not session.is_open:
            return self._fault is not None
        self._fault = damage_behind(error, session.store)
        if self._fault is not None:
            log.info("the open file is damaged, met as %s", type(error).__name__)
            QTimer.singleShot(0, self, self._keep_typed)
        return self._fault is not None

    def _look_at_backups(self) -> None:
        keeper = self._window.session.keeper
        if keeper is not None and keeper.state.error is not None:
            self.look(keeper.state.error)

    def _keep_typed(self) -> None:
        """Take over what stands in open fields, as when the window is closed, and wait for its way to the disk."""
        try:
            focused = QApplication.focusWidget()
            if focused is not None and self._window.isAncestorOf(focused):
                self._drafts = drafts_of(focused)
                focused.clearFocus()
            for screen in self._window.screens():
                screen.finish()
        except Exception:  # what else the damage hinders must not hinder the way out
            log.info("what stood in open fields could not all be taken over", exc_info=True)
        writer = self._window.session.writer
        if writer.is_empty:
            self._lead()
        else:
            writer.emptied.connect(self._lead, Qt.ConnectionType.SingleShotConnection)

    def _lead(self) -> None:
        session, fault = self._window.session, self._fault
        if fault is None or not session.is_open:
            return
        values = (*session.unsaved.values, *self._drafts)
        session.unsaved.clear()
        self._recover(session.path, fault, values)
