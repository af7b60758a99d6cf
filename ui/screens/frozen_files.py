"""A frozen report as a file, on paper, and its code on the clipboard."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QPushButton, QWidget

from data import queries, report_commands, report_queries
from data.documents.codes import hash_of, printed_code
from data.documents.records import Attachment, FrozenReport
from ui import theme
from ui.dialogs import ask_target
from ui.screens.frozen_panels import COPIES, SCANS
from ui.screens.frozen_work import SIGNED, ReportRow
from ui.screens.paper_out import PaperOut
from ui.screens.report_work import FILE_NAMES, write_file
from ui.widgets.rows import in_row, made_button

if TYPE_CHECKING:
    from ui.screens.frozen_page import FrozenPage

KEYS = {"save": "Ctrl+S", "print": "Ctrl+Shift+P", "code": "Ctrl+Shift+C", "changes": "F8"}
"""Keys of the buttons that have one."""


class FrozenFiles(QObject):
    """A second row of buttons: save, print, copy the code, compare.

    Attributes:
        bar: The row; other tabs' buttons may be added to it.
    """

    def __init__(self, page: FrozenPage) -> None:
        """Make the buttons."""
        super().__init__(page)
        self._page = page
        self._out = PaperOut(page)
        self.buttons: dict[str, QPushButton] = {
            "save": made_button(self.tr("&Save PDF…"), self.save),
            "print": made_button(self.tr("P&rint…"), self.print_out),
            "code": made_button(self.tr("&Copy the code"), self.copy_code),
            "changes": made_button(self.tr("≠ &Now…"), page.show_changes),
            "scans": made_button(self.tr("Sc&ans…"), lambda: page.panels.open(SCANS)),
            "copies": made_button(self.tr("Co&pies…"), lambda: page.panels.open(COPIES)),
        }
        for key, shortcut in KEYS.items():
            self.buttons[key].setToolTip(QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText))
        self.bar = QWidget()
        self.row = in_row(*self.buttons.values())
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(theme.HALF)
        self.bar.setLayout(self.row)

    def show_row(self) -> None:
        """Enable what the chosen report allows."""
        page = self._page
        has_pages = page.shown is not None
        for key in ("save", "print"):
            self.buttons[key].setEnabled(has_pages)
        for key in ("code", "changes", "scans", "copies"):
            self.buttons[key].setEnabled(page.row is not None)

    # --- saving ----------------------------------------------------------------------------------------------------

    def save(self) -> None:
        """The PDF with all its signatures, where the person says; a signed one is remembered with its place."""
        shown = self._page.shown
        if shown is not None:
            self._save(shown.row, shown.pdf)

    def save_report(self, report: FrozenReport) -> None:
        """The same for a report that was signed just now: its pages are read anew."""
        page, store = self._page, self._page.session.store

        def save(data: bytes) -> None:
            row = page.rows.get(report.code)
            if row is not None:
                self._save(row, data)

        page.ask(lambda _task: report_queries.signed_pdf(store, report), save)

    def _save(self, row: ReportRow, data: bytes) -> None:
        page = self._page
        path = ask_target(page, self.suggested_name(row), self.tr("PDF (*.pdf)"))
        if path is None:
            return
        is_signed = hash_of(data) != row.report.pdf
        page.session.tasks.run(
            lambda _task: write_file(path, data), lambda kept: self._saved(row, kept, data, is_signed), page.refused
        )

    def suggested_name(self, row: ReportRow) -> str:
        """What the PDF is called: as its draft, with its code."""
        key = row.report.key
        station = queries.station_code(self._page.session.store)
        kind = FILE_NAMES.get(key.kind, key.kind)
        signed = "_da-ky-so" if row.signed_as else ""
        return f"{kind}_{station}_{key.subject}_{key.period}_{printed_code(row.report.code)}{signed}.pdf"

    def _saved(self, row: ReportRow, path: Path, data: bytes, is_signed: bool) -> None:
        page = self._page
        page.line.say(self.tr("Saved: {file}").format(file=path), "done")
        session, code = page.session, row.report.code
        paper = Attachment(report=code, number=0, kind=SIGNED, path=str(path), size=len(data), sha256=hash_of(data))
        if is_signed and session.is_writable:
            store, by = session.store, session.by()
            known = {(each.path, each.sha256) for each in report_queries.attachments(store, code)}
            if (paper.path, paper.sha256) not in known:
                page.write(lambda: report_commands.attach(store, paper, by))

    # --- paper and code --------------------------------------------------------------------------------------------

    def print_out(self) -> None:
        """Print the pages as they were frozen."""
        page = self._page
        if page.shown is None:
            return
        shown = page.shown
        name, count = self.suggested_name(shown.row), page.preview.page_count
        self._out.print(shown.pdf, name, count, page.preview.page)

    def copy_code(self) -> None:
        """The code as it stands on the pages."""
        row = self._page.row
        if row is not None:
            code = printed_code(row.report.code)
            QGuiApplication.clipboard().setText(code)
            self._page.line.say(self.tr("The code {code} is on the clipboard.").format(code=code), "done")
