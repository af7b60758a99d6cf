"""What is still open behind a report before it is frozen: contradictions, blank cells, drafts, missing details."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from data import queries
from data.catalogue.content import Catalogue
from data.completeness import OpenCell
from data.contradictions import has_note
from data.definitions import DataElement, OverTime
from data.figures import Figures
from data.model import CellState, Profile, RuleResult
from data.periods import Period, parse_period, year_to_date
from data.progress import is_filled
from data.validation import RuleBook
from reports.document import Block, Paragraph, ParagraphKind, ReportDocument, WritingLines
from reports.report import Basis, ReportRequest
from reports.sections.gathered import rules_wanted

_CATEGORIES = ("default", "male", "female")
_DETAILS = ("parent_body", "document_symbol", "receivers", "signer_title", "signer_name")
"""Details of the station that a document cannot do without; dots stand there while they are missing."""


BY_HAND = "by_hand"
"""Told beside the details: the report has places for a pen, which an electronic document leaves empty."""


class OpenPoints(NamedTuple):
    """What is open, in catalogue order.

    Attributes:
        contradictions: Rules that fail among the figures behind the report since January, without a note why.
        blanks: Totals that the report needs and that hold nothing.
        drafts: Cells that hold a text which is no figure.
        details: Names of the station's details that are not set, and BY_HAND; they are told, and keep nothing open.
    """

    contradictions: tuple[RuleResult, ...] = ()
    blanks: tuple[OpenCell, ...] = ()
    drafts: tuple[OpenCell, ...] = ()
    details: tuple[str, ...] = ()

    @property
    def is_passed(self) -> bool:
        """Whether the report may be frozen without a written reason."""
        return not (self.contradictions or self.blanks or self.drafts)

    @property
    def findings(self) -> list[str]:
        """How much of what is open, for the record of the check."""
        counts = {"contradictions": len(self.contradictions), "blanks": len(self.blanks), "drafts": len(self.drafts)}
        return [f"{name}={count}" for name, count in counts.items() if count]


def open_points(store: queries.Store, catalogue: Catalogue, basis: Basis, request: ReportRequest) -> OpenPoints:
    """The check list of a report: its figures are counted from 1 January to the end of its period (CONTRACT P6)."""
    period = parse_period(request.period)
    counted, last_day = year_to_date(period), period.last_day
    station, profile = queries.station_on(store, last_day), queries.profile_on(store, request.details_day)
    figures = queries.load_figures(store, years=range(period.year - 1, period.year + 1))
    cells = list(_cells(catalogue, basis, counted, queries.forms_not_kept(store, last_day)))
    failing = RuleBook(catalogue, station.series_breaks).broken(figures, rules_wanted(catalogue, basis.needed, counted))
    noted = has_note(queries.rule_notes(store))
    return OpenPoints(
        contradictions=tuple(result for result in failing if not noted(result)),
        blanks=tuple(
            OpenCell(element.code, on.code)
            for element, on in cells
            if not is_filled(figures, element, on.code) and not _drafts(figures, element, on)
        ),
        drafts=tuple(draft for element, on in cells for draft in _drafts(figures, element, on)),
        details=missing_details(profile),
    )


def _cells(
    catalogue: Catalogue, basis: Basis, counted: Period, not_kept: tuple[str, ...]
) -> Iterator[tuple[DataElement, Period]]:
    """The totals that the report needs, in the forms that the station keeps."""
    for data_set in catalogue.data_sets.values():
        if data_set.code in not_kept:
            continue
        for element in map(catalogue.data_elements.__getitem__, data_set.elements):
            if element.code in basis.needed:
                yield from ((element, part) for part in _parts(element, counted))


def _parts(element: DataElement, counted: Period) -> tuple[Period, ...]:
    """The own periods of an element that its value over the counted months comes from (CONTRACT P3)."""
    parts = tuple(counted.parts(element.frequency) or ())
    if element.over_time is OverTime.LAST:
        return parts[-1:]
    return parts[:1] if element.over_time is OverTime.FIRST else parts


def _drafts(figures: Figures, element: DataElement, period: Period) -> list[OpenCell]:
    found = (figures.cells.get((element.code, period.code, category), ("", "")) for category in _CATEGORIES)
    return [
        OpenCell(element.code, period.code, category)
        for category, cell in zip(_CATEGORIES, found, strict=True)
        if cell[0] == CellState.DRAFT.value
    ]


def by_hand(document: ReportDocument) -> tuple[str, ...]:
    """BY_HAND where something in a report can be filled in with a pen alone: dotted lines, or minutes of a meeting."""
    parts = (document.blocks, *(each.blocks for each in document.appendices))
    has_dots = any(_is_dotted(block) for blocks in parts for block in blocks)
    return (BY_HAND,) if has_dots or document.minutes else ()


def _is_dotted(block: Block) -> bool:
    is_filled = isinstance(block, Paragraph) and block.kind is ParagraphKind.FILLED
    return is_filled or isinstance(block, WritingLines)


def missing_details(profile: Profile) -> tuple[str, ...]:
    """Names of the details of a document that are not set, in its order."""
    return tuple(name for name in _DETAILS if not getattr(profile, name))
