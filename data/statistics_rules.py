"""When statistics are due: the rules of ``assets/catalogue/statistics_rules.toml``, read strictly when first needed.

Never before the first paint: the file is TOML, and the due list stands without it.
Source: each rule of the file names its own, with its certainty.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

from data.catalogue.records import RecordReader
from data.errors import Fault, FaultsError
from data.paths import asset
from data.periods import Cut, Period

NAME = "statistics_rules.toml"
WORKING_DAYS = "working_days"

_MONTHS = {
    "month": tuple((month, month) for month in range(1, 13)),
    "quarter": ((1, 3), (4, 6), (7, 9), (10, 12)),
    "3_months": ((1, 3),),
    "6_months": ((1, 6),),
    "9_months": ((1, 9),),
    "half_year": ((1, 6), (7, 12)),
    "year": ((1, 12),),
}
"""Word of the file -> first and last month of its periods; 3, 6 and 9 months count from 1 January."""


class Deadline(NamedTuple):
    """One text on when a report is due.

    Attributes:
        text_vi: Which part of the rule.
        printed: What it prints.
        days: Days after the period.
        unit: Whether these are working days.
    """

    text_vi: str
    printed: str
    days: int
    unit: Literal["working_days", "days"]


class StatisticsReport(NamedTuple):
    """A report that a rule asks of the station.

    Attributes:
        series: Reports of one series on one period are the same report, whichever rule asks for it.
        periods: Words for its periods.
        stream: To whom it goes: the stream of a receiver.
        cut: ``calendar`` or ``fifteenth``.
    """

    id: str
    series: str
    content_vi: str
    periods: tuple[str, ...]
    stream: str
    deadlines: tuple[Deadline, ...]
    cut: Cut = Cut.CALENDAR

    def named_periods(self, years: range) -> tuple[Period, ...]:
        """Its periods of some years, by their last month."""
        return tuple(period for year in years for period in _named(self.periods, year))


class StatisticsRule(NamedTuple):
    """A text that asks for statistics. Days are yyyy-mm-dd, empty where there is no end.

    Attributes:
        valid_to: Last day on which it is in force.
        warn_from: Day from which on the end is told.
        successor_vi: What is known of the text after it.
        certainty: A label of the research.
    """

    id: str
    title_vi: str
    valid_from: str
    certainty: str
    source: str
    reports: tuple[StatisticsReport, ...]
    valid_to: str = ""
    warn_from: str = ""
    successor_vi: str = ""
    note_vi: str = ""

    def governs(self, period: Period) -> bool:
        """Whether it was in force on the last day of a period."""
        return _holds(self.valid_from, self.valid_to, period.last_day)

    def tells_its_end(self, today: date) -> bool:
        """Whether its end is to be told."""
        return bool(self.warn_from) and date.fromisoformat(self.warn_from) <= today


class Receiver(NamedTuple):
    """To whom a stream of reports goes."""

    stream: str
    name_vi: str
    certainty: str
    valid_from: str = ""
    valid_to: str = ""


class AdministrativeCut(NamedTuple):
    """What is said of the days that administrative periodic reports count."""

    title_vi: str
    says_vi: str
    certainty: str
    not_for_vi: str
    not_for_certainty: str


class HolidayLaw(NamedTuple):
    """What is said of days off."""

    title_vi: str
    says_vi: str
    certainty: str


class StatisticsRules(NamedTuple):
    """The whole file."""

    regulations: tuple[StatisticsRule, ...]
    receivers: tuple[Receiver, ...]
    administrative: AdministrativeCut
    holiday_law: HolidayLaw

    def receiver_on(self, stream: str, day: date) -> Receiver | None:
        """To whom a stream goes on a day; None where that is not known."""
        found = (each for each in self.receivers if each.stream == stream)
        return next((each for each in found if _holds(each.valid_from, each.valid_to, day)), None)

    def contents(self) -> dict[str, str]:
        """What each report is called, by the id under which its state is recorded."""
        return {report_id(rule, each): each.content_vi for rule in self.regulations for each in rule.reports}


def report_id(rule: StatisticsRule, report: StatisticsReport) -> str:
    """The id under which a report's state is recorded."""
    return f"{rule.id}/{report.id}"


def load_rules(path: Path | None = None) -> StatisticsRules:
    """Read the rules.

    Args:
        path: The file, when it is another one.

    Raises:
        FaultsError: ``catalogue_faulty`` with everything that is wrong with the file.
    """
    import tomllib

    file = path or asset("catalogue", NAME)
    try:
        table = tomllib.loads(file.read_text("utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise FaultsError("catalogue_faulty", (Fault("catalogue_not_toml", file.name, {"line": "1"}),)) from error
    reader = RecordReader()
    rules = reader.read(StatisticsRules, table, f"{file.name}:")
    faults = (*reader.faults, *(_faults(rules, reader) if rules is not None else ()))
    if rules is None or faults:
        raise FaultsError("catalogue_faulty", faults)
    return rules


@cache
def _named(words: tuple[str, ...], year: int) -> tuple[Period, ...]:
    periods = (Period(year, *months) for word in words for months in _MONTHS[word])
    return tuple(sorted(periods, key=lambda period: period.last_month))


def _faults(rules: StatisticsRules, reader: RecordReader) -> Iterator[Fault]:
    """What a well-formed file still may say wrongly."""
    for rule in rules.regulations:
        place = reader.places[id(rule)]
        yield from _day_faults(place, (rule.valid_from, rule.valid_to, rule.warn_from))
        for report in rule.reports:
            yield from _word_faults(reader.places[id(report)], report.periods, tuple(_MONTHS))
            streams = tuple(each.stream for each in rules.receivers)
            yield from _word_faults(reader.places[id(report)], (report.stream,), streams)
    for receiver in rules.receivers:
        yield from _day_faults(reader.places[id(receiver)], (receiver.valid_from, receiver.valid_to))


def _word_faults(place: str, words: Iterable[str], allowed: tuple[str, ...]) -> Iterator[Fault]:
    for word in words:
        if word not in allowed:
            yield Fault("catalogue_bad_word", place, {"value": word, "allowed": ", ".join(allowed)})


def _day_faults(place: str, days: Iterable[str]) -> Iterator[Fault]:
    for day in filter(None, days):
        if not _is_day(day):
            yield Fault("catalogue_bad_word", place, {"value": day, "allowed": "yyyy-mm-dd"})


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _holds(valid_from: str, valid_to: str, day: date) -> bool:
    """Whether a day lies between two days as the file writes them."""
    text = day.isoformat()
    return (not valid_from or valid_from <= text) and (not valid_to or text <= valid_to)
