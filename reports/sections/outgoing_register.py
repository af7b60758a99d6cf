"""The register of outgoing documents on paper: ten columns, year by year.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục IV (sổ đăng ký văn bản đi) and Điều 16: a register kept by a program is printed
with all its fields and bound. The widths of the columns are our own choice.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from reports.document import Align, Cell, Column, Head, RegisterPart, ReportDocument, Row, Signature, Table
from reports.texts import text

ROW_HEIGHT = 9.0
"""Least height of a row in millimetres: "Ngày chuyển" and "Ký nhận" are written by hand."""

_WIDTHS = {
    "symbol": 28.0,
    "day": 21.0,
    "subject": 60.0,
    "signer": 27.0,
    "recipients": 34.0,
    "keeper": 24.0,
    "copies": 13.0,
    "sent": 21.0,
    "received": 17.0,
    "remark": 24.0,
}
_CENTRED = ("symbol", "day", "copies", "sent")
_BY_HAND = ("signer", "keeper", "copies", "sent", "received", "remark")


class RegisterLine(NamedTuple):
    """A document of the register, every field ready to print; what is empty is written by hand.

    Attributes:
        symbol: Number and symbol.
        subject: Type of the document and what it is about.
        keeper: Unit and person that got the copy which is kept.
        copies: How many were made.
        sent: Day on which it was handed over; ``received`` the signature for it.
    """

    symbol: str
    day: str
    subject: str
    signer: str
    recipients: str
    keeper: str = ""
    copies: str = ""
    sent: str = ""
    received: str = ""
    remark: str = ""


def register_document(issuer: str, year: int, lines: Iterable[RegisterLine]) -> ReportDocument:
    """The register of a year as plain data, its lines in the order given."""
    title, period = text("outgoing.title"), text("outgoing.period", year=year)
    columns = (
        Column(
            title=text(f"outgoing.{name}"),
            width=width,
            align=Align.CENTER if name in _CENTRED else Align.LEFT,
            keeps_share=name in _BY_HAND,
        )
        for name, width in _WIDTHS.items()
    )
    rows = (Row(cells=tuple(Cell(text=words) for words in line)) for line in lines)
    table = Table(caption="", columns=tuple(columns), rows=tuple(rows), row_height=ROW_HEIGHT, is_numbered=True)
    return ReportDocument(
        kind="outgoing_register",
        head=Head(parent_body="", issuer=issuer, symbol="", place=""),
        type_name=text("outgoing.type_name"),
        subject=f"{title}, {period.lower()}",
        addressees=(),
        has_addressees=False,
        blocks=(),
        recipients=(),
        signature=Signature(prefix="", post="", name=""),
        registers=(RegisterPart(issuer=issuer, title=title, period=period, table=table),),
    )
