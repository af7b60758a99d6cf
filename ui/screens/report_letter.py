"""Công văn đính chính: the letter that corrects a frozen report, as pages, with its number; saved, printed, copied."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QWidget

from data import queries, report_commands, report_queries
from data.documents.codes import printed_code
from data.documents.records import DocumentNumber
from data.documents.register import number_text
from reports.correction_letter import LetterOrder, letter_document, letter_line, letter_number
from ui import clipboard
from ui.screens.numbering import why_no_number
from ui.screens.paper_out import PaperOut
from ui.screens.report_panel import ReportPanel
from ui.session import Session
from ui.tasks import Task
from ui.widgets.heading import Quiet
from ui.widgets.pdf_preview import PdfPreview


class Letter(NamedTuple):
    """The letter as it stands: its order, its pages (empty without changes), its texts for a word processor."""

    order: LetterOrder
    pdf: bytes = b""
    html: str = ""
    text: str = ""


def letter_of(session: Session, code: str, task: Task) -> Letter:
    """The letter on what changed since a report was frozen.

    Raises:
        Cancelled: The task was asked to stop.
        UserError: report_unknown, report_file_lost.
    """
    from reports.pdf import render_pdf
    from ui.report_html import document_html, document_text

    def go_on(done: int, whole: int) -> bool:
        task.progress(done, whole)
        return True

    store = session.store
    report = report_queries.frozen_report(store, code)
    changes = report_queries.changes_since(store, report)
    order = LetterOrder(report, changes, session.today, letter_number(store, report))
    if not changes:
        return Letter(order)
    document = letter_document(store, session.catalogue, order)
    return Letter(order, render_pdf(document, go_on), document_html(document), document_text(document))


class LetterPanel(ReportPanel):
    """The pages of the letter."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Build the widgets."""
        super().__init__(session, parent)
        self.letter: Letter | None = None
        self.said = Quiet()
        self.preview = PdfPreview(self.tr("Pages of the letter"))
        self.out = PaperOut(self)
        self.column.addWidget(self.said)
        self.column.addWidget(self.preview, 1)
        self.column.addLayout(
            self.row_of(
                ("number", self.tr("Take a &number for it"), self.take_number),
                ("save", self.tr("&Save as PDF…"), self.save),
                ("print", self.tr("P&rint…"), self.print),
                ("copy", self.tr("&Copy for Word"), self.copy),
            )
        )
        self.busy.stopped.connect(lambda: self.line.say(self.tr("Stopped.")))
        self._show_buttons()

    # --- showing ---------------------------------------------------------------------------------------------------

    def forget(self) -> None:
        """The letter on another report is another one."""
        self.letter = None
        self.preview.clear()
        self.said.clear()
        self._show_buttons()

    def show_values(self) -> None:
        """Make the letter off the GUI thread."""
        session, code = self.session, self.code
        if not code:
            return
        self.busy.begin(self.tr("Making the letter… %p%"))
        self.ask_off_thread(lambda task: letter_of(session, code, task), lambda found: self._show(code, found))

    def _show(self, code: str, letter: Letter) -> None:
        if code != self.code:
            return
        self.busy.end()
        self.letter = letter
        self.said.setText(self._words(letter))
        if letter.pdf:
            self.preview.show_pdf(letter.pdf, is_draft=letter.order.number is None)
        else:
            self.preview.clear()
        self._show_buttons()

    def _words(self, letter: Letter) -> str:
        if not letter.pdf:
            return self.tr("No figure behind this report has changed since it was frozen: there is nothing to correct.")
        count = len(letter.order.changes)
        said = self.tr("%n changed figure(s). The words are a draft: copy it into Word to change them.", "", count)
        rule = self.tr(
            "A mistake in what a document says is put right by a new document of the same form (Decree 30/2020, "
            "article 18): the letter goes with the report that replaces this one, and names it once it is frozen."
        )
        return f"{said} {rule}"

    def _show_buttons(self) -> None:
        has_pages = self.letter is not None and bool(self.letter.pdf)
        for key in ("save", "print", "copy"):
            self.buttons[key].setEnabled(has_pages)
        is_free = self.letter is not None and self.letter.order.number is None
        why = why_no_number(self.session)
        self.buttons["number"].setEnabled(has_pages and is_free and not why)
        self.buttons["number"].setToolTip(why)

    def take_focus(self) -> None:
        """The pages take the keys."""
        self.preview.view.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- using -----------------------------------------------------------------------------------------------------

    def take_number(self) -> None:
        """The next number of the letters is reserved for it; it is issued in the register once it is signed."""
        letter = self.letter
        if letter is None or not letter.pdf:
            return
        store, by, order = self.session.store, self.session.by(), letter.order
        self.write(
            lambda: report_commands.give_number(store, letter_line(store, order), by),
            self._numbered,
        )

    def _numbered(self, line: DocumentNumber) -> None:
        said = self.tr("Number {number} is reserved for the letter; the register issues it once it is signed.")
        self.line.say(said.format(number=number_text(line.number, line.symbol)), "done")
        self.show_values()

    def save(self) -> None:
        """Save the pages."""
        if self.letter is not None:
            self.out.save(self.letter.pdf, self.file_name())

    def print(self) -> None:
        """Print the pages."""
        if self.letter is not None:
            self.out.print(self.letter.pdf, self.file_name(), self.preview.page_count)

    def copy(self) -> None:
        """The letter on the clipboard, for a word processor."""
        if self.letter is not None:
            data = QMimeData()
            data.setHtml(self.letter.html)
            data.setText(self.letter.text)
            clipboard.put(data)
            self.line.say(self.tr("The letter is on the clipboard: paste it into Word with Ctrl+V."), "done")

    def file_name(self) -> str:
        """What the PDF is called."""
        return f"Dinh-chinh_{queries.station_code(self.session.store)}_{printed_code(self.code)}.pdf"
