"""The draft of the letter that corrects a report: old and new figures cell by cell, to those who received it.

Source: Nghị định 30/2020/NĐ-CP, Điều 18 khoản 3 (what a document says wrongly is put right by a document of the same
form, so the letter names the report that replaces it where there is one), Phụ lục I, Mục II.5b and II.9 (công văn).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from data import queries, report_queries
from data.catalogue.content import Catalogue
from data.definitions import DataElement, ValueType
from data.documents.changes import CellChange
from data.documents.codes import printed_code
from data.documents.records import DocumentNumber, FrozenReport, NumberState, StepKind
from data.documents.register import LETTERS, TYPES, number_text
from data.documents.states import is_standing
from data.model import CellState, Profile
from data.numbers import NOT_APPLICABLE_SIGN, NOT_REPORTED_SIGN, exact, format_typed
from data.periods import parse_period
from reports.days import day_text
from reports.document import Align, Block, Cell, Column, Head, Paragraph, ReportDocument, Row, Table
from reports.sections.figures import is_small_count
from reports.sections.letter import head_of, keeper_of, letter_symbol_of, recipients_of, seal_size_of, signature_of
from reports.sections.wording import capital, lower, period_words
from reports.texts import text
from reports.tree import document_of

KIND = "correction_letter"

_WIDTHS = {
    "number": (10.0, Align.CENTER),
    "figure": (52.0, Align.LEFT),
    "period": (24.0, Align.LEFT),
    "unit": (18.0, Align.LEFT),
    "old": (18.0, Align.RIGHT),
    "new": (18.0, Align.RIGHT),
    "reason": (25.0, Align.LEFT),
}


class LetterOrder(NamedTuple):
    """What a letter corrects.

    Attributes:
        changes: The cells that it names.
        today: The day whose settings the letter follows while it has no number.
        number: The line of the register that it bears; None leaves room for number and day.
    """

    report: FrozenReport
    changes: Sequence[CellChange]
    today: date
    number: DocumentNumber | None = None

    @property
    def day(self) -> date:
        """The day whose settings hold."""
        return self.number.day if self.number is not None and self.number.day is not None else self.today


def letter_document(store: queries.Store, catalogue: Catalogue, order: LetterOrder) -> ReportDocument:
    """The letter as a document, ready to be drawn.

    Raises:
        UserError: report_file_lost (``digest``).
    """
    profile = queries.profile_on(store, order.day)
    frozen = frozen_document(store, order.report)
    is_example = queries.station_on(store, order.day).is_example
    marks = [text("head.draft")] if order.number is None else []
    addressees = _addressees(store, frozen, profile, order.report)
    return ReportDocument(
        kind=KIND,
        head=_head(profile, order),
        type_name=TYPES[LETTERS],
        subject=about_of(store, order.report, frozen),
        is_letter=True,
        addressees=addressees,
        has_addressees=True,
        blocks=tuple(_blocks(store, catalogue, order, frozen)),
        recipients=recipients_of(profile, addressees),
        signature=signature_of(profile),
        seal_size=seal_size_of(profile),
        marks=(*marks, *([text("head.example")] if is_example else ())),
    )


def letter_line(store: queries.Store, order: LetterOrder) -> DocumentNumber:
    """The line of the register that a letter gets, with number 0 for the next one; it is issued when it is signed."""
    profile = queries.profile_on(store, order.today)
    document = frozen_document(store, order.report)
    return DocumentNumber(
        year=order.today.year,
        series=LETTERS,
        number=0,
        state=NumberState.RESERVED,
        symbol=letter_symbol_of(profile),
        day=order.today,
        title=text("correction.title", name=name_of(store, order.report)),
        signer=profile.signer_name,
        receivers="\n".join(_addressees(store, document, profile, order.report)),
        kept_by=keeper_of(profile),
        reason=text("correction.reserved"),
    )


def letter_number(store: queries.Store, report: FrozenReport) -> DocumentNumber | None:
    """The line of the register that a letter on this report has already; the newest where there are several."""
    code = printed_code(report.code)
    live = (NumberState.RESERVED, NumberState.ISSUED)
    lines = (each for each in report_queries.numbers(store) if each.series == LETTERS and each.state in live)
    return next((each for each in reversed(list(lines)) if code in each.title), None)


def frozen_document(store: queries.Store, report: FrozenReport) -> ReportDocument:
    """The document inside a report's snapshot.

    Raises:
        UserError: report_file_lost (``digest``).
    """
    return document_of(json.loads(report_queries.snapshot_bytes(store, report))["document"])


def about_of(store: queries.Store, report: FrozenReport, frozen: ReportDocument) -> str:
    """What the letter is about: its trích yếu without "V/v"; it names the report by its number, else by its subject."""
    line = _line_of(store, report)
    if line is None or line.day is None:
        return text("correction.about", name=f"{frozen.type_name.capitalize()} {lower(frozen.subject)}")
    number = number_text(line.number, line.symbol)
    return text("correction.about", name=text("correction.numbered", number=number, day=day_text(line.day)))


def name_of(store: queries.Store, report: FrozenReport) -> str:
    """How a paper cites a report: by number and day where it has them, always by its code."""
    line, code = _line_of(store, report), printed_code(report.code)
    if line is None or line.day is None:
        return text("correction.named_code", code=code)
    number = number_text(line.number, line.symbol)
    return text("correction.named", number=number, day=day_text(line.day), code=code)


def _line_of(store: queries.Store, report: FrozenReport) -> DocumentNumber | None:
    """The line of the register whose number and day a report bears; None for one that has none, or lost it."""
    line = report_queries.number_of(store, report.code)
    is_live = line is not None and line.state in (NumberState.ISSUED, NumberState.RESERVED)
    return line if is_live else None


def _head(profile: Profile, order: LetterOrder) -> Head:
    head, line = replace(head_of(profile), symbol=letter_symbol_of(profile)), order.number
    return replace(head, number=line.number, day=line.day, symbol=line.symbol) if line is not None else head


def _addressees(
    store: queries.Store, frozen: ReportDocument, profile: Profile, report: FrozenReport
) -> tuple[str, ...]:
    """Those whom the report addressed, and those to whom it was handed in; else those of the settings."""
    handed = (step.party for step in report_queries.steps(store, report.code) if step.kind is StepKind.SUBMIT)
    found = dict.fromkeys(each.strip() for each in (*frozen.addressees, *handed) if each.strip())
    return tuple(found) or profile.receivers


def _blocks(store: queries.Store, catalogue: Catalogue, order: LetterOrder, frozen: ReportDocument) -> Iterator[Block]:
    profile = queries.profile_on(store, order.day)
    station, name = profile.name, name_of(store, order.report)
    opening = "correction.opening" if _line_of(store, order.report) is None else "correction.opening_issued"
    yield Paragraph(text=text(opening, station=station, name=name, subject=frozen.subject))
    found = text("correction.found", station=station, count=f"{len(order.changes):02d}")
    yield Paragraph(text=found, keeps_next=True)
    yield _table(_Writer(catalogue, hides_small=not profile.receiver_is_health_sector), order.changes)
    after = _replacing(store, order.report)
    rest = text("correction.rest") if after is None else text("correction.replaced", name=name_of(store, after))
    yield Paragraph(text=f"{text('correction.effect')} {rest}")
    yield Paragraph(text=text("correction.closing", station=station))


def _replacing(store: queries.Store, report: FrozenReport) -> FrozenReport | None:
    """The report that replaces one and still stands."""
    states = report_queries.states(store)
    found = [each for each in report_queries.frozen_reports(store) if each.supersedes == report.code]
    return next((each for each in reversed(found) if is_standing(states[each.code])), None)


def _table(writer: _Writer, changes: Sequence[CellChange]) -> Table:
    rows = tuple(Row(cells=writer.cells(number, change)) for number, change in enumerate(changes, start=1))
    columns = tuple(
        Column(title=text(f"correction.column_{name}"), width=width, align=align, keeps_share=name == "reason")
        for name, (width, align) in _WIDTHS.items()
    )
    return Table(caption=text("correction.caption"), columns=columns, rows=rows, remarks=tuple(_remarks(rows)))


def _remarks(rows: Sequence[Row]) -> Iterator[str]:
    """The signs are explained where they stand."""
    shown = {cell.text for row in rows for cell in row.cells}
    if shown & {NOT_REPORTED_SIGN, NOT_APPLICABLE_SIGN}:
        yield text("correction.legend")
    if text("table.hidden_count") in shown:
        yield text("correction.small")


class _Writer:
    """Puts cells into words; small counts of confidential indicators are left out (CONTRACT C4)."""

    def __init__(self, catalogue: Catalogue, *, hides_small: bool) -> None:
        """Know which data elements confidential indicators count."""
        self._catalogue = catalogue
        confidential = [each.code for each in catalogue.indicators.values() if each.confidential] if hides_small else []
        self._hidden = queries.elements_needed(catalogue, confidential) if confidential else set[str]()

    def cells(self, number: int, change: CellChange) -> tuple[Cell, ...]:
        """A row of the table."""
        cell = change.cell
        element = self._catalogue.data_elements.get(cell.data_element)
        name = element.name_vi if element is not None else cell.data_element
        if cell.category.value in ("male", "female"):
            name = text(f"correction.{cell.category.value}", name=name)
        texts = (
            str(number),
            name,
            capital(period_words(parse_period(cell.period))),
            element.unit if element is not None else "",
            self._held(cell.data_element, element, change.old_state, change.old_value),
            self._held(cell.data_element, element, change.new_state, change.new_value),
            change.why,  # empty: room to write it by hand
        )
        return tuple(Cell(text=words) for words in texts)

    def _held(self, code: str, element: DataElement | None, state: CellState, value: str) -> str:
        """What a cell holds, as it is printed; a draft is no figure."""
        if state is CellState.NOT_APPLICABLE:
            return NOT_APPLICABLE_SIGN
        if state is not CellState.FIGURE:
            return NOT_REPORTED_SIGN
        if element is not None and element.value_type is ValueType.BOOLEAN:
            return text(f"correction.{'yes' if value == 'true' else 'no'}")
        if element is not None and element.value_type is ValueType.CHOICE:
            return value
        if code in self._hidden and is_small_count(exact(value)):
            return text("table.hidden_count")
        return format_typed(value)
