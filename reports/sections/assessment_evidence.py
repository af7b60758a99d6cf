"""The register of evidence on paper: papers beside an item, and the list of all papers with what is missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import PurePosixPath, PureWindowsPath
from typing import NamedTuple

from data.assessment.evidence import SOON_DAYS, answered, days_left
from data.assessment.records import Evidence
from data.assessment.results import LeafPoints, Result
from reports.days import day_text
from reports.document import Align, Cell, Column, Row, Table
from reports.sections.assessment_words import asks_papers
from reports.sections.wording import capital
from reports.texts import text

HASH_DIGITS = 12


class EvidenceList(NamedTuple):
    """What the list of evidence prints.

    Attributes:
        result: The station's own: its leaves as they read in the station's place.
        papers: Papers on record by the code of the item.
        day: On which papers are valid or not: the last day of the assessed year.
    """

    result: Result
    papers: Mapping[str, Sequence[Evidence]]
    day: date


def by_item(papers: Sequence[Evidence]) -> dict[str, list[Evidence]]:
    """Papers by the code of their item, in the order they were entered."""
    found: dict[str, list[Evidence]] = {}
    for paper in papers:
        found.setdefault(paper.item, []).append(paper)
    return found


def paper_lines(papers: Sequence[Evidence]) -> list[str]:
    """The papers of an item, one line each: title, number, day, pages."""
    return [", ".join(filter(None, (paper.title, document_words(paper), _pages_words(paper)))) for paper in papers]


def document_words(paper: Evidence) -> str:
    """Number and day of a paper as printed on it."""
    number = text("evidence_table.document_number", number=paper.paper_number) if paper.paper_number else ""
    day = text("evidence_table.document_day", day=day_text(paper.paper_date)) if paper.paper_date else ""
    return ", ".join(filter(None, (number, day)))


def _pages_words(paper: Evidence) -> str:
    return f"{text('evidence_table.pages').lower()} {paper.pages}" if paper.pages else ""


def evidence_table(given: EvidenceList) -> Table | None:
    """All papers under the lines that ask for them; missing ones too. None where there is nothing to list."""
    rows: list[Row] = []
    for leaf in given.result.leaves:
        rows += _leaf_rows(leaf, given)
    if not rows:
        return None
    numbered = tuple(
        Row(cells=(Cell(text=str(number)), *row.cells), is_held=row.is_held) for number, row in enumerate(rows, start=1)
    )
    columns = (
        Column(title=text("evidence_table.number"), width=12, align=Align.CENTER, keeps_share=True),
        Column(title=text("evidence_table.item"), width=15, align=Align.CENTER, keeps_share=True),
        Column(title=text("evidence_table.asked"), width=52),
        Column(title=text("evidence_table.paper"), width=60),
        Column(title=text("evidence_table.document"), width=34),
        Column(title=text("evidence_table.pages"), width=14, align=Align.CENTER, keeps_share=True),
        Column(title=text("evidence_table.valid"), width=21, align=Align.CENTER, keeps_share=True),
        Column(title=text("evidence_table.file"), width=30),
        Column(title=text("evidence_table.state"), width=19, align=Align.CENTER, keeps_share=True),
    )
    has_files = any(paper.path for papers in given.papers.values() for paper in papers)
    key = "evidence_table.legend" if has_files else "evidence_table.legend_no_files"
    not_asked = () if asks_papers(given.result) else (text("assessment.evidence_not_asked"),)
    remarks = (*not_asked, text(key, day=day_text(given.day)))
    return Table(caption="", columns=columns, rows=numbered, remarks=remarks)


def _leaf_rows(leaf: LeafPoints, given: EvidenceList) -> Iterator[Row]:
    for line in answered(leaf.item, given.papers.get(leaf.item.code, ())):
        for paper in line.papers:
            yield _paper_row(leaf, line.asked, paper, given.day)
        if line.asked and not line.papers and not leaf.is_absent:
            state = Cell(text=text("evidence_table.missing"), is_bold=True)
            blank = [Cell()] * 5
            yield Row(cells=(Cell(text=leaf.item.code), Cell(text=line.asked), *blank, state))


def _paper_row(leaf: LeafPoints, asked: str, paper: Evidence, day: date) -> Row:
    cells = (
        Cell(text=leaf.item.code),
        Cell(text=asked),
        Cell(text=paper.title, remarks=(paper.note,) if paper.note else ()),
        Cell(text=capital(document_words(paper))),
        Cell(text=paper.pages),
        Cell(text=day_text(paper.valid_until) if paper.valid_until else ""),
        Cell(text=_file_name(paper.path), remarks=(paper.sha256[:HASH_DIGITS],) if paper.sha256 else ()),
        _state_cell(paper, day),
    )
    return Row(cells=cells)


def _file_name(path: str) -> str:
    """The name of a file alone, whatever system its path was written on."""
    return PurePosixPath(PureWindowsPath(path).as_posix()).name


def _state_cell(paper: Evidence, day: date) -> Cell:
    days = days_left(paper, day)
    if days is None or days > SOON_DAYS:
        return Cell(text=text("evidence_table.valid_still"))
    if days < 0:
        return Cell(text=text("evidence_table.expired"), is_bold=True)
    key = "evidence_table.expiring" if days else "evidence_table.expiring_today"
    return Cell(text=text(key, days=days))
