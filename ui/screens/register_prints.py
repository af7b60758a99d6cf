"""The register that is shown, on paper, as PDF and as a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from data.queries import station_code
from ui.screens.paper_out import PaperOut, page_count
from ui.screens.register_work import file_name, register_pdf, register_sheet

if TYPE_CHECKING:
    from ui.screens.register_page import RegisterPage


class RegisterPrints(QObject):
    """Makes the pages off the GUI thread, and hands them out."""

    def __init__(self, page: RegisterPage) -> None:
        """For the page of the register."""
        super().__init__(page)
        self._page = page
        self._out = PaperOut(page)

    def print(self) -> None:
        """Print the register that is shown."""
        name = self._file_name(".pdf")
        self._make(lambda data: self._out.print(data, name, page_count(data)))

    def save(self) -> None:
        """Save the register that is shown as PDF."""
        name = self._file_name(".pdf")
        self._make(lambda data: self._out.save(data, name))

    def export(self) -> None:
        """Save the register that is shown as a spreadsheet."""
        page, asked = self._page, self._page.asked
        name, kinds = self._file_name(".xlsx"), self.tr("Excel (*.xlsx)")
        page.ask_off_thread(
            lambda _task: register_sheet(page.session, asked), lambda data: self._out.save(data, name, kinds)
        )

    def _file_name(self, ending: str) -> str:
        return file_name(self._page.asked, station_code(self._page.session.store), ending)

    def _make(self, done: Callable[[bytes], None]) -> None:
        page, asked = self._page, self._page.asked
        page.line.clear()
        page.busy.begin(self.tr("Making the pages… %p%"))
        made = self._out.then(done)
        page.busy.watch(
            page.session.tasks.run(lambda task: register_pdf(page.session, asked, task), made, page.refused)
        )
