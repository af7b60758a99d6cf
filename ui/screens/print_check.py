"""Kiểm tra bản in: the code typed from paper, or a PDF, held against the frozen reports; their pages stand beside."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QSplitter, QVBoxLayout, QWidget

from data.documents.codes import read_code
from ui import icons, theme
from ui.dialogs import ask_pdf
from ui.handover import ask_folder
from ui.memory import Memory
from ui.screens.criteria_page import SubPage
from ui.screens.print_check_words import hint, verdict
from ui.screens.print_check_work import Checked, check_code, check_file
from ui.session import Session
from ui.widgets.heading import Heading, Quiet
from ui.widgets.pdf_preview import PdfPreview
from ui.widgets.rows import in_row, labelled, made_button
from ui.widgets.text_fields import LineField

ROOTS = "verify/roots"
SIGN = 24
NARROW_POINTS = 800


class PrintCheckPage(SubPage):
    """What is checked stands at the left with what was found out, the pages of the frozen report at the right.

    ``report_named(code)``: the report is to be shown among the frozen ones.
    """

    report_named = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Build the widgets."""
        super().__init__(session, "", parent)
        self.heading.setText(self.tr("Check a print"))
        self.back.hide()  # it stands beside others, not over one
        self._asked = 0
        self.checked: Checked | None = None
        self.code, self.hint = LineField(), Quiet()
        self.code.setPlaceholderText(self.tr("for example ABCDE-FGHJK"))
        self.code.setAcceptDrops(False)  # a file is dropped anywhere on the page
        self.sign, self.sentence, self.lines = QLabel(), Heading(factor=1.0), QLabel()
        self.roots = QLabel()
        self.preview = PdfPreview(self.tr("Pages of the frozen report"))
        self.setAcceptDrops(True)
        self._lay_out()
        self._connect()
        self._show_roots()
        self._clear()

    def _lay_out(self) -> None:
        for label in (self.sentence, self.lines, self.roots):
            label.setWordWrap(True)
        self.lines.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.open_pdf = made_button(self.tr("Open a &PDF…  Ctrl+Shift+O"), self.ask_file)
        self.show_report: QPushButton = made_button(self.tr("&Show this report"), self._name_report)
        self.choose_roots = made_button(self.tr("&Trusted authorities…"), self.ask_roots)
        self.drop_roots = made_button(self.tr("Trust &nobody"), lambda: self._keep_roots(""))
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, theme.STEP, 0)
        column.setSpacing(theme.STEP)
        column.addWidget(Quiet(self.tr("Every page of a frozen report carries its code in the bottom margin.")))
        column.addLayout(in_row(labelled(self.tr("&Code on the paper"), self.code), self.code, stretched=(self.code,)))
        column.addWidget(self.hint)
        column.addLayout(in_row(self.open_pdf, QLabel(self.tr("or drop it here"))))
        found = QHBoxLayout()
        found.setSpacing(theme.STEP)
        found.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        found.addWidget(self.sentence, 1)
        column.addLayout(found)
        column.addWidget(self.lines)
        column.addLayout(in_row(self.show_report))
        column.addStretch(1)
        column.addWidget(self.roots)
        column.addLayout(in_row(self.choose_roots, self.drop_roots))
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        scrolled = QScrollArea()
        scrolled.setWidget(left)
        scrolled.setWidgetResizable(True)
        scrolled.setFrameShape(QScrollArea.Shape.NoFrame)
        scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.splitter.addWidget(scrolled)
        self.splitter.addWidget(self.preview)
        self.splitter.setStretchFactor(1, 1)
        self.preview.setMinimumWidth(1)  # else a small window could never become narrow enough to fold it away
        self.splitter.setSizes([56 * theme.STEP, 90 * theme.STEP])
        self.column.addWidget(self.splitter, 1)

    def _connect(self) -> None:
        self.code.textChanged.connect(lambda _text: self._typed())
        self.code.returnPressed.connect(self.check_typed)
        QShortcut(QKeySequence("Ctrl+Shift+O"), self).activated.connect(self.ask_file)

    # --- coming and going ------------------------------------------------------------------------------------------

    def activate(self) -> None:
        """The page came to the front; where a report stands may have changed."""
        if read_code(self.code.text()):
            self.check_typed()

    def take_focus(self) -> None:
        """The code takes the keys."""
        self.code.setFocus(Qt.FocusReason.OtherFocusReason)
        self.code.selectAll()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the pages away where there is no room."""
        super().resizeEvent(event)
        self.preview.setVisible(self.width() > NARROW_POINTS)

    # --- a code ----------------------------------------------------------------------------------------------------

    def _typed(self) -> None:
        self.hint.setText(hint(self.code.text()))
        if read_code(self.code.text()):
            self.check_typed()
        elif self.code.text():
            self._clear()

    def check_typed(self) -> None:
        """Look up the code that was typed; what is none stays, and is said."""
        typed = self.code.text()
        if not read_code(typed):
            self.hint.setText(hint(typed) or self.tr("Please type the ten letters of the code."))
            return
        self.line.clear()
        self._asked += 1
        session, number = self.session, self._asked
        self.ask_off_thread(lambda _task: check_code(session, typed), lambda found: self._answer(number, found))

    # --- a file ----------------------------------------------------------------------------------------------------

    def ask_file(self) -> None:
        """Ask which PDF to check."""
        path = ask_pdf(self)
        if path is not None:
            self.check_path(path)

    def check_path(self, path: Path) -> None:
        """Check a PDF."""
        self.code.blockSignals(True)
        self.code.clear()
        self.code.blockSignals(False)
        self.hint.clear()
        self._clear()
        self._asked += 1
        session, number, roots = self.session, self._asked, Memory().text(ROOTS)
        self.line.clear()
        self.busy.begin(self.tr("Checking {file}…").format(file=path.name))
        self.busy.watch(
            session.tasks.run(
                lambda _task: check_file(session, path, roots), lambda found: self._answer(number, found), self.refused
            )
        )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """One file may be dropped here."""
        if _dropped(event.mimeData().urls()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Check the file that was dropped."""
        path = _dropped(event.mimeData().urls())
        if path is not None:
            event.acceptProposedAction()
            self.check_path(path)

    # --- what was found out ----------------------------------------------------------------------------------------

    def _answer(self, number: int, checked: Checked) -> None:
        if number != self._asked:  # something else was asked meanwhile
            return
        self.busy.end()
        self.checked = checked
        told = verdict(self.session.messages, checked)
        self.sign.setPixmap(icons.pixmap(told.sign, SIGN, self.devicePixelRatioF()))
        self.sentence.setText(f"{checked.name}: {told.sentence}" if checked.name else told.sentence)
        self.lines.setText("\n".join(told.lines))
        self.show_report.setVisible(checked.found.report is not None)
        if checked.pages:
            self.preview.clear()
            self.preview.show_pdf(checked.pages, is_draft=False)
        else:
            self.preview.clear()
        if checked.fault is not None:
            self.line.say(self.session.sentence(checked.fault), "error")

    def _clear(self) -> None:
        self._asked += 1
        self.checked = None
        self.sign.clear()
        self.sentence.clear()
        self.lines.clear()
        self.show_report.hide()
        self.preview.clear()

    def refused(self, error: Exception) -> None:
        """Say why something cannot be checked."""
        self._clear()
        super().refused(error)

    def _name_report(self) -> None:
        report = self.checked.found.report if self.checked is not None else None
        if report is not None:
            self.report_named.emit(report.code)

    # --- trust -----------------------------------------------------------------------------------------------------

    def ask_roots(self) -> None:
        """Which folder holds the certificates of authorities that this computer trusts."""
        folder = ask_folder(self, self.tr("Folder with the certificates of trusted authorities"))
        if folder is not None:
            self._keep_roots(str(folder))

    def _keep_roots(self, folder: str) -> None:
        Memory().set_text(ROOTS, folder)
        self._show_roots()
        self._clear()
        self.code.clear()

    def _show_roots(self) -> None:
        folder = Memory().text(ROOTS)
        self.drop_roots.setVisible(bool(folder))
        if folder:
            said = self.tr("On this computer certificates are trusted that lead to those in {folder}.")
            self.roots.setText(said.format(folder=folder))
        else:
            self.roots.setText(
                self.tr(
                    "No authority is trusted on this computer yet: signatures are checked for being intact, and "
                    "nothing is said of who vouches for the signer."
                )
            )


def _dropped(urls: list[QUrl]) -> Path | None:
    """The one file that is dropped; None for anything else."""
    files = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
    return files[0] if len(files) == 1 else None
