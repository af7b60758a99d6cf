"""Scans of the signed pages and receipts of a frozen report: where they lie, and whether they are as they were."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from data import report_commands
from data.assessment.evidence import FileState
from data.documents.records import Attachment
from data.numbers import format_number
from ui import words
from ui.dialogs import ask_paper
from ui.models.line_model import Line, LineModel
from ui.screens.evidence import found_file
from ui.screens.report_panel import ReportPanel
from ui.screens.report_scans_work import RECEIPT, SCAN, Scan, attach, checked_scans, scans_of, seen_file
from ui.session import Session
from ui.widgets.heading import Quiet
from ui.widgets.line_table import LineTable

WIDEST = {0: 22, 2: 10, 3: 26, 4: 24}
SHARES = {1: 1}
STATE_AT = 3
_KB = 1024
_SIGNS = {
    None: "",
    FileState.SAME: "done",
    FileState.GONE: "error",
    FileState.CHANGED: "error",
    FileState.UNREADABLE: "warning",
    FileState.AWAY: "missing",
}


class ScansPanel(ReportPanel):
    """The files of a report; they stay where they are, and nothing in them is read but their bytes."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Build the widgets."""
        super().__init__(session, parent)
        self.scans: tuple[Scan, ...] = ()
        heads = (self.tr("What"), self.tr("File"), self.tr("Size"), self.tr("State"), self.tr("Attached"))
        self.model = LineModel(heads, figures=(2,), parent=self)
        self.table = LineTable(self.tr("Files of the report"), self.model, WIDEST, SHARES)
        said = Quiet(
            self.tr(
                "A file stays where it is; the station file keeps its place, size and SHA-256. What is on the pages is "
                "not read."
            )
        )
        self.column.addWidget(said)
        self.column.addWidget(self.table, 1)
        self.column.addLayout(
            self.row_of(
                ("add", self.tr("Attach a &scan…  Ins"), lambda: self.ask_path(SCAN)),
                ("receipt", self.tr("Attach a &receipt…"), lambda: self.ask_path(RECEIPT)),
                ("remove", self.tr("Take away…  Del"), self.ask_removal),
            )
        )
        self.column.addLayout(
            self.row_of(
                ("open", self.tr("&Open the file"), self.open_file),
                ("check", self.tr("Check all &files now"), self.check_files),
            )
        )
        self.table.opened.connect(lambda _index: self.open_file())
        self.table.adding_asked.connect(lambda: self.ask_path(SCAN))
        self.table.removal_asked.connect(self.ask_removal)
        self.table.chosen.connect(self._show_buttons)
        self.busy.stopped.connect(lambda: self.line.say(self.tr("Stopped.")))

    # --- showing ---------------------------------------------------------------------------------------------------

    def forget(self) -> None:
        """Nothing of the new report was checked yet."""
        self.scans = ()
        self.model.show_lines(())
        self._show_buttons()

    def show_values(self) -> None:
        """Ask for the files off the GUI thread."""
        session, code = self.session, self.code
        if code:
            self.ask_off_thread(lambda _task: scans_of(session, code), lambda found: self._show(code, found))

    def _show(self, code: str, scans: Sequence[Scan]) -> None:
        if code != self.code:
            return
        chosen, self.scans = self.table.subject, tuple(scans)
        self.model.show_lines([self._line(scan) for scan in self.scans])
        self.table.choose(chosen)
        self._show_buttons()

    def _line(self, scan: Scan) -> Line:
        each = scan.attachment
        by = ", ".join(
            part for part in (each.stored_by, words.printed_moment(each.stored_at) if each.stored_at else "") if part
        )
        texts = (self._kind_words(each.kind), Path(each.path).name, _size(each.size), self._state_words(scan), by)
        tip = "\n".join((each.path, f"SHA-256 {each.sha256}", *([each.note] if each.note else ())))
        return Line(texts, each.number, _SIGNS[scan.state], STATE_AT, tip=tip)

    def _kind_words(self, kind: str) -> str:
        known = {
            SCAN: self.tr("scan of the signed pages"),
            RECEIPT: self.tr("receipt"),
            "signed": self.tr("PDF with signatures"),
        }
        return known.get(kind, kind)

    def _state_words(self, scan: Scan) -> str:
        return {
            None: self.tr("there, not read yet"),
            FileState.SAME: self.tr("unchanged"),
            FileState.GONE: self.tr("not there any more"),
            FileState.CHANGED: self.tr("changed since"),
            FileState.UNREADABLE: self.tr("cannot be read"),
            FileState.AWAY: self.tr("stick or drive not plugged in"),
        }[scan.state]

    def _show_buttons(self) -> None:
        may_write, has_file = self.session.is_writable and bool(self.code), self._chosen() is not None
        for key in ("add", "receipt"):
            self.buttons[key].setEnabled(may_write)
        self.buttons["remove"].setEnabled(may_write and has_file)
        self.buttons["open"].setEnabled(has_file)
        self.buttons["check"].setEnabled(bool(self.scans))

    def _chosen(self) -> Attachment | None:
        number = self.table.subject
        return next((scan.attachment for scan in self.scans if scan.attachment.number == number), None)

    def take_focus(self) -> None:
        """The table takes the keys; with nothing in it the button that attaches."""
        (self.table if self.scans else self.buttons["add"]).setFocus(Qt.FocusReason.OtherFocusReason)

    # --- files -----------------------------------------------------------------------------------------------------

    def ask_path(self, kind: str) -> None:
        """Ask which file, and attach it."""
        if self.code and self.session.is_writable:
            path = ask_paper(self)
            if path is not None:
                self.attach(kind, path)

    def attach(self, kind: str, path: Path) -> None:
        """Read a file off the GUI thread, and put it on record."""
        wanted = Attachment(report=self.code, number=0, kind=kind, path=str(path), size=0, sha256="")
        session, folder = self.session, self.session.path.parent
        self.line.clear()
        self.busy.begin(self.tr("Reading the file… %p%"))
        self.busy.watch(session.tasks.run(lambda task: seen_file(wanted, folder, task), self._write_file, self.refused))

    def _write_file(self, seen: Attachment) -> None:
        self.busy.end()
        known = next((scan.attachment for scan in self.scans if scan.attachment.sha256 == seen.sha256), None)
        if known is not None and known.path == seen.path:
            self.line.say(self.tr("This file is attached already: {file}.").format(file=Path(seen.path).name))
            return
        session = self.session
        self.write(lambda: attach(session, seen), lambda _changes: self._written(seen))

    def _written(self, seen: Attachment) -> None:
        self.line.say(self.tr("Attached: {file}.").format(file=Path(seen.path).name), "done")
        self.show_values()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_removal(self) -> None:
        """A reason is asked for before the mention of a file is taken away; the log keeps it."""
        chosen = self._chosen()
        if chosen is None or not self.session.is_writable:
            return
        question = self.tr("Why is {file} taken away? The file itself is not touched.")
        store = self.session.store

        def given(reason: str) -> None:
            by = self.session.by(reason)
            self.write(lambda: report_commands.detach(store, chosen, by), lambda _changes: self._removed(chosen))

        self.line.clear()
        self.reason.ask(question.format(file=Path(chosen.path).name), self.tr("&Take it away"), given, self.take_focus)

    def _removed(self, chosen: Attachment) -> None:
        self.line.say(self.tr("Taken away: {file}.").format(file=Path(chosen.path).name), "done")
        self.show_values()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_file(self) -> None:
        """Open the file with the system, if it is there."""
        chosen = self._chosen()
        if chosen is not None:
            path = Path(chosen.path)
            self.session.tasks.run(lambda _task: found_file(path), self._open, self.refused)

    def _open(self, path: Path) -> None:
        if QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self.line.say(self.tr("Opened: {file}").format(file=path), "done")
        else:
            self.line.say(self.tr("No program on this computer opens {file}.").format(file=path))

    def check_files(self) -> None:
        """Read every file again, with progress; Esc stops it."""
        session, code = self.session, self.code
        self.line.clear()
        self.busy.begin(self.tr("Checking the files… %p%"))
        self.busy.watch(
            session.tasks.run(
                lambda task: checked_scans(session, code, task), lambda found: self._checked(code, found), self.refused
            )
        )

    def _checked(self, code: str, found: tuple[Scan, ...]) -> None:
        self.busy.end()
        self._show(code, found)
        sound = sum(scan.state is FileState.SAME for scan in found)
        said = self.tr("Files checked: {count}, unchanged: {sound}.").format(count=len(found), sound=sound)
        self.line.say(said, "done" if sound == len(found) else "warning")


def _size(count: int) -> str:
    """A size in the unit that keeps it short."""
    if count < _KB * _KB:
        return f"{format_number(-(-count // _KB), 0)} KB"
    return f"{format_number(Fraction(count, _KB * _KB), 1)} MB"
