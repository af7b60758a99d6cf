"""Cài đặt, page of the self-assessment: population of the statistics office by year, and the new-rural region."""

from __future__ import annotations

import re
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from data import commands, queries
from data.definitions import ValueType
from data.errors import SoTramError
from data.model import Setting
from data.numbers import Figure, format_typed, parse_figure
from data.settings import OFFICIAL_POPULATION, RURAL_GROUP, RURAL_REGION, SINCE_EVER, value_on
from ui import theme, words
from ui.models.line_model import Line, LineModel
from ui.session import Session
from ui.widgets.edge_line import EdgeLine
from ui.widgets.heading import Heading, Quiet
from ui.widgets.line_table import LineTable, room_of
from ui.widgets.rows import in_row, labelled, made_button
from ui.widgets.text_fields import LineField, RemarkField

_YEAR = re.compile(r"[12][0-9]{3}", re.ASCII)
SHOWN_YEARS = 6


class AssessmentSettings(QWidget):
    """Yearly figures and places that the self-assessment and the new-rural sets need."""

    def __init__(self, session: Session, line: EdgeLine, parent: QWidget | None = None) -> None:
        """``line`` says what was written or refused."""
        super().__init__(parent)
        self._session, self._line = session, line
        heads = (self.tr("Year"), self.tr("Population"), self.tr("Source"), self.tr("Entered by"))
        self.model = LineModel(heads, figures=(1,), parent=self)
        self.table = LineTable(self.tr("Population by year"), self.model, {0: 10, 1: 14, 3: 34}, {2: 1})
        room_of(self.table, SHOWN_YEARS)
        self.year, self.population, self.source = LineField(), LineField(), RemarkField()
        letter = self.fontMetrics().horizontalAdvance("0")
        self.year.setMaximumWidth(10 * letter)
        self.population.setMaximumWidth(16 * letter)
        self.keep = made_button(self.tr("&Keep the population"), self.keep_population)
        self.drop = made_button(self.tr("&Take the year away"), self.drop_population)
        self.region, self.group = QComboBox(), QComboBox()
        self._fill_choices()
        self._lay_out()
        self.table.chosen.connect(self._show_chosen)
        self.table.removal_asked.connect(self.drop_population)
        for field in (self.year, self.population, self.source):
            field.returnPressed.connect(self.keep_population)
        self.region.activated.connect(lambda _row: self._keep_place(RURAL_REGION, self.region))
        self.group.activated.connect(lambda _row: self._keep_place(RURAL_GROUP, self.group))
        session.bus.changed.connect(self._something_changed)

    def _fill_choices(self) -> None:
        for code, text in (
            ("", self.tr("not stated yet")),
            ("tdmnpb", self.tr("Northern midlands and mountains")),
            ("dbsh", self.tr("Red River delta")),
            ("btb", self.tr("North Central")),
            ("dhntb", self.tr("South Central coast")),
            ("taynguyen", self.tr("Central Highlands")),
            ("dnb", self.tr("South East")),
            ("dbscl", self.tr("Mekong delta")),
        ):
            self.region.addItem(text, code)
        for code, text in (
            ("", self.tr("not stated yet")),
            ("1", self.tr("group 1: next to towns, or little agriculture")),
            ("2", self.tr("group 2: the others")),
            ("3", self.tr("group 3: regions II and III of the mountain areas")),
        ):
            self.group.addItem(text, code)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.STEP)
        column.addWidget(Heading(self.tr("Population of the statistics office")))
        column.addWidget(
            Quiet(
                self.tr(
                    "The inspection divides by this population. Where a year has none, the dry run uses the station's "
                    "own and says so. The source is the paper that it was taken from."
                )
            )
        )
        column.addWidget(self.table)
        fields = (labelled(self.tr("&Year"), self.year), self.year, labelled(self.tr("&People"), self.population))
        source = labelled(self.tr("&Source"), self.source)
        column.addLayout(in_row(*fields, self.population, source, self.source, stretched=(self.source,)))
        column.addLayout(in_row(self.keep, self.drop))
        column.addSpacing(theme.STEP)
        column.addWidget(Heading(self.tr("New-rural sets")))
        column.addWidget(
            Quiet(
                self.tr(
                    "Some levels differ by region (to 2025) or by group of communes (from 2026). The first choice "
                    "holds from the start, a later one from today."
                )
            )
        )
        column.addLayout(in_row(labelled(self.tr("&Region"), self.region), self.region))
        column.addLayout(in_row(labelled(self.tr("&Group of communes"), self.group), self.group))

    # --- showing ---------------------------------------------------------------------------------------------------

    def show_values(self) -> None:
        """What the file holds."""
        store, today = self._session.store, self._session.today
        history = queries.settings_history(store, OFFICIAL_POPULATION)
        known = sorted((each for each in history if each.value), key=lambda each: each.valid_from, reverse=True)
        chosen = self.table.subject
        self.model.show_lines([self._line_of(each) for each in known])
        if chosen is not None:
            self.table.choose(chosen)
        if not self.year.text():
            self.year.setText(str(today.year - 1))
        for key, box in ((RURAL_REGION, self.region), (RURAL_GROUP, self.group)):
            box.setCurrentIndex(max(box.findData(value_on(queries.settings_history(store, key), key, today)), 0))
        self.drop.setEnabled(self.table.subject is not None)

    def _line_of(self, setting: Setting) -> Line:
        who = setting.stored_by
        if setting.stored_at is not None:
            who = f"{who}, {words.printed_moment(setting.stored_at)}"
        texts = (str(setting.valid_from.year), format_typed(setting.value), setting.note, who)
        return Line(texts, (setting.valid_from.year, setting.value, setting.note))

    def _show_chosen(self) -> None:
        chosen = self.table.subject
        self.drop.setEnabled(chosen is not None)
        if isinstance(chosen, tuple):
            year, value, note = chosen
            self.year.setText(str(year))
            self.population.setText(format_typed(value))
            self.source.setText(note)

    def _something_changed(self, changes: object, _origin: object) -> None:
        if self.isVisible() and getattr(changes, "kind", "") == "setting":
            self.show_values()

    # --- writing ---------------------------------------------------------------------------------------------------

    def keep_population(self) -> None:
        """Write the population of a year with its source."""
        year = self.year.text().strip()
        parsed = parse_figure(self.population.text(), ValueType.INTEGER)
        if not _YEAR.fullmatch(year):
            self._refuse(self.tr("Please type the year with four digits, for example 2024."), self.year)
            return
        if not isinstance(parsed, Figure) or not int(parsed.value):
            said = self.tr("“{text}” is no population. Please type a whole number, for example 4.127.")
            self._refuse(said.format(text=self.population.text().strip()), self.population)
            return
        source = " ".join(self.source.text().split())
        if not source:
            self._refuse(
                self.tr("Please name the source, for example the letter of the statistics office."), self.source
            )
            return
        store, by, value = self._session.store, self._session.by(source), parsed.value
        said = self.tr("Kept: {population} people in {year}.").format(population=format_typed(value), year=year)
        self._session.write(
            lambda: commands.save_setting(store, OFFICIAL_POPULATION, date(int(year), 1, 1), value, by),
            lambda _changes: self._written(said),
            self._failed,
            self,
        )

    def drop_population(self) -> None:
        """Take the population of a year away that was entered by mistake."""
        chosen = self.table.subject
        if not isinstance(chosen, tuple):
            return
        store, by, year = self._session.store, self._session.by(), chosen[0]
        said = self.tr("The population of {year} was taken away.").format(year=year)
        self._session.write(
            lambda: commands.remove_setting(store, OFFICIAL_POPULATION, date(year, 1, 1), by),
            lambda _changes: self._written(said),
            self._failed,
            self,
        )

    def _keep_place(self, key: str, box: QComboBox) -> None:
        """A first choice holds since ever, a later one from today."""
        store, by, today = self._session.store, self._session.by(), self._session.today
        history, value = queries.settings_history(store, key), str(box.currentData() or "")
        if value == value_on(history, key, today):
            return
        valid_from = today if history else SINCE_EVER
        said = self.tr("Kept: {choice}.").format(choice=box.currentText())
        self._session.write(
            lambda: commands.save_setting(store, key, valid_from, value, by),
            lambda _changes: self._written(said),
            self._failed,
            self,
        )

    def _refuse(self, sentence: str, field: QWidget) -> None:
        self._line.say(sentence, "error")
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _written(self, said: str) -> None:
        self._line.say(said, "done")
        self.show_values()

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, SoTramError):
            raise error
        self._line.say(self._session.messages.error(error), "error")
        self.show_values()
