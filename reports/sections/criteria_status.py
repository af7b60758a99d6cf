"""Criterion by criterion in a quarter: points on record, what the bound figures stand at, duties, papers missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from data.aggregation import NotApplicableType, choice_over
from data.assessment.definitions import Binding, CriteriaSet, Criterion, leaves_of
from data.assessment.evidence import EvidenceState, EvidenceTask
from data.assessment.results import LeafPoints, Result
from data.assessment.suggestions import CriterionSuggestions, PlanObligation, known_set
from data.definitions import DataElement, OverTime, ValueType
from data.model import ObligationProgress
from data.numbers import NOT_APPLICABLE_SIGN, NOT_REPORTED_SIGN
from data.periods import Period, PeriodType, year_to_date
from data.plan_definitions import CriteriaLead, Plan
from data.printing import printed_points
from reports.document import Align, Cell, Column, Row, Table
from reports.sections.assessment_tables import criterion_points
from reports.sections.assessment_words import (
    answer_words,
    has_no_details,
    note_lines,
    points_text,
    reason_words,
    says_its_points,
)
from reports.sections.figures import FigureWriter
from reports.sections.wording import borrowed_words, figure_text, period_words
from reports.texts import text

LEADS_SET = "4667-QD-BYT"
"""The set whose numbers the plans' leads and obligations carry."""

OVERVIEW = {
    "number": (9, Align.CENTER),
    "criterion": (50, Align.LEFT),
    "lead": (34, Align.LEFT),
    "most": (15, Align.COMMA),
    "points_column": (16, Align.COMMA),
    "scored": (18, Align.SLASH),
    "duties_done": (18, Align.SLASH),
    "papers_missing": (19, Align.CENTER),
}
"""Columns of the overview: width and alignment."""

_OPEN = (EvidenceState.MISSING, EvidenceState.EXPIRED)


class Status(NamedTuple):
    """What the tables print.

    Attributes:
        result: The station's own score of the year so far; None for a set without points.
        suggestions: Obligations of the bound plans, criterion by criterion, with their newest state of the period.
        tasks: Papers that are missing or expired on the last day of the period.
        leads: Who leads each criterion, by its number in the set.
    """

    criteria_set: CriteriaSet
    period: Period
    writer: FigureWriter
    result: Result | None
    suggestions: Sequence[CriterionSuggestions]
    tasks: Sequence[EvidenceTask]
    leads: Mapping[str, CriteriaLead]


def leads_of(
    criteria_set: CriteriaSet, plans: Sequence[Plan], successors: Mapping[int, int | None]
) -> tuple[Plan, dict[str, CriteriaLead]] | None:
    """The first plan that names leads, and the leads by the criterion's number in this set; None where nothing fits."""
    known_as = known_set(criteria_set)
    for plan in plans:
        if plan.criteria_leads is not None and known_as:
            numbers = {lead.criterion: lead.criterion for lead in plan.criteria_leads.items}
            if known_as != LEADS_SET:
                numbers = {old: new for old in numbers if (new := successors.get(old)) is not None}
            found = {
                str(numbers[lead.criterion]): lead for lead in plan.criteria_leads.items if lead.criterion in numbers
            }
            return plan, found
    return None


# --- overview ------------------------------------------------------------------------------------------------------


def overview_table(status: Status) -> Table:
    """One row for each criterion: who leads, points, how many leaves have points, duties done, papers missing.

    Columns that have nothing to say for this set are left out.
    """
    asks_papers = bool(status.tasks) or any(
        item.evidence for criterion in status.criteria_set.criteria for item in leaves_of(criterion)
    )
    shown = {
        "number": True,
        "criterion": True,
        "lead": bool(status.leads),
        "most": True,
        "points_column": True,
        "scored": status.result is not None and not has_no_details(status.criteria_set),
        "duties_done": any(each.obligations for each in status.suggestions),
        "papers_missing": asks_papers,
    }
    keys = [key for key in shown if shown[key]]
    columns = tuple(_overview_column(key) for key in keys)
    rows = []
    for place in range(len(status.criteria_set.criteria)):
        words = _overview_words(status, place)
        rows.append(Row(cells=tuple(Cell(text=words[key]) for key in keys)))
    caption = text("progress.overview_caption", period=period_words(status.period))
    remarks = (text("progress.duties_remark"),) if shown["duties_done"] else ()
    return Table(caption=caption, columns=columns, rows=tuple(rows), remarks=remarks)


def _overview_column(key: str) -> Column:
    width, align = OVERVIEW[key]
    return Column(
        title=text(f"progress.{key}"), width=width, align=align, keeps_share=align not in (Align.LEFT, Align.CENTER)
    )


def _overview_words(status: Status, place: int) -> dict[str, str]:
    """What the row of a criterion says, by column."""
    criterion = status.criteria_set.criteria[place]
    points, scored = NOT_REPORTED_SIGN, ""
    if status.result is not None:
        own = [leaf for leaf in status.result.leaves if leaf.criterion == criterion.number]
        each = status.result.criteria[place]
        points = criterion_points(status.result, each)
        scored = f"{len(own) - each.unscored}/{len(own)}"
    return {
        "number": criterion.number,
        "criterion": criterion.name_vi,
        "lead": _lead_words(status, criterion),
        "most": NOT_REPORTED_SIGN if criterion.max_points is None else printed_points(criterion.max_points),
        "points_column": points,
        "scored": scored,
        "duties_done": _duties_share(status.suggestions[place].obligations),
        "papers_missing": str(len(_tasks_of(status, criterion)) or ""),
    }


def _duties_share(duties: Sequence[PlanObligation]) -> str:
    """Duties done of those that apply ("3/5"); "–" where none does, empty without any."""
    states = [duty.state.state if duty.state is not None else None for duty in duties]
    applying = [state for state in states if state is not ObligationProgress.NOT_APPLICABLE]
    if not applying:
        return NOT_APPLICABLE_SIGN if states else ""
    return f"{applying.count(ObligationProgress.DONE)}/{len(applying)}"


def _lead_words(status: Status, criterion: Criterion) -> str:
    lead = status.leads.get(criterion.number)
    return "; ".join((lead.lead_vi, *lead.also_vi)) if lead is not None else ""


def _tasks_of(status: Status, criterion: Criterion) -> list[EvidenceTask]:
    codes = {item.code for item in leaves_of(criterion)}
    return [task for task in status.tasks if task.item in codes and task.state in _OPEN]


# --- details -------------------------------------------------------------------------------------------------------


def details_table(status: Status) -> Table:
    """Under each criterion its leaves with figures and points, then the duties of the plans with their states."""
    columns = (
        Column(title=text("progress.number"), width=12, align=Align.CENTER),
        Column(title=text("progress.item"), width=66),
        Column(title=text("progress.situation"), width=32, align=Align.COMMA),
        Column(title=text("progress.points_column"), width=16, align=Align.SLASH, keeps_share=True),
        Column(title=text("progress.note"), width=39, keeps_share=True),
    )
    rows = [row for place in range(len(status.criteria_set.criteria)) for row in _details(status, place)]
    caption = text("progress.details_caption", period=period_words(status.period))
    plans = [text("progress.plan_legend", number=number, plan=plan) for plan, number in _plan_numbers(status).items()]
    remarks = (*plans, text("progress.legend", year=status.period.year))
    return Table(caption=caption, columns=columns, rows=tuple(rows), remarks=remarks)


def _plan_numbers(status: Status) -> dict[str, int]:
    """Titles of the plans whose duties are listed -> their numbers in the table, by first appearance."""
    titles = dict.fromkeys(duty.plan_title_vi for each in status.suggestions for duty in each.obligations)
    return {title: number for number, title in enumerate(titles, start=1)}


def _details(status: Status, place: int) -> Iterator[Row]:
    criterion = status.criteria_set.criteria[place]
    head = (Cell(text=criterion.number, is_bold=True), Cell(text=criterion.name_vi, is_bold=True))
    yield Row(cells=head, is_group=True)
    duties = status.suggestions[place].obligations
    own = [leaf for leaf in status.result.leaves if leaf.criterion == criterion.number] if status.result else []
    if not own and not duties:
        yield Row(cells=(Cell(), Cell(text=text("progress.none")), Cell(), Cell(), Cell()))
    for leaf in own:
        yield _leaf_row(leaf, status)
    plans = _plan_numbers(status)
    for duty in duties:
        yield _duty_row(duty, plans[duty.plan_title_vi])


def _leaf_row(leaf: LeafPoints, status: Status) -> Row:
    catalogue = status.writer.calculator.catalogue
    situation = Cell()
    if leaf.item.binds is not None:
        situation = bound_cell(leaf.item.binds, status.writer, status.period)
    elif leaf.answer and leaf.problem is None and not says_its_points(leaf):
        situation = Cell(text=answer_words(leaf, catalogue))
    notes = note_lines(leaf, catalogue) if leaf.knock_out_hit or leaf.problem is not None else []
    papers = [
        text(f"progress.paper_{task.state.value}", text=task.asked or (task.paper.title if task.paper else ""))
        for task in status.tasks
        if task.item == leaf.item.code and task.state in _OPEN
    ]
    notes += [reason_words(leaf)] if notes and leaf.reason else []
    first, *others = (*notes, *papers, "")
    is_whole = leaf.item.code == leaf.criterion
    cells = (
        Cell(text="" if is_whole else leaf.item.code),
        Cell(text=text("progress.whole") if is_whole else leaf.item.text_vi),
        situation,
        Cell(text=f"{points_text(leaf.points)}/{printed_points(leaf.max_points)}"),
        Cell(text=first, remarks=tuple(words for words in others if words), is_bold=leaf.knock_out_hit),
    )
    return Row(cells=cells)


def _duty_row(duty: PlanObligation, number: int) -> Row:
    state, plan = duty.state, text("progress.plan", number=number, clause=duty.obligation.clause)
    words = NOT_REPORTED_SIGN if state is None else text(f"state.{state.state.value}")
    cells = (
        Cell(),
        Cell(text=text("progress.duty", text=duty.obligation.item_vi), remarks=(plan,)),
        Cell(text=words),
        Cell(),
        Cell(text="" if state is None else state.note),
    )
    return Row(cells=cells)


def bound_cell(binding: Binding, writer: FigureWriter, period: Period) -> Cell:
    """What the figure behind a leaf stands at from 1 January to the end of the period, which its points are of.

    Returns:
        Its value with unit, "lũy kế" where it adds up over more than the period, "2/3 tháng".
    """
    catalogue, span = writer.calculator.catalogue, year_to_date(period)
    if binding.indicator in catalogue.indicators:
        return _indicator_cell(binding.indicator, writer, period)
    if binding.data_element not in catalogue.data_elements:
        return Cell(text=NOT_REPORTED_SIGN)
    element = catalogue.data_elements[binding.data_element]
    if element.value_type is ValueType.CHOICE:
        choice, borrowed = choice_over(writer.calculator.figures, element, span)
        remarks = [borrowed_words(borrowed)] if borrowed else []
        return Cell(text=choice if isinstance(choice, str) else NOT_REPORTED_SIGN, remarks=tuple(remarks))
    found = writer.calculator.element(element.code, span)
    if isinstance(found.reading, NotApplicableType):
        return Cell(text=NOT_APPLICABLE_SIGN)
    if found.reading is None:
        return Cell(text=NOT_REPORTED_SIGN)
    remarks = [text("period.to_date")] if span != period and _adds_up(element) else []
    remarks += [borrowed_words(found.borrowed)] if found.borrowed else []
    if element.value_type is ValueType.BOOLEAN:
        return Cell(text=text("annex.yes") if found.reading else text("annex.no"), remarks=tuple(remarks))
    return Cell(text=f"{figure_text(found.reading)} {element.unit}", remarks=tuple(remarks))


def _indicator_cell(code: str, writer: FigureWriter, period: Period) -> Cell:
    """An indicator from 1 January to the end of the period."""
    span, calculator = year_to_date(period), writer.calculator
    value = calculator.value(code, span)
    cell = writer.value_cell(value, None)
    elements = calculator.catalogue.data_elements
    adds_up = any(_adds_up(elements[each]) for each in calculator.formula(code).elements if each in elements)
    if span == period or value.value is None or not adds_up:
        return cell
    return replace(cell, remarks=tuple(dict.fromkeys((text("period.to_date"), *cell.remarks))))


def _adds_up(element: DataElement) -> bool:
    """Whether the figures of a year are a sum of shorter ones."""
    return element.over_time is OverTime.SUM and element.frequency is not PeriodType.YEAR
