"""Leaving at the first paint, or when the entry grid takes keys: for measuring how fast the program starts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer

from ui.main_window import MainWindow

if TYPE_CHECKING:
    from ui.app import App

PAINTED = "painted"


class FirstPaint(QObject):
    """Leaves the program at the first paint, or when the entry grid takes keys (for measuring)."""

    def __init__(self, application: App, window: QObject, moment: str) -> None:
        """Watch a window until ``moment``: painted or ready."""
        super().__init__(application)
        self._application = application
        self._window = window
        self._moment = moment
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The first paint of what is watched."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._painted)
        return False

    def _painted(self) -> None:
        if self._moment == PAINTED or not isinstance(self._window, MainWindow):
            self._application.quit()
            return
        self._moment = PAINTED
        screen = self._window.show_screen("data_entry", keys=True)
        grid = getattr(screen, "grid", screen)
        viewport = grid.viewport() if hasattr(grid, "viewport") else grid
        viewport.installEventFilter(self)
