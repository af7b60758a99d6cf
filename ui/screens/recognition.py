"""The decisions that recognised the station's years, and when it is to be recognised again."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from data import assessment_commands, assessment_queries
from data.assessment.definitions import CriteriaSet
from data.assessment.recognition import Title, TitleState, title_on
from data.assessment.records import RecognitionRecord
from data.errors import SoTramError
from data.queries import Store
from ui import words
from ui.models.line_model import Line, LineModel
from ui.permissions import Deed, may, why_not, why_not_line
from ui.screens.criteria_page import SubPage
from ui.session import Session
from ui.widgets.heading import Quiet
from ui.widgets.line_table import LineTable
from ui.widgets.recognition_form import RecognitionForm, kind_words

WIDEST = {0: 12, 1: 30, 2: 28, 4: 18, 5: 36}
SHARES = {3: 2, 6: 1}
SIGNS = {
    TitleState.NEVER: "empty",
    TitleState.NOT_YET: "not_due",
    TitleState.VALID: "done",
    TitleState.EXPIRED: "warning",
    TitleState.WITHDRAWN: "error",
}
STATE_AT = 6


class Found(NamedTuple):
    """What the page asks for.

    Attributes:
        scored: The newest day of scoring of each assessment that has one, by year and set.
    """

    records: tuple[RecognitionRecord, ...]
    sets: tuple[CriteriaSet, ...]
    scored: dict[tuple[int, str], date]


def found_in(store: Store) -> Found:
    """Ask what the file holds."""
    scored: dict[tuple[int, str], date] = {}
    for each in assessment_queries.assessments(store):
        layers = assessment_queries.assessed(store, each.year, each.criteria_set).layers
        days = [layer.scored_on for layer in layers if layer.scored_on is not None]
        if days:
            scored[each.year, each.criteria_set] = max(days)
    return Found(assessment_queries.recognitions(store), assessment_queries.criteria_sets(store), scored)


class RecognitionPage(SubPage):
    """A list over the years, and a form."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Build the widgets."""
        super().__init__(session, "", parent)
        self.heading.setText(self.tr("Recognition"))
        self.records: tuple[RecognitionRecord, ...] = ()
        self._sets: tuple[CriteriaSet, ...] = ()
        self._scored: dict[tuple[int, str], date] = {}
        self._wanted: tuple[int, str] | None = None
        self.state, self.next = QLabel(wordWrap=True), QLabel(wordWrap=True)
        heads = (
            self.tr("Year assessed"),
            self.tr("Criteria set"),
            self.tr("Kind"),
            self.tr("Decision"),
            self.tr("Date"),
            self.tr("Valid"),
            self.tr("State"),
        )
        self.model = LineModel(heads, parent=self)
        self.table = LineTable(self.tr("Decisions of recognition"), self.model, WIDEST, SHARES)
        self.form = RecognitionForm()
        self.claim_escape(self.form.leave, self.form)
        self._lay_out()
        self.table.opened.connect(lambda _index: self.change())
        self.table.adding_asked.connect(self.add)
        self.table.removal_asked.connect(self.ask_removal)
        self.table.chosen.connect(self._show_buttons)
        self.form.kept.connect(self.keep)
        self.form.left.connect(self.take_focus)
        self.form.refused.connect(lambda sentence: self.line.say(sentence, "error"))
        session.bus.changed.connect(self._something_changed)
        session.user_changed.connect(lambda _name: self._show_buttons())

    def _lay_out(self) -> None:
        column = self.column
        column.addWidget(
            Quiet(
                self.tr(
                    "The year assessed, the day of scoring and the day of the decision are three different things. "
                    "The term is filled in as the set gives it, and can be changed."
                )
            )
        )
        column.addWidget(why_not_line(self.session, Deed.DECIDE))
        column.addWidget(self.state)
        column.addWidget(self.next)
        column.addWidget(self.table, 1)
        column.addWidget(self.form)
        column.addLayout(
            self.row_of(
                ("add", self.tr("&Enter a decision…  Ins"), self.add),
                ("change", self.tr("C&hange…  F2"), self.change),
                ("remove", self.tr("Take away…  Del"), self.ask_removal),
            )
        )

    # --- showing ---------------------------------------------------------------------------------------------------

    def show_about(self, year: int, criteria_set: str = "", item: str = "") -> None:
        """Show the list; a form that stood open is closed."""
        self.form.hide()
        super().show_about(year, criteria_set, item)

    def show_values(self) -> None:
        """Ask for the decisions off the GUI thread."""
        store = self.session.store
        self.ask_off_thread(lambda _task: found_in(store), self._show)

    def _show(self, found: Found) -> None:
        self._sets, self._scored = found.sets, found.scored
        self.records = tuple(sorted(found.records, key=lambda each: (-each.year, each.criteria_set)))
        chosen, today = self._wanted or self.table.subject, self.session.today
        self._wanted = None
        self.model.show_lines([self._line(record, today) for record in self.records])
        self.table.choose(chosen)
        if self.records and self.buttons["add"].hasFocus():  # the keys came before the list
            self.take_focus()
        title = title_on(self.records, today)
        self.state.setText(self.title_words(title))
        self.next.setText(self._next_words(title))
        self._show_buttons()

    def _line(self, record: RecognitionRecord, today: date) -> Line:
        title = title_on([record], max(today, record.decided_on))
        term = self.tr("{first} – {last}").format(
            first=words.printed_date(record.valid_from), last=words.printed_date(record.valid_to)
        )
        texts = (
            str(record.year),
            record.criteria_set,
            kind_words(record.kind),
            ", ".join(part for part in (record.decision, record.issuer) if part),
            words.printed_date(record.decided_on),
            term,
            self._state_words(record, title),
        )
        return Line(
            texts, (record.year, record.criteria_set), SIGNS[title.state], STATE_AT, tip=record.withdrawn_reason
        )

    def _state_words(self, record: RecognitionRecord, title: Title) -> str:
        if title.state is TitleState.WITHDRAWN and record.withdrawn_on is not None:
            said = self.tr("withdrawn on {day}: {reason}")
            return said.format(day=words.printed_date(record.withdrawn_on), reason=record.withdrawn_reason or "…")
        return {
            TitleState.NOT_YET: self.tr("not in force yet"),
            TitleState.VALID: self.tr("in force"),
            TitleState.EXPIRED: self.tr("term ended"),
        }.get(title.state, "")

    def title_words(self, title: Title) -> str:
        """Where the title stands today."""
        record = title.record
        if record is None:
            return self.tr("No decision of recognition is on record.")
        day = words.printed_date(record.valid_to)
        if title.state is TitleState.WITHDRAWN and record.withdrawn_on is not None:
            withdrawn = words.printed_date(record.withdrawn_on)
            return self.tr("The title was withdrawn on {day}.").format(day=withdrawn)
        if title.state is TitleState.EXPIRED:
            return self.tr("The term of the title ended on {day}.").format(day=day)
        said = self.tr("The title holds until {day}: %n day(s) left ({decision}).", "", title.days_left or 0)
        return said.format(day=day, decision=record.decision)

    def _next_words(self, title: Title) -> str:
        if title.next_year is None:
            return ""
        said = self.tr("Next recognition: with the assessment of {year}.").format(year=title.next_year)
        return said + " " + self.tr("It has to be seen to now.") if title.is_due else said

    def _show_buttons(self) -> None:
        is_allowed = may(self.session, Deed.DECIDE) and self.session.is_writable
        has_record = self._record() is not None
        self.buttons["add"].setEnabled(is_allowed)
        for key in ("change", "remove"):
            self.buttons[key].setEnabled(is_allowed and has_record)

    def _record(self) -> RecognitionRecord | None:
        wanted = self.table.subject
        return next((each for each in self.records if (each.year, each.criteria_set) == wanted), None)

    def take_focus(self) -> None:
        """The list takes the keys; with nothing in it the button that adds."""
        (self.table if self.records else self.buttons["add"]).setFocus(Qt.FocusReason.OtherFocusReason)

    def escape(self) -> None:
        """One thing for each Esc: what is said, the form, the page."""
        if self.form.isVisible() and self.line.isHidden():
            self.form.close_form()
        else:
            super().escape()

    def _something_changed(self, changes: object, _origin: object) -> None:
        if self.isVisible() and getattr(changes, "kind", "") in ("recognition", "definition"):
            self.show_values()

    # --- writing ---------------------------------------------------------------------------------------------------

    def _is_allowed(self) -> bool:
        """Whether who types may record decisions; else it is said why not."""
        if may(self.session, Deed.DECIDE):
            return True
        self.line.say(why_not(self.session, Deed.DECIDE))
        return False

    def add(self) -> None:
        """A new decision, for the year the page was opened about."""
        if self._is_allowed():
            self.line.clear()
            self.form.show_record(None, self._sets, self.about.year, self.about.criteria_set)

    def change(self) -> None:
        """The decision under the cursor."""
        record = self._record()
        if record is not None and self._is_allowed():
            self.line.clear()
            self.form.show_record(record, self._sets, record.year, record.criteria_set)

    def keep(self, record: RecognitionRecord) -> None:
        """Write a decision; one that stands there is not written over unasked, a day that cannot be is asked about."""
        doubts = self._doubts(record)
        if doubts:
            answers = [(self.tr("&Keep it all the same"), lambda: self._write(record))]
            self.line.ask(" ".join(doubts), answers, self.form.decided_on)
        else:
            self._write(record)

    def _doubts(self, record: RecognitionRecord) -> list[str]:
        """What is asked about before it is written: a decision in another's place, and one before its own ground."""
        place, doubts = (record.year, record.criteria_set), []
        if self.form.year.isEnabled() and place in {(each.year, each.criteria_set) for each in self.records}:
            said = self.tr("There is a decision for {year} already. Write this one in its place?")
            doubts.append(said.format(year=record.year))
        day, scored = words.printed_date(record.decided_on), self._scored.get(place)
        if record.decided_on < date(record.year, 1, 1):
            said = self.tr("The decision is dated {day}, before the year {year} that it recognises. Is that right?")
            doubts.append(said.format(day=day, year=record.year))
        elif scored is not None and record.decided_on < scored:
            said = self.tr("The decision is dated {day}, before the day of scoring {scored}. Is that right?")
            doubts.append(said.format(day=day, scored=words.printed_date(scored)))
        return doubts

    def _write(self, record: RecognitionRecord) -> None:
        store, by = self.session.store, self.session.by()
        self.session.write(
            lambda: assessment_commands.save_recognition(store, record, by),
            lambda _changes: self._written(record),
            self._not_written,
            self,
        )

    def _not_written(self, error: Exception) -> None:
        self.refused(error)
        code = error.code if isinstance(error, SoTramError) else ""
        field = self.form.decision if code == "recognition_needs_decision" else self.form.valid_to
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _written(self, record: RecognitionRecord) -> None:
        self.form.hide()
        self._wanted = (record.year, record.criteria_set)
        said = self.tr("Kept: {decision} for {year}.").format(decision=record.decision.strip(), year=record.year)
        self.line.say(said, "done")
        self.show_values()
        self.take_focus()

    def ask_removal(self) -> None:
        """Ask before a decision that was entered by mistake is taken away."""
        record = self._record()
        if record is None or not self._is_allowed():
            return
        said = self.tr(
            "Take the decision for {year} away? Only when it was entered by mistake: a title that was taken back has "
            "the day of its withdrawal instead."
        )
        self.line.ask(
            said.format(year=record.year), [(self.tr("&Take it away"), lambda: self._remove(record))], self.table
        )

    def _remove(self, record: RecognitionRecord) -> None:
        store, by = self.session.store, self.session.by()

        def done(_changes: object) -> None:
            self.line.say(self.tr("Taken away: {decision}.").format(decision=record.decision), "done")
            self.show_values()

        self.write(lambda: assessment_commands.remove_recognition(store, record, by), done)
