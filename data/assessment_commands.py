"""Everything that changes assessments in a station file: one transaction each, all or nothing; says what changed.

The three figures that come from the recognised layer (CONTRACT C3) are written in the same action as its answers.
"""

from __future__ import annotations

from collections.abc import Sequence

from data import assessment_queries
from data.assessment.recognised import recognised_values
from data.assessment.records import (
    FROM_FIGURES,
    SELF_LAYER,
    Answer,
    Assessment,
    Evidence,
    ItemChoice,
    Layer,
    RecognitionRecord,
    StoredSet,
)
from data.assessment.results import Source
from data.catalogue.content import Catalogue
from data.errors import UserError
from data.model import Attribution, Changes, DataValue
from data.settings import name_of, normalised
from data.store import assessment_loading, assessment_records
from data.store.actions import ASSESSMENT_KIND, RecordChange, write_action
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
    """Keep a set in this version as the newest one; the versions before it stay. Nothing changes when it is that."""
    row = assessment_records.definition_row(stored)
    with store.changing() as connection:
        known = assessment_loading.load_definitions(connection, stored.kind, stored.code)
        changes = [RecordChange(DEFINITION, row)]
        if stored.version in {each.version for each in known[:-1]}:  # an earlier version counts again
            changes.insert(0, RecordChange(DEFINITION, row, is_removal=True))
        written = write_action(connection, by._replace(kind=by.kind or "definition"), records=changes)
    return Changes(kind=DEFINITION.kind, keys=written.records)


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
        written = write_action(connection, by._replace(kind=ASSESSMENT_KIND), records=changes)
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
        written = write_action(connection, by._replace(kind=ASSESSMENT_KIND), records=[RecordChange(ASSESSMENT, row)])
    return Changes(kind=ASSESSMENT.kind, keys=written.records)


def save_answers(
    store: Store, catalogue: Catalogue, assessment: Assessment, answers: Sequence[Answer], by: Attribution
) -> Changes:
    """Write answers of any layers as one action; an empty answer takes it away. Layers that are new are made.

    Where the year's recognised layer is among them, the figures that follow from it are written in the same action.

    Args:
        store: The station file.
        catalogue: Definitions, for the figures of a recognised layer.
        assessment: Of which year and set; begun with this version when it is not there.
        answers: Answers that were checked against the set (``data.assessment.answers``).
        by: Who, when, why.

    Raises:
        UserError: period_complete (``form``, ``period``, ``element``), when the form of these figures is complete.
    """
    ready = [answer._replace(reason=normalised(answer.reason).strip()) for answer in answers]
    with store.changing() as connection:
        changes = _missing_heads(connection, assessment, ready)
        changes += [_answer_change(assessment, answer) for answer in ready]
        figures = _figures_after(store, catalogue, assessment, ready)
        written = write_action(connection, by._replace(kind=ASSESSMENT_KIND), figures, changes)
    return Changes(kind=ANSWER.kind, keys=written.records)


def save_layer(store: Store, layer: Layer, by: Attribution) -> Changes:
    """Make or change a layer: who scored, when, remark. Whether it is recognised stays as it was.

    Raises:
        UserError: layer_needs_name, name_wrong (``limit``).
    """
    name = name_of(layer.name)
    if not name:
        raise UserError("layer_needs_name")
    with store.changing() as connection:
        known = {each.name: each for each in assessment_loading.load_layers(connection, layer.year, layer.criteria_set)}
        places = [each.place for each in known.values()]
        ready = layer._replace(
            name=name,
            place=known[name].place if name in known else max(places, default=0) + 1,
            scorer=normalised(layer.scorer).strip(),
            remark=normalised(layer.remark).strip(),
            is_recognised=name in known and known[name].is_recognised,
        )
        change = RecordChange(LAYER, assessment_records.layer_row(ready))
        written = write_action(connection, by._replace(kind=ASSESSMENT_KIND), records=[change])
    return Changes(kind=LAYER.kind, keys=written.records)


def recognise_layer(store: Store, catalogue: Catalogue, layer: Layer, by: Attribution) -> Changes:
    """Let an appraisal layer be the one whose result counts for its year (CONTRACT C3); of all sets of a year one is.

    What the station's figures said to its bound leaves becomes the layer's own answers, so that the recognised result
    stays when a figure changes later. The three figures that follow are written in the same action.

    Raises:
        UserError: layer_self_recognised: the self score never counts as one; assessment_unknown (``year``, ``set``);
            period_complete (``form``, ``period``, ``element``), when the form of these figures is complete.
    """
    if layer.name == SELF_LAYER:
        raise UserError("layer_self_recognised")
    with store.changing() as connection:
        head = assessment_queries.assessed(store, layer.year, layer.criteria_set).assessment
        found = assessment_queries.result(store, catalogue, layer.year, layer.criteria_set, layer.name)
        kept = [
            Answer(item=leaf.item.code, layer=layer.name, answer=leaf.answer, reason=FROM_FIGURES)
            for leaf in found.leaves
            if leaf.source is Source.FIGURE
        ]
        rows = [
            each._replace(is_recognised=False)
            for each in _layers_of_year(connection, layer.year)
            if each.is_recognised and each != layer
        ]
        changes = [_answer_change(head, answer) for answer in kept]
        changes += [
            RecordChange(LAYER, assessment_records.layer_row(each))
            for each in (*rows, layer._replace(is_recognised=True))
        ]
        written = write_action(connection, by._replace(kind=ASSESSMENT_KIND), recognised_values(found, layer), changes)
    return Changes(kind=LAYER.kind, keys=written.records)


def withdraw_layer(store: Store, layer: Layer, by: Attribution) -> Changes:
    """Let a layer no longer be the recognised one; the figures that came from it stay and can be typed again."""
    change = RecordChange(LAYER, assessment_records.layer_row(layer._replace(is_recognised=False)))
    return _write(store, LAYER.kind, [change], by._replace(kind=ASSESSMENT_KIND))


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
        written = write_action(connection, by._replace(kind=ASSESSMENT_KIND), records=changes)
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


def _answer_change(assessment: Assessment, answer: Answer) -> RecordChange:
    row = assessment_records.answer_row(assessment.year, assessment.criteria_set, answer)
    return RecordChange(ANSWER, row, is_removal=not answer.answer)


def _figures_after(
    store: Store, catalogue: Catalogue, assessment: Assessment, answers: Sequence[Answer]
) -> tuple[DataValue, ...]:
    """The figures that follow from the recognised layer once these answers stand; none where it is not among them."""
    year, code = assessment.year, assessment.criteria_set
    layers = assessment_loading.load_layers(store.connection, year, code)
    layer = next((layer for layer in layers if layer.is_recognised), None)
    changed = assessment_queries.of_layer(answers, layer.name) if layer else {}
    if layer is None or not changed:
        return ()
    standing = assessment_queries.of_layer(assessment_loading.load_answers(store.connection, year, code), layer.name)
    merged = {item: answer for item, answer in {**standing, **changed}.items() if answer.answer}
    head = next(
        each for each in assessment_queries.assessments(store) if (each.year, each.criteria_set) == (year, code)
    )
    return recognised_values(assessment_queries.scored(store, catalogue, head, layer.name, merged), layer)


def _layers_of_year(connection: assessment_loading.Connection, year: int) -> list[Layer]:
    codes = [each.criteria_set for each in assessment_loading.load_assessments(connection) if each.year == year]
    return [layer for code in codes for layer in assessment_loading.load_layers(connection, year, code)]


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
