"""What keeps a report from being frozen, with each open point and each changed cell as a fault of its own."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from data import queries, report_queries
from data.catalogue.content import Catalogue
from data.documents.changes import CellChange
from data.documents.codes import printed_code
from data.documents.records import DocumentNumber, FrozenReport
from data.errors import Fault, FaultsError, UserError
from data.model import CellState, Profile
from data.numbers import NOT_APPLICABLE_SIGN, NOT_REPORTED_SIGN
from data.periods import parse_period
from reports.check_list import OpenPoints
from reports.days import day_text
from reports.document import Head
from reports.report import ReportRequest
from reports.sections.letter import is_own

MOST_NAMED = 50
"""So many open points or changed cells are named."""


class ReportNotReady(FaultsError):
    """Something is open behind a report, and nobody said why it goes on all the same.

    Attributes:
        points: Everything that is open.
    """

    def __init__(self, points: OpenPoints, faults: list[Fault]) -> None:
        """Keep the points beside the first faults, and their number."""
        super().__init__("report_not_ready", tuple(faults[:MOST_NAMED]), total=len(faults))
        self.points = points


def refuse_future(request: ReportRequest, day: date) -> None:
    """A period that has not begun has nothing to freeze (CONTRACT S4).

    Raises:
        UserError: report_period_future (``period``).
    """
    if parse_period(request.period).first_day > day:
        raise UserError("report_period_future", period=request.period)


def refuse_other_issuer(head: Head, profile: Profile) -> None:
    """A document of another body takes no number of the station's register; it is numbered on paper, by that body.

    Raises:
        UserError: report_other_issuer (``issuer``).
    """
    if not is_own(head, profile):
        raise UserError("report_other_issuer", issuer=head.issuer)


def refuse_earlier_day(lines: Sequence[DocumentNumber], series: str, day: date) -> None:
    """A number never bears an earlier day than the one before it: the computer's clock is wrong then.

    Raises:
        UserError: freeze_clock_wrong (``day``, ``number``, ``last``).
    """
    last = max(
        (line for line in lines if line.series == series and line.day), key=lambda line: line.number, default=None
    )
    if last is not None and last.day is not None and day < last.day:
        raise UserError("freeze_clock_wrong", day=day_text(day), number=last.number, last=day_text(last.day))


def open_faults(catalogue: Catalogue, points: OpenPoints) -> list[Fault]:
    """One fault for each open point; a rule that fails on several sides of one cell is told once."""
    failing = dict.fromkeys((each.element, each.period) for each in points.contradictions)
    parts = (
        ("open_contradiction", failing),
        ("open_blank", ((each.data_element, each.period) for each in points.blanks)),
        ("open_draft", ((each.data_element, each.period) for each in points.drafts)),
    )
    return [
        Fault(code, element, {"element": element, "name": _name(catalogue, element), "period": period})
        for code, cells in parts
        for element, period in cells
    ]


def _name(catalogue: Catalogue, code: str) -> str:
    """Name of a data element; its code where the catalogue does not know it."""
    element = catalogue.data_elements.get(code)
    return element.name_vi if element is not None else code


def differences(store: queries.Store, catalogue: Catalogue, before: FrozenReport) -> tuple[Fault, ...]:
    """Which cells changed since a report was frozen; one line on the words where no cell did."""
    changes = report_queries.changes_since(store, before)
    if not changes:
        return (Fault("differs_in_words", before.code, {"report": printed_code(before.code)}),)
    return tuple(_changed(catalogue, change) for change in changes)


def _changed(catalogue: Catalogue, change: CellChange) -> Fault:
    cell = change.cell
    old, new = _held(change.old_state, change.old_value), _held(change.new_state, change.new_value)
    name = _name(catalogue, cell.data_element)
    values = {"element": cell.data_element, "name": name, "period": cell.period, "category": cell.category.value}
    return Fault("differs_in_cell", cell.data_element, {**values, "old": old, "new": new})


def _held(state: CellState, value: str) -> str:
    """What a cell holds, as it stands in the file: "…" for nothing, "–" for not applicable (CONTRACT P9)."""
    return value or (NOT_APPLICABLE_SIGN if state is CellState.NOT_APPLICABLE else NOT_REPORTED_SIGN)
