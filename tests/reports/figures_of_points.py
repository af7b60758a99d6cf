"""What a report on a criteria set must print, worked out of the scored results by the functions that print points."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from data.assessment.answers import bounds_of
from data.assessment.comparison import layer_differences
from data.assessment.definitions import leaves
from data.assessment.records import Assessed
from data.assessment.results import LeafPoints, Reading, Result
from data.calculation import Calculator
from data.model import Number
from data.numbers import format_typed
from data.periods import Period, year_to_date
from data.printing import printed_among, printed_limit, printed_points, with_unit
from reports.days import day_text
from reports.document import Paragraph, ReportDocument, Row, ScoreChart, Table
from reports.texts import text
from tests.reports.figures_on_paper import Figures, figures, texts_of

NOTHING = "…"


class Points(NamedTuple):
    """What the engine says of a report on a set.

    Attributes:
        results: The station's own first, then those of the appraisal layers.
        period: The year, or the quarter up to which figures were counted.
    """

    calculator: Calculator
    assessed: Assessed
    results: Sequence[Result]
    period: Period


def self_assessment_complaints(document: ReportDocument, points: Points) -> list[str]:
    """Every row, bar and sentence of a self-assessment whose figures are not the model's."""
    own, minutes = points.results[0], document.minutes[0]
    found = [
        *_of_criteria(_tables(document.blocks)[0], points.results),
        *_of_criteria(_tables(minutes.blocks)[0], [own]),
    ]
    for chart in (block for block in document.blocks if isinstance(block, ScoreChart)):
        for bar, each in zip(chart.bars, own.criteria, strict=True):
            shown = f"{_of_criterion(own, each.criterion.number)}/{printed_points(each.max_points)}"
            exact = (bar.points, bar.most, bar.limit) == (each.points, each.max_points, each.limit)
            if not exact or (bar.printed, bar.printed_limit) != (shown, printed_limit(each.limit)):
                found.append(f"bar {bar.label}: {bar.printed}")
    if len(_tables(document.blocks)) > 1:
        found += _of_differences(_tables(document.blocks)[1], points.results)
    total = [_total(own), printed_points(own.max_total), *([str(len(own.unscored))] if own.unscored else [])]
    percent, limit = own.criteria_set.pass_rule.total_min_percent, printed_limit(own.limit)
    rule = [f"{printed_limit(percent)}%", limit, printed_points(own.max_total), _total(own)]
    rule += [str(len(own.unscored))] if own.unscored and own.total < own.limit else []
    for name, blocks in (("report", document.blocks), ("minutes", minutes.blocks)):
        said = [figures(block.text) for block in blocks if isinstance(block, Paragraph)]
        found += [f"{name}: no sentence says {each}" for each in (total, rule) if figures(*each) not in said]
    return found + list(_of_sheet(_tables(document.appendices[0].blocks)[0], points))


def progress_complaints(document: ReportDocument, points: Points) -> list[str]:
    """Every row and sentence of a quarter's report on a set whose figures are not the model's."""
    own = points.results[0]
    overview, details = _tables(document.blocks)
    titles = [column.title for column in overview.columns]
    found = []
    for row, each in zip(overview.rows, own.criteria, strict=True):
        leaf_count = len(_leaves_of(own, each.criterion.number))
        wanted = {
            "number": each.criterion.number,
            "most": printed_points(each.max_points),
            "points_column": _of_criterion(own, each.criterion.number),
            "scored": f"{leaf_count - each.unscored}/{leaf_count}",
        }
        shown = {key: titles.index(text(f"progress.{key}")) for key in wanted if text(f"progress.{key}") in titles}
        if any(row.cells[place].text != wanted[key] for key, place in shown.items()):
            found.append(f"overview: {row} is not {wanted}")
    by_code = {leaf.item.code: leaf for leaf in own.leaves}
    rows = [row for row in details.rows if not row.is_group and row.cells[3].text]
    for row, leaf in zip(rows, own.leaves, strict=True):
        found += _of_progress_leaf(row, by_code[leaf.item.code], points)
    counts = (len(own.leaves) - len(own.unscored), len(own.leaves), points.period.year)
    total = figures(*map(str, counts), printed_points(own.total, own.limit), printed_points(own.max_total))
    if not any(figures(block.text) == total for block in document.blocks if isinstance(block, Paragraph)):
        found.append(f"no sentence says {total}")
    return found


def _tables(blocks: Iterable[object]) -> list[Table]:
    return [block for block in blocks if isinstance(block, Table)]


def _leaves_of(result: Result, criterion: str) -> list[LeafPoints]:
    return [leaf for leaf in result.leaves if leaf.criterion == criterion]


def _of_criterion(result: Result, number: str) -> str:
    each = next(each for each in result.criteria if each.criterion.number == number)
    is_open = each.unscored == len(_leaves_of(result, number))
    return NOTHING if is_open else printed_points(each.points, each.limit)


def _total(result: Result) -> str:
    return NOTHING if len(result.unscored) == len(result.leaves) else printed_points(result.total, result.limit)


def _points(points: Number | None) -> str:
    return NOTHING if points is None else printed_points(points)


def _texts(row: Row, count: int) -> list[str]:
    """The first cells of a row; a mark behind points says where they come from."""
    return [cell.text.rstrip("*") for cell in row.cells[:count]]


def _of_criteria(table: Table, results: Sequence[Result]) -> Iterator[str]:
    own, count = results[0], 4 + len(results)
    wanted = [
        [
            *(
                each.criterion.number,
                each.criterion.name_vi,
                printed_points(each.max_points),
                printed_limit(each.limit),
            ),
            *(_of_criterion(result, each.criterion.number) for result in results),
        ]
        for each in own.criteria
    ]
    wanted.append(["", "Tổng cộng", printed_points(own.max_total), printed_limit(own.limit), *map(_total, results)])
    for row, expected in zip(table.rows, wanted, strict=True):
        if _texts(row, count) != expected:
            yield f"criteria: {_texts(row, count)} is not {expected}"


def _of_differences(table: Table, results: Sequence[Result]) -> Iterator[str]:
    known = {row.item.code: row for row in layer_differences(results)}
    for row in table.rows:
        each = known[row.cells[0].text]
        own, *others = each.leaves
        wanted = [own.item.code, own.item.text_vi, printed_points(own.max_points)]
        wanted += [_points(leaf.points) for leaf in (own, *others)]
        if _texts(row, 3 + len(results)) != wanted:
            yield f"differences: {_texts(row, 3 + len(results))} is not {wanted}"
        theirs = others[-1].points
        difference = None if theirs is None or own.points is None else theirs - own.points
        if figures(row.cells[-1].text.lstrip("+−")) != figures(_points(difference).lstrip("-−")):
            yield f"differences: {row.cells[-1]} is not {difference}"


# --- the score sheet and the leaves of a quarter -------------------------------------------------------------------


def _of_sheet(table: Table, points: Points) -> Iterator[str]:
    results, own = points.results, points.results[0]
    by_code = [{leaf.item.code: leaf for leaf in result.leaves} for result in results]
    heads = {each.criterion.number: each for each in own.criteria}
    seen, count = [], 3 + len(results)
    for row in table.rows:
        code = row.cells[0].text
        if code in by_code[0]:
            seen.append(code)
            found = [codes[code] for codes in by_code]
            most = "–" if found[0].is_absent and not found[0].max_points else printed_points(found[0].max_points)
            wanted = [code, found[0].item.text_vi, most, *(_points(leaf.points) for leaf in found)]
            if row.amounts != (found[0].max_points, *(leaf.points or 0 for leaf in found)):
                yield f"sheet {code}: {row.amounts}"
            yield from _of_notes(row, found, points)
        elif code in heads:
            each = heads[code]
            shown = [_of_criterion(result, code) for result in results]
            wanted = [code, each.criterion.name_vi, printed_points(each.max_points), *shown]
        else:
            inside = [item for _, item in leaves(own.criteria_set) if item.code.startswith(f"{code}.")]
            most_points = sum(by_code[0][item.code].max_points for item in inside)
            wanted = [code, row.cells[1].text, f"({printed_points(most_points)})", *[""] * len(results)]
        if _texts(row, count) != wanted:
            yield f"sheet: {_texts(row, count)} is not {wanted}"
    if seen != [leaf.item.code for leaf in own.leaves]:
        yield f"sheet: {seen}"
    assert table.sums is not None
    most_of_all = printed_points(sum(leaf.max_points for leaf in own.leaves))
    if _texts(table.sums.total, count)[2:] != [most_of_all, *map(_total, results)]:
        yield f"sheet: {table.sums.total}"


def _of_notes(row: Row, found: Sequence[LeafPoints], points: Points) -> Iterator[str]:
    """Papers and notes hold no figure but those of the papers on record, of the answers and of the readings."""
    papers = [each for each in points.assessed.evidence if each.item == found[0].item.code]
    known = figures(*(words for each in papers for words in (each.title, each.paper_number, each.pages)))
    known += figures(*(day_text(each.paper_date) for each in papers if each.paper_date is not None))
    for leaf in found:
        known += figures(*_said(leaf, points), leaf.reason)
    printed = figures(*texts_of(row.cells[-2]), *texts_of(row.cells[-1]))
    if set(printed) - set(known):
        yield f"notes of {found[0].item.code}: {printed} beside {known}"


def _said(leaf: LeafPoints, points: Points) -> Iterator[str]:
    """What was answered, what the figures say, and the names of what is missing."""
    yield format_typed(leaf.answer) if leaf.answer[:1].isdigit() else leaf.answer
    yield from (tier.text_vi for tier in leaf.item.scored.tiers)
    catalogue = points.calculator.catalogue
    if leaf.reading is not None:
        yield from (part for code in leaf.reading.missing for part in code.split("@"))
        yield _reading(leaf, leaf.reading, points)
        names = (catalogue.data_elements.get(code.partition("@")[0]) for code in leaf.reading.missing)
        yield from (each.name_vi for each in names if each is not None)
    if leaf.item.binds is not None:
        bound = catalogue.indicators.get(leaf.item.binds.indicator)
        yield bound.name_vi if bound is not None else ""


def _reading(leaf: LeafPoints, reading: Reading, points: Points) -> str:
    """The station's figure with its unit."""
    if reading.value is None:
        return reading.choice
    bounds, catalogue = bounds_of(leaf.item.scored), points.calculator.catalogue
    if reading.code in catalogue.indicators:
        indicator = catalogue.indicators[reading.code]
        return with_unit(indicator, printed_among(reading.value, indicator.decimals, bounds))
    return printed_among(reading.value, 0, (*bounds, reading.value))


def _of_progress_leaf(row: Row, leaf: LeafPoints, points: Points) -> Iterator[str]:
    is_whole = leaf.item.code == leaf.criterion
    wanted = figures("" if is_whole else leaf.item.code, "" if is_whole else leaf.item.text_vi)
    if figures(row.cells[0].text, row.cells[1].text) != wanted:
        yield f"details: {row} is not {wanted}"
    shown = f"{_points(leaf.points)}/{printed_points(leaf.max_points)}"
    if row.cells[3].text != shown:
        yield f"details of {leaf.item.code}: {row.cells[3].text} is not {shown}"
    situation, bound = figures(*texts_of(row.cells[2])), leaf.item.binds
    if bound is not None and bound.indicator in points.calculator.catalogue.indicators:
        value = points.calculator.value(bound.indicator, year_to_date(points.period))
        indicator = points.calculator.catalogue.indicators[bound.indicator]
        said = Counter[str]()
        if value.value is not None:
            said = figures(with_unit(indicator, printed_among(value.value, indicator.decimals, ())))
        elif value.provisional is not None:
            said = figures(with_unit(indicator, printed_among(value.provisional, indicator.decimals, ())))
        said += figures(*map(str, value.reported or ()))
    else:
        said = _all(_said(leaf, points))
    if situation - said:
        yield f"situation of {leaf.item.code}: {situation} is not {said}"


def _all(texts: Iterable[str]) -> Figures:
    return figures(*texts)
