"""Legends under tables: the signs, what is counted from January on, which days the figures cover."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from data.catalogue.content import Catalogue
from data.model import Completion, TargetResult
from data.periods import Period, parse_period
from reports.days import day_text
from reports.document import Row
from reports.sections.figures import FigureWriter
from reports.sections.wording import period_words
from reports.texts import text

FIFTEENTH = "fifteenth"
"""Value of a form's cut when its months run from the 15th to the 14th (CONTRACT P8)."""


def legend(rows: Iterable[Row], results: Sequence[TargetResult], writer: FigureWriter, period: Period) -> Iterator[str]:
    """The legend of P9, and the explanations that the table needs."""
    yield text("table.legend")
    cells = [cell for row in rows for cell in row.cells]
    if any(result.value.is_year_to_date for result in results):
        yield text("table.legend_to_date", year=period.year)
    if any(cell.is_grey for cell in cells):
        yield text("table.legend_grey")
    if any(writer.is_hidden(value) for result in results for value in (result.value, *result.by_sex)):
        yield text("table.legend_hidden")


def completion_reasons(
    catalogue: Catalogue, completions: Iterable[Completion], elements: set[str], period: Period
) -> Iterator[str]:
    """Why forms behind the figures were marked complete although something was open; one sentence for each reason.

    A form that was completed for three months with one reason is named once, with its months.
    """
    periods: dict[tuple[str, str], list[Period]] = {}
    for each in completions:
        own = parse_period(each.period)
        if each.reason and period.contains(own) and elements.intersection(each.elements):
            periods.setdefault((each.data_set, each.reason), []).append(own)
    for (code, reason), found in periods.items():
        form = catalogue.data_sets.get(code)
        yield text(
            "plan.completed_with_reason",
            form=form.title_vi if form is not None else code,
            periods=", ".join(period_words(own) for own in sorted(found)),
            reason=reason.rstrip("."),
        )


def cut_lines(catalogue: Catalogue, cuts: Mapping[str, str], elements: set[str], period: Period) -> Iterator[str]:
    """The days that the figures of a table cover; forms with the administrative cut are named."""
    yield text("table.cut_calendar", first=day_text(period.first_day), last=day_text(period.last_day))
    titles = [
        form.title_vi
        for code, form in catalogue.data_sets.items()
        if cuts.get(code) == FIFTEENTH and elements.intersection(form.elements)
    ]
    if titles:
        yield text("table.cut_fifteenth", forms=", ".join(titles))
