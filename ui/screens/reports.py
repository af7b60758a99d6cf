"""Báo cáo: kind, plan or set, free texts, preview; save, print, copy into Word. All long work can be cancelled."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from data import commands, queries
from data.errors import SoTramError, UserError
from data.model import ReportText
from data.periods import Period, PeriodType, parse_period
from reports.report import ReportRequest
from ui import clipboard, theme, words
from ui.dialogs import ask_target
from ui.memory import restore_splitter, splitter_text
from ui.print_pages import PrintOut, print_pages
from ui.screens.report_choice import ReportChoice
from ui.screens.report_life import ReportLife
from ui.screens.report_narrative import ReportNarrative
from ui.screens.report_work import FILE_NAMES, PLAN_KIND, draft, pdf_bytes, write_file
from ui.screens.screen import Place, Screen
from ui.session import Session
from ui.widgets.busy_line import BusyLine
from ui.widgets.edge_line import EdgeLine
from ui.widgets.heading import Heading, Quiet
from ui.widgets.pdf_preview import PdfPreview
from ui.widgets.report_texts import ReportTexts

REST_MILLISECONDS = 700
WAIT_MILLISECONDS = 50

PAPERS = frozenset(("report", "report_step", "report_check", "document_number", "report_attachment"))
"""Kinds of changes that leave the pages of a draft alone."""

_FITTING = {
    "report_year_only": PeriodType.YEAR,
    "report_quarter_only": PeriodType.QUARTER,
    "report_half_year_or_year": PeriodType.HALF_YEAR,
}
"""How a kind refuses a period -> the length of period offered instead."""


class ReportsScreen(Screen):
    """A report on a plan or a criteria set for the header's period."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Build the widgets; the preview is made when the screen is shown."""
        super().__init__(session, parent)
        self.choice = ReportChoice(session)
        self.plans = self.choice.subjects
        self.texts = ReportTexts()
        self.narrative = ReportNarrative(session, self.texts, self)
        self.line = EdgeLine()
        self.preview = PdfPreview(self.tr("Preview of the report"))
        self.busy = BusyLine()
        self._bytes = b""
        self._after: list[object] = []
        self._agreed = ""
        self._is_refused = False
        self._shown: ReportRequest | None = None
        self.life = ReportLife(self)
        self._rest = self.timer(REST_MILLISECONDS, self._make)
        self._lay_out()
        self._connect()

    # --- building --------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._period = Quiet()
        self.buttons: dict[str, QPushButton] = {}
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(theme.STEP, theme.STEP, theme.STEP, theme.STEP)
        column.setSpacing(theme.HALF)
        column.addWidget(Heading(self.tr("Reports")))
        column.addWidget(self.choice)
        column.addWidget(self._period)
        column.addWidget(self.texts, 1)
        for key, text, is_first in self._captions():
            button = QPushButton(text)
            button.setAccessibleName(text.replace("&", ""))
            button.setAutoDefault(True)
            button.setDefault(is_first)
            self.buttons[key] = button
            column.addWidget(button)
        right = QWidget()
        pages = QVBoxLayout(right)
        pages.setContentsMargins(0, 0, 0, 0)
        pages.setSpacing(0)
        self._views = QStackedWidget()
        self._views.addWidget(self.preview)
        self._views.addWidget(self.life.view)
        for widget in (self.life.strip, self.line, self.busy):
            pages.addWidget(widget)
        pages.addWidget(self._views, 1)
        splitter = self.splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(left)
        splitter.addWidget(right)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([44 * theme.STEP, 90 * theme.STEP])
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(splitter)

    def _captions(self) -> tuple[tuple[str, str, bool], ...]:
        return (
            ("save", self.tr("&Save as PDF…  Ctrl+S"), True),
            ("print", self.tr("P&rint…  Ctrl+Shift+P"), False),
            ("copy", self.tr("&Copy the draft for Word  Ctrl+Shift+C"), False),
        )

    def _connect(self) -> None:
        self.buttons["save"].clicked.connect(self._save)
        self.buttons["print"].clicked.connect(self._print)
        self.buttons["copy"].clicked.connect(self._copy)
        self.busy.stopped.connect(self._stopped)
        self.choice.changed.connect(self._show_report)
        self.texts.typed.connect(self._write_text)
        self.session.period_changed.connect(lambda _period: self._show_report())
        self.session.bus.changed.connect(self._something_changed)
        for keys, action in (
            ("Ctrl+S", self._save),
            ("Ctrl+Shift+P", self._print),
            ("Ctrl+Shift+C", self._copy),
            ("F5", self._make),
            ("Ctrl+Return", self.life.next_deed),
        ):  # wherever the focus is, the header too; Qt passes over those of a screen that is hidden
            QShortcut(QKeySequence(keys), self).activated.connect(action)
        stop = QShortcut(QKeySequence("Escape"), self)
        stop.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        stop.activated.connect(self._escape)

    # --- coming and going ------------------------------------------------------------------------------------------

    def activate(self) -> None:
        """Show the plans or sets and make the preview."""
        self.choice.fill()
        self._show_report()

    def take_focus(self) -> None:
        """The kind of report takes the keys."""
        self.choice.kinds.setFocus(Qt.FocusReason.OtherFocusReason)

    def go(self, place: Place) -> None:
        """Show the report of a plan, or of another kind (``form``) for its set."""
        if place.plan:
            self.choice.show_subject(place.form or PLAN_KIND, place.plan)

    def save_state(self) -> dict[str, str]:
        """The report shown, and where the texts and the preview meet."""
        subject = "plan" if self.choice.is_plan else "set"
        return {
            "kind": self.choice.kind,
            subject: self.choice.subject,
            "splitter": splitter_text(self.splitter),
            "preview": self.preview.state_text(),
        }

    def restore_state(self, state: dict[str, str]) -> None:
        """Show what was shown."""
        kind = state.get("kind", PLAN_KIND)
        self.choice.show_subject(kind, state.get("plan" if kind == PLAN_KIND else "set", ""))
        restore_splitter(self.splitter, state.get("splitter", ""))
        self.preview.restore_state(state.get("preview", ""))

    def finish(self) -> None:
        """Keep the texts as they are typed now."""
        self.texts.flush()

    def _escape(self) -> None:
        """One thing for each Esc: what is under way, what is said, what stands in place of the pages."""
        if self.busy.task is not None:
            self.busy.cancel()
        elif not self.line.dismiss() and self.life.view.isVisible():
            self.life.close()

    @property
    def request(self) -> ReportRequest | None:
        """The report shown."""
        return self._shown

    def show_view(self, view: QWidget | None) -> None:
        """Show something in place of the pages; None: the pages."""
        self._views.setCurrentWidget(view or self.preview)

    def look_again(self) -> None:
        """See anew where the report stands; its pages stay as they are."""
        if self.isVisible() and self._shown is not None and self.preview.page_count:
            self.life.ask(self._shown)

    def _show_report(self) -> None:
        if not self.isVisible():
            return
        self.texts.flush()
        request = self.choice.request(self.session.period)
        if request != self._shown:
            self.preview.clear()
            self.line.clear()
            self.life.forget()
            self.show_view(None)
        self._shown = request
        self._agreed = ""
        self._bytes = b""
        if request is None:
            self._period.setText("")
            return
        self._period.setText(words.period_name(parse_period(request.period)))
        self.texts.show_texts(queries.report_texts(self.session.store, request.text_key, request.period))
        self.narrative.show(request)
        self._rest.start(0)

    def _something_changed(self, changes: object, _origin: object) -> None:
        if getattr(changes, "kind", "") in PAPERS:
            self.look_again()
        elif getattr(changes, "keys", ()):
            self._bytes = b""
            if self.isVisible():
                self._rest.start(REST_MILLISECONDS)

    def _write_text(self, section: str, text: str) -> None:
        if self._shown is None:
            return
        kept = ReportText(plan=self._shown.text_key, period=self._shown.period, section=section, text=text)
        store, by = self.session.store, self.session.by()
        self.session.write(lambda: commands.save_report_text(store, kept, by), failed=self._failed, origin=self)

    # --- making ----------------------------------------------------------------------------------------------------

    def _make(self) -> None:
        """Make the PDF off the GUI thread and show it; not before everything typed is on disk (CONTRACT section 5)."""
        self.busy.cancel()
        if not self.session.writer.is_empty:
            self._rest.start(WAIT_MILLISECONDS)
            return
        session, request = self.session, self._shown
        if request is None:
            return
        self._bytes = b""
        if self._is_refused:  # what else is said stays: it is about what was done just now
            self.line.clear()
        self._is_refused = False
        self.busy.begin(self.tr("Making the report… %p%"))
        self.busy.watch(session.tasks.run(lambda task: pdf_bytes(session, request, task), self._show, self._failed))

    def _show(self, data: bytes) -> None:
        self.busy.end()
        self._bytes = data
        self.preview.show_pdf(data, is_draft=True)
        said = self.tr("{period}, %n page(s)", "", self.preview.page_count)
        shown = parse_period(self._shown.period) if self._shown is not None else self.session.period
        self._period.setText(said.format(period=words.period_name(shown)))
        if self._shown is not None:
            self.life.ask(self._shown)
        waiting, self._after = self._after, []
        for action in waiting:
            action()  # type: ignore[operator]

    def _failed(self, error: Exception) -> None:
        self.busy.end()
        self._after = []
        if not isinstance(error, SoTramError):
            raise error
        self.preview.clear()
        self._is_refused = True
        fitting = self._fitting_period(error)
        if fitting is None:
            self.line.say(self.session.messages.error(error), "warning")
            return
        kind, period = self.choice.kinds.currentText(), words.period_name(self.session.period)  # codes are for commands
        sentence = self.session.messages.error(UserError(error.code, kind=f"“{kind}”", period=period))
        caption = self.tr("&Show {period}").format(period=words.period_name(fitting))
        answer = (caption, lambda: self.session.set_period(fitting))
        self.line.ask(sentence, [answer], self.choice.kinds, takes_keys=False, kind="warning")

    def _fitting_period(self, error: SoTramError) -> Period | None:
        """A period that the kind can be made for, near the one in the header; None where that is not what is wrong."""
        period_type = _FITTING.get(error.code)
        if period_type is None:
            return None
        shown, today = self.session.period, self.session.today
        if shown.first_day <= today <= shown.last_day:
            shown = Period(today.year, today.month, today.month)
        return shown.around(period_type)

    def _stopped(self) -> None:
        self._is_refused = True
        self.line.say(self.tr("Stopped. F5 makes the preview again."), "warning")

    # --- using -----------------------------------------------------------------------------------------------------

    def _with_pages(self, action: object) -> bool:
        """Whether the pages are there, with everything typed so far; else the action follows when they are."""
        self.texts.flush()
        if self._bytes and self.session.writer.is_empty:
            return True
        self._after = [action]
        self._make()
        return False

    def _save(self) -> None:
        if not self.is_meant(self._save) or not self._with_pages(self._save):
            return
        path = ask_target(self, self.suggested_name(), self.tr("PDF (*.pdf)"))
        if path is not None:
            data = self._bytes
            self.session.tasks.run(lambda _task: write_file(path, data), self._saved, self.say_failed)

    def is_meant(self, action: Callable[[], None]) -> bool:
        """Whether the plan is the station's; one that does not bind it is asked about before a page goes out."""
        plan, bound = self.choice.subject, queries.bound_plans(self.session.store)
        if not self.choice.is_plan or plan in bound or not bound or self._agreed == plan:
            return True

        def go_on() -> None:
            self._agreed = plan
            action()

        sentence = self.tr("This plan does not bind the station. Its report is none that is owed.")
        self.line.ask(sentence, [(self.tr("Make it all the same (Alt+1)"), go_on)], self.plans)
        return False

    def suggested_name(self) -> str:
        """What the PDF is called unless a person says otherwise: what it is, whose, of which plan or set and period."""
        station = queries.station_code(self.session.store)
        period = self._shown.period if self._shown is not None else self.session.period.code
        return f"{FILE_NAMES[self.choice.kind]}_{station}_{self.choice.subject}_{period}.pdf"

    def _saved(self, path: Path) -> None:
        self.line.say(self.tr("Saved: {file}").format(file=path), "done")

    def say_failed(self, error: Exception) -> None:
        """Say why something was refused; anything unexpected is a fault of ours."""
        if not isinstance(error, SoTramError):
            raise error
        self.line.say(self.session.messages.error(error), "error")

    def _print(self) -> None:
        if not self.is_meant(self._print) or not self._with_pages(self._print):
            return
        from ui.print_dialog import ask_printer

        printer = ask_printer(self, self.preview.page_count, self.suggested_name(), has_current=True)
        if printer is None:
            return
        out = PrintOut(printer, self._bytes, is_draft=True, current=self.preview.page)
        self.busy.begin(self.tr("Printing… %p%"))
        self.busy.watch(
            self.session.tasks.run(lambda task: print_pages(out, task), self._printed, self._failed_to_print)
        )

    def _failed_to_print(self, error: Exception) -> None:
        self.busy.end()
        self.say_failed(error)

    def _printed(self, count: int) -> None:
        self.busy.end()
        self.line.say(self.tr("%n page(s) handed to the printer.", "", count), "done")

    def _copy(self) -> None:
        session, request = self.session, self._shown
        if request is not None:
            session.tasks.run(lambda _task: draft(session, request), self._copied, self._failed)

    def _copied(self, texts: tuple[str, str]) -> None:
        data = QMimeData()
        data.setHtml(texts[0])
        data.setText(texts[1])
        clipboard.put(data)
        self.line.say(self.tr("The draft is on the clipboard: paste it into Word with Ctrl+V."), "done")
