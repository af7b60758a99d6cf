"""Việc cần làm: statistics by their rules, rules that end, days off not entered; read after the first paint."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from data.due import DueReport
from data.due_queries import due_with_statistics
from data.due_statistics import ending_rules
from data.statistics_rules import StatisticsRule, StatisticsRules, load_rules
from ui import words
from ui.due_words import Certainties
from ui.models.agenda_model import AgendaLine
from ui.screens.screen import Place
from ui.session import Session

translate = QCoreApplication.translate


class Statistics(NamedTuple):
    """The rules, and what their labels of certainty mean."""

    rules: StatisticsRules
    certainties: Certainties


def load_statistics() -> Statistics:
    """Read the rules; off the GUI thread."""
    from reports.sections.wording import certainty_words

    rules = load_rules()
    labels = {rules.holiday_law.certainty, rules.administrative.certainty, rules.administrative.not_for_certainty}
    labels |= {rule.certainty for rule in rules.regulations} | {each.certainty for each in rules.receivers}
    return Statistics(rules, {label: certainty_words(label).removesuffix(f" ({label})") for label in labels})


def due_reports(session: Session, statistics: Statistics) -> tuple[DueReport, ...]:
    """Everything that is due."""
    return due_with_statistics(session.store, session.catalogue, statistics.rules, session.today)


def warning_lines(statistics: Statistics, reports: Iterable[DueReport], today: date) -> list[AgendaLine]:
    """What is to be known before the days are relied upon."""
    lines = [_ending(rule, today) for rule in ending_rules(statistics.rules, today)]
    years = sorted({year for each in reports if each.is_open for year in each.unsure})
    if years:
        title = translate("Due", "Enter the days off of {years}: Tết, Giỗ Tổ, the day beside 2 September")
        detail = translate(
            "Due", "Due dates in working days are counted without the days off that are not in the list."
        )
        said = title.format(years=", ".join(str(year) for year in years))
        lines.append(AgendaLine("item", said, detail, "", "calendar", "warn", Place("settings", form="dates")))
    return lines


def _ending(rule: StatisticsRule, today: date) -> AgendaLine:
    """A rule ends by itself, or did."""
    last = date.fromisoformat(rule.valid_to)
    if today <= last:
        title = translate("Due", "{rule} is no longer in force from {day} on")
    else:
        title = translate("Due", "{rule} is no longer in force since {day}; no rule after it is known")
    said = title.format(rule=rule.title_vi, day=words.printed_date(last + timedelta(days=1)))
    detail = translate("Due", "{successor}. Please ask the receiver what is to be reported then.")
    return AgendaLine(
        "item",
        said,
        detail.format(successor=rule.successor_vi[:1].upper() + rule.successor_vi[1:]),
        "",
        "warning",
        "warn",
        Place("settings", form="dates"),
    )
