"""Cài đặt, page of the log: every change that is no figure, who made it and when, what stood there and what stands."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from data.history import RecordEntry, RecordsAsked
from data.record_history import record_history
from ui import theme
from ui.models.journal_model import WHAT, JournalModel
from ui.paper_words import PAPERS
from ui.record_words import journal_line
from ui.session import Session
from ui.widgets.date_field import DateField
from ui.widgets.edge_line import EdgeLine
from ui.widgets.heading import Quiet
from ui.widgets.ledger_table import LedgerTable
from ui.words import LOCAL

PAGE = 100
ASSESSED = (
    "assessment",
    "assessment_layer",
    "assessment_answer",
    "evidence",
    "recognition",
    "item_choice",
    "definition",
)
_WIDTHS = (15, 12, 32, 24)
MOST_LINES = 4
"""Of a long text so many lines are seen; all of it as a tip, and when it is copied."""


class JournalTable(LedgerTable):
    """Its rows are as high as what they say, within limits."""

    def fit_rows(self, first: int) -> None:
        """Fit the rows from ``first`` on."""
        most = MOST_LINES * self.fontMetrics().lineSpacing() + theme.STEP
        for row in range(first, self.model().rowCount()):
            self.setRowHeight(row, min(self.sizeHintForRow(row), most))


class JournalPage(QWidget):
    """A filter, the table, and a button for what is older."""

    def __init__(self, session: Session, line: EdgeLine, parent: QWidget | None = None) -> None:
        """An empty table; it is read when the page is shown. What is wrong with a day is said on ``line``."""
        super().__init__(parent)
        self._session = session
        self._line = line
        self._asked = RecordsAsked(most=PAGE)
        self._answers = 0
        self.kind = QComboBox()
        self.kind.setAccessibleName(self.tr("Kind of change"))
        for caption, kinds in self._kinds():
            self.kind.addItem(caption, kinds)
        self.since = DateField(self.tr("From this day"), hint=self.tr("any day"))
        self.until = DateField(self.tr("To this day"), hint=self.tr("any day"))
        self.model = JournalModel(self)
        self.table = JournalTable(self.tr("Log of changes"), self.model)
        self.older = QPushButton(self.tr("Show &older changes"))
        self.older.setAutoDefault(True)
        self.older.hide()
        self.empty = Quiet(self.tr("Nothing of this kind was changed in these days."))
        self.empty.hide()
        self._lay_out()
        self.kind.currentIndexChanged.connect(lambda _row: self.show_values())
        for field in (self.since, self.until):
            field.day_changed.connect(lambda _day: self.show_values())
            field.refused.connect(lambda said: self._line.say(said, "error"))
        self.older.clicked.connect(self._ask)

    def _kinds(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        return (
            (self.tr("Everything"), ()),
            (self.tr("Users"), ("account",)),
            (self.tr("Forms completed and opened again"), ("complete_data_set_registration",)),
            (self.tr("Details and settings"), ("setting",)),
            (self.tr("Decisions about targets"), ("decision",)),
            (self.tr("Work done, reports sent"), ("obligation_state",)),
            (self.tr("Texts of reports"), ("report_text",)),
            (self.tr("Frozen reports and register"), PAPERS),
            (self.tr("Notes on contradictions"), ("rule_note",)),
            (self.tr("Self-assessment"), ASSESSED),
            (self.tr("Restores of the file"), ("",)),
        )

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(theme.STEP)
        row.addWidget(self.kind)
        for caption, field in ((self.tr("from"), self.since), (self.tr("to"), self.until)):
            row.addWidget(QLabel(caption))
            row.addWidget(field)
        row.addStretch(1)
        self.table.horizontalHeader().setStretchLastSection(True)
        for place, steps in enumerate(_WIDTHS):
            self.table.setColumnWidth(place, steps * theme.STEP)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.STEP)
        hint = self.tr("Figures have their history beside each cell. Of a PIN the log knows only that there is one.")
        column.addWidget(Quiet(hint))
        column.addLayout(row)
        column.addWidget(self.empty)
        column.addWidget(self.table, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.older)
        foot.addStretch(1)
        column.addLayout(foot)

    def show_values(self) -> None:
        """Read the newest page of what is asked for."""
        since, until = self.since.day, self.until.day
        self._asked = RecordsAsked(
            kinds=tuple(self.kind.currentData()),
            since=_midnight(since) if since is not None else None,
            until=_midnight(until + timedelta(days=1)) if until is not None else None,
            most=PAGE,
        )
        self._ask()

    def _ask(self) -> None:
        """Read on a working thread; an answer to what was asked before is old."""
        self._answers += 1
        session, asked, number = self._session, self._asked, self._answers
        session.tasks.run(
            lambda _task: record_history(session.store, asked),
            lambda found: self._show(asked, found) if number == self._answers else None,
        )

    def _show(self, asked: RecordsAsked, found: Sequence[RecordEntry]) -> None:
        lines = [journal_line(self._session.catalogue, entry) for entry in found]
        if asked.before is None:
            self.model.show_lines(lines)
        else:
            self.model.add_lines(lines)
        first = len(self.model.lines) - len(lines)
        self.table.fit_rows(first)
        if asked.before is not None and lines:
            self.table.setCurrentIndex(self.model.index(first, WHAT))
        self._asked = asked._replace(before=found[-1].place) if found else asked
        self.older.setVisible(len(found) == asked.most)
        self.empty.setVisible(not self.model.lines)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), LOCAL)
