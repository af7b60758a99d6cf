"""Words for periods, spans and plans, as reports print them."""

from __future__ import annotations

import re

from data.model import IndicatorValue, Number
from data.numbers import format_number
from data.periods import Period, PeriodType, parse_period
from data.plan_definitions import Plan
from reports.days import month_text
from reports.texts import text
from reports.texts import words as words_of

ROMAN = ("", "I", "II", "III", "IV")
MOST_DECIMALS = 2

_TYPE = re.compile(r"(Kế hoạch(?: hành động)?) (.*)", re.DOTALL)
_DAY = re.compile(r"ngày\s*(\d*)\s*tháng\s*(\d*)\s*năm\s*(\d*)")


def period_words(period: Period) -> str:
    """The period in words: "quý III năm 2024", "6 tháng đầu năm 2024", "năm 2024"."""
    key = f"period.{_key(period)}"
    return text(key, roman=ROMAN[period.last_month // 3], year=period.year, month=month_text(period.last_month))


def until_words(period: Period) -> str:
    """Up to when was counted: "tính đến hết quý III"; empty for a whole year."""
    if period.is_year:
        return ""
    key = f"period.until_{_key(period)}"
    return text(key, roman=ROMAN[period.last_month // 3], month=month_text(period.last_month))


def _key(period: Period) -> str:
    if period.type is PeriodType.HALF_YEAR:
        return f"half_year_{period.last_month // 6}"
    return str(period.type.value)


def borrowed_words(code: str) -> str:
    """The words "số năm 2023" for a figure taken from another period (CONTRACT P4)."""
    return text("period.from_year", period=period_words(parse_period(code)))


def span_remarks(value: IndicatorValue) -> list[str]:
    """What must stand beside a value: "lũy kế", "2/3 tháng", "số năm 2023"."""
    remarks = [text("period.to_date")] if value.is_year_to_date and value.value is not None else []
    if value.reported is not None and value.reported_type is not None and value.reported[1] > 1:
        reported, needed = value.reported
        remarks.append(text(f"period.reported_{value.reported_type.value}", reported=reported, needed=needed))
    periods = dict.fromkeys(period for _, period in value.borrowed)
    return remarks + [borrowed_words(period) for period in periods]


def figure_text(value: Number) -> str:
    """A count or a sum in Vietnamese form: as many decimals as it has, at most two."""
    decimals = 0
    while decimals < MOST_DECIMALS and (value * 10**decimals) % 1:
        decimals += 1
    return format_number(value, decimals)


def certainty_words(label: str) -> str:
    """How certain a source is: as it stands, a label of the research with what it means before it."""
    meaning = certainty_meaning(label)
    return f"{meaning} ({label})" if meaning != label else label


def certainty_meaning(label: str) -> str:
    """What a label of the research means; any other text as it stands."""
    return words_of("certainty").get(label.replace(",", "").replace(" ", "_"), label)


def capital(words: str) -> str:
    """The words with a capital at their beginning."""
    return words[:1].upper() + words[1:]


def lower(words: str) -> str:
    """The words without a capital at their beginning."""
    return words[:1].lower() + words[1:]


def citation(plan: Plan) -> str:
    """The plan as it is cited the first time: type, number, date, issuer, subject; "…" for what the plan leaves open.

    Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.6.
    """
    kind, rest = "Kế hoạch", plan.title_vi
    match = _TYPE.fullmatch(plan.title_vi)
    if match is not None:
        kind, rest = match[1], f"về {match[2]}"
    words = text(
        "plan.citation",
        type=kind,
        number=_plan_number(plan.number_as_printed),
        day=_plan_day(plan.place_date_as_printed),
        issuer=plan.issuing_body_vi,
        rest=rest,
    )
    return " ".join(words.split())


def _plan_number(printed: str) -> str:
    number = printed.removeprefix("Số:").replace(" ", "")
    return f"…{number}" if number.startswith("/") or not number else number


def _plan_day(printed: str) -> str:
    match = _DAY.search(printed)
    if match is None:
        return text("annex.empty_day")
    return text("annex.day", day=match[1] or "…", month=match[2] or "…", year=match[3] or "…")
