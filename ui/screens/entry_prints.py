"""Forms on paper from the menu "Phiếu": this one or all of the period, with empty boxes or with figures."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from data import queries
from data.exchange.file_words import file_words

if TYPE_CHECKING:
    from reports.entry_form import FormRequest
    from ui.pdf_pages import PdfPages
    from ui.screens.data_entry import DataEntryScreen


class EntryPrints(QObject):
    """Makes the pages once everything typed is on disk, then asks whether to print or to save them."""

    def __init__(self, screen: DataEntryScreen) -> None:
        """Four lines of the menu."""
        super().__init__(screen)
        self._screen = screen
        self.pages: PdfPages | None = None
        screen.head.tools.menu().addSeparator()
        for text, is_filled, is_alone in (
            (self.tr("Print the form, empty…"), False, True),
            (self.tr("Print the form with its figures…"), True, True),
            (self.tr("Print all forms of the period, empty…"), False, False),
            (self.tr("Print all forms of the period with their figures…"), True, False),
        ):
            screen.head.add_tool(text, "", partial(self.make, is_filled=is_filled, is_alone=is_alone))
        screen.head.tools.menu().addSeparator()

    def make(self, *, is_filled: bool, is_alone: bool) -> None:
        """Make the pages of the form shown, or of all that the station keeps."""
        screen = self._screen
        form = screen.entry_model.form
        if form is None:
            return
        from reports.entry_form import FormRequest

        whole = form.whole if is_alone else screen.session.period
        code = form.data_set.code if is_alone else ""
        is_last_year = form.compared == form.whole.in_year(form.whole.year - 1)
        request = FormRequest(whole.code, code, is_filled, is_last_year)
        screen.session.writer.when_empty(lambda: self._make(request))

    def _make(self, request: FormRequest) -> None:
        from reports.entry_form import render_forms
        from ui.pdf_pages import PdfPages

        screen, session = self._screen, self._screen.session
        store, catalogue = session.store, session.catalogue
        if self.pages is None:  # what draws pages is not needed before the first of them
            self.pages = PdfPages(screen.line, session.tasks, session.messages, screen.grid)
        self.pages.make(lambda: render_forms(store, catalogue, request), self._name(request))

    def _name(self, request: FormRequest) -> str:
        session = self._screen.session
        station = queries.station_code(session.store)
        form = session.catalogue.data_sets.get(request.data_set)
        return f"Phieu_{station}_{file_words(form.title_vi) if form else 'Tat-ca'}_{request.period}.pdf"
