"""Every figure of a PDF's text beside every figure of the document it was drawn from, part by part.

A figure is whatever holds a digit between spaces, strokes and dashes, where long words are broken. What the layout adds
by itself – page numbers, repeated heads, axes, sums of pages – is worked out by rule, and nothing else may be added.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, is_dataclass
from fractions import Fraction
from typing import NamedTuple

from data.numbers import exact
from data.printing import printed_points
from reports.document import BarChart, Chart, Head, ReportDocument, ScoreChart, Table, TrendChart
from reports.pdf.front import date_line, number_line
from reports.sparklines import years_of
from reports.texts import text
from tests.reports.pdf_reading import Run, read, runs

TOP_MARGIN = 20
"""Millimetres; what stands above is the number of the page."""

Figures = Counter[str]

_FIGURE = re.compile(r"[^\s/–-]*\d[^\s/–-]*")
_MARKS = ",.;:()“”"
"""Marks around a figure that are none of it."""
_SCORE_STEPS = (1, 2, 5, 10, 20, 25, 50, 100)
_MOST_STEPS = 6


class Difference(NamedTuple):
    """Figures of a part that only the document or only the paper has."""

    missing: Figures
    unexplained: Figures


def figures(*texts: str) -> Figures:
    """The figures of texts, however large their letters are printed."""
    return Counter(found.casefold().strip(_MARKS) for words in texts for found in _FIGURE.findall(words))


def differences(pdf: bytes, document: ReportDocument, code: str = "") -> list[Difference]:
    """What does not agree, part by part: body, minutes, appendices; empty differences where all is well.

    Args:
        pdf: Drawn from the document.
        document: What it must say.
        code: The code of a frozen report as it stands on every page; empty for a draft.
    """
    pages = [runs(pdf, page) for page in range(len(read(pdf).pages))]
    parts = list(_parts_on_paper(pages))
    objects: list[object] = [document, *document.minutes, *document.appendices]
    assert len(parts) == len(objects)
    found, page = [], 0
    for own, each in zip(parts, objects, strict=True):
        expected = figures(*texts_of(each)) + _added(own, each)
        for number, _ in enumerate(own, start=1):
            page += 1
            expected += _margin(document, (page, len(pages)), code)
            expected += figures(str(number)) if number > 1 else Counter()
        printed = figures(*(run.text for drawn in own for run in drawn))
        found.append(Difference(expected - printed, printed - expected))
    return found


def texts_of(value: object) -> Iterator[str]:
    """Every text of a part of a document that stands on paper, without its appendices and minutes."""
    if isinstance(value, ReportDocument):
        printed = (value.head, value.type_name, value.subject, value.addressees, value.blocks, value.recipients)
        yield from texts_of((*printed, value.signature))
    elif isinstance(value, Head):
        yield from (value.parent_body, value.issuer)
        yield number_line(value.number, value.symbol)
        yield "" if value.is_undated else date_line(value.place, value.day)
    elif isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from texts_of(each)
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts_of(getattr(value, field.name))


def _parts_on_paper(pages: Iterable[list[Run]]) -> Iterator[list[list[Run]]]:
    """Pages that belong together: the first page of a part has no number at its top."""
    part: list[list[Run]] = []
    for page in pages:
        if part and not any(run.text.isdigit() and run.y < TOP_MARGIN for run in page):
            yield part
            part = []
        part.append(page)
    yield part


def _margin(document: ReportDocument, where: tuple[int, int], code: str) -> Figures:
    """The line at the foot of a page."""
    stamped = text("head.code", code=code) if code else ""
    return figures(*document.marks, stamped, text("head.page", page=where[0], pages=where[1]))


def _added(pages: Sequence[list[Run]], part: object) -> Figures:
    """What tables and charts print beyond their texts: heads on further pages, axes, sums of pages."""
    drawn = ["".join("".join(run.text for run in page).split()) for page in pages]
    blocks = getattr(part, "blocks", ())
    heads = Counter(_head(block) for block in blocks if isinstance(block, Table))
    added: Figures = Counter()
    for head, tables in heads.items():
        again = sum(page.count("".join("".join(head).split())) for page in drawn) - tables
        assert again >= 0, head
        for _ in range(again):
            added += figures(*head)
    for block in blocks:
        if isinstance(block, BarChart | TrendChart | ScoreChart):
            caption = text("chart.continued", caption=block.caption)
            again = sum(page.count("".join(caption.split())) for page in drawn)
            added += figures(*[caption] * again)
            added += figures(*list(_axis(block)) * (again + 1))
            added -= figures(block.limit_words) if isinstance(block, ScoreChart) else Counter()
        elif isinstance(block, Table) and block.sums is not None:
            added += _page_sums(pages, block)
    return added


def _head(table: Table) -> tuple[str, ...]:
    return tuple(column.title for column in table.columns)


def _axis(chart: Chart) -> Iterator[str]:
    """What every part of a chart prints besides its rows."""
    if isinstance(chart, TrendChart):
        years = years_of(chart.trends)
        yield f"{years[0]}–{years[-1]}"
        yield from map(str, years)
    elif isinstance(chart, ScoreChart):
        yield chart.limit_words
        most = max(bar.most for bar in chart.bars)
        step = next(each for each in _SCORE_STEPS if Fraction(most) / each <= _MOST_STEPS)
        yield from map(str, range(0, int(most) + 1, step))
    else:
        highest = max([100, *(max(bar.value, *bar.targets) for bar in chart.bars)])
        step = 25 if highest <= 125 else 50 if highest <= 300 else 100 * -(-int(highest) // 500)
        yield from (f"{tick}{chart.unit}" for tick in range(0, int(highest) + 1, step))


def _page_sums(pages: Sequence[list[Run]], table: Table) -> Figures:
    """The sums below the rows of each page; over all pages they come to the sums of the rows."""
    assert table.sums is not None
    added: Figures = Counter()
    sums: list[list[str]] = []
    for page in pages:
        labels = [run for run in page if run.text == table.sums.page]
        for label in labels:
            row = sorted((run for run in page if abs(run.y - label.y) < 0.1 and run.x > label.x), key=lambda run: run.x)
            sums.append([run.text for run in row])
            added += figures(*sums[-1])
    if sums:
        amounts = [row.amounts for row in table.rows if row.amounts]
        for column, parts in enumerate(zip(*sums, strict=True)):
            whole = sum(exact(part.replace(",", ".")) for part in parts)
            assert printed_points(whole) == printed_points(sum(row[column] for row in amounts))
    return added
