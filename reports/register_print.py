"""The register of outgoing documents as it is printed and handed on: ten columns, from the lines of the station file.

Source: Nghị định 30/2020/NĐ-CP, Điều 16 and Phụ lục IV.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from data import queries, report_queries
from data.documents.records import DocumentNumber, NumberState
from data.documents.register import LETTERS, TYPES, in_register_order, number_text
from reports.days import day_text
from reports.document import ReportDocument
from reports.sections.outgoing_register import RegisterLine, register_document
from reports.texts import text

COLUMNS = tuple(RegisterLine._fields)


class RegisterAsked(NamedTuple):
    """Which register is asked for: a year, and one series of it or all."""

    year: int
    series: str = ""

    def has(self, number: DocumentNumber) -> bool:
        """Whether a line stands in it."""
        return number.year == self.year and self.series in ("", number.series)


def make_register(store: queries.Store, asked: RegisterAsked, today: date) -> ReportDocument:
    """The register as a document, under the name that the station had on the register's last day, or has today."""
    day = min(today, date(asked.year, 12, 31))
    document = register_document(queries.profile_on(store, day).name, asked.year, register_lines(store, asked))
    if asked.series:
        (part,) = document.registers
        period = text("outgoing.of_series", year=asked.year, type=TYPES.get(asked.series, asked.series))
        document = replace(document, registers=(replace(part, period=period),))
    is_example = queries.station_on(store, day).is_example
    return replace(document, marks=(text("head.example"),)) if is_example else document


def register_lines(store: queries.Store, asked: RegisterAsked) -> tuple[RegisterLine, ...]:
    """The lines of a register, ready to print, by series and number."""
    return printed_lines(each for each in report_queries.numbers(store, asked.year) if asked.has(each))


def printed_lines(numbers: Iterable[DocumentNumber]) -> tuple[RegisterLine, ...]:
    """Lines as they are printed; what became of a number that no document bears stands in the last column."""
    return tuple(_line(each) for each in in_register_order(numbers))


def column_heads() -> tuple[str, ...]:
    """What stands above the ten columns."""
    return tuple(text(f"outgoing.{name}") for name in COLUMNS)


def _line(number: DocumentNumber) -> RegisterLine:
    return RegisterLine(
        symbol=number_text(number.number, number.symbol or number.series),
        day=_day(number.day),
        subject=_subject(number),
        signer=number.signer,
        recipients="; ".join(line.strip() for line in number.receivers.splitlines() if line.strip()),
        keeper=number.kept_by,
        copies=number.copies,
        sent=_day(number.sent_on),
        received=number.acknowledged,
        remark="; ".join(filter(None, (_fate(number), number.note))),
    )


def _subject(number: DocumentNumber) -> str:
    """Type and subject; a letter, whose type its own paper does not print, is named here."""
    type_name, title = TYPES[LETTERS], number.title
    is_named = number.series != LETTERS or title.casefold().startswith(type_name.casefold())
    return title if is_named else f"{type_name} {title}"


def _fate(number: DocumentNumber) -> str:
    """What became of a number that no document bears; nothing for an issued one."""
    if number.state is NumberState.ISSUED:
        return ""
    return text(f"outgoing.{number.state.value}", reason=number.reason)


def _day(day: date | None) -> str:
    return day_text(day) if day is not None else ""
