"""The sentences of an assessment: by which set, points and verdict, appraisal layers, what is missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from data.assessment.evidence import EvidenceState, EvidenceTask, counted
from data.assessment.records import Assessed, Layer
from data.assessment.results import AssessmentVerdict, LeafPoints, Place, Result
from data.catalogue.content import Catalogue
from data.printing import printed_points
from reports.days import day_text
from reports.document import Paragraph, ParagraphKind
from reports.sections.assessment_words import (
    asks_papers,
    certainty_words,
    clause_words,
    correction_words,
    is_from_figures,
    noun_of,
    problem_words,
    rule_words,
    set_words,
    total_text,
    verdict_words,
    version_words,
)
from reports.sections.wording import lower
from reports.texts import text

MOST_NAMED = 8
"""Leaves without points that are still listed by name; more are read in the score sheet."""

_COUNTED = (EvidenceState.MISSING, EvidenceState.EXPIRED, EvidenceState.EXPIRING)


def listed(head: str, points: Sequence[str]) -> Iterator[Paragraph]:
    """A sentence and the points of its list, "- …;" up to the last one "- …."; nothing for no points."""
    if points:
        yield Paragraph(text=head)
    for index, words in enumerate(points, start=1):
        yield Paragraph(text=words + ("." if index == len(points) else ";"), kind=ParagraphKind.POINT)


def basis_paragraphs(result: Result, assessed: Assessed, place: Place) -> Iterator[Paragraph]:
    """Which set, how sure its table is, in which zone, who scored and when."""
    yield from (Paragraph(text=words) for words in basis_sentences(result, place))
    own = next((layer for layer in assessed.layers if layer.name == result.layer), None)
    yield Paragraph(text=_scorer_words(own, assessed))
    yield Paragraph(text=version_words(result.criteria_set), kind=ParagraphKind.REMARK)


def basis_sentences(result: Result, place: Place) -> Iterator[str]:
    """Which set, how sure its table is, which correction it holds, in which zone the station lies."""
    used = result.criteria_set
    yield set_words(used)
    yield from filter(None, (certainty_words(used), correction_words(used)))
    if used.zones is not None or any(leaf.item.region_variants for leaf in result.leaves):
        yield _zone_words(result, place)


def _zone_words(result: Result, place: Place) -> str:
    if not place.zone:
        return text("assessment.zone_unknown")
    asks = any(variant.region for leaf in result.leaves for variant in leaf.item.region_variants)
    region = text(f"assessment.region_{place.region or 'unknown'}") if place.region or asks else ""
    return text("assessment.zone", zone=place.zone, region=region)


def _scorer_words(own: Layer | None, assessed: Assessed) -> str:
    """Who scored and when; dots to fill in where it is not recorded."""
    day = (own.scored_on if own is not None else None) or assessed.assessment.scored_on
    dots = text("assessment.dots")
    name = own.scorer if own is not None and own.scorer else dots
    return text("assessment.scorer", name=name, day=day_text(day) if day is not None else dots)


def points_paragraphs(result: Result) -> Iterator[Paragraph]:
    """Total, verdict with every clause that fails, and every condition of the set with how it stands."""
    yield total_paragraph(result)
    yield from verdict_paragraphs(result)
    yield from listed(text("assessment.rule_head"), rule_words(result))


def total_paragraph(result: Result) -> Paragraph:
    """The total, of the scored leaves where some are open."""
    key = "assessment.total_open" if result.unscored else "assessment.total"
    words = {
        "points": total_text(result),
        "most": printed_points(result.max_total),
        "noun": noun_of(result.criteria_set),
    }
    return Paragraph(text=text(key, count=len(result.unscored), **words))


def verdict_paragraphs(result: Result, key: str = "assessment.verdict") -> Iterator[Paragraph]:
    """The verdict; what fails, or what fails whatever the open leaves get. ``key`` is the sentence it stands in."""
    words = verdict_words(result)
    if result.failed:
        head = text(f"{key}_failed", words=words)
        yield from listed(head, [clause_words(clause, result) for clause in result.failed])
        return
    yield Paragraph(text=text(key, words=words))
    if result.verdict is AssessmentVerdict.NO_GROUND:
        yield from listed(text("assessment.foreseen"), [clause_words(clause, result) for clause in result.foreseen])


def layer_paragraphs(results: Sequence[Result], assessed: Assessed) -> Iterator[Paragraph]:
    """One point for each appraisal layer: points, verdict, who and when; a sentence where there is none."""
    known = {layer.name: layer for layer in assessed.layers}
    points = [_layer_words(result, known.get(result.layer)) for result in results[1:]]
    if not points:
        yield Paragraph(text=text("assessment.no_layers"))
    for index, words in enumerate(points, start=1):
        yield Paragraph(text=words + ("." if index == len(points) else ";"), kind=ParagraphKind.POINT)


def _layer_words(result: Result, layer: Layer | None) -> str:
    scorer = remark = ""
    if layer is not None:
        scorer = text("assessment.layer_scorer", name=layer.scorer) if layer.scorer else ""
        scorer += text("assessment.layer_day", day=day_text(layer.scored_on)) if layer.scored_on is not None else ""
        remark = text("assessment.layer_remark", remark=layer.remark.rstrip(".")) if layer.remark else ""
    noun, taken = noun_of(result.criteria_set), sum(map(is_from_figures, result.leaves))
    return text(
        "assessment.layer",
        layer=result.layer,
        points=total_text(result),
        most=printed_points(result.max_total),
        figures=text("assessment.layer_figures", count=taken, noun=noun) if taken else "",
        verdict=lower(verdict_words(result)),
        scorer=scorer,
        remark=remark,
    )


def missing_paragraphs(
    result: Result, tasks: Sequence[EvidenceTask], catalogue: Catalogue, day: str
) -> Iterator[Paragraph]:
    """Leaves without points with the reason, and how many papers are missing or expired on a day (as printed)."""
    open_leaves = [leaf for leaf in result.leaves if leaf.points is None]
    noun = noun_of(result.criteria_set)
    if not open_leaves:
        yield Paragraph(text=text("assessment.missing_none", noun=noun))
    head = text("assessment.missing_head", count=len(open_leaves), noun=noun)
    yield from listed(head, list(_missing_points(open_leaves, catalogue, noun)))
    yield Paragraph(text=_evidence_words(result, tasks, day))


def _missing_points(open_leaves: Sequence[LeafPoints], catalogue: Catalogue, noun: str) -> Iterator[str]:
    shown = open_leaves if len(open_leaves) <= MOST_NAMED + 1 else open_leaves[:MOST_NAMED]
    for leaf in shown:
        words = leaf.item.text_vi.rstrip(".;")
        yield text("assessment.missing_item", code=leaf.item.code, text=words, problem=problem_words(leaf, catalogue))
    if len(shown) < len(open_leaves):
        yield text("assessment.missing_more", count=len(open_leaves) - len(shown), noun=noun)


def _evidence_words(result: Result, tasks: Sequence[EvidenceTask], day: str) -> str:
    found = counted(tasks)
    counts = [text(f"assessment.evidence_{state.value}", count=found[state]) for state in _COUNTED if state in found]
    told = text("assessment.evidence_counts", day=day, counts=", ".join(counts)) if counts else ""
    if not asks_papers(result):
        return " ".join(filter(None, (text("assessment.evidence_not_asked"), told)))
    return told or text("assessment.evidence_done", day=day)
