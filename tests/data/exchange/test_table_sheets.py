"""A plain table as a spreadsheet: texts stay texts, and the same table makes the same bytes."""

import io
from datetime import UTC, datetime

from openpyxl import load_workbook

from data.exchange.table_sheets import TableSheet, table_xlsx

TABLE = TableSheet(
    title="Sổ đăng ký văn bản đi – Năm 2026",
    name="BC 2026",
    heads=("Số", "Ghi chú"),
    widths=(12, 30),
    rows=(("01/BC-TYT", "=1+1"), ("02", "")),
    made=datetime(2026, 11, 20, 2, tzinfo=UTC),
)


def test_texts_stand_as_they_are_and_nothing_is_a_formula() -> None:
    page = load_workbook(io.BytesIO(table_xlsx(TABLE)))["BC 2026"]
    rows = [[cell.value for cell in row] for row in page.iter_rows()]
    assert rows[2:] == [["Số", "Ghi chú"], ["01/BC-TYT", "=1+1"], ["02", ""]]
    assert {cell.data_type for cell in page[4]} == {"s"}


def test_the_same_table_makes_the_same_bytes() -> None:
    assert table_xlsx(TABLE) == table_xlsx(TABLE)
