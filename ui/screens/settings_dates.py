"""Cài đặt, page of days: the days off of each year, the days that administrative reports count, rules of statistics."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QVBoxLayout, QWidget

from data import commands, queries
from data.due_queries import has_holidays, holidays_in
from data.errors import SoTramError
from data.periods import Cut
from data.settings import HOLIDAYS, REPORT_CUT
from data.working_days import (
    SATURDAY,
    Holiday,
    HolidayKind,
    holidays_text,
    proposal,
    shortages,
    with_day,
    without_day,
)
from ui import theme, words
from ui.day_words import (
    cut_words,
    day_name,
    decree_words,
    holiday_name,
    law_words,
    rule_lines,
    shortage_words,
)
from ui.models.line_model import Line, LineModel
from ui.screens.due_statistics import Statistics, load_statistics
from ui.session import Session
from ui.widgets.date_field import DateField, parse_day
from ui.widgets.edge_line import EdgeLine
from ui.widgets.heading import Heading, Quiet
from ui.widgets.line_table import LineTable, room_of
from ui.widgets.rows import in_row, labelled, made_button
from ui.widgets.text_fields import RemarkField

SHOWN_DAYS = 7
SHOWN_RULES = 12
YEARS_BACK = 3
MOST_DAYS = 31
"""Days that can be entered at once."""


class DatesPage(QWidget):
    """Days off by year, typed or taken from the proposal; from when administrative reports are cut on the 14th."""

    def __init__(self, session: Session, line: EdgeLine, parent: QWidget | None = None) -> None:
        """``line`` says what was written or refused."""
        super().__init__(parent)
        self._session, self._line = session, line
        self._statistics: Statistics | None = None
        self.year = QComboBox()
        self.lacking = QLabel(wordWrap=True)
        self.model = LineModel((self.tr("Day"), self.tr("What it is"), self.tr("Remark")), parent=self)
        self.table = LineTable(self.tr("Days off of the year"), self.model, {0: 22, 1: 28}, {2: 1})
        room_of(self.table, SHOWN_DAYS)
        self.day, self.until = DateField(self.tr("Day")), DateField(self.tr("Last day"), hint=self.tr("one day only"))
        self.kind, self.remark = QComboBox(), RemarkField()
        self.keep = made_button(self.tr("&Keep the day"), self.keep_day)
        self.drop = made_button(self.tr("&Take the day away"), self.drop_day)
        self.propose = made_button(self.tr("Take the days that the &law fixes"), self.take_proposal)
        self.cut, self.since = QComboBox(), DateField(self.tr("Holds from"), session.period.first_day)
        self.cut_now, self.law, self.decree = Quiet(), Quiet(), Quiet()
        self.rule_model = LineModel((self.tr("Report"), self.tr("When it is due, by which text")), parent=self)
        self.rules = LineTable(self.tr("Rules of statistics"), self.rule_model, {}, {0: 2, 1: 3})
        room_of(self.rules, SHOWN_RULES)
        self._fill_choices()
        self._lay_out()
        self._connect()

    # --- building --------------------------------------------------------------------------------------------------

    def _fill_choices(self) -> None:
        this = self._session.today.year
        for year in range(this - YEARS_BACK, this + 2):
            self.year.addItem(str(year), year)
        self.year.setCurrentIndex(self.year.findData(this))
        for kind in HolidayKind:
            self.kind.addItem(holiday_name(kind), kind)
        self.kind.setCurrentIndex(self.kind.findData(HolidayKind.TET))
        for cut in Cut:
            self.cut.addItem(cut_words(cut), cut.value)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.STEP)
        column.addWidget(Heading(self.tr("Days off")))
        column.addWidget(self.law)
        column.addLayout(in_row(labelled(self.tr("&Year"), self.year), self.year, self.propose))
        column.addWidget(self.lacking)
        column.addWidget(self.table)
        fields = (labelled(self.tr("&Day"), self.day), self.day, labelled(self.tr("t&o"), self.until), self.until)
        column.addLayout(in_row(*fields, labelled(self.tr("&What it is"), self.kind), self.kind))
        remark = labelled(self.tr("&Remark"), self.remark)
        column.addLayout(in_row(remark, self.remark, self.keep, self.drop, stretched=(self.remark,)))
        column.addSpacing(theme.STEP)
        column.addWidget(Heading(self.tr("Days that administrative reports count")))
        column.addWidget(self.decree)
        since = labelled(self.tr("holds &from"), self.since)
        column.addLayout(in_row(labelled(self.tr("R&eports by the plans"), self.cut), self.cut, since, self.since))
        column.addWidget(self.cut_now)
        column.addSpacing(theme.STEP)
        column.addWidget(Heading(self.tr("Rules of statistics")))
        column.addWidget(self.rules)

    def _connect(self) -> None:
        self.year.activated.connect(lambda _row: self._show_days())
        self.table.chosen.connect(self._show_chosen)
        self.table.removal_asked.connect(self.drop_day)
        self.table.adding_asked.connect(lambda: self.day.setFocus(Qt.FocusReason.OtherFocusReason))
        self.table.opened.connect(lambda _index: self.day.setFocus(Qt.FocusReason.OtherFocusReason))
        for field in (self.day, self.until, self.remark):
            field.returnPressed.connect(self.keep_day)
        for field in (self.day, self.until, self.since):
            field.refused.connect(lambda sentence: self._line.say(sentence, "error"))
        self.cut.activated.connect(lambda _row: self._keep_cut())
        self.since.day_changed.connect(lambda _day: self._show_cut())
        self._session.bus.changed.connect(self._something_changed)

    # --- showing ---------------------------------------------------------------------------------------------------

    def show_values(self) -> None:
        """What the file holds; the rules are read when the page is first seen."""
        self._show_days()
        self._show_cut()
        if self._statistics is None:
            self._session.tasks.run(lambda _task: load_statistics(), self._show_rules)

    def _show_rules(self, statistics: Statistics) -> None:
        self._statistics = statistics
        self.law.setText(law_words(statistics.rules, statistics.certainties))
        self.decree.setText(decree_words(statistics.rules, statistics.certainties))
        self.rule_model.show_lines(list(rule_lines(statistics.rules, statistics.certainties)))

    def _known(self, year: int) -> tuple[Holiday, ...]:
        return holidays_in(self._session.store, year)

    def _shown_year(self) -> int:
        return int(self.year.currentData())

    def _show_days(self) -> None:
        known, chosen = self._known(self._shown_year()), self.table.subject
        self.model.show_lines(
            [Line((day_name(each.day), holiday_name(each.kind), each.name), subject=each) for each in known]
        )
        if chosen is not None:
            self.table.choose(chosen)
        year, is_own = self._shown_year(), has_holidays(self._session.store, self._shown_year())
        self.lacking.setText(shortage_words(year, shortages(known), is_own=is_own))
        self.drop.setEnabled(self.table.subject is not None)
        self.propose.setEnabled(not is_own or bool(proposal(year, known)))

    def _show_chosen(self) -> None:
        chosen = self.table.subject
        self.drop.setEnabled(chosen is not None)
        if isinstance(chosen, Holiday):
            self.day.show_day(chosen.day)
            self.until.show_day(None)
            self.kind.setCurrentIndex(self.kind.findData(chosen.kind))
            self.remark.setText(chosen.name)

    def _show_cut(self) -> None:
        cuts = queries.report_cuts(self._session.store)
        day = self.since.day or self._session.today
        now = Cut.CALENDAR
        for since, cut in cuts:
            now = cut if since <= day else now
        self.cut.setCurrentIndex(self.cut.findData(now.value))
        said = self.tr("from {day}: {cut}")
        history = [said.format(day=words.printed_date(since), cut=cut_words(cut)) for since, cut in cuts]
        self.cut_now.setText("; ".join(history) or self.tr("Nothing was chosen yet: calendar periods hold."))

    def _something_changed(self, changes: object, _origin: object) -> None:
        if self.isVisible() and getattr(changes, "kind", "") == "setting":
            self._show_days()
            self._show_cut()

    # --- writing ---------------------------------------------------------------------------------------------------

    def keep_day(self) -> None:
        """Write a day, or all days up to the last one."""
        # Enter is told before the field takes what was typed
        first = parse_day(self.day.text())
        last = parse_day(self.until.text()) if self.until.text().strip() else first
        kind = self.kind.currentData()
        if first is None or last is None:
            self._refuse(self.tr("Please type the day as 08/02/2024."), self.day if first is None else self.until)
        elif last < first or last.year != first.year or (last - first).days >= MOST_DAYS:
            self._refuse(self.tr("The last day must follow in the same year, within a month."), self.until)
        elif kind is HolidayKind.WORKED and any(day.weekday() < SATURDAY for day in _days(first, last)):
            self._refuse(self.tr("Only a Saturday or Sunday is worked on instead of another day."), self.kind)
        else:
            name = " ".join(self.remark.text().split())
            known = self._known(first.year)
            for day in _days(first, last):
                known = with_day(known, Holiday(day, kind, name))
            said = self.tr("Kept: {day}, {kind}.").format(day=_span(first, last), kind=self.kind.currentText())
            self._write_days(first.year, known, said)
            self.day.show_day(first)
            self.until.show_day(None)
            self.day.setFocus(Qt.FocusReason.OtherFocusReason)

    def drop_day(self) -> None:
        """Take the day under the cursor out of the list."""
        chosen = self.table.subject
        if isinstance(chosen, Holiday) and self.isEnabled():
            said = self.tr("{day} was taken away.").format(day=words.printed_date(chosen.day))
            self._write_days(chosen.day.year, without_day(self._known(chosen.day.year), chosen.day), said)

    def take_proposal(self) -> None:
        """Add the days that the law dates by the solar calendar."""
        year = self._shown_year()
        known = self._known(year)
        added = proposal(year, known)
        said = self.tr(
            "Kept for {year}: what the law fixes. Tết, Giỗ Tổ and the day beside 2 September are yours to type."
        )
        self._write_days(year, (*known, *added), said.format(year=year))

    def _write_days(self, year: int, holidays: tuple[Holiday, ...], said: str) -> None:
        store, by = self._session.store, self._session.by()
        self.year.setCurrentIndex(self._row_of(year))
        self._session.write(
            lambda: commands.save_setting(store, HOLIDAYS, date(year, 1, 1), holidays_text(holidays), by),
            lambda _changes: self._written(said),
            self._failed,
            self,
        )

    def _row_of(self, year: int) -> int:
        """The row of a year; a year further away is put in its place."""
        if self.year.findData(year) < 0:
            years = [self.year.itemData(row) for row in range(self.year.count())]
            self.year.insertItem(sum(each < year for each in years), str(year), year)
        return self.year.findData(year)

    def _keep_cut(self) -> None:
        day = self.since.day
        if day is None or not self.since.is_valid:
            self._refuse(self.tr("Please type the day as 01/01/2025."), self.since)
            self._show_cut()
            return
        store, by, value = self._session.store, self._session.by(), str(self.cut.currentData())
        said = self.tr("Kept from {day} on: {cut}.")
        said = said.format(day=words.printed_date(day), cut=self.cut.currentText())
        self._session.write(
            lambda: commands.save_setting(store, REPORT_CUT, day, value, by),
            lambda _changes: self._written(said),
            self._failed,
            self,
        )

    def _refuse(self, sentence: str, field: QWidget) -> None:
        self._line.say(sentence, "error")
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _written(self, said: str) -> None:
        self._line.say(said, "done")
        self._show_days()
        self._show_cut()

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, SoTramError):
            raise error
        self._line.say(self._session.messages.error(error), "error")
        self._show_days()
        self._show_cut()


def _days(first: date, last: date) -> list[date]:
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]


def _span(first: date, last: date) -> str:
    return words.printed_date(first) if first == last else f"{words.printed_date(first)}–{words.printed_date(last)}"
