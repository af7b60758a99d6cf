"""Sổ văn bản đi: numbers by year and series, given in order; issued lines locked; printed with all ten columns."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from data import report_commands
from data.documents.records import DocumentNumber, NumberState
from data.documents.register import LETTERS, REPORTS, TYPES, gaps, number_text, out_of_order
from reports.register_print import RegisterAsked
from ui import theme, words
from ui.models.line_model import LineModel
from ui.permissions import Deed, why_not_line
from ui.screens.criteria_page import SubPage
from ui.screens.numbering import why_no_number
from ui.screens.register_prints import RegisterPrints
from ui.screens.register_words import lines_of, locked_words, type_name
from ui.screens.register_work import Found, found_in, profile_on
from ui.session import Session
from ui.widgets.find_field import FindField
from ui.widgets.heading import Quiet
from ui.widgets.line_table import LineTable
from ui.widgets.register_form import Filled, RegisterForm
from ui.widgets.rows import labelled

CHANGED_BY = frozenset(("document_number", "report", "report_step"))
WIDEST = {0: 16, 1: 11, 3: 18}
SHARES = {2: 4, 4: 3, 5: 2, 6: 3}
LOW_POINTS = 420


class RegisterPage(SubPage):
    """The lines of a year, a form for one of them, and what is printed."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Build the widgets."""
        super().__init__(session, "", parent)
        self.heading.setText(self.tr("Register of outgoing documents"))
        self.back.hide()  # it stands beside others, not over one
        self._found = Found()
        self._wanted: object = None
        self.year, self.series = QComboBox(), QComboBox()
        self.finder = FindField()
        self.finder.setPlaceholderText(self.tr("Number, subject, receiver…"))
        self.said = Quiet()
        heads = (
            self.tr("Number, symbol"),
            self.tr("Day"),
            self.tr("Type and subject"),
            self.tr("Signer"),
            self.tr("Receivers"),
            self.tr("Handed over"),
            self.tr("State and note"),
        )
        self.model = LineModel(heads, parent=self)
        self.table = LineTable(self.tr("Register of outgoing documents"), self.model, WIDEST, SHARES)
        self.form = RegisterForm()
        self.prints = RegisterPrints(self)
        self.claim_escape(self.form.leave, self.form)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.series.addItem(self.tr("all types"), "")
        for code in TYPES:
            self.series.addItem(type_name(code), code)
        self._filter = QWidget()
        top = QHBoxLayout(self._filter)
        top.setContentsMargins(0, 0, 0, 0)
        top.setSpacing(theme.STEP)
        for text, field in (
            (self.tr("Ye&ar"), self.year),
            (self.tr("&Type"), self.series),
            (self.tr("&Find"), self.finder),
        ):
            top.addWidget(labelled(text, field))
            top.addWidget(field, int(field is self.finder))
        self.column.addWidget(self.said)
        self.column.addWidget(self._filter)
        self.column.addWidget(self.table, 1)
        self.column.addWidget(self.form)
        self.column.addWidget(why_not_line(self.session, Deed.REGISTER))
        self.column.addLayout(
            self.row_of(
                ("add", self.tr("Take a &number…  Ins"), self.add),
                ("change", self.tr("C&hange…  F2"), self.change),
                ("skip", self.tr("S&kip a number…"), self.ask_skip),
                ("cancel", self.tr("Cancel a number…  Del"), self.ask_cancel),
            )
        )
        self.column.addLayout(
            self.row_of(
                ("print", self.tr("&Print the register…"), self.prints.print),
                ("save", self.tr("Save as P&DF…"), self.prints.save),
                ("sheet", self.tr("Export for &Excel…"), self.prints.export),
            )
        )

    def _connect(self) -> None:
        self.year.activated.connect(lambda _row: self._show_lines())
        self.series.activated.connect(lambda _row: self._show_lines())
        self.finder.textChanged.connect(lambda _text: self._show_lines())
        self.finder.walked.connect(lambda _step: self.table.setFocus(Qt.FocusReason.OtherFocusReason))
        self.finder.given_up.connect(self._leave_find)
        self.table.opened.connect(lambda _index: self.change())
        self.table.adding_asked.connect(self.add)
        self.table.removal_asked.connect(self.ask_cancel)
        self.table.chosen.connect(self._show_buttons)
        self.form.kept.connect(self.keep)
        self.form.leave_asked.connect(self.leave_form)
        self.form.refused.connect(lambda sentence: self.line.say(sentence, "error"))
        self.form.day_changed.connect(lambda _day: self._follow())
        self.form.series_changed.connect(lambda _series: self._follow())
        self.busy.stopped.connect(lambda: self.line.say(self.tr("Stopped.")))
        self.session.bus.changed.connect(self._something_changed)
        self.session.user_changed.connect(lambda _name: self._show_buttons())
        QShortcut(QKeySequence("Ctrl+F"), self).activated.connect(self.finder.setFocus)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While the form stands open it has the room of everything that waits for it."""
        if watched is self.form and event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self._make_room()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window the open form takes the place of the list."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        has_form = not self.form.isHidden()
        for widget in (self.said, self._filter, *self.buttons.values()):
            widget.setVisible(not has_form)
        self.table.setVisible(not has_form or self.height() > LOW_POINTS)

    # --- showing ---------------------------------------------------------------------------------------------------

    def activate(self) -> None:
        """The page came to the front."""
        self.line.clear()
        self.show_values()

    def take_focus(self) -> None:
        """The table takes the keys, or the form that stands open."""
        (self.form.title if self.form.isVisibleTo(self) else self.table).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_values(self) -> None:
        """Ask for the lines off the GUI thread."""
        session = self.session
        self.ask_off_thread(lambda _task: found_in(session), self._show)

    def _show(self, found: Found) -> None:
        self._found = found
        shown = self.year.currentData() or self.session.today.year
        self.year.clear()
        for year in found.years(self.session.today):
            self.year.addItem(str(year), year)
        self.year.setCurrentIndex(max(self.year.findData(shown), 0))
        self._show_lines()

    @property
    def asked(self) -> RegisterAsked:
        """Which register is shown."""
        return RegisterAsked(self.year.currentData() or self.session.today.year, str(self.series.currentData() or ""))

    def _show_lines(self) -> None:
        asked = self.asked
        numbers = [each for each in self._found.numbers if asked.has(each)]
        chosen, self._wanted = self._wanted or self.table.subject, None
        self.model.show_lines(lines_of(numbers, self.finder.text()))
        self.table.choose(chosen)
        self.said.setText(self._summary(asked, numbers))
        self._show_buttons()

    def _summary(self, asked: RegisterAsked, numbers: list[DocumentNumber]) -> str:
        missing = [f"{series} {number:02d}" for year, series, number in gaps(numbers) if year == asked.year]
        if missing:
            said = self.tr("Numbers are missing: {numbers}. Please look for a newer copy of this file.")
            return said.format(numbers=", ".join(missing))
        used = [series for series in TYPES if any(each.series == series for each in numbers)]
        series = [asked.series] if asked.series else used or [REPORTS, LETTERS]
        following = ", ".join(f"{each} {self._found.next_number(asked.year, each):02d}" for each in series)
        said = self.tr("%n line(s). Next numbers of {year}: {numbers}.", "", len(numbers))
        return said.format(year=asked.year, numbers=following)

    def _line(self) -> DocumentNumber | None:
        """The line under the cursor."""
        return self._found.line(self.table.subject)

    def _show_buttons(self) -> None:
        line, why = self._line(), why_no_number(self.session)
        is_free = line is not None and not line.report and line.state in (NumberState.RESERVED, NumberState.ISSUED)
        enabled = {"add": True, "skip": True, "change": line is not None, "cancel": is_free}
        for key, can_be in enabled.items():
            self.buttons[key].setEnabled(can_be and not why)
            self.buttons[key].setToolTip(why)
        if line is not None and not is_free and not why:
            self.buttons["cancel"].setToolTip(locked_words(line))
        for key in ("print", "save", "sheet"):
            self.buttons[key].setEnabled(bool(self.model.lines))

    def _leave_find(self) -> None:
        if self.finder.text():
            self.finder.clear()
        else:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _something_changed(self, changes: object, origin: object) -> None:
        is_other = origin is not self
        if is_other and self.isVisible() and getattr(changes, "kind", "document_number") in CHANGED_BY:
            self.show_values()

    def escape(self) -> None:
        """One thing for each Esc: what is under way, what is said, the form."""
        if self.form.isVisible() and self.busy.task is None and self.line.isHidden():
            self.leave_form()
        else:
            super().escape()

    # --- one line --------------------------------------------------------------------------------------------------

    def add(self) -> None:
        """A new line of the series shown, or of that under the cursor."""
        if self._is_typing() or not self._is_allowed():
            return
        year, today = self.asked.year, self.session.today
        line = DocumentNumber(year, self._series(), 0, NumberState.ISSUED, day=today if today.year == year else None)
        self.line.clear()
        self.form.show_line(line, "", is_new=True)
        self._follow()

    def _series(self) -> str:
        line = self._line()
        return self.asked.series or (line.series if line is not None else LETTERS)

    def change(self) -> None:
        """The line under the cursor."""
        line = self._line()
        if line is not None and self._is_allowed() and not self._is_typing():
            self.line.clear()
            self.form.show_line(line, locked_words(line), is_new=False)

    def _is_allowed(self) -> bool:
        """Whether who types may change the register; else it is said why not."""
        why = why_no_number(self.session)
        if why:
            self.line.say(why)
        return not why

    def _is_typing(self) -> bool:
        """Whether the form holds something that is not kept yet: it takes the keys, and another line has to wait."""
        if not (self.form.isVisible() and self.form.is_touched):
            return False
        self.line.say(self.tr("Please keep this line, or leave it, before you begin another one."))
        self.form.title.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _follow(self) -> None:
        """Number, symbol and signer follow the day and the series."""
        if not self.form.is_new or not self.form.isVisible():
            return
        day = self.form.day.day or self.session.today
        series = str(self.form.series.currentData())
        year = self.form.day.day.year if self.form.day.day else self.asked.year
        self.form.show_number(self._found.next_number(year, series))
        session = self.session
        self.ask_off_thread(lambda _task: profile_on(session, day), self.form.suggest)

    def leave_form(self) -> None:
        """Close the form; what was typed is asked about first."""
        if self.form.is_touched:
            question = self.tr("What was typed of this line has not been kept yet.")
            self.line.ask(question, [(self.tr("&Drop it"), self._close_form)], self.form.title)
        else:
            self._close_form()

    def _close_form(self) -> None:
        self.form.close_form()
        self.take_focus()

    def keep(self, filled: Filled) -> None:
        """Write the line; days that do not follow the numbers are asked about first."""
        line = filled.line
        checked = line._replace(number=self._found.next_number(line.year, line.series)) if filled.is_new else line
        doubts = out_of_order(self._found.numbers, checked)
        if line.state is NumberState.ISSUED and doubts and not self._is_day_kept(filled):
            other, day = doubts[-1], doubts[-1].day
            said = self.tr("Number {other} has the day {day}: days would not follow the numbers. Is this day right?")
            symbol = number_text(other.number, other.symbol or other.series)
            said = said.format(other=symbol, day=words.printed_date(day) if day else "…")
            self.line.ask(said, [(self.tr("&Keep it all the same"), lambda: self._write(filled))], self.form.day)
        else:
            self._write(filled)

    def _is_day_kept(self, filled: Filled) -> bool:
        before = self._found.line(filled.line[:3])
        return not filled.is_new and before is not None and before.day == filled.line.day

    def _write(self, filled: Filled) -> None:
        store, by, line = self.session.store, self.session.by(), filled.line

        def command() -> DocumentNumber:
            if filled.is_new:
                return report_commands.give_number(store, line, by)
            report_commands.change_number(store, line, by)
            return line

        self.line.clear()
        self.write(command, self._written)

    def _written(self, line: DocumentNumber) -> None:
        self.form.close_form()
        self.year.setCurrentIndex(max(self.year.findData(line.year), 0))
        self._say_done(line)

    def _say_done(self, line: DocumentNumber) -> None:
        said = {
            NumberState.ISSUED: self.tr("Number {number} stands in the register."),
            NumberState.RESERVED: self.tr("Number {number} is reserved."),
            NumberState.SKIPPED: self.tr("Number {number} is skipped; it will not be given again."),
            NumberState.CANCELLED: self.tr("Number {number} is cancelled; it will not be given again."),
        }[line.state]
        self.line.say(said.format(number=number_text(line.number, line.symbol or line.series)), "done")
        self._wanted = line[:3]
        self.show_values()
        self.take_focus()

    # --- numbers given up ------------------------------------------------------------------------------------------

    def ask_skip(self) -> None:
        """The reserved number under the cursor, or the next one of the series, is skipped with a reason."""
        line = self._line()
        if line is not None and line.state is NumberState.RESERVED and not line.report:
            self._ask_fate(line, NumberState.SKIPPED, self.tr("Why is number {number} skipped?"))
            return
        year, series = self.asked.year, self._series()
        number = self._found.next_number(year, series)
        symbol = next((each.symbol for each in reversed(self._found.numbers) if each.series == series), "")
        new = DocumentNumber(year, series, 0, NumberState.SKIPPED, symbol=symbol)
        said = self.tr("Why is the next number, {number}, skipped?")
        question = said.format(number=number_text(number, symbol or series))
        store = self.session.store
        self._ask_reason(
            question,
            lambda reason: report_commands.give_number(store, new._replace(reason=reason), self.session.by(reason)),
        )

    def ask_cancel(self) -> None:
        """The number under the cursor is cancelled with a reason; the line stays."""
        line = self._line()
        if line is None or not self._is_allowed():
            return
        if line.report or line.state in (NumberState.SKIPPED, NumberState.CANCELLED):
            self.line.say(locked_words(line))
        else:
            self._ask_fate(line, NumberState.CANCELLED, self.tr("Why is number {number} cancelled?"))

    def _ask_fate(self, line: DocumentNumber, state: NumberState, question: str) -> None:
        store = self.session.store

        def command(reason: str) -> DocumentNumber:
            new = line._replace(state=state, reason=reason)
            report_commands.change_number(store, new, self.session.by(reason))
            return new

        self._ask_reason(question.format(number=number_text(line.number, line.symbol or line.series)), command)

    def _ask_reason(self, question: str, command: Callable[[str], DocumentNumber]) -> None:
        self.line.clear()

        def given(reason: str) -> None:
            self.write(lambda: command(reason), self._say_done)

        self.reason.ask(question, self.tr("Keep the &reason"), given, self.take_focus)
