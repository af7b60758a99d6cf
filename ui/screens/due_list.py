"""Việc cần làm: reports due, forms unfinished, contradictions, targets missed; first steps of a new file."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from data import queries
from data.due import DueReport
from data.errors import SoTramError
from data.progress import FormProgress
from data.settings import OPENED_YEAR
from data.year_opening import is_season, year_to_open
from ui import backup_words, words
from ui.due_words import report_line
from ui.models.agenda_model import AgendaLine, AgendaModel
from ui.screens.due_sent import SentBar, States, sendable
from ui.screens.screen import Place, Screen
from ui.session import Session
from ui.steps import first_steps
from ui.widgets.agenda_view import AgendaView
from ui.widgets.edge_line import EdgeLine

if TYPE_CHECKING:
    from ui.screens.due_rules import RuleLine
    from ui.screens.due_statistics import Statistics
    from ui.screens.due_targets import TargetLine

MOST_TARGETS = 12
MOST_RULES = 6
SOON_MILLISECONDS = 300


class DueListScreen(Screen):
    """The start page; drawn from the file before anything is worked out."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Read what is due; targets follow when the window stands."""
        super().__init__(session, parent)
        self.model = AgendaModel(self)
        self.view = AgendaView(self.tr("To do"), self.model)
        self.view.opened.connect(self._open)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self.line = EdgeLine()
        self.sent = SentBar(session, self.line, self)
        layout.addWidget(self.line)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.sent)
        self.view.chosen.connect(self.sent.offer)
        self.sent.closed.connect(self.take_focus)
        self._states: States = {}
        self._is_old = False
        self._asked = 0
        self._targets: list[TargetLine] | None = None
        self._rules: list[RuleLine] = []
        self._statistics: Statistics | None = None
        self._late: list[AgendaLine] = []
        self._yearly: list[AgendaLine] = []
        self._unread = ""
        self._soon = self.timer(SOON_MILLISECONDS, self._refresh)
        self._after_paint = self.timer(SOON_MILLISECONDS, self._work_out)
        session.period_changed.connect(lambda _period: self._refresh())
        session.bus.changed.connect(lambda _changes, _origin: self._soon.start())
        session.user_changed.connect(lambda _name: self._soon.start())
        session.backups_changed.connect(self._show_backups)
        self._fill()

    def activate(self) -> None:
        """Show what is due now."""
        if self._is_old:
            self._is_old = False
            self._fill()
        self._after_paint.start()

    def take_focus(self) -> None:
        """The list takes the keys."""
        self.view.setFocus()

    def _open(self, place: object) -> None:
        """Follow a line; one of them is an answer."""
        if isinstance(place, Place):
            self.left_for.emit(place)
        else:
            from ui.screens.due_late import Resent, mark_resent

            if isinstance(place, Resent):
                mark_resent(self.session, place)

    def _refresh(self) -> None:
        """Read anew what is shown; behind another screen it is only known to be old, typing goes on undisturbed."""
        self._targets, self._rules = None, []
        self._asked += 1  # an answer to what was asked before is old
        self._is_old = not self.isVisible()
        if not self._is_old:
            self._fill()
            self._work_out()

    def _show_backups(self) -> None:
        if self.isVisible():
            self._fill()
        else:
            self._is_old = True

    def _fill(self) -> None:
        plans = queries.bound_plans(self.session.store)
        reports = self._due_reports(plans)
        states = queries.reports_sent(self.session.store)
        self._states = {(state.item_id, state.period): state for state in states}
        self.sent.setVisible(bool(plans or reports))
        urgent, calm = backup_words.agenda(self.session)
        lines = urgent + self._first_steps(plans) + self._new_year() + self._late
        if plans or reports:
            lines += self._report_lines(reports)
        lines += self._yearly
        lines += self._form_lines() + self._rule_lines()
        if plans:
            lines += self._target_lines()
        lines += [*self._background_lines(reports), *calm]
        self._show_lines(lines)

    def _show_lines(self, lines: list[AgendaLine]) -> None:
        """Show other lines; the cursor stays on its own, also when that says something else now.

        From a first step that was done just now it goes on to the next.
        """
        row, before = self.view.currentIndex().row(), self.model.lines
        line = before[row] if 0 <= row < len(before) else None
        self.model.show_lines(lines)
        if line is not None:
            same = (line.kind, line.title, line.place)
            found = (place for place, each in enumerate(lines) if (each.kind, each.title, each.place) == same)
            place = next(found, min(row, len(lines) - 1))
            if (line.sign, lines[place].sign) != ("empty", "done"):
                self.view.setCurrentIndex(self.model.index(place))

    # --- first steps -----------------------------------------------------------------------------------------------

    def _first_steps(self, plans: tuple[str, ...]) -> list[AgendaLine]:
        lines = [
            AgendaLine(
                "item",
                f"{number}. {step.title}",
                step.detail,
                self.tr("done") if step.is_done else "",
                "done" if step.is_done else "empty",
                "good",
                step.place,
            )
            for number, step in enumerate(first_steps(self.session, plans), start=1)
        ]
        return [AgendaLine("head", self.tr("The first five minutes")), *lines] if lines else []

    def _new_year(self) -> list[AgendaLine]:
        """From mid-December to the end of March: the new year waits to be opened."""
        session, today = self.session, self.session.today
        year = year_to_open(today)
        opened = {setting.valid_from.year for setting in queries.settings_history(session.store, OPENED_YEAR)}
        if not is_season(today) or year in opened or not queries.has_figures(session.store):
            return []
        title = self.tr("Open {year}").format(year=year)
        detail = self.tr("Stocks of last year's end as proposals, the plans that bind, the receivers.")
        place = Place("settings", form="year")
        return [
            AgendaLine("head", self.tr("New year")),
            AgendaLine("item", title, detail, "", "calendar", "text", place),
        ]

    # --- reports ---------------------------------------------------------------------------------------------------

    def _report_lines(self, reports: tuple[DueReport, ...]) -> list[AgendaLine]:
        own = [report for report in reports if not report.is_background]
        own.sort(key=lambda report: sendable(report, self._states, self.session.period).is_sent)
        lines = [AgendaLine("head", self.tr("Reports due"))]
        if self._statistics is not None:
            from ui.screens.due_statistics import warning_lines

            lines += warning_lines(self._statistics, own, self.session.today)
        lines += [self._report(report) for report in own]
        if not own:
            text = self.tr("No report of the station itself is due by the plans that bind it.")
            lines.append(AgendaLine("note", text))
        return lines

    def _background_lines(self, reports: tuple[DueReport, ...]) -> list[AgendaLine]:
        background = [self._report(report) for report in reports if report.is_background]
        head = AgendaLine("head", self.tr("In the background: reports that others owe"))
        return [head, *background] if background else []

    def _report(self, report: DueReport) -> AgendaLine:
        sent = sendable(report, self._states, self.session.period)
        shown = words.period_name(self.session.period)
        certainties = self._statistics.certainties if self._statistics is not None else {}
        return report_line(report, sent, shown, certainties)

    def _due_reports(self, plans: tuple[str, ...]) -> tuple[DueReport, ...]:
        """By the plans; with statistics once their rules were read."""
        session = self.session
        if self._statistics is not None:
            from ui.screens.due_statistics import due_reports

            return due_reports(session, self._statistics)
        return queries.due_reports(session.store, session.catalogue, session.today) if plans else ()

    # --- forms -----------------------------------------------------------------------------------------------------

    def _form_lines(self) -> list[AgendaLine]:
        session = self.session
        forms = queries.form_progress(session.store, session.catalogue, session.period)
        done = {(each.data_set, each.period) for each in queries.completions(session.store)}
        kept = [form for form in forms if form.is_kept]
        open_forms = [form for form in kept if not done.issuperset((form.data_set.code, each) for each in form.periods)]
        side = self.tr("{done} of {all} completed").format(done=len(kept) - len(open_forms), all=len(kept))
        broken = Counter(line.form for line in self._rules)
        title = self.tr("Forms of {period}").format(period=words.period_name(session.period))
        lines = [AgendaLine("head", title, side=side)]
        for form in open_forms:
            share = self._share(form)
            if form.drafts:
                share = self.tr("{share}, drafts: {drafts}").format(share=share, drafts=form.drafts)
            count = broken[form.data_set.title_vi]
            said = self.tr("{count} contradiction") if count == 1 else self.tr("{count} contradictions")
            detail = said.format(count=count) if count else ""
            sign = "partly" if form.filled else "empty"
            place = Place("data_entry", form=form.data_set.code)
            lines.append(AgendaLine("item", form.data_set.title_vi, detail, share, sign, "text", place))
        if not open_forms:
            lines.append(AgendaLine("note", self.tr("All forms of this period are completed."), sign="done"))
        return lines

    def _share(self, form: FormProgress) -> str:
        """How far a form is that is not completed: cells are missing, or it is only not marked."""
        missing = form.needed - form.filled
        if not missing:
            return self.tr("full, not completed")
        said = self.tr("{count} cell missing") if missing == 1 else self.tr("{count} cells missing")
        return said.format(count=missing)

    # --- contradictions --------------------------------------------------------------------------------------------

    def _rule_lines(self) -> list[AgendaLine]:
        if not self._rules:
            return []
        errors = sum(line.severity == "error" for line in self._rules)
        warnings = len(self._rules) - errors
        single = self.tr("{count} error"), self.tr("{count} warning without a note")
        many = self.tr("{count} errors"), self.tr("{count} warnings without a note")
        counted = zip((errors, warnings), single, many, strict=True)
        side = ", ".join((one if count == 1 else many).format(count=count) for count, one, many in counted if count)
        title = self.tr("Contradictions of {period}").format(period=words.period_name(self.session.period))
        said = {"error": (self.tr("error"), "bad"), "warning": (self.tr("asks for a note"), "warn")}
        lines = [AgendaLine("head", title, side=side)]
        lines += [
            AgendaLine(
                "item",
                line.sentence,
                line.form,
                said[line.severity][0],
                line.severity,
                said[line.severity][1],
                line.place,
            )
            for line in self._rules[:MOST_RULES]
        ]
        rest = self._rules[MOST_RULES:]
        if rest:
            text = self.tr("{count} more; the first of them").format(count=len(rest))
            lines.append(AgendaLine("item", text, rest[0].sentence, sign=rest[0].severity, place=rest[0].place))
        return lines

    # --- targets ---------------------------------------------------------------------------------------------------

    def _work_out(self) -> None:
        store = self.session.store
        if self._targets is not None or not (queries.bound_plans(store) or queries.has_figures(store)):
            return
        from ui.screens.due_late import late_lines
        from ui.screens.due_recognition import recognition_lines
        from ui.screens.due_rules import rule_lines
        from ui.screens.due_statistics import load_statistics
        from ui.screens.due_targets import target_lines
        from ui.screens.frozen_due import frozen_lines

        self._unread = ""
        session, period, asked, known = self.session, self.session.period, self._asked, self._statistics
        session.tasks.run(
            lambda _task: (
                target_lines(session, period),
                rule_lines(session, period),
                (late_lines(session) + frozen_lines(session), recognition_lines(session)),
                known or load_statistics(),
            ),
            lambda found: self._show_found(*found) if asked == self._asked else None,
            self._say_unread,
        )

    def _say_unread(self, error: Exception) -> None:
        """Say why nothing could be worked out, as when the file has gone away; anything unexpected is our fault."""
        if not isinstance(error, SoTramError):
            raise error
        self._unread = self.session.messages.error(error)
        self._fill()

    def _show_found(
        self,
        targets: list[TargetLine],
        rules: list[RuleLine],
        others: tuple[list[AgendaLine], list[AgendaLine]],
        statistics: Statistics,
    ) -> None:
        """Show what was worked out."""
        self._targets, self._rules, (self._late, self._yearly) = targets, rules, others
        self._statistics = statistics
        self._fill()

    def _target_lines(self) -> list[AgendaLine]:
        title = self.tr("Targets missed or at risk, {period}").format(period=words.period_name(self.session.period))
        if self._targets is None:
            return [AgendaLine("head", title), AgendaLine("note", self._unread or self.tr("Working them out…"))]
        shown = [line for line in self._targets if line.verdict != "missing"][:MOST_TARGETS]
        missing = sum(line.verdict == "missing" for line in self._targets)
        lines = [AgendaLine("head", title)]
        lines += [
            AgendaLine("item", line.title, line.detail, line.side, line.verdict, line.shade, line.place)
            for line in shown
        ]
        rest = sum(line.verdict != "missing" for line in self._targets) - len(shown)
        if rest > 0:
            text = self.tr("{count} more under Targets").format(count=rest)
            lines.append(AgendaLine("item", text, sign="indicators", place=Place("indicators")))
        if missing:
            text = self.tr("{count} targets still lack figures").format(count=missing)
            lines.append(AgendaLine("item", text, sign="missing", place=Place("indicators")))
        if len(lines) == 1:
            lines.append(AgendaLine("note", self.tr("No target is missed."), sign="done"))
        return lines
