"""Which report is shown: its kind, and the plan or the criteria set that it is made for."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QVBoxLayout, QWidget

from data import queries
from data.periods import Period, PeriodType
from reports.report import ReportRequest, SetName
from ui import theme
from ui.screens.report_work import PLAN_KIND, sets_of
from ui.session import Session

translate = QCoreApplication.translate

YEARLY = ("self_assessment",)
"""Kinds that are made for a whole year: the year of the period in the header."""


def titles() -> dict[str, str]:
    """All kinds with what they are called, in the order of the list."""
    return {
        PLAN_KIND: translate("ReportChoice", "Progress of a plan"),
        "self_assessment": translate("ReportChoice", "Yearly self-assessment"),
        "criteria_progress": translate("ReportChoice", "Progress criterion by criterion"),
        "new_rural_health": translate("ReportChoice", "Health indicators of new-rural communes"),
    }


class ReportChoice(QWidget):
    """Two lists: the kind of report, and what it is made for.

    ``changed``: another report is meant. The sets of a kind are read on a working thread.
    """

    changed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Fill the kinds; plans and sets follow when the screen is shown."""
        super().__init__(parent)
        self._session = session
        self._wanted: dict[str, str] = {}
        self.kinds, self.subjects, self._label = QComboBox(), QComboBox(), QLabel()
        self.kinds.setAccessibleName(self.tr("Kind of report"))
        for kind, title in titles().items():
            self.kinds.addItem(title, kind)
        self.subjects.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.kinds.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        kind_label = QLabel(self.tr("R&eport"))
        kind_label.setBuddy(self.kinds)
        self._label.setBuddy(self.subjects)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.HALF)
        for widget in (kind_label, self.kinds, self._label, self.subjects):
            layout.addWidget(widget)
        self._name_subjects()
        self.kinds.currentIndexChanged.connect(lambda _row: self._show_kind())
        self.subjects.currentIndexChanged.connect(lambda _row: self._choose())

    @property
    def kind(self) -> str:
        """Code of the kind."""
        return str(self.kinds.currentData())

    @property
    def subject(self) -> str:
        """Id of the plan or set; empty while there is none."""
        return str(self.subjects.currentData() or "")

    @property
    def is_plan(self) -> bool:
        """Whether the report is made for a plan."""
        return self.kind == PLAN_KIND

    def request(self, period: Period) -> ReportRequest | None:
        """The report for the period in the header, or for its year; None while nothing is there to make it for."""
        if not self.subject:
            return None
        if self.kind in YEARLY:
            period = period.around(PeriodType.YEAR)
        day = self._session.today
        if self.is_plan:
            return ReportRequest(kind=self.kind, period=period.code, plan=self.subject, day=day)
        return ReportRequest(kind=self.kind, period=period.code, criteria_set=self.subject, day=day)

    def fill(self) -> None:
        """Show the plans or sets as they are now; the one that was shown stays shown."""
        if self.is_plan:
            self._fill_plans()
            return
        session, kind = self._session, self.kind
        session.tasks.run(lambda _task: sets_of(session, kind), lambda sets: self._fill_sets(kind, sets))

    def show_subject(self, kind: str, subject: str) -> None:
        """Show a report; its plan or set is taken up as soon as the list is there."""
        self._wanted[kind] = subject
        row = self.kinds.findData(kind)
        if row >= 0 and row != self.kinds.currentIndex():
            self.kinds.setCurrentIndex(row)
        else:
            self.fill()

    def _choose(self) -> None:
        self._show_tip()
        self.changed.emit()

    def _show_tip(self) -> None:
        """The whole name of what is chosen, which the box may have no room for."""
        self.subjects.setToolTip(self.subjects.currentText())

    def _show_kind(self) -> None:
        self._name_subjects()
        self.subjects.blockSignals(True)
        self.subjects.clear()
        self.subjects.blockSignals(False)
        self.changed.emit()
        self.fill()

    def _name_subjects(self) -> None:
        self._label.setText(self.tr("P&lan") if self.is_plan else self.tr("Criteria se&t"))
        self.subjects.setAccessibleName(self.tr("Plan") if self.is_plan else self.tr("Criteria set"))

    def _fill_plans(self) -> None:
        bound = queries.bound_plans(self._session.store)
        plans = self._session.catalogue.plans
        items = []
        for plan in [*(each for each in bound if each in plans), *(each for each in plans if each not in bound)]:
            mark = "" if plan in bound else self.tr(" (does not bind the station)")
            items.append((f"{plans[plan].short_title_vi}{mark}", plan))
        self._show(items)

    def _fill_sets(self, kind: str, sets: tuple[SetName, ...]) -> None:
        if kind != self.kind:
            return  # another kind was chosen meanwhile
        own = self.tr(" (entered by the station)")
        items = [(f"{each.id}: {each.title}{own if each.is_own else ''}", each.id) for each in sets]
        year = self._session.period.year
        self._show(items, next((each.id for each in sets if each.is_for(year)), ""))

    def _show(self, items: list[tuple[str, str]], first: str = "") -> None:
        """Show the list at what is wanted, at what was shown, or at ``first``; long names have their whole in a tip."""
        before = self.subject
        shown = self._wanted.pop(self.kind, "") or before or first
        self.subjects.blockSignals(True)
        self.subjects.clear()
        for title, code in items:
            self.subjects.addItem(title, code)
            self.subjects.setItemData(self.subjects.count() - 1, title, Qt.ItemDataRole.ToolTipRole)
        self.subjects.setCurrentIndex(max(self.subjects.findData(shown), 0) if items else -1)
        self.subjects.blockSignals(False)
        self._show_tip()
        if self.subject != before:
            self.changed.emit()
