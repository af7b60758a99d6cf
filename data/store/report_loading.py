"""Frozen reports, their steps and numbers out of the station file: SQL -> named tuples."""

from __future__ import annotations

import json
import sqlite3
from datetime import date

from data.documents.records import (
    Attachment,
    DocumentNumber,
    FigureLink,
    FrozenReport,
    NumberState,
    ReportCheck,
    ReportKey,
    ReportStep,
    SentenceLink,
    StepKind,
)
from data.store.values import moment_of


def load_reports(connection: sqlite3.Connection, code: str | None = None) -> tuple[FrozenReport, ...]:
    """Frozen reports in the order they were frozen; all of them, or the one with a code."""
    rows = connection.execute(
        "SELECT code, report.kind, subject, period, snapshot, pdf, way, supersedes, reason, elements, first_year,"
        " who, at FROM report JOIN action ON action.id = action_id WHERE ?1 IS NULL OR code = ?1 ORDER BY action_id",
        (code,),
    )
    return tuple(
        FrozenReport(
            code=name,
            key=ReportKey(kind, subject, period),
            snapshot=snapshot,
            pdf=pdf,
            way=way,
            supersedes=supersedes,
            reason=reason,
            elements=tuple(json.loads(elements)),
            first_year=int(first_year),
            stored_by=who,
            stored_at=moment_of(at),
        )
        for name, kind, subject, period, snapshot, pdf, way, supersedes, reason, elements, first_year, who, at in rows
    )


def load_steps(connection: sqlite3.Connection, report: str | None = None) -> tuple[ReportStep, ...]:
    """Steps of one report, or of all, in the order they were done."""
    rows = connection.execute(
        "SELECT report, number, report_step.kind, day, party, means, reference, note, file, who, at FROM report_step"
        " JOIN action ON action.id = action_id WHERE ?1 IS NULL OR report = ?1"
        " ORDER BY report, CAST(number AS INTEGER)",
        (report,),
    )
    return tuple(
        ReportStep(
            report=code,
            number=int(number),
            kind=StepKind(kind),
            day=date.fromisoformat(day),
            party=party,
            means=means,
            reference=reference,
            note=note,
            file=file,
            stored_by=who,
            stored_at=moment_of(at),
        )
        for code, number, kind, day, party, means, reference, note, file, who, at in rows
    )


def load_check(connection: sqlite3.Connection, key: ReportKey) -> ReportCheck | None:
    """The newest check of a draft; None when it was never checked."""
    found = connection.execute(
        "SELECT digest, findings, reason, who, at FROM report_check JOIN action ON action.id = action_id"
        " WHERE report_check.kind = ? AND subject = ? AND period = ?",
        key,
    ).fetchone()
    if found is None:
        return None
    digest, findings, reason, who, at = found
    return ReportCheck(key=key, digest=digest, findings=findings, reason=reason, stored_by=who, stored_at=moment_of(at))


def load_numbers(connection: sqlite3.Connection, year: int | None = None) -> tuple[DocumentNumber, ...]:
    """The register of a year, or of all, by year, series and number."""
    rows = connection.execute(
        "SELECT year, series, number, state, symbol, day, title, signer, receivers, kept_by, copies, sent_on,"
        " acknowledged, note, reason, report, who, at FROM document_number JOIN action ON action.id = action_id"
        " WHERE ?1 IS NULL OR year = ?1 ORDER BY year, series, CAST(number AS INTEGER)",
        (None if year is None else str(year),),
    )
    return tuple(_number(row) for row in rows)


def load_attachments(connection: sqlite3.Connection, report: str | None = None) -> tuple[Attachment, ...]:
    """Files that belong to one report, or to all, in the order they were attached."""
    rows = connection.execute(
        "SELECT report, number, report_attachment.kind, path, size, sha256, note, who, at FROM report_attachment"
        " JOIN action ON action.id = action_id WHERE ?1 IS NULL OR report = ?1"
        " ORDER BY report, CAST(number AS INTEGER)",
        (report,),
    )
    return tuple(
        Attachment(
            report=code,
            number=int(number),
            kind=kind,
            path=path,
            size=int(size),
            sha256=digest,
            note=note,
            stored_by=who,
            stored_at=moment_of(at),
        )
        for code, number, kind, path, size, digest, note, who, at in rows
    )


def load_sentences(connection: sqlite3.Connection, plan: str, period: str) -> tuple[SentenceLink, ...]:
    """Linked sentences of a report's own text, by section and place."""
    rows = connection.execute(
        "SELECT section, number, sentence, rule, figures FROM report_sentence WHERE plan = ? AND period = ?"
        " ORDER BY section, CAST(number AS INTEGER)",
        (plan, period),
    )
    return tuple(
        SentenceLink(
            plan=plan,
            period=period,
            section=section,
            number=int(number),
            sentence=sentence,
            rule=rule,
            figures=tuple(FigureLink(*figure) for figure in json.loads(figures)),
        )
        for section, number, sentence, rule, figures in rows
    )


def _number(row: tuple[str, ...]) -> DocumentNumber:
    year, series, number, state, symbol, day, title, signer, receivers, kept_by, copies, sent_on, *rest = row
    acknowledged, note, reason, report, who, at = rest
    return DocumentNumber(
        year=int(year),
        series=series,
        number=int(number),
        state=NumberState(state),
        symbol=symbol,
        day=_day_of(day),
        title=title,
        signer=signer,
        receivers=receivers,
        kept_by=kept_by,
        copies=copies,
        sent_on=_day_of(sent_on),
        acknowledged=acknowledged,
        note=note,
        reason=reason,
        report=report,
        stored_by=who,
        stored_at=moment_of(at),
    )


def _day_of(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
