"""Yardstick for reports: a report's text, already wrapped, and its charts, through plain platypus.

``main`` runs in a process of its own, with the names of the story's file and of the PDF. It knows nothing of stations,
figures or the layout of a document, and wraps nothing while it is timed.
"""

from __future__ import annotations

import io
import pickle
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Flowable, LongTable, SimpleDocTemplate, TableStyle

from data.paths import asset
from reports.document import Block, Cell, Chart, Column, Heading, Paragraph, ReportDocument, Row, Table, WritingLines

FONT, BOLD = "LiberationSerif-Regular", "LiberationSerif-Bold"
WIDTH = 165 * mm
LEADING = 1.15
GRID = TableStyle([("GRID", (0, 0), (-1, -1), 0.35, (0, 0, 0)), ("VALIGN", (0, 0), (-1, -1), "TOP")])
BARE = TableStyle([("TOPPADDING", (0, 0), (-1, -1), 0), ("LEFTPADDING", (0, 0), (-1, -1), 0)])
PAPER = {"pagesize": (210 * mm, 297 * mm), "topMargin": 20 * mm, "bottomMargin": 20 * mm}
PAPER |= {"leftMargin": 27.9 * mm, "rightMargin": 12.9 * mm}


class Lines(NamedTuple):
    """Cells of wrapped lines: a paragraph is a table of one column."""

    widths: tuple[float, ...]
    rows: tuple[tuple[str, ...], ...]
    font: str
    size: float
    has_grid: bool


Story = list[Lines | Chart]


def story_of(document: ReportDocument) -> Story:
    """Everything the report prints, wrapped; takes its time."""
    _register()
    head = document.head
    words = [head.parent_body, head.issuer, head.symbol, head.place, document.type_name, document.subject]
    story: Story = [_text(line, BOLD, 13.0) for line in [*words, *document.addressees] if line]
    for block in document.blocks:
        story += _block(block)
    signature = document.signature
    story += [
        _text(line, FONT, 13.0)
        for line in [*document.recipients, signature.prefix, signature.post, signature.name]
        if line
    ]
    for appendix in document.appendices:
        story += [_text(line, BOLD, 14.0) for line in (appendix.label, appendix.title, appendix.reference) if line]
        for block in appendix.blocks:
            story += _block(block)
    return story


def build(story: Story) -> tuple[bytes, int]:
    """The story as PDF, and its pages."""
    _register()
    file = io.BytesIO()
    template = SimpleDocTemplate(file, invariant=1, pageCompression=1, **PAPER)
    template.build([_flowable(part) for part in story])
    return file.getvalue(), template.page


class _Picture(Flowable):  # type: ignore[misc]
    """A chart through the same renderer as in our own report."""

    def __init__(self, chart: Chart) -> None:
        super().__init__()
        from reports.charts import chart_height

        self._chart = chart
        self.width, self.height = WIDTH, chart_height(chart) * 72

    def draw(self) -> None:
        from reports.canvas_renderer import draw_figure
        from reports.charts import figure_of

        draw_figure(figure_of(self._chart), self.canv, 0, 0)


def _flowable(part: Lines | Chart) -> Any:  # noqa: ANN401 - reportlab has no types
    if not isinstance(part, Lines):
        return _Picture(part)
    style = TableStyle(
        [("FONT", (0, 0), (-1, -1), part.font, part.size, part.size * LEADING)],
        parent=GRID if part.has_grid else BARE,
    )
    return LongTable(part.rows, part.widths, style=style, repeatRows=int(part.has_grid))


def _register() -> None:
    for name in (FONT, BOLD):
        registerFont(TTFont(name, str(asset("fonts", f"{name}.ttf"))))


def _block(block: Block) -> Iterator[Lines | Chart]:
    match block:
        case Heading():
            yield _text(block.text, BOLD, 14.0)
        case Paragraph():
            yield from (_text(line, FONT, 14.0) for line in block.text.splitlines() if line.strip())
        case WritingLines():
            yield from (_text("." * 130, FONT, 14.0) for _ in range(block.count))
        case Table():
            yield _text(block.caption, BOLD, 13.0)
            yield _table(block)
            yield from (_text(remark, FONT, 11.0) for remark in block.remarks)
        case _:
            yield _text(block.caption, BOLD, 13.0)
            yield block


def _text(words: str, font: str, size: float) -> Lines:
    return Lines((WIDTH,), ((_wrapped(words, font, size, WIDTH),),), font, size, has_grid=False)


def _table(table: Table) -> Lines:
    share = WIDTH / sum(column.width for column in table.columns)
    widths = tuple(column.width * share for column in table.columns)
    head = tuple(_wrapped(column.title, FONT, 11.0, width) for column, width in zip(table.columns, widths, strict=True))
    return Lines(widths, (head, *(_row(row, table.columns, widths) for row in table.rows)), FONT, 11.0, has_grid=True)


def _row(row: Row, columns: tuple[Column, ...], widths: tuple[float, ...]) -> tuple[str, ...]:
    cells = (*row.cells, *(Cell() for _ in range(len(columns) - len(row.cells))))
    return tuple(
        "\n".join(_wrapped(words, FONT, 11.0, width) for words in (cell.text, *cell.remarks))
        for cell, width in zip(cells, widths, strict=True)
    )


def _wrapped(words: str, font: str, size: float, width: float) -> str:
    from reportlab.lib.utils import simpleSplit

    return "\n".join(simpleSplit(words, font, size, width - 8))


def main() -> None:
    """Build the story of one file into another."""
    loaded: Story = pickle.loads(Path(sys.argv[1]).read_bytes())
    Path(sys.argv[2]).write_bytes(build(loaded)[0])
