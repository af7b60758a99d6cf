"""The three figures of a year that come from its recognised appraisal layer, never from a self score (CONTRACT C3).

* ``criteria_score``: all points, out of 100. Of a table with another sum, the per cent; where that has more than six
  decimals it is cut there, which never lifts it to a limit that it does not reach.
* ``criteria_groups_below_half``: criteria below what the pass rule asks of each.
* ``criteria_fatal_fails``: items hit as "điểm liệt". A set that does not say which items are knock-outs says nothing of
  them: that figure stays as it was typed and is not written.

Nothing is written while a leaf has no points: half a score would look like a whole one.
"""

from __future__ import annotations

from fractions import Fraction

from data.assessment.records import Layer
from data.assessment.results import Result
from data.model import Category, CellState, DataValue, Number
from data.numbers import exact_text

FULL_SCORE = 100
_FINEST = 10**6


def recognised_values(result: Result, layer: Layer) -> tuple[DataValue, ...]:
    """The figures that follow from the recognised layer of a year; none while a leaf of it has no points.

    Args:
        result: The answers of that layer, scored.
        layer: The layer; its name and day stand in the comment of each figure.
    """
    if result.unscored or not result.max_total:
        return ()
    figures = {
        "criteria_score": score_of(result),
        "criteria_groups_below_half": sum(each.points < each.limit for each in result.criteria),
    }
    if not result.knock_outs_unknown:
        figures["criteria_fatal_fails"] = sum(leaf.knock_out_hit for leaf in result.leaves)
    comment = comment_of(layer)
    return tuple(
        DataValue(
            data_element=code,
            period=str(layer.year),
            category=Category.DEFAULT,
            state=CellState.FIGURE,
            value=exact_text(number),
            comment=comment,
        )
        for code, number in figures.items()
    )


def score_of(result: Result) -> Number:
    """All points out of 100, cut after six decimals."""
    if result.max_total == FULL_SCORE:
        return result.total
    share = Fraction(result.total) * FULL_SCORE / result.max_total
    return Fraction(share * _FINEST // 1, _FINEST)


def comment_of(layer: Layer) -> str:
    """Where the figure comes from: "Thẩm định: Sở Y tế, 05/12/2024 (1300-QD-BYT)"."""
    day = layer.scored_on
    when = f", {day.day:02d}/{day.month:02d}/{day.year}" if day is not None else ""
    return f"Thẩm định: {layer.name}{when} ({layer.criteria_set})"
