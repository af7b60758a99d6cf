"""Sao y, sao lục, trích sao of a frozen report: on paper with number and block, electronic with a signature."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QLabel,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from data import queries
from data.documents.codes import printed_code
from data.documents.records import DocumentNumber
from data.documents.register import number_text
from data.errors import SoTramError
from reports.copies import CopyOrder, Source, form_words, source_of
from reports.document import CopyKind
from ui import theme
from ui.permissions import Deed, may, why_not, why_not_line
from ui.screens.frozen_signing import sign_askers
from ui.screens.numbering import why_no_number
from ui.screens.paper_out import PaperOut
from ui.screens.report_copies_work import Copying, copying_of, made_copy, made_words, numbered_copy, signed_copy
from ui.screens.report_panel import ReportPanel
from ui.session import Session
from ui.widgets.heading import Quiet
from ui.widgets.part_list import PartList
from ui.widgets.pdf_preview import PdfPreview
from ui.widgets.report_sign_form import SignForm, SignTyped
from ui.widgets.rows import labelled, made_button
from ui.widgets.text_fields import LineField

NARROW_POINTS = 800


class CopiesPanel(ReportPanel):
    """What is copied and how at the left, the pages at the right."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Build the widgets."""
        super().__init__(session, parent)
        self.copying: Copying | None = None
        self._pdf = b""
        self._line: DocumentNumber | None = None
        self.kinds, self.recipients = QComboBox(), LineField()
        self.parts = PartList(self.tr("Parts of the extract"))
        for kind in CopyKind:
            self.kinds.addItem(form_words(kind).capitalize(), kind)
        self.how, self.made = Quiet(), QLabel()
        self.preview = PdfPreview(self.tr("Pages of the copy"))
        self.sign_form = SignForm(sign_askers(self))
        self.sign_form.leave_image_out()
        self.out = PaperOut(self)
        self._lay_out()
        self.kinds.currentIndexChanged.connect(lambda _row: self._show_kind())
        self.recipients.textEdited.connect(lambda _text: self._drop_pages())
        self.parts.changed.connect(self._drop_pages)
        self.recipients.returnPressed.connect(self.look)
        self.sign_form.kept.connect(self._sign)
        self.sign_form.left.connect(self.take_focus)
        self.busy.stopped.connect(lambda: self.line.say(self.tr("Stopped.")))
        self.session.user_changed.connect(lambda _name: self._show_kind(drops=False))
        self._show_kind()

    def _lay_out(self) -> None:
        self.recipients.setPlaceholderText(self.tr("several: separated by semicolons"))
        self.made.setWordWrap(True)
        form = QFormLayout()
        form.setHorizontalSpacing(2 * theme.STEP)
        form.addRow(labelled(self.tr("&Form"), self.kinds), self.kinds)
        form.addRow(labelled(self.tr("&Receivers"), self.recipients), self.recipients)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, theme.STEP, 0)
        column.setSpacing(theme.HALF)
        column.addLayout(form)
        column.addWidget(self.how)
        column.addWidget(why_not_line(self.session, Deed.REGISTER))
        column.addWidget(self.parts, 1)
        for key, text, action in (
            ("look", self.tr("&Look at it"), self.look),
            ("number", self.tr("Take a &number, make the copy"), self.take_number),
            ("save", self.tr("&Save as PDF…"), self.save),
            ("print", self.tr("P&rint…"), self.print),
            ("sign", self.tr("&Electronic copy: sign…"), self.ask_signature),
        ):
            self.buttons[key] = made_button(text, action)
            column.addWidget(self.buttons[key])
        column.addWidget(self.made)
        column.addWidget(self.sign_form)
        column.addStretch(0)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(left)
        splitter.addWidget(self.preview)
        splitter.setStretchFactor(1, 1)
        self.preview.setMinimumWidth(1)  # else a small window could never become narrow enough to fold it away
        splitter.setSizes([52 * theme.STEP, 90 * theme.STEP])
        self.column.addWidget(splitter, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the pages away where there is no room."""
        super().resizeEvent(event)
        self.preview.setVisible(self.width() > NARROW_POINTS)

    # --- showing ---------------------------------------------------------------------------------------------------

    def forget(self) -> None:
        """Another report has other parts and copies."""
        self.copying = None
        self.parts.show_parts(())
        self._drop_pages()

    def show_values(self) -> None:
        """Ask for parts and copies off the GUI thread."""
        session, code = self.session, self.code
        if code:
            self.ask_off_thread(lambda _task: copying_of(session, code), lambda found: self._show(code, found))

    def _show(self, code: str, copying: Copying) -> None:
        if code != self.code:
            return
        is_first, self.copying = self.copying is None, copying
        if is_first:
            self.recipients.setText("; ".join(copying.recipients))
            self.recipients.setCursorPosition(0)
            self.parts.show_parts(copying.parts)
        lines = [made_words(line) for line in copying.made]
        self.made.setText("\n".join([self.tr("Made before:"), *lines]) if lines else "")
        self._show_kind(drops=False)

    def _show_kind(self, *, drops: bool = True) -> None:
        """How a copy of this form is made, and what can be done."""
        if drops:
            self._drop_pages()
        kind = self._kind()
        self.parts.setVisible(kind is CopyKind.EXTRACT)
        self.how.setText(self._how(kind))
        self.buttons["look"].setEnabled(self.copying is not None)
        self._show_number()
        has_report = self.copying is not None
        why = self._why_not_yet() or ("" if self._can_be_signed(kind) else self._why_not_signed(kind))
        why = why or ("" if may(self.session, Deed.SIGN) else why_not(self.session, Deed.SIGN))
        self.buttons["sign"].setEnabled(has_report and not why)
        self.buttons["sign"].setToolTip(why)
        for key in ("save", "print"):  # what was only looked at bears no number
            self.buttons[key].setEnabled(bool(self._pdf) and self._line is not None)

    def _show_number(self) -> None:
        """Whether a number can be taken now, and why not."""
        why = self._why_not_yet() or why_no_number(self.session)
        self.buttons["number"].setEnabled(self.copying is not None and not why and self._line is None)
        self.buttons["number"].setToolTip(why)

    def _why_not_yet(self) -> str:
        """That the report is not signed; empty where it is, or none is shown."""
        if self.copying is None or self.copying.is_signed:
            return ""
        return self.session.messages.text("error", "copy_unsigned", report=printed_code(self.code))

    def _how(self, kind: CopyKind) -> str:
        if self.copying is None or not self.copying.is_signed:
            return self._why_not_yet()
        return {
            Source.PAGES: self.tr(
                "The original is electronic: its pages are printed with the look of its signatures, and the block of "
                "the copy below them. The print itself carries no digital signature."
            ),
            Source.BLOCK: self.tr(
                "This copy is a photocopy: of the signed paper, or of a sao y. Only the block of the copy is printed, "
                "onto the same sheet as the last page."
            ),
            Source.PARTS: self.tr("Please tick the parts that are needed; they are laid out anew under the same head."),
        }[source_of(self.copying.report, kind)]

    def _can_be_signed(self, kind: CopyKind) -> bool:
        """An extract, and a full copy of the scanned signed paper."""
        scan = self.copying.scan if self.copying is not None else ""
        return kind is CopyKind.EXTRACT or (kind is CopyKind.FULL and bool(scan))

    def _why_not_signed(self, kind: CopyKind) -> str:
        if kind is CopyKind.FULL:
            return self.tr("An electronic copy of the paper needs its scan as PDF: please attach it under “Scans”.")
        return self.tr("A sao lục is made of a sao y: please sign that one.")

    def _kind(self) -> CopyKind:
        return CopyKind(self.kinds.currentData())

    def _drop_pages(self) -> None:
        """What was made is not what is asked for now."""
        self._pdf, self._line = b"", None
        self.preview.clear()
        if "save" in self.buttons:
            for key in ("save", "print"):
                self.buttons[key].setEnabled(False)
            self._show_number()

    def take_focus(self) -> None:
        """The form of the copy takes the keys."""
        self.kinds.setFocus(Qt.FocusReason.OtherFocusReason)

    def escape(self) -> None:
        """One thing for each Esc: what is under way, what is said, the form."""
        if self.sign_form.isVisible() and self.busy.task is None and self.line.isHidden():
            self.sign_form.close_form()
        else:
            super().escape()

    # --- making ----------------------------------------------------------------------------------------------------

    def _order(self) -> CopyOrder | None:
        """What is asked for now."""
        if self.copying is None:
            return None
        is_extract = self._kind() is CopyKind.EXTRACT
        return CopyOrder(
            report=self.copying.report,
            kind=self._kind(),
            at=self.session.clock(),
            day=self.session.today,
            number=self._line,
            recipients=tuple(each.strip() for each in self.recipients.text().split(";") if each.strip()),
            parts=self.parts.ticked if is_extract else (),
        )

    def look(self) -> None:
        """Make the pages, and show them."""
        order, session = self._order(), self.session
        if order is None:
            return
        self.line.clear()
        self.busy.begin(self.tr("Making the pages… %p%"))
        self.busy.watch(
            session.tasks.run(
                lambda task: made_copy(session, order, task), lambda pdf: self._show_pages(order, pdf), self.refused
            )
        )

    def _show_pages(self, order: CopyOrder, pdf: bytes) -> None:
        self.busy.end()
        if order.report.code != self.code:
            return
        self._pdf = pdf
        self.preview.show_pdf(pdf, is_draft=order.number is None)
        self._show_kind(drops=False)

    def take_number(self) -> None:
        """The next number of the copies, entered as issued today; then the pages with it."""
        order, session = self._order(), self.session
        if order is None or self._line is not None:
            return
        if order.kind is CopyKind.EXTRACT and not order.parts:
            self.look()  # says that nothing is ticked
            return
        self.write(lambda: numbered_copy(session, order), self._numbered)

    def _numbered(self, line: DocumentNumber) -> None:
        self._line = line
        self.show_values()
        self.look()
        said = self.tr("The copy has number {number} in the register.")
        self.line.say(said.format(number=number_text(line.number, line.symbol)), "done")

    def save(self) -> None:
        """Save the pages."""
        self.out.save(self._pdf, self.file_name(".pdf"))

    def print(self) -> None:
        """Print the pages."""
        self.out.print(self._pdf, self.file_name(".pdf"), self.preview.page_count)

    def file_name(self, ending: str) -> str:
        """What the PDF is called."""
        station = queries.station_code(self.session.store)
        return f"Ban-sao_{self._kind().value}_{station}_{printed_code(self.code)}{ending}"

    # --- signing ---------------------------------------------------------------------------------------------------

    def ask_signature(self) -> None:
        """Open the form of the agency's signature."""
        order = self._order()
        if order is None:
            return
        if order.kind is CopyKind.EXTRACT and not order.parts:
            self.look()
            return
        title = self.tr("Sign the electronic copy for the agency: {form}").format(form=form_words(order.kind))
        self.sign_form.ask(
            title,
            self.tr(
                "The words of the copy, the station and the time stand in the upper right corner of its first page; no "
                "image is shown. The program does not look at what is on a scan: please compare it with the original."
            ),
        )

    def _sign(self, typed: SignTyped) -> None:
        order, copying, session = self._order(), self.copying, self.session
        if order is None or copying is None:
            return
        self.busy.begin(self.tr("Signing…"))
        session.tasks.run(
            lambda _task: signed_copy(session, order, copying.scan, typed),
            lambda result: self._signed(result.pdf),
            self._not_signed,
        )

    def _signed(self, pdf: bytes) -> None:
        self.busy.end()
        self.sign_form.close_form()
        self._pdf = pdf
        self.preview.show_pdf(pdf, is_draft=False)
        self.buttons["save"].setEnabled(True)
        caption = self.tr("&Save the signed copy…")
        save = (caption, lambda: self.out.save(pdf, self.file_name("_da-ky-so.pdf")))
        self.line.ask(self.tr("The electronic copy is signed. It is kept nowhere but where it is saved."), [save])

    def _not_signed(self, error: Exception) -> None:
        self.busy.end()
        if not isinstance(error, SoTramError):
            raise error
        self.sign_form.refuse(error.code, self.session.messages.error(error))
