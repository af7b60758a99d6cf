"""Where the report shown stands, and what is open in it, in sentences."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from data.documents.codes import printed_code
from data.documents.records import FrozenReport
from ui import words
from ui.messages import Messages
from ui.screens.report_life_texts import differing
from ui.screens.report_life_work import Looked

translate = QCoreApplication.translate


def standing_words(looked: Looked, standing: FrozenReport) -> str:
    """When the report that counts was frozen, and whether anything has changed since."""
    said = translate("ReportLife", "Frozen on {moment} by {name}, code {code}.").format(
        moment=words.printed_moment(standing.stored_at) if standing.stored_at is not None else "…",
        name=standing.stored_by,
        code=printed_code(standing.code),
    )
    if looked.is_same:
        return f"{said} {translate('ReportLife', 'Nothing has changed since.')}"
    count = len(looked.changes)
    if count:
        changed = translate("ReportLife", "Frozen figures ≠ figures of today: %n cell(s).", "", count)
    else:
        changed = translate("ReportLife", "The words, settings or states of work are no longer those that were frozen.")
    return f"{said} {changed}"


def replacing_words(looked: Looked, standing: FrozenReport, messages: Messages) -> str:
    """Which report the draft is going to replace, and what became of that one."""
    said = translate("ReportLife", "Being written: the report that replaces {code} ({state}).")
    state = messages.text("report_state", looked.state.value)
    return said.format(code=printed_code(standing.code), state=state)


def draft_words(looked: Looked) -> str:
    """Whether the draft was checked, by whom, and why it was left open."""
    check = looked.check
    if check is None:
        return translate("ReportLife", "Draft: not checked yet.")
    if not looked.is_checked:
        return translate("ReportLife", "Draft: something has changed since it was checked.")
    moment = words.printed_moment(check.stored_at) if check.stored_at is not None else "…"
    said = translate("ReportLife", "Checked by {name} on {moment}.").format(name=check.stored_by, moment=moment)
    return f"{said} {reason_words(check.reason)}" if check.reason else said


def reason_words(reason: str) -> str:
    """Why the report was checked although something is open."""
    return translate("ReportLife", "Open with the reason: {reason}.").format(reason=reason.rstrip("."))


def open_words(looked: Looked) -> str:
    """How much of what is open, and the reason that was given for it."""
    points = looked.points
    parts = (
        (translate("ReportLife", "Contradictions: {count}"), len(points.contradictions)),
        (translate("ReportLife", "Words that differ from the figures: {count}"), differing(looked.texts)),
        (translate("ReportLife", "Drafts, no figures yet: {count}"), len(points.drafts)),
        (translate("ReportLife", "Not reported: {count}"), len(points.blanks)),
    )
    counts = "; ".join(said.format(count=count) for said, count in parts if count)
    said = translate("ReportLife", "Still open – {counts}.").format(counts=counts)
    check = looked.check
    has_reason = looked.is_checked and check is not None and check.reason
    return f"{said} {reason_words(check.reason)}" if check is not None and has_reason else said
