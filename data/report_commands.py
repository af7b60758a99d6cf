"""Everything that changes the papers of a station file: one transaction each, all or nothing; says what changed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from data.documents.records import (
    Attachment,
    DocumentNumber,
    FrozenReport,
    NumberState,
    ReportCheck,
    ReportStep,
    SentenceLink,
    StepKind,
)
from data.documents.register import is_locked_change, next_number, refuse_incomplete, tidied
from data.errors import UserError
from data.model import Attribution, Changes, ObligationState
from data.settings import normalised
from data.store import report_loading, report_records
from data.store.actions import RecordChange, write_action
from data.store.chain import heads
from data.store.database import Store
from data.store.paper_rules import (
    numbered_step,
    numbers_after,
    refuse_other_number,
    refuse_second_number,
    refuse_wrong_fate,
    report_in,
)
from data.store.records import Record
from data.store.report_files import keep_file, load_file
from data.store.repositories import OBLIGATION_STATE, obligation_state_row

FREEZE, SIGN, SUBMIT, RECEIVE, CANCEL = "freeze", "sign", "submit", "receive", "cancel"
"""Kinds of the actions on a report, besides those that have none of their own."""

_ACTIONS = {
    StepKind.SIGN_PAPER: SIGN,
    StepKind.SIGN_DIGITAL: SIGN,
    StepKind.SUBMIT: SUBMIT,
    StepKind.RECEIVE: RECEIVE,
    StepKind.CANCEL: CANCEL,
}


class Freezing(NamedTuple):
    """A report ready to be frozen.

    Attributes:
        day: Day of freezing in Vietnam.
        number: The line of the register for electronic numbering; None on paper.
        seen: Id of the newest action when the figures were read: nothing may have happened since.
        check: What the check list said just before.
    """

    report: FrozenReport
    snapshot: bytes
    pdf: bytes
    day: date
    number: DocumentNumber | None
    seen: int
    check: ReportCheck | None = None


def save_check(store: Store, check: ReportCheck, by: Attribution) -> Changes:
    """Record that a draft was checked."""
    row = report_records.check_row(check._replace(reason=normalised(check.reason).strip()))
    return _write(store, [RecordChange(report_records.REPORT_CHECK, row)], by._replace(kind="check"))


def freeze(store: Store, freezing: Freezing, by: Attribution) -> Changes:
    """Keep snapshot, PDF, number and first step of a report, and end the one that it replaces, all at once.

    A number of the old one that nobody signed is cancelled with the same reason.

    Raises:
        UserError: report_changed_meanwhile: something happened since the figures were read; number_taken
            (``number``, ``symbol``); step_not_possible: the report it replaces cannot be replaced any more.
    """
    report, number = freezing.report, freezing.number
    with store.changing() as connection:
        if heads(connection).actions.id != freezing.seen:
            raise UserError("report_changed_meanwhile")
        keep_file(connection, freezing.snapshot, packed=True)
        keep_file(connection, freezing.pdf)
        step = ReportStep(report=report.code, number=1, kind=StepKind.FREEZE, day=freezing.day)
        changes = [
            RecordChange(report_records.REPORT, report_records.report_row(report)),
            RecordChange(report_records.REPORT_STEP, report_records.step_row(step)),
        ]
        if freezing.check is not None:
            changes.append(RecordChange(report_records.REPORT_CHECK, report_records.check_row(freezing.check)))
        if number is not None:
            refuse_other_number(connection, number)
            changes.append(_number_change(number))
        if report.supersedes:
            old = numbered_step(connection, ReportStep(report.supersedes, 0, StepKind.SUPERSEDE, freezing.day))
            ended = old._replace(party=report.code, note=report.reason)
            changes += [_step_change(ended), *map(_number_change, numbers_after(connection, ended))]
        written = write_action(connection, by._replace(kind=FREEZE), records=changes)
    return Changes(kind=report_records.REPORT.kind, keys=written.records)


def add_step(store: Store, step: ReportStep, by: Attribution, done: Sequence[ObligationState] = ()) -> Changes:
    """Record a step of a frozen report: signed on paper, submitted, received, cancelled; its number is given here.

    Signing makes a reserved number an issued one; cancelling cancels it.

    Args:
        store: The station file.
        step: The step, with number 0.
        by: Who, when and why.
        done: Reporting duties that the step fulfils.

    Raises:
        UserError: report_unknown (``report``); step_not_possible (``report``, ``state``, ``step``);
            step_needs_reason: cancelling without a note; step_needs_party: submitting to nobody.
    """
    ready = step._replace(party=normalised(step.party).strip(), note=normalised(step.note).strip())
    if ready.kind is StepKind.CANCEL and not ready.note:
        raise UserError("step_needs_reason")
    if ready.kind is StepKind.SUBMIT and not ready.party:
        raise UserError("step_needs_party")
    with store.changing() as connection:
        changes = [
            _step_change(numbered_step(connection, ready)),
            *map(_number_change, numbers_after(connection, ready)),
        ]
        changes += [RecordChange(OBLIGATION_STATE, obligation_state_row(state)) for state in done]
        written = write_action(connection, by._replace(kind=_ACTIONS.get(ready.kind, "")), records=changes)
    return Changes(kind=report_records.REPORT_STEP.kind, keys=written.records)


def record_signature(store: Store, step: ReportStep, signed: bytes, by: Attribution) -> Changes:
    """Keep what a digital signature appended to a frozen report, and record the step.

    Args:
        store: The station file.
        step: SIGN_DIGITAL with ``means`` head or agency, ``party`` who signed, ``reference`` the certificate's number.
        signed: The whole signed PDF.
        by: Who, when and why.

    Raises:
        UserError: report_unknown; step_not_possible; signed_other_bytes (``report``): the PDF does not begin with the
            frozen bytes, or not with what was signed before.
    """
    with store.changing() as connection:
        report = report_in(connection, step.report)
        frozen = load_file(connection, report.pdf)
        before = [each.file for each in report_loading.load_steps(connection, report.code) if each.file]
        last = load_file(connection, before[-1]) if before else b""
        if not signed.startswith(frozen + last) or len(signed) == len(frozen + last):
            raise UserError("signed_other_bytes", report=report.code)
        appended = keep_file(connection, signed[len(frozen) :], packed=True)
        ready = numbered_step(connection, step._replace(file=appended))
        changes = [_step_change(ready), *map(_number_change, numbers_after(connection, ready))]
        written = write_action(connection, by._replace(kind=SIGN), records=changes)
    return Changes(kind=report_records.REPORT_STEP.kind, keys=written.records)


def give_number(store: Store, number: DocumentNumber, by: Attribution) -> DocumentNumber:
    """Enter the next number of a series in the register: reserved, issued, or skipped; never one that is taken.

    Args:
        store: The station file.
        number: The line, with number 0 for the next one.
        by: Who, when and why.

    Returns:
        The line as it stands in the register.

    Raises:
        UserError: number_needs_reason: reserved or skipped without a reason; number_taken (``number``, ``symbol``);
            report_unknown; report_has_number (``report``, ``number``); step_not_possible: the report does not stand;
            and as ``refuse_incomplete``.
    """
    number = tidied(number)
    refuse_incomplete(number)
    if number.state is not NumberState.ISSUED and not number.reason.strip():
        raise UserError("number_needs_reason")
    with store.changing() as connection:
        known = report_loading.load_numbers(connection, number.year)
        ready = number
        if not number.number:
            ready = number._replace(number=next_number(known, number.year, number.series))
        refuse_other_number(connection, ready)
        if ready.report:
            refuse_second_number(connection, ready, known)
        write_action(connection, by._replace(kind="number"), records=[_number_change(ready)])
    return ready


def change_number(store: Store, number: DocumentNumber, by: Attribution) -> Changes:
    """Change a line of the register: details of an issued document, the fate of a reserved number.

    Raises:
        UserError: number_unknown (``number``, ``symbol``); document_issued (``number``, ``symbol``): what an issued
            document says is locked; number_needs_reason; number_is_final (``number``, ``symbol``): skipped and
            cancelled numbers stay so; number_of_report: its number goes with the report; and as ``refuse_incomplete``.
    """
    number = tidied(number)
    refuse_incomplete(number)
    with store.changing() as connection:
        known = {each[:3]: each for each in report_loading.load_numbers(connection, number.year)}
        old = known.get(number[:3])
        names = {"number": number.number, "symbol": number.symbol or number.series}
        if old is None:
            raise UserError("number_unknown", **names)
        if old.state is not number.state:
            refuse_wrong_fate(old, number, names)
        if is_locked_change(old, number):
            is_final = old.state in (NumberState.SKIPPED, NumberState.CANCELLED)
            raise UserError("number_is_final" if is_final else "document_issued", **names)
        written = write_action(connection, by._replace(kind="number"), records=[_number_change(number)])
    return Changes(kind=report_records.DOCUMENT_NUMBER.kind, keys=written.records)


def attach(store: Store, attachment: Attachment, by: Attribution) -> Changes:
    """Attach a file to a frozen report; its number is given here.

    Raises:
        UserError: report_unknown (``report``).
    """
    with store.changing() as connection:
        report_in(connection, attachment.report)
        taken = [each.number for each in report_loading.load_attachments(connection, attachment.report)]
        row = report_records.attachment_row(attachment._replace(number=max(taken, default=0) + 1))
        change = RecordChange(report_records.REPORT_ATTACHMENT, row)
        written = write_action(connection, by._replace(kind="attach"), records=[change])
    return Changes(kind=report_records.REPORT_ATTACHMENT.kind, keys=written.records)


def detach(store: Store, attachment: Attachment, by: Attribution) -> Changes:
    """Take the mention of an attached file away; the log keeps it.

    Raises:
        UserError: step_needs_reason.
    """
    if not by.reason.strip():
        raise UserError("step_needs_reason")
    row = report_records.attachment_row(attachment)
    change = RecordChange(report_records.REPORT_ATTACHMENT, row, is_removal=True)
    return _write(store, [change], by._replace(kind="attach"))


def save_sentences(
    store: Store, place: tuple[str, str, str], links: Sequence[SentenceLink], by: Attribution
) -> Changes:
    """Keep which sentences of a section rest on which figures, instead of those kept before.

    Args:
        store: The station file.
        place: Plan (or text key), period and section.
        links: The linked sentences in their order; they are numbered here.
        by: Who, when and why.
    """
    record = report_records.REPORT_SENTENCE
    plan, period, section = place
    with store.changing() as connection:
        kept = [each for each in report_loading.load_sentences(connection, plan, period) if each.section == section]
        changes = [
            RecordChange(record, report_records.sentence_row(link._replace(number=number)))
            for number, link in enumerate(links, start=1)
        ]
        changes += [
            RecordChange(record, report_records.sentence_row(old), is_removal=True) for old in kept[len(links) :]
        ]
        written = write_action(connection, by, records=changes)
    return Changes(kind=record.kind, keys=written.records)


def _write(store: Store, changes: Sequence[RecordChange], by: Attribution) -> Changes:
    record: Record = changes[0].record
    with store.changing() as connection:
        written = write_action(connection, by, records=changes)
    return Changes(kind=record.kind, keys=written.records)


def _step_change(step: ReportStep) -> RecordChange:
    return RecordChange(report_records.REPORT_STEP, report_records.step_row(step))


def _number_change(number: DocumentNumber) -> RecordChange:
    return RecordChange(report_records.DOCUMENT_NUMBER, report_records.number_row(number))
