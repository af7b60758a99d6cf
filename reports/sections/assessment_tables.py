"""Tables and chart of an assessment: points by criterion, differences between layers, the score sheet.

Columns of the score sheet: own reading (no official sheet was found), after the practice that the research names.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from data.assessment.comparison import layer_differences
from data.assessment.definitions import Criterion, Item
from data.assessment.records import Evidence
from data.assessment.results import CriterionPoints, LeafPoints, Result
from data.catalogue.content import Catalogue
from data.model import Number
from data.numbers import NOT_APPLICABLE_SIGN, round_half_up
from data.printing import printed_limit, printed_points
from reports.document import Align, Cell, Column, Row, ScoreBar, ScoreChart, Sums, Table
from reports.sections.assessment_evidence import paper_lines
from reports.sections.assessment_words import (
    has_no_details,
    has_points_from_figures,
    is_appraised,
    is_from_figures,
    note_lines,
    noun_of,
    points_text,
    reason_words,
    total_text,
)
from reports.texts import text

POINT_DECIMALS = 2
SHARES = {False: (84, 60, 50), True: (80, 66, 50)}
"""Widths of the columns of items, evidence and notes; criteria alone are short, and their papers many."""


class ScoreSheet(NamedTuple):
    """What the score sheet prints.

    Attributes:
        results: The station's own first, then the appraisal layers; all of one set and version.
        papers: Papers on record by the code of the item.
    """

    results: Sequence[Result]
    catalogue: Catalogue
    papers: Mapping[str, Sequence[Evidence]]


# --- by criterion --------------------------------------------------------------------------------------------------


def criteria_table(results: Sequence[Result], caption: str) -> Table:
    """Points of every criterion for each layer, against the least that it needs."""
    own = results[0]
    columns = (
        Column(title=text("score_table.number"), width=9, align=Align.CENTER),
        Column(title=text("score_table.criterion"), width=58),
        Column(title=text("score_table.most"), width=16, align=Align.COMMA, keeps_share=True),
        Column(title=text("score_table.least"), width=16, align=Align.COMMA, keeps_share=True),
        *_point_columns(results),
        Column(title=text("score_table.state"), width=23, align=Align.CENTER, keeps_share=True),
    )
    rows = [_criterion_row(place, results) for place in range(len(own.criteria))]
    total = (
        Cell(),
        _bold(text("score_table.total")),
        _bold(printed_points(own.max_total)),
        _bold(printed_limit(own.limit)),
        *(_bold(total_text(result)) for result in results),
        _bold(_state(own.total, own.limit, len(own.unscored))),
    )
    is_marked = has_points_from_figures(results[1:])
    remarks = (text("score_table.remark_figures", noun=noun_of(own.criteria_set)),) if is_marked else ()
    return Table(caption=caption, columns=columns, rows=(*rows, Row(cells=total)), remarks=remarks)


def _point_columns(results: Sequence[Result]) -> Iterator[Column]:
    """Columns of the layers; the head of a layer has room for its name."""
    yield Column(title=text("score_table.points"), width=17, align=Align.COMMA, keeps_share=True)
    for result in results[1:]:
        title = text("score_table.appraised", layer=result.layer)
        yield Column(title=title, width=21, align=Align.COMMA, keeps_share=True)


def _bold(words: str) -> Cell:
    return Cell(text=words, is_bold=True)


def _criterion_row(place: int, results: Sequence[Result]) -> Row:
    own = results[0].criteria[place]
    points = (Cell(text=criterion_points(result, result.criteria[place])) for result in results)
    cells = (
        Cell(text=own.criterion.number),
        Cell(text=own.criterion.name_vi),
        Cell(text=printed_points(own.max_points)),
        Cell(text=printed_limit(own.limit)),
        *points,
        Cell(text=_state(own.points, own.limit, own.unscored)),
    )
    return Row(cells=cells)


def criterion_points(result: Result, each: CriterionPoints) -> str:
    """The sum of the scored leaves; "…" while none is scored."""
    own = sum(leaf.criterion == each.criterion.number for leaf in result.leaves)
    return points_text(None if each.unscored == own else each.points, each.limit)


def _state(points: Number, limit: Number, unscored: int) -> str:
    if unscored:
        return text("score_table.unscored")
    return text("score_table.enough" if points >= limit else "score_table.below")


def criteria_chart(result: Result, caption: str) -> ScoreChart:
    """Points of every criterion inside the outline of its most, with a mark at the least that it needs."""
    percent = printed_limit(result.criteria_set.pass_rule.each_criterion_min_percent)
    bars = tuple(
        ScoreBar(
            label=f"{each.criterion.number}. {each.criterion.name_vi}",
            points=each.points,
            most=each.max_points,
            limit=each.limit,
            printed=f"{criterion_points(result, each)}/{printed_points(each.max_points)}",
            printed_limit=printed_limit(each.limit),
            is_met=None if each.unscored else each.points >= each.limit,
        )
        for each in result.criteria
    )
    return ScoreChart(caption=caption, limit_words=text("score_table.limit_words", percent=percent), bars=bars)


def differences_table(results: Sequence[Result], caption: str) -> Table | None:
    """The leaves to which an appraisal layer itself gave other points than the station; None where there are none."""
    rows = [
        Row(
            cells=(
                Cell(text=row.item.code),
                Cell(text=row.item.text_vi),
                Cell(text=printed_points(row.leaves[0].max_points)),
                Cell(text=points_text(row.leaves[0].points)),
                *(Cell(text=_appraised_text(leaf)) for leaf in row.leaves[1:]),
                Cell(text=_signed(row.difference if is_appraised(row.leaves[-1]) else None)),
            )
        )
        for row in layer_differences(results)
        if any(is_appraised(leaf) and leaf.points != row.leaves[0].points for leaf in row.leaves[1:])
    ]
    columns = (
        Column(title=text("score_table.number"), width=13, align=Align.CENTER),
        Column(title=text("score_table.item"), width=80),
        Column(title=text("score_table.most"), width=16, align=Align.COMMA, keeps_share=True),
        *_point_columns(results),
        Column(title=text("score_table.difference"), width=18, align=Align.COMMA, keeps_share=True),
    )
    return Table(caption=caption, columns=columns, rows=tuple(rows)) if rows else None


def _appraised_text(leaf: LeafPoints) -> str:
    """Points of an appraisal layer, marked where they are the station's figures and nothing of its own."""
    points = points_text(leaf.points)
    return text("score_table.from_figures", points=points) if is_from_figures(leaf) else points


def _signed(number: Number | None) -> str:
    """A difference with its sign; one that two decimals cannot show is said to be small."""
    if number is None:
        return points_text(None)
    words = printed_points(-number if number < 0 else number)
    if number and not round_half_up(number, POINT_DECIMALS):
        return text("score_table.tiny", least=printed_points(Fraction(1, 10**POINT_DECIMALS)))
    sign = "+" if number > 0 else "−" if number < 0 else ""
    return f"{sign}{words}"


# --- the score sheet -----------------------------------------------------------------------------------------------


def score_sheet(sheet: ScoreSheet) -> Table:
    """Every line of the table with points, evidence and notes; sums of every page and of the whole."""
    own = sheet.results[0]
    item, evidence, note = SHARES[has_no_details(own.criteria_set)]
    columns = (
        Column(title=text("score_table.number"), width=13, align=Align.CENTER),
        Column(title=text("score_table.item"), width=item),
        Column(title=text("score_table.most"), width=15, align=Align.COMMA, keeps_share=True),
        *_point_columns(sheet.results),
        Column(title=text("score_table.evidence"), width=evidence, keeps_share=True),
        Column(title=text("score_table.note"), width=note, keeps_share=True),
    )
    rows = [row for place in range(len(own.criteria)) for row in _sheet_rows(sheet, place)]
    most = sum(leaf.max_points for leaf in own.leaves)
    total = (
        Cell(),
        _bold(text("score_table.total")),
        _bold(printed_points(most)),
        *(_bold(total_text(result)) for result in sheet.results),
        Cell(),
        Cell(),
    )
    sums = Sums(
        page=text("score_table.page_sum"),
        label_column=1,
        columns=tuple(range(2, 3 + len(sheet.results))),
        total=Row(cells=total),
    )
    return Table(caption="", columns=columns, rows=tuple(rows), remarks=(_sheet_remark(sheet, most),), sums=sums)


def _sheet_remark(sheet: ScoreSheet, most: Number) -> str:
    """The signs, what the figures rest on, and that the columns are our own reading; the appendix ends with it."""
    own = sheet.results[0]
    words = [text("score_table.legend")]
    if has_no_details(own.criteria_set):
        words.append(text("score_table.legend_items"))
    if most != own.max_total:
        sums = {"sum": printed_points(most), "most": printed_points(own.max_total)}
        words.append(text("score_table.legend_scale", **sums))
    if any(_is_rounded(leaf) for result in sheet.results for leaf in result.leaves):
        words.append(text("score_table.legend_rounded"))
    if has_points_from_figures(sheet.results[1:]):
        words.append(text("score_table.legend_figures"))
    return " ".join((*words, text("score_table.legend_own_columns")))


def _is_rounded(leaf: LeafPoints) -> bool:
    return leaf.points is not None and leaf.points * 10**POINT_DECIMALS % 1 != 0


def _sheet_rows(sheet: ScoreSheet, place: int) -> Iterator[Row]:
    """A criterion, and under it all its lines in the order of the table."""
    criterion = sheet.results[0].criteria[place].criterion
    found = [{leaf.item.code: leaf for leaf in result.leaves} for result in sheet.results]
    if not criterion.items_complete:
        leaves = [codes[criterion.number] for codes in found]
        yield _leaf_row(leaves, sheet)
        return
    yield _criterion_head(sheet, place)
    for number, item in enumerate(_lines(criterion)):
        if item.items:
            yield _item_head(item, len(sheet.results), is_held=number == 0)
        else:
            yield _leaf_row([codes[item.code] for codes in found], sheet, is_held=number == 0)


def _lines(criterion: Criterion) -> Iterator[Item]:
    waiting = list(reversed(criterion.items))
    while waiting:
        item = waiting.pop()
        yield item
        waiting.extend(reversed(item.items))


def _criterion_head(sheet: ScoreSheet, place: int) -> Row:
    points = [(result, result.criteria[place]) for result in sheet.results]
    own = points[0][1]
    cells = (
        _bold(own.criterion.number),
        _bold(own.criterion.name_vi),
        _bold(printed_points(own.max_points)),
        *(_bold(criterion_points(result, each)) for result, each in points),
        Cell(),
        Cell(),
    )
    return Row(cells=cells)


def _item_head(item: Item, layers: int, *, is_held: bool) -> Row:
    """A line with lines of its own: its points stand there."""
    most = item.scored.max_points
    figure = Cell(text="" if most is None else f"({printed_points(most)})", is_grey=True)
    cells = (Cell(text=item.code), Cell(text=item.text_vi), figure, *([Cell()] * layers), Cell(), Cell())
    return Row(cells=cells, is_held=is_held)


def _leaf_row(leaves: Sequence[LeafPoints], sheet: ScoreSheet, *, is_held: bool = False) -> Row:
    own = leaves[0]
    most = printed_points(own.max_points) if own.max_points or not own.is_absent else NOT_APPLICABLE_SIGN
    papers = "; ".join(paper_lines(sheet.papers.get(own.item.code, ())))
    cells = (
        Cell(text=own.item.code),
        Cell(text=own.item.text_vi),
        Cell(text=most),
        Cell(text=points_text(own.points)),
        *(Cell(text=_appraised_text(leaf)) for leaf in leaves[1:]),
        Cell(text=papers),
        _note_cell(leaves, sheet),
    )
    amounts = (own.max_points, *(leaf.points or 0 for leaf in leaves))
    return Row(cells=cells, amounts=amounts, is_held=is_held)


def _note_cell(leaves: Sequence[LeafPoints], sheet: ScoreSheet) -> Cell:
    """The station's notes, and below them why: its own reason, and what the appraisal layers wrote."""
    own = leaves[0]
    first, *others = (*note_lines(own, sheet.catalogue), "")
    reasons = [reason_words(own)] if own.reason else []
    for result, leaf in zip(sheet.results[1:], leaves[1:], strict=True):
        if leaf.reason and not is_from_figures(leaf):
            reasons.append(f"{result.layer}: {leaf.reason}")
    remarks = tuple(line for line in (*others, *reasons) if line)
    return Cell(text=first, remarks=remarks, is_bold=own.knock_out_hit)
