"""Pages onto the reportlab canvas: text as text, rules, charts, page numbers, outline, properties."""

from __future__ import annotations

import io
from typing import Any, NamedTuple

from reports.document import ReportDocument
from reports.pdf.constants import (
    LEFT,
    MARGIN_LINE,
    MARGIN_LINE_FROM_BOTTOM,
    PAGE_NUMBER,
    PAGE_NUMBER_FROM_TOP,
    PORTRAIT,
    RIGHT,
    SINGLE_LEADING,
    TOP,
    Paper,
    Style,
)
from reports.pdf.fonts import face
from reports.pdf.pieces import Drawing, Page, Piece, Rule, Text
from reports.pdf.stamp import Stamp
from reports.pdf.wrap import wrap
from reports.texts import text

_MEETING = 0.01
MARGIN_GUTTER = 12.0


class Sheet(NamedTuple):
    """A page with the number that the decree wants at its top; 0 shows none."""

    number: int
    page: Page
    paper: Paper = PORTRAIT


class Artist:
    """Draws sheets into one PDF.

    The file carries no trace of the clock: the same sheets give the same bytes.
    """

    def __init__(self, document: ReportDocument, stamp: Stamp | None = None) -> None:
        """Open the PDF and write its properties; a stamp gives every page its code."""
        from reportlab import rl_config
        from reportlab.pdfgen.canvas import Canvas

        from reports.pdf.archive import LANGUAGE, VERSION, prepare, properties_of

        rl_config.useA85 = 0  # binary streams: a fifth smaller and faster, and every reader takes them
        self._file = io.BytesIO()
        self._canvas: Any = Canvas(
            self._file,
            pagesize=tuple(PORTRAIT),
            invariant=1,
            pageCompression=1,
            pdfVersion=VERSION,
            initialFontName=face("regular").name,
            lang=LANGUAGE,
        )
        prepare(self._canvas, properties_of(document, stamp))
        self._marks = " · ".join(document.marks)
        self._code = text("head.code", code=stamp.code) if stamp is not None else ""
        self._entries = 0

    def draw(self, sheet: Sheet, index: int, count: int) -> None:
        """Draw one sheet, the ``index``-th of ``count``."""
        paper = sheet.paper
        self._draw_page(sheet)
        if sheet.number:
            y = paper.height - PAGE_NUMBER_FROM_TOP
            self._write_centred(str(sheet.number), PAGE_NUMBER, LEFT + paper.type_width / 2, y)
        self._draw_margin_line(text("head.page", page=index, pages=count), paper)
        self._canvas.showPage()

    def draw_added(self, sheet: Sheet, *, is_own: bool) -> None:
        """Draw what is printed onto a sheet that bears its number and margin already; its own sheet gets the code."""
        self._draw_page(sheet)
        if is_own:
            self._draw_margin_line("", sheet.paper)
        self._canvas.showPage()

    def bytes(self) -> bytes:
        """Close the PDF."""
        self._canvas.showOutline()
        self._canvas.save()
        return self._file.getvalue()

    def _draw_page(self, sheet: Sheet) -> None:
        paper, top = sheet.paper, sheet.paper.height - TOP
        self._canvas.setPageSize(tuple(paper))
        for placed in sheet.page.placed:
            self._draw_piece(placed.piece, top - placed.top)
        for rule in joined_rules(sheet.page):
            self._canvas.setLineWidth(rule.width)
            self._canvas.line(LEFT + rule.x, top - rule.y, LEFT + rule.to_x, top - rule.to_y)

    def _draw_margin_line(self, page: str, paper: Paper) -> None:
        y = MARGIN_LINE_FROM_BOTTOM
        font, size = face(MARGIN_LINE.face), MARGIN_LINE.size
        page_x = paper.width - RIGHT - font.width(page, size)
        code_x = page_x - font.width(self._code, size) - (MARGIN_GUTTER if self._code else 0.0)
        if self._marks:
            lines = wrap(self._marks, MARGIN_LINE, code_x - LEFT - MARGIN_GUTTER)
            for place, line in enumerate(reversed(lines)):
                self._write(line.text, MARGIN_LINE, LEFT, y + place * size * SINGLE_LEADING)
        if self._code:
            self._write(self._code, MARGIN_LINE, code_x, y)
        self._write(page, MARGIN_LINE, page_x, y)

    def _draw_piece(self, piece: Piece, top: float) -> None:
        if piece.outline is not None:
            level, title = piece.outline
            self._add_entry(title, level, fit="XYZ", left=0, top=top, zoom=0)
        for place in piece.places:
            self._add_entry(
                place.title,
                fit="FitR",
                left=LEFT + place.x,
                bottom=top - place.to_y,
                right=LEFT + place.to_x,
                top=top - place.y,
            )
        for mark in piece.marks:
            if type(mark) is Text:
                self._write(mark.text, mark.style, LEFT + mark.x, top - mark.y, mark.word_space)
            elif type(mark) is Drawing:
                self._draw_chart(mark, top)

    def _draw_chart(self, mark: Drawing, top: float) -> None:
        from reports.canvas_renderer import draw_figure
        from reports.charts import figure_of

        figure = figure_of(mark.chart, mark.start, mark.end)
        draw_figure(figure, self._canvas, LEFT + mark.x, top - mark.y)

    def _add_entry(self, title: str, level: int = 0, **where: float | str) -> None:
        key = f"s{self._entries}"
        self._entries += 1
        self._canvas.bookmarkPage(key, **where)
        self._canvas.addOutlineEntry(title, key, level=level, closed=False)

    def _write_centred(self, words: str, style: Style, middle: float, y: float) -> None:
        self._write(words, style, middle - face(style.face).width(words, style.size) / 2, y)

    def _write(self, words: str, style: Style, x: float, y: float, word_space: float = 0.0) -> None:
        line = self._canvas.beginText(x, y)
        line.setFont(face(style.face).name, style.size)
        if style.grey:
            line.setFillGray(style.grey)
        if word_space:
            line.setWordSpace(word_space)
        line.textOut(words)
        if style.grey:
            line.setFillGray(0)
        if word_space:
            line.setWordSpace(0)
        self._canvas.drawText(line)


def joined_rules(page: Page) -> list[Rule]:
    """The rules of a page in its own measures; upright ones that meet become one, as in the columns of a table."""
    rules: list[Rule] = []
    upright: dict[float, Rule] = {}
    for top, piece in page.placed:
        for mark in piece.marks:
            if type(mark) is Rule:
                rule = mark._replace(y=top + mark.y, to_y=top + mark.to_y)
                above = upright.get(rule.x) if rule.x == rule.to_x else None
                if above is not None and abs(above.to_y - rule.y) < _MEETING and above.width == rule.width:
                    rule = rule._replace(y=above.y)
                    rules.remove(above)
                if rule.x == rule.to_x:
                    upright[rule.x] = rule
                rules.append(rule)
    return rules
