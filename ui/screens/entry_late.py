"""A figure changed whose report was sent already: said once for each form, with room for the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from data import commands, queries
from data.corrections import LateReport
from data.errors import SoTramError
from data.model import DataValue
from data.sent import late_corrections
from ui.screens.due_late import sent_words
from ui.widgets.reason_line import ReasonLine

if TYPE_CHECKING:
    from ui.screens.data_entry import DataEntryScreen

CALM_MILLISECONDS = 400
Key = tuple[str, str, str]


class EntryLate(QObject):
    """Looks after every write whether a sent report rests on what was changed."""

    def __init__(self, screen: DataEntryScreen) -> None:
        """Listen to the screen; a file without sent reports costs one small question."""
        super().__init__(screen)
        self._screen = screen
        self._said: set[str] = set()
        self._known: dict[str, frozenset[tuple[Key, str]]] | None = None
        self.reason = ReasonLine()
        middle = screen.head.parentWidget()
        layout = middle.layout() if middle is not None else None
        if layout is not None:
            layout.addWidget(self.reason)
        self._calm = screen.timer(CALM_MILLISECONDS, self._look)
        screen.form_shown.connect(lambda _form: self._form_shown())
        screen.answered.connect(self._calm.start)

    def _form_shown(self) -> None:
        """What was late before this form is typed into is told by the due list, not here."""
        if self._known is None:
            self._calm.start()

    def _look(self) -> None:
        session = self._screen.session
        session.tasks.run(lambda _task: late_corrections(session.store, session.catalogue), self._show)

    def _show(self, reports: tuple[LateReport, ...]) -> None:
        form = self._screen.entry_model.form
        before, now = self._known, {_name(report): _cells(report) for report in reports}
        self._known = now
        if before is None or form is None or form.data_set.code in self._said:
            return
        codes, periods = set(form.data_set.elements), {part.code for part in form.parts}
        for report in reports:
            fresh = {key for key, _new in now[_name(report)] - before.get(_name(report), frozenset())}
            own = {key for key in fresh if key[0] in codes and key[1] in periods}
            if own:
                self._said.add(form.data_set.code)
                self._say(report, own)
                return

    def _say(self, report: LateReport, cells: set[Key]) -> None:
        screen = self._screen
        said = self.tr("{sent}: changing this figure needs a corrected report.").format(sent=sent_words(report))
        screen.line.ask(said, [(self.tr("Write why…"), lambda: self._ask(cells))], screen.grid, takes_keys=False)

    def _ask(self, cells: set[Key]) -> None:
        question, caption = self.tr("Why is it changed after sending?"), self.tr("Keep the reason")
        self.reason.ask(question, caption, lambda reason: self._keep(cells, reason), self._screen.grid.setFocus)

    def _keep(self, cells: set[Key], reason: str) -> None:
        """The reason becomes the comment of the changed cells, and stands in the change log."""
        session = self._screen.session
        comment = self.tr("corrected after sending: {reason}").format(reason=reason)
        values: list[DataValue] = [
            value._replace(comment="; ".join(part for part in (value.comment, comment) if part))
            for value in queries.data_values(session.store, {key[1] for key in cells}, {key[0] for key in cells})
            if (value.data_element, value.period, value.category.value) in cells
        ]
        store, by = session.store, session.by(reason)
        session.write(lambda: commands.save_data_values(store, values, by), None, self._failed)
        self._screen.grid.setFocus()

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, SoTramError):
            raise error
        self._screen.line.say(self._screen.session.messages.error(error), "error")


def _name(report: LateReport) -> str:
    return f"{report.covered.duty.id} {report.covered.period.code}"


def _cells(report: LateReport) -> frozenset[tuple[Key, str]]:
    """The late cells of a report, each with what stands there now."""
    return frozenset(
        ((change.data_element, change.period, change.category.value), f"{change.new_state.value} {change.new_value}")
        for change in report.changes
    )
