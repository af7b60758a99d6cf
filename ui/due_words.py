"""A report that is due, as a line of the due list: what it is, on which days, by which text, and how long is left."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from data.due import DueReport, DueText
from data.periods import Cut, span_of
from ui import words
from ui.models.agenda_model import AgendaLine
from ui.screens.due_sent import Sendable
from ui.screens.screen import Place

SOON_DAYS = 14
Certainties = Mapping[str, str]
"""A label of the research -> what it means, in Vietnamese."""

translate = QCoreApplication.translate


def report_line(report: DueReport, sent: Sendable, marked_on: str, certainties: Certainties) -> AgendaLine:
    """One line.

    Args:
        report: What is due.
        sent: What is recorded of it.
        marked_on: The period shown, in words; a report without a period is marked for that one.
        certainties: What the labels of the research mean.
    """
    side, shade = (translate("Due", "sent"), "good") if sent.is_sent else days_words(report)
    code = report.period.code if report.period else ""
    place = Place("reports", plan=report.plan, period=code) if report.plan else Place("data_entry", period=code)
    return AgendaLine(
        "item",
        report.duty.content_vi,
        " · ".join(_details(report, sent, marked_on, certainties)),
        side,
        "done" if sent.is_sent else "reports",
        shade,
        place,
        None if report.is_background else sent,
    )


def days_words(report: DueReport) -> tuple[str, str]:
    """Days left and how they are coloured; the words alone say enough."""
    if not report.is_open:
        return translate("Due", "done"), "good"
    if report.days_left is not None and report.due_on is not None:
        day = words.printed_date(report.due_on)
        if report.days_left < 0:
            return translate("Due", "overdue by %n day(s) ({day})", "", -report.days_left).format(day=day), "bad"
        shade = "warn" if report.days_left <= SOON_DAYS else "text"
        if not report.days_left:
            return translate("Due", "due today ({day})").format(day=day), shade
        return translate("Due", "%n day(s) left ({day})", "", report.days_left).format(day=day), shade
    if report.last_day is None:
        return translate("Due", "no day printed"), "muted"
    day = words.printed_date(report.last_day)
    if report.is_running:
        return translate("Due", "period ends {day}").format(day=day), "muted"
    return translate("Due", "period ended {day}").format(day=day), "warn"


def reason_words(report: DueReport, certainties: Certainties) -> list[str]:
    """By which text a report is due: both of them where they differ; what else is to be known of the day."""
    if not report.texts:
        return []
    texts = report.texts
    first, later = texts[0], next((text for text in texts if text.due_on != report.due_on), None)
    if later is None:
        found = [translate("Due", "by {source}: “{printed}”").format(source=first.source_vi, printed=first.printed)]
    elif first.source_vi == later.source_vi:
        said = translate("Due", "{source}: the earlier of {first} and {second}")
        found = [said.format(source=first.source_vi, first=_part_and_day(first), second=_part_and_day(later))]
    else:
        said = translate("Due", "the earlier of {first} and {second}")
        found = [said.format(first=_text_and_day(first), second=_text_and_day(later))]
    found += dict.fromkeys(certainties.get(text.certainty, text.certainty) for text in texts if text.certainty)
    if report.is_day_off:
        found.append(translate("Due", "falls on a day off"))
    if report.unsure:
        said = translate("Due", "the days off of {years} are not all entered")
        found.append(said.format(years=", ".join(str(year) for year in report.unsure)))
    return found


def _part_and_day(text: DueText) -> str:
    said = translate("Due", "“{printed}” ({part}, {day})")
    return said.format(printed=text.printed, part=text.part_vi, day=words.printed_date(text.due_on))


def _text_and_day(text: DueText) -> str:
    said = translate("Due", "{source} “{printed}” ({day})")
    return said.format(source=text.source_vi, printed=text.printed, day=words.printed_date(text.due_on))


def _details(report: DueReport, sent: Sendable, marked_on: str, certainties: Certainties) -> list[str]:
    period = words.period_name(report.period) if report.period else report.duty.frequency_as_printed
    if report.period is not None and report.cut is Cut.FIFTEENTH:
        first, last = (words.printed_date(day) for day in span_of(report.period, report.cut))
        period = translate("Due", "{period} ({first} to {last})").format(period=period, first=first, last=last)
    duty = report.duty
    bearer = translate("Due", "{who} to {to}").format(who=duty.who_vi, to=duty.to_vi) if duty.to_vi else duty.who_vi
    found = [period, bearer]
    if report.period is None and sent.is_sent:
        found.append(translate("Due", "marked as sent for {period}").format(period=marked_on))
    if not sent.is_sent:
        return found + reason_words(report, certainties)
    return found + ([sent.state.note] if sent.state is not None and sent.state.note else [])
