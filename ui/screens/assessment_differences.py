"""The tab "Chênh lệch": where the layers differ, item by item."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from data.assessment.comparison import LayerRow, layer_differences, layers_side_by_side
from data.assessment.records import Layer
from data.assessment.results import LeafPoints
from data.model import Number
from data.numbers import NOT_REPORTED_SIGN
from data.printing import printed_points
from ui import words
from ui.models.line_model import Line
from ui.screens import assessment_words as said
from ui.screens.assessment_views import AssessmentView, Columns, Told
from ui.screens.assessment_work import Sheet

if TYPE_CHECKING:
    from ui.screens.assessment import AssessmentScreen

translate = QCoreApplication.translate


class DifferencesView(AssessmentView):
    """The items over which the self score and a level of appraisal differ."""

    def __init__(self, screen: AssessmentScreen) -> None:
        """An empty tab."""
        heads = (
            translate("Assessment", "Item"),
            translate("Assessment", "What is scored"),
            translate("Assessment", "Self score"),
            translate("Assessment", "Appraisals"),
            translate("Assessment", "Difference"),
            translate("Assessment", "Reasons"),
        )
        columns = Columns(heads, (2, 4), {0: 8, 2: 10, 3: 28, 4: 10}, {1: 3, 5: 2})
        super().__init__(screen, translate("Assessment", "Differences"), columns)

    def work(self, sheet: Sheet, layer: str) -> Callable[[], Told]:
        """The items that differ."""
        return lambda: differences_told(sheet)


def differences_told(sheet: Sheet) -> Told:
    """Every item that differs, with points, answers and reasons of each layer."""
    results = [sheet.results[layer.name] for layer in sheet.layers]
    if len(results) < 2:
        text = translate("Assessment", "Only the station has scored so far.")
        how = translate(
            "Assessment", "Ctrl+Shift+N adds the appraisal of another level; then the differences stand here."
        )
        return Told(text, notes=(how,))
    rows = layer_differences(results)
    lines = tuple(_line(row, [layer.name for layer in sheet.layers]) for row in rows)
    totals = "; ".join(
        f"{said.layer_name(result.layer)} {printed_points(result.total, result.limit)}" for result in results
    )
    count = translate("Assessment", "%n item(s) differ", "", len(rows))
    unscored = sum(row.is_open for row in layers_side_by_side(results))
    if unscored:
        count += ", " + translate("Assessment", "%n not scored by every layer", "", unscored)
    notes = [_about(each) for each in sheet.layers if each.scorer or each.scored_on or each.remark]
    return Told(f"{count}. {totals}", notes=notes, lines=lines)


def _about(layer: Layer) -> str:
    day = words.printed_date(layer.scored_on) if layer.scored_on is not None else ""
    parts = [layer.scorer, day, layer.remark]
    if layer.is_recognised:
        parts.append(translate("Assessment", "recognised result"))
    return f"{said.layer_name(layer.name)}: " + ", ".join(part for part in parts if part)


def _line(row: LayerRow, names: list[str]) -> Line:
    own, others = row.leaves[0], row.leaves[1:]
    appraised = "; ".join(f"{name} {_points(leaf)}" for name, leaf in zip(names[1:], others, strict=True))
    reasons = "; ".join(
        f"{said.layer_name(name)}: {leaf.reason}" for name, leaf in zip(names, row.leaves, strict=True) if leaf.reason
    )
    difference = NOT_REPORTED_SIGN if row.difference is None else signed(row.difference)
    texts = (row.item.code, row.item.text_vi, _points(own), appraised, difference, reasons)
    return Line(texts, subject=row.item.code)


def _points(leaf: LeafPoints) -> str:
    """Points, and the answer that gave them where it says more."""
    points = printed_points(leaf.points) if leaf.points is not None else NOT_REPORTED_SIGN
    answer = said.answer_to(leaf.item, leaf.answer)
    return f"{points} ({answer})" if answer not in ("", points) else points


def signed(value: Number) -> str:
    """A change with its sign: "+1,5", "−2", "0"."""
    shown = printed_points(value if value > 0 else -value, 0)
    if not value:
        return "0"
    return f"+{shown}" if value > 0 else f"−{shown}"
