"""A report document as HTML for a word processor; each chart becomes a table of its numbers."""

from __future__ import annotations

import html
from collections.abc import Iterable

from reports.document import (
    Align,
    BarChart,
    Block,
    Chart,
    Column,
    Heading,
    Paragraph,
    ReportDocument,
    Row,
    ScoreChart,
    Signature,
    Table,
    WritingLines,
)

_RIGHT = (Align.RIGHT, Align.COMMA, Align.SLASH)
_STYLE = "font-family:'Times New Roman';font-size:13pt"


def document_html(document: ReportDocument) -> str:
    """The whole report, appendices too."""
    head = document.head
    parts = [
        f"<p align=center>{_text(head.parent_body)}<br><b>{_text(head.issuer)}</b></p>",
        f"<p align=center><b>{_text(document.type_name)}</b><br><b>{_text(document.subject)}</b></p>",
    ]
    if document.addressees:
        parts.append(f"<p>Kính gửi: {_text('; '.join(document.addressees))}</p>")
    parts += _blocks(document.blocks)
    signature = document.signature
    parts.append(f"<p>Nơi nhận:<br>{'<br>'.join(_text(line) for line in document.recipients)}</p>")
    parts.append(
        f"<p align=right><b>{_text(signature.prefix)}<br>{_text(signature.post)}</b><br><br><br>"
        f"<b>{_text(signature.name)}</b></p>"
    )
    for minutes in document.minutes:
        parts.append(f"<p align=center><b>{_text(minutes.type_name)}</b><br><b>{_text(minutes.subject)}</b></p>")
        parts += [*_blocks(minutes.blocks), _signers((minutes.secretary, minutes.chair))]
    for appendix in document.appendices:
        parts.append(f"<p align=center><b>{_text(appendix.label)}</b><br><b>{_text(appendix.title)}</b></p>")
        parts += _blocks(appendix.blocks)
        if appendix.signers:
            parts.append(_signers(appendix.signers))
    return f'<html><body style="{_STYLE}">' + "\n".join(parts) + "</body></html>"


def _signers(signers: tuple[Signature, ...]) -> str:
    """Who signs, side by side."""
    cells = (
        f"<td align=center><b>{_text(signer.prefix)}<br>{_text(signer.post)}</b><br><br><br>{_text(signer.name)}</td>"
        for signer in signers
    )
    return f'<table width="100%"><tr>{"".join(cells)}</tr></table>'


def document_text(document: ReportDocument) -> str:
    """The same as plain text, tables with tabs."""
    lines = [document.type_name, document.subject, ""]
    blocks = [*document.blocks]
    for minutes in document.minutes:
        blocks += [Heading(level=1, text=f"{minutes.type_name}. {minutes.subject}"), *minutes.blocks]
    for appendix in document.appendices:
        blocks += [Heading(level=1, text=f"{appendix.label}. {appendix.title}"), *appendix.blocks]
    for block in blocks:
        if isinstance(block, Heading | Paragraph):
            lines.append(block.text)
        elif isinstance(block, Table):
            lines.append(block.caption)
            lines.append("\t".join(column.title for column in block.columns))
            lines += ["\t".join(_flat(cell.text, cell.remarks) for cell in row.cells) for row in block.rows]
    return "\n".join(lines)


def _blocks(blocks: Iterable[Block]) -> list[str]:
    return [_block(block) for block in blocks]


def _block(block: Block) -> str:
    if isinstance(block, Heading):
        return f"<p><b>{_text(block.text)}</b></p>"
    if isinstance(block, Paragraph):
        return "".join(f"<p>{_text(line)}</p>" for line in block.text.split("\n"))
    if isinstance(block, WritingLines):
        return "<p>……………………………………</p>" * block.count
    if isinstance(block, Table):
        return _table(block)
    return _chart(block)


def _table(table: Table) -> str:
    head = "".join(f"<th>{_text(column.title)}</th>" for column in table.columns)
    totals = (table.sums.total,) if table.sums is not None else ()
    rows = "".join(_row(row, table.columns) for row in (*table.rows, *totals))
    remarks = "".join(f"<p><i>{_text(remark)}</i></p>" for remark in table.remarks)
    grid = '<table border="1" cellspacing="0" cellpadding="3" style="border-collapse:collapse">'
    return f"<p><b>{_text(table.caption)}</b></p>{grid}<tr>{head}</tr>{rows}</table>{remarks}"


def _row(row: Row, columns: tuple[Column, ...]) -> str:
    if row.is_group:
        first, *rest = row.cells
        spoken = " ".join(cell.text for cell in rest)
        return f"<tr><td><b>{_text(first.text)}</b></td><td colspan={len(columns) - 1}><b>{_text(spoken)}</b></td></tr>"
    cells = []
    for cell, column in zip(row.cells, columns, strict=False):
        side = " align=right" if column.align in _RIGHT else " align=center" if column.align is Align.CENTER else ""
        shown = "<br>".join(_text(line) for line in (cell.text, *cell.remarks))
        cells.append(f"<td{side}>{f'<b>{shown}</b>' if cell.is_bold else shown}</td>")
    return "<tr>" + "".join(cells) + "</tr>"


def _chart(chart: Chart) -> str:
    """The numbers that the chart is drawn from."""
    if isinstance(chart, BarChart):
        rows = [(bar.label, bar.printed, bar.printed_target) for bar in chart.bars]
    elif isinstance(chart, ScoreChart):
        rows = [(bar.label, bar.printed, bar.printed_limit) for bar in chart.bars]
    else:
        rows = [
            (trend.title, "; ".join(f"{point.year}: {point.printed}" for point in trend.points), trend.printed_target)
            for trend in chart.trends
        ]
    body = "".join("<tr>" + "".join(f"<td>{_text(cell)}</td>" for cell in row) + "</tr>" for row in rows)
    grid = '<table border="1" cellspacing="0" cellpadding="3" style="border-collapse:collapse">'
    return f"<p><b>{_text(chart.caption)}</b></p>{grid}{body}</table>"


def _text(text: str) -> str:
    return html.escape(text).replace("\n", "<br>")


def _flat(text: str, remarks: tuple[str, ...]) -> str:
    return " ".join(" ".join((text, *remarks)).split())
