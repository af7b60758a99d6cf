"""What the right pane says about the line under the cursor, in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from data.assessment.definitions import Criterion, Item, leaves_of
from data.assessment.evidence import answered, is_valid_on, judged_on
from data.assessment.records import Evidence, Layer
from data.assessment.results import LeafPoints, Problem, Reading, Source
from data.assessment.suggestions import CriterionSuggestions
from data.catalogue.content import Catalogue
from data.printing import printed_limit, printed_points
from ui import words
from ui.models.assessment_model import CRITERION, LEAF, ScoreRow
from ui.models.work_model import progress_word
from ui.screens import assessment_words as said
from ui.screens.assessment_work import Sheet, papers_of
from ui.widgets.assessment_pane import PaneLine, PaneSection

translate = QCoreApplication.translate
EVIDENCE_LINK, TRACE_LINK, REASON_LINK, SETS_LINK, ZONE_LINK = "evidence", "trace", "reason", "sets", "zone"


class About(NamedTuple):
    """What the pane shows: a title, a quiet line, sections."""

    title: str
    about: str
    sections: Sequence[PaneSection]


class Beside(NamedTuple):
    """What the pane needs beside the line: the layer that is shown, what is suggested, the catalogue."""

    layer: str
    hints: Sequence[CriterionSuggestions]
    catalogue: Catalogue


def about_row(sheet: Sheet, row: ScoreRow, beside: Beside) -> About:
    """Everything known of a line."""
    catalogue = beside.catalogue
    suggested = next((each for each in beside.hints if each.criterion == row.criterion), None)
    criterion = _criterion(sheet, row.criterion)
    if row.kind != LEAF or criterion is None:
        sections = [*_known_items(criterion), *_suggestions(suggested)] if row.kind == CRITERION else []
        return About(f"{row.number}. {row.text}", _limits(sheet, row, beside.layer), sections)
    leaf = sheet.leaf(beside.layer, row.code)
    if leaf is None:
        return About(row.text, "", [])
    sections = [
        PaneSection(translate("Assessment", "How it is scored"), _rule_lines(sheet, leaf)),
        *_figure(leaf, catalogue),
        PaneSection(translate("Assessment", "Answers"), _answers(sheet, row.code, catalogue)),
        *_evidence(sheet, leaf.item),
        *(_known_items(criterion) if not criterion.items_complete else ()),
        *_suggestions(suggested),
        *_origin(sheet, leaf.item),
    ]
    return About(f"{row.number}. {row.text}", _limits(sheet, row, beside.layer), sections)


def _criterion(sheet: Sheet, number: str) -> Criterion | None:
    criteria = sheet.criteria_set.criteria if sheet.criteria_set is not None else ()
    return next((each for each in criteria if each.number == number), None)


def _limits(sheet: Sheet, row: ScoreRow, layer: str) -> str:
    found = next((each for each in sheet.results[layer].criteria if each.criterion.number == row.criterion), None)
    if found is None:
        return ""
    text = translate("Assessment", "Criterion {number}: {points} of {most} points, at least {limit} needed")
    return text.format(
        number=row.criterion,
        points=said.scored_points(found.points, len(list(leaves_of(found.criterion))) - found.unscored, found.limit),
        most=printed_points(found.max_points),
        limit=printed_limit(found.limit),
    )


def _rule_lines(sheet: Sheet, leaf: LeafPoints) -> list[PaneLine]:
    assert sheet.criteria_set is not None
    lines = [PaneLine(said.rule(leaf.item.scored, sheet.criteria_set.point_step))]
    lines += [PaneLine(tier.text_vi, is_quiet=True) for tier in leaf.item.scored.tiers if tier.text_vi]
    knock_out = said.knock_out(leaf.item, sheet.criteria_set)
    if knock_out:
        lines.append(PaneLine(knock_out))
    if leaf.problem is Problem.PLACE_UNKNOWN:
        text = translate("Assessment", "It reads differently from zone to zone. State the zone of the station.")
        if said.lacks_region(leaf.item, sheet.place):
            text = translate("Assessment", "It reads differently in mountain and plain. State which the commune is.")
        lines.append(PaneLine(text, ZONE_LINK))
    elif leaf.item.region_variants and sheet.place.zone:
        lines.append(PaneLine(translate("Assessment", "As it reads in zone {zone}.").format(zone=sheet.place.zone)))
    if leaf.item.responsible:
        who = said.responsible(leaf.item.responsible)
        lines.append(PaneLine(translate("Assessment", "Who can act: {who}").format(who=who), is_quiet=True))
    return lines


def _figure(leaf: LeafPoints, catalogue: Catalogue) -> list[PaneSection]:
    """The figure that a leaf scores itself from, with the way to its cells."""
    reading = leaf.reading
    if reading is None:
        return []
    lines = [PaneLine(_name_of(reading, leaf.item, catalogue))]
    if reading.is_gone:
        lines.append(PaneLine(said.problem(Problem.FIGURE_GONE)))
    elif reading.missing:
        text = translate("Assessment", "Missing: {elements}")
        lines.append(
            PaneLine(text.format(elements="; ".join(_missing(code, catalogue) for code in reading.missing[:6])))
        )
    if leaf.item.data_source:
        lines.append(PaneLine(leaf.item.data_source, is_quiet=True))
    if not reading.is_gone:
        lines.append(PaneLine(translate("Assessment", "Where it comes from (F9)"), TRACE_LINK))
    return [PaneSection(translate("Assessment", "Scored from the station's figures"), lines)]


def _name_of(reading: Reading, item: Item, catalogue: Catalogue) -> str:
    is_indicator = item.binds is not None and bool(item.binds.indicator)
    if is_indicator and reading.code in catalogue.indicators:
        return catalogue.indicators[reading.code].name_vi
    found = catalogue.data_elements.get(reading.code)
    return found.name_vi if found is not None else reading.code


def _missing(code: str, catalogue: Catalogue) -> str:
    """A missing data element by its name, with its sub-period where one is named."""
    from data.periods import parse_period

    element, _at, period = code.partition("@")
    found = catalogue.data_elements.get(element)
    name = found.name_vi if found is not None else element
    return f"{name} ({words.short_period(parse_period(period))})" if period else name


def _answers(sheet: Sheet, code: str, catalogue: Catalogue) -> list[PaneLine]:
    """What each layer says, who typed it and when, and why."""
    lines: list[PaneLine] = []
    for layer in sheet.layers:
        leaf = sheet.leaf(layer.name, code)
        if leaf is not None:
            lines += _answer_lines(sheet, layer, leaf, catalogue)
    lines.append(PaneLine(translate("Assessment", "Write a reason or remark (Shift+F2)"), REASON_LINK))
    return lines


def _answer_lines(sheet: Sheet, layer: Layer, leaf: LeafPoints, catalogue: Catalogue) -> list[PaneLine]:
    shown = said.counted(leaf, sheet.place, catalogue)
    text = f"{said.layer_name(layer.name)}: {shown or said.problem(Problem.UNANSWERED)}"
    if leaf.points is not None:
        text += f" → {said.points(leaf.points)}"
    if leaf.source is Source.FIGURE:
        text += f" ({said.source_words(leaf, sheet.place)[1]})"
    lines = [PaneLine(text)]
    typed = sheet.answer(layer.name, leaf.item.code)
    if typed is not None and typed.stored_at is not None:
        lines.append(PaneLine(f"{typed.stored_by}, {words.printed_moment(typed.stored_at)}", is_quiet=True))
    if typed is not None and typed.reason:
        lines.append(PaneLine(translate("Assessment", "Reason: {reason}").format(reason=typed.reason)))
    return lines


def _evidence(sheet: Sheet, item: Item) -> list[PaneSection]:
    """Papers asked for, and those on record under each."""
    lines: list[PaneLine] = []
    for asked in answered(item, papers_of(sheet, item.code)):
        if asked.asked:
            state = "" if asked.papers else " – " + translate("Assessment", "nothing on record")
            lines.append(PaneLine(f"• {asked.asked}{state}"))
        lines += [PaneLine(_paper(sheet, paper), is_quiet=True) for paper in asked.papers]
    lines.append(PaneLine(translate("Assessment", "Evidence of this item (Ctrl+E)"), EVIDENCE_LINK))
    return [PaneSection(translate("Assessment", "Evidence"), lines)]


def _paper(sheet: Sheet, paper: Evidence) -> str:
    parts = [paper.title, paper.paper_number]
    if paper.paper_date is not None:
        parts.append(words.printed_date(paper.paper_date))
    if not is_valid_on(paper, judged_on(sheet.year, sheet.today)):
        parts.append(translate("Assessment", "expired"))
    return ", ".join(part for part in parts if part)


def _known_items(criterion: Criterion | None) -> list[PaneSection]:
    """What is known of a criterion whose items are not complete; never scored."""
    if criterion is None or criterion.items_complete or not criterion.items:
        return []
    lines = [PaneLine(f"• {item.text_vi}") for item in criterion.items]
    mark = translate("Assessment", "incomplete, without points")
    return [PaneSection(translate("Assessment", "Items known so far"), lines, mark)]


def _suggestions(found: CriterionSuggestions | None) -> list[PaneSection]:
    """The suggested checklist and the plans' obligations, with what is on record."""
    if found is None:
        return []
    mark = translate("Assessment", "suggestion, not official")
    lines = [PaneLine(f"• {each.text_vi}") for each in found.checklist]
    sources = dict.fromkeys(each.source_vi for each in found.checklist if each.source_vi)
    lines += [PaneLine(source, is_quiet=True) for source in sources]
    duties = []
    for each in found.obligations:
        state = progress_word(each.state.state) if each.state is not None else translate("WorkModel", "not recorded")
        duties.append(PaneLine(f"• {each.obligation.item_vi} – {state}"))
        duties.append(PaneLine(f"{each.plan_title_vi}, {each.obligation.clause}", is_quiet=True))
    return [
        PaneSection(translate("Assessment", "What to have ready"), lines, mark),
        PaneSection(translate("Assessment", "Obligations of the plans"), duties, mark),
    ]


def _origin(sheet: Sheet, item: Item) -> list[PaneSection]:
    assert sheet.criteria_set is not None
    text = item.certainty or said.certainty(sheet.criteria_set)
    return [PaneSection(translate("Assessment", "Certainty"), [PaneLine(text, is_quiet=True)])]
