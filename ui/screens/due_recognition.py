"""Việc cần làm: the title that runs out, and the year that was not scored yet."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from data import assessment_queries, queries
from data.assessment.recognition import Title, TitleState, title_on, unscored_years
from data.assessment.records import RecognitionRecord
from ui import words
from ui.models.agenda_model import AgendaLine
from ui.screens.due_evidence import evidence_lines
from ui.screens.screen import Place
from ui.session import Session

SOON_DAYS = 90
translate = QCoreApplication.translate


def recognition_lines(session: Session) -> list[AgendaLine]:
    """A heading with what is due of the yearly self-assessment, or nothing; off the GUI thread."""
    store, today = session.store, session.today
    title = title_on(assessment_queries.recognitions(store), today)
    items = [_title_line(title, title.record)] if title.is_due and title.record is not None else []
    assessed = [
        assessment_queries.assessed(store, each.year, each.criteria_set)
        for each in assessment_queries.assessments(store)
    ]
    for year in unscored_years(assessed, today):
        if title.record is not None or queries.load_figures(store, years=range(year, year + 1)).cells:
            items.append(_year_line(year))
    items += evidence_lines(session, assessed)
    head = AgendaLine("head", translate("DueRecognition", "National criteria for commune health"))
    return [head, *items] if items else []


def _title_line(title: Title, record: RecognitionRecord) -> AgendaLine:
    said = translate("DueRecognition", "Be recognised again: the title of {year} ends on {day}")
    day = words.printed_date(record.valid_to)
    detail = translate("DueRecognition", "Decision {decision} · the year to be assessed for it: {year}")
    side, shade = _days(title, record)
    return AgendaLine(
        "item",
        said.format(year=record.year, day=day),
        detail.format(decision=record.decision, year=title.next_year),
        side,
        "assessment",
        shade,
        Place("assessment", form="recognition"),
    )


def _days(title: Title, record: RecognitionRecord) -> tuple[str, str]:
    """Days left and how they are coloured; the words alone say enough."""
    if title.state is TitleState.WITHDRAWN and record.withdrawn_on is not None:
        day = words.printed_date(record.withdrawn_on)
        return translate("DueRecognition", "withdrawn on {day}").format(day=day), "bad"
    days = title.days_left or 0
    if days < 0:
        return translate("DueRecognition", "ended %n day(s) ago", "", -days), "bad"
    said = translate("DueRecognition", "%n day(s) left", "", days)
    return said, "warn" if days <= SOON_DAYS else "text"


def _year_line(year: int) -> AgendaLine:
    said = translate("DueRecognition", "{year} is not self-assessed yet").format(year=year)
    detail = translate("DueRecognition", "The criteria are assessed every year, also while the title is valid.")
    return AgendaLine("item", said, detail, "", "assessment", "warn", Place("assessment", period=str(year)))
