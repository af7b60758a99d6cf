"""The life of the report shown, from draft to frozen: where it stands, its check list, and freezing it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QPushButton

from data.documents.codes import printed_code
from data.documents.states import ReportState
from data.errors import FaultsError, SoTramError
from data.periods import parse_period
from reports.check_list import BY_HAND
from reports.freezing import Frozen, Order
from reports.report import ReportRequest
from ui import words
from ui.models.entry_rows import CellId
from ui.permissions import Deed, may, why_not
from ui.screens.frozen_words import SIGNS
from ui.screens.report_choice import titles
from ui.screens.report_life_texts import TextPlace
from ui.screens.report_life_words import draft_words, open_words, replacing_words, standing_words
from ui.screens.report_life_work import (
    DETAILS,
    Looked,
    by_hand_words,
    changed_lines,
    freeze_now,
    look,
    open_lines,
    save_check,
)
from ui.screens.screen import Place
from ui.tasks import Task
from ui.widgets.report_life_view import Columns, LifeAsked, LifeTyped, LifeView
from ui.widgets.report_strip import ReportStrip
from ui.widgets.rows import made_button

if TYPE_CHECKING:
    from ui.screens.reports import ReportsScreen

CHECK, FREEZE, SHOW = "check", "freeze", "show"
STAGES = (
    (ReportState.DRAFT,),
    (ReportState.CHECKED,),
    (ReportState.FROZEN,),
    (ReportState.SIGNED_PAPER, ReportState.SIGNED_DIGITAL),
    (ReportState.SUBMITTED,),
    (ReportState.RECEIVED,),
)
"""The stages of the strip, in their order."""


class ReportLife(QObject):
    """Looks where the report stands, checks it, freezes it.

    ``frozen_asked(code)``: a frozen report is to be shown.

    Attributes:
        strip: The strip above the pages.
        view: The check list, or freezing, in place of the pages.
        looked: What is known; None while it is worked out.
    """

    frozen_asked = Signal(str)
    _told = Signal(int, int)
    """How far freezing has come, from the writer thread to the GUI thread."""

    def __init__(self, screen: ReportsScreen) -> None:
        """Build strip and view."""
        super().__init__(screen)
        self._screen, self._session = screen, screen.session
        self.looked: Looked | None = None
        self._asking: ReportRequest | None = None
        self._count = 0
        self._freezing: Task | None = None
        self._told.connect(self._pass_on)
        self.buttons: dict[str, QPushButton] = {
            CHECK: made_button(self.tr("Chec&k…"), self.check),
            FREEZE: made_button(self.tr("&Freeze…"), self.freeze),
            SHOW: made_button(self.tr("Sho&w the frozen report"), self.show_frozen),
        }
        self.strip = ReportStrip(tuple(self.buttons.values()))
        self.view = LifeView(self.tr("What is open in the report"))
        self._deed = ""
        self.view.kept.connect(self._go_on)
        self.view.left.connect(self.close)
        self.view.opened.connect(self._follow)
        self._session.user_changed.connect(lambda _name: self._show())
        self._session.gate.turned.connect(self._show)
        self._show()

    # --- where it stands -------------------------------------------------------------------------------------------

    def forget(self) -> None:
        """Another report is shown, or something changed."""
        self.looked = None
        self._count += 1
        self._show()

    def ask(self, request: ReportRequest) -> None:
        """Look where the report stands, off the GUI thread."""
        self._count += 1
        count, session = self._count, self._session

        def done(looked: Looked) -> None:
            if count == self._count:
                self.looked = looked
                self._show()

        def failed(error: Exception) -> None:
            if not isinstance(error, SoTramError):
                raise error

        session.tasks.run(lambda _task: look(session, request), done, failed)

    def _show(self) -> None:
        looked = self.looked
        names = [self._session.messages.text("report_state", state[0].value) for state in STAGES]
        names[3] = self.tr("signed")
        if looked is None:
            self.strip.show_stages(names, -1)
            self.strip.say("")
        else:
            names[3] = self._signed_words(looked)
            here = next(place for place, states in enumerate(STAGES) if looked.written_state in states)
            self.strip.show_stages(names, here)
            sentence = f"{self._words(looked)} {self._next_words(looked)}"
            self.strip.say(sentence, SIGNS[looked.state] if looked.is_same else "warning")
        for key, button in self.buttons.items():
            refusal = self._refusal(key)
            button.setEnabled(not refusal)
            button.setToolTip(refusal)

    def _signed_words(self, looked: Looked) -> str:
        is_signed = looked.written_state in (ReportState.SIGNED_PAPER, ReportState.SIGNED_DIGITAL)
        return self._session.messages.text("report_state", looked.state.value) if is_signed else self.tr("signed")

    def _words(self, looked: Looked) -> str:
        standing = looked.standing
        if standing is None:
            return draft_words(looked)
        said = standing_words(looked, standing)
        if looked.is_same:
            return said
        return f"{replacing_words(looked, standing, self._session.messages)} {draft_words(looked)} {said}"

    def _next_words(self, looked: Looked) -> str:
        key = self._next_key(looked)
        caption = self.buttons[key].text().replace("&", "").removesuffix("…")
        said = self.tr("Next: {deed} (Ctrl+Enter).").format(deed=caption)
        refusal = self._refusal(key)
        return f"{said} {refusal}" if refusal else said

    @staticmethod
    def _next_key(looked: Looked) -> str:
        if looked.standing is not None and looked.is_same:
            return SHOW
        return FREEZE if looked.is_checked else CHECK

    def _refusal(self, key: str) -> str:
        """Why something cannot be done now; empty where it can."""
        session, looked = self._session, self.looked
        if looked is None:
            return self.tr("The report is being worked out.")
        if key == SHOW:
            return "" if looked.standing is not None else self.tr("This report has not been frozen yet.")
        deed = Deed.CHECK if key == CHECK else Deed.FREEZE
        if not may(session, deed):
            return why_not(session, deed)
        if looked.standing is not None and looked.is_same:
            return self.tr("It is frozen, and nothing has changed since.")
        return "" if session.is_writable else self.tr("The file is open for reading only.")

    # --- deeds -----------------------------------------------------------------------------------------------------

    def next_deed(self) -> None:
        """Ctrl+Enter: what comes next."""
        if self.view.isVisible():
            self.view.hand_on()
        elif self.looked is not None:
            {CHECK: self.check, FREEZE: self.freeze, SHOW: self.show_frozen}[self._next_key(self.looked)]()

    def show_frozen(self) -> None:
        """The frozen report, where it is signed and handed in."""
        if self.looked is not None and self.looked.standing is not None:
            self.frozen_asked.emit(self.looked.standing.code)

    def check(self) -> None:
        """The check list."""
        self._begin(CHECK)

    def freeze(self) -> None:
        """How it is numbered, and why it goes on although something is open or changed."""
        if self._screen.is_meant(self.freeze):
            self._begin(FREEZE)

    def _begin(self, deed: str) -> None:
        """Look once more, when everything typed is on disk; then show what is open."""
        screen, session = self._screen, self._session
        refusal = self._refusal(deed)
        if refusal:
            screen.line.say(refusal)
            return
        if len(session.unsaved):
            screen.line.say(self.tr("Some figures are not saved yet. Please save them first, then check the report."))
            return
        screen.finish()
        request = screen.request
        if request is None:
            return
        screen.line.clear()
        self._count += 1
        count = self._count

        def done(looked: Looked) -> None:
            if count == self._count:
                self.looked = looked
                self._show()
                self._open(deed, looked)

        session.writer.when_empty(
            lambda: session.tasks.run(lambda _task: look(session, request), done, screen.say_failed)
        )

    def _open(self, deed: str, looked: Looked) -> None:
        refusal = self._refusal(deed)
        if refusal:
            self._screen.line.say(refusal)
            return
        self._deed = deed
        self.view.ask(self._check_asked(looked) if deed == CHECK else self._freeze_asked(looked))
        self._screen.show_view(self.view)
        self.view.take_focus()

    def _check_asked(self, looked: Looked) -> LifeAsked:
        is_passed = looked.is_passed
        if is_passed:
            said = self.tr(
                "No contradiction, no blank cell, no draft behind this report since January; its words agree."
            )
        else:
            said = self.tr(
                "This is still open behind the report since January. Enter leads to the figure. Going on needs a "
                "written reason, which is kept with the report."
            )
        return LifeAsked(
            title=self.tr("Check list: {report}").format(report=self._called(looked)),
            said=said,
            columns=self._open_columns(),
            lines=open_lines(self._session, looked),
            caption=self.tr("Record as chec&ked") if is_passed else self.tr("Record as chec&ked, with the reason"),
            needs_reason=not is_passed,
        )

    def _freeze_asked(self, looked: Looked) -> LifeAsked:
        if looked.standing is not None:
            said = self.tr(
                "The report {code} stays as it is; a new one replaces it and names it. The reason is printed in it."
            ).format(code=printed_code(looked.standing.code))
            lines, columns = changed_lines(self._session, looked.changes), self._changed_columns()
        else:
            said = self.tr(
                "Freezing keeps the figures, the words and the pages as they are now, for good. Later changes never "
                "alter them."
            )
            lines = open_lines(self._session, looked) if not looked.is_passed else []
            columns = self._open_columns()
        if BY_HAND in looked.points.details and not looked.other_issuer:
            said = f"{said} {by_hand_words()}"
        if not looked.is_passed:
            said = f"{said}\n{open_words(looked)}"
        return LifeAsked(
            title=self.tr("Freeze: {report}").format(report=self._called(looked)),
            said=said,
            columns=columns,
            lines=lines,
            caption=self.tr("Free&ze now"),
            number=looked.number,
            other_issuer=looked.other_issuer,
            needs_reason=looked.needs_reason,
        )

    def _open_columns(self) -> Columns:
        return Columns((self.tr("What is open"), self.tr("Period")), (), {1: 18}, {0: 1})

    def _changed_columns(self) -> Columns:
        heads = (self.tr("Cell"), self.tr("Frozen"), self.tr("Now"), self.tr("Who, when"), self.tr("Why"))
        return Columns(heads, (1, 2), {1: 12, 2: 12, 3: 18}, {0: 3, 4: 2})

    def _called(self, looked: Looked) -> str:
        period = words.period_name(parse_period(looked.request.period))
        return f"{titles()[looked.request.kind]}, {period}"

    def _follow(self, subject: object) -> None:
        if isinstance(subject, CellId):
            self._screen.left_for.emit(Place("data_entry", cell=subject))
        elif isinstance(subject, TextPlace):
            self._screen.show_view(None)
            self._screen.texts.lead_to(subject.section, subject.start, subject.written)
        elif isinstance(subject, tuple) and subject[0] == DETAILS:
            self._screen.left_for.emit(Place("settings", form=DETAILS))

    def close(self) -> None:
        """Back to the pages."""
        if self._freezing is not None:
            self._screen.busy.cancel()
            return
        had_keys = self.view.isVisible()
        self._screen.show_view(None)
        if had_keys:
            self.buttons[self._deed].setFocus()

    # --- writing ---------------------------------------------------------------------------------------------------

    def _go_on(self, typed: LifeTyped) -> None:
        looked, session = self.looked, self._session
        if looked is None or self._freezing is not None:
            return
        by = session.by()
        if self._deed == CHECK:
            session.write(
                lambda: save_check(session, looked, typed.reason, by), lambda _changes: self._checked(), self._refused
            )
        else:
            self._freeze(Order(looked.request, typed.way, typed.reason))

    def _checked(self) -> None:
        self._screen.show_view(None)
        self._screen.line.say(self.tr("Recorded: the report was checked."), "done")
        self._screen.look_again()
        self.buttons[CHECK].setFocus()  # never on what cannot be undone

    def _freeze(self, order: Order) -> None:
        screen, session, by = self._screen, self._session, self._session.by()
        task = self._freezing = Task(self._told.emit)
        self.view.keep.setEnabled(False)
        screen.busy.begin(self.tr("Freezing the report… %p%"))
        screen.busy.watch(task)
        session.write(lambda: freeze_now(session, order, by, task), self._frozen, self._refused, self)

    def _frozen(self, frozen: Frozen) -> None:
        self._end()
        screen, code = self._screen, printed_code(frozen.report.code)
        screen.show_view(None)
        screen.look_again()
        if frozen.is_new:
            said = self.tr("Frozen with the code {code}. Now it is signed and handed in under “Frozen”.")
        else:
            said = self.tr("Nothing has changed since it was frozen with the code {code}: nothing was frozen anew.")
        answer = (self.tr("&Show it there (Alt+1)"), lambda: self.frozen_asked.emit(frozen.report.code))
        screen.line.ask(said.format(code=code), [answer], self.buttons[SHOW], kind="done")

    def _refused(self, error: Exception) -> None:
        self._end()
        if not isinstance(error, SoTramError):
            raise error
        if isinstance(error, FaultsError) and self.looked is not None:
            self._begin(FREEZE)  # something changed meanwhile: look again, and show it
            return
        self.view.keep.setEnabled(True)
        self.view.refuse(self._session.messages.error(error))

    def _pass_on(self, done: int, whole: int) -> None:
        if self._freezing is not None:
            self._freezing.progressed.call(done, whole)

    def _end(self) -> None:
        self._freezing = None
        self._screen.busy.end()
