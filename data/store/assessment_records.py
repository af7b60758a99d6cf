"""Assessments in the station file: SQL <-> named tuples; logged like all records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.store.records import Record, Row

if TYPE_CHECKING:  # the window opens without the words of assessments
    from datetime import date

    from data.assessment.records import (
        Answer,
        Assessment,
        Evidence,
        ItemChoice,
        Layer,
        RecognitionRecord,
        StoredSet,
    )

DEFINITION = Record(
    kind="definition",
    key=("kind", "code", "version"),
    values=("content", "sha256", "source_name"),
    select="SELECT content, sha256, source_name FROM definition WHERE kind = ? AND code = ? AND version = ?",
    upsert="""
        INSERT INTO definition (kind, code, version, content, sha256, source_name, action_id)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (kind, code, version) DO UPDATE SET
            content = excluded.content, sha256 = excluded.sha256, source_name = excluded.source_name,
            action_id = excluded.action_id
    """,
    select_all="SELECT kind, code, version, content, sha256, source_name FROM definition",
    delete="DELETE FROM definition WHERE kind = ? AND code = ? AND version = ?",
)

ASSESSMENT = Record(
    kind="assessment",
    key=("year", "criteria_set"),
    values=("version", "scored_on", "remark"),
    select="SELECT version, scored_on, remark FROM assessment WHERE year = ? AND criteria_set = ?",
    upsert="""
        INSERT INTO assessment (year, criteria_set, version, scored_on, remark, action_id) VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (year, criteria_set) DO UPDATE SET
            version = excluded.version, scored_on = excluded.scored_on, remark = excluded.remark,
            action_id = excluded.action_id
    """,
    select_all="SELECT year, criteria_set, version, scored_on, remark FROM assessment",
    delete="DELETE FROM assessment WHERE year = ? AND criteria_set = ?",
)

LAYER = Record(
    kind="assessment_layer",
    key=("year", "criteria_set", "name"),
    values=("place", "scorer", "scored_on", "remark", "is_recognised"),
    select="""
        SELECT place, scorer, scored_on, remark, is_recognised FROM assessment_layer
        WHERE year = ? AND criteria_set = ? AND name = ?
    """,
    upsert="""
        INSERT INTO assessment_layer (
            year, criteria_set, name, place, scorer, scored_on, remark, is_recognised, action_id)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (year, criteria_set, name) DO UPDATE SET
            place = excluded.place, scorer = excluded.scorer, scored_on = excluded.scored_on,
            remark = excluded.remark, is_recognised = excluded.is_recognised, action_id = excluded.action_id
    """,
    select_all="""
        SELECT year, criteria_set, name, place, scorer, scored_on, remark, is_recognised FROM assessment_layer
    """,
    delete="DELETE FROM assessment_layer WHERE year = ? AND criteria_set = ? AND name = ?",
)

ANSWER = Record(
    kind="assessment_answer",
    key=("year", "criteria_set", "layer", "item"),
    values=("answer", "reason"),
    select="""
        SELECT answer, reason FROM assessment_answer
        WHERE year = ? AND criteria_set = ? AND layer = ? AND item = ?
    """,
    upsert="""
        INSERT INTO assessment_answer (year, criteria_set, layer, item, answer, reason, action_id)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (year, criteria_set, layer, item) DO UPDATE SET
            answer = excluded.answer, reason = excluded.reason, action_id = excluded.action_id
    """,
    select_all="SELECT year, criteria_set, layer, item, answer, reason FROM assessment_answer",
    delete="DELETE FROM assessment_answer WHERE year = ? AND criteria_set = ? AND layer = ? AND item = ?",
)

EVIDENCE = Record(
    kind="evidence",
    key=("year", "criteria_set", "number"),
    values=(
        "item",
        "title",
        "paper_number",
        "paper_date",
        "pages",
        "path",
        "size",
        "sha256",
        "valid_until",
        "asked",
        "note",
    ),
    select="""
        SELECT item, title, paper_number, paper_date, pages, path, size, sha256, valid_until, asked, note FROM evidence
        WHERE year = ? AND criteria_set = ? AND number = ?
    """,
    upsert="""
        INSERT INTO evidence (
            year, criteria_set, number, item, title, paper_number, paper_date, pages, path, size, sha256, valid_until,
            asked, note, action_id)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (year, criteria_set, number) DO UPDATE SET
            item = excluded.item, title = excluded.title, paper_number = excluded.paper_number,
            paper_date = excluded.paper_date, pages = excluded.pages, path = excluded.path, size = excluded.size,
            sha256 = excluded.sha256, valid_until = excluded.valid_until, asked = excluded.asked,
            note = excluded.note, action_id = excluded.action_id
    """,
    select_all="""
        SELECT year, criteria_set, number, item, title, paper_number, paper_date, pages, path, size, sha256,
            valid_until, asked, note
        FROM evidence
    """,
    delete="DELETE FROM evidence WHERE year = ? AND criteria_set = ? AND number = ?",
)

RECOGNITION = Record(
    kind="recognition",
    key=("year", "criteria_set"),
    values=(
        "kind",
        "decision",
        "decided_on",
        "issuer",
        "valid_from",
        "valid_to",
        "withdrawn_on",
        "withdrawn_reason",
    ),
    select="""
        SELECT kind, decision, decided_on, issuer, valid_from, valid_to, withdrawn_on, withdrawn_reason
        FROM recognition WHERE year = ? AND criteria_set = ?
    """,
    upsert="""
        INSERT INTO recognition (
            year, criteria_set, kind, decision, decided_on, issuer, valid_from, valid_to, withdrawn_on,
            withdrawn_reason, action_id)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (year, criteria_set) DO UPDATE SET
            kind = excluded.kind, decision = excluded.decision, decided_on = excluded.decided_on,
            issuer = excluded.issuer, valid_from = excluded.valid_from, valid_to = excluded.valid_to,
            withdrawn_on = excluded.withdrawn_on, withdrawn_reason = excluded.withdrawn_reason,
            action_id = excluded.action_id
    """,
    select_all="""
        SELECT year, criteria_set, kind, decision, decided_on, issuer, valid_from, valid_to, withdrawn_on,
            withdrawn_reason
        FROM recognition
    """,
    delete="DELETE FROM recognition WHERE year = ? AND criteria_set = ?",
)

ITEM_CHOICE = Record(
    kind="item_choice",
    key=("criteria_set", "item"),
    values=("effort", "responsible"),
    select="SELECT effort, responsible FROM item_choice WHERE criteria_set = ? AND item = ?",
    upsert="""
        INSERT INTO item_choice (criteria_set, item, effort, responsible, action_id) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (criteria_set, item) DO UPDATE SET
            effort = excluded.effort, responsible = excluded.responsible, action_id = excluded.action_id
    """,
    select_all="SELECT criteria_set, item, effort, responsible FROM item_choice",
    delete="DELETE FROM item_choice WHERE criteria_set = ? AND item = ?",
)

ASSESSMENT_RECORDS = (DEFINITION, ASSESSMENT, LAYER, ANSWER, EVIDENCE, RECOGNITION, ITEM_CHOICE)
"""All tables of assessments."""


def definition_row(stored: StoredSet) -> Row:
    """A set as text; its SHA-256 is that of the content."""
    import hashlib  # opening a file does without it

    digest = hashlib.sha256(stored.content.encode()).hexdigest()
    row = {"kind": stored.kind, "code": stored.code, "version": stored.version}
    return row | {"content": stored.content, "sha256": digest, "source_name": stored.source_name}


def assessment_row(assessment: Assessment) -> Row:
    """An assessment as text."""
    return {
        "year": str(assessment.year),
        "criteria_set": assessment.criteria_set,
        "version": assessment.version,
        "scored_on": _day_text(assessment.scored_on),
        "remark": assessment.remark,
    }


def layer_row(layer: Layer) -> Row:
    """A layer as text."""
    return {
        "year": str(layer.year),
        "criteria_set": layer.criteria_set,
        "name": layer.name,
        "place": str(layer.place),
        "scorer": layer.scorer,
        "scored_on": _day_text(layer.scored_on),
        "remark": layer.remark,
        "is_recognised": "yes" if layer.is_recognised else "no",
    }


def answer_row(year: int, criteria_set: str, answer: Answer) -> Row:
    """An answer as text."""
    key = {"year": str(year), "criteria_set": criteria_set, "layer": answer.layer, "item": answer.item}
    return key | {"answer": answer.answer, "reason": answer.reason}


def evidence_row(paper: Evidence) -> Row:
    """A paper of evidence as text."""
    return {
        "year": str(paper.year),
        "criteria_set": paper.criteria_set,
        "number": str(paper.number),
        "item": paper.item,
        "title": paper.title,
        "paper_number": paper.paper_number,
        "paper_date": _day_text(paper.paper_date),
        "pages": paper.pages,
        "path": paper.path,
        "size": "" if paper.size is None else str(paper.size),
        "sha256": paper.sha256,
        "valid_until": _day_text(paper.valid_until),
        "asked": paper.asked,
        "note": paper.note,
    }


def recognition_row(record: RecognitionRecord) -> Row:
    """A recognition as text."""
    return {
        "year": str(record.year),
        "criteria_set": record.criteria_set,
        "kind": record.kind.value,
        "decision": record.decision,
        "decided_on": _day_text(record.decided_on),
        "issuer": record.issuer,
        "valid_from": _day_text(record.valid_from),
        "valid_to": _day_text(record.valid_to),
        "withdrawn_on": _day_text(record.withdrawn_on),
        "withdrawn_reason": record.withdrawn_reason,
    }


def item_choice_row(choice: ItemChoice) -> Row:
    """A choice about an item as text."""
    effort = "" if choice.effort is None else str(choice.effort)
    key = {"criteria_set": choice.criteria_set, "item": choice.item}
    return key | {"effort": effort, "responsible": choice.responsible}


def _day_text(day: date | None) -> str:
    return "" if day is None else day.isoformat()
