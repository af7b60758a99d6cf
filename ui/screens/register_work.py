"""What the page of the register asks, prints and hands on, off the GUI thread; touches no widget."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from data import queries, report_queries
from data.documents.records import DocumentNumber
from data.documents.register import next_number
from data.model import Profile
from reports.register_print import COLUMNS, RegisterAsked, column_heads, make_register, register_lines
from ui.session import Session
from ui.tasks import Task

_SHEET_WIDTHS = {
    "symbol": 18,
    "day": 13,
    "subject": 48,
    "signer": 22,
    "recipients": 32,
    "keeper": 18,
    "copies": 10,
    "sent": 13,
    "received": 20,
    "remark": 30,
}


class Found(NamedTuple):
    """The register as it stands: the lines of all years."""

    numbers: tuple[DocumentNumber, ...] = ()

    def years(self, today: date) -> list[int]:
        """Years that have lines, and this one; newest first."""
        return sorted({each.year for each in self.numbers} | {today.year}, reverse=True)

    def next_number(self, year: int, series: str) -> int:
        """The number that the next document of a series gets."""
        return next_number(self.numbers, year, series)

    def line(self, key: object) -> DocumentNumber | None:
        """The line of a year, series and number."""
        return next((each for each in self.numbers if each[:3] == key), None)


def found_in(session: Session) -> Found:
    """All lines of the register."""
    return Found(report_queries.numbers(session.store))


def profile_on(session: Session, day: date) -> Profile:
    """The details for documents on a day."""
    return queries.profile_on(session.store, day)


def register_pdf(session: Session, asked: RegisterAsked, task: Task) -> bytes:
    """The register as PDF.

    Raises:
        Cancelled: The task was asked to stop.
    """
    from reports.pdf import render_pdf

    def go_on(done: int, whole: int) -> bool:
        task.progress(done, whole)
        return True

    return render_pdf(make_register(session.store, asked, session.today), go_on)


def register_sheet(session: Session, asked: RegisterAsked) -> bytes:
    """The register as a spreadsheet."""
    from data.exchange.table_sheets import TableSheet, table_xlsx

    document = make_register(session.store, asked, session.today)
    (part,) = document.registers
    table = TableSheet(
        title=f"{part.title} – {part.period}",
        name=f"{asked.series or 'VB'} {asked.year}",
        heads=column_heads(),
        widths=[_SHEET_WIDTHS[name] for name in COLUMNS],
        rows=register_lines(session.store, asked),
        made=session.clock(),
    )
    return table_xlsx(table)


def file_name(asked: RegisterAsked, station: str, ending: str) -> str:
    """How a register is called on disk."""
    return "_".join(filter(None, ("So-van-ban-di", station, asked.series, str(asked.year)))) + ending
