"""What one data element says for a span of months: P1 by sex, P3 over time, P4 longer, P5 partly.

A cell is keyed (data element, period code, ``default|male|female``) and holds (state, text), with
state ``figure``, ``not_applicable`` or ``draft``; no cell means not reported.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from tests.proof.definitions import Element
from tests.proof.spans import (
    Span,
    own_period_and_a_year_before,
    own_period_around,
    own_periods,
    period_code,
)

Cells = Mapping[tuple[str, str, str], tuple[str, str]]


class Dash:
    """Not applicable."""


class Blank:
    """Not reported, or a draft: "A draft is missing" (CONTRACT P5)."""


DASH, BLANK = Dash(), Blank()
Content = Fraction | str | Dash | Blank  # str: a choice's code


@dataclass(frozen=True)
class Answer:
    """What an element gives for a span.

    Attributes:
        value: The figure, DASH when not applicable throughout, BLANK when missing.
        missing: What to name when missing.
        reported, needed: Sub-periods reported, and all of them.
        there: The value of what is there, for a partly reported span; None when nothing is.
    """

    value: Content
    missing: tuple[str, ...] = ()
    reported: int = 1
    needed: int = 1
    there: Fraction | None = None


def read_cell(cells: Cells, element: str, period: str, category: str) -> Content:
    """Read one cell; true is 1 and false is 0 (CONTRACT P7)."""
    state, text = cells.get((element, period, category), ("not_reported", ""))
    if state == "not_applicable":
        return DASH
    if state != "figure":
        return BLANK
    if text in ("true", "false"):
        return Fraction(text == "true")
    try:
        return Fraction(text)
    except ValueError:
        return text


def read_category(cells: Cells, element: Element, period: str, category: str) -> Content:
    """Give an element's figure for one own period and ``total``, ``male`` or ``female``.

    Source: CONTRACT P1: total is default if typed, else male + female if both are there, else
    missing; five elements keep their sexes in part elements.
    """
    if category != "total":
        part = element.part_of(category)
        if part is not None:
            return read_cell(cells, part, period, "default")
        return read_cell(cells, element.code, period, category)
    typed = read_cell(cells, element.code, period, "default")
    if not isinstance(typed, Blank) or not element.by_sex:
        return typed
    male = read_category(cells, element, period, "male")
    female = read_category(cells, element, period, "female")
    return _added(male, female)


def _added(male: Content, female: Content) -> Content:
    if isinstance(male, Blank) or isinstance(female, Blank):
        return BLANK
    if isinstance(male, Dash):
        return female
    if isinstance(female, Dash):
        return male
    assert isinstance(male, Fraction)
    assert isinstance(female, Fraction)
    return male + female


def over_span(cells: Cells, element: Element, span: Span, category: str = "total") -> Answer:
    """Give an element's figure for a span of months (CONTRACT P3, P4, P5)."""
    parts = own_periods(span, element.frequency)
    if parts is None:
        return _from_longer(cells, element, span, category)
    contents = [read_category(cells, element, period_code(part), category) for part in parts]
    name = element.part_of(category) or element.code
    names = [f"{name}@{period_code(part)}" for part in parts]
    if len(parts) == 1:
        names = [name]
    if element.over_time in ("last", "first"):
        return _newest_or_oldest(element.over_time, contents, names)
    return _sum_or_average(element.over_time, contents, names)


def _from_longer(cells: Cells, element: Element, span: Span, category: str) -> Answer:
    """P4: the value of the own period around, if typed, else the newest at most one year old."""
    if element.over_time in ("last", "first"):
        month = span.last if element.over_time == "last" else span.first
        around = own_period_around(span.year, month, element.frequency)
        for period in own_period_and_a_year_before(around):
            content = read_category(cells, element, period_code(period), category)
            if not isinstance(content, Blank):
                return Answer(content)
    name = element.part_of(category) or element.code
    return Answer(BLANK, missing=(name,), reported=0, needed=1)


def _newest_or_oldest(over_time: str, contents: list[Content], names: list[str]) -> Answer:
    """P3: last the last, first the first; a dash steps aside for its neighbour."""
    pairs = list(zip(contents, names, strict=True))
    if over_time == "last":
        pairs.reverse()
    needed = len(pairs)
    applicable = [(content, name) for content, name in pairs if not isinstance(content, Dash)]
    if not applicable:
        return Answer(DASH, reported=needed, needed=needed)
    wanted, name = applicable[0]
    if not isinstance(wanted, Blank):
        return Answer(wanted, reported=needed, needed=needed, there=_fraction_or_none(wanted))
    figures = [content for content, _ in applicable if isinstance(content, Fraction)]
    reported = sum(1 for content in contents if not isinstance(content, Blank))
    there = figures[0] if figures else None
    return Answer(BLANK, missing=(name,), reported=reported, needed=needed, there=there)


def _fraction_or_none(content: Content) -> Fraction | None:
    return content if isinstance(content, Fraction) else None


def _sum_or_average(over_time: str, contents: list[Content], names: list[str]) -> Answer:
    """P3: sum and average need every sub-period; P5: a dash counts as reported, adds nothing."""
    needed = len(contents)
    missing = tuple(name for content, name in zip(contents, names, strict=True) if isinstance(content, Blank))
    figures = [content for content in contents if isinstance(content, Fraction)]
    if not figures and not missing:
        return Answer(DASH, reported=needed, needed=needed)
    there = sum(figures, Fraction(0)) if figures else None
    if there is not None and over_time == "average":
        there = there / len(figures)
    value: Content = BLANK if missing or there is None else there
    return Answer(value, missing, reported=needed - len(missing), needed=needed, there=there)
