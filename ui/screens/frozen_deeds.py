"""What is done with a frozen report: signed on paper, handed in, received, cancelled; each in a form at the edge."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtWidgets import QPushButton, QWidget

from data import queries, report_commands
from data.backup_plan import VIETNAM
from data.documents.codes import printed_code
from data.documents.records import PAPER, NumberState, ReportStep, StepKind
from data.documents.states import ReportState, next_steps
from data.errors import SoTramError
from data.model import Attribution, ObligationProgress, ObligationState
from reports.sections.letter import is_own, keeper_of
from ui import theme
from ui.marking import QT_TRANSLATE_NOOP
from ui.permissions import Deed, may, why_not
from ui.screens.due_sent import sent_note
from ui.screens.frozen_words import AGENCY, HEAD, MEANS, called, means_words, role_words
from ui.screens.frozen_work import (
    Duty,
    ReportRow,
    Shown,
    duties_for,
    number_foreseen,
    number_line,
    shown_of,
)
from ui.session import Session
from ui.widgets.heading import Quiet
from ui.widgets.report_step_form import StepAsked, StepTyped
from ui.widgets.rows import in_row, made_button

if TYPE_CHECKING:
    from data.commands import Store
    from ui.screens.frozen_page import FrozenPage

translate = QCoreApplication.translate

DEEDS = {
    StepKind.SIGN_PAPER: Deed.SIGN,
    StepKind.SIGN_DIGITAL: Deed.SIGN,
    StepKind.SUBMIT: Deed.SUBMIT,
    StepKind.RECEIVE: Deed.SUBMIT,
    StepKind.CANCEL: Deed.FREEZE,
}
_CAPTIONS = {
    StepKind.SIGN_PAPER: QT_TRANSLATE_NOOP("FrozenDeeds", "Signed on &paper…"),
    StepKind.SIGN_DIGITAL: QT_TRANSLATE_NOOP("FrozenDeeds", "Sign di&gitally…"),
    StepKind.SUBMIT: QT_TRANSLATE_NOOP("FrozenDeeds", "&Handed in…"),
    StepKind.RECEIVE: QT_TRANSLATE_NOOP("FrozenDeeds", "&Received…"),
    StepKind.CANCEL: QT_TRANSLATE_NOOP("FrozenDeeds", "Canc&el the report…"),
}
_TITLES = {
    StepKind.SIGN_PAPER: QT_TRANSLATE_NOOP("FrozenDeeds", "Signed on paper: {report}"),
    StepKind.SUBMIT: QT_TRANSLATE_NOOP("FrozenDeeds", "Handed in: {report}"),
    StepKind.RECEIVE: QT_TRANSLATE_NOOP("FrozenDeeds", "Received: {report}"),
    StepKind.CANCEL: QT_TRANSLATE_NOOP(
        "FrozenDeeds", "Cancel {report}? It stays on record with its reason, and so does its number."
    ),
}
_NUMBERED = (StepKind.SIGN_PAPER, StepKind.SUBMIT)
"""Steps at which a report on paper gets its number, when it has none yet."""

RESERVED_REASON = "báo cáo ký giấy"
"""Why the register keeps a number for a report that is signed on paper, in the words of the file."""


class Opened(NamedTuple):
    """A report read in full, and what the form of a step begins with."""

    shown: Shown
    asked: StepAsked


class Writing(NamedTuple):
    """A step ready to be written."""

    shown: Shown
    typed: StepTyped


def next_kind(row: ReportRow) -> StepKind | None:
    """The step that comes next as things usually go; None where nothing is left to do."""
    match row.state:
        case ReportState.FROZEN:
            return StepKind.SIGN_PAPER if row.report.way == PAPER else StepKind.SIGN_DIGITAL
        case ReportState.SIGNED_DIGITAL if AGENCY not in row.signed_as:
            return StepKind.SIGN_DIGITAL
        case ReportState.SIGNED_PAPER | ReportState.SIGNED_DIGITAL:
            return StepKind.SUBMIT
        case ReportState.SUBMITTED:
            return StepKind.RECEIVE
    return None


def possible(row: ReportRow) -> tuple[StepKind, ...]:
    """What may be done with a report now."""
    kinds = next_steps(row.state)
    is_signed = {HEAD, AGENCY} <= row.signed_as
    return tuple(kind for kind in kinds if not (kind is StepKind.SIGN_DIGITAL and is_signed))


class FrozenDeeds(QObject):
    """A row of buttons under the steps, and a line that names the next one.

    Attributes:
        bar: The row.
        next: The line.
    """

    def __init__(self, page: FrozenPage) -> None:
        """Make the buttons."""
        super().__init__(page)
        self._page = page
        self.next = Quiet()
        self.bar = QWidget()
        self._shown: Shown | None = None
        self.buttons: dict[StepKind, QPushButton] = {}
        for kind, caption in _CAPTIONS.items():
            self.buttons[kind] = made_button(translate("FrozenDeeds", caption), self._starter(kind))
        row = in_row(*self.buttons.values())
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.HALF)
        self.bar.setLayout(row)
        page.form.kept.connect(self._keep)

    def _starter(self, kind: StepKind) -> Callable[[], None]:
        return lambda: self.start(kind)

    # --- which deeds there are -------------------------------------------------------------------------------------

    def show_row(self) -> None:
        """Enable what can be done with the chosen report by who types; what cannot says why."""
        row = self._page.row
        for kind, button in self.buttons.items():
            reason = self.refusal(row, kind)
            button.setEnabled(not reason)
            button.setToolTip(reason)
        self.next.setText(self._next_words(row))

    def refusal(self, row: ReportRow | None, kind: StepKind) -> str:
        """Why a step cannot be done now; empty where it can."""
        session = self._page.session
        if row is None:
            return self.tr("Choose a report in the list first.")
        if kind not in possible(row):
            state = session.messages.text("report_state", row.state.value)
            return self.tr("Not possible: the report is “{state}”.").format(state=state)
        if not may(session, DEEDS[kind]):
            return why_not(session, DEEDS[kind])
        return "" if session.is_writable else self.tr("The file is open for reading only.")

    def _next_words(self, row: ReportRow | None) -> str:
        if row is None:
            return ""
        kind = next_kind(row)
        if kind is None:
            return self._end_words(row)
        caption = self.buttons[kind].text().replace("&", "").removesuffix("…")
        if kind is StepKind.SIGN_DIGITAL:
            caption += f" ({role_words(AGENCY if HEAD in row.signed_as else HEAD)})"
        said = self.tr("Next: {deed} (Ctrl+Enter).").format(deed=caption)
        refusal = self.refusal(row, kind)
        return f"{said} {refusal}" if refusal else said

    def _end_words(self, row: ReportRow) -> str:
        if row.state is ReportState.RECEIVED:
            return self.tr("Everything is done. Handing in to somebody else is recorded in the same way.")
        if row.replaced_by:
            said = self.tr("It was replaced by {code}; its pages stay as they are.")
            return said.format(code=printed_code(row.replaced_by))
        return self.tr("It was cancelled; its pages stay as they are.")

    def next_deed(self) -> None:
        """Ctrl+Enter: open what comes next."""
        row = self._page.row
        kind = next_kind(row) if row is not None else None
        if kind is not None:
            self.start(kind)

    # --- asking ----------------------------------------------------------------------------------------------------

    def start(self, kind: StepKind) -> None:
        """Open the form of a step."""
        page, row = self._page, self._page.row
        refusal = self.refusal(row, kind)
        if refusal or row is None:
            page.line.say(refusal)
            return
        page.line.clear()
        page.close_forms()
        self._shown = None
        if kind is StepKind.SIGN_DIGITAL:
            page.signing.start(row)
            return
        page.ask(lambda _task: opened(page.session, row, kind), self._open)

    def _open(self, found: Opened) -> None:
        if self._page.row == found.shown.row:
            self._shown = found.shown
            self._page.form.ask(found.asked)
            self._page.show_parts()

    # --- writing ---------------------------------------------------------------------------------------------------

    def _keep(self, typed: StepTyped) -> None:
        page, shown = self._page, self._shown
        if shown is None:
            return
        store, by = page.session.store, page.session.by(typed.note if typed.kind is StepKind.CANCEL else "")
        writing = Writing(shown, typed)
        page.session.write(
            lambda: write_step(store, writing, by), lambda _changes: self._kept(writing), self._refused, page
        )
        page.form.keep.setEnabled(False)

    def _kept(self, writing: Writing) -> None:
        page, kind = self._page, writing.typed.kind
        page.form.keep.setEnabled(True)
        page.close_forms()
        step = page.session.messages.text("report_step", kind.value)
        said = self.tr("Recorded: {step}; {report}.").format(step=step, report=called(writing.shown.row))
        page.line.say(said, "done")
        page.activate()
        page.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refused(self, error: Exception) -> None:
        page = self._page
        page.form.keep.setEnabled(True)
        if not isinstance(error, SoTramError):
            raise error
        page.form.refuse(error.code, page.session.messages.error(error))


def opened(session: Session, row: ReportRow, kind: StepKind) -> Opened:
    """What a form begins with; off the GUI thread."""
    shown = shown_of(session, row)
    document = shown.document
    duties = duties_for(session, row.report) if kind is StepKind.SUBMIT else ()
    parties = {
        StepKind.SIGN_PAPER: ", ".join(filter(None, [document.signature.name, document.signature.post.lower()])),
        StepKind.SUBMIT: "; ".join(document.addressees),
        StepKind.RECEIVE: next((step.party for step in reversed(row.steps) if step.kind is StepKind.SUBMIT), ""),
    }
    needs_number = kind in _NUMBERED and row.report.way == PAPER and not _has_number(row)
    needs_number = needs_number and is_own(document.head, queries.profile_on(session.store, _frozen_on(session, row)))
    number = number_foreseen(session, document.head.symbol, session.today.year) if needs_number else ""
    asked = StepAsked(
        kind=kind,
        title=translate("FrozenDeeds", _TITLES[kind]).format(report=called(row)),
        day=session.today,
        party=parties.get(kind, ""),
        number=number,
        duties=[(duty.item_id, _duty_words(duty), duty.is_own) for duty in duties],
        means=[(each, means_words(each)) for each in MEANS] if kind is StepKind.SUBMIT else (),
    )
    return Opened(shown, asked)


def _has_number(row: ReportRow) -> bool:
    return row.number is not None and row.number.state in (NumberState.RESERVED, NumberState.ISSUED)


def _frozen_on(session: Session, row: ReportRow) -> date:
    at = row.report.stored_at
    return at.astimezone(VIETNAM).date() if at is not None else session.today


def _duty_words(duty: Duty) -> str:
    return f"{duty.content} → {duty.receiver}" if duty.receiver else duty.content


def write_step(store: Store, writing: Writing, by: Attribution) -> object:
    """Give a number where one is asked for, then record the step; on the writer thread."""
    shown, typed = writing
    if typed.takes_number:
        state = NumberState.RESERVED if typed.kind is StepKind.SIGN_PAPER else NumberState.ISSUED
        line = number_line(shown, typed.day, state, RESERVED_REASON)
        keeper = keeper_of(queries.profile_on(store, typed.day))
        report_commands.give_number(store, line._replace(kept_by=keeper), by)
    code, period = shown.row.report.code, shown.row.report.key.period
    note = sent_note(typed.day, typed.party)
    done = [ObligationState(duty, period, ObligationProgress.DONE, note) for duty in typed.duties]
    step = ReportStep(
        report=code,
        number=0,
        kind=typed.kind,
        day=typed.day,
        party=typed.party,
        means=typed.means,
        reference=typed.reference,
        note=typed.note,
    )
    return report_commands.add_step(store, step, by, done)
