"""The short words that several screens share: periods, verdicts, states. English here, Vietnamese through Linguist."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from data.definitions import DataElement, Indicator
from data.model import Category, Verdict
from data.periods import Period, PeriodType
from ui.marking import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from data.plan_definitions import Plan

ROMAN = ("", "I", "II", "III", "IV")
LOCAL = timezone(timedelta(hours=7))

translate = QCoreApplication.translate

_VERDICTS = {
    Verdict.MET: QT_TRANSLATE_NOOP("Words", "Met"),
    Verdict.NOT_MET: QT_TRANSLATE_NOOP("Words", "Not met"),
    Verdict.MISSING: QT_TRANSLATE_NOOP("Words", "Figures missing"),
    Verdict.NO_DENOMINATOR: QT_TRANSLATE_NOOP("Words", "Nobody concerned"),
    Verdict.NOT_STATION_LEVEL: QT_TRANSLATE_NOOP("Words", "Not the station's"),
    Verdict.NOT_APPLICABLE: QT_TRANSLATE_NOOP("Words", "Not applicable"),
    Verdict.NOT_DUE: QT_TRANSLATE_NOOP("Words", "Not due yet"),
    Verdict.UNDECIDED: QT_TRANSLATE_NOOP("Words", "Awaits a person"),
}
_CATEGORIES = {
    Category.DEFAULT: QT_TRANSLATE_NOOP("Words", "total"),
    Category.MALE: QT_TRANSLATE_NOOP("Words", "male"),
    Category.FEMALE: QT_TRANSLATE_NOOP("Words", "female"),
}
_FREQUENCIES = {
    PeriodType.MONTH: QT_TRANSLATE_NOOP("Words", "monthly"),
    PeriodType.QUARTER: QT_TRANSLATE_NOOP("Words", "quarterly"),
    PeriodType.HALF_YEAR: QT_TRANSLATE_NOOP("Words", "half-yearly"),
    PeriodType.NINE_MONTHS: QT_TRANSLATE_NOOP("Words", "nine-monthly"),
    PeriodType.YEAR: QT_TRANSLATE_NOOP("Words", "yearly"),
}
_CERTAINTIES = {
    "official": QT_TRANSLATE_NOOP("Words", "official formula"),
    "own_reading": QT_TRANSLATE_NOOP("Words", "our own reading, not official"),
}
# Codes that a choice may have, in words; other codes are shown as they stand.
_CHOICES = {
    "xa": QT_TRANSLATE_NOOP("Words", "commune (xã)"),
    "phuong": QT_TRANSLATE_NOOP("Words", "ward (phường)"),
    "thi_tran": QT_TRANSLATE_NOOP("Words", "township (thị trấn)"),
    "dac_khu": QT_TRANSLATE_NOOP("Words", "special zone (đặc khu)"),
    "true": QT_TRANSLATE_NOOP("Words", "Yes"),
    "false": QT_TRANSLATE_NOOP("Words", "No"),
}


def _tr(text: str) -> str:
    return translate("Words", text)


def verdict(value: Verdict) -> str:
    """One of the eight words of CONTRACT V1."""
    return _tr(_VERDICTS[value])


def category(value: Category) -> str:
    """Total, male, female."""
    return _tr(_CATEGORIES[value])


def category_name(name: str) -> str:
    """The same for a category's code (``default`` and ``total`` alike)."""
    return category(Category.DEFAULT if name == "total" else Category(name))


def name_of(definition: DataElement | Indicator) -> str:
    """What a data element or indicator is called in the window's language; papers and reports are Vietnamese."""
    return definition.name_vi if translate("Words", "en", "language of names") == "vi" else definition.name_en


def frequency(value: PeriodType) -> str:
    """How often a figure is kept."""
    return _tr(_FREQUENCIES[value])


_SHORT_FREQUENCIES = {
    PeriodType.MONTH: QT_TRANSLATE_NOOP("Words", "months"),
    PeriodType.QUARTER: QT_TRANSLATE_NOOP("Words", "quarters"),
    PeriodType.HALF_YEAR: QT_TRANSLATE_NOOP("Words", "half-years"),
    PeriodType.NINE_MONTHS: QT_TRANSLATE_NOOP("Words", "nine months"),
    PeriodType.YEAR: QT_TRANSLATE_NOOP("Words", "years"),
}


_WORK_FREQUENCIES = {
    "month": QT_TRANSLATE_NOOP("Words", "monthly"),
    "quarter": QT_TRANSLATE_NOOP("Words", "quarterly"),
    "half_year": QT_TRANSLATE_NOOP("Words", "half-yearly"),
    "nine_months": QT_TRANSLATE_NOOP("Words", "nine-monthly"),
    "year": QT_TRANSLATE_NOOP("Words", "yearly"),
    "five_years": QT_TRANSLATE_NOOP("Words", "every five years"),
}


def work_frequency(name: str) -> str:
    """How often something is owed, by the catalogue's word."""
    return _tr(_WORK_FREQUENCIES[name]) if name in _WORK_FREQUENCIES else name


def short_frequency(value: PeriodType) -> str:
    """What sub-periods are counted in: "2/3 tháng"."""
    return _tr(_SHORT_FREQUENCIES[value])


def certainty(indicator: Indicator) -> str:
    """Whether the formula is official."""
    return _tr(_CERTAINTIES.get(indicator.certainty, indicator.certainty))


def choice(code: str) -> str:
    """A choice or boolean as a person reads it."""
    return _tr(_CHOICES[code]) if code in _CHOICES else code


def period_name(period: Period) -> str:
    """The period as it is spoken of: "Quý III/2024"."""
    year = period.year
    match period.type:
        case PeriodType.MONTH:
            return translate("Periods", "Month {month}/{year}").format(month=period.first_month, year=year)
        case PeriodType.QUARTER:
            roman = ROMAN[period.last_month // 3]
            return translate("Periods", "Quarter {quarter}/{year}").format(quarter=roman, year=year)
        case PeriodType.HALF_YEAR if period.first_month == 1:
            return translate("Periods", "First half of {year}").format(year=year)
        case PeriodType.HALF_YEAR:
            return translate("Periods", "Second half of {year}").format(year=year)
        case PeriodType.NINE_MONTHS:
            return translate("Periods", "Nine months of {year}").format(year=year)
        case _:
            return translate("Periods", "Year {year}").format(year=year)


def short_period(period: Period) -> str:
    """The period as the head of a narrow column: "Q III/24"."""
    year = f"{period.year % 100:02d}"
    match period.type:
        case PeriodType.MONTH:
            return translate("Periods", "M {month}/{year}").format(month=period.first_month, year=year)
        case PeriodType.QUARTER:
            roman = ROMAN[period.last_month // 3]
            return translate("Periods", "Q {quarter}/{year}").format(quarter=roman, year=year)
        case PeriodType.HALF_YEAR:
            return translate("Periods", "H{half}/{year}").format(half=period.last_month // 6, year=year)
        case PeriodType.NINE_MONTHS:
            return translate("Periods", "9 mo./{year}").format(year=year)
        case _:
            return str(period.year)


def short_span(span: Period) -> str:
    """The months that were added up, as the head of a narrow column: "T1–T9/25"; a quarter and a year by their name."""
    if span.first_month == span.last_month or span.type in (PeriodType.QUARTER, PeriodType.YEAR):
        return short_period(span)
    first, last, year = span.first_month, span.last_month, f"{span.year % 100:02d}"
    return translate("Periods", "M {first}–{last}/{year}").format(first=first, last=last, year=year)


def years(plan: Plan) -> str:
    """The years of a plan: "2024–2025", of a single one "2024"."""
    first, last = plan.first_year, plan.last_year
    return str(first) if first == last else f"{first}–{last}"


def printed_date(day: date) -> str:
    """dd/mm/yyyy, whatever the system's locale says."""
    return f"{day.day:02d}/{day.month:02d}/{day.year}"


def printed_moment(moment: datetime) -> str:
    """Day and time in Vietnam (UTC in the file, +07:00 on screen)."""
    local = moment.astimezone(LOCAL)
    return f"{printed_date(local.date())} {local:%H:%M}"
