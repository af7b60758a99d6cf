"""Periods as (year, first month, last month), and the sub-periods they are made of."""

from typing import NamedTuple

MONTHS_OF = {"month": 1, "quarter": 3, "year": 12}


class Span(NamedTuple):
    """Some months of one year, first and last included."""

    year: int
    first: int
    last: int


def read_period(code: str) -> Span:
    """Read ``202401``, ``2024Q1``, ``2024S1``, ``2024M9`` or ``2024``."""
    year = int(code[:4])
    rest = code[4:]
    if rest == "":
        return Span(year, 1, 12)
    if rest == "M9":
        return Span(year, 1, 9)
    if rest[0] == "Q":
        return Span(year, 3 * int(rest[1]) - 2, 3 * int(rest[1]))
    if rest[0] == "S":
        return Span(year, 6 * int(rest[1]) - 5, 6 * int(rest[1]))
    return Span(year, int(rest), int(rest))


def period_code(span: Span) -> str:
    """Give the key of a month, a quarter or a year."""
    length = span.last - span.first + 1
    if length == 1:
        return f"{span.year}{span.first:02d}"
    if length == 3:
        return f"{span.year}Q{span.last // 3}"
    assert length == 12, span
    return str(span.year)


def own_periods(span: Span, frequency: str) -> list[Span] | None:
    """List the own periods that make up the span exactly, oldest first; None when they do not.

    Source: CONTRACT P2, P3.
    """
    length = MONTHS_OF[frequency]
    starts_well = (span.first - 1) % length == 0
    ends_well = span.last % length == 0
    if not (starts_well and ends_well):
        return None
    starts = range(span.first, span.last + 1, length)
    return [Span(span.year, start, start + length - 1) for start in starts]


def own_period_around(year: int, month: int, frequency: str) -> Span:
    """Give the own period that holds this month."""
    length = MONTHS_OF[frequency]
    first = (month - 1) // length * length + 1
    return Span(year, first, first + length - 1)


def period_before(span: Span) -> Span:
    """Give the month, quarter or year just before."""
    length = span.last - span.first + 1
    if span.first == 1:
        return Span(span.year - 1, 13 - length, 12)
    return Span(span.year, span.first - length, span.last - length)


def own_period_and_a_year_before(around: Span) -> list[Span]:
    """List this own period and those before it that are at most one year old, newest first.

    Source: CONTRACT P4, "the newest before it, at most one year old".
    """
    found = [around]
    while (found[-1].year, found[-1].first) != (around.year - 1, around.first):
        found.append(period_before(found[-1]))
    return found
