"""Pages ready to print: made off the GUI thread, then printed or saved as a PDF. Forms and the key card share it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QWidget

from data.errors import SoTramError
from ui.dialogs import ask_target
from ui.messages import Messages
from ui.print_pages import PrintOut, print_pages
from ui.screens.report_work import write_file
from ui.tasks import Task, Tasks
from ui.widgets.edge_line import EdgeLine


class Pages(NamedTuple):
    """A PDF, how many pages it has, and what it is called unless a person says otherwise."""

    data: bytes
    sheets: int
    name: str


class PdfPages(QObject):
    """Makes pages and asks, in a line at the edge, whether to print or to save them."""

    def __init__(self, line: EdgeLine, tasks: Tasks, messages: Messages, back: QWidget) -> None:
        """Questions stand in ``line``; afterwards the keys go to ``back``."""
        super().__init__(back)
        self._line = line
        self._tasks = tasks
        self._messages = messages
        self._back = back

    def make(self, work: Callable[[], bytes], name: str) -> None:
        """Make the pages, then ask."""
        self._line.say(self.tr("Making the pages…"), "undecided")

        def run(_task: Task) -> Pages:
            data = work()
            return Pages(data, page_count(data), name)

        self._tasks.run(run, self._ask, self._failed)

    def _ask(self, pages: Pages) -> None:
        answers = [
            (self.tr("&Print…"), lambda: self._print(pages)),
            (self.tr("&Save as PDF…"), lambda: self._save(pages)),
        ]
        self._line.ask(self.tr("%n page(s) are ready.", "", pages.sheets), answers, self._back)

    def _print(self, pages: Pages) -> None:
        from ui.print_dialog import ask_printer

        printer = ask_printer(self._back, pages.sheets, pages.name)
        if printer is None:
            return
        out = PrintOut(printer, pages.data)
        self._line.say(self.tr("Printing…"), "undecided")
        self._tasks.run(lambda task: print_pages(out, task), self._printed, self._failed)

    def _save(self, pages: Pages) -> None:
        path = ask_target(self._back, pages.name, self.tr("PDF (*.pdf)"))
        if path is not None:
            self._tasks.run(lambda _task: write_file(path, pages.data), self._saved, self._failed)

    def _printed(self, count: int) -> None:
        self._line.say(self.tr("%n page(s) handed to the printer.", "", count), "done")

    def _saved(self, path: Path) -> None:
        self._line.say(self.tr("Saved: {file}").format(file=path), "done")

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, SoTramError):
            self._line.clear()
            raise error
        self._line.say(self._messages.error(error), "error")


def page_count(data: bytes) -> int:
    """How many pages a PDF has."""
    document, buffer = QPdfDocument(), QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    count = document.pageCount()
    document.close()
    return count
