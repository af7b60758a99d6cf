"""A criteria set as a spreadsheet: frame, table and zones, with lists to choose from and a short guide.

The same spreadsheet is the template that a station fills in. ``criteria_cells`` reads it back.
"""

from __future__ import annotations

import io
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from data.assessment.definitions import CriteriaSet
from data.assessment.writer import Tree, tree_of
from data.errors import UserError
from data.exchange.criteria_layout import (
    FRAME,
    FRAME_SHEET,
    GUIDE_SHEET,
    LEVEL_CRITERION,
    LEVEL_VARIANT,
    TABLE,
    TABLE_SHEET,
    ZONES,
    ZONES_SHEET,
    Field,
    value_at,
)
from data.exchange.criteria_rows import Row, Written, rows_of, written
from data.exchange.sheet_texts import sheet_text
from data.exchange.xlsx_layout import MOST_EXACT_DIGITS
from data.exchange.xlsx_template import FONT, GREY, LOCKED, RULE, SIZE

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

HEAD_ROW, FIRST_ROW = 3, 4
"""Lines of the table's heads and of its first row, from 1."""
MORE_ROWS = 200
"""Open lines below the last one that have lists, too."""
LONGEST_CELL = 32_767
A3 = 8
_GUIDE_LINES = 14


def set_xlsx(tree: Tree) -> bytes:
    """The spreadsheet of a set as the bytes of an XLSX file; the same set makes the same bytes.

    Raises:
        UserError: criteria_cell_too_long (``code``): a spreadsheet cell does not hold so much text.
    """
    from xlsxwriter.workbook import Workbook

    file = io.BytesIO()
    settings = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    workbook = Workbook(file, settings)
    made = value_at(tree, "framework.valid_from") or "2000-01-01"
    title = value_at(tree, "framework.title_vi") or ""
    workbook.set_properties({"title": title, "created": datetime.fromisoformat(made)})
    _Writer(workbook, tree).write()
    workbook.close()
    return file.getvalue()


def template_xlsx(criteria_set: CriteriaSet | None = None) -> bytes:
    """The template that a station fills in: with the frame and the criteria of a set where one is given.

    The items that are known of the set stand in it, too; everything else is open.
    """
    return set_xlsx(tree_of(criteria_set) if criteria_set is not None else {"criteria": []})


class _Writer:
    """Puts one set down."""

    def __init__(self, workbook: Workbook, tree: Tree) -> None:
        self._book = workbook
        self._tree = tree
        self._looks: dict[tuple[tuple[str, Any], ...], Format] = {}

    def write(self) -> None:
        """All sheets; the table is the one that opens."""
        self._write_frame(self._book.add_worksheet(FRAME_SHEET))
        table = self._book.add_worksheet(TABLE_SHEET)
        self._write_table(table)
        self._write_zones(self._book.add_worksheet(ZONES_SHEET))
        self._write_guide(self._book.add_worksheet(GUIDE_SHEET))
        table.activate()

    def _look(self, **properties: Any) -> Format:  # noqa: ANN401 - the library's own
        """A format, made once."""
        key = tuple(sorted(properties.items()))
        if key not in self._looks:
            whole = {"font_name": FONT, "font_size": SIZE, "valign": "top", "text_wrap": True, **properties}
            self._looks[key] = self._book.add_format(whole)
        return self._looks[key]

    def _cell(self, page: Worksheet, at: tuple[int, int], value: Written, look: Format) -> None:
        """Write one cell (row and column from 0); more digits than a spreadsheet keeps stand as text."""
        if isinstance(value, int | Decimal):
            if len(str(value).replace(".", "").strip("-0")) <= MOST_EXACT_DIGITS:
                page.write_number(*at, value if isinstance(value, int) else float(value), look)
                return
            value = format(value, "f").replace(".", ",")
        if len(value) > LONGEST_CELL:
            raise UserError("criteria_cell_too_long", letters=LONGEST_CELL, row=at[0] + 1)
        if value:
            page.write_string(*at, value, look)
        else:
            page.write_blank(*at, None, look)

    def _heads(self, page: Worksheet, row: int, fields: tuple[Field, ...]) -> None:
        """Heads, widths, and open cells that keep what is typed: "1.1" would else become a day, "95%" a fraction."""
        look = self._look(bold=True, align="center", valign="vcenter", bg_color=LOCKED, border=1, border_color=RULE)
        for column, field in enumerate(fields):
            page.write_string(row, column, f"{field.head} *" if field.is_required else field.head, look)
            form = {} if field.key == "max_points" else {"num_format": "@"}
            page.set_column(column, column, field.width, self._look(**form))

    def _allow(self, page: Worksheet, area: tuple[int, int, int, int], field: Field) -> None:
        """What may be chosen in cells, and the hint that shows when one is entered."""
        rule: dict[str, Any] = {"validate": "any"}
        words = list(field.kind.words.values())
        if words:
            rule = {"validate": "list", "source": words, "error_message": sheet_text("criteria_list")}
            rule |= {"error_title": sheet_text("criteria_wrong"), "show_error": field.kind.name != "open"}
        if field.hint:
            rule["input_message"] = field.hint
        if words or field.hint:
            page.data_validation(*area, rule)

    # --- the frame -------------------------------------------------------------------------------------------------

    def _write_frame(self, page: Worksheet) -> None:
        page.write_string(
            0, 0, sheet_text("criteria_frame"), self._look(bold=True, font_size=SIZE + 2, text_wrap=False)
        )
        page.write_string(1, 0, sheet_text("criteria_own"), self._look(italic=True, font_color=GREY, text_wrap=False))
        label = self._look(bg_color=LOCKED, border=1, border_color=RULE)
        hint = self._look(italic=True, font_color=GREY)
        for number, field in enumerate(FRAME):
            row = number + FIRST_ROW - 1
            page.write_string(row, 0, f"{field.head} *" if field.is_required else field.head, label)
            value = written(field.kind, value_at(self._tree, field.key))
            form = {} if isinstance(value, int | Decimal) else {"num_format": "@"}
            self._cell(page, (row, 1), value, self._look(border=1, border_color=RULE, align="left", **form))
            page.write_string(row, 2, field.hint, hint)
            self._allow(page, (row, 1, row, 1), field._replace(hint=""))
        for column, width in enumerate((38, 70, 44)):
            page.set_column(column, column, width)

    # --- the table -------------------------------------------------------------------------------------------------

    def _write_table(self, page: Worksheet) -> None:
        title = value_at(self._tree, "framework.title_vi") or sheet_text("criteria_table")
        page.write_string(0, 0, title, self._look(bold=True, font_size=SIZE + 2, text_wrap=False))
        page.write_string(1, 0, sheet_text("criteria_how"), self._look(italic=True, font_color=GREY, text_wrap=False))
        self._heads(page, HEAD_ROW - 1, TABLE)
        rows = list(rows_of(self._tree["criteria"]))
        for number, row in enumerate(rows):
            self._write_row(page, FIRST_ROW - 1 + number, row)
        last = FIRST_ROW - 1 + len(rows) + MORE_ROWS
        for column, field in enumerate(TABLE):
            self._allow(page, (FIRST_ROW - 1, column, last, column), field)
        page.set_row(HEAD_ROW - 1, 48)
        page.freeze_panes(FIRST_ROW - 1, 4)
        page.set_landscape()
        page.set_paper(A3)
        page.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        page.fit_to_pages(1, 0)
        page.repeat_rows(HEAD_ROW - 1)
        page.set_footer(f"&R{sheet_text('footer')}")

    def _write_row(self, page: Worksheet, line: int, row: Row) -> None:
        looks: dict[str, Any] = {"border": 1, "border_color": RULE}
        if row.level == LEVEL_CRITERION:
            looks |= {"bold": True, "bg_color": LOCKED}
        elif row.level == LEVEL_VARIANT:
            looks |= {"italic": True}
        for column, field in enumerate(TABLE):
            value = row.cells[field.key]
            more: dict[str, Any] = {"indent": max(0, row.depth - 1)} if field.key == "text_vi" else {}
            if not isinstance(value, int | Decimal) and field.kind.name != "number":
                more["num_format"] = "@"
            self._cell(page, (line, column), value, self._look(**looks, **more))

    # --- zones and guide -------------------------------------------------------------------------------------------

    def _write_zones(self, page: Worksheet) -> None:
        page.write_string(0, 0, sheet_text("criteria_zones"), self._look(bold=True, text_wrap=False))
        self._heads(page, HEAD_ROW - 1, ZONES)
        line = FIRST_ROW - 1
        for zone in value_at(self._tree, "zones.list") or ():
            terrains = [key for key in ZONES[1].kind.words if key in zone] or [""]
            for number, terrain in enumerate(terrains):
                other = zone.get("other_vi") if number == 0 else None
                values = {**zone.get(terrain, {}), "code": zone["code"], "terrain": terrain or None, "other_vi": other}
                for column, field in enumerate(ZONES):
                    look = self._look(border=1, border_color=RULE)
                    self._cell(page, (line, column), written(field.kind, values.get(field.key)), look)
                line += 1
        for column, field in enumerate(ZONES):
            self._allow(page, (FIRST_ROW - 1, column, line + MORE_ROWS, column), field)
        page.set_row(HEAD_ROW - 1, 48)

    def _write_guide(self, page: Worksheet) -> None:
        page.set_column(0, 0, 120)
        page.write_string(0, 0, sheet_text("criteria_guide"), self._look(bold=True, font_size=SIZE + 2))
        for number in range(1, _GUIDE_LINES + 1):
            page.write_string(number, 0, sheet_text(f"criteria_guide_{number}"), self._look())
