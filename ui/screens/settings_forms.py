"""Cài đặt, page of the forms: which the station keeps and how each is cut, from a day that the person sees."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from data import commands, queries
from data.errors import SoTramError
from data.model import Changes
from data.settings import FORMS_NOT_KEPT, list_on, list_text, value_on
from ui import theme, words
from ui.session import Session
from ui.widgets.date_field import DateField
from ui.widgets.edge_line import EdgeLine
from ui.widgets.forms_kept import FormsKept
from ui.widgets.heading import Quiet


class FormsPage(QWidget):
    """The day from which a change holds (the first of the period shown, else what is typed), and the forms."""

    def __init__(self, session: Session, line: EdgeLine, parent: QWidget | None = None) -> None:
        """``line`` says what was saved or refused."""
        super().__init__(parent)
        self._session = session
        self._line = line
        self.kept = FormsKept(session.catalogue)
        self.day = DateField(self.tr("Changes hold from"), session.period.first_day)
        self.day.refused.connect(lambda sentence: line.say(sentence, "error"))
        self.day.day_changed.connect(lambda _day: self.show_values())
        self.kept.kept_changed.connect(self._save_kept)
        self.kept.cut_changed.connect(self._save_cut)
        session.period_changed.connect(lambda period: self._follow(period.first_day))
        self._lay_out()

    def _lay_out(self) -> None:
        label = QLabel(self.tr("Changes hold &from"))
        label.setBuddy(self.day)
        row = QHBoxLayout()
        row.addWidget(label)
        row.addWidget(self.day)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.STEP)
        column.addWidget(
            Quiet(
                self.tr(
                    "A form that is not kept is “not kept”, never unfinished. The day proposed is the first of the "
                    "period shown above."
                )
            )
        )
        column.addLayout(row)
        column.addWidget(self.kept)

    def show_values(self) -> None:
        """What holds in the period shown, or on the day typed."""
        day, store = self._looked_at(), self._session.store
        self.kept.show_kept(queries.forms_not_kept(store, day))
        self.kept.show_cuts(
            {
                code: value_on(queries.settings_history(store, f"cut.{code}"), f"cut.{code}", day)
                for code in self._session.catalogue.data_sets
            }
        )

    def _looked_at(self) -> date:
        period, day = self._session.period, self.day.day
        return period.last_day if day is None or day == period.first_day else day

    def _follow(self, day: date) -> None:
        self.day.show_day(day)
        if self.isVisible():
            self.show_values()

    def _from(self) -> date | None:
        """The day from which a change holds; None, and said so, when what is typed is none."""
        if not self.day.is_valid:
            self.day.editingFinished.emit()
            self.show_values()
            return None
        return self.day.day

    def _save_kept(self, code: str, is_kept: bool) -> None:
        day = self._from()
        if day is None:
            return
        history = queries.settings_history(self._session.store, FORMS_NOT_KEPT)
        days = sorted({day, *(setting.valid_from for setting in history if setting.valid_from > day)})
        values = []
        for each in days:  # lists that were set for later days know of this form too
            codes = [other for other in list_on(history, FORMS_NOT_KEPT, each) if other != code]
            values.append((each, list_text(codes if is_kept else [*codes, code])))
        self._write([(FORMS_NOT_KEPT, each, value) for each, value in values], self.kept.boxes[code].text())

    def _save_cut(self, code: str, cut: str) -> None:
        day = self._from()
        if day is not None:
            self._write([(f"cut.{code}", day, cut)], self.kept.boxes[code].text())

    def _write(self, settings: list[tuple[str, date, str]], title: str) -> None:
        session = self._session
        store, by = session.store, session.by()

        def command() -> Changes:
            changes = [commands.save_setting(store, key, day, value, by) for key, day, value in settings]
            return Changes(kind="setting", keys=tuple(key for each in changes for key in each.keys))

        session.write(command, lambda _changes: self._saved(title, settings[0][1]), self._failed, self)

    def _saved(self, title: str, day: date) -> None:
        text = self.tr("Saved: {form}, from {day}.")
        self._line.say(text.format(form=title, day=words.printed_date(day)), "done")

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, SoTramError):
            raise error
        self._line.say(self._session.messages.error(error), "error")
        self.show_values()
