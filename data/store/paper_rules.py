"""What a report may do next, and which numbers may be given: asked of the file inside a transaction."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence

from data.documents.codes import printed_code
from data.documents.records import (
    ELECTRONIC,
    DocumentNumber,
    FrozenReport,
    NumberState,
    ReportStep,
    StepKind,
)
from data.documents.register import next_number
from data.documents.states import next_steps, state_of
from data.errors import UserError
from data.history import UndoStep
from data.store import report_loading

_AGENCY = "agency"
"""Means of a digital signature that is the body's own: nobody's name belongs to it."""

# Reports that stand and were frozen after an action.
_FROZEN_SINCE = """
    SELECT code, elements, first_year, substr(period, 1, 4) FROM report AS own
    WHERE action_id > ? AND NOT EXISTS (
        SELECT 1 FROM report_step WHERE report = own.code AND kind IN ('supersede', 'cancel'))
"""


def report_in(connection: sqlite3.Connection, code: str) -> FrozenReport:
    """A frozen report.

    Raises:
        UserError: report_unknown (``report``).
    """
    found = report_loading.load_reports(connection, code)
    if not found:
        raise UserError("report_unknown", report=code)
    return found[0]


def numbered_step(connection: sqlite3.Connection, step: ReportStep) -> ReportStep:
    """The step with its number, if it may be done now.

    Raises:
        UserError: report_unknown (``report``), step_not_possible (``report``, ``state``, ``step``).
    """
    report_in(connection, step.report)
    done = report_loading.load_steps(connection, step.report)
    state = state_of(done)
    if step.kind not in next_steps(state):
        raise UserError("step_not_possible", report=step.report, state=state.value, step=step.kind.value)
    return step._replace(number=len(done) + 1)


def numbers_after(connection: sqlite3.Connection, step: ReportStep) -> list[DocumentNumber]:
    """What a step does to the number that was reserved for its report."""
    fates = {
        StepKind.SIGN_PAPER: NumberState.ISSUED,
        StepKind.SIGN_DIGITAL: NumberState.ISSUED,
        StepKind.CANCEL: NumberState.CANCELLED,
    }
    fate = fates.get(step.kind)
    own = [each for each in report_loading.load_numbers(connection) if each.report == step.report]
    changes = list[DocumentNumber]()
    signer = step.party if fate is NumberState.ISSUED and step.means != _AGENCY else ""
    for each in own:
        if fate is NumberState.CANCELLED and each.state in (NumberState.RESERVED, NumberState.ISSUED):
            changes.append(each._replace(state=fate, reason=step.note))
        elif step.kind is StepKind.SUPERSEDE and each.state is NumberState.RESERVED:  # nobody signed it
            changes.append(each._replace(state=NumberState.CANCELLED, reason=step.note))
        elif fate is NumberState.ISSUED and each.state is NumberState.RESERVED:
            changes.append(each._replace(state=fate, signer=each.signer or signer))
        elif signer and each.state is NumberState.ISSUED and not each.signer:  # the agency signed first
            changes.append(each._replace(signer=signer))
        elif step.kind is StepKind.SUBMIT and each.state is NumberState.ISSUED:
            changes.append(each._replace(sent_on=step.day))
    return changes


def refuse_other_number(connection: sqlite3.Connection, number: DocumentNumber) -> None:
    """Only the next number of a series is given: no gaps, nothing twice.

    Raises:
        UserError: number_taken (``number``, ``symbol``).
    """
    known = report_loading.load_numbers(connection, number.year)
    if number.number != next_number(known, number.year, number.series):
        raise UserError("number_taken", number=number.number, symbol=number.symbol or number.series)


def refuse_second_number(
    connection: sqlite3.Connection, number: DocumentNumber, known: Sequence[DocumentNumber]
) -> None:
    """A report that stands on paper gets one number.

    Raises:
        UserError: report_unknown, step_not_possible, report_has_number (``report``, ``number``).
    """
    report = report_in(connection, number.report)
    state = state_of(report_loading.load_steps(connection, report.code))
    if not next_steps(state) or report.way == ELECTRONIC:
        raise UserError("step_not_possible", report=report.code, state=state.value, step="number")
    live = (NumberState.RESERVED, NumberState.ISSUED)
    had = [each for each in known if each.report == report.code and each.state in live]
    if had:
        raise UserError("report_has_number", report=report.code, number=had[0].number)


def refuse_wrong_fate(old: DocumentNumber, new: DocumentNumber, names: dict[str, object]) -> None:
    """What may become of a number: skipped and cancelled ones stay so, a document's own number goes with it.

    Raises:
        UserError: number_is_final, number_needs_reason, document_issued, number_of_report (``number``, ``symbol``).
    """
    if old.state in (NumberState.SKIPPED, NumberState.CANCELLED) or new.state is NumberState.RESERVED:
        raise UserError("number_is_final", **names)
    if old.state is NumberState.ISSUED and new.state is NumberState.SKIPPED:
        raise UserError("document_issued", **names)
    if new.state in (NumberState.SKIPPED, NumberState.CANCELLED) and not new.reason.strip():
        raise UserError("number_needs_reason")
    if old.report:
        raise UserError("number_of_report", **names)


def refuse_frozen(connection: sqlite3.Connection, step: UndoStep) -> None:
    """Undo and redo stop where a cell of the action stands in a report that was frozen since (CONTRACT U1).

    Raises:
        UserError: undo_stops_at_report (``report``).
    """
    for code, elements, first_year, last_year in connection.execute(_FROZEN_SINCE, (step.action_id,)):
        held = frozenset(json.loads(elements))
        for cell in step.cells:
            element, year = cell.old.data_element, cell.old.period[:4]
            if element in held and first_year <= year <= last_year:
                raise UserError("undo_stops_at_report", report=printed_code(code))
