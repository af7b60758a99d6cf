"""Assessments out of the station file: rows -> named tuples."""

from __future__ import annotations

import sqlite3
from datetime import date

from data.assessment.records import (
    Answer,
    Assessment,
    Evidence,
    ItemChoice,
    Layer,
    RecognitionKind,
    RecognitionRecord,
    StoredSet,
)
from data.store.values import moment_of

Connection = sqlite3.Connection


def load_definitions(connection: sqlite3.Connection, kind: str, code: str | None = None) -> tuple[StoredSet, ...]:
    """The station's own sets of a kind, oldest first; of one code, or all."""
    rows = connection.execute(
        "SELECT code, version, content, source_name, who, at FROM definition JOIN action ON action.id = action_id"
        " WHERE definition.kind = ?1 AND (?2 IS NULL OR code = ?2) ORDER BY action_id, code",
        (kind, code),
    )
    return tuple(
        StoredSet(
            code=found,
            version=version,
            content=content,
            source_name=source_name,
            kind=kind,
            stored_by=who,
            stored_at=moment_of(at),
        )
        for found, version, content, source_name, who, at in rows
    )


def load_assessments(connection: sqlite3.Connection) -> tuple[Assessment, ...]:
    """All assessments, by year and set."""
    rows = connection.execute(
        "SELECT year, criteria_set, version, scored_on, remark FROM assessment ORDER BY year, criteria_set"
    )
    return tuple(
        Assessment(year=int(year), criteria_set=code, version=version, scored_on=_day_of(scored_on), remark=remark)
        for year, code, version, scored_on, remark in rows
    )


def load_layers(connection: sqlite3.Connection, year: int, criteria_set: str) -> tuple[Layer, ...]:
    """The layers of an assessment in their order."""
    rows = connection.execute(
        "SELECT name, place, scorer, scored_on, remark, is_recognised FROM assessment_layer"
        " WHERE year = ? AND criteria_set = ? ORDER BY CAST(place AS INTEGER), name",
        (str(year), criteria_set),
    )
    return tuple(
        Layer(
            year=year,
            criteria_set=criteria_set,
            name=name,
            place=int(place),
            scorer=scorer,
            scored_on=_day_of(scored_on),
            remark=remark,
            is_recognised=recognised == "yes",
        )
        for name, place, scorer, scored_on, remark, recognised in rows
    )


def load_answers(connection: sqlite3.Connection, year: int, criteria_set: str) -> tuple[Answer, ...]:
    """The answers of all layers of an assessment, by layer and item."""
    rows = connection.execute(
        "SELECT item, layer, answer, reason, who, at FROM assessment_answer JOIN action ON action.id = action_id"
        " WHERE year = ? AND criteria_set = ? ORDER BY layer, item",
        (str(year), criteria_set),
    )
    return tuple(
        Answer(item=item, layer=layer, answer=answer, reason=reason, stored_by=who, stored_at=moment_of(at))
        for item, layer, answer, reason, who, at in rows
    )


def load_evidence(connection: sqlite3.Connection, year: int, criteria_set: str) -> tuple[Evidence, ...]:
    """The evidence of an assessment in the order it was entered."""
    rows = connection.execute(
        "SELECT item, title, number, paper_number, paper_date, pages, path, size, sha256, valid_until, asked, note,"
        " who, at FROM evidence JOIN action ON action.id = action_id"
        " WHERE year = ? AND criteria_set = ? ORDER BY CAST(number AS INTEGER)",
        (str(year), criteria_set),
    )
    return tuple(_evidence(year, criteria_set, row) for row in rows)


def _evidence(year: int, criteria_set: str, row: tuple[str, ...]) -> Evidence:
    item, title, number, paper_number, paper_date, pages, path, size, sha256, valid_until, asked, note, who, at = row
    return Evidence(
        year=year,
        criteria_set=criteria_set,
        item=item,
        title=title,
        number=int(number),
        paper_number=paper_number,
        paper_date=_day_of(paper_date),
        pages=pages,
        path=path,
        size=int(size) if size else None,
        sha256=sha256,
        valid_until=_day_of(valid_until),
        asked=asked,
        note=note,
        stored_by=who,
        stored_at=moment_of(at),
    )


def load_recognitions(connection: sqlite3.Connection) -> tuple[RecognitionRecord, ...]:
    """All recognitions, by year assessed and set."""
    rows = connection.execute(
        "SELECT year, criteria_set, recognition.kind, decision, decided_on, issuer, valid_from, valid_to,"
        " withdrawn_on, withdrawn_reason, who, at FROM recognition JOIN action ON action.id = action_id"
        " ORDER BY year, criteria_set"
    )
    return tuple(
        RecognitionRecord(
            year=int(year),
            criteria_set=code,
            kind=RecognitionKind(kind),
            decision=decision,
            decided_on=date.fromisoformat(decided_on),
            issuer=issuer,
            valid_from=date.fromisoformat(first),
            valid_to=date.fromisoformat(last),
            withdrawn_on=_day_of(withdrawn_on),
            withdrawn_reason=reason,
            stored_by=who,
            stored_at=moment_of(at),
        )
        for year, code, kind, decision, decided_on, issuer, first, last, withdrawn_on, reason, who, at in rows
    )


def load_item_choices(connection: sqlite3.Connection, criteria_set: str) -> tuple[ItemChoice, ...]:
    """What the station says of the items of a set."""
    rows = connection.execute(
        "SELECT item, effort, responsible FROM item_choice WHERE criteria_set = ? ORDER BY item", (criteria_set,)
    )
    return tuple(
        ItemChoice(
            criteria_set=criteria_set, item=item, effort=int(effort) if effort else None, responsible=responsible
        )
        for item, effort, responsible in rows
    )


def _day_of(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
