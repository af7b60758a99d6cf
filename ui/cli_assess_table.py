"""A scored year as lines for people: the set and its certainty, items by criterion, verdict with its clauses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from data.assessment.answers import bounds_of
from data.assessment.records import NO, NOT_APPLICABLE, SELF_LAYER, YES
from data.assessment.results import (
    AssessmentVerdict,
    Clause,
    CriterionPoints,
    LeafPoints,
    Place,
    Problem,
    Result,
    Source,
)
from data.catalogue.content import Catalogue
from data.numbers import NOT_REPORTED_SIGN, format_typed
from data.printing import printed_among, printed_limit, printed_points
from ui.cli_columns import aligned
from ui.messages import Messages

_COLUMNS = ("number", "text", "answer", "points", "most", "note")
_RIGHT = frozenset(("points", "most"))
_LONGEST_TEXT = 70
_WORDS = {YES: "yes", NO: "no", NOT_APPLICABLE: "not_applicable"}


class Setting(NamedTuple):
    """What stands around the points: words, names and decimals of figures, station, year and place."""

    messages: Messages
    catalogue: Catalogue
    station: str
    year: int
    place: Place


def assessment_lines(setting: Setting, results: Sequence[Result]) -> Iterator[str]:
    """The lines of a year: the first result in full, the totals of the other layers below it."""
    messages, result = setting.messages, results[0]
    yield from _head(messages, result, setting.station, setting.year)
    yield _zone(messages, setting.place)
    yield ""
    rows = [[messages.text("assess", column) for column in _COLUMNS], *_rows(setting, result)]
    yield from aligned(rows, [column in _RIGHT for column in _COLUMNS])
    yield ""
    yield from _verdict(messages, result)
    if len(results) > 1:
        yield ""
    for other in results[1:]:
        yield messages.text(
            "assess",
            "other",
            layer=layer_name(messages, other.layer),
            total=printed_points(other.total, other.limit),
            max_total=printed_points(other.max_total),
            verdict=messages.text("assess", other.verdict.value),
        )


def layer_name(messages: Messages, layer: str) -> str:
    """A layer as it is spoken of."""
    if layer == SELF_LAYER:
        return messages.text("assess", "self_layer")
    return messages.text("assess", "other_layer", layer=layer)


def printed_answer(setting: Setting, leaf: LeafPoints) -> str:
    """What was counted, in words or with a decimal comma; a figure on its own side of every tier."""
    word = _WORDS.get(leaf.answer)
    if word:
        return setting.messages.text("assess", word)
    if leaf.source is Source.FIGURE and leaf.reading is not None and leaf.reading.value is not None:
        indicator = setting.catalogue.indicators.get(leaf.reading.code)
        if indicator is not None:
            return printed_among(leaf.reading.value, indicator.decimals, bounds_of(leaf.item.scored))
    return format_typed(leaf.answer)


def _head(messages: Messages, result: Result, station: str, year: int) -> Iterator[str]:
    used = result.criteria_set
    certainty = used.certainty
    if not used.is_shipped:
        certainty = messages.text("assess", "entered_by_unit", certainty=certainty)
    layer = layer_name(messages, result.layer)
    yield messages.text("assess", "title", year=year, station=station, layer=layer)
    yield messages.text("assess", "set", title=used.title_vi, set=used.id, version=used.version)
    yield messages.text("assess", "decision", decision=used.decision)
    yield messages.text("assess", "certainty", certainty=certainty)


def _zone(messages: Messages, place: Place) -> str:
    words = [place.zone, messages.text("assess", place.region) if place.region else ""]
    zone = ", ".join(filter(None, words)) or messages.text("assess", "zone_unknown")
    return messages.text("assess", "zone", zone=zone)


def _rows(setting: Setting, result: Result) -> Iterator[list[str]]:
    """Each criterion with its items below it; a criterion answered as a whole has one row."""
    messages = setting.messages
    for each in result.criteria:
        number = each.criterion.number
        leaves = [leaf for leaf in result.leaves if leaf.criterion == number]
        if not each.criterion.items_complete:
            yield _leaf_row(setting, leaves[0], each)
            continue
        is_open = each.unscored == len(leaves)
        points = NOT_REPORTED_SIGN if is_open else printed_points(each.points, each.limit)
        most = printed_points(each.max_points)
        yield [number, _short(each.criterion.name_vi), "", points, most, _below(messages, each)]
        for leaf in leaves:
            yield _leaf_row(setting, leaf, None)
    total = printed_points(result.total, result.limit)
    yield ["", messages.text("assess", "total"), "", total, printed_points(result.max_total), ""]


def _leaf_row(setting: Setting, leaf: LeafPoints, criterion: CriterionPoints | None) -> list[str]:
    messages = setting.messages
    limit = criterion.limit if criterion else None
    notes = [_note(messages, leaf), _below(messages, criterion) if criterion else ""]
    return [
        leaf.item.code,
        _short(leaf.item.text_vi if criterion else f"  {leaf.item.text_vi}"),
        "" if criterion else printed_answer(setting, leaf),
        NOT_REPORTED_SIGN if leaf.points is None else printed_points(leaf.points, limit),
        printed_points(leaf.max_points),
        "; ".join(filter(None, notes)),
    ]


def _note(messages: Messages, leaf: LeafPoints) -> str:
    """Where the points come from, or why there are none."""
    words = []
    if leaf.knock_out_hit:
        words.append(messages.text("assess", "knock_out"))
    if leaf.problem is not None:
        words.append(_problem(messages, leaf, leaf.problem))
    elif leaf.source is Source.FIGURE:
        words.append(messages.text("assess", "figure"))
    elif leaf.source is Source.OVERRIDE:
        words.append(messages.text("assess", "override", reason=leaf.reason))
    return ", ".join(words)


def _problem(messages: Messages, leaf: LeafPoints, problem: Problem) -> str:
    reading = leaf.reading
    if problem is Problem.FIGURE_MISSING and reading is not None and reading.missing:
        return messages.text("assess", "figure_missing_named", names=", ".join(reading.missing))
    if problem is Problem.FIGURE_GONE:
        return messages.text("assess", "figure_gone", code=reading.code if reading else "")
    return messages.text("assess", problem.value)


def _below(messages: Messages, each: CriterionPoints) -> str:
    if each.unscored or each.points >= each.limit:
        return ""
    return messages.text("assess", "below", limit=printed_limit(each.limit))


def _verdict(messages: Messages, result: Result) -> Iterator[str]:
    yield messages.text("assess", "verdict", verdict=messages.text("assess", result.verdict.value))
    if result.knock_outs_unknown:
        yield messages.text("assess", "knock_outs_unknown")
    if result.unscored:
        count, items = len(result.unscored), ", ".join(result.unscored)
        yield messages.text("assess", "unscored", count=count, items=items)
    if result.verdict is AssessmentVerdict.NO_GROUND and result.foreseen:
        yield messages.text("assess", "foreseen")
    for clause in result.foreseen:
        yield f"  - {_clause(messages, clause)}"


def _clause(messages: Messages, clause: Clause) -> str:
    value, limit = printed_points(clause.value, clause.limit), printed_limit(clause.limit)
    return messages.text("assess", f"failed_{clause.kind}", subject=clause.subject, value=value, limit=limit)


def _short(text: str) -> str:
    flat = text.replace("\n", " ")
    return flat if len(flat) <= _LONGEST_TEXT else flat[: _LONGEST_TEXT - 1].rstrip() + "…"
