"""The register of outgoing documents: series, the next number, what may be changed, what is not in order. Pure.

Source: Nghị định 30/2020/NĐ-CP, Điều 15 (one series of numbers from 01 on 1 January to 31 December), Điều 18 (an issued
document is corrected by a new one), Phụ lục I, Phần II (one series for all kinds of copies), Phụ lục III (short names),
Phụ lục IV (the register).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from data.documents.records import DocumentNumber, NumberState
from data.errors import UserError
from data.settings import normalised

REPORTS, MINUTES, LETTERS, COPIES = "BC", "BB", "CV", "SY"
"""Series of numbers: reports, minutes, official letters (which have no abbreviation of their own), copies."""

TYPES = {
    "BC": "Báo cáo",
    "BB": "Biên bản",
    "CV": "Công văn",
    "KH": "Kế hoạch",
    "TTr": "Tờ trình",
    "TB": "Thông báo",
    "QĐ": "Quyết định",
    "GM": "Giấy mời",
    "GGT": "Giấy giới thiệu",
    "GNP": "Giấy nghỉ phép",
    "HD": "Hướng dẫn",
    "HĐ": "Hợp đồng",
    "PA": "Phương án",
    "ĐA": "Đề án",
    "CTr": "Chương trình",
    "QC": "Quy chế",
    "QyĐ": "Quy định",
    "NQ": "Nghị quyết",
    "CT": "Chỉ thị",
    "TC": "Thông cáo",
    "DA": "Dự án",
    "CĐ": "Công điện",
    "BGN": "Bản ghi nhớ",
    "BTT": "Bản thỏa thuận",
    "GUQ": "Giấy ủy quyền",
    "PG": "Phiếu gửi",
    "PC": "Phiếu chuyển",
    "PB": "Phiếu báo",
    "SY": "Bản sao",
}
"""Series -> type of document, those of a station first (Phụ lục III, Mục I)."""

_COPY_TYPES = ("SY", "SL", "TrS")
_SERIES = {name.upper(): name for name in TYPES} | {name.upper(): COPIES for name in _COPY_TYPES}

LARGEST_NUMBER = 99999

DETAILS = ("receivers", "kept_by", "copies", "sent_on", "acknowledged", "note")
"""What is filled in after a document was issued: columns 5 to 10 of the register."""

_TEXTS = ("symbol", "title", "signer", "receivers", "kept_by", "copies", "acknowledged", "note", "reason")
_FINAL = (NumberState.SKIPPED, NumberState.CANCELLED)


def next_number(numbers: Iterable[DocumentNumber], year: int, series: str) -> int:
    """The number after the largest of a series; 1 in a new year."""
    taken = [each.number for each in numbers if (each.year, each.series) == (year, series)]
    return max(taken, default=0) + 1


def gaps(numbers: Iterable[DocumentNumber]) -> tuple[tuple[int, str, int], ...]:
    """Numbers that are missing inside a series: (year, series, number), in order."""
    taken: dict[tuple[int, str], set[int]] = {}
    for each in numbers:
        taken.setdefault((each.year, each.series), set()).add(each.number)
    return tuple(
        (year, series, number)
        for (year, series), found in sorted(taken.items())
        for number in range(1, max(found))
        if number not in found
    )


def series_of(symbol: str) -> str:
    """The series of a symbol: what stands before its hyphen; letters where it names no type of document."""
    type_name, hyphen, _ = normalised(symbol).partition("-")
    return _SERIES.get(type_name.strip().upper(), LETTERS) if hyphen else LETTERS


def tidied(number: DocumentNumber) -> DocumentNumber:
    """The line as it is kept: texts in NFC, without blanks around them."""
    texts: dict[str, Any] = {name: normalised(getattr(number, name)).strip() for name in _TEXTS}
    return number._replace(**texts)


def open_fields(number: DocumentNumber) -> tuple[str, ...]:
    """What of a line may be changed: nothing that was printed, and of a number given up only the note."""
    if number.state in _FINAL:
        return ("note",)
    if number.state is NumberState.ISSUED or number.report:
        return DETAILS
    return ("symbol", "day", "title", "signer", "reason", *DETAILS)


def is_locked_change(old: DocumentNumber, new: DocumentNumber) -> bool:
    """Whether a change without another fate touches what is locked; the reason belongs to the fate."""
    allowed = (*open_fields(old), "state", "stored_by", "stored_at")
    if new.state is not old.state:
        allowed = (*allowed, "reason")
    return any(getattr(old, name) != getattr(new, name) for name in old._fields if name not in allowed)


def refuse_incomplete(number: DocumentNumber) -> None:
    """A line says what the register asks for, in its own year and series.

    Raises:
        UserError: number_needs_details: an issued paper without symbol, day or title; number_other_year (``day``,
            ``year``); number_other_series (``symbol``, ``series``).
    """
    is_own_paper = number.state is NumberState.ISSUED and not number.report
    if is_own_paper and not (number.symbol and number.day and number.title):
        raise UserError("number_needs_details")
    if number.day is not None and number.day.year != number.year:
        raise UserError("number_other_year", day=f"{number.day:%d/%m/%Y}", year=number.year)
    if number.symbol and series_of(number.symbol) != number.series:
        raise UserError("number_other_series", symbol=number.symbol, series=number.series)


def out_of_order(numbers: Iterable[DocumentNumber], line: DocumentNumber) -> tuple[DocumentNumber, ...]:
    """Lines of the same series whose day does not follow the numbers: a smaller number with a later day, or the other.

    Nothing forbids it; a clerk is asked, since it is mostly a slip.
    """
    if line.day is None:
        return ()
    others = (each for each in numbers if each[:2] == line[:2] and each.number != line.number)
    return tuple(
        each
        for each in others
        if each.day is not None
        and each.state is not NumberState.CANCELLED
        and (each.number < line.number) != (each.day <= line.day)
        and each.day != line.day
    )


def number_text(number: int, symbol: str) -> str:
    """Number and symbol as they are printed: 05/BC-TYT.

    Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.3: numbers under 10 with a leading 0.
    """
    return f"{number:02d}/{symbol}"


def in_register_order(numbers: Iterable[DocumentNumber]) -> Sequence[DocumentNumber]:
    """Lines by year, series (those of a station's own papers first) and number."""
    places = {name: place for place, name in enumerate(TYPES)}
    return sorted(numbers, key=lambda each: (each.year, places.get(each.series, len(places)), each.series, each.number))


def symbol_in(series: str, own: str) -> str:
    """The symbol of a document: "KH-TYT" where the station's reports are "BC-TYT"; letters name no type.

    Args:
        series: Series of the document.
        own: The station's symbol of reports on that day (a dated setting); empty gives an empty symbol.

    Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.3.
    """
    body = own.partition("-")[2] if series_of(own) != LETTERS or own.startswith(f"{LETTERS}-") else own
    if not body or series == LETTERS:
        return body
    return f"{series}-{body}"
