"""An evaluator of due dates of its own, written from the texts: days are walked one by one, periods are written out.

Texts: the reporting duties of the plan files ("trước ngày 13/11" means 12/11); Thông tư 37/2019 (month; 3, 6, 9 months;
year; 5 working days), from 1/7/2025 Thông tư 23/2025 (month, year; "05 ngày làm việc" against the table's "05 ngày",
Biểu 2 against "15 ngày"; ends by itself on 1/3/2027), from 1/7/2026 Thông tư 15/2026 (month, year; 5 working days);
Nghị định 09/2019, Điều 12 for the 15th to the 14th, which binds no statistics. Nothing of the program is imported.
"""

import tomllib
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

PLANS = Path(__file__).resolve().parents[2] / "assets" / "catalogue" / "plans"
DAY = timedelta(days=1)

# first month, last month, how it is written
QUARTERS = [(1, 3, "Q1"), (4, 6, "Q2"), (7, 9, "Q3"), (10, 12, "Q4")]
HALVES = [(1, 6, "S1"), (7, 12, "S2")]
MONTHS = [(month, month, f"{month:02d}") for month in range(1, 13)]
YEAR = [(1, 12, "")]
KINDS = {"month": MONTHS, "quarter": QUARTERS, "half_year": HALVES, "year": YEAR}


@dataclass(frozen=True)
class Holidays:
    """Days off and worked weekends as a station typed them; ``full`` are the years with all of them."""

    off: frozenset[date] = frozenset()
    worked: frozenset[date] = frozenset()
    full: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Asked:
    """A report by a rule of statistics: periods, from which period end to which, and the days of its texts."""

    code: str
    kinds: list[tuple[int, int, str]]
    first_end: date
    last_end: date
    texts: tuple[tuple[int, bool], ...] = field(default=((5, True),))


END = date(2999, 1, 1)
RULES = [
    Asked("tt-37-2019/month", MONTHS, date(2020, 4, 1), date(2025, 6, 30)),
    Asked("tt-37-2019/months", [(1, 3, "Q1"), (1, 6, "S1"), (1, 9, "M9")], date(2020, 4, 1), date(2025, 6, 30)),
    Asked("tt-37-2019/year", YEAR, date(2020, 4, 1), date(2025, 6, 30)),
    Asked("tt-23-2025/month", MONTHS, date(2025, 7, 1), date(2027, 2, 28), ((5, True), (5, False))),
    Asked("tt-23-2025/year", YEAR, date(2025, 7, 1), date(2027, 2, 28), ((5, True), (5, False))),
    Asked("tt-23-2025/year-form-2", YEAR, date(2025, 7, 1), date(2027, 2, 28), ((5, True), (15, False))),
    Asked("tt-15-2026/month", MONTHS, date(2026, 7, 1), END),
    Asked("tt-15-2026/year", YEAR, date(2026, 7, 1), END),
]


@lru_cache
def spans(kind: str, fifteenth: bool) -> list[tuple[date, date, str]]:
    """Every period of a kind with its first and last day, written out for a decade."""
    return written_out(KINDS[kind], fifteenth)


def written_out(kinds: list[tuple[int, int, str]], fifteenth: bool) -> list[tuple[date, date, str]]:
    found = []
    for year in range(2019, 2029):
        for first, last, name in kinds:
            if fifteenth:
                start = date(year - 1, 12, 15) if first == 1 else date(year, first - 1, 15)
                found.append((start, date(year, last, 14), f"{year}{name}"))
            else:
                after = date(year + 1, 1, 1) if last == 12 else date(year, last + 1, 1)
                found.append((date(year, first, 1), after - DAY, f"{year}{name}"))
    return found


RULE_SPANS = {asked.code: sorted(written_out(asked.kinds, False), key=lambda each: each[1]) for asked in RULES}


def is_worked(day: date, holidays: Holidays) -> bool:
    """Whether people work on a day; without a list the days of the law with a fixed date are off."""
    if day.isoweekday() in (6, 7):
        return day in holidays.worked
    if holidays.full:
        return day not in holidays.off
    return day not in FIXED


def _fixed() -> frozenset[date]:
    """1/1, 30/4, 1/5, 2/9; one on a weekend is made up for on the next day that is free of all of these."""
    found = set()
    for year in range(2019, 2029):
        days = [date(year, 1, 1), date(year, 4, 30), date(year, 5, 1), date(year, 9, 2)]
        found |= set(days)
        for day in days:
            if day.isoweekday() > 5:
                other = day
                while other.isoweekday() > 5 or other in found:
                    other += DAY
                found.add(other)
    return frozenset(found)


FIXED = _fixed()


def nth_worked(last: date, count: int, holidays: Holidays) -> date:
    """The day on which ``count`` days were worked after a day."""
    day = last
    for _ in range(count):
        day += DAY
        while not is_worked(day, holidays):
            day += DAY
    return day


@lru_cache(maxsize=4096)
def statistics_days(code: str, last: date, holidays: Holidays) -> tuple[date, bool, tuple[int, ...]]:
    """The earliest day, whether the texts differ, and years whose list is not full where that matters."""
    asked = next(each for each in RULES if each.code == code)
    found = []
    for count, works in asked.texts:
        if works:
            day = nth_worked(last, count, holidays)
            years = tuple(year for year in range((last + DAY).year, day.year + 1) if year not in holidays.full)
            found.append((day, years))
        else:
            found.append((last + count * DAY, ()))
    earliest = min(day for day, _years in found)
    certain = any(day == earliest and not years for day, years in found)
    years = () if certain else next(years for day, years in found if day == earliest)
    return earliest, len({day for day, _years in found}) > 1, years


def expected_statistics(today: date, holidays: Holidays) -> set[tuple[object, ...]]:
    """What is due by the rules: id, period, day, days left, runs, differs, unsure."""
    found: set[tuple[object, ...]] = set()
    for asked in RULES:
        ended = [each for each in RULE_SPANS[asked.code] if each[1] < today][-1:]
        running = [each for each in RULE_SPANS[asked.code] if each[0] <= today <= each[1]][:1]
        for _first, last, key in ended + running:
            if asked.first_end <= last <= asked.last_end:
                day, differs, unsure = statistics_days(asked.code, last, holidays)
                found.add((asked.code, key, day, (day - today).days, last >= today, differs, unsure))
    return found


@lru_cache
def plan_files() -> list[dict[str, Any]]:
    return [tomllib.loads(path.read_text("utf-8")) for path in sorted(PLANS.glob("*.toml"))]


def printed_day(duty: dict[str, str], year: int) -> date | None:
    """The day a plan prints: "trước ngày 13/11" leaves the 12th as the last."""
    if "deadline" not in duty:
        return None
    day, month = duty["deadline"].split("/")
    printed = date(year, int(month), int(day))
    return printed - DAY if "trước" in duty["frequency_as_printed"] else printed


def expected_plans(today: date, fifteenth: bool) -> set[tuple[object, ...]]:
    """What is due by the plans: id, period, day, days left, runs, differs, unsure."""
    found: set[tuple[object, ...]] = set()
    shown: dict[tuple[str, int, int], list[tuple[date, str]]] = {}
    for first, last, duty, frequency in duties():
        if frequency not in KINDS:
            found.add((duty["id"], "", None, None, False, False, ()))
            continue
        asked = (frequency, first, last)
        if asked not in shown:
            shown[asked] = _kept_and_running(asked, fifteenth, today)
        for end, key in shown[asked]:
            day = printed_day(duty, int(key[:4]))
            found.add((duty["id"], key, day, (day - today).days if day else None, end >= today, False, ()))
    return found


@lru_cache
def duties() -> list[tuple[int, int, dict[str, str], str]]:
    """First and last year of the plan, the duty, and one of its frequencies."""
    return [
        (int(plan["first_year"]), int(plan["last_year"]), duty, frequency)
        for plan in plan_files()
        for duty in plan["reporting_duty"]
        for frequency in duty["frequency"]
    ]


def _kept_and_running(asked: tuple[str, int, int], fifteenth: bool, today: date) -> list[tuple[date, str]]:
    """The newest ended period, until the same one of the next year has ended, and the one that runs."""
    inside = _inside(*asked, fifteenth)
    ended = [(last, key, following) for _first, last, key, following in inside if last < today][-1:]
    kept = [(last, key) for last, key, following in ended if today <= following]
    return kept + [(last, key) for first, last, key, _following in inside if first <= today <= last]


@lru_cache
def _inside(kind: str, first_year: int, last_year: int, fifteenth: bool) -> list[tuple[date, date, str, date]]:
    """Periods of a plan's years: first day, last day, key, last day of the same period of the next year."""
    ends = {key: last for _first, last, key in spans(kind, fifteenth)}
    return [
        (first, last, key, ends[f"{int(key[:4]) + 1}{key[4:]}"])
        for first, last, key in spans(kind, fifteenth)
        if first_year <= int(key[:4]) <= last_year and f"{int(key[:4]) + 1}{key[4:]}" in ends
    ]
