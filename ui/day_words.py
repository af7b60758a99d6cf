"""Days off, cuts and rules of statistics in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from data.periods import Cut
from data.statistics_rules import StatisticsRules
from data.working_days import HolidayKind, Shortage
from ui import words
from ui.marking import QT_TRANSLATE_NOOP
from ui.models.line_model import Line

translate = QCoreApplication.translate

_KINDS = {
    HolidayKind.NEW_YEAR: QT_TRANSLATE_NOOP("Days", "New Year"),
    HolidayKind.TET: QT_TRANSLATE_NOOP("Days", "Tết"),
    HolidayKind.HUNG_KINGS: QT_TRANSLATE_NOOP("Days", "Hùng Kings (Giỗ Tổ)"),
    HolidayKind.VICTORY: QT_TRANSLATE_NOOP("Days", "Victory Day"),
    HolidayKind.LABOUR: QT_TRANSLATE_NOOP("Days", "Labour Day"),
    HolidayKind.NATIONAL: QT_TRANSLATE_NOOP("Days", "National Day"),
    HolidayKind.SUBSTITUTE: QT_TRANSLATE_NOOP("Days", "day off in lieu"),
    HolidayKind.OTHER: QT_TRANSLATE_NOOP("Days", "another day off"),
    HolidayKind.WORKED: QT_TRANSLATE_NOOP("Days", "worked instead (Saturday, Sunday)"),
}
_WEEKDAYS = (
    QT_TRANSLATE_NOOP("Days", "Monday"),
    QT_TRANSLATE_NOOP("Days", "Tuesday"),
    QT_TRANSLATE_NOOP("Days", "Wednesday"),
    QT_TRANSLATE_NOOP("Days", "Thursday"),
    QT_TRANSLATE_NOOP("Days", "Friday"),
    QT_TRANSLATE_NOOP("Days", "Saturday"),
    QT_TRANSLATE_NOOP("Days", "Sunday"),
)


def holiday_name(kind: HolidayKind) -> str:
    """What a day of the list is."""
    return translate("Days", _KINDS[kind])


def day_name(day: date) -> str:
    """A day with its weekday."""
    return f"{words.printed_date(day)}, {translate('Days', _WEEKDAYS[day.weekday()])}"


def cut_words(cut: Cut) -> str:
    """Which days a period counts."""
    if cut is Cut.FIFTEENTH:
        return translate("Days", "15th of the month before to the 14th")
    return translate("Days", "1st to last day of the month")


def shortage_words(year: int, shortages: Sequence[Shortage], *, is_own: bool) -> str:
    """Whether the list of a year is complete, or which holidays it lacks; whether it was entered at all."""
    if not shortages:
        return translate("Days", "{year}: as many days off as the law gives.").format(year=year)
    said = translate("Days", "{year}: not entered yet: {holidays}. Due dates in working days are marked until then.")
    if not is_own:
        said = translate("Days", "{year}: nothing entered yet; the days fixed by law count. Missing: {holidays}.")
    part = translate("Days", "{holiday} ({known} of {given})")
    parts = (part.format(holiday=holiday_name(each.kind), known=each.known, given=each.given) for each in shortages)
    return said.format(year=year, holidays=", ".join(parts))


def law_words(rules: StatisticsRules, certainties: Mapping[str, str]) -> str:
    """What the law says of days off, and how certain that is."""
    law = rules.holiday_law
    return f"{law.title_vi}: {_sure(law.says_vi, certainties[law.certainty])}"


def decree_words(rules: StatisticsRules, certainties: Mapping[str, str]) -> str:
    """What is said of the days that administrative reports count, and how certain that is."""
    cut = rules.administrative
    said = _sure(cut.says_vi, certainties[cut.certainty])
    return f"{cut.title_vi}: {said} {_sure(cut.not_for_vi, certainties[cut.not_for_certainty])}"


def rule_lines(rules: StatisticsRules, certainties: Mapping[str, str]) -> Iterator[Line]:
    """Every rule under a heading: its reports with their deadlines, what is known of it; then the receivers."""
    for rule in rules.regulations:
        head = f"{rule.title_vi}{_term(rule.valid_from, rule.valid_to)} ({certainties[rule.certainty]})"
        yield Line((head, ""), is_heading=True)
        for report in rule.reports:
            texts = "; ".join(f"{each.text_vi}: “{each.printed}”" for each in report.deadlines)
            yield _line(report.content_vi, texts)
        if rule.note_vi:
            yield _line(translate("Days", "Remark"), rule.note_vi)
        yield _line(translate("Days", "Source"), rule.source)
    yield Line((translate("Days", "Receivers"), ""), is_heading=True)
    for each in rules.receivers:
        term = _term(each.valid_from, each.valid_to).removeprefix(", ")
        yield _line(each.name_vi, "; ".join(filter(None, (term, certainties[each.certainty]))))


def _line(first: str, second: str) -> Line:
    return Line((first, second), subject=(first, second))


def _sure(sentence: str, certainty: str) -> str:
    """A sentence with how certain it is before its full stop."""
    return f"{sentence.removesuffix('.')} – {certainty}."


def _term(valid_from: str, valid_to: str) -> str:
    """From when to when a rule holds."""
    first, last = (words.printed_date(date.fromisoformat(day)) if day else "" for day in (valid_from, valid_to))
    if first and last:
        return ", " + translate("Days", "from {first} to {last}").format(first=first, last=last)
    if first:
        return ", " + translate("Days", "from {first} on").format(first=first)
    return ", " + translate("Days", "to {last}").format(last=last) if last else ""
