"""Cài đặt, page of the station's details: each is written when its field is left, dated as the person says."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from data import commands, queries
from data.errors import SoTramError
from data.settings import SERIES_BREAK, SINCE_EVER, value_on
from ui import words
from ui.fields import PROFILE
from ui.session import Session
from ui.steps import missing_details
from ui.widgets.edge_line import EdgeLine
from ui.widgets.heading import Quiet
from ui.widgets.profile_form import ProfileForm
from ui.widgets.series_breaks import SeriesBreaks


class ProfilePage(QWidget):
    """The form, its values and where they go."""

    def __init__(self, session: Session, line: EdgeLine, parent: QWidget | None = None) -> None:
        """``line`` says from when a value holds, or why it was refused."""
        super().__init__(parent)
        self._session = session
        self._line = line
        self.form = ProfileForm()
        self.form.edited.connect(self._save)
        self.form.day_changed.connect(lambda _day: self.show_values())
        self.form.refused.connect(lambda sentence: line.say(sentence, "error"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        said = self.tr(
            "Code of the station: {code}; it never changes. Days and times are those of Vietnam, whatever the "
            "computer's time zone is."
        )
        layout.addWidget(Quiet(said.format(code=queries.station_code(session.store))))
        layout.addWidget(self.form)
        self.breaks = SeriesBreaks()
        self.breaks.refused.connect(lambda sentence: line.say(sentence, "error"))
        self.breaks.added.connect(lambda day: self._set_break(day, "true"))
        self.breaks.removed.connect(lambda day: self._set_break(day, ""))
        layout.addWidget(self.breaks)

    def show_values(self) -> None:
        """What holds on the day looked at."""
        store, day = self._session.store, self.form.day.day or self._session.today
        self.form.show_values(
            {spec.key: value_on(queries.settings_history(store, spec.key), spec.key, day) for spec in PROFILE}
        )
        self.form.show_missing(missing_details(queries.profile_on(store, day)))
        self.breaks.show_days(queries.station_on(store, self._session.today).series_breaks)

    def valid_from(self, key: str, day: date | None) -> date:
        """From when a value typed now holds: the day typed; without one a first value since ever, a change from today.

        What was set today is corrected where it stands.
        """
        history = queries.settings_history(self._session.store, key)
        today = self._session.today
        if day is not None:
            return day
        if not history:
            return SINCE_EVER
        last = history[-1]
        is_of_today = last.stored_at is not None and last.stored_at.astimezone(words.LOCAL).date() == today
        return last.valid_from if is_of_today else max(today, last.valid_from)

    def _save(self, key: str, value: str, day: date | None) -> None:
        session = self._session
        store, by, valid_from = session.store, session.by(), self.valid_from(key, day)
        before = value_on(queries.settings_history(store, key), key, day or session.today)

        def failed(error: Exception) -> None:
            self.form.keep_typed(key, before)
            if not isinstance(error, SoTramError):
                raise error
            self._line.say(session.messages.error(error), "error")

        session.write(
            lambda: commands.save_setting(store, key, valid_from, value, by),
            lambda _changes: self._saved(key, valid_from),
            failed,
            self,
        )

    def _set_break(self, day: date, value: str) -> None:
        """Keep a day on which the figures' meaning changed, or no longer."""
        session, printed = self._session, words.printed_date(day)
        store, by = session.store, session.by()
        said = self.tr("Saved: merger or division on {day}. Comparisons across it are shown and not judged.")
        if not value:
            said = self.tr("Saved: {day} is no merger any more. Comparisons across it are judged again.")

        def done(_changes: object) -> None:
            self._line.say(said.format(day=printed), "done")
            self.show_values()

        session.write(lambda: commands.save_setting(store, SERIES_BREAK, day, value, by), done, self._break_failed)

    def _break_failed(self, error: Exception) -> None:
        if not isinstance(error, SoTramError):
            raise error
        self._line.say(self._session.messages.error(error), "error")

    def _saved(self, key: str, valid_from: date) -> None:
        caption = next(spec.caption for spec in PROFILE if spec.key == key)
        if valid_from == SINCE_EVER:
            text = self.tr("Saved: {detail}, valid from the start.").format(detail=caption)
        else:
            day = words.printed_date(valid_from)
            text = self.tr("Saved: {detail}, valid from {day}.").format(detail=caption, day=day)
        self._line.say(text, "done")
        if self._session.writer.is_empty:
            self.show_values()
