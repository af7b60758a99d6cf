"""The register of outgoing documents: series, the next number, what is not in order. Pure.

Source: Nghị định 30/2020/NĐ-CP, Điều 15 (one series of numbers from 01 on 1 January to 31 December), Phụ lục III
(abbreviations), Phụ lục IV (the register).
"""

from __future__ import annotations

from collections.abc import Iterable

from data.documents.records import DocumentNumber

REPORTS, MINUTES, LETTERS, COPIES = "BC", "BB", "CV", "SY"
"""Series of numbers: reports, minutes, official letters (which have no abbreviation of their own), copies."""

LARGEST_NUMBER = 99999


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
    type_name, hyphen, _ = symbol.partition("-")
    return type_name.strip().upper() if hyphen and type_name.strip() in (REPORTS, MINUTES, COPIES) else LETTERS
