"""The table that ``make bench`` prints."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks import (
    accept,
    assessment,
    importing,
    indicators,
    papers,
    plausibility,
    report,
    size,
    start,
    window,
)
from tests.benchmarks.measure import NotMeasured, Reading
from tests.benchmarks.workshop import Workshop

HEADS = ("what", "example", "twenty times its figures", "budget", "within?")


class Bench(NamedTuple):
    """Rows of the table (what, budget), and what measures them on one file, in the same order."""

    rows: tuple[tuple[str, str], ...]
    measure: Callable[[Workshop, Path], list[Reading]]


class Line(NamedTuple):
    """One row of the table."""

    what: str
    example: Reading
    large: Reading
    budget: str


BENCHES = tuple(
    Bench(module.ROWS, module.measure)
    for module in (start, accept, window, indicators, assessment, report, papers, importing, size, plausibility)
)
"""In the order of the product's table of budgets."""


def lines_of(bench: Bench, workshop: Workshop) -> list[Line]:
    """The rows of one bench, measured on both files."""
    example, large = (_measured(bench, workshop, path) for path in (workshop.small, workshop.large))
    return [
        Line(what, small, big, budget) for (what, budget), small, big in zip(bench.rows, example, large, strict=True)
    ]


def _measured(bench: Bench, workshop: Workshop, path: Path) -> list[Reading]:
    try:
        return bench.measure(workshop, path)
    except NotMeasured as error:
        return [Reading(f"not measured: {error}")] + [Reading("not measured")] * (len(bench.rows) - 1)


def verdict(line: Line) -> str:
    """Whether both files keep the budget; "–" where there is none."""
    known = [reading.within for reading in (line.example, line.large) if reading.within is not None]
    return "–" if not known else "yes" if all(known) else "NO"


def table_of(lines: Iterable[Line]) -> str:
    """All rows under each other, as a Markdown table."""
    rows = [HEADS, *((line.what, line.example.text, line.large.text, line.budget, verdict(line)) for line in lines)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEADS))]
    texts = [" | ".join(text.ljust(width) for text, width in zip(row, widths, strict=True)) for row in rows]
    texts.insert(1, " | ".join("-" * width for width in widths))
    return "\n".join(f"| {text} |" for text in texts)
