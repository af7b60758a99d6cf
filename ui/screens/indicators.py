"""Chỉ tiêu: a plan's targets held against the period; any number opens Giải trình."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QHeaderView, QLabel, QSplitter, QVBoxLayout, QWidget

from data import commands, queries
from data.errors import SoTramError
from data.model import Verdict
from data.periods import Period
from data.plan_definitions import Plan
from ui import theme, words
from ui.memory import restore_splitter, splitter_text
from ui.models.target_model import CLAUSE, FRACTION, GAP, NAME, RESULT, TARGET, TREND, VERDICT, TargetModel, TargetRow
from ui.permissions import Deed, hold_back_button
from ui.screens.due_targets import shown_indicators
from ui.screens.indicator_facts import Explained, explained, target_rows, with_trend
from ui.screens.screen import Place, Screen
from ui.session import Session
from ui.widgets.column_widths import fitted_width
from ui.widgets.edge_line import EdgeLine
from ui.widgets.explanation import Explanation
from ui.widgets.heading import Quiet
from ui.widgets.ledger_table import LedgerTable
from ui.widgets.trend_delegate import TrendDelegate

WIDEST = {CLAUSE: 12, TARGET: 22, RESULT: 24, FRACTION: 20, VERDICT: 24, GAP: 20}
"""The most letters that a column has room for; the name takes what is left."""
TREND_LETTERS = 14

GIVE_WAY = (TARGET, RESULT, GAP, VERDICT)
NAME_LETTERS, LEAST_LETTERS = 32, 14
"""The letters that the name is left where others can give way, and those that each of them keeps."""


class IndicatorsScreen(Screen):
    """The table above, the explanation of one result below."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Build the widgets; results are worked out when the screen is shown."""
        super().__init__(session, parent)
        self.model = TargetModel(self)
        self.table = LedgerTable(self.tr("Targets of the plan"), self.model)
        self.explanation = Explanation(session)
        self.explanation.hide()
        self.line = EdgeLine()
        self.plans = QComboBox()
        self.plans.setAccessibleName(self.tr("Plan"))
        self._summary = Quiet()
        self._asked: tuple[str, Period] | None = None
        self._was_explained = False
        self._wanted: Place | None = None
        self._sight = self.timer(0, self._keep_in_sight)
        self._fill_plans()
        self._lay_out()
        self.table.opened.connect(self._explain)
        self.table.widened.connect(self._fit)
        self.explanation.closed.connect(self._close_explanation)
        self.explanation.cell_opened.connect(lambda cell: self.left_for.emit(Place("data_entry", cell=cell)))
        self.explanation.decision_asked.connect(self._decide)
        hold_back_button(session, self.explanation.decide, Deed.DECIDE)
        self.plans.currentIndexChanged.connect(lambda _row: self._work_out())
        session.period_changed.connect(lambda _period: self._work_out())
        session.bus.changed.connect(self._something_changed)
        self.table.selectionModel().currentChanged.connect(lambda *_: self._explain_again())
        QShortcut(QKeySequence("Escape"), self).activated.connect(self._close_explanation)

    # --- building --------------------------------------------------------------------------------------------------

    def _fill_plans(self) -> None:
        bound = queries.bound_plans(self.session.store)
        plans = self.session.catalogue.plans
        ordered = [plan for plan in bound if plan in plans] + [plan for plan in plans if plan not in bound]
        self.plans.blockSignals(True)
        self.plans.clear()
        for plan in ordered:
            mark = "" if plan in bound else self.tr(" (does not bind the station)")
            self.plans.addItem(f"{plans[plan].short_title_vi}{mark}", plan)
        self.plans.blockSignals(False)

    def _lay_out(self) -> None:
        label = QLabel(self.tr("P&lan:"))
        label.setBuddy(self.plans)
        self.plans.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.plans.setMinimumContentsLength(24)
        top = QHBoxLayout()
        top.setContentsMargins(theme.STEP, theme.STEP, theme.STEP, theme.HALF)
        top.setSpacing(theme.STEP)
        top.addWidget(label)
        top.addWidget(self.plans, 2)
        top.addWidget(self._summary, 3)
        head = self.table.horizontalHeader()
        head.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.setItemDelegateForColumn(TREND, TrendDelegate(self.table))
        self._fit()
        upper = QWidget()
        column = QVBoxLayout(upper)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.line)
        column.addWidget(self.table, 1)
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.setHandleWidth(1)
        self.splitter.addWidget(upper)
        self.splitter.addWidget(self.explanation)
        self.splitter.setStretchFactor(0, 3)
        self.splitter.setStretchFactor(1, 2)
        self.splitter.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.splitter)

    def _fit(self) -> None:
        """Every column as wide as what it holds; others give way while the name would be left too little room."""
        widths = {column: fitted_width(self.table, column, letters) for column, letters in WIDEST.items()}
        letter = self.fontMetrics().averageCharWidth()
        widths[TREND] = TREND_LETTERS * letter
        room = self.table.viewport().width() - sum(widths.values())
        for column in (TREND, FRACTION):
            room += self._step_aside(column, widths[column], is_narrow=room < NAME_LETTERS * letter)
        for column in GIVE_WAY:
            spare = widths[column] - fitted_width(self.table, column, LEAST_LETTERS)
            given = max(min(spare, NAME_LETTERS * letter - room), 0)
            widths[column], room = widths[column] - given, room + given
        self._step_aside(GAP, widths[GAP], is_narrow=room < LEAST_LETTERS * letter)
        for column, width in widths.items():
            self.table.setColumnWidth(column, width)

    def _step_aside(self, column: int, width: int, *, is_narrow: bool) -> int:
        """Hide a column where there is too little room, Giải trình still has it; the room that it leaves."""
        self.table.setColumnHidden(column, is_narrow)
        return width if is_narrow else 0

    def changeEvent(self, event: QEvent) -> None:
        """Another text size: fit the columns."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()
            self._sight.start()

    # --- coming and going ------------------------------------------------------------------------------------------

    def activate(self) -> None:
        """Work the results out when something has changed since."""
        if self._asked is None:
            self._work_out()

    def take_focus(self) -> None:
        """The table takes the keys."""
        if self.model.rows and not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.model.index(0, RESULT))
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def go(self, place: Place) -> None:
        """Show a target, or the first one for an indicator, and explain it."""
        plan = place.plan or self._plan_with(place.indicator)
        row = self.plans.findData(plan)
        self._wanted = place if place.target or place.indicator else None
        if row >= 0 and row != self.plans.currentIndex():
            self.plans.setCurrentIndex(row)
        elif self.model.rows and self._asked is not None:
            self._show_wanted()

    def save_state(self) -> dict[str, str]:
        """The plan shown, the columns as they were made, the height of the explanation."""
        state = {"plan": str(self.plans.currentData() or ""), "columns": self.table.widths.save()}
        return state | ({"splitter": splitter_text(self.splitter)} if self._was_explained else {})

    def restore_state(self, state: dict[str, str]) -> None:
        """Show the plan shown last, in the same columns."""
        self._show_plan(state.get("plan", ""))
        self.table.widths.restore(state.get("columns", ""))
        restore_splitter(self.splitter, state.get("splitter", ""))

    def _show_plan(self, plan: str) -> None:
        row = self.plans.findData(plan)
        if row >= 0:
            self.plans.blockSignals(True)
            self.plans.setCurrentIndex(row)
            self.plans.blockSignals(False)

    def _plan_with(self, indicator: str) -> str:
        """The shown plan when it has a target for the indicator, else the first that has one."""
        shown = self._plan()
        plans = [shown, *self.session.catalogue.plans.values()] if shown else self.session.catalogue.plans.values()
        for plan in plans:
            if any(indicator in shown_indicators(target) for target in plan.targets):
                return plan.id
        if indicator:
            name = self.session.catalogue.indicators[indicator].name_vi
            self.line.say(self.tr("No plan sets a target for “{name}”.").format(name=name))
        return ""

    def _plan(self) -> Plan | None:
        return self.session.catalogue.plans.get(str(self.plans.currentData()))

    def _something_changed(self, changes: object, origin: object) -> None:
        if getattr(changes, "kind", "") not in ("data_value", "decision", "setting"):
            return
        if getattr(changes, "kind", "") == "setting":
            shown = self.plans.currentData()
            self._fill_plans()
            self._show_plan(str(shown or ""))
        self._asked = None
        if self.isVisible() or origin is self:
            self._work_out()

    # --- results ---------------------------------------------------------------------------------------------------

    def _work_out(self) -> None:
        plan, session, period = self._plan(), self.session, self.session.period
        if plan is None or (not self.isVisible() and self._asked is None and not self.window().isVisible()):
            return
        self._asked = (plan.id, period)
        if not self.model.rows:
            self._summary.setText(self.tr("Working them out…"))
        session.tasks.run(lambda _task: target_rows(session, plan, period), lambda rows: self._show(plan, period, rows))

    def _show(self, plan: Plan, period: Period, rows: list[TargetRow]) -> None:
        if self._asked != (plan.id, period):
            return
        self.model.show_rows(rows)
        self._fit()
        counts = {verdict: sum(row.result.verdict is verdict for row in rows) for verdict in Verdict}
        parts = [f"{words.verdict(verdict)} {count}" for verdict, count in counts.items() if count]
        outside = self.tr("The period lies outside the plan's years. ") if rows and rows[0].result.outside_plan else ""
        self._summary.setText(outside + " · ".join(parts))
        self._show_wanted()
        if self.table.hasFocus() and not self.table.currentIndex().isValid():
            self.take_focus()
        session = self.session
        session.tasks.run(
            lambda _task: with_trend(session, plan, period, rows), lambda more: self._show_trend(plan, period, more)
        )

    def _show_trend(self, plan: Plan, period: Period, rows: list[TargetRow]) -> None:
        if self._asked == (plan.id, period):
            self.model.show_rows(rows)
            self._sight.start()

    def _show_wanted(self) -> None:
        place, self._wanted = self._wanted, None
        if place is None:
            return
        row = self.model.row_of(place.target, place.indicator)
        if row >= 0:
            index = self.model.index(row, RESULT)
            self.table.setCurrentIndex(index)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            self._explain(index)

    # --- explanation -----------------------------------------------------------------------------------------------

    def _current_row(self) -> TargetRow | None:
        row = self.table.currentIndex().row()
        return self.model.rows[row] if 0 <= row < len(self.model.rows) else None

    def _explain(self, _index: QModelIndex) -> None:
        self.explanation.show()
        self._was_explained = True
        self._explain_again()
        self._sight.start()

    def _keep_in_sight(self) -> None:
        """The row that is explained stands above the explanation, not behind it."""
        if not self.explanation.isHidden():
            self.table.scrollTo(self.table.currentIndex())

    def _explain_again(self) -> None:
        plan, row, session, period = self._plan(), self._current_row(), self.session, self.session.period
        if plan is None or row is None or self.explanation.isHidden():
            return
        session.tasks.run(lambda _task: explained(session, plan, row, period), self._show_explained)

    def _show_explained(self, found: Explained) -> None:
        row = self._current_row()
        if row is not None and row.result.target.id == found.row.result.target.id:
            self.explanation.show_explained(found)
            self._sight.start()

    def _close_explanation(self) -> None:
        self.explanation.hide()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- decisions -------------------------------------------------------------------------------------------------

    def _decide(self) -> None:
        row = self._current_row()
        if row is None:
            return
        from ui.decision_dialog import ask_decision

        decision = ask_decision(self, self.session, row, self.session.period)
        if decision is None:
            return
        store, by = self.session.store, self.session.by()
        self.session.write(lambda: commands.save_decision(store, decision, by), failed=self._say_failed, origin=self)

    def _say_failed(self, error: Exception) -> None:
        if not isinstance(error, SoTramError):
            raise error
        self.line.say(self.session.messages.error(error), "error")
