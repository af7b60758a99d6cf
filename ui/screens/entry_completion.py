"""Whether a form is complete for its periods: the strip above the grid, marking it complete, opening it again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from data import commands, queries
from data.completeness import Asked, OpenCell, Readiness, readiness
from data.contradictions import distinct, form_results, has_note
from data.errors import SoTramError
from data.model import Category, Completion, RuleResult
from data.periods import parse_period
from ui import words
from ui.models.entry_rows import CellId, EntryForm
from ui.permissions import Deed, may, why_not
from ui.screens.entry_doubts import Doubt, form_doubts
from ui.screens.entry_facts import Source
from ui.session import Session
from ui.widgets.completion_strip import CompletionStrip
from ui.widgets.sentence_list import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ui.screens.data_entry import DataEntryScreen

CALM_MILLISECONDS = 250
MOST_LISTED = 60
translate = QCoreApplication.translate
KEYS = "Ctrl+Shift+H"
COMPLETION = "complete_data_set_registration"


class EntryCompletion(QObject):
    """Keeps the strip true, locks the grid, and asks for a reason where one is needed."""

    def __init__(self, screen: DataEntryScreen) -> None:
        """Put the strip under the title, and the action into the menu of the form."""
        super().__init__(screen)
        self._screen = screen
        self._session = screen.session
        self._completions: tuple[Completion, ...] = ()
        self._readiness: Readiness | None = None
        self._doubts: list[Doubt] = []
        self._is_wanted = False
        self._with_reason: Callable[[str], None] = self._complete
        self.strip = CompletionStrip(KEYS)
        middle = screen.head.parentWidget()
        layout = middle.layout() if middle is not None else None
        if layout is not None:
            layout.insertWidget(1, self.strip)  # type: ignore[attr-defined]
        self._calm = screen.timer(CALM_MILLISECONDS, self._ask)
        self.strip.asked.connect(self.turn)
        self.strip.reason_given.connect(lambda reason: self._with_reason(reason))
        self.strip.left.connect(lambda: screen.grid.setFocus())
        self.strip.opened.connect(self._jump)
        screen.head.add_tool(self.tr("Mark complete, or open again"), KEYS, self.turn)
        screen.form_shown.connect(lambda _form: self._show_form())
        screen.answered.connect(self._calm.start)
        screen.grid.refused.connect(self._say_locked)
        self._session.bus.changed.connect(self._something_changed)
        self._session.user_changed.connect(lambda _name: self._show_state())
        self._session.writer.emptied.connect(self._go_on)

    # --- knowing ---------------------------------------------------------------------------------------------------

    @property
    def locked(self) -> frozenset[str]:
        """Own periods of the form that are marked complete."""
        return frozenset(each.period for each in self._completions)

    def _show_form(self) -> None:
        """Another form: what is marked complete is known at once, what is open when typing rests."""
        form = self._screen.entry_model.form
        if form is None:
            return
        codes = [part.code for part in form.parts]
        found = queries.completions(self._session.store, codes)
        self._completions = tuple(each for each in found if each.data_set == form.data_set.code)
        self._screen.entry_model.lock(self.locked)
        self._readiness, self._is_wanted = None, False
        self.strip.close_question(quietly=True)
        self._show_state()
        self._calm.start()

    def _ask(self) -> None:
        form, session = self._screen.entry_model.form, self._session
        if form is None or self._is_complete(form):
            return
        source = Source(session.store, session.catalogue, session.knowledge, session.language)
        session.tasks.run(
            lambda _task: (readiness_of(session, form), form_doubts(source, form)),
            lambda found: self._show_readiness(form, *found),
        )

    def _show_readiness(self, form: EntryForm, found: Readiness, doubts: list[Doubt]) -> None:
        if form is self._screen.entry_model.form:
            self._readiness, self._doubts = found, doubts
            self._show_state()
            self._go_on()

    def _something_changed(self, changes: object, _origin: object) -> None:
        kind = getattr(changes, "kind", "")
        if kind == COMPLETION:
            self._show_form()
            self._screen.refresh_forms()
        elif kind == "rule_note":
            self._calm.start()

    # --- showing ---------------------------------------------------------------------------------------------------

    def _is_complete(self, form: EntryForm) -> bool:
        return self.locked.issuperset(part.code for part in form.parts)

    def _show_state(self) -> None:
        form = self._screen.entry_model.form
        if form is None:
            return
        if self._is_complete(form):
            self.strip.show_state("lock", _complete_words(self._completions), self.tr("&Open again…"))
        else:
            found = self._readiness
            is_ready = found is not None and found.is_ready
            sign = "partly" if not is_ready else "done"
            self.strip.show_state(sign, self._open_words(form), self.tr("Mark &complete"))
        session = self._session
        if not session.is_writable:
            self.strip.forbid(self.tr("The file is open for reading only."))
        elif form.whole.first_day > session.today:
            self.strip.forbid(self.tr("This period has not begun yet."))
        else:
            self.strip.forbid("" if may(session, Deed.COMPLETE) else why_not(session, Deed.COMPLETE))

    def _open_words(self, form: EntryForm) -> str:
        found = self._readiness
        if found is None:
            return self.tr("Not marked complete.")
        said = open_words(found, len(self._doubts))
        if not said:
            text = self.tr("Nothing is open: the form can be marked complete.")
        elif found.is_ready:
            text = self.tr("The form can be marked complete; there are {open}.").format(open=said)
        else:
            text = self.tr("Not complete yet: {open}.").format(open=said)
        done = [words.short_period(part) for part in form.parts if part.code in self.locked]
        if done:
            text += " " + self.tr("Complete and locked: {periods}.").format(periods=", ".join(done))
        return text

    def _say_locked(self) -> None:
        """Somebody typed into a locked cell: say so, with the way out."""
        screen = self._screen
        if screen.entry_model.is_read_only:
            return
        cell = screen.entry_model.cell(screen.grid.currentIndex())
        found = [each for each in self._completions if cell is not None and each.period == cell.period]
        if not found:
            return
        text = self.tr("{period} is complete and locked; nothing was changed.").format(
            period=words.period_name(parse_period(found[0].period))
        )
        if may(self._session, Deed.COMPLETE):
            answers = [(self.tr("Open again…"), lambda: self._ask_reopening(found))]
            screen.line.ask(text, answers, screen.grid, takes_keys=False)
        else:
            screen.line.say(f"{text} {why_not(self._session, Deed.COMPLETE)}", "warning")

    def _jump(self, target: object) -> None:
        if isinstance(target, CellId):
            self._screen.grid.go_to(target)

    # --- doing -----------------------------------------------------------------------------------------------------

    def turn(self) -> None:
        """Mark the form complete, or open it again; first everything typed has to be on disk."""
        form = self._screen.entry_model.form
        if form is None or not self.strip.is_allowed:
            self.strip.say_forbidden()
            return
        if self._is_complete(form):
            self._ask_reopening(self._completions)
            return
        self._is_wanted = True
        self._readiness = None
        self._calm.start()

    def _go_on(self) -> None:
        """Asked to complete: do it once every write has ended and what is open is known."""
        found, form = self._readiness, self._screen.entry_model.form
        if not self._is_wanted or found is None or form is None or not self._session.writer.is_empty:
            return
        self._is_wanted = False
        if len(self._session.unsaved):
            self._screen.line.say(self.tr("Some figures are not saved yet, so the form is not complete."), "error")
        elif found.is_ready and (found.warnings_without_note or self._doubts):
            self._ask_once(found)
        elif found.is_ready:
            self._complete("")
        else:
            question = self.tr(
                "Open: {open}. Complete it all the same? Then the reason stands on page 1 of the report."
            )
            self._with_reason = self._complete
            self._screen.plausible.make_way()
            self.strip.ask_reason(question.format(open=open_words(found, len(self._doubts))), self._jumps(found))

    def _ask_once(self, found: Readiness) -> None:
        """Warnings and doubts keep nothing open, but nobody locks them unseen."""
        screen = self._screen
        jumps = self._jumps(found)

        def look() -> None:
            self._jump(jumps[0].target)
            screen.grid.setFocus()

        question = self.tr("There are still {open}: complete the form all the same, or look at them first?")
        answers = [
            (self.tr("Complete it (Alt+1)"), lambda: self._complete("")),
            (self.tr("Look at them (Alt+2)"), look),
        ]
        said = question.format(open=open_words(found, len(self._doubts)))
        screen.line.ask(said, answers, screen.grid, takes_keys=False, kind="warning")

    def _ask_reopening(self, completions: Sequence[Completion]) -> None:
        keys = [(each.data_set, each.period) for each in completions]
        self._with_reason = lambda reason: self._reopen(keys, reason)
        self._screen.plausible.make_way()
        self.strip.ask_reason(self.tr("Why is the form opened again? The reason stands in the change log."), ())

    def _complete(self, reason: str) -> None:
        form, session = self._screen.entry_model.form, self._session
        if form is None:
            return
        found = self._readiness or Readiness()
        ready = [
            Completion(
                data_set=form.data_set.code,
                period=part.code,
                elements=form.data_set.elements,
                reason=reason if found.is_open_in(part) else "",
            )
            for part in form.parts
            if part.code not in self.locked
        ]
        store, by = session.store, session.by(reason)
        session.write(lambda: commands.complete(store, ready, by), None, self._failed)

    def _reopen(self, keys: Sequence[tuple[str, str]], reason: str) -> None:
        session = self._session
        store, by = session.store, session.by(reason)
        session.write(lambda: commands.reopen(store, keys, by), None, self._failed)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, SoTramError):
            raise error
        self._screen.line.say(self._session.messages.error(error), "error")
        self._show_form()

    def _jumps(self, found: Readiness) -> list[Sentence]:
        session = self._session

        def broken(results: Sequence[RuleResult]) -> list[Sentence]:
            said = session.messages.rule
            return [Sentence(each.rule.severity, said(each, session.catalogue), _result_cell(each)) for each in results]

        drafts = [(self.tr("draft: {cell}"), "error", cell) for cell in found.drafts]
        blanks = [(self.tr("blank: {cell}"), "empty", cell) for cell in found.blanks]
        lines = broken(found.errors) + [
            Sentence(sign, text.format(cell=self._cell_words(cell)), _cell_id(cell))
            for text, sign, cell in (*drafts, *blanks)
        ]
        lines += broken(found.warnings_without_note)
        lines += [Sentence("warning", doubt.text, doubt.cell) for doubt in self._doubts]
        return lines[:MOST_LISTED]

    def _cell_words(self, cell: OpenCell) -> str:
        name = words.name_of(self._session.catalogue.data_elements[cell.data_element])
        return f"{name}, {words.short_period(parse_period(cell.period))}"


def readiness_of(session: Session, form: EntryForm) -> Readiness:
    """What is open in a form; asked off the GUI thread."""
    store, catalogue, year = session.store, session.catalogue, form.whole.year
    figures = queries.load_figures(store, years=range(year - 1, year + 2))
    book = session.knowledge.rules.with_breaks(queries.station_on(store, form.whole.last_day).series_breaks)
    results = form_results(book, figures, form.data_set, form.whole)
    notes = has_note(queries.rule_notes(store))
    once = distinct(catalogue.data_elements, [each for each in results if each.passed is False])
    return readiness(catalogue, figures, Asked(form.data_set, form.parts), once, notes)


def open_words(found: Readiness, doubts: int = 0) -> str:
    """What is open, counted: "3 ô trống, 1 mâu thuẫn"; empty when nothing is."""
    errors, drafts, blanks = len(found.errors), len(found.drafts), len(found.blanks)
    warnings = len(found.warnings_without_note)
    counts = (
        (errors, translate("EntryCompletion", "%n contradiction(s)", "", errors)),
        (drafts, translate("EntryCompletion", "%n draft(s)", "", drafts)),
        (blanks, translate("EntryCompletion", "%n blank cell(s)", "", blanks)),
        (warnings, translate("EntryCompletion", "%n warning(s) without a note", "", warnings)),
        (doubts, translate("EntryCompletion", "%n unusual figure(s)", "", doubts)),
    )
    return ", ".join(said for count, said in counts if count)


def _complete_words(completions: Sequence[Completion]) -> str:
    """When, who, and why although something was open: "Đã hoàn thành 21/11/2026 · Lan · lý do: …, đã khóa"."""
    last = max(completions, key=lambda each: (each.stored_at is not None, each.stored_at))
    parts = [last.stored_by] if last.stored_by else []
    parts += dict.fromkeys(
        translate("EntryCompletion", "reason: {reason}").format(reason=each.reason)
        for each in completions
        if each.reason
    )
    day = words.printed_date(last.stored_at.astimezone(words.LOCAL).date()) if last.stored_at else ""
    text = translate("EntryCompletion", "Complete since {day}").format(day=day)
    return " · ".join([text, *parts, translate("EntryCompletion", "locked")])


def _cell_id(cell: OpenCell) -> CellId:
    return CellId(cell.data_element, cell.period, Category(cell.category))


def _result_cell(result: RuleResult) -> CellId:
    return CellId(result.element, result.period, result.category)
