"""Figures as a DHIS2 data-value CSV, in the form that ``csv_figures`` reads.

UTF-8 without a byte order mark, LF, sorted by element, period and category. A comment is written as
it stands, also when it begins with ``=``, ``+``, ``-`` or ``@``: the file is for programs, and a
comment that was changed on the way would not come back as it was.
Source: CONTRACT section 2, export.
"""

from __future__ import annotations

from collections.abc import Iterable

from data.exchange.csv_rows import HEADER
from data.model import CellState, DataValue
from data.periods import Period, PeriodType

OWN_FREQUENCIES = (PeriodType.MONTH, PeriodType.QUARTER, PeriodType.YEAR)

_NEEDS_QUOTATION = frozenset(',"\r\n')


def periods_inside(period: Period) -> tuple[str, ...]:
    """Keys of every month, quarter and year that lies inside a period."""
    return tuple(part.code for frequency in OWN_FREQUENCIES for part in period.parts(frequency) or ())


def figures_csv(values: Iterable[DataValue], station: str) -> bytes:
    """The figures among ``values``; what is no figure is left out."""
    figures = [value for value in values if value.state is CellState.FIGURE]
    figures.sort(key=lambda value: (value.data_element, value.period, value.category.value))
    lines = [",".join(HEADER), *(_line(value, station) for value in figures), ""]
    return "\n".join(lines).encode("utf-8")


def _line(value: DataValue, station: str) -> str:
    key = f"{value.data_element},{value.period},{station},{value.category.value}"
    return f"{key},,{_quoted(value.value)},,,{_quoted(value.comment)},"


def _quoted(text: str) -> str:
    if _NEEDS_QUOTATION.isdisjoint(text):
        return text
    return '"' + text.replace('"', '""') + '"'
