"""The life of a report: nháp → đã kiểm tra → đã chốt → đã ký → đã nộp → đã nhận (CONTRACT section 4, R2). Pure."""

from __future__ import annotations

import enum
from collections.abc import Iterable

from data.documents.records import ReportStep, StepKind


class ReportState(enum.Enum):
    """Where a report stands; the first two are states of a draft, which is made anew from today's figures."""

    DRAFT = "draft"
    CHECKED = "checked"
    FROZEN = "frozen"
    SIGNED_PAPER = "signed_paper"
    SIGNED_DIGITAL = "signed_digital"
    SUBMITTED = "submitted"
    RECEIVED = "received"
    SUPERSEDED = "superseded"
    CANCELLED = "cancelled"


_STATE_AFTER = {
    StepKind.FREEZE: ReportState.FROZEN,
    StepKind.SIGN_PAPER: ReportState.SIGNED_PAPER,
    StepKind.SIGN_DIGITAL: ReportState.SIGNED_DIGITAL,
    StepKind.SUBMIT: ReportState.SUBMITTED,
    StepKind.RECEIVE: ReportState.RECEIVED,
    StepKind.SUPERSEDE: ReportState.SUPERSEDED,
    StepKind.CANCEL: ReportState.CANCELLED,
}

_NEXT = {
    ReportState.FROZEN: (StepKind.SIGN_PAPER, StepKind.SIGN_DIGITAL, StepKind.SUPERSEDE, StepKind.CANCEL),
    ReportState.SIGNED_PAPER: (StepKind.SUBMIT, StepKind.SUPERSEDE, StepKind.CANCEL),
    ReportState.SIGNED_DIGITAL: (StepKind.SIGN_DIGITAL, StepKind.SUBMIT, StepKind.SUPERSEDE, StepKind.CANCEL),
    ReportState.SUBMITTED: (StepKind.SUBMIT, StepKind.RECEIVE, StepKind.SUPERSEDE),
    ReportState.RECEIVED: (StepKind.SUBMIT, StepKind.RECEIVE, StepKind.SUPERSEDE),
    ReportState.SUPERSEDED: (),
    ReportState.CANCELLED: (),
}


def state_of(steps: Iterable[ReportStep]) -> ReportState:
    """Where a frozen report stands after its steps, in the order they were done; DRAFT without any.

    A report that was received once stays so when it is sent to somebody else, too.
    """
    state = ReportState.DRAFT
    for step in steps:
        after = _STATE_AFTER[step.kind]
        if not (state is ReportState.RECEIVED and after is ReportState.SUBMITTED):
            state = after
    return state


def next_steps(state: ReportState) -> tuple[StepKind, ...]:
    """What may be done with a frozen report; a submitted one can be superseded, no longer cancelled."""
    return _NEXT.get(state, ())


def is_standing(state: ReportState) -> bool:
    """Whether the report counts: frozen, and neither superseded nor cancelled."""
    return state not in (ReportState.DRAFT, ReportState.CHECKED, ReportState.SUPERSEDED, ReportState.CANCELLED)
