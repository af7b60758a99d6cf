"""The page without a station file: open one, make one, or take one of the last."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QPushButton, QVBoxLayout, QWidget

from ui import icons, theme
from ui.models.agenda_model import AgendaLine, AgendaModel
from ui.widgets.agenda_view import AgendaView
from ui.widgets.edge_line import Answer, EdgeLine
from ui.widgets.heading import Heading, Quiet

if TYPE_CHECKING:
    from ui.tasks import Tasks

WIDEST = 90 * theme.STEP


class Welcome(QMainWindow):
    """A window of its own while no file is open.

    ``opening_asked(path or None)``, ``creating_asked()``: as in the main window. ``carrying_asked()``: a file is to be
    taken to another computer.
    """

    opening_asked = Signal(object)
    creating_asked = Signal()
    carrying_asked = Signal()

    def __init__(self, recent: Sequence[Path], notice: str = "", answers: Sequence[Answer] = ()) -> None:
        """List the last files; ``notice`` says why none is open, ``answers`` what can be done about it."""
        super().__init__()
        self._tasks: Tasks | None = None
        self.setWindowTitle("Sổ Trạm")
        self.setWindowIcon(icons.icon("station", theme.colour("accent")))
        self.line = EdgeLine()
        if notice and answers:
            self.line.ask(notice, answers, kind="error", takes_keys=False)
        elif notice:
            self.line.say(notice, "error")
        self.model = AgendaModel(self)
        self.view = AgendaView(self.tr("Start"), self.model)
        self.view.opened.connect(self._open)
        column = QVBoxLayout()
        column.setSpacing(theme.STEP)
        column.addWidget(Heading("Sổ Trạm", 1.8))
        column.addWidget(
            Quiet(self.tr("Figures, targets and reports of a commune health station, in one file, offline."))
        )
        column.addWidget(self.line)
        column.addLayout(self._buttons())
        column.addWidget(self.view, 1)
        body = QWidget()
        body.setMaximumWidth(WIDEST)
        body.setLayout(column)
        outer = QHBoxLayout()
        outer.addWidget(body, 1)
        page = QWidget()
        page.setLayout(outer)
        outer.setContentsMargins(4 * theme.STEP, 4 * theme.STEP, 4 * theme.STEP, 2 * theme.STEP)
        self.setCentralWidget(page)
        self._fill(recent)
        self.resize(100 * theme.STEP, 64 * theme.STEP)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        actions = (
            (self.tr("&New station file…"), self.creating_asked.emit, "Ctrl+N"),
            (self.tr("&Open a station file…"), lambda: self.opening_asked.emit(None), "Ctrl+O"),
            (self.tr("&Take a file to another computer…"), self.carrying_asked.emit, ""),
        )
        for text, action, keys in actions:
            is_first = row.count() == 0
            if keys:
                QShortcut(QKeySequence(keys), self).activated.connect(action)
            button = QPushButton(text)
            button.setAccessibleName(text.replace("&", ""))
            button.setDefault(is_first)
            button.setAutoDefault(True)
            button.clicked.connect(action)
            row.addWidget(button)
            if is_first:
                button.setFocus()
        row.addStretch(1)
        return row

    def _fill(self, recent: Sequence[Path]) -> None:
        lines = [AgendaLine("head", self.tr("Opened last"))]
        lines += [AgendaLine("item", each.name, str(each.parent), sign="reports", place=each) for each in recent]
        if not recent:
            lines.append(
                AgendaLine("note", self.tr("Nothing yet. A new file asks for the station's name and place first."))
            )
        self.model.show_lines(lines)

    @property
    def tasks(self) -> Tasks:
        """Working threads, which end with the page."""
        if self._tasks is None:
            from ui.tasks import Tasks

            self._tasks = Tasks(self)
        return self._tasks

    def closeEvent(self, event: QCloseEvent) -> None:
        """What is under way is ended first."""
        if self._tasks is not None:
            self._tasks.close()
        super().closeEvent(event)

    def _open(self, path: object) -> None:
        self.opening_asked.emit(path)
