"""Báo cáo, tab "Đã chốt": every frozen report with where it stands, what was done with it, and its pages."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from data.documents.records import ReportKey
from data.errors import SoTramError
from ui import theme
from ui.models.line_model import LineModel
from ui.screens.frozen_changes import ChangesView
from ui.screens.frozen_deeds import FrozenDeeds
from ui.screens.frozen_files import KEYS, FrozenFiles
from ui.screens.frozen_panels import LETTER, FrozenPanels
from ui.screens.frozen_signing import FrozenSigning, sign_askers
from ui.screens.frozen_words import called, orphan_lines, report_line, step_line
from ui.screens.frozen_work import Found, ReportRow, Shown, difference_counts, found_in, shown_of
from ui.screens.report_tab import ReportTab
from ui.screens.screen import Place
from ui.session import Session
from ui.widgets.edge_line import EdgeLine
from ui.widgets.heading import Heading, Quiet
from ui.widgets.line_table import LineTable, room_of
from ui.widgets.pdf_preview import PdfPreview
from ui.widgets.report_sign_form import SignForm
from ui.widgets.report_step_form import StepForm

NARROW_POINTS = 1000
REST_MILLISECONDS = 120
CONCERNED = frozenset(("report", "report_step", "document_number", "report_attachment", "definition", "setting"))
"""Kinds of changes after which the list may look different."""
FIGURES = frozenset(("data_value",))
"""Kinds of changes after which a frozen report may no longer say what the figures say."""
WIDEST = {1: 20, 2: 20, 3: 12, 4: 12}
"""A code with its sign has room on one line: one that is cut in two leads nowhere."""
SHARES = {0: 1}
STEP_WIDEST = {0: 18, 1: 11, 2: 16}
STEP_SHARES = {3: 1}


class FrozenPage(ReportTab):
    """A list at the left, what was done with the chosen report below it, its pages at the right.

    ``report_asked(key)``: the report is to be written anew.
    """

    report_asked = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Build the widgets; the list is read when the tab is shown."""
        super().__init__(session, parent)
        self.rows: dict[str, ReportRow] = {}
        self.counts: Mapping[str, int] = {}
        self.shown: Shown | None = None
        self._wanted = ""
        heads = (
            self.tr("Report"),
            self.tr("Code, number"),
            self.tr("State"),
            self.tr("Frozen"),
            self.tr("Figures now"),
        )
        self.model = LineModel(heads, parent=self)
        self.table = LineTable(self.tr("Frozen reports"), self.model, WIDEST, SHARES)
        step_heads = (self.tr("Step"), self.tr("Day"), self.tr("By"), self.tr("What there is to say"))
        self.step_model = LineModel(step_heads, parent=self)
        self.steps = LineTable(self.tr("Steps of the report"), self.step_model, STEP_WIDEST, STEP_SHARES)
        self.head, self.orphans = Heading(factor=1.1), EdgeLine()
        self.empty = Quiet(
            self.tr(
                "No report has been frozen yet. Under “Write” a report is checked and frozen; from then on it stands "
                "here, to be signed, handed in, printed again unchanged and compared with the figures of today."
            )
        )
        self.preview = PdfPreview(self.tr("Pages of the frozen report"))
        self.preview.list_button.setChecked(False)  # the list of reports stands beside it
        self.form, self.sign_form = StepForm(), SignForm(sign_askers(self))
        self.changes = ChangesView(session)
        self.panels = FrozenPanels(self)
        self.deeds = FrozenDeeds(self)
        self.signing = FrozenSigning(self)
        self.files = FrozenFiles(self)
        self._rest = QTimer(self, singleShot=True, interval=REST_MILLISECONDS)
        self._rest.timeout.connect(self._read_chosen)
        self._lay_out()
        self._connect()

    # --- building --------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        room_of(self.table, 3)
        room_of(self.steps, 3)
        self.steps.setMaximumHeight(9 * self.fontMetrics().lineSpacing())
        left = self.left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(theme.STEP, theme.STEP, theme.HALF, 0)
        column.setSpacing(theme.HALF)
        for widget, stretch in (
            (self.orphans, 0),
            (self.empty, 0),
            (self.table, 1),
            (self.changes, 2),
            (self.head, 0),
            (self.steps, 0),
            (self.deeds.next, 0),
            (self.deeds.bar, 0),
            (self.files.bar, 0),
            (self.form, 0),
            (self.sign_form, 0),
            (self.busy, 0),
            (self.line, 0),
        ):
            column.addWidget(widget, stretch)
        self.column = column
        self._rest_of_column = QWidget()
        column.addWidget(self._rest_of_column, 1)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(left)
        self.splitter.addWidget(self.panels.box)
        for part in (left, self.preview):
            self.take_escape(part)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setSizes([86 * theme.STEP, 64 * theme.STEP])
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.splitter)
        self.changes.hide()
        self.head.setWordWrap(True)
        self.show_parts()

    def _connect(self) -> None:
        self.table.chosen.connect(self._choose)
        for form in (self.form, self.sign_form):
            form.left.connect(self._form_left)
        self.table.opened.connect(lambda _index: self.deeds.next_deed())
        self.changes.left.connect(self.close_changes)
        self.changes.cell_opened.connect(lambda cell: self.left_for.emit(Place("data_entry", cell=cell)))
        self.changes.refused.connect(self.refused)
        self.changes.report_asked.connect(self._ask_anew)
        self.changes.letter_asked.connect(lambda: self.panels.open(LETTER))
        self.session.bus.changed.connect(self._something_changed)
        self.session.user_changed.connect(lambda _name: self.deeds.show_row())
        self.session.gate.turned.connect(self.deeds.show_row)
        for keys, action in (
            ("Ctrl+Return", self.deeds.next_deed),
            (KEYS["save"], self.files.save),
            (KEYS["print"], self.files.print_out),
            (KEYS["code"], self.files.copy_code),
            (KEYS["changes"], self.show_changes),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(action)

    # --- coming and going ------------------------------------------------------------------------------------------

    def activate(self) -> None:
        """Read the list."""
        self.ask(lambda _task: found_in(self.session), self._show)

    def take_focus(self) -> None:
        """What is open takes the keys, else the list."""
        if self.panels.panel is not None:
            self.panels.panel.take_focus()
            return
        form = self.open_form
        if form is not None:
            form.take_focus()
        elif self.changes.isVisibleTo(self):
            self.changes.take_focus()
        else:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_report(self, code: str) -> None:
        """Put the cursor on a report as soon as the list is there."""
        self._wanted = code
        if self.panels.panel is not None:
            self.panels.close()
        if code in self.rows:
            self.table.choose(code)

    def escape(self) -> None:
        """One thing for each Esc: what is under way, what is said, a form, the comparison."""
        if self.busy.task is not None:
            self.busy.cancel()
        elif self.line.dismiss():
            return
        elif self.open_form is not None:
            self.open_form.close_form()
        elif self.changes.isVisible():
            self.close_changes()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the pages away where there is no room."""
        super().resizeEvent(event)
        self.panels.fold(is_narrow=self.window().width() <= NARROW_POINTS)

    # --- showing ---------------------------------------------------------------------------------------------------

    @property
    def row(self) -> ReportRow | None:
        """The report under the cursor."""
        return self.rows.get(str(self.table.subject or ""))

    def _show(self, found: Found) -> None:
        self.rows = {row.report.code: row for row in found.rows}
        lines = orphan_lines(found.orphans, self.rows)
        if lines:
            self.orphans.say("\n".join(sentence for sentence, _code in lines))
        else:
            self.orphans.clear()
        self._show_lines()
        self.show_parts()
        self._choose()
        rows = found.rows
        self.session.tasks.run(
            lambda task: difference_counts(self.session, rows, task), self._show_counts, self._not_counted
        )

    def _show_lines(self) -> None:
        chosen, self._wanted = self._wanted or self.table.subject, ""
        had_keys = self.table.hasFocus()
        self.model.show_lines([report_line(self.session, row, self.counts) for row in self.rows.values()])
        self.table.choose(chosen)
        if had_keys:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_parts(self) -> None:
        """Show what there is room and use for: a form takes the place of the steps and buttons."""
        has_rows = bool(self.rows)
        is_comparing, is_asking = self.changes.isVisibleTo(self), self.open_form is not None
        self.empty.setVisible(not has_rows)
        self._rest_of_column.setVisible(not has_rows)
        self.table.setVisible(has_rows and not is_comparing)
        about: tuple[QWidget, ...] = (self.head, self.steps)
        bars: tuple[QWidget, ...] = (self.deeds.next, self.deeds.bar, self.files.bar)
        for part in about:
            part.setVisible(has_rows and not is_comparing and not is_asking)
        for part in bars:
            part.setVisible(has_rows and not is_asking)

    @property
    def open_form(self) -> StepForm | SignForm | None:
        """The form that stands open."""
        return next((form for form in (self.form, self.sign_form) if form.isVisibleTo(self)), None)

    def close_forms(self) -> None:
        """Close what stands open; nothing of it is kept."""
        self.form.hide()
        self.sign_form.drop()
        self.show_parts()

    def _show_counts(self, counts: dict[str, int]) -> None:
        if counts != self.counts:
            self.counts = counts
            self._show_lines()

    def _not_counted(self, error: Exception) -> None:
        if not isinstance(error, SoTramError):
            raise error

    def _choose(self) -> None:
        """Another report is under the cursor: its steps at once, its pages when the cursor rests."""
        row = self.row
        self.head.setText(called(row) if row is not None else "")
        self.step_model.show_lines([step_line(step) for step in row.steps] if row is not None else [])
        if self.shown is None or row is None or self.shown.row.report.code != row.report.code:
            self.shown = None
            self.close_forms()
        self.deeds.show_row()
        self.files.show_row()
        self._rest.start()

    def _read_chosen(self) -> None:
        row = self.row
        if row is None:
            self.preview.clear()
            return
        if self.session.is_open and (self.shown is None or self.shown.row != row):
            session = self.session
            session.tasks.run(lambda _task: shown_of(session, row), self._show_pages, self._not_shown)

    def _show_pages(self, shown: Shown) -> None:
        if self.row != shown.row:
            return
        if self.shown is None or self.shown.row.report.code != shown.row.report.code:
            self.preview.clear()
        self.shown = shown
        self.preview.show_pdf(shown.pages, is_draft=False)
        self.deeds.show_row()
        self.files.show_row()

    def _not_shown(self, error: Exception) -> None:
        self.preview.clear()
        self.refused(error)

    def _something_changed(self, changes: object, _origin: object) -> None:
        kind = getattr(changes, "kind", "")
        if self.isVisible() and (kind in CONCERNED or kind in FIGURES):
            self.activate()

    # --- frozen figures against those of today ---------------------------------------------------------------------

    def show_changes(self) -> None:
        """F8: the frozen figures of the chosen report against those of today, cell by cell."""
        row = self.row
        if row is None:
            return
        self.close_forms()
        self.changes.show_row(row)
        self.show_parts()
        self.changes.take_focus()

    def _form_left(self) -> None:
        self.show_parts()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_changes(self) -> None:
        """Back to the list."""
        self.changes.hide()
        self.show_parts()
        self.take_focus()

    def _ask_anew(self, key: ReportKey) -> None:
        self.close_changes()
        self.report_asked.emit(key)
