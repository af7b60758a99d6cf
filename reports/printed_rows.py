"""Every figure that a report prints, line by line: what free text is held against."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from data.narrative.linter import Row, Tables
from reports.document import (
    Align,
    BarChart,
    Block,
    Cell,
    Paragraph,
    ReportDocument,
    ScoreChart,
    Table,
    TrendChart,
)
from reports.texts import text, words


def tables_of(document: ReportDocument, own_texts: Iterable[str]) -> Tables:
    """All figures of a report, without those of the texts that a person wrote for it."""
    return Tables(printed_rows(document, own_texts), words("abbreviations"))


def printed_rows(document: ReportDocument, own_texts: Iterable[str] = ()) -> Iterator[Row]:
    """The lines of tables, charts and appendices, and the sentences of the report that nobody typed."""
    typed = {each.strip() for each in own_texts}
    yield from _of_blocks(document.blocks, typed, "")
    for appendix in document.appendices:
        yield from _of_blocks(appendix.blocks, typed, appendix.label)


def _of_blocks(blocks: Iterable[Block], typed: set[str], place: str) -> Iterator[Row]:
    for block in blocks:
        if isinstance(block, Paragraph):
            if block.text.strip() not in typed:
                yield Row(name="", figures=(block.text,), place=place)
        elif isinstance(block, Table):
            yield from _of_table(block, _label(block.caption) or place)
        elif isinstance(block, BarChart | TrendChart | ScoreChart):
            yield from _of_chart(block, _label(block.caption))


def _label(caption: str) -> str:
    """What a caption begins with: "Bảng 1"."""
    return caption.partition(".")[0]


def _of_table(table: Table, place: str) -> Iterator[Row]:
    """A row is called by its widest column; columns of numbers and clauses name it, they say no figures."""
    left = [index for index, column in enumerate(table.columns) if column.align is Align.LEFT]
    if not left:
        return
    name = max(left, key=lambda index: table.columns[index].width)
    numbering = {text(key) for key in ("table.number", "table.clause", "score_table.number", "annex.number")}
    silent = {index for index, column in enumerate(table.columns) if column.title in numbering or index == name}
    asked = {index for index, column in enumerate(table.columns) if column.title == text("table.target")}
    for row in table.rows:
        if row.is_group or name >= len(row.cells):
            continue
        printed = [
            (index, words) for index, cell in enumerate(row.cells) if index not in silent for words in _words(cell)
        ]
        yield Row(
            name=row.cells[name].text.lstrip("– "),
            figures=tuple(words for index, words in printed if index not in asked),
            place=place,
            limits=tuple(words for index, words in printed if index in asked),
        )


def _words(cell: Cell) -> Iterator[str]:
    """The lines of a cell that say something."""
    yield from filter(None, (cell.text, *cell.remarks))


def _of_chart(chart: BarChart | TrendChart | ScoreChart, place: str) -> Iterator[Row]:
    if isinstance(chart, BarChart):
        for bar in chart.bars:
            yield Row(name=bar.label, figures=(bar.printed,), place=place, limits=(bar.printed_target,))
    elif isinstance(chart, ScoreChart):
        for score in chart.bars:
            yield Row(name=score.label, figures=(score.printed,), place=place, limits=(score.printed_limit,))
    else:
        for trend in chart.trends:
            unit = next((sign for sign in ("%", "‰") if trend.title.endswith(f"({sign})")), "")
            if not unit and "%" in trend.title:
                unit = "%"
            yield Row(
                name=trend.title.removesuffix(f" ({unit})"),
                figures=tuple(f"{point.printed}{unit}" for point in trend.points),
                place=place,
                limits=(trend.printed_target,),
            )
