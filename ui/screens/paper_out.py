"""Saving and printing a PDF from any page that has one: where to, which printer, and what came of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from ui.dialogs import ask_target
from ui.print_pages import PrintOut, print_pages
from ui.screens.criteria_page import SubPage
from ui.screens.report_tab import ReportTab
from ui.screens.report_work import write_file


class PaperOut(QObject):
    """Hands pages out for a page of the window, whose lines say how far it is and what came of it."""

    def __init__(self, page: SubPage | ReportTab) -> None:
        """For a page."""
        super().__init__(page)
        self._page = page

    def save(self, data: bytes, name: str, kinds: str = "") -> None:
        """Ask where to, and write the file off the GUI thread."""
        page = self._page
        path = ask_target(page, name, kinds or self.tr("PDF (*.pdf)"))
        if path is not None:
            page.session.tasks.run(lambda _task: write_file(path, data), self._saved, page.refused)

    def print(self, data: bytes, name: str, pages: int, current: int | None = None) -> None:
        """Ask which printer, and print; Esc stops it. ``current``: the page in view (from 0), where there is one."""
        from ui.print_dialog import ask_printer

        page = self._page
        printer = ask_printer(page, pages, name, has_current=current is not None)
        if printer is None:
            return
        out = PrintOut(printer, data, current=current or 0)
        page.busy.begin(self.tr("Printing… %p%"))
        page.busy.watch(page.session.tasks.run(lambda task: print_pages(out, task), self._printed, page.refused))

    def then(self, done: Callable[[bytes], None]) -> Callable[[bytes], None]:
        """What follows when pages are made: the line of work ends first."""

        def follow(data: bytes) -> None:
            self._page.busy.end()
            done(data)

        return follow

    def _saved(self, path: Path) -> None:
        self._page.line.say(self.tr("Saved: {file}").format(file=path), "done")

    def _printed(self, count: int) -> None:
        self._page.busy.end()
        self._page.line.say(self.tr("%n page(s) handed to the printer.", "", count), "done")


def page_count(data: bytes) -> int:
    """How many pages a PDF has; 0 for what is none."""
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice
    from PySide6.QtPdf import QPdfDocument

    document, buffer = QPdfDocument(), QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    count = document.pageCount()
    document.close()
    return count
