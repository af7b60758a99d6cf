"""What reports on targets ask of the station file besides the results: earlier years, contradictions, own texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from data import queries
from data.calculation import Calculator
from data.catalogue.content import Catalogue
from data.model import IndicatorValue, ReportText, Station, TargetResult
from data.periods import Period, PeriodType
from data.validation import RuleBook
from reports.document import Block, Chart, Heading, Paragraph, WritingLines
from reports.texts import text

OWN_LENGTHS = (PeriodType.MONTH, PeriodType.QUARTER, PeriodType.YEAR)
YEARS_SHOWN = 5
EMPTY_LINES = 3


def trends_of(
    calculator: Calculator, results: Iterable[TargetResult], period: Period
) -> dict[str, tuple[tuple[int, IndicatorValue], ...]]:
    """The asked period in this year and the four before, for what each target compares."""
    years = range(period.year - YEARS_SHOWN + 1, period.year + 1)
    return {
        result.target.id: tuple(
            (year, calculator.value(result.value.indicator, period.in_year(year))) for year in years
        )
        for result in results
    }


def contradictions_of(
    calculator: Calculator, results: Iterable[TargetResult], period: Period, breaks: tuple[date, ...]
) -> int:
    """How many rules fail among the figures behind the results, in the period and in what lies inside it."""
    codes = {result.value.indicator for result in results}
    elements = {element for code in codes for element in calculator.formula(code).elements}
    book = RuleBook(calculator.catalogue, breaks)
    return len(book.broken(calculator.figures, rules_wanted(calculator.catalogue, elements, period)))


def rules_wanted(catalogue: Catalogue, elements: Iterable[str], span: Period) -> dict[Period, frozenset[str]]:
    """The periods on which rules are held against figures of a span, each with the elements that they must read.

    All own periods inside the span; yearly figures, which stand in shorter reports too (CONTRACT P4), in their year.
    """
    codes = frozenset(elements)
    inner = sorted({part for length in OWN_LENGTHS for part in span.parts(length) or ()})
    yearly = frozenset(code for code in codes if catalogue.data_elements[code].frequency is PeriodType.YEAR)
    return {span.around(PeriodType.YEAR): yearly, **dict.fromkeys(inner, codes)}


def cuts_of(store: queries.Store, catalogue: Catalogue, period: Period) -> dict[str, str]:
    """Each form's cut as of the last day of the period: ``calendar`` or ``fifteenth`` (CONTRACT P8)."""
    return {code: _cut(store, code, period) for code in catalogue.data_sets}


def own_text(texts: Iterable[ReportText], period: Period, section: str) -> list[Paragraph]:
    """What the user wrote for a section of this report."""
    return [
        Paragraph(text=each.text)
        for each in texts
        if each.section == section and each.period == period.code and each.text.strip()
    ]


def section_to_write(heading: str, paragraphs: list[Paragraph]) -> Iterator[Block]:
    """A section with what the user wrote, or dotted lines to fill in by hand."""
    yield Heading(level=1, text=heading)
    yield from paragraphs
    if not paragraphs:
        yield WritingLines(count=EMPTY_LINES)


def numbered(charts: Iterable[Chart]) -> Iterator[Chart]:
    """Charts with their numbers: "Biểu đồ 1. …"."""
    for number, chart in enumerate(charts, start=1):
        yield replace(chart, caption=text("charts.numbered", number=number, caption=chart.caption))


def marks_of(station: Station) -> list[str]:
    """What stands at the bottom of every page of a report that is not frozen."""
    return [text("head.draft"), *([text("head.example")] if station.is_example else [])]


def _cut(store: queries.Store, code: str, period: Period) -> str:
    valid = [each for each in queries.settings_history(store, f"cut.{code}") if each.valid_from <= period.last_day]
    return valid[-1].value if valid else "calendar"
