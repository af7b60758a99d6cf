"""A plain table as a spreadsheet: a title, heads that repeat on paper, texts as they stand, never a formula."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from data.exchange.sheet_texts import sheet_text
from data.exchange.xlsx_template import A4, FONT, LOCKED, RULE, SIZE

HEAD_ROW = 2
LONGEST_CELL = 32_767


class TableSheet(NamedTuple):
    """What a spreadsheet is made of.

    Attributes:
        name: Of the sheet, at most 31 letters.
        widths: Of the columns, in letters.
        made: For the file's own properties.
    """

    title: str
    name: str
    heads: Sequence[str]
    widths: Sequence[int]
    rows: Sequence[Sequence[str]]
    made: datetime


def table_xlsx(table: TableSheet) -> bytes:
    """The spreadsheet as the bytes of an XLSX file; the same table makes the same bytes."""
    from xlsxwriter.workbook import Workbook

    file = io.BytesIO()
    workbook = Workbook(file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    workbook.set_properties({"title": table.title, "created": table.made.replace(tzinfo=None)})
    base = {"font_name": FONT, "font_size": SIZE}
    cell = workbook.add_format(
        base | {"valign": "top", "text_wrap": True, "border": 1, "border_color": RULE, "num_format": "@"}
    )
    head = workbook.add_format(
        base
        | {"bold": True, "align": "center", "valign": "vcenter", "text_wrap": True, "border": 1, "bg_color": LOCKED}
    )
    page = workbook.add_worksheet(table.name)
    page.write_string(0, 0, table.title, workbook.add_format(base | {"bold": True, "font_size": SIZE + 2}))
    for column, (words, width) in enumerate(zip(table.heads, table.widths, strict=True)):
        page.set_column(column, column, width)
        page.write_string(HEAD_ROW, column, words, head)
    for row, texts in enumerate(table.rows, start=HEAD_ROW + 1):
        for column, words in enumerate(texts):
            page.write_string(row, column, words[:LONGEST_CELL], cell)
    page.freeze_panes(HEAD_ROW + 1, 0)
    page.set_landscape()
    page.set_paper(A4)
    page.fit_to_pages(1, 0)
    page.repeat_rows(HEAD_ROW)
    page.set_footer(f"&R{sheet_text('footer')}")
    workbook.close()
    return file.getvalue()
