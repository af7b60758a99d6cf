"""Figures that changed after a report was sent: which reports have to be corrected, and by which cells.

A report counts from 1 January to the end of its period (CONTRACT P6), so a figure of February belongs to the report of
the third quarter, too. Pure functions over what the change log says.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from data.model import Category, CellState
from data.periods import Period, parse_period, year_to_date
from data.plan_definitions import Plan, ReportingDuty


class Sending(NamedTuple):
    """A reporting duty recorded as done for a period.

    Attributes:
        at, who: When and by whom it was recorded first, without having been taken back since.
        log_id: The newest entry of the figures' change log when it was sent, or sent once more; later ones are late.
    """

    item_id: str
    period: str
    at: datetime
    who: str
    log_id: int


class LateChange(NamedTuple):
    """A cell's change as the log has it, or several of one cell taken together.

    Attributes:
        log_id: Place in the change log.
        at, who, why: Of the last of them.
    """

    log_id: int
    data_element: str
    period: str
    category: Category
    at: datetime
    who: str
    why: str
    old_state: CellState
    old_value: str
    new_state: CellState
    new_value: str


class Covered(NamedTuple):
    """A sent report with the figures that it rests on."""

    plan: Plan
    duty: ReportingDuty
    period: Period
    sending: Sending
    elements: frozenset[str]

    def holds(self, element: str, period: str) -> bool:
        """Whether a figure of an element's own period stands in the report."""
        return element in self.elements and year_to_date(self.period).contains(parse_period(period))


class LateReport(NamedTuple):
    """A sent report whose figures changed since, by cell in the order of their first change."""

    covered: Covered
    changes: tuple[LateChange, ...]


def late_reports(reports: Iterable[Covered], changes: Iterable[LateChange]) -> tuple[LateReport, ...]:
    """The sent reports that no longer say what the file says, in the order given.

    Args:
        reports: What was sent.
        changes: Entries of the change log, oldest first. A cell that came back to what was sent counts for nothing.
    """
    entries = tuple(changes)
    found = [LateReport(report, _net(report, entries)) for report in reports]
    return tuple(report for report in found if report.changes)


def _net(report: Covered, changes: tuple[LateChange, ...]) -> tuple[LateChange, ...]:
    """For each cell of a report: what was sent, and what stands there now."""
    cells: dict[tuple[str, str, Category], LateChange] = {}
    for change in changes:
        if change.log_id <= report.sending.log_id or not report.holds(change.data_element, change.period):
            continue
        key = change.data_element, change.period, change.category
        first = cells.get(key, change)
        cells[key] = change._replace(old_state=first.old_state, old_value=first.old_value)
    return tuple(
        change
        for change in cells.values()
        if (change.old_state, change.old_value) != (change.new_state, change.new_value)
    )
