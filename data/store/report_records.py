"""Frozen reports, their steps and numbers in the station file: named tuples -> SQL; logged like all records."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from data.store.records import Record, Row

if TYPE_CHECKING:  # the window opens without the words of papers
    from datetime import date

    from data.documents.records import (
        Attachment,
        DocumentNumber,
        FrozenReport,
        ReportCheck,
        ReportStep,
        SentenceLink,
    )

REPORT = Record(
    kind="report",
    key=("code",),
    values=("kind", "subject", "period", "snapshot", "pdf", "way", "supersedes", "reason", "elements", "first_year"),
    select="""
        SELECT kind, subject, period, snapshot, pdf, way, supersedes, reason, elements, first_year
        FROM report WHERE code = ?
    """,
    upsert="""
        INSERT INTO report (
            code, kind, subject, period, snapshot, pdf, way, supersedes, reason, elements, first_year, action_id)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (code) DO UPDATE SET
            kind = excluded.kind, subject = excluded.subject, period = excluded.period, snapshot =
            excluded.snapshot, pdf = excluded.pdf, way = excluded.way, supersedes = excluded.supersedes, reason =
            excluded.reason, elements = excluded.elements, first_year = excluded.first_year, action_id =
            excluded.action_id
    """,
    select_all="""
        SELECT code, kind, subject, period, snapshot, pdf, way, supersedes, reason, elements, first_year
        FROM report
    """,
    delete="DELETE FROM report WHERE code = ?",
)

REPORT_STEP = Record(
    kind="report_step",
    key=("report", "number"),
    values=("kind", "day", "party", "means", "reference", "note", "file"),
    select="""
        SELECT kind, day, party, means, reference, note, file
        FROM report_step WHERE report = ? AND number = ?
    """,
    upsert="""
        INSERT INTO report_step (
            report, number, kind, day, party, means, reference, note, file, action_id)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (report, number) DO UPDATE SET
            kind = excluded.kind, day = excluded.day, party = excluded.party, means = excluded.means, reference =
            excluded.reference, note = excluded.note, file = excluded.file, action_id = excluded.action_id
    """,
    select_all="""
        SELECT report, number, kind, day, party, means, reference, note, file
        FROM report_step
    """,
    delete="DELETE FROM report_step WHERE report = ? AND number = ?",
)

REPORT_CHECK = Record(
    kind="report_check",
    key=("kind", "subject", "period"),
    values=("digest", "findings", "reason"),
    select="""
        SELECT digest, findings, reason
        FROM report_check WHERE kind = ? AND subject = ? AND period = ?
    """,
    upsert="""
        INSERT INTO report_check (
            kind, subject, period, digest, findings, reason, action_id)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (kind, subject, period) DO UPDATE SET
            digest = excluded.digest, findings = excluded.findings, reason = excluded.reason, action_id =
            excluded.action_id
    """,
    select_all="""
        SELECT kind, subject, period, digest, findings, reason
        FROM report_check
    """,
    delete="DELETE FROM report_check WHERE kind = ? AND subject = ? AND period = ?",
)

DOCUMENT_NUMBER = Record(
    kind="document_number",
    key=("year", "series", "number"),
    values=(
        "state",
        "symbol",
        "day",
        "title",
        "signer",
        "receivers",
        "kept_by",
        "copies",
        "sent_on",
        "acknowledged",
        "note",
        "reason",
        "report",
    ),
    select="""
        SELECT state, symbol, day, title, signer, receivers, kept_by, copies, sent_on, acknowledged, note, reason,
            report
        FROM document_number WHERE year = ? AND series = ? AND number = ?
    """,
    upsert="""
        INSERT INTO document_number (
            year, series, number, state, symbol, day, title, signer, receivers, kept_by, copies, sent_on,
            acknowledged, note, reason, report, action_id)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (year, series, number) DO UPDATE SET
            state = excluded.state, symbol = excluded.symbol, day = excluded.day, title = excluded.title, signer =
            excluded.signer, receivers = excluded.receivers, kept_by = excluded.kept_by, copies = excluded.copies,
            sent_on = excluded.sent_on, acknowledged = excluded.acknowledged, note = excluded.note, reason =
            excluded.reason, report = excluded.report, action_id = excluded.action_id
    """,
    select_all="""
        SELECT year, series, number, state, symbol, day, title, signer, receivers, kept_by, copies, sent_on,
            acknowledged, note, reason, report
        FROM document_number
    """,
    delete="DELETE FROM document_number WHERE year = ? AND series = ? AND number = ?",
)

REPORT_ATTACHMENT = Record(
    kind="report_attachment",
    key=("report", "number"),
    values=("kind", "path", "size", "sha256", "note"),
    select="""
        SELECT kind, path, size, sha256, note
        FROM report_attachment WHERE report = ? AND number = ?
    """,
    upsert="""
        INSERT INTO report_attachment (
            report, number, kind, path, size, sha256, note, action_id)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (report, number) DO UPDATE SET
            kind = excluded.kind, path = excluded.path, size = excluded.size, sha256 = excluded.sha256, note =
            excluded.note, action_id = excluded.action_id
    """,
    select_all="""
        SELECT report, number, kind, path, size, sha256, note
        FROM report_attachment
    """,
    delete="DELETE FROM report_attachment WHERE report = ? AND number = ?",
)

REPORT_SENTENCE = Record(
    kind="report_sentence",
    key=("plan", "period", "section", "number"),
    values=("sentence", "rule", "figures"),
    select="""
        SELECT sentence, rule, figures
        FROM report_sentence WHERE plan = ? AND period = ? AND section = ? AND number = ?
    """,
    upsert="""
        INSERT INTO report_sentence (
            plan, period, section, number, sentence, rule, figures, action_id)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (plan, period, section, number) DO UPDATE SET
            sentence = excluded.sentence, rule = excluded.rule, figures = excluded.figures, action_id =
            excluded.action_id
    """,
    select_all="""
        SELECT plan, period, section, number, sentence, rule, figures
        FROM report_sentence
    """,
    delete="DELETE FROM report_sentence WHERE plan = ? AND period = ? AND section = ? AND number = ?",
)

REPORT_RECORDS = (REPORT, REPORT_STEP, REPORT_CHECK, DOCUMENT_NUMBER, REPORT_ATTACHMENT, REPORT_SENTENCE)
"""All tables of records about papers."""


def report_row(report: FrozenReport) -> Row:
    """A frozen report as text."""
    return {
        "code": report.code,
        "kind": report.key.kind,
        "subject": report.key.subject,
        "period": report.key.period,
        "snapshot": report.snapshot,
        "pdf": report.pdf,
        "way": report.way,
        "supersedes": report.supersedes,
        "reason": report.reason,
        "elements": _list_text(sorted(report.elements)),
        "first_year": str(report.first_year),
    }


def step_row(step: ReportStep) -> Row:
    """A step as text."""
    return {
        "report": step.report,
        "number": str(step.number),
        "kind": step.kind.value,
        "day": step.day.isoformat(),
        "party": step.party,
        "means": step.means,
        "reference": step.reference,
        "note": step.note,
        "file": step.file,
    }


def check_row(check: ReportCheck) -> Row:
    """The check of a draft as text."""
    key = {"kind": check.key.kind, "subject": check.key.subject, "period": check.key.period}
    return key | {"digest": check.digest, "findings": check.findings, "reason": check.reason}


def number_row(number: DocumentNumber) -> Row:
    """A line of the register as text."""
    return {
        "year": str(number.year),
        "series": number.series,
        "number": str(number.number),
        "state": number.state.value,
        "symbol": number.symbol,
        "day": _day_text(number.day),
        "title": number.title,
        "signer": number.signer,
        "receivers": number.receivers,
        "kept_by": number.kept_by,
        "copies": number.copies,
        "sent_on": _day_text(number.sent_on),
        "acknowledged": number.acknowledged,
        "note": number.note,
        "reason": number.reason,
        "report": number.report,
    }


def attachment_row(attachment: Attachment) -> Row:
    """A file that belongs to a report as text."""
    return {
        "report": attachment.report,
        "number": str(attachment.number),
        "kind": attachment.kind,
        "path": attachment.path,
        "size": str(attachment.size),
        "sha256": attachment.sha256,
        "note": attachment.note,
    }


def sentence_row(link: SentenceLink) -> Row:
    """A linked sentence as text."""
    return {
        "plan": link.plan,
        "period": link.period,
        "section": link.section,
        "number": str(link.number),
        "sentence": link.sentence,
        "rule": link.rule,
        "figures": _list_text([list(figure) for figure in link.figures]),
    }


def _day_text(day: date | None) -> str:
    return day.isoformat() if day is not None else ""


def _list_text(items: list[str] | list[list[str]]) -> str:
    return json.dumps(items, ensure_ascii=False, separators=(",", ":"))
