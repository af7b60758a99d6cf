"""Tables to other programs: tab-separated text for spreadsheets, HTML for word processors, both at once."""

from __future__ import annotations

import html
from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QMimeData, QModelIndex, Qt
from PySide6.QtGui import QGuiApplication

Rows = Sequence[Sequence[str]]


def table_data(head: Sequence[str], rows: Rows, right: frozenset[int] = frozenset()) -> QMimeData:
    """A table in both forms; ``right`` are the columns set flush right. An empty head is left out."""
    lines = [*([head] if head else []), *rows]
    result = QMimeData()
    result.setText("\n".join("\t".join(_flat(cell) for cell in line) for line in lines))
    result.setHtml(table_html(head, rows, right))
    return result


def table_html(head: Sequence[str], rows: Rows, right: frozenset[int] = frozenset()) -> str:
    """The table alone, as HTML that Word keeps as a table."""
    parts = ['<table border="1" cellspacing="0" cellpadding="3" style="border-collapse:collapse">']
    if head:
        parts.append("<tr>" + "".join(f"<th>{html.escape(cell)}</th>" for cell in head) + "</tr>")
    for row in rows:
        cells = (
            f"<td{' align=right' if place in right else ''}>{html.escape(cell)}</td>" for place, cell in enumerate(row)
        )
        parts.append("<tr>" + "".join(cells) + "</tr>")
    return "\n".join([*parts, "</table>"])


def copy_model(model: QAbstractItemModel, rows: Sequence[int], columns: Sequence[int]) -> None:
    """Copy part of a model with the heads of its columns."""
    head = [_text(model.headerData(column, Qt.Orientation.Horizontal)) for column in columns]
    body = [[_text(model.index(row, column).data()) for column in columns] for row in rows]
    right = frozenset(place for place, column in enumerate(columns) if rows and _is_right(model.index(rows[0], column)))
    put(table_data(head, body, right))


def put(data: QMimeData) -> None:
    """Hand it to the other programs."""
    QGuiApplication.clipboard().setMimeData(data)


def read_block(text: str) -> list[list[str]]:
    """Cells of a block that a spreadsheet put on the clipboard; quoted cells may hold line breaks."""
    rows: list[list[str]] = []
    for line in text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n").split("\n"):
        rows.append([_unquoted(cell) for cell in line.split("\t")])
    return rows


def _unquoted(cell: str) -> str:
    text = cell.strip()
    if len(text) >= 2 and text[0] == text[-1] == '"':
        return text[1:-1].replace('""', '"')
    return text


def _flat(cell: str) -> str:
    return " ".join(cell.split())


def _text(value: object) -> str:
    return "" if value is None else str(value)


def _is_right(index: QModelIndex) -> bool:
    alignment = index.data(Qt.ItemDataRole.TextAlignmentRole)
    return alignment is not None and bool(int(alignment) & int(Qt.AlignmentFlag.AlignRight))
