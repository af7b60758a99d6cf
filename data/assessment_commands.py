"""Everything that changes assessments in a station file: one transaction each, all or nothing; says what changed.

The three figures that come from the recognised layer (CONTRACT C3) are written in the same action as the answers.
"""

from __future__ import annotations

from collections.abc import Sequence

from data.assessment.records import (
    SELF_LAYER,
    Answer,
    Assessment,
    Evidence,
    ItemChoice,
    Layer,
    RecognitionRecord,
    StoredSet,
)
from data.errors import UserError
from data.model import Attribution, Changes, DataValue
from data.settings import name_of, normalised
from data.store import assessment_loading, assessment_records
from data.store.actions import RecordChange, write_action
from data.store.assessment_records import (
    ANSWER,
    ASSESSMENT,
    DEFINITION,
    EVIDENCE,
    ITEM_CHOICE,
    LAYER,
    RECOGNITION,
)
from data.store.database import Store


def save_definition(store: Store, stored: StoredSet, by: Attribution) -> Changes:
    """Keep a set in this version; the versions before it stay."""
    change = RecordChange(DEFINITION, assessment_records.definition_row(stored))
    return _write(store, DEFINITION.kind, [change], by._replace(kind=by.kind or "definition"))


def start_assessment(store: Store, assessment: Assessment, by: Attribution) -> Changes:
    """Begin the assessment of a year by a set in one version, with the station's own layer; or change its head.

    An assessment that stands keeps its version, whatever is asked here; ``change_version`` is the way to another one.
    """
    with store.changing() as connection:
        standing = _standing(assessment_loading.load_assessments(connection), assessment)
        ready = assessment._replace(
            version=standing.version if standing else assessment.version, remark=normalised(assessment.remark)
        )
        changes = [RecordChange(ASSESSMENT, assessment_records.assessment_row(ready))]
        if standing is None:
            own = Layer(year=ready.year, criteria_set=ready.criteria_set, name=SELF_LAYER)
            changes.append(RecordChange(LAYER, assessment_records.layer_row(own)))
        written = write_action(connection, by._replace(kind=by.kind or "assessment"), records=changes)
    return Changes(kind=ASSESSMENT.kind, keys=written.records)


def change_version(store: Store, year: int, criteria_set: str, version: str, by: Attribution) -> Changes:
    """Let an assessment use another version of its set: a person's decision, with a reason. Answers stay by item.

    Raises:
        UserError: assessment_unknown (``year``, ``set``), reason_needed.
    """
    if not by.reason.strip():
        raise UserError("reason_needed")
    with store.changing() as connection:
        wanted = Assessment(year=year, criteria_set=criteria_set, version=version)
        standing = _standing(assessment_loading.load_assessments(connection), wanted)
        if standing is None:
            raise UserError("assessment_unknown", year=year, set=criteria_set)
        row = assessment_records.assessment_row(standing._replace(version=version))
        written = write_action(connection, by._replace(kind="assessment"), records=[RecordChange(ASSESSMENT, row)])
    return Changes(kind=ASSESSMENT.kind, keys=written.records)


def save_answers(
    store: Store, assessment: Assessment, answers: Sequence[Answer], by: Attribution, figures: Sequence[DataValue] = ()
) -> Changes:
    """Write answers of any layers as one action; an empty answer takes it away. Layers that are new are made.

    Args:
        store: The station file.
        assessment: Of which year and set; begun with this version when it is not there.
        answers: Answers that were checked against the set (``data.assessment.answers``).
        by: Who, when, why.
        figures: The figures that follow from the recognised layer, written in the same action (CONTRACT C3).
    """
    with store.changing() as connection:
        changes = _missing_heads(connection, assessment, answers)
        for answer in answers:
            ready = answer._replace(reason=normalised(answer.reason).strip())
            row = assessment_records.answer_row(assessment.year, assessment.criteria_set, ready)
            changes.append(RecordChange(ANSWER, row, is_removal=not ready.answer))
        written = write_action(connection, by._replace(kind=by.kind or "assessment"), figures, changes)
    return Changes(kind=ANSWER.kind, keys=written.records)


def save_layer(store: Store, layer: Layer, by: Attribution, figures: Sequence[DataValue] = ()) -> Changes:
    """Make or change a layer: who scored, when, remark, whether its result is the recognised one.

    Of the layers of an assessment one at most is recognised: recognising one takes it from the others.

    Raises:
        UserError: layer_needs_name, name_wrong (``limit``), layer_self_recognised: the self score never counts as one.
    """
    name = name_of(layer.name)
    if not name:
        raise UserError("layer_needs_name")
    if layer.is_recognised and name == SELF_LAYER:
        raise UserError("layer_self_recognised")
    with store.changing() as connection:
        known = assessment_loading.load_layers(connection, layer.year, layer.criteria_set)
        places = {each.name: each.place for each in known}
        place = places.get(name, max(places.values(), default=0) + 1)
        ready = layer._replace(
            name=name, place=place, scorer=normalised(layer.scorer).strip(), remark=normalised(layer.remark).strip()
        )
        others = [each for each in known if ready.is_recognised and each.is_recognised and each.name != name]
        rows = [*(each._replace(is_recognised=False) for each in others), ready]
        changes = [RecordChange(LAYER, assessment_records.layer_row(row)) for row in rows]
        written = write_action(connection, by._replace(kind=by.kind or "assessment"), figures, changes)
    return Changes(kind=LAYER.kind, keys=written.records)


def remove_layer(store: Store, layer: Layer, by: Attribution) -> Changes:
    """Take an appraisal layer away with its answers; the log keeps them.

    Raises:
        UserError: layer_self_stays.
    """
    if layer.name == SELF_LAYER:
        raise UserError("layer_self_stays")
    with store.changing() as connection:
        answers = assessment_loading.load_answers(connection, layer.year, layer.criteria_set)
        changes = [
            RecordChange(ANSWER, assessment_records.answer_row(layer.year, layer.criteria_set, answer), is_removal=True)
            for answer in answers
            if answer.layer == layer.name
        ]
        changes.append(RecordChange(LAYER, assessment_records.layer_row(layer), is_removal=True))
        written = write_action(connection, by._replace(kind="assessment"), records=changes)
    return Changes(kind=LAYER.kind, keys=written.records)


def save_evidence(store: Store, papers: Sequence[Evidence], by: Attribution) -> Changes:
    """Write papers of evidence; number 0 takes the next free number of its assessment.

    Raises:
        UserError: evidence_needs_title.
    """
    changes = []
    with store.changing() as connection:
        taken: dict[tuple[int, str], int] = {}
        for paper in papers:
            if not paper.title.strip():
                raise UserError("evidence_needs_title")
            place = (paper.year, paper.criteria_set)
            if place not in taken:
                known = assessment_loading.load_evidence(connection, *place)
                taken[place] = max((each.number for each in known), default=0)
            if not paper.number:
                taken[place] += 1
            ready = _tidy(paper._replace(number=paper.number or taken[place]))
            changes.append(RecordChange(EVIDENCE, assessment_records.evidence_row(ready)))
        written = write_action(connection, by._replace(kind=by.kind or "evidence"), records=changes)
    return Changes(kind=EVIDENCE.kind, keys=written.records)


def remove_evidence(store: Store, papers: Sequence[Evidence], by: Attribution) -> Changes:
    """Take papers out of the register; the papers themselves are not touched."""
    changes = [RecordChange(EVIDENCE, assessment_records.evidence_row(paper), is_removal=True) for paper in papers]
    return _write(store, EVIDENCE.kind, changes, by._replace(kind="evidence"))


def save_recognition(store: Store, record: RecognitionRecord, by: Attribution) -> Changes:
    """Record the decision that recognised a year.

    Raises:
        UserError: recognition_needs_decision, recognition_days_wrong (the term ends before it begins, or the
            withdrawal comes before the decision).
    """
    if not record.decision.strip():
        raise UserError("recognition_needs_decision")
    is_early = record.withdrawn_on is not None and record.withdrawn_on < record.decided_on
    if record.valid_to < record.valid_from or is_early:
        raise UserError("recognition_days_wrong")
    ready = record._replace(
        decision=normalised(record.decision).strip(),
        issuer=normalised(record.issuer).strip(),
        withdrawn_reason=normalised(record.withdrawn_reason).strip(),
    )
    change = RecordChange(RECOGNITION, assessment_records.recognition_row(ready))
    return _write(store, RECOGNITION.kind, [change], by._replace(kind="recognition"))


def remove_recognition(store: Store, record: RecognitionRecord, by: Attribution) -> Changes:
    """Take a recognition away that was recorded by mistake; a title taken back has ``withdrawn_on`` instead."""
    change = RecordChange(RECOGNITION, assessment_records.recognition_row(record), is_removal=True)
    return _write(store, RECOGNITION.kind, [change], by._replace(kind="recognition"))


def save_item_choices(store: Store, choices: Sequence[ItemChoice], by: Attribution) -> Changes:
    """Keep the station's own effort and who acts; a choice that says nothing takes it away."""
    changes = [
        RecordChange(
            ITEM_CHOICE,
            assessment_records.item_choice_row(choice._replace(responsible=normalised(choice.responsible).strip())),
            is_removal=choice.effort is None and not choice.responsible.strip(),
        )
        for choice in choices
    ]
    return _write(store, ITEM_CHOICE.kind, changes, by)


def _tidy(paper: Evidence) -> Evidence:
    """The paper with its texts in NFC, without blanks around them."""
    return paper._replace(
        title=normalised(paper.title).strip(),
        paper_number=normalised(paper.paper_number).strip(),
        pages=normalised(paper.pages).strip(),
        asked=normalised(paper.asked).strip(),
        note=normalised(paper.note).strip(),
    )


def _standing(known: Sequence[Assessment], wanted: Assessment) -> Assessment | None:
    pairs = {(each.year, each.criteria_set): each for each in known}
    return pairs.get((wanted.year, wanted.criteria_set))


def _missing_heads(
    connection: assessment_loading.Connection, assessment: Assessment, answers: Sequence[Answer]
) -> list[RecordChange]:
    """The assessment and the layers that the answers need and that are not there yet."""
    changes = []
    if _standing(assessment_loading.load_assessments(connection), assessment) is None:
        changes.append(RecordChange(ASSESSMENT, assessment_records.assessment_row(assessment)))
    known = {
        layer.name: layer.place
        for layer in assessment_loading.load_layers(connection, assessment.year, assessment.criteria_set)
    }
    for name in dict.fromkeys((SELF_LAYER, *(answer.layer for answer in answers))):
        if name not in known:
            known[name] = 0 if name == SELF_LAYER else max(known.values(), default=0) + 1
            layer = Layer(assessment.year, assessment.criteria_set, name, known[name])
            changes.append(RecordChange(LAYER, assessment_records.layer_row(layer)))
    return changes


def _write(store: Store, kind: str, changes: Sequence[RecordChange], by: Attribution) -> Changes:
    with store.changing() as connection:
        written = write_action(connection, by, records=changes)
    return Changes(kind=kind, keys=written.records)
