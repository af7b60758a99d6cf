"""Legends under tables: the signs, what is counted from January on, which days the figures cover."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from data.catalogue.content import Catalogue
from data.model import TargetResult
from data.periods import Period
from reports.document import Row
from reports.sections.figures import FigureWriter
from reports.sections.wording import day_text
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
