"""Cài đặt, page of the new year: last year's stocks as proposals, the plans that bind, the receivers that hold on."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from data import commands, queries
from data.errors import SoTramError
from data.model import Category, Changes
from data.periods import Period, parse_period
from data.settings import OPENED_YEAR, value_on
from data.year_opening import (
    PlanChoice,
    Proposal,
    YearOpening,
    missing_ends,
    own_periods,
    plan_choices,
    proposals,
    year_to_open,
)
from ui import theme, words
from ui.models.entry_texts import printed
from ui.screens.screen import Place
from ui.session import Session
from ui.widgets.edge_line import EdgeLine
from ui.widgets.heading import Heading, Quiet

COPIED = ("receivers", "recipients")
"""Settings that a new year begins with as they hold."""
NAME, FIGURE, FROM, INTO = range(4)


class YearPage(QWidget):
    """Everything is shown first; one button writes what is ticked, as one action.

    ``left_for(place)``: last year's figures are to be typed first.
    """

    left_for = Signal(object)

    def __init__(self, session: Session, line: EdgeLine, parent: QWidget | None = None) -> None:
        """``line`` says what was written."""
        super().__init__(parent)
        self._session, self._line = session, line
        self.year = year_to_open(session.today)
        self._proposals: tuple[Proposal, ...] = ()
        self._choices: tuple[PlanChoice, ...] = ()
        self.said, self.missing = Quiet(), Quiet()
        self.lead = QPushButton()
        self.lead.setAccessibleName(self.tr("Go to the missing figures"))
        self.lead.setAutoDefault(True)
        self.lead.hide()
        self._ends: tuple[Period, ...] = ()
        self.table = QTreeWidget()
        self.table.setAccessibleName(self.tr("Stocks of last year's end"))
        self.all = QPushButton(self.tr("Tick &all"))
        self.none = QPushButton(self.tr("Tick &none"))
        self.plan_boxes: dict[str, QCheckBox] = {}
        self.copied = QCheckBox(self.tr("&Keep the receivers and “Nơi nhận” as they are"))
        self.open = QPushButton(self.tr("Open {year}").format(year=self.year))
        self._plans = QVBoxLayout()
        self._plans.setSpacing(theme.HALF)
        self._lay_out()
        self.all.clicked.connect(lambda: self._tick(Qt.CheckState.Checked))
        self.none.clicked.connect(lambda: self._tick(Qt.CheckState.Unchecked))
        self.table.itemChanged.connect(lambda _item, _column: self._show_count())
        self.open.clicked.connect(self._write)
        self.lead.clicked.connect(self._go_there)

    def _lay_out(self) -> None:
        table = self.table
        table.setObjectName("stocks")
        table.setRootIsDecorated(False)
        table.setUniformRowHeights(True)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setMinimumHeight(30 * theme.STEP)
        table.setColumnCount(4)
        table.setHeaderLabels([self.tr("Data element"), self.tr("Figure"), self.tr("Stands in"), self.tr("Goes to")])
        table.header().setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        table.header().setStretchLastSection(False)
        ticks = QHBoxLayout()
        ticks.setSpacing(theme.STEP)
        for button in (self.all, self.none, self.open):
            button.setAutoDefault(True)
        ticks.addWidget(self.all)
        ticks.addWidget(self.none)
        ticks.addStretch(1)
        below = QHBoxLayout()
        below.addWidget(self.open)
        below.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.STEP)
        column.addWidget(self.said)
        column.addWidget(Heading(self.tr("Stocks of last year's end")))
        column.addWidget(
            Quiet(
                self.tr(
                    "Proposals only: tick what still holds. Each is written as typed, and says where it comes from."
                )
            )
        )
        there = QHBoxLayout()
        there.addWidget(self.lead)
        there.addStretch(1)
        column.addWidget(self.missing)
        column.addLayout(there)
        column.addWidget(table, 1)
        column.addLayout(ticks)
        column.addWidget(Heading(self.tr("Plans that bind")))
        column.addLayout(self._plans)
        column.addWidget(Heading(self.tr("Receivers")))
        column.addWidget(self.copied)
        column.addLayout(below)

    # --- showing ---------------------------------------------------------------------------------------------------

    def show_values(self) -> None:
        """What the file holds now; nothing is ticked but the plans and the receivers."""
        session, store, year = self._session, self._session.store, self.year
        session.tasks.run(lambda _task: found_of(session, year), self._show_found)
        self._choices = plan_choices(session.catalogue.plans.values(), queries.bound_plans(store), year)
        self._show_plans()
        profile = queries.profile_on(store, date(year, 1, 1))
        named = "; ".join((*profile.receivers, *profile.recipients))
        self.copied.setToolTip(named)
        self.copied.setChecked(bool(named))
        self.copied.setEnabled(bool(named))
        self._show_state()
        self._show_count()

    def _show_state(self) -> None:
        history = queries.settings_history(self._session.store, OPENED_YEAR)
        opened = [each for each in history if each.valid_from == date(self.year, 1, 1) and each.stored_at is not None]
        if opened and opened[-1].stored_at is not None:
            day = words.printed_date(opened[-1].stored_at.astimezone(words.LOCAL).date())
            text = self.tr("The year {year} was opened on {day} by {name}. What is left below can still be taken over.")
            self.said.setText(text.format(year=self.year, day=day, name=opened[-1].stored_by))
        else:
            self.said.setText(
                self.tr(
                    "Opening {year} writes what is ticked, at once; Ctrl+Z in data entry takes the figures back."
                ).format(year=self.year)
            )

    def showEvent(self, event: QShowEvent) -> None:
        """The page came to the front: look what there is."""
        super().showEvent(event)
        self.show_values()

    def _show_found(self, found: Found) -> None:
        self._ends = found.missing
        names = ", ".join(words.period_name(period) for period in self._ends)
        self.missing.setText(
            self.tr("No stocks stand in {periods} yet: type last year's end first, then it can be taken over.").format(
                periods=names
            )
            if names
            else self.tr("All that can be taken over stands in the new year already.")
        )
        self.missing.setVisible(bool(names) or not found.proposals)
        self.lead.setVisible(bool(names))
        if names:
            self.lead.setText(self.tr("&Go to {period}").format(period=words.period_name(self._ends[0])))
        self._show_proposals(found.proposals)

    def _go_there(self) -> None:
        self.left_for.emit(Place("data_entry", period=self._ends[0].code))

    def _fit_columns(self) -> None:
        """As wide as the figures and the whole heading."""
        head = self.table.header()
        for column in (FIGURE, FROM, INTO):
            wanted = max(self.table.sizeHintForColumn(column), head.sectionSizeHint(column))
            self.table.setColumnWidth(column, wanted + 2 * theme.STEP)

    def changeEvent(self, event: QEvent) -> None:
        """Another text size: fit the columns."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_columns()

    def _show_proposals(self, found: tuple[Proposal, ...]) -> None:
        self._proposals = found
        self.table.blockSignals(True)
        self.table.clear()
        for proposal in self._proposals:
            value = proposal.value
            name = self._session.catalogue.data_elements[value.data_element].name_vi
            if value.category is not Category.DEFAULT:
                name += f" – {words.category(value.category)}"
            places = [words.short_period(parse_period(code)) for code in (proposal.source, value.period)]
            item = QTreeWidgetItem([name, printed(value), *places])
            item.setTextAlignment(FIGURE, Qt.AlignmentFlag.AlignRight)
            item.setCheckState(NAME, Qt.CheckState.Unchecked)
            item.setToolTip(NAME, name)
            self.table.addTopLevelItem(item)
        self._fit_columns()
        self.table.blockSignals(False)
        for button in (self.all, self.none):
            button.setEnabled(bool(self._proposals))
        self._show_count()

    def _show_plans(self) -> None:
        while (taken := self._plans.takeAt(0)) is not None:
            widget = taken.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.plan_boxes = {}
        for choice in self._choices:
            plan = choice.plan
            note = f"{plan.issuing_body_vi} · {words.years(plan)}"
            if not choice.covers:
                note += " · " + self.tr("over; what is still owed stays in the due list")
            box, detail = QCheckBox(plan.short_title_vi), Quiet(note)
            box.setAccessibleName(plan.title_vi)
            box.setChecked(choice.is_bound)
            detail.setContentsMargins(3 * theme.STEP, 0, 0, theme.HALF)
            self._plans.addWidget(box)
            self._plans.addWidget(detail)
            self.plan_boxes[plan.id] = box

    def _ticked(self) -> list[Proposal]:
        is_ticked = [item.checkState(NAME) is Qt.CheckState.Checked for item in self.items()]
        return [proposal for proposal, ticked in zip(self._proposals, is_ticked, strict=False) if ticked]

    def items(self) -> list[QTreeWidgetItem]:
        """The lines of the table."""
        found = (self.table.topLevelItem(row) for row in range(self.table.topLevelItemCount()))
        return [item for item in found if item is not None]

    def _tick(self, state: Qt.CheckState) -> None:
        self.table.blockSignals(True)
        for item in self.items():
            item.setCheckState(NAME, state)
        self.table.blockSignals(False)
        self._show_count()

    def _show_count(self) -> None:
        count = len(self._ticked())
        text = self.tr("&Open {year}: take over {count} figures") if count else self.tr("&Open {year}")
        text = text.format(year=self.year, count=count)
        self.open.setText(text)
        self.open.setAccessibleName(text.replace("&", ""))
        is_empty = bool(self._ends) and not self._proposals
        self.open.setEnabled(self._session.is_writable and not is_empty)
        self.open.setToolTip(self.missing.text() if is_empty else "")

    # --- writing ---------------------------------------------------------------------------------------------------

    def _write(self) -> None:
        session, store = self._session, self._session.store
        values = tuple(each.value._replace(comment=carried_words(each.source)) for each in self._ticked())
        first = date(self.year, 1, 1)
        copied: tuple[tuple[str, str], ...] = ()
        if self.copied.isChecked():
            held = ((key, value_on(queries.settings_history(store, key), key, first)) for key in COPIED)
            copied = tuple((key, value) for key, value in held if value)
        kept = [plan for plan in queries.bound_plans(store) if plan not in self.plan_boxes]
        plans = (*kept, *(plan for plan, box in self.plan_boxes.items() if box.isChecked()))
        opening, by = YearOpening(self.year, values, plans, copied), session.by()
        session.write(lambda: commands.open_year(store, opening, by), self._written, self._failed)

    def _written(self, changes: Changes) -> None:
        self._session.bus.changed.emit(Changes(kind="setting"), self)
        text = self.tr("{year} is open: {count} figures were taken over. Each can be changed like a typed one.")
        self._line.say(text.format(year=self.year, count=len(changes.keys)), "done")
        self.show_values()

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, SoTramError):
            raise error
        self._line.say(self._session.messages.error(error), "error")


class Found(NamedTuple):
    """What last year's end offers, and its periods that hold no stocks."""

    proposals: tuple[Proposal, ...]
    missing: tuple[Period, ...]


def found_of(session: Session, year: int) -> Found:
    """The stocks of the year before; asked off the GUI thread."""
    frequencies = {data_set.frequency for data_set in session.catalogue.data_sets.values()}
    periods = [
        period.code for each in (year - 1, year) for length in frequencies for period in own_periods(each, length)
    ]
    values = queries.data_values(session.store, periods)
    not_kept = queries.forms_not_kept(session.store, date(year, 1, 1))
    arguments = session.catalogue, values, year, not_kept
    return Found(proposals(*arguments), missing_ends(*arguments))


def carried_words(period: str) -> str:
    """The comment of a carried figure: "mang sang từ Quý IV/2025"."""
    said = QCoreApplication.translate("YearPage", "carried over from {period}")
    return said.format(period=words.period_name(parse_period(period)))
