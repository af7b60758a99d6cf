"""Công việc: what the bound plans lay on the station, with the state and note it recorded for the period."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QHeaderView, QLabel, QVBoxLayout, QWidget

from data import commands, queries
from data.definitions import Level
from data.due import names_station
from data.errors import SoTramError
from data.model import ObligationState
from data.periods import Period
from data.plan_definitions import Plan
from reports.sections.duties import states_for
from ui import theme, words
from ui.models.work_model import CLAUSE, EVIDENCE, NOTE, STATE, WHAT, WHEN, WorkModel, WorkRow
from ui.screens.due_sent import Sendable, SentBar
from ui.screens.screen import Place, Screen
from ui.session import Session
from ui.widgets.column_widths import fitted_width
from ui.widgets.edge_line import EdgeLine
from ui.widgets.heading import Quiet
from ui.widgets.work_delegate import WorkTable

WIDEST = {CLAUSE: 12, WHEN: 18}
"""The most letters of the short columns; the long ones share what is left."""
STATE_LETTERS = 22
SHARES = {WHAT: 46, EVIDENCE: 28}
"""Hundredths of what is left; the note takes the rest."""
NARROW, NARROW_SHARES = 110, {WHAT: 64}
"""Letters below which the evidence steps aside, and what the rest is then."""


class PlanWorkScreen(Screen):
    """A simple list; typing 1 to 4 records a state, a note is typed in place."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Build the widgets."""
        super().__init__(session, parent)
        self.model = WorkModel(self)
        self.table = WorkTable(self.tr("Work of the plan"), self.model)
        self.plans = QComboBox()
        self.plans.setAccessibleName(self.tr("Plan"))
        self.everything = QCheckBox(self.tr("&also what others lead"))
        self.line = EdgeLine()
        self._hint = Quiet(
            self.tr("In the column State: 1 done, 2 under way, 3 not done, 4 not applicable; Alt+Down lists them.")
        )
        self.sent = SentBar(session, self.line, self)
        self._lay_out()
        self.table.selectionModel().currentChanged.connect(lambda _now, _before: self._offer())
        self.model.modelReset.connect(self._offer)
        self.sent.closed.connect(self.take_focus)
        self.table.widened.connect(self._fit)
        self.model.recorded.connect(self._write)
        self.plans.currentIndexChanged.connect(lambda _row: self._show())
        self.everything.toggled.connect(lambda _is_on: self._show())
        session.period_changed.connect(lambda _period: self._show())
        session.bus.changed.connect(self._something_changed)

    def _lay_out(self) -> None:
        label = QLabel(self.tr("P&lan:"))
        label.setBuddy(self.plans)
        self.plans.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.plans.setMinimumContentsLength(24)
        top = QHBoxLayout()
        top.setContentsMargins(theme.STEP, theme.STEP, theme.STEP, theme.HALF)
        top.setSpacing(theme.STEP)
        for widget, stretch in ((label, 0), (self.plans, 1), (self.everything, 0)):
            top.addWidget(widget, stretch)
        self._hint.setContentsMargins(theme.STEP, 0, theme.STEP, theme.HALF)
        head = self.table.horizontalHeader()
        head.setSectionResizeMode(NOTE, QHeaderView.ResizeMode.Stretch)
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self._hint)
        layout.addWidget(self.line)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.sent)

    def activate(self) -> None:
        """Show the bound plans' work."""
        self._fill_plans()
        self._show()

    def take_focus(self) -> None:
        """The first state takes the keys."""
        if self.model.rows and not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.model.index(0, STATE))
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def go(self, place: Place) -> None:
        """Show a plan."""
        row = self.plans.findData(place.plan)
        if row >= 0:
            self.plans.setCurrentIndex(row)

    def save_state(self) -> dict[str, str]:
        """The plan shown, and the columns as they were made."""
        return {"plan": str(self.plans.currentData() or ""), "columns": self.table.widths.save()}

    def restore_state(self, state: dict[str, str]) -> None:
        """Show the plan shown last, in the same columns."""
        self._fill_plans()
        self.plans.setCurrentIndex(max(self.plans.findData(state.get("plan", "")), 0))
        self.table.widths.restore(state.get("columns", ""))

    def _offer(self) -> None:
        """A report under the cursor can be marked as sent."""
        plan, row = self._plan(), self.table.currentIndex().row()
        duties = {duty.id: duty for duty in plan.reporting_duties} if plan is not None else {}
        item = self.model.rows[row] if 0 <= row < len(self.model.rows) else None
        duty = duties.get(item.item_id) if item is not None else None
        if item is None or duty is None:
            self.sent.offer(None)
            return
        period = self.session.period.code
        self.sent.offer(Sendable(duty.id, period, duty.content_vi, duty.to_vi, item.state))

    def _fill_plans(self) -> None:
        bound = [plan for plan in queries.bound_plans(self.session.store) if plan in self.session.catalogue.plans]
        shown = self.plans.currentData()
        self.plans.blockSignals(True)
        self.plans.clear()
        for plan in bound:
            self.plans.addItem(self.session.catalogue.plans[plan].short_title_vi, plan)
        self.plans.setCurrentIndex(max(self.plans.findData(shown), 0))
        self.plans.blockSignals(False)
        if not bound:
            self.line.say(self.tr("No plan binds the station yet. Choose the plans under Settings (Ctrl+7)."))
        else:
            self.line.clear()

    def _plan(self) -> Plan | None:
        return self.session.catalogue.plans.get(str(self.plans.currentData()))

    def _show(self) -> None:
        plan, period = self._plan(), self.session.period
        if plan is None:
            self.model.show_rows([], period.code)
            return
        states = states_for(queries.obligation_states(self.session.store, plan.id), period)
        duties = {state.item_id: state for state in queries.obligation_states(self.session.store, plan.id, period.code)}
        self.model.show_rows(self._rows(plan, states | duties, period), period.code)
        self._fit()

    def _fit(self) -> None:
        """The short columns as wide as what they hold; the long ones share the rest, so that all of them are seen."""
        letter = self.fontMetrics().averageCharWidth()
        is_narrow = self.table.width() < NARROW * letter
        self.table.setColumnHidden(EVIDENCE, is_narrow)
        for column, letters in WIDEST.items():
            self.table.setColumnWidth(column, fitted_width(self.table, column, letters))
        self.table.setColumnWidth(STATE, STATE_LETTERS * letter)
        rest = self.table.viewport().width() - sum(self.table.columnWidth(column) for column in (*WIDEST, STATE))
        for column, share in (NARROW_SHARES if is_narrow else SHARES).items():
            self.table.setColumnWidth(column, max(rest * share // 100, fitted_width(self.table, column, 12)))

    def changeEvent(self, event: QEvent) -> None:
        """Another text size: fit the columns."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _rows(self, plan: Plan, states: dict[str, ObligationState], _period: Period) -> list[WorkRow]:
        shows_all = self.everything.isChecked()
        rows = [
            WorkRow(
                duty.id, self.tr("report"), duty.content_vi, duty.to_vi, duty.frequency_as_printed, states.get(duty.id)
            )
            for duty in plan.reporting_duties
            if shows_all or names_station(duty.who_vi)
        ]
        rows += [
            WorkRow(
                item.id,
                item.clause,
                item.item_vi,
                "; ".join(item.evidence_vi),
                ", ".join(words.work_frequency(each) for each in item.frequency),
                states.get(item.id),
            )
            for item in plan.obligations
            if shows_all or item.level is Level.STATION
        ]
        for task in plan.task_list.tasks if plan.task_list is not None else ():
            if shows_all or task.station_takes_part:
                code = f"{plan.id}/{task.number}"
                rows.append(
                    WorkRow(code, task.number, task.task_vi, task.lead_vi, task.time_as_printed, states.get(code))
                )
        return rows

    def _write(self, state: ObligationState) -> None:
        store, by = self.session.store, self.session.by()
        self.line.clear()
        self.session.write(
            lambda: commands.save_obligation_state(store, state, by), failed=self._say_failed, origin=self
        )

    def _say_failed(self, error: Exception) -> None:
        if not isinstance(error, SoTramError):
            raise error
        self._show()
        self.line.say(self.session.messages.error(error), "error")

    def _something_changed(self, changes: object, origin: object) -> None:
        if origin is not self and self.isVisible() and getattr(changes, "kind", "") in ("obligation_state", "setting"):
            self.activate()
