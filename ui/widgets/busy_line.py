"""How far long work has come, with a button that stops it; hidden while there is none."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from ui import theme
from ui.tasks import Task


class BusyLine(QWidget):
    """A bar and a button.

    ``stopped()``: the person stopped the work that is being watched.
    """

    stopped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """A hidden line."""
        super().__init__(parent)
        self.bar = QProgressBar()
        self.button = QPushButton(self.tr("Cancel (Esc)"))
        self.button.setAutoDefault(True)  # Enter presses it
        self.button.clicked.connect(self.cancel)
        self.task: Task | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.STEP, theme.HALF, theme.STEP, theme.HALF)
        row.addWidget(self.bar, 1)
        row.addWidget(self.button)
        self.hide()

    def begin(self, text: str) -> None:
        """Say what is done; how far is not known yet, and it cannot be stopped before ``watch``."""
        self.bar.setRange(0, 0)
        self.bar.setFormat(text)
        self.bar.setAccessibleName(text.replace("%p%", ""))
        self.button.hide()
        self.show()

    def watch(self, task: Task) -> None:
        """Follow a task until it reports its end or ``end`` is called."""
        self.task = task
        self.button.show()
        task.progressed.connect(self._show_progress)
        task.cancelled.connect(lambda: self._cancelled(task))

    def cancel(self) -> None:
        """Ask the task that is watched to stop."""
        if self.task is not None:
            self.task.cancel()

    def end(self) -> None:
        """The work is done, or failed."""
        self.task = None
        self.hide()

    def _show_progress(self, done: int, whole: int) -> None:
        self.bar.setRange(0, whole)
        self.bar.setValue(done)

    def _cancelled(self, task: Task) -> None:
        if task is self.task:  # else a newer one took its place
            self.end()
            self.stopped.emit()
