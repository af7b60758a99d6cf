"""Việc cần làm: figures that changed after their report was sent, until the report was sent once more."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from data import commands
from data.corrections import LateChange, LateReport
from data.definitions import DataElement, ValueType
from data.model import Category, CellState
from data.numbers import NOT_APPLICABLE_SIGN, format_typed
from data.periods import parse_period
from data.sent import late_corrections
from ui import words
from ui.models.agenda_model import AgendaLine
from ui.models.entry_rows import CellId
from ui.screens.screen import Place
from ui.session import Session

MOST_CELLS = 12
translate = QCoreApplication.translate


class Resent(NamedTuple):
    """What opening a line does: the report was sent once more."""

    item_id: str
    period: str


def late_lines(session: Session) -> list[AgendaLine]:
    """A heading with its cells for each sent report that no longer says what the file says; off the GUI thread."""
    return [line for report in late_corrections(session.store, session.catalogue) for line in _report(session, report)]


def sent_words(report: LateReport) -> str:
    """Which report, and when it was sent: "Báo cáo Quý III/2024 (…) đã gửi ngày 05/10/2024"."""
    covered = report.covered
    said = translate("DueLate", "The report of {period} ({content}) was sent on {day}")
    return said.format(
        period=words.period_name(covered.period),
        content=covered.duty.content_vi,
        day=words.printed_date(covered.sending.at.astimezone(words.LOCAL).date()),
    )


def mark_resent(session: Session, sent: Resent) -> None:
    """Write that a corrected report was sent."""
    store, by, day = session.store, session.by(), session.today
    session.write(lambda: commands.mark_resent(store, sent.item_id, sent.period, day, by))


def _report(session: Session, report: LateReport) -> list[AgendaLine]:
    count, covered = len(report.changes), report.covered
    side = translate("DueLate", "changed after sending: {count} cells").format(count=count)
    lines = [AgendaLine("head", translate("DueLate", "Reports to be corrected"), side=side)]
    lines.append(AgendaLine("note", sent_words(report) + "."))
    lines += [_cell(session, change) for change in report.changes[:MOST_CELLS]]
    if count > MOST_CELLS:
        lines.append(AgendaLine("note", translate("DueLate", "and {count} more").format(count=count - MOST_CELLS)))
    title = translate("DueLate", "The corrected report was sent (Enter)")
    sent = Resent(covered.duty.id, covered.period.code)
    return [*lines, AgendaLine("item", title, "", "", "reports", "text", sent)]


def _cell(session: Session, change: LateChange) -> AgendaLine:
    """A cell: who, when, old and new."""
    element = session.catalogue.data_elements[change.data_element]
    name = words.name_of(element)
    if change.category is not Category.DEFAULT:
        name += f" – {words.category(change.category)}"
    period = words.short_period(parse_period(change.period))
    old = held_words(element, change.old_state, change.old_value)
    new = held_words(element, change.new_state, change.new_value)
    detail = f"{change.who} · {words.printed_moment(change.at)}"
    if change.why:
        detail += f" · {change.why}"
    cell = CellId(change.data_element, change.period, change.category)
    return AgendaLine(
        "item", f"{name}, {period}", detail, f"{old} → {new}", "warning", "warn", Place("data_entry", cell=cell)
    )


def held_words(element: DataElement, state: CellState, value: str) -> str:
    """What a cell holds, as it is read in a sentence."""
    if state is CellState.NOT_REPORTED:
        return translate("DueLate", "blank")
    if state is CellState.NOT_APPLICABLE:
        return NOT_APPLICABLE_SIGN
    if state is CellState.DRAFT:
        return f"“{value}”"
    is_number = element.value_type in (ValueType.INTEGER, ValueType.DECIMAL)
    return format_typed(value) if is_number else words.choice(value)
